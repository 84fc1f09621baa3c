package dev.mvstudio.adapter.local.preview.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.adapter.local.film.TestFfmpeg;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageModel;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.testkit.image.ImageModelContract;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewImageModelTest extends ImageModelContract {
    @TempDir
    Path folder;

    private PreviewImageModel images;

    @BeforeEach
    void create() {
        images = new PreviewImageModel(TestFfmpeg.get(), folder, Clock.systemUTC());
    }

    @Override
    protected ImageModel generator() {
        return images;
    }

    @Override
    protected Model model() {
        return PreviewImageModel.MODEL;
    }

    @Override
    protected Set<Parameter> honoured() {
        return Set.of(Parameter.SEED, Parameter.ASPECT_RATIO, Parameter.NUM_IMAGES, Parameter.OUTPUT_FORMAT);
    }

    @Override
    protected URI vanished() {
        return URI.create("preview:long-gone/0.png");
    }

    private static ImageRequest request(
            String subject, AspectRatio ratio, int count, ImageFormat format, @Nullable Long seed) {
        return new ImageRequest(PreviewImageModel.MODEL, subject, "", null, ratio, count, format, seed, null, null);
    }

    private static ImageRequest card(String subject, @Nullable Long seed) {
        return request(subject, new AspectRatio(1, 1), 1, ImageFormat.PNG, seed);
    }

    private byte[] drawn(ImageRequest request) {
        return bytes(made(request).get(0));
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void every_format_can_be_asked_for(ImageFormat format) {
        byte[] file = drawn(request("a fox", new AspectRatio(4, 3), 1, format, null));

        assertThat(startsLike(file)).isEqualTo(format);
        assertThat(Pixels.decoded(file).getHeight()).isEqualTo(1024);
        assertThat(Pixels.decoded(file).getWidth()).isEqualTo(1366);
    }

    @ParameterizedTest
    @ValueSource(strings = {"16:9", "9:16", "3:4", "21:9", "4:5", "1:9", "99:1"})
    void every_shape_can_be_asked_for(String ratio) {
        AspectRatio shape = AspectRatio.parse(ratio).orElseThrow();
        int longest = Math.max(shape.width(), shape.height()) / Math.min(shape.width(), shape.height());

        if (longest < 20) {
            BufferedImage image = Pixels.decoded(drawn(request("a fox", shape, 1, ImageFormat.JPEG, 1L)));
            assertThat(Math.min(image.getWidth(), image.getHeight())).isEqualTo(1024);
        } else {
            assertThat(refusal(request("a fox", shape, 1, ImageFormat.JPEG, 1L)))
                    .isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        }
    }

    @Test
    void the_same_seed_gives_the_same_card_and_another_one_another() {
        assertThat(drawn(card("a singer", 4L))).isEqualTo(drawn(card("a singer", 4L)));
        assertThat(drawn(card("a singer", 4L))).isNotEqualTo(drawn(card("a singer", 5L)));
    }

    @Test
    void without_a_seed_the_description_decides_and_zero_is_a_seed() {
        assertThat(drawn(card("a singer", null))).isEqualTo(drawn(card("a singer", null)));
        assertThat(drawn(card("a singer", null))).isNotEqualTo(drawn(card("a singer", 0L)));
    }

    @Test
    void the_cards_of_one_request_differ() {
        List<Output> cards = made(request("a singer", new AspectRatio(1, 1), 4, ImageFormat.JPEG, 4L));

        assertThat(cards.stream()
                        .map(this::bytes)
                        .map(java.util.Arrays::hashCode)
                        .distinct())
                .hasSize(4);
    }

    @Test
    void the_description_colours_the_character() {
        assertThat(Pixels.share(drawn(card("a woman in a red coat", 1L)), 0xe23b3b))
                .isGreaterThan(0.02)
                .isGreaterThan(5 * Pixels.share(drawn(card("a woman in a green coat", 1L)), 0xe23b3b));
    }

    @Test
    void the_caption_shows_the_description() {
        BufferedImage without = Pixels.decoded(drawn(card(" ", 1L)));
        BufferedImage with = Pixels.decoded(drawn(card("WWWWWWWWWWWWWWWW", 1L)));

        assertThat(Pixels.bright(with)).isGreaterThan(Pixels.bright(without) + 500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "🐉 龍 метель שלום مرحبا",
                "100% {braces} \"quotes\" 'single' $1 \\ : ; %s",
                "\ud800 lone",
                "a\u0000b\tc\nd"
            })
    void any_text_can_be_drawn(String text) {
        assertThat(drawn(card(text, 1L))).isNotEmpty();
    }

    @Test
    void a_very_long_description_can_be_drawn() {
        assertThat(drawn(card("x".repeat(5000), 1L))).isNotEmpty();
        assertThat(drawn(card("many words ".repeat(500), 1L))).isNotEmpty();
    }

    @Test
    void a_found_ticket_knows_the_outputs() {
        SubmissionKey key = newKey();
        List<Output> made = outputsOf(key);

        Search.Found found = (Search.Found) images.find(card("a fox", 1L), key, Instant.EPOCH);

        assertThat(images.status(found.ticket())).isEqualTo(new Status.Finished(made));
    }

    private List<Output> outputsOf(SubmissionKey key) {
        return ((dev.mvstudio.domain.provider.Start.Finished) images.start(card("a fox", 1L), key)).outputs();
    }

    @Test
    void outputs_vanish_after_an_hour() {
        Output old = outputsOf(newKey()).get(0);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(61));
        images = new PreviewImageModel(TestFfmpeg.get(), folder, later);
        images.start(card("a cat", 1L), newKey());

        ProviderException gone = catchThrowableOfType(ProviderException.class, () -> images.open(old));

        assertThat(gone.error().code()).isEqualTo(ErrorCode.OUTPUT_EXPIRED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"preview:../secret.txt", "preview:a/../../b.png", "file:///etc/passwd", "preview:a/b/c.png"})
    void an_output_leads_nowhere_else(String location) throws IOException {
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Output output = new Output(images.backend(), URI.create(location));

        ProviderException refusal = catchThrowableOfType(ProviderException.class, () -> images.open(output));

        assertThat(refusal.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
    }

    @Test
    void another_model_and_too_many_images_are_refused() {
        ImageRequest tooMany = request("a fox", new AspectRatio(1, 1), 5, ImageFormat.PNG, null);
        ImageRequest foreign = new ImageRequest(
                new Model("imagen"), "a fox", "", null, new AspectRatio(1, 1), 1, ImageFormat.PNG, null, null, null);

        assertThat(refusal(tooMany)).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(refusal(foreign)).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
    }

    private ErrorCode refusal(ImageRequest request) {
        return catchThrowableOfType(ProviderException.class, () -> images.start(request, newKey()))
                .error()
                .code();
    }
}
