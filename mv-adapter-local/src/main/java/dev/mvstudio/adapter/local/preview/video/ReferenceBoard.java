package dev.mvstudio.adapter.local.preview.video;

import static dev.mvstudio.adapter.local.preview.drawing.Colours.alpha;

import dev.mvstudio.adapter.local.preview.drawing.Canvas;
import dev.mvstudio.adapter.local.preview.drawing.Colours;
import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Sky;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** Puts a reference picture into the light and the place of a scene. */
final class ReferenceBoard {
    /** Of what is cut away from a tall picture, most is below: faces are rather above the middle. */
    private static final double ABOVE = 0.15;

    /** As much of the scene's colours as leaves those of the picture recognisable. */
    private static final double GRADING = 0.12;

    private static final double LIGHTING = 0.24;

    private ReferenceBoard() {}

    static List<Layer> paint(Stage stage, Script script, BufferedImage reference, Dice dice) {
        return List.of(
                new Layer(picture(stage, script, reference, dice).image(), 0.5),
                new Layer(foreground(stage, script, dice).image(), 1.0));
    }

    private static Canvas picture(Stage stage, Script script, BufferedImage reference, Dice dice) {
        Canvas canvas = Canvas.opaque(stage.width(), stage.height());
        canvas.everywhere(script.sky().shade(), script.sky().shade());
        double zoom = script.close() ? dice.between(1.25, 1.4) : dice.between(1.0, 1.12);
        canvas.place(reference, cover(stage, reference, zoom, dice.between(0.2, 0.8)));
        Sky sky = script.sky();
        canvas.litBy(Colours.mix(Color.WHITE, sky.haze(), LIGHTING));
        canvas.graded(sky.shade(), Colours.mix(sky.haze(), sky.colours(script.tinge())[1], 0.5), sky.light(), GRADING);
        canvas.glow(
                stage.x(dice.chance(0.5) ? 0.04 : 0.96),
                stage.y(dice.between(0, 0.4)),
                stage.unit() * 1.2,
                alpha(Colours.mix(sky.light(), sky.haze(), 0.7), 0.6));
        canvas.vignette(0.6);
        foot(canvas, stage, sky.shade());
        return canvas;
    }

    /** Goes down into the shade, where the caption stands. */
    private static void foot(Canvas canvas, Stage stage, Color shade) {
        double top = stage.y(0.66);
        canvas.fillDown(
                new Rectangle2D.Double(0, top, stage.width(), stage.height() - top),
                alpha(shade, 0),
                alpha(shade, 0.85),
                shade);
    }

    /** Covers the whole stage; what is too much is cut away. */
    private static Rectangle2D cover(Stage stage, BufferedImage image, double zoom, double aside) {
        double scale =
                zoom * Math.max(stage.width() / (double) image.getWidth(), stage.height() / (double) image.getHeight());
        double width = image.getWidth() * scale;
        double height = image.getHeight() * scale;
        double above = (height - stage.height()) * ABOVE;
        return new Rectangle2D.Double((stage.width() - width) * aside, -above, width, height);
    }

    private static Canvas foreground(Stage stage, Script script, Dice dice) {
        Canvas canvas = Canvas.transparent(stage.width(), stage.height());
        double unit = stage.unit();
        Color shade = script.sky().shade();
        Color lights = alpha(script.sky().light(), 0.8);
        script.terrain().ridge(canvas, stage.y(0.9), unit * 0.2, alpha(shade, 0.92), lights, dice);
        return canvas;
    }
}
