package dev.mvstudio.application.badsample;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

class AsksTheMachine {
    Instant time() {
        return Instant.now();
    }

    String setting() {
        return System.getenv("HOME");
    }

    long seed() {
        return new Random().nextLong();
    }

    UUID id() {
        return UUID.randomUUID();
    }

    void pause() throws InterruptedException {
        Thread.sleep(1);
    }
}
