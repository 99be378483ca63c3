package org.allowable.report.monthly;

import java.util.ArrayList;
import java.util.List;
import org.allowable.report.Block;
import org.allowable.report.ColumnBook;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.allowable.report.MartTables;
import org.allowable.report.Page;
import org.allowable.report.Pivot;
import org.allowable.report.Sheet;

/** Denials by physician, with a column for every group and signal that occurs. */
final class PhysicianDenialSheet {

  private static final String LINES = "denied_line_count";
  private static final String CHARGES = "denied_charge_amount";
  private static final String LINES_OF = "Lines denied, excluding duplicates: ";
  private static final String CHARGES_OF = "Charges denied, excluding duplicates: ";

  private final Marts marts;

  PhysicianDenialSheet(Marts marts) {
    this.marts = marts;
  }

  Sheet sheet() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        MartTables.PLAIN
            .of(
                marts.rows("mart_denial_by_physician"),
                "physician",
                "rendering_npi",
                "first_answered_line_count",
                "initially_denied_line_count",
                "initial_denial_rate",
                "rated_line_count",
                "denied_line_count",
                "denial_rate",
                "denied_charge_amount",
                "denied_expected_amount",
                "denied_without_expectation_line_count",
                "partly_denied_line_count",
                "duplicate_line_count")
            .totaled());
    Mart groups =
        marts.small("mart_denial_group_by_physician").where(line -> !line.is("is_duplicate"));
    Pivot byGroup = pivot(groups, "denial_group");
    List<String> named = byGroup.members(CHARGES);
    blocks.addAll(
        byGroup.tables("Denied lines by group", named, LINES, Format.COUNT, LINES_OF + "%s."));
    blocks.addAll(
        byGroup.tables(
            "Charges denied by group", named, CHARGES, Format.MONEY, CHARGES_OF + "%s."));
    Pivot bySignal = pivot(marts.small("mart_denial_signal_by_physician"), "denial_signal");
    List<String> signals = bySignal.members(CHARGES).stream().sorted().toList();
    String part = String.join(", ", signals) + ", as part of the groups";
    blocks.addAll(
        bySignal.tables(
            "Denied lines: " + part, signals, LINES, Format.COUNT, LINES_OF + "signal %s."));
    blocks.addAll(
        bySignal.tables(
            "Charges denied: " + part, signals, CHARGES, Format.MONEY, CHARGES_OF + "signal %s."));
    return new Sheet(
        MonthlySheetNames.DENIAL_PHYSICIAN,
        "Denials by rendering physician",
        "Every denial group that occurs has a column; they add up to the denied lines. Rates of few lines say little; they are not a ranking.",
        blocks,
        Page.LANDSCAPE);
  }

  private Pivot pivot(Mart cells, String by) {
    List<String> keys = List.of("physician", "rendering_npi");
    return new Pivot(
        marts.small("mart_denial_by_physician"),
        keys,
        keys.stream().map(ColumnBook::named).toList(),
        cells,
        by);
  }
}
