package dev.mvstudio.testkit.comfyui;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds one value against what its node declares. */
final class InputCheck {
    private static final int LONG_LIST = 20;
    private static final Set<String> NUMBERS = Set.of("INT", "FLOAT");

    private final Disk disk;

    InputCheck(Disk disk) {
        this.disk = disk;
    }

    static ObjectNode problem(String type, String message, String details) {
        ObjectNode problem =
                Json.object().put("type", type).put("message", message).put("details", details);
        problem.putObject("extra_info");
        return problem;
    }

    static ObjectNode extra(ObjectNode problem) {
        return (ObjectNode) problem.get("extra_info");
    }

    /** Whether an output of this type may be linked to an input of that type. */
    static boolean fits(String received, JsonNode wanted) {
        if (wanted.isArray()) {
            return received.equals("COMBO") || received.equals("*");
        }
        Set<String> some = Set.of(wanted.asText().split(","));
        return received.equals("*") || some.contains("*") || some.contains(received);
    }

    /** The values from which one is chosen, in any of the three ways in which they are written; empty for other inputs. */
    static Optional<List<JsonNode>> choices(JsonNode config) {
        JsonNode type = config.path(0);
        if (type.isArray()) {
            return Optional.of(type.valueStream().toList());
        }
        JsonNode options = config.path(1).path("options");
        return switch (type.asText()) {
            case "COMBO" -> Optional.of(options.valueStream().toList());
            case "COMFY_DYNAMICCOMBO_V3" ->
                Optional.of(options.valueStream().map(o -> o.path("key")).toList());
            default -> Optional.empty();
        };
    }

    /** What is wrong with a value; empty when nothing is. */
    Optional<ObjectNode> check(String classType, String input, JsonNode config, JsonNode value) {
        if (classType.equals("LoadImage") && input.equals("image")) {
            return image(input, value);
        }
        Optional<List<JsonNode>> choices = choices(config);
        if (choices.isPresent()) {
            return config.path(1).path("multiselect").asBoolean()
                    ? Optional.empty()
                    : choice(input, config, choices.get(), value);
        }
        return NUMBERS.contains(config.path(0).asText()) ? number(input, config, value) : Optional.empty();
    }

    private Optional<ObjectNode> image(String input, JsonNode value) {
        if (disk.annotated(value.asText()).isPresent()) {
            return Optional.empty();
        }
        ObjectNode problem = problem(
                "custom_validation_failed",
                "Custom validation failed for node",
                input + " - Invalid image file: " + value.asText());
        extra(problem).put("input_name", input);
        return Optional.of(problem);
    }

    private static Optional<ObjectNode> choice(String input, JsonNode config, List<JsonNode> choices, JsonNode value) {
        if (choices.contains(value)) {
            return Optional.empty();
        }
        boolean many = choices.size() > LONG_LIST;
        String listed = many
                ? "(list of length " + choices.size() + ")"
                : choices.stream()
                        .map(c -> c.isTextual() ? "'" + c.asText() + "'" : c.toString())
                        .collect(joining(", ", "[", "]"));
        ObjectNode problem = problem(
                "value_not_in_list", "Value not in list", input + ": '" + value.asText() + "' not in " + listed);
        extra(problem).put("input_name", input).set("input_config", many ? null : config);
        extra(problem).set("received_value", value);
        return Optional.of(problem);
    }

    private static Optional<ObjectNode> number(String input, JsonNode config, JsonNode value) {
        Optional<BigDecimal> read = read(value);
        String type = config.path(0).asText();
        if (read.isEmpty()) {
            String shown = value.isNull() ? "None" : value.asText();
            String why = "could not convert '" + shown + "'";
            ObjectNode problem = problem(
                    "invalid_input_type",
                    "Failed to convert an input value to a " + type + " value",
                    input + ", " + shown + ", " + why);
            extra(problem).put("input_name", input).set("input_config", config);
            extra(problem).put("exception_message", why).set("received_value", value);
            return Optional.of(problem);
        }
        BigDecimal number = type.equals("INT") ? new BigDecimal(read.get().toBigInteger()) : read.get();
        JsonNode limits = config.path(1);
        if (limits.has("min") && number.compareTo(limits.get("min").decimalValue()) < 0) {
            return Optional.of(limit("value_smaller_than_min", "smaller than min", "min", input, config, value));
        }
        if (limits.has("max") && number.compareTo(limits.get("max").decimalValue()) > 0) {
            return Optional.of(limit("value_bigger_than_max", "bigger than max", "max", input, config, value));
        }
        return Optional.empty();
    }

    private static Optional<BigDecimal> read(JsonNode value) {
        if (value.isBoolean()) {
            return Optional.of(value.asBoolean() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (value.isNumber()) {
            return Optional.of(value.decimalValue());
        }
        try {
            return value.isTextual() ? Optional.of(new BigDecimal(value.asText().strip())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static ObjectNode limit(
            String type, String what, String end, String input, JsonNode config, JsonNode value) {
        ObjectNode problem = problem(
                type,
                "Value " + value.asText() + " " + what + " of "
                        + config.path(1).path(end).asText(),
                input);
        extra(problem).put("input_name", input).set("input_config", config);
        extra(problem).set("received_value", value);
        return problem;
    }
}
