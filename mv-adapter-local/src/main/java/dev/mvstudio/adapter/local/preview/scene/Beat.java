package dev.mvstudio.adapter.local.preview.scene;

import java.util.List;

/**
 * What a scene does for its story: its shot, and what may happen in it, said of a character that is called
 * {@code the character}.
 */
enum Beat {
    ESTABLISHING(
            "Wide establishing shot",
            "The character walks into the picture from the left, small in the open space, stops and looks up",
            "The character stands with their back to us and slowly turns their head, as if somebody had called",
            "The character comes over the rise, sets down a worn bag and takes in the place"),
    TRAVELLING(
            "Travelling shot",
            "The character walks briskly from left to right, and the surroundings glide past behind",
            "The character runs a few steps, slows down, and looks back over the shoulder",
            "The character strolls along with the beat, one hand gliding over whatever they pass"),
    CLOSE(
            "Close shot",
            "The character lifts their eyes, holds our gaze for a moment, and the beginning of a smile appears",
            "The character closes their eyes, breathes in deeply and opens them again, changed",
            "The character sings a line under their breath while light moves across their face"),
    DETAIL(
            "Detail shot",
            "The character's hand opens and shows a small shining object, then closes around it",
            "The character's feet find the rhythm, heel and toe, and dust rises at every step",
            "The character's fingertips draw a line through the moisture on a pane of glass"),
    PLAY(
            "Medium shot",
            "The character tries out a first, clumsy dance step, laughs about it and tries again",
            "The character spins around once with open arms, and everything loose whirls up with them",
            "The character balances along a narrow edge, wavers, and finds their balance"),
    QUIET(
            "Still shot",
            "The character sits down on the ground, pulls up their knees and listens to the distance",
            "The character leans against a wall and lets the light wander over them without moving",
            "The character waits, turns a found feather between their fingers and lets it go"),
    ENCOUNTER(
            "Two-shot",
            "The character meets a stranger's long shadow, hesitates, and holds out a hand to it",
            "The character comes upon their own reflection, tilts their head, and the reflection answers late",
            "The character kneels down to a small bird, and the bird hops closer instead of fleeing"),
    OBSTACLE(
            "Handheld shot",
            "The character fights their way forward against a strong wind, one arm before their face",
            "The character finds the way blocked, searches along it with both hands, and steps back",
            "The character stumbles, falls on their hands, stays down for a breath and gets up again"),
    TURNING_POINT(
            "Slow push-in",
            "The character stops in the middle of a step, understands something, and turns around",
            "The character lets go of what they carried, looks at their empty hands, and straightens up",
            "The character sees a light go on far away, and takes the first step towards it"),
    RISE(
            "Aerial shot",
            "The character climbs the last steps and comes out at the highest point, arms out against the sky",
            "The character crosses the empty ground far below, and their long shadow runs ahead of them",
            "The character lies on their back in the middle of the place and looks straight up at us"),
    CLIMAX(
            "Sweeping crane shot",
            "The character throws themselves into the dance with their whole body while the light flares up around them",
            "The character sings out with their head back, and everything around pulses with the music",
            "The character leaps, hangs in the air for a long moment, and lands in a burst of sparks"),
    FAREWELL(
            "Wide farewell shot",
            "The character walks away from us into the light, raises a hand without turning, and grows small",
            "The character sits at peace where they had arrived in the beginning, and looks after the last light",
            "The character looks at us one last time, nods, and leaves the picture empty and quiet");

    private final String shot;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> actions;

    Beat(String shot, String... actions) {
        this.shot = shot;
        this.actions = List.of(actions);
    }

    String shot() {
        return shot;
    }

    List<String> actions() {
        return actions;
    }
}
