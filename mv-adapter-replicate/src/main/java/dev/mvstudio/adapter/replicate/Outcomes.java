package dev.mvstudio.adapter.replicate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Status;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what the state of a prediction means. */
final class Outcomes {
    private static final Pattern REFUSED =
            Pattern.compile("\\(E005\\)|flagged as sensitive|NSFW|Responsible AI", Pattern.CASE_INSENSITIVE);

    /** It never began, or was broken off, by no fault of the request. */
    private static final Pattern BROKEN_OFF = Pattern.compile("E6716|\\(code: PA\\)");

    private static final Pattern REQUEST = Pattern.compile("E4875");

    private final Backend backend;
    private final int mostOutputs;

    /** @param mostOutputs how many files one generation gives; what a model makes beyond that is left */
    Outcomes(Backend backend, int mostOutputs) {
        this.backend = backend;
        this.mostOutputs = mostOutputs;
    }

    /** Empty when it is a state that Replicate did not have when this was written. */
    Optional<Status> of(Prediction prediction, Instant now) {
        return Optional.ofNullable(
                switch (prediction.status()) {
                    case "starting" -> new Status.Pending(null, null);
                    case "processing" -> new Status.Running(null);
                    case Prediction.SUCCEEDED -> succeeded(prediction);
                    case Prediction.FAILED -> failed(prediction.error());
                    case Prediction.CANCELED -> stopped(prediction, prediction.ranOutOfTime(now));
                    case Prediction.ABORTED -> stopped(prediction, prediction.deadline() != null);
                    default -> null;
                });
    }

    private Status succeeded(Prediction prediction) {
        if (!prediction.hasOutput()) {
            return prediction.dataRemoved()
                    ? failed(
                            ErrorCode.OUTPUT_EXPIRED,
                            "Replicate keeps what it made for an hour, and has removed it: prediction "
                                    + prediction.id())
                    : failed(
                            ErrorCode.INVALID_PROVIDER_RESPONSE,
                            "Replicate made nothing, and gives no reason: prediction " + prediction.id());
        }
        List<Output> outputs = new ArrayList<>();
        for (JsonNode file : prediction.output().isArray() ? prediction.output() : List.of(prediction.output())) {
            Optional<URI> address = address(file);
            if (address.isEmpty()) {
                return failed(
                        ErrorCode.INVALID_PROVIDER_RESPONSE,
                        "Replicate made something that is no file: prediction " + prediction.id());
            }
            outputs.add(new Output(backend, address.get()));
        }
        return outputs.isEmpty()
                ? failed(ErrorCode.INVALID_PROVIDER_RESPONSE, "Replicate made no file: prediction " + prediction.id())
                : new Status.Finished(outputs.subList(0, Math.min(mostOutputs, outputs.size())));
    }

    private static Optional<URI> address(JsonNode file) {
        try {
            URI address = new URI(file.isTextual() ? file.textValue() : "");
            boolean isWeb = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            return isWeb && address.getHost() != null ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private Status failed(String error) {
        String said = Quotes.cleaned(error);
        if (REFUSED.matcher(error).find()) {
            return failed(ErrorCode.CONTENT_POLICY_VIOLATION, said);
        }
        if (BROKEN_OFF.matcher(error).find()) {
            return failed(ErrorCode.PROVIDER_UNAVAILABLE, said);
        }
        ErrorCode code = REQUEST.matcher(error).find() ? ErrorCode.INVALID_PROVIDER_REQUEST : ErrorCode.UNKNOWN_ERROR;
        return failed(code, said.isEmpty() ? "it failed, and Replicate gives no reason" : said);
    }

    private Status stopped(Prediction prediction, boolean outOfTime) {
        return outOfTime
                ? failed(ErrorCode.TIMEOUT, "Replicate stopped it when its time was over: " + prediction.id())
                : new Status.Canceled();
    }

    private Status failed(ErrorCode code, String details) {
        return new Status.Failed(ProviderError.of(code, backend, details));
    }
}
