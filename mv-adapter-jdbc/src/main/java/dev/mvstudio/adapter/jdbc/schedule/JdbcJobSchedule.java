package dev.mvstudio.adapter.jdbc.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.domain.job.JobSchedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls on virtual threads what a table says is due. Several processes may work on the same table. */
public final class JdbcJobSchedule implements JobSchedule {
    private static final Logger LOG = LoggerFactory.getLogger(JdbcJobSchedule.class);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final Duration WAIT_FOR_CALLS = Duration.ofSeconds(2);

    /** A process has another one than the process before it, also when it has the same number. */
    private static final String PROCESS = UUID.randomUUID().toString().substring(0, 18) + "/";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Database database;
    private final Executions executions;
    private final ScheduleTiming timing;
    private @Nullable Scheduler scheduler;
    private boolean closed;

    /** Opens nothing before it is used. */
    public JdbcJobSchedule(Database database, ScheduleTiming timing) {
        this.database = database;
        this.executions = new Executions(database);
        this.timing = timing;
    }

    @Override
    public synchronized void start(Map<Task, Worker> workers) {
        if (scheduler != null || closed) {
            throw new IllegalStateException("a schedule is started once");
        }
        if (database.embedded()) {
            int released = executions.release(PROCESS, Instant.now());
            LOG.debug("{} calls of processes that are no more are made again", released);
        }
        List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks = new ArrayList<>();
        workers.forEach((task, worker) -> tasks.add(new StepTask(task, worker, executions)));
        scheduler = settings(tasks).build();
        scheduler.start();
    }

    private SchedulerBuilder settings(List<com.github.kagkarlsson.scheduler.task.Task<?>> tasks) {
        SchedulerBuilder settings = Scheduler.create(database.dataSource(), tasks)
                .tableName(Executions.TABLE)
                .schedulerName(new SchedulerName.Fixed(PROCESS + COUNT.incrementAndGet()))
                .threads(timing.calls())
                .executorService(BlockingThreads.of(timing.calls()))
                .pollingInterval(timing.poll())
                .heartbeatInterval(timing.heartbeat())
                .missedHeartbeatsLimit(timing.heartbeats())
                .enableImmediateExecution()
                .deleteUnresolvedAfter(NEVER)
                .failureLogging(LogLevel.WARN, true)
                .shutdownMaxWait(WAIT_FOR_CALLS);
        return database.embedded()
                ? settings.jdbcCustomization(new DefaultJdbcCustomization(false))
                        .pollUsingFetch(0.5, 1.0)
                : settings.jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                        .pollUsingLockAndFetch(0.5, 1.0);
    }

    @Override
    public void wake(Task task, String name) {
        executions.wake(StepTask.name(task), name, Instant.now());
        Scheduler started = scheduler();
        if (started != null) {
            started.triggerCheckForDueExecutions();
        }
    }

    @Override
    public void ensure(Task task, Collection<String> names) {
        if (!names.isEmpty()) {
            Set<String> missing = new HashSet<>(names);
            missing.removeAll(executions.names(StepTask.name(task)));
            missing.forEach(name -> wake(task, name));
        }
    }

    private synchronized @Nullable Scheduler scheduler() {
        return closed ? null : scheduler;
    }

    @Override
    public void close() {
        Scheduler started = scheduler();
        synchronized (this) {
            closed = true;
        }
        if (started != null) {
            started.stop();
        }
    }
}
