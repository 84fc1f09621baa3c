package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.preview.drawing.ColourWords;
import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Sky;
import dev.mvstudio.adapter.local.preview.drawing.Terrain;
import dev.mvstudio.adapter.local.preview.drawing.Traits;
import dev.mvstudio.adapter.local.preview.drawing.Words;
import java.awt.Color;
import java.util.Optional;
import java.util.Set;

/**
 * What is made of a prompt: everything that the pictures and the sound of a clip are chosen by.
 *
 * @param sky its light
 * @param terrain its place
 * @param traits how its character looks
 * @param close whether the character is seen from near
 * @param tinge a colour that it names
 */
record Script(Sky sky, Terrain terrain, Traits traits, boolean close, Optional<Color> tinge) {
    private static final Set<String> CLOSE =
            Set.of("close", "close-up", "closeup", "portrait", "face", "detail", "intimate", "macro");
    private static final Set<String> WIDE = Set.of("wide", "establishing", "aerial", "panorama", "full");

    static Script of(String prompt, Dice dice) {
        Words words = Words.of(prompt);
        Sky sky = Sky.of(words, dice);
        Terrain terrain = Terrain.of(words, dice);
        int close = words.first(CLOSE);
        int wide = words.first(WIDE);
        boolean near = close >= 0 && (wide < 0 || close < wide);
        return new Script(sky, terrain, Traits.read(prompt, dice), near, ColourWords.first(words));
    }
}
