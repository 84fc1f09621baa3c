package dev.mvstudio.adapter.jdbc.webhook;

import dev.mvstudio.adapter.jdbc.database.Database;
import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.document.JacksonDocuments;
import dev.mvstudio.adapter.jdbc.job.JdbcJobStore;
import dev.mvstudio.domain.job.JobId;
import dev.mvstudio.domain.job.JobStore;
import dev.mvstudio.domain.webhook.DeliveryStore;
import dev.mvstudio.testkit.asset.FakeAssetStore;
import dev.mvstudio.testkit.job.Orders;
import dev.mvstudio.testkit.webhook.DeliveryStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The contract, over two processes' connections by turns. */
abstract class JdbcDeliveryStoreContract extends DeliveryStoreContract {
    private Database database;
    private Database same;
    private JobStore jobs;
    private boolean turn;

    abstract DatabaseAddress address();

    @BeforeEach
    void open() {
        DatabaseAddress address = address();
        database = new Database(address, 8);
        same = new Database(address, 8);
        jobs = new JdbcJobStore(database, new JacksonDocuments(new FakeAssetStore()));
    }

    @AfterEach
    void close() {
        same.close();
        database.close();
    }

    @Override
    protected DeliveryStore store() {
        turn = !turn;
        return new JdbcDeliveryStore(turn ? database : same);
    }

    @Override
    protected JobId job() {
        return jobs.create(Orders.plain(), Orders.lane(1)).job().id();
    }

    @Override
    protected void delete(JobId job) {
        jobs.delete(job);
    }
}
