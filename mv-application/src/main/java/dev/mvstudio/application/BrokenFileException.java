package dev.mvstudio.application;

import java.util.List;

/** A file that somebody ordered with cannot be used. Every fault at once, each with its place: {@code file:line:column}. */
public final class BrokenFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> faults;

    /** One with these faults, one at least. */
    public BrokenFileException(String file, List<String> faults) {
        super(file + " has " + faults.size() + (faults.size() == 1 ? " fault:" : " faults:"));
        this.faults = List.copyOf(faults);
    }

    public List<String> faults() {
        return faults;
    }
}
