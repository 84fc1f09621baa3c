package dev.mvstudio.web.service;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/health")
@Tag(name = "Service")
final class HealthController {
    /** Answers as long as the process lives; asks nothing else. */
    @Get
    @Operation(operationId = "health", summary = "Ask whether the server lives")
    HealthBody health() {
        return new HealthBody("UP");
    }

    /** That it lives. */
    @Serdeable.Serializable
    @Schema(name = "Health")
    record HealthBody(@Schema(example = "UP") String status) {}
}
