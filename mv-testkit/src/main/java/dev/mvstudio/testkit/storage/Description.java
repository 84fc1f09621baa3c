package dev.mvstudio.testkit.storage;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a caller says of an object. */
record Description(JsonNode json) {
    private static final List<String> FIELDS =
            List.of("contentType", "cacheControl", "contentDisposition", "contentEncoding", "contentLanguage");

    static Description read(String text) throws Refused {
        try {
            JsonNode json = text.isBlank() ? Json.object() : Json.read(text);
            if (!json.isObject()) {
                throw Refused.invalid("Parse Error");
            }
            for (String number : List.of("size", "generation", "metageneration")) {
                if (json.path(number).isNumber()) {
                    throw Refused.invalid("Invalid value for: " + number + " is not a string");
                }
            }
            return new Description(json);
        } catch (IOException e) {
            throw new Refused(400, "parseError", "Parse Error");
        }
    }

    Optional<String> text(String member) {
        return Optional.ofNullable(json.get(member)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }

    Map<String, String> fields(@Nullable String contentType) {
        Map<String, String> fields = new HashMap<>();
        if (contentType != null) {
            fields.put("contentType", contentType);
        }
        FIELDS.forEach(name -> text(name).ifPresent(value -> fields.put(name, value)));
        return fields;
    }

    /** With null for what is to be taken away. */
    Map<String, @Nullable String> metadata() throws Refused {
        Map<String, @Nullable String> metadata = new HashMap<>();
        for (Map.Entry<String, JsonNode> e : json.path("metadata").properties()) {
            if (!e.getValue().isTextual() && !e.getValue().isNull()) {
                throw Refused.invalid("Invalid value for: metadata." + e.getKey() + " is not a string");
            }
            metadata.put(e.getKey(), e.getValue().isNull() ? null : e.getValue().asText());
        }
        return metadata;
    }

    Map<String, String> metadataToKeep() throws Refused {
        Map<String, String> kept = new HashMap<>();
        metadata().forEach((key, value) -> {
            if (value != null) {
                kept.put(key, value);
            }
        });
        return kept;
    }

    /** Refuses bytes that are not those that the caller meant. */
    void check(byte[] bytes) throws Refused {
        String md5 = StoredObject.md5(bytes);
        String crc = StoredObject.crc32c(bytes);
        check("MD5 hash", text("md5Hash"), md5);
        check("CRC32C", text("crc32c"), crc);
    }

    static void check(String what, Optional<String> said, String found) throws Refused {
        if (said.isPresent() && !said.get().equals(found)) {
            throw Refused.invalid("Provided " + what + " \"" + said.get() + "\" doesn't match calculated " + what
                    + " \"" + found + "\".");
        }
    }
}
