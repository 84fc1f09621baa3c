package dev.mvstudio.adapter.comfyui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.testkit.comfyui.Call;
import dev.mvstudio.testkit.video.VideoRequests;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Reference images on their way to a server. */
class UploadsTest extends Rehearsal {
    private static final byte[] PICTURE = Pictures.png(700, 700, 5);

    private static ImageRequest with(ByteSource bytes, byte[] promised) {
        Asset asset = VideoRequests.reference(promised, MediaType.PNG).asset();
        return with(Sampling.USUAL, new ReferenceImage(asset, bytes));
    }

    private static InputStream breaking() {
        return new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("the disk is gone");
            }
        };
    }

    private void assertUnread(ImageRequest request, String why) {
        ComfyUiImageModel model = images(first, second);

        ProviderError error = refusal(() -> model.start(request, key(1)));

        assertThat(error.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(error.details()).startsWith("the reference image ").contains("cannot be read", why);
        assertThat(first.ledger().calls(Call.PROMPT) + second.ledger().calls(Call.PROMPT))
                .isZero();
        // It is no server's fault: both are still there.
        first.hold();
        second.hold();
        started(model, key(2));
        started(model, key(3));
        assertThat(first.ledger().prompts()).hasSize(1);
        assertThat(second.ledger().prompts()).hasSize(1);
    }

    @Test
    void a_picture_that_is_gone_was_surely_not_sent() {
        assertUnread(
                with(
                        () -> {
                            throw new IOException("the disk is gone");
                        },
                        PICTURE),
                "the disk is gone");
    }

    @Test
    void a_picture_that_cannot_be_read_to_its_end_is_not_taken_for_a_server_that_is_away() {
        byte[] half = Arrays.copyOf(PICTURE, PICTURE.length / 2);

        assertUnread(
                with(() -> new SequenceInputStream(new ByteArrayInputStream(half), breaking()), PICTURE),
                "the disk is gone");
    }

    @Test
    void a_picture_that_is_shorter_than_it_was_is_not_sent_as_if_it_were_whole() {
        byte[] half = Arrays.copyOf(PICTURE, PICTURE.length / 2);

        assertUnread(with(() -> new ByteArrayInputStream(half), PICTURE), "it should have");
    }

    @Test
    void a_large_picture_arrives_whole() {
        byte[] large = Arrays.copyOf(PICTURE, 5_000_000);
        ComfyUiImageModel model = images(first);

        Start.Running start = (Start.Running) model.start(with(() -> new ByteArrayInputStream(large), large), key(1));

        assertThat(settled(model, start.ticket())).isInstanceOf(Status.Finished.class);
        assertThat(first.ledger().uploads())
                .singleElement()
                .satisfies(upload -> assertThat(upload.size()).isEqualTo(5_000_000));
    }
}
