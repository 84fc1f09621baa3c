package dev.mvstudio.config.source;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A kind of scalar and how it is read.
 *
 * @param expected for messages: what it must look like
 * @param standIn a value to go on with after a fault; nobody gets to use it
 * @param read empty when the scalar is none of this kind
 */
public record Form<T>(String expected, T standIn, Function<Scalar, Optional<T>> read) {
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}(\\.[0-9]{1,9})?");

    /** Text of a form of its own. */
    public static <T> Form<T> of(String expected, T standIn, Function<String, Optional<T>> parse) {
        return new Form<>(
                expected, standIn, s -> s.isText() ? parse.apply(s.text().strip()) : Optional.empty());
    }

    /** The same, turned into something else. */
    public <U> Form<U> map(Function<T, U> into) {
        return new Form<>(expected, into.apply(standIn), s -> read.apply(s).map(into));
    }

    /** Text that is not blank. */
    public static Form<String> text() {
        return new Form<>(
                "text",
                "",
                s -> Optional.of(s).filter(Scalar::isText).map(Scalar::text).filter(t -> !t.isBlank()));
    }

    /** The scalar itself, which must be text that is not blank. */
    public static Form<Scalar> template() {
        Scalar none = new Scalar("", Scalar.Form.NOTHING, Place.of(""), -1);
        return new Form<>(
                "text",
                none,
                s -> Optional.of(s).filter(Scalar::isText).filter(t -> !t.text().isBlank()));
    }

    /** Text, a number or a truth value, as it is written. */
    public static Form<String> anything() {
        return new Form<>("text or a number", "", s -> Optional.of(s.text()).filter(t -> !t.isBlank()));
    }

    public static Form<Boolean> truth() {
        return new Form<>("true or false", false, s -> switch (s.form()) {
            case TRUTH, VARIABLE -> truth(s.text());
            case TEXT, NUMBER, NOTHING -> Optional.empty();
        });
    }

    private static Optional<Boolean> truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    public static Form<Integer> integer(int least, int most) {
        return new Form<>(
                "a whole number " + least + " to " + most,
                least,
                s -> number(s, INTEGER)
                        .map(Long::valueOf)
                        .filter(n -> n >= least && n <= most)
                        .map(Long::intValue));
    }

    /** A whole number that may be larger than an {@code int}. */
    public static Form<Long> count(long least, long most) {
        return new Form<>(
                "a whole number " + least + " to " + most,
                least,
                s -> number(s, INTEGER).map(Long::valueOf).filter(n -> n >= least && n <= most));
    }

    /** Text, a truth value or a whole number, as what it is. */
    public static Form<Object> literal() {
        return new Form<>("text, a whole number, true or false", "", s -> switch (s.form()) {
            case TEXT, VARIABLE -> Optional.of(s.text());
            case TRUTH -> truth(s.text()).map(Object.class::cast);
            case NUMBER -> number(s, INTEGER).map(Object.class::cast).map(n -> Long.valueOf(n.toString()));
            case NOTHING -> Optional.empty();
        });
    }

    public static Form<BigDecimal> decimal(int least, int most) {
        return new Form<>(
                "a number " + least + " to " + most,
                BigDecimal.valueOf(least),
                s -> number(s, DECIMAL)
                        .map(BigDecimal::new)
                        .filter(n -> n.compareTo(BigDecimal.valueOf(least)) >= 0
                                && n.compareTo(BigDecimal.valueOf(most)) <= 0));
    }

    private static Optional<String> number(Scalar s, Pattern form) {
        return switch (s.form()) {
            case NUMBER, VARIABLE ->
                Optional.of(s.text().strip()).filter(t -> form.matcher(t).matches());
            case TEXT, TRUTH, NOTHING -> Optional.empty();
        };
    }

    /** One of these words. */
    public static <T> Form<T> oneOf(List<T> all, Function<T, String> word) {
        String words = String.join(", ", all.stream().map(word).toList());
        return of(
                "one of " + words,
                all.get(0),
                text -> all.stream().filter(t -> word.apply(t).equals(text)).findFirst());
    }

    /** One of the constants, in lower case. */
    public static <E extends Enum<E>> Form<E> oneOf(Class<E> type) {
        return oneOf(Arrays.asList(type.getEnumConstants()), e -> e.name().toLowerCase(Locale.ROOT));
    }

    /** One of the constants but these, in lower case. */
    public static <E extends Enum<E>> Form<E> oneOf(Class<E> type, Set<E> except) {
        List<E> all = Arrays.stream(type.getEnumConstants())
                .filter(e -> !except.contains(e))
                .toList();
        return oneOf(all, e -> e.name().toLowerCase(Locale.ROOT));
    }
}
