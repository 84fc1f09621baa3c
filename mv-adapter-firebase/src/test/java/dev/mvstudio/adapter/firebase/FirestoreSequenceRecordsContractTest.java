package dev.mvstudio.adapter.firebase;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mvstudio.testkit.storage.FirestoreEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Against an emulator for Node. Skipped where there is no Node or no registry. */
class FirestoreSequenceRecordsContractTest extends FirestoreRecordsContract {
    private static final String NO_TRANSACTIONS =
            "this emulator hands out transactions that keep nobody out; Google's own does not";
    private static FirestoreEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = FirestoreEmulator.ofNode().orElse(null);
        assumeTrue(emulator != null, "the emulator could be installed");
    }

    @AfterAll
    static void stop() {
        if (emulator != null) {
            emulator.close();
        }
    }

    @Override
    protected String host() {
        return emulator.host();
    }

    @Override
    @Test
    @Disabled(NO_TRANSACTIONS)
    public void images_that_are_set_at_once_all_stay() {}

    @Override
    @Test
    @Disabled(NO_TRANSACTIONS)
    public void who_opens_at_once_gets_one_record_with_the_scenes_of_all() {}

    @Override
    @Test
    @Disabled(NO_TRANSACTIONS)
    public void an_image_that_is_set_while_others_open_stays() {}
}
