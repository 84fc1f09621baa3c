package dev.mvstudio.cli.shell;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** What a member of a request is called on the command line: {@code --scenes} for {@code number_of_scenes}. */
final class OptionNames {
    private static final Pattern NUMBERED = Pattern.compile("(\\w+)\\[(\\d+)]");

    /** Where the name is not just the member's with hyphens; the first one that the command has counts. */
    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("idea", List.of("IDEA")),
            Map.entry("job_id", List.of("ID")),
            Map.entry("prompt", List.of("PROMPT")),
            Map.entry("character_description", List.of("--character", "DESCRIPTION")),
            Map.entry("character_characteristics", List.of("--characteristics")),
            Map.entry("number_of_scenes", List.of("--scenes")),
            Map.entry("generate_audio", List.of("--no-audio")),
            Map.entry("video_rules_template", List.of("--rules")),
            Map.entry("num_images", List.of("--images")),
            Map.entry("output_format", List.of("--format")),
            Map.entry("max_parallel", List.of("--parallel")),
            Map.entry("soundtrack_id", List.of("--soundtrack")),
            Map.entry("fade_out_seconds", List.of("--fade-out")),
            Map.entry("reference_image", List.of("--reference")),
            Map.entry("reference_image_id", List.of("--reference")),
            Map.entry("reference_image_ids", List.of("--reference")),
            Map.entry("folder_id", List.of("--folder")),
            Map.entry("character_reference_image_id", List.of("--reference")),
            Map.entry("video_ids", List.of("CLIP")));

    private final CommandSpec command;

    OptionNames(CommandSpec command) {
        this.command = command;
    }

    /** The member's own name where the command has nothing for it. */
    String of(String field) {
        Matcher numbered = NUMBERED.matcher(field);
        if (numbered.matches()) {
            return of(numbered.group(1)) + " " + (Integer.parseInt(numbered.group(2)) + 1);
        }
        return NAMES.getOrDefault(field, List.of("--" + field.replace('_', '-'))).stream()
                .filter(this::has)
                .findFirst()
                .orElse(field);
    }

    private boolean has(String name) {
        return command.findOption(name) != null
                || command.positionalParameters().stream()
                        .anyMatch(p -> p.paramLabel().equals(name));
    }
}
