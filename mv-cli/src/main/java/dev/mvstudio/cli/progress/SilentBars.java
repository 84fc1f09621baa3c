package dev.mvstudio.cli.progress;

/** For those who want silence. */
public final class SilentBars implements Bars {
    @Override
    public Bar add(String name) {
        return (stage, fraction) -> {};
    }

    @Override
    public void close() {}
}
