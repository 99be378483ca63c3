package org.allowable.job;

import static org.allowable.job.SmallRun.usd;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.allowable.config.EngineChoice;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Facility lines, by the rates that CMS publishes in its addenda AA, BB and B, as shipped. */
@Tag("long")
class FacilityCasesTest {

  private record Answer(String status, @Nullable Object amount) {}

  private static final List<String> REQUESTS = new ArrayList<>();
  private static final List<Answer> ANSWERS = new ArrayList<>();

  @TempDir private static Path folder = Path.of("");

  private static int ask(String code, String date, String system, String wageIndex, String units) {
    return ask(code, date, system, wageIndex, units, "");
  }

  private static int ask(
      String code, String date, String system, String wageIndex, String units, String encounter) {
    REQUESTS.add(
        String.join(
            ",",
            code,
            ",,,",
            system.equals("asc") ? "24" : "22",
            date,
            "12402",
            "01",
            units,
            "",
            system,
            wageIndex,
            encounter));
    return REQUESTS.size() - 1;
  }

  @BeforeAll
  static void price() throws IOException {
    Path file = folder.resolve("requests.csv");
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", PriceRequestFile.COLUMNS) + ",payment_system,wage_index,encounter");
    lines.addAll(REQUESTS);
    Files.write(file, lines);
    Path work = Files.createDirectory(folder.resolve("work"));
    Path reference = folder.resolve("reference");
    Path excluded = Files.createDirectories(reference.resolve("asc_excluded"));
    Files.writeString(
        excluded.resolve("2026A.csv"),
        """
        release,effective_from_date,hcpcs_code,source_file,source_sha256
        2026A,2026-01-01,22633,invented,invented
        """);
    Files.writeString(
        excluded.resolve("2025A.csv"),
        """
        release,effective_from_date,hcpcs_code,source_file,source_sha256
        2025A,2025-01-01,22630,invented,invented
        """);
    Rows rows =
        PriceRun.price(
            new PriceRequestFile(file),
            reference,
            ApmStatus.NON_QP,
            List.of(),
            new Engines(EngineChoice.AUTO, work),
            Progress.SILENT);
    int status = rows.columns().indexOf("pricing_status");
    int amount = rows.columns().indexOf("medicare_fee_amount");
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      @Nullable Object[] row = i.next();
      ANSWERS.add(new Answer(String.valueOf(row[status]), row[amount]));
    }
  }

  private static void priced(int question, String amount) {
    assertThat(ANSWERS.get(question)).isEqualTo(new Answer("PRICED", usd(amount)));
  }

  private static void notPriced(int question, String status) {
    assertThat(ANSWERS.get(question)).isEqualTo(new Answer(status, null));
  }

  private static final int NATIONAL = ask("62323", "2026-02-03", "asc", "1", "1");

  @Test
  void a_surgical_center_where_wages_are_the_nations_has_the_published_rate() {
    priced(NATIONAL, "387.46");
  }

  private static final int DEAR = ask("62323", "2026-02-03", "asc", "1.1", "1");

  @Test
  void half_of_a_surgical_centers_rate_follows_the_wage_index() {
    // 387.46 x (0.5 x 1.1 + 0.5), less nothing: its device part is not apart.
    priced(DEAR, "406.83");
  }

  private static final int DEVICE = ask("63650", "2026-02-03", "asc", "1.2", "1");

  @Test
  void the_device_of_a_device_intensive_procedure_does_not_follow_the_wage_index() {
    // (5,030.95 - 3,022.71) x (0.5 x 1.2 + 0.5) + 3,022.71
    priced(DEVICE, "5231.77");
  }

  private static final int HIGHEST = ask("64483", "2026-02-03", "asc", "1", "1", "a");
  private static final int OTHER = ask("62323", "2026-02-03", "asc", "1", "1", "a");

  @Test
  void the_highest_procedure_of_a_day_in_a_surgical_center_is_paid_in_full() {
    priced(HIGHEST, "485.51");
  }

  @Test
  void every_other_procedure_of_a_day_in_a_surgical_center_is_paid_by_half() {
    priced(OTHER, "193.73");
  }

  private static final int TWICE = ask("62323", "2026-02-03", "asc", "1", "2");

  @Test
  void a_second_unit_in_a_surgical_center_is_paid_by_half() {
    priced(TWICE, "581.19");
  }

  private static final int PACKAGED = ask("64484", "2026-02-03", "asc", "1", "1");

  @Test
  void a_packaged_code_of_a_surgical_center_has_no_price_of_its_own() {
    notPriced(PACKAGED, "BUNDLED");
  }

  private static final int ABSENT = ask("99213", "2026-02-03", "asc", "1", "1");

  @Test
  void a_code_that_the_addenda_do_not_list_has_no_fee() {
    notPriced(ABSENT, "NOT_IN_EXTRACT");
  }

  private static final int EXCLUDED = ask("22633", "2026-02-03", "asc", "1", "1");
  private static final int EXCLUDED_IN_2026 = ask("22633", "2025-02-03", "asc", "1", "1");
  private static final int IN_HOSPITAL = ask("22630", "2025-06-03", "opps", "1", "1");

  @Test
  void a_code_that_medicare_excludes_from_surgical_centers_says_so() {
    notPriced(EXCLUDED, "NOT_COVERED_IN_ASC");
  }

  @Test
  void a_code_is_not_excluded_by_another_release() {
    notPriced(EXCLUDED_IN_2026, "NOT_IN_EXTRACT");
  }

  @Test
  void an_exclusion_from_surgical_centers_says_nothing_of_a_hospital() {
    notPriced(IN_HOSPITAL, "NOT_IN_EXTRACT");
  }

  private static final int NO_INDEX = ask("62323", "2026-02-03", "asc", "", "1");

  @Test
  void a_facility_without_a_wage_index_is_not_priced_as_if_it_were_one() {
    notPriced(NO_INDEX, "NO_WAGE_INDEX");
  }

  private static final int HOSPITAL = ask("20552", "2025-06-03", "opps", "1", "1");

  @Test
  void a_hospital_where_wages_are_the_nations_has_the_published_rate() {
    priced(HOSPITAL, "295.19");
  }

  private static final int CHEAP = ask("20552", "2025-06-03", "opps", "0.9", "1");

  @Test
  void three_fifths_of_a_hospitals_rate_follow_the_wage_index() {
    // 295.19 x (0.6 x 0.9 + 0.4)
    priced(CHEAP, "277.48");
  }
}
