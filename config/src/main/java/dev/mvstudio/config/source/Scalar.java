package dev.mvstudio.config.source;

import java.util.regex.Pattern;

/**
 * A text, number, truth value or nothing.
 *
 * @param text as it is written
 * @param form what it is by the rules of YAML 1.2
 * @param indent by how many characters the lines of a literal block ({@code |}) are indented; -1 for any other style
 */
public record Scalar(String text, Form form, Place place, int indent) implements Value {
    private static final int SHOWN = 60;
    private static final Pattern USER = Pattern.compile("//[^/@]*@");
    private static final Pattern CREDENTIAL = Pattern.compile("(?i)((?:password|passwd|secret|token|key)=)[^&;\\s]*");

    /** What a scalar is. */
    public enum Form {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING,
        /** From the environment, where everything is text: it is what it can be read as. */
        VARIABLE
    }

    static Scalar ofVariable(String text, Place place) {
        return new Scalar(text, Form.VARIABLE, place, -1);
    }

    public boolean isText() {
        return form == Form.TEXT || form == Form.VARIABLE;
    }

    boolean isNothing() {
        return form == Form.NOTHING;
    }

    /** Where this character of the text stands; where the whole stands when that is not known. */
    public Place placeOf(int offset) {
        if (indent < 0) {
            return place;
        }
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        int column = offset - (before.lastIndexOf('\n') + 1);
        return new Place(place.source(), place.line() + 1 + line, indent + column + 1);
    }

    @Override
    public String shown() {
        return switch (form) {
            case NOTHING -> "nothing";
            case NUMBER, TRUTH -> text;
            case TEXT, VARIABLE -> '"' + shortened(withoutCredentials()) + '"';
        };
    }

    private String withoutCredentials() {
        return CREDENTIAL.matcher(USER.matcher(text).replaceAll("//***@")).replaceAll("$1***");
    }

    private static String shortened(String text) {
        return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
    }
}
