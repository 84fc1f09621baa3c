package dev.mvstudio.application;

import dev.mvstudio.application.job.Engine;
import dev.mvstudio.application.webhook.Announcement;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobSchedule.Worker;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Those who work in the background, until the studio is closed. */
public final class Crew {
    private final Engine engine;
    private final Map<Task, Worker> chores;
    private final Function<Announcement, Worker> messenger;
    private final Runnable onEnd;

    /**
     * Those of one studio.
     *
     * @param onEnd closes what they work with
     */
    Crew(Engine engine, Map<Task, Worker> chores, Function<Announcement, Worker> messenger, Runnable onEnd) {
        this.engine = engine;
        this.chores = Map.copyOf(chores);
        this.messenger = messenger;
        this.onEnd = onEnd;
    }

    /** Without somebody who puts messages into words, telling others is left to other processes. */
    void begin(@Nullable Announcement announcement) {
        Map<Task, Worker> workers = new EnumMap<>(Task.class);
        workers.putAll(chores);
        if (announcement != null) {
            workers.put(Task.WEBHOOK, messenger.apply(announcement));
        }
        engine.start(workers);
    }

    void end() {
        engine.close();
        onEnd.run();
    }
}
