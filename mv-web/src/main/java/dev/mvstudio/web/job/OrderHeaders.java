package dev.mvstudio.web.job;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents what callers may say with every order beside its body, and the answer to those who do not wait. The parameters
 * are in {@code src/main/openapi}.
 */
@Parameter(name = "Prefer", in = ParameterIn.HEADER, ref = "#/components/parameters/Prefer")
@Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, ref = "#/components/parameters/IdempotencyKey")
@Parameter(name = "dry_run", in = ParameterIn.QUERY, ref = "#/components/parameters/DryRun")
@ApiResponse(
        responseCode = "202",
        description = "The job; ask for it at Location",
        headers = {
            @Header(name = "Location", schema = @Schema(type = "string")),
            @Header(name = "Preference-Applied", schema = @Schema(type = "string"))
        },
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobBody.class)))
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OrderHeaders {}
