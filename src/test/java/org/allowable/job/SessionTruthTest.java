package org.allowable.job;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.allowable.config.PracticeFile;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.Progress;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of an invented practice, from its claims, against what their maker knows. */
class SessionTruthTest {

  private static final YearMonth LAST = YearMonth.of(2026, 10);

  @TempDir private static Path folder = Path.of("");

  // Sessions before in the twelve months, by claim, as SQL found them.
  private static Map<String, Integer> found = new HashMap<>();
  private static Map<String, CSVRecord> truth = Map.of();
  private static List<CSVRecord> denials = List.of();
  private static Map<String, Rows> marts = Map.of();

  @BeforeAll
  static void run_the_job_on_a_sample() throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(4_000, 11, sample, 30, LAST, null, null, false), Progress.SILENT);
    SparkSession spark = SmallRun.session();
    for (Table table : Warehouse.TABLES) {
      WarehouseReader.read(spark, sample, table).createOrReplaceTempView(table.name());
    }
    Path work = Files.createDirectory(folder.resolve("work"));
    new ReferenceViews(folder.resolve("none"), work).register(spark);
    Inputs.register(spark, PracticeFile.read(sample.resolve("practice.yaml")));
    marts =
        new JobRunner(spark, work, Progress.SILENT)
            .run(
                Job.named("session"),
                Map.of(
                    "as_of_date", LAST.atEndOfMonth(),
                    "apm_status", "non_qp",
                    "participation", "participating"));
    for (Row row :
        spark
            .sql(
                "select distinct a.claim_id, w.performed_before_count"
                    + " from int_session_window as w inner join int_session_line as l"
                    + " on w.patient_key = l.patient_key and w.policy = l.policy"
                    + " and w.region = l.region and w.asked_date = l.service_date"
                    + " inner join int_adjudicated_line as a on l.claim_line_key = a.claim_line_key"
                    + " where w.asked_for = 'session' and w.unit = 'session' and w.window_months = 12")
            .collectAsList()) {
      assertThat(found.put(row.getString(0), row.getInt(1))).isNull();
    }
    truth =
        csv("session.csv").stream()
            .collect(toMap(r -> r.get("claim_id"), r -> r, (a, b) -> a, TreeMap::new));
    denials = csv("denial.csv");
  }

  @Test
  void every_session_of_a_claim_that_counts_is_found() {
    assertThat(found.keySet())
        .hasSizeGreaterThan(150)
        .isEqualTo(
            truth.values().stream()
                .filter(SessionTruthTest::counts)
                .filter(r -> hasYearlyPolicy(r.get("payer")))
                .map(r -> r.get("claim_id"))
                .collect(java.util.stream.Collectors.toSet()));
  }

  @Test
  void each_has_the_true_number_of_sessions_before() {
    Map<String, Integer> expected = new HashMap<>();
    found
        .keySet()
        .forEach(
            claim -> expected.put(claim, knownBefore(Objects.requireNonNull(truth.get(claim)))));
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void each_epidural_denial_has_the_true_number_of_sessions_before() {
    Map<String, Integer> expected = new TreeMap<>();
    for (CSVRecord denial : denials) {
      CSVRecord session = truth.get(denial.get("claim_id"));
      if (session != null && found.containsKey(denial.get("claim_id"))) {
        int unseen =
            Integer.parseInt(session.get("epidural_sessions_before")) - knownBefore(session);
        expected.put(
            denial.get("claim_id"),
            Integer.parseInt(denial.get("epidural_sessions_before")) - unseen);
      }
    }
    assertThat(expected).hasSizeGreaterThan(15);
    assertThat(found).containsAllEntriesOf(expected);
  }

  @Test
  void every_standing_frequency_denial_of_an_epidural_has_a_proof() {
    List<String> proofs = claims("mart_frequency_proof");
    assertThat(
            denials.stream()
                .filter(r -> r.get("denial_group").equals("Frequency"))
                .filter(r -> r.get("is_standing").equals("yes"))
                .map(r -> r.get("claim_id")))
        .isNotEmpty()
        .isSubsetOf(proofs);
  }

  @Test
  void a_denial_is_right_only_where_the_truth_has_as_many_sessions_as_the_cap() {
    Rows proofs = Objects.requireNonNull(marts.get("mart_frequency_proof"));
    proofs
        .iterator()
        .get()
        .forEachRemaining(
            row -> {
              CSVRecord session = truth.get(text(row[proofs.table().indexOf("claim_id")]));
              if (session != null && session.get("payer").equals("Medicare")) {
                boolean isFull = Integer.parseInt(session.get("epidural_sessions_before")) >= 4;
                assertThat(text(row[proofs.table().indexOf("verdict")]))
                    .isIn(isFull ? "CORRECT" : "WRONG", "CANNOT_TELL");
              }
            });
  }

  private static List<String> claims(String mart) {
    Rows rows = Objects.requireNonNull(marts.get(mart));
    List<String> claims = new java.util.ArrayList<>();
    rows.iterator()
        .get()
        .forEachRemaining(row -> claims.add(text(row[rows.table().indexOf("claim_id")])));
    return claims;
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static boolean counts(CSVRecord session) {
    return session.get("is_in_claims").equals("yes") && session.get("is_voided").equals("no");
  }

  // The example practice gives these a policy of sessions in twelve months.
  private static boolean hasYearlyPolicy(String payer) {
    return List.of("Medicare", "Sunrise Medicare Advantage", "State Medicaid", "Blue Harbor")
        .contains(payer);
  }

  // Of the sessions that the maker knows those that claims tell of.
  private static int knownBefore(CSVRecord session) {
    LocalDate day = LocalDate.parse(session.get("service_date"));
    return (int)
        truth.values().stream()
            .filter(SessionTruthTest::counts)
            .filter(r -> r.get("patient_number").equals(session.get("patient_number")))
            .map(r -> LocalDate.parse(r.get("service_date")))
            .filter(d -> d.isBefore(day) && d.isAfter(day.minusMonths(12)))
            .count();
  }

  private static List<CSVRecord> csv(String name) throws IOException {
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(folder.resolve("sample/truth").resolve(name)))) {
      return parser.getRecords();
    }
  }
}
