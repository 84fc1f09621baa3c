package dev.mvstudio.application.asset;

import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaProbe;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes bytes in: streams them to a draft, looks what they are, and only then publishes them. */
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final AssetStore store;
    private final MediaProbe probe;
    private final Clock clock;
    private final Retention retention;

    /**
     * One that gives what it publishes the time that media are kept.
     *
     * @param retention how long that is
     */
    public Intake(AssetStore store, MediaProbe probe, Clock clock, Retention retention) {
        this.store = store;
        this.probe = probe;
        this.clock = clock;
        this.retention = retention;
    }

    /** The same, or one whose assets never expire. */
    public Intake keeping(boolean keep) {
        return keep ? new Intake(store, probe, clock, Retention.FOREVER) : this;
    }

    /**
     * Where an asset goes.
     *
     * @param stem its path without the extension; null for the usual one
     */
    public record Place(
            AssetId id, Collection collection, @Nullable String stem) {}

    /**
     * Publishes what a source gives. A source that was taken in before under this id is not read again.
     *
     * @param families what it may be
     * @throws InvalidMediaException when it is something else, too large, or damaged
     * @throws IOException when the source broke
     */
    public Asset take(
            AssetId id, Collection collection, Set<MediaType.Family> families, ByteSource source, long maxBytes)
            throws IOException {
        Asset known = known(id).orElse(null);
        return known != null ? known : fetch(source, maxBytes, draft -> publish(draft, id, collection, families));
    }

    /**
     * What was taken in under this id before. Where the store cannot say, because what it has is elsewhere and out of
     * reach, it is taken in once more: the store keeps one of them.
     */
    public Optional<Asset> known(AssetId id) {
        try {
            return store.find(id);
        } catch (StorageException e) {
            LOG.warn("Whether asset {} is there already is not known: {}", id, e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Does something with what a source gives, which is gone afterwards unless it was published.
     *
     * @throws IOException when the source broke
     */
    public <T> T fetch(ByteSource source, long maxBytes, Function<Draft, T> then) throws IOException {
        try (Draft draft = store.draft(null)) {
            try (InputStream in = source.open()) {
                copy(in, draft.file(), maxBytes);
            }
            return then.apply(draft);
        }
    }

    /** Publishes a draft that is already written. */
    public Asset publish(Draft draft, AssetId id, Collection collection, Set<MediaType.Family> families) {
        return publish(draft, new Place(id, collection, null), families);
    }

    /** The same, at this place. */
    public Asset publish(Draft draft, Place place, Set<MediaType.Family> families) {
        Instant now = clock.instant();
        MediaInfo info = inspect(draft.file(), families);
        NewAsset usual = NewAsset.of(place.id(), place.collection(), info, now);
        String path = place.stem() == null
                ? usual.path()
                : place.stem() + "." + info.type().extension();
        return store.publish(
                draft, new NewAsset(place.id(), place.collection(), path, info, now, retention.mediaExpiry(now)));
    }

    /**
     * Gives an asset that was handed in again the time of a new one. What has more keeps it.
     *
     * @return empty when it expired just now
     */
    public Optional<Asset> renew(Asset known) {
        Instant expiry = Retention.later(known.expiresAt(), retention.mediaExpiry(clock.instant()));
        try {
            return Optional.of(Objects.equals(expiry, known.expiresAt()) ? known : store.expireAt(known.id(), expiry));
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /**
     * What a file is.
     *
     * @throws InvalidMediaException when it is nothing of these families
     */
    public MediaInfo inspect(Path file, Set<MediaType.Family> families) {
        MediaInfo info = probe.probe(file);
        if (!families.contains(info.type().family())) {
            String wanted = families.stream()
                    .map(f -> f.name().toLowerCase(java.util.Locale.ROOT))
                    .sorted()
                    .collect(Collectors.joining(" or "));
            throw new InvalidMediaException("it is " + info.type() + ", not " + wanted);
        }
        return info;
    }

    /** A broken source and a full disk are told apart. */
    static void copy(InputStream in, Path file, long maxBytes) throws IOException {
        try (OutputStream out = create(file)) {
            byte[] buffer = new byte[64 * 1024];
            long total = 0;
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                total += n;
                if (total > maxBytes) {
                    throw new TooLargeException(maxBytes);
                }
                write(out, buffer, n);
            }
        }
    }

    private static OutputStream create(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw StorageException.because("writing a draft", e);
        }
    }

    private static void write(OutputStream out, byte[] buffer, int length) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw StorageException.because("writing a draft", e);
        }
    }
}
