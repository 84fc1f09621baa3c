package dev.mvstudio.adapter.jdbc.image;

import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;

class PostgreSqlSequenceRecordsTest extends JdbcSequenceRecordsContract {

    @Override
    DatabaseAddress address() {
        return TestDatabases.postgresql();
    }
}
