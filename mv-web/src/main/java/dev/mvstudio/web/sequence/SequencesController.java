package dev.mvstudio.web.sequence;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.image.MakeSlideshow;
import dev.mvstudio.application.image.Sequences;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.delivery.FileResponse;
import dev.mvstudio.web.error.ErrorBody;
import dev.mvstudio.web.error.LookupFaults;
import dev.mvstudio.web.error.OrderFaults;
import dev.mvstudio.web.error.RangeFaults;
import dev.mvstudio.web.job.OrderHeaders;
import dev.mvstudio.web.job.Orders;
import dev.mvstudio.web.provider.DryRunBody;
import dev.mvstudio.web.request.JsonRequest;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/api/mv/sequences")
@Tag(name = "Images")
@ExecuteOn(TaskExecutors.BLOCKING)
final class SequencesController {
    private static final String ID = "folder_id";

    private final Sequences sequences;
    private final MakeSlideshow makeSlideshow;
    private final Assets assets;
    private final Orders orders;
    private final Settings.Server server;

    SequencesController(ServedStudio served, Orders orders) {
        this.sequences = served.studio().sequences();
        this.makeSlideshow = served.studio().makeSlideshow();
        this.assets = served.studio().assets();
        this.orders = orders;
        this.server = served.configuration().settings().server();
    }

    /** Says what is recorded of a sequence: its scenes, their prompts and durations, and where the images are. */
    @Get("/{folder_id}")
    @Operation(operationId = "get_sequence", summary = "Get what is recorded of a sequence")
    @ApiResponse(responseCode = "200", description = "The record")
    @LookupFaults
    SequenceRecordBody get(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String folderId) {
        ImageSequence sequence = sequences.get(folderId);
        return SequenceRecordBody.from(sequence, sequences.shown(sequence), ImageLinks.of(server, request));
    }

    /** A picture with all images of a sequence, row by row. It is made when it is first asked for. */
    @Get("/{folder_id}/contact_sheet.jpg")
    @Produces(MediaType.ALL)
    @Operation(operationId = "get_contact_sheet", summary = "See all images of a sequence at a glance")
    @ApiResponse(
            responseCode = "200",
            description = "The whole file",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The part that was asked for",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "The caller has the current file")
    @LookupFaults
    @RangeFaults
    HttpResponse<?> contactSheet(@Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String folderId) {
        return FileResponse.of(assets, sequences.contactSheet(folderId), request);
    }

    /** Shows the images of a sequence one after the other, each for its duration: a film without sound. Takes seconds. */
    @Post("/{folder_id}/slideshow")
    @Operation(operationId = "make_slideshow", summary = "Make a film of a sequence")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = MakeSlideshowBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The film, or the rehearsal",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(oneOf = {SlideshowBody.class, DryRunBody.class})))
    @ApiResponse(
            responseCode = "404",
            description = "There is no such sequence",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ErrorBody.class)))
    @OrderHeaders
    @OrderFaults
    HttpResponse<?> slideshow(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable(ID) String folderId, @Body byte[] json) {
        JsonRequest order = JsonRequest.of(request, json);
        MakeSlideshowBody body = MakeSlideshowBody.read(order.fields());
        order.fields().check(() -> makeSlideshow.plan(folderId, body.seconds()));
        if (order.dryRun()) {
            return HttpResponse.ok(DryRunBody.from(
                    makeSlideshow.rehearse(folderId, body.seconds()), SlideshowBody.ParametersBody::from));
        }
        return orders.take(order, body.terms(), terms -> makeSlideshow.submit(folderId, body.seconds(), terms));
    }
}
