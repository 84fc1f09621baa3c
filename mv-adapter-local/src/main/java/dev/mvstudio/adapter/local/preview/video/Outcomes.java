package dev.mvstudio.adapter.local.preview.video;

import dev.mvstudio.adapter.local.preview.spool.Preview;
import dev.mvstudio.adapter.local.preview.spool.Spool;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** How clips ended, as files of the spool. The first outcome stays. */
final class Outcomes {
    private static final String CLIP = "clip.mp4";
    private static final String FAILURE = "failed.txt";
    private static final String CANCELED = "canceled.txt";

    private final Spool spool;

    Outcomes(Spool spool) {
        this.spool = spool;
    }

    Optional<Status> of(String key) throws IOException {
        if (Files.exists(spool.file(key, CLIP))) {
            return Optional.of(new Status.Finished(List.of(Preview.output(new SubmissionKey(key), CLIP))));
        }
        if (Files.exists(spool.file(key, CANCELED))) {
            return Optional.of(new Status.Canceled());
        }
        Path failure = spool.file(key, FAILURE);
        return Files.exists(failure) ? Optional.of(failed(Files.readString(failure))) : Optional.empty();
    }

    private static Status failed(String text) {
        String[] parts = text.split("\n", 2);
        return new Status.Failed(ProviderError.of(ErrorCode.valueOf(parts[0]), Preview.BACKEND, parts[1]));
    }

    void finished(String key, Path draft) throws IOException {
        settle(key, draft, CLIP);
    }

    void failed(String key, ErrorCode code, String details) throws IOException {
        settle(key, Files.writeString(spool.draft(key), code.name() + "\n" + details), FAILURE);
    }

    void canceled(String key) throws IOException {
        settle(key, spool.draft(key), CANCELED);
    }

    private synchronized void settle(String key, Path draft, String name) throws IOException {
        if (of(key).isEmpty()) {
            spool.publish(draft, key, name);
        } else {
            Files.deleteIfExists(draft);
        }
    }
}
