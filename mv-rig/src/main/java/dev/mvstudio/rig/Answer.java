package dev.mvstudio.rig;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpHeaders;

/** What a server answered. */
public final class Answer {
    private final int status;
    private final HttpHeaders headers;
    private final byte[] bytes;

    Answer(int status, HttpHeaders headers, byte[] bytes) {
        this.status = status;
        this.headers = headers;
        this.bytes = bytes;
    }

    public int status() {
        return status;
    }

    /** The first of this name; empty when there is none. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Json json() {
        return Json.read(text());
    }

    public String text() {
        return new String(bytes, UTF_8);
    }

    /** Whether it is an MP4, as far as its first bytes tell. */
    public boolean isMp4() {
        return status == 200 && bytes.length > 8 && new String(bytes, 4, 4, UTF_8).equals("ftyp");
    }

    @Override
    public String toString() {
        return status + " " + (header("Content-Type").contains("json") ? text() : bytes.length + " bytes");
    }
}
