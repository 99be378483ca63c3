package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.allowable.ingest.price.PriceRequestFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prices explained and under scenarios, and what must be refused in one sentence. */
@Tag("long")
class PriceCommandTest {

  private static final String HEADER = String.join(",", PriceRequestFile.COLUMNS);
  private static final String SOUND = "62323,,,,,11,2025-11-03,12402,01,1,900";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int price(String... lines) throws IOException {
    Path file = folder.resolve("requests.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return Main.commandLine()
        .setErr(new PrintWriter(err, true))
        .execute("price", "--in", file.toString(), "--out", out().toString());
  }

  private Path out() {
    return folder.resolve("priced.csv");
  }

  private int priceBytes(byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("requests.csv"), content);
    return Main.commandLine()
        .setErr(new PrintWriter(err, true))
        .execute("price", "--in", file.toString(), "--out", out().toString());
  }

  private void refused(String... saying) {
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(saying);
    assertThat(out()).doesNotExist();
  }

  @Test
  void a_missing_column_is_named() throws IOException {
    assertThat(price(HEADER.replace(",service_date", ""), SOUND)).isEqualTo(3);
    refused("row 1", "service_date");
  }

  @Test
  void a_column_twice_is_refused() throws IOException {
    assertThat(price(HEADER + ",units", SOUND + ",1")).isEqualTo(3);
    refused("row 1", "duplicate column");
  }

  @Test
  void a_bad_date_is_named_by_row_and_column() throws IOException {
    assertThat(price(HEADER, SOUND, SOUND.replace("2025-11-03", "11/03/2025"))).isEqualTo(3);
    refused("row 3", "service_date");
  }

  @Test
  void a_day_that_is_not_in_the_calendar_is_refused() throws IOException {
    assertThat(price(HEADER, SOUND.replace("2025-11-03", "2025-02-30"))).isEqualTo(3);
    refused("row 2", "service_date");
  }

  @Test
  void a_bad_number_is_named_by_row_and_column() throws IOException {
    assertThat(price(HEADER, SOUND.replace(",1,900", ",one,900"))).isEqualTo(3);
    refused("row 2", "units");
  }

  @Test
  void a_charge_with_a_dollar_sign_is_refused() throws IOException {
    assertThat(price(HEADER, SOUND.replace("900", "$900"))).isEqualTo(3);
    refused("row 2", "charge_amount");
  }

  private static final String ALABAMA = "99213,,,,,11,2026-09-10,01112,05,1,300";

  // One run answers whatever a spreadsheet does to numbers and rows without harm.
  private static final List<String> HARMLESS =
      List.of(
          HEADER,
          ",".repeat(10),
          ALABAMA,
          ALABAMA.replace("01112,05", "1112,5"),
          "",
          "99213.0,25.0,,,,11.0,2026-09-10,1112.0,5.00,1.0,300.00",
          "62323,,,,,11,2027-01-04,12402,01,1,9000.00",
          SOUND,
          SOUND.replace(",1,900", ",-1,900"),
          ",".repeat(10));

  @TempDir private static Path shared = Path.of("");

  private static List<String> priced = List.of();
  private static List<String> pricedAgain = List.of();

  @BeforeAll
  static void price_what_is_harmless() throws IOException {
    Path asked = Files.write(shared.resolve("asked.csv"), HARMLESS);
    priced = Files.readAllLines(priced(asked, shared.resolve("once.csv")));
    pricedAgain =
        Files.readAllLines(priced(shared.resolve("once.csv"), shared.resolve("again.csv")));
  }

  private static Path priced(Path requests, Path out) {
    CommandRun run = CommandRun.of("price", "--in", requests, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    return out;
  }

  private static String price(int row) {
    return priced.get(row).split(",", -1)[12];
  }

  @Test
  void leading_zeros_that_a_spreadsheet_dropped_are_put_back() {
    // As CMS's look-up tool has it for carrier 01112, locality 05.
    assertThat(price(1)).isEqualTo("117.58");
    assertThat(price(2)).isEqualTo("117.58");
  }

  @Test
  void codes_that_a_spreadsheet_shows_with_decimals_are_read() {
    assertThat(price(3)).isEqualTo("117.58");
  }

  @Test
  void without_a_scenario_next_year_has_no_price() {
    assertThat(priced.get(4)).contains(",NO_RELEASE,,");
  }

  @Test
  void blank_rows_are_passed_over() {
    assertThat(priced).hasSize(1 + 6);
  }

  @Test
  void prices_can_be_priced_again() {
    for (int i = 1; i < priced.size(); i++) {
      int asked = HEADER.split(",", -1).length;
      List<String> cells = List.of(priced.get(i).split(",", -1));
      assertThat(pricedAgain.get(i))
          .isEqualTo(priced.get(i) + "," + String.join(",", cells.subList(asked, cells.size())));
    }
  }

  @Test
  void nothing_but_the_prices_is_left_beside_the_requests() throws IOException {
    try (Stream<Path> files = Files.list(shared)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("asked.csv", "once.csv", "again.csv");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "01112, 1.11E+03, carrier, a number with an exponent",
    "01112, 1112.5, carrier, something else",
    "01112, 011120, carrier, something else",
    "99213, 9.9E+04, hcpcs_code, a number with an exponent",
    "99213, 99213.5, hcpcs_code, something else",
    "',11,', ',11.5,', place_of_service_code, something else",
    "300, 3.00E+02, charge_amount, a number with an exponent",
    "300, '\"1,300.00\"', charge_amount, 'a currency sign, parentheses or a comma'",
    "300, $300.00, charge_amount, 'a currency sign, parentheses or a comma'",
    "2026-09-10, 9/10/2026, service_date, a date in another order or form",
    "2026-09-10, 46275, service_date, something else",
  })
  void a_cell_that_a_spreadsheet_changed_past_recognition_is_named(
      String cell, String changed, String column, String found) throws IOException {
    assertThat(price(HEADER, ALABAMA, ALABAMA.replaceFirst(cell, changed.replace("$", "\\$"))))
        .isEqualTo(3);
    refused("row 3, column " + column, "found " + found);
  }

  @Test
  void blank_rows_are_counted_in_messages() throws IOException {
    String blank = ",".repeat(10);
    assertThat(price(HEADER, blank, ALABAMA, "", ALABAMA.replace("2026-", "26-"))).isEqualTo(3);
    refused("row 5, column service_date");
  }

  @Test
  void a_row_with_a_cell_too_few_is_named() throws IOException {
    assertThat(price(HEADER, SOUND.replace(",900", ""))).isEqualTo(3);
    refused("row 2: expected as many cells as the header has");
  }

  @Test
  void a_quote_that_is_not_closed_is_refused() throws IOException {
    assertThat(price(HEADER, "\"" + SOUND)).isEqualTo(3);
    refused("requests.csv", "quote");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void a_byte_order_mark_is_passed_over(boolean isQuoted) throws IOException {
    String header = isQuoted ? '"' + HEADER.replace(",", "\",\"") + '"' : HEADER;
    String file = "\uFEFF" + header + "\r\n" + SOUND.replace("2025-", "25-") + "\r\n";
    assertThat(priceBytes(file.getBytes(StandardCharsets.UTF_8))).isEqualTo(3);
    // All columns are known by their names.
    refused("row 2, column service_date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ISO-8859-1", "UTF-16", "UTF-16LE"})
  void a_file_of_another_encoding_is_refused(String encoding) throws IOException {
    String file = HEADER + ",encounter\n" + SOUND + ",Mu\u00f1oz\n";
    assertThat(priceBytes(file.getBytes(Charset.forName(encoding)))).isEqualTo(3);
    refused("requests.csv", "is not UTF-8", "found another encoding", "run again.");
  }

  @Test
  void a_late_byte_of_another_encoding_is_refused() throws IOException {
    String file = HEADER + ",encounter\n" + (SOUND + ",A\n").repeat(500) + SOUND + ",\u00f1\n";
    assertThat(priceBytes(file.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(3);
    refused("requests.csv", "is not UTF-8");
  }

  @Test
  void semicolons_between_the_columns_are_said() throws IOException {
    assertThat(price(HEADER.replace(',', ';'), SOUND.replace(',', ';'))).isEqualTo(3);
    refused("row 1", "found semicolons", "Separate the columns by commas");
  }

  @Test
  void tabs_between_the_columns_are_said() throws IOException {
    assertThat(price(HEADER.replace(',', '\t'), SOUND.replace(',', '\t'))).isEqualTo(3);
    refused("row 1", "found tabs", "Separate the columns by commas");
  }

  @Test
  void column_names_in_upper_case_are_said() throws IOException {
    assertThat(price(HEADER.toUpperCase(Locale.ROOT), SOUND)).isEqualTo(3);
    refused("row 1", "the column hcpcs_code", "in capitals", "in lower case");
  }

  @Test
  void a_file_without_content_is_said() throws IOException {
    assertThat(priceBytes(new byte[0])).isEqualTo(3);
    refused("The file is empty", "header");
  }

  @Test
  void a_header_whose_quote_is_not_closed_is_refused() throws IOException {
    assertThat(price("\"" + HEADER, SOUND)).isEqualTo(3);
    refused("requests.csv", "quote");
  }

  private void refusedBefore(Path target) throws IOException {
    Path file = Files.writeString(folder.resolve("requests.csv"), "nothing that can be priced");
    int code =
        Main.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute("price", "--in", file.toString(), "--out", target.toString());
    assertThat(code).as(err.toString()).isEqualTo(3);
    refused(target.toString(), "Name a");
  }

  @Test
  void a_folder_cannot_be_the_output() throws IOException {
    refusedBefore(Files.createDirectory(folder.resolve("folder")));
  }

  @Test
  void a_file_that_cannot_be_made_is_refused_before_the_work() throws IOException {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")));
    refusedBefore(Path.of("/proc/x.csv"));
  }

  @Test
  void no_message_quotes_a_cell() throws IOException {
    price(HEADER, SOUND.replace("900", "SECRET-900"));
    assertThat(err.toString()).doesNotContain("SECRET", "62323");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    int code =
        Main.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute("price", "--in", folder.resolve("none.csv").toString(), "--out", "-");
    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains("none.csv");
  }

  private int price(List<String> options, String... lines) throws IOException {
    Path file = folder.resolve("requests.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("price", "--in", file.toString(), "--out", out().toString()));
    arguments.addAll(options);
    return Main.commandLine()
        .setErr(new PrintWriter(err, true))
        .execute(arguments.toArray(new String[0]));
  }

  @Test
  void a_price_is_explained_step_by_step_under_the_number_of_its_row() throws IOException {
    String header = HEADER + ",encounter,credential";
    assertThat(
            price(
                List.of("--explain"),
                header,
                "",
                "20610,RT,,,,11,2024-03-14,12402,01,1,300,B,NP",
                "20553,,,,,11,2024-03-14,12402,01,3,30,B,NP",
                "62323,22,,,,11,2024-03-14,12402,01,1,900,,"))
        .isZero();
    assertThat(out())
        .content()
        .isEqualTo(
            """
            Row 2: 20610 RT, place of service 11, 2024-03-14, locality 12402/01, 1 unit
              Work               0.79 x 1.064 = 0.84056
              Practice expense   1.04 x 1.172 = 1.21888
              Malpractice        0.13 x 1.032 = 0.13416
              Conversion factor  2.1936 x 33.2875 = 73.01946
              Fee of one unit    release 2024AR                      73.02
              Credential         85%
              Fee of the line    73.02 x 85% = 62.067                62.07
              Charge             not lower                          300.00
              Medicare allowed                                       62.07

            Row 3: 20553, place of service 11, 2024-03-14, locality 12402/01, 3 units
              Work               0.75 x 1.064 = 0.798
              Practice expense   0.98 x 1.172 = 1.14856
              Malpractice        0.09 x 1.032 = 0.09288
              Conversion factor  2.03944 x 33.2875 = 67.887859
              Fee of one unit    release 2024AR                        67.89
              Rank of the day    rank 2 to 4 at 50%
              Units              count as 1.50
              Credential         85%
              Fee of the line    67.89 x 1.50 x 85% = 86.55975         86.56
              Charge             the lower                             30.00
              Medicare allowed                                         30.00

            Row 4: 62323 22, place of service 11, 2024-03-14, locality 12402/01, 1 unit
              Not priced  Paid by report: the payer decides on the documentation

            """);
  }

  @Test
  void every_row_is_priced_under_every_scenario() throws IOException {
    Path scenarios = Path.of("data/example/scenarios.yaml");
    assertThat(price(List.of("--scenario", scenarios.toString()), HEADER, SOUND)).isZero();
    assertThat(out())
        .content()
        .contains(",as_billed,PRICED,", ",in_a_facility,PRICED,", ",without_ranks,PRICED,");
    assertThat(Files.readAllLines(out())).hasSize(1 + 8);
  }

  @Test
  void the_proposed_factors_price_next_year_as_a_scenario_by_apm_status() throws IOException {
    String january = "62323,,,,,11,2027-01-04,12402,01,1,9000.00";
    List<String> proposed = List.of("--scenario", "proposed");
    assertThat(price(proposed, HEADER + ",apm", january + ",non_qp", january + ",qp")).isZero();
    List<String> lines = Files.readAllLines(out());
    assertThat(lines.get(1)).contains(",proposed,PRICED,").contains(",32.8409,2026C,");
    assertThat(lines.get(2)).contains(",proposed,PRICED,").contains(",33.1693,2026C,");
  }

  @Test
  void a_scenario_file_that_is_not_there_is_named() throws IOException {
    assertThat(price(List.of("--scenario", "no-scenarios.yaml"), HEADER, SOUND)).isEqualTo(3);
    refused("no-scenarios.yaml");
  }

  @Test
  void two_scenarios_of_one_name_are_refused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("scenarios.yaml"), "scenarios: [{name: one}, {name: one}]\n");
    assertThat(price(List.of("--scenario", file.toString()), HEADER, SOUND)).isEqualTo(3);
    refused("scenarios.yaml", "named one");
  }

  @Test
  void a_rule_that_no_scenario_can_leave_out_is_refused() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("scenarios.yaml"), "scenarios: [{name: one, without: [gravity]}]\n");
    assertThat(price(List.of("--scenario", file.toString()), HEADER, SOUND)).isEqualTo(3);
    refused("scenarios.yaml", "without");
  }

  @Test
  void a_rank_of_nothing_is_refused() throws IOException {
    assertThat(price(HEADER + ",procedure_rank", SOUND + ",0")).isEqualTo(3);
    refused("row 2", "procedure_rank");
  }
}
