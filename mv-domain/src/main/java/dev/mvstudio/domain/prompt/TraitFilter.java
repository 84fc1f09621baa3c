package dev.mvstudio.domain.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Fits an atmosphere to a character: leaves out what the character's prompt already says, by whole words; tones down
 * strong colours and high contrast, and adds terms for grading and quality.
 */
public final class TraitFilter {
    private static final Pattern HIGH_CONTRAST =
            Pattern.compile("\\bhigh[\\s-]+contrast\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Words CONTRAST = Words.of("high contrast");

    private final ColourBalance balance;

    public TraitFilter(ColourBalance balance) {
        this.balance = balance;
    }

    /**
     * The atmosphere as it goes into the prompt.
     *
     * @param characterPrompt empty when there is no character
     * @return empty when the atmosphere is blank
     */
    public String filter(String characterPrompt, String atmosphere) {
        List<Term> said = Term.parse(atmosphere);
        if (said.isEmpty()) {
            return "";
        }
        List<Words> character = words(Term.parse(characterPrompt));
        List<Term> all = new ArrayList<>(said.stream()
                .map(term -> term.filter(words -> !isSaid(character, words)))
                .flatMap(Optional::stream)
                .map(this::toned)
                .toList());
        if (all.stream().anyMatch(this::isStrong)) {
            add(all, balance.grading());
        }
        add(all, balance.quality());
        return Term.join(all, Term::written);
    }

    private static List<Words> words(List<Term> terms) {
        return terms.stream().flatMap(Term::leaves).map(Term::words).toList();
    }

    private static boolean isSaid(List<Words> by, Words words) {
        return by.stream().anyMatch(trait -> trait.say(words));
    }

    private Term toned(Term term) {
        boolean contrast = term.words().say(CONTRAST);
        Term calm = contrast ? term.reworded(t -> HIGH_CONTRAST.matcher(t).replaceAll("balanced contrast")) : term;
        return contrast || isStrong(term) ? calm.atMost(balance.limit()) : term;
    }

    private boolean isStrong(Term term) {
        return term.words().haveAny(balance.strongColours());
    }

    /** What is said already is not said again. */
    private static void add(List<Term> all, List<String> more) {
        for (String text : more) {
            if (!isSaid(words(all), Words.of(Emphasis.without(text)))) {
                all.addAll(Term.parse(text));
            }
        }
    }
}
