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

/** Documents what callers may say with every order beside its body, and the answer to those who do not wait. */
@Parameter(
        name = "Prefer",
        in = ParameterIn.HEADER,
        description =
                "respond-async: 202 with the job at once. wait=N: what came of it if that is there within N seconds,"
                        + " else 202 with the job",
        example = "respond-async",
        schema = @Schema(implementation = String.class))
@Parameter(
        name = "Idempotency-Key",
        in = ParameterIn.HEADER,
        description =
                "1 to 255 visible ASCII characters. The same order with the same key by the same caller is the same"
                        + " job, and is charged once, however often it is sent",
        schema = @Schema(implementation = String.class, minLength = 1, maxLength = 255))
@Parameter(
        name = "dry_run",
        in = ParameterIn.QUERY,
        description = "true: nothing is sent or charged, the answer tells what would be",
        schema = @Schema(implementation = Boolean.class))
@ApiResponse(
        responseCode = "202",
        description = "The job; ask for it at Location",
        headers = {
            @Header(name = "Location", schema = @Schema(type = "string")),
            @Header(name = "Preference-Applied", schema = @Schema(implementation = String.class))
        },
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = JobBody.class)))
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OrderHeaders {}
