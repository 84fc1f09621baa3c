package dev.mvstudio.adapter.jdbc.schedule;

import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;

class PostgreSqlJobScheduleTest extends JdbcJobScheduleContract {
    @Override
    DatabaseAddress address() {
        return TestDatabases.postgresql();
    }
}
