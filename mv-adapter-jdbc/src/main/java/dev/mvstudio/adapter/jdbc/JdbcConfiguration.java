package dev.mvstudio.adapter.jdbc;

import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.schedule.ScheduleTiming;
import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What can be set.
 *
 * @param address where the database is
 * @param connections how many connections to it at most, at least 4
 * @param timing how the schedule works
 */
public record JdbcConfiguration(DatabaseAddress address, int connections, ScheduleTiming timing) {
    private static final int LEAST_CONNECTIONS = 4;
    private static final int USUAL_CONNECTIONS = 20;

    public JdbcConfiguration {
        if (connections < LEAST_CONNECTIONS) {
            throw new IllegalArgumentException("at least 4 connections are needed: " + connections);
        }
    }

    /** The usual: a file in the hidden folder {@code .jobs} of the data folder. */
    public static JdbcConfiguration in(Path dataDir) {
        return new JdbcConfiguration(
                DatabaseAddress.in(dataDir.resolve(".jobs")), USUAL_CONNECTIONS, ScheduleTiming.USUAL);
    }

    /** A server that many nodes may share. */
    public static JdbcConfiguration at(String url, @Nullable String user, @Nullable Secret password) {
        return new JdbcConfiguration(new DatabaseAddress(url, user, password), USUAL_CONNECTIONS, ScheduleTiming.USUAL);
    }
}
