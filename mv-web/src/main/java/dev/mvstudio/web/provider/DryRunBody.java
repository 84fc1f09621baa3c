package dev.mvstudio.web.provider;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.domain.provider.ProviderCall;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What would be done. Nothing was sent or charged. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "DryRun", description = "What would be done. Nothing was sent or charged")
public record DryRunBody(
        boolean dryRun,

        @Schema(example = "generate_video") String kind,

        String backendUsed,
        String modelUsed,
        String flavor,

        @Schema(implementation = Object.class, description = "As in the metadata of the answer")
        Object parametersUsed,

        @Schema(description = "The full texts that the model would read")
        Map<String, String> prompts,

        Call providerRequest,
        CostBody cost,
        List<String> warnings) {
    /**
     * Tells of a plan.
     *
     * @param parameters the request as the answer's metadata would show it
     */
    public static <Q> DryRunBody from(DryRun<Q> rehearsal, Function<Q, ?> parameters) {
        Plan<Q> plan = rehearsal.plan();
        return new DryRunBody(
                true,
                plan.kind().word(),
                plan.backend().name(),
                plan.model().name(),
                plan.flavor(),
                parameters.apply(plan.request()),
                plan.prompts(),
                Call.from(rehearsal.call()),
                CostBody.from(plan.estimate()),
                plan.warnings());
    }

    /** The call that the provider would get. */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ProviderRequest", description = "Secrets are left out, files are shown as type and size")
    public record Call(
            @Schema(example = "POST") String method,

            String target,

            @Schema(implementation = Object.class) Map<String, Object> body) {
        /** Tells of a call. */
        public static Call from(ProviderCall call) {
            return new Call(call.method(), call.target(), call.body());
        }
    }
}
