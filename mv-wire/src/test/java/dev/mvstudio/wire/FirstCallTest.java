package dev.mvstudio.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** In a process of its own, in which nothing has been called yet. */
class FirstCallTest {
    @Test
    void who_is_interrupted_during_the_very_first_call_can_make_another_one() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FirstCall.class.getName())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();

            assertThat(new String(process.getInputStream().readAllBytes(), UTF_8))
                    .contains("answered 200");
        } finally {
            process.destroyForcibly();
        }
    }
}
