package dev.mvstudio.application.image;

import dev.mvstudio.application.job.Plan;
import dev.mvstudio.domain.provider.ProviderCall;
import java.util.List;

/** What would be done for a sequence. */
public record SequencePlan(Plan<SequenceOrder> plan, List<SceneCall> scenes) {
    public SequencePlan {
        scenes = List.copyOf(scenes);
    }

    /**
     * One of its images.
     *
     * @param there whether it was made earlier, and nothing would be sent
     */
    public record SceneCall(int scene, String prompt, boolean there, ProviderCall call) {}
}
