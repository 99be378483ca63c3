package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.CodeLabels;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.FunnelChart;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Mart;
import org.allowable.report.Page;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.jspecify.annotations.Nullable;

/** What one physician takes home: two pages, of nobody else. */
final class Packet {

  private static final String FREQUENCY = "Frequency";

  private final Review review;
  private final ReviewFacts facts;
  private final Mart.Line rate;
  private final Mart.Line verdict;
  private final String npi;
  private final Mart patterns;
  private final Mart examples;

  /** A packet of the physician of a row of {@code mart_physician_rate}. */
  Packet(Review review, Mart.Line rate) {
    this.review = review;
    this.facts = review.facts();
    this.rate = rate;
    this.npi = rate.text("rendering_npi");
    this.verdict = review.verdict(npi);
    this.examples = review.of("mart_denial_example", npi);
    this.patterns = review.of("mart_denial_pattern", npi);
  }

  /** The packet as pages. */
  Workbook workbook() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("run id", facts.runId());
    properties.put("period", facts.period());
    return new Workbook(
        "Retraining review",
        "%s \u00b7 %s \u00b7 for %s alone (%s in the committee's edition)"
            .formatted(
                facts.practiceName(), facts.months(), rate.text("physician"), review.label(npi)),
        asOf(),
        true,
        properties,
        List.of(first(), second()));
  }

  private Instant asOf() {
    return facts.last().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private Sheet first() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures());
    blocks.add(new TextBlock("", List.of(VerdictText.certainty(verdict))));
    Mart actions = review.of("mart_physician_action", npi);
    if (!actions.lines().isEmpty()) {
      blocks.add(actions(actions));
    }
    FunnelChart funnel = new ReviewCharts(review).funnelOf(npi);
    Months months = Months.of(review, npi);
    List<Chart> charts = new ArrayList<>();
    if (funnel != null) {
      charts.add(funnel);
    }
    if (months.hasCenter()) {
      charts.add(new ReviewCharts(review).months(months));
    }
    if (!charts.isEmpty()) {
      ChartSize size = charts.size() == 1 ? ChartSize.WIDE : ChartSize.PRINTED;
      blocks.add(
          new PictureBlock(
              charts.stream().map(chart -> ChartWriter.picture(chart, size)).toList()));
    }
    List<String> sentences = sentences();
    if (!sentences.isEmpty()) {
      blocks.add(new TextBlock("", sentences));
    }
    blocks.add(
        TextBlock.of("Other denials, not provider-controllable and in no rate above", notTheirs()));
    return new Sheet(
        "Where you are",
        VerdictText.headline(verdict),
        "Private. %s. Counts provider-controllable initial denials only."
            .formatted(
                review.hidesAmongOthers()
                    ? "The other points are your colleagues, without names"
                    : "Your colleagues' points are not shown"),
        blocks,
        Page.ONE_PORTRAIT);
  }

  private KeyFigures figures() {
    return KeyFigures.of(
        KeyFigure.of(
                "Times the peers' rate", verdict.known("observed_over_expected"), Format.MULTIPLE)
            .compared(VerdictText.basis(verdict)),
        KeyFigure.of(
                "Provider-controllable denials", rate.number("counted_line_count"), Format.COUNT)
            .compared(
                "of " + Format.COUNT.display(rate.number("line_count")) + " adjudicated lines"),
        KeyFigure.of("Charges of these", rate.number("counted_charge_amount"), Format.MONEY)
            .compared(
                "expected allowed "
                    + Format.MONEY.display(rate.known("counted_expected_amount"))
                    + besides(rate.number("without_expectation_line_count"), "not priced")),
        KeyFigure.of("Recovered since", patterns.knownSum("recovered_amount"), Format.MONEY)
            .compared(
                Format.COUNT.display(patterns.sum("open_line_count"))
                    + " still open"
                    + besides(patterns.sum("without_recovery_line_count"), "not known")));
  }

  private static String besides(BigDecimal lines, String what) {
    return lines.signum() == 0 ? "" : "; %s %s".formatted(Format.COUNT.display(lines), what);
  }

  private List<String> sentences() {
    List<String> words = new ArrayList<>();
    // Where nobody can be compared nothing is left out, for there is nothing.
    if (review.hasPeers() && !review.hidesAmongOthers()) {
      words.add(
          "Fewer than three physicians can be compared: the peers' points and months are left out, for they would show one colleague.");
    }
    for (Mart.Line line : review.of("mart_training", npi).lines()) {
      words.add(TrainingText.inWords(line));
    }
    return words;
  }

  private static final List<Column> ACTIONS =
      List.of(
          Column.of("No.", Format.COUNT).width(5),
          Column.of("What to change", Format.LONG_TEXT).width(50),
          Column.of("Denied for", Format.TEXT).width(17),
          Column.of("Codes", Format.CODE).width(26),
          Column.of("Lines", Format.COUNT).width(7),
          Column.of("Charges", Format.MONEY).width(13),
          Column.of("Expected allowed", Format.MONEY).width(13));

  private TableBlock actions(Mart actions) {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : actions.lines()) {
      rows.add(
          ReportRow.of(
              line.number("action_order"),
              line.text("change").isEmpty()
                  ? "Review these denials: no lesson is in the table for this group"
                  : line.text("change"),
              line.text("denial_group"),
              codes(line),
              line.number("line_count"),
              line.number("charge_amount"),
              line.known("expected_allowed_amount")));
    }
    return TableBlock.of(ACTIONS, rows)
        .heading(
            rows.size() == 1
                ? "The action that would lower it"
                : "The %s actions that would lower it most"
                    .formatted(rows.size() == 2 ? "two" : "three"))
        .frozen(0);
  }

  // Wide enough that no code, month or amount breaks over two lines of the page.
  private static final List<Column> FIXABLE =
      List.of(
          Column.of("No.", Format.COUNT).width(5),
          Column.of("Services", Format.TEXT).width(15),
          Column.of("Codes", Format.CODE).width(14),
          Column.of("Denied as", Format.CODE).width(16),
          Column.of("Lines", Format.COUNT).width(8),
          Column.of("Charges", Format.MONEY).width(13),
          Column.of("Expected allowed", Format.MONEY).width(12),
          Column.of("Not priced", Format.COUNT).width(8),
          Column.of("Recovered", Format.MONEY).width(13),
          Column.of("Open", Format.COUNT).width(7));

  private TableBlock fixable() {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : top()) {
      rows.add(
          ReportRow.of(
              line.number("pattern_number"),
              line.text("family"),
              codes(line),
              line.text("denial_codes"),
              line.number("line_count"),
              line.number("charge_amount"),
              line.known("expected_allowed_amount"),
              line.number("without_expectation_line_count"),
              line.known("recovered_amount"),
              line.number("open_line_count")));
    }
    return TableBlock.of(FIXABLE, rows)
        .heading("Where these denials arose, by expected allowed")
        .frozen(0);
  }

  private static String codes(Mart.Line pattern) {
    String beside = pattern.text("other_hcpcs_codes");
    return pattern.text("hcpcs_codes") + (beside.isEmpty() ? "" : " with " + beside);
  }

  // As many as have examples: the limit is the run's.
  private List<Mart.Line> top() {
    long shown =
        examples.lines().stream().map(line -> line.number("pattern_number")).distinct().count();
    return patterns.lines().stream().limit(shown).toList();
  }

  private String notTheirs() {
    Map<String, BigDecimal> lines = new LinkedHashMap<>();
    Map<String, BigDecimal> charges = new LinkedHashMap<>();
    for (Mart.Line line : review.of("mart_other_owner_denial", npi).lines()) {
      String group = line.text("denial_group");
      lines.merge(group, line.number("line_count"), BigDecimal::add);
      charges.merge(group, line.number("charge_amount"), BigDecimal::add);
    }
    List<String> said = new ArrayList<>();
    lines.forEach(
        (group, count) ->
            said.add(
                "%s %s (%s)"
                    .formatted(
                        group,
                        Format.COUNT.display(count),
                        Format.MONEY.display(charges.get(group)))));
    return said.isEmpty() ? "Nothing." : "Lines and charges: " + String.join(", ", said) + ".";
  }

  private Sheet second() {
    List<Block> blocks = new ArrayList<>();
    if (!patterns.lines().isEmpty()) {
      blocks.add(fixable());
    }
    Map<String, String> said = new HashMap<>();
    for (Mart.Line pattern : top()) {
      blocks.add(rule(pattern, said));
    }
    if (!top().isEmpty()) {
      blocks.add(examples());
    } else {
      blocks.add(TextBlock.of("", "No line of yours was denied for something you can change."));
    }
    return new Sheet(
        "What to change",
        "What the rules say, with up to three examples each",
        "Patients carry numbers of this run; the director's tables lead to the claims.",
        blocks,
        Page.ONE_PORTRAIT);
  }

  // A rule that stands above already is not said twice.
  private static TextBlock rule(Mart.Line pattern, Map<String, String> said) {
    String number = pattern.text("pattern_number");
    String words = words(pattern);
    String before = said.putIfAbsent(words, number);
    return TextBlock.of(
        "%s. %s (%s), denied as %s: %s"
            .formatted(
                number,
                pattern.text("family"),
                codes(pattern),
                pattern.text("denial_codes"),
                pattern.text("denial_group")),
        before == null ? words : "The rule of pattern " + before + ".");
  }

  private static String words(Mart.Line pattern) {
    return "%s. %s%s"
        .formatted(
            pattern.text("rule_said").isEmpty()
                ? "No lesson is in the table for this group"
                : pattern.text("rule_said"),
            pattern.text("change"),
            pattern.text("rule_since_date").isEmpty() ? "" : since(pattern));
  }

  // Our own lessons have no source but the table.
  private static String since(Mart.Line pattern) {
    String source = pattern.text("coding_rule").isEmpty() ? "" : "; " + pattern.text("rule_source");
    return " [since %s%s]".formatted(pattern.text("rule_since_date"), source);
  }

  private TableBlock examples() {
    List<ReportRow> rows = new ArrayList<>();
    for (Mart.Line line : examples.lines()) {
      rows.add(
          ReportRow.of(
              line.number("pattern_number"),
              line.text("patient"),
              line.text("service_month"),
              line.text("payer"),
              (line.text("hcpcs_code") + " " + line.text("modifiers")).strip(),
              line.text("denial_codes"),
              line.number("charge_amount"),
              line.known("expected_allowed_amount"),
              said(line)));
    }
    return TableBlock.of(EXAMPLES, rows).heading("Examples, the largest charges first").frozen(0);
  }

  private static final List<Column> EXAMPLES =
      List.of(
          Column.of("No.", Format.COUNT).width(5),
          Column.of("Patient", Format.TEXT).width(15),
          Column.of("DOS", Format.TEXT).width(9),
          Column.of("Payer", Format.TEXT).width(20),
          Column.of("Code", Format.CODE).width(11),
          Column.of("Denied as", Format.CODE).width(16),
          Column.of("Charges", Format.MONEY).width(12),
          Column.of("Expected", Format.MONEY).width(12),
          Column.of("Outcome, sessions", Format.TEXT).width(20));

  private String said(Mart.Line example) {
    String verdict = verdict(example);
    String outcome = CodeLabels.of("outcome", example.text("outcome"));
    return verdict == null ? outcome : outcome + "; " + verdict;
  }

  // Of a line that was denied for frequency at first, what the count of sessions says: a later
  // frequency denial says nothing of the one that stands beside it.
  private @Nullable String verdict(Mart.Line example) {
    Mart.Line proof = isFrequency(example) ? review.proof(example) : null;
    if (proof == null) {
      return null;
    }
    String verdict = CodeLabels.of(proof.text("verdict")).toLowerCase(Locale.ROOT);
    return proof.known("cap") == null
        ? verdict
        : "%s, %s of %s"
            .formatted(
                verdict,
                Format.COUNT.display(proof.number("counted_count")),
                Format.COUNT.display(proof.number("cap")));
  }

  private boolean isFrequency(Mart.Line example) {
    return patterns.lines().stream()
        .filter(p -> p.text("pattern_number").equals(example.text("pattern_number")))
        .anyMatch(p -> p.text("denial_group").equals(FREQUENCY));
  }
}
