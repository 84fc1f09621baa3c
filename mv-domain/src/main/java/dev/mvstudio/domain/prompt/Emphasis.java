package dev.mvstudio.domain.prompt;

/** The notation in which prompts say how much a part of them counts: {@code (crimson sky:1.4)}. */
public final class Emphasis {
    private Emphasis() {}

    /**
     * The prompt for a model that does not understand weights: they are left out with their parentheses, and escaped
     * parentheses are parentheses. Parentheses without a weight stay.
     */
    public static String without(String prompt) {
        return Term.join(Term.parse(prompt), Term::plain);
    }
}
