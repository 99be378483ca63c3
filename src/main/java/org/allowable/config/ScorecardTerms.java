package org.allowable.config;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What payer scorecards go by that no claim or remittance says. Each entry is dated and names its
 * source; the one in force on the day a claim was sent, or received, counts. Nothing is assumed
 * where nothing is said.
 *
 * @param reworkCost what working a denied or underpaid line costs
 * @param costOfCapital what money that is still out costs
 * @param promptPay in how many days clean claims are to be paid, and their interest from then on
 */
public record ScorecardTerms(
    @Nullable List<ReworkCost> reworkCost,
    @Nullable List<CapitalCost> costOfCapital,
    @Nullable List<PromptPay> promptPay) {

  /** Nothing is said. */
  public static final ScorecardTerms NONE = new ScorecardTerms(null, null, null);

  /** Copies the lists. */
  public ScorecardTerms {
    reworkCost = reworkCost == null ? List.of() : List.copyOf(reworkCost);
    costOfCapital = costOfCapital == null ? List.of() : List.copyOf(costOfCapital);
    promptPay = promptPay == null ? List.of() : List.copyOf(promptPay);
  }

  /** What working a line costs; none where nothing is said. */
  @Override
  public List<ReworkCost> reworkCost() {
    return Objects.requireNonNull(reworkCost);
  }

  /** What money that is still out costs; none where nothing is said. */
  @Override
  public List<CapitalCost> costOfCapital() {
    return Objects.requireNonNull(costOfCapital);
  }

  /** The prompt-pay rules; none where nothing is said. */
  @Override
  public List<PromptPay> promptPay() {
    return Objects.requireNonNull(promptPay);
  }

  /** An entry that holds from a day on. */
  public sealed interface DatedTerm {

    /** The first day. */
    LocalDate from();

    /** The last day; null while it holds. */
    @Nullable LocalDate to();

    /** Where it is from, in the practice's words. */
    String source();
  }

  /**
   * What working a denied or underpaid line costs.
   *
   * @param amount US dollars a line
   */
  public record ReworkCost(LocalDate from, @Nullable LocalDate to, BigDecimal amount, String source)
      implements DatedTerm {}

  /**
   * What money that is still out costs.
   *
   * @param annualPercent 8.5 is 8.5 percent a year
   */
  public record CapitalCost(
      LocalDate from, @Nullable LocalDate to, BigDecimal annualPercent, String source)
      implements DatedTerm {}

  /** Which claims a prompt-pay rule is of: those of physicians, or of the practice's facilities. */
  public enum ClaimType {
    PROFESSIONAL,
    FACILITY
  }

  /**
   * A prompt-pay rule. Of several that fit a line the narrowest holds: a payer before a class, a
   * state before all, a claim type before both.
   *
   * @param payer the practice's name for it; null for all of a class
   * @param payerClass null where a payer is named
   * @param state of the site, two letters; null for all
   * @param claimType null for both
   * @param days from receipt: a claim that is paid on the last of them is on time
   * @param annualPercent simple interest, 12 is 12 percent a year
   */
  public record PromptPay(
      @Nullable String payer,
      Practice.@Nullable PayerClass payerClass,
      @Nullable String state,
      @Nullable ClaimType claimType,
      LocalDate from,
      @Nullable LocalDate to,
      Integer days,
      BigDecimal annualPercent,
      String source)
      implements DatedTerm {}
}
