package dev.mvstudio.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserDataTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void on_linux_it_follows_the_xdg_rules() {
        assertThat(UserData.folder(Map.of(), "Linux", HOME)).isEqualTo(Path.of("/home/ada/.local/share/mvstudio"));
        assertThat(UserData.folder(Map.of("XDG_DATA_HOME", "/data"), "Linux", HOME))
                .isEqualTo(Path.of("/data/mvstudio"));
        assertThat(UserData.folder(Map.of("XDG_DATA_HOME", "relative"), "Linux", HOME))
                .isEqualTo(Path.of("/home/ada/.local/share/mvstudio"));
    }

    @Test
    void on_macos_it_is_application_support() {
        assertThat(UserData.folder(Map.of("XDG_DATA_HOME", "/data"), "Mac OS X", HOME))
                .isEqualTo(Path.of("/home/ada/Library/Application Support/mvstudio"));
    }

    @Test
    void on_windows_it_is_the_local_application_data() {
        assertThat(UserData.folder(Map.of(), "Windows 11", HOME))
                .isEqualTo(Path.of("/home/ada/AppData/Local/mvstudio"));
    }
}
