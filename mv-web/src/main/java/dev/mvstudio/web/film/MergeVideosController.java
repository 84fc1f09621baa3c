package dev.mvstudio.web.film;

import dev.mvstudio.application.film.MergeVideos;
import dev.mvstudio.application.film.MergeVideosCommand;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.OrderFaults;
import dev.mvstudio.web.job.OrderHeaders;
import dev.mvstudio.web.job.Orders;
import dev.mvstudio.web.provider.DryRunBody;
import dev.mvstudio.web.request.JsonRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
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

@Controller("/api/mv/merge_videos")
@Tag(name = "Generate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MergeVideosController {
    private final MergeVideos mergeVideos;
    private final Orders orders;

    MergeVideosController(ServedStudio served, Orders orders) {
        this.orders = orders;
        this.mergeVideos = served.studio().mergeVideos();
    }

    /** Joins clips to one film, with or without a soundtrack. Takes seconds to minutes. */
    @Post
    @Operation(operationId = "merge_videos", summary = "Join clips")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = MergeVideosBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The film, or the rehearsal",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {FilmBody.class, DryRunBody.class})))
    @OrderHeaders
    @OrderFaults
    HttpResponse<?> merge(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        JsonRequest order = JsonRequest.of(request, json);
        MergeVideosBody body = MergeVideosBody.read(order.fields());
        order.fields().check(() -> mergeVideos.plan(body.toCommand()));
        MergeVideosCommand command = body.toCommand();
        if (order.dryRun()) {
            return HttpResponse.ok(DryRunBody.from(mergeVideos.plan(command), FilmMetadata.ParametersBody::from));
        }
        return orders.take(order, body.terms(), terms -> mergeVideos.submit(command, terms));
    }
}
