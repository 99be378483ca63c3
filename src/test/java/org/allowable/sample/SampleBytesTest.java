package org.allowable.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.sample.price.SampleReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class SampleBytesTest {

  @TempDir private Path folder;

  private Map<String, Integer> hashes(String name, long seed) throws IOException {
    Path out = folder.resolve(name);
    write(out, seed);
    Map<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(out.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  private void write(Path out, long seed) throws IOException {
    @Nullable Path reference = SampleReference.write(folder.resolve("reference"));
    Sample.write(
        new SampleRequest(500, seed, out, 4, YearMonth.of(2026, 3), null, reference, true),
        Progress.SILENT);
  }

  @Test
  void the_same_seed_gives_the_same_bytes() throws IOException {
    assertThat(hashes("one", 7)).isEqualTo(hashes("other", 7));
  }

  @Test
  void another_seed_gives_other_lines() throws IOException {
    String lines = "truth/line.csv";
    assertThat(hashes("one", 7).get(lines)).isNotEqualTo(hashes("other", 8).get(lines));
  }

  @Test
  void a_folder_in_use_is_left_alone() throws IOException {
    Path out = Files.createDirectory(folder.resolve("used"));
    Files.writeString(out.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> write(out, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("in use");
    assertThat(out.resolve("mine.txt")).hasContent("mine");
  }

  @Test
  void an_attempt_that_fails_leaves_nothing() throws IOException {
    Path out = folder.resolve("none");
    Path reference = Files.createDirectory(folder.resolve("empty"));
    Path practice = Files.writeString(folder.resolve("bad.yaml"), "name: Nobody");
    SampleRequest request =
        new SampleRequest(500, 1, out, 4, YearMonth.of(2026, 3), practice, reference, false);
    assertThatThrownBy(() -> Sample.write(request, Progress.SILENT));
    assertThat(out).doesNotExist();
    assertThat(folder.resolve("none.unfinished")).doesNotExist();
  }

  @Test
  void what_an_earlier_attempt_left_is_swept_away() throws IOException {
    Path left = Files.createDirectories(folder.resolve("one.unfinished/claim_line"));
    Files.writeString(left.resolve("part.parquet"), "cut");
    write(folder.resolve("one"), 1);
    assertThat(folder.resolve("one.unfinished")).doesNotExist();
    assertThat(folder.resolve("one/claim_line/part.parquet")).doesNotExist();
  }
}
