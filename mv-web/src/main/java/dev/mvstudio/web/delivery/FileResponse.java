package dev.mvstudio.web.delivery;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.StorageException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.InputStream;

/** Answers with the bytes of a stored file, or with the part of them that the caller lacks. */
public final class FileResponse {
    private final Assets assets;
    private final Asset asset;
    private final boolean download;
    private final Conditions conditions;

    private FileResponse(Assets assets, Asset asset, boolean download) {
        this.assets = assets;
        this.asset = asset;
        this.download = download;
        this.conditions = new Conditions("\"" + asset.sha256() + "\"", HttpDates.seconds(asset.createdAt()));
    }

    /** What the request asks for: all, a part, or only whether there is something new. */
    public static MutableHttpResponse<?> of(Assets assets, Asset asset, HttpRequest<?> request) {
        boolean download =
                request.getParameters().get("download", String.class, "false").equals("true");
        return new FileResponse(assets, asset, download).answer(request);
    }

    /** All of it. */
    public static MutableHttpResponse<?> whole(Assets assets, Asset asset) {
        return new FileResponse(assets, asset, false).bytes(HttpResponse.ok(), 0, asset.size());
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request) {
        HttpHeaders asked = request.getHeaders();
        if (conditions.isKnown(asked)) {
            return describe(HttpResponse.notModified());
        }
        if (request.getMethod() == HttpMethod.HEAD) {
            return typed(HttpResponse.ok()).contentLength(asset.size());
        }
        String range = conditions.allowPart(asked.get(HttpHeaders.IF_RANGE)) ? asked.get(HttpHeaders.RANGE) : null;
        return switch (ByteRange.of(range, asset.size())) {
            case ByteRange.Whole whole -> bytes(HttpResponse.ok(), 0, asset.size());
            case ByteRange.Part part -> part(part);
            case ByteRange.Unsatisfiable none -> throw new UnsatisfiableRangeException(asset.size());
        };
    }

    private MutableHttpResponse<?> part(ByteRange.Part part) {
        String place = "bytes " + part.first() + "-" + part.last() + "/" + asset.size();
        return bytes(HttpResponse.status(HttpStatus.PARTIAL_CONTENT), part.first(), part.length())
                .header(HttpHeaders.CONTENT_RANGE, place);
    }

    private MutableHttpResponse<?> describe(MutableHttpResponse<?> response) {
        String name = asset.id() + "." + asset.mediaType().extension();
        return response.header(HttpHeaders.ACCEPT_RANGES, "bytes")
                .header(HttpHeaders.ETAG, conditions.tag())
                .header(HttpHeaders.LAST_MODIFIED, HttpDates.format(conditions.modified()))
                .header(HttpHeaders.CACHE_CONTROL, "private")
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (download ? "attachment" : "inline") + "; filename=\"" + name + "\"");
    }

    private MutableHttpResponse<?> typed(MutableHttpResponse<?> response) {
        return describe(response).contentType(MediaType.of(asset.mediaType().mimeType()));
    }

    private MutableHttpResponse<?> bytes(MutableHttpResponse<?> bare, long offset, long length) {
        MutableHttpResponse<?> response = typed(bare);
        return switch (assets.content(asset)) {
            case Content.LocalFile local ->
                response.header(FileSlice.HEADER, new FileSlice(local.path(), offset, length).toHeader());
            case Content.Remote remote ->
                response.body(stream(remote, offset, length)).header(FileSender.LENGTH, Long.toString(length));
        };
    }

    private InputStream stream(Content.Remote remote, long offset, long length) {
        try {
            return new LimitedStream(remote.bytes().open(offset, length), length);
        } catch (IOException e) {
            throw StorageException.because("reading " + asset.path(), e);
        }
    }
}
