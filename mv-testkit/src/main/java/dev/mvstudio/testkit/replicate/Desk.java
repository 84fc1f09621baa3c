package dev.mvstudio.testkit.replicate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mvstudio.testkit.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Carries calls out, as the API's rules say. */
final class Desk {
    private static final Pattern WAIT = Pattern.compile("wait(?:=([1-9]|[1-5]\\d|60))?");
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final Parts parts;
    private final Chances<Outcome> outcomes;
    private final Creation creation;
    private volatile Timing timing = Timing.USUAL;
    private volatile boolean showsProcessing;

    Desk(Parts parts) {
        this.parts = parts;
        this.outcomes = new Chances<>(parts.chance());
        this.creation = new Creation(parts.catalog(), parts.files());
    }

    Chances<Outcome> outcomes() {
        return outcomes;
    }

    Timing timing() {
        return timing;
    }

    void timing(Timing other) {
        timing = other;
    }

    void showsProcessing(boolean yes) {
        showsProcessing = yes;
    }

    /** Carries out a call, or throws {@link Refused}. */
    Answer answer(Call call, Request request) throws IOException {
        boolean signed = call == Call.FILE && request.path().size() == 3;
        if (!signed && !request.header("Authorization").equals(Optional.of("Bearer " + parts.token()))) {
            throw new Refused(Answer.json(401, Texts.UNAUTHENTICATED));
        }
        parts.limits().pass(call);
        return switch (call) {
            case CREATE -> create(request);
            case GET -> parts.predictions().get(request.step(1));
            case LIST -> parts.predictions().list(request.query());
            case CANCEL -> parts.predictions().cancel(request.step(1));
            case UPLOAD ->
                parts.files()
                        .create(
                                request.content(),
                                request.header("Content-Type").orElse(""));
            case FILE -> file(request);
            case DELETE_FILE -> parts.files().delete(request.step(1));
            case ACCOUNT -> Answer.json(200, account());
            case MODEL -> Answer.json(200, model(request.name(1)));
            case WEBHOOK_SECRET -> secret(request);
            case OUTPUT, OTHER -> throw Refused.notFound();
        };
    }

    private Answer create(Request request) {
        Optional<Duration> wait = request.header("Prefer").flatMap(Desk::wait);
        Instant now = parts.clock().instant();
        Prediction.Order order = creation.read(request, parts.ids().get(), now);
        Outcome outcome = outcomes.draw(Call.CREATE).orElse(Outcome.success());
        Prediction prediction =
                new Prediction(order, timing, outcome, parts.outputs().reserve(order));
        parts.predictions().add(prediction);
        parts.ledger().created(note(order, request), parts.predictions().underWay());
        parts.webhooks().follow(prediction, parts.threads());
        return wait.map(time -> waited(prediction, now.plus(time)))
                .orElseGet(() -> Answer.json(201, prediction.show(now, parts.base())));
    }

    private static Created note(Prediction.Order order, Request request) {
        return new Created(
                order.id(),
                order.created(),
                "/" + String.join("/", request.path()),
                order.model().name(),
                order.input(),
                request.header("Prefer"),
                request.header(CancelAfter.HEADER),
                Optional.ofNullable(order.webhook()));
    }

    /** How long to wait; empty when the header asks for something else. */
    private static Optional<Duration> wait(String prefer) {
        Matcher wait = WAIT.matcher(prefer.strip());
        if (wait.matches()) {
            String seconds = wait.group(1);
            return Optional.of(seconds == null ? LONGEST_WAIT : Duration.ofSeconds(Long.parseLong(seconds)));
        }
        if (prefer.startsWith("wait")) {
            throw new Refused(Answer.json(
                    422,
                    Json.object()
                            .put("title", "Invalid Prefer header")
                            .put("detail", "Prefer must be wait or wait=n with n from 1 to 60")
                            .put("status", 422)));
        }
        return Optional.empty();
    }

    private Answer waited(Prediction prediction, Instant until) {
        Instant now = parts.clock().instant();
        while (!prediction.isOver(now) && now.isBefore(until)) {
            LockSupport.parkNanos(5_000_000);
            if (Thread.interrupted()) {
                break;
            }
            now = parts.clock().instant();
        }
        if (!prediction.isOver(now)) {
            return Answer.json(202, prediction.showUnfinished(parts.base()));
        }
        boolean early = showsProcessing && prediction.status(now).equals("succeeded");
        return Answer.json(
                201, early ? prediction.showProcessing(now, parts.base()) : prediction.show(now, parts.base()));
    }

    private Answer file(Request request) {
        return switch (request.path().size()) {
            case 1 -> parts.files().list();
            case 2 -> parts.files().get(request.step(1));
            default -> parts.files().download(request.step(1), request.query());
        };
    }

    private static ObjectNode account() {
        return Json.object()
                .put("type", "organization")
                .put("username", "acme")
                .put("name", "Acme Corp, Inc.")
                .put("github_url", "https://github.com/acme")
                .put("avatar_url", "https://github.com/acme.png");
    }

    private ObjectNode model(String name) {
        ModelCard model = parts.catalog().find(name).orElseThrow(Refused::notFound);
        String[] ownerAndName = name.split("/", 2);
        ObjectNode shown = Json.object();
        shown.put("url", "https://replicate.com/" + name)
                .put("owner", ownerAndName[0])
                .put("name", ownerAndName[1])
                .put("description", "Makes a " + model.gives())
                .put("visibility", "public")
                .put("is_official", model.isOfficial())
                .put("run_count", 1);
        for (String link : new String[] {"github_url", "paper_url", "license_url", "cover_image_url"}) {
            shown.putNull(link);
        }
        shown.putNull("default_example");
        ObjectNode version = shown.putObject("latest_version").put("id", model.version());
        ObjectNode input = version.putObject("openapi_schema")
                .putObject("components")
                .putObject("schemas")
                .putObject("Input")
                .put("type", "object");
        input.set("required", model.input().get("required"));
        input.set("properties", model.input().get("properties"));
        return shown;
    }

    private Answer secret(Request request) {
        if (!request.path().equals(java.util.List.of("webhooks", "default", "secret"))) {
            throw Refused.notFound();
        }
        return Answer.json(200, Json.object().put("key", parts.webhooks().secret()));
    }
}
