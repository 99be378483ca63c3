package org.allowable.sample;

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
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.engine.Engine;
import org.allowable.engine.embedded.EmbeddedEngine;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.Progress;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.allowable.sample.adjudication.Underpayments;
import org.allowable.sample.claim.AnswerKind;
import org.allowable.sample.practice.Money;
import org.allowable.sample.price.SampleReference;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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

  private static @Nullable Engine engine;

  private static Path out = Path.of("");

  @BeforeAll
  static void write() throws IOException {
    out = folder.resolve("sample");
    @Nullable Path reference = SampleReference.write(folder.resolve("reference"));
    Sample.write(
        new SampleRequest(LINES, 1, out, 24, YearMonth.of(2026, 10), null, reference, true),
        Progress.SILENT);
    Engine opened = EmbeddedEngine.in(Files.createDirectory(folder.resolve("work")), 0);
    for (Table table : Warehouse.TABLES) {
      opened.parquet(
          table.name(),
          table,
          WarehouseReader.folder(FilePlace.of(out), table).onDisk(),
          WarehouseReader.checked(out, table),
          "true");
    }
    engine = opened;
  }

  @AfterAll
  static void close() throws IOException {
    Objects.requireNonNull(engine).close();
  }

  // Rows of a SELECT over the tables of the history.
  private static List<Map<String, @Nullable Object>> rows(String select) {
    Engine opened = Objects.requireNonNull(engine);
    opened.select("answer", select);
    return opened.all("answer");
  }

  // The first column of the only row.
  private static Object value(String select) {
    return Objects.requireNonNull(rows(select).get(0).values().iterator().next());
  }

  private static long count(String from) {
    return ((Number) value("select count(*) as n from " + from)).longValue();
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
    assertThat(count("claim_line")).isEqualTo(LINES);
  }

  @Test
  void no_table_breaks_its_grain() {
    for (Table table : Warehouse.TABLES) {
      if (table.grain().isEmpty()) {
        continue;
      }
      String grain = String.join(", ", table.grain());
      assertThat(count("(select distinct %s from %s)".formatted(grain, table.name())))
          .as(table.name())
          .isEqualTo(count(table.name()));
    }
  }

  @Test
  void the_totals_stated_are_those_of_the_tables() throws IOException {
    for (CSVRecord total : truth("total")) {
      String measure = total.get("measure");
      String sum = measure.equals("rows") ? "count(*)" : "sum(" + measure + ")";
      String table = total.get("table");
      assertThat(value("select cast(%s as string) as total from %s".formatted(sum, table)))
          .as(total.get("table") + " " + measure)
          .isEqualTo(total.get("value"));
    }
  }

  @Test
  void payments_are_their_claims_less_their_adjustments() {
    String claims =
        "(select payment_id, sum(paid_amount) as paid from remit_line group by payment_id) as c";
    String adjustments =
        "(select payment_id, sum(amount) as taken from provider_adjustment group by payment_id) as a";
    assertThat(
            count(
                "payment as p inner join %s on p.payment_id = c.payment_id".formatted(claims)
                    + " left join %s on p.payment_id = a.payment_id".formatted(adjustments)
                    + " where p.payment_amount <> c.paid - coalesce(a.taken, 0)"))
        .isZero();
  }

  @Test
  void no_payment_is_negative() {
    assertThat(count("payment where payment_amount < 0")).isZero();
  }

  @Test
  void one_claim_is_out_of_balance_and_the_truth_names_it() throws IOException {
    List<Map<String, @Nullable Object>> wrong =
        rows(
            """
            select claim_id
            from (
              select
                *,
                aggregate(
                  transform(adjustments, a -> cast(a.amount as decimal(22,2))),
                  cast(0 as decimal(22,2)),
                  (s, a) -> cast(s + a as decimal(22,2))) as adjusted
              from remit_line)
            group by claim_id, payment_id, claim_position
            having max(claim_charge_amount) - sum(adjusted) <> max(claim_paid_amount)""");
    assertThat(wrong).hasSize(1);
    assertThat(wrong.get(0))
        .containsEntry("claim_id", truth("out_of_balance").get(0).get("claim_id"));
  }

  @Test
  void nothing_happens_after_the_last_day() {
    assertThat(count("payment where payment_date > '2026-10-31'")).isZero();
    assertThat(count("claim_line where submitted_date > '2026-10-31'")).isZero();
  }

  @Test
  void no_patient_has_two_claims_on_a_day_but_a_replacement_under_a_new_number() {
    assertThat(
            rows(
                """
                select patient_key
                from claim_line
                where not (claim_frequency_code = '7' and claim_id like '%R')
                group by patient_key, claim_line_start_date
                having count(distinct claim_id) > 1"""))
        .isEmpty();
  }

  @Test
  void the_last_answers_paid_add_up_to_the_payments_netted() throws IOException {
    // What stands at claim level is the line's where the claim has only one.
    Map<String, BigDecimal> netted =
        rows(
                """
                select claim_id || '/' || seq as line, cast(sum(paid_amount) as decimal(18,2)) as paid
                from (
                  select
                    claim_id,
                    if(max(remit_line_seq) over (partition by claim_id) = 1, 1, remit_line_seq) as seq,
                    paid_amount
                  from remit_line
                  where payer_name <> 'SILVER SUPPLEMENT' and claim_id like 'PM%')
                where seq > 0
                group by claim_id, seq""")
            .stream()
            .collect(
                Collectors.toMap(
                    row -> String.valueOf(row.get("line")),
                    row -> (BigDecimal) Objects.requireNonNull(row.get("paid"))));
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
      } else if (row.get("answers").equals("SPLIT_BY_PAYER")) {
        // Each part counts its lines from 1: they add up over the claim.
        BigDecimal part = netted.remove(key);
        netted.merge(claim(row), part == null ? Money.ZERO : part, BigDecimal::add);
        stated.merge(claim(row), new BigDecimal(row.get("primary_paid_amount")), BigDecimal::add);
      } else if (row.get("is_current").equals("yes") && netted.containsKey(key)) {
        String paid = row.get("primary_paid_amount");
        stated.put(key, paid.isEmpty() ? Money.ZERO : new BigDecimal(paid));
      }
    }
    assertThat(stated).isEqualTo(netted);
  }

  private static String claim(CSVRecord row) {
    return row.get("claim_id") + "/all";
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
    return rows("""
            select submission_id
            from claim_line
            where hcpcs_code in
              ('62323', '64483', '64493', '64490', '64635', '27096', '20610', '20553')
            group by submission_id
            having\s"""
            + condition)
        .size();
  }

  @Test
  void a_nurse_practitioner_renders_services() {
    assertThat(count("claim_line where rendering_npi = '1999999885'")).isGreaterThan(LINES / 20);
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
    assertThat(counts("line", "pricing").keySet())
        .contains("priced", "no_fee", "modifier_unpriced");
  }

  @Test
  void remittances_of_every_kind_are_planted() {
    assertThat(rows("select distinct claim_status_code from remit_line"))
        .extracting(row -> row.get("claim_status_code"))
        .containsExactlyInAnyOrder("1", "19", "2", "22", "23", "25", "4");
  }

  @Test
  void answers_of_every_kind_are_planted() throws IOException {
    assertThat(counts("line", "answers").keySet())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(AnswerKind.values()).map(Enum::name).toList());
  }

  @Test
  void provider_adjustments_of_every_kind_are_planted() {
    assertThat(rows("select distinct adjustment_code from provider_adjustment"))
        .extracting(row -> row.get("adjustment_code"))
        .containsExactlyInAnyOrder("WO", "FB", "72", "L6");
  }

  @Test
  void rare_things_are_planted() throws IOException {
    assertThat(count("payment where payment_method_code = 'NON'")).isPositive();
    for (String kind :
        List.of(
            "claim_frequency_code = '7'",
            "claim_frequency_code = '8'",
            "payer_responsibility_code = 'S' and size(prior_payers) = 1",
            "line_item_control_number is null",
            "facility_npi is null")) {
      assertThat(count("claim_line where " + kind)).as(kind).isPositive();
    }
    for (String kind :
        List.of(
            "remit_line_seq = 0 and charge_amount = 0",
            "remit_line_seq = 0 and charge_amount > 0",
            "submitted_hcpcs_code is not null",
            "reported_allowed_amount is null and paid_amount > 0 and payer_sequence = 'P'",
            "array_contains(transform(adjustments, a -> a.reason_code), '253')",
            "array_contains(transform(adjustments, a -> a.group_code), 'OA')")) {
      assertThat(count("remit_line where " + kind)).as(kind).isPositive();
    }
    assertThat(truth("unmatched_remit")).isNotEmpty();
  }

  @Test
  void corrections_come_before_reversals_too() throws IOException {
    List<String> order = new ArrayList<>();
    for (Path file : X12Segments.files(out.resolve("x12"), ".835")) {
      String before = "";
      for (List<String> segment : X12Segments.segments(file)) {
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
    List<Path> files = new ArrayList<>(X12Segments.files(out.resolve("x12"), ".835"));
    files.addAll(X12Segments.files(out.resolve("x12"), ".837"));
    for (Path file : files) {
      int start = 0;
      int transactions = 0;
      List<List<String>> segments = X12Segments.segments(file);
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
    for (Path file : X12Segments.files(out.resolve("x12"), ".835")) {
      wrong.addAll(new RemitBalance(X12Segments.segments(file)).faults());
    }
    String planted = truth("out_of_balance").get(0).get("claim_id");
    assertThat(wrong).containsExactly("line of " + planted, "claim " + planted);
  }

  @Test
  void the_x12_files_hold_what_the_tables_hold() throws IOException {
    assertThat(count(".837", "CLM"))
        .isEqualTo(count("(select distinct submission_id from claim_line)"));
    assertThat(count(".837", "SV1")).isEqualTo(LINES);
    assertThat(count(".835", "SVC")).isEqualTo(count("remit_line where remit_line_seq > 0"));
    assertThat(sum(".835", segment -> segment.get(0).equals("BPR") ? segment.get(2) : "0"))
        .isEqualByComparingTo(
            (BigDecimal)
                value("select cast(sum(payment_amount) as decimal(18,2)) as total from payment"));
  }

  private static boolean isCopy(Path file) {
    return file.getFileName().toString().startsWith("z-again-");
  }

  @Test
  void some_payments_come_twice_and_some_say_their_day_in_another_place() throws IOException {
    List<Path> files = X12Segments.files(out.resolve("x12"), ".835");
    assertThat(files).anyMatch(SampleHistoryTest::isCopy);
    List<List<String>> payments = new ArrayList<>();
    for (Path file : files) {
      X12Segments.segments(file).stream()
          .filter(s -> s.get(0).equals("BPR"))
          .forEach(payments::add);
    }
    assertThat(payments).anyMatch(bpr -> bpr.size() <= 16).anyMatch(bpr -> bpr.size() == 17);
  }

  private static long count(String ending, String name) throws IOException {
    return sum(ending, segment -> segment.get(0).equals(name) ? "1" : "0").longValueExact();
  }

  private static BigDecimal sum(String ending, Function<List<String>, String> value)
      throws IOException {
    BigDecimal sum = BigDecimal.ZERO;
    for (Path file : X12Segments.files(out.resolve("x12"), ending)) {
      if (isCopy(file)) {
        continue;
      }
      for (List<String> segment : X12Segments.segments(file)) {
        sum = sum.add(new BigDecimal(value.apply(segment)));
      }
    }
    return sum;
  }
}
