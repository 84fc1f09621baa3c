package dev.mvstudio.adapter.local.webhook;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Somebody on this machine who wants to be told. */
final class Receiver implements Closeable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, List<Message>> messages = new ConcurrentHashMap<>();

    /** What arrived. */
    record Message(String method, Headers headers, String body) {
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** Answers. */
    @FunctionalInterface
    interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    /** From now on there is somebody at this path. */
    URI answering(String path, Answer answer) {
        messages.put(path, new CopyOnWriteArrayList<>());
        server.createContext(path, exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                messages.get(path)
                        .add(new Message(exchange.getRequestMethod(), copy(exchange.getRequestHeaders()), body));
                answer.give(exchange);
            }
        });
        return at(path);
    }

    private static Headers copy(Headers headers) {
        return Headers.of(headers);
    }

    List<Message> received(String path) {
        return List.copyOf(messages.get(path));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
