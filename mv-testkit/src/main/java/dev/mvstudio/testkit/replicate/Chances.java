package dev.mvstudio.testkit.replicate;

import dev.mvstudio.testkit.wire.Odds;
import java.util.Random;

/** What happens to calls out of the ordinary. */
public final class Chances<T> extends Odds<T, Call> {
    Chances(Random random) {
        super(random);
    }
}
