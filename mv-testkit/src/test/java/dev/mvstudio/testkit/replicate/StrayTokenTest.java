package dev.mvstudio.testkit.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StrayTokenTest {
    @Test
    void a_token_that_goes_to_the_wrong_origin_is_noticed() throws Exception {
        try (FakeReplicate fake = FakeReplicate.start();
                Caller caller = new Caller(fake)) {
            caller.get(fake.delivery() + "/xezq/1/out.mp4");

            assertThat(fake.outputs().askedWithToken()).containsExactly("/xezq/1/out.mp4");
        }
    }
}
