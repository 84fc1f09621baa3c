package dev.mvstudio.testkit.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** An HTTP server on the loopback address, with a thread for each call. */
public final class Origin implements AutoCloseable {
    static {
        // Without it every answer waits 40 ms for the other side's acknowledgement. Read when the first server starts.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final System.Logger LOG = System.getLogger(Origin.class.getName());

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Origin(HttpServer server) {
        this.server = server;
    }

    /**
     * Takes a port, and answers nobody yet.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException when it is taken
     */
    public static Origin at(int port) {
        try {
            return new Origin(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen at port " + port + " of the loopback address", e);
        }
    }

    /** Without a path. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Says who answers calls below this path. What he throws ends the connection, and is logged as a bug in the fake. */
    public Origin serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> carefully(handler, exchange));
        return this;
    }

    private static void carefully(HttpHandler handler, HttpExchange exchange) throws IOException {
        try {
            handler.handle(exchange);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "a bug in the fake, at " + exchange.getRequestURI(), e);
            throw e;
        }
    }

    /** From now on calls are answered. */
    public void open() {
        server.setExecutor(threads);
        server.start();
    }

    /** Ends all calls, and waits a while for them. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.log(System.Logger.Level.WARNING, "calls are still being answered");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
