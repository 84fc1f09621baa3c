package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a description says about how a character looks, and a guess where it says nothing.
 *
 * @param kind what it is
 * @param body its skin, fur or metal
 * @param hair its hair
 * @param garment what it wears; of a robot its painted parts
 * @param eyes its eyes
 * @param longHair whether the hair falls on the shoulders
 * @param hat whether it wears something on its head
 * @param oneEye whether it has a single eye
 * @param beard whether it has a beard
 */
public record Traits(
        Kind kind,
        Color body,
        Color hair,
        Color garment,
        Color eyes,
        boolean longHair,
        boolean hat,
        boolean oneEye,
        boolean beard) {
    /** What a character is. */
    public enum Kind {
        HUMAN,
        CHILD,
        ROBOT,
        ANIMAL
    }

    private static final Set<String> HUMAN = Set.of(
            "woman",
            "man",
            "lady",
            "person",
            "singer",
            "dancer",
            "musician",
            "detective",
            "sailor",
            "queen",
            "king",
            "guitarist",
            "mann",
            "frau",
            "hombre",
            "mujer",
            "astronaut",
            "knight",
            "warrior",
            "witch",
            "wizard");
    private static final Set<String> ROBOT =
            Set.of("robot", "android", "cyborg", "droid", "automaton", "machine", "mech", "roboter", "autómata", "bot");
    private static final Set<String> ANIMAL = Set.of(
            "cat",
            "kitten",
            "fox",
            "dog",
            "puppy",
            "wolf",
            "rabbit",
            "hare",
            "bear",
            "lion",
            "tiger",
            "mouse",
            "panda",
            "animal",
            "creature",
            "dragon",
            "owl",
            "raccoon",
            "katze",
            "hund",
            "gato",
            "perro",
            "badger",
            "squirrel");
    private static final Set<String> CHILD =
            Set.of("child", "kid", "girl", "boy", "toddler", "kind", "niño", "niña", "schoolgirl", "schoolboy");
    static final Set<String> EYES = Set.of("eye", "eyed", "visor", "gaze");
    static final Set<String> HAT = Set.of("hat", "cap", "beanie", "hood", "helmet", "fedora", "beret", "crown");
    private static final Set<String> BEARD = Set.of("beard", "bearded", "moustache");
    private static final Set<String> LONG = Set.of("long", "flowing", "braid", "woman", "lady", "queen", "singer");
    private static final List<Color> SKINS =
            List.of(Colours.rgb(0xf3cfb3), Colours.rgb(0xe0ac85), Colours.rgb(0xb87f58), Colours.rgb(0x85553a));
    private static final List<Color> HAIRS =
            List.of(Colours.rgb(0x2d2530), Colours.rgb(0x5a3a2a), Colours.rgb(0x8f3b22), Colours.rgb(0xd9b26a));
    private static final List<Color> FURS =
            List.of(Colours.rgb(0xd98643), Colours.rgb(0x8b8f9c), Colours.rgb(0x6a4f43), Colours.rgb(0xe6ddd3));

    /** Reads them; the dice decide what is not said. */
    public static Traits read(String description, Dice dice) {
        Words words = Words.of(description);
        Kind kind = kind(words);
        double hue = dice.between(0, 1);
        NamedColours named = NamedColours.in(words);
        Color body = named.skin(kind).orElseGet(() -> body(kind, dice, hue));
        Color garment = named.garment(kind)
                .or(() -> kind == Kind.ROBOT ? named.eyes() : Optional.empty())
                .orElseGet(() -> Colours.hsb(hue, 0.55, 0.62));
        Color hair = named.hair().orElseGet(() -> dice.pick(HAIRS));
        Color eyes = named.eyes().orElseGet(() -> eyes(kind, hue));
        boolean longHair = words.any(LONG) || (kind == Kind.CHILD && words.any(Set.of("girl", "niña")));
        return new Traits(
                kind, body, hair, garment, eyes, longHair, words.any(HAT), isOneEyed(words), words.any(BEARD));
    }

    /** What it is seen in, the biggest part first. */
    public List<Color> colours() {
        return switch (kind) {
            case HUMAN, CHILD -> List.of(garment, hair, body, eyes);
            case ROBOT -> List.of(body, garment, eyes);
            case ANIMAL -> List.of(body, garment, eyes);
        };
    }

    /** The colour that one remembers it by. */
    public Color accent() {
        return garment;
    }

    /** What is named first; a text that names none of them speaks of a human. */
    private static Kind kind(Words words) {
        return First.of(words, List.of(Kind.values()), Traits::wordsOf).orElse(Kind.HUMAN);
    }

    private static Set<String> wordsOf(Kind kind) {
        return switch (kind) {
            case HUMAN -> HUMAN;
            case CHILD -> CHILD;
            case ROBOT -> ROBOT;
            case ANIMAL -> ANIMAL;
        };
    }

    private static Color body(Kind kind, Dice dice, double hue) {
        return switch (kind) {
            case HUMAN, CHILD -> dice.pick(SKINS);
            case ANIMAL -> dice.pick(FURS);
            case ROBOT -> Colours.hsb(hue, 0.12, 0.8);
        };
    }

    private static Color eyes(Kind kind, double hue) {
        return switch (kind) {
            case HUMAN, CHILD -> Colours.rgb(0x2b2630);
            case ANIMAL -> Colours.rgb(0xf0c64a);
            case ROBOT -> Colours.hsb(hue + 0.45, 0.75, 0.98);
        };
    }

    /** Words such as dark, brown or pale mean a skin of that brightness; blue or green skin is just that. */
    static Color complexion(Color said) {
        float[] hsb = Color.RGBtoHSB(said.getRed(), said.getGreen(), said.getBlue(), null);
        boolean strange = hsb[1] > 0.35 && hsb[0] > 0.15 && hsb[0] < 0.95;
        return strange ? said : Colours.mix(Colours.rgb(0x5a3726), SKINS.get(0), Colours.luma(said) * 1.25 - 0.2);
    }

    private static boolean isOneEyed(Words words) {
        int at = words.first(EYES);
        return words.any(Set.of("one-eyed", "cyclops"))
                || (at > 0 && words.words().subList(Math.max(0, at - 3), at).contains("one"));
    }
}
