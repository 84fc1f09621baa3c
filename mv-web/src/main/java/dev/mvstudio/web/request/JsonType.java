package dev.mvstudio.web.request;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/** What kind of value something is, for people. */
final class JsonType {
    private JsonType() {}

    static String of(Object value) {
        return switch (value) {
            case String text -> "a string";
            case BigInteger number -> "a whole number";
            case BigDecimal number -> "a number with a fraction or exponent";
            case Boolean flag -> "a boolean";
            case List<?> list -> "an array";
            default -> "an object";
        };
    }
}
