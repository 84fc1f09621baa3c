package dev.mvstudio.adapter.local.preview.scene;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Terrain;
import dev.mvstudio.adapter.local.preview.drawing.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The order of the beats of a story, and where and in which light each of them takes place. */
final class Storyboard {
    /**
     * One scene.
     *
     * @param beat what it does for the story
     * @param action what happens
     * @param place where
     * @param light when, and how it looks then
     */
    record Panel(Beat beat, String action, String place, String light) {}

    private static final List<Beat> FIRST_HALF = List.of(
            Beat.TRAVELLING, Beat.CLOSE, Beat.DETAIL, Beat.PLAY, Beat.ENCOUNTER, Beat.QUIET, Beat.OBSTACLE, Beat.RISE);
    private static final List<Beat> SECOND_HALF = List.of(
            Beat.CLOSE, Beat.TRAVELLING, Beat.RISE, Beat.PLAY, Beat.DETAIL, Beat.OBSTACLE, Beat.ENCOUNTER, Beat.QUIET);

    private final Dice dice;
    private final List<Terrain> terrains;
    private final int firstLight;
    private final Set<Panel> drawn = new HashSet<>();

    private Storyboard(String idea, Dice dice) {
        this.dice = dice;
        this.firstLight = dice.below(Setting.indoorLights().size());
        Terrain home = Terrain.of(Words.of(idea), dice);
        List<Terrain> others = new ArrayList<>(dice.shuffled(Arrays.asList(Terrain.values())));
        others.remove(home);
        this.terrains = List.of(home, others.get(0), home, others.get(1));
    }

    /** No two panels are the same, up to fifty and far beyond. */
    static List<Panel> draw(int count, String idea, Dice dice) {
        Storyboard storyboard = new Storyboard(idea, dice);
        List<Beat> beats = beats(count, dice);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            panels.add(storyboard.panel(beats.get(i), i, count));
        }
        return panels;
    }

    /** The first one opens, the last one takes leave; before the end comes the climax, before that the turning point. */
    static List<Beat> beats(int count, Dice dice) {
        List<Beat> beats = new ArrayList<>();
        List<Beat> before = dice.shuffled(FIRST_HALF);
        List<Beat> after = dice.shuffled(SECOND_HALF);
        int turn = Math.max(1, count * 55 / 100);
        for (int i = 0; i < count; i++) {
            List<Beat> filling = i < turn ? before : after;
            beats.add(filling.get(i % filling.size()));
        }
        if (count > 4) {
            beats.set(turn, Beat.TURNING_POINT);
        }
        if (count > 2) {
            beats.set(count - 2, Beat.CLIMAX);
        }
        beats.set(count - 1, Beat.FAREWELL);
        beats.set(0, Beat.ESTABLISHING);
        return beats;
    }

    private Panel panel(Beat beat, int number, int count) {
        Panel panel = random(beat, number, count);
        while (!drawn.add(panel)) {
            panel = random(beat, number, count);
        }
        return panel;
    }

    private Panel random(Beat beat, int number, int count) {
        Terrain terrain = number == 0 || number == count - 1 ? terrains.get(0) : dice.pick(terrains);
        return new Panel(
                beat, dice.pick(beat.actions()), dice.pick(Setting.places(terrain)), light(terrain, number, count));
    }

    /** The day goes on with the story, with a little freedom. */
    private String light(Terrain terrain, int number, int count) {
        if (terrain == Terrain.STAGE) {
            List<String> indoors = Setting.indoorLights();
            return indoors.get((firstLight + number) % indoors.size());
        }
        List<String> lights = Setting.lights();
        int last = lights.size() - 1;
        int on = count == 1 ? dice.below(lights.size()) : Math.round((float) number * last / (count - 1));
        int shift = number == 0 || number == count - 1 ? 0 : dice.below(3) - 1;
        return lights.get(Math.max(0, Math.min(last, on + shift)));
    }
}
