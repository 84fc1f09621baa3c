package dev.mvstudio.adapter.local.preview.scene;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Terrain;
import java.util.ArrayList;
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
    record Panel(Beat beat, String action, String place, Light light) {}

    private static final List<Beat> FIRST_HALF = List.of(
            Beat.TRAVELLING, Beat.CLOSE, Beat.DETAIL, Beat.PLAY, Beat.ENCOUNTER, Beat.QUIET, Beat.OBSTACLE, Beat.RISE);
    private static final List<Beat> SECOND_HALF = List.of(
            Beat.CLOSE, Beat.TRAVELLING, Beat.RISE, Beat.PLAY, Beat.DETAIL, Beat.OBSTACLE, Beat.ENCOUNTER, Beat.QUIET);

    private final Dice dice;
    private final Locations locations;
    private final List<Integer> hours;
    private final Set<Panel> drawn = new HashSet<>();

    private Storyboard(int count, Locations locations, Dice dice) {
        this.dice = dice;
        this.locations = locations;
        this.hours = hours(count, dice);
    }

    /** No two panels are the same, up to fifty and far beyond. */
    static List<Panel> draw(int count, Locations locations, Dice dice) {
        Storyboard storyboard = new Storyboard(count, locations, dice);
        List<Beat> beats = beats(count, dice);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            panels.add(storyboard.panel(beats.get(i), i));
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

    private Panel panel(Beat beat, int number) {
        Panel panel = random(beat, number);
        while (!drawn.add(panel)) {
            panel = random(beat, number);
        }
        return panel;
    }

    private Panel random(Beat beat, int number) {
        boolean home = number == 0 || number == hours.size() - 1;
        Locations.Location location = home ? locations.atHome() : locations.onTheWay();
        List<Light> lights = location.terrain() == Terrain.STAGE ? Light.INDOORS : Light.OUTDOORS;
        return new Panel(beat, dice.pick(beat.actions()), location.place(), lights.get(hours.get(number)));
    }

    /** The day goes on with the story, with a little freedom; none comes twice while there are enough of them. */
    private static List<Integer> hours(int count, Dice dice) {
        int all = Light.OUTDOORS.size();
        if (count == 1) {
            return List.of(dice.below(all));
        }
        List<Integer> hours = new ArrayList<>(List.of(0));
        for (int i = 1; i < count; i++) {
            int on = hour(i, count);
            int earliest = Math.max(on - 1, hours.get(i - 1) + 1);
            int latest = i == count - 1 ? on : Math.min(on + 1, hour(i + 1, count) - 1);
            hours.add(i == count - 1 || earliest > latest ? on : earliest + dice.below(latest - earliest + 1));
        }
        return hours;
    }

    private static int hour(int number, int count) {
        return Math.round((float) number * (Light.OUTDOORS.size() - 1) / (count - 1));
    }
}
