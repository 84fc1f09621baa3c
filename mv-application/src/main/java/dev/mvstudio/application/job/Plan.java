package dev.mvstudio.application.job;

import dev.mvstudio.domain.cost.Money;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import java.util.List;
import java.util.Map;

/**
 * What will be done, decided in full before anything is spent.
 *
 * @param request every gap filled
 * @param backend who does it
 * @param flavor where the defaults come from
 * @param defaultsApplied what was filled in, by field
 * @param prompts the full prompts that the backend gets, by name
 * @param warnings what was asked for and could not be honoured to the letter
 * @param estimate what it may cost
 */
public record Plan<Q>(
        JobKind kind,
        Q request,
        Backend backend,
        Model model,
        String flavor,
        Map<String, Object> defaultsApplied,
        Map<String, String> prompts,
        List<String> warnings,
        Money estimate) {
    public Plan {
        warnings = List.copyOf(warnings);
    }
}
