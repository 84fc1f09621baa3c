package dev.mvstudio.cli.shell;

import dev.mvstudio.application.asset.UploadAsset;
import dev.mvstudio.application.request.InvalidRequestException;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files that are named on the command line. They are taken into the store; ids of stored ones will do as well. */
public final class GivenFiles {
    private final Shell shell;
    private final UploadAsset uploads;
    private final Violations violations = new Violations();

    public GivenFiles(Shell shell, UploadAsset uploads) {
        this.shell = shell;
        this.uploads = uploads;
    }

    /** The id of a stored file; null, and a violation, when it cannot be had. */
    public @Nullable String id(String field, @Nullable String fileOrId, Family family) {
        if (fileOrId == null) {
            return null;
        }
        Path file = file(fileOrId);
        if (file != null && Files.isRegularFile(file)) {
            return stored(field, file, family);
        }
        if (AssetId.parse(fileOrId).isPresent()) {
            return fileOrId;
        }
        violations.add(field, file != null && Files.exists(file) ? "is no file" : "there is no such file", fileOrId);
        return null;
    }

    /** The ids of stored pictures, without those that cannot be had; null when none is named. */
    public @Nullable List<String> pictures(String field, List<String> filesOrIds) {
        return filesOrIds.isEmpty()
                ? null
                : filesOrIds.stream()
                        .flatMap(f -> Stream.ofNullable(id(field, f, Family.IMAGE)))
                        .toList();
    }

    /** Throws when a file could not be had. */
    public void check() {
        violations.check();
    }

    private @Nullable Path file(String typed) {
        try {
            return shell.resolve(Path.of(typed));
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private @Nullable String stored(String field, Path file, Family family) {
        try (InputStream bytes = Files.newInputStream(file)) {
            Asset asset = family == Family.VIDEO
                    ? uploads.uploadClip(field, bytes).asset()
                    : uploads.upload(field, bytes).asset();
            if (asset.mediaType().family() != family) {
                violations.add(field, "must not be " + asset.mediaType(), file.getFileName());
            }
            return asset.id().toString();
        } catch (InvalidRequestException e) {
            e.violations().forEach(v -> violations.add(v.field(), v.message(), file.getFileName()));
            return null;
        } catch (IOException e) {
            throw StorageException.because("reading " + file, e);
        }
    }
}
