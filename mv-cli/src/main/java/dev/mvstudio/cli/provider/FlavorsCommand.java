package dev.mvstudio.cli.provider;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.flavor.Flavor;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.shell.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code mvstudio flavors}. */
@Command(
        name = "flavors",
        description = "Lists the sets of defaults and prompts.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class FlavorsCommand implements Callable<Integer> {
    private final Studios studios;

    public FlavorsCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(this::list);
    }

    private int list(MusicVideoStudio studio) {
        List<Flavor> all = studio.flavors().all();
        Table table = new Table("FLAVOR", "DESCRIPTION");
        all.forEach(f -> table.row(f.name(), f.description()));
        JsonObject json = new JsonObject()
                .with(
                        "flavors",
                        all.stream()
                                .map(f -> new JsonObject()
                                        .with("name", f.name())
                                        .with("description", f.description())
                                        .with("default", f.name().equals(Flavor.DEFAULT)))
                                .toList());
        studios.console().result(json, table.lines());
        return ExitCode.OK.code();
    }
}
