package dev.mvstudio.testkit.job;

import static dev.mvstudio.testkit.job.Orders.BACKEND;
import static dev.mvstudio.testkit.job.Orders.MODEL;
import static dev.mvstudio.testkit.job.Orders.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.job.Checkpoint;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobState;
import dev.mvstudio.domain.job.JobStatus;
import dev.mvstudio.domain.job.StoredJob;
import dev.mvstudio.domain.job.TicketTakenException;
import dev.mvstudio.domain.provider.Backend;
import dev.mvstudio.domain.provider.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whose tickets are whose. */
abstract class JobTicketsContract extends JobLanesContract {
    /** One that nobody has. */
    static Ticket newTicket() {
        return new Ticket(BACKEND, "main", MODEL, "p-" + UUID.randomUUID());
    }

    private static UnaryOperator<JobStatus> takes(Ticket ticket) {
        return s -> s.at(Checkpoint.TICKET, ticket, List.of());
    }

    private JobId running() {
        JobId id = create(Orders.plain()).id();
        store().change(id, NOON, s -> s.admitted(NOON));
        return id;
    }

    private JobId with(Ticket ticket) {
        JobId id = running();
        store().change(id, NOON, takes(ticket));
        return id;
    }

    @Test
    void whose_ticket_it_is_is_told() {
        Ticket ticket = newTicket();
        JobId id = with(ticket);
        with(newTicket());

        assertThat(sameStore().holder(BACKEND, ticket.id())).isEqualTo(store().find(id));
        assertThat(store().holder(new Backend("other"), ticket.id())).isEmpty();
        assertThat(store().holder(BACKEND, ticket.id().toUpperCase(Locale.ROOT)))
                .isEmpty();
        assertThat(store().holder(BACKEND, "p-")).isEmpty();
    }

    @Test
    void a_job_that_is_over_still_has_its_ticket() {
        Ticket good = newTicket();
        Ticket bad = newTicket();
        JobId succeeded = with(good);
        store().change(succeeded, NOON, s -> s.at(Checkpoint.OUTPUTS, s.ticket(), List.of()));
        succeeded(succeeded, NOON);
        JobId failed = with(bad);
        store().change(failed, NOON, s -> s.failed(Orders.error(false), NOON));

        assertThat(sameStore().holder(BACKEND, good.id()).map(StoredJob::id)).contains(succeeded);
        assertThat(sameStore().holder(BACKEND, bad.id()).map(StoredJob::id)).contains(failed);
        assertThatThrownBy(() -> with(bad)).isInstanceOf(TicketTakenException.class);
    }

    @Test
    void a_job_that_begins_anew_gives_its_ticket_up() {
        Ticket first = newTicket();
        Ticket second = newTicket();
        JobId retried = with(first);
        store().change(retried, NOON, s -> s.failed(Orders.error(false), NOON));
        store().change(retried, NOON, JobStatus::again);
        JobId broken = with(second);
        store().change(broken, NOON, JobStatus::anew);

        assertThat(sameStore().holder(BACKEND, first.id())).isEmpty();
        assertThat(sameStore().holder(BACKEND, second.id())).isEmpty();
        assertThat(with(first)).isNotEqualTo(retried);
        assertThat(with(second)).isNotEqualTo(broken);
    }

    @Test
    void a_job_that_is_begun_anew_keeps_its_place_and_knows_nothing_of_the_attempt_before() {
        JobId id = running();
        store().change(id, NOON, s -> s.intended(NOON));
        store().change(id, NOON, takes(newTicket()));

        JobStatus anew = store().change(id, NOON, JobStatus::anew).status();

        assertThat(anew.state()).isEqualTo(JobState.RUNNING);
        assertThat(anew.attempt()).isEqualTo(2);
        assertThat(anew.checkpoint()).isEqualTo(Checkpoint.NONE);
        assertThat(anew.startedAt()).isEqualTo(NOON);
        assertThat(anew.intendedAt()).isNull();
        assertThat(sameStore().find(id).orElseThrow().status()).isEqualTo(anew);
    }

    @Test
    void a_retry_that_goes_on_keeps_its_ticket_and_the_time_of_its_first_intent() {
        Ticket ticket = newTicket();
        JobId id = running();
        store().change(id, NOON, s -> s.intended(NOON));
        store().change(id, NOON, s -> s.at(Checkpoint.NONE, null, List.of()));
        store().change(id, NOON, s -> s.intended(NOON.plusSeconds(9)));
        store().change(id, NOON, takes(ticket));
        store().change(id, NOON, s -> s.failed(Orders.error(true), NOON));

        JobStatus again = store().change(id, NOON, JobStatus::again).status();

        assertThat(again.intendedAt()).isEqualTo(NOON);
        assertThat(sameStore().holder(BACKEND, ticket.id()).orElseThrow().status())
                .isEqualTo(again);
    }

    @Test
    void a_ticket_that_another_job_has_is_refused_and_nothing_is_changed() {
        Ticket ticket = newTicket();
        JobId owner = with(ticket);
        JobId other = running();
        StoredJob before = store().find(other).orElseThrow();

        assertThatThrownBy(() -> sameStore()
                        .change(other, NOON, s -> takes(ticket).apply(s).kept(true)))
                .isInstanceOf(TicketTakenException.class)
                .hasMessageContaining(ticket.id());

        assertThat(store().find(other)).contains(before);
        assertThat(store().events(other, 0, 10)).hasSize(2);
        assertThat(store().holder(BACKEND, ticket.id()).map(StoredJob::id)).contains(owner);
        assertThat(store().change(other, NOON, takes(newTicket())).status().checkpoint())
                .isEqualTo(Checkpoint.TICKET);
    }

    @Test
    void the_owner_may_write_its_ticket_again() {
        Ticket ticket = newTicket();
        JobId id = with(ticket);

        assertThat(sameStore()
                        .change(id, NOON, s -> takes(ticket).apply(s).kept(true))
                        .status()
                        .keep())
                .isTrue();
    }

    @Test
    void the_ticket_of_a_deleted_job_is_free() {
        Ticket ticket = newTicket();
        store().delete(with(ticket));

        assertThat(store().holder(BACKEND, ticket.id())).isEmpty();
        assertThat(store().find(with(ticket))).isPresent();
    }

    @Test
    void of_many_that_claim_one_ticket_at_once_one_gets_it() throws Exception {
        for (int round = 0; round < 5; round++) {
            Ticket ticket = newTicket();
            List<JobId> claimants =
                    IntStream.range(0, 8).mapToObj(i -> running()).toList();

            List<Boolean> got = atOnce(8, i -> claim(claimants.get(i), i % 2 == 0, ticket, NOON));

            assertThat(got).containsOnlyOnce(true);
            assertThat(store().holder(BACKEND, ticket.id()).map(StoredJob::id))
                    .contains(claimants.get(got.indexOf(true)));
        }
    }

    private boolean claim(JobId id, boolean here, Ticket ticket, Instant at) {
        try {
            (here ? store() : sameStore()).change(id, at, takes(ticket));
            return true;
        } catch (TicketTakenException e) {
            return false;
        }
    }
}
