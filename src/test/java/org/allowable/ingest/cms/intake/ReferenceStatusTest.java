package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allowable.ingest.cms.intake.ReferenceStatus.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is loaded against the calendar; the tables are the test's own. */
@Tag("long")
class ReferenceStatusTest {

  private static final String PAIRS =
      "column_1_code,column_2_code,effective_from_date,deletion_date,modifier_indicator,source_file,source_sha256\n";

  @TempDir Path folder;
  private Path reference;

  @BeforeEach
  void reference() throws IOException {
    reference = Files.createDirectory(folder.resolve("reference"));
    write(
        "release_calendar",
        """
        release,effective_from_date,source
        2026A,2026-01-01,invented
        2026B,2026-04-01,invented
        2026C,2026-07-01,invented
        2026D,2026-10-01,invented
        """);
  }

  private void write(String table, String text) throws IOException {
    Files.writeString(reference.resolve(table + ".csv"), text);
  }

  private void caps(String... releases) throws IOException {
    StringBuilder text =
        new StringBuilder(
            "release,effective_from_date,hcpcs_code,modifier,status_code,carrier,locality,"
                + "facility_amount,non_facility_amount,source_file,source_sha256\n");
    for (String release : releases) {
      int month = 3 * (release.charAt(4) - 'A') + 1;
      text.append(release).append(",2026-%02d-01".formatted(month));
      text.append(",77002,TC,A,12402,01,1.00,1.00,invented,invented\n");
    }
    write("opps_cap", text.toString());
  }

  private Kind kind(String name, String day) throws IOException {
    List<Kind> kinds =
        ReferenceStatus.on(
            LocalDate.parse(day), reference, Files.createTempDirectory(folder, "work"));
    return kinds.stream().filter(kind -> kind.kind().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void what_is_in_force_and_loaded_misses_nothing() throws IOException {
    caps("2026B");
    Kind kind = kind("opps_cap", "2026-06-30");
    assertThat(kind.inForce()).isEqualTo("2026B");
    assertThat(kind.missingSince()).isNull();
    assertThat(kind.missing()).isEmpty();
  }

  @Test
  void a_release_is_missing_from_its_first_day() throws IOException {
    caps("2026B");
    assertThat(kind("opps_cap", "2026-07-01").missingSince()).isEqualTo("2026-07-01");
  }

  @Test
  void releases_missing_one_after_the_other_are_missing_since_the_first() throws IOException {
    caps("2026A");
    Kind kind = kind("opps_cap", "2026-11-02");
    assertThat(kind.missingSince()).isEqualTo("2026-04-01");
    assertThat(kind.missing()).containsExactly("2026B", "2026C", "2026D");
  }

  @Test
  void a_gap_before_the_release_in_force_is_named_without_a_day() throws IOException {
    caps("2026A", "2026C");
    Kind kind = kind("opps_cap", "2026-08-03");
    assertThat(kind.missingSince()).isNull();
    assertThat(kind.missing()).containsExactly("2026B");
  }

  @Test
  void a_kind_that_was_never_loaded_says_so() throws IOException {
    Kind kind = kind("opps_cap", "2026-08-03");
    assertThat(kind.loaded()).isNull();
    assertThat(kind.missing()).containsExactly("2026C");
  }

  @Test
  void a_history_holds_every_release_up_to_its_latest_day() throws IOException {
    write("procedure_pair", PAIRS + "64483,77002,2026-04-01,,1,ccipra.txt,invented\n");
    Kind kind = kind("procedure_pair", "2026-08-03");
    assertThat(kind.loaded()).isEqualTo("2026B");
    assertThat(kind.missing()).containsExactly("2026C");
  }

  @Test
  void a_history_without_days_is_of_the_quarter_in_its_files_name() throws IOException {
    write("procedure_pair", PAIRS + "64483,77002,,,1,ptp_2026Q3.csv,invented\n");
    assertThat(kind("procedure_pair", "2026-08-03").loaded()).isEqualTo("2026C");
  }

  @Test
  void a_calendar_ends_when_the_release_after_its_last_is_due() throws IOException {
    assertThat(kind("opps_cap", "2026-08-03").calendarEnd()).isEqualTo("2027-01-01");
  }

  @Test
  void every_kind_names_its_page() throws IOException {
    assertThat(kind("gpci", "2026-08-03").page()).startsWith("Medicare, Physician Fee Schedule");
  }
}
