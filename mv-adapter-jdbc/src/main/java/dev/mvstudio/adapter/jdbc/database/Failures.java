package dev.mvstudio.adapter.jdbc.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failure of the database means. The codes are those of the SQL standard, of PostgreSQL and of H2. */
final class Failures {
    private static final String UNIQUE = "23505";

    /** Deadlock, conflict, no lock within the time: rolled back because of somebody else. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03", "HYT00", "90131");

    /** Feature, cardinality, data, constraint, syntax, check: the statement or its values are wrong. */
    private static final Set<String> WRONG = Set.of("0A", "21", "22", "23", "42", "44", "07");

    private Failures() {}

    static boolean isConflict(SQLException e) {
        return CONFLICTS.contains(state(e)) || UNIQUE.equals(state(e));
    }

    static boolean isMistake(SQLException e) {
        String state = state(e);
        return state.length() == 5 && WRONG.contains(state.substring(0, 2));
    }

    /** The connection broke, but the pool had one: the next one may be sound. */
    static boolean isBrokenConnection(SQLException e) {
        return !(e instanceof SQLTransientConnectionException) && !isMistake(e);
    }

    private static String state(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
