package dev.mvstudio.testkit.server;

import java.time.Duration;

/**
 * How a {@link FakeProvider} treats those who call it.
 *
 * @param answering the longest that an order which was accepted waits for its answer; each waits some time up to that
 * @param running the longest that a generation takes; each takes between half of it and the whole
 * @param failures the share of generations that fail, 0.0–1.0
 * @param finds whether it can tell what was ordered with a key
 * @param remembersOutputs whether finished files can be had
 */
public record Behaviour(
        Duration answering, Duration running, double failures, boolean finds, boolean remembersOutputs) {
    public Behaviour {
        if (failures < 0 || failures > 1 || answering.isNegative() || running.isNegative()) {
            throw new IllegalArgumentException("a share is 0 to 1, and no time is negative");
        }
    }

    /** Answers at once, finishes at once, never fails. */
    public static Behaviour prompt() {
        return new Behaviour(Duration.ZERO, Duration.ZERO, 0, true, true);
    }

    public Behaviour answeringWithin(Duration time) {
        return new Behaviour(time, running, failures, finds, remembersOutputs);
    }

    public Behaviour runningFor(Duration time) {
        return new Behaviour(answering, time, failures, finds, remembersOutputs);
    }

    public Behaviour failing(double share) {
        return new Behaviour(answering, running, share, finds, remembersOutputs);
    }

    /** It cannot tell any more what was ordered with a key. */
    public Behaviour forgetful() {
        return new Behaviour(answering, running, failures, false, remembersOutputs);
    }

    /** The files of finished generations are gone, also future ones. */
    public Behaviour losingOutputs() {
        return new Behaviour(answering, running, failures, finds, false);
    }

    /** The same, changed as a form says: answering_ms, running_ms, failures, finds, remembers_outputs. */
    Behaviour changed(Form form) {
        return new Behaviour(
                form.find("answering_ms").map(Behaviour::millis).orElse(answering),
                form.find("running_ms").map(Behaviour::millis).orElse(running),
                form.find("failures").map(Double::parseDouble).orElse(failures),
                form.find("finds").map(Boolean::parseBoolean).orElse(finds),
                form.find("remembers_outputs").map(Boolean::parseBoolean).orElse(remembersOutputs));
    }

    private static Duration millis(String text) {
        return Duration.ofMillis(Long.parseLong(text));
    }
}
