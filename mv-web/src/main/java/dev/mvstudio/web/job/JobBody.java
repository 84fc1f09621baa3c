package dev.mvstudio.web.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobOrder.Place;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.web.Times;
import dev.mvstudio.web.error.ErrorBody;
import dev.mvstudio.web.provider.CostBody;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A job as it is now. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Job")
record JobBody(
        @Schema(format = "uuid") String id,

        @Schema(example = "generate_video") String kind,

        @Schema(
                type = "string",
                allowableValues = {"queued", "running", "succeeded", "failed", "canceling", "canceled"})
        String state,

        @Schema(minimum = "0", maximum = "1", example = "0.42")
        double progress,

        @Schema(
                type = "string",
                allowableValues = {"waiting", "submitting", "queued", "generating", "collecting", "canceling", "done"})
        String stage,

        @Schema(description = "For people") @Nullable String message,

        @Schema(description = "1 for the next one in its lane; null when it does not wait") @Nullable
        Integer queuePosition,

        @Schema(description = "How long it will probably take from now on, by how long such jobs took") @Nullable
        Double etaSeconds,

        @Schema(example = "replicate") String backendUsed,

        @Schema(example = "google/veo-3.1") String modelUsed,

        @Schema(description = "The provider's own name for it, once it was started there") @Nullable
        String providerJobId,

        @Schema(description = "Counts from 1; a retry that starts anew is the next one")
        int attempt,

        @Schema(format = "date-time") String createdAt,
        @Schema(format = "date-time") @Nullable String startedAt,
        @Schema(format = "date-time") @Nullable String finishedAt,

        @Schema(format = "date-time", description = "When it is forgotten, once it is over; null for never") @Nullable
        String expiresAt,

        @Schema(description = "Whether it never expires") boolean keep,
        CostBody cost,
        List<String> warnings,

        @Schema(format = "uuid", description = "The larger job that this one is a step of") @Nullable
        String parentId,

        @Schema(description = "Which step; null for a job of its own", example = "clip 3") @Nullable
        String step,

        @Schema(description = "Its steps, in the order in which they were begun")
        List<String> children,

        List<StepBody> steps,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                implementation = Object.class,
                description = "The body of the route's answer, once it succeeded; not there before")
        @Nullable
        Object result,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Why it failed or was canceled; not there otherwise")
        @Nullable
        ErrorBody error,

        LinksBody links) {
    /** What comes of it: null where it did not come to that. */
    record End(
            @Nullable Object result,
            @Nullable ErrorBody error,
            @Nullable String link,
            @Nullable Instant expiresAt) {}

    static JobBody from(JobSnapshot job, End end) {
        JobOrder order = job.job().order();
        JobStatus status = job.job().status();
        Ticket ticket = status.ticket();
        Place place = order.place();
        Duration eta = job.eta();
        return new JobBody(
                job.id().toString(),
                order.kind(),
                status.state().word(),
                status.progress(),
                status.stage().word(),
                status.message(),
                job.queuePosition(),
                Times.secondsOrNull(eta),
                order.backend().name(),
                order.model().name(),
                ticket == null ? null : ticket.id(),
                status.attempt(),
                Times.utc(order.createdAt()),
                utc(status.startedAt()),
                utc(status.finishedAt()),
                utc(end.expiresAt()),
                status.keep(),
                CostBody.from(order.estimate()),
                order.warnings(),
                place == null ? null : place.parent().toString(),
                place == null ? null : place.step(),
                job.children().stream().map(Object::toString).toList(),
                job.steps().stream().map(StepBody::from).toList(),
                end.result(),
                end.error(),
                LinksBody.of(job, end.link()));
    }

    private static @Nullable String utc(@Nullable Instant time) {
        return time == null ? null : Times.utc(time);
    }

    /** A step of a larger job. */
    @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "JobStep")
    record StepBody(
            @Schema(example = "clip 3") String step,
            @Schema(format = "uuid") String jobId,
            @Schema(example = "running") String state,
            @Schema(minimum = "0", maximum = "1") double progress) {
        static StepBody from(StoredJob child) {
            Place place = child.order().place();
            return new StepBody(
                    place == null ? child.order().kind() : place.step(),
                    child.id().toString(),
                    child.state().word(),
                    child.status().progress());
        }
    }

    /** Where to go from here; null for what makes no sense now. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "JobLinks")
    record LinksBody(
            String self,
            @Schema(description = "GET: server-sent events") String events,

            @Schema(description = "DELETE, while it is not over") @Nullable
            String cancel,

            @Schema(description = "POST, when it failed or was canceled") @Nullable
            String retry,

            @Schema(description = "The file that was made", example = "/api/mv/get_video/…") @Nullable
            String result) {
        static LinksBody of(JobSnapshot job, @Nullable String result) {
            String self = JobBody.self(job);
            boolean broken = job.state() == JobState.FAILED || job.state() == JobState.CANCELED;
            return new LinksBody(
                    self,
                    self + "/events",
                    job.state().isFinal() ? null : self,
                    broken ? self + "/retry" : null,
                    result);
        }
    }

    static String self(JobSnapshot job) {
        return "/api/mv/jobs/" + job.id();
    }
}
