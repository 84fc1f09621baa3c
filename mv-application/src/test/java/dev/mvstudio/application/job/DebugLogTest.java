package dev.mvstudio.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.mvstudio.application.FakeStudio;
import dev.mvstudio.application.asset.EncodedImage;
import dev.mvstudio.application.flavor.VideoParameters;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Resolution;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.video.VideoRequest;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DebugLogTest {
    private static final String PICTURE = Base64.getEncoder()
            .encodeToString(HexFormat.of()
                    .parseHex("89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de"
                            + "0000000c49444154789c636868680000030401814bd3d2100000000049454e44ae426082"));
    private static final VideoParameters CONFIGURED =
            new VideoParameters(new AspectRatio(16, 9), Duration.ofSeconds(8), new Resolution(720), true, null);

    private final ListAppender<ILoggingEvent> written = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("dev.mvstudio.debug");
    private final DebugLog debug = new DebugLog();
    private final GenerateVideoCommand command = new GenerateVideoCommand(
            "A robot walks",
            null,
            null,
            null,
            null,
            null,
            0L,
            new EncodedImage(PICTURE),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    private final Plan<VideoRequest> plan =
            new FakeStudio().generateVideo.plan(command).plan();

    @BeforeEach
    void listen() {
        written.start();
        logger.addAppender(written);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(written);
    }

    private String text() {
        return written.list.stream().map(ILoggingEvent::getFormattedMessage).collect(Collectors.joining("\n"));
    }

    @Test
    void a_request_is_told_with_all_that_was_made_of_it() {
        debug.planned(command, CONFIGURED, plan);

        assertThat(text())
                .contains("request arguments: GenerateVideoCommand[prompt=A robot walks", "seed=0")
                .contains("defaults applied: {", "generate_audio=true", "duration=PT8S")
                .contains("configuration (flavor default): VideoParameters[aspectRatio=16:9")
                .contains("backend fake, model one")
                .contains("full prompt:\nA robot walks\n\nKeep 16:9 for 8 seconds");
    }

    @Test
    void a_picture_is_told_as_its_type_and_size() {
        debug.planned(command, CONFIGURED, plan);

        assertThat(text())
                .contains("base64 image, " + PICTURE.length() + " characters", "image/png, ")
                .doesNotContain(PICTURE.substring(0, 20));
    }

    @Test
    void the_end_is_told_either_way() {
        Job<VideoRequest> job = new Job<>(new JobId(new UUID(1, 2)), plan, 1, false, FakeStudio.NOW, FakeStudio.NOW);

        debug.answered(job, "{\"scenes\": []}");
        debug.finished(job, "a clip");
        debug.failed(job, new IllegalStateException("flagged as sensitive"));

        assertThat(text())
                .isEqualTo("generate_video " + job.id() + ", answer of the model:\n{\"scenes\": []}\ngenerate_video "
                        + job.id() + ", result: a clip\ngenerate_video " + job.id()
                        + ", failed: flagged as sensitive");
    }
}
