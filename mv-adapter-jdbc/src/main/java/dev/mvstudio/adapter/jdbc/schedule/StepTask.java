package dev.mvstudio.adapter.jdbc.schedule;

import com.github.kagkarlsson.scheduler.task.AbstractTask;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import dev.mvstudio.domain.job.JobSchedule.Task;
import dev.mvstudio.domain.job.JobSchedule.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls the worker of one task. */
final class StepTask extends AbstractTask<Void> {
    private static final Logger LOG = LoggerFactory.getLogger(StepTask.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 6;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Worker worker;
    private final Executions executions;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    StepTask(Task task, Worker worker, Executions executions) {
        super(
                name(task),
                Void.class,
                new FailureHandler.OnFailureRetryLater<>(FIRST_PAUSE),
                new DeadExecutionHandler.ReviveDeadExecution<>());
        this.worker = worker;
        this.executions = executions;
    }

    static String name(Task task) {
        return task.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
        Execution call = context.getExecution();
        long woken = executions.woken(call);
        if (!running.add(instance.getId())) {
            // This very process was taken for dead, but the call in flight is not over.
            return (done, ops) -> again(call, FIRST_PAUSE, woken, call.consecutiveFailures);
        }
        try {
            return step(call, woken, context);
        } finally {
            running.remove(instance.getId());
            // An order to stop was for the worker; what it did is still to be written.
            Thread.interrupted();
        }
    }

    private CompletionHandler<Void> step(Execution call, long woken, ExecutionContext context) {
        try {
            Optional<Duration> pause = worker.step(call.getId());
            return (done, ops) -> {
                if (pause.isPresent() || !executions.remove(call, woken)) {
                    again(call, pause.orElse(Duration.ZERO), woken, 0);
                }
            };
        } catch (RuntimeException | Error e) {
            if (context.getSchedulerState().isShuttingDown()) {
                return (done, ops) -> again(call, Duration.ZERO, woken, call.consecutiveFailures);
            }
            LOG.warn("{} {} failed and will be called again", getName(), call.getId(), e);
            return (done, ops) -> again(call, pauseAfter(call), woken, call.consecutiveFailures + 1);
        }
    }

    private static Duration pauseAfter(Execution call) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(MOST_DOUBLINGS, call.consecutiveFailures));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void again(Execution call, Duration pause, long woken, int failures) {
        Instant now = Instant.now();
        executions.again(call, now.plus(pause), now, woken, failures);
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id) {
        return SchedulableInstance.of(instance(id), Instant.now());
    }

    @Override
    public SchedulableInstance<Void> schedulableInstance(String id, Void data) {
        return schedulableInstance(id);
    }
}
