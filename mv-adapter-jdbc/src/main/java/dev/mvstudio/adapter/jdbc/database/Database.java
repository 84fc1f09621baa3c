package dev.mvstudio.adapter.jdbc.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.mvstudio.domain.job.JobStoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/** A database with our tables. It is opened, and made when it is not there, when it is first used. */
public final class Database implements AutoCloseable {
    private static final String MIGRATIONS = "classpath:dev/mvstudio/adapter/jdbc/migration/";
    private static final int TRIES = 10;

    /** So that a caller is soon told that a server cannot be reached. */
    private static final long PATIENCE_MILLIS = 3000;

    /** A file is there or not, but a slow machine takes its time to open it. */
    private static final long PATIENCE_WITH_FILE_MILLIS = 15_000;

    private final DatabaseAddress address;
    private final int connections;
    private @Nullable HikariDataSource pool;
    private volatile @Nullable DataSource ready;
    private boolean closed;

    /**
     * Opens nothing yet.
     *
     * @param connections how many at most, at least 4
     */
    public Database(DatabaseAddress address, int connections) {
        this.address = address;
        this.connections = connections;
    }

    /** Whether it is a file of our own, as opposed to a server. */
    public boolean embedded() {
        return address.embedded();
    }

    /** What is done in one go. It may be done again when the database had to undo it. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Transaction transaction) throws SQLException;
    }

    /**
     * Does all of it or nothing. It is not stopped when the thread is interrupted.
     *
     * @throws JobStoreException when the database cannot be reached; it may have been done all the same
     * @throws IllegalStateException when a statement is wrong, or a constraint is not met
     */
    public <T> T inTransaction(Work<T> work) {
        return Undisturbed.get(() -> untilDone(work));
    }

    private <T> T untilDone(Work<T> work) {
        for (int tries = 1; ; tries++) {
            try (Connection connection = dataSource().getConnection()) {
                return inTransaction(connection, work);
            } catch (UndoneException e) {
                if (tries == TRIES) {
                    throw failure(e.cause());
                }
            } catch (SQLException e) {
                throw failure(e);
            }
        }
    }

    private static <T> T inTransaction(Connection connection, Work<T> work) throws SQLException {
        T result;
        boolean done = false;
        try {
            connection.setAutoCommit(false);
            result = work.in(new Transaction(connection));
            done = true;
        } catch (SQLException e) {
            throw Failures.isConflict(e) || Failures.isBrokenConnection(e) ? new UndoneException(e) : e;
        } finally {
            if (!done) {
                rollback(connection);
            }
        }
        connection.commit();
        return result;
    }

    private static void rollback(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // It is broken; then the database undoes by itself, and the pool drops it.
        }
    }

    private RuntimeException failure(SQLException e) {
        return Failures.isMistake(e)
                ? new IllegalStateException("the database " + address + " refused: " + e.getMessage(), e)
                : new JobStoreException("the database " + address + " cannot be reached", e);
    }

    /** Its connections, to tables that are up to date. */
    public DataSource dataSource() {
        DataSource open = ready;
        return open == null ? open() : open;
    }

    private synchronized DataSource open() {
        if (closed) {
            throw new JobStoreException("the database " + address + " was closed", null);
        }
        DataSource open = ready;
        if (open == null) {
            open = pool();
            migrate(open);
            ready = open;
        }
        return open;
    }

    private HikariDataSource pool() {
        HikariDataSource there = pool;
        if (there == null) {
            if (embedded() && System.getProperty("h2.bindAddress") == null) {
                // The first process serves the others, on this machine only.
                System.setProperty("h2.bindAddress", "127.0.0.1");
            }
            there = new HikariDataSource(settings());
            pool = there;
        }
        return there;
    }

    private HikariConfig settings() {
        HikariConfig settings = new HikariConfig();
        settings.setJdbcUrl(address.url());
        settings.setUsername(address.user());
        if (address.password() != null) {
            settings.setPassword(address.password().reveal());
        }
        settings.setPoolName("jobs");
        settings.setMaximumPoolSize(connections);
        settings.setMinimumIdle(1);
        settings.setConnectionTimeout(embedded() ? PATIENCE_WITH_FILE_MILLIS : PATIENCE_MILLIS);
        settings.setValidationTimeout(PATIENCE_MILLIS / 2);
        settings.setInitializationFailTimeout(-1);
        if (!embedded()) {
            settings.addDataSourceProperty("connectTimeout", "3");
            settings.addDataSourceProperty("socketTimeout", "20");
            settings.addDataSourceProperty("tcpKeepAlive", "true");
        }
        return settings;
    }

    private void migrate(DataSource open) {
        try {
            open.getConnection().close();
            Flyway.configure()
                    .dataSource(open)
                    .locations(MIGRATIONS + "common", MIGRATIONS + address.vendor())
                    .table("migration")
                    .load()
                    .migrate();
        } catch (SQLException e) {
            throw new JobStoreException("the database " + address + " cannot be reached", e);
        } catch (FlywayException e) {
            throw new JobStoreException("the tables of " + address + " could not be brought up to date", e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        ready = null;
        if (pool != null) {
            pool.close();
        }
    }

    /** The database undid it, because of somebody else or because the connection broke. */
    private static final class UndoneException extends SQLException {
        private static final long serialVersionUID = 1L;

        private final SQLException cause;

        UndoneException(SQLException cause) {
            super(cause);
            this.cause = cause;
        }

        SQLException cause() {
            return cause;
        }
    }
}
