package dev.mvstudio.testkit.storage;

import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A call that has been read, with its bytes.
 *
 * @param method the one that is meant, where another one stands in for it
 * @param path its steps, decoded one by one, as an object's name is a single step
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Asked(
        String method,
        List<String> path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body) {
    static Asked read(HttpExchange exchange) throws IOException {
        String override = exchange.getRequestHeaders().getFirst("X-HTTP-Method-Override");
        return new Asked(
                override == null ? exchange.getRequestMethod() : override,
                path(exchange.getRequestURI().getRawPath()),
                parameters(exchange.getRequestURI().getRawQuery()),
                Map.copyOf(exchange.getRequestHeaders()),
                body(exchange));
    }

    /** Google takes compressed bodies as well, and its client sends them. */
    private static byte[] body(HttpExchange exchange) throws IOException {
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (!"gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            return sent;
        }
        try (InputStream plain = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            return plain.readAllBytes();
        }
    }

    private static List<String> path(String raw) {
        List<String> steps = new ArrayList<>();
        for (String step : raw.split("/", -1)) {
            if (!step.isEmpty()) {
                steps.add(URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8));
            }
        }
        return steps;
    }

    private static Map<String, List<String>> parameters(@Nullable String raw) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            query.computeIfAbsent(URLDecoder.decode(name, StandardCharsets.UTF_8), n -> new ArrayList<>())
                    .add(URLDecoder.decode(value, StandardCharsets.UTF_8));
        }
        return query;
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values.get(0));
    }

    Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(h -> h.getKey().equalsIgnoreCase(name))
                .map(h -> h.getValue().get(0))
                .findFirst();
    }

    String step(int index) {
        return index < path.size() ? path.get(index) : "";
    }

    /** The path without the prefix that says for what it is, such as {@code upload} or {@code download}. */
    Asked within(int steps) {
        return new Asked(method, path.subList(steps, path.size()), query, headers, body);
    }

    Asked withBody(byte[] other) {
        return new Asked(method, path, query, headers, other);
    }

    @Override
    public String toString() {
        return method + " /" + String.join("/", path);
    }
}
