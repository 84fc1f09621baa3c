package dev.mvstudio.web.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.mvstudio.application.request.Violation;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong with a request. */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Violation")
public record ViolationBody(
        @Schema(description = "The member's JSON name", example = "number_of_scenes")
        String field,

        @Schema(example = "must be 1 to 50") String message,

        @Schema(description = "What was given, shortened") @Nullable
        String rejected) {
    static ViolationBody from(Violation violation) {
        return new ViolationBody(violation.field(), violation.message(), violation.rejected());
    }
}
