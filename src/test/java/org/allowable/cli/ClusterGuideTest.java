package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The job that docs/cluster.md shows can be given to Kubernetes, and runs a command that is there.
 */
class ClusterGuideTest {

  private static final Path JOB = Path.of("docs/cluster/monthly-report.yaml");
  private static final String JAR = "local:///opt/allowable/allowable-cluster.jar";

  private static List<JsonNode> objects() throws IOException {
    try (MappingIterator<JsonNode> documents =
        new YAMLMapper().readerFor(JsonNode.class).readValues(JOB.toFile())) {
      return documents.readAll();
    }
  }

  @Test
  void every_object_says_what_it_is_and_how_it_is_called() throws IOException {
    assertThat(objects())
        .hasSize(6)
        .allMatch(
            object ->
                object.hasNonNull("apiVersion")
                    && object.hasNonNull("kind")
                    && object.path("metadata").hasNonNull("name"));
  }

  @Test
  void the_words_after_the_jar_are_a_command() throws IOException {
    List<String> words = new ArrayList<>();
    objects()
        .get(5)
        .at("/spec/template/spec/containers/0/args")
        .forEach(w -> words.add(w.asText()));
    assertThat(words).contains(JAR);
    List<String> command = words.subList(words.indexOf(JAR) + 1, words.size());
    assertThatCode(() -> Main.commandLine().parseArgs(command.toArray(String[]::new)))
        .doesNotThrowAnyException();
  }
}
