package dev.mvstudio.cli;

import dev.mvstudio.cli.character.CharacterCommand;
import dev.mvstudio.cli.film.CreateCommand;
import dev.mvstudio.cli.film.MergeCommand;
import dev.mvstudio.cli.image.ImagesCommand;
import dev.mvstudio.cli.job.JobsCommand;
import dev.mvstudio.cli.provider.BackendsCommand;
import dev.mvstudio.cli.provider.FlavorsCommand;
import dev.mvstudio.cli.scene.ScenesCommand;
import dev.mvstudio.cli.serve.ServeCommand;
import dev.mvstudio.cli.shell.Console;
import dev.mvstudio.cli.shell.ErrorHandling;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.GlobalOptions;
import dev.mvstudio.cli.shell.Shell;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.video.VideoCommand;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code mvstudio} with all its commands. */
@Command(
        name = "mvstudio",
        description = "Turns an idea, a character and a song into a music video.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
final class MvStudio implements Callable<Integer> {
    private static final int HELP_WIDTH = 100;
    private static final String COMPLETION = "generate-completion";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Mixin
    final GlobalOptions options;

    private MvStudio(GlobalOptions options) {
        this.options = options;
    }

    /** Runs a command line and says how it ended. */
    static int run(Shell shell, String... arguments) {
        GlobalOptions options = new GlobalOptions();
        Studios studios = new Studios(shell, options);
        CommandLine line = new CommandLine(new MvStudio(options));
        named(commands(studios), arguments).values().forEach(command -> line.addSubcommand(command.get()));
        ErrorHandling errors = new ErrorHandling(new Console(shell, options), options);
        describe(line);
        return line.setOut(writer(shell.out()))
                .setErr(writer(shell.err()))
                // A prompt may begin with an @.
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setUsageHelpWidth(HELP_WIDTH)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors)
                .execute(arguments);
    }

    private static Map<String, Supplier<Object>> commands(Studios studios) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("create", () -> new CreateCommand(studios));
        commands.put("scenes", () -> new ScenesCommand(studios));
        commands.put("character", () -> new CharacterCommand(studios));
        commands.put("images", () -> new ImagesCommand(studios));
        commands.put("video", () -> new VideoCommand(studios));
        commands.put("merge", () -> new MergeCommand(studios));
        commands.put("jobs", () -> JobsCommand.withCommands(studios));
        commands.put("backends", () -> new BackendsCommand(studios));
        commands.put("flavors", () -> new FlavorsCommand(studios));
        commands.put("serve", () -> new ServeCommand(studios));
        commands.put(COMPLETION, AutoComplete.GenerateCompletion::new);
        return commands;
    }

    /** Describing a command takes time, so only those are that may be meant; all, where none is named. */
    private static Map<String, Supplier<Object>> named(Map<String, Supplier<Object>> commands, String... arguments) {
        List<String> words = List.of(arguments);
        Map<String, Supplier<Object>> named = new LinkedHashMap<>(commands);
        named.keySet().retainAll(words);
        boolean none = named.isEmpty() && !words.equals(List.of("--version")) && !words.equals(List.of("-V"));
        return none || named.containsKey(COMPLETION) ? commands : named;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    private static void describe(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.meanings());
        line.getSubcommands().values().forEach(MvStudio::describe);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
