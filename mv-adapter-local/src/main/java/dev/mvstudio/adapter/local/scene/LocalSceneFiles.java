package dev.mvstudio.adapter.local.scene;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.AssetStore;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.Draft;
import dev.mvstudio.domain.asset.MediaInfo;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.asset.NewAsset;
import dev.mvstudio.domain.asset.StorageException;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneFiles;
import dev.mvstudio.domain.scene.SceneRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps scenes in the asset store, under {@code scenes/<job>/}. */
public final class LocalSceneFiles implements SceneFiles {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final AssetStore store;
    private final Clock clock;

    public LocalSceneFiles(AssetStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Written write(JobId job, SceneRequest request, List<Scene> scenes, @Nullable Instant expiresAt) {
        Asset markdown = publish(job, "scenes.md", MediaType.MARKDOWN, expiresAt, markdown(request, scenes));
        Asset json = publish(job, "scenes.json", MediaType.JSON, expiresAt, json(request, scenes));
        return new Written(markdown, json);
    }

    private Asset publish(JobId job, String name, MediaType type, @Nullable Instant expiresAt, byte[] bytes) {
        AssetId id = AssetId.of(job.value(), name);
        Asset known = store.find(id).orElse(null);
        if (known != null) {
            return known;
        }
        try (Draft draft = store.draft(type)) {
            Files.write(draft.file(), bytes);
            String path = Collection.SCENES.folder() + "/" + job + "/" + name;
            MediaInfo info = new MediaInfo(type, null, null, false);
            return store.publish(draft, new NewAsset(id, Collection.SCENES, path, info, clock.instant(), expiresAt));
        } catch (IOException e) {
            throw StorageException.because("storing " + name, e);
        }
    }

    private static byte[] markdown(SceneRequest request, List<Scene> scenes) {
        StringBuilder text =
                new StringBuilder("# ").append(oneLine(request.idea())).append("\n");
        text.append("\nCharacter: ")
                .append(oneLine(request.characterDescription()))
                .append("\n");
        for (int i = 0; i < scenes.size(); i++) {
            text.append("\n## Scene ").append(i + 1).append("\n\n");
            text.append(scenes.get(i).description()).append("\n");
            if (!scenes.get(i).negativeDescription().isBlank()) {
                text.append("\nNot: ")
                        .append(scenes.get(i).negativeDescription())
                        .append("\n");
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static byte[] json(SceneRequest request, List<Scene> scenes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes, JsonEncoding.UTF8)) {
            out.setPrettyPrinter(new DefaultPrettyPrinter());
            out.writeStartObject();
            out.writeStringField("idea", request.idea());
            out.writeStringField("character_description", request.characterDescription());
            out.writeArrayFieldStart("scenes");
            for (Scene scene : scenes) {
                out.writeStartObject();
                out.writeStringField("description", scene.description());
                out.writeStringField("negative_description", scene.negativeDescription());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException e) {
            throw new IllegalStateException("writing JSON to memory", e);
        }
        return bytes.toByteArray();
    }
}
