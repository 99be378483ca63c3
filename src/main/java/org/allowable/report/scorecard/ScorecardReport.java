package org.allowable.report.scorecard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.CsvTable;
import org.allowable.report.FileTasks;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.ReportFileName;
import org.allowable.report.Sheet;
import org.allowable.report.SheetList;
import org.allowable.report.Workbook;
import org.allowable.report.excel.WorkbookWriter;
import org.allowable.report.pdf.PdfWriter;

/**
 * Writes scorecards: all payers side by side for the practice, and for each payer a page of its
 * own, as PDF and Excel, that holds nothing of another.
 */
public final class ScorecardReport {

  /** The folder of the payers' pages in a run's folder. */
  public static final String SCORECARDS = "scorecards";

  private static final String JOB = "scorecard";
  private static final String TITLE = "Payer scorecards";

  private final ScorecardFacts facts;
  private final Map<String, Rows> rows;
  private final Map<String, Mart> marts = new HashMap<>();

  /**
   * Scorecards.
   *
   * @param marts of the job scorecard by table name
   */
  public ScorecardReport(ScorecardFacts facts, Map<String, Rows> marts) {
    this.facts = facts;
    this.rows = Map.copyOf(marts);
    rows.forEach((name, mart) -> this.marts.put(name, Mart.of(mart)));
  }

  /** The payers that have a page, the most charges first. */
  public List<String> payers() {
    return cards().stream().map(card -> card.text("payer")).toList();
  }

  /**
   * Writes the overview, {@link #SCORECARDS} and {@code tables/} into a folder.
   *
   * @return how it is listed among others
   * @throws IOException if the folder cannot be written
   */
  public ReportTitle write(Path folder) throws IOException {
    String file = facts.fileName("payer scorecards").ending("xlsx");
    List<FileTasks.Task> tasks = new ArrayList<>();
    tasks.add(() -> WorkbookWriter.write(overview(), folder.resolve(file)));
    tasks.add(
        () -> CsvTable.writeAll(rows, folder.resolve("tables"), facts.period().unit()::columnName));
    Path pages = Files.createDirectory(folder.resolve(SCORECARDS));
    files()
        .forEach(
            (name, card) -> {
              Workbook page = page(name, card);
              tasks.add(() -> WorkbookWriter.write(page, pages.resolve(name.ending("xlsx"))));
              tasks.add(() -> PdfWriter.write(page, pages.resolve(name.ending("pdf"))));
            });
    FileTasks.write(tasks);
    return new ReportTitle(TITLE, facts.subtitle(), headline(), file);
  }

  private Mart mart(String name) {
    return Objects.requireNonNull(marts.get(name), name);
  }

  private List<Mart.Line> cards() {
    return mart("mart_scorecard").where(card -> card.known("page_number") != null).lines();
  }

  private Map<ReportFileName, Mart.Line> files() {
    Map<ReportFileName, Mart.Line> files = new java.util.LinkedHashMap<>();
    Set<String> taken = new HashSet<>();
    for (Mart.Line card : cards()) {
      ReportFileName name = facts.fileName("scorecard " + card.text("payer")).notAmong(taken);
      taken.add(name.words().toLowerCase(Locale.ROOT));
      files.put(name, card);
    }
    return files;
  }

  private Workbook page(ReportFileName name, Mart.Line card) {
    return new Workbook(
            "Payer scorecard",
            facts.subtitle(),
            facts.asOf(),
            false,
            facts.properties(),
            List.of(new ScorecardPage(facts, card, this::mart).sheet("Scorecard")))
        .called(name);
  }

  private Workbook overview() {
    SheetList list = SheetList.of(JOB);
    Map<String, String> words = words();
    Set<String> taken = new HashSet<>();
    list.names(words).forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    taken.add(ScorecardHowToRead.NAME.toLowerCase(Locale.ROOT));
    List<Sheet> sheets =
        new ArrayList<>(
            list.sheets(
                words,
                Map.of("payers", () -> pages(taken)),
                name -> Objects.requireNonNull(rows.get(name), name),
                MartTables.of(facts.period().unit())));
    sheets.add(ScorecardHowToRead.sheet(facts, measures(), List.copyOf(sheets)));
    return new Workbook(TITLE, facts.subtitle(), facts.asOf(), false, facts.properties(), sheets)
        .called(facts.fileName("payer scorecards"));
  }

  // Those of any one page: all have the same.
  private List<Mart.Line> measures() {
    return mart("mart_payer_scorecard")
        .where(line -> line.number("page_number").intValue() == 1)
        .lines();
  }

  // A payer may be called as one of the other sheets is, and links go by names.
  private List<Sheet> pages(Set<String> taken) {
    List<Sheet> pages = new ArrayList<>();
    for (Mart.Line card : cards()) {
      String payer = card.text("payer");
      String name = taken.contains(payer.toLowerCase(Locale.ROOT)) ? payer + " (payer)" : payer;
      pages.add(new ScorecardPage(facts, card, this::mart).sheet(name));
    }
    return pages;
  }

  private Map<String, String> words() {
    Map<String, String> words = new HashMap<>(facts.period().unit().words());
    words.put("headline", headline());
    words.put("small_number", String.valueOf(facts.smallNumber()));
    return words;
  }

  private String headline() {
    Mart all = mart("mart_scorecard");
    java.math.BigDecimal due = all.knownSum("interest_amount");
    return "%s payers with a page; %s underpaid of %s expected%s."
        .formatted(
            Format.COUNT.display(cards().size()),
            Format.DOLLARS.display(all.sum("underpaid_amount")),
            Format.DOLLARS.display(all.sum("expected_allowed_amount")),
            due == null
                ? ""
                : "; %s interest due, %s of it still due"
                    .formatted(
                        Format.DOLLARS.display(due),
                        Format.DOLLARS.display(all.sum("interest_still_due_amount"))));
  }
}
