package dev.mvstudio.adapter.firebase;

import com.google.cloud.firestore.DocumentSnapshot;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.image.ImageSequence;
import dev.mvstudio.domain.image.ImageSequence.Image;
import dev.mvstudio.domain.image.ImageSequence.Scene;
import dev.mvstudio.domain.image.Sampling;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image sequence as people and apps read it in Firestore:
 *
 * <pre>{@code
 * folder_id: "…", backend: "comfyui", model: "…",
 * generation_params: {seed, sampler, steps, cfg_scale, width, height, negative_prompt, output_format,
 *     character_reference_image_id},
 * metadata: {timestamp: "2026-…Z", total_scenes: 2},
 * scenes: [{scene_number: 1, type: "character", description, atmosphere, prompt, duration: 5.0, url, asset_id, created_at}, …]
 * }</pre>
 *
 * What is not known is left out. Whatever else others write there, in the document or in a scene, stays.
 */
final class SequenceDocument {
    static final String SCENES = "scenes";
    static final String TOTAL = "metadata.total_scenes";
    private static final String NUMBER = "scene_number";
    private static final int NANO_DIGITS = 9;
    private static final long EXACT_IN_JAVASCRIPT = (1L << 53) - 1;

    private SequenceDocument() {}

    static Map<String, Object> write(ImageSequence s) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("folder_id", s.folder().value());
        document.put("backend", s.backend().name());
        document.put("model", s.model().name());
        document.put("generation_params", parameters(s));
        document.put(
                "metadata",
                Map.of(
                        "timestamp",
                        s.createdAt().toString(),
                        "total_scenes",
                        s.scenes().size()));
        document.put(SCENES, s.scenes().stream().map(SequenceDocument::write).toList());
        return document;
    }

    private static Map<String, Object> parameters(ImageSequence s) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        put(parameters, "seed", seed(s.seed()));
        put(parameters, "sampler", s.sampling().sampler());
        put(parameters, "steps", s.sampling().steps());
        put(parameters, "cfg_scale", s.sampling().cfgScale());
        FrameSize size = s.sampling().size();
        if (size != null) {
            parameters.put("width", size.width());
            parameters.put("height", size.height());
        }
        if (s.look() != null) {
            parameters.putAll(LookFields.write(s.look()));
        }
        return parameters;
    }

    /** As text where JavaScript, in which most apps are written, would round it. */
    private static @Nullable Object seed(@Nullable Long seed) {
        return seed == null || Math.abs(seed) <= EXACT_IN_JAVASCRIPT ? seed : (Object) seed.toString();
    }

    private static @Nullable Long seed(Map<?, ?> parameters) {
        if (parameters.get("seed") instanceof String text) {
            return Long.valueOf(text);
        }
        Number seed = Fields.number(parameters, "seed");
        return seed == null ? null : seed.longValue();
    }

    private static Map<String, Object> write(Scene s) {
        Map<String, Object> scene = new LinkedHashMap<>();
        scene.put(NUMBER, s.number());
        scene.put("type", s.type().word());
        scene.put("description", s.description());
        scene.put("atmosphere", s.atmosphere());
        scene.put("prompt", s.prompt());
        put(scene, "duration", seconds(s.duration()));
        if (s.image() != null) {
            scene.putAll(write(s.image()));
        }
        return scene;
    }

    private static Map<String, Object> write(Image image) {
        Map<String, Object> made = new LinkedHashMap<>();
        put(made, "url", image.url() == null ? null : image.url().toString());
        made.put("asset_id", image.asset().toString());
        made.put("created_at", image.createdAt().toString());
        return made;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value);
        }
    }

    private static @Nullable Double seconds(@Nullable Duration time) {
        return time == null
                ? null
                : BigDecimal.valueOf(time.getSeconds())
                        .add(BigDecimal.valueOf(time.getNano(), NANO_DIGITS))
                        .doubleValue();
    }

    /** Whether there is a record in it, and not only what others wrote. */
    static boolean isRecord(DocumentSnapshot document) {
        return document.exists() && document.contains("backend") && document.contains(SCENES);
    }

    /** @throws IllegalArgumentException when somebody changed it so that it cannot be read; says where */
    static ImageSequence read(FolderId folder, DocumentSnapshot document) {
        try {
            Map<?, ?> parameters = Fields.map(document.get("generation_params"));
            return new ImageSequence(
                    folder,
                    new Backend(Fields.text(document.get("backend"), "backend")),
                    new Model(Fields.text(document.get("model"), "model")),
                    seed(parameters),
                    sampling(parameters),
                    LookFields.read(parameters),
                    Instant.parse(Fields.text(document.get("metadata.timestamp"), "metadata.timestamp")),
                    scenes(document).stream().map(SequenceDocument::scene).toList());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a time is none", e);
        }
    }

    private static Sampling sampling(Map<?, ?> parameters) {
        Number steps = Fields.number(parameters, "steps");
        Number cfgScale = Fields.number(parameters, "cfg_scale");
        Number width = Fields.number(parameters, "width");
        Number height = Fields.number(parameters, "height");
        return new Sampling(
                Fields.maybe(parameters, "sampler"),
                steps == null ? null : steps.intValue(),
                cfgScale == null ? null : cfgScale.doubleValue(),
                width == null || height == null ? null : new FrameSize(width.intValue(), height.intValue()));
    }

    private static Scene scene(Map<?, ?> scene) {
        Number duration = Fields.number(scene, "duration");
        return new Scene(
                number(scene),
                LookFields.type(scene),
                Fields.text(scene.get("description"), "description"),
                Fields.text(scene.get("atmosphere"), "atmosphere"),
                Fields.text(scene.get("prompt"), "prompt"),
                duration == null
                        ? null
                        : Duration.ofNanos(BigDecimal.valueOf(duration.doubleValue())
                                .movePointRight(NANO_DIGITS)
                                .longValue()),
                image(scene));
    }

    private static @Nullable Image image(Map<?, ?> scene) {
        String id = Fields.maybe(scene, "asset_id");
        if (id == null) {
            return null;
        }
        String url = Fields.maybe(scene, "url");
        return new Image(
                Fields.assetId(id, "asset_id of a scene"),
                url == null ? null : URI.create(url),
                Instant.parse(Fields.text(scene.get("created_at"), "created_at")));
    }

    private static List<Map<?, ?>> scenes(DocumentSnapshot document) {
        List<Map<?, ?>> scenes = new ArrayList<>();
        if (!(document.get(SCENES) instanceof List<?> all)) {
            throw new IllegalArgumentException("scenes is no list");
        }
        all.forEach(scene -> scenes.add(Fields.map(scene)));
        return scenes;
    }

    /** The scenes that are there as they are, and those of a sequence that have other numbers. */
    static List<Map<?, ?>> withNew(DocumentSnapshot document, List<Scene> wanted) {
        List<Map<?, ?>> all = scenes(document);
        Set<Integer> known = new HashSet<>();
        all.forEach(scene -> known.add(number(scene)));
        wanted.stream().filter(s -> known.add(s.number())).forEach(s -> all.add(write(s)));
        all.sort(Comparator.comparingInt(SequenceDocument::number));
        return all;
    }

    /** The scenes with an image for that of this number; empty when there is none. */
    static List<Map<?, ?>> withImage(DocumentSnapshot document, int number, Image image) {
        List<Map<?, ?>> all = scenes(document);
        for (int i = 0; i < all.size(); i++) {
            if (number(all.get(i)) == number) {
                Map<Object, Object> scene = new HashMap<>(all.get(i));
                scene.remove("url");
                scene.putAll(write(image));
                all.set(i, scene);
                return all;
            }
        }
        return List.of();
    }

    private static int number(Map<?, ?> scene) {
        Number number = Fields.number(scene, NUMBER);
        if (number == null) {
            throw new IllegalArgumentException("a scene has no " + NUMBER);
        }
        return number.intValue();
    }
}
