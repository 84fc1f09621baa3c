package dev.mvstudio.adapter.local.preview.drawing;

import static dev.mvstudio.adapter.local.preview.drawing.Colours.alpha;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.darker;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.lighter;

import java.awt.Color;

/** Head and shoulders of a character in flat colours. The unit is the height of the head. */
public final class Portrait {
    private static final Color INK = new Color(0x2a2630);

    private final Canvas canvas;
    private final Place at;
    private final Traits traits;
    private final boolean fringe;

    private Portrait(Canvas canvas, Place at, Traits traits, Dice dice) {
        this.canvas = canvas;
        this.at = at;
        this.traits = traits;
        this.fringe = dice.chance(0.5);
    }

    /**
     * Draws it.
     *
     * @param x the middle of its face
     * @param y the middle of its face
     * @param head how high its head is, in pixels
     */
    public static void draw(Canvas canvas, double x, double y, double head, Traits traits, Dice dice) {
        double lean = dice.between(-0.05, 0.05);
        Portrait portrait = new Portrait(canvas, new Place(x, y, head, lean), traits, dice);
        switch (traits.kind()) {
            case HUMAN -> portrait.person();
            case CHILD -> portrait.child();
            case ROBOT -> new RobotPortrait(canvas, portrait.at, traits).draw(dice.chance(0.5));
            case ANIMAL -> portrait.animal();
        }
    }

    private void person() {
        if (traits.longHair()) {
            canvas.fill(
                    at.curve(
                            -0.44, -0.2, -0.62, 0.3, -0.6, 0.8, -0.52, 1.05, -0.2, 1.16, 0.2, 1.16, 0.52, 1.05, 0.6,
                            0.8, 0.62, 0.3, 0.44, -0.2, 0.3, -0.62, -0.3, -0.62, -0.44, -0.2),
                    darker(traits.hair(), 0.25));
        }
        shoulders(1.12, 0.62);
        face(0.38, 0.47);
        beard();
        hair();
        hat();
    }

    private void child() {
        if (traits.longHair()) {
            canvas.fill(at.ellipse(-0.5, 0.22, 0.17, 0.3), traits.hair());
            canvas.fill(at.ellipse(0.5, 0.22, 0.17, 0.3), traits.hair());
        }
        shoulders(0.82, 0.56);
        face(0.44, 0.45);
        hair();
        hat();
    }

    private void shoulders(double half, double top) {
        Color cloth = traits.garment();
        canvas.fillDown(
                at.curve(
                        -half,
                        3.2,
                        -half,
                        1.5,
                        -half,
                        1.0,
                        -0.42,
                        top + 0.12,
                        -0.2,
                        top + 0.02,
                        0.2,
                        top + 0.02,
                        0.42,
                        top + 0.12,
                        half,
                        1.0,
                        half,
                        1.5,
                        half,
                        3.2,
                        half,
                        3.2,
                        -half,
                        3.2,
                        -half,
                        3.2),
                cloth,
                darker(cloth, 0.45));
        canvas.fill(at.box(0, 0.5, 0.3, 0.56, 0.26), darker(traits.body(), 0.18));
        canvas.fill(at.polygon(-0.2, top + 0.02, 0, 1.02, 0.2, top + 0.02), darker(traits.body(), 0.1));
        canvas.fill(at.polygon(-0.19, top - 0.06, -0.4, top + 0.13, -0.2, 1.16, 0, 0.98), lighter(cloth, 0.16));
        canvas.fill(at.polygon(0.19, top - 0.06, 0.4, top + 0.13, 0.2, 1.16, 0, 0.98), lighter(cloth, 0.07));
        canvas.fill(at.limb(0.016, 0, 1.0, 0, 3.0), alpha(INK, 0.25));
    }

    private void face(double rx, double ry) {
        Color skin = traits.body();
        canvas.fill(at.ellipse(-rx, 0.04, 0.075, 0.11), darker(skin, 0.08));
        canvas.fill(at.ellipse(rx, 0.04, 0.075, 0.11), darker(skin, 0.16));
        canvas.fillAcross(at.ellipse(0, 0, rx, ry), lighter(skin, 0.08), skin, darker(skin, 0.12));
        canvas.fill(at.ellipse(-0.2, 0.17, 0.08, 0.05), alpha(new Color(0xe2604f), 0.22));
        canvas.fill(at.ellipse(0.2, 0.17, 0.08, 0.05), alpha(new Color(0xe2604f), 0.22));
        eye(-0.16);
        if (!traits.oneEye()) {
            eye(0.16);
        }
        canvas.fill(at.limb(0.022, 0.0, 0.05, 0.03, 0.14, -0.01, 0.15), darker(skin, 0.28));
        canvas.fill(
                at.curve(-0.1, 0.24, -0.04, 0.3, 0.05, 0.3, 0.11, 0.235, 0.05, 0.265, -0.04, 0.265, -0.1, 0.24),
                darker(new Color(0xb0473f), 0.2));
    }

    private void eye(double x) {
        canvas.fill(at.ellipse(x, 0.02, 0.062, 0.042), new Color(0xfbf7f0));
        canvas.fill(at.ellipse(x, 0.02, 0.036, 0.041), traits.eyes());
        canvas.fill(at.ellipse(x, 0.02, 0.016, 0.02), INK);
        canvas.fill(at.ellipse(x + 0.012, 0.008, 0.009, 0.009), Color.WHITE);
        canvas.fill(at.limb(0.018, x - 0.068, 0.012, x, -0.028, x + 0.068, 0.012), INK);
        canvas.fill(at.limb(0.026, x - 0.07, -0.09, x, -0.115, x + 0.07, -0.095), darker(traits.hair(), 0.3));
    }

    private void hair() {
        Color hair = traits.hair();
        canvas.fillDown(
                fringe
                        ? at.curve(
                                -0.43, 0.08, -0.56, -0.38, -0.3, -0.62, 0.02, -0.6, 0.38, -0.62, 0.54, -0.34, 0.42,
                                0.08, 0.4, -0.1, 0.34, -0.2, 0.3, -0.2, 0.1, -0.1, -0.2, -0.14, -0.3, -0.22, -0.36,
                                -0.14, -0.4, -0.06, -0.43, 0.08)
                        : at.curve(
                                -0.43, 0.1, -0.58, -0.4, -0.26, -0.64, 0.08, -0.59, 0.42, -0.58, 0.52, -0.3, 0.42, 0.1,
                                0.4, -0.12, 0.3, -0.26, 0.16, -0.34, 0.02, -0.24, -0.3, -0.2, -0.37, -0.06, -0.4, 0,
                                -0.42, 0.04, -0.43, 0.1),
                lighter(hair, 0.14),
                hair);
        if (traits.longHair() && traits.kind() == Traits.Kind.HUMAN) {
            canvas.fill(
                    at.curve(-0.4, -0.14, -0.52, 0.2, -0.56, 0.6, -0.46, 0.92, -0.36, 0.7, -0.34, 0.2, -0.4, -0.14),
                    hair);
            canvas.fill(at.curve(0.4, -0.14, 0.52, 0.2, 0.56, 0.6, 0.46, 0.92, 0.36, 0.7, 0.34, 0.2, 0.4, -0.14), hair);
        }
    }

    private void beard() {
        if (traits.beard()) {
            canvas.fillDown(
                    at.curve(
                            -0.385, 0.0, -0.42, 0.36, -0.2, 0.62, 0, 0.62, 0.2, 0.62, 0.42, 0.36, 0.385, 0.0, 0.3, 0.16,
                            0.16, 0.18, 0, 0.17, -0.16, 0.18, -0.3, 0.16, -0.385, 0.0),
                    traits.hair(),
                    darker(traits.hair(), 0.2));
            canvas.fill(at.limb(0.03, -0.09, 0.265, 0, 0.28, 0.09, 0.265), darker(new Color(0xb0473f), 0.25));
        }
    }

    private void hat() {
        if (traits.hat()) {
            Color felt = darker(traits.garment(), 0.15);
            canvas.fill(at.ellipse(0, -0.31, 0.66, 0.1), darker(felt, 0.25));
            canvas.fillDown(
                    at.curve(
                            -0.4, -0.32, -0.4, -0.8, -0.2, -0.78, 0, -0.72, 0.2, -0.78, 0.4, -0.8, 0.4, -0.32, 0.2,
                            -0.25, -0.2, -0.25, -0.4, -0.32),
                    lighter(felt, 0.12),
                    felt);
            canvas.fill(at.polygon(-0.405, -0.44, 0.405, -0.44, 0.4, -0.33, -0.4, -0.33), darker(felt, 0.5));
        }
    }

    private void animal() {
        Color fur = traits.body();
        shoulders(0.92, 0.5);
        for (int side : new int[] {-1, 1}) {
            canvas.fill(at.polygon(side * 0.14, -0.3, side * 0.44, -0.82, side * 0.5, -0.1), darker(fur, 0.12));
            canvas.fill(at.polygon(side * 0.24, -0.32, side * 0.4, -0.64, side * 0.44, -0.2), new Color(0xd99a92));
        }
        canvas.fillDown(
                at.curve(
                        0, -0.42, 0.5, -0.46, 0.62, 0.02, 0.5, 0.2, 0.36, 0.42, 0.16, 0.48, 0, 0.48, -0.16, 0.48, -0.36,
                        0.42, -0.5, 0.2, -0.62, 0.02, -0.5, -0.46, 0, -0.42),
                lighter(fur, 0.12),
                fur,
                darker(fur, 0.1));
        canvas.fill(at.ellipse(0, 0.27, 0.24, 0.18), lighter(fur, 0.6));
        for (int side : new int[] {-1, 1}) {
            canvas.fill(at.ellipse(side * 0.2, 0, 0.095, 0.1), traits.eyes());
            canvas.fill(at.ellipse(side * 0.2, 0, 0.035, 0.09), INK);
            canvas.fill(at.ellipse(side * 0.2 + 0.025, -0.035, 0.018, 0.018), Color.WHITE);
            canvas.fill(at.limb(0.01, side * 0.16, 0.27, side * 0.56, 0.2), alpha(Color.WHITE, 0.7));
            canvas.fill(at.limb(0.01, side * 0.16, 0.31, side * 0.56, 0.33), alpha(Color.WHITE, 0.7));
        }
        canvas.fill(at.polygon(-0.06, 0.17, 0.06, 0.17, 0, 0.24), INK);
        canvas.fill(at.limb(0.016, -0.1, 0.32, -0.03, 0.34, 0, 0.24, 0.03, 0.34, 0.1, 0.32), INK);
    }
}
