package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.preview.drawing.Canvas;
import dev.mvstudio.adapter.local.preview.drawing.Colours;
import dev.mvstudio.adapter.local.preview.drawing.Lettering;
import dev.mvstudio.adapter.local.preview.drawing.Mark;
import dev.mvstudio.adapter.local.preview.drawing.Paragraph;
import dev.mvstudio.domain.asset.FrameSize;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands still over a clip: the first sentence of its prompt, and the sign that it is a preview. */
final class Caption {
    private static final int MOST_LINES = 3;
    private static final int SHORTEST = 8;
    private static final Pattern SENTENCE = Pattern.compile("[.!?。！？](?=\\s|$)|\\R\\s*\\R");

    private Caption() {}

    /** A picture as big as the frame, transparent where nothing is said. */
    static BufferedImage draw(FrameSize frame, String prompt, Color accent) {
        Canvas canvas = Canvas.transparent(frame.width(), frame.height());
        double unit = Math.min(frame.width(), frame.height());
        Mark.draw(canvas, frame.width() - 0.04 * unit, 0.04 * unit, Math.max(6, 0.019 * unit));
        band(canvas, firstSentence(prompt), accent, unit);
        return canvas.image();
    }

    private static void band(Canvas canvas, String text, Color accent, double unit) {
        double size = Math.max(9, Math.min(0.046 * unit, 0.05 * canvas.width()));
        double margin = 0.07 * unit;
        double bar = 0.35 * size;
        Paragraph words = Paragraph.wrap(text, size, canvas.width() - 2 * margin - 3 * bar, MOST_LINES);
        double foot = canvas.height() - 0.075 * unit;
        double top = foot - words.height();
        Color night = new Color(8, 9, 18);
        Color none = Colours.alpha(night, 0);
        double rise = top - 2.2 * size;
        canvas.fillDown(
                new Rectangle2D.Double(0, rise, canvas.width(), canvas.height() - rise),
                none,
                Colours.alpha(night, 0.62),
                Colours.alpha(night, 0.78));
        canvas.fill(
                new RoundRectangle2D.Double(margin, top + 0.1 * size, bar, words.height() - 0.2 * size, bar, bar),
                accent);
        double y = top + size;
        for (String line : words.lines()) {
            canvas.fill(Lettering.line(line, size, margin + 3 * bar, y), Color.WHITE);
            y += words.lineHeight();
        }
    }

    /** The whole text when it has no end, or one that comes too early to say anything. */
    static String firstSentence(String prompt) {
        String text = prompt.strip();
        Matcher end = SENTENCE.matcher(text);
        while (end.find()) {
            if (end.start() >= SHORTEST) {
                return text.substring(0, end.start()) + end.group().strip();
            }
        }
        return text;
    }
}
