package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.wire.Content;
import dev.mvstudio.wire.Json;
import dev.mvstudio.wire.Method;
import dev.mvstudio.wire.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that are handed in because they are too large to be a part of an order. Replicate forgets them after a day. */
final class Files implements Closeable {
    static final long MOST = 100_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Files.class);

    /** While a file is sent nothing comes back. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Api api;
    private final String below;
    private final Wire wire = Wire.single(LONGEST, LONGEST);

    Files(Api api) {
        this.api = api;
        this.below = api.at("/files/").toString();
    }

    /**
     * Hands a picture in, without holding it.
     *
     * @return its address, for inputs
     * @throws IOException when it cannot be read
     */
    String upload(ReferenceImage image, SubmissionKey key) throws IOException {
        api.admit(false);
        Form form = new Form(image, key);
        URI uri = api.at("/files");
        Call call = Call.of("handing in a reference image", Method.POST, uri);
        try (InputStream bytes = image.bytes().open()) {
            return api.call(
                    call,
                    Content.of(form.contentType(), () -> form.around(bytes), form.length()),
                    wire,
                    in -> address(Json.READER.readTree(in)));
        }
    }

    private static String address(JsonNode file) throws OddAnswerException {
        String address = Json.text(file.path("urls"), "get");
        if (address.isBlank()) {
            throw new OddAnswerException("the answer does not say where the file is");
        }
        return address;
    }

    /** Removes the files that an input names, as far as they are the account's. */
    void removeThoseOf(JsonNode input) {
        Set<String> addresses = new LinkedHashSet<>();
        collect(input, addresses);
        addresses.forEach(this::remove);
    }

    private static void collect(JsonNode node, Set<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> collect(child, texts));
    }

    /** Removes a file if it is the account's. That it may stay is no harm: Replicate removes it after a day. */
    void remove(String address) {
        String id = address.startsWith(below) ? address.substring(below.length()) : "";
        if (!Prediction.isId(id)) {
            return;
        }
        try {
            api.admit(false);
            api.call(
                    Call.of("removing file " + id, Method.DELETE, api.at("/files/" + id)),
                    in -> in.transferTo(OutputStream.nullOutputStream()));
        } catch (ProviderException e) {
            LOG.debug("File {} stays at Replicate until it expires: {}", id, e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
