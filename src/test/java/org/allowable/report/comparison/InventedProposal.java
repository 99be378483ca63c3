package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.allowable.model.Tables;

/** A proposal for a payer of invented marts. */
final class InventedProposal {

  private final InventedMarts marts;

  InventedProposal(InventedMarts marts) {
    this.marts = marts;
  }

  /** Adds a proposal of one rate for all codes of a payer. */
  void add(String name, String payer, BigDecimal rate) {
    List<InventedMarts.Service> mine =
        marts.services().stream()
            .filter(one -> one.payer().equals(payer))
            .sorted(
                Comparator.comparing(
                        (InventedMarts.Service one) ->
                            one.medicare().multiply(rate).subtract(one.allowed()))
                    .reversed())
            .toList();
    BigDecimal proposed = BigDecimal.ZERO;
    for (InventedMarts.Service one : mine) {
      // Some cents beside the rate, as lines that are rounded one by one have them.
      BigDecimal amount =
          one.medicare()
              .multiply(rate)
              .setScale(2, RoundingMode.HALF_UP)
              .add(new BigDecimal("0.37"));
      proposed = proposed.add(amount);
      marts.add(
          Tables.named("mart_proposal_code"),
          InventedMarts.cells(
              "proposal",
              name,
              "payer",
              payer,
              "hcpcs_code",
              one.code(),
              "setting",
              one.setting(),
              "line_count",
              one.lines(),
              "unit_quantity",
              BigDecimal.valueOf(one.lines()).setScale(3),
              "medicare_amount",
              one.medicare(),
              "current_amount",
              one.allowed(),
              "proposed_amount",
              amount,
              "change_amount",
              amount.subtract(one.allowed()),
              "current_multiple",
              InventedMarts.multiple(one.medicare(), one.allowed()),
              "proposed_multiple",
              InventedMarts.multiple(one.medicare(), amount),
              "work_rvu",
              one.workRvu(),
              "unpriced_line_count",
              0L,
              "lost_to_charge_amount",
              one.code().equals("64635") ? new BigDecimal("812.40") : null));
    }
    total(name, payer, mine, proposed);
  }

  private void total(
      String name, String payer, List<InventedMarts.Service> mine, BigDecimal proposed) {
    BigDecimal medicare = InventedMarts.medicare(mine);
    BigDecimal current = InventedMarts.allowed(mine);
    BigDecimal change = proposed.subtract(current);
    marts.add(
        Tables.named("mart_proposal"),
        InventedMarts.cells(
            "proposal",
            name,
            "payer",
            payer,
            "line_count",
            InventedMarts.lines(mine),
            "medicare_amount",
            medicare,
            "current_amount",
            current,
            "proposed_amount",
            proposed,
            "change_amount",
            change,
            "current_multiple",
            InventedMarts.multiple(medicare, current),
            "proposed_multiple",
            InventedMarts.multiple(medicare, proposed),
            "current_per_work_rvu",
            current.divide(InventedMarts.work(mine), 2, RoundingMode.HALF_UP),
            "proposed_per_work_rvu",
            proposed.divide(InventedMarts.work(mine), 2, RoundingMode.HALF_UP),
            "volume_change_percent",
            InventedMarts.VOLUME_PERCENT,
            "revenue_at_changed_volume_amount",
            proposed.multiply(new BigDecimal("1.05")).setScale(2, RoundingMode.HALF_UP),
            "change_at_changed_volume_amount",
            proposed
                .multiply(new BigDecimal("1.05"))
                .subtract(current)
                .setScale(2, RoundingMode.HALF_UP),
            "unpriced_line_count",
            0L));
  }
}
