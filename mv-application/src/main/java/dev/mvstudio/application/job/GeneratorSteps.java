package dev.mvstudio.application.job;

import dev.mvstudio.application.asset.Intake;
import dev.mvstudio.domain.asset.Asset;
import dev.mvstudio.domain.asset.AssetId;
import dev.mvstudio.domain.asset.Collection;
import dev.mvstudio.domain.asset.InvalidMediaException;
import dev.mvstudio.domain.asset.MediaType;
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

/** The steps that all work of a {@link Generator} has in common: start it, ask it, bring its outputs home. */
public final class GeneratorSteps<Q, A> implements Generation<Q, A> {
    private final Function<Backend, ? extends Generator<Q>> generators;
    private final Intake intake;
    private final Harvest harvest;
    private final Finish<Q, A> finish;

    public GeneratorSteps(
            Function<Backend, ? extends Generator<Q>> generators, Intake intake, Harvest harvest, Finish<Q, A> finish) {
        this.generators = generators;
        this.intake = intake;
        this.harvest = harvest;
        this.finish = finish;
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
        return generators.apply(job.plan().backend()).start(job.plan().request(), job.key());
    }

    @Override
    public Search find(Job<Q> job, Instant since) {
        return generators.apply(job.plan().backend()).find(job.plan().request(), job.key(), since);
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
            assets.add(bringHome(job, output, job.assetId("output " + assets.size())));
        }
        return finish.answer(job, assets);
    }

    private Asset bringHome(Job<Q> job, Output output, AssetId id) {
        Generator<Q> generator = generators.apply(output.backend());
        try {
            return intake.keeping(job.keep())
                    .take(
                            id,
                            harvest.collection(),
                            Set.of(harvest.family()),
                            () -> generator.open(output),
                            harvest.maxBytes());
        } catch (InvalidMediaException e) {
            throw failure(job, ErrorCode.INVALID_PROVIDER_RESPONSE, "its result is unusable: " + e.getMessage(), e);
        } catch (IOException e) {
            throw failure(
                    job, ErrorCode.PROVIDER_UNAVAILABLE, "downloading the result broke off: " + e.getMessage(), e);
        }
    }

    private ProviderException failure(Job<Q> job, ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(ProviderError.of(code, job.plan().backend(), details), cause);
    }
}
