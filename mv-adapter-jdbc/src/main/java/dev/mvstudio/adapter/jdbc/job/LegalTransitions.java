package dev.mvstudio.adapter.jdbc.job;

import dev.mvstudio.domain.job.JobState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Has the embedded database refuse what {@link JobState#mayBecome} forbids. It is named in a migration. */
public final class LegalTransitions implements Trigger {
    private int column;

    @Override
    public void init(Connection c, String schema, String trigger, String table, boolean before, int type)
            throws SQLException {
        try (ResultSet state = c.getMetaData().getColumns(null, schema, table, "STATE")) {
            if (!state.next()) {
                throw new SQLException("the table " + table + " has no column STATE");
            }
            column = state.getInt("ORDINAL_POSITION") - 1;
        }
    }

    @Override
    public void fire(Connection c, Object @Nullable [] before, Object @Nullable [] after) throws SQLException {
        if (before == null || after == null || before[column].equals(after[column])) {
            return;
        }
        if (!state(before[column]).mayBecome(state(after[column]))) {
            throw new SQLException("a job that is " + before[column] + " must not become " + after[column], "23514");
        }
    }

    private static JobState state(Object value) throws SQLException {
        try {
            return JobState.valueOf(value.toString().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new SQLException("there is no state " + value, "23514", e);
        }
    }
}
