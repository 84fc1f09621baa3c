package dev.mvstudio.config;

import dev.mvstudio.config.source.Faults;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Nearest;
import dev.mvstudio.config.source.Scalar;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.domain.prompt.PromptTemplate;
import dev.mvstudio.domain.prompt.PromptTemplate.MalformedTemplateException;
import java.util.Set;
import java.util.TreeSet;

/** Reads a file of {@code prompts/}. */
record PromptYaml(Placeholders placeholders, Faults faults) {
    private static final String KEY = "template";

    /**
     * The placeholders of a template.
     *
     * @param known those that it may use
     * @param needed those that it must use
     */
    record Placeholders(Set<String> known, Set<String> needed) {}

    PromptTemplate read(Section s) {
        Scalar text = s.get(KEY, Form.template());
        if (text.text().isEmpty()) {
            return new PromptTemplate("");
        }
        try {
            PromptTemplate template = new PromptTemplate(text.text());
            check(template.placeholders(), text);
            return template;
        } catch (MalformedTemplateException e) {
            faults.add(text.placeOf(e.offset()), KEY, String.valueOf(e.getMessage()));
            return new PromptTemplate("");
        }
    }

    private void check(Set<String> used, Scalar text) {
        for (String name : new TreeSet<>(used)) {
            if (!placeholders.known().contains(name)) {
                int offset = text.text().indexOf("{" + name + "}");
                faults.add(
                        text.placeOf(offset),
                        KEY,
                        "the placeholder {" + name + "} is unknown; " + Nearest.hint(name, placeholders.known()));
            }
        }
        for (String name : new TreeSet<>(placeholders.needed())) {
            if (!used.contains(name)) {
                faults.add(text.place(), KEY, "the placeholder {" + name + "} is missing");
            }
        }
    }
}
