package dev.mvstudio.adapter.local.preview.scene;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.spool.Preview;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.scene.SceneWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes storyboards on this machine, free of charge: shots, places and lights are put together by the rules of
 * storytelling, no language model is asked. The same seed and request give the same scenes; without a seed the request
 * alone decides. What the caller wrote is quoted as it is.
 */
public final class PreviewSceneWriter implements SceneWriter {
    public static final Model MODEL = new Model("storyboard");

    private static final int MOST_SCENES = 50;
    private static final String NEGATIVE =
            "text, subtitles, watermark, logo, extra limbs, distorted face or hands, a second copy of the character, "
                    + "changed clothes or colours of the character, flicker, cuts within the clip, blurred motion";

    /** How a camera can stand to the asked angle without leaving it. */
    private static final List<String> VARIATIONS = List.of(
            "at eye level",
            "slightly from below",
            "slightly from above",
            "a step to the left",
            "a step to the right",
            "from farther away",
            "from nearer");

    @Override
    public Backend backend() {
        return Preview.BACKEND;
    }

    @Override
    public List<Scene> write(SceneRequest request, Consumer<String> answers) {
        check(request);
        Dice dice = dice(request);
        List<Scene> scenes = new ArrayList<>();
        Theme theme = Theme.of(request.idea());
        Locations locations = Locations.of(request.idea(), theme, dice);
        for (Storyboard.Panel panel : Storyboard.draw(request.numberOfScenes(), locations, dice)) {
            scenes.add(scene(request, theme, panel, dice.pick(VARIATIONS)));
        }
        return List.copyOf(scenes);
    }

    private static void check(SceneRequest request) {
        Preview.require(MODEL, request.model());
        int asked = request.numberOfScenes();
        if (asked < 1 || asked > MOST_SCENES) {
            throw Preview.invalid("1 to " + MOST_SCENES + " scenes, not " + asked);
        }
    }

    private static Dice dice(SceneRequest r) {
        return Dice.of(
                r.seed(),
                r.idea(),
                r.characterDescription(),
                r.characterCharacteristics(),
                String.valueOf(r.numberOfScenes()),
                r.videoType(),
                r.videoCharacteristics(),
                r.cameraAngle());
    }

    /** The first sentence says all that a caption has room for. */
    private static Scene scene(SceneRequest request, Theme theme, Storyboard.Panel panel, String variation) {
        Text text = new Text();
        text.sentence(
                shot(theme, panel.beat()) + panel.place() + ", " + panel.light().time());
        text.sentence(panel.light().look());
        text.sentence("The character: ", request.characterDescription());
        text.sentence(panel.action());
        text.sentence("The character moves and behaves like this: ", request.characterCharacteristics());
        text.sentence("Camera angle: ", request.cameraAngle(), ", " + variation);
        String type = request.videoType().isBlank() ? "video" : request.videoType();
        text.sentence("From a " + type + " about this idea: ", request.idea());
        text.sentence("Look: ", request.videoCharacteristics());
        text.sentence("One continuous action of about eight seconds, in step with the music");
        return new Scene(text.toString(), NEGATIVE);
    }

    /** The story's beginning tells what it is about; after that, a reminder will do. */
    private static String shot(Theme theme, Beat beat) {
        if (theme.isEmpty()) {
            return beat.shot() + ": ";
        }
        if (beat == Beat.ESTABLISHING) {
            return beat.shot() + ": " + theme.headline() + " — ";
        }
        String about = theme.place().map(place -> " in " + place).orElse(" from “" + theme.quote() + "”");
        return beat.shot() + about + ": ";
    }

    /** Sentences, one after the other. */
    private static final class Text {
        private final StringBuilder text = new StringBuilder();

        void sentence(String words) {
            text.append(text.isEmpty() ? "" : " ").append(words.strip());
            if (!".!?…".contains(text.substring(text.length() - 1))) {
                text.append('.');
            }
        }

        void sentence(String before, String said) {
            sentence(before, said, "");
        }

        /** Leaves out the whole sentence when there is nothing to say. */
        void sentence(String before, String said, String after) {
            if (!said.isBlank()) {
                sentence(before + said + after);
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    @Override
    public ProviderCall describe(SceneRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("idea", request.idea());
        body.put("character_description", request.characterDescription());
        body.put("character_characteristics", request.characterCharacteristics());
        body.put("number_of_scenes", request.numberOfScenes());
        body.put("video_type", request.videoType());
        body.put("video_characteristics", request.videoCharacteristics());
        body.put("camera_angle", request.cameraAngle());
        if (request.seed() != null) {
            body.put("seed", request.seed());
        }
        return new ProviderCall(Preview.METHOD, Preview.target(request.model()), body);
    }
}
