package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Sky;
import dev.mvstudio.domain.asset.FrameSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What drifts through the air of a scene, so that it lives: dust, snow, rain, fireflies, lights out of focus. */
final class Drift {
    /** Sizes in shares of the frame's shorter side, speeds in such shares a second. */
    private record Kind(
            int count, double smallest, double biggest, double stretch, double dx, double dy, double light) {
        static Kind of(Sky.Air air) {
            return switch (air) {
                case DUST -> new Kind(45, 0.002, 0.007, 1, 0.012, -0.012, 70);
                case FIREFLIES -> new Kind(30, 0.003, 0.008, 1, 0.015, -0.02, 110);
                case RAIN -> new Kind(110, 0.0012, 0.002, 16, -0.12, 1.5, 42);
                case SNOW -> new Kind(90, 0.002, 0.008, 1, 0.03, 0.11, 130);
                case BOKEH -> new Kind(22, 0.012, 0.045, 1, 0.01, -0.014, 34);
            };
        }
    }

    private record Speck(double x, double y, double size, double speed, double phase) {}

    private static final double TURN = 2 * Math.PI;

    private final Kind kind;
    private final List<Speck> specks = new ArrayList<>();
    private final double seconds;

    Drift(Sky.Air air, Duration length, Dice dice) {
        this.kind = Kind.of(air);
        this.seconds = length.toMillis() / 1000.0;
        for (int i = 0; i < kind.count(); i++) {
            specks.add(new Speck(
                    dice.between(0, 1),
                    dice.between(0, 1),
                    dice.between(kind.smallest(), kind.biggest()),
                    dice.between(0.5, 1.5),
                    dice.between(0, 1)));
        }
    }

    /** Lightens the brightness channel of a frame. */
    void over(byte[] buffer, FrameSize frame, double time) {
        double unit = Math.min(frame.width(), frame.height());
        double t = time * seconds;
        for (Speck speck : specks) {
            double sway = 0.01 * StrictMath.sin(TURN * (0.2 * t * speck.speed() + speck.phase()));
            double x = wrapped(speck.x() + (kind.dx() * speck.speed() * t + sway) * unit / frame.width());
            double y = wrapped(speck.y() + kind.dy() * speck.speed() * t * unit / frame.height());
            double twinkle = 0.6 + 0.4 * StrictMath.sin(TURN * (0.35 * t * speck.speed() + speck.phase() * 3));
            spot(buffer, frame, x * frame.width(), y * frame.height(), speck.size() * unit, kind.light() * twinkle);
        }
    }

    private void spot(byte[] buffer, FrameSize frame, double cx, double cy, double r, double light) {
        double ry = r * kind.stretch();
        int bottom = (int) Math.min(frame.height() - 1, cy + ry);
        int right = (int) Math.min(frame.width() - 1, cx + r);
        for (int y = (int) Math.max(0, Math.ceil(cy - ry)); y <= bottom; y++) {
            double v = (y - cy) / ry;
            int row = y * frame.width();
            for (int x = (int) Math.max(0, Math.ceil(cx - r)); x <= right; x++) {
                double u = (x - cx) / r;
                double soft = 1 - u * u - v * v;
                if (soft > 0) {
                    int lit = (buffer[row + x] & 0xff) + (int) (light * Math.min(1, 1.6 * soft));
                    buffer[row + x] = (byte) Math.min(235, lit);
                }
            }
        }
    }

    private static double wrapped(double share) {
        return share - Math.floor(share);
    }
}
