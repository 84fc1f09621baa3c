package dev.mvstudio.adapter.local.preview.drawing;

import java.awt.Color;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What colour words look like. */
public final class ColourWords {
    private static final String TABLE = """
            red e23b3b crimson c4143c scarlet e0301e ruby b3123f burgundy 7a1a34 maroon 7b2030 wine 722f37 cherry c8203f
            rust b5522b copper c06f3e bronze a8763e brown 7a4e2e chestnut 8a4a32 auburn 8f3b22 chocolate 5f3a22 caramel b9783f
            orange ef7f2a amber f2a52b apricot f6b27a peach f7bf9b coral fb7862 salmon f58d78 ginger c8642a terracotta c8643f
            yellow f4cf3a gold dcaa3c golden dcaa3c blond e3c27a blonde e3c27a honey dca13b mustard cfa02e lemon f3e054
            green 3f9d55 emerald 1fa06f olive 7e8540 lime a4d63c mint 93dcb7 moss 6d7f42 sage 9caf88 jade 2ba77c khaki a89f6c
            teal 1d9a97 turquoise 35c2bf cyan 2fc4dd aqua 4fd0d4 petrol 1f5d6b blue 3d77d4 azure 3e9be8 navy 24386b cobalt 2b50b4
            sapphire 2654ae indigo 46409f ultramarine 3444b8 denim 4a6d94 purple 7c49ad violet 8555c0
            lavender b49fdc lilac c2a4d6 magenta cf3293 fuchsia d93696 plum 79406f mauve a97f9e pink ee7fab rose df6b87 blush efb3b2
            silver b9c2ca metallic a9b4bd metal a2acb5 steel 8a98a5 chrome c3ccd4 iron 6d757c platinum d5d8da pewter 878e94
            black 2a2b33 ebony 33302f obsidian 26262f charcoal 44474f jet 2b2c32 dark 3d3f4a grey 8d9198 gray 8d9198 slate 63707d
            white f1efe9 ivory f0e6d2 cream f2e6cb pearl e8e4de pale e6ddd3 beige dccbb0 tan cfa77b linen e9dfcf
            neon 35f2c8 pastel d9b8d8 rainbow e05fae
            silbern b9c2ca rot e23b3b blau 3d77d4 grün 3f9d55 gelb f4cf3a schwarz 2a2b33 weiß f1efe9
            plateado b9c2ca rojo e23b3b azul 3d77d4 verde 3f9d55 negro 2a2b33 blanco f1efe9
            """;

    private static final Map<String, Color> COLOURS = read();

    private ColourWords() {}

    /** The first colour that a text names. */
    public static Optional<Color> first(Words text) {
        return text.words().stream()
                .map(ColourWords::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Empty for a word that names no colour. {@code crimson-red}: the first part that does. */
    static Optional<Color> of(String word) {
        for (String part : word.toLowerCase(Locale.ROOT).split("-")) {
            Color colour = COLOURS.get(part.endsWith("ish") ? part.substring(0, part.length() - 3) : part);
            if (colour != null) {
                return Optional.of(colour);
            }
        }
        return Optional.empty();
    }

    private static Map<String, Color> read() {
        Map<String, Color> colours = new HashMap<>();
        String[] words = TABLE.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            colours.put(words[i], new Color(Integer.parseInt(words[i + 1], 16)));
        }
        return Map.copyOf(colours);
    }
}
