package dev.mvstudio.testkit.gemini;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Answer;
import dev.mvstudio.testkit.wire.Json;
import dev.mvstudio.testkit.wire.Odds;
import dev.mvstudio.testkit.wire.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Carries calls out, as the API's rules say. */
final class Desk {
    private static final Set<String> VERSIONS = Set.of("v1beta", "v1");

    private final Parts parts;
    private final Contents contents = new Contents();
    private final Operations operations;
    private final Interactions interactions;
    private final Odds<Reply, Call> replies;
    private final Odds<Outcome, Call> outcomes;
    private volatile Duration thinking = Duration.ZERO;

    Desk(Parts parts) {
        this.parts = parts;
        this.operations = new Operations(parts.downloads());
        this.interactions = new Interactions(parts.downloads());
        this.replies = new Odds<>(parts.chance());
        this.outcomes = new Odds<>(parts.chance());
    }

    Contents contents() {
        return contents;
    }

    Odds<Reply, Call> replies() {
        return replies;
    }

    Odds<Outcome, Call> outcomes() {
        return outcomes;
    }

    void thinking(Duration time) {
        thinking = time;
    }

    /** Carries out a call, or throws {@link Refused}. */
    Answer answer(Call call, Request request) {
        String version = request.step(0);
        if (!VERSIONS.contains(version) || call == Call.OTHER) {
            throw new Refused(Problem.notFound());
        }
        parts.keys().check(request);
        if (request.tooLarge()) {
            throw new Refused(Problem.tooLarge());
        }
        return switch (call) {
            case CONTENT -> content(request, version);
            case PREDICT -> predict(request, version);
            case GENERATE_VIDEO -> orderClip(request, version);
            case OPERATION -> operation(request);
            case INTERACT -> interact(request, version);
            case INTERACTION -> interaction(request);
            case CANCEL_INTERACTION -> cancel(request);
            case DELETE_INTERACTION -> delete(request);
            case FILE -> parts.downloads().describe(request.step(2));
            case DOWNLOAD -> parts.downloads().download(name(request), request.query());
            case MODELS -> parts.catalog().show(request.step(2), version);
            case STORED, OTHER -> throw new Refused(Problem.notFound());
        };
    }

    /** The last step, without what is asked of it. */
    private static String name(Request request) {
        return request.step(2).replaceAll(":\\w+$", "");
    }

    private Answer content(Request request, String version) {
        ObjectNode body = Shapes.read("GenerateContentRequest", request.body());
        ModelCard model = parts.catalog().get(name(request), version, "generateContent");
        parts.limits().pass(Call.CONTENT, model.name());
        contents.check(model, body);
        Asked asked = asked(Call.CONTENT, "", model, Contents.prompt(body), body);
        parts.ledger().ordered(asked);
        think();
        ObjectNode proper = contents.answer(model, asked, parts.ids().get());
        return Answer.json(
                200, replies.draw(Call.CONTENT).orElse(Reply.proper()).to(proper));
    }

    private Answer predict(Request request, String version) {
        ObjectNode body = Shapes.read("PredictRequest", request.body());
        ModelCard model = parts.catalog().get(name(request), version, "predict");
        parts.limits().pass(Call.PREDICT, model.name());
        Imagen.check(model, body);
        Asked asked =
                asked(Call.PREDICT, "", model, body.at("/instances/0/prompt").asText(), body);
        parts.ledger().ordered(asked);
        think();
        Reply reply = replies.draw(Call.PREDICT).orElse(Reply.proper());
        return Answer.json(200, Imagen.withoutReasons(reply.to(Imagen.answer(model, asked)), asked));
    }

    private Asked asked(Call call, String id, ModelCard model, String prompt, ObjectNode body) {
        return new Asked(call, parts.clock().instant(), id, model.name(), prompt, body);
    }

    private void think() {
        if (thinking.isPositive()) {
            LockSupport.parkNanos(thinking.toNanos());
        }
    }

    private Answer orderClip(Request request, String version) {
        ObjectNode body = Shapes.read("PredictLongRunningRequest", request.body());
        ModelCard model = parts.catalog().get(name(request), version, "predictLongRunning");
        parts.limits().pass(Call.GENERATE_VIDEO, model.name());
        Veo.check(model, parts.catalog(), body);
        String prompt = body.at("/instances/0/prompt").asText();
        Asked asked = asked(Call.GENERATE_VIDEO, parts.ids().get(), model, prompt, body);
        Clip clip = order(asked, body.at("/parameters/sampleCount").asInt(1));
        return Answer.json(200, Json.object().put("name", Operations.name(clip)));
    }

    private Clip order(Asked asked, int samples) {
        return parts.clips().order(asked, samples, outcomes.draw(asked.call()).orElse(Outcome.success()));
    }

    private Answer operation(Request request) {
        Clip clip = parts.clips()
                .find(request.step(4), Call.GENERATE_VIDEO)
                .filter(c -> c.order().model().equals(request.step(2)))
                .orElseThrow(() -> new Refused(Problem.notFound()));
        return Answer.json(200, operations.show(clip, parts.clock().instant()));
    }

    private Answer interact(Request request, String version) {
        ObjectNode body = Shapes.readInteraction("Interaction", Shapes.parsed(request.body()));
        String name = body.path("model").asText().replaceFirst("^models/", "");
        ModelCard model = parts.catalog().get(name, version, "interactions");
        parts.limits().pass(Call.INTERACT, model.name());
        Interactions.check(model, body);
        String prompt = Interactions.prompt(body.path("input"));
        Asked asked = asked(Call.INTERACT, "v1_" + parts.ids().get(), model, prompt, body);
        Clip clip = order(asked, 1);
        if (!body.path("background").asBoolean()) {
            awaitEnd(clip);
        }
        return Answer.json(200, interactions.show(clip, parts.clock().instant()));
    }

    /** Without {@code background} the caller waits as long as it takes. */
    private void awaitEnd(Clip clip) {
        while (!clip.isOver(parts.clock().instant()) && !Thread.interrupted()) {
            LockSupport.parkNanos(5_000_000);
        }
    }

    private Clip known(Request request) {
        return parts.clips().find(request.step(2), Call.INTERACT).orElseThrow(Interactions::unknown);
    }

    private Answer interaction(Request request) {
        Instant now = parts.clock().instant();
        return Answer.json(200, interactions.show(known(request), now));
    }

    private Answer cancel(Request request) {
        Clip clip = known(request);
        Instant now = parts.clock().instant();
        if (!clip.cancel(now)) {
            throw Refused.interaction(400, "failed_precondition", "The interaction is not in progress.");
        }
        return Answer.json(200, interactions.show(clip, now));
    }

    private Answer delete(Request request) {
        parts.clips().forget(known(request));
        return Answer.json(200, Json.object());
    }
}
