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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /** As storyboards put it. */
    private static final Pattern CHARACTER =
            Pattern.compile("The character: (.*?)(?= The character |$)", Pattern.DOTALL);

    private static final Set<String> WIDE = Set.of("wide", "establishing", "aerial", "panorama", "full");

    /**
     * Reads it.
     *
     * @param looks decide what is not said about the character: the same ones for the same character
     */
    static Script of(String prompt, Dice dice, Dice looks) {
        Words all = Words.of(prompt);
        Words words = Words.of(setting(prompt));
        Sky sky = Sky.of(words, dice);
        Terrain terrain = Terrain.of(words, dice);
        int close = all.first(CLOSE);
        int wide = all.first(WIDE);
        boolean near = close >= 0 && (wide < 0 || close < wide);
        return new Script(sky, terrain, Traits.read(character(prompt), looks), near, ColourWords.first(words));
    }

    /** A storyboard's prompt from its place on: what it quotes before that is no description of the picture. */
    static String setting(String prompt) {
        int character = prompt.indexOf(" The character: ");
        if (character < 0) {
            return prompt;
        }
        int place = Math.max(prompt.lastIndexOf(": ", character), prompt.lastIndexOf(" — ", character));
        return prompt.substring(Math.max(0, place));
    }

    /** The part of a prompt that is about the character; all of it when that cannot be told. */
    static String character(String prompt) {
        Matcher character = CHARACTER.matcher(prompt);
        return character.find() ? character.group(1) : prompt;
    }
}
