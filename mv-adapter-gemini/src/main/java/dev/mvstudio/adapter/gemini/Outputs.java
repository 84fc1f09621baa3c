package dev.mvstudio.adapter.gemini;

import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What was made: what came as part of an answer lies here, everything else at Google. */
final class Outputs implements Closeable {
    /** More than a picture takes, in bytes. */
    private static final long ROOM = 40L << 20;

    private final Api api;
    private final Spool spool;
    private final Downloads downloads;

    Outputs(Api api, Clock clock) {
        this.api = api;
        this.downloads = new Downloads(api.configuration(), api.refusals());
        this.spool = new Spool(api.configuration().spool(), clock);
    }

    /** What is kept under a name. */
    Optional<List<Output>> find(String name) {
        try {
            return spool.find(name).map(this::outputs);
        } catch (IOException e) {
            throw unusable(ErrorCode.PROVIDER_UNAVAILABLE, "what Gemini made cannot be looked for", e);
        }
    }

    /**
     * Finds out whether what will be made could be kept. Nothing was asked of Google yet.
     *
     * @param pictures how many there will be
     */
    void prepare(int pictures) {
        try {
            spool.prepare(pictures * ROOM);
        } catch (IOException e) {
            throw unusable(ErrorCode.PROVIDER_UNAVAILABLE, "nothing was asked for, as it could not be kept", e);
        }
    }

    /**
     * Keeps files under a name.
     *
     * @param otherwise what it means when they cannot be kept
     */
    List<Output> keep(String name, List<Spool.File> files, ErrorCode otherwise) {
        try {
            return outputs(spool.keep(name, files));
        } catch (IOException e) {
            throw unusable(otherwise, "what Gemini made cannot be kept", e);
        }
    }

    private List<Output> outputs(List<URI> locations) {
        return locations.stream().map(this::output).toList();
    }

    Output output(URI location) {
        return new Output(api.configuration().backend(), location);
    }

    private RuntimeException unusable(ErrorCode code, String what, IOException e) {
        return api.refusals()
                .exception(code, what + " in " + api.configuration().spool() + ": " + e, e);
    }

    InputStream open(Output output) throws IOException {
        if (!output.backend().equals(api.configuration().backend())) {
            throw api.refusals().invalid("an output of " + output.backend() + " is not Gemini's to give");
        }
        URI location = output.location();
        if (Downloads.covers(location)) {
            return downloads.open(location);
        }
        if (!spool.covers(location)) {
            throw api.refusals().invalid("this is no output of Gemini's");
        }
        try {
            return spool.open(location);
        } catch (NoSuchFileException e) {
            throw api.refusals()
                    .exception(
                            ErrorCode.OUTPUT_EXPIRED,
                            "what was made is kept for " + Spool.KEPT.toDays() + " days, and this is gone",
                            e);
        }
    }

    @Override
    public void close() throws IOException {
        downloads.close();
    }
}
