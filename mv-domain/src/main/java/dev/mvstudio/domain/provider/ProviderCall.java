package dev.mvstudio.domain.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A call to a provider, for people to look at before it is made.
 *
 * @param method the HTTP method, or {@code LOCAL} where no network is involved
 * @param target where it would go
 * @param body its members in the order in which they are sent; values are strings, numbers, booleans, lists and maps
 */
public record ProviderCall(String method, String target, Map<String, Object> body) {
    public ProviderCall {
        body = Collections.unmodifiableMap(new LinkedHashMap<>(body));
    }
}
