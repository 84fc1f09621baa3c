package dev.mvstudio.application.job;

import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.ByteSource;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaType;
import dev.mvstudio.domain.film.MergeException;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Generator;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The steps that all work of a {@link Generator} has in common: start it, ask it, bring its outputs home.
 *
 * @param <Q> what was ordered
 * @param <R> what the generator is asked for
 * @param <A> the answer
 */
public final class GeneratorSteps<Q, R, A> implements Generation<Q, A> {
    private final Function<Backend, ? extends Generator<R>> generators;
    private final Function<Q, R> request;
    private final Shelf<Q> shelf;
    private final Finish<Q, A> finish;

    /**
     * Those of orders from which the generator's request can be read.
     *
     * @param generators by their backends
     */
    public GeneratorSteps(
            Function<Backend, ? extends Generator<R>> generators,
            Function<Q, R> request,
            Shelf<Q> shelf,
            Finish<Q, A> finish) {
        this.generators = generators;
        this.request = request;
        this.shelf = shelf;
        this.finish = finish;
    }

    /** Where outputs go. */
    @FunctionalInterface
    public interface Shelf<Q> {
        /**
         * Stores an output; one that was stored before is not read again.
         *
         * @param number of the output, from 0
         * @throws IOException when the source broke
         * @throws InvalidMediaException when it is not what was ordered
         * @throws MergeException when it could not be converted to what was ordered
         */
        Asset store(Job<Q> job, int number, ByteSource output) throws IOException;

        /** The usual one: each output is an asset of this attempt. */
        static <Q> Shelf<Q> of(Intake intake, Harvest harvest) {
            return (job, number, output) -> intake.keeping(job.keep())
                    .take(
                            job.assetId("output " + number),
                            harvest.collection(),
                            Set.of(harvest.family()),
                            output,
                            harvest.maxBytes());
        }
    }

    /**
     * What outputs are, and where they go.
     *
     * @param maxBytes of one output
     */
    public record Harvest(Collection collection, MediaType.Family family, long maxBytes) {}

    /** Makes the answer of what was brought home, at least one asset. */
    @FunctionalInterface
    public interface Finish<Q, A> {
        A answer(Job<Q> job, List<Asset> assets);
    }

    @Override
    public Start start(Job<Q> job) {
        return generators.apply(job.plan().backend()).start(wanted(job), job.key());
    }

    @Override
    public Search find(Job<Q> job, Instant since) {
        return generators.apply(job.plan().backend()).find(wanted(job), job.key(), since);
    }

    private R wanted(Job<Q> job) {
        return request.apply(job.plan().request());
    }

    @Override
    public Status ask(Ticket ticket) {
        return generators.apply(ticket.backend()).status(ticket);
    }

    @Override
    public void cancel(Ticket ticket) {
        generators.apply(ticket.backend()).cancel(ticket);
    }

    @Override
    public A collect(Job<Q> job, List<Output> outputs) {
        if (outputs.isEmpty()) {
            throw failure(job, ErrorCode.INVALID_PROVIDER_RESPONSE, "it finished without a result", null);
        }
        List<Asset> assets = new ArrayList<>();
        for (Output output : outputs) {
            assets.add(bringHome(job, assets.size(), output));
        }
        return finish.answer(job, assets);
    }

    private Asset bringHome(Job<Q> job, int number, Output output) {
        Generator<R> generator = generators.apply(output.backend());
        try {
            return shelf.store(job, number, () -> generator.open(output));
        } catch (MergeException e) {
            throw failure(job, ErrorCode.UNKNOWN_ERROR, "its result was not converted: " + e.getMessage(), e);
        } catch (InvalidMediaException e) {
            throw failure(job, ErrorCode.INVALID_PROVIDER_RESPONSE, "its result is unusable: " + e.getMessage(), e);
        } catch (IOException e) {
            throw failure(
                    job, ErrorCode.PROVIDER_UNAVAILABLE, "downloading the result broke off: " + e.getMessage(), e);
        }
    }

    private static ProviderException failure(Job<?> job, ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(ProviderError.of(code, job.plan().backend(), details), cause);
    }
}
