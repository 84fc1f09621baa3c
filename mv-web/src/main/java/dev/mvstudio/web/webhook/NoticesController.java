package dev.mvstudio.web.webhook;

import dev.mvstudio.application.provider.HearNotices;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.NotReadyException;
import dev.mvstudio.web.error.NoticeFaults;
import dev.mvstudio.web.error.StoreFaults;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Controller("/api/mv/webhooks")
@Tag(name = "Service")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NoticesController {
    private static final Logger LOG = LoggerFactory.getLogger(NoticesController.class);

    private final HearNotices notices;

    NoticesController(ServedStudio served) {
        this.notices = served.studio().hosting().notices();
    }

    /** Takes what a provider sends when a generation moves. Only for providers: each message carries its signature. */
    @Post("/{backend}")
    @Consumes(MediaType.ALL)
    @Operation(operationId = "hear_notice", summary = "Hear what a provider tells of a generation")
    @RequestBody(
            required = true,
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "200",
            description = "Taken note of",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NoticeBody.class)))
    @NoticeFaults
    @StoreFaults
    NoticeBody hear(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(description = "Whose provider", example = "replicate") @PathVariable("backend") String backend,
            @Body byte[] body) {
        try {
            return NoticeBody.from(notices.hear(backend, headers(request.getHeaders()), body));
        } catch (ProviderException e) {
            LOG.warn("A notice cannot be checked: {}", e.getMessage());
            throw new NotReadyException(
                    e.error().code().name(), "The notice cannot be checked at the moment: send it again");
        }
    }

    private static Map<String, String> headers(HttpHeaders received) {
        Map<String, String> headers = new HashMap<>();
        received.forEach((name, values) -> headers.merge(
                name.toLowerCase(Locale.ROOT), String.join(",", values), (one, other) -> one + "," + other));
        return headers;
    }
}
