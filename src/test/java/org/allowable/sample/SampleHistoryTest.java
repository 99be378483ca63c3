package org.allowable.sample;

import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.Sparks;
import org.allowable.model.Progress;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One history of 20,000 lines, looked at from all sides. */
@Tag("long")
class SampleHistoryTest {

  private static final long LINES = 20_000;

  @TempDir private static Path folder;

  private static final Map<String, Dataset<Row>> TABLES = new HashMap<>();

  private static Path out = Path.of("");

  @BeforeAll
  static void write() throws IOException {
    out = folder.resolve("sample");
    @Nullable Path reference = SampleReference.write(folder.resolve("reference"));
    Sample.write(
        new SampleRequest(LINES, 1, out, 24, YearMonth.of(2026, 10), null, reference, true),
        Progress.SILENT);
  }

  private static Dataset<Row> table(Table table) {
    return TABLES.computeIfAbsent(
        table.name(), name -> Sparks.table(out, table).coalesce(2).cache());
  }

  @AfterAll
  static void forget() {
    TABLES.values().forEach(Dataset::unpersist);
  }

  private static List<CSVRecord> truth(String name) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(out.resolve("truth").resolve(name + ".csv"));
        CSVParser rows = format.parse(in)) {
      return rows.getRecords();
    }
  }

  private static Map<String, Long> counts(String name, String column) throws IOException {
    return truth(name).stream()
        .collect(Collectors.groupingBy(row -> row.get(column), Collectors.counting()));
  }

  @Test
  void the_lines_wanted_are_written() {
    assertThat(table(Warehouse.CLAIM_LINE).count()).isEqualTo(LINES);
  }

  @Test
  void no_table_breaks_its_grain() {
    for (Table table : Warehouse.TABLES) {
      Dataset<Row> rows = table(table);
      String[] grain = table.grain().toArray(new String[0]);
      if (grain.length == 0) {
        continue;
      }
      assertThat(rows.select(grain[0], grain).distinct().count())
          .as(table.name())
          .isEqualTo(rows.count());
    }
  }

  @Test
  void the_totals_stated_are_those_of_the_tables() throws IOException {
    for (CSVRecord total : truth("total")) {
      String measure = total.get("measure");
      String sum = measure.equals("rows") ? "count(*)" : "sum(" + measure + ")";
      Table table =
          Warehouse.TABLES.stream()
              .filter(t -> t.name().equals(total.get("table")))
              .findFirst()
              .orElseThrow();
      assertThat(table(table).selectExpr("cast(" + sum + " as string)").first().getString(0))
          .as(total.get("table") + " " + measure)
          .isEqualTo(total.get("value"));
    }
  }

  @Test
  void payments_are_their_claims_less_their_adjustments() {
    Dataset<Row> claims = table(Warehouse.REMIT_LINE).groupBy("payment_id").sum("paid_amount");
    Dataset<Row> adjustments =
        table(Warehouse.PROVIDER_ADJUSTMENT).groupBy("payment_id").sum("amount");
    long wrong =
        table(Warehouse.PAYMENT)
            .join(claims, "payment_id")
            .join(adjustments, new String[] {"payment_id"}, "left")
            .where("payment_amount <> `sum(paid_amount)` - coalesce(`sum(amount)`, 0)")
            .count();
    assertThat(wrong).isZero();
  }

  @Test
  void no_payment_is_negative() {
    assertThat(table(Warehouse.PAYMENT).where("payment_amount < 0").count()).isZero();
  }

  @Test
  void one_claim_is_out_of_balance_and_the_truth_names_it() throws IOException {
    String sum =
        "sum(aggregate(adjustments, cast(0 as decimal(12,2)),"
            + " (s, a) -> cast(s + a.amount as decimal(12,2))))";
    List<Row> wrong =
        table(Warehouse.REMIT_LINE)
            .groupBy("claim_id", "payment_id", "claim_position")
            .agg(expr("max(claim_charge_amount) - " + sum + " - max(claim_paid_amount)").as("rest"))
            .where("rest <> 0")
            .collectAsList();
    assertThat(wrong).hasSize(1);
    assertThat(truth("out_of_balance").get(0).get("claim_id")).isEqualTo(wrong.get(0).getString(0));
  }

  @Test
  void nothing_happens_after_the_last_day() {
    assertThat(table(Warehouse.PAYMENT).where("payment_date > '2026-10-31'").count()).isZero();
    assertThat(table(Warehouse.CLAIM_LINE).where("submitted_date > '2026-10-31'").count()).isZero();
  }

  @Test
  void no_patient_has_two_claims_on_a_day_but_a_replacement_under_a_new_number() {
    long several =
        table(Warehouse.CLAIM_LINE)
            .where("not (claim_frequency_code = '7' and claim_id like '%R')")
            .groupBy("patient_key", "claim_line_start_date")
            .agg(countDistinct("claim_id").as("claims"))
            .where("claims > 1")
            .count();
    assertThat(several).isZero();
  }

  @Test
  void the_last_answers_paid_add_up_to_the_payments_netted() throws IOException {
    // What stands at claim level is the line's where the claim has only one.
    Map<String, BigDecimal> netted =
        table(Warehouse.REMIT_LINE)
            .where("payer_name <> 'SILVER SUPPLEMENT' and claim_id like 'PM%'")
            .selectExpr(
                "claim_id",
                "if(max(remit_line_seq) over (partition by claim_id) = 1, 1, remit_line_seq) as seq",
                "paid_amount")
            .where("seq > 0")
            .groupBy("claim_id", "seq")
            .sum("paid_amount")
            .collectAsList()
            .stream()
            .collect(Collectors.toMap(r -> r.get(0) + "/" + r.get(1), r -> r.getDecimal(2)));
    Map<String, BigDecimal> stated = new HashMap<>();
    for (CSVRecord row : truth("line")) {
      // What was paid is said of the number that a claim has at last.
      if (row.get("is_current").equals("no") && netted.containsKey(key(row))) {
        stated.putIfAbsent(key(row), Money.ZERO);
      }
    }
    for (CSVRecord row : truth("line")) {
      String key = key(row);
      boolean isTakenBackByClaim = row.get("answers").equals("DENIED_OVER_PAID_LINES");
      if (isTakenBackByClaim) {
        netted.remove(key);
      } else if (row.get("is_current").equals("yes") && netted.containsKey(key)) {
        String paid = row.get("primary_paid_amount");
        stated.put(key, paid.isEmpty() ? Money.ZERO : new BigDecimal(paid));
      }
    }
    assertThat(stated).isEqualTo(netted);
  }

  private static String key(CSVRecord row) {
    return row.get("claim_id") + "/" + row.get("claim_line_number");
  }

  @Test
  void every_cause_of_underpayment_is_planted() throws IOException {
    assertThat(counts("underpayment", "cause").keySet())
        .containsExactlyInAnyOrderElementsOf(Underpayments.causes());
  }

  @Test
  void underpayments_over_and_under_the_threshold_are_planted() throws IOException {
    Map<String, Long> counts = counts("underpayment", "is_over_threshold");
    assertThat(counts.get("yes")).isBetween(LINES / 100, LINES / 10);
    assertThat(counts.get("no")).isPositive();
  }

  @Test
  void every_denial_group_is_planted() throws IOException {
    assertThat(counts("denial", "denial_group").keySet())
        .containsExactlyInAnyOrder(
            "Registration",
            "Coordination of benefits",
            "Authorization",
            "Coding",
            "Bundling",
            "Medical necessity",
            "Frequency",
            "Duplicate",
            "Timely filing",
            "Documentation",
            "Credentialing",
            "Non-covered");
  }

  @Test
  void every_group_code_of_a_denial_is_planted() throws IOException {
    assertThat(counts("denial", "group_code").keySet())
        .containsExactlyInAnyOrder("CO", "PR", "OA", "PI");
  }

  @Test
  void some_denials_stand_and_some_are_overturned() throws IOException {
    assertThat(counts("denial", "is_standing").keySet()).containsExactlyInAnyOrder("yes", "no");
  }

  @Test
  void some_days_hold_several_ranked_procedures() {
    assertThat(daysWith("count(distinct hcpcs_code) > 1")).isBetween(LINES / 200, LINES / 15);
  }

  @Test
  void some_days_hold_both_sides_on_two_lines() {
    assertThat(daysWith("count(*) > count(distinct hcpcs_code)")).isBetween(20L, 400L);
  }

  private static long daysWith(String condition) {
    return table(Warehouse.CLAIM_LINE)
        .where(
            "hcpcs_code in ('62323', '64483', '64493', '64490', '64635', '27096', '20610', '20553')")
        .groupBy("submission_id")
        .agg(expr(condition).as("is_wanted"))
        .where("is_wanted")
        .count();
  }

  @Test
  void a_nurse_practitioner_renders_services() {
    assertThat(table(Warehouse.CLAIM_LINE).where("rendering_npi = '1999999885'").count())
        .isGreaterThan(LINES / 20);
  }

  @Test
  void no_kind_of_denial_has_most_of_the_money() throws IOException {
    Map<String, BigDecimal> charges = new HashMap<>();
    for (CSVRecord row : truth("denial")) {
      BigDecimal charge = new BigDecimal(row.get("charge_amount"));
      charges.merge(row.get("denial_group"), charge, BigDecimal::add);
    }
    BigDecimal all = charges.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(charges.values())
        .allSatisfy(charge -> assertThat(charge.multiply(BigDecimal.valueOf(3))).isLessThan(all));
  }

  @Test
  void lines_are_not_priced_for_every_reason() throws IOException {
    assertThat(counts("line", "pricing").keySet()).contains(Fee.PRICED, Fee.NO_FEE, Fee.MODIFIER);
  }

  @Test
  void remittances_of_every_kind_are_planted() {
    Set<String> statuses =
        table(Warehouse.REMIT_LINE).select("claim_status_code").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    assertThat(statuses).containsExactlyInAnyOrder("1", "19", "2", "22", "23", "25", "4");
  }

  @Test
  void answers_of_every_kind_are_planted() throws IOException {
    assertThat(counts("line", "answers").keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(RareAnswers.Kind.values()).map(Enum::name).toList());
  }

  @Test
  void provider_adjustments_of_every_kind_are_planted() {
    Set<String> codes =
        table(Warehouse.PROVIDER_ADJUSTMENT)
            .select("adjustment_code")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .collect(Collectors.toSet());
    assertThat(codes).containsExactlyInAnyOrder("WO", "FB", "L6");
  }

  @Test
  void rare_things_are_planted() throws IOException {
    assertThat(table(Warehouse.PAYMENT).where("payment_method_code = 'NON'").count()).isPositive();
    for (String kind :
        List.of(
            "claim_frequency_code = '7'",
            "claim_frequency_code = '8'",
            "payer_responsibility_code = 'S' and size(prior_payers) = 1",
            "line_item_control_number is null",
            "facility_npi is null")) {
      assertThat(table(Warehouse.CLAIM_LINE).where(kind).count()).as(kind).isPositive();
    }
    for (String kind :
        List.of(
            "remit_line_seq = 0 and charge_amount = 0",
            "remit_line_seq = 0 and charge_amount > 0",
            "submitted_hcpcs_code is not null",
            "reported_allowed_amount is null and paid_amount > 0 and payer_sequence = 'P'",
            "array_contains(adjustments.reason_code, '253')",
            "array_contains(adjustments.group_code, 'OA')")) {
      assertThat(table(Warehouse.REMIT_LINE).where(kind).count()).as(kind).isPositive();
    }
    assertThat(truth("unmatched_remit")).isNotEmpty();
  }

  @Test
  void corrections_come_before_reversals_too() throws IOException {
    List<String> order = new ArrayList<>();
    for (Path file : X12Text.files(out.resolve("x12"), ".835")) {
      String before = "";
      for (List<String> segment : X12Text.segments(file)) {
        if (segment.get(0).equals("CLP")) {
          String claim = segment.get(1);
          boolean isReversal = segment.get(2).equals("22");
          if (claim.equals(before)) {
            order.add(isReversal ? "correction first" : "reversal first");
          }
          before = claim;
        }
      }
    }
    assertThat(new HashSet<>(order))
        .containsExactlyInAnyOrder("correction first", "reversal first");
  }

  @Test
  void trailers_count_what_the_files_hold() throws IOException {
    List<Path> files = new ArrayList<>(X12Text.files(out.resolve("x12"), ".835"));
    files.addAll(X12Text.files(out.resolve("x12"), ".837"));
    for (Path file : files) {
      int start = 0;
      int transactions = 0;
      List<List<String>> segments = X12Text.segments(file);
      for (int i = 0; i < segments.size(); i++) {
        List<String> segment = segments.get(i);
        switch (segment.get(0)) {
          case "ST" -> start = i;
          case "SE" -> {
            transactions++;
            assertThat(segment.get(1)).isEqualTo(Integer.toString(i - start + 1));
            assertThat(segment.get(2)).isEqualTo(segments.get(start).get(2));
          }
          case "GE" -> assertThat(segment.get(1)).isEqualTo(Integer.toString(transactions));
          case "IEA" -> assertThat(segment.get(2)).isEqualTo(segments.get(0).get(13));
          default -> {}
        }
      }
    }
  }

  @Test
  void every_835_balances_but_for_the_planted_line() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path file : X12Text.files(out.resolve("x12"), ".835")) {
      wrong.addAll(new RemitBalance(X12Text.segments(file)).faults());
    }
    String planted = truth("out_of_balance").get(0).get("claim_id");
    assertThat(wrong).containsExactly("line of " + planted, "claim " + planted);
  }

  @Test
  void the_x12_files_hold_what_the_tables_hold() throws IOException {
    assertThat(count(".837", "CLM"))
        .isEqualTo(table(Warehouse.CLAIM_LINE).select("submission_id").distinct().count());
    assertThat(count(".837", "SV1")).isEqualTo(LINES);
    assertThat(count(".835", "SVC"))
        .isEqualTo(table(Warehouse.REMIT_LINE).where("remit_line_seq > 0").count());
    assertThat(sum(".835", segment -> segment.get(0).equals("BPR") ? segment.get(2) : "0"))
        .isEqualByComparingTo(
            table(Warehouse.PAYMENT).selectExpr("sum(payment_amount)").first().getDecimal(0));
  }

  private static boolean isCopy(Path file) {
    return file.getFileName().toString().startsWith("z-again-");
  }

  @Test
  void some_payments_come_twice_and_some_say_their_day_in_another_place() throws IOException {
    List<Path> files = X12Text.files(out.resolve("x12"), ".835");
    assertThat(files).anyMatch(SampleHistoryTest::isCopy);
    List<List<String>> payments = new ArrayList<>();
    for (Path file : files) {
      X12Text.segments(file).stream().filter(s -> s.get(0).equals("BPR")).forEach(payments::add);
    }
    assertThat(payments).anyMatch(bpr -> bpr.size() <= 16).anyMatch(bpr -> bpr.size() == 17);
  }

  private static long count(String ending, String name) throws IOException {
    return sum(ending, segment -> segment.get(0).equals(name) ? "1" : "0").longValueExact();
  }

  private static BigDecimal sum(String ending, Function<List<String>, String> value)
      throws IOException {
    BigDecimal sum = BigDecimal.ZERO;
    for (Path file : X12Text.files(out.resolve("x12"), ending)) {
      if (isCopy(file)) {
        continue;
      }
      for (List<String> segment : X12Text.segments(file)) {
        sum = sum.add(new BigDecimal(value.apply(segment)));
      }
    }
    return sum;
  }
}
