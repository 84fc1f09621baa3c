package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Cut;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Odds;
import dev.mvstudio.testkit.wire.Payload;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The files of clips. Who asks the API for one is sent on to another origin, which has the bytes and asks for no key.
 */
public final class Downloads {
    private static final String PAGE =
            "<!doctype html><html><head><title>Error</title></head><body>Sorry</body></html>";
    private static final String FOLDER = "/videos/";

    private final URI storage;
    private final Clock clock;
    private final Clips clips;
    private final Ledger ledger;
    private final Supplier<String> ids;
    private final Odds<DownloadFault, Call> faults;
    private final Map<String, String> filesByToken = new ConcurrentHashMap<>();
    private volatile URI base;
    private volatile URI elsewhere;
    private volatile Duration kept = Duration.ofDays(2);
    private volatile byte[] mp4 = Json.bytesOf(Downloads.class, "/dev/mvstudio/testkit/video/clip.mp4");
    private volatile long size;
    private volatile boolean direct;

    /** What files are made of. */
    record Place(URI api, URI storage, Clock clock, Random chance, Supplier<String> ids) {}

    Downloads(Place place, Clips clips, Ledger ledger) {
        this.storage = place.storage;
        this.clock = place.clock;
        this.clips = clips;
        this.ledger = ledger;
        this.ids = place.ids;
        this.faults = new Odds<>(place.chance);
        this.base = place.api.resolve("/v1beta/");
        this.elsewhere = URI.create("http://localhost:" + storage.getPort() + "/elsewhere/video.mp4");
    }

    /** What goes wrong at the other origin. */
    public Odds<DownloadFault, Call> faults() {
        return faults;
    }

    /** The clip that models make from now on: an MP4. */
    public Downloads clip(byte[] bytes) {
        mp4 = bytes.clone();
        return this;
    }

    /**
     * Makes clips this large, by a box that players skip. They are made up while they are sent.
     *
     * @param bytes up to 4 GB; what is smaller than the clip itself changes nothing
     */
    public Downloads clipSize(long bytes) {
        size = bytes;
        return this;
    }

    /** How long after its end a clip can be had; 2 days at first. */
    public Downloads keeping(Duration time) {
        kept = time;
        return this;
    }

    /** Gives the bytes at once, without sending callers on; faults do not happen then. */
    public Downloads direct(boolean yes) {
        direct = yes;
        return this;
    }

    /**
     * What the addresses of files begin with that are told: this server's at first. With
     * {@code https://generativelanguage.googleapis.com/v1beta/} they look as the real ones do, and lead away from here.
     */
    public Downloads calledBy(URI other) {
        base = other;
        return this;
    }

    /** Where {@link DownloadFault#REDIRECT_ELSEWHERE} leads; at first to this server by another name. */
    public Downloads redirectingTo(URI other) {
        elsewhere = other;
        return this;
    }

    String uri(String file) {
        return base + "files/" + file + ":download?alt=media";
    }

    /** The bytes as they stand in answers. */
    String base64(String file) {
        return Base64.getEncoder().encodeToString(Payload.clip(mp4, file, 0).head());
    }

    private Optional<Clip> stored(String file) {
        return clips.ofFile(file).filter(c -> c.isStored(clock.instant(), kept));
    }

    /** Answers the API's {@code files/…}. */
    Answer describe(String file) {
        Clip clip = stored(file).orElseThrow(() -> new Refused(Problem.noSuchFile(file)));
        ObjectNode shown = Json.object();
        shown.put("name", "files/" + file)
                .put("mimeType", "video/mp4")
                .put("sizeBytes", Long.toString(payload(file).length()))
                .put("createTime", clip.ends().toString())
                .put("expirationTime", clip.ends().plus(kept).toString())
                .put("uri", base + "files/" + file)
                .put("downloadUri", uri(file))
                .put("state", "ACTIVE")
                .put("source", "GENERATED");
        return Answer.json(200, shown);
    }

    /** Answers the API's {@code files/…:download}. */
    Answer download(String file, Map<String, String> query) {
        if (stored(file).isEmpty()) {
            throw new Refused(Problem.noSuchFile(file));
        }
        if (!query.getOrDefault("alt", "").equals("media")) {
            throw Refused.invalid("Downloads need alt=media.");
        }
        if (direct) {
            Payload payload = payload(file);
            return Answer.streamed(payload.mediaType(), payload::send);
        }
        String token = ids.get();
        filesByToken.put(token, file);
        return Answer.redirect(storage + FOLDER + token);
    }

    private Payload payload(String file) {
        return Payload.clip(mp4, file, size);
    }

    /** Answers the other origin. */
    void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        ledger.called(Call.STORED, clock.instant());
        try {
            if (exchange.getRequestHeaders().containsKey(Keys.HEADER) || query.contains("key=")) {
                ledger.strayed(path);
            }
            String file = filesByToken.getOrDefault(path.replace(FOLDER, ""), "");
            Optional<DownloadFault> fault =
                    query.equals("loop") ? Optional.of(DownloadFault.REDIRECT_LOOP) : faults.draw(Call.STORED);
            if (stored(file).isEmpty()) {
                text(exchange, 404, "text/plain", "Not Found");
            } else if (fault.isPresent()) {
                wrong(exchange, fault.get(), payload(file));
            } else {
                payload(file).send(exchange);
            }
            exchange.close(); // and not when it is cut: that would end it in order
        } finally {
            ledger.over();
        }
    }

    private void wrong(HttpExchange exchange, DownloadFault fault, Payload payload) throws IOException {
        String self = exchange.getRequestURI().getPath();
        switch (fault) {
            case CUT -> payload.sendHalf(exchange);
            case CHUNKED_CUT -> payload.sendHalfInChunks(exchange);
            case DROPPED -> throw new Cut();
            case HTML -> text(exchange, 200, payload.mediaType(), PAGE);
            case EMPTY -> text(exchange, 200, payload.mediaType(), "");
            case PNG ->
                Payload.of(payload.mediaType(), Pictures.draw("png", "", 1)).send(exchange);
            case SLOW -> payload.sendSlowly(exchange);
            case REDIRECT_LOOP -> Answer.redirect(self + "?loop").send(exchange);
            case REDIRECT_ELSEWHERE -> Answer.redirect(elsewhere.toString()).send(exchange);
            case FORBIDDEN -> text(exchange, 403, "text/plain", "Forbidden");
            case NOT_FOUND -> text(exchange, 404, "text/plain", "Not Found");
            case UNAVAILABLE -> text(exchange, 503, "text/plain", "Service Unavailable");
        }
    }

    private static void text(HttpExchange exchange, int status, String mediaType, String text) throws IOException {
        Answer.text(status, mediaType, text).send(exchange);
    }
}
