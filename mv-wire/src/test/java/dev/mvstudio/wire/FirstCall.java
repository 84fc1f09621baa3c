package dev.mvstudio.wire;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;

/** A program that is interrupted during its very first call, and makes another one. */
final class FirstCall {
    private static final Duration LONG = Duration.ofSeconds(20);

    private FirstCall() {}

    public static void main(String[] args) throws IOException {
        try (Odd server = Odd.start();
                Wire wire = Wire.single(LONG, LONG)) {
            server.serve(exchange -> Odd.answer(exchange, 200, "yes"));
            Thread.currentThread().interrupt();
            try {
                wire.send(Request.get(server.at("/"))).close();
            } catch (InterruptedIOException expected) {
                Thread.interrupted();
            }
            try (Answer answer = wire.send(Request.get(server.at("/")))) {
                System.out.println("answered " + answer.status());
            }
        }
    }
}
