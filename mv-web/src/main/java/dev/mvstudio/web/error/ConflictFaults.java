package dev.mvstudio.web.error;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what changing a job can fail with. */
@ApiResponse(
        responseCode = "409",
        description = "The job's state does not allow it",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ConflictFaults {}
