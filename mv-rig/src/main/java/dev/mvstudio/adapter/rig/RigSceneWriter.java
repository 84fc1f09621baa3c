package dev.mvstudio.adapter.rig;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.scene.SceneWriter;
import dev.mvstudio.testkit.server.Form;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Numbers the scenes. */
public final class RigSceneWriter implements SceneWriter {
    private final RigClient client;

    public RigSceneWriter(RigClient client) {
        this.client = client;
    }

    @Override
    public Backend backend() {
        return RigClient.BACKEND;
    }

    private static Map<String, Object> body(SceneRequest request) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("number_of_scenes", request.numberOfScenes());
        body.put("character", request.characterDescription());
        body.put("prompt", request.prompt());
        return body;
    }

    @Override
    public List<Scene> write(SceneRequest request, Consumer<String> answers) {
        Form order = Form.of();
        for (Map.Entry<String, Object> field : body(request).entrySet()) {
            order = order.with(field.getKey(), field.getValue());
        }
        HttpResponse<String> answer = client.post("/scenes", order, ErrorCode.PROVIDER_UNAVAILABLE);
        if (answer.statusCode() != 200) {
            throw RigClient.refused(answer);
        }
        Form scenes = Form.parse(answer.body());
        return IntStream.rangeClosed(1, request.numberOfScenes())
                .mapToObj(i -> new Scene(scenes.get("description." + i), "nothing else"))
                .toList();
    }

    @Override
    public ProviderCall describe(SceneRequest request) {
        return new ProviderCall("POST", client.base().resolve("/scenes").toString(), body(request));
    }
}
