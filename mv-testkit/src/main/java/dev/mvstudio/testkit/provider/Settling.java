package dev.mvstudio.testkit.provider;

import static org.assertj.core.api.Assertions.fail;

import dev.mvstudio.domain.provider.Generator;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Asks until there is an answer, or until the patience is over; for tests. */
public final class Settling {
    private static final Duration PAUSE = Duration.ofMillis(5);

    private Settling() {}

    /** Asks until the generation is over. */
    public static Status settle(Generator<?> generator, Ticket ticket, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        Status status = generator.status(ticket);
        while (!isFinal(status) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            status = generator.status(ticket);
        }
        return isFinal(status) ? status : fail("after " + patience + " it is still " + status);
    }

    /** The outputs of a start, now or once they are made. */
    public static List<Output> outputs(Generator<?> generator, Start start, Duration patience) {
        return switch (start) {
            case Start.Finished finished -> finished.outputs();
            case Start.Running running -> outputs(settle(generator, running.ticket(), patience));
        };
    }

    /** The outputs of a finished generation. */
    public static List<Output> outputs(Status status) {
        return status instanceof Status.Finished finished ? finished.outputs() : fail("it did not finish: " + status);
    }

    /** Asks until it is so. */
    public static void until(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                fail("not so after " + patience);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    static boolean isFinal(Status status) {
        return switch (status) {
            case Status.Pending pending -> false;
            case Status.Running running -> false;
            case Status.Finished finished -> true;
            case Status.Failed failed -> true;
            case Status.Canceled canceled -> true;
        };
    }
}
