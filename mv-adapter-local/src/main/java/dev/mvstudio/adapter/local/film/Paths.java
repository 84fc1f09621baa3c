package dev.mvstudio.adapter.local.film;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** Takes folders out of what is told to callers. */
final class Paths {
    private static final Pattern FOLDERS = Pattern.compile("(?:[A-Za-z]:)?(?:[/\\\\][^/\\\\\\s:'\"]+)+[/\\\\]");

    private Paths() {}

    static List<String> hide(List<String> lines, List<String> args) {
        return lines.stream().map(line -> hide(line, args)).toList();
    }

    static String hide(Throwable e, List<String> args) {
        return hide(Objects.toString(e.getMessage(), e.getClass().getSimpleName()), args);
    }

    /** Names of files stay: they are ids, or what the caller gave. */
    static String hide(String line, List<String> args) {
        String hidden = line;
        for (String arg : args) {
            int slash = Math.max(arg.lastIndexOf('/'), arg.lastIndexOf('\\'));
            if (slash > 0) {
                hidden = hidden.replace(arg, arg.substring(slash + 1));
            }
        }
        return FOLDERS.matcher(hidden).replaceAll("");
    }
}
