package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The place of a scene, as silhouettes one behind the other. */
public enum Terrain {
    CITY(Set.of(
            "city",
            "street",
            "skyline",
            "rooftop",
            "building",
            "alley",
            "tower",
            "urban",
            "bridge",
            "downtown",
            "crossing",
            "metropolis",
            "subway",
            "station",
            "traffic",
            "cafe",
            "market")),
    FOREST(Set.of("forest", "wood", "tree", "jungle", "park", "garden", "glade", "clearing", "orchard", "pine")),
    SEA(Set.of(
            "sea", "ocean", "beach", "wave", "shore", "coast", "lake", "river", "island", "harbour", "harbor", "pier")),
    DESERT(Set.of("desert", "dune", "sand", "oasis", "sahara", "savannah")),
    MOUNTAINS(Set.of("mountain", "peak", "cliff", "valley", "canyon", "ridge", "summit", "glacier", "moon", "planet")),
    STAGE(Set.of(
            "stage",
            "theatre",
            "theater",
            "concert",
            "hall",
            "club",
            "nightclub",
            "room",
            "audience",
            "dancefloor",
            "studio",
            "disco",
            "spotlight",
            "arena")),
    HILLS(Set.of("hill", "field", "meadow", "road", "countryside", "farm", "village", "grass", "path", "highway"));

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> words;

    Terrain(Set<String> words) {
        this.words = words;
    }

    /** The one whose words come first in the text; any outdoor one when there is none of them. */
    public static Terrain of(Words text, Dice dice) {
        Terrain any = dice.pick(List.of(HILLS, CITY, MOUNTAINS, FOREST));
        return named(text).orElse(any);
    }

    /** The one whose words come first in the text. */
    public static Optional<Terrain> named(Words text) {
        return First.of(text, Arrays.asList(values()), terrain -> terrain.words);
    }

    /** Gives a shade the colour of the ground. */
    public Color tinged(Color shade) {
        return switch (this) {
            case CITY, STAGE, MOUNTAINS -> shade;
            case FOREST ->
                Colours.mix(shade, Colours.toned(Colours.rgb(0x2f7a52), 0.6, Colours.luma(shade) * 1.1), 0.45);
            case SEA -> Colours.mix(shade, Colours.toned(Colours.rgb(0x2f7f9f), 0.6, Colours.luma(shade) * 1.2), 0.4);
            case DESERT ->
                Colours.mix(shade, Colours.toned(Colours.rgb(0xc8894a), 0.6, Colours.luma(shade) * 1.3), 0.8);
            case HILLS ->
                Colours.mix(shade, Colours.toned(Colours.rgb(0x6f8f4a), 0.5, Colours.luma(shade) * 1.1), 0.35);
        };
    }

    /**
     * Draws one silhouette over the whole width, down to the lower edge.
     *
     * @param base the height of its foot line
     * @param size how high it may rise above it, in pixels
     * @param lights the colour of lit windows and glitter
     */
    public void ridge(Canvas canvas, double base, double size, Color colour, Color lights, Dice dice) {
        switch (this) {
            case CITY -> city(canvas, base, size, colour, lights, dice);
            case FOREST -> forest(canvas, base, size, colour, dice);
            case SEA -> sea(canvas, base, size, colour, lights, dice);
            case DESERT -> waves(canvas, base, size * 0.55, colour, dice, 1.2);
            case MOUNTAINS -> mountains(canvas, base, size, colour, dice);
            case STAGE -> crowd(canvas, base, size * 0.5, colour, dice);
            case HILLS -> waves(canvas, base, size * 0.42, colour, dice, 2.3);
        }
    }

    private static void below(Canvas canvas, Path2D edge, Color colour) {
        edge.lineTo(canvas.width() + 2.0, canvas.height());
        edge.lineTo(-2, canvas.height());
        edge.closePath();
        canvas.fillDown(edge, Colours.lighter(colour, 0.06), colour, Colours.darker(colour, 0.35));
    }

    private static void waves(Canvas canvas, double base, double size, Color colour, Dice dice, double count) {
        double shift = dice.between(0, 6.28);
        double other = dice.between(0, 6.28);
        Path2D edge = new Path2D.Double();
        edge.moveTo(-2, base);
        for (double x = -2; x <= canvas.width() + 4; x += 4) {
            double t = x / canvas.width() * 6.28 * count;
            double rise = 0.55 + 0.3 * Math.sin(t * 0.6 + shift) + 0.15 * Math.sin(t * 1.7 + other);
            edge.lineTo(x, base - size * rise);
        }
        below(canvas, edge, colour);
    }

    private static void mountains(Canvas canvas, double base, double size, Color colour, Dice dice) {
        Path2D edge = new Path2D.Double();
        edge.moveTo(-2, base);
        double x = -size * dice.between(0.1, 0.6);
        boolean up = true;
        while (x < canvas.width() + size) {
            double height = up ? dice.between(0.6, 1.0) : dice.between(0.15, 0.4);
            edge.lineTo(x, base - size * height);
            x += size * dice.between(0.3, 0.7);
            up = !up;
        }
        below(canvas, edge, colour);
    }

    private static void city(Canvas canvas, double base, double size, Color colour, Color lights, Dice dice) {
        Path2D edge = new Path2D.Double();
        edge.moveTo(-2, base);
        edge.lineTo(canvas.width() + 2.0, base);
        below(canvas, edge, colour);
        double x = -size * 0.2;
        while (x < canvas.width()) {
            double width = size * dice.between(0.16, 0.38);
            double height = size * dice.between(0.3, 1.0);
            tower(canvas, new Rectangle2D.Double(x, base - height, width, height + 2), colour, dice);
            windows(canvas, new Rectangle2D.Double(x, base - height, width, height), lights, dice);
            x += width + size * dice.between(-0.03, 0.08);
        }
    }

    private static void tower(Canvas canvas, Rectangle2D house, Color colour, Dice dice) {
        canvas.fillDown(house, Colours.lighter(colour, 0.05), colour);
        if (dice.chance(0.3)) {
            double step = house.getWidth() * 0.22;
            canvas.fill(
                    new Rectangle2D.Double(
                            house.getX() + step, house.getY() - step, house.getWidth() - 2 * step, step + 1),
                    colour);
        }
        if (dice.chance(0.25)) {
            double mast = house.getWidth() * 0.6;
            canvas.fill(
                    new Rectangle2D.Double(house.getCenterX(), house.getY() - mast, house.getWidth() * 0.035, mast),
                    colour);
        }
    }

    private static void windows(Canvas canvas, Rectangle2D house, Color lights, Dice dice) {
        double cell = Math.max(6, house.getWidth() / 6);
        for (double x = house.getX() + cell * 0.6; x < house.getMaxX() - cell * 0.8; x += cell) {
            for (double y = house.getY() + cell * 0.7; y < house.getMaxY() - cell; y += cell * 1.3) {
                if (dice.chance(0.33)) {
                    canvas.fill(
                            new Rectangle2D.Double(x, y, cell * 0.45, cell * 0.6),
                            Colours.alpha(lights, dice.between(0.25, 0.85)));
                }
            }
        }
    }

    private static void forest(Canvas canvas, double base, double size, Color colour, Dice dice) {
        waves(canvas, base, size * 0.2, colour, dice, 1.5);
        for (double x = -size * 0.1; x < canvas.width() + size * 0.1; x += size * dice.between(0.09, 0.2)) {
            double height = size * dice.between(0.5, 1.0);
            double half = height * dice.between(0.16, 0.24);
            double foot = base + size * 0.05;
            Path2D tree = new Path2D.Double();
            tree.moveTo(x, foot - height);
            for (int i = 1; i <= 4; i++) {
                double y = foot - height * (1 - i * 0.25);
                tree.lineTo(x + half * i * 0.25, y);
                tree.lineTo(x + half * (i * 0.25 - 0.11), y);
            }
            for (int i = 4; i >= 1; i--) {
                double y = foot - height * (1 - i * 0.25);
                tree.lineTo(x - half * (i * 0.25 - 0.11), y);
                tree.lineTo(x - half * i * 0.25, y);
            }
            tree.closePath();
            canvas.fillDown(tree, Colours.lighter(colour, 0.06), colour);
        }
    }

    private static void sea(Canvas canvas, double base, double size, Color colour, Color lights, Dice dice) {
        double top = base - size * 0.16;
        Path2D edge = new Path2D.Double();
        edge.moveTo(-2, top);
        edge.lineTo(canvas.width() + 2.0, top);
        below(canvas, edge, colour);
        for (int i = 0; i < 90; i++) {
            double depth = dice.between(0, 1);
            double width = size * (0.06 + 0.3 * depth);
            double x = dice.between(-width, canvas.width());
            double y = top + 3 + (canvas.height() - top) * depth * depth;
            canvas.fill(
                    new Ellipse2D.Double(x, y, width, 1.5 + size * 0.012 * depth),
                    Colours.alpha(lights, dice.between(0.04, 0.26)));
        }
    }

    private static void crowd(Canvas canvas, double base, double size, Color colour, Dice dice) {
        Path2D edge = new Path2D.Double();
        edge.moveTo(-2, base);
        edge.lineTo(canvas.width() + 2.0, base);
        below(canvas, edge, colour);
        for (double x = 0; x < canvas.width() + size; x += size * dice.between(0.3, 0.5)) {
            double r = size * dice.between(0.13, 0.17);
            double y = base - size * dice.between(0.0, 0.25);
            canvas.fill(new Ellipse2D.Double(x - r, y - r * 1.2, 2 * r, 2.4 * r), colour);
            canvas.fill(new Ellipse2D.Double(x - 2.1 * r, y + r * 1.1, 4.2 * r, 5 * r), colour);
        }
    }
}
