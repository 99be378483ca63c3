package org.allowable.report.retraining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Mart;
import org.allowable.report.Row;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/** The tables of the director's workbook, sheet by sheet. */
final class DirectorSheets {

  private static final int FREEZE_CLAIM = 2;

  private final Review review;

  DirectorSheets(Review review) {
    this.review = review;
  }

  /** The sheets behind the overview, in order. */
  List<Sheet> all() {
    return List.of(
        physicians(),
        groups(),
        patterns(),
        pairs(),
        examples(),
        locations(),
        metrics(),
        work(),
        chains(),
        radar(),
        proof(),
        policies(),
        coding(),
        findings(),
        training(),
        controls());
  }

  private Sheet physicians() {
    return Sheet.of(
        SheetNames.PHYSICIANS,
        review.named().isEmpty() && review.namedOverTheYear().isEmpty()
            ? "Nobody is named: no rate is more than chance above the others"
            : "Named is only who is above the 99.8 % limit with lines enough",
        review.rule().inWords(review.physicians().size())
            + " "
            + review.dispersionInWords()
            + " The order is that of the letters and says nothing; each packet tells its physician the letter.",
        table("period").heading("The period"),
        table("year").heading("The year that ends with it"),
        money("period").heading("What it costs, in the period").frozen(0));
  }

  private TableBlock table(String span) {
    return Tables.of(
            lettered(span),
            "shown",
            "line_count",
            "initially_denied_line_count",
            "counted_line_count",
            "compared_line_count",
            "observed_line_count",
            "expected_line_count",
            "observed_over_expected",
            "ratio_lower",
            "ratio_upper",
            "comparable_line_count",
            "standardised_rate",
            "outer_upper_rate",
            "place")
        .totalled();
  }

  private TableBlock money(String span) {
    return Tables.of(
            lettered(span),
            "shown",
            "counted_line_count",
            "counted_charge_amount",
            "counted_expected_amount",
            "without_expectation_line_count")
        .totalled();
  }

  private Mart lettered(String span) {
    Map<String, Mart.Line> byNpi = new HashMap<>();
    review
        .small("mart_physician_rate")
        .where(line -> line.text("span").equals(span))
        .lines()
        .forEach(line -> byNpi.put(line.text("rendering_npi"), line));
    List<Mart.Line> lines = new ArrayList<>();
    for (String npi : review.labels().keySet()) {
      Mart.Line line = byNpi.get(npi);
      if (line != null) {
        lines.add(shown(line));
      }
    }
    return Mart.of(lines);
  }

  private Mart.Line shown(Mart.Line rate) {
    Map<String, @Nullable Object> cells = new HashMap<>(rate.cells());
    cells.put("shown", review.shown(rate));
    return new Mart.Line(cells);
  }

  private Sheet groups() {
    return Sheet.of(
        SheetNames.GROUPS,
        "What was denied, whose it is to change, and what became of it",
        "Lines whose first answer in the period denied them. Outcomes are as of the last day of the period; open ones are in no rate.",
        Tables.of(
                review.rows("mart_denial_group"),
                "denial_group",
                "denial_signal",
                "accountable",
                "liability",
                "denial_owner",
                "line_count",
                "claim_count",
                "charge_amount",
                "expected_allowed_amount",
                "without_expectation_line_count",
                "overturned_line_count",
                "overturned_in_part_line_count",
                "reworked_line_count",
                "upheld_line_count",
                "written_off_line_count",
                "open_line_count",
                "recovered_amount")
            .totalled(),
        Tables.of(
                Mart.of(
                    review.rows("mart_denial_metric"),
                    line ->
                        line.text("dimension").equals("frequency_signal")
                            && line.text("metric").equals("initial_denial_rate")
                            && line.text("level").equals("lines")
                            && line.text("month").equals("period")),
                "member as denial_codes",
                "numerator as denied_line_count",
                "denominator as n",
                "value")
            .heading("Frequency, signal by signal: reason and remark codes")
            .frozen(0));
  }

  // Patterns of the practice: whose they are is in the packets.
  private Sheet patterns() {
    Map<List<String>, List<Mart.Line>> same = new java.util.LinkedHashMap<>();
    for (Mart.Line line : review.small("mart_denial_pattern").lines()) {
      same.computeIfAbsent(
              List.of(
                  line.text("denial_group"),
                  line.text("denial_signal"),
                  line.text("family"),
                  line.text("coding_rule")),
              key -> new ArrayList<>())
          .add(line);
    }
    List<Mart.Line> lines = new ArrayList<>();
    same.values().forEach(of -> lines.add(together(of)));
    lines.sort(
        java.util.Comparator.comparing((Mart.Line line) -> line.number("charge_amount"))
            .reversed());
    return Sheet.of(
        SheetNames.PATTERNS,
        "Patterns that a physician can change, over all physicians",
        "One row a family of codes, signal and coding rule. Whose they are stands in the packets.",
        Tables.of(
                Mart.of(lines),
                "denial_group",
                "family",
                "hcpcs_codes",
                "other_hcpcs_codes",
                "denial_codes",
                "physician_count",
                "line_count",
                "charge_amount",
                "expected_allowed_amount",
                "recovered_amount",
                "open_line_count",
                "rule_said",
                "change",
                "rule_since_date",
                "rule_source")
            .totalled());
  }

  private static Mart.Line together(List<Mart.Line> lines) {
    Mart mart = Mart.of(lines);
    Map<String, @Nullable Object> cells = new HashMap<>(lines.get(0).cells());
    cells.put("physician_count", (long) lines.size());
    for (String column : List.of("hcpcs_codes", "other_hcpcs_codes")) {
      cells.put(column, union(lines, column, " "));
    }
    cells.put("denial_codes", union(lines, "denial_codes", ", "));
    for (String column :
        List.of("line_count", "charge_amount", "recovered_amount", "open_line_count")) {
      cells.put(column, mart.sum(column));
    }
    boolean isKnown = lines.stream().anyMatch(l -> l.known("expected_allowed_amount") != null);
    cells.put("expected_allowed_amount", isKnown ? mart.sum("expected_allowed_amount") : null);
    return new Mart.Line(cells);
  }

  private static String union(List<Mart.Line> lines, String column, String separator) {
    java.util.Set<String> words = new java.util.TreeSet<>();
    lines.stream()
        .map(line -> line.text(column))
        .filter(text -> !text.isEmpty())
        .forEach(text -> words.addAll(List.of(text.split(separator))));
    return String.join(separator, words);
  }

  private Sheet pairs() {
    return Sheet.of(
        SheetNames.PAIRS,
        "Denials that a code beside them explains",
        "The first code was denied; the second is what the coding review found beside it, with the edit and its date.",
        Tables.of(
                review.rows("mart_code_pair"),
                "hcpcs_code",
                "other_hcpcs_code",
                "denial_group",
                "finding_label",
                "rule_since_date",
                "line_count",
                "physician_count",
                "charge_amount",
                "expected_allowed_amount",
                "rule_source")
            .totalled());
  }

  private Sheet examples() {
    return Sheet.of(
        SheetNames.EXAMPLES,
        "Examples of the patterns, the largest charges first",
        "Patients carry numbers of this run. Whose examples they are stands in the packets and in tables/mart_denial_example.csv.",
        Tables.of(
            review.rows("mart_denial_example"),
            "patient",
            "service_month",
            "payer",
            "hcpcs_code",
            "modifiers",
            "other_hcpcs_code",
            "denial_codes",
            "charge_amount",
            "expected_allowed_amount",
            "outcome",
            "change"));
  }

  private Sheet locations() {
    return Sheet.of(
        SheetNames.LOCATIONS,
        "Denials that the front desk and scheduling can change, by location",
        "In no physician's rate. The rate is of all lines answered at the location.",
        Tables.of(
                review.rows("mart_location_denial"),
                "site",
                "denial_group",
                "line_count as n",
                "denied_line_count",
                "denial_rate",
                "charge_amount")
            .totalled());
  }

  private Sheet metrics() {
    return Sheet.of(
        SheetNames.METRICS,
        "Denial metrics with their numerators and denominators",
        "All members and months are in tables/mart_denial_metric.csv; here those of the period.",
        Tables.of(
            Mart.of(
                review.rows("mart_denial_metric"),
                line ->
                    line.text("month").equals("period")
                        && List.of("all", "payer", "location").contains(line.text("dimension"))),
            "metric",
            "level",
            "member",
            "numerator",
            "denominator",
            "value",
            "n",
            "date_basis",
            "note"));
  }

  private Sheet work() {
    return Sheet.of(
        SheetNames.WORK,
        "Open denials in the order of what to expect of them",
        "Appeal by: the payer's window in the table of windows; a default is marked. Those sent again wait for an answer and come last.",
        Tables.of(
                review.rows("mart_denial_work"),
                "work_order",
                "claim_id",
                "claim_line_number",
                "payer",
                "physician",
                "hcpcs_code",
                "last_denial_date",
                "denial_codes",
                "denial_group",
                "appeal_by_date",
                "is_appeal_window_default",
                "days_left",
                "at_stake_amount",
                "recovery_rate",
                "expected_recovery_amount",
                "is_awaiting_answer",
                "evidence")
            .totalled()
            .frozen(FREEZE_CLAIM));
  }

  private Sheet chains() {
    return Sheet.of(
        SheetNames.CHAINS,
        "Each denial with its one outcome",
        "A line denied several times is one denial. Recovered is final allowed less first allowed.",
        Tables.of(
                review.rows("mart_denied_chain"),
                "claim_id",
                "claim_line_number",
                "payer",
                "site",
                "hcpcs_code",
                "modifiers",
                "service_date",
                "first_denial_date",
                "denial_kind",
                "liability",
                "denial_codes",
                "denial_group",
                "denial_count",
                "outcome",
                "outcome_date",
                "days_to_outcome",
                "charge_amount",
                "expected_allowed_amount",
                "recovered_amount")
            .totalled()
            .frozen(FREEZE_CLAIM));
  }

  private Sheet radar() {
    return Sheet.of(
        SheetNames.RADAR,
        "Patients by the sessions they have left",
        "Sessions in the rolling window that ends on the last day of the period. Sessions at other practices are not seen.",
        Tables.of(
            review.rows("mart_session_radar"),
            "patient",
            "payer",
            "region",
            "status",
            "performed_count",
            "paid_count",
            "cap",
            "last_session_date",
            "next_allowed_date",
            "session_dates",
            "policy",
            "limit_name",
            "policy_from_date",
            "physician"));
  }

  private Sheet proof() {
    return Sheet.of(
        SheetNames.PROOF,
        "Was it right to deny for frequency?",
        "The sessions that the policy counts, up to the day denied. Wrong: within the cap with the whole window seen here. Cannot tell: sessions elsewhere, or something else decides. Sources of the policies: next sheet; charges and codes: tables/mart_frequency_proof.csv.",
        Tables.of(
            review.rows("mart_frequency_proof"),
            "claim_id",
            "claim_line_number",
            "patient",
            "payer",
            "service_date",
            "hcpcs_code",
            "region",
            "counted_count",
            "cap",
            "verdict",
            "verdict_reason",
            "appeal",
            "session_dates",
            "policy",
            "policy_from_date"));
  }

  private Sheet policies() {
    return Sheet.of(
        SheetNames.POLICIES,
        "Which limits hold for which payer",
        "From the practice file, or by the payer's class where it says nothing. The table of policies is the practice's to change.",
        Tables.of(
            review.rows("mart_session_policy"),
            "payer",
            "assigned_by",
            "policy",
            "title",
            "limit_name",
            "unit",
            "window_months",
            "cap",
            "minimum_gap_days",
            "policy_from_date",
            "source"));
  }

  private Sheet coding() {
    Map<String, List<Mart.Line>> byRule = new java.util.TreeMap<>();
    for (Mart.Line line : review.small("mart_review_finding").lines()) {
      byRule.computeIfAbsent(line.text("rule"), rule -> new ArrayList<>()).add(line);
    }
    List<Row> rows = new ArrayList<>();
    byRule.forEach(
        (rule, of) ->
            rows.add(
                Row.of(
                    rule,
                    of.get(0).text("label"),
                    org.allowable.report.Words.of(of.get(0).text("severity")),
                    (long) of.size(),
                    Mart.of(of).sum("charge_amount"),
                    of.stream().filter(l -> l.text("was_denied").equals("true")).count())));
    return Sheet.of(
        SheetNames.CODING,
        "What the coding review finds on lines served in the period",
        "Before the payer does: each finding is on the next sheet, with the rule, its date and the fix. A line may have several.",
        TableBlock.of(
                List.of(
                    ReviewColumns.named("rule"),
                    ReviewColumns.named("label"),
                    ReviewColumns.named("severity"),
                    ReviewColumns.named("finding_count"),
                    ReviewColumns.named("charge_amount"),
                    ReviewColumns.named("denied_line_count")),
                rows)
            .heading("Findings by rule"),
        Tables.of(
                review.rows("mart_coding_coverage"),
                "coding_check",
                "outcome as check_outcome",
                "line_count",
                "charge_amount")
            .heading("What could be checked, and what stayed silent and why (all lines on file)")
            .frozen(0));
  }

  private Sheet findings() {
    return Sheet.of(
        SheetNames.FINDINGS,
        "Coding findings, line by line",
        "",
        Tables.of(
                review.rows("mart_review_finding"),
                "claim_id",
                "claim_line_number",
                "service_date",
                "payer",
                "hcpcs_code",
                "modifiers",
                "label",
                "other_hcpcs_code",
                "detail",
                "fix",
                "severity",
                "charge_amount",
                "medicare_fee_amount",
                "was_denied",
                "source")
            .frozen(FREEZE_CLAIM));
  }

  private Sheet training() {
    List<Row> rows = new ArrayList<>();
    for (Mart.Line line : review.small("mart_training").lines()) {
      Effect effect = Effect.of(line);
      rows.add(
          Row.of(
              line.cells().get("training_date"),
              line.text("subject"),
              line.text("denial_group"),
              line.number("before_line_count"),
              effect.value("before"),
              line.number("after_line_count"),
              effect.value("after"),
              effect.value("peer_before"),
              effect.value("peer_after"),
              effect.difference(),
              effect.inWords()));
    }
    return Sheet.of(
        SheetNames.TRAINING,
        rows.isEmpty()
            ? "The practice file names no training in reach of the data"
            : "Before and after training, beside the others",
        "Lines by date of service, six months on either side, denied at first for the subject. The change beyond the others' is what training may have done. Who was trained stands in the packets.",
        TableBlock.of(
                List.of(
                    ReviewColumns.named("training_date"),
                    ReviewColumns.named("subject"),
                    ReviewColumns.named("denial_group"),
                    plain("line_count", "Lines before"),
                    ReviewColumns.named("before_rate"),
                    plain("line_count", "Lines after"),
                    ReviewColumns.named("after_rate"),
                    ReviewColumns.named("peer_before_rate"),
                    ReviewColumns.named("peer_after_rate"),
                    ReviewColumns.named("difference"),
                    ReviewColumns.named("effect")),
                rows)
            .frozen(0));
  }

  private static org.allowable.report.Column plain(String name, String header) {
    return org.allowable.report.Column.of(header, ReviewColumns.named(name).format()).width(9);
  }

  private Sheet controls() {
    return Sheet.of(
        SheetNames.CONTROLS,
        "Totals counted two ways",
        "One that differs stops the review before anything is written.",
        Tables.of(
            review.rows("mart_review_control"),
            "control",
            "unit as control_unit",
            "expected_amount",
            "found_amount",
            "difference_amount"));
  }
}
