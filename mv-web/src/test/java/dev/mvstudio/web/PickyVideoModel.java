package dev.mvstudio.web;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.ErrorCode;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.ProviderError;
import dev.mvstudio.domain.provider.ProviderException;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import dev.mvstudio.testkit.video.FakeVideoModel;
import java.io.InputStream;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A fake that does not like certain prompts. */
record PickyVideoModel(FakeVideoModel fake, AtomicReference<String> disliked) implements VideoModel {
    @Override
    public Backend backend() {
        return fake.backend();
    }

    @Override
    public Start start(VideoRequest request, SubmissionKey key) {
        String word = disliked.get();
        if (word != null && request.prompt().contains(word)) {
            throw new ProviderException(
                    ProviderError.of(ErrorCode.CONTENT_POLICY_VIOLATION, backend(), "told not to like " + word));
        }
        return fake.start(request, key);
    }

    @Override
    public Status status(Ticket ticket) {
        return fake.status(ticket);
    }

    @Override
    public void cancel(Ticket ticket) {
        fake.cancel(ticket);
    }

    @Override
    public Search find(VideoRequest request, SubmissionKey key, Instant since) {
        return fake.find(request, key, since);
    }

    @Override
    public InputStream open(Output output) {
        return fake.open(output);
    }

    @Override
    public ProviderCall describe(VideoRequest request) {
        return fake.describe(request);
    }
}
