package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.image.ImageRequests;
import dev.mvstudio.testkit.video.VideoRequests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference images that cannot be read. */
class EnclosedTest {
    private static final SubmissionKey KEY = new SubmissionKey("job-1");
    private static final ReferenceImage GONE = new ReferenceImage(VideoRequests.SMALL_PICTURE.asset(), () -> {
        throw new IOException("the disk is gone");
    });

    @TempDir
    private Path folder;

    private final FakeGemini fake = FakeGemini.start();
    private GeminiClient client;

    @BeforeEach
    void open() {
        client = Account.client(fake, folder);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
    }

    private void assertUnasked(ThrowingCallable start) {
        ProviderException refusal = catchThrowableOfType(ProviderException.class, start);

        assertThat(refusal.error().code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(refusal.error().details()).contains("the reference image", "cannot be read", "the disk is gone");
        assertThat(fake.ledger().orders()).isEmpty();
    }

    @Test
    void without_one_no_picture_is_asked_for() {
        ImageRequest plain = ImageRequests.with(ImageRequests.plain(Models.BANANA), Parameter.REFERENCE_IMAGE);
        ImageRequest request = new ImageRequest(
                plain.model(),
                plain.subject(),
                plain.prompt(),
                plain.negativePrompt(),
                plain.aspectRatio(),
                plain.numImages(),
                plain.format(),
                plain.seed(),
                null,
                null,
                List.of(GONE),
                plain.sampling());

        assertUnasked(() -> new GeminiImageModel(client).start(request, KEY));
    }

    @Test
    void without_one_no_clip_is_ordered() {
        VideoRequest plain = VideoRequests.plain(Models.VEO);
        VideoRequest request = new VideoRequest(
                plain.model(),
                plain.prompt(),
                plain.rules(),
                plain.negativePrompt(),
                plain.aspectRatio(),
                plain.duration(),
                plain.resolution(),
                plain.generateAudio(),
                plain.seed(),
                List.of(GONE),
                null);

        assertUnasked(() -> new GeminiVideoModel(client).start(request, KEY));
    }
}
