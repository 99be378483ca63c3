package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A history whose payers follow percents of Medicare that the practice file does not say: what is
 * inferred of them.
 */
@Tag("long")
class ContractInferTest {

  private static final Pattern FIT = Pattern.compile("([\\d,]+) of ([\\d,]+) lines to the cent");

  @TempDir private static Path folder = Path.of("");

  private static Path sample = Path.of("");
  private static Path practice = Path.of("");
  private static CommandRun run = new CommandRun(-1, "", "");

  @BeforeAll
  static void infer_what_the_practice_does_not_say() throws IOException {
    sample = folder.resolve("sample");
    CommandRun.of("sample", "--lines", 8_000, "--seed", 6, "--out", sample);
    String text = Files.readString(sample.resolve("practice.yaml"));
    String unsaid =
        text.replaceAll("percent_of_medicare:\n(      - \\{.*\\}\n)+", "percent_of_medicare: []\n");
    assertThat(unsaid).isNotEqualTo(text);
    practice = Files.writeString(folder.resolve("practice.yaml"), unsaid);
    run = infer("all");
    assertThat(run.code()).as(run.err()).isZero();
  }

  private static CommandRun infer(String out, Object... further) {
    Object[] words = {
      "contract",
      "infer",
      "--practice",
      practice,
      "--warehouse",
      sample,
      "--quiet",
      "--out",
      folder.resolve(out)
    };
    Object[] all = java.util.Arrays.copyOf(words, words.length + further.length);
    System.arraycopy(further, 0, all, words.length, further.length);
    return CommandRun.of(all);
  }

  private static String file(String payer) throws IOException {
    return Files.readString(folder.resolve("all").resolve(payer + "-inferred.yaml"));
  }

  private static double fit(String text) {
    Matcher fit = FIT.matcher(text);
    assertThat(fit.find()).isTrue();
    return number(fit.group(1)) / number(fit.group(2));
  }

  private static double number(String text) {
    return Double.parseDouble(text.replace(",", ""));
  }

  @Test
  void one_percent_of_everything_is_one_term() throws IOException {
    assertThat(file("state-medicaid"))
        .contains("  - {percent_of_medicare: 72}\n")
        .doesNotContain("codes:");
  }

  // It agreed to 132 from 2026 on, and pays 128 still.
  @Test
  void a_payer_that_missed_its_increase_is_found_at_what_it_pays() throws IOException {
    assertThat(file("blue-harbor"))
        .contains("  - {percent_of_medicare: 128}\n")
        .doesNotContain("percent_of_medicare: 132");
  }

  // From July on it values by last year's conversion factor.
  @Test
  void a_payer_with_a_conversion_factor_of_another_year_has_a_term_with_it() throws IOException {
    assertThat(file("sunrise-medicare-advantage"))
        .contains("  - {percent_of_medicare: 100, to: 2026-06-30}\n")
        .contains(
            "  - {percent_of_medicare: 100, medicare: {conversion_factor: 32.3465}, from: 2026-07-01}\n");
  }

  @Test
  void a_payer_with_a_percent_a_code_has_a_term_a_percent() throws IOException {
    String text = file("keystone-mutual");
    assertThat(text).doesNotContain("{percent_of_medicare: 120}");
    assertThat(Pattern.compile("percent_of_medicare: 1[1-4]\\d, codes:").matcher(text).results())
        .hasSizeGreaterThan(6);
  }

  // One line in ten may be of a code without a price, or paid above the rate.
  @Test
  void the_fit_is_nearly_that_of_the_lines_without_a_planted_mistake() throws IOException {
    Map<String, Long> planted = planted();
    for (String payer : new String[] {"State Medicaid", "Pinnacle Health"}) {
      Matcher fit = FIT.matcher(file(payer.toLowerCase(Locale.ROOT).replace(' ', '-')));
      assertThat(fit.find()).isTrue();
      double lines = number(fit.group(2));
      assertThat(number(fit.group(1)))
          .as(payer)
          .isGreaterThan(0.9 * lines - Objects.requireNonNull(planted.get(payer)))
          .isLessThan(lines);
    }
  }

  @Test
  void a_payer_that_makes_no_mistake_fits_nearly_whole() throws IOException {
    assertThat(fit(file("keystone-mutual"))).isGreaterThan(0.85);
  }

  private static Map<String, Long> planted() throws IOException {
    try (CSVParser rows =
        CSVParser.parse(
            sample.resolve("truth/underpayment.csv"),
            StandardCharsets.UTF_8,
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get())) {
      return rows.stream()
          .collect(Collectors.groupingBy(row -> row.get("payer"), Collectors.counting()));
    }
  }

  @Test
  void every_payer_without_a_rate_is_told_with_its_fit_and_file() {
    assertThat(run.out().lines().filter(line -> line.contains("lines to the cent")))
        .hasSize(6)
        .allSatisfy(line -> assertThat(line).contains("services of 20"));
  }

  @Test
  void what_is_inferred_is_a_contract_that_a_practice_can_use() throws IOException {
    Path used = Files.createDirectories(folder.resolve("used"));
    Path contracts = Files.createDirectories(used.resolve("contracts"));
    Files.copy(
        folder.resolve("all/blue-harbor-inferred.yaml"),
        contracts.resolve("blue-harbor-inferred.yaml"));
    String text = Files.readString(practice);
    int payer = text.indexOf("  - name: Blue Harbor");
    String named =
        text.substring(0, payer)
            + text.substring(payer)
                .replaceFirst(
                    "percent_of_medicare: \\[\\]",
                    "percent_of_medicare: []\n    contracts: [blue-harbor-inferred]");
    Path file = Files.writeString(used.resolve("practice.yaml"), named);
    CommandRun check =
        CommandRun.of("contract", "check", "--practice", file, "--warehouse", sample, "--quiet");
    assertThat(check.code()).as(check.err()).isZero();
    assertThat(check.out()).contains("nothing wrong with the files").contains("128% of Medicare");
  }

  @Test
  void a_payer_that_has_a_rate_is_looked_at_when_it_is_named() {
    CommandRun medicare = infer("medicare", "--payer", "Medicare");
    assertThat(medicare.code()).as(medicare.err()).isZero();
    assertThat(folder.resolve("medicare/medicare-inferred.yaml"))
        .content()
        .contains("percent_of_medicare: 100");
  }

  @Test
  void a_file_that_is_there_is_not_replaced() {
    CommandRun again = infer("all", "--payer", "State Medicaid");
    assertThat(again.code()).isEqualTo(3);
    assertThat(again.err()).contains("state-medicaid-inferred.yaml").contains("--out");
  }

  @Test
  void an_unknown_payer_is_refused_with_the_known() {
    CommandRun unknown = infer("unknown", "--payer", "Nobody");
    assertThat(unknown.code()).isEqualTo(3);
    assertThat(unknown.err())
        .contains("--payer")
        .contains("State Medicaid")
        .doesNotContain("Nobody");
  }
}
