package dev.mvstudio.adapter.local.preview.drawing;

import static dev.mvstudio.adapter.local.preview.drawing.Colours.alpha;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.darker;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.lighter;

import java.awt.Color;

/** Head and chest of a robot. The unit is the height of the head. */
final class RobotPortrait {
    private final Canvas canvas;
    private final Place at;
    private final Traits traits;

    RobotPortrait(Canvas canvas, Place at, Traits traits) {
        this.canvas = canvas;
        this.at = at;
        this.traits = traits;
    }

    void draw(boolean crooked) {
        Color metal = traits.body();
        canvas.fillDown(at.box(0, 2.06, 1.9, 2.6, 0.7), lighter(metal, 0.1), darker(metal, 0.45));
        canvas.fill(at.box(0, 1.36, 0.96, 0.6, 0.16), traits.garment());
        canvas.fill(at.box(0, 1.36, 0.88, 0.52, 0.12), darker(metal, 0.72));
        canvas.fill(at.limb(0.03, -0.34, 1.38, -0.18, 1.38, -0.1, 1.24, 0, 1.5, 0.1, 1.38, 0.34, 1.38), traits.eyes());
        canvas.fill(at.box(0, 0.6, 0.36, 0.4, 0.08), darker(metal, 0.5));
        for (double y = 0.5; y < 0.78; y += 0.1) {
            canvas.fill(at.box(0, y, 0.42, 0.05, 0.05), darker(metal, 0.25));
        }
        antenna(metal, crooked ? 0.08 : 0);
        canvas.fill(at.box(-0.54, 0.02, 0.14, 0.34, 0.1), darker(traits.garment(), 0.1));
        canvas.fill(at.box(0.54, 0.02, 0.14, 0.34, 0.1), darker(traits.garment(), 0.25));
        canvas.fillDown(at.box(0, 0, 1.0, 0.92, 0.36), lighter(metal, 0.35), metal, darker(metal, 0.22));
        canvas.fill(at.box(0, -0.36, 0.3, 0.07, 0.07), traits.garment());
        canvas.fill(at.box(0, 0.01, 0.82, 0.5, 0.3), darker(metal, 0.6));
        canvas.fillDown(at.box(0, 0, 0.76, 0.44, 0.26), new Color(0x2b3140), new Color(0x14161f));
        lenses();
        canvas.fill(at.polygon(-0.3, -0.2, -0.12, -0.2, -0.24, 0.2, -0.37, 0.16), alpha(Color.WHITE, 0.07));
        canvas.fill(at.limb(0.03, -0.14, 0.36, 0.14, 0.36), darker(metal, 0.5));
    }

    private void antenna(Color metal, double top) {
        canvas.fill(at.limb(0.045, 0, -0.4, top, -0.72), darker(metal, 0.35));
        canvas.fill(at.ellipse(top, -0.74, 0.07, 0.07), traits.garment());
    }

    private void lenses() {
        if (traits.oneEye()) {
            lens(0, 0.15);
        } else {
            lens(-0.19, 0.1);
            lens(0.19, 0.1);
        }
    }

    private void lens(double x, double r) {
        Color light = traits.eyes();
        double px = at.x() + x * at.unit();
        canvas.glow(px, at.y(), 2.6 * r * at.unit(), alpha(light, 0.6));
        canvas.fill(at.ellipse(x, 0, r, r), light);
        canvas.fill(at.ellipse(x, 0, r * 0.62, r * 0.62), lighter(light, 0.55));
        canvas.fill(at.ellipse(x, 0, r * 0.3, r * 0.3), darker(light, 0.75));
        canvas.fill(at.ellipse(x + r * 0.3, -r * 0.32, r * 0.16, r * 0.16), Color.WHITE);
    }
}
