package org.allowable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files and folders that the guides name are there. */
class GuideTest {

  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:[\\w.-]+/)*[\\w.-]+\\.(?:sql|java|csv|yaml|md|xml)|(?:[\\w.-]+/)+[\\w.-]+");
  // What the reader makes.
  private static final Set<String> OWN = Set.of("canary.csv");

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "CHANGELOG.md", "jobs/README.md", "docs/flow.md"})
  void links_lead_somewhere(String page) throws IOException {
    Path file = Path.of(page);
    assertThat(found(file, LINK)).isNotEmpty().allMatch(link -> exists(file, link));
  }

  @ParameterizedTest
  @ValueSource(strings = {"CONTRIBUTING.md", "CHANGELOG.md"})
  void files_and_folders_that_are_named_exist(String page) throws IOException {
    List<String> named =
        found(Path.of(page), QUOTED).stream()
            .filter(NAMED.asMatchPredicate())
            .filter(Predicate.not(OWN::contains))
            .toList();
    Set<String> all = files();
    assertThat(named)
        .isNotEmpty()
        .allMatch(name -> all.stream().anyMatch(path -> ("/" + path).endsWith("/" + name)));
  }

  private static List<String> found(Path page, Pattern pattern) throws IOException {
    return pattern.matcher(Files.readString(page)).results().map(GuideTest::group).toList();
  }

  private static String group(MatchResult result) {
    return result.group(1);
  }

  private static boolean exists(Path page, String link) {
    return Files.exists(page.resolveSibling(link));
  }

  // Files and folders of the project.
  private static Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(""))) {
      return all.map(path -> path.toString().replace('\\', '/'))
          .filter(path -> !path.startsWith("target/") && !path.startsWith(".git/"))
          .collect(Collectors.toSet());
    }
  }
}
