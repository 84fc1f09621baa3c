package dev.mvstudio.adapter.jdbc.job;

import dev.mvstudio.adapter.jdbc.database.Transaction;
import java.sql.SQLException;
import java.util.Optional;

/** What all processes agree upon. */
final class Memory {
    private Memory() {}

    /** Of those that come at once all but one are undone, and find what that one kept when they try again. */
    static String first(Transaction t, String name, String first) throws SQLException {
        Optional<String> kept = t.find("select what from remembered where name = ?", row -> row.getString(1), name);
        if (kept.isEmpty()) {
            t.update("insert into remembered (name, what) values (?, ?)", name, first);
        }
        return kept.orElse(first);
    }
}
