package dev.mvstudio.testkit.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlsTest extends Rehearsal {
    private Heard tell(String what, String body) throws IOException {
        return post(fake.controls() + "/" + what, body);
    }

    @Test
    void it_says_what_it_can_be_told() throws Exception {
        assertThat(get(fake.controls().toString()).text())
                .contains("prompt_blocked", "429_without_info", "filtered_as_vertex", "chunked_cut", "taking_ms");
    }

    @Test
    void faults_are_ordered_by_http_and_called_off() throws Exception {
        tell("faults", "{'api':'429','calls':['content'],'seconds':7}");
        tell("faults", "{'reply':'prompt_blocked'}");
        tell("faults", "{'text':'no scenes today','times':2}");

        assertThat(content("p", "").at("/error/details/1/retryDelay")).isEqualTo("7.4s");
        assertThat(content("p", "").has("/promptFeedback")).isTrue();
        assertThat(content("p", "").text()).contains("no scenes today");
        send(request(fake.controls() + "/faults").DELETE());
        assertThat(content("p", "").text()).contains("You asked: p");
    }

    @Test
    void clips_are_hurried_and_the_ledger_is_shown() throws Exception {
        tell("settings", "{'taking_ms':600000,'direct_downloads':true}");
        tell("faults", "{'error':'out of film','share':1}");
        String name = clip(VEO, "", "").at("/name");

        assertThat(get(name).has("/done")).isFalse();
        tell("hurry", "");
        assertThat(get(name).at("/error/message")).isEqualTo("out of film");
        assertThat(get(fake.controls() + "/ledger").at("/orders/0/prompt")).isEqualTo("a cat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'api':'999'}", "{'download':'melted'}", "{}", "[]", "{'api':'500','calls':['dinner']}"})
    void what_it_does_not_know_is_refused(String body) throws Exception {
        assertThat(tell("faults", body).status()).isEqualTo(400);
    }
}
