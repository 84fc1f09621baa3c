package dev.mvstudio.web.asset;

import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.UploadAsset;
import dev.mvstudio.web.ServedStudio;
import dev.mvstudio.web.error.UploadFaults;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.multipart.StreamingFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;

/** Takes pictures and sound files in. The same bytes twice are stored once. */
@Controller("/api/mv/assets")
@Tag(name = "Assets")
@ExecuteOn(TaskExecutors.BLOCKING)
final class UploadController {
    private static final String FIELD = "file";

    private final UploadAsset uploadAsset;
    private final long most;

    UploadController(ServedStudio served) {
        AssetLimits limits = served.configuration().settings().limits();
        this.uploadAsset = served.studio().uploadAsset();
        this.most = Math.max(limits.image(), limits.soundtrack());
    }

    /** Takes a picture or a sound file in: as the body, or as the part {@code file} of a form. */
    @Post
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        "image/png",
        "image/jpeg",
        "image/webp",
        "audio/mpeg",
        "audio/mp3",
        "audio/wav",
        "audio/x-wav",
        "audio/mp4",
        "audio/x-m4a",
        "audio/aac",
        "audio/flac",
        "audio/x-flac",
        "audio/ogg"
    })
    @Operation(operationId = "upload_asset", summary = "Give a picture or a soundtrack")
    @RequestBody(
            required = true,
            content = {
                @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "image/*", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "audio/*", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = UploadForm.class))
            })
    @ApiResponse(
            responseCode = "201",
            description = "Stored",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UploadedBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The same bytes were there",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UploadedBody.class)))
    @UploadFaults
    HttpResponse<?> upload(@Parameter(hidden = true) HttpRequest<?> request, @Body InputStream bytes) {
        if (request.getContentLength() > most) {
            throw new HttpStatusException(
                    HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The file is larger than " + most + " bytes");
        }
        return store(bytes);
    }

    @Post
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Hidden
    HttpResponse<?> uploadForm(StreamingFileUpload file) {
        return store(file.asInputStream());
    }

    private HttpResponse<?> store(InputStream bytes) {
        try (bytes) {
            UploadAsset.Uploaded uploaded = uploadAsset.upload(FIELD, bytes);
            UploadedBody body = UploadedBody.from(uploaded.asset());
            return uploaded.created()
                    ? HttpResponse.created(body).header("Location", body.url())
                    : HttpResponse.ok(body);
        } catch (IOException e) {
            throw new HttpStatusException(HttpStatus.BAD_REQUEST, "The upload broke off");
        }
    }

    /** The form. */
    @Introspected
    @Schema(name = "UploadForm")
    record UploadForm(
            @Schema(type = "string", format = "binary") String file) {}
}
