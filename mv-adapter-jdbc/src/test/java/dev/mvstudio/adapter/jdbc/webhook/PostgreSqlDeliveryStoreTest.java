package dev.mvstudio.adapter.jdbc.webhook;

import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;

class PostgreSqlDeliveryStoreTest extends JdbcDeliveryStoreContract {
    @Override
    DatabaseAddress address() {
        return TestDatabases.postgresql();
    }
}
