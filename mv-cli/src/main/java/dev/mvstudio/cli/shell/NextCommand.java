package dev.mvstudio.cli.shell;

import dev.mvstudio.domain.image.FolderId;
import dev.mvstudio.domain.job.JobId;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Commands to go on with, such that they can be typed as they are printed. */
public final class NextCommand {
    private static final Set<String> ALSO = Set.of("--data-dir", "--out");

    private NextCommand() {}

    /**
     * One that does something to a job.
     *
     * @param said the command that was typed
     */
    public static String jobs(String verb, JobId id, CommandSpec said) {
        return "mvstudio jobs " + verb + " " + id + options(said, ALSO::contains);
    }

    /** The same, where only the data folder is known. */
    static String jobs(String verb, JobId id, @Nullable Path dataDir) {
        return "mvstudio jobs " + verb + " " + id + in(dataDir);
    }

    /** One that makes what is missing of a sequence. */
    public static String images(FolderId folder, @Nullable Path dataDir) {
        return "mvstudio images --folder " + folder + in(dataDir);
    }

    private static String in(@Nullable Path dataDir) {
        return dataDir == null ? "" : " --data-dir " + quoted(dataDir.toString());
    }

    /** The options that were given, as far as they are wanted, by their long names. */
    public static String options(CommandSpec said, Predicate<String> wanted) {
        return said.options().stream()
                .filter(o -> wanted.test(o.longestName()) && o.getValue() != null)
                .map(o -> " " + o.longestName() + " " + quoted(String.valueOf(o.<Object>getValue())))
                .collect(Collectors.joining());
    }

    private static String quoted(String word) {
        return word.matches("[\\w./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
