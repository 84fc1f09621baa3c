package dev.mvstudio.web.character;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.JobSnapshot;
import dev.mvstudio.application.job.Submission;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.delivery.FileResponse;
import dev.mvstudio.web.error.OrderFaults;
import dev.mvstudio.web.job.OrderHeaders;
import dev.mvstudio.web.job.Orders;
import dev.mvstudio.web.provider.DryRunBody;
import dev.mvstudio.web.request.JsonRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
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
import java.util.Objects;
import java.util.function.Function;

@Controller("/api/mv/generate_character_reference")
@Tag(name = "Generate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GenerateCharacterReferenceController {
    private final GenerateCharacterReference generateCharacterReference;
    private final Assets assets;
    private final Orders orders;

    GenerateCharacterReferenceController(ServedStudio served, Orders orders) {
        this.orders = orders;
        this.generateCharacterReference = served.studio().generateCharacterReference();
        this.assets = served.studio().assets();
    }

    /** Draws a character. Takes seconds. With {@code Accept: image/png} the answer is the picture itself. */
    @Post
    @Produces(MediaType.ALL)
    @Operation(
            operationId = "generate_character_reference",
            summary = "Draw a character",
            parameters =
                    @Parameter(
                            name = "include_base64",
                            in = ParameterIn.QUERY,
                            description = "false: image_base64 is left out",
                            schema = @Schema(type = "boolean")))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = GenerateCharacterReferenceBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The pictures, or the rehearsal",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(oneOf = {CharacterReferenceBody.class, DryRunBody.class})),
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @OrderHeaders
    @OrderFaults
    HttpResponse<?> generate(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        WantedImage image = WantedImage.of(request);
        JsonRequest order = JsonRequest.withPictures(request, json, Objects.requireNonNullElse(image.format(), ""));
        GenerateCharacterReferenceBody body = GenerateCharacterReferenceBody.read(order.fields());
        GenerateCharacterReferenceCommand command = body.toCommand(image.format());
        order.fields().check(() -> generateCharacterReference.plan(command));
        if (order.dryRun()) {
            return HttpResponse.ok(DryRunBody.from(
                            generateCharacterReference.plan(command), CharacterMetadata.ParametersBody::from))
                    .contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        Function<Submission, JobSnapshot> submit = terms -> generateCharacterReference.submit(command, terms);
        return image.wanted()
                ? orders.take(order, body.terms(), submit, this::picture)
                : orders.take(order, body.terms(), submit);
    }

    private MutableHttpResponse<?> picture(JobSnapshot job) {
        Asset first = job.result(GeneratedCharacterReference.class).first();
        return FileResponse.whole(assets, first)
                .header(HttpHeaders.CONTENT_LOCATION, CharacterReferenceBody.ImageBody.url(first));
    }
}
