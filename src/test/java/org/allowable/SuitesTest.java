package org.allowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Classes named Cases share a run and are not found by themselves: a suite must name each. */
class SuitesTest {

  private static final Path TESTS = Path.of("src/test/java");
  private static final Pattern SUITE =
      Pattern.compile("@SelectClasses\\(\\{(.*?)}\\)", Pattern.DOTALL);
  private static final Pattern SELECTED = Pattern.compile("(\\w+)\\.class");

  @Test
  void every_class_of_cases_is_in_one_suite() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(TESTS)) {
      files = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    List<String> selected =
        files.stream()
            .flatMap(file -> SUITE.matcher(text(file)).results())
            .flatMap(suite -> SELECTED.matcher(suite.group(1)).results())
            .map((MatchResult name) -> name.group(1))
            .toList();
    List<String> cases =
        files.stream()
            .filter(file -> file.toString().endsWith("Cases.java") && hasTests(file))
            .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
            .toList();
    assertThat(selected).hasSizeGreaterThan(20).containsExactlyInAnyOrderElementsOf(cases);
  }

  private static boolean hasTests(Path file) {
    String text = text(file);
    return text.contains("  @Test\n") || text.contains("  @ParameterizedTest\n");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
