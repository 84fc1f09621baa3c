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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Use cases around stored files: look them up, read them, remove them. */
public final class Assets {
    private static final Logger LOG = LoggerFactory.getLogger(Assets.class);

    private final AssetStore store;
    private final VideoEditor editor;
    private final Clock clock;
    private final Retention retention;

    public Assets(AssetStore store, VideoEditor editor, Clock clock, Retention retention) {
        this.store = store;
        this.editor = editor;
        this.clock = clock;
        this.retention = retention;
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
     * @return empty when there is none of this family, or its time is up
     * @throws dev.mvstudio.application.request.InvalidRequestException when the id is malformed
     */
    public Optional<Asset> find(String field, String id, Set<Family> families) {
        AssetId parsed = AssetId.parse(id).orElse(null);
        if (parsed == null) {
            Violations violations = new Violations();
            violations.add(Code.INVALID_ID, field, "must be a UUID in lower case", id);
            throw violations.toException();
        }
        return store.find(parsed)
                .filter(a -> families.contains(a.mediaType().family()))
                .filter(a -> !a.isExpired(clock.instant()));
    }

    /** When the asset of this id expired, if there was one of this family and that is still remembered. */
    public Optional<Instant> expiredAt(String id, Set<Family> families) {
        return AssetId.parse(id)
                .flatMap(parsed -> store.find(parsed).or(() -> store.findExpired(parsed)))
                .filter(a -> families.contains(a.mediaType().family()))
                .filter(a -> a.isExpired(clock.instant()))
                .map(Asset::expiresAt);
    }

    /**
     * The asset, which must be there.
     *
     * @throws NotFoundException when it is not
     */
    public Asset get(String field, String id, Set<Family> families) {
        return find(field, id, families).orElseThrow(() -> missing(id, families));
    }

    private NotFoundException missing(String id, Set<Family> families) {
        String noun = noun(families);
        return new NotFoundException(
                noun + " with ID " + id + " not found",
                expiredAt(id, families)
                        .map(at -> "The " + noun.toLowerCase(Locale.ROOT) + " expired on "
                                + at.truncatedTo(ChronoUnit.SECONDS) + policy())
                        .orElse("The " + noun.toLowerCase(Locale.ROOT)
                                + " may have been deleted or the ID is incorrect"));
    }

    private String policy() {
        Duration media = retention.media();
        return media == null ? "" : " (media is kept for " + Retention.words(media) + "; keep: true keeps it for ever)";
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

    /**
     * Says whether an asset never expires. One that was kept and no longer is expires as if it were made now.
     *
     * @return how it is now
     * @throws NotFoundException when it is gone, or its time is up
     */
    public Asset keep(Asset asset, boolean keep) {
        String id = asset.id().toString();
        Set<Family> families = Set.of(asset.mediaType().family());
        Asset now = get("id", id, families);
        if (keep == (now.expiresAt() == null)) {
            return now;
        }
        Instant expiry = keep ? null : retention.mediaExpiry(clock.instant());
        Asset changed = expireAt(now.id(), expiry).orElseThrow(() -> missing(id, families));
        store.find(thumbnailId(now)).ifPresent(thumbnail -> expireAt(thumbnail.id(), expiry));
        return changed;
    }

    /** The same, for whoever does not mind that it is gone. */
    public void keepIfThere(Asset asset, boolean keep) {
        if (store.find(asset.id()).filter(a -> !a.isExpired(clock.instant())).isPresent()) {
            keep(asset, keep);
        }
    }

    private Optional<Asset> expireAt(AssetId id, @Nullable Instant at) {
        try {
            return Optional.of(store.expireAt(id, at));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** A JPEG of a video's first frame, made when it is first asked for. It goes when its video goes. */
    public Asset thumbnail(Asset video) {
        AssetId id = thumbnailId(video);
        return store.find(id).orElseGet(() -> {
            try (LocalFiles files = files();
                    Draft draft = store.draft(MediaType.JPEG)) {
                editor.thumbnail(files.of(video), draft.file());
                MediaInfo info = new MediaInfo(MediaType.JPEG, video.info().frame(), null, false);
                NewAsset as = NewAsset.of(id, Collection.THUMBNAILS, info, clock.instant());
                return store.publish(draft, as.expiringAt(video.expiresAt()));
            } catch (IllegalArgumentException taken) {
                return store.find(id).orElseThrow(() -> taken);
            }
        });
    }

    private static AssetId thumbnailId(Asset video) {
        return new AssetId(UUID.nameUUIDFromBytes(("thumbnail of " + video.id()).getBytes(StandardCharsets.UTF_8)));
    }

    /** Files that tools can read, wherever the assets are. */
    public LocalFiles files() {
        return new LocalFiles(store);
    }

    /**
     * A file that tools can read, where the store has its files on this machine.
     *
     * @throws IllegalStateException when it has not; {@link #files} has copies then
     */
    public java.nio.file.Path local(Asset asset) {
        return switch (store.content(asset)) {
            case Content.LocalFile local -> local.path();
            case Content.Remote remote -> throw new IllegalStateException("asset " + asset.id() + " has no local file");
        };
    }
}
