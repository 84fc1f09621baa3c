package dev.mvstudio.adapter.replicate;

import dev.mvstudio.wire.Method;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param doing for messages: {@code asking for prediction x}
 * @param body what is sent, as JSON; null for nothing
 * @param order what it starts; null when it starts nothing
 */
record Call(
        String doing,
        Method method,
        URI uri,
        @Nullable Map<String, Object> body,
        Map<String, String> headers,
        @Nullable Order order) {
    static Call get(String doing, URI uri) {
        return new Call(doing, Method.GET, uri, null, Map.of(), null);
    }

    static Call of(String doing, Method method, URI uri) {
        return new Call(doing, method, uri, null, Map.of(), null);
    }

    boolean isStart() {
        return order != null;
    }
}
