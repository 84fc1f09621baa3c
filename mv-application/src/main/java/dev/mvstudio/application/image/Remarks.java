package dev.mvstudio.application.image;

import dev.mvstudio.application.image.GenerateImagesCommand.SceneCommand;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Look;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.SceneType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller is told of an order that is not done quite as it was given. Not for use by several threads. */
final class Remarks {
    private final GenerateImagesCommand said;
    private final ImageSequence ordered;
    private final List<String> all = new ArrayList<>();

    private Remarks(GenerateImagesCommand said, ImageSequence ordered) {
        this.said = said;
        this.ordered = ordered;
    }

    /**
     * Those on this order.
     *
     * @param known what is recorded of the sequence; null for a new one
     */
    static List<String> of(GenerateImagesCommand said, ImageSequence ordered, @Nullable ImageSequence known) {
        Remarks remarks = new Remarks(said, ordered);
        remarks.poses();
        if (known != null) {
            remarks.parameters(known);
            remarks.look(known.look());
            known.scenes().forEach(remarks::scene);
        }
        return remarks.all;
    }

    private List<SceneCommand> scenes() {
        return Objects.requireNonNullElse(said.scenes(), List.of());
    }

    private void poses() {
        for (int i = 0; i < scenes().size(); i++) {
            String pose = scenes().get(i).pose();
            if (pose != null && !pose.isBlank() && ScenePrompts.type(scenes().get(i)) == SceneType.B_ROLL) {
                all.add("scene " + (i + 1) + " is b-roll, without the character: its pose was left out");
            }
        }
    }

    /** What was said of the whole counts for new images, and those that are there stay. */
    private void parameters(ImageSequence known) {
        compare("model", said.model() == null ? said.backend() : said.model(), artist(known), artist(ordered));
        compare("seed", said.seed(), known.seed(), ordered.seed());
        compare(
                "sampler",
                said.sampler(),
                known.sampling().sampler(),
                ordered.sampling().sampler());
        compare(
                "steps",
                said.steps(),
                known.sampling().steps(),
                ordered.sampling().steps());
        compare(
                "cfg_scale",
                said.cfgScale(),
                known.sampling().cfgScale(),
                ordered.sampling().cfgScale());
    }

    private static String artist(ImageSequence sequence) {
        return sequence.model().name() + " of " + sequence.backend().name();
    }

    private void look(@Nullable Look known) {
        Look now = ordered.look();
        if (known == null || now == null) {
            return;
        }
        compare("negative prompt", said.negativePrompt(), known.negativePrompt(), now.negativePrompt());
        compare("format", said.outputFormat(), word(known.format()), word(now.format()));
        AssetId picture = known.character();
        compare("picture", said.characterReferenceImageId(), picture, now.character());
    }

    private static String word(ImageFormat format) {
        return format.word();
    }

    private void compare(String what, @Nullable Object wish, @Nullable Object recorded, @Nullable Object now) {
        if (wish != null && now != null && !now.equals(recorded)) {
            all.add("the sequence was begun with "
                    + (recorded == null ? "no " + what : "the " + what + " " + recorded)
                    + ": only new images have " + now);
        }
    }

    /** What is recorded of a scene stays. */
    private void scene(Scene there) {
        if (there.number() > scenes().size()) {
            return;
        }
        Scene wish = ordered.scene(there.number()).orElseThrow();
        if (wish.duration() != null && !wish.duration().equals(there.duration())) {
            all.add("scene " + there.number() + " was recorded with "
                    + (there.duration() == null ? "no duration" : "a duration of " + there.duration())
                    + ", which stays");
        }
        if (scenes().get(there.number() - 1).type() != null && wish.type() != there.type()) {
            all.add("scene " + there.number() + " was recorded as "
                    + there.type().word() + ", which stays");
        }
    }
}
