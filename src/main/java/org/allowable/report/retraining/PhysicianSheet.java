package org.allowable.report.retraining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.jspecify.annotations.Nullable;

/** Where physicians lie, as an edition calls them. */
final class PhysicianSheet {

  private final Review review;
  private final Edition edition;

  PhysicianSheet(Review review, Edition edition) {
    this.review = review;
    this.edition = edition;
  }

  Sheet sheet() {
    return Sheet.of(
        ReviewSheetNames.PHYSICIANS,
        review.named().isEmpty() && review.namedOverTheYear(edition).isEmpty()
            ? "No physician is above the 99.8% control limit"
            : "Physicians against peers with the same payers and codes",
        review.rule().inWords(review.physicians().size())
            + " "
            + review.dispersionInWords()
            + (edition == Edition.COMMITTEE
                ? " Letters are drawn by lot for this run; each packet tells its physician the letter."
                : ""),
        table("period").heading("The period"),
        table("year").heading("The 12 months through the period"),
        money("period").heading("Charges and expected amounts, in the period").frozen(0));
  }

  private TableBlock table(String span) {
    return MartTables.PLAIN
        .of(
            lettered(span),
            "shown",
            "line_count",
            "initially_denied_line_count",
            "counted_line_count",
            "compared_line_count as peer_compared_line_count",
            "observed_line_count",
            "expected_line_count",
            "observed_over_expected",
            "ratio_lower",
            "ratio_upper",
            "comparable_line_count",
            "standardized_rate",
            "outer_upper_rate",
            "place")
        .totaled();
  }

  private TableBlock money(String span) {
    return MartTables.PLAIN
        .of(
            lettered(span),
            "shown",
            "counted_line_count",
            "counted_charge_amount",
            "counted_expected_amount",
            "without_expectation_line_count")
        .totaled();
  }

  private Mart lettered(String span) {
    Map<String, Mart.Line> byNpi = new HashMap<>();
    review
        .small("mart_physician_rate")
        .where(line -> line.text("span").equals(span))
        .lines()
        .forEach(line -> byNpi.put(line.text("rendering_npi"), line));
    List<Mart.Line> lines = new ArrayList<>();
    for (String npi : review.inOrder(edition)) {
      Mart.Line line = byNpi.get(npi);
      if (line != null) {
        lines.add(shown(line));
      }
    }
    return Mart.of(lines);
  }

  private Mart.Line shown(Mart.Line rate) {
    Map<String, @Nullable Object> cells = new HashMap<>(rate.cells());
    cells.put("shown", review.called(rate.text("rendering_npi"), edition));
    return new Mart.Line(cells);
  }
}
