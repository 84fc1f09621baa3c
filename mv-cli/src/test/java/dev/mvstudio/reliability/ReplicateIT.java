package dev.mvstudio.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mvstudio.rig.Answer;
import dev.mvstudio.rig.Installation;
import dev.mvstudio.rig.Json;
import dev.mvstudio.rig.ServerProcess;
import dev.mvstudio.rig.Studio;
import dev.mvstudio.rig.Studio.Order;
import dev.mvstudio.testkit.provider.Settling;
import dev.mvstudio.testkit.replicate.Call;
import dev.mvstudio.testkit.replicate.FakeReplicate;
import dev.mvstudio.testkit.replicate.Fault;
import dev.mvstudio.testkit.replicate.OutputFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, and a Replicate on which little can be relied. */
class ReplicateIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** How a clip may end whose provider, or whose connection to it, is in trouble. */
    private static final Set<String> HONEST = Set.of(
            "PROVIDER_UNAVAILABLE", "RATE_LIMIT_EXCEEDED", "INVALID_PROVIDER_RESPONSE", "OUTCOME_UNKNOWN", "TIMEOUT");

    @TempDir
    Path folder;

    private FakeReplicate replicate;
    private Installation installation;

    @BeforeEach
    void start() {
        replicate = FakeReplicate.start().taking(Duration.ofSeconds(1));
        installation = Installation.shipped(folder)
                .with("REPLICATE_API_TOKEN", replicate.token())
                .with("MV_REPLICATE_BASE_URL", replicate.api().toString())
                .with("MV_REPLICATE_OUTPUT_HOSTS", replicate.delivery().getAuthority())
                .with("MV_REPLICATE_POLL_INTERVAL", "200 ms")
                .with("MV_DOUBT", "1 s");
    }

    @AfterEach
    void stop() {
        replicate.close();
        assertThat(replicate.outputs().askedWithToken()).isEmpty();
    }

    private static Order clip(String prompt) {
        return new Order("/api/mv/generate_video", "{\"prompt\":\"" + prompt + "\"}", prompt.replace(' ', '-'));
    }

    private static List<String> ordered(Studio studio, int number) throws IOException {
        List<String> jobs = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Answer answer = studio.order(clip("clip " + i));
            assertThat(answer.status()).as(answer.toString()).isEqualTo(202);
            jobs.add(answer.json().at("id").text());
        }
        return jobs;
    }

    private List<Path> videos() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.filter(file -> file.toString().endsWith(".mp4")).toList();
        }
    }

    @Test
    void thirty_clips_end_in_a_right_state_whatever_goes_wrong() throws Exception {
        replicate
                .faults()
                .sometimes(0.02, Fault.throttled(1))
                .sometimes(0.05, Fault.internal())
                .sometimes(0.03, Fault.badGateway())
                .sometimes(0.05, Fault.dropped())
                .sometimes(0.1, Fault.lost(), Call.CREATE)
                .sometimes(0.03, Fault.garbled());
        replicate
                .outputs()
                .faults()
                .sometimes(0.15, OutputFault.CUT)
                .sometimes(0.1, OutputFault.CHUNKED_CUT)
                .sometimes(0.05, OutputFault.HTML)
                .sometimes(0.05, OutputFault.EMPTY)
                .sometimes(0.05, OutputFault.DROPPED);
        int made = 0;
        try (ServerProcess server = installation.start()) {
            Studio studio = server.studio();
            for (String job : ordered(studio, 30)) {
                Json clip = studio.ended(job, PATIENCE);
                if (clip.at("state").text().equals("succeeded")) {
                    made++;
                    assertThat(studio.get(clip.at("links").at("result").text()).isMp4())
                            .isTrue();
                } else {
                    assertThat(clip.at("error").at("error_code").text())
                            .as(clip.toString())
                            .isIn(HONEST);
                }
            }
        }
        assertThat(replicate.ledger().duplicates()).isEmpty();
        assertThat(videos()).hasSize(made);
        assertThat(made).isGreaterThan(20);
    }

    @Test
    void kills_while_creates_are_under_way_lose_nothing_and_pay_for_nothing_twice() throws Exception {
        List<String> jobs = new ArrayList<>();
        for (int round = 0; round < 2; round++) {
            replicate.faults().sometimes(0.5, Fault.slow(Duration.ofSeconds(20)), Call.CREATE);
            int before = replicate.ledger().created().size();
            try (ServerProcess server = installation.start()) {
                for (int i = 0; i < 4; i++) {
                    Answer answer = server.studio().order(clip("round " + round + " clip " + i));
                    jobs.add(answer.json().at("id").text());
                }
                Settling.until(() -> replicate.ledger().created().size() >= before + 2, PATIENCE);
                server.kill();
            }
            replicate.faults().clear();
        }
        try (ServerProcess server = installation.start()) {
            for (String job : jobs) {
                Json clip = server.studio().ended(job, PATIENCE);
                assertThat(clip.at("state").text()).as(clip.toString()).isEqualTo("succeeded");
            }
        }
        assertThat(replicate.ledger().duplicates()).isEmpty();
        assertThat(replicate.ledger().created()).hasSize(jobs.size());
    }

    @Test
    void sixty_four_clips_of_twenty_megabytes_come_home_at_once_in_a_small_heap() throws Exception {
        replicate.outputs().clipSize(20_000_000);
        try (ServerProcess server = installation
                .with("MV_REPLICATE_MAX_CONCURRENT", "64")
                .withJvm("-Xmx256m")
                .start()) {
            Studio studio = server.studio();
            List<String> jobs = ordered(studio, 64);
            for (String job : jobs) {
                Json clip = studio.ended(job, PATIENCE);
                assertThat(clip.at("state").text()).as(clip.toString()).isEqualTo("succeeded");
            }
            assertThat(server.log()).doesNotContain("OutOfMemoryError");
        }
        assertThat(videos())
                .hasSize(64)
                .allSatisfy(file -> assertThat(Files.size(file)).isGreaterThan(19_000_000));
    }
}
