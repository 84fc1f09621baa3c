package dev.mvstudio.domain.prompt;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with named placeholders such as {@code {idea}}; {@code {{} and {@code }}} stand for braces. What is filled in is
 * data: braces in it are never looked at again.
 */
public final class PromptTemplate {
    private static final Pattern TOKEN = Pattern.compile("\\{\\{|}}|\\{([a-z][a-z0-9_]*)}|[{}]");

    private final String text;
    private final Set<String> placeholders = new LinkedHashSet<>();

    /**
     * Reads a template.
     *
     * @throws MalformedTemplateException when a brace stands alone
     */
    public PromptTemplate(String text) {
        this.text = text;
        Matcher m = TOKEN.matcher(text);
        while (m.find()) {
            if (m.group(1) != null) {
                placeholders.add(m.group(1));
            } else if (m.group().length() == 1) {
                throw new MalformedTemplateException(m.start());
            }
        }
    }

    /** The names between braces, in the order of their first use. */
    public Set<String> placeholders() {
        return Set.copyOf(placeholders);
    }

    /**
     * Fills every placeholder.
     *
     * @throws IllegalArgumentException when a placeholder has no value
     */
    public String fill(Map<String, String> values) {
        return TOKEN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement(found.group(), values)));
    }

    private static String replacement(String token, Map<String, String> values) {
        if (token.equals("{{") || token.equals("}}")) {
            return token.substring(1);
        }
        String name = token.substring(1, token.length() - 1);
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no value for the placeholder {" + name + "}");
        }
        return value;
    }

    @Override
    public String toString() {
        return text;
    }

    /** A brace that belongs to no placeholder. */
    public static final class MalformedTemplateException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private final int offset;

        MalformedTemplateException(int offset) {
            super("a brace that belongs to no placeholder; write {{ or }} for a brace");
            this.offset = offset;
        }

        /** Where it stands, in characters from the start. */
        public int offset() {
            return offset;
        }
    }
}
