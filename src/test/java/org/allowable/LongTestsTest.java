package org.allowable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** What runs a job is tagged long, so that the quick lane leaves it out. */
@AnalyzeClasses(packages = "org.allowable", importOptions = OnlyIncludeTests.class)
@ArchTag("long")
class LongTestsTest {

  // One plans every SELECT over empty tables, which is what the quick lane is for; the others only
  // name classes that run.
  private static final Set<String> QUICK =
      Set.of("SqlContractTest", "SchemaLockTest", "RetrainingReviewPlanTest", "SuitesTest");

  @ArchTest
  static void tests_that_run_jobs_are_long(JavaClasses all) {
    Set<JavaClass> users = new HashSet<>();
    addUsers(all.get(Sparks.class), users);
    classes()
        .that(areTests())
        .and(DescribedPredicate.describe("run Spark", users::contains))
        .should(beTagged())
        .because("mvn -Pquick test leaves out what is tagged long")
        .check(all);
  }

  // From the session to those who use it: the other way would be a walk from every class.
  private static void addUsers(JavaClass used, Set<JavaClass> users) {
    used.getDirectDependenciesToSelf().stream()
        .map(Dependency::getOriginClass)
        .filter(users::add)
        .forEach(user -> addUsers(user, users));
  }

  private static DescribedPredicate<JavaClass> areTests() {
    return DescribedPredicate.describe(
        "have tests",
        type ->
            !QUICK.contains(type.getSimpleName())
                // What is nested in a test is tagged where that is.
                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                && type.getMethods().stream()
                    .anyMatch(
                        method ->
                            method.isAnnotatedWith(Test.class)
                                || method.isAnnotatedWith(ParameterizedTest.class)));
  }

  private static ArchCondition<JavaClass> beTagged() {
    return new ArchCondition<>("be tagged long or faults") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean isTagged =
            Arrays.stream(type.reflect().getAnnotationsByType(Tag.class))
                .anyMatch(tag -> Set.of("long", "faults").contains(tag.value()));
        events.add(new SimpleConditionEvent(type, isTagged, type.getName() + " is not tagged"));
      }
    };
  }
}
