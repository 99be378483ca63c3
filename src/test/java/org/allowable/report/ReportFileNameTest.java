package org.allowable.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files are called, whatever a practice or a payer is called. */
class ReportFileNameTest {

  private static String named(String practice) {
    return ReportFileName.of(practice, "2026-09", "monthly report").ending("xlsx");
  }

  @Test
  void a_file_says_practice_month_and_report() {
    assertThat(named("Example Pain Practice"))
        .isEqualTo("Example Pain Practice 2026-09 monthly report.xlsx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "North/South Pain; North South Pain",
        "Pain: a clinic; Pain a clinic",
        "C:\\Pain*?<>|; C Pain",
        "\"Dr. Who\" & Sons, P.C.; Dr. Who & Sons, P.C",
        "../../etc/passwd; etc passwd",
        ".hidden; hidden",
        "Clínica del Dolor; Clinica del Dolor",
        "Pain – Spine’s; Pain - Spine's",
        "100% [Pain] #1; 100 Pain 1"
      })
  void what_a_file_name_cannot_hold_is_left_out(String practice, String plain) {
    assertThat(named(practice)).isEqualTo(plain + " 2026-09 monthly report.xlsx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "///", "痛みの診療所", "\n\t"})
  void a_practice_without_a_letter_that_a_file_name_takes_is_left_out(String practice) {
    assertThat(named(practice)).isEqualTo("2026-09 monthly report.xlsx");
  }

  @Test
  void a_long_name_is_cut_and_the_month_stays() {
    assertThat(named("Very Long ".repeat(40)))
        .hasSizeLessThan(100)
        .endsWith("Long 2026-09 monthly report.xlsx");
  }

  @Test
  void a_control_character_leads_nowhere_else() {
    String name = named("a\u0000b\u007fc\r\nd");
    assertThat(Path.of("run").resolve(name)).hasFileName("a b c d 2026-09 monthly report.xlsx");
  }

  @Test
  void names_that_come_out_alike_are_numbered() {
    ReportFileName name = ReportFileName.of("P", "2026-09", "exhibit A:B");
    assertThat(name.notAmong(Set.of("p 2026-09 exhibit a b")).words())
        .isEqualTo("P 2026-09 exhibit A B 2");
  }
}
