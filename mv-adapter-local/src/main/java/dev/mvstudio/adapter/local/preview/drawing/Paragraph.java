package dev.mvstudio.adapter.local.preview.drawing;

import java.util.ArrayList;
import java.util.List;

/**
 * Text broken into lines of one width.
 *
 * @param lines top to bottom, the last one with an ellipsis when there was more
 * @param size of the letters
 */
public record Paragraph(List<String> lines, double size) {
    private static final String MORE = "…";
    private static final int MOST = 2000;

    public Paragraph {
        lines = List.copyOf(lines);
    }

    /** Breaks between words, and inside words that are wider than a line. */
    public static Paragraph wrap(String text, double size, double width, int maxLines) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : shortened(text).split("\\s+")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (Lettering.width(longer, size) <= width) {
                line.setLength(0);
                line.append(longer);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
            }
            line.setLength(0);
            line.append(broken(word, size, width, lines));
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return new Paragraph(ended(lines, size, width, maxLines), size);
    }

    public double lineHeight() {
        return size * 1.32;
    }

    public double height() {
        return lines.size() * lineHeight();
    }

    public double width() {
        return lines.stream()
                .mapToDouble(line -> Lettering.width(line, size))
                .max()
                .orElse(0);
    }

    private static String shortened(String text) {
        String plain = text.strip();
        int end = Math.min(plain.length(), MOST);
        return plain.substring(0, end > 0 && Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end);
    }

    /** Adds the full lines of a long word, and gives the rest of it. */
    private static String broken(String word, double size, double width, List<String> lines) {
        StringBuilder part = new StringBuilder();
        for (int code : word.codePoints().toArray()) {
            String letter = Character.toString(code);
            if (!part.isEmpty() && Lettering.width(part + letter, size) > width) {
                lines.add(part.toString());
                part.setLength(0);
            }
            part.append(letter);
        }
        return part.toString();
    }

    private static List<String> ended(List<String> lines, double size, double width, int maxLines) {
        if (lines.size() <= maxLines) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, maxLines));
        String last = first.get(maxLines - 1);
        while (!last.isEmpty() && Lettering.width(last + MORE, size) > width) {
            last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
        }
        first.set(maxLines - 1, last.replaceAll("[\\s,;:.–-]+$", "") + MORE);
        return first;
    }
}
