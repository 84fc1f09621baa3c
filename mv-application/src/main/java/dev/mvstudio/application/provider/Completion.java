package dev.mvstudio.application.provider;

import dev.mvstudio.application.request.Gaps;
import dev.mvstudio.application.request.InvalidRequestException.Code;
import dev.mvstudio.application.request.Violations;
import dev.mvstudio.domain.provider.Capabilities;
import dev.mvstudio.domain.provider.Parameter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Completes one request against what its model can do: fills gaps with defaults that the model honours, and refuses, or
 * where the model is lenient adapts with a warning, what the caller asked for and the model cannot do. Nothing is dropped
 * in silence.
 */
public final class Completion {
    private static final String LEFT_OUT = "it was left out";

    private final String model;
    private final Capabilities can;
    private final Violations violations;
    private final Gaps gaps = new Gaps();
    private final List<String> warnings = new ArrayList<>();

    public Completion(Choice choice, Violations violations) {
        this.model = choice.spec().model().name();
        this.can = choice.spec().capabilities();
        this.violations = violations;
    }

    /** A parameter that every model has. */
    public <T> T fill(String field, @Nullable T said, T fallback) {
        return gaps.fill(field, said, fallback);
    }

    /** A parameter that is only sent to models that honour it. */
    public <T> @Nullable T optional(Parameter parameter, @Nullable T said, @Nullable T fallback) {
        if (can.honours(parameter)) {
            return gaps.fillOptional(parameter.word(), said, fallback);
        }
        if (said != null) {
            object(parameter, said, "is not supported by " + model, LEFT_OUT);
        }
        return null;
    }

    /** The same, but to ask a model for it that does not honour it is no more than worth a warning. */
    public <T> @Nullable T ifHonoured(Parameter parameter, @Nullable T said, @Nullable T fallback) {
        if (can.honours(parameter)) {
            return gaps.fillOptional(parameter.word(), said, fallback);
        }
        if (said != null) {
            warnings.add(parameter.word() + " " + said + ": is not supported by " + model + "; " + LEFT_OUT);
        }
        return null;
    }

    /** A parameter that has one of several values. */
    public <T> T oneOf(Parameter parameter, @Nullable T said, T fallback, List<T> allowed) {
        if (said == null) {
            return gaps.fill(parameter.word(), null, allowed.contains(fallback) ? fallback : allowed.get(0));
        }
        if (allowed.contains(said)) {
            return said;
        }
        String known = allowed.stream().map(String::valueOf).collect(Collectors.joining(", "));
        object(parameter, said, "must be one of " + known + " for " + model, allowed.get(0) + " was used");
        return allowed.get(0);
    }

    /** A length that the model makes. */
    public Duration duration(@Nullable Duration said, Duration fallback) {
        Duration nearest = can.durations().nearest(said == null ? fallback : said);
        if (said == null) {
            return gaps.fill(Parameter.DURATION.word(), null, nearest);
        }
        if (!can.durations().allow(said)) {
            object(
                    Parameter.DURATION,
                    said.toSeconds(),
                    "must be " + can.durations() + " for " + model,
                    nearest.toSeconds() + " seconds were used");
        }
        return nearest;
    }

    /** A parameter whose values are the provider's own words. A default that the model does not know is not sent. */
    public @Nullable String word(Parameter parameter, @Nullable String said, @Nullable String fallback) {
        List<String> known = can.words().get(parameter);
        if (known == null || !can.honours(parameter)) {
            return optional(parameter, said, fallback);
        }
        if (said != null && !known.contains(said)) {
            object(parameter, said, "must be one of " + String.join(", ", known) + " for " + model, LEFT_OUT);
            return null;
        }
        return optional(parameter, said, known.contains(fallback) ? fallback : null);
    }

    /** A seed that the model takes. */
    public @Nullable Long seed(@Nullable Long said) {
        if (said == null || said <= can.maxSeed() || !can.honours(Parameter.SEED)) {
            return optional(Parameter.SEED, said, null);
        }
        object(Parameter.SEED, said, "must be 0 to " + can.maxSeed() + " for " + model, LEFT_OUT);
        return null;
    }

    /** How many of the wished items the model takes, at most. */
    public int count(Parameter parameter, int wished, int most) {
        return count(parameter, wished, most, "");
    }

    /**
     * The same, with more to say.
     *
     * @param unless when it would take more, as a clause; empty for never
     */
    public int count(Parameter parameter, int wished, int most, String unless) {
        if (wished <= most) {
            return wished;
        }
        String remedy = most == 0 ? LEFT_OUT : "the first " + most + " were used";
        object(parameter, wished, model + " takes " + (most == 0 ? "none" : "at most " + most) + unless, remedy);
        return most;
    }

    /** Something that is honoured otherwise than the caller may expect. */
    public void warn(Parameter parameter, String what) {
        warnings.add(parameter.word() + ": " + what);
    }

    private void object(Parameter parameter, Object said, String fault, String remedy) {
        if (can.isLenientAbout(parameter)) {
            warnings.add(parameter.word() + " " + said + ": " + fault + "; " + remedy);
        } else {
            violations.add(Code.UNSUPPORTED_PARAMETER, parameter.word(), fault, said);
        }
    }

    public Map<String, Object> defaultsApplied() {
        return gaps.filled();
    }

    public List<String> warnings() {
        return List.copyOf(warnings);
    }
}
