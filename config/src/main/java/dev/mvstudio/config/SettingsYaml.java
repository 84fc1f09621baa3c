package dev.mvstudio.config;

import dev.mvstudio.application.Settings;
import dev.mvstudio.application.StudioLauncher.Launch;
import dev.mvstudio.application.asset.AssetLimits;
import dev.mvstudio.application.asset.Retention;
import dev.mvstudio.application.job.JobTiming;
import dev.mvstudio.application.webhook.WebhookSettings;
import dev.mvstudio.config.source.Form;
import dev.mvstudio.config.source.Scalar;
import dev.mvstudio.config.source.Section;
import dev.mvstudio.config.source.Variables;
import dev.mvstudio.domain.provider.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code settings.yaml}. */
final class SettingsYaml {
    private static final Form<String> HOST = Form.of(
            "a host name or an address",
            "localhost",
            t -> Optional.of(t).filter(h -> h.matches("[A-Za-z0-9._:\\[\\]-]+")));

    private static final Form<String> DATABASE = Form.of(
            "a PostgreSQL address such as jdbc:postgresql://db.example.org/mvstudio",
            "",
            t -> Optional.of(t).filter(url -> url.startsWith("jdbc:postgresql:")));

    private static final Duration DOUBT_OF_ONE = Duration.ofSeconds(5);
    private static final Duration DOUBT_OF_MANY = Duration.ofSeconds(30);

    private final Variables variables;
    private final Path workingDirectory;
    private final Path defaultDataDir;
    private final @Nullable Secret webhookSecret;

    /** Reads {@code settings.yaml}; credentials are variables only. */
    SettingsYaml(Variables variables, Launch launch, @Nullable Secret webhookSecret) {
        this.variables = variables;
        this.workingDirectory = launch.workingDirectory();
        this.defaultDataDir = launch.defaultDataDir();
        this.webhookSecret = webhookSecret;
    }

    Settings read(Section s) {
        Path dataDir = s.find("data_dir", Forms.PATH);
        return new Settings(
                server(s),
                workingDirectory.resolve(dataDir == null ? defaultDataDir : dataDir),
                s.get("debug_mode", Form.truth()),
                jobs(s),
                queues(s),
                limits(s),
                editor(s),
                retention(s),
                new WebhookSettings(webhookSecret, s.get("webhook_private_addresses", Form.truth())),
                database(s),
                new FirebaseYaml(variables, workingDirectory).read(s));
    }

    private Settings.@Nullable Database database(Section s) {
        String url = s.find("database_url", DATABASE);
        String user = variables.find("MV_DATABASE_USER").map(SettingsYaml::said).orElse(null);
        String password =
                variables.find("MV_DATABASE_PASSWORD").map(SettingsYaml::said).orElse(null);
        return url == null || url.isEmpty()
                ? null
                : new Settings.Database(new Secret(url), user, password == null ? null : new Secret(password));
    }

    private static String said(Scalar variable) {
        return variable.text().strip();
    }

    private static Settings.Server server(Section s) {
        return new Settings.Server(
                s.get("host", HOST),
                s.get("port", Form.integer(0, 65_535)),
                s.find("public_url", Forms.ADDRESS),
                s.get("max_request_size", Forms.size("1 MB", "2 GB")),
                s.get("idle_timeout", Forms.time("1 s", "24 h")),
                s.get("shutdown_timeout", Forms.time("0 s", "10 min")),
                s.get("cancel_on_disconnect", Form.truth()));
    }

    private static JobTiming jobs(Section s) {
        return new JobTiming(
                s.get("job_timeout", Forms.time("1 s", "24 h")),
                s.get("poll_interval", Forms.time("10 ms", "60 s")),
                s.get("submit_attempts", Form.integer(1, 20)),
                s.get("collect_attempts", Form.integer(1, 20)),
                doubt(s));
    }

    /** Longer where a node that was wrongly taken for dead may still be starting something. */
    private static Duration doubt(Section s) {
        Duration said = s.find("doubt", Forms.time("0 s", "10 min"));
        boolean shared = s.find("database_url", DATABASE) != null;
        return said != null ? said : shared ? DOUBT_OF_MANY : DOUBT_OF_ONE;
    }

    private static Settings.Queues queues(Section s) {
        return new Settings.Queues(
                s.get("max_films", Form.integer(1, 10_000)),
                s.get("max_queued_films", Form.integer(0, 1_000_000)),
                s.get("max_queued_merges", Form.integer(0, 1_000_000)));
    }

    private static AssetLimits limits(Section s) {
        return new AssetLimits(
                s.get("max_image_size", Forms.size("1 kB", "1 GB")),
                s.get("max_soundtrack_size", Forms.size("1 kB", "10 GB")),
                s.get("max_video_size", Forms.size("1 kB", "100 GB")));
    }

    private static Retention retention(Section s) {
        Form<Optional<Duration>> orNever = Forms.timeOrNever("1 s", "36500 days");
        return new Retention(
                s.get("retention_media", orNever).orElse(null),
                s.get("retention_jobs", orNever).orElse(null),
                s.get("retention_tombstones", Forms.longTime("0 s", "36500 days")));
    }

    private Settings.Editor editor(Section s) {
        return new Settings.Editor(
                program(s.find("ffmpeg", Forms.PATH)),
                s.get("ffmpeg_timeout", Forms.time("1 s", "24 h")),
                s.get("ffmpeg_processes", Form.integer(1, 64)));
    }

    /** A bare name is looked for on the PATH. */
    private @Nullable Path program(@Nullable Path said) {
        return said == null || (said.getNameCount() == 1 && !said.isAbsolute()) ? said : workingDirectory.resolve(said);
    }
}
