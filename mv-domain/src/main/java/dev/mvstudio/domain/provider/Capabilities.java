package dev.mvstudio.domain.provider;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.Durations;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.Resolution;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a model can do. Data from the configuration, checked before anything is submitted.
 *
 * @param honoured the optional parameters that reach the model
 * @param lenient those that it cannot honour in full, but that are adapted with a warning instead of being refused
 * @param aspectRatios the ratios it makes, preferred one first; empty for a model that makes no picture
 * @param durations the lengths it makes; {@link Durations#NONE} for a model that makes no clip
 * @param resolutions the resolutions it makes, preferred one first
 * @param imageFormats the image formats it makes, preferred one first
 * @param references how it takes reference images
 * @param maxImages how many images one request gives, at most
 * @param words the only values of parameters whose values are the provider's own words; a parameter that is missing here
 *     takes any
 * @param maxSeed the largest seed, at least 0
 */
public record Capabilities(
        Set<Parameter> honoured,
        Set<Parameter> lenient,
        List<AspectRatio> aspectRatios,
        Durations durations,
        List<Resolution> resolutions,
        List<ImageFormat> imageFormats,
        References references,
        int maxImages,
        Map<Parameter, List<String>> words,
        long maxSeed) {
    public Capabilities {
        honoured = Set.copyOf(honoured);
        lenient = Set.copyOf(lenient);
        aspectRatios = List.copyOf(aspectRatios);
        resolutions = List.copyOf(resolutions);
        imageFormats = List.copyOf(imageFormats);
        words = Map.copyOf(words);
    }

    /** Those of a model that takes any word and any seed. */
    public Capabilities(
            Set<Parameter> honoured,
            Set<Parameter> lenient,
            List<AspectRatio> aspectRatios,
            Durations durations,
            List<Resolution> resolutions,
            List<ImageFormat> imageFormats,
            References references,
            int maxImages) {
        this(
                honoured,
                lenient,
                aspectRatios,
                durations,
                resolutions,
                imageFormats,
                references,
                maxImages,
                Map.of(),
                Long.MAX_VALUE);
    }

    public boolean honours(Parameter parameter) {
        return honoured.contains(parameter);
    }

    public boolean isLenientAbout(Parameter parameter) {
        return lenient.contains(parameter);
    }
}
