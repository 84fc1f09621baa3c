package dev.mvstudio.adapter.jdbc.database;

import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is. It prints without its credentials.
 *
 * @param url as JDBC has it; it may carry user and password
 * @param user null when the URL tells, or none is needed
 * @param password null when the URL tells, or none is needed
 */
public record DatabaseAddress(
        String url, @Nullable String user, @Nullable Secret password) {
    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@|[?;].*");

    public DatabaseAddress {
        if (!url.startsWith(POSTGRESQL) && !url.startsWith("jdbc:h2:")) {
            throw new IllegalArgumentException("a database's address begins with " + POSTGRESQL);
        }
    }

    /** A file of its own in this folder. Several processes may use it at once; the first one serves the others. */
    public static DatabaseAddress in(Path folder) {
        String file = folder.toAbsolutePath().normalize().resolve("jobs").toString();
        // Each commit is written before it returns: by default that takes half a second more.
        return new DatabaseAddress(
                "jdbc:h2:file:" + file.replace(";", "\\;") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0;LOCK_TIMEOUT=3000",
                "sa",
                null);
    }

    /** Whether it is a file of our own. */
    boolean embedded() {
        return !url.startsWith(POSTGRESQL);
    }

    /** The name of its folder of migrations. */
    String vendor() {
        return (embedded() ? "H2" : "PostgreSQL").toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return CREDENTIALS.matcher(url).replaceAll(m -> m.group().startsWith("//") ? "//" : "");
    }
}
