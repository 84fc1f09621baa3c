package dev.mvstudio.cli.film;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.film.FilmPlan;
import dev.mvstudio.application.film.FilmRequest;
import dev.mvstudio.application.film.MergedVideo;
import dev.mvstudio.application.film.MusicVideo;
import dev.mvstudio.cli.character.CharacterMembers;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.scene.SceneMembers;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.cli.video.ClipMembers;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The JSON of films. */
public final class FilmMembers {
    private FilmMembers() {}

    public static JsonObject of(MusicVideo made, @Nullable Path copy, Assets assets) {
        return of(made.film(), copy, assets)
                .with("scenes", SceneMembers.scenes(made.scenes()))
                .with("character_reference_image_id", made.referenceImageId())
                .with(
                        "clips",
                        made.clips().stream()
                                .map(c -> ClipMembers.of(c, null, assets))
                                .toList());
    }

    public static JsonObject of(MergedVideo film, @Nullable Path copy, Assets assets) {
        return Members.asset("video", film.video(), assets, copy)
                .with(
                        "metadata",
                        Members.metadata(
                                film.outcome(), parameters(film.request()).with("copied", film.copied())));
    }

    static JsonObject parameters(FilmRequest r) {
        return new JsonObject()
                .with(
                        "video_ids",
                        r.videos().stream().map(v -> v.id().toString()).toList())
                .with(
                        "soundtrack_id",
                        r.soundtrack() == null ? null : r.soundtrack().id())
                .with("clip_audio", r.clipAudio())
                .with("transition", r.transition())
                .with("transition_seconds", r.transitionLength())
                .with("fade_out_seconds", r.fadeOut())
                .with("fit", r.fit())
                .with("length", r.length());
    }

    static JsonObject of(FilmPlan plan) {
        return new JsonObject()
                .with("dry_run", true)
                .with("scenes", plan.scenes() == null ? null : SceneMembers.dryRun(plan.scenes()))
                .with("character", plan.character() == null ? null : CharacterMembers.dryRun(plan.character()))
                .with("clips", plan.clips())
                .with("max_parallel", plan.maxParallel())
                .with("warnings", plan.warnings())
                .with("each_clip", ClipMembers.dryRun(plan.clip()))
                .with("film", parameters(plan.film()))
                .with(
                        "estimated_cost",
                        plan.estimate().stream().map(Members::money).toList());
    }
}
