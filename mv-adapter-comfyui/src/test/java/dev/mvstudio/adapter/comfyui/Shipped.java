package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.adapter.comfyui.workflow.Graph;
import dev.mvstudio.adapter.comfyui.workflow.Input;
import dev.mvstudio.adapter.comfyui.workflow.Recipe;
import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.adapter.comfyui.workflow.Variant;
import dev.mvstudio.adapter.comfyui.workflow.Workflow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The graphs that come along, and where a request goes in them. */
public final class Shipped {
    private static final Path FOLDER = Path.of("../config/defaults/workflows");

    private Shipped() {}

    /** The text of a graph. */
    public static String text(String name) {
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A recipe; slots are written {@code PROMPT=6.text}. */
    public static Recipe recipe(String graph, String output, int sizeStep, int lengthStep, String... slots) {
        Map<Slot, List<Input>> all = new EnumMap<>(Slot.class);
        for (String slot : slots) {
            String[] parts = slot.split("=");
            all.put(
                    Slot.valueOf(parts[0]),
                    List.of(parts[1].split(",")).stream()
                            .map(input -> Input.parse(input).orElseThrow())
                            .toList());
        }
        return new Recipe(Graph.parse(text(graph)), all, output, sizeStep, lengthStep);
    }

    /** Pictures. */
    public static Workflow sd35() {
        String[] common = {"PROMPT=6.text", "NEGATIVE_PROMPT=7.text", "SEED=3.seed", "STEPS=3.steps"};
        return new Workflow(
                "sd35",
                Map.of(
                        Variant.TEXT,
                        recipe(
                                "sd35_text_to_image",
                                "9",
                                16,
                                1,
                                more(
                                        common,
                                        "CFG_SCALE=3.cfg",
                                        "SAMPLER=3.sampler_name",
                                        "WIDTH=5.width",
                                        "HEIGHT=5.height",
                                        "NUM_IMAGES=5.batch_size")),
                        Variant.REFERENCE,
                        recipe(
                                "sd35_image_to_image",
                                "9",
                                16,
                                1,
                                more(
                                        common,
                                        "CFG_SCALE=3.cfg",
                                        "SAMPLER=3.sampler_name",
                                        "WIDTH=12.width",
                                        "HEIGHT=12.height",
                                        "NUM_IMAGES=14.amount",
                                        "REFERENCE_IMAGE=11.image"))));
    }

    /** Clips. */
    public static Workflow wan22() {
        String[] common = {
            "PROMPT=6.text",
            "NEGATIVE_PROMPT=7.text",
            "SEED=3.seed",
            "WIDTH=55.width",
            "HEIGHT=55.height",
            "LENGTH=55.length",
            "FPS=57.fps"
        };
        return new Workflow(
                "wan22",
                Map.of(
                        Variant.TEXT,
                        recipe("wan22_text_to_video", "58", 32, 4, common),
                        Variant.REFERENCE,
                        recipe("wan22_image_to_video", "58", 32, 4, more(common, "REFERENCE_IMAGE=56.image"))));
    }

    /** Clips from one picture to another. */
    public static Workflow wan22I2v() {
        String[] common = {
            "PROMPT=6.text",
            "NEGATIVE_PROMPT=7.text",
            "REFERENCE_IMAGE=56.image",
            "SEED=3.noise_seed",
            "WIDTH=55.width",
            "HEIGHT=55.height",
            "LENGTH=55.length",
            "FPS=57.fps"
        };
        return new Workflow(
                "wan22_i2v",
                Map.of(
                        Variant.REFERENCE,
                        recipe("wan22_i2v_first_frame", "58", 16, 4, common),
                        Variant.LAST_FRAME,
                        recipe("wan22_i2v_first_last_frame", "58", 16, 4, more(common, "LAST_FRAME=59.image"))));
    }

    private static String[] more(String[] some, String... more) {
        return java.util.stream.Stream.of(some, more)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new);
    }
}
