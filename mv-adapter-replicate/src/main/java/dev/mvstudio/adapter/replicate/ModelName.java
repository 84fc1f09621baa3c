package dev.mvstudio.adapter.replicate;

import dev.mvstudio.domain.provider.Model;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a model is called: an official one as {@code owner/name}, one version of any other as {@code owner/name:version},
 * one that is kept running for the account as {@code deployments/owner/name}.
 *
 * @param name {@code owner/name}
 * @param version 64 hexadecimal digits; null for none
 */
record ModelName(String name, @Nullable String version, boolean deployed) {
    private static final Pattern FORM = Pattern.compile(
            "(deployments/)?((?!deployments/)[A-Za-z0-9][\\w.-]*/[A-Za-z0-9][\\w.-]*)(?::([0-9a-f]{64}))?");

    /** Empty when it is none of the three. */
    static Optional<ModelName> parse(Model model) {
        Matcher m = FORM.matcher(model.name());
        if (!m.matches() || (m.group(1) != null && m.group(3) != null)) {
            return Optional.empty();
        }
        return Optional.of(new ModelName(m.group(2), m.group(3), m.group(1) != null));
    }

    /** Where a prediction is ordered, below the API's address. */
    String path() {
        if (version != null) {
            return "/predictions";
        }
        return (deployed ? "/deployments/" : "/models/") + name + "/predictions";
    }

    /** Whether this is what made a prediction. */
    boolean made(Prediction prediction) {
        if (deployed) {
            return name.equals(prediction.deployment());
        }
        return name.equals(prediction.model()) && (version == null || version.equals(prediction.version()));
    }
}
