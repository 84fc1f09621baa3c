package dev.mvstudio.web.delivery;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a {@code Range} header asks of a file, by RFC 9110, section 14. */
sealed interface ByteRange {
    /** No range, one that must be ignored, or several: the whole file is the answer. */
    record Whole() implements ByteRange {}

    /** From the first to the last byte, both included, counted from 0. */
    record Part(long first, long last) implements ByteRange {
        long length() {
            return last - first + 1;
        }
    }

    /** Not one of the bytes asked for is there. */
    record Unsatisfiable() implements ByteRange {}

    Pattern ONE = Pattern.compile("bytes=\\s*(\\d*)-(\\d*)\\s*", Pattern.CASE_INSENSITIVE);

    /**
     * Reads a header.
     *
     * @param size of the file in bytes
     */
    static ByteRange of(@Nullable String header, long size) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return new Whole();
        }
        if (range.group(1).isEmpty()) {
            return suffix(number(range.group(2)), size);
        }
        long first = number(range.group(1));
        long last = range.group(2).isEmpty() ? Long.MAX_VALUE : number(range.group(2));
        if (last < first) {
            return new Whole();
        }
        return first >= size ? new Unsatisfiable() : new Part(first, Math.min(last, size - 1));
    }

    /** However many digits there are. */
    private static long number(String digits) {
        return new BigInteger(digits).min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact();
    }

    private static ByteRange suffix(long length, long size) {
        if (length == 0 || size == 0) {
            return new Unsatisfiable();
        }
        return new Part(Math.max(0, size - length), size - 1);
    }
}
