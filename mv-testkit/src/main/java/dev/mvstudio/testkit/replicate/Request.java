package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call of the API.
 *
 * @param path its steps below the base
 * @param headers as they came, names in the server's spelling
 * @param body read for small ones; null for a file, which is still in {@code content}
 * @param content what is still to be read
 */
record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, List<String>> headers,
        @Nullable String body,
        InputStream content) {
    static Request read(HttpExchange exchange, String base) throws IOException {
        String method = exchange.getRequestMethod();
        String below = exchange.getRequestURI().getPath().substring(base.length());
        List<String> path =
                Arrays.stream(below.split("/", -1)).filter(s -> !s.isEmpty()).toList();
        boolean file = Call.of(method, path) == Call.UPLOAD;
        InputStream content = exchange.getRequestBody();
        return new Request(
                method,
                path,
                query(exchange.getRequestURI().getRawQuery()),
                Map.copyOf(exchange.getRequestHeaders()),
                file ? null : new String(content.readAllBytes(), UTF_8),
                content);
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return query;
    }

    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(h -> h.getValue().get(0))
                .findFirst();
    }

    /** A step of the path. */
    String step(int index) {
        return path.get(index);
    }

    /** Two steps, as owner and name. */
    String name(int index) {
        return path.get(index) + "/" + path.get(index + 1);
    }
}
