package dev.mvstudio.domain.provider;

import java.util.List;

/**
 * Looks whether what an adapter depends on is there and as it must be: a server that answers and has the models, a bucket
 * that may be written to. Asked when somebody wants to know whether the program can work, never before a generation. Safe
 * for use by many threads.
 */
public interface Checkup {
    /** The subject of whoever keeps the files: while it has a fault, no work is taken. */
    String STORAGE = "storage";

    /** Whom it is about: the name of a backend, or {@link #STORAGE}. */
    String subject();

    /**
     * What is wrong now, one sentence each that names what to change; empty when nothing is. Answers within seconds, and
     * may be asked several times a minute: what is expensive to find out is remembered for a while.
     */
    List<String> faults();
}
