package dev.mvstudio.adapter.jdbc.job;

import dev.mvstudio.adapter.jdbc.database.DatabaseAddress;
import dev.mvstudio.adapter.jdbc.database.TestDatabases;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2JobStoreTest extends JdbcJobStoreContract {
    @TempDir
    private static Path folder;

    @Override
    DatabaseAddress address() {
        return TestDatabases.file(folder);
    }
}
