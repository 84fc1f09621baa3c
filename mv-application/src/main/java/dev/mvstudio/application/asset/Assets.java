package dev.mvstudio.application.asset;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.NotFoundException;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Content;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.film.VideoEditor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Use cases around stored files: look them up, read them, remove them. */
public final class Assets {
    private static final Logger LOG = LoggerFactory.getLogger(Assets.class);

    private final AssetStore store;
    private final VideoEditor editor;
    private final Clock clock;

    public Assets(AssetStore store, VideoEditor editor, Clock clock) {
        this.store = store;
        this.editor = editor;
        this.clock = clock;
    }

    /** Whether files can be stored at the moment. */
    public boolean isWritable() {
        try (Draft draft = store.draft(MediaType.PNG)) {
            Files.write(draft.file(), new byte[] {0});
            return true;
        } catch (StorageException | IOException e) {
            LOG.warn("Nothing can be stored: {}", e.getMessage());
            return false;
        }
    }

    /**
     * Looks an asset up.
     *
     * @param field what the caller calls the id, for messages
     * @return empty when there is none of this family
     * @throws dev.mvstudio.application.request.InvalidRequestException when the id is malformed
     */
    public Optional<Asset> find(String field, String id, Set<Family> families) {
        AssetId parsed = AssetId.parse(id).orElse(null);
        if (parsed == null) {
            Violations violations = new Violations();
            violations.add(Code.INVALID_ID, field, "must be a UUID in lower case", id);
            throw violations.toException();
        }
        return store.find(parsed).filter(a -> families.contains(a.mediaType().family()));
    }

    /**
     * The asset, which must be there.
     *
     * @throws NotFoundException when it is not
     */
    public Asset get(String field, String id, Set<Family> families) {
        return find(field, id, families).orElseThrow(() -> {
            String noun = noun(families);
            return new NotFoundException(
                    noun + " with ID " + id + " not found",
                    "The " + noun.toLowerCase(Locale.ROOT) + " may have been deleted or the ID is incorrect");
        });
    }

    private static String noun(Set<Family> families) {
        if (families.equals(Set.of(Family.VIDEO))) {
            return "Video";
        }
        return families.equals(Set.of(Family.IMAGE)) ? "Image" : "Asset";
    }

    public Content content(Asset asset) {
        return store.content(asset);
    }

    public ByteSource bytes(Asset asset) {
        return store.content(asset).bytes();
    }

    /** Removes an asset and what was derived from it. */
    public void delete(Asset asset) {
        store.delete(thumbnailId(asset));
        store.delete(asset.id());
    }

    /** A JPEG of a video's first frame, made when it is first asked for. */
    public Asset thumbnail(Asset video) {
        AssetId id = thumbnailId(video);
        return store.find(id).orElseGet(() -> {
            try (Draft draft = store.draft(MediaType.JPEG)) {
                editor.thumbnail(local(video), draft.file());
                MediaInfo info = new MediaInfo(MediaType.JPEG, video.info().frame(), null, false);
                return store.publish(draft, NewAsset.of(id, Collection.THUMBNAILS, info, clock.instant()));
            } catch (IllegalArgumentException taken) {
                return store.find(id).orElseThrow(() -> taken);
            }
        });
    }

    private static AssetId thumbnailId(Asset video) {
        return new AssetId(UUID.nameUUIDFromBytes(("thumbnail of " + video.id()).getBytes(StandardCharsets.UTF_8)));
    }

    /** A file that tools can read. */
    public java.nio.file.Path local(Asset asset) {
        return switch (store.content(asset)) {
            case Content.LocalFile local -> local.path();
            case Content.Remote remote -> throw new IllegalStateException("asset " + asset.id() + " has no local file");
        };
    }
}
