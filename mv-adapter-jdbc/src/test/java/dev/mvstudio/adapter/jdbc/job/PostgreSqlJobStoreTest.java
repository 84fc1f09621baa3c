package dev.mvstudio.adapter.jdbc.job;

import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;

class PostgreSqlJobStoreTest extends JdbcJobStoreContract {
    @Override
    DatabaseAddress address() {
        return TestDatabases.postgresql();
    }
}
