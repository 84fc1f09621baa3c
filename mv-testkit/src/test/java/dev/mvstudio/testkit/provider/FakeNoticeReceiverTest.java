package dev.mvstudio.testkit.provider;

import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.NoticeReceiver;
import java.time.Clock;
import java.time.Instant;

class FakeNoticeReceiverTest extends NoticeReceiverContract {
    private final FakeNoticeReceiver fake = new FakeNoticeReceiver(new Backend("fake"), Clock.systemUTC());

    @Override
    protected NoticeReceiver receiver() {
        return fake;
    }

    @Override
    protected byte[] body(String ticketId) {
        return FakeNoticeReceiver.body(ticketId);
    }

    @Override
    protected String signature(boolean theirs, String id, Instant at, byte[] body) {
        return FakeNoticeReceiver.signature(theirs ? FakeNoticeReceiver.KEY : "mine", id, time(at), body);
    }

    @Override
    protected String signatureHeader() {
        return FakeNoticeReceiver.SIGNATURES;
    }

    @Override
    protected String idHeader() {
        return FakeNoticeReceiver.ID;
    }

    @Override
    protected String timeHeader() {
        return FakeNoticeReceiver.TIME;
    }
}
