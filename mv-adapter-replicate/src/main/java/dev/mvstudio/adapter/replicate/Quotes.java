package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Wording;
import java.util.regex.Pattern;

/** Replicate's own words, fit to be shown: short, on one line, and without links, which lead to the account's pages. */
final class Quotes {
    private static final int MOST = 500;
    private static final Pattern LINK = Pattern.compile("\\s*(?:(?:Go to|See|Visit)\\s+)?https?://[^\\s\"')]+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** Replicate's tokens, whosever they are. */
    private static final Pattern TOKEN = Pattern.compile("\\br8_\\w+");

    private Quotes() {}

    /** What the body of a refusal says; empty for nothing. */
    static String of(JsonNode body) {
        String detail = Json.text(body, "detail");
        return cleaned(detail.isBlank() ? Json.text(body, "title") : detail);
    }

    static String cleaned(String text) {
        String line = TOKEN.matcher(LINK.matcher(text).replaceAll("")).replaceAll("***");
        return shortened(SPACE.matcher(line).replaceAll(" ").strip());
    }

    static String shortened(String text) {
        return text.length() <= MOST ? text : Wording.cut(text, MOST - 1) + "…";
    }

    /** The text behind a separator; nothing when there is none. */
    static String after(String separator, String text) {
        return text.isEmpty() ? "" : separator + text;
    }
}
