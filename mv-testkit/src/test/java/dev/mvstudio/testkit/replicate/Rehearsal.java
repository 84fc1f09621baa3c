package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.testkit.replicate.check.DescriptionCheck;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A fake that is quick, a caller, and Replicate's own description, if at hand, that nothing may disagree with. */
abstract class Rehearsal {
    private final Optional<DescriptionCheck> description = DescriptionCheck.find();

    FakeReplicate fake;
    Caller caller;

    @BeforeEach
    void start() {
        start(FakeReplicate.Setup.USUAL);
    }

    final void start(FakeReplicate.Setup setup) {
        if (fake != null) {
            end();
        }
        fake = FakeReplicate.start(setup).taking(Duration.ofMillis(40));
        description.ifPresent(d -> fake.watchedBy(d.excusingTheRefused()));
        caller = new Caller(fake);
    }

    @AfterEach
    void stop() {
        end();
        description.ifPresent(DescriptionCheck::assertClean);
    }

    private void end() {
        caller.close();
        fake.close();
        assertThat(fake.outputs().askedWithToken()).isEmpty();
    }
}
