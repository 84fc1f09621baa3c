package dev.mvstudio.cli.progress;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicReference;

/** A line for each new stage, for logs and pipes. */
public final class LineBars implements Bars {
    private final PrintStream out;

    public LineBars(PrintStream out) {
        this.out = out;
    }

    @Override
    public Bar add(String name) {
        AtomicReference<String> last = new AtomicReference<>("");
        return (stage, fraction) -> {
            if (!stage.equals(last.getAndSet(stage))) {
                out.println(name + ": " + stage);
            }
        };
    }

    @Override
    public void close() {
        out.flush();
    }
}
