package dev.mvstudio.testkit.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What an output node does: writes files, under names that count up. */
final class Writer {
    private final Parts parts;
    private final Job job;
    private final String node;
    private final String signature;
    private final JsonNode inputs;
    private final List<String> written = new ArrayList<>();

    Writer(Parts parts, Job job, String node, String signature) {
        this.parts = parts;
        this.job = job;
        this.node = node;
        this.signature = signature;
        this.inputs = job.graph().inputs(node);
    }

    /**
     * Writes, and says what.
     *
     * @throws IllegalArgumentException when a file would lie outside of its folder
     */
    ObjectNode write() {
        ObjectNode output = Json.object();
        ArrayNode images = output.putArray("images");
        if (job.outcome() instanceof Outcome.Nothing) {
            return output;
        }
        String classType = job.graph().classOf(node);
        if (classType.equals("SaveVideo") || classType.equals("SaveWEBM")) {
            String extension = classType.equals("SaveWEBM") ? "webm" : extension();
            byte[] clip = new Painter(job.graph(), parts.disk()).clip(extension, signature);
            add(images, "output", inputs.path("filename_prefix").asText(), extension, clip);
            output.putArray("animated").add(true);
        } else if (classType.equals("PreviewImage")) {
            pictures(images, "temp", "ComfyUI_temp_" + letters());
        } else {
            pictures(images, "output", inputs.path("filename_prefix").asText("ComfyUI"));
        }
        parts.ledger().rendered(new Rendered(parts.clock().instant(), job.id(), node, signature, written));
        return output;
    }

    private String extension() {
        String format = inputs.path("format").asText("auto");
        return format.equals("auto") ? "mp4" : format;
    }

    private String letters() {
        return signature.substring(0, 5).replaceAll("\\d", "x").toLowerCase(Locale.ROOT);
    }

    private void pictures(ArrayNode images, String type, String prefix) {
        Painter painter = new Painter(job.graph(), parts.disk());
        Painter.Size size = painter.size(node);
        JsonNode workflow = job.extra().at("/extra_pnginfo/workflow");
        for (int i = 0; i < size.batch(); i++) {
            byte[] picture = job.outcome() instanceof Outcome.Broken
                    ? "not a picture".getBytes(UTF_8)
                    : painter.png(size, signature, i, workflow);
            add(images, type, prefix, "png", picture);
        }
    }

    private void add(ArrayNode images, String type, String prefix, String extension, byte[] bytes) {
        int slash = prefix.lastIndexOf('/');
        String subfolder = slash < 0 ? "" : prefix.substring(0, slash);
        String stem = prefix.substring(slash + 1);
        Disk.Name probe = new Disk.Name(type, subfolder, stem + "_");
        if (parts.disk().resolve(probe).isEmpty()) {
            throw new IllegalArgumentException("**** ERROR: Saving image outside the output folder is not allowed.");
        }
        int number = parts.disk().nextNumber(type, subfolder, stem);
        String name = "%s_%05d_.%s".formatted(stem, number, extension);
        Disk.Name file = new Disk.Name(type, subfolder, name);
        Path path = parts.disk().resolve(file).orElseThrow();
        if (!(job.outcome() instanceof Outcome.Missing)) {
            parts.disk().write(path, bytes);
        }
        written.add(file.toString());
        images.addObject().put("filename", name).put("subfolder", subfolder).put("type", type);
    }
}
