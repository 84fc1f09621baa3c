package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Color;
import java.awt.Shape;

/** A character from head to foot, small in a landscape. The unit is its height; its origin is between its feet. */
public final class Figure {
    private final Canvas canvas;
    private final Place at;
    private final Traits traits;
    private final Sky sky;
    private final boolean walking;

    private Figure(Canvas canvas, Place at, Traits traits, Sky sky, Dice dice) {
        this.canvas = canvas;
        this.at = at;
        this.traits = traits;
        this.sky = sky;
        this.walking = dice.chance(0.6);
    }

    /** Draws it against the light: its colours go down into the shade, its edge shines. */
    public static void draw(Canvas canvas, double x, double foot, double height, Traits traits, Sky sky, Dice dice) {
        double size = switch (traits.kind()) {
            case HUMAN, ROBOT -> height;
            case CHILD -> height * 0.8;
            case ANIMAL -> height * 0.66;
        };
        Place at = new Place(x, foot, size, 0);
        canvas.cloud(x, foot, size * 0.8, size * 0.1, Colours.alpha(Colours.darker(sky.shade(), 0.6), 0.8));
        Figure figure = new Figure(canvas, at, traits, sky, dice);
        switch (traits.kind()) {
            case HUMAN, CHILD -> figure.person();
            case ROBOT -> figure.robot();
            case ANIMAL -> figure.animal();
        }
    }

    private Color lit(Color colour) {
        return Colours.mix(colour, sky.shade(), 0.3);
    }

    /** With a shining edge on the left. */
    private void part(Shape shape, Color colour) {
        canvas.fillAcross(
                shape,
                Colours.mix(lit(colour), sky.light(), 0.55),
                lit(colour),
                lit(colour),
                lit(Colours.darker(colour, 0.5)));
    }

    private void legs(Color colour) {
        double stride = walking ? 0.11 : 0.045;
        part(at.limb(0.085, 0.02, -0.45, stride * 0.7, -0.22, stride, -0.03), Colours.darker(colour, 0.3));
        part(at.limb(0.085, -0.02, -0.45, -stride * 0.45, -0.22, -stride, -0.03), colour);
        part(at.box(stride + 0.025, -0.015, 0.12, 0.04, 0.04), Colours.darker(colour, 0.5));
        part(at.box(-stride + 0.025, -0.015, 0.12, 0.04, 0.04), Colours.darker(colour, 0.5));
    }

    private void arms(Color colour) {
        double swing = walking ? 0.08 : 0.01;
        part(at.limb(0.06, -0.09, -0.75, -0.13, -0.6, -0.1 - swing, -0.46), colour);
        part(at.limb(0.06, 0.09, -0.75, 0.13, -0.6, 0.11 + swing, -0.47), Colours.darker(colour, 0.25));
    }

    private void person() {
        Color cloth = traits.garment();
        if (traits.longHair()) {
            part(at.ellipse(0, -0.82, 0.085, 0.13), Colours.darker(traits.hair(), 0.2));
        }
        legs(Colours.darker(cloth, 0.6));
        arms(Colours.darker(cloth, 0.12));
        part(
                at.curve(
                        -0.1, -0.78, -0.13, -0.6, -0.1, -0.5, -0.15, -0.3, -0.05, -0.27, 0.05, -0.27, 0.15, -0.3, 0.1,
                        -0.5, 0.13, -0.6, 0.1, -0.78, 0.04, -0.81, -0.04, -0.81, -0.1, -0.78),
                cloth);
        part(at.box(0, -0.81, 0.05, 0.08, 0.04), Colours.darker(traits.body(), 0.2));
        part(at.ellipse(0, -0.9, 0.065, 0.08), traits.body());
        part(
                at.curve(-0.07, -0.88, -0.09, -1.0, 0.08, -1.02, 0.075, -0.89, 0.06, -0.94, -0.02, -0.93, -0.07, -0.88),
                traits.hair());
        if (traits.hat()) {
            part(at.box(0, -0.95, 0.2, 0.022, 0.02), Colours.darker(cloth, 0.3));
            part(at.box(0, -0.98, 0.12, 0.08, 0.04), Colours.darker(cloth, 0.3));
        }
    }

    private void robot() {
        Color metal = traits.body();
        legs(Colours.darker(metal, 0.35));
        arms(Colours.darker(metal, 0.15));
        part(at.box(0, -0.58, 0.25, 0.36, 0.09), metal);
        part(at.box(0, -0.6, 0.13, 0.11, 0.03), Colours.darker(metal, 0.65));
        part(at.box(0, -0.78, 0.08, 0.06, 0.02), Colours.darker(metal, 0.4));
        part(at.limb(0.012, 0, -0.98, 0.012, -1.07), Colours.darker(metal, 0.3));
        part(at.box(0, -0.89, 0.23, 0.19, 0.08), metal);
        canvas.fill(at.box(0, -0.89, 0.18, 0.1, 0.06), Colours.darker(lit(metal), 0.75));
        double eye = traits.oneEye() ? 0 : 0.045;
        for (double x : new double[] {-eye, eye}) {
            canvas.glow(
                    at.x() + x * at.unit(),
                    at.y() - 0.89 * at.unit(),
                    0.1 * at.unit(),
                    Colours.alpha(traits.eyes(), 0.7));
            canvas.fill(at.ellipse(x, -0.89, 0.028, 0.028), Colours.lighter(traits.eyes(), 0.3));
        }
        canvas.fill(at.ellipse(0.012, -1.08, 0.018, 0.018), traits.eyes());
    }

    private void animal() {
        Color fur = traits.body();
        part(at.limb(0.07, 0.2, -0.06, 0.36, -0.08, 0.4, -0.24, 0.36, -0.36), Colours.darker(fur, 0.15));
        part(
                at.curve(
                        -0.17, -0.01, -0.2, -0.3, -0.12, -0.5, 0, -0.55, 0.14, -0.5, 0.26, -0.25, 0.24, -0.01, 0.1,
                        0.01, -0.1, 0.01, -0.17, -0.01),
                fur);
        part(at.limb(0.07, -0.09, -0.3, -0.1, -0.03), Colours.lighter(fur, 0.08));
        part(at.limb(0.07, 0.04, -0.3, 0.05, -0.03), fur);
        part(at.polygon(-0.15, -0.68, -0.17, -0.9, -0.02, -0.74), fur);
        part(at.polygon(0.13, -0.68, 0.16, -0.9, 0.0, -0.74), Colours.darker(fur, 0.2));
        part(at.ellipse(0, -0.63, 0.17, 0.145), fur);
        part(at.box(0, -0.5, 0.24, 0.05, 0.05), traits.garment());
        canvas.fill(at.ellipse(-0.065, -0.65, 0.026, 0.026), traits.eyes());
        canvas.fill(at.ellipse(0.065, -0.65, 0.026, 0.026), traits.eyes());
    }
}
