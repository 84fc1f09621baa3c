package dev.mvstudio.application;

import java.util.List;

/** The configuration cannot be used. Every fault at once, each with its place: {@code file:line:column: key: what}. */
public final class BrokenConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    public BrokenConfigurationException(List<String> faults) {
        super("the configuration has " + faults.size() + (faults.size() == 1 ? " fault:\n" : " faults:\n")
                + String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
