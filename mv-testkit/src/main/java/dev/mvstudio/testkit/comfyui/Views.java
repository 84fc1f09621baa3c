package dev.mvstudio.testkit.comfyui;

import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Payload;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** {@code /view}: the bytes of files. */
final class Views {
    private static final String PAGE = "<!DOCTYPE html><html><body>Sign in to continue.</body></html>";

    private final Parts parts;

    Views(Parts parts) {
        this.parts = parts;
    }

    Answer answer(Map<String, String> query) throws IOException {
        String name = query.get("filename");
        if (name == null) {
            throw Refused.bare(404);
        }
        String type = query.getOrDefault("type", "output");
        if (name.isEmpty() || name.startsWith("/") || name.contains("..") || !Disk.isType(type)) {
            throw Refused.bare(400);
        }
        String subfolder = query.getOrDefault("subfolder", "");
        String base = Path.of(name).getFileName().toString();
        Disk.Name asked = new Disk.Name(type, subfolder, base);
        Path file = parts.disk().resolve(asked).orElseThrow(() -> Refused.bare(403));
        if (!Files.isRegularFile(file)) {
            throw Refused.bare(404);
        }
        parts.ledger().viewed(asked.toString());
        String preview = query.get("preview");
        return preview == null ? whole(base, file) : preview(base, preview);
    }

    /** The picture as JPEG, else as WebP, in its full size; here some picture. */
    private static Answer preview(String name, String wanted) {
        String format = wanted.startsWith("jpeg") ? "jpeg" : "webp";
        byte[] picture = Pictures.draw(format, "1:1", 0x808080);
        return Answer.streamed(
                "image/" + format,
                exchange -> named(exchange, name, Payload.of("image/" + format, picture))
                        .send(exchange));
    }

    private Answer whole(String name, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Payload payload = Payload.of(mediaType(name), bytes);
        return switch (parts.viewFaults().draw(Call.VIEW).orElse(null)) {
            case null -> sent(name, payload, Payload::send);
            case CUT -> sent(name, payload, Payload::sendHalf);
            case CHUNKED_CUT -> sent(name, payload, Payload::sendHalfInChunks);
            case SLOW -> sent(name, payload, Payload::sendSlowly);
            case HTML -> Answer.text(200, mediaType(name), PAGE);
            case EMPTY -> sent(name, Payload.of(mediaType(name), new byte[0]), Payload::send);
            case NOT_FOUND -> Answer.empty(404);
        };
    }

    private interface Way {
        void send(Payload payload, HttpExchange exchange) throws IOException;
    }

    private static Answer sent(String name, Payload payload, Way way) {
        return Answer.streamed(payload.mediaType(), exchange -> way.send(named(exchange, name, payload), exchange));
    }

    private static Payload named(HttpExchange exchange, String name, Payload payload) {
        exchange.getResponseHeaders().set("Content-Disposition", "filename=\"" + name + "\"");
        return payload;
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "png" -> "image/png";
            case "jpg", "jpeg" -> "image/jpeg";
            case "webp" -> "image/webp";
            case "mp4" -> "video/mp4";
            case "webm" -> "video/webm";
            case "mkv" -> "video/x-matroska";
            default -> "application/octet-stream";
        };
    }
}
