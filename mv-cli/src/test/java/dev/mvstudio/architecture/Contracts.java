package dev.mvstudio.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.stream.Stream;

/** Every port has a contract, and every implementation a test that extends it. */
final class Contracts {
    private Contracts() {}

    static ArchRule every_implementation_of_a_port_keeps_its_contract(JavaClasses tests) {
        return classes()
                .that()
                .resideInAPackage(Rules.ADAPTERS)
                .and()
                .doNotHaveModifier(JavaModifier.ABSTRACT)
                .and()
                .areNotInterfaces()
                .should(keepTheContractOfTheirPort(tests))
                .because("a fake and the real thing that behave differently make every other test worthless");
    }

    private static ArchCondition<JavaClass> keepTheContractOfTheirPort(JavaClasses tests) {
        return new ArchCondition<>("keep the contract of their port") {
            @Override
            public void check(JavaClass implementation, ConditionEvents events) {
                ports(implementation)
                        .filter(port -> tests.stream().noneMatch(t -> isContractTest(t, port, implementation)))
                        .forEach(port -> events.add(SimpleConditionEvent.violated(
                                implementation,
                                implementation.getName() + " has no test that extends " + port.getSimpleName()
                                        + "Contract")));
            }
        };
    }

    /** The most special ports: a video model is a generator as well. */
    private static Stream<JavaClass> ports(JavaClass implementation) {
        return implementation.getAllRawInterfaces().stream()
                .filter(Rules.PORTS)
                .filter(port -> implementation.getAllRawInterfaces().stream()
                        .noneMatch(other ->
                                other != port && Rules.PORTS.test(other) && other.isAssignableTo(port.getName())));
    }

    private static boolean isContractTest(JavaClass test, JavaClass port, JavaClass implementation) {
        String contract = port.getSimpleName() + "Contract";
        Optional<JavaClass> ancestor = test.getAllRawSuperclasses().stream()
                .filter(c -> c.getSimpleName().equals(contract))
                .findFirst();
        return ancestor.isPresent()
                && test.getDirectDependenciesFromSelf().stream()
                        .anyMatch(d -> d.getTargetClass().getName().equals(implementation.getName()));
    }
}
