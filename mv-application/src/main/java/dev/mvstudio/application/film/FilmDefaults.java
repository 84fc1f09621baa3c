package dev.mvstudio.application.film;

import dev.mvstudio.application.flavor.FilmParameters;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.job.GenerationListener;
import dev.mvstudio.application.job.JobKind;
import dev.mvstudio.application.job.Plan;
import dev.mvstudio.application.request.Gaps;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.MediaType.Family;
import dev.mvstudio.domain.cost.Price;
import dev.mvstudio.domain.film.ClipAudio;
import dev.mvstudio.domain.film.FilmLength;
import dev.mvstudio.domain.film.Fit;
import dev.mvstudio.domain.film.Transition;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fills what a caller of {@link MergeVideos} left open, and refuses what cannot be. */
public final class FilmDefaults {
    /** Who joins. */
    public static final Backend EDITOR = new Backend("local");

    private static final Model FFMPEG = new Model("ffmpeg");

    private final AssetStore store;
    private final Flavors flavors;
    private final GenerationListener listener;

    public FilmDefaults(AssetStore store, Flavors flavors, GenerationListener listener) {
        this.store = store;
        this.flavors = flavors;
        this.listener = listener;
    }

    /** How clips would be joined; refuses whatever can be refused before there are any. */
    FilmRequest options(MergeVideosCommand said) {
        return complete(said.withVideos(List.of()), 0).request();
    }

    Plan<FilmRequest> complete(MergeVideosCommand said, int fewest) {
        Violations violations = new Violations();
        Flavor flavor = flavors.choose(said.flavor(), violations);
        Gaps gaps = new Gaps();
        List<Asset> videos = videos(said.videoIds(), fewest, violations);
        FilmRequest request = fill(said, flavor.film(), gaps, violations, videos);
        violations.check();
        Plan<FilmRequest> plan = new Plan<>(
                JobKind.MERGE_VIDEOS,
                request,
                EDITOR,
                FFMPEG,
                flavor.name(),
                gaps.filled(),
                Map.of(),
                List.of(),
                Price.FREE.estimate(0, 0));
        listener.planned(said, flavor.film(), plan);
        return plan;
    }

    private List<Asset> videos(@Nullable List<String> ids, int fewest, Violations violations) {
        if (ids == null || ids.size() < fewest || ids.size() > 100) {
            violations.add(
                    "video_ids", "is required: " + fewest + " to 100 ids", ids == null ? null : ids.size() + " ids");
            return List.of();
        }
        return IntStream.range(0, ids.size())
                .mapToObj(i -> stored("video_ids[" + i + "]", ids.get(i), Family.VIDEO, violations))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Asset> stored(String field, String id, Family family, Violations violations) {
        Optional<Asset> asset =
                AssetId.parse(id).flatMap(store::find).filter(a -> a.mediaType().family() == family);
        if (asset.isEmpty()) {
            violations.add(field, "must be the id of a stored " + family.name().toLowerCase(Locale.ROOT), id);
        }
        return asset;
    }

    private FilmRequest fill(
            MergeVideosCommand said, FilmParameters defaults, Gaps gaps, Violations violations, List<Asset> videos) {
        Asset soundtrack = said.soundtrackId() == null
                ? null
                : stored("soundtrack_id", said.soundtrackId(), Family.AUDIO, violations)
                        .orElse(null);
        Duration transition = seconds("transition_seconds", said.transitionSeconds(), 10, violations);
        Duration fadeOut = seconds("fade_out_seconds", said.fadeOutSeconds(), 60, violations);
        FilmLength length = word("length", said.length(), FilmLength.class, violations);
        if (length == FilmLength.SOUNDTRACK && said.soundtrackId() == null) {
            violations.add("length", "soundtrack needs a soundtrack_id", said.length());
        }
        return new FilmRequest(
                videos,
                soundtrack,
                gaps.fill(
                        "clip_audio",
                        word("clip_audio", said.clipAudio(), ClipAudio.class, violations),
                        defaults.clipAudio()),
                gaps.fill(
                        "transition",
                        word("transition", said.transition(), Transition.class, violations),
                        defaults.transition()),
                gaps.fill("transition_seconds", transition, defaults.transitionLength()),
                gaps.fill("fade_out_seconds", fadeOut, defaults.fadeOut()),
                gaps.fill("fit", word("fit", said.fit(), Fit.class, violations), defaults.fit()),
                gaps.fill("length", length, soundtrack == null ? FilmLength.VIDEO : defaults.length()));
    }

    private static @Nullable Duration seconds(String field, @Nullable Double said, int most, Violations violations) {
        if (said == null) {
            return null;
        }
        if (said.isNaN() || said < 0 || said > most) {
            violations.add(field, "must be 0 to " + most + " seconds", said);
            return null;
        }
        return Duration.ofMillis(Math.round(said * 1000));
    }

    private static <E extends Enum<E>> @Nullable E word(
            String field, @Nullable String said, Class<E> type, Violations violations) {
        List<E> all = Arrays.asList(type.getEnumConstants());
        String known = all.stream().map(FilmDefaults::word).collect(Collectors.joining(", "));
        return violations.parse(
                field,
                said,
                text -> all.stream().filter(e -> word(e).equals(text)).findFirst(),
                "must be one of " + known);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
