package dev.mvstudio.web.video;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.domain.asset.Asset;
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
@Tag(name = "Videos")
@ExecuteOn(TaskExecutors.BLOCKING)
final class VideosController {
    private static final String ID = "video_id";
    private static final Set<Family> VIDEO = Set.of(Family.VIDEO);

    private final Assets assets;

    VideosController(ServedStudio served) {
        this.assets = served.studio().assets();
    }

    /** Gives the file out, or the part that a Range header asks for. */
    @Get(value = "/get_video/{video_id}", headRoute = false)
    @Produces(MediaType.ALL)
    @Operation(
            operationId = "get_video",
            summary = "Get a video",
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
            content = @Content(mediaType = "video/mp4", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The part that was asked for",
            content = @Content(mediaType = "video/mp4", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The caller has the current file")
    @LookupFaults
    @RangeFaults
    HttpResponse<?> get(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String videoId) {
        return FileResponse.of(assets, assets.get(ID, videoId, VIDEO), request);
    }

    /** What a GET would say, without the file. */
    @Head("/get_video/{video_id}")
    @Produces(MediaType.ALL)
    @Operation(operationId = "head_video", summary = "Look at a video")
    @ApiResponse(responseCode = "200", description = "There is one; Content-Length is its size")
    @ApiResponse(responseCode = "304", description = "The caller has the current file")
    @ApiResponse(responseCode = "400", description = "This is no id")
    @ApiResponse(responseCode = "404", description = "There is none of this id")
    HttpResponse<?> head(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String videoId) {
        return FileResponse.of(assets, assets.get(ID, videoId, VIDEO), request);
    }

    /** Says whether a video is stored, and what it is. */
    @Get("/get_video/{video_id}/info")
    @Operation(operationId = "get_video_info", summary = "Ask for a video")
    @ApiResponse(responseCode = "200", description = "Stored or not")
    @InfoFaults
    VideoInfoBody info(@PathVariable(ID) String videoId) {
        return assets.find(ID, videoId, VIDEO)
                .map(VideoInfoBody::from)
                .orElseGet(() -> VideoInfoBody.missing(
                        videoId, assets.expiredAt(videoId, VIDEO).orElse(null)));
    }

    /** The first frame. */
    @Get("/get_video/{video_id}/thumbnail")
    @Produces(MediaType.ALL)
    @Operation(operationId = "get_video_thumbnail", summary = "Get the first frame of a video")
    @ApiResponse(
            responseCode = "200",
            description = "A picture",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The caller has it")
    @LookupFaults
    HttpResponse<?> thumbnail(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String videoId) {
        Asset video = assets.get(ID, videoId, VIDEO);
        return FileResponse.of(assets, assets.thumbnail(video), request);
    }

    /** Removes a video. */
    @Delete("/videos/{video_id}")
    @Operation(operationId = "delete_video", summary = "Remove a video")
    @ApiResponse(responseCode = "204", description = "It is gone")
    @LookupFaults
    HttpResponse<?> delete(@PathVariable(ID) String videoId) {
        assets.delete(assets.get(ID, videoId, VIDEO));
        return HttpResponse.noContent();
    }
}
