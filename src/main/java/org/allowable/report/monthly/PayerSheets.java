package org.allowable.report.monthly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allowable.config.DateBasis;
import org.allowable.config.PayerPages;
import org.allowable.model.ReportPeriod;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/**
 * All payers of the period, and a page to take to a meeting with each of those that have most at
 * issue. A page names no patient and no account: what identifies a claim is the payer's own number.
 */
final class PayerSheets {

  private static final int FIRST_CHARACTERS = 38;
  private static final int CODES_CHARACTERS = 14;
  private static final int OTHER_CHARACTERS = 12;

  private static final String NOTHING_COMPARED = "no line could be compared";
  private static final String UNMAPPED = "Unmapped payer";

  private static final Mart.Line NONE = new Mart.Line(Map.of());

  private final ReportPeriod period;
  private final DateBasis dateBasis;
  private final Marts marts;
  private final Mart payers;
  private final Map<String, String> pages;

  /**
   * The sheets.
   *
   * @param taken names of the workbook's other sheets
   */
  PayerSheets(ReportPeriod period, DateBasis dateBasis, Marts marts, List<String> taken) {
    this.period = period;
    this.dateBasis = dateBasis;
    this.marts = marts;
    this.payers = marts.small("mart_payer_month");
    this.pages = pages(payers, taken);
  }

  /** The list, then a page for each payer that has one. */
  List<Sheet> all() {
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(list());
    for (Mart.Line payer : payers.lines()) {
      if (hasPage(payer)) {
        sheets.add(page(payer));
      }
    }
    return sheets;
  }

  // A payer may be called as one of the other sheets is, and links go by names.
  private static Map<String, String> pages(Mart payers, List<String> taken) {
    Set<String> all = new HashSet<>(Set.of(MonthlySheetNames.SUMMARY.toLowerCase(Locale.ROOT)));
    all.add(MonthlySheetNames.HOW_TO_READ.toLowerCase(Locale.ROOT));
    taken.forEach(name -> all.add(name.toLowerCase(Locale.ROOT)));
    Map<String, String> pages = new LinkedHashMap<>();
    for (Mart.Line line : payers.lines()) {
      if (hasPage(line)) {
        String payer = line.text("payer");
        pages.put(payer, all.contains(payer.toLowerCase(Locale.ROOT)) ? payer + " (payer)" : payer);
      }
    }
    return pages;
  }

  private static boolean hasPage(Mart.Line payer) {
    return payer.known("page_number") != null;
  }

  private Sheet list() {
    String[] names = {
      "payer",
      "page_number",
      "at_issue_amount",
      "at_issue_share",
      "underpaid_amount",
      "at_stake_amount",
      "initial_denial_rate",
      "line_count",
      "charge_amount",
      "compared_line_count",
      "expected_allowed_amount",
      "allowed_amount",
      "variance_amount",
      "underpaid_line_count",
      "underpaid_payer_amount",
      dateBasis == DateBasis.PAYMENT ? "paid_amount as period_paid_amount" : "paid_amount",
      "first_answered_line_count",
      "initially_denied_line_count",
      "median_day_count",
      "receivable_amount",
      "aged_over_90_amount",
      "open_denial_line_count",
      "without_expectation_line_count",
      "next_appeal_by_date"
    };
    TableBlock table = tables().of(marts.rows("mart_payer_month"), names);
    List<ReportRow> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(linked(row)));
    BigDecimal covered =
        payers.where(PayerSheets::hasPage).lines().stream()
            .map(line -> line.number("at_issue_share"))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Sheet.of(
        MonthlySheetNames.PAYERS,
        "Payers, the most at issue first",
        "At issue: the shortfall of underpaid lines of the %s and what open denials of all months withhold, each line once. A page of its own has each of the payers with most at issue that together hold %s of it, at most %d: here %s."
                .formatted(
                    period.unit().word(),
                    Format.PERCENT.display(PayerPages.SHARE),
                    PayerPages.MOST,
                    pages.isEmpty()
                        ? "none"
                        : "%d with %s".formatted(pages.size(), Format.RATE.display(covered)))
            + unmapped(payers),
        new TableBlock("", table.columns(), rows, true, 1, table.csvTables()));
  }

  /** What the list says of payers that the practice file does not name; empty without any. */
  static String unmapped(Mart payers) {
    return payers.lines().stream().anyMatch(line -> line.text("payer").equals(UNMAPPED))
        ? " %s: not in the practice file, so it has no expected allowed amount and no page."
            .formatted(UNMAPPED)
        : "";
  }

  private ReportRow linked(ReportRow row) {
    List<@Nullable Object> values = new ArrayList<>(row.values());
    String page = pages.get(String.valueOf(values.get(0)));
    if (page != null) {
      values.set(0, Link.to(page, values.get(0)));
    }
    return ReportRow.of(values.toArray());
  }

  private Sheet page(Mart.Line payer) {
    String name = payer.text("payer");
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures(payer));
    blocks.add(appeals(payer));
    blocks.add(patterns(name));
    blocks.add(codes(name));
    blocks.add(reasons(name));
    return new Sheet(
            pages.getOrDefault(name, name),
            "%s: %s at issue"
                .formatted(name, Format.DOLLARS.display(payer.known("at_issue_amount"))),
            issue(payer) + ". Hand over this page alone.",
            blocks,
            Page.ONE_LANDSCAPE)
        .noticing("For %s: its own claim numbers; no patient is named".formatted(name));
  }

  // What the meeting is about, in a sentence.
  private String issue(Mart.Line payer) {
    List<String> parts = new ArrayList<>();
    if (payer.number("underpaid_line_count").signum() > 0) {
      parts.add(
          "%s underpaid on %s of %s"
              .formatted(
                  Format.DOLLARS.display(payer.known("underpaid_amount")),
                  lines(payer, "underpaid_line_count"),
                  period.inWords()));
    }
    if (payer.number("open_denial_line_count").signum() > 0) {
      parts.add(
          "%s withheld by open denials of %s"
              .formatted(
                  Format.DOLLARS.display(payer.known("at_stake_amount")),
                  lines(payer, "open_denial_line_count")));
    }
    return String.join("; ", parts);
  }

  private static String lines(Mart.Line line, String column) {
    BigDecimal count = line.number(column);
    return Format.COUNT.display(count)
        + (count.compareTo(BigDecimal.ONE) == 0 ? " line" : " lines");
  }

  private KeyFigures figures(Mart.Line payer) {
    String before = period.before().inWords();
    BigDecimal share = payer.share("allowed_amount", "expected_allowed_amount");
    return KeyFigures.of(
        KeyFigure.of("Allowed", payer.known("allowed_amount"), Format.DOLLARS)
            .compared(
                share == null
                    ? NOTHING_COMPARED
                    : "%s of %s expected"
                        .formatted(
                            Format.RATE.display(share),
                            Format.DOLLARS.display(payer.known("expected_allowed_amount")))),
        KeyFigure.of(
                dateBasis == DateBasis.PAYMENT ? Headline.paidIn(period) : "Paid",
                payer.known("paid_amount"),
                Format.DOLLARS)
            .compared(charged(payer)),
        KeyFigure.of("Underpaid", payer.known("underpaid_amount"), Format.DOLLARS)
            .compared(
                payer.known("underpaid_amount") == null
                    ? NOTHING_COMPARED
                    : "%s; payer owes %s"
                        .formatted(
                            lines(payer, "underpaid_line_count"),
                            Format.DOLLARS.display(payer.known("underpaid_payer_amount")))),
        KeyFigure.against(
            "Initial denial rate",
            payer.known("initial_denial_rate"),
            Format.RATE,
            payer.known("prior_initial_denial_rate"),
            before),
        KeyFigure.of("Insurance A/R (charges)", payer.known("receivable_amount"), Format.DOLLARS)
            .compared(
                "%s over 90 days"
                    .formatted(Format.DOLLARS.display(payer.known("aged_over_90_amount")))));
  }

  // A payer may have a page for its open denials alone.
  private static String charged(Mart.Line payer) {
    if (payer.number("line_count").signum() == 0) {
      return "no line was adjudicated";
    }
    String charged =
        "of %s charged".formatted(Format.DOLLARS.display(payer.known("charge_amount")));
    BigDecimal days = payer.known("median_day_count");
    return days == null
        ? charged
        : charged + "; %s days to pay (median)".formatted(Format.COUNT.display(days));
  }

  private TableBlock appeals(Mart.Line payer) {
    Mart rows = of("mart_payer_appeal", payer.text("payer"));
    LocalDate next = payer.cells().get("next_appeal_by_date") instanceof LocalDate day ? day : null;
    return table(
        "Open denials, largest at stake: %s%s"
            .formatted(
                shown(rows, payer.number("open_denial_line_count"), "lines"),
                next == null ? "" : ", the next appeal due by " + next),
        rows,
        "payer_claim_control_number",
        "hcpcs_code",
        "denial_codes",
        "service_date",
        "last_denial_date",
        "resubmitted_date",
        "appeal_by_date",
        "days_left",
        "at_stake_amount");
  }

  private TableBlock patterns(String payer) {
    Mart rows = of("mart_payer_pattern", payer);
    Mart.Line first = first(rows);
    return table(
        period.unit().said("Shortfall patterns, last {months} months: ")
            + shown(rows, first.number("all_count"), "patterns")
            + of(first, "all_shortfall_amount"),
        rows,
        "setting",
        "hcpcs_code",
        "allowed_share",
        "first_service_date",
        "last_service_date",
        "line_count",
        "underpaid_line_count",
        "shortfall_amount");
  }

  private TableBlock codes(String payer) {
    Mart rows = of("mart_payer_code", payer);
    return table(
        "Underpaid codes: " + shown(rows, first(rows).number("all_count"), "codes"),
        rows,
        "hcpcs_code",
        "compared_line_count",
        "underpaid_line_count",
        "expected_allowed_amount",
        "allowed_amount",
        "variance_amount",
        "underpaid_amount",
        "underpaid_payer_amount");
  }

  private TableBlock reasons(String payer) {
    Mart rows = of("mart_payer_denial_reason", payer);
    Mart.Line first = first(rows);
    return table(
        period.unit().said("Denial reasons of the {period}: ")
            + shown(rows, first.number("all_count"), "reasons")
            + of(first, "all_charge_amount"),
        rows,
        "denial_reason",
        "denial_group_code",
        "denial_reason_code",
        "denied_line_count",
        "charge_amount",
        "expected_allowed_amount",
        "without_expectation_line_count");
  }

  private Mart of(String mart, String payer) {
    return marts.small(mart).where(line -> line.text("payer").equals(payer));
  }

  private static Mart.Line first(Mart rows) {
    return rows.lines().isEmpty() ? NONE : rows.lines().get(0);
  }

  private static String of(Mart.Line first, String amount) {
    return first.cells().isEmpty()
        ? ""
        : ", " + Format.DOLLARS.display(first.known(amount)) + " in all";
  }

  private static String shown(Mart rows, BigDecimal all, String what) {
    int count = rows.lines().size();
    if (all.compareTo(BigDecimal.ONE) == 0) {
      return "1 " + what.substring(0, what.length() - 1);
    }
    return all.compareTo(BigDecimal.valueOf(count)) == 0
        ? Format.COUNT.display(all) + " " + what
        : "%d of %s %s".formatted(count, Format.COUNT.display(all), what);
  }

  private MartTables tables() {
    return MartTables.of(period.unit());
  }

  private TableBlock table(String heading, Mart rows, String... names) {
    TableBlock table = tables().of(rows, names);
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(column.width(width(columns.size())));
    }
    return new TableBlock(heading, columns, table.rows(), false, -1);
  }

  // All tables of a page share its columns, which fit one sheet of paper: names, then codes.
  private static int width(int place) {
    return switch (place) {
      case 0 -> FIRST_CHARACTERS;
      case 2 -> CODES_CHARACTERS;
      default -> OTHER_CHARACTERS;
    };
  }
}
