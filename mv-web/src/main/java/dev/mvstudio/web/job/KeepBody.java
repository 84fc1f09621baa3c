package dev.mvstudio.web.job;

import dev.mvstudio.application.request.Violations;
import dev.mvstudio.web.request.Fields;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;

/** What of a job can be changed by hand. */
@Introspected
@Schema(name = "ChangeJob", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
record KeepBody(
        @Schema(
                requiredMode = Schema.RequiredMode.REQUIRED,
                description = "Whether the job, and what it is still to make, never expire")
        boolean keep) {
    static KeepBody read(Fields fields) {
        Boolean keep = fields.flag("keep");
        fields.check(() -> {});
        if (keep == null) {
            Violations violations = new Violations();
            violations.add("keep", "is required: true or false", null);
            throw violations.toException();
        }
        return new KeepBody(keep);
    }
}
