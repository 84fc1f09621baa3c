package dev.mvstudio.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaConstructorCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** What is kept apart, and why. */
final class Rules {
    static final String DOMAIN = "dev.mvstudio.domain..";
    static final String APPLICATION = "dev.mvstudio.application..";
    static final String ADAPTERS = "dev.mvstudio.adapter..";
    static final String WIRE = "dev.mvstudio.wire..";
    static final String WEB = "dev.mvstudio.web..";
    static final String CLI = "dev.mvstudio.cli..";
    static final String CONFIG = "dev.mvstudio.config..";

    /** Every package that a rule names. */
    static final List<String> NAMED = List.of(DOMAIN, APPLICATION, ADAPTERS, WIRE, WEB, CLI, CONFIG);

    private static final String[] DATABASES_AND_HTTP = {"java.sql..", "javax.sql..", "java.net.http.."};

    /** The outbound ports: interfaces of the domain with these endings. */
    static final DescribedPredicate<JavaClass> PORTS = describe(
            "are ports",
            c -> c.isInterface()
                    && c.getPackageName().startsWith("dev.mvstudio.domain.")
                    && c.getSimpleName()
                            .matches(
                                    ".*(Generator|Model|Writer|Store|Editor|Probe|Files|Schedule|Documents|Sender|Receiver)"));

    private Rules() {}

    static ArchRule the_domain_knows_only_the_language() {
        return classes()
                .that()
                .resideInAPackage(DOMAIN)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(DOMAIN, "java..", "org.jspecify..")
                .because("the vocabulary outlives every framework, and is read by people who know none of them");
    }

    static ArchRule the_application_knows_the_domain_and_a_logger() {
        return classes()
                .that()
                .resideInAPackage(APPLICATION)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(APPLICATION, DOMAIN, "java..", "org.jspecify..", "org.slf4j..")
                .because("the use cases are a library: whoever embeds it shall not inherit a framework");
    }

    static ArchRule inside_there_is_no_database_and_no_http() {
        return noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, APPLICATION)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DATABASES_AND_HTTP)
                .because("how things are kept and fetched is an adapter's business");
    }

    static ArchRule adapters_do_not_know_each_other() {
        return slices().matching("dev.mvstudio.adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .because("a provider can be left out or added without touching another one");
    }

    static ArchRule adapters_see_only_the_domain_and_the_wire_of_ours() {
        return noClasses()
                .that()
                .resideInAPackage(ADAPTERS)
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.mvstudio..").and(resideOutsideOfPackages(ADAPTERS, DOMAIN, WIRE)))
                .because("an adapter answers to a port; what it is used for may change without it");
    }

    static ArchRule the_wire_knows_nothing_of_ours() {
        return noClasses()
                .that()
                .resideInAPackage(WIRE)
                .should()
                .dependOnClassesThat(resideInAPackage("dev.mvstudio..").and(resideOutsideOfPackage(WIRE)))
                .because("what an answer means is for the adapter to say whose provider gave it");
    }

    static ArchRule only_adapters_see_the_wire() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(ADAPTERS, WIRE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(WIRE)
                .because("whatever else speaks to a provider goes past its port");
    }

    static ArchRule adapters_are_wired_in_factories_only() {
        return noClasses()
                .that()
                .resideInAPackage(ADAPTERS)
                .and()
                .haveSimpleNameNotEndingWith("Factory")
                .and()
                .haveSimpleNameNotEndingWith("Configuration")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.micronaut.context..", "jakarta.inject..")
                .because("users of the library build every adapter with its constructor");
    }

    static ArchRule controllers_and_commands_use_use_cases() {
        return noClasses()
                .that()
                .resideInAnyPackage(WEB, CLI)
                .should()
                .dependOnClassesThat(PORTS)
                .because("whoever goes past the use cases goes past their checks, limits and records");
    }

    static ArchRule outer_rings_meet_adapters_at_run_time_only() {
        return noClasses()
                .that()
                .resideInAnyPackage(WEB, CLI)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTERS, CONFIG)
                .because("which adapters there are is decided in one place");
    }

    static ArchRule time_chance_and_settings_are_passed_in() {
        return noClasses()
                .that()
                .resideInAnyPackage(DOMAIN, APPLICATION)
                .should()
                .callCodeUnitWhere(describe("it asks the machine", Rules::asksTheMachine))
                .because("what is passed in can be replayed, and tested without waiting");
    }

    private static boolean asksTheMachine(JavaCall<?> call) {
        AccessTarget.CodeUnitCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        String method = target.getName();
        return switch (owner) {
            case "java.lang.System" ->
                Set.of("getenv", "getProperty", "currentTimeMillis", "nanoTime").contains(method);
            case "java.lang.Thread" -> method.equals("sleep");
            case "java.lang.Math" -> method.equals("random");
            case "java.util.UUID" -> method.equals("randomUUID");
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            case "java.time.Clock" -> method.startsWith("system");
            default -> target.getRawParameterTypes().isEmpty() && (isNow(owner, method) || isUnseeded(call));
        };
    }

    private static boolean isNow(String owner, String method) {
        return owner.startsWith("java.time.") && method.equals("now");
    }

    private static boolean isUnseeded(JavaCall<?> call) {
        return call instanceof JavaConstructorCall
                && call.getTarget().getOwner().isAssignableTo(Random.class);
    }

    static ArchRule packages_do_not_go_round_in_circles() {
        return slices().matching("dev.mvstudio.(**)")
                .should()
                .beFreeOfCycles()
                .because("what depends on itself can only be read and changed as a whole");
    }

    static ArchRule names_say_what_a_class_is() {
        return noClasses()
                .that(resideInAPackage("dev.mvstudio.."))
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Mapper|Dto)")
                .because("such a name fits everything, so it tells nothing");
    }

    static ArchRule nothing_is_injected_into_fields() {
        return noFields()
                .should()
                .beAnnotatedWith(nameMatchingAnnotation("jakarta\\.inject\\.Inject|.*\\.(Autowired|Value|Property)"))
                .because("an object is complete once it is constructed");
    }

    private static DescribedPredicate<JavaAnnotation<?>> nameMatchingAnnotation(String regex) {
        return describe("injects", a -> nameMatching(regex).test(a.getRawType()));
    }
}
