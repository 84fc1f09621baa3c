package dev.mvstudio.domain.provider;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/**
 * A generator that runs elsewhere, takes seconds to minutes and may cost money: started once, then asked.
 *
 * <p>The caller records its intent before {@link #start} and the ticket right after it, so that a process that dies in
 * between neither pays twice nor loses what was paid for. A call that fails throws {@link ProviderException}; a
 * generation that fails is a {@link Status}. Implementations are safe for use by many threads.
 *
 * @param <R> what is asked for
 */
public interface Generator<R> {
    Backend backend();

    /**
     * Starts one generation. Called at most once for a key, unless {@link #find} said {@link Search.Absent}.
     *
     * @throws ProviderException with {@link ErrorCode#OUTCOME_UNKNOWN} when the provider may have accepted it, and with
     *     any other code only when it surely did not
     */
    Start start(R request, SubmissionKey key);

    /**
     * Asks once, without waiting.
     *
     * @throws ProviderException when the question failed; this says nothing about the generation
     */
    Status status(Ticket ticket);

    /** Asks the provider to stop. A generation that is already over stays as it is; this is no error. */
    void cancel(Ticket ticket);

    /**
     * Looks for a generation whose ticket was lost between submission and record.
     *
     * @param request what was asked for
     * @param since when it was asked for, at the earliest, by the caller's clock
     * @throws ProviderException when the question failed; this says nothing about the generation
     */
    Search find(R request, SubmissionKey key, Instant since);

    /**
     * Streams a finished output. Credentials are only ever sent to the configured origin.
     *
     * @throws ProviderException with {@link ErrorCode#OUTPUT_EXPIRED} when the provider no longer has it
     * @throws IOException when the stream cannot be opened or breaks; what was read so far is then worthless
     */
    InputStream open(Output output) throws IOException;

    /** The call that {@link #start} would make: secrets left out, binary replaced by its type and size. Sends nothing. */
    ProviderCall describe(R request);
}
