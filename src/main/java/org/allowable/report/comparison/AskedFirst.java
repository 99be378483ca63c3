package org.allowable.report.comparison;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Block;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.allowable.report.Mart;
import org.allowable.report.ReportRow;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;

/** What the summary begins with where the reader asked about a payer or a proposal. */
final class AskedFirst {

  private static final int MOST_CODES = 5;
  private static final int FIRST_COLUMN = 52;

  private final ProposedRates asked;
  private final ProposalSheet sheet;
  private final ComparisonFacts facts;

  AskedFirst(ProposedRates asked, ProposalSheet sheet, ComparisonFacts facts) {
    this.asked = asked;
    this.sheet = sheet;
    this.facts = facts;
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(figures());
    if (!asked.isProposal() && facts.targets().multiple(asked.payer()) == null) {
      blocks.add(
          TextBlock.of(
              "",
              "%s has no target: enter its proposed multiple in the blue cells of Assumptions, or one for each code on the sheet %s, and these amounts follow."
                  .formatted(asked.payer(), asked.sheet())));
    }
    blocks.add(codes());
    return blocks;
  }

  private KeyFigures figures() {
    return KeyFigures.of(
        KeyFigure.of("Change in revenue", sheet.revenueChange(), Format.DOLLARS)
            .compared("new rates and volume less today, " + facts.span())
            .to(asked.sheet()),
        KeyFigure.of("Revenue today", sheet.current(), Format.DOLLARS).compared(facts.period()),
        KeyFigure.of("At new rates and volume", sheet.newRevenue(), Format.DOLLARS)
            .compared("volume: see Assumptions")
            .to(ComparisonSheetNames.ASSUMPTIONS),
        KeyFigure.of("Per work RVU today", sheet.currentPerWorkRvu(), Format.MONEY)
            .compared("codes with work RVUs"),
        KeyFigure.of("Per work RVU, new rates", sheet.perWorkRvu(), Format.MONEY)
            .compared("codes with work RVUs"),
        KeyFigure.of("Proposed multiple", sheet.multiple(), Format.MULTIPLE)
            .compared("of Medicare; see By code and setting for today's")
            .to(ComparisonSheetNames.CODES));
  }

  private TableBlock codes() {
    List<ReportRow> rows = new ArrayList<>();
    List<Mart.Line> carriers = sheet.carriers(MOST_CODES);
    for (Mart.Line code : carriers) {
      rows.add(
          ReportRow.of(
              Link.to(asked.sheet(), Findings.service(code)),
              code.number("line_count"),
              code.known("current_amount"),
              sheet.newRevenue(code),
              sheet.revenueChange(code),
              sheet.shareOfChange(code)));
    }
    return new TableBlock(
        heading(carriers.size()),
        List.of(
            Column.of("Code and setting", Format.TEXT).width(FIRST_COLUMN),
            Column.of("Lines", Format.COUNT).width(10),
            Column.of("Today", Format.MONEY).width(16),
            Column.of("At new rates and volume", Format.MONEY).width(16),
            Column.of("Change in revenue", Format.MONEY).width(11),
            Column.of("Share of change", Format.RATE).width(12)),
        rows,
        false,
        -1);
  }

  private String heading(int shown) {
    int all = asked.codes().lines().size();
    String codes = shown < all ? "The %d of %d codes".formatted(shown, all) : "The codes";
    return sheet.revenueChange().value() == null
        ? codes + " with the most revenue today"
        : codes + " that carry the change, as written";
  }
}
