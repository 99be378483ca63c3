package org.allowable.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A contract as its file states it.
 *
 * @param id by which the practice file and canary claims name it
 * @param name as reports print it
 * @param period when it holds
 * @param lesserOf whether a charge below the price is the price
 * @param ladder how several procedures of one day are reduced
 * @param ownLadder percents by rank, where the ladder is the contract's own; the last one holds for
 *     all further ranks
 * @param isProposal not agreed: for comparison only
 * @param modifiers percents of the price, in place of Medicare's, by modifier
 * @param credentials percents of the price by who renders
 * @param escalators dated increases
 * @param terms the rates
 * @param renewalDate when it renews; null where not said
 * @param noticeDays how many days before its renewal, or its end, notice is given; null where not
 *     said
 * @param schedules fee schedules that terms name
 * @param location where the file states its identifier
 */
public record Contract(
    String id,
    String name,
    Period period,
    LesserOf lesserOf,
    Ladder ladder,
    List<BigDecimal> ownLadder,
    boolean isProposal,
    List<NamedPercent> modifiers,
    List<NamedPercent> credentials,
    List<Escalator> escalators,
    List<Term> terms,
    @Nullable LocalDate renewalDate,
    @Nullable Integer noticeDays,
    Map<String, List<ScheduleFee>> schedules,
    FileLocation location) {

  /** Copies the collections. */
  public Contract {
    ownLadder = List.copyOf(ownLadder);
    modifiers = List.copyOf(modifiers);
    credentials = List.copyOf(credentials);
    escalators = List.copyOf(escalators);
    terms = List.copyOf(terms);
    schedules = Map.copyOf(schedules);
  }

  /**
   * The price scenario in which Medicare prices what this contract holds for. Where the contract
   * has percents of its own for modifiers or credentials, Medicare prices without them; so the
   * scenario is this contract's alone.
   */
  String priceScenario(MedicareScenario medicare) {
    boolean isAsBilled =
        medicare.equals(MedicareScenario.CURRENT) && modifiers.isEmpty() && credentials.isEmpty();
    return isAsBilled ? MedicareScenario.AS_BILLED : id + ": " + medicare.name();
  }

  /** Whether, and over what, the charge is the price where it is less. */
  public enum LesserOf {
    NONE,
    LINE,
    CLAIM
  }

  /** Whose reduction of several procedures of a day. */
  public enum Ladder {
    MEDICARE,
    OWN,
    NONE
  }

  /** How a term finds its rate. */
  public enum Method {
    PERCENT_OF_MEDICARE,
    FEE_SCHEDULE,
    PERCENT_OF_CHARGE,
    FIXED_AMOUNT,
    EXCLUDED;

    /** Its key in files and its value in tables. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A percent of the price by a modifier or credential; 100 changes nothing. */
  public record NamedPercent(String name, BigDecimal percent, FileLocation location) {}

  /**
   * An increase.
   *
   * @param from its first day
   * @param percent 3 is three percent more
   * @param isYearly whether it comes again on that day of every year
   * @param isCompounding whether a further year's increase is of the increased rate
   * @param methods whose rates it raises
   */
  public record Escalator(
      LocalDate from,
      BigDecimal percent,
      boolean isYearly,
      boolean isCompounding,
      Set<Method> methods,
      FileLocation location) {
    /** Copies the set. */
    public Escalator {
      methods = Set.copyOf(methods);
    }
  }

  /**
   * A rate and what it holds for.
   *
   * @param number its place among the contract's terms, from 1
   * @param period when it holds
   * @param method how the rate is found
   * @param percent of Medicare or of the charge
   * @param amount US dollars a unit
   * @param schedule name of the fee schedule
   * @param medicare which Medicare fee the percent is of
   * @param codes procedure codes; empty for all, or all of the fee schedule
   * @param setting of the service; null for any
   * @param placeOfService code; null for any
   * @param modifier on the line; null for any
   * @param isReduced whether the reduction of several procedures of a day applies
   * @param isForUnlisted whether it holds for what no other term gives a rate for
   */
  public record Term(
      int number,
      Period period,
      Method method,
      @Nullable BigDecimal percent,
      @Nullable BigDecimal amount,
      @Nullable String schedule,
      MedicareScenario medicare,
      List<CodeRange> codes,
      @Nullable String setting,
      @Nullable String placeOfService,
      @Nullable String modifier,
      boolean isReduced,
      boolean isForUnlisted,
      FileLocation location) {
    /** Copies the list. */
    public Term {
      codes = List.copyOf(codes);
    }

    /** What the rate is, as a price says it. */
    public String basis() {
      return switch (method) {
        case PERCENT_OF_MEDICARE -> plain(percent) + "% of " + medicare.text();
        case PERCENT_OF_CHARGE -> plain(percent) + "% of the charge";
        case FEE_SCHEDULE -> "fee schedule " + schedule;
        case FIXED_AMOUNT -> "fixed amount";
        case EXCLUDED -> "excluded";
      };
    }

    private static String plain(@Nullable BigDecimal number) {
      return number == null ? "" : number.stripTrailingZeros().toPlainString();
    }
  }

  /** A row of a fee schedule: US dollars a unit; modifier and setting null for any. */
  public record ScheduleFee(
      String code,
      @Nullable String modifier,
      @Nullable String setting,
      BigDecimal amount,
      Period period,
      FileLocation location) {}
}
