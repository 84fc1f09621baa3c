package dev.mvstudio.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault is told with its place, what was expected and what is there. */
class BrokenSettingsTest {
    @TempDir
    Path root;

    static Stream<Arguments> settings() {
        return Stream.of(
                broken(
                        "port: 8000",
                        "port: eighty",
                        "settings.yaml:2:7: port: expected a whole number 0 to 65535, found \"eighty\""),
                broken(
                        "port: 8000",
                        "port: \"8000\"",
                        "settings.yaml:2:7: port: expected a whole number 0 to 65535, found \"8000\""),
                broken(
                        "port: 8000",
                        "port: 70000",
                        "settings.yaml:2:7: port: expected a whole number 0 to 65535, found 70000"),
                broken(
                        "port: 8000",
                        "port: 80.5",
                        "settings.yaml:2:7: port: expected a whole number 0 to 65535, found 80.5"),
                broken(
                        "port: 8000",
                        "port:",
                        "settings.yaml:2:6: port: expected a whole number 0 to 65535, found nothing"),
                broken(
                        "port: 8000",
                        "port: [8000]",
                        "settings.yaml:2:7: port: expected a whole number 0 to 65535, found a list"),
                broken(
                        "port: 8000",
                        "port: {a: 1}",
                        "settings.yaml:2:7: port: expected a whole number 0 to 65535, found a mapping"),
                broken("port: 8000\n", "", "settings.yaml:1:1: port: is missing; expected a whole number 0 to 65535"),
                broken("port: 8000", "port: 8000\nPort: 1", "settings.yaml:3:1: Port: is unknown; did you mean port?"),
                broken(
                        "port: 8000",
                        "port: 8000\nport: 8001",
                        "settings.yaml:3:1: port: stands here a second time; the first is in line 2"),
                broken("port: 8000", "port: 8000\n? [a]\n: b", "settings.yaml:3:3: expected a name before the colon"),
                broken(
                        "debug_mode: false",
                        "debug_mode: yes",
                        "settings.yaml:7:13: debug_mode: expected true or false, found \"yes\""),
                broken(
                        "900 s\nshut",
                        "900\nshut",
                        "settings.yaml:4:15: idle_timeout: expected a time 1 s to 24 h, such as 90 s (ms, s, min, h), found 900"),
                broken(
                        "250 ms",
                        "5 ms",
                        "settings.yaml:9:16: poll_interval: expected a time 10 ms to 60 s, such as 90 s (ms, s, min, h), found \"5 ms\""),
                broken(
                        "20 MB",
                        "20 Mb",
                        "settings.yaml:15:17: max_image_size: expected a size 1 kB to 1 GB, such as 20 MB (B, kB, MB, GB, KiB, MiB, GiB), found \"20 Mb\""),
                broken(
                        "media: 30 days",
                        "media: 30",
                        "settings.yaml:20:18: retention_media: expected never or a time 1 s to 36500 days, such as 30 days (ms, s, min, h, day, days), found 30"),
                broken(
                        "jobs: 90 days",
                        "jobs: ever",
                        "settings.yaml:21:17: retention_jobs: expected never or a time 1 s to 36500 days, such as 30 days (ms, s, min, h, day, days), found \"ever\""),
                broken(
                        "tombstones: 365 days",
                        "tombstones: never",
                        "settings.yaml:22:23: retention_tombstones: expected a time 0 s to 36500 days, such as 30 days (ms, s, min, h, day, days), found \"never\""),
                broken(
                        "900 s\nshut",
                        "1 day\nshut",
                        "settings.yaml:4:15: idle_timeout: expected a time 1 s to 24 h, such as 90 s (ms, s, min, h), found \"1 day\""),
                broken(
                        "port: 8000",
                        "port: 8000\npublic_url: example.org",
                        "settings.yaml:3:13: public_url: expected an address such as https://example.org, found \"example.org\""),
                broken(
                        "port: 8000",
                        "port: 8000\n  x: 1",
                        "settings.yaml:3:4: broken YAML: mapping values are not allowed here"),
                broken(
                        "127.0.0.1",
                        "\"127.0.0.1",
                        "settings.yaml:24:1: broken YAML: while scanning a quoted scalar, found unexpected end of stream"),
                broken(
                        "port: 8000",
                        "port: 8000\ndatabase_url: jdbc:h2:mem:x",
                        "settings.yaml:3:15: database_url: expected a PostgreSQL address such as jdbc:postgresql://db.example.org/mvstudio, found \"jdbc:h2:mem:x\""),
                broken("127.0.0.1", "*nobody", "settings.yaml:1:7: broken YAML: found undefined alias nobody"));
    }

    private static Arguments broken(String found, String replacement, String fault) {
        assertThat(Folder.SETTINGS).contains(found);
        return Arguments.of(Folder.SETTINGS.replace(found, replacement), fault);
    }

    @ParameterizedTest
    @MethodSource("settings")
    void a_broken_setting_is_told_with_its_place(String text, String fault) {
        assertThat(new Folder(root).own("settings.yaml", text).faults()).containsExactly(fault);
    }
}
