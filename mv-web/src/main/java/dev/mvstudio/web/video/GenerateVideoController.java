package dev.mvstudio.web.video;

import dev.mvstudio.application.job.Progress;
import dev.mvstudio.application.video.GenerateVideo;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.OrderFaults;
import dev.mvstudio.web.provider.DryRunBody;
import dev.mvstudio.web.provider.JobHeaders;
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
import io.swagger.v3.oas.annotations.enums.ParameterIn;
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

    GenerateVideoController(ServedStudio served) {
        this.generateVideo = served.studio().generateVideo();
    }

    /** Films one clip. Takes seconds to minutes: give the request at least 420 seconds. */
    @Post
    @Operation(
            operationId = "generate_video",
            summary = "Film a clip",
            parameters =
                    @Parameter(
                            name = "dry_run",
                            in = ParameterIn.QUERY,
                            description = "true: nothing is sent or charged, the answer tells what would be",
                            schema = @Schema(type = "boolean")))
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
    @OrderFaults
    HttpResponse<?> generate(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        JsonRequest order = JsonRequest.of(request, json);
        GenerateVideoBody body = GenerateVideoBody.read(order.fields());
        order.fields().check(() -> generateVideo.plan(body.withoutPictures().toCommand()));
        GenerateVideoCommand command = body.toCommand();
        if (order.dryRun()) {
            return HttpResponse.ok(DryRunBody.from(generateVideo.plan(command), ClipMetadata.ParametersBody::from));
        }
        GeneratedVideo generated = generateVideo.generate(command, Progress.NONE);
        return JobHeaders.ok(ClipBody.from(generated), generated.outcome());
    }
}
