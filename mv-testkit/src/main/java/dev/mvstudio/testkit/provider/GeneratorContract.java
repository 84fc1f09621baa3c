package dev.mvstudio.testkit.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Generator;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.Parameter;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link Generator} must keep to. Extend the contract of its kind, not this one.
 *
 * @param <R> what is asked for
 */
public abstract class GeneratorContract<R> {
    /** The generator under test: the same one for the whole of one test. */
    protected abstract Generator<R> generator();

    /** A request that the generator fulfils, as cheap as can be, with as few features as can be. */
    protected abstract R plain();

    /** The optional parameters that the generator claims to honour. */
    protected abstract Set<Parameter> honoured();

    /** The plain request with one feature more, and another value than the plain one has. */
    protected abstract R with(Parameter parameter);

    /** How long a plain request may take. */
    protected Duration patience() {
        return Duration.ofSeconds(20);
    }

    /** A location that this generator could have given out, of an output that it no longer has. */
    protected abstract URI vanished();

    protected static SubmissionKey newKey() {
        return new SubmissionKey(UUID.randomUUID().toString());
    }

    protected final List<Output> made(R request) {
        return Settling.outputs(generator(), generator().start(request, newKey()), patience());
    }

    protected final byte[] bytes(Output output) {
        try (InputStream in = generator().open(output)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError("reading " + output, e);
        }
    }

    @Test
    void a_started_generation_ends_with_outputs_that_are_not_empty() {
        assertThat(made(plain())).isNotEmpty().allSatisfy(output -> {
            assertThat(output.backend()).isEqualTo(generator().backend());
            assertThat(bytes(output)).isNotEmpty();
        });
    }

    @Test
    void an_output_can_be_read_more_than_once_and_is_always_the_same() {
        Output output = made(plain()).get(0);

        assertThat(bytes(output)).isEqualTo(bytes(output));
    }

    @Test
    void a_ticket_names_the_generator_that_gave_it_out() {
        if (generator().start(plain(), newKey()) instanceof Start.Running running) {
            assertThat(running.ticket().backend()).isEqualTo(generator().backend());
            assertThat(running.ticket().id()).isNotBlank();
        }
    }

    @Test
    void every_key_has_a_generation_of_its_own() {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 3; i++) {
            names.add(nameOf(generator().start(plain(), newKey())));
        }

        assertThat(names).hasSize(3);
    }

    @Test
    void starts_from_many_threads_do_not_get_mixed_up() {
        List<String> names = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> nameOf(generator().start(plain(), newKey())))
                .toList();

        assertThat(names).doesNotHaveDuplicates();
    }

    @Test
    void a_key_that_was_never_used_is_not_found() {
        Instant before = Instant.now();

        assertThat(generator().find(plain(), newKey(), before)).isNotInstanceOf(Search.Found.class);
    }

    @Test
    void a_key_that_was_used_is_never_said_to_be_absent() {
        Instant before = Instant.now();
        SubmissionKey key = newKey();
        generator().start(plain(), key);

        assertThat(generator().find(plain(), key, before)).isNotInstanceOf(Search.Absent.class);
    }

    @Test
    void what_was_started_for_a_key_is_found_or_among_what_is_alike() {
        Instant before = Instant.now();
        SubmissionKey key = newKey();
        if (generator().start(plain(), key) instanceof Start.Running running) {
            switch (generator().find(plain(), key, before)) {
                case Search.Found found ->
                    assertThat(found.ticket().id()).isEqualTo(running.ticket().id());
                case Search.Alike alike -> assertThat(alike.tickets()).contains(running.ticket());
                case Search.Absent absent -> throw new AssertionError("it is there");
                case Search.Unknowable unknowable ->
                    assertThat(unknowable.why()).isNotBlank();
            }
        }
    }

    @Test
    void what_another_request_started_is_not_alike() {
        Instant before = Instant.now();
        generator().start(plain(), newKey());

        assertThat(honoured())
                .allSatisfy(parameter -> assertThat(generator().find(with(parameter), newKey(), before))
                        .as(parameter.word())
                        .isNotInstanceOfAny(Search.Found.class, Search.Alike.class));
    }

    @Test
    void what_is_alike_is_told_oldest_first() {
        Instant before = Instant.now();
        List<String> started = IntStream.range(0, 3)
                .mapToObj(i -> nameOf(generator().start(plain(), newKey())))
                .toList();

        if (generator().find(plain(), newKey(), before) instanceof Search.Alike alike) {
            assertThat(alike.tickets()).map(Ticket::id).containsExactlyElementsOf(started);
        }
    }

    @Test
    void a_found_ticket_leads_to_the_outputs() {
        Instant before = Instant.now();
        SubmissionKey key = newKey();
        generator().start(plain(), key);

        if (generator().find(plain(), key, before) instanceof Search.Found found) {
            assertThat(Settling.outputs(Settling.settle(generator(), found.ticket(), patience())))
                    .isNotEmpty();
        }
    }

    @Test
    void a_final_status_stays() {
        if (generator().start(plain(), newKey()) instanceof Start.Running running) {
            Status last = Settling.settle(generator(), running.ticket(), patience());

            assertThat(generator().status(running.ticket())).isEqualTo(last);
        }
    }

    @Test
    void canceling_what_is_over_changes_nothing() {
        if (generator().start(plain(), newKey()) instanceof Start.Running running) {
            Status last = Settling.settle(generator(), running.ticket(), patience());
            generator().cancel(running.ticket());

            assertThat(generator().status(running.ticket())).isEqualTo(last);
        }
    }

    @Test
    void canceling_what_runs_ends_it() {
        if (generator().start(plain(), newKey()) instanceof Start.Running running) {
            generator().cancel(running.ticket());
            generator().cancel(running.ticket());

            assertThat(Settling.settle(generator(), running.ticket(), patience()))
                    .isNotInstanceOf(Status.Failed.class);
        }
    }

    @Test
    void a_ticket_that_was_never_given_out_is_refused() {
        Ticket ticket = new Ticket(generator().backend(), "nobody", new Model("none"), "none");

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> generator().status(ticket));
    }

    @Test
    void an_output_that_is_gone_is_expired() {
        Output gone = new Output(generator().backend(), vanished());

        ProviderException refusal = catchThrowableOfType(
                ProviderException.class, () -> close(generator().open(gone)));

        assertThat(refusal.error().code()).isEqualTo(ErrorCode.OUTPUT_EXPIRED);
    }

    @Test
    void an_output_of_another_backend_is_refused() {
        Output foreign = new Output(new Backend("elsewhere"), vanished());

        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> close(generator().open(foreign)));
    }

    @Test
    void describing_a_call_is_repeatable_and_readable() {
        assertThat(generator().describe(plain())).isEqualTo(generator().describe(plain()));
        assertThat(generator().describe(plain()).body().values()).allSatisfy(GeneratorContract::isReadable);
    }

    @Test
    void every_honoured_parameter_reaches_the_call() {
        Map<String, Object> without = generator().describe(plain()).body();

        assertThat(honoured())
                .allSatisfy(parameter -> assertThat(
                                generator().describe(with(parameter)).body())
                        .as(parameter.word())
                        .isNotEqualTo(without));
    }

    private static String nameOf(Start start) {
        return switch (start) {
            case Start.Running running -> running.ticket().id();
            case Start.Finished finished -> finished.outputs().get(0).location().toString();
        };
    }

    private static void isReadable(Object value) {
        switch (value) {
            case Map<?, ?> map -> assertThat(map.values()).allSatisfy(GeneratorContract::isReadable);
            case Collection<?> list -> assertThat(list).allSatisfy(GeneratorContract::isReadable);
            default -> assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class);
        }
    }

    private static void close(InputStream in) throws IOException {
        in.close();
    }
}
