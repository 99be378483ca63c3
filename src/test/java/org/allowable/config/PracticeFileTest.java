package org.allowable.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a practice file may not say, starting from the shipped example. */
class PracticeFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void the_example_is_read() throws IOException {
    assertThat(PracticeFile.read(changed("", "")).payers()).hasSize(8);
  }

  @Test
  void two_payers_with_one_identifier_are_refused() {
    refused("PIN01", "blu01", "Blue Harbor and Pinnacle Health claim the same identifier");
  }

  @Test
  void two_payers_known_by_one_name_are_refused() {
    refused("PINNACLE HEALTH PLAN", "Blue Harbor Health", "claim the same name");
  }

  @Test
  void a_payer_twice_is_refused() {
    refused("name: Pinnacle Health", "name: Blue Harbor", "claim the same payer");
  }

  @Test
  void a_physician_twice_is_refused() {
    refused("1999999935", "1999999943", "A. Adler and B. Brook claim the same NPI");
  }

  @Test
  void a_percent_written_as_a_multiple_is_refused() {
    refused("percent: 145", "percent: 1.45", "Write 140 for 140 percent");
  }

  private void refused(String from, String to, String sentence) {
    assertThatThrownBy(() -> PracticeFile.read(changed(from, to)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(sentence);
  }

  private Path changed(String from, String to) throws IOException {
    String example = Files.readString(Path.of("data/example/practice.yaml"));
    assertThat(example).contains(from);
    return Files.writeString(folder.resolve("practice.yaml"), example.replace(from, to));
  }
}
