package dev.mvstudio.testkit.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.testkit.provider.GeneratorContract;
import org.junit.jupiter.api.Test;

/** What every {@link ImageModel} must keep to. */
public abstract class ImageModelContract extends GeneratorContract<ImageRequest> {
    @Override
    protected abstract ImageModel generator();

    /** A model that the generator has. */
    protected abstract Model model();

    @Override
    protected ImageRequest plain() {
        return ImageRequests.plain(model());
    }

    @Override
    protected final ImageRequest with(Parameter parameter) {
        return ImageRequests.with(plain(), parameter);
    }

    @Test
    void one_image_is_asked_for_and_one_is_made() {
        assertThat(made(plain())).hasSize(1);
    }

    @Test
    void as_many_images_are_made_as_were_asked_for() {
        if (honoured().contains(Parameter.NUM_IMAGES)) {
            assertThat(made(with(Parameter.NUM_IMAGES))).hasSize(2);
        }
    }

    @Test
    void an_image_is_in_one_of_the_formats_that_are_stored() {
        byte[] image = bytes(made(plain()).get(0));

        assertThat(startsLike(image)).as("format").isIn((Object[]) ImageFormat.values());
    }

    /** The format that the first bytes speak of; PNG only when they do. */
    protected static ImageFormat startsLike(byte[] image) {
        int first = image[0] & 0xff;
        return switch (first) {
            case 0x89 -> ImageFormat.PNG;
            case 0xff -> ImageFormat.JPEG;
            case 'R' -> ImageFormat.WEBP;
            default -> throw new AssertionError("no image begins with " + Integer.toHexString(first));
        };
    }
}
