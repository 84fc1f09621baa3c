package dev.mvstudio.wire;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent, once. Its headers, which may hold credentials, are not printed. */
public final class Request {
    private final Method method;
    private final URI address;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private @Nullable Content content;

    private Request(Method method, URI address) {
        this.method = method;
        this.address = address;
    }

    /** @param address whole, with {@code http} or {@code https} */
    public static Request of(Method method, URI address) {
        return new Request(method, address);
    }

    public static Request get(URI address) {
        return of(Method.GET, address);
    }

    /** Sets a header, in place of one of the same spelling. */
    public Request header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** Sets what is in it; nothing unless this is called. */
    public Request content(@Nullable Content what) {
        content = what;
        return this;
    }

    URI address() {
        return address;
    }

    @Nullable
    Content content() {
        return content;
    }

    MutableHttpRequest<?> head() {
        MutableHttpRequest<?> head = HttpRequest.create(
                switch (method) {
                    case GET -> HttpMethod.GET;
                    case POST -> HttpMethod.POST;
                    case DELETE -> HttpMethod.DELETE;
                },
                address.toString());
        headers.forEach(head::header);
        if (content != null) {
            head.header("Content-Type", content.type());
        }
        return head;
    }

    @Override
    public String toString() {
        return method + " " + address.getScheme() + "://" + address.getHost() + address.getPath();
    }
}
