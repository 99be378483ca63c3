package org.allowable.report.retraining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.allowable.report.Mart;
import org.allowable.report.Sheet;
import org.jspecify.annotations.Nullable;

/** What was denied, and what became of it. */
final class DenialSheets {

  private static final int FREEZE_CLAIM = 2;

  private final Review review;

  DenialSheets(Review review) {
    this.review = review;
  }

  /** The sheets, in order. */
  List<Sheet> all() {
    return List.of(
        groups(), patterns(), pairs(), examples(), locations(), metrics(), work(), chains());
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
                "recovered_amount",
                "without_recovery_line_count")
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
    Map<List<String>, List<Mart.Line>> same = new LinkedHashMap<>();
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
    lines.sort(Comparator.comparing((Mart.Line line) -> line.number("charge_amount")).reversed());
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
                "without_expectation_line_count",
                "recovered_amount",
                "without_recovery_line_count",
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
    cells.put("physician_count", (long) physicians(lines).size());
    for (String column : List.of("hcpcs_codes", "other_hcpcs_codes")) {
      cells.put(column, union(lines, column, " "));
    }
    cells.put("denial_codes", union(lines, "denial_codes", ", "));
    for (String column :
        List.of(
            "line_count",
            "charge_amount",
            "without_expectation_line_count",
            "without_recovery_line_count",
            "open_line_count")) {
      cells.put(column, mart.sum(column));
    }
    for (String column : List.of("expected_allowed_amount", "recovered_amount")) {
      cells.put(column, Tables.sum(mart, column));
    }
    cells.put("rule_said", agreed(lines, "rule_said"));
    // What to change for one pair of codes is not what to change for another: then the lesson says.
    Object change = agreed(lines, "change");
    cells.put("change", change == null ? agreed(lines, "lesson_change") : change);
    boolean isOneRule =
        isSame(lines, "rule_said")
            && isSame(lines, "rule_since_date")
            && isSame(lines, "rule_source");
    cells.put("rule_since_date", isOneRule ? agreed(lines, "rule_since_date") : null);
    cells.put("rule_source", isOneRule ? agreed(lines, "rule_source") : null);
    return new Mart.Line(cells);
  }

  // Lines without a rendering physician are of nobody.
  private static Set<String> physicians(List<Mart.Line> lines) {
    return lines.stream()
        .map(line -> line.text("rendering_npi"))
        .filter(npi -> !npi.isEmpty())
        .collect(Collectors.toSet());
  }

  private static boolean isSame(List<Mart.Line> lines, String column) {
    return lines.stream().map(line -> line.text(column)).distinct().count() == 1;
  }

  private static @Nullable Object agreed(List<Mart.Line> lines, String column) {
    return isSame(lines, column) ? lines.get(0).cells().get(column) : null;
  }

  private static String union(List<Mart.Line> lines, String column, String separator) {
    Set<String> words = new TreeSet<>();
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
                "without_expectation_line_count",
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
        Tables.lettered(
                review,
                review.rows("mart_denial_work"),
                "work_order",
                "claim_id",
                "claim_line_number",
                "payer",
                "rendering_npi as physician",
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
}
