package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.preview.drawing.Dice;
import dev.mvstudio.adapter.local.preview.drawing.First;
import dev.mvstudio.adapter.local.preview.drawing.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** A slow move of the camera over the stage. */
final class CameraMove {
    /** Leaves out the last pixels of the stage, which only the edges of shapes reach. */
    private static final double REACH = 0.94;

    private enum Kind {
        PUSH_IN(Set.of("close", "close-up", "closeup", "detail", "push", "zoom", "intimate", "portrait", "macro")),
        PULL_OUT(Set.of("wide", "establishing", "farewell", "reveal", "leaving", "goodbye", "panorama")),
        TRAVEL(Set.of(
                "travelling",
                "traveling",
                "tracking",
                "follow",
                "walk",
                "run",
                "dolly",
                "pan",
                "drive",
                "dance",
                "walking",
                "running",
                "ride")),
        RISE(Set.of("aerial", "crane", "above", "rise", "drone", "fly", "overhead", "climb", "bird-eye")),
        DESCEND(Set.of("low", "fall", "descend", "kneel", "ground"));

        @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
        private final Set<String> words;

        Kind(Set<String> words) {
            this.words = words;
        }
    }

    private record Pose(double x, double y, double step) {
        Pose towards(Pose other, double share) {
            return new Pose(x + (other.x - x) * share, y + (other.y - y) * share, step + (other.step - step) * share);
        }
    }

    private final Stage stage;
    private final Pose first;
    private final Pose last;

    private CameraMove(Stage stage, Pose first, Pose last) {
        this.stage = stage;
        this.first = first;
        this.last = last;
    }

    static CameraMove of(String prompt, Stage stage, Dice dice) {
        Kind any = dice.pick(List.of(Kind.values()));
        Kind kind = First.of(Words.of(prompt), Arrays.asList(Kind.values()), k -> k.words)
                .orElse(any);
        double side = dice.chance(0.5) ? 1 : -1;
        double aside = side * dice.between(0.1, 0.35);
        double near = dice.between(0.93, 0.98);
        double far = dice.between(1.13, 1.17);
        return switch (kind) {
            case PUSH_IN -> new CameraMove(stage, new Pose(aside, 0.1, far), new Pose(-aside, 0, near));
            case PULL_OUT -> new CameraMove(stage, new Pose(-aside, 0, near), new Pose(aside, 0.1, far));
            case TRAVEL -> new CameraMove(stage, new Pose(-side * 0.95, 0, 1.03), new Pose(side * 0.95, 0, 1.0));
            case RISE -> new CameraMove(stage, new Pose(-aside, 0.9, 1.0), new Pose(aside, -0.9, 1.08));
            case DESCEND -> new CameraMove(stage, new Pose(-aside, -0.9, 1.08), new Pose(aside, 0.7, 0.98));
        };
    }

    /** What is seen of a picture that is as big as the stage. */
    Window window(double time, double nearness) {
        Pose pose = first.towards(last, eased(time));
        double step = 1.08 + (pose.step() - 1.08) * (0.4 + 0.6 * nearness);
        double roomX = stage.width() - stage.frame().width() * step;
        double roomY = stage.height() - stage.frame().height() * step;
        return new Window(
                roomX / 2 * (1 + pose.x() * nearness * REACH), roomY / 2 * (1 + pose.y() * nearness * REACH), step);
    }

    /** Sets out and arrives gently. */
    private static double eased(double time) {
        double smooth = time * time * (3 - 2 * time);
        return 0.55 * time + 0.45 * smooth;
    }
}
