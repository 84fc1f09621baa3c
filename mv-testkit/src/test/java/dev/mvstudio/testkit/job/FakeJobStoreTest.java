package dev.mvstudio.testkit.job;

import static dev.mvstudio.testkit.job.Orders.lane;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mvstudio.domain.job.JobOrder;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.job.JobStoreException;
import org.junit.jupiter.api.Test;

class FakeJobStoreTest extends JobStoreContract {
    private final FakeJobStore store = new FakeJobStore();

    @Override
    protected JobStore store() {
        return store;
    }

    @Override
    protected JobStore sameStore() {
        return store;
    }

    @Test
    void it_is_out_of_order_when_told() {
        store.outOfOrder(true);
        assertThatThrownBy(store::active).isInstanceOf(JobStoreException.class);

        store.outOfOrder(false);
        assertThat(store.active()).isEmpty();
    }

    @Test
    void it_fails_before_the_fact() {
        JobOrder order = Orders.plain();
        store.failOnCall(2);
        store.active();

        assertThatThrownBy(() -> store.create(order, lane(1))).isInstanceOf(JobStoreException.class);
        assertThat(store.find(order.id())).isEmpty();
        assertThat(store.calls()).isEqualTo(3);
    }

    @Test
    void it_fails_after_the_fact() {
        JobOrder order = Orders.plain();
        store.failAfterCall(1);

        assertThatThrownBy(() -> store.create(order, lane(1))).isInstanceOf(JobStoreException.class);
        assertThat(store.find(order.id())).isPresent();
    }
}
