package dev.mvstudio.testkit.replicate.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import dev.mvstudio.testkit.replicate.Exchanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Compares every request and every answer with Replicate's OpenAPI description, and keeps what does not fit. The
 * description is no part of this project: it is looked for in {@code shared/data}, beside the sources.
 *
 * <p>Needs {@code com.atlassian.oai:swagger-request-validator-core} on the class path.
 */
public final class DescriptionCheck implements Consumer<Exchanged> {
    private static final String NAME = "replicate-openapi-nullable-fixed.json";

    /** What the description says nothing about. */
    private static final Set<String> UNTOLD =
            Set.of("validation.response.status.unknown", "validation.request.path.missing");

    private final OpenApiInteractionValidator validator;
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private volatile Predicate<Exchanged> excused = exchanged -> false;

    private DescriptionCheck(String description) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(description)
                .withBasePathOverride("")
                .build();
    }

    /**
     * One with the description that is at hand: in the folder {@code data} of the one that the system property
     * {@code mv.shared} or the environment variable {@code MV_SHARED} names, or of the nearest folder {@code shared}, upwards from here.
     */
    public static Optional<DescriptionCheck> find() {
        return folders()
                .map(f -> f.resolve("data").resolve(NAME))
                .filter(Files::isReadable)
                .findFirst()
                .map(file -> {
                    try {
                        return new DescriptionCheck(Files.readString(file));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static Stream<Path> folders() {
        String named = System.getProperty("mv.shared", System.getenv("MV_SHARED"));
        if (named != null) {
            return Stream.of(Path.of(named));
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared"));
    }

    /** Requests that are wrong on purpose: they are not looked at, though their answers are. */
    public DescriptionCheck excusing(Predicate<Exchanged> requests) {
        excused = requests;
        return this;
    }

    /** Does not look at requests that were refused, for tests of refusals. */
    public DescriptionCheck excusingTheRefused() {
        return excusing(exchanged -> exchanged.status() >= 400);
    }

    @Override
    public void accept(Exchanged exchanged) {
        if (!excused.test(exchanged)) {
            requests.incrementAndGet();
            note("request", exchanged, validator.validateRequest(request(exchanged)));
        }
        if (!exchanged.faulty()) {
            answers.incrementAndGet();
            note(
                    "answer",
                    exchanged,
                    validator.validateResponse(exchanged.path(), method(exchanged), answer(exchanged)));
        }
    }

    private static com.atlassian.oai.validator.model.Request.Method method(Exchanged exchanged) {
        return com.atlassian.oai.validator.model.Request.Method.valueOf(exchanged.method());
    }

    private static SimpleRequest request(Exchanged exchanged) {
        SimpleRequest.Builder request = new SimpleRequest.Builder(method(exchanged), exchanged.path());
        exchanged.requestHeaders().forEach(request::withHeader);
        exchanged.query().forEach(request::withQueryParam);
        String body = exchanged.requestBody();
        if (body != null && !body.isEmpty()) {
            request.withBody(body);
        }
        return request.build();
    }

    private static SimpleResponse answer(Exchanged exchanged) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(exchanged.status());
        if (!exchanged.mediaType().isEmpty()) {
            answer.withContentType(exchanged.mediaType()).withBody(exchanged.responseBody());
        }
        return answer.build();
    }

    private void note(String what, Exchanged exchanged, ValidationReport report) {
        for (ValidationReport.Message message : report.getMessages()) {
            if (message.getLevel() == ValidationReport.Level.ERROR && !isUntold(message)) {
                violations.add("%s of %s %s (%d): %s: %s"
                        .formatted(
                                what,
                                exchanged.method(),
                                exchanged.path(),
                                exchanged.status(),
                                message.getKey(),
                                message.getMessage()));
            }
        }
    }

    /** Real predictions have a {@code webhook}; the description does not list it. */
    private static boolean isUntold(ValidationReport.Message message) {
        boolean untoldMember = message.getKey().equals("validation.response.body.schema.additionalProperties")
                && message.getMessage().endsWith("[\"webhook\"]");
        return untoldMember || UNTOLD.contains(message.getKey());
    }

    /** What did not fit, in order. */
    public List<String> violations() {
        return List.copyOf(violations);
    }

    /** How many requests were compared. */
    public int requests() {
        return requests.get();
    }

    /** How many answers were compared. */
    public int answers() {
        return answers.get();
    }

    /** Fails when something did not fit. */
    public void assertClean() {
        assertThat(violations).as("what does not fit Replicate's description").isEmpty();
    }
}
