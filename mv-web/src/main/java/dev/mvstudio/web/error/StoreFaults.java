package dev.mvstudio.web.error;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what asking the database can fail with. */
@ApiResponse(
        responseCode = "503",
        description = "Out of reach for the moment; Retry-After says when to come back",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface StoreFaults {}
