package dev.mvstudio.adapter.jdbc.schedule;

import com.github.kagkarlsson.scheduler.task.Execution;
import dev.mvstudio.adapter.jdbc.database.Database;
import java.time.Instant;
import java.util.List;

/**
 * What we write into db-scheduler's table by ourselves: who is woken while being called is called once more. For this a
 * call compares, in the statement that ends it, how often somebody was woken when it began.
 */
final class Executions {
    static final String TABLE = "schedule";

    private final Database database;

    Executions(Database database) {
        this.database = database;
    }

    /** Due at once, also when it is being called. */
    void wake(String task, String name, Instant now) {
        database.inTransaction(t -> {
            int woken = t.update("""
                    update schedule
                    set woken = woken + 1,
                        execution_time = case when execution_time > ? then ? else execution_time end
                    where task_name = ? and task_instance = ?
                    """, now, now, task, name);
            return woken > 0 ? woken : t.update("""
                            insert into schedule (task_name, task_instance, execution_time, picked, version, woken)
                            values (?, ?, ?, false, 1, 1)
                            """, task, name, now);
        });
    }

    /** All names that are due some time. */
    List<String> names(String task) {
        return database.inTransaction(
                t -> t.list("select task_instance from schedule where task_name = ?", row -> row.getString(1), task));
    }

    /** How often it was woken so far. */
    long woken(Execution call) {
        return database.inTransaction(t -> t.number(
                "select woken from schedule where task_name = ? and task_instance = ?",
                call.getTaskName(),
                call.getId()));
    }

    /**
     * The call is over: later another one.
     *
     * @param woken as it was when the call began; when it was woken since, the next call is due now
     * @param failures how many calls failed in a row
     */
    void again(Execution call, Instant later, Instant now, long woken, int failures) {
        database.inTransaction(t -> t.update(
                """
                update schedule
                set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                    consecutive_failures = ?,
                    last_success = case when ? then ? else last_success end,
                    last_failure = case when ? then ? else last_failure end,
                    execution_time = case when woken = ? then ? else ? end
                where task_name = ? and task_instance = ? and version = ?
                """,
                failures,
                failures == 0,
                now,
                failures > 0,
                now,
                woken,
                later,
                now,
                call.getTaskName(),
                call.getId(),
                call.version));
    }

    /**
     * The call is over, and there shall be no other one.
     *
     * @param woken as it was when the call began
     * @return false when it was woken since; then nothing was done
     */
    boolean remove(Execution call, long woken) {
        return database.inTransaction(t -> t.update(
                        "delete from schedule where task_name = ? and task_instance = ? and version = ? and woken = ?",
                        call.getTaskName(),
                        call.getId(),
                        call.version,
                        woken))
                > 0;
    }

    /**
     * On the embedded database, when no other process is connected: calls that processes had begun which are no more
     * are due again.
     *
     * @param process what the names of this process's schedules begin with
     * @return how many
     */
    int release(String process, Instant now) {
        return database.inTransaction(t -> {
            long strangers = t.number("select count(*) from information_schema.sessions where client_addr is not null");
            return strangers > 0 ? 0 : t.update("""
                            update schedule
                            set picked = false, picked_by = null, last_heartbeat = null, version = version + 1,
                                execution_time = ?
                            where picked and picked_by not like ?
                            """, now, process + "%");
        });
    }
}
