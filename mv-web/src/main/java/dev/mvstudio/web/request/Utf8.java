package dev.mvstudio.web.request;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Checks an encoding without copying the text: bodies carry pictures. */
final class Utf8 {
    private static final int WINDOW = 8 * 1024;

    private Utf8() {}

    /** Refuses a byte order mark and whatever is not UTF-8. */
    static void check(byte[] text) {
        if (text.length >= 3 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF) {
            throw new MalformedJsonException("a byte order mark", 1, 1);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(text);
        CharBuffer window = CharBuffer.allocate(WINDOW);
        CoderResult result;
        do {
            window.clear();
            result = decoder.decode(in, window, true);
        } while (result.isOverflow());
        if (result.isError()) {
            throw notUtf8(text, in.position());
        }
    }

    private static MalformedJsonException notUtf8(byte[] text, int offset) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < offset; i++) {
            if (text[i] == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new MalformedJsonException("a byte that is not UTF-8", line, offset - lineStart + 1L);
    }
}
