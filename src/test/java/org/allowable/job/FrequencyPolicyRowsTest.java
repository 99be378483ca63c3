package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;
import org.allowable.config.Practice.PayerClass;
import org.allowable.config.PracticeFile;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A policy is rows: a changed row changes verdicts, and one that cannot be read is refused. */
@Tag("long")
class FrequencyPolicyRowsTest {

  private static final String MEDICARE = "medicare,session,12,,4";

  @TempDir private Path folder = Path.of("");

  @Test
  void a_lower_cap_in_the_users_row_makes_a_wrong_denial_right() throws IOException {
    Path lower =
        SessionRun.table(
            folder.resolve("lower"), "frequency_policy", MEDICARE, "medicare,session,12,,3");
    assertThat(List.of(verdict(folder.resolve("none")), verdict(lower)))
        .containsExactly("WRONG UNDER_CAP", "CORRECT OVER_CAP");
  }

  private String verdict(Path reference) throws IOException {
    SessionHistory history = new SessionHistory().known("patient", "Medicare");
    history.paid("patient", "Medicare", "62323", "2025-06-02", "2025-09-01", "2025-12-01");
    history.line("patient", "Medicare", "2026-03-02", "62323").denied("119");
    Path work = folder.resolve("work-" + reference.getFileName());
    return SessionRun.of(history, reference, work, practice(null))
        .verdicts()
        .values()
        .iterator()
        .next();
  }

  private static Practice practice(@org.jspecify.annotations.Nullable List<String> policies) {
    return SessionRun.practice(
        Map.of("Medicare", PayerClass.MEDICARE),
        policies == null ? Map.of() : Map.of("Medicare", policies));
  }

  @Test
  void a_policy_that_no_row_knows_is_refused() {
    assertThatThrownBy(
            () -> read(folder).require(practice(List.of("NOBODYS")), Path.of("practice.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("practice.yaml: payer Medicare names the frequency policy NOBODYS")
        .hasMessageContaining("MEDICARE_ESI")
        .hasMessageEndingWith(".");
  }

  @Test
  void the_example_names_policies_that_ship() {
    Path example = Path.of("data/example/practice.yaml");
    Practice practice = PracticeFile.read(example);
    read(folder).require(practice, example);
    assertThat(practice.payers())
        .extracting(Practice.Payer::frequencyPolicies)
        .contains(List.of("EVICORE_ESI_V1"), List.of("BCBS_MA_690"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "medicare,session,12,,4; medicare,visit,12,,4; unit is none of injection, session",
        "medicare,session,12,,4; medicare,session,12,365,4; one of window_months and window_days",
        "medicare,session,12,,4; medicare,session,,,4; one of window_months and window_days",
        "medicare,session,12,,4; medicare,session,12,,0; cap is less than 1",
        "14,clinical,none; 14,,none; minimum_gap_days and gap_rule"
      })
  void a_row_that_cannot_be_read_is_refused(String from, String to, String sentence)
      throws IOException {
    Path reference = SessionRun.table(folder, "frequency_policy", from, to);
    assertThatThrownBy(() -> read(reference))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Reference table frequency_policy, row MEDICARE_ESI / 4 in 12 months")
        .hasMessageContaining(sentence);
  }

  @Test
  void codes_of_a_policy_without_limits_are_refused() throws IOException {
    Path reference =
        SessionRun.table(
            folder, "frequency_policy_code", "", "", "LOST,62323,any,2020-01-01,,test");
    assertThatThrownBy(() -> read(reference))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("frequency_policy has no row of this policy");
  }

  private FrequencyPolicies read(Path reference) {
    try {
      return FrequencyPolicies.read(
          new ReferenceViews(reference, Files.createTempDirectory(folder, "unpacked")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
