package dev.mvstudio.domain.scene;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ProviderCall;
import java.util.List;
import java.util.function.Consumer;

/** Writes the scenes of a video in one call, seconds long. Safe for use by many threads. */
public interface SceneWriter {
    Backend backend();

    /**
     * Writes the scenes in the order of the film.
     *
     * @param answers told what a language model answered, word for word, each time that it is asked, also when that is
     *     of no use; writers that ask none tell nothing
     * @return exactly {@link SceneRequest#numberOfScenes()} scenes, each with a description that is not blank
     * @throws dev.mvstudio.domain.provider.ProviderException when it could not
     */
    List<Scene> write(SceneRequest request, Consumer<String> answers);

    /** The call that {@link #write} would make: secrets left out. Sends nothing. */
    ProviderCall describe(SceneRequest request);
}
