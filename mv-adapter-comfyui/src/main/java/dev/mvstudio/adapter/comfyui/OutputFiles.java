package dev.mvstudio.adapter.comfyui;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.wire.Answer;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Method;
import dev.mvstudio.wire.Wire;
import dev.mvstudio.wire.Wording;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ComfyUI saved. Its names are counters that begin anew: they are taken from its answers, never made up. */
final class OutputFiles {
    /** ComfyUI turns pictures into these by itself; without it they are as they were saved. */
    private static final String QUALITY = "95";

    private static final String VIEW = "/view";

    private final ComfyUiConfiguration configuration;
    private final Refusals refusals;
    private final Pool pool;
    private final Wire wire;

    OutputFiles(ComfyUiConfiguration configuration, Refusals refusals, Pool pool, Wire wire) {
        this.configuration = configuration;
        this.refusals = refusals;
        this.pool = pool;
        this.wire = wire;
    }

    /** What a node saved, in its order. */
    List<Output> of(Server server, JsonNode saved, String format) {
        List<JsonNode> files = new ArrayList<>();
        // Pictures are under images, as clips are; nodes that others made have gifs, videos and more.
        saved.forEach(list -> list.forEach(file -> {
            if (!Json.text(file, "filename").isEmpty()) {
                files.add(file);
            }
        }));
        return files.stream()
                .map(file -> new Output(configuration.backend(), location(server, file, format)))
                .toList();
    }

    private static URI location(Server server, JsonNode file, String format) {
        String preview = format.equals("jpeg") || format.equals("webp")
                ? "&preview=" + Server.encoded(format + ";" + QUALITY)
                : "";
        return URI.create(server.address() + VIEW + "?filename=" + Server.encoded(Json.text(file, "filename"))
                + "&subfolder=" + Server.encoded(Json.text(file, "subfolder"))
                + "&type=" + Server.encoded(file.path("type").asText("output")) + preview);
    }

    InputStream open(Output output) throws IOException {
        String location = output.location().toString();
        Server server = Optional.of(output)
                .filter(o -> o.backend().equals(configuration.backend()))
                .flatMap(o -> pool.all().stream()
                        .filter(s -> location.startsWith(s.address() + VIEW + "?"))
                        .findFirst())
                .orElseThrow(() -> refusals.invalid("this is no file of a ComfyUI in " + configuration.variable() + ": "
                        + Wording.quoted(location.replaceAll("\\?.*", ""))));
        String path = location.substring(server.address().toString().length());
        return body(server, output.location(), answer(server, path, output.location()));
    }

    private Answer answer(Server server, String path, URI location) throws IOException {
        try {
            return wire.send(server.request(Method.GET, path));
        } catch (IOException e) {
            throw new IOException("downloading " + location + ": " + e.getMessage(), e);
        }
    }

    private InputStream body(Server server, URI location, Answer answer) {
        Duration longest = configuration.jobTimeout();
        if (answer.status() == 200) {
            return answer.body(Long.MAX_VALUE, longest);
        }
        try (answer) {
            throw refusal(server, location, answer.status());
        }
    }

    private ProviderException refusal(Server server, URI location, int status) {
        String doing = "downloading " + location;
        return status == 404
                ? refusals.exception(
                        ErrorCode.OUTPUT_EXPIRED, doing + ": the ComfyUI at " + server.address() + " no longer has it")
                : refusals.status(doing, status);
    }
}
