package org.allowable.report.packet;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.report.Format;
import org.allowable.report.Mart;

/**
 * How the expected amount of a line of {@code mart_packet_line} is made, in words and its numbers.
 */
final class PriceSteps {

  private static final String FIRST_IN_FULL = "rank 1 at 100%";

  // In the order in which they are applied.
  private static final List<Map.Entry<String, String>> SHARES =
      List.of(
          Map.entry("sides", "sides_share"),
          Map.entry("modifier", "modifier_share"),
          Map.entry("credential", "credential_share"),
          Map.entry("participation", "participation_share"));

  private final Mart.Line line;
  private final List<String> steps = new ArrayList<>();

  private PriceSteps(Mart.Line line) {
    this.line = line;
  }

  /** The steps, with semicolons between. */
  static String inWords(Mart.Line line) {
    PriceSteps all = new PriceSteps(line);
    all.explain();
    return String.join("; ", all.steps);
  }

  private void explain() {
    switch (line.text("method")) {
      case "percent_of_charge" ->
          steps.add(share("contract_share") + " of the charge " + money("charge_amount"));
      case "fixed_amount", "fee_schedule" -> {
        steps.add("contract amount " + money("base_amount") + " a unit");
        units();
        shares(List.of(Map.entry("sides", "sides_share")));
        contract();
      }
      default -> {
        unit();
        units();
        shares(SHARES);
        // The fee of one unit says it already.
        if (steps.size() > 1 && line.known("medicare_fee_amount") != null) {
          steps.add("Medicare " + money("medicare_fee_amount"));
        }
        if (line.known("contract_share") != null) {
          steps.add("x " + share("contract_share"));
        }
        contract();
      }
    }
    if (line.is("is_price_charge")) {
      steps.add("charge " + money("charge_amount") + ", the lower");
    }
    steps.add("expected " + money("expected_allowed_amount"));
  }

  private void unit() {
    if (line.known("work_rvu") != null) {
      steps.add(
          "(work %s x %s + practice expense %s x %s + malpractice %s x %s) x conversion factor %s = %s a unit"
              .formatted(
                  asPublished("work_rvu"),
                  asPublished("work_gpci"),
                  asPublished("pe_rvu"),
                  asPublished("pe_gpci"),
                  asPublished("mp_rvu"),
                  asPublished("mp_gpci"),
                  asPublished("conversion_factor"),
                  money("fee_amount")));
    } else if (line.known("fee_amount") != null) {
      steps.add("Medicare fee of one unit " + money("fee_amount"));
    }
  }

  private void units() {
    String ranks = line.text("rank_steps");
    boolean isRanked = !ranks.isEmpty() && !ranks.equals(FIRST_IN_FULL);
    if (isRanked) {
      steps.add(ranks);
    }
    if (isOther("counted_unit_quantity", BigDecimal.ONE)) {
      steps.add("x " + plain("counted_unit_quantity") + (isRanked ? " counted units" : " units"));
    }
    if (isOther("part_reduction_amount", BigDecimal.ZERO)) {
      steps.add("less " + plain("part_reduction_amount") + " of reduced parts");
    }
  }

  private void shares(List<Map.Entry<String, String>> shares) {
    for (Map.Entry<String, String> one : shares) {
      if (isOther(one.getValue(), BigDecimal.ONE)) {
        steps.add("x " + share(one.getValue()) + " (" + one.getKey() + ")");
      }
    }
  }

  private void contract() {
    if (isOther("contract_modifier_share", BigDecimal.ONE)) {
      steps.add("x " + share("contract_modifier_share") + " (contract modifier)");
    }
    if (isOther("escalator_factor", BigDecimal.ONE)) {
      steps.add("x " + plain("escalator_factor") + " (escalator)");
    }
  }

  private boolean isOther(String column, BigDecimal usual) {
    BigDecimal number = line.known(column);
    return number != null && number.compareTo(usual) != 0;
  }

  private String money(String column) {
    return Format.MONEY.display(line.known(column));
  }

  private String share(String column) {
    return stripped(line.number(column).movePointRight(2)) + "%";
  }

  private String plain(String column) {
    return stripped(line.number(column));
  }

  private String asPublished(String column) {
    return line.number(column).toPlainString();
  }

  private static String stripped(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.setScale(Math.max(0, stripped.scale())).toPlainString();
  }
}
