package dev.mvstudio.adapter.local.film;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Reads a process's output to its end and keeps the last lines of it, however much there is. */
final class LogTail {
    private static final int LINES = 300;
    private static final int LINE = 1000;

    private final Deque<String> lines = new ArrayDeque<>();

    /** Blocks until the stream ends or breaks, as it does when the process is killed. */
    static void read(InputStream in, Consumer<String> each) {
        StringBuilder line = new StringBuilder();
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            char[] buffer = new char[4096];
            for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    take(buffer[i], line, each);
                }
            }
        } catch (IOException e) {
            line.append(" (cut: ").append(e.getMessage()).append(')');
        }
        take('\n', line, each);
    }

    private static void take(char c, StringBuilder line, Consumer<String> each) {
        if (c == '\n' || c == '\r') {
            if (!line.isEmpty()) {
                each.accept(line.toString());
                line.setLength(0);
            }
        } else if (line.length() < LINE) {
            line.append(Character.isISOControl(c) ? ' ' : c);
        }
    }

    synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
