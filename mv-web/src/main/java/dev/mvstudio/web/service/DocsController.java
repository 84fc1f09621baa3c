package dev.mvstudio.web.service;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The contract, to read and to try out; needs no network. */
@Hidden
@Controller
final class DocsController {
    private static final String ONLY_FROM_HERE =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

    private final byte[] contract = resource("/META-INF/swagger/mvstudio.yml");
    private final byte[] page = resource("/dev/mvstudio/web/docs/index.html");

    @Get("/openapi.yaml")
    @Produces("application/yaml")
    byte[] contract() {
        return contract;
    }

    @Get("/docs")
    @Produces("text/html")
    HttpResponse<byte[]> page() {
        return HttpResponse.ok(page).header("Content-Security-Policy", ONLY_FROM_HERE);
    }

    private static byte[] resource(String name) {
        try (InputStream in = DocsController.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
