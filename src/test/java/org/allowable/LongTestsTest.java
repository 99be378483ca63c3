package org.allowable;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
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
  static final ArchRule tests_that_run_jobs_are_long =
      classes()
          .that(areTests())
          .and(runSpark())
          .should(beTagged())
          .because("mvn -Pquick test leaves out what is tagged long");

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

  private static DescribedPredicate<JavaClass> runSpark() {
    return DescribedPredicate.describe(
        "run Spark",
        type ->
            type.getTransitiveDependenciesFromSelf().stream()
                .anyMatch(uses -> uses.getTargetClass().getSimpleName().equals("Sparks")));
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
