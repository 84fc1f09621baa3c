package dev.mvstudio.testkit.video;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.provider.GeneratorContract;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link VideoModel} must keep to. */
public abstract class VideoModelContract extends GeneratorContract<VideoRequest> {
    @Override
    protected abstract VideoModel generator();

    /** A model that the generator has. */
    protected abstract Model model();

    @Override
    protected VideoRequest plain() {
        return VideoRequests.plain(model());
    }

    @Override
    protected final VideoRequest with(Parameter parameter) {
        return VideoRequests.with(plain(), parameter);
    }

    @Test
    void a_finished_generation_is_one_mp4() {
        assertThat(made(plain())).hasSize(1).allSatisfy(output -> {
            String head = new String(bytes(output), 0, 12, StandardCharsets.ISO_8859_1);
            assertThat(head.substring(4, 8)).isEqualTo("ftyp");
        });
    }

    @Test
    void a_reference_image_never_stands_in_a_described_call_byte_for_byte() {
        if (honoured().contains(Parameter.REFERENCE_IMAGE)) {
            String call = generator().describe(with(Parameter.REFERENCE_IMAGE)).toString();

            assertThat(call).doesNotContain("iVBORw0KGgo");
        }
    }
}
