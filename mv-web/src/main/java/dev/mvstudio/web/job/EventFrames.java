package dev.mvstudio.web.job;

import dev.mvstudio.application.job.GenerationFailedException;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobEvent;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.web.error.ErrorBodies;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes what happened to jobs as server-sent events, as the HTML standard has them. */
@Singleton
final class EventFrames {
    /** Ignored by receivers. */
    static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.UTF_8);

    /** How soon a receiver comes back that was cut off, in milliseconds. */
    static final byte[] OPENING = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final JsonMapper json;
    private final JobBodies bodies;

    EventFrames(JsonMapper json, JobBodies bodies) {
        this.json = json;
        this.bodies = bodies;
    }

    /**
     * Writes events.
     *
     * @param events in order; at the end of an attempt the last one
     * @param job as it was after them
     * @param pictures whether a result may carry pictures
     */
    byte[] of(List<JobEvent> events, JobSnapshot job, boolean pictures) {
        StringBuilder text = new StringBuilder();
        for (JobEvent event : events) {
            boolean last = event.equals(events.getLast());
            text.append("id: ").append(event.id()).append('\n');
            text.append("event: ").append(event.type().word()).append('\n');
            text.append("data: ")
                    .append(write(data(event, last, job, pictures)))
                    .append("\n\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Object data(JobEvent event, boolean last, JobSnapshot job, boolean pictures) {
        Object end = switch (event.type()) {
            case STATE, PROGRESS -> null;
            case RESULT -> bodies.result(job, pictures);
            case ERROR -> last && bodies.error(job) != null ? bodies.error(job) : earlier(event, job);
        };
        return end == null ? EventBody.from(event) : end;
    }

    /** Of an attempt that was followed by another one, only how it ended is known. */
    private static Object earlier(JobEvent event, JobSnapshot job) {
        boolean canceled = event.state() == JobState.CANCELED;
        JobError error = new JobError(
                (canceled ? ErrorCode.CANCELED : ErrorCode.UNKNOWN_ERROR).name(),
                job.job().order().backend(),
                "this attempt was over, and the job was tried again",
                false,
                false,
                null);
        return ErrorBodies.of(new GenerationFailedException(job.kind(), job.id(), error), event.at());
    }

    private String write(Object data) {
        try {
            return new String(json.writeValueAsBytes(data), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
