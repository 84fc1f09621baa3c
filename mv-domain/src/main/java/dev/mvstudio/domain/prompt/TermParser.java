package dev.mvstudio.domain.prompt;

import dev.mvstudio.domain.prompt.Term.Piece;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads terms. A parenthesis without a partner is a mere sign, and is written with a backslash from then on. */
final class TermParser {
    private static final String COMMAS = ",，、";
    private static final Pattern WEIGHT = Pattern.compile("\\s*([0-9]{1,3}(\\.[0-9]{1,9})?|\\.[0-9]{1,9})\\s*");

    /** Deeper parentheses are mere signs. Nobody means so many. */
    private static final int DEEPEST = 20;

    /** Larger numbers are none that anybody means as a weight: {@code (10:30)}. */
    private static final double MOST = 10;

    private final String text;
    private final int[] partners;

    TermParser(String text) {
        this.text = text;
        this.partners = partners(text);
    }

    /** For each opening parenthesis where the one is that closes it; -1 for everything else. */
    private static int[] partners(String text) {
        int[] partners = new int[text.length()];
        Arrays.fill(partners, -1);
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '(' -> open.push(i);
                case ')' -> {
                    if (!open.isEmpty()) {
                        int start = open.pop();
                        partners[start] = open.size() < DEEPEST ? i : -1;
                    }
                }
                default -> {}
            }
        }
        return partners;
    }

    List<Term> parse() {
        return new Range().parse(0, text.length());
    }

    /** What is being read between two parentheses. */
    private final class Range {
        private final List<Term> terms = new ArrayList<>();
        private final List<Piece> pieces = new ArrayList<>();
        private final StringBuilder words = new StringBuilder();

        List<Term> parse(int from, int to) {
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                if (c == '\\' && i + 1 < to) {
                    words.append(c).append(text.charAt(++i));
                } else if (COMMAS.indexOf(c) >= 0) {
                    endTerm();
                } else if (c == '(' && partners[i] >= 0) {
                    endWords();
                    addGroup(i + 1, partners[i]);
                    i = partners[i];
                } else {
                    words.append(c == '(' || c == ')' ? "\\" + c : c);
                }
            }
            endTerm();
            return terms;
        }

        private void addGroup(int from, int to) {
            Double weight = weight(from, to);
            List<Term> inside = new Range().parse(from, weight == null ? to : text.lastIndexOf(':', to));
            if (!inside.isEmpty()) {
                pieces.add(new Piece.Group(List.copyOf(inside), weight));
            }
        }

        private void endWords() {
            if (!words.isEmpty()) {
                pieces.add(new Piece.Text(words.toString()));
                words.setLength(0);
            }
        }

        private void endTerm() {
            endWords();
            Term term = new Term(tidied(pieces));
            pieces.clear();
            if (!term.written().isEmpty()) {
                terms.add(term);
            }
        }
    }

    /** Blanks around a term are nothing of it. */
    private static List<Piece> tidied(List<Piece> pieces) {
        boolean alone = pieces.stream().filter(p -> !isBlank(p)).count() == 1;
        return pieces.stream()
                .filter(p -> !alone || !isBlank(p))
                .map(p -> alone && p instanceof Piece.Text t
                        ? new Piece.Text(t.raw().strip())
                        : p)
                .toList();
    }

    private static boolean isBlank(Piece piece) {
        return piece instanceof Piece.Text(String raw) && raw.isBlank();
    }

    private @Nullable Double weight(int from, int to) {
        int colon = text.lastIndexOf(':', to - 1);
        if (colon < from || !WEIGHT.matcher(text.substring(colon + 1, to)).matches()) {
            return null;
        }
        double weight = Double.parseDouble(text.substring(colon + 1, to).strip());
        return weight > 0 && weight <= MOST ? weight : null;
    }
}
