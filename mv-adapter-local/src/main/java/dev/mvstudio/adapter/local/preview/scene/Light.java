package dev.mvstudio.adapter.local.preview.scene;

import java.util.List;

/**
 * When a scene takes place, and how it looks then.
 *
 * @param time after a comma, short enough for a caption
 * @param look a sentence without its end
 */
record Light(String time, String look) {
    /** From the beginning of a story to its end: a day and a night. */
    static final List<Light> OUTDOORS = List.of(
            new Light("at dawn", "Mist lies low and the first sun is pale gold"),
            new Light("in the morning", "Clear light comes in low from the side"),
            new Light("at noon", "The sunlight is hard and the shadows are short"),
            new Light("in the afternoon", "Warm light falls through drifting dust"),
            new Light("in the rain", "The overcast sky makes everything shine grey and silver"),
            new Light("at sunset", "The sky burns orange and violet behind long shadows"),
            new Light("at dusk", "The last blue light mixes with the first lamps"),
            new Light("after dark", "Neon signs throw magenta and cyan on every surface"),
            new Light("at night", "The moon is full and draws a rim of silver light"),
            new Light("at sunrise", "Golden light floods in from behind"));

    /** The same hours under a roof. */
    static final List<Light> INDOORS = List.of(
            new Light("at dawn", "The first pale light falls in through one high window"),
            new Light("in the morning", "The sun draws a bright field on the floor"),
            new Light("at noon", "Hard sunlight falls in through a skylight"),
            new Light("in the afternoon", "Warm light slants in through drifting dust"),
            new Light("in a single spotlight", "Its warm beam cuts through the dark"),
            new Light("at sunset", "Orange light slants in and the shadows are long"),
            new Light("at dusk", "The last blue light mixes with the first lamps"),
            new Light("in neon light", "Tubes throw magenta and cyan on every surface"),
            new Light("at night", "Cold moonlight comes in from above"),
            new Light("at sunrise", "Golden light floods in through an open door"));
}
