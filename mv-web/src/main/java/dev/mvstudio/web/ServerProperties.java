package dev.mvstudio.web;

import dev.mvstudio.application.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Micronaut's settings. */
final class ServerProperties {
    /** Multipart headers and boundaries come on top of a file. */
    private static final long OVERHEAD = 1L << 20;

    private ServerProperties() {}

    static Map<String, Object> of(Settings settings) {
        Settings.Server server = settings.server();
        long largestFile = Math.max(settings.limits().image(), settings.limits().soundtrack());
        String idle = server.idleTimeout().toSeconds() + "s";
        Map<String, Object> p = new HashMap<>();
        p.put("micronaut.application.name", "mvstudio");
        p.put("micronaut.server.host", server.host());
        p.put("micronaut.server.port", server.port() == 0 ? -1 : server.port());
        // What is kept in memory; files are streamed and may be larger.
        p.put("micronaut.server.max-request-buffer-size", server.maxRequestBytes());
        p.put("micronaut.server.max-request-size", Math.max(server.maxRequestBytes(), largestFile + OVERHEAD));
        p.put("micronaut.server.multipart.max-file-size", largestFile + OVERHEAD);
        p.put("micronaut.server.multipart.mixed", true);
        p.put("micronaut.server.idle-timeout", idle);
        p.put("micronaut.server.read-idle-timeout", idle);
        p.put("micronaut.server.write-idle-timeout", idle);
        p.put("micronaut.server.netty.keep-alive-on-server-error", true);
        p.put("micronaut.server.netty.request-decompression-enabled", false);
        // Most of what is large is base64 or already compressed.
        p.put("micronaut.server.netty.compression-threshold", -1);
        p.put("micronaut.server.netty.parent.shutdown-quiet-period", "0s");
        p.put("micronaut.netty.event-loops.default.shutdown-quiet-period", "0s");
        p.put("micronaut.netty.event-loops.default.shutdown-timeout", "1s");
        p.put("micronaut.server.not-found-on-missing-body", false);
        p.put("endpoints.all.enabled", false);
        addCors(p);
        addPages(p);
        return p;
    }

    private static void addPages(Map<String, Object> p) {
        String pages = "micronaut.router.static-resources.";
        p.put(pages + "ui.mapping", "/docs/ui/**");
        p.put(pages + "ui.paths", "classpath:META-INF/resources/webjars/swagger-ui/" + swaggerUiVersion());
        p.put(pages + "page.mapping", "/docs/page/**");
        p.put(pages + "page.paths", "classpath:dev/mvstudio/web/docs");
    }

    private static String swaggerUiVersion() {
        String name = "/META-INF/maven/org.webjars/swagger-ui/pom.properties";
        try (InputStream in = ServerProperties.class.getResourceAsStream(name)) {
            Properties webjar = new Properties();
            webjar.load(Objects.requireNonNull(in, name));
            return webjar.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addCors(Map<String, Object> p) {
        String local = "micronaut.server.cors.configurations.local.";
        p.put("micronaut.server.cors.enabled", true);
        p.put("micronaut.server.cors.single-header", true);
        p.put(local + "allowed-origins-regex", "https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d+)?");
        p.put(local + "allow-credentials", false);
        p.put(
                local + "exposed-headers",
                List.of(
                        "X-Request-Id",
                        "X-Job-Id",
                        "Retry-After",
                        "ETag",
                        "Content-Range",
                        "Accept-Ranges",
                        "Content-Disposition",
                        "Location",
                        "Preference-Applied"));
    }
}
