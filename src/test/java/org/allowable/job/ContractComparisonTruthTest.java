package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.allowable.config.ContractTargets;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.contract.ContractSet;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract comparison on an invented practice, against what its maker knows to be true. */
@Tag("long")
class ContractComparisonTruthTest {

  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final String PAYER = "Pinnacle Health";
  private static final BigDecimal OFFER = BigDecimal.valueOf(175);

  private static final Set<String> MARTS =
      Set.of(
          "mart_coverage",
          "mart_leak",
          "mart_payer_multiple",
          "mart_proposal",
          "mart_two_rates",
          "mart_uniform_percent");

  @TempDir private static Path folder = Path.of("");

  private static Map<String, Rows> marts = Map.of();
  private static List<CSVRecord> compared = List.of();
  private static List<Map<String, @Nullable Object>> volume = List.of();

  @BeforeAll
  static void run_the_job_on_a_sample() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(6_000, 11, sample, 12, LAST, null, null, false), Progress.SILENT);
    Path offer = folder.resolve("offer.yaml");
    Files.writeString(
        offer,
        """
        contract: offer
        name: An offer
        from: 2027-01-01
        is_proposal: true
        lesser_of: none
        multiple_procedures: medicare
        terms:
          - percent_of_medicare: 175
        """);
    Engine engine = SmallRun.newEngine();
    WarehouseViews.register(engine, sample, Map.of());
    Path work = Files.createDirectory(folder.resolve("work"));
    new ReferenceViews(folder.resolve("none"), work).register(engine);
    Practice practice = PracticeFile.read(sample.resolve("practice.yaml"));
    InputViews.register(engine, practice);
    InputViews.register(
        engine,
        ContractSet.of(practice).with(List.of(offer), PAYER, KnownReference.NOTHING),
        KnownReference.NOTHING,
        ContractComparisonPlan.scenarios(2025));
    marts =
        new JobRunner(engine, Progress.SILENT)
            .run(
                NeededSteps.withMarts(Job.named("contract-comparison"), MARTS, Set.of()),
                parameters(practice, LAST));
    volume = engine.all("int_volume");
    compared =
        csv(sample.resolve("truth/line.csv")).stream()
            .filter(row -> row.get("is_current").equals("yes"))
            .filter(row -> row.get("is_voided").equals("no"))
            .filter(row -> row.get("is_adjudicated").equals("yes"))
            .filter(row -> row.get("is_denied").equals("no"))
            .filter(row -> !row.get("medicare_fee_amount").isEmpty())
            .filter(row -> amount(row, "allowed_amount").signum() > 0)
            .toList();
  }

  /** What the job asks of twelve months of a sample's practice. */
  static Map<String, Object> parameters(Practice practice, YearMonth last) {
    Map<String, Object> parameters = PracticeSettings.parameters(practice);
    parameters.putAll(
        ContractComparisonPlan.parameters(
            new ContractComparisonPlan.ComparisonSettings(
                last.minusMonths(11),
                last,
                ContractTargets.USUAL,
                BigDecimal.TEN,
                11,
                2025,
                List.of(),
                "",
                List.of())));
    return parameters;
  }

  @Test
  void every_payers_allowed_and_medicare_dollars_are_the_true_ones() {
    Map<String, String> found = new TreeMap<>();
    for (Map<String, @Nullable Object> row : rows("mart_payer_multiple")) {
      found.put(
          String.valueOf(row.get("payer")),
          row.get("allowed_amount") + " of " + row.get("medicare_amount"));
    }
    assertThat(found).isNotEmpty().isEqualTo(trueAmounts());
  }

  private static Map<String, String> trueAmounts() {
    Map<String, BigDecimal> allowed = new TreeMap<>();
    Map<String, BigDecimal> medicare = new TreeMap<>();
    for (CSVRecord row : compared) {
      allowed.merge(row.get("payer"), amount(row, "allowed_amount"), BigDecimal::add);
      medicare.merge(row.get("payer"), amount(row, "medicare_fee_amount"), BigDecimal::add);
    }
    Map<String, String> both = new TreeMap<>();
    allowed.forEach((payer, sum) -> both.put(payer, sum + " of " + medicare.get(payer)));
    return both;
  }

  @Test
  void most_lines_of_a_payer_have_the_planted_multiple() {
    Map<String, @Nullable Object> row = only("mart_payer_multiple", "payer", "Medicare");
    assertThat((BigDecimal) row.get("median")).isEqualByComparingTo("1");
  }

  @Test
  void a_proposal_is_worth_its_percent_of_every_line() {
    BigDecimal value =
        compared.stream()
            .filter(row -> row.get("payer").equals(PAYER))
            .map(
                row ->
                    amount(row, "medicare_fee_amount")
                        .multiply(OFFER)
                        .movePointLeft(2)
                        .setScale(2, RoundingMode.HALF_UP))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(only("mart_proposal", "proposal", "offer").get("proposed_amount")).isEqualTo(value);
  }

  @Test
  void the_uniform_percent_reaches_the_target_and_a_hundredth_less_does_not() {
    BigDecimal hundredth = new BigDecimal("0.01");
    for (Map<String, @Nullable Object> row : rows("mart_uniform_percent")) {
      String payer = String.valueOf(row.get("payer"));
      BigDecimal percent = (BigDecimal) Objects.requireNonNull(row.get("uniform_percent"));
      BigDecimal target = (BigDecimal) Objects.requireNonNull(row.get("target_amount"));
      assertThat(atMostCharged(payer, percent)).as(payer).isGreaterThanOrEqualTo(target);
      assertThat(atMostCharged(payer, percent.subtract(hundredth))).as(payer).isLessThan(target);
    }
  }

  // Line by line: the percent of Medicare, or the charge where that is less.
  private static BigDecimal atMostCharged(String payer, BigDecimal percent) {
    return volume.stream()
        .filter(row -> payer.equals(row.get("payer")))
        .map(
            row ->
                EngineRows.amount(row, "medicare_total")
                    .multiply(percent)
                    .movePointLeft(2)
                    .min(EngineRows.amount(row, "charge_total")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void an_increase_that_the_payer_never_loaded_is_found() {
    assertThat(rows("mart_leak"))
        .filteredOn(row -> "ESCALATOR_NOT_APPLIED".equals(row.get("leak")))
        .extracting(row -> row.get("payer"))
        .containsOnly("Blue Harbor");
  }

  @Test
  void a_second_rate_behind_one_name_is_found() {
    assertThat(rows("mart_two_rates"))
        .extracting(row -> row.get("payer"))
        .contains("Sunrise Medicare Advantage");
  }

  @Test
  void every_line_of_the_period_is_counted_once() throws IOException {
    long counted =
        rows("mart_coverage").stream()
            .mapToLong(row -> (Long) Objects.requireNonNull(row.get("line_count")))
            .sum();
    long current =
        csv(folder.resolve("sample/truth/line.csv")).stream()
            .filter(row -> row.get("is_current").equals("yes") && row.get("is_voided").equals("no"))
            .count();
    assertThat(counted).isEqualTo(current);
  }

  private static Map<String, @Nullable Object> only(String mart, String column, String value) {
    List<Map<String, @Nullable Object>> found =
        rows(mart).stream().filter(row -> value.equals(row.get(column))).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<Map<String, @Nullable Object>> rows(String mart) {
    return MartRows.of(Objects.requireNonNull(marts.get(mart)));
  }

  private static BigDecimal amount(CSVRecord row, String column) {
    return new BigDecimal(row.get(column));
  }

  private static List<CSVRecord> csv(Path file) throws IOException {
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(file))) {
      return parser.getRecords();
    }
  }
}
