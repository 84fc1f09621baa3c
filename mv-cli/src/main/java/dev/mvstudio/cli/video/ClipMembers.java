package dev.mvstudio.cli.video;

import dev.mvstudio.application.asset.Assets;
import dev.mvstudio.application.job.DryRun;
import dev.mvstudio.application.video.GeneratedVideo;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.domain.video.VideoRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The JSON of clips. */
public final class ClipMembers {
    private ClipMembers() {}

    public static JsonObject of(GeneratedVideo clip, @Nullable Path copy, Assets assets) {
        return Members.asset("video", clip.video(), assets, copy)
                .with(
                        "metadata",
                        new JsonObject()
                                .with("prompt", clip.request().prompt())
                                .withAll(Members.metadata(clip.outcome(), parameters(clip.request()))));
    }

    public static JsonObject dryRun(DryRun<VideoRequest> dryRun) {
        return Members.dryRun(dryRun, parameters(dryRun.plan().request()));
    }

    private static JsonObject parameters(VideoRequest r) {
        return new JsonObject()
                .with("aspect_ratio", r.aspectRatio())
                .with("duration", r.duration())
                .with("resolution", r.resolution())
                .with("generate_audio", r.generateAudio())
                .with("negative_prompt", r.negativePrompt())
                .with("seed", r.seed())
                .with("video_rules", r.rules())
                .with(
                        "reference_image_ids",
                        r.referenceImages().stream()
                                .map(i -> i.asset().id().toString())
                                .toList())
                .with(
                        "last_frame_image_id",
                        r.lastFrame() == null ? null : r.lastFrame().asset().id());
    }
}
