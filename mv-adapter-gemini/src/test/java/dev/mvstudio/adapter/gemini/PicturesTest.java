package dev.mvstudio.adapter.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.asset.AspectRatio;
import dev.mvstudio.domain.asset.ImageFormat;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.image.ImageRequest;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.testkit.gemini.Call;
import dev.mvstudio.testkit.gemini.FakeGemini;
import dev.mvstudio.testkit.gemini.Fault;
import dev.mvstudio.testkit.gemini.Reply;
import dev.mvstudio.testkit.video.VideoRequests;
import dev.mvstudio.testkit.wire.Mishap;
import dev.mvstudio.testkit.wire.Pictures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures that come with the answer. */
class PicturesTest {
    @TempDir
    private Path folder;

    private final FakeGemini fake = FakeGemini.start();
    private final SubmissionKey key = new SubmissionKey(UUID.randomUUID().toString());
    private GeminiClient client;
    private GeminiImageModel model;

    @BeforeEach
    void open() {
        client = Account.client(fake, folder);
        model = new GeminiImageModel(client);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        fake.close();
    }

    private static ImageRequest request(Model model, int count, ImageFormat format) {
        return new ImageRequest(
                model, "a robot", "a robot", null, new AspectRatio(1, 1), count, format, null, "block_only_high", null);
    }

    private List<Output> made(ImageRequest request) {
        return ((Start.Finished) model.start(request, key)).outputs();
    }

    private byte[] first(Model of, ImageFormat format) throws IOException {
        try (var in = model.open(made(request(of, 1, format)).get(0))) {
            return in.readAllBytes();
        }
    }

    private ProviderError refused(Model of) {
        return catchThrowableOfType(ProviderException.class, () -> made(request(of, 1, ImageFormat.PNG)))
                .error();
    }

    @ParameterizedTest
    @EnumSource(value = ImageFormat.class, names = "WEBP", mode = EnumSource.Mode.EXCLUDE)
    void a_picture_has_the_asked_format_whatever_was_made(ImageFormat format) throws IOException {
        assertThat(Picture.of(first(Models.OLD_BANANA, format)).orElseThrow().format())
                .isEqualTo(format);
    }

    @Test
    void what_a_picture_is_called_does_not_count() throws IOException {
        fake.replies().once(Reply.lying("png"), Call.CONTENT);

        assertThat(Picture.of(first(Models.BANANA, ImageFormat.JPEG))
                        .orElseThrow()
                        .format())
                .isEqualTo(ImageFormat.JPEG);
    }

    @Test
    void webp_is_refused_before_it_is_paid() {
        ProviderException refusal =
                catchThrowableOfType(ProviderException.class, () -> made(request(Models.BANANA, 1, ImageFormat.WEBP)));

        assertThat(refusal.error().code()).isEqualTo(ErrorCode.INVALID_PROVIDER_REQUEST);
        assertThat(fake.ledger().orders()).isEmpty();
    }

    @Test
    void the_model_is_told_the_shape_the_filter_and_what_is_constant() {
        made(request(Models.BANANA, 1, ImageFormat.PNG));

        var asked = fake.ledger().orders(Call.CONTENT).get(0);
        assertThat(asked.at("/generationConfig/imageConfig/aspectRatio")).isEqualTo("1:1");
        assertThat(asked.at("/generationConfig/imageConfig/imageSize")).isEqualTo("1K");
        assertThat(asked.at("/safetySettings/3/threshold")).isEqualTo("BLOCK_ONLY_HIGH");
        assertThat(fake.ledger().refusals()).isEmpty();
    }

    @Test
    void pictures_to_resemble_come_before_the_words() {
        byte[] png = Pictures.draw("png", "1:1", 7);

        made(request(Models.BANANA, 1, ImageFormat.PNG)
                .resembling(List.of(VideoRequests.reference(png, MediaType.PNG), VideoRequests.SMALL_PICTURE)));

        var asked = fake.ledger().orders(Call.CONTENT).get(0);
        assertThat(asked.at("/contents/0/parts/0/inlineData/mimeType")).isEqualTo("image/png");
        assertThat(asked.at("/contents/0/parts/0/inlineData/data"))
                .isEqualTo(Base64.getEncoder().encodeToString(png));
        assertThat(asked.at("/contents/0/parts/2/text")).isEqualTo("a robot");
        assertThat(fake.ledger().refusals()).isEmpty();
    }

    @Test
    void a_dry_run_shows_pictures_to_resemble_as_type_and_size() {
        ImageRequest request =
                request(Models.BANANA, 1, ImageFormat.PNG).resembling(List.of(VideoRequests.SMALL_PICTURE));

        assertThat(model.describe(request).body().toString())
                .contains("image/png, 69 bytes")
                .doesNotContain("iVBOR");
    }

    @Test
    void nothing_is_paid_that_could_not_be_kept() throws IOException {
        Path spool = client.api().configuration().spool();
        Files.createDirectories(spool.getParent());
        Files.writeString(spool, "a file where a folder should be");

        ProviderError refusal = refused(Models.BANANA);

        assertThat(refusal.code()).isEqualTo(ErrorCode.PROVIDER_UNAVAILABLE);
        assertThat(refusal.details())
                .contains(client.api().configuration().spool().toString());
        assertThat(fake.ledger().orders()).isEmpty();
    }

    @Test
    void a_picture_that_was_paid_and_cannot_be_kept_is_not_made_again_by_itself() {
        fake.watchedBy(exchanged -> fillUp());

        assertThat(refused(Models.BANANA).code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
    }

    /** The disk is not what it was when there was an answer. */
    private void fillUp() {
        try {
            Path spool = client.api().configuration().spool();
            Files.delete(spool);
            Files.writeString(spool, "a file where a folder should be");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void several_pictures_keep_their_order() throws IOException {
        List<Output> outputs = made(request(Models.IMAGEN, 4, ImageFormat.PNG));

        assertThat(outputs).map(o -> o.location().getPath()).allMatch(p -> p.matches(".*/[1-4][.]png"));
        assertThat(outputs).hasSize(4).doesNotHaveDuplicates();
        assertThat(outputs.get(3).location().getPath()).endsWith("4.png");
    }

    @Test
    void thoughts_and_drafts_are_no_pictures() throws IOException {
        byte[] draft = Pictures.draw("png", "1:1", 1);
        fake.replies().once(Reply.thinking(), Call.CONTENT);

        assertThat(first(Models.OLD_BANANA, ImageFormat.PNG)).isNotEmpty().isNotEqualTo(draft);
    }

    @Test
    void the_same_order_is_not_paid_twice() {
        List<Output> once = made(request(Models.BANANA, 1, ImageFormat.PNG));

        assertThat(made(request(Models.BANANA, 1, ImageFormat.PNG))).isEqualTo(once);
        assertThat(fake.ledger().orders()).hasSize(1);
    }

    @Test
    void after_a_restart_the_pictures_are_still_there() throws IOException {
        ImageRequest request = request(Models.BANANA, 1, ImageFormat.PNG);
        List<Output> before = made(request);
        client.close();
        client = Account.client(fake, folder);
        model = new GeminiImageModel(client);

        Search.Found found = (Search.Found) model.find(request, key, Instant.EPOCH);

        assertThat(model.status(found.ticket())).isEqualTo(new Status.Finished(before));
        try (var in = model.open(before.get(0))) {
            assertThat(in.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void old_pictures_make_room() throws IOException {
        Output old = made(request(Models.BANANA, 1, ImageFormat.PNG)).get(0);
        Files.setLastModifiedTime(
                Path.of(old.location()).getParent(), FileTime.from(Instant.now().minus(Spool.KEPT)));
        model.start(request(Models.BANANA, 1, ImageFormat.PNG), new SubmissionKey("another"));

        ProviderException gone = catchThrowableOfType(
                ProviderException.class, () -> model.open(old).close());

        assertThat(gone.error().code()).isEqualTo(ErrorCode.OUTPUT_EXPIRED);
    }

    static Stream<String> strange() {
        return Stream.of("file:///etc/passwd", "file:/x/spool/gemini/abc/1.png", "http://127.0.0.1/1.png", "spool:1");
    }

    @ParameterizedTest
    @MethodSource("strange")
    void nothing_else_is_opened(String address) {
        Output output = new Output(Account.GEMINI, URI.create(address));

        ProviderException refusal = catchThrowableOfType(
                ProviderException.class, () -> model.open(output).close());

        assertThat(refusal.error().code()).isNotEqualTo(ErrorCode.OUTPUT_EXPIRED);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(Models.BANANA, Reply.imageSafety(), ErrorCode.CONTENT_POLICY_VIOLATION, "IMAGE_SAFETY"),
                Arguments.of(
                        Models.BANANA, Reply.promptBlocked("SAFETY"), ErrorCode.CONTENT_POLICY_VIOLATION, "SAFETY"),
                Arguments.of(Models.BANANA, Reply.noImage(), ErrorCode.INVALID_PROVIDER_RESPONSE, "NO_IMAGE"),
                Arguments.of(
                        Models.BANANA,
                        Reply.wordsOnly("I'd rather not."),
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        "rather"),
                Arguments.of(Models.BANANA, Reply.brokenPicture(), ErrorCode.INVALID_PROVIDER_RESPONSE, "no picture"),
                Arguments.of(Models.BANANA, Reply.nothing(), ErrorCode.INVALID_PROVIDER_RESPONSE, "no candidate"),
                Arguments.of(
                        Models.IMAGEN, Reply.filtered("Too bold."), ErrorCode.CONTENT_POLICY_VIOLATION, "Too bold."),
                Arguments.of(Models.IMAGEN, Reply.nothing(), ErrorCode.CONTENT_POLICY_VIOLATION, "held back"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void without_a_picture_it_is_said_why(Model of, Reply reply, ErrorCode code, String why) {
        fake.replies().once(reply);

        ProviderError error = refused(of);

        assertThat(error.code()).isEqualTo(code);
        assertThat(error.details()).contains(why);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(Fault.lost(), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(Fault.garbled(), ErrorCode.OUTCOME_UNKNOWN),
                Arguments.of(Fault.internal(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.unavailable(), ErrorCode.PROVIDER_UNAVAILABLE),
                Arguments.of(Fault.throttled("0.2"), ErrorCode.RATE_LIMIT_EXCEEDED));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_picture_that_may_have_been_made_is_not_ordered_again(Mishap fault, ErrorCode code) {
        fake.faults().once(fault, Call.CONTENT);

        assertThat(refused(Models.BANANA).code()).isEqualTo(code);
        assertThat(model.find(request(Models.BANANA, 1, ImageFormat.PNG), key, Instant.EPOCH))
                .isInstanceOf(Search.Unknowable.class);
    }
}
