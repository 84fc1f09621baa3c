package dev.mvstudio.adapter.local.film;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The processes that this JVM must not leave behind when it ends. */
final class LiveProcesses {
    private static final LiveProcesses OF_THIS_JVM = new LiveProcesses();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(OF_THIS_JVM::close, "ffmpeg-shutdown"));
    }

    private final Set<Process> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    LiveProcesses() {}

    static LiveProcesses ofThisJvm() {
        return OF_THIS_JVM;
    }

    /** One that comes too late is ended at once. */
    void add(Process process) {
        running.add(process);
        if (closed) {
            kill(process);
        }
    }

    void remove(Process process) {
        running.remove(process);
    }

    int count() {
        return running.size();
    }

    void close() {
        closed = true;
        running.forEach(LiveProcesses::kill);
    }

    /** Children first looked up, as they have another parent once theirs is dead. */
    static void kill(Process process) {
        if (!process.isAlive()) {
            return;
        }
        try (Stream<ProcessHandle> children = process.descendants()) {
            var found = children.toList();
            process.destroyForcibly();
            found.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
