package dev.mvstudio.rig;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;

/** A real PostgreSQL, for as long as it is open. */
public final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    public static Postgres start() throws IOException {
        return new Postgres(EmbeddedPostgres.builder().start());
    }

    public int port() {
        return server.getPort();
    }

    public URI address() {
        return through(port());
    }

    /** Its address, by way of another port of this machine. */
    public URI through(int port) {
        return URI.create("postgresql://127.0.0.1:" + port + "/postgres?user=postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
