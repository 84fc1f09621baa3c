package dev.mvstudio.adapter.local.preview.video;

import static dev.mvstudio.adapter.local.preview.drawing.Colours.alpha;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.lighter;
import static dev.mvstudio.adapter.local.preview.drawing.Colours.mix;

import dev.mvstudio.adapter.local.preview.drawing.Canvas;
import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Figure;
import dev.mvstudio.adapter.local.preview.drawing.Portrait;
import dev.mvstudio.adapter.local.preview.drawing.Sky;
import dev.mvstudio.adapter.local.preview.drawing.Terrain;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** Paints a scene from its words: sky, distance, middle distance, and the character in front. */
final class SceneBoard {
    private final Stage stage;
    private final Script script;
    private final Sky sky;
    private final Dice dice;
    private final double horizon;
    private final double unit;

    private SceneBoard(Stage stage, Script script, Dice dice) {
        this.stage = stage;
        this.script = script;
        this.sky = script.sky();
        this.dice = dice;
        this.unit = stage.unit();
        this.horizon = stage.y(dice.between(0.6, 0.68));
    }

    static List<Layer> paint(Stage stage, Script script, Dice dice) {
        SceneBoard board = new SceneBoard(stage, script, dice);
        return List.of(
                new Layer(board.far().image(), 0.35),
                new Layer(board.middle().image(), 0.62),
                new Layer(board.near().image(), 1.0));
    }

    private Color shaded(double nearness) {
        return script.terrain().tinged(mix(sky.haze(), sky.shade(), nearness));
    }

    private Canvas far() {
        Canvas canvas = Canvas.opaque(stage.width(), stage.height());
        Color[] colours = sky.colours(script.tinge());
        canvas.fillDown(new Rectangle2D.Double(0, 0, stage.width(), horizon), colours);
        canvas.fill(new Rectangle2D.Double(0, horizon - 1, stage.width(), stage.height()), colours[2]);
        if (script.terrain() != Terrain.STAGE) {
            stars(canvas);
            clouds(canvas);
        }
        light(canvas);
        script.terrain().ridge(canvas, horizon + unit * 0.02, unit * 0.34, shaded(0.34), lights(), dice);
        canvas.cloud(
                stage.width() / 2.0, horizon, stage.width() * 1.3, unit * 0.3, alpha(lighter(sky.haze(), 0.2), 0.4));
        canvas.vignette(0.5);
        return canvas;
    }

    private Color lights() {
        return sky.isDark() ? lighter(sky.light(), 0.1) : alpha(sky.light(), 0.4);
    }

    private void stars(Canvas canvas) {
        for (int i = 0; sky.isDark() && i < 140; i++) {
            double x = dice.between(0, stage.width());
            double y = dice.between(0, horizon);
            double r = unit * dice.between(0.0007, 0.0024);
            canvas.fill(new Ellipse2D.Double(x, y, 2 * r, 2 * r), alpha(Color.WHITE, dice.between(0.15, 0.9)));
        }
    }

    private void clouds(Canvas canvas) {
        for (int i = 0; !sky.isDark() && i < 16; i++) {
            double x = dice.between(0, stage.width());
            double y = dice.between(0.05, 0.85) * horizon;
            double width = unit * dice.between(0.4, 1.1);
            Color colour = lighter(sky.haze(), dice.between(0.2, 0.8));
            canvas.cloud(x, y, width, width * dice.between(0.06, 0.13), alpha(colour, 0.5));
        }
    }

    private void light(Canvas canvas) {
        double x = stage.x(dice.between(0.2, 0.8));
        double y = stage.y(dice.between(0.2, 0.42));
        if (script.terrain() == Terrain.STAGE || sky == Sky.STAGE) {
            beams(canvas);
        } else if (sky.hasDisk()) {
            double r = unit * dice.between(0.055, 0.1);
            canvas.glow(x, y, r * 7, alpha(sky.light(), 0.65));
            canvas.fillDown(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r), lighter(sky.light(), 0.5), sky.light());
        } else {
            canvas.glow(x, y, unit * 0.9, alpha(sky.light(), 0.5));
        }
    }

    private void beams(Canvas canvas) {
        for (int i = 0; i < 5; i++) {
            double x = stage.width() * (0.1 + 0.2 * i);
            double foot = x + unit * dice.between(-0.5, 0.5);
            double half = unit * dice.between(0.1, 0.2);
            Path2D beam = new Path2D.Double();
            beam.moveTo(x - unit * 0.012, 0);
            beam.lineTo(x + unit * 0.012, 0);
            beam.lineTo(foot + half, horizon + unit * 0.1);
            beam.lineTo(foot - half, horizon + unit * 0.1);
            beam.closePath();
            canvas.fillDown(beam, alpha(sky.light(), 0.55), alpha(sky.light(), 0.1));
            canvas.glow(x, stage.y(0.02), unit * 0.16, alpha(sky.light(), 0.8));
        }
    }

    private Canvas middle() {
        Canvas canvas = Canvas.transparent(stage.width(), stage.height());
        double base = stage.y(0.76);
        script.terrain().ridge(canvas, base, unit * 0.36, shaded(0.66), lights(), dice);
        return canvas;
    }

    private Canvas near() {
        Canvas canvas = Canvas.transparent(stage.width(), stage.height());
        double x = stage.x(dice.between(0.3, 0.7));
        if (script.close()) {
            double head = unit * 0.4;
            Portrait.draw(canvas, x, stage.y(0.42), head, script.traits(), dice);
            canvas.tint(mix(sky.haze(), sky.shade(), 0.5), 0.25);
        } else {
            ground(canvas);
            Figure.draw(canvas, x, stage.y(0.83), unit * dice.between(0.42, 0.5), script.traits(), sky, dice);
        }
        return canvas;
    }

    private void ground(Canvas canvas) {
        Terrain near = script.terrain() == Terrain.DESERT ? Terrain.DESERT : Terrain.HILLS;
        near.ridge(canvas, stage.y(0.85), unit * 0.12, shaded(0.93), lights(), dice);
    }
}
