package dev.mvstudio.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A bare connection, for what a well-behaved client cannot do. */
final class Raw implements AutoCloseable {
    private final Socket socket;

    Raw(URI address) throws IOException {
        this.socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(20_000);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answer(String head, byte[] body) {
        int status() {
            return Integer.parseInt(head.split(" ")[1]);
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next answer; its body is as long as its Content-Length says. */
    Answer read() throws IOException {
        return read(true);
    }

    Answer read(boolean body) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int b = in.read();
            if (b < 0) {
                throw new IOException("closed after: " + head);
            }
            head.write(b);
        }
        String text = head.toString(StandardCharsets.ISO_8859_1);
        int length = text.toLowerCase(java.util.Locale.ROOT)
                .lines()
                .filter(l -> l.startsWith("content-length:"))
                .mapToInt(l -> Integer.parseInt(l.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return new Answer(text, body ? in.readNBytes(length) : new byte[0]);
    }

    boolean isClosed() throws IOException {
        return socket.getInputStream().read() < 0;
    }

    InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
