package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a month's first page says is to be done, added up from the lines behind it. */
@Tag("long")
class MonthlyActionsCases {

  private static final int DAYS = 30;

  private static PacketTables tables = PacketTables.NONE;

  @BeforeAll
  static void report() throws Exception {
    tables = PacketTables.read(SampleReports.monthly().resolve("tables"));
  }

  private static CSVRecord action(String name) {
    return tables.rows("mart_action").stream()
        .filter(row -> row.get("action").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<CSVRecord> lines(String mart, Predicate<CSVRecord> which) {
    List<CSVRecord> lines = tables.rows(mart).stream().filter(which).toList();
    assertThat(lines).as(mart).isNotEmpty();
    return lines;
  }

  private static BigDecimal sum(List<CSVRecord> lines, String column) {
    return lines.stream()
        .map(line -> line.get(column))
        .filter(cell -> !cell.isEmpty())
        .map(BigDecimal::new)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static void says(CSVRecord action, String of, List<CSVRecord> lines, BigDecimal amount) {
    assertThat(action.get(of + "line_count")).isEqualTo(String.valueOf(lines.size()));
    assertThat(new BigDecimal(action.get(of + "amount"))).isEqualByComparingTo(amount);
  }

  private static List<CSVRecord> largest(
      List<CSVRecord> lines, Function<CSVRecord, String> by, String column) {
    Map<String, List<CSVRecord>> groups = lines.stream().collect(Collectors.groupingBy(by));
    return groups.values().stream()
        .max(Comparator.comparing((List<CSVRecord> group) -> sum(group, column)))
        .orElseThrow();
  }

  @Test
  void what_is_worth_pursuing_is_its_lines() {
    List<CSVRecord> lines =
        lines("mart_underpaid_line", line -> line.get("is_worth_working").equals("true"));
    says(action("PURSUE"), "", lines, sum(lines, "shortfall_amount"));
  }

  @Test
  void beside_it_stand_all_underpaid_lines() {
    List<CSVRecord> lines = lines("mart_underpaid_line", line -> true);
    says(action("PURSUE"), "all_", lines, sum(lines, "shortfall_amount"));
  }

  @Test
  void the_largest_cause_is_of_the_lines_to_pursue() {
    Map<String, String> causes =
        tables.rows("mart_underpayment_cause_line").stream()
            .filter(line -> !line.get("cause").equals("Not explained"))
            .collect(Collectors.toMap(MonthlyActionsCases::place, line -> line.get("cause")));
    List<CSVRecord> proved =
        lines(
            "mart_underpaid_line",
            line -> line.get("is_worth_working").equals("true") && causes.containsKey(place(line)));
    List<CSVRecord> largest =
        largest(proved, line -> line.get("payer") + causes.get(place(line)), "shortfall_amount");
    says(action("DISPUTE"), "", largest, sum(largest, "shortfall_amount"));
    says(action("DISPUTE"), "all_", proved, sum(proved, "shortfall_amount"));
    assertThat(action("DISPUTE").get("cause")).isEqualTo(causes.get(place(largest.get(0))));
  }

  private static String place(CSVRecord line) {
    return line.get("claim_id") + " " + line.get("claim_line_number") + " " + line.get("payer");
  }

  private static List<CSVRecord> open(Predicate<CSVRecord> which) {
    return lines(
        "mart_denial_work",
        line -> line.get("is_awaiting_answer").equals("false") && which.test(line));
  }

  private static boolean isDue(CSVRecord line) {
    int days = Integer.parseInt(line.get("days_left"));
    return days >= 0 && days <= DAYS;
  }

  @Test
  void appeals_that_are_due_are_those_of_the_worklist() {
    List<CSVRecord> due = open(MonthlyActionsCases::isDue);
    says(action("APPEAL"), "", due, sum(due, "expected_recovery_amount"));
  }

  @Test
  void denials_with_no_expected_recovery_are_counted_beside_the_dollars() {
    List<CSVRecord> open = open(line -> line.get("expected_recovery_amount").isEmpty());
    assertThat(action("APPEAL").get("all_without_amount_line_count"))
        .isEqualTo(String.valueOf(open.size()));
    assertThat(action("APPEAL").get("without_amount_line_count"))
        .isEqualTo(String.valueOf(open.stream().filter(MonthlyActionsCases::isDue).count()));
  }

  @Test
  void resubmitted_claims_are_not_to_be_appealed() {
    List<CSVRecord> open = open(line -> true);
    assertThat(open.size()).isLessThan(tables.rows("mart_denial_work").size());
    says(action("APPEAL"), "all_", open, sum(open, "expected_recovery_amount"));
  }

  @Test
  void the_first_deadline_is_the_nearest_that_is_not_over() {
    LocalDate first =
        open(MonthlyActionsCases::isDue).stream()
            .map(line -> LocalDate.parse(line.get("appeal_by_date")))
            .min(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(action("APPEAL").get("due_date")).isEqualTo(first.toString());
  }

  @Test
  void denials_are_open_as_of_the_last_payment_on_file() {
    String last =
        tables.rows("mart_cash_month").stream()
            .map(month -> month.get("payment_month"))
            .max(Comparator.naturalOrder())
            .orElseThrow();
    assertThat(action("APPEAL").get("as_of_date")).startsWith(last);
  }

  private static BigDecimal lineCount(List<CSVRecord> claims) {
    return sum(claims, "line_count");
  }

  private static List<CSVRecord> unanswered(Predicate<CSVRecord> which) {
    return lines(
        "mart_unanswered_claim",
        claim -> !claim.get("answer_state").equals("LATER_PAYER") && which.test(claim));
  }

  private static boolean isNearItsLimit(CSVRecord claim) {
    return claim.get("unanswered_age").equals("LIMIT_DUE");
  }

  @Test
  void claims_to_follow_up_are_late_for_the_payer_or_near_their_limit() {
    List<CSVRecord> late =
        unanswered(claim -> isNearItsLimit(claim) || claim.get("unanswered_age").equals("LATE"));
    assertThat(new BigDecimal(action("FOLLOW_UP").get("line_count")))
        .isEqualByComparingTo(lineCount(late));
    assertThat(new BigDecimal(action("FOLLOW_UP").get("amount")))
        .isEqualByComparingTo(sum(late, "charge_amount"));
  }

  @Test
  void beside_them_stand_all_claims_that_a_first_payer_has_not_answered() {
    List<CSVRecord> all = unanswered(claim -> true);
    assertThat(new BigDecimal(action("FOLLOW_UP").get("all_line_count")))
        .isEqualByComparingTo(lineCount(all));
    assertThat(new BigDecimal(action("FOLLOW_UP").get("all_amount")))
        .isEqualByComparingTo(sum(all, "charge_amount"));
  }

  @Test
  void the_first_limit_is_the_nearest_of_the_claims_near_theirs() {
    assertThat(action("FOLLOW_UP").get("due_date"))
        .isEqualTo(
            unanswered(MonthlyActionsCases::isNearItsLimit).stream()
                .map(claim -> claim.get("filing_deadline_date"))
                .min(Comparator.naturalOrder())
                .orElseThrow());
  }

  @Test
  void the_largest_preventable_group_is_that_of_the_denied_lines() {
    List<CSVRecord> preventable =
        lines(
            "mart_denied_line",
            line -> line.get("preventable").equals("yes") && line.get("denial").equals("denied"));
    List<CSVRecord> largest =
        largest(
            preventable,
            line -> line.get("denial_group") + line.get("denial_owner"),
            "charge_amount");
    says(action("PREVENT"), "", largest, sum(largest, "charge_amount"));
    assertThat(action("PREVENT").get("cause")).isEqualTo(largest.get(0).get("denial_group"));
  }

  @Test
  void the_largest_cause_of_no_comparison_is_that_of_its_lines() {
    List<CSVRecord> lines =
        lines("mart_not_judged_line", line -> !line.get("reason").equals("OPEN"));
    List<CSVRecord> largest =
        largest(lines, line -> line.get("reason") + "\n" + line.get("payer"), "charge_amount");
    says(action("COMPARE"), "", largest, sum(largest, "charge_amount"));
    assertThat(action("COMPARE").get("payer")).isEqualTo(largest.get(0).get("payer"));
    says(action("COMPARE"), "all_", lines, sum(lines, "charge_amount"));
  }

  @Test
  void a_denied_line_has_its_appeal_date_exactly_where_its_denial_is_open() {
    assertThat(lines("mart_denied_line", line -> true))
        .allSatisfy(
            line ->
                assertThat(!line.get("appeal_by_date").isEmpty())
                    .isEqualTo(line.get("outcome").equals("OPEN")))
        .anySatisfy(line -> assertThat(line.get("outcome")).isEqualTo("OPEN"));
  }
}
