package dev.mvstudio.application.asset;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.domain.asset.RemoteFiles;
import dev.mvstudio.domain.image.ReferenceImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what callers name as reference images into stored pictures. */
public final class ReferenceImages {
    private final AssetStore store;
    private final Assets assets;
    private final UploadAsset uploads;
    private final RemoteFiles remote;

    public ReferenceImages(AssetStore store, Assets assets, UploadAsset uploads, RemoteFiles remote) {
        this.store = store;
        this.assets = assets;
        this.uploads = uploads;
        this.remote = remote;
    }

    /** The stored picture of this id; a violation when there is none. */
    public Optional<ReferenceImage> stored(String field, String id, Violations violations) {
        Optional<Asset> asset =
                AssetId.parse(id).flatMap(store::find).filter(a -> a.mediaType().family() == Family.IMAGE);
        if (asset.isEmpty()) {
            violations.add(field, "must be the id of a stored image", id);
        }
        return asset.map(this::reference);
    }

    /**
     * Stores a picture that came in base64.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException when it is none
     */
    public ReferenceImage encoded(String field, EncodedImage image) {
        try (InputStream bytes = new ByteArrayInputStream(image.decode())) {
            return reference(uploads.picture(field, bytes));
        } catch (IllegalArgumentException | IOException e) {
            throw refused(Code.INVALID_IMAGE, field, "is not base64: " + e.getMessage(), null);
        }
    }

    /**
     * Fetches and stores a picture.
     *
     * @throws dev.mvstudio.application.request.InvalidRequestException when the address is refused, cannot be read, or
     *     gives no picture
     */
    public ReferenceImage fetched(String field, String address) {
        try (InputStream bytes = remote.fetch(URI.create(address))) {
            return reference(uploads.picture(field, bytes));
        } catch (RemoteFiles.AddressRefusedException e) {
            throw refused(Code.URL_NOT_ALLOWED, field, String.valueOf(e.getMessage()), address);
        } catch (IllegalArgumentException e) {
            throw refused(Code.VALIDATION_ERROR, field, "is not an address", address);
        } catch (IOException e) {
            throw refused(Code.INVALID_IMAGE, field, "could not be fetched: " + e.getMessage(), address);
        }
    }

    private ReferenceImage reference(Asset asset) {
        return new ReferenceImage(asset, assets.bytes(asset));
    }

    private static RuntimeException refused(Code code, String field, String message, @Nullable Object rejected) {
        Violations violations = new Violations();
        violations.add(code, field, message, rejected);
        return violations.toException();
    }

    /** The stored pictures of these ids, without those that are not there. */
    public List<ReferenceImage> stored(String field, List<String> ids, Violations violations) {
        return ids.stream()
                .flatMap(id -> stored(field, id, violations).stream())
                .toList();
    }
}
