package dev.mvstudio.domain.asset;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names a stored asset. Hard to guess: whoever has it may read the asset. */
public record AssetId(UUID value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    /** The same id for the same maker and name, every time: a step that is repeated finds what it made before. */
    public static AssetId of(UUID maker, String name) {
        return new AssetId(UUID.nameUUIDFromBytes((maker + "/" + name).getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the canonical lower-case form only; empty for anything else, so that an id is always safe in a path. */
    public static Optional<AssetId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AssetId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
