package dev.mvstudio.adapter.local.preview.scene;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.Terrain;
import dev.mvstudio.adapter.local.preview.drawing.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Hands out the places of one story, each of them once before one comes again. */
final class Locations {
    private final Dice dice;
    private final Terrain home;
    private final List<Terrain> others;
    private final boolean staysHome;
    private final Map<Terrain, Deque<String>> left = new EnumMap<>(Terrain.class);

    private Locations(Terrain home, boolean staysHome, Dice dice) {
        this.dice = dice;
        this.home = home;
        this.staysHome = staysHome;
        List<Terrain> foreign = new ArrayList<>(dice.shuffled(Arrays.asList(Terrain.values())));
        foreign.remove(home);
        this.others = List.copyOf(foreign.subList(0, 2));
    }

    /** A story that names where it takes place stays there as long as that has places; others travel. */
    static Locations of(String idea, Theme theme, Dice dice) {
        Words words = Words.of(idea);
        Terrain elsewhere = theme.isSomewhere() ? Terrain.CITY : Terrain.of(words, dice);
        return new Locations(Terrain.named(words).orElse(elsewhere), theme.isSomewhere(), dice);
    }

    /** A place, and the landscape that it lies in. */
    record Location(Terrain terrain, String place) {}

    Location atHome() {
        if (remaining(home) == 0) {
            refill();
        }
        return take(home);
    }

    /** Leaves one place at home, for the story to come back to. */
    Location onTheWay() {
        List<Terrain> open = new ArrayList<>();
        if (remaining(home) > 1) {
            open.add(home);
            open.add(home);
        }
        if (open.isEmpty() || !staysHome) {
            others.stream().filter(terrain -> remaining(terrain) > 0).forEach(open::add);
        }
        if (open.isEmpty()) {
            refill();
            return onTheWay();
        }
        return take(dice.pick(open));
    }

    private Location take(Terrain terrain) {
        return new Location(terrain, deck(terrain).removeFirst());
    }

    private int remaining(Terrain terrain) {
        return deck(terrain).size();
    }

    private Deque<String> deck(Terrain terrain) {
        return left.computeIfAbsent(terrain, t -> new ArrayDeque<>(dice.shuffled(Setting.places(t))));
    }

    private void refill() {
        left.clear();
    }
}
