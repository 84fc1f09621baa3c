package dev.mvstudio.application.video;

import dev.mvstudio.application.job.Answer;
import dev.mvstudio.application.job.Outcome;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.video.VideoRequest;
import java.util.List;

/** A clip and how it was made. */
public record GeneratedVideo(Asset video, VideoRequest request, Outcome outcome) implements Answer {
    @Override
    public List<Asset> assets() {
        return List.of(video);
    }
}
