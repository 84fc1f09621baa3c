package dev.mvstudio.adapter.jdbc.database;

import dev.mvstudio.domain.provider.Secret;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Databases of both kinds, empty at first. */
public final class TestDatabases {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private TestDatabases() {}

    /** A server for all tests, started when it is first needed. */
    private static final class Server {
        private static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                // It stops with this process.
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("max_connections", "200")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The port of the server. */
    public static int port() {
        return Server.RUNNING.getPort();
    }

    /** A new database on the server. */
    public static String create() {
        String name = "jobs" + COUNT.incrementAndGet();
        try (Connection c = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement s = c.createStatement()) {
            s.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return name;
    }

    /** A database on the server, reached through this port. */
    public static DatabaseAddress postgresql(String name, int port) {
        return new DatabaseAddress(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + name, "postgres", new Secret("postgres"));
    }

    /** A new database on the server. */
    public static DatabaseAddress postgresql() {
        return postgresql(create(), port());
    }

    /** A file in this folder. */
    public static DatabaseAddress file(Path folder) {
        return DatabaseAddress.in(folder);
    }
}
