package dev.mvstudio.web.delivery;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The part of a file that a response consists of. Travels from the route to {@link FileSender} as a header that never
 * leaves the server.
 */
record FileSlice(Path file, long offset, long length) {
    static final String HEADER = "mvstudio-file-slice";

    String toHeader() {
        return offset + " " + length + " " + URLEncoder.encode(file.toString(), StandardCharsets.UTF_8);
    }

    static FileSlice parse(String header) {
        String[] parts = header.split(" ", 3);
        return new FileSlice(
                Path.of(URLDecoder.decode(parts[2], StandardCharsets.UTF_8)),
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]));
    }
}
