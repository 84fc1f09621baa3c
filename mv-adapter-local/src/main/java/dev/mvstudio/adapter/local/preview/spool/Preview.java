package dev.mvstudio.adapter.local.preview.spool;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Model;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the preview generators have in common: their name, their tickets and the addresses of their outputs. */
public final class Preview {
    public static final Backend BACKEND = new Backend("preview");
    public static final String METHOD = "LOCAL";

    private static final String ACCOUNT = "local";
    private static final Pattern LOCATION =
            Pattern.compile("preview:([A-Za-z0-9-]{1,64})/([a-z0-9]{1,20}\\.[a-z0-9]{1,10})");

    private Preview() {}

    /** @throws ProviderException when another model is asked for */
    public static void require(Model own, Model asked) {
        if (!own.equals(asked)) {
            throw invalid("the model is " + own + ", not " + asked);
        }
    }

    public static String target(Model model) {
        return BACKEND + "/" + model;
    }

    public static Ticket ticket(Model model, SubmissionKey key) {
        return new Ticket(BACKEND, ACCOUNT, model, key.value());
    }

    public static Output output(SubmissionKey key, String file) {
        return new Output(BACKEND, URI.create(BACKEND + ":" + key + "/" + file));
    }

    /** Streams a file of the spool. */
    public static InputStream open(Spool spool, Output output) throws IOException {
        Matcher location = LOCATION.matcher(output.location().toString());
        if (!BACKEND.equals(output.backend()) || !location.matches()) {
            throw invalid("this is no output of the preview: " + output.location());
        }
        try {
            return spool.open(location.group(1), location.group(2));
        } catch (NoSuchFileException e) {
            String details = "outputs are kept for " + Spool.KEPT.toMinutes() + " minutes, and this one is gone";
            throw exception(ErrorCode.OUTPUT_EXPIRED, details, e);
        }
    }

    public static ProviderException invalid(String details) {
        return exception(ErrorCode.INVALID_PROVIDER_REQUEST, details, null);
    }

    public static ProviderException exception(ErrorCode code, String details, @Nullable Throwable cause) {
        return new ProviderException(ProviderError.of(code, BACKEND, details), cause);
    }
}
