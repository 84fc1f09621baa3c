package dev.mvstudio.application.film;

import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What would be done for a film.
 *
 * @param scenes how the scenes would be written; null when they are given
 * @param character how the character would be drawn; null when there is a picture of it,
 *     or when the clips' model takes none
 * @param clip how the first clip would be filmed; the others differ in their prompts
 * @param clips how many clips there would be
 * @param film how they would be joined
 * @param maxParallel how many would be filmed at once
 * @param warnings what the scenes ask for and the clips' model cannot do
 */
public record FilmPlan(
        @Nullable DryRun<SceneRequest> scenes,
        @Nullable DryRun<ImageRequest> character,
        DryRun<VideoRequest> clip,
        int clips,
        FilmRequest film,
        int maxParallel,
        List<String> warnings) {
    public FilmPlan {
        warnings = List.copyOf(warnings);
    }

    /** What it may cost, one sum for each currency. */
    public List<Money> estimate() {
        List<Money> sums = new ArrayList<>();
        Stream.of(scenes, character).forEach(step -> {
            if (step != null) {
                add(sums, step.plan().estimate());
            }
        });
        add(sums, clip.plan().estimate().times(clips));
        return List.copyOf(sums);
    }

    private static void add(List<Money> sums, Money money) {
        for (int i = 0; i < sums.size(); i++) {
            Money sum = sums.get(i);
            if (sum.currency().equals(money.currency())) {
                sums.set(i, new Money(sum.amount().add(money.amount()), sum.currency()));
                return;
            }
        }
        sums.add(money);
    }

    /** As the plan of one job. Its backend and model are those of the clips, which are most of it. */
    Plan<FilmOrder> toPlan(FilmOrder order) {
        Plan<VideoRequest> filming = clip.plan();
        return new Plan<>(
                JobKind.CREATE_MUSIC_VIDEO,
                order,
                filming.backend(),
                filming.model(),
                filming.flavor(),
                Map.of(),
                Map.of(),
                warnings,
                estimate().get(0));
    }
}
