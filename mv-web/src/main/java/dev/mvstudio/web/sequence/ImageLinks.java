package dev.mvstudio.web.sequence;

import dev.mvstudio.application.Settings;
import dev.mvstudio.domain.asset.Asset;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where callers find images: where the store shows them to anybody, else here.
 *
 * @param root of this server as the caller sees it, without a slash at the end; empty when nobody knows
 */
record ImageLinks(String root) {
    private static final Pattern HOST = Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(:[0-9]{1,5})?");

    /** For whoever did not ask: as the configuration says. */
    static ImageLinks of(Settings.Server server) {
        URI url = server.publicUrl();
        return new ImageLinks(url == null ? "" : url.toString().replaceAll("/+$", ""));
    }

    /** As the configuration says, or else as this request addresses the server. */
    static ImageLinks of(Settings.Server server, HttpRequest<?> request) {
        ImageLinks configured = of(server);
        String host = Objects.requireNonNullElse(request.getHeaders().get(HttpHeaders.HOST), "");
        return configured.root.isEmpty() && HOST.matcher(host).matches()
                ? new ImageLinks("http://" + host)
                : configured;
    }

    String of(Asset image, @Nullable URI address) {
        return address == null ? root + "/api/mv/get_image/" + image.id() : address.toString();
    }

    String sequence(String folder) {
        return root + "/api/mv/sequences/" + folder;
    }
}
