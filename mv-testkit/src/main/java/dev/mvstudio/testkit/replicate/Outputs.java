package dev.mvstudio.testkit.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;

/** What predictions made, on an origin of its own, as replicate.delivery is one. It asks for no token. */
public final class Outputs {
    private static final String PAGE =
            "<!doctype html><html><head><title>Error</title></head><body><h1>Something went wrong</h1></body></html>";

    private static final byte[] NOTHING = new byte[64 * 1024];
    private static final int PIECES_WHEN_SLOW = 50;

    private record Piece(String prediction, int index, String name) {}

    /** The bytes of a file: these first, then so many zeros. */
    private static final class Content {
        private final String mediaType;
        private final byte[] head;
        private final long padding;

        Content(String mediaType, byte[] head, long padding) {
            this.mediaType = mediaType;
            this.head = head;
            this.padding = padding;
        }

        long length() {
            return head.length + padding;
        }
    }

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
        Optional<Content> content = find(path)
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
            send(exchange, content.get(), content.get().length(), 0);
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

    private Content content(Prediction.Order order, Piece piece) {
        ModelCard model = order.model();
        if (model.gives().equals("video")) {
            byte[] mark = (order.id() + "/" + piece.index).getBytes(UTF_8);
            long padding = Math.max(0, clipSize - clip.length - 8 - mark.length);
            ByteBuffer head = ByteBuffer.allocate(clip.length + 8 + mark.length);
            head.put(clip).putInt((int) (8 + mark.length + padding)).put("free".getBytes(UTF_8));
            return new Content("video/mp4", head.put(mark).array(), padding);
        }
        String format = piece.name.substring(piece.name.lastIndexOf('.') + 1);
        int colour = (order.id() + piece.index).hashCode();
        byte[] picture = Pictures.draw(format, model.asked(order.input(), "aspect_ratio"), colour);
        return new Content("image/" + (format.equals("jpg") ? "jpeg" : format), picture, 0);
    }

    private void wrong(HttpExchange exchange, OutputFault fault, Content content) throws IOException {
        String self = exchange.getRequestURI().getPath();
        switch (fault) {
            case CUT -> {
                send(exchange, content, content.length() / 2, 0);
                throw new Cut();
            }
            case CHUNKED_CUT -> {
                exchange.getResponseHeaders().set("Content-Type", content.mediaType);
                exchange.sendResponseHeaders(200, 0);
                write(exchange.getResponseBody(), content, content.length() / 2, 0);
                throw new Cut();
            }
            case DROPPED -> throw new Cut();
            case HTML -> text(exchange, 200, content.mediaType, PAGE);
            case EMPTY -> text(exchange, 200, content.mediaType, "");
            case PNG -> {
                byte[] png = Pictures.draw("png", "", self.hashCode());
                send(exchange, new Content(content.mediaType, png, 0), png.length, 0);
            }
            case SLOW -> send(exchange, content, content.length(), 100);
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

    private static void send(HttpExchange exchange, Content content, long bytes, int pauseMillis) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", content.mediaType);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : content.length());
        if (!head) {
            write(exchange.getResponseBody(), content, bytes, pauseMillis);
        }
    }

    /** Writes so many bytes of it, without ever holding them all. */
    private static void write(OutputStream out, Content content, long bytes, int pauseMillis) throws IOException {
        int most = pauseMillis == 0 ? NOTHING.length : (int) Math.max(1, bytes / PIECES_WHEN_SLOW);
        for (long at = 0; at < bytes; ) {
            boolean inHead = at < content.head.length;
            long left = Math.min(bytes, inHead ? content.head.length : bytes) - at;
            int length = (int) Math.min(left, Math.min(most, NOTHING.length));
            out.write(inHead ? content.head : NOTHING, inHead ? (int) at : 0, length);
            at += length;
            if (pauseMillis > 0) {
                out.flush();
                LockSupport.parkNanos(pauseMillis * 1_000_000L);
            }
        }
        out.flush();
    }
}
