package dev.mvstudio.application.badsample;

import java.sql.Connection;

class KnowsADatabase {
    boolean isOpen(Connection connection) {
        return connection != null;
    }
}
