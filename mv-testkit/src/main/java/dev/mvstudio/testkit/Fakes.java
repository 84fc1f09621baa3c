package dev.mvstudio.testkit;

import dev.mvstudio.testkit.comfyui.FakeComfyUi;
import dev.mvstudio.testkit.replicate.FakeReplicate;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fake providers, as a program: {@code ./mvstudio fakes}. */
public final class Fakes implements AutoCloseable {
    private static final int WRONG_USE = 2;
    private static final int NOT_STARTED = 1;
    private static final int PORT = 8091;
    private static final int LAST_PORT = 65_533;
    private static final Duration TAKING = Duration.ofSeconds(5);
    private static final int LONGEST = 3600;

    private static final String USAGE = """
            Usage: mvstudio fakes [--port PORT] [--taking SECONDS]
            Starts providers that cost nothing, on the loopback address, and prints the settings that lead to them.
              --port PORT       of Replicate's API; its outputs are on the next one, ComfyUI is on
                                the one after. 0 for any free ones (8091)
              --taking SECONDS  how long a generation takes (5)
            """;

    /**
     * A fake that runs.
     *
     * @param name of the provider
     * @param environment what a studio needs to be told to use it
     * @param controls what it can be told, in one line
     * @param server itself
     */
    private record Running(String name, SortedMap<String, String> environment, String controls, AutoCloseable server) {}

    private final List<Running> all = new ArrayList<>();

    /** Wrong words on the command line. */
    private static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUse(String message) {
            super(message);
        }
    }

    private Fakes() {}

    /**
     * Starts all.
     *
     * @param port of the first; 0 for any free ones
     * @param taking how long a generation takes
     */
    static Fakes start(int port, Duration taking) {
        Fakes fakes = new Fakes();
        fakes.all.add(replicate(port, taking));
        try {
            fakes.all.add(comfyui(port == 0 ? 0 : port + 2, taking));
        } catch (UncheckedIOException e) {
            fakes.close();
            throw e;
        }
        return fakes;
    }

    private static Running comfyui(int port, Duration taking) {
        FakeComfyUi fake = FakeComfyUi.start(FakeComfyUi.Setup.USUAL.port(port)).taking(taking);
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("MV_COMFYUI_URLS", fake.address().toString());
        return new Running("ComfyUI", environment, "curl " + fake.controls(), fake);
    }

    private static Running replicate(int port, Duration taking) {
        FakeReplicate fake = FakeReplicate.start(FakeReplicate.Setup.USUAL.ports(port, port == 0 ? 0 : port + 1))
                .taking(taking);
        SortedMap<String, String> environment = new TreeMap<>();
        environment.put("REPLICATE_API_TOKEN", fake.token());
        environment.put("MV_REPLICATE_BASE_URL", fake.api().toString());
        environment.put("MV_REPLICATE_OUTPUT_HOSTS", fake.delivery().getAuthority());
        return new Running("Replicate", environment, "curl " + fake.controls(), fake);
    }

    /** What to put into the environment, as a shell and a file {@code .env} read it. */
    void print(PrintStream out) {
        for (Running fake : all) {
            out.println("# " + fake.name + ", until Ctrl-C; what it can be told: " + fake.controls);
            fake.environment.forEach((name, value) -> out.println(name + "=" + value));
        }
        out.flush();
    }

    @Override
    public void close() {
        for (Running fake : all) {
            try {
                fake.server.close();
            } catch (Exception e) {
                throw new IllegalStateException("closing the fake " + fake.name, e);
            }
        }
    }

    /** What was said on the command line. */
    private record Options(int port, Duration taking) {
        static Options parse(String[] arguments) {
            Options options = new Options(PORT, TAKING);
            for (int i = 0; i < arguments.length; i += 2) {
                String value = i + 1 < arguments.length ? arguments[i + 1] : "";
                options = switch (arguments[i]) {
                    case "--port" -> new Options(number(arguments[i], value, LAST_PORT), options.taking);
                    case "--taking" ->
                        new Options(options.port, Duration.ofSeconds(number(arguments[i], value, LONGEST)));
                    default -> throw new WrongUse("there is no " + arguments[i]);
                };
            }
            return options;
        }

        private static int number(String option, String value, int most) {
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > most) {
                throw new WrongUse(option + " takes a number from 0 to " + most + ", not \"" + value + "\"");
            }
            return Integer.parseInt(value);
        }
    }

    /** Runs them until the process is stopped. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        try {
            Options options = Options.parse(arguments);
            Fakes fakes = start(options.port, options.taking);
            Runtime.getRuntime().addShutdownHook(new Thread(fakes::close));
            fakes.print(System.out);
        } catch (WrongUse e) {
            System.err.print("mvstudio fakes: " + e.getMessage() + "\n\n" + USAGE);
            System.exit(WRONG_USE);
        } catch (UncheckedIOException e) {
            System.err.println("mvstudio fakes: " + e.getMessage());
            System.exit(NOT_STARTED);
        }
    }
}
