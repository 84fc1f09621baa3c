package dev.mvstudio.web.video;

import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.GenerateVideoCommand;
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

@Controller("/api/mv/generate_video")
@Tag(name = "Generate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GenerateVideoController {
    private final GenerateVideo generateVideo;
    private final Orders orders;

    GenerateVideoController(ServedStudio served, Orders orders) {
        this.orders = orders;
        this.generateVideo = served.studio().generateVideo();
    }

    /** Films one clip. Takes seconds to minutes: give the request at least 420 seconds. */
    @Post
    @Operation(operationId = "generate_video", summary = "Film a clip")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = GenerateVideoBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The clip, or the rehearsal",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {ClipBody.class, DryRunBody.class})))
    @OrderHeaders
    @OrderFaults
    HttpResponse<?> generate(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        JsonRequest order = JsonRequest.of(request, json);
        GenerateVideoBody body = GenerateVideoBody.read(order.fields());
        order.fields().check(() -> generateVideo.plan(body.withoutPictures().toCommand()));
        GenerateVideoCommand command = body.toCommand();
        if (order.dryRun()) {
            return HttpResponse.ok(DryRunBody.from(generateVideo.plan(command), ClipMetadata.ParametersBody::from));
        }
        return orders.take(order, body.terms(), terms -> generateVideo.submit(command, terms));
    }
}
