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

  @Test
  void a_percent_of_more_decimals_than_are_kept_is_refused() {
    refused("percent: 145", "percent: 145.0005", "at most three decimals");
  }

  @Test
  void a_facility_twice_is_refused() {
    refused(
        "physicians:",
        facilities("1999999976", "1.0512") + facility("1999999976", "1.1") + "physicians:",
        "facilities[0] and facilities[1] claim the same billing_npi");
  }

  @Test
  void a_wage_index_of_more_decimals_than_cms_has_is_refused() {
    refused(
        "physicians:",
        facilities("1999999976", "1.05125") + "physicians:",
        "facilities[0] has the wage_index 1.05125");
  }

  @Test
  void a_facility_without_wage_index_is_refused() {
    refused(
        "physicians:",
        "facilities: [{billing_npi: \"1999999976\", payment_system: asc}]\nphysicians:",
        "needs billing_npi, payment_system and wage_index");
  }

  @Test
  void a_wage_index_may_end_in_zeros() throws IOException {
    Path file = changed("physicians:", facilities("1999999976", "1.051200") + "physicians:");
    assertThat(PracticeFile.read(file).facilities()).hasSize(1);
  }

  private static String facilities(String npi, String wageIndex) {
    return "facilities:\n" + facility(npi, wageIndex);
  }

  private static String facility(String npi, String wageIndex) {
    return "  - {billing_npi: \"%s\", payment_system: asc, wage_index: %s}\n"
        .formatted(npi, wageIndex);
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
