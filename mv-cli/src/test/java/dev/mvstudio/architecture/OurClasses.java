package dev.mvstudio.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The class files that rules look at. What annotation processors write is left out. */
final class OurClasses {
    private static final Pattern GENERATED =
            Pattern.compile(".*/\\$[^/]*\\.class|.*\\$Definition[^/]*\\.class|.*\\$Introspection[^/]*\\.class");

    private OurClasses() {}

    private static ClassFileImporter importer() {
        return new ClassFileImporter().withImportOption(location -> !location.matches(GENERATED));
    }

    /** All that is shipped. */
    static JavaClasses shipped() {
        return importer()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/testkit/") && !location.contains("/rig/"))
                .importPackages("dev.mvstudio");
    }

    /** Classes that break rules, for showing that the rules bite. */
    static JavaClasses badSamples() {
        return importer()
                .importPackages(
                        "dev.mvstudio.domain.badsample",
                        "dev.mvstudio.application.badsample",
                        "dev.mvstudio.adapter.badone",
                        "dev.mvstudio.adapter.badtwo",
                        "dev.mvstudio.wire.badsample",
                        "dev.mvstudio.web.badsample",
                        "dev.mvstudio.cli.badsample");
    }

    /** The tests of all modules that were compiled, as far as this runs among the sources. */
    static JavaClasses tests() {
        List<Path> folders = modules()
                .map(m -> m.resolve("target/test-classes"))
                .filter(Files::isDirectory)
                .toList();
        return importer().importPaths(folders);
    }

    /** The folders of the modules; none outside the sources. */
    static Stream<Path> modules() {
        Path root = Path.of("").toAbsolutePath();
        while (root != null && !Files.isDirectory(root.resolve("mv-domain"))) {
            root = root.getParent();
        }
        if (root == null) {
            return Stream.empty();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(f -> Files.exists(f.resolve("pom.xml"))).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
