package dev.mvstudio.web.request;

import dev.mvstudio.application.request.Violations;
import io.micronaut.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a caller wants to be answered (RFC 7240). Preferences of other kinds are none of our business.
 *
 * @param async whether the answer shall not be waited for longer than said
 * @param patience how long it is waited for; null when nothing was said
 */
public record Preference(boolean async, @Nullable Duration patience) {
    private static final String HEADER = "Prefer";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern PREFERENCE =
            Pattern.compile("\\s*(" + TOKEN + ")\\s*(?:=\\s*(" + TOKEN + "|\"[^\"]*\"))?\\s*(;[^,]*)?\\s*");
    /** Not one between quotes. */
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Preference NONE = new Preference(false, null);

    static Preference of(HttpRequest<?> request, Violations violations) {
        Preference all = NONE;
        for (String line : request.getHeaders().getAll(HEADER)) {
            for (String one : COMMA.split(line, -1)) {
                all = all.with(one, violations);
            }
        }
        return all;
    }

    private Preference with(String text, Violations violations) {
        Matcher m = PREFERENCE.matcher(text);
        if (!m.matches()) {
            violations.add(HEADER, "must be preferences such as respond-async or wait=10", text.strip());
            return this;
        }
        return switch (m.group(1).toLowerCase(Locale.ROOT)) {
            case "respond-async" -> new Preference(true, patience);
            case "wait" -> new Preference(async, patience == null ? seconds(m.group(2), violations) : patience);
            default -> this;
        };
    }

    private static @Nullable Duration seconds(@Nullable String said, Violations violations) {
        String value = said == null ? "" : said.replace("\"", "");
        if (!SECONDS.matcher(value).matches()) {
            violations.add(HEADER, "wait must be a whole number of seconds, such as wait=10", value);
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(value));
    }

    /** Whether the caller said anything of interest. */
    public boolean isGiven() {
        return async || patience != null;
    }

    /** What to say of the preferences that were honoured. */
    public String applied() {
        return String.join(
                ", ",
                List.of(async ? "respond-async" : "", patience == null ? "" : "wait=" + patience.toSeconds()).stream()
                        .filter(p -> !p.isEmpty())
                        .toList());
    }
}
