package dev.mvstudio.domain.image;

import dev.mvstudio.domain.provider.Generator;

/** Draws images. The outputs of a finished generation are in the order in which they are shown. */
public interface ImageModel extends Generator<ImageRequest> {}
