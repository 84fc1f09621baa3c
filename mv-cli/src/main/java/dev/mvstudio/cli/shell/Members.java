package dev.mvstudio.cli.shell;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.provider.ProviderCall;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The JSON of what all answers have in common. The names are those of the REST interface. */
public final class Members {
    private Members() {}

    /**
     * A stored file.
     *
     * @param noun {@code video}, {@code image}
     * @param copy where it was copied to, or null
     */
    public static JsonObject asset(String noun, Asset asset, Assets assets, @Nullable Path copy) {
        FrameSize frame = asset.info().frame();
        return new JsonObject()
                .with(noun + "_id", asset.id())
                .with(noun + "_path", asset.path())
                .with("output_file", copy)
                .with("stored_file", localFile(asset, assets))
                .with("media_type", asset.mediaType())
                .with("file_size_bytes", asset.size())
                .with("width", frame == null ? null : frame.width())
                .with("height", frame == null ? null : frame.height())
                .with("duration_seconds", asset.info().duration());
    }

    private static @Nullable Path localFile(Asset asset, Assets assets) {
        return assets.content(asset) instanceof Content.LocalFile local
                ? local.path().toAbsolutePath()
                : null;
    }

    /** How something was made. */
    public static JsonObject metadata(Outcome outcome, JsonObject parametersUsed) {
        return new JsonObject()
                .with("backend_used", outcome.backend())
                .with("model_used", outcome.model())
                .with("parameters_used", parametersUsed)
                .with("generation_timestamp", outcome.finishedAt().truncatedTo(ChronoUnit.SECONDS))
                .with("processing_time_seconds", outcome.processingTime())
                .with("job_id", outcome.jobId())
                .with("warnings", outcome.warnings())
                .with(
                        "cost",
                        new JsonObject()
                                .with("estimated", outcome.estimate().amount())
                                .with("currency", outcome.estimate().currency().getCurrencyCode()));
    }

    /** What would be done. */
    public static JsonObject dryRun(DryRun<?> dryRun, JsonObject parametersUsed) {
        return new JsonObject()
                .with("dry_run", true)
                .with("kind", dryRun.plan().kind().word())
                .with("backend_used", dryRun.plan().backend())
                .with("model_used", dryRun.plan().model())
                .with("flavor", dryRun.plan().flavor())
                .with("parameters_used", parametersUsed)
                .with("defaults_applied", dryRun.plan().defaultsApplied())
                .with("prompts", dryRun.plan().prompts())
                .with("provider_request", call(dryRun.call()))
                .with("estimated_cost", money(dryRun.plan().estimate()))
                .with("warnings", dryRun.plan().warnings());
    }

    /** What would be sent. */
    public static JsonObject call(ProviderCall call) {
        return new JsonObject()
                .with("method", call.method())
                .with("target", call.target())
                .with("body", call.body());
    }

    public static JsonObject money(Money money) {
        return new JsonObject()
                .with("amount", money.amount())
                .with("currency", money.currency().getCurrencyCode());
    }
}
