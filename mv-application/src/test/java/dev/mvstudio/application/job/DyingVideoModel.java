package dev.mvstudio.application.job;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Output;
import dev.mvstudio.domain.provider.ProviderCall;
import dev.mvstudio.domain.provider.Search;
import dev.mvstudio.domain.provider.Start;
import dev.mvstudio.domain.provider.Status;
import dev.mvstudio.domain.provider.SubmissionKey;
import dev.mvstudio.domain.provider.Ticket;
import dev.mvstudio.domain.video.VideoModel;
import dev.mvstudio.domain.video.VideoRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/** One whose real calls may be the last thing that a process does; its name may be asked at any time. */
record DyingVideoModel(VideoModel real, VideoModel dying) implements VideoModel {
    @Override
    public Backend backend() {
        return real.backend();
    }

    @Override
    public Start start(VideoRequest request, SubmissionKey key) {
        return dying.start(request, key);
    }

    @Override
    public Status status(Ticket ticket) {
        return dying.status(ticket);
    }

    @Override
    public void cancel(Ticket ticket) {
        dying.cancel(ticket);
    }

    @Override
    public Search find(VideoRequest request, SubmissionKey key, Instant since) {
        return dying.find(request, key, since);
    }

    @Override
    public InputStream open(Output output) throws IOException {
        return dying.open(output);
    }

    @Override
    public ProviderCall describe(VideoRequest request) {
        return real.describe(request);
    }
}
