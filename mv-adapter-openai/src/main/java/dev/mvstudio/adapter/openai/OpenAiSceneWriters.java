package dev.mvstudio.adapter.openai;

import java.time.Clock;
import java.util.List;

/** A writer for each of several servers. They are closed together. */
public final class OpenAiSceneWriters implements AutoCloseable {
    private final List<OpenAiSceneWriter> all;

    /** Connects to nothing yet. */
    public OpenAiSceneWriters(List<OpenAiConfiguration> configurations, Clock clock) {
        this.all = configurations.stream()
                .map(configuration -> new OpenAiSceneWriter(configuration, clock))
                .toList();
    }

    /** One for each configuration, in their order. */
    public List<OpenAiSceneWriter> all() {
        return all;
    }

    @Override
    public void close() {
        all.forEach(OpenAiSceneWriter::close);
    }
}
