package dev.mvstudio.web.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.web.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an event says of how far a job was. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "JobEvent")
record EventBody(
        String jobId,
        String state,
        String stage,
        double progress,
        @Nullable String message,
        String timestamp) {
    static EventBody from(JobEvent event) {
        return new EventBody(
                event.job().toString(),
                event.state().word(),
                event.stage().word(),
                event.progress(),
                event.message(),
                Times.utc(event.at()));
    }
}
