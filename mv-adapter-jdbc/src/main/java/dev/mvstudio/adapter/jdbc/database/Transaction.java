package dev.mvstudio.adapter.jdbc.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Statements that have their effect together or not at all. */
public final class Transaction {
    private final Connection connection;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows. */
    public <T> List<T> list(String sql, Row<T> reader, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (rows.next()) {
                    all.add(reader.read(rows));
                }
                return all;
            }
        }
    }

    /** The first row. */
    public <T> Optional<T> find(String sql, Row<T> reader, @Nullable Object... values) throws SQLException {
        return list(sql, reader, values).stream().findFirst();
    }

    /** A number, such as how many there are. */
    public long number(String sql, @Nullable Object... values) throws SQLException {
        return find(sql, row -> row.getLong(1), values).orElse(0L);
    }

    /**
     * Writes.
     *
     * @return how many rows
     */
    public int update(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, bound(statement, values[i]));
        }
    }

    private static @Nullable Object bound(PreparedStatement statement, @Nullable Object value) throws SQLException {
        return switch (value) {
            case Instant instant -> kept(instant);
            case UUID[] ids -> statement.getConnection().createArrayOf("uuid", ids);
            case null, default -> value;
        };
    }

    /** Databases round what they cannot hold, and not all in the same way: this cuts. */
    private static OffsetDateTime kept(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** The instant in a column. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
