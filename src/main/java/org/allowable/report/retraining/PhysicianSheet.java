package org.allowable.report.retraining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.report.Block;
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
        review.headline(edition),
        review.fairnessInWords()
            + (edition == Edition.COMMITTEE
                ? " Letters are drawn by lot for this run; each packet tells its physician the letter."
                : ""),
        blocks().toArray(Block[]::new));
  }

  // What a letter should change would tell, by its codes, whose letter it is.
  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(verdicts());
    if (edition == Edition.DIRECTOR) {
      blocks.add(actions());
    }
    blocks.add(table("period").heading("Evidence: the period"));
    blocks.add(table("year").heading("Evidence: the 12 months through the period").frozen(0));
    blocks.add(money("period").heading("Charges and expected amounts, in the period").frozen(0));
    return blocks;
  }

  private TableBlock verdicts() {
    return MartTables.PLAIN
        .of(
            lettered(review.verdicts()),
            "shown",
            "peer_verdict",
            "observed_over_expected",
            "ratio_lower",
            "ratio_upper",
            "observed_line_count",
            "expected_line_count",
            "compared_line_count as peer_compared_line_count",
            "verdict_span",
            "peer_verdict as peer_certainty")
        .heading("Is the rate different from peers, and by how much");
  }

  private TableBlock actions() {
    return MartTables.PLAIN
        .saying("rendering_npi", npi -> review.called(npi, edition))
        .of(
            review.small("mart_physician_action"),
            "rendering_npi as shown",
            "denial_group",
            "line_count",
            "charge_amount",
            "hcpcs_codes",
            "other_hcpcs_codes",
            "expected_allowed_amount",
            "without_expectation_line_count",
            "change")
        .heading("The actions that would lower it most, up to three each, by denied lines")
        .frozen(0);
  }

  private TableBlock table(String span) {
    return MartTables.PLAIN
        .of(
            lettered(rates(span)),
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
            "outer_upper_rate")
        .totaled();
  }

  private TableBlock money(String span) {
    return MartTables.PLAIN
        .of(
            lettered(rates(span)),
            "shown",
            "counted_line_count",
            "counted_charge_amount",
            "counted_expected_amount",
            "without_expectation_line_count")
        .totaled();
  }

  private List<Mart.Line> rates(String span) {
    return review.rates(span.equals("year"));
  }

  // Of an edition's order: that of names would tell whose a letter is.
  private Mart lettered(List<Mart.Line> rows) {
    Map<String, Mart.Line> byNpi = new HashMap<>();
    rows.forEach(line -> byNpi.put(line.text("rendering_npi"), line));
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
