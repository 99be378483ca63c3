package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.allowable.model.ReportTitle;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.ColumnBook;
import org.allowable.report.Definitions;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.LinkList;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.Picture;
import org.allowable.report.PictureBlock;
import org.allowable.report.PrintedEdition;
import org.allowable.report.ReleaseBasis;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.SheetList;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;

/** The workbook of a review, in the edition of its readers. */
final class ReviewWorkbook {

  private static final String TITLE = "Retraining review";

  private static final int PICTURES_SIDE_BY_SIDE = 2;

  private static final Set<String> LEADING =
      Set.of(
          ColumnBook.header("claim_id"),
          ColumnBook.header("latest_claim_id"),
          ColumnBook.header("patient"));

  private final Review review;
  private final ReviewFacts facts;
  private final List<Picture> pictures;
  private final Edition edition;

  ReviewWorkbook(Review review, Edition edition, List<Picture> pictures) {
    this.review = review;
    this.edition = edition;
    this.facts = review.facts();
    this.pictures = List.copyOf(pictures);
  }

  /** How the review is listed among others: nobody is named there. */
  static ReportTitle title(Review review) {
    BigDecimal theirs =
        review
            .small("mart_denial_group")
            .where(line -> line.text("accountable").equals("physician"))
            .sum("line_count");
    return new ReportTitle(
        TITLE,
        subtitle(review.facts(), Edition.DIRECTOR),
        "%s provider-controllable initial denials; %d of %d physicians higher than peers."
            .formatted(
                Format.COUNT.display(theirs), review.higher().size(), review.verdicts().size()),
        review.facts().fileName(Edition.DIRECTOR).ending("xlsx"));
  }

  private static String subtitle(ReviewFacts facts, Edition edition) {
    return "%s \u00b7 %s \u00b7 %s"
        .formatted(facts.practiceName(), facts.months(), edition.audience());
  }

  Workbook workbook() {
    List<Sheet> behind = behind();
    List<Sheet> sheets = new ArrayList<>();
    sheets.add(overview(behind));
    sheets.addAll(behind);
    sheets.add(howToRead(sheets));
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("run id", facts.runId());
    properties.put("period", facts.period());
    return new Workbook(
            TITLE,
            subtitle(facts, edition),
            asOf(),
            edition == Edition.DIRECTOR,
            properties,
            sheets)
        .called(facts.fileName(edition));
  }

  // The period's end: a fixed point, so that the same inputs give the same file.
  private Instant asOf() {
    return facts.last().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** The sheets behind the overview. */
  List<Sheet> behind() {
    return SheetList.of("retraining-review")
        .sheets(
            Map.of(
                "training_title",
                trainingTitle(),
                "training_effect",
                String.join(" ", trainingEffects()),
                "frequency_title",
                FrequencyText.title(review)),
            Map.of("physicians", () -> List.of(new PhysicianSheet(review, edition).sheet())),
            review::rows,
            MartTables.PLAIN.saying("rendering_npi", npi -> review.called(npi, edition)))
        .stream()
        .filter(sheet -> edition == Edition.DIRECTOR || !leadsToPeople(sheet))
        .toList();
  }

  private String trainingTitle() {
    return trainingEffects().isEmpty()
        ? "No training in the practice file within the data"
        : "Denial rate before and after training, against peers";
  }

  private List<String> trainingEffects() {
    return review.small("mart_training").lines().stream().map(TrainingText::inWords).toList();
  }

  // A claim number leads to the claim, and the claim to patient and physician.
  private static boolean leadsToPeople(Sheet sheet) {
    return sheet.blocks().stream()
        .filter(TableBlock.class::isInstance)
        .flatMap(table -> ((TableBlock) table).columns().stream())
        .anyMatch(column -> LEADING.contains(column.header()));
  }

  private Sheet overview(List<Sheet> behind) {
    Mart groups = review.small("mart_denial_group");
    Mart theirs = groups.where(line -> line.text("accountable").equals("physician"));
    Mart work = Mart.of(review.rows("mart_denial_work"), line -> true);
    List<Block> blocks = new ArrayList<>();
    Set<String> sheets = behind.stream().map(Sheet::name).collect(Collectors.toSet());
    blocks.add(figures(groups, theirs, work, sheets));
    // What is said fills the page of the first charts, and further ones stand on the next.
    blocks.addAll(pictures(0, PICTURES_SIDE_BY_SIDE));
    blocks.add(new TextBlock("", sentences(groups)));
    blocks.addAll(pictures(PICTURES_SIDE_BY_SIDE, pictures.size()));
    blocks.add(
        new LinkList(
            "Sheets", behind.stream().map(s -> new LinkList.Entry(s.name(), s.title())).toList()));
    return new Sheet(
        ReviewSheetNames.OVERVIEW,
        review.headline(edition),
        "Lines belong to the period by the date of their first remittance. " + edition.readers(),
        blocks,
        Page.PORTRAIT);
  }

  private List<Block> pictures(int from, int to) {
    List<Block> rows = new ArrayList<>();
    int end = Math.min(to, pictures.size());
    for (int i = from; i < end; i += PICTURES_SIDE_BY_SIDE) {
      rows.add(new PictureBlock(pictures.subList(i, Math.min(i + PICTURES_SIDE_BY_SIDE, end))));
    }
    return rows;
  }

  private KeyFigures figures(Mart groups, Mart theirs, Mart work, Set<String> sheets) {
    BigDecimal lines = sum("line_count");
    return KeyFigures.of(
        linked(
            KeyFigure.of("Adjudicated lines", lines, Format.COUNT),
            ReviewSheetNames.PHYSICIANS,
            sheets),
        linked(
            KeyFigure.of("Initial denials", groups.sum("line_count"), Format.COUNT)
                .compared(Format.DOLLARS.display(groups.sum("charge_amount")) + " charged"),
            ReviewSheetNames.GROUPS,
            sheets),
        linked(
            KeyFigure.of("Provider-controllable denials", theirs.sum("line_count"), Format.COUNT)
                .compared(Format.DOLLARS.display(theirs.sum("charge_amount")) + " charged"),
            ReviewSheetNames.PATTERNS,
            sheets),
        linked(
            KeyFigure.of("Recovered since", groups.knownSum("recovered_amount"), Format.DOLLARS)
                .compared(
                    notKnown(
                        "", groups.sum("without_recovery_line_count").longValueExact(), "lines")),
            ReviewSheetNames.CHAINS,
            sheets),
        linked(
            KeyFigure.of(
                    "Open denials at stake", BigDecimal.valueOf(work.lines().size()), Format.COUNT)
                .compared(atStake(work)),
            ReviewSheetNames.WORK,
            sheets),
        linked(
            KeyFigure.of(
                    "Higher than peers", BigDecimal.valueOf(review.higher().size()), Format.COUNT)
                .compared(
                    review.isAlone()
                        ? "no peers to compare with"
                        : "of %d physicians".formatted(review.verdicts().size())),
            ReviewSheetNames.PHYSICIANS,
            sheets),
        linked(FrequencyText.toAppeal(review), ReviewSheetNames.PROOF, sheets),
        linked(FrequencyText.toReview(review), ReviewSheetNames.PROOF, sheets),
        linked(FrequencyText.withoutSessions(review), ReviewSheetNames.RADAR, sheets));
  }

  // Not every edition has every sheet.
  private static KeyFigure linked(KeyFigure figure, String sheet, Set<String> sheets) {
    return sheets.contains(sheet) ? figure.to(sheet) : figure;
  }

  // Without an expectation nothing is known to be at stake, which is not zero.
  private static String atStake(Mart work) {
    long unknown =
        work.lines().stream().filter(line -> line.known("at_stake_amount") == null).count();
    if (unknown > 0 && unknown == work.lines().size()) {
      return "at stake: not known";
    }
    return notKnown(Format.DOLLARS.display(work.sum("at_stake_amount")) + " at stake", unknown, "");
  }

  private static String notKnown(String said, long lines, String unit) {
    if (lines == 0) {
      return said;
    }
    String of = Format.COUNT.display(lines) + (unit.isEmpty() ? "" : " " + unit) + " not known";
    return said.isEmpty() ? of : said + "; " + of;
  }

  private BigDecimal sum(String column) {
    return review.physicians().stream()
        .map(line -> line.number(column))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private List<String> sentences(Mart groups) {
    List<String> words = new ArrayList<>();
    words.add(review.fairnessInWords());
    if (!review.isAlone()) {
      words.add(
          "The practice's own threshold of %s is drawn in the funnel chart: a policy, not a statistic; it singles nobody out."
              .formatted(Format.RATE.display(facts.policyRate())));
    }
    BigDecimal location =
        groups.where(line -> line.text("accountable").equals("location")).sum("line_count");
    words.add(
        "%s initial denials belong to front desk and scheduling; they are shown by location and in no physician's rate."
            .formatted(Format.COUNT.display(location)));
    if (!groups.lines().isEmpty()) {
      words.add(signals(groups));
    }
    words.addAll(trainingEffects());
    return words;
  }

  // What the table of signals names is said also where there was none.
  private String signals(Mart groups) {
    Map<String, BigDecimal> bySignal = groups.sumBy("denial_signal", "line_count");
    Mart.of(
            review.rows("mart_denial_metric"),
            line ->
                line.text("metric").equals("initial_denial_rate")
                    && line.text("level").equals("lines")
                    && line.text("dimension").equals("denial_signal")
                    && line.text("month").equals("period"))
        .lines()
        .forEach(line -> bySignal.putIfAbsent(line.text("member"), BigDecimal.ZERO));
    List<String> said =
        bySignal.keySet().stream()
            .sorted()
            .map(s -> s + " " + Format.COUNT.display(bySignal.get(s)) + " lines")
            .toList();
    return "Denials by signal: " + String.join(", ", said) + ".";
  }

  private Sheet howToRead(List<Sheet> sheets) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        TextBlock.of(
            "What counts for a physician",
            "A line counts when its initial denial is provider-controllable by the table of owners: coding, bundling, medical necessity, frequency, documentation. Registration, authorization, filing and the like go by location or billing. Rates exclude duplicates.",
            "A line denied three times is one denial with one outcome: overturned in full or in part, upheld, corrected, written off, or open. Reversals are not denials."));
    blocks.add(
        TextBlock.of(
            "How physicians are compared with peers",
            "Expected applies the peers' denial rate for the same payer and code, leaving the physician out. Lines without peers are not compared; they are counted.",
            "Observed over expected has exact 95% limits, which include the uncertainty of the peers' rate. The funnel chart tests whether there is a difference at all: it plots the case-mix adjusted rate (the practice's rate times observed over what it would be if everybody were denied alike for the same payer and code) against comparable lines (the lines at the practice's rate that would vary as much). Its 95% and 99.8% control limits are binomial prediction limits; the table and the chart use the same ones.",
            "One verdict for each physician: higher or lower than peers beyond the 99.8% limit, possibly so between the 95% and the 99.8% limit, else no different. The period decides; where it does not show a higher rate and the 12 months through it do, or where it cannot be compared, these decide.",
            "Months are compared with the physician's own rate by three run rules: a month outside the limits, eight in a row on one side, six in a row rising or falling. The rate is that before a training where that period has enough lines and any denial; else that of all months."));
    blocks.add(
        TextBlock.of(
            "Sessions and coding",
            "A session is a patient's day in a region of a policy, however many lines. The window ends on the day asked.",
            "The coding review reads claims, and procedure notes where given; it lists what it could not check."));
    blocks.add(PrintedEdition.inWords(sheets));
    blocks.add(
        TextBlock.of(
            "This run",
            "Run %s; open is open as of %s. Calculated by %s."
                .formatted(facts.runId(), facts.last().atEndOfMonth(), facts.engine()),
            "Medicare amounts: " + ReleaseBasis.withRemedy(review.small("mart_review_release")),
            edition.readers(),
            "Every number is in the CSV files of the director's folder. manifest.json lists every input and output with its fingerprint."));
    blocks.add(Definitions.table(sheets));
    blocks.add(sources());
    return new Sheet(
        ReviewSheetNames.HOW_TO_READ,
        "How to read this workbook",
        edition == Edition.DIRECTOR
            ? "Contains patient information: claim numbers and dates of service."
            : "Contains no claim numbers and no patients.",
        blocks,
        Page.LANDSCAPE);
  }

  private TableBlock sources() {
    List<ReportRow> rows = new ArrayList<>();
    facts.references().forEach((file, sha256) -> rows.add(ReportRow.of(file, sha256)));
    return TableBlock.of(
            List.of(
                Column.of("Reference file", Format.TEXT).width(44),
                Column.of("SHA-256", Format.CODE).width(68)),
            rows)
        .heading("Reference tables of this run")
        .frozen(0);
  }
}
