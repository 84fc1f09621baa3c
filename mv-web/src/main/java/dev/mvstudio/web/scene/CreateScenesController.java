package dev.mvstudio.web.scene;

import dev.mvstudio.application.scene.CreateScenes;
import dev.mvstudio.application.scene.CreateScenesCommand;
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

@Controller("/api/mv/create_scenes")
@Tag(name = "Generate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CreateScenesController {
    private final CreateScenes createScenes;
    private final Orders orders;

    CreateScenesController(ServedStudio served, Orders orders) {
        this.orders = orders;
        this.createScenes = served.studio().createScenes();
    }

    /** Turns an idea and a character into the scenes of a video. Takes seconds. */
    @Post
    @Operation(operationId = "create_scenes", summary = "Write the scenes of a video")
    @RequestBody(
            required = true,
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CreateScenesBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The scenes, or the rehearsal",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {ScenesBody.class, DryRunBody.class})))
    @OrderHeaders
    @OrderFaults
    HttpResponse<?> create(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        JsonRequest order = JsonRequest.of(request, json);
        CreateScenesBody body = CreateScenesBody.read(order.fields());
        CreateScenesCommand command = body.toCommand();
        order.fields().check(() -> createScenes.plan(command));
        if (order.dryRun()) {
            return HttpResponse.ok(DryRunBody.from(createScenes.plan(command), ScenesMetadata.ParametersBody::from));
        }
        return orders.take(order, body.terms(), terms -> createScenes.submit(command, terms));
    }
}
