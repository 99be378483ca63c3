package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.model.Progress;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Brings columns to sheets as CONTRIBUTING says, in a copy of the folder jobs. What it adds to
 * schema.lock is what making the lock again adds.
 */
@Tag("long")
class NewColumnTest {

  @TempDir private static Path folder = Path.of("");

  private static Path report = Path.of("");

  @BeforeAll
  static void change_the_files_and_run() throws Exception {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(3_000, 5, sample, 6, YearMonth.of(2026, 9), null, null, false),
        Progress.SILENT);
    Path jobs = folder.resolve("changed/jobs");
    copy(Path.of("jobs"), jobs);
    placeOfServiceOfUnderpaidLines(jobs);
    facilityTypeOfUnmatchedLines(jobs);
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    CommandRun run =
        CommandRun.over(
            folder.resolve("changed"),
            temporary,
            logs,
            "monthly-report",
            "--warehouse",
            sample,
            "--practice",
            sample.resolve("practice.yaml"),
            "--month",
            "2026-07",
            "--out",
            folder.resolve("reports"),
            "--quiet");
    assertThat(run.code()).as(run.err()).isZero();
    report = run.folder();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file));
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
  }

  // On the line of the report already: one line in one file.
  private static void placeOfServiceOfUnderpaidLines(Path jobs) throws IOException {
    after(
        jobs.resolve("report/monthly-report/mart_underpaid_line.sql"),
        "  l.setting,",
        "  l.place_of_service_code,");
    locked(jobs, "mart_underpaid_line,setting,string", "place_of_service_code");
  }

  // In the 835 (CLP08), and nowhere else yet: its SELECTs, and its row in the table of columns.
  private static void facilityTypeOfUnmatchedLines(Path jobs) throws IOException {
    after(
        jobs.resolve("01-staging/stg_remit_line.sql"),
        "  coalesce(claim_status_code, '') as claim_status_code,",
        "  facility_type_code,");
    locked(jobs, "stg_remit_line,claim_status_code,string", "facility_type_code");
    after(
        jobs.resolve("02-matching/int_remit_line.sql"),
        "  claim_status_code,",
        "  facility_type_code,");
    locked(jobs, "int_remit_line,claim_status_code,string", "facility_type_code");
    after(
        jobs.resolve("report/monthly-report/mart_not_matched.sql"),
        "  e.claim_status_code,",
        "  r.facility_type_code,");
    locked(jobs, "mart_not_matched,claim_status_code,string", "facility_type_code");
    replace(
        jobs.resolve("columns.csv"),
        "facility_type_code,string,,,,,,",
        "facility_type_code,string,code,8,,,Facility type,CLP08.");
  }

  private static void locked(Path jobs, String row, String column) throws IOException {
    String table = row.substring(0, row.indexOf(','));
    after(jobs.resolve("schema.lock"), row, table + "," + column + ",string");
  }

  private static void after(Path file, String line, String added) throws IOException {
    replace(file, line + "\n", line + "\n" + added + "\n");
  }

  private static void replace(Path file, String what, String with) throws IOException {
    String text = Files.readString(file);
    assertThat(text).as(file.toString()).containsOnlyOnce(what);
    Files.writeString(file, text.replace(what, with));
  }

  private static List<String> header(String sheet, String first) throws IOException {
    try (OpenedWorkbook book = new OpenedWorkbook(RunFiles.workbook(report))) {
      return book.rowBegunBy(sheet, first);
    }
  }

  @Test
  void a_column_of_the_line_is_the_last_of_its_sheet() throws IOException {
    assertThat(header("Underpaid lines", "Claim")).endsWith("POS");
  }

  @Test
  void a_column_of_the_remittance_is_the_last_of_its_sheet() throws IOException {
    assertThat(header("Not matched", "Claim")).endsWith("Facility type");
  }

  @Test
  void both_stand_in_the_tables() throws IOException {
    assertThat(Files.readAllLines(report.resolve("tables/mart_underpaid_line.csv")).get(0))
        .contains(",place_of_service_code,");
    assertThat(Files.readAllLines(report.resolve("tables/mart_not_matched.csv")).get(0))
        .contains(",facility_type_code,");
  }
}
