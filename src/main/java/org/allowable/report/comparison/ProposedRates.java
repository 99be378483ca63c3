package org.allowable.report.comparison;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;

/**
 * Rates held against a payer's lines of the period: a proposal, or what the reader enters.
 *
 * @param number from 1; names of cells carry it
 * @param name of the proposal; empty where there is none yet
 * @param payer whose lines
 * @param codes one code and setting each, with {@code medicare_amount}, {@code current_amount} and,
 *     where it is a proposal, {@code proposed_amount}
 * @param total the proposal's row of mart_proposal; null where there is no proposal
 * @param sheet name of its sheet
 */
record ProposedRates(
    int number, String name, String payer, Mart codes, Mart.@Nullable Line total, String sheet) {

  // Enough for Medicare's dollars times the multiple to be the amount again, to the cent.
  private static final int EXACT_PLACES = 10;

  /** Whether somebody proposed it. */
  boolean isProposal() {
    return total != null;
  }

  /** The name of a column's sum in formulas. */
  String sumName(String column) {
    return "proposal_" + number + "_" + column;
  }

  /** A code's proposed multiple, so exact that it gives the amount again; null without one. */
  @Nullable BigDecimal multiple(Mart.Line code) {
    BigDecimal proposed = code.known("proposed_amount");
    BigDecimal medicare = code.known("medicare_amount");
    if (!isProposal() || proposed == null || medicare == null || medicare.signum() == 0) {
      return null;
    }
    return proposed.divide(medicare, EXACT_PLACES, RoundingMode.HALF_UP);
  }
}
