package dev.mvstudio.config.source;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code .env} file: {@code NAME=value} lines, with or without {@code export}, comments after {@code #}, values
 * bare or in quotes. Nothing is expanded; double quotes know {@code \n}, {@code \"} and {@code \\}. Of two lines with
 * the same name the last one counts. A faulty line is named by its number and never shown: it may hold a secret.
 */
final class DotEnv {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final Pattern SINGLE = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"\\s*(?:#.*)?");

    private final String name;
    private final Faults faults;
    private final Map<String, Scalar> variables = new LinkedHashMap<>();

    private DotEnv(String name, Faults faults) {
        this.name = name;
        this.faults = faults;
    }

    /** The variables by name; none when there is no such file. */
    static Map<String, Scalar> read(Path file, Faults faults) {
        DotEnv dotEnv = new DotEnv(String.valueOf(file.getFileName()), faults);
        try {
            dotEnv.lines(Files.readString(file).replace("\uFEFF", "").lines().toList());
        } catch (NoSuchFileException e) {
            return Map.of();
        } catch (CharacterCodingException e) {
            faults.add(Place.of(dotEnv.name), "is not UTF-8 text");
        } catch (IOException e) {
            faults.add(Place.of(dotEnv.name), "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
        return dotEnv.variables;
    }

    private void lines(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                line(line, new Place(name, i + 1, 0));
            }
        }
    }

    private void line(String line, Place place) {
        Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            faults.add(place, "expected NAME=value, a comment or an empty line");
            return;
        }
        String value = value(m.group(2));
        if (value == null) {
            faults.add(place, m.group(1), "expected a bare value, or one in a pair of quotes");
            return;
        }
        variables.put(m.group(1), Scalar.ofVariable(value, Place.of(place + ": " + m.group(1))));
    }

    private static @Nullable String value(String text) {
        Matcher single = SINGLE.matcher(text);
        if (single.matches()) {
            return single.group(1);
        }
        Matcher quoted = DOUBLE.matcher(text);
        if (quoted.matches()) {
            return unescape(quoted.group(1));
        }
        if (text.startsWith("'") || text.startsWith("\"")) {
            return null;
        }
        return text.startsWith("#") ? "" : text.split("\\s#", 2)[0].strip();
    }

    private static String unescape(String text) {
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(
                        switch (m.group(1)) {
                            case "n" -> "\n";
                            case "\"", "\\" -> m.group(1);
                            default -> m.group();
                        }));
    }
}
