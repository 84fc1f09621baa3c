package dev.mvstudio.web.character;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.character.GenerateCharacterReference;
import dev.mvstudio.application.character.GenerateCharacterReferenceCommand;
import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.delivery.FileResponse;
import dev.mvstudio.web.error.OrderFaults;
import dev.mvstudio.web.provider.DryRunBody;
import dev.mvstudio.web.provider.JobHeaders;
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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;

@Controller("/api/mv/generate_character_reference")
@Tag(name = "Generate")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GenerateCharacterReferenceController {
    private final GenerateCharacterReference generateCharacterReference;
    private final Assets assets;

    GenerateCharacterReferenceController(ServedStudio served) {
        this.generateCharacterReference = served.studio().generateCharacterReference();
        this.assets = served.studio().assets();
    }

    /** Draws a character. Takes seconds. With {@code Accept: image/png} the answer is the picture itself. */
    @Post
    @Produces(MediaType.ALL)
    @Operation(
            operationId = "generate_character_reference",
            summary = "Draw a character",
            parameters = {
                @Parameter(
                        name = "dry_run",
                        in = ParameterIn.QUERY,
                        description = "true: nothing is sent or charged, the answer tells what would be",
                        schema = @Schema(type = "boolean")),
                @Parameter(
                        name = "include_base64",
                        in = ParameterIn.QUERY,
                        description = "false: image_base64 is left out",
                        schema = @Schema(type = "boolean"))
            })
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
    @OrderFaults
    HttpResponse<?> generate(@Parameter(hidden = true) HttpRequest<?> request, @Body byte[] json) {
        JsonRequest order = JsonRequest.withPictures(request, json);
        WantedImage image = WantedImage.of(request);
        GenerateCharacterReferenceCommand command =
                GenerateCharacterReferenceBody.read(order.fields()).toCommand(image.format());
        order.fields().check(() -> generateCharacterReference.plan(command));
        if (order.dryRun()) {
            return json(HttpResponse.ok(
                    DryRunBody.from(generateCharacterReference.plan(command), CharacterMetadata.ParametersBody::from)));
        }
        GeneratedCharacterReference generated = generateCharacterReference.generate(command);
        if (image.wanted()) {
            return picture(generated);
        }
        String base64 = order.includeBase64() ? base64(generated.first()) : null;
        return json(JobHeaders.ok(CharacterReferenceBody.from(generated, base64), generated.outcome()));
    }

    private static HttpResponse<?> json(MutableHttpResponse<?> response) {
        return response.contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private HttpResponse<?> picture(GeneratedCharacterReference generated) {
        return JobHeaders.with(FileResponse.whole(assets, generated.first()), generated.outcome())
                .header(HttpHeaders.CONTENT_LOCATION, CharacterReferenceBody.ImageBody.url(generated.first()));
    }

    private String base64(Asset image) {
        try (InputStream bytes = assets.bytes(image).open()) {
            return Base64.getEncoder().encodeToString(bytes.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
