package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.scene.Attempt;
import dev.mvstudio.domain.scene.Scene;
import dev.mvstudio.domain.scene.SceneRepair;
import dev.mvstudio.domain.scene.SceneRequest;
import dev.mvstudio.domain.scene.SceneWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has scenes written by a Gemini model. */
public final class GeminiSceneWriter implements SceneWriter {
    private static final Logger LOG = LoggerFactory.getLogger(GeminiSceneWriter.class);

    private final Api api;
    private final SceneRepair repair;

    public GeminiSceneWriter(GeminiClient client) {
        this.api = client.api();
        this.repair = new SceneRepair(backend(), 1 + api.configuration().repairs());
    }

    @Override
    public Backend backend() {
        return api.configuration().backend();
    }

    @Override
    public List<Scene> write(SceneRequest request, Consumer<String> answers) {
        return repair.write(request, new Conversation(request, answers));
    }

    @Override
    public ProviderCall describe(SceneRequest request) {
        Map<String, Object> body = new Question(request).first();
        return new ProviderCall("POST", api.at(path(request)).toString(), body);
    }

    private static String path(SceneRequest request) {
        return ModelPath.of(request.model(), "generateContent");
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
            this.question = new Question(request);
        }

        @Override
        public Attempt write(List<String> objections) {
            if (!objections.isEmpty()) {
                LOG.info("Asking {} of {} again: {}", request.model(), backend(), String.join(" ", objections));
            }
            Map<String, Object> body = objections.isEmpty() ? question.first() : question.again(answer, objections);
            Call call = Call.ask(Kind.SCENES, request.model(), path(request), body, Call.Stake.NOTHING);
            Reply reply = Reply.of(api.call(call), call, api.refusals());
            answer = reply.text();
            answers.accept(answer);
            Attempt attempt = SceneText.read(answer);
            return attempt.faults().isEmpty() ? attempt : Attempt.unreadable(faults(reply, attempt));
        }

        private static List<String> faults(Reply reply, Attempt attempt) {
            if (reply.isCutOff()) {
                return List.of(
                        reply.text().isBlank()
                                ? "All that you may write went into thoughts, and nothing is left for the answer"
                                        + " (MAX_TOKENS): think less."
                                : "The answer was cut off because it is too long (MAX_TOKENS): write less for each"
                                        + " scene.");
            }
            return reply.parts().isEmpty() && !reply.finishReason().equals("STOP")
                    ? List.of("The answer is empty (" + Quotes.quoted(reply.finishReason()) + ").")
                    : attempt.faults();
        }
    }
}
