package dev.mvstudio.adapter.local.preview.image;

import static dev.mvstudio.adapter.local.preview.drawing.Colours.alpha;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.darker;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.lighter;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.mix;

import dev.mvstudio.adapter.local.preview.drawing.Canvas;
import dev.mvstudio.adapter.local.preview.drawing.Colours;
import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Lettering;
import dev.mvstudio.adapter.local.preview.drawing.Mark;
import dev.mvstudio.adapter.local.preview.drawing.Paragraph;
import dev.mvstudio.adapter.local.preview.drawing.Portrait;
import dev.mvstudio.adapter.local.preview.drawing.Traits;
import dev.mvstudio.domain.asset.FrameSize;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A portrait with the description below it. The portrait stands where a wide clip cuts out its part of the card. */
final class CharacterCard {
    private static final double CAPTION = 0.25;
    private static final double RADIUS = 0.3;

    private final Canvas canvas;
    private final String text;
    private final Traits traits;
    private final Dice dice;
    private final Color ground;
    private final double unit;

    private CharacterCard(FrameSize size, String text, Dice dice) {
        this.canvas = Canvas.opaque(size.width(), size.height());
        this.text = text;
        this.dice = dice;
        this.traits = Traits.read(text, dice);
        this.ground = ground(traits, dice);
        this.unit = Math.min(size.width(), size.height());
    }

    /** Draws one. The dice decide all that the text leaves open. */
    static BufferedImage draw(FrameSize size, String text, Dice dice) {
        CharacterCard card = new CharacterCard(size, text, dice);
        card.backdrop();
        card.portrait();
        card.caption();
        Mark.draw(card.canvas, size.width() - 0.04 * card.unit, 0.04 * card.unit, 0.0165 * card.unit);
        return card.canvas.image();
    }

    /** The ground sets the figure off: its hue is opposite or next to the garment's, and it is neither dark nor glaring. */
    private static Color ground(Traits traits, Dice dice) {
        Color main = traits.kind() == Traits.Kind.ANIMAL ? traits.eyes() : traits.garment();
        boolean metallic = traits.kind() == Traits.Kind.ROBOT;
        double turn = dice.pick(metallic ? List.of(0.45, 0.5, 0.55) : List.of(0.08, -0.08, 0.45, 0.55));
        boolean figureIsBright = Colours.luma(main) > 0.6;
        return Colours.toned(Colours.turned(main, turn), 0.5, figureIsBright ? 0.52 : 0.74);
    }

    private double portraitHeight() {
        return canvas.height() * (1 - CAPTION);
    }

    private void backdrop() {
        canvas.everywhere(lighter(ground, 0.22), ground, darker(ground, 0.5));
        double x = canvas.width() / 2.0;
        double y = portraitHeight() * 0.5;
        switch (dice.below(3)) {
            case 0 -> rings(x, y);
            case 1 -> rays(x, y);
            default -> confetti();
        }
        canvas.glow(x, y, unit * 0.62, alpha(lighter(ground, 0.8), 0.4));
        boolean brightMetal = traits.kind() == Traits.Kind.ROBOT && Colours.luma(traits.body()) > 0.6;
        Color disk = lighter(mix(ground, traits.eyes(), dice.between(0, 0.35)), brightMetal ? 0.05 : 0.52);
        double r = unit * RADIUS;
        canvas.fillDown(
                new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), lighter(disk, brightMetal ? 0.15 : 0.3), disk);
    }

    private void rings(double x, double y) {
        for (int i = 1; i < 9; i++) {
            double r = unit * (RADIUS + 0.075 * i);
            canvas.fill(
                    new BasicStroke((float) (unit * 0.004))
                            .createStrokedShape(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r)),
                    alpha(Color.WHITE, 0.26 - 0.025 * i));
        }
    }

    private void rays(double x, double y) {
        double r = Math.hypot(canvas.width(), canvas.height());
        double turn = dice.between(0, 24);
        for (int i = 0; i < 15; i++) {
            canvas.fill(
                    new Arc2D.Double(x - r, y - r, 2 * r, 2 * r, turn + i * 24, 12, Arc2D.PIE),
                    alpha(Color.WHITE, 0.07));
        }
    }

    private void confetti() {
        for (int i = 0; i < 60; i++) {
            double x = dice.between(0, canvas.width());
            double y = dice.between(0, portraitHeight());
            double r = unit * dice.between(0.003, 0.013);
            Color colour = dice.chance(0.4) ? traits.garment() : lighter(ground, 0.6);
            canvas.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), alpha(colour, 0.55));
        }
    }

    private void portrait() {
        double head = unit * (traits.kind() == Traits.Kind.CHILD ? 0.255 : 0.275);
        canvas.clip(new Rectangle2D.Double(0, 0, canvas.width(), portraitHeight() + 1));
        Portrait.draw(canvas, canvas.width() / 2.0, portraitHeight() * 0.5, head, traits, dice);
        canvas.fillDown(
                new Rectangle2D.Double(0, portraitHeight() * 0.82, canvas.width(), portraitHeight() * 0.18 + 1),
                alpha(darker(ground, 0.8), 0),
                alpha(darker(ground, 0.8), 0.5));
        canvas.unclip();
    }

    private void caption() {
        double top = portraitHeight();
        Color panel = darker(mix(ground, Colours.rgb(0x1b1d2a), 0.6), 0.45);
        canvas.fill(new Rectangle2D.Double(0, top, canvas.width(), canvas.height() - top), panel);
        swatches(top);
        double margin = 0.07 * unit;
        double size = 0.036 * unit;
        double height = canvas.height() - top - 0.1 * unit;
        int lines = (int) Math.max(1, Math.min(6, height / (size * 1.32)));
        Paragraph words = Paragraph.wrap(text, size, canvas.width() - 2 * margin, lines);
        double y = top + 0.055 * unit + (height - words.height()) / 2 + size;
        for (String line : words.lines()) {
            canvas.fill(Lettering.line(line, size, margin, y), new Color(0xf4f1ea));
            y += words.lineHeight();
        }
    }

    /** The colours of the character, on the seam between portrait and caption. */
    private void swatches(double top) {
        double r = 0.021 * unit;
        double x = 0.07 * unit + r;
        for (Color colour : traits.colours()) {
            canvas.fill(
                    new RoundRectangle2D.Double(x - 1.25 * r, top - 1.25 * r, 2.5 * r, 2.5 * r, 3 * r, 3 * r),
                    Color.WHITE);
            canvas.fill(new Ellipse2D.Double(x - r, top - r, 2 * r, 2 * r), colour);
            x += 2.1 * r;
        }
    }
}
