package dev.mvstudio.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Named.named;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses SHIPPED = OurClasses.shipped();
    private static final JavaClasses BAD = OurClasses.badSamples();

    static final List<String> NAMED_PACKAGES = Rules.NAMED;

    static Stream<Arguments> rules() {
        return Stream.of(
                rule(Rules.the_domain_knows_only_the_language(), "KnowsJson"),
                rule(Rules.the_application_knows_the_domain_and_a_logger(), "InjectedField"),
                rule(Rules.inside_there_is_no_database_and_no_http(), "KnowsADatabase"),
                rule(Rules.adapters_do_not_know_each_other(), "UsesAnother"),
                rule(Rules.adapters_see_only_the_domain_and_the_wire_of_ours(), "UsesTheApplication"),
                rule(Rules.the_wire_knows_nothing_of_ours(), "KnowsTheDomain"),
                rule(Rules.only_adapters_see_the_wire(), "UsesTheWire"),
                rule(Rules.adapters_are_wired_in_factories_only(), "WiredByItself"),
                rule(
                        Rules.controllers_and_commands_use_use_cases(),
                        "web.badsample.UsesAPort",
                        "cli.badsample.UsesAPort"),
                rule(Rules.outer_rings_meet_adapters_at_run_time_only(), "UsesAnAdapter"),
                rule(
                        Rules.time_chance_and_settings_are_passed_in(),
                        "AsksTheMachine.time",
                        "AsksTheMachine.setting",
                        "AsksTheMachine.seed",
                        "AsksTheMachine.id",
                        "AsksTheMachine.pause"),
                rule(Rules.packages_do_not_go_round_in_circles(), "domain.badsample.one"),
                rule(Rules.names_say_what_a_class_is(), "PromptHelper"),
                rule(Rules.nothing_is_injected_into_fields(), "InjectedField.somebody"),
                rule(Contracts.every_implementation_of_a_port_keeps_its_contract(OurClasses.tests()), "UntestedFiles"));
    }

    private static Arguments rule(ArchRule rule, String... culprits) {
        Named<ArchRule> readable = named(rule.getDescription().replaceAll(", because.*", ""), rule);
        return Arguments.of(readable, List.of(culprits));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void is_kept(ArchRule rule, List<String> culprits) {
        rule.check(SHIPPED);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void bites(ArchRule rule, List<String> culprits) {
        assertThatThrownBy(() -> rule.check(BAD))
                .isInstanceOf(AssertionError.class)
                .satisfies(e ->
                        culprits.forEach(culprit -> assertThat(e.getMessage()).contains(culprit)));
    }

    @ParameterizedTest
    @FieldSource("NAMED_PACKAGES")
    void a_package_that_a_rule_names_exists(String named) {
        assertThat(SHIPPED.stream().filter(resideInAPackage(named))).isNotEmpty();
    }

    @Test
    void the_ports_are_found() {
        assertThat(SHIPPED.stream().filter(Rules.PORTS).map(c -> c.getSimpleName()))
                .contains(
                        "Generator",
                        "ImageModel",
                        "VideoModel",
                        "SceneWriter",
                        "AssetStore",
                        "VideoEditor",
                        "MediaProbe",
                        "RemoteFiles",
                        "SceneFiles",
                        "JobStore",
                        "JobSchedule",
                        "Documents",
                        "WebhookSender",
                        "DeliveryStore");
    }
}
