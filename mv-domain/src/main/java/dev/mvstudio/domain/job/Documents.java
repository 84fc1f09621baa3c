package dev.mvstudio.domain.job;

/** Writes records as text and reads them again, maybe years and versions later. */
public interface Documents {
    /** Any record of records, lists, maps, numbers, texts and the JDK's values such as durations and addresses. */
    String write(Record value);

    /**
     * What {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the text is no such record
     */
    <T extends Record> T read(String text, Class<T> type);
}
