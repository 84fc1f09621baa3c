package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The light of a scene: its words, and the colours of its sky from top to bottom, its sun or moon, and its shade. */
public enum Sky {
    DAWN(
            Set.of("dawn", "sunrise", "morning", "daybreak", "mist", "fog", "misty", "foggy"),
            new int[] {0x5d7fb3, 0xd9a7b0, 0xfbd9b0},
            0xfff0cf,
            0x3c4463,
            Air.DUST),
    DAY(
            Set.of(
                    "day",
                    "noon",
                    "sunny",
                    "sunlit",
                    "summer",
                    "afternoon",
                    "sunlight",
                    "spring",
                    "daylight",
                    "blossom"),
            new int[] {0x2f7fc9, 0x7fbfe8, 0xdff0ea},
            0xfffbe6,
            0x23505c,
            Air.DUST),
    SUNSET(
            Set.of("sunset", "dusk", "evening", "twilight", "autumn", "sundown"),
            new int[] {0x3a2b63, 0xc4476a, 0xffab57},
            0xffe2a3,
            0x2a1738,
            Air.DUST),
    NIGHT(
            Set.of("night", "moon", "moonlight", "midnight", "star", "moonlit", "starlight", "nocturnal"),
            new int[] {0x0a1030, 0x1c2f63, 0x4a639a},
            0xe9f0ff,
            0x080d24,
            Air.FIREFLIES),
    STORM(
            Set.of("storm", "rain", "rainy", "thunder", "overcast", "drizzle", "lightning", "raining"),
            new int[] {0x2a3440, 0x51616e, 0x93a3a6},
            0xd6e3e6,
            0x161d26,
            Air.RAIN),
    NEON(
            Set.of("neon", "cyberpunk", "club", "disco", "futuristic", "nightclub", "hologram", "laser", "arcade"),
            new int[] {0x12092e, 0x5a1a7d, 0xf2408f},
            0x52f3ff,
            0x0b0720,
            Air.BOKEH),
    SNOW(
            Set.of("snow", "winter", "ice", "frozen", "snowy", "frost", "icy", "glacier", "blizzard"),
            new int[] {0x6f8fb0, 0xb9cfdd, 0xf2f4f1},
            0xffffff,
            0x3f5570,
            Air.SNOW),
    SPACE(
            Set.of("space", "galaxy", "planet", "cosmos", "orbit", "cosmic", "spaceship", "nebula", "asteroid"),
            new int[] {0x05040f, 0x23124a, 0x6b3a8f},
            0xffd9b8,
            0x0a0718,
            Air.FIREFLIES),
    STAGE(
            Set.of(
                    "stage",
                    "theatre",
                    "theater",
                    "concert",
                    "spotlight",
                    "audience",
                    "studio",
                    "hall",
                    "curtain",
                    "dancefloor"),
            new int[] {0x1a0a1e, 0x4d1430, 0xb5523f},
            0xffe9c2,
            0x12060f,
            Air.BOKEH);

    /** What is in the air. */
    public enum Air {
        DUST,
        FIREFLIES,
        RAIN,
        SNOW,
        BOKEH
    }

    private static final List<Sky> OUTDOORS = List.of(DAWN, DAY, SUNSET, NIGHT, STORM, NEON, SNOW, SPACE);

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> words;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<Color> colours;

    private final Color light;
    private final Color shade;
    private final Air air;

    Sky(Set<String> words, int[] colours, int light, int shade, Air air) {
        this.words = words;
        this.colours = Arrays.stream(colours).mapToObj(Colours::rgb).toList();
        this.light = Colours.rgb(light);
        this.shade = Colours.rgb(shade);
        this.air = air;
    }

    /** The one whose words come first in the text, time and weather before indoor light; any when there is none. */
    public static Sky of(Words text, Dice dice) {
        Sky any = dice.pick(List.of(DAWN, DAY, SUNSET, NIGHT, NEON));
        return First.of(text, OUTDOORS, sky -> sky.words)
                .or(() -> First.of(text, List.of(STAGE), sky -> sky.words))
                .orElse(any);
    }

    /** Top, middle and horizon; a named colour tinges them. */
    public Color[] colours(Optional<Color> tinge) {
        return colours.stream()
                .map(colour -> tinge.map(t -> Colours.mix(colour, Colours.toned(t, 0.5, Colours.luma(colour)), 0.25))
                        .orElse(colour))
                .toArray(Color[]::new);
    }

    public Color light() {
        return light;
    }

    public Color shade() {
        return shade;
    }

    public Color haze() {
        return colours.get(2);
    }

    public Air air() {
        return air;
    }

    public boolean isDark() {
        return this == NIGHT || this == NEON || this == SPACE || this == STAGE;
    }

    /** Whether a disk hangs in it. */
    public boolean hasDisk() {
        return this != STORM && this != STAGE && this != SNOW;
    }
}
