package dev.mvstudio.domain.prompt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands between two commas of a prompt.
 *
 * @param pieces at least one
 */
record Term(List<Piece> pieces) {
    /** What {@code (x)} means, as ComfyUI and the programs before it read it. */
    private static final double UNSAID = 1.1;

    /** A part of a term. */
    sealed interface Piece {
        /**
         * Words, as they were written.
         *
         * @param raw with the escapes
         */
        record Text(String raw) implements Piece {
            private String unescaped() {
                return raw.replaceAll("\\\\([()])", "$1");
            }
        }

        /**
         * What stands in parentheses.
         *
         * @param weight null where none was said
         */
        record Group(List<Term> terms, @Nullable Double weight) implements Piece {
            private double strength() {
                return weight == null ? UNSAID : weight;
            }
        }
    }

    /** The terms of a prompt; commas in parentheses separate nothing. Blank ones are left out. */
    static List<Term> parse(String prompt) {
        return new TermParser(prompt).parse();
    }

    /** These terms with a weight; 1 is none. */
    static Term weighted(List<Term> terms, double weight) {
        return weight == 1 && terms.size() == 1
                ? terms.get(0)
                : weight == 1
                        ? new Term(List.of(new Piece.Text(join(terms, Term::written))))
                        : new Term(List.of(new Piece.Group(terms, weight)));
    }

    static String join(List<Term> terms, Function<Term, String> words) {
        return terms.stream().map(words).collect(Collectors.joining(", "));
    }

    /** As it stands in a prompt. */
    String written() {
        return text(p -> switch (p) {
            case Piece.Text text -> text.raw();
            case Piece.Group group -> written(group);
        });
    }

    private static String written(Piece.Group group) {
        String inside = join(group.terms(), Term::written);
        return "(" + inside + (group.weight() == null ? "" : ":" + number(group.weight())) + ")";
    }

    private static String number(double weight) {
        return BigDecimal.valueOf(weight)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    /** Without weights and escapes. */
    String plain() {
        return text(p -> switch (p) {
            case Piece.Text text -> text.unescaped();
            case Piece.Group group -> plain(group);
        });
    }

    private static String plain(Piece.Group group) {
        String inside = join(group.terms(), Term::plain);
        return group.weight() == null ? "(" + inside + ")" : inside;
    }

    private String text(Function<Piece, String> words) {
        return pieces.stream().map(words).collect(Collectors.joining()).strip();
    }

    Words words() {
        return Words.of(plain());
    }

    /** The terms inside of it that have no parts any more. */
    Stream<Term> leaves() {
        return pieces.size() == 1 && pieces.get(0) instanceof Piece.Group group
                ? group.terms().stream().flatMap(Term::leaves)
                : Stream.of(this);
    }

    /** Without the parts that a filter refuses; empty when nothing is left. */
    Optional<Term> filter(Predicate<Words> keeps) {
        if (!keeps.test(words())) {
            return Optional.empty();
        }
        if (pieces.size() > 1 || !(pieces.get(0) instanceof Piece.Group group)) {
            return Optional.of(this);
        }
        List<Term> kept = group.terms().stream()
                .map(t -> t.filter(keeps))
                .flatMap(Optional::stream)
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Term(List.of(new Piece.Group(kept, group.weight()))));
    }

    /** No part of it, with all that stands around that part, counts more than this. */
    Term atMost(double limit) {
        return map(group -> {
            double weight = Math.min(group.strength(), limit);
            List<Term> inside =
                    group.terms().stream().map(t -> t.atMost(limit / weight)).toList();
            return new Piece.Group(inside, group.weight() == null && weight == UNSAID ? null : weight);
        });
    }

    private Term map(UnaryOperator<Piece.Group> change) {
        return new Term(pieces.stream()
                .<Piece>map(p -> switch (p) {
                    case Piece.Text text -> text;
                    case Piece.Group group -> change.apply(group);
                })
                .toList());
    }

    /** With other words, its weights as they are. */
    Term reworded(UnaryOperator<String> change) {
        return new Term(pieces.stream()
                .<Piece>map(p -> switch (p) {
                    case Piece.Text text -> new Piece.Text(change.apply(text.raw()));
                    case Piece.Group group ->
                        new Piece.Group(
                                group.terms().stream()
                                        .map(t -> t.reworded(change))
                                        .toList(),
                                group.weight());
                })
                .toList());
    }
}
