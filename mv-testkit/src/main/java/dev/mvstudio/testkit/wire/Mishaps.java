package dev.mvstudio.testkit.wire;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Carries calls out, and lets them go wrong when it is time. */
public final class Mishaps<C> {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final Odds<Mishap, C> odds;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Carries a call out. */
    @FunctionalInterface
    public interface Work {
        Answer done() throws IOException;
    }

    /** An answer, and whether it is wrong on purpose. */
    public record Outcome(Answer answer, boolean faulty) {}

    public Mishaps(Random random) {
        odds = new Odds<>(random);
    }

    public Odds<Mishap, C> odds() {
        return odds;
    }

    /** Lets go of those who wait for nothing. */
    public void close() {
        closed.countDown();
    }

    public Outcome carryOut(C call, Work work) throws IOException {
        Optional<Mishap> mishap = odds.draw(call);
        return switch (mishap.orElse(null)) {
            case null -> new Outcome(work.done(), false);
            case Mishap.Reply reply ->
                new Outcome(Answer.text(reply.status(), reply.mediaType(), reply.body(), reply.headers()), true);
            case Mishap.Late late -> {
                await(late.by());
                yield new Outcome(work.done(), false);
            }
            case Mishap.Slow slow -> {
                Answer done = work.done();
                await(slow.by());
                yield new Outcome(done, false);
            }
            case Mishap.Garbled garbled -> new Outcome(work.done().withBody(garbled.body()), true);
            case Mishap.Lost lost -> {
                work.done();
                throw new Cut();
            }
            case Mishap.Dropped dropped -> throw new Cut();
            case Mishap.Silent silent -> {
                await(FOR_EVER);
                throw new Cut();
            }
        };
    }

    private void await(Duration time) throws Cut {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Cut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Cut();
        }
    }
}
