package dev.mvstudio.cli.job;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.film.MergedVideo;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.application.image.GeneratedImage;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.image.Slideshow;
import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.character.CharacterMembers;
import dev.mvstudio.cli.film.FilmMembers;
import dev.mvstudio.cli.image.SequenceMembers;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.scene.SceneMembers;
import dev.mvstudio.cli.shell.GenerationFailure;
import dev.mvstudio.cli.video.ClipMembers;
import dev.mvstudio.domain.job.JobError;
import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of jobs. The names are those of the REST interface. */
final class JobMembers {
    private final MusicVideoStudio studio;

    JobMembers(MusicVideoStudio studio) {
        this.studio = studio;
    }

    /** Without what came of it. */
    JsonObject summary(JobSnapshot job) {
        JobOrder order = job.job().order();
        JobStatus status = job.job().status();
        Ticket ticket = status.ticket();
        return new JsonObject()
                .with("id", job.id())
                .with("kind", job.kind().word())
                .with("state", job.state().word())
                .with("progress", status.progress())
                .with("stage", status.stage().word())
                .with("message", status.message())
                .with("queue_position", job.queuePosition())
                .with("eta_seconds", job.eta())
                .with("what", Subject.line(studio.jobs().request(job)))
                .with("backend_used", order.backend())
                .with("model_used", order.model())
                .with("flavor", order.flavor())
                .with("provider_job_id", ticket == null ? null : ticket.id())
                .with("attempt", status.attempt())
                .with("keep", status.keep())
                .with("created_at", seconds(order.createdAt()))
                .with("started_at", seconds(status.startedAt()))
                .with("finished_at", seconds(status.finishedAt()))
                .with("warnings", order.warnings())
                .with("cost", cost(order))
                .with("parent_id", order.place() == null ? null : order.place().parent())
                .with("step", order.place() == null ? null : order.place().step())
                .with("children", job.children())
                .with("error", status.error() == null ? null : error(job, status.error()));
    }

    /** Everything, its steps as well. */
    JsonObject of(JobSnapshot job) {
        return summary(job)
                .with("steps", job.children().isEmpty() ? null : steps(job))
                .with("result", job.answer() == null ? null : result(job.answer()));
    }

    private List<JsonObject> steps(JobSnapshot job) {
        return studio.jobs().children(job.id()).stream()
                .map(step -> new JsonObject()
                        .with("id", step.id())
                        .with(
                                "step",
                                step.job().order().place() == null
                                        ? null
                                        : step.job().order().place().step())
                        .with("state", step.state().word())
                        .with("progress", step.job().status().progress()))
                .toList();
    }

    private static @Nullable Instant seconds(@Nullable Instant time) {
        return time == null ? null : time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static JsonObject cost(JobOrder order) {
        return new JsonObject()
                .with("estimated", order.estimate().amount())
                .with("currency", order.estimate().currency().getCurrencyCode());
    }

    private static JsonObject error(JobSnapshot job, JobError error) {
        return new JsonObject()
                .with("error", GenerationFailure.errorOf(job.kind(), error.code()))
                .with("error_code", error.code())
                .with("message", error.details())
                .with("backend_used", error.backend())
                .with("retryable", error.retryable());
    }

    private JsonObject result(Answer answer) {
        Assets assets = studio.assets();
        return switch (answer) {
            case MusicVideo film -> FilmMembers.of(film, null, assets);
            case MergedVideo film -> FilmMembers.of(film, null, assets);
            case GeneratedVideo clip -> ClipMembers.of(clip, null, assets);
            case GeneratedCharacterReference drawn -> CharacterMembers.of(drawn, List.of(), assets);
            case CreatedScenes scenes -> SceneMembers.of(scenes);
            case GeneratedImages images -> SequenceMembers.of(images, Map.of(), assets);
            case GeneratedImage image -> SequenceMembers.of(image, null, assets);
            case Slideshow film -> SequenceMembers.of(film, null, assets);
            default -> throw new IllegalStateException("a result of no known kind: " + answer.getClass());
        };
    }
}
