package dev.mvstudio.adapter.local.preview.drawing;

import dev.mvstudio.adapter.local.preview.drawing.Traits.Kind;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The colours of a description by what they are said of: the noun that follows next. */
final class NamedColours {
    private static final Set<String> HAIR = Set.of(
            "hair", "braid", "curl", "beard", "ponytail", "bob", "lock", "hairstyle", "haired", "mohawk", "afro");
    private static final Set<String> GARMENT = Set.of(
            "coat",
            "jacket",
            "dress",
            "suit",
            "hoodie",
            "shirt",
            "cape",
            "cloak",
            "robe",
            "sweater",
            "scarf",
            "gown",
            "uniform",
            "vest",
            "jumpsuit",
            "kimono",
            "tunic",
            "outfit",
            "overall",
            "raincoat",
            "overcoat",
            "blazer",
            "leather",
            "clothes",
            "dungaree",
            "t-shirt");
    private static final Set<String> SKIN = Set.of("skin", "skinned", "complexion", "fur", "scale", "feather");

    private static final int REACH = 4;

    @Nullable
    Color hair;

    @Nullable
    Color eyes;

    @Nullable
    Color worn;

    @Nullable
    Color skin;

    @Nullable
    Color other;

    /** Of something else that it has: a shield, stripes. */
    @Nullable
    Color further;

    static NamedColours in(Words words) {
        NamedColours named = new NamedColours();
        for (int i = 0; i < words.words().size(); i++) {
            int at = i;
            ColourWords.of(words.words().get(i)).ifPresent(colour -> named.put(words.words(), at, colour));
        }
        return named;
    }

    private void put(List<String> words, int at, Color colour) {
        for (int i = at; i < Math.min(words.size(), at + REACH); i++) {
            String noun = noun(words.get(i));
            if (HAIR.contains(noun)) {
                hair = hair == null ? colour : hair;
                return;
            }
            if (Traits.EYES.contains(noun)) {
                eyes = eyes == null ? colour : eyes;
                return;
            }
            if (GARMENT.contains(noun) || Traits.HAT.contains(noun)) {
                worn = worn == null ? colour : worn;
                return;
            }
            if (SKIN.contains(noun)) {
                skin = skin == null ? colour : skin;
                return;
            }
        }
        if (other == null) {
            other = colour;
        } else if (further == null && isVivid(colour)) {
            further = colour;
        }
    }

    private static boolean isVivid(Color colour) {
        return Color.RGBtoHSB(colour.getRed(), colour.getGreen(), colour.getBlue(), null)[1] > 0.35;
    }

    /** {@code red-haired} is said of hair. */
    private static String noun(String word) {
        return Words.singular(word.substring(word.lastIndexOf('-') + 1));
    }

    Optional<Color> hair() {
        return Optional.ofNullable(hair);
    }

    Optional<Color> eyes() {
        return Optional.ofNullable(eyes);
    }

    Optional<Color> skin(Kind kind) {
        boolean painted = kind == Kind.ROBOT || kind == Kind.ANIMAL;
        Color said = skin != null ? skin : painted ? other : null;
        return Optional.ofNullable(said).map(colour -> painted ? colour : Traits.complexion(colour));
    }

    Optional<Color> garment(Kind kind) {
        boolean dressed = kind == Kind.HUMAN || kind == Kind.CHILD;
        return Optional.ofNullable(worn != null ? worn : dressed ? other : further);
    }
}
