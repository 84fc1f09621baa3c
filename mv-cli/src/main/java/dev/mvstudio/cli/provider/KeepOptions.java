package dev.mvstudio.cli.provider;

import dev.mvstudio.application.job.Submission;
import picocli.CommandLine.Option;

/** How long things are kept. */
public final class KeepOptions {
    @Option(names = "--keep", description = "Keep the job and what it makes for good: they never expire.")
    boolean keep;

    public Submission terms() {
        return new Submission("", null, keep, null);
    }
}
