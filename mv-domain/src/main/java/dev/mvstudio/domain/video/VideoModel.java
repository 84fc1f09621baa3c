package dev.mvstudio.domain.video;

import dev.mvstudio.domain.provider.Generator;

/** Films clips. A finished generation has one output: an MP4. */
public interface VideoModel extends Generator<VideoRequest> {}
