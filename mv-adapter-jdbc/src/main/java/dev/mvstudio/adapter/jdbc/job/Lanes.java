package dev.mvstudio.adapter.jdbc.job;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.Transaction;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.QueueFullException;
import dev.mvstudio.domain.provider.Lane;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who waits in a lane, in which order, and how many there may be. */
final class Lanes {
    /**
     * The turn of each who waits: how many of the same caller run or come earlier. Takes the lane's name, twice.
     *
     * <p>Who is being canceled still has its place.
     */
    private static final String IN_TURN = """
            select waiting.id,
                   row_number() over (order by coalesce(placed.jobs, 0) + waiting.nth, waiting.queued_at, waiting.seq)
                       as turn
            from (select id, caller, queued_at, seq,
                         row_number() over (partition by caller order by queued_at, seq) as nth
                  from job
                  where lane = ? and state = 'queued') waiting
            left join (select caller, count(*) as jobs
                       from job
                       where lane = ? and state in ('running', 'canceling')
                       group by caller) placed
                on placed.caller = waiting.caller
            """;

    private static final String PLACED =
            "select count(*) from job where lane = ? and state in ('running', 'canceling')";

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    /** Makes the lane's row when it is not there. */
    void make(Database database, String lane) {
        if (known.contains(lane)) {
            return;
        }
        database.inTransaction(t -> {
            if (t.number("select count(*) from lane where name = ?", lane) == 0) {
                t.update("insert into lane (name) values (?)", lane);
            }
            return lane;
        });
        known.add(lane);
    }

    /** Nobody else gives places in it, or lets somebody wait in it, until the transaction is over. */
    static void lock(Transaction t, String lane) throws SQLException {
        if (t.list("select name from lane where name = ? for update", row -> lane, lane)
                .isEmpty()) {
            throw new IllegalStateException("the row of the lane " + lane + " was removed");
        }
    }

    /** In a locked lane. */
    static void checkLength(Transaction t, Lane lane) throws SQLException {
        long waiting = t.number(
                "select count(*) from job where lane = ? and state = 'queued' and parent is null", lane.name());
        if (waiting >= lane.maxQueued() && waiting >= lane.maxQueued() + free(t, lane)) {
            throw new QueueFullException(lane);
        }
    }

    private static long free(Transaction t, Lane lane) throws SQLException {
        return Math.max(0, lane.width() - t.number(PLACED, lane.name()));
    }

    /** Those whose turn it is, in a locked lane. */
    static List<JobId> next(Transaction t, Lane lane, Instant now) throws SQLException {
        long places = Math.min(free(t, lane), left(t, lane, now));
        if (places == 0) {
            return List.of();
        }
        return t.list(
                "select id from (" + IN_TURN + ") turns where turn <= ? order by turn",
                JobRows::id,
                lane.name(),
                lane.name(),
                places);
    }

    private static long left(Transaction t, Lane lane, Instant now) throws SQLException {
        Integer perMinute = lane.perMinute();
        if (perMinute == null) {
            return Long.MAX_VALUE;
        }
        long begun =
                t.number("select count(*) from admission where lane = ? and at > ?", lane.name(), now.minusSeconds(60));
        return Math.max(0, perMinute - begun);
    }

    /** Remembers that so many got a place. */
    static void admitted(Transaction t, String lane, Instant now, int times) throws SQLException {
        t.update("delete from admission where lane = ? and at <= ?", lane, now.minusSeconds(60));
        for (int i = 0; i < times; i++) {
            t.update("insert into admission (lane, at) values (?, ?)", lane, now);
        }
    }

    static List<String> inUse(Transaction t) throws SQLException {
        return t.list("select distinct lane from job where state = 'queued' order by lane", row -> row.getString(1));
    }

    static Optional<Integer> position(Transaction t, JobId id) throws SQLException {
        Optional<String> lane = t.find(
                "select lane from job where id = ? and state = ?",
                row -> row.getString(1),
                id.value(),
                JobState.QUEUED.word());
        return lane.isEmpty()
                ? Optional.empty()
                : t.find(
                        "select turn from (" + IN_TURN + ") turns where id = ?",
                        row -> row.getInt(1),
                        lane.get(),
                        lane.get(),
                        id.value());
    }
}
