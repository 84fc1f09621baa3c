package dev.mvstudio.testkit.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.locks.LockSupport;

/**
 * A file that is downloaded: these bytes first, then so many zeros, which are made up while they are sent.
 *
 * @param mediaType as it is told
 * @param head the bytes
 * @param padding how many zeros
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Payload(String mediaType, byte[] head, long padding) {
    private static final byte[] NOTHING = new byte[64 * 1024];
    private static final int PIECES_WHEN_SLOW = 50;
    private static final int PAUSE_MILLIS = 100;
    private static final int BOX_HEADER = 8;

    public static Payload of(String mediaType, byte[] bytes) {
        return new Payload(mediaType, bytes, 0);
    }

    /**
     * A clip that differs from others by a box that players skip.
     *
     * @param mp4 the clip
     * @param mark what makes it different
     * @param size how large it becomes, in bytes, up to 4 GB; what is smaller than the clip changes nothing
     */
    public static Payload clip(byte[] mp4, String mark, long size) {
        byte[] text = mark.getBytes(UTF_8);
        long padding = Math.max(0, size - mp4.length - BOX_HEADER - text.length);
        ByteBuffer head = ByteBuffer.allocate(mp4.length + BOX_HEADER + text.length);
        head.put(mp4).putInt((int) (BOX_HEADER + text.length + padding)).put("free".getBytes(UTF_8));
        return new Payload("video/mp4", head.put(text).array(), padding);
    }

    public long length() {
        return head.length + padding;
    }

    /** Sends all of it. */
    public void send(HttpExchange exchange) throws IOException {
        send(exchange, length(), 0);
    }

    /** Sends all of it, a little at a time: some 5 seconds for whatever size. */
    public void sendSlowly(HttpExchange exchange) throws IOException {
        send(exchange, length(), PAUSE_MILLIS);
    }

    /** Promises all of it, sends half, and ends the connection. */
    public void sendHalf(HttpExchange exchange) throws IOException {
        send(exchange, length() / 2, 0);
        throw new Cut();
    }

    /** Promises nothing, sends half, and ends the connection before the last chunk. */
    public void sendHalfInChunks(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        exchange.sendResponseHeaders(200, 0);
        write(exchange.getResponseBody(), length() / 2, 0);
        throw new Cut();
    }

    private void send(HttpExchange exchange, long bytes, int pauseMillis) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", mediaType);
        boolean headOnly = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, headOnly || length() == 0 ? -1 : length());
        if (!headOnly) {
            write(exchange.getResponseBody(), bytes, pauseMillis);
        }
    }

    /** Writes so many bytes of it, without ever holding them all. */
    private void write(OutputStream out, long bytes, int pauseMillis) throws IOException {
        int most = pauseMillis == 0 ? NOTHING.length : (int) Math.max(1, bytes / PIECES_WHEN_SLOW);
        for (long at = 0; at < bytes; ) {
            boolean inHead = at < head.length;
            long left = Math.min(bytes, inHead ? head.length : bytes) - at;
            int length = (int) Math.min(left, Math.min(most, NOTHING.length));
            out.write(inHead ? head : NOTHING, inHead ? (int) at : 0, length);
            at += length;
            if (pauseMillis > 0) {
                out.flush();
                LockSupport.parkNanos(pauseMillis * 1_000_000L);
            }
        }
        out.flush();
    }
}
