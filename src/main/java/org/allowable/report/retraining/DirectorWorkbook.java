package org.allowable.report.retraining;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
import org.allowable.report.Column;
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
import org.allowable.report.ReleaseBasis;
import org.allowable.report.Row;
import org.allowable.report.Sheet;
import org.allowable.report.SheetList;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;

/** The medical director's workbook. */
final class DirectorWorkbook {

  private final Review review;
  private final ReviewFacts facts;
  private final List<Picture> pictures;

  DirectorWorkbook(Review review, List<Picture> pictures) {
    this.review = review;
    this.facts = review.facts();
    this.pictures = List.copyOf(pictures);
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
        "Retraining review",
        "%s \u00b7 %s \u00b7 for the medical director"
            .formatted(facts.practiceName(), facts.months()),
        asOf(),
        true,
        properties,
        sheets);
  }

  // The period's end: a fixed point, so that the same inputs give the same file.
  private Instant asOf() {
    return facts.last().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  /** The sheets behind the overview. */
  List<Sheet> behind() {
    return SheetList.of("retraining-review")
        .sheets(
            Map.of(),
            Map.of(
                "physicians",
                () -> new PhysicianSheet(review).sheet(),
                "training",
                () -> new TrainingSheet(review).sheet()),
            review::rows,
            MartTables.PLAIN.saying("rendering_npi", review::label));
  }

  private Sheet overview(List<Sheet> behind) {
    Mart groups = review.small("mart_denial_group");
    Mart theirs = groups.where(line -> line.text("accountable").equals("physician"));
    Mart work = Mart.of(review.rows("mart_denial_work"), line -> true);
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures(groups, theirs, work));
    blocks.add(new TextBlock("", sentences(groups)));
    for (int i = 0; i < pictures.size(); i += 2) {
      blocks.add(new PictureBlock(pictures.subList(i, Math.min(i + 2, pictures.size()))));
    }
    blocks.add(
        new LinkList(
            "Sheets", behind.stream().map(s -> new LinkList.Entry(s.name(), s.title())).toList()));
    return new Sheet(
        ReviewSheetNames.OVERVIEW,
        title(),
        "Lines belong to the period by the date of their first answer. For the director alone: a name stands here only where the naming rule names.",
        blocks,
        Page.PORTRAIT);
  }

  private String title() {
    List<Mart.Line> named = review.named();
    if (named.isEmpty()) {
      List<String> year = review.namedOverTheYear();
      return year.isEmpty()
          ? "No physician's denial rate is more than chance above the others"
          : "Above what chance explains over the year, not in the period: "
              + String.join(", ", year);
    }
    return "Above what chance explains: "
        + String.join(", ", named.stream().map(line -> line.text("physician")).toList());
  }

  private KeyFigures figures(Mart groups, Mart theirs, Mart work) {
    BigDecimal lines = sum("line_count");
    return KeyFigures.of(
        KeyFigure.of("Lines answered", lines, Format.COUNT).to(ReviewSheetNames.PHYSICIANS),
        KeyFigure.of("Denied at first", groups.sum("line_count"), Format.COUNT)
            .compared(Format.DOLLARS.display(groups.sum("charge_amount")) + " charged")
            .to(ReviewSheetNames.GROUPS),
        KeyFigure.of("A physician can change", theirs.sum("line_count"), Format.COUNT)
            .compared(Format.DOLLARS.display(theirs.sum("charge_amount")) + " charged")
            .to(ReviewSheetNames.PATTERNS),
        KeyFigure.of("Recovered since", groups.knownSum("recovered_amount"), Format.DOLLARS)
            .compared(
                notKnown("", groups.sum("without_recovery_line_count").longValueExact(), "lines"))
            .to(ReviewSheetNames.CHAINS),
        KeyFigure.of("Open denials", BigDecimal.valueOf(work.lines().size()), Format.COUNT)
            .compared(atStake(work))
            .to(ReviewSheetNames.WORK),
        KeyFigure.of("Named", BigDecimal.valueOf(review.named().size()), Format.COUNT)
            .compared(
                "of %d physicians; over the year %d"
                    .formatted(review.physicians().size(), review.namedOverTheYear().size()))
            .to(ReviewSheetNames.PHYSICIANS));
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
    words.add(review.rule().inWords(review.physicians().size()));
    words.add(review.dispersionInWords());
    List<String> year = review.namedOverTheYear();
    words.add(
        year.isEmpty()
            ? "Over the year that ends with the period the rule names nobody."
            : "Over the year that ends with the period the rule names "
                + String.join(", ", year)
                + ".");
    words.add(
        "The practice's own threshold of %s is drawn beside the funnel: it is a policy, no statistic, and names nobody."
            .formatted(Format.RATE.display(facts.policyRate())));
    BigDecimal location =
        groups.where(line -> line.text("accountable").equals("location")).sum("line_count");
    words.add(
        "%s of the lines denied at first are the front desk's and scheduling's to change; they are shown by location and in no physician's rate."
            .formatted(Format.COUNT.display(location)));
    words.add(signals(groups));
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
    return "By name: " + String.join(", ", said) + ".";
  }

  private Sheet howToRead(List<Sheet> sheets) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        TextBlock.of(
            "What counts for a physician",
            "A line counts when its first answer denied it for a group that the table of owners gives to a physician: coding, bundling, medical necessity, frequency, documentation. Registration, authorization, filing and the like go by location or billing. Duplicates are in no rate.",
            "A line denied three times is one denial with one outcome: overturned in full or in part, upheld, reworked, written off, or open. Reversals are no denials."));
    blocks.add(
        TextBlock.of(
            "How physicians are compared",
            "Expected is what the other physicians' lines of the same payer and code were denied, the physician left out. Lines that no other has are not compared, and counted.",
            "Observed over expected has exact 95 % limits, in which the others' number is uncertain too. The funnel asks whether there is a difference at all: it shows the rate of all times observed over what it would be if everybody, the physician included, were denied alike for the same payer and code, against comparable lines: how many lines at the practice's own rate would vary as much. Its 95 % and 99.8 % limits are prediction limits of the binomial distribution; the flag in the table and the line in the picture are one function.",
            "Months are held against the physician's own rate by three rules: a month outside the limits, eight in a row on one side, six in a row rising or falling. The rate is that before a training where that time has the least lines and any denied; else that of all months."));
    blocks.add(
        TextBlock.of(
            "Sessions and coding",
            "A session is a patient's day in a region of a policy, however many lines. The window ends on the day asked and is exact at its edge.",
            "The coding review reads the claims alone, or notes where there are any; what it could not check it says."));
    blocks.add(
        TextBlock.of(
            "This run",
            "Run %s; open is open as of %s.".formatted(facts.runId(), facts.last().atEndOfMonth()),
            "Medicare amounts: " + ReleaseBasis.withRemedy(review.small("mart_review_release")),
            "Every number here and in the packets stands in the CSV files under tables/. manifest.json lists every input and output with its fingerprint."));
    blocks.add(Definitions.table(sheets));
    blocks.add(sources());
    return new Sheet(
        ReviewSheetNames.HOW_TO_READ,
        "How to read this workbook",
        "Contains patient information: claim numbers and dates of service.",
        blocks,
        Page.PORTRAIT);
  }

  private TableBlock sources() {
    List<Row> rows = new ArrayList<>();
    facts.references().forEach((file, sha256) -> rows.add(Row.of(file, sha256)));
    return TableBlock.of(
            List.of(
                Column.of("Reference file", Format.TEXT).width(44),
                Column.of("SHA-256", Format.CODE).width(68)),
            rows)
        .heading("Reference tables of this run")
        .frozen(0);
  }
}
