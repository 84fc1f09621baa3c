package dev.mvstudio.adapter.jdbc.image;

import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2SequenceRecordsTest extends JdbcSequenceRecordsContract {
    @TempDir
    private Path folder;

    @Override
    DatabaseAddress address() {
        return TestDatabases.file(folder);
    }
}
