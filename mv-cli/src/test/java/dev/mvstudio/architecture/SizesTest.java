package dev.mvstudio.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SizesTest {
    private static final int MOST_LINES = 250;

    @Test
    void no_source_file_is_longer_than_one_can_read_at_once() throws IOException {
        Map<String, Integer> tooLong = new TreeMap<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > MOST_LINES) {
                tooLong.put(file.getFileName().toString(), lines);
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_package_says_what_it_is_and_takes_no_nulls() throws IOException {
        for (Path file : sources()) {
            Path info = file.resolveSibling("package-info.java");
            assertThat(info).exists();
            assertThat(Files.readString(info)).contains("@NullMarked", "/**");
        }
    }

    private static List<Path> sources() throws IOException {
        Stream.Builder<Path> all = Stream.builder();
        for (Path module :
                OurClasses.modules().filter(m -> !m.endsWith("mv-testkit")).toList()) {
            Path main = module.resolve("src/main/java");
            if (Files.isDirectory(main)) {
                try (Stream<Path> files = Files.walk(main)) {
                    files.filter(f -> f.toString().endsWith(".java")).forEach(all);
                }
            }
        }
        return all.build().toList();
    }
}
