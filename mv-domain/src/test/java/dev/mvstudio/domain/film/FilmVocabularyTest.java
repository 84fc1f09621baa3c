package dev.mvstudio.domain.film;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.job.JobId;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class FilmVocabularyTest {
    private static final JobId JOB = new JobId(UUID.fromString("11111111-2222-4333-8444-555555555555"));

    @Test
    void an_order_does_not_change_with_the_list_that_it_was_made_of() {
        List<MergeRequest.Clip> clips = new ArrayList<>(List.of(new MergeRequest.Clip("one", Path.of("one.mp4"))));
        MergeRequest request = new MergeRequest(
                clips, null, ClipAudio.KEEP, Transition.CUT, Duration.ZERO, Duration.ZERO, Fit.PAD, FilmLength.VIDEO);
        List<String> warnings = new ArrayList<>(List.of("short soundtrack"));
        Merged merged = new Merged(true, warnings);

        clips.clear();
        warnings.clear();

        assertThat(request.clips()).hasSize(1);
        assertThat(merged.warnings()).containsExactly("short soundtrack");
    }

    @Test
    void a_failed_merge_says_why_in_a_word_and_in_a_sentence() {
        EOFException cause = new EOFException("cut");
        MergeException thrown = new MergeException(MergeException.Fault.INVALID_CLIP, "clip 2 is cut off", cause);

        assertThat(thrown.fault()).isEqualTo(MergeException.Fault.INVALID_CLIP);
        assertThat(thrown).hasMessage("clip 2 is cut off").hasCause(cause);
        assertThat(new MergeException(MergeException.Fault.TIMEOUT, "too slow")).hasNoCause();
        assertThat(new InvalidMediaException("it is empty", cause)).hasCause(cause);
        assertThat(new InvalidMediaException("it is empty")).hasMessage("it is empty");
    }

    @Test
    void a_reference_image_prints_as_type_and_size() {
        FrameSize frame = new FrameSize(640, 480);
        Asset asset = new Asset(
                AssetId.of(JOB.value(), "picture"),
                Collection.UPLOADS,
                "assets/x.png",
                new MediaInfo(MediaType.PNG, frame, null, false),
                1234,
                "00",
                Instant.EPOCH,
                null);

        assertThat(new ReferenceImage(asset, () -> new ByteArrayInputStream(new byte[1234])))
                .asString()
                .startsWith("image/png, 1234 bytes, ");
        assertThat(frame).hasToString("640x480");
        assertThat(frame.pixels()).isEqualTo(307_200);
        assertThat(JOB).hasToString("11111111-2222-4333-8444-555555555555");
        assertThat(MediaType.PNG.mimeType()).isEqualTo("image/png");
    }
}
