package dev.mvstudio.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that has been read.
 *
 * @param path its steps
 * @param query the parameters behind the path
 * @param headers as they came, names in the server's spelling
 * @param body as it came; what is beyond the most is left out
 * @param tooLarge whether something of the body was left out
 */
public record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        Map<String, List<String>> headers,
        String body,
        boolean tooLarge) {
    /**
     * Reads all of it.
     *
     * @param most how many bytes of the body are kept
     */
    public static Request read(HttpExchange exchange, int most) throws IOException {
        InputStream content = exchange.getRequestBody();
        byte[] body = content.readNBytes(most);
        boolean more = content.read() >= 0;
        content.transferTo(OutputStream.nullOutputStream());
        return new Request(
                exchange.getRequestMethod(),
                path(exchange.getRequestURI().getRawPath()),
                query(exchange.getRequestURI().getRawQuery()),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(body, UTF_8),
                more);
    }

    private static List<String> path(String raw) {
        List<String> steps = new ArrayList<>();
        for (String step : raw.split("/", -1)) {
            if (!step.isEmpty()) {
                steps.add(URLDecoder.decode(step.replace("+", "%2B"), UTF_8));
            }
        }
        return steps;
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

    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(h -> h.getValue().get(0))
                .findFirst();
    }

    /** A step of the path; empty when it is shorter. */
    public String step(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** As in the first line of the request, without the parameters. */
    @Override
    public String toString() {
        return method + " /" + String.join("/", path);
    }
}
