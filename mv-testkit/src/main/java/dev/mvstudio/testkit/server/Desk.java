package dev.mvstudio.testkit.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mvstudio.testkit.image.FakeImageModel;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Answers calls as it is told. */
final class Desk {
    private static final byte[] CLIP = FakeVideoModel.clip();
    private static final byte[] IMAGE = FakeImageModel.pixel();

    private final Clock clock;
    private final Ledger ledger;
    private final Random random;
    private volatile Behaviour behaviour;

    Desk(Clock clock, Ledger ledger, Behaviour behaviour, Random random) {
        this.clock = clock;
        this.ledger = ledger;
        this.behaviour = behaviour;
        this.random = random;
    }

    void behave(Behaviour next) {
        behaviour = next;
    }

    Reply behave(Form form) {
        behaviour = behaviour.changed(form);
        return Reply.form(200, Form.of().with("behaviour", behaviour));
    }

    /** The order is accepted when it has arrived, whether or not somebody still waits for the answer. */
    Reply create(Form order) {
        Behaviour now = behaviour;
        Made made = new Made(
                UUID.randomUUID().toString(),
                order.get("key"),
                order.find("by").orElse(""),
                order.get("kind"),
                order.find("outputs").map(Integer::parseInt).orElse(1),
                clock.instant(),
                now.running().multipliedBy(50 + random.nextInt(51)).dividedBy(100),
                random.nextDouble() < now.failures(),
                Instant.MAX);
        ledger.accept(made);
        pause(now.answering());
        return Reply.form(201, Form.of().with("id", made.id()));
    }

    private void pause(Duration longest) {
        if (longest.isPositive()) {
            LockSupport.parkNanos(random.nextLong(longest.toNanos()));
        }
    }

    Reply status(String id) {
        ledger.count("status");
        return ledger.find(id).map(this::status).orElse(Reply.error(404, "no generation " + id));
    }

    private Reply status(Made made) {
        Instant now = clock.instant();
        return Reply.form(
                200,
                Form.of()
                        .with("state", made.state(now))
                        .with("progress", made.progress(now))
                        .with("outputs", made.outputs()));
    }

    Reply find(String key) {
        ledger.count("find");
        List<Made> made = ledger.orders(key);
        if (!behaviour.finds()) {
            return Reply.error(501, "told to forget");
        }
        return made.isEmpty()
                ? Reply.error(404, "nothing was ordered with " + key)
                : Reply.form(200, Form.of().with("id", made.get(0).id()));
    }

    Reply cancel(String id) {
        ledger.count("cancel");
        ledger.cancel(id);
        return status(id);
    }

    Reply open(String id, int index) {
        ledger.count("open");
        Optional<Made> made = ledger.find(id)
                .filter(m -> behaviour.remembersOutputs())
                .filter(m -> index < m.outputs() && m.state(clock.instant()).equals("finished"));
        if (made.isEmpty()) {
            return Reply.error(410, "no file " + index + " of " + id);
        }
        return made.get().kind().equals("video")
                ? new Reply(200, "video/mp4", CLIP)
                : new Reply(200, "image/png", IMAGE);
    }

    Reply scenes(Form order) {
        ledger.count("scenes");
        int number = Integer.parseInt(order.get("number_of_scenes"));
        Form scenes = Form.of();
        for (int i = 1; i <= number; i++) {
            scenes = scenes.with("description." + i, "Scene " + i + ": " + order.get("character"));
        }
        return Reply.form(200, scenes);
    }

    Reply lines() {
        String text = ledger.lines().stream().collect(Collectors.joining("\n", "", "\n"));
        return new Reply(200, "text/plain; charset=utf-8", text.getBytes(UTF_8));
    }
}
