package dev.mvstudio.adapter.openai;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.scene.Attempt;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRepair;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.scene.SceneWriter;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has scenes written by a language model of a server that speaks OpenAI's chat completions. */
public final class OpenAiSceneWriter implements SceneWriter, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenAiSceneWriter.class);

    private final OpenAiConfiguration configuration;
    private final OpenAiClient client;
    private final SceneRepair repair;

    /** Connects to nothing yet. */
    public OpenAiSceneWriter(OpenAiConfiguration configuration, Clock clock) {
        this(configuration, clock, System::nanoTime);
    }

    OpenAiSceneWriter(OpenAiConfiguration configuration, Clock clock, LongSupplier nanoTime) {
        this.configuration = configuration;
        this.client = new OpenAiClient(configuration, clock, nanoTime);
        this.repair = new SceneRepair(configuration.backend(), 1 + configuration.repairs());
    }

    @Override
    public Backend backend() {
        return configuration.backend();
    }

    @Override
    public List<Scene> write(SceneRequest request, Consumer<String> answers) {
        return repair.write(request, new Conversation(request, answers));
    }

    @Override
    public ProviderCall describe(SceneRequest request) {
        return new ProviderCall(
                "POST", configuration.target().toString(), new Question(configuration, request).first());
    }

    @Override
    public void close() {
        client.close();
    }

    /** About one request; used by one thread. */
    private final class Conversation implements SceneRepair.Author {
        private final SceneRequest request;
        private final Question question;
        private final Consumer<String> answers;
        private String answer = "";

        Conversation(SceneRequest request, Consumer<String> answers) {
            this.request = request;
            this.answers = answers;
            this.question = new Question(configuration, request);
        }

        @Override
        public Attempt write(List<String> objections) {
            if (!objections.isEmpty()) {
                LOG.info("Asking {} of {} again: {}", request.model(), backend(), String.join(" ", objections));
            }
            Completion completion = client.complete(
                    request.model(), objections.isEmpty() ? question.first() : question.again(answer, objections));
            answer = completion.text();
            answers.accept(answer);
            Attempt attempt = SceneText.read(answer);
            return completion.isCutOff() && !attempt.faults().isEmpty()
                    ? Attempt.unreadable("The answer was cut off because it is too long: write less for each scene.")
                    : attempt;
        }
    }
}
