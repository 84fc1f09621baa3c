package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.application.BrokenConfigurationException;
import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.scene.CreateScenesCommand;
import dev.mvstudio.application.scene.CreatedScenes;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.testkit.openai.Asked;
import dev.mvstudio.testkit.openai.FakeOpenAi;
import dev.mvstudio.testkit.openai.Reply;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several servers with language models, each a backend of its own. */
class OpenAiBackendsTest {
    private static final CreateScenesCommand COMMAND = CreateScenesCommand.of("A robot in Austin", "Silver robot");

    @TempDir
    Path root;

    private static String backend(String name, String more) {
        return name + ":\n  adapter: openai\n  options: {" + more + "}\n  scenes: [{model: gpt-test, price: free}]\n";
    }

    private MusicVideoStudio studio(String backends) {
        return MusicVideoStudio.open(
                new Folder(root).own("backends.yaml", backends).launch());
    }

    @Test
    void every_backend_of_the_adapter_is_asked_at_its_own_address() {
        try (FakeOpenAi one = FakeOpenAi.startWithoutKey();
                FakeOpenAi two = FakeOpenAi.startWithoutKey();
                MusicVideoStudio studio = studio(backend("ollama", "base_url: " + one.api())
                        + backend("my-vllm", "base_url: " + two.api() + ", response_format: json_object"))) {
            CreatedScenes byDefault = studio.createScenes().create(COMMAND);
            CreatedScenes wished =
                    studio.createScenes().create(COMMAND.by(new Backend("my-vllm"), new Model("gpt-test")));

            assertThat(byDefault.outcome().backend()).hasToString("ollama");
            assertThat(wished.outcome().backend()).hasToString("my-vllm");
            assertThat(one.asked()).hasSize(1);
            assertThat(two.asked()).hasSize(1);
            assertThat(two.asked().get(0).body().at("/response_format/type").asText())
                    .isEqualTo("json_object");
        }
    }

    @Test
    void the_shipped_one_writes_the_scenes_as_soon_as_its_key_is_there() {
        try (FakeOpenAi fake = FakeOpenAi.start().models("gpt-5.4-mini");
                MusicVideoStudio studio = MusicVideoStudio.open(new Folder(root)
                        .variable("OPENAI_API_KEY", fake.key())
                        .variable("MV_OPENAI_BASE_URL", fake.api().toString())
                        .launch())) {
            CreatedScenes created = studio.createScenes().create(COMMAND);

            assertThat(created.outcome().backend()).hasToString("openai");
            assertThat(created.scenes()).hasSize(4);
            assertThat(fake.asked().get(0).prompt()).contains("A robot in Austin", "exactly 4");
        }
    }

    @Test
    void two_hundred_at_once_overwrite_nothing() throws Exception {
        try (FakeOpenAi fake = FakeOpenAi.startWithoutKey();
                MusicVideoStudio studio = studio(backend("ollama", "base_url: " + fake.api()));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fake.always(question -> Reply.text(Reply.json(question.scenes(), "about " + number(question) + ".")));
            var answers = threads.invokeAll(IntStream.range(0, 200)
                    .mapToObj(i -> (Callable<CreatedScenes>)
                            () -> studio.createScenes().create(CreateScenesCommand.of("number " + i, "a robot")))
                    .toList());

            Set<String> files = new HashSet<>();
            for (int i = 0; i < 200; i++) {
                CreatedScenes created = answers.get(i).get();
                String mark = "about number " + i + ".";
                assertThat(created.scenes())
                        .hasSize(4)
                        .allSatisfy(s -> assertThat(s.description()).endsWith(mark));
                for (Asset file : created.assets()) {
                    assertThat(root.resolve("outputs").resolve(file.path()))
                            .content()
                            .containsPattern("(?s)(" + Pattern.quote(mark) + ".*){4}");
                    files.add(file.path());
                }
            }
            assertThat(files).hasSize(400);
            assertThat(fake.asked().stream().map(OpenAiBackendsTest::number).distinct())
                    .hasSize(200);
        }
    }

    private static String number(Asked question) {
        Matcher m = Pattern.compile("number \\d+").matcher(question.prompt());
        return m.find() ? m.group() : "nothing";
    }

    @Test
    void options_that_are_wrong_are_told_all_at_once_before_anything_starts() {
        assertThatThrownBy(() -> studio(backend("ollama", "")
                                + backend("other", "base_url: http://localhost/v1, repairs: many"))
                        .close())
                .isInstanceOfSatisfying(
                        BrokenConfigurationException.class,
                        e -> assertThat(e.faults())
                                .containsExactly(
                                        "backends.yaml: ollama.options.base_url: expected an http or https address such as"
                                                + " http://localhost:11434/v1, without credentials, query and fragment, found \"\"",
                                        "backends.yaml: other.options.repairs: expected a whole number 0 to 10, found \"many\""));
    }
}
