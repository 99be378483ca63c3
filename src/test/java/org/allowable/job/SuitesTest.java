package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.SelectClasses;

/** Classes named Cases share a run and are not found by themselves: a suite must name each. */
class SuitesTest {

  private static final List<Class<?>> SUITES =
      List.of(RemittanceCasesTest.class, PricingRuleCasesTest.class, CodingCasesTest.class);

  @Test
  void every_class_of_cases_is_in_one_suite() throws IOException {
    Stream<String> selected =
        SUITES.stream()
            .map(suite -> Objects.requireNonNull(suite.getAnnotation(SelectClasses.class)))
            .flatMap(named -> Stream.of(named.value()))
            .map(Class::getSimpleName);
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      List<String> cases =
          files
              .filter(file -> file.toString().endsWith("Cases.java"))
              .filter(SuitesTest::hasTests)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .toList();
      assertThat(selected).containsExactlyInAnyOrderElementsOf(cases);
    }
  }

  private static boolean hasTests(Path file) {
    try {
      String text = Files.readString(file);
      return text.contains("  @Test\n") || text.contains("  @ParameterizedTest\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
