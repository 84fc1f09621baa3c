package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import dev.mvstudio.testkit.wire.Cut;
import dev.mvstudio.testkit.wire.Payload;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/** What predictions made, on an origin of its own, as replicate.delivery is one. It asks for no token. */
public final class Outputs {
    private static final String PAGE =
            "<!doctype html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>";

    private record Piece(String prediction, int index, String name) {}

    private final URI base;
    private final Clock clock;
    private final Ledger ledger;
    private final Chances<OutputFault> faults;
    private final Supplier<String> ids;
    private final Map<String, Piece> pieces = new ConcurrentHashMap<>();
    private final List<String> withToken = new CopyOnWriteArrayList<>();
    private volatile byte[] clip = Json.bytesOf("/dev/mvstudio/testkit/video/clip.mp4");
    private volatile long clipSize;
    private volatile URI elsewhere;

    Outputs(URI base, Clock clock, Ledger ledger, Chances<OutputFault> faults, Supplier<String> ids) {
        this.base = base;
        this.clock = clock;
        this.ledger = ledger;
        this.faults = faults;
        this.ids = ids;
        elsewhere = URI.create("http://localhost:" + base.getPort() + "/elsewhere/file.mp4");
    }

    /** What goes wrong with downloads. */
    public Chances<OutputFault> faults() {
        return faults;
    }

    /** The clip that video models make from now on: an MP4. */
    public Outputs clip(byte[] mp4) {
        clip = mp4.clone();
        return this;
    }

    /**
     * Makes clips this large, by a box that players skip. They are made up while they are sent.
     *
     * @param bytes up to 4 GB; what is smaller than the clip itself changes nothing
     */
    public Outputs clipSize(long bytes) {
        clipSize = bytes;
        return this;
    }

    /** Where {@link OutputFault#REDIRECT_ELSEWHERE} leads; at first to this server by another name. */
    public Outputs redirectingTo(URI other) {
        elsewhere = other;
        return this;
    }

    /** The paths that were asked for with a header {@code Authorization}: nobody should. */
    public List<String> askedWithToken() {
        return List.copyOf(withToken);
    }

    /** Makes up where the output of this order will be. */
    List<URI> reserve(Prediction.Order order) {
        List<URI> all = new ArrayList<>();
        String format =
                order.model().gives().equals("video") ? "mp4" : order.model().asked(order.input(), "output_format");
        for (int i = 0; i < order.model().outputs(order.input()); i++) {
            String key = ids.get();
            String name = (order.model().many() ? "out-" + i : "tmp" + key.substring(0, 8)) + "." + format;
            pieces.put(key, new Piece(order.id(), i, name));
            all.add(base.resolve("/xezq/" + key + "/" + name));
        }
        return all;
    }

    /** Answers a download. */
    void answer(HttpExchange exchange, Function<String, Optional<Prediction>> predictions) throws IOException {
        String path = exchange.getRequestURI().getPath();
        ledger.called(Call.OUTPUT, clock.instant());
        if (exchange.getRequestHeaders().containsKey("Authorization")) {
            withToken.add(path);
        }
        Optional<Payload> content = find(path)
                .flatMap(piece -> predictions
                        .apply(piece.prediction)
                        .filter(p -> p.shows(clock.instant()))
                        .map(p -> content(p.order(), piece)));
        Optional<OutputFault> fault =
                fault(String.valueOf(exchange.getRequestURI().getQuery()));
        if (content.isEmpty()) {
            text(exchange, 404, "text/plain", "Not Found");
        } else if (fault.isPresent()) {
            wrong(exchange, fault.get(), content.get());
        } else {
            content.get().send(exchange);
        }
    }

    private Optional<OutputFault> fault(String query) {
        return switch (query) {
            case "again" -> Optional.empty();
            case "loop" -> Optional.of(OutputFault.REDIRECT_LOOP);
            default -> faults.draw(Call.OUTPUT);
        };
    }

    private Optional<Piece> find(String path) {
        String[] parts = path.split("/", -1);
        return Optional.ofNullable(parts.length == 4 ? pieces.get(parts[2]) : null)
                .filter(p -> p.name.equals(parts[3]));
    }

    private Payload content(Prediction.Order order, Piece piece) {
        ModelCard model = order.model();
        if (model.gives().equals("video")) {
            return Payload.clip(clip, order.id() + "/" + piece.index, clipSize);
        }
        String format = piece.name.substring(piece.name.lastIndexOf('.') + 1);
        int colour = (order.id() + piece.index).hashCode();
        byte[] picture = Pictures.draw(format, model.asked(order.input(), "aspect_ratio"), colour);
        return Payload.of("image/" + (format.equals("jpg") ? "jpeg" : format), picture);
    }

    private void wrong(HttpExchange exchange, OutputFault fault, Payload content) throws IOException {
        String self = exchange.getRequestURI().getPath();
        switch (fault) {
            case CUT -> content.sendHalf(exchange);
            case CHUNKED_CUT -> content.sendHalfInChunks(exchange);
            case DROPPED -> throw new Cut();
            case HTML -> text(exchange, 200, content.mediaType(), PAGE);
            case EMPTY -> text(exchange, 200, content.mediaType(), "");
            case PNG ->
                Payload.of(content.mediaType(), Pictures.draw("png", "", self.hashCode()))
                        .send(exchange);
            case SLOW -> content.sendSlowly(exchange);
            case REDIRECT -> redirect(exchange, self + "?again");
            case REDIRECT_LOOP -> redirect(exchange, self + "?loop");
            case REDIRECT_ELSEWHERE -> redirect(exchange, elsewhere.toString());
            case NOT_FOUND -> text(exchange, 404, "text/plain", "Not Found");
            case UNAVAILABLE -> text(exchange, 503, "text/plain", "Service Unavailable");
        }
    }

    private static void text(HttpExchange exchange, int status, String mediaType, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
    }
}
