package dev.mvstudio.web.sequence;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.image.GenerateImages;
import dev.mvstudio.application.image.GenerateImagesCommand;
import dev.mvstudio.application.image.GeneratedImages;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.OrderFaults;
import dev.mvstudio.web.job.OrderHeaders;
import dev.mvstudio.web.job.Orders;
import dev.mvstudio.web.request.JsonRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
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

@Controller("/generateImages")
@Tag(name = "Generate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GenerateImagesController {
    private final GenerateImages generateImages;
    private final Orders orders;
    private final Settings.Server server;

    GenerateImagesController(ServedStudio served, Orders orders) {
        this.generateImages = served.studio().generateImages();
        this.orders = orders;
        this.server = served.configuration().settings().server();
    }

    /**
     * Makes an image of each scene, side by side. Takes seconds to minutes. When some cannot be made the answer has those
     * that could, and success is false; the same request with the folder_id of the answer makes those that are missing.
     */
    @Post
    @Operation(operationId = "generate_images", summary = "Make a sequence of images")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = GenerateImagesBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The images as far as there are any, or the rehearsal",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {ImageSequenceBody.class, SequencePlanBody.class})))
    @OrderHeaders
    @OrderFaults
    HttpResponse<?> generate(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        JsonRequest order = JsonRequest.of(request, json);
        GenerateImagesBody body = GenerateImagesBody.read(order.fields());
        GenerateImagesCommand command = body.toCommand(order.fields());
        order.fields().check(() -> generateImages.plan(command));
        if (order.dryRun()) {
            return HttpResponse.ok(SequencePlanBody.from(generateImages.plan(command)));
        }
        ImageLinks links = ImageLinks.of(server, request);
        return orders.take(
                order, body.terms(), terms -> generateImages.submit(command, terms), job -> reply(job, links));
    }

    private static MutableHttpResponse<?> reply(JobSnapshot job, ImageLinks links) {
        return HttpResponse.ok(ImageSequenceBody.from(job.result(GeneratedImages.class), links))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
