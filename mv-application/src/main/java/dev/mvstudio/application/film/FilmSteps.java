package dev.mvstudio.application.film;

import dev.mvstudio.application.character.GeneratedCharacterReference;
import dev.mvstudio.application.job.Composition;
import dev.mvstudio.application.job.Job;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.application.video.GenerateVideoCommand;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.scene.Scene;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A film's steps: scenes, character, clips side by side, film. */
final class FilmSteps implements Composition<FilmOrder, MusicVideo> {
    static final String SCENES = "scenes";
    static final String CHARACTER = "character";
    static final String FILM = "film";
    private static final String CLIP = "clip ";

    private final FilmPlanners planners;
    private final Clock clock;

    FilmSteps(FilmPlanners planners, Clock clock) {
        this.planners = planners;
        this.clock = clock;
    }

    /** The name of a clip's step; clips count from 0. */
    static String clip(int number) {
        return CLIP + (number + 1);
    }

    /** The number of a clip from 0 by the name of its step; empty for other steps. */
    static Optional<Integer> clipNumber(String step) {
        return step.startsWith(CLIP)
                ? Optional.of(Integer.parseInt(step.substring(CLIP.length())) - 1)
                : Optional.empty();
    }

    @Override
    public Next<MusicVideo> next(Job<FilmOrder> job, Steps steps) {
        return new Film(job, steps).next();
    }

    @Override
    public boolean takesTurns() {
        return false;
    }

    /** One look at one film. */
    private final class Film {
        private final Job<FilmOrder> job;
        private final FilmOrder order;
        private final Steps steps;

        Film(Job<FilmOrder> job, Steps steps) {
            this.job = job;
            this.order = job.plan().request();
            this.steps = steps;
        }

        Next<MusicVideo> next() {
            Optional<Next<MusicVideo>> broken = FilmFaults.beforeClips(steps);
            if (broken.isPresent()) {
                return broken.get();
            }
            List<Scene> scenes = scenes();
            if (scenes == null) {
                return step(
                        SCENES, () -> planners.scenes().complete(order.command().scenes()), 0, "writing the scenes");
            }
            if (order.drawsCharacter() && drawn() == null) {
                return step(
                        CHARACTER,
                        () -> planners.character().complete(order.command().character()),
                        0.05,
                        "drawing the character");
            }
            List<GeneratedVideo> clips = answers(scenes.size());
            return clips.size() < scenes.size() ? film(scenes) : join(scenes, clips);
        }

        private @Nullable List<Scene> scenes() {
            return order.command().givenScenes() != null
                    ? order.command().givenScenes()
                    : answer(SCENES, CreatedScenes.class)
                            .map(CreatedScenes::scenes)
                            .orElse(null);
        }

        private @Nullable GeneratedCharacterReference drawn() {
            return answer(CHARACTER, GeneratedCharacterReference.class).orElse(null);
        }

        private @Nullable String reference() {
            GeneratedCharacterReference drawn = drawn();
            return drawn == null
                    ? order.command().characterReferenceImageId()
                    : drawn.first().id().toString();
        }

        private <A> Optional<A> answer(String step, Class<A> type) {
            return steps.find(step).map(Begun::answer).map(type::cast);
        }

        private List<GeneratedVideo> answers(int count) {
            return IntStream.range(0, count)
                    .mapToObj(i -> answer(clip(i), GeneratedVideo.class))
                    .flatMap(Optional::stream)
                    .toList();
        }

        private Next<MusicVideo> step(
                String name, Supplier<Plan<? extends Record>> plan, double progress, String says) {
            List<Step> missing = steps.find(name).isPresent() ? List.of() : List.of(new Step(name, plan.get()));
            return new Next.Go<>(missing, progress, says);
        }

        /** As many clips at once as the order allows. One that failed keeps no other one from being begun. */
        private Next<MusicVideo> film(List<Scene> scenes) {
            List<Step> missing = new ArrayList<>();
            long open = steps.all().stream()
                    .filter(b ->
                            clipNumber(b.name()).isPresent() && !b.job().state().isFinal())
                    .count();
            for (int i = 0; i < scenes.size() && open < order.maxParallel(); i++) {
                if (steps.find(clip(i)).isEmpty()) {
                    missing.add(new Step(clip(i), planners.video().complete(clipOf(scenes.get(i)))));
                    open++;
                }
            }
            Optional<Next<MusicVideo>> broken = missing.isEmpty() ? FilmFaults.afterClips(steps) : Optional.empty();
            if (broken.isPresent()) {
                return broken.get();
            }
            int done = answers(scenes.size()).size();
            String says = done + " of " + scenes.size() + " clips are filmed";
            return new Next.Go<>(missing, 0.1 + 0.8 * filmed(scenes.size()), says);
        }

        private GenerateVideoCommand clipOf(Scene scene) {
            return order.command().clip().forScene(order.filmed(scene), reference());
        }

        private double filmed(int count) {
            return steps.all().stream()
                            .filter(b -> clipNumber(b.name()).isPresent())
                            .mapToDouble(b -> b.job().status().progress())
                            .sum()
                    / count;
        }

        private Next<MusicVideo> join(List<Scene> scenes, List<GeneratedVideo> clips) {
            Optional<MergedVideo> film = answer(FILM, MergedVideo.class);
            if (film.isPresent()) {
                return new Next.Done<>(new MusicVideo(
                        film.get(), scenes, reference(), clips, order.warnings(), Outcome.of(job, clock.instant())));
            }
            double joined =
                    steps.find(FILM).map(b -> b.job().status().progress()).orElse(0.0);
            return step(
                    FILM,
                    () -> planners.film().complete(order.command().film().withVideos(ids(clips)), 1),
                    0.9 + 0.1 * joined,
                    "joining the clips");
        }

        private static List<String> ids(List<GeneratedVideo> clips) {
            return clips.stream().map(c -> c.video().id().toString()).toList();
        }
    }

    /** Whether a step is over without an answer. */
    static boolean isBroken(Begun step) {
        return step.job().state() == JobState.FAILED || step.job().state() == JobState.CANCELED;
    }
}
