package dev.mvstudio.web.error;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents what an order can fail with. */
@ApiResponse(
        responseCode = "400",
        description = "The request is at fault: every violation at once",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@ApiResponse(
        responseCode = "413",
        description = "The body is too large",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@ApiResponse(
        responseCode = "415",
        description = "The body is of another type",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@ApiResponse(
        responseCode = "422",
        description = "The Idempotency-Key was used for another order",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@ApiResponse(
        responseCode = "500",
        description = "It failed, or this server is not set up for it",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@ApiResponse(
        responseCode = "503",
        description =
                "It was not finished in time, too many jobs wait already, the database is out of reach, or the server is"
                        + " being stopped; Retry-After says when to come back",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@ApiResponse(
        responseCode = "507",
        description = "The disk is full or the storage cannot be reached",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface OrderFaults {}
