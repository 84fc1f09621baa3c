package dev.mvstudio.testkit.comfyui;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import java.util.List;

/** What a server tells about itself. */
final class About {
    private static final long GIGABYTE = 1L << 30;

    private final Parts parts;

    About(Parts parts) {
        this.parts = parts;
    }

    ObjectNode features() {
        ObjectNode features = Json.object().put("supports_preview_metadata", true);
        if (parts.version().isNew()) {
            features.put("supports_model_type_tags", true);
        }
        features.put("max_upload_size", 104_857_600);
        if (parts.version().isNew()) {
            features.putObject("extension").putObject("manager").put("supports_v4", true);
            features.put("node_replacements", true).put("assets", false);
        }
        return features;
    }

    ObjectNode stats() {
        ObjectNode stats = Json.object();
        ObjectNode system = stats.putObject("system");
        system.put("os", parts.version().isNew() ? "linux" : "posix");
        system.put("ram_total", 64 * GIGABYTE).put("ram_free", 48 * GIGABYTE);
        system.put("comfyui_version", parts.version().number());
        system.put("python_version", "3.12.3 (main)").put("pytorch_version", "2.8.0+cu128");
        system.put("embedded_python", false).set("argv", Json.tree(List.of("main.py", "--port", "8188")));
        ObjectNode device = stats.putArray("devices").addObject();
        device.put("name", "cuda:0 Fake : cudaMallocAsync").put("type", "cuda").put("index", 0);
        device.put("vram_total", 24 * GIGABYTE).put("vram_free", 20 * GIGABYTE);
        device.put("torch_vram_total", 2 * GIGABYTE).put("torch_vram_free", GIGABYTE);
        return stats;
    }

    Answer models(String folder) {
        if (folder.isEmpty()) {
            return Answer.json(200, Json.tree(parts.catalog().folders()));
        }
        return Answer.json(200, Json.tree(parts.catalog().folder(folder).orElseThrow(() -> Refused.bare(404))));
    }
}
