package dev.mvstudio.testkit.storage;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A description and bytes in one body. It is {@code multipart/related}, and neither {@code form-data} nor lenient.
 *
 * @param description JSON
 * @param contentType of the bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Multipart(String description, String contentType, byte[] bytes) {
    private static final Pattern TYPE =
            Pattern.compile("multipart/related *;.*boundary=\"?([^\";]{1,70})\"?.*", Pattern.CASE_INSENSITIVE);

    private record Part(String type, byte[] bytes) {}

    static Multipart read(String contentType, byte[] body) throws Refused {
        Matcher type = TYPE.matcher(contentType);
        if (!type.matches()) {
            throw Refused.invalid("Multipart must have content type multipart/related with a boundary.");
        }
        String text = new String(body, ISO_8859_1);
        String[] pieces = ("\r\n" + text).split(Pattern.quote("\r\n--" + type.group(1)), -1);
        if (pieces.length != 4 || !pieces[3].startsWith("--")) {
            throw Refused.invalid("Multipart request must have exactly two parts and end with its boundary.");
        }
        Part description = part(pieces[1]);
        Part media = part(pieces[2]);
        if (!description.type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw Refused.invalid("The first part of a multipart request must be application/json.");
        }
        return new Multipart(new String(description.bytes, UTF_8), media.type, media.bytes);
    }

    private static Part part(String piece) throws Refused {
        int end = piece.indexOf("\r\n\r\n");
        if (!piece.startsWith("\r\n") || end < 0) {
            throw Refused.invalid("Failed to parse multipart request body part.");
        }
        String type = Arrays.stream(piece.substring(2, end).split("\r\n", -1))
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-type:"))
                .map(line -> line.substring("content-type:".length()).strip())
                .findFirst()
                .orElseThrow(
                        () -> Refused.invalid("Failed to parse multipart request body part. Missing content type."));
        return new Part(type, piece.substring(end + 4).getBytes(ISO_8859_1));
    }
}
