package dev.mvstudio.cli.provider;

import dev.mvstudio.application.MusicVideoStudio;
import dev.mvstudio.application.provider.Backends;
import dev.mvstudio.cli.json.JsonObject;
import dev.mvstudio.cli.shell.ExitCode;
import dev.mvstudio.cli.shell.Measures;
import dev.mvstudio.cli.shell.Members;
import dev.mvstudio.cli.shell.Studios;
import dev.mvstudio.cli.shell.Table;
import dev.mvstudio.domain.provider.BackendSettings;
import dev.mvstudio.domain.provider.Kind;
import dev.mvstudio.domain.provider.ModelSpec;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code mvstudio backends}. */
@Command(
        name = "backends",
        description = "Lists who can write, draw and film, and what is still missing for it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
public final class BackendsCommand implements Callable<Integer> {
    private final Studios studios;

    public BackendsCommand(Studios studios) {
        this.studios = studios;
    }

    @Override
    public Integer call() {
        return studios.use(this::list);
    }

    private int list(MusicVideoStudio studio) {
        Backends backends = studio.backends();
        Table table = new Table("BACKEND", "MAKES", "DEFAULT", "CONFIGURED", "MODEL", "PRICE");
        for (BackendSettings backend : backends.settings()) {
            kinds(backend)
                    .forEach(kind ->
                            backend.models(kind).forEach(model -> table.row(cells(backends, backend, kind, model))));
        }
        JsonObject json = new JsonObject()
                .with(
                        "backends",
                        backends.settings().stream()
                                .map(b -> members(backends, b))
                                .toList());
        studios.console().result(json, table.lines());
        return ExitCode.OK.code();
    }

    private static List<Kind> kinds(BackendSettings backend) {
        return Arrays.stream(Kind.values())
                .filter(k -> !backend.models(k).isEmpty())
                .toList();
    }

    private static String[] cells(Backends backends, BackendSettings backend, Kind kind, ModelSpec model) {
        boolean first = model.equals(backend.models(kind).get(0));
        return new String[] {
            backend.backend().name(),
            kind.word(),
            first && isDefault(backends, backend, kind) ? "yes" : "",
            configured(backends, backend, kind),
            model.model().name(),
            price(model)
        };
    }

    private static boolean isDefault(Backends backends, BackendSettings backend, Kind kind) {
        return backends.defaultFor(kind).filter(backend.backend()::equals).isPresent();
    }

    private static String configured(Backends backends, BackendSettings backend, Kind kind) {
        if (!backend.hasCredentials()) {
            return "no: set " + String.join(" or ", backend.credentialVariables());
        }
        return backends.isReady(backend, kind) ? "yes" : "no: not installed";
    }

    private static String price(ModelSpec model) {
        boolean free = model.price().each().amount().signum() == 0;
        return free
                ? "free"
                : Measures.of(model.price().each()) + " per "
                        + model.price().per().word();
    }

    private static JsonObject members(Backends backends, BackendSettings backend) {
        return new JsonObject()
                .with("name", backend.backend())
                .with("configured", backend.hasCredentials())
                .with("credential_variables", backend.credentialVariables())
                .with(
                        "kinds",
                        kinds(backend).stream()
                                .collect(Collectors.toMap(
                                        Kind::word,
                                        kind -> new JsonObject()
                                                .with("ready", backends.isReady(backend, kind))
                                                .with("default", isDefault(backends, backend, kind))
                                                .with(
                                                        "models",
                                                        backend.models(kind).stream()
                                                                .map(BackendsCommand::members)
                                                                .toList()))));
    }

    private static JsonObject members(ModelSpec model) {
        return new JsonObject()
                .with("name", model.model())
                .with(
                        "price",
                        Members.money(model.price().each())
                                .with("per", model.price().per()));
    }
}
