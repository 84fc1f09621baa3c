package dev.mvstudio.application.asset;

import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.domain.asset.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Use case: a caller gives a picture, a sound file or (on this machine) a clip. The same bytes twice are stored once,
 * and kept as if they were new.
 */
public final class UploadAsset {
    private static final Set<Family> GIVEN = Set.of(Family.IMAGE, Family.AUDIO);

    private final AssetStore store;
    private final Intake intake;
    private final AssetLimits limits;
    private final Supplier<UUID> ids;

    public UploadAsset(AssetStore store, Intake intake, AssetLimits limits, Supplier<UUID> ids) {
        this.store = store;
        this.intake = intake;
        this.limits = limits;
        this.ids = ids;
    }

    /** What was given, and whether it is new here. */
    public record Uploaded(Asset asset, boolean created) {}

    /**
     * Takes a file in.
     *
     * @param field what the caller calls it, for messages
     * @throws dev.mvstudio.application.request.InvalidRequestException when it is no picture or sound that is accepted;
     *     {@link Code#PAYLOAD_TOO_LARGE} when only its size is wrong
     * @throws IOException when the stream breaks; nothing is kept then
     */
    public Uploaded upload(String field, InputStream bytes) throws IOException {
        try {
            return take(bytes, GIVEN, Math.max(limits.image(), limits.soundtrack()));
        } catch (TooLargeException e) {
            throw refused(Code.PAYLOAD_TOO_LARGE, field, e);
        } catch (InvalidMediaException e) {
            throw refused(Code.INVALID_IMAGE, field, e);
        }
    }

    /**
     * Takes a clip in, for callers on this machine: clips are large, so servers do not offer it.
     *
     * @param field what the caller calls it, for messages
     * @throws dev.mvstudio.application.request.InvalidRequestException when it is no video that can be read
     * @throws IOException when the stream breaks; nothing is kept then
     */
    public Uploaded uploadClip(String field, InputStream bytes) throws IOException {
        try {
            return take(bytes, Set.of(Family.VIDEO), limits.video());
        } catch (InvalidMediaException e) {
            throw refused(Code.INVALID_IMAGE, field, e);
        }
    }

    /** Takes a picture in that came with a request. */
    Asset picture(String field, InputStream bytes) throws IOException {
        try {
            return take(bytes, Set.of(Family.IMAGE), limits.image()).asset();
        } catch (InvalidMediaException e) {
            throw refused(Code.INVALID_IMAGE, field, e);
        }
    }

    private Uploaded take(InputStream bytes, Set<Family> families, long maxBytes) throws IOException {
        try (Draft draft = store.draft(null)) {
            Intake.copy(bytes, draft.file(), maxBytes);
            Asset known = store.findBySha256(Collection.UPLOADS, sha256(draft.file()))
                    .filter(a -> families.contains(a.mediaType().family()))
                    .flatMap(intake::renew)
                    .orElse(null);
            if (known != null) {
                return new Uploaded(known, false);
            }
            checkSize(draft.file(), families);
            return new Uploaded(intake.publish(draft, new AssetId(ids.get()), Collection.UPLOADS, families), true);
        }
    }

    private void checkSize(Path file, Set<Family> families) throws IOException {
        long most = most(intake.inspect(file, families).type().family());
        if (Files.size(file) > most) {
            throw new TooLargeException(most);
        }
    }

    private long most(Family family) {
        return switch (family) {
            case IMAGE -> limits.image();
            case AUDIO -> limits.soundtrack();
            case VIDEO -> limits.video();
            case TEXT -> 0;
        };
    }

    private static RuntimeException refused(Code code, String field, InvalidMediaException why) {
        Violations violations = new Violations();
        violations.add(code, field, String.valueOf(why.getMessage()), null);
        return violations.toException();
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw StorageException.because("reading a draft", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
