package dev.mvstudio.adapter.comfyui.workflow;

import java.util.Map;
import java.util.Optional;

/** Where ComfyUI looks for the files that nodes name. */
public final class ModelFolders {
    private static final Map<String, String> BY_INPUT = Map.ofEntries(
            Map.entry("ckpt_name", "models/checkpoints"),
            Map.entry("unet_name", "models/diffusion_models"),
            Map.entry("vae_name", "models/vae"),
            Map.entry("clip_name", "models/text_encoders"),
            Map.entry("clip_name1", "models/text_encoders"),
            Map.entry("clip_name2", "models/text_encoders"),
            Map.entry("clip_name3", "models/text_encoders"),
            Map.entry("clip_name4", "models/text_encoders"),
            Map.entry("lora_name", "models/loras"),
            Map.entry("control_net_name", "models/controlnet"),
            Map.entry("style_model_name", "models/style_models"),
            Map.entry("gligen_name", "models/gligen"),
            Map.entry("photomaker_model_name", "models/photomaker"));

    private ModelFolders() {}

    /** The folder of a file that an input of a node names; empty when it names no file. */
    public static Optional<String> of(String type, String input) {
        if (type.startsWith("CLIPVision") && input.equals("clip_name")) {
            return Optional.of("models/clip_vision");
        }
        if (type.startsWith("UpscaleModel") && input.equals("model_name")) {
            return Optional.of("models/upscale_models");
        }
        return Optional.ofNullable(BY_INPUT.get(input));
    }

    /** For messages: that a server has no such value, and what to do. */
    public static String missing(String type, String input, String value) {
        return of(type, input)
                .map(folder -> "there is no model " + value + ": put that file into " + folder
                        + " of that ComfyUI, or name one that it has in the graph")
                .orElse("there is no " + input + " \"" + value + "\"");
    }
}
