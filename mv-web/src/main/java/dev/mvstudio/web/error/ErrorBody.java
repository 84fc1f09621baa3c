package dev.mvstudio.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every answer of 400 and above says. Members that mean nothing for a fault are left out. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Error", description = "What every answer of 400 and above says")
public record ErrorBody(
        @Schema(description = "The class of the fault", example = "VideoGenerationError")
        String error,

        @Schema(description = "What programs switch over", example = "CONTENT_POLICY_VIOLATION")
        String errorCode,

        @Schema(description = "What happened, for a person") String message,

        @Schema(format = "date-time", example = "2025-11-16T10:30:25Z")
        String timestamp,

        @Schema(description = "What the provider said, a limit, or why something is not there") @Nullable
        String details,

        @Schema(description = "Every fault of the request at once") @Nullable
        List<ViolationBody> violations,

        @Schema(example = "replicate") @Nullable String backendUsed,
        @Schema(format = "uuid") @Nullable String jobId,

        @Schema(description = "Whether the same request may succeed later") @Nullable
        Boolean retryable,

        @Schema(description = "The same as the header X-Request-Id") @Nullable
        String requestId) {}
