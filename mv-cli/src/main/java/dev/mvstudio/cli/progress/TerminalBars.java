package dev.mvstudio.cli.progress;

import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import me.tongfei.progressbar.InteractiveConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar for each thing, redrawn in place. */
public final class TerminalBars implements Bars {
    private static final int REDRAW_MILLIS = 250;
    private static final int WHOLE = 100;

    private final PrintStream out;
    private final List<ProgressBar> shown = new ArrayList<>();

    public TerminalBars(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized Bar add(String name) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(name)
                .setInitialMax(WHOLE)
                .setUnit("%", 1)
                .hideEta()
                .setStyle(canDrawBlocks() ? ProgressBarStyle.UNICODE_BLOCK : ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(REDRAW_MILLIS)
                .setConsumer(new InteractiveConsoleProgressBarConsumer(out))
                .build();
        shown.add(bar);
        return (stage, fraction) ->
                bar.setExtraMessage(stage).stepTo(Math.round(Math.clamp(fraction, 0.0, 1.0) * WHOLE));
    }

    private boolean canDrawBlocks() {
        Charset charset = out.charset();
        return charset.equals(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        shown.forEach(ProgressBar::close);
        shown.clear();
    }
}
