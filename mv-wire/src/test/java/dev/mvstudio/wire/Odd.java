package dev.mvstudio.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that behaves as it is told to. */
final class Odd implements AutoCloseable {
    final CountDownLatch over = new CountDownLatch(1);
    final Set<Integer> callers = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private Odd(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.start();
    }

    static Odd start() throws IOException {
        return new Odd(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    void serve(HttpHandler handler) {
        serve("/", handler);
    }

    void serve(String path, HttpHandler handler) {
        server.createContext(path, exchange -> {
            callers.add(exchange.getRemoteAddress().getPort());
            handler.handle(exchange);
        });
    }

    /** Until the test is over. */
    void await() {
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        over.countDown();
        stop();
        threads.shutdownNow();
    }
}
