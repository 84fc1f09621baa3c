package dev.mvstudio.adapter.comfyui;

import dev.mvstudio.adapter.comfyui.workflow.Recipe;
import dev.mvstudio.adapter.comfyui.workflow.Slot;
import dev.mvstudio.adapter.comfyui.workflow.Variant;
import dev.mvstudio.adapter.comfyui.workflow.Workflow;
import dev.mvstudio.domain.asset.FrameSize;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.image.ReferenceImage;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.wire.Wording;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From our requests to what a workflow is filled with. */
final class Orders {
    private final ComfyUiConfiguration configuration;
    private final Refusals refusals;

    Orders(ComfyUiConfiguration configuration, Refusals refusals) {
        this.configuration = configuration;
        this.refusals = refusals;
    }

    Order of(ImageRequest request) {
        Filling filling = new Filling(
                Kind.IMAGE, request.model(), request.referenceImages().isEmpty() ? Variant.TEXT : Variant.REFERENCE);
        filling.put(Slot.PROMPT, Wording.wellFormed(request.prompt()));
        filling.put(Slot.NEGATIVE_PROMPT, text(request.negativePrompt()));
        filling.put(Slot.SEED, request.seed());
        filling.put(Slot.SAMPLER, request.sampling().sampler());
        filling.put(Slot.STEPS, request.sampling().steps());
        filling.put(Slot.CFG_SCALE, request.sampling().cfgScale());
        filling.put(Slot.NUM_IMAGES, request.numImages() == 1 ? null : Integer.valueOf(request.numImages()));
        FrameSize said = request.sampling().size();
        filling.size(said == null ? filling.recipe.sizeOf(request.aspectRatio()) : Optional.of(said));
        filling.image(Slot.REFERENCE_IMAGE, first(request.referenceImages()));
        return filling.order(said, request.format().word());
    }

    Order of(VideoRequest request) {
        Filling filling = new Filling(Kind.VIDEO, request.model(), variant(request));
        filling.put(Slot.PROMPT, Wording.wellFormed(request.effectivePrompt()));
        filling.put(Slot.NEGATIVE_PROMPT, text(request.negativePrompt()));
        filling.put(Slot.SEED, request.seed());
        FrameSize frame =
                request.aspectRatio().frameOfShortSide(request.resolution().lines());
        filling.size(filling.recipe.ownSize().map(own -> filling.recipe.within(frame)));
        if (filling.recipe.has(Slot.LENGTH)) {
            filling.put(Slot.LENGTH, filling.recipe.frames(request.duration().toSeconds()));
        }
        filling.image(Slot.REFERENCE_IMAGE, first(request.referenceImages()));
        filling.image(Slot.LAST_FRAME, request.lastFrame());
        return filling.order(null, "mp4");
    }

    private static Variant variant(VideoRequest request) {
        if (request.lastFrame() != null) {
            return Variant.LAST_FRAME;
        }
        return request.referenceImages().isEmpty() ? Variant.TEXT : Variant.REFERENCE;
    }

    private static @Nullable String text(@Nullable String text) {
        return text == null ? null : Wording.wellFormed(text);
    }

    private static @Nullable ReferenceImage first(List<ReferenceImage> images) {
        return images.isEmpty() ? null : images.get(0);
    }

    /** One variant of a workflow, while it is filled. */
    private final class Filling {
        private final Model model;
        private final String shown;
        private final Recipe recipe;
        private final Map<Slot, Object> values = new EnumMap<>(Slot.class);
        private final Map<Slot, ReferenceImage> images = new EnumMap<>(Slot.class);

        Filling(Kind kind, Model model, Variant variant) {
            Workflow workflow = configuration
                    .workflow(kind, model)
                    .orElseThrow(() -> refusals.invalid("no such model is configured for ComfyUI: " + model));
            this.model = model;
            this.shown = "the workflow " + workflow.name() + " of " + model;
            this.recipe = workflow.recipe(variant)
                    .orElseThrow(() -> refusals.invalid(shown + " makes nothing "
                            + (variant == Variant.TEXT
                                    ? "of words alone: give it a reference image"
                                    : "of that picture: it has no variant " + variant.word())));
        }

        /** Null is not sent. */
        void put(Slot slot, @Nullable Object value) {
            if (value != null) {
                requireSlot(slot);
                values.put(slot, value);
            }
        }

        private void requireSlot(Slot slot) {
            if (!recipe.has(slot)) {
                throw refusals.invalid(shown + " has no slot " + slot.word() + " for what was asked for");
            }
        }

        /** Where the graph always makes the same size, there is none to put. */
        void size(Optional<FrameSize> size) {
            size.ifPresent(frame -> {
                put(Slot.WIDTH, frame.width());
                put(Slot.HEIGHT, frame.height());
            });
        }

        void image(Slot slot, @Nullable ReferenceImage image) {
            if (image != null) {
                requireSlot(slot);
                images.put(slot, image);
            } else if (recipe.has(slot)) {
                throw refusals.invalid(shown + " needs a " + slot.word().replace('_', ' ') + " as well");
            }
        }

        Order order(@Nullable FrameSize said, String format) {
            return new Order(model, recipe, values, images, said, format);
        }
    }
}
