package dev.mvstudio.web;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What this program writes to the log while it is open, and nobody else reads; frameworks stay quiet. */
final class Logbook implements AutoCloseable {
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.mvstudio");
    private final ListAppender<ILoggingEvent> events = new ListAppender<>();

    private Logbook() {}

    static Logbook open() {
        Logbook book = new Logbook();
        book.ours.setLevel(Level.INFO);
        book.ours.setAdditive(false);
        book.ours.addAppender(book.events);
        book.events.start();
        return book;
    }

    /** All lines so far, without time and level. */
    List<String> lines() {
        synchronized (events) {
            return events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
        }
    }

    /** Those that begin so, in one text. */
    String about(String operation) {
        return lines().stream().filter(line -> line.startsWith(operation)).collect(Collectors.joining("\n"));
    }

    void forget() {
        synchronized (events) {
            events.list.clear();
        }
    }

    @Override
    public void close() {
        ours.detachAppender(events);
        ours.setAdditive(true);
        ours.setLevel(null);
    }
}
