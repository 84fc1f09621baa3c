package dev.mvstudio.web.character;

import dev.mvstudio.domain.asset.ImageFormat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import org.jspecify.annotations.Nullable;

/**
 * Whether the caller's {@code Accept} prefers a picture to JSON.
 *
 * @param format the one it names; null for any
 */
record WantedImage(boolean wanted, @Nullable String format) {
    static WantedImage of(HttpRequest<?> request) {
        return request.getHeaders().accept().stream()
                .findFirst()
                .filter(first -> first.getType().equals("image"))
                .map(first -> new WantedImage(true, format(first)))
                .orElseGet(() -> new WantedImage(false, null));
    }

    private static @Nullable String format(MediaType type) {
        return ImageFormat.parse(type.getSubtype()).map(ImageFormat::word).orElse(null);
    }
}
