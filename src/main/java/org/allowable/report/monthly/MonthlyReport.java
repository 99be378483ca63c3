package org.allowable.report.monthly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.config.Practice;
import org.allowable.model.Rows;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.Format;
import org.allowable.report.LinkList;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.Sheet;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartSize;
import org.allowable.report.chart.ChartWriter;
import org.allowable.report.excel.WorkbookWriter;

/** Writes the workbook and the charts of a month from its marts. */
public final class MonthlyReport {

  /** The workbook's file in a run's folder. */
  public static final String WORKBOOK = "monthly-report.xlsx";

  private final Practice practice;
  private final YearMonth month;
  private final DateBasis dateBasis;
  private final String runId;
  private final Map<String, Long> counts;
  private final Map<String, String> references;
  private final Map<String, Rows> marts;

  /**
   * A report.
   *
   * @param runId as the manifest states it
   * @param counts rows at the places worth knowing
   * @param references reference files with their sha256
   * @param marts by table name
   */
  public MonthlyReport(
      Practice practice,
      YearMonth month,
      DateBasis dateBasis,
      String runId,
      Map<String, Long> counts,
      Map<String, String> references,
      Map<String, Rows> marts) {
    this.practice = practice;
    this.month = month;
    this.dateBasis = dateBasis;
    this.runId = runId;
    this.counts = counts;
    this.references = references;
    this.marts = marts;
  }

  /**
   * Writes {@link #WORKBOOK} and {@code charts/} into a folder.
   *
   * @throws IOException if the folder cannot be written
   */
  public void write(Path folder) throws IOException {
    Map<String, Chart> charts =
        new MonthlyCharts(subtitle(), month, thisMonth(), deniedReasons(), small("mart_trend"))
            .all();
    Path pictures = Files.createDirectory(folder.resolve("charts"));
    for (Map.Entry<String, Chart> chart : charts.entrySet()) {
      ChartWriter.writePng(chart.getValue(), pictures.resolve(chart.getKey() + ".png"));
      ChartWriter.writeSvg(chart.getValue(), pictures.resolve(chart.getKey() + ".svg"));
    }
    WorkbookWriter.write(workbook(charts), folder.resolve(WORKBOOK));
  }

  private Workbook workbook(Map<String, Chart> charts) {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(summary(charts));
    sheets.add(byPayer());
    sheets.addAll(underpaid());
    sheets.addAll(denials());
    sheets.add(workRvu());
    sheets.add(trend());
    sheets.addAll(notJudged());
    sheets.addAll(controls());
    sheets.add(
        HowToRead.sheet(practice, dateBasis, runId, counts, references, List.copyOf(sheets)));
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("run id", runId);
    properties.put("report month", month.toString());
    return new Workbook("Monthly report", subtitle(), asOf(), true, properties, sheets);
  }

  // The month's end: a fixed point, so that the same inputs give the same file.
  private Instant asOf() {
    return month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private String subtitle() {
    return "%s · %s by %s date"
        .formatted(
            practice.name(),
            Format.MONTH.display(month),
            dateBasis.name().toLowerCase(Locale.ROOT));
  }

  private Mart small(String mart) {
    return Mart.of(rows(mart));
  }

  private Rows rows(String mart) {
    Rows rows = marts.get(mart);
    if (rows == null) {
      throw new IllegalArgumentException("The run made no " + mart);
    }
    return rows;
  }

  private Mart thisMonth() {
    return small("mart_variance").where(line -> line.text("report_month").equals(month.toString()));
  }

  // Duplicates are shown in their table, and apart from every denial figure.
  private Mart deniedReasons() {
    return small("mart_denial_by_reason")
        .where(line -> !line.text("denial_group").equals("Duplicate"));
  }

  private Sheet summary(Map<String, Chart> charts) {
    Headline headline = new Headline(small("mart_trend"), month);
    List<Picture> pictures =
        charts.values().stream().map(c -> ChartWriter.picture(c, ChartSize.HALF)).toList();
    List<Block> blocks = new ArrayList<>();
    blocks.add(headline.money());
    blocks.add(headline.work());
    blocks.add(PictureBlock.of(pictures.get(0), pictures.get(1)));
    blocks.add(PictureBlock.of(pictures.get(2), pictures.get(3)));
    blocks.add(TextBlock.of("Controls", controlSentence()));
    blocks.add(contents());
    return new Sheet(
        SheetNames.SUMMARY, "Monthly report", headline.sentence(), blocks, Page.ONE_PORTRAIT);
  }

  private String controlSentence() {
    Mart controls = small("mart_control_total");
    long failed =
        controls.lines().stream()
            .filter(line -> line.number("difference_amount").signum() != 0)
            .count();
    return failed == 0
        ? "All %d control totals reconcile to the cent with the files that were read."
            .formatted(controls.lines().size())
        : "%d of %d control totals differ, none of those that must hold: see Control totals."
            .formatted(failed, controls.lines().size());
  }

  private static LinkList contents() {
    return new LinkList(
        "Contents",
        List.of(
            new LinkList.Entry(SheetNames.BY_PAYER, "Expected against allowed and paid"),
            new LinkList.Entry(SheetNames.UNDERPAID, "Each underpaid line, the largest first"),
            new LinkList.Entry(SheetNames.PROOF, "The factors behind each expected amount"),
            new LinkList.Entry(
                SheetNames.PATTERNS, "Many lines short by the same share: one cause"),
            new LinkList.Entry(
                SheetNames.DENIAL_PHYSICIAN, "CO-4, CO-97, frequency and the others"),
            new LinkList.Entry(
                SheetNames.DENIAL_REASON, "Denial groups, reasons and who can change them"),
            new LinkList.Entry(SheetNames.DENIED_LINES, "Each denied line"),
            new LinkList.Entry(SheetNames.WORK_RVU, "Work RVUs and payments per work RVU"),
            new LinkList.Entry(SheetNames.TREND, "Thirteen months"),
            new LinkList.Entry(SheetNames.NOT_JUDGED, "What could not be compared, and why"),
            new LinkList.Entry(SheetNames.NOT_JUDGED_LINES, "Each line that could not be compared"),
            new LinkList.Entry(SheetNames.NOT_MATCHED, "Remittance lines without a claim line"),
            new LinkList.Entry(SheetNames.PROVIDER_ADJUSTMENTS, "Adjustments outside claims (PLB)"),
            new LinkList.Entry(SheetNames.CONTROLS, "Totals that must agree"),
            new LinkList.Entry(SheetNames.FILES, "Files read, quarantined and known before"),
            new LinkList.Entry(SheetNames.DATA_QUALITY, "What is odd in the data"),
            new LinkList.Entry(SheetNames.HOW_TO_READ, "Definitions, rules and sources")));
  }

  private Sheet byPayer() {
    return Sheet.of(
        SheetNames.BY_PAYER,
        "Expected against allowed, by setting and payer",
        "Expected and allowed hold the same lines: those with both amounts. The parts of the variance add up to it.",
        Tables.of(
                thisMonth(),
                "setting",
                "payer",
                "line_count",
                "compared_line_count",
                "expected_allowed_amount",
                "allowed_amount",
                "variance_amount",
                "denied_variance_amount",
                "underpaid_variance_amount",
                "overpaid_variance_amount",
                "tolerated_variance_amount",
                "underpaid_line_count")
            .totalled(),
        Tables.of(
                thisMonth(),
                "setting",
                "payer",
                "payer_class",
                "charge_amount",
                "expected_payment_amount",
                "first_payer_paid_amount",
                "paid_amount",
                "denied_line_count",
                "unjudged_line_count",
                "unjudged_charge_amount",
                "open_line_count",
                "open_charge_amount")
            .totalled()
            .heading("Charges, payments and what could not be compared"));
  }

  private List<Sheet> underpaid() {
    Practice.Thresholds limits = practice.thresholds();
    return List.of(
        Sheet.of(
            SheetNames.UNDERPAID,
            "Underpaid lines",
            "Short by at least %s and %s of the expected amount. Worth working from %s and %s."
                .formatted(
                    Format.MONEY.display(limits.underpaidAmount()),
                    Format.RATE.display(limits.underpaidShare()),
                    Format.MONEY.display(limits.queueAmount()),
                    Format.RATE.display(limits.queueShare())),
            Tables.of(
                    rows("mart_underpaid_line"),
                    "claim_id",
                    "claim_line_number",
                    "payer",
                    "physician",
                    "setting",
                    "service_date",
                    "hcpcs_code",
                    "modifiers",
                    "service_unit_quantity",
                    "expected_allowed_amount",
                    "allowed_amount",
                    "shortfall_amount",
                    "shortfall_share",
                    "is_worth_working",
                    "expected_basis",
                    "payer_claim_control_number")
                .totalled()
                .frozen(2)),
        Sheet.of(
            SheetNames.PROOF,
            "How each underpaid line was priced",
            "Medicare = units x the rounded sum of work, practice expense and malpractice RVU, each times its GPCI, times the conversion factor.",
            Tables.of(
                    rows("mart_underpaid_line"),
                    "claim_id",
                    "claim_line_number",
                    "hcpcs_code",
                    "modifiers",
                    "setting",
                    "service_unit_quantity",
                    "work_rvu",
                    "work_gpci",
                    "pe_rvu",
                    "pe_gpci",
                    "mp_rvu",
                    "mp_gpci",
                    "conversion_factor",
                    "release",
                    "medicare_allowed_amount",
                    "expected_basis",
                    "expected_allowed_amount",
                    "allowed_amount_source",
                    "match_method")
                .frozen(2)),
        Sheet.of(
            SheetNames.PATTERNS,
            "Shortfall patterns of the last thirteen months",
            "Three lines or more of a payer, code and setting that fall short by the same share, however little: one root cause.",
            Tables.of(
                    rows("mart_shortfall_pattern"),
                    "payer",
                    "hcpcs_code",
                    "setting",
                    "allowed_share",
                    "line_count",
                    "underpaid_line_count",
                    "shortfall_amount",
                    "first_service_date",
                    "last_service_date")
                .totalled()));
  }

  private List<Sheet> denials() {
    return List.of(
        Sheet.of(
            SheetNames.DENIAL_PHYSICIAN,
            "Denials by rendering physician",
            "A line is denied by its money and grouped by its codes. Rates of few lines say little; they are not a ranking.",
            Tables.of(
                    rows("mart_denial_by_physician"),
                    "physician",
                    "rendering_npi",
                    "adjudicated_line_count",
                    "denied_line_count",
                    "denial_rate",
                    "denied_charge_amount",
                    "denied_expected_amount",
                    "denied_without_expectation_line_count",
                    "co_4_line_count",
                    "co_4_charge_amount",
                    "co_97_line_count",
                    "co_97_charge_amount",
                    "frequency_line_count",
                    "frequency_charge_amount",
                    "other_coding_line_count",
                    "other_bundling_line_count",
                    "medical_necessity_line_count",
                    "authorization_line_count",
                    "registration_line_count",
                    "timely_filing_line_count",
                    "documentation_line_count",
                    "credentialing_line_count",
                    "non_covered_line_count",
                    "other_line_count",
                    "duplicate_line_count",
                    "partly_denied_line_count")
                .totalled()),
        Sheet.of(
            SheetNames.DENIAL_REASON,
            "Denials by group and reason",
            "One reason a line: the code with the largest amount. Groups and owners are rows of a table that the practice may change.",
            Tables.of(
                    rows("mart_denial_by_reason"),
                    "denial_group",
                    "denial_group_code",
                    "denial_reason_code",
                    "denial_owner",
                    "preventable",
                    "denied_line_count",
                    "charge_amount",
                    "expected_allowed_amount",
                    "without_expectation_line_count")
                .totalled()),
        Sheet.of(
            SheetNames.DENIED_LINES,
            "Denied lines",
            "Each denied or partly denied line, the largest charge first.",
            Tables.of(
                    rows("mart_denied_line"),
                    "claim_id",
                    "claim_line_number",
                    "payer",
                    "physician",
                    "service_date",
                    "payment_date",
                    "hcpcs_code",
                    "modifiers",
                    "charge_amount",
                    "expected_allowed_amount",
                    "denial",
                    "denial_group",
                    "denial_group_code",
                    "denial_reason_code",
                    "remark_codes",
                    "denial_owner",
                    "payer_claim_control_number")
                .totalled()
                .frozen(2)));
  }

  private Sheet workRvu() {
    return Sheet.of(
        SheetNames.WORK_RVU,
        "Work RVUs and payments by physician",
        "Lines that were allowed something. Units times the code's work RVU, without modifier reductions.",
        Tables.of(
                rows("mart_work_rvu"),
                "physician",
                "rendering_npi",
                "paid_line_count",
                "work_rvu",
                "paid_amount",
                "paid_per_work_rvu",
                "without_rvu_line_count",
                "without_rvu_paid_amount")
            .totalled());
  }

  private Sheet trend() {
    return Sheet.of(
        SheetNames.TREND,
        "Thirteen months",
        "Months by the date basis of the report. The newest months still wait for remittances.",
        Tables.of(
            rows("mart_trend"),
            "report_month",
            "line_count",
            "charge_amount",
            "compared_line_count",
            "expected_allowed_amount",
            "allowed_amount",
            "variance_amount",
            "underpaid_line_count",
            "paid_amount",
            "adjudicated_line_count",
            "denied_line_count",
            "denial_rate",
            "denied_charge_amount",
            "work_rvu",
            "unjudged_line_count",
            "unjudged_charge_amount",
            "open_line_count",
            "open_charge_amount"));
  }

  private List<Sheet> notJudged() {
    return List.of(
        Sheet.of(
            SheetNames.NOT_JUDGED,
            "What could not be compared",
            "Every line of the month without an expected or an allowed amount, by reason: none is left out of the counts.",
            Tables.of(
                    rows("mart_not_judged"),
                    "reason",
                    "payer",
                    "hcpcs_code",
                    "line_count",
                    "charge_amount",
                    "allowed_amount",
                    "paid_amount")
                .totalled()),
        Sheet.of(
            SheetNames.NOT_JUDGED_LINES,
            "Lines that could not be compared",
            "Each line behind the sheet before.",
            Tables.of(
                    rows("mart_not_judged_line"),
                    "claim_id",
                    "claim_line_number",
                    "reason",
                    "payer",
                    "physician",
                    "site",
                    "setting",
                    "place_of_service_code",
                    "service_date",
                    "submitted_date",
                    "payment_date",
                    "hcpcs_code",
                    "modifiers",
                    "service_unit_quantity",
                    "charge_amount",
                    "medicare_allowed_amount",
                    "allowed_amount",
                    "paid_amount")
                .totalled()
                .frozen(2)),
        Sheet.of(
            SheetNames.NOT_MATCHED,
            "Remittance lines without a claim line",
            "Paid in the month, and in no other sheet: the claim is not in the warehouse, or the line cannot be told.",
            Tables.of(
                    rows("mart_not_matched"),
                    "claim_id",
                    "remit_line_seq",
                    "reason",
                    "payer_name",
                    "payer_claim_control_number",
                    "claim_status_code",
                    "service_date",
                    "payment_date",
                    "adjudicated_hcpcs_code",
                    "is_reversal",
                    "charge_amount",
                    "paid_amount")
                .totalled()));
  }

  private List<Sheet> controls() {
    return List.of(
        Sheet.of(
            SheetNames.PROVIDER_ADJUSTMENTS,
            "Provider adjustments",
            "Adjustments of payments outside any claim (PLB), never folded into a line.",
            Tables.of(
                    rows("mart_provider_adjustment"),
                    "payment_date",
                    "payer_name",
                    "trace_number",
                    "provider_npi",
                    "adjustment_code",
                    "reference_id",
                    "matched_claim_id",
                    "amount")
                .totalled()),
        Sheet.of(
            SheetNames.CONTROLS,
            "Control totals",
            "Over the whole warehouse. The report is not published when one that must hold does not.",
            Tables.of(
                rows("mart_control_total"),
                "ordinal",
                "control",
                "unit",
                "expected_amount",
                "found_amount",
                "difference_amount",
                "is_required")),
        Sheet.of(
            SheetNames.FILES,
            "Files",
            "What each file held when it was read. The difference is against the warehouse's tables.",
            Tables.of(
                    rows("mart_input_file"),
                    "source_file",
                    "status",
                    "reason",
                    "segment_index",
                    "transaction_count",
                    "duplicate_transaction_count",
                    "submitted_line_count",
                    "submitted_charge_total",
                    "remit_line_count",
                    "claim_charge_total",
                    "claim_paid_total",
                    "line_paid_total",
                    "provider_adjustment_total",
                    "payment_total",
                    "difference_amount")
                .totalled()),
        Sheet.of(
            SheetNames.DATA_QUALITY,
            "Data quality",
            "Checks over the whole warehouse: rows and dollars concerned. None of them is dropped.",
            Tables.of(
                rows("mart_data_quality"),
                "check_id",
                "finding",
                "row_count",
                "amount",
                "amount_is")));
  }
}
