package dev.mvstudio.testkit.scene;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.scene.SceneWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A scene writer that says what it is told to, else {@code scene 1}, {@code scene 2}, and so on. */
public final class FakeSceneWriter implements SceneWriter {
    private final Backend backend;
    private final Deque<List<Scene>> answers = new ArrayDeque<>();
    private final List<SceneRequest> requests = new ArrayList<>();
    private @Nullable ProviderError refusal;

    public FakeSceneWriter(Backend backend) {
        this.backend = backend;
    }

    /** The answer to the next call that has none yet. */
    public synchronized void answer(List<Scene> scenes) {
        answers.add(List.copyOf(scenes));
    }

    /** Calls throw from now on. */
    public synchronized void refuse(ErrorCode code) {
        refusal = ProviderError.of(code, backend, "told to refuse");
    }

    /** Calls are answered again. */
    public synchronized void accept() {
        refusal = null;
    }

    /** What it was asked, in order. */
    public synchronized List<SceneRequest> requests() {
        return List.copyOf(requests);
    }

    @Override
    public Backend backend() {
        return backend;
    }

    @Override
    public synchronized List<Scene> write(SceneRequest request, Consumer<String> told) {
        requests.add(request);
        if (refusal != null) {
            throw new ProviderException(refusal);
        }
        List<Scene> answer = answers.poll();
        List<Scene> scenes = answer == null ? usual(request) : answer;
        told.accept(scenes.toString());
        return scenes;
    }

    private static List<Scene> usual(SceneRequest request) {
        return IntStream.rangeClosed(1, request.numberOfScenes())
                .mapToObj(i -> new Scene("scene " + i + ": " + request.characterDescription(), "nothing else"))
                .toList();
    }

    @Override
    public ProviderCall describe(SceneRequest request) {
        return new ProviderCall(
                "FAKE",
                "scenes/" + request.model(),
                Map.of("prompt", request.prompt(), "number_of_scenes", request.numberOfScenes()));
    }
}
