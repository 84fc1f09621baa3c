package dev.mvstudio.config;

import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.application.flavor.Flavors;
import dev.mvstudio.application.flavor.Prompts;
import dev.mvstudio.config.PromptYaml.Placeholders;
import dev.mvstudio.config.source.ConfigFiles;
import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Place;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.config.source.Variables;
import dev.mvstudio.domain.prompt.PromptTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code parameters.yaml}, {@code prompts/} and what {@code flavors/} lays over them. */
final class FlavorsYaml {
    private static final String DESCRIPTION = "what parameters.yaml and prompts/ say";
    private static final String PARAMETERS = "parameters.yaml";
    private static final Placeholders SCENES =
            new Placeholders(Prompts.SCENES_PLACEHOLDERS, Prompts.SCENES_PLACEHOLDERS);
    private static final Placeholders CHARACTER =
            new Placeholders(Prompts.CHARACTER_PLACEHOLDERS, Prompts.CHARACTER_PLACEHOLDERS);
    private static final Placeholders RULES = new Placeholders(Prompts.RULES_PLACEHOLDERS, Set.of());

    private final ConfigFiles files;
    private final Section parameters;
    private final Faults faults;

    FlavorsYaml(ConfigFiles files, Variables variables, Faults faults) {
        this.files = files;
        this.parameters = files.section(PARAMETERS).overriddenBy(variables, "MV_");
        this.faults = faults;
    }

    Flavors read() {
        ParametersYaml p = parameters.read(ParametersYaml::read);
        Flavor standard = flavor(Flavor.DEFAULT, DESCRIPTION, p, prompts("", null));
        List<Flavor> all = new ArrayList<>(List.of(standard));
        files.flavors().forEach(name -> all.add(flavor(name, standard)));
        return new Flavors(all);
    }

    private Flavor flavor(String name, Flavor standard) {
        String folder = "flavors/" + name + "/";
        if (name.equals(Flavor.DEFAULT) || !name.matches("[a-z0-9][a-z0-9_-]{0,39}")) {
            faults.add(
                    Place.of(folder), "expected lower-case letters, digits, hyphens and underscores, and not default");
        }
        ParametersYaml p = files.has(folder + PARAMETERS)
                ? files.section(folder + PARAMETERS).over(parameters).read(ParametersYaml::read)
                : new ParametersYaml(
                        standard.scenes(), standard.character(), standard.video(), standard.film(), standard.images());
        return flavor(name, description(folder), p, prompts(folder, standard.prompts()));
    }

    private static Flavor flavor(String name, String description, ParametersYaml p, Prompts prompts) {
        return new Flavor(name, description, p.scenes(), p.character(), p.video(), p.film(), p.images(), prompts);
    }

    private String description(String folder) {
        String file = folder + "flavor.yaml";
        if (!files.has(file)) {
            faults.add(Place.of(file), "is missing; expected it to say description: and one sentence");
            return "";
        }
        return files.section(file).read(s -> s.get("description", Form.text()));
    }

    private Prompts prompts(String folder, @Nullable Prompts standard) {
        return new Prompts(
                template(folder + "prompts/scenes.yaml", SCENES, standard == null ? null : standard.scenes()),
                template(
                        folder + "prompts/character_reference.yaml",
                        CHARACTER,
                        standard == null ? null : standard.characterReference()),
                template(folder + "prompts/video_rules.yaml", RULES, standard == null ? null : standard.videoRules()));
    }

    private PromptTemplate template(String file, Placeholders placeholders, @Nullable PromptTemplate standard) {
        return standard != null && !files.has(file)
                ? standard
                : files.section(file).read(new PromptYaml(placeholders, faults)::read);
    }
}
