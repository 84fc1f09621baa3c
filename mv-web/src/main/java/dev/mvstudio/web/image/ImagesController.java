package dev.mvstudio.web.image;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.delivery.FileResponse;
import dev.mvstudio.web.error.InfoFaults;
import dev.mvstudio.web.error.LookupFaults;
import dev.mvstudio.web.error.RangeFaults;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Head;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;

@Controller("/api/mv")
@Tag(name = "Images")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImagesController {
    private static final String ID = "image_id";
    private static final Set<Family> IMAGE = Set.of(Family.IMAGE);

    private final Assets assets;

    ImagesController(ServedStudio served) {
        this.assets = served.studio().assets();
    }

    /** Gives the file out, or the part that a Range header asks for. */
    @Get(value = "/get_image/{image_id}", headRoute = false)
    @Produces(MediaType.ALL)
    @Operation(
            operationId = "get_image",
            summary = "Get an image",
            parameters = {
                @Parameter(
                        name = "Range",
                        in = ParameterIn.HEADER,
                        schema = @Schema(type = "string", example = "bytes=0-1023")),
                @Parameter(
                        name = "download",
                        in = ParameterIn.QUERY,
                        description = "true: to be saved instead of shown",
                        schema = @Schema(type = "boolean"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The whole file",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(
            responseCode = "206",
            description = "The part that was asked for",
            content = {
                @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/webp", schema = @Schema(type = "string", format = "binary"))
            })
    @ApiResponse(responseCode = "304", description = "The caller has the current file")
    @LookupFaults
    @RangeFaults
    HttpResponse<?> get(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String imageId) {
        return FileResponse.of(assets, assets.get(ID, imageId, IMAGE), request);
    }

    /** What a GET would say, without the file. */
    @Head("/get_image/{image_id}")
    @Produces(MediaType.ALL)
    @Operation(operationId = "head_image", summary = "Look at an image")
    @ApiResponse(responseCode = "200", description = "There is one; Content-Length is its size")
    @ApiResponse(responseCode = "304", description = "The caller has the current file")
    @ApiResponse(responseCode = "400", description = "This is no id")
    @ApiResponse(responseCode = "404", description = "There is none of this id")
    HttpResponse<?> head(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String imageId) {
        return FileResponse.of(assets, assets.get(ID, imageId, IMAGE), request);
    }

    /** Says whether an image is stored, and what it is. */
    @Get("/get_image/{image_id}/info")
    @Operation(operationId = "get_image_info", summary = "Ask for an image")
    @ApiResponse(responseCode = "200", description = "Stored or not")
    @InfoFaults
    ImageInfoBody info(@PathVariable(ID) String imageId) {
        return assets.find(ID, imageId, IMAGE)
                .map(ImageInfoBody::from)
                .orElseGet(() -> ImageInfoBody.missing(
                        imageId, assets.expiredAt(imageId, IMAGE).orElse(null)));
    }

    /** Removes an image. */
    @Delete("/images/{image_id}")
    @Operation(operationId = "delete_image", summary = "Remove an image")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @LookupFaults
    HttpResponse<?> delete(@PathVariable(ID) String imageId) {
        assets.delete(assets.get(ID, imageId, IMAGE));
        return HttpResponse.noContent();
    }
}
