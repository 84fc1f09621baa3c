package dev.mvstudio.web.asset;

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
@Tag(name = "Assets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AssetsController {
    private static final String ID = "asset_id";
    private static final Set<Family> GIVEN = Set.of(Family.IMAGE, Family.AUDIO);

    private final Assets assets;

    AssetsController(ServedStudio served) {
        this.assets = served.studio().assets();
    }

    /** Gives the file out, or the part that a Range header asks for. */
    @Get(value = "/assets/{asset_id}", headRoute = false)
    @Produces(MediaType.ALL)
    @Operation(
            operationId = "get_asset",
            summary = "Get an asset",
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
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The part that was asked for",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The caller has the current file")
    @LookupFaults
    @RangeFaults
    HttpResponse<?> get(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String assetId) {
        return FileResponse.of(assets, assets.get(ID, assetId, GIVEN), request);
    }

    /** What a GET would say, without the file. */
    @Head("/assets/{asset_id}")
    @Produces(MediaType.ALL)
    @Operation(operationId = "head_asset", summary = "Look at an asset")
    @ApiResponse(responseCode = "200", description = "There is one; Content-Length is its size")
    @ApiResponse(responseCode = "304", description = "The caller has the current file")
    @ApiResponse(responseCode = "400", description = "This is no id")
    @ApiResponse(responseCode = "404", description = "There is none of this id")
    HttpResponse<?> head(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String assetId) {
        return FileResponse.of(assets, assets.get(ID, assetId, GIVEN), request);
    }

    /** Says whether an asset is stored, and what it is. */
    @Get("/assets/{asset_id}/info")
    @Operation(operationId = "get_asset_info", summary = "Ask for an asset")
    @ApiResponse(responseCode = "200", description = "Stored or not")
    @InfoFaults
    AssetInfoBody info(@PathVariable(ID) String assetId) {
        return assets.find(ID, assetId, GIVEN)
                .map(AssetInfoBody::from)
                .orElseGet(() -> AssetInfoBody.missing(
                        assetId, assets.expiredAt(assetId, GIVEN).orElse(null)));
    }
}
