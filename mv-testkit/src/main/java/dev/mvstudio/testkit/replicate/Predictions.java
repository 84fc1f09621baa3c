package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The predictions of the account. */
final class Predictions {
    private final Map<String, Prediction> all = new LinkedHashMap<>();
    private final URI api;
    private final Clock clock;
    private volatile int pageSize = 100;

    Predictions(URI api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    void pageSize(int size) {
        pageSize = size;
    }

    synchronized void add(Prediction prediction) {
        all.put(prediction.id(), prediction);
    }

    synchronized Optional<Prediction> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    synchronized int underWay() {
        Instant now = clock.instant();
        return (int) all.values().stream().filter(p -> !p.isOver(now)).count();
    }

    synchronized void hurry() {
        all.values().forEach(p -> p.hurry(clock.instant()));
    }

    Answer get(String id) {
        return shown(find(id).orElseThrow(Refused::notFound));
    }

    Answer cancel(String id) {
        Prediction prediction = find(id).orElseThrow(Refused::notFound);
        prediction.cancel(clock.instant());
        return shown(prediction);
    }

    private Answer shown(Prediction prediction) {
        return Answer.json(200, prediction.show(clock.instant(), api));
    }

    /**
     * A page, the newest first.
     *
     * @param query created_after, created_before, source, cursor
     */
    Answer list(Map<String, String> query) {
        List<Prediction> chosen = chosen(query);
        String cursor = query.get("cursor");
        int from = 0;
        if (cursor != null) {
            List<String> ids = chosen.stream().map(Prediction::id).toList();
            from = ids.indexOf(cursor);
            if (from < 0) {
                throw invalid("Invalid cursor");
            }
        }
        int to = Math.min(chosen.size(), from + pageSize);
        ObjectNode page = Json.object();
        page.put("next", to < chosen.size() ? link(query, chosen.get(to).id()) : null);
        page.put(
                "previous",
                from > 0 ? link(query, chosen.get(Math.max(0, from - pageSize)).id()) : null);
        ArrayNode results = page.putArray("results");
        chosen.subList(from, to).forEach(p -> results.add(p.show(clock.instant(), api)));
        return Answer.json(200, page);
    }

    private List<Prediction> chosen(Map<String, String> query) {
        Instant after = time(query.get("created_after"), Instant.MIN);
        Instant before = time(query.get("created_before"), Instant.MAX);
        String source = query.getOrDefault("source", "");
        if (!source.isEmpty() && !source.equals("web")) {
            throw invalid("source must be web");
        }
        List<Prediction> chosen = new ArrayList<>();
        synchronized (this) {
            all.values().stream()
                    .filter(p -> source.isEmpty()) // none of ours comes from the web site
                    .filter(p -> !p.order().created().isBefore(after)
                            && p.order().created().isBefore(before))
                    .forEach(chosen::add);
        }
        Collections.reverse(chosen);
        return chosen;
    }

    private static Instant time(@Nullable String text, Instant otherwise) {
        try {
            return text == null
                    ? otherwise
                    : java.time.OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw invalid("not an ISO 8601 date-time: " + text);
        }
    }

    private static Refused invalid(String detail) {
        return new Refused(Answer.json(400, Json.object().put("detail", detail).put("status", 400)));
    }

    private String link(Map<String, String> query, String cursor) {
        Map<String, String> all = new LinkedHashMap<>(query);
        all.put("cursor", cursor);
        return api + "/predictions?"
                + all.entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
    }
}
