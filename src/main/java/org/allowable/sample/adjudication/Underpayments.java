package org.allowable.sample.adjudication;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.allowable.config.Practice.PayerClass;
import org.allowable.config.Practice.Thresholds;
import org.allowable.sample.practice.Money;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SeededRandom;
import org.allowable.sample.practice.ServiceCatalog;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.price.Fee;
import org.allowable.sample.price.LinePrice;
import org.allowable.sample.price.PriceBasis;
import org.allowable.sample.price.Pricer;
import org.jspecify.annotations.Nullable;

/** Plants mistakes of payers: each with its cause, so that a report can be asked to find it. */
public final class Underpayments {

  /** The payer's percent went up and it pays the old one. */
  static final String ESCALATOR = "escalator_not_applied";

  /** The payer uses the conversion factor of the year before. */
  static final String PRIOR_YEAR_FACTOR = "prior_year_conversion_factor";

  /** The facility rate for a service in the office. */
  static final String FACILITY_RATE = "facility_rate_in_office";

  /** Paid as a lesser code than billed. */
  static final String RECODED = "recoded";

  /** Too little for no reason that can be found. */
  public static final String UNEXPLAINED = "unexplained";

  /** Too little, by less than the practice calls an underpayment. */
  static final String BELOW_TOLERANCE = "below_tolerance";

  /** The payer's first answer, which it corrects later: it stands where the history ends before. */
  public static final String CORRECTION_DUE = "correction_due";

  /** Medicare's sequestration, taken from what another payer agreed to. */
  public static final String SEQUESTRATION = "undue_sequestration";

  /** Priced by the whole fee schedule of the year before. */
  public static final String PRIOR_YEAR_FEES = "prior_year_fee_schedule";

  /** Priced by the relative values of the year before. */
  public static final String PRIOR_YEAR_VALUES = "prior_year_relative_values";

  /** Priced by the indices of another locality of the carrier. */
  public static final String OTHER_LOCALITY = "other_locality";

  /** A physician's service paid as a nurse practitioner's. */
  public static final String PRACTITIONER = "paid_as_practitioner";

  /** The day's first procedure paid as its second. */
  public static final String RANKED_SECOND = "ranked_second";

  /** A further level paid as a second procedure. */
  public static final String UNDUE_REDUCTION = "undue_multiple_procedure_cut";

  /** The payer allows less for a code from a day on, without a word. */
  public static final String NEW_POLICY = "new_policy";

  /** What a payer allows, and why it is not what it should be. */
  record Allowed(BigDecimal amount, @Nullable String cause, @Nullable String code) {}

  private final Pricer pricer;
  private final SamplePractice cast;
  private final LocalDate slowFrom;

  /**
   * Mistakes in a history.
   *
   * @param through its last month
   */
  Underpayments(Pricer pricer, SamplePractice cast, YearMonth through) {
    this.pricer = pricer;
    this.cast = cast;
    this.slowFrom = cast.slowFrom(through);
  }

  /** What the payer allows on a line that it does not deny. */
  Allowed allow(Visit visit, LinePrice price, SeededRandom random) {
    Allowed right = new Allowed(price.full(), null, null);
    if (price.expected() == null || visit.patient().payer().isMedicare()) {
      return right;
    }
    Allowed wrong = mistake(visit, price, random);
    return wrong != null && wrong.amount().compareTo(price.full()) < 0 ? wrong : right;
  }

  private @Nullable Allowed mistake(Visit visit, LinePrice price, SeededRandom random) {
    CastPayer payer = visit.patient().payer();
    Optional<BigDecimal> lower = payer.percentBefore(visit.date());
    if (lower.isPresent()) {
      return new Allowed(
          Money.percent(Objects.requireNonNull(price.medicareAllowed()), lower.get()),
          ESCALATOR,
          null);
    }
    if (cast.isSlowToUpdate(payer) && !visit.date().isBefore(slowFrom)) {
      LocalDate lastYear = LocalDate.of(visit.date().getYear() - 1, 12, 31);
      PriceBasis before = pricer.basis(visit).withFactorOf(lastYear);
      return repriced(visit, price, before, PRIOR_YEAR_FACTOR);
    }
    if (paysFacilityRate(visit, price.service(), random)) {
      return repriced(visit, price, pricer.basis(visit).atFacility(), FACILITY_RATE);
    }
    if (payer.payerClass() == PayerClass.COMMERCIAL) {
      Allowed commercial = commercialMistake(visit, price, random);
      if (commercial != null) {
        return commercial;
      }
    }
    return random.chance(100) ? slightlyLess(price, random) : null;
  }

  private static boolean paysFacilityRate(Visit visit, Service service, SeededRandom random) {
    PayerClass payer = visit.patient().payer().payerClass();
    return (payer == PayerClass.MEDICAID || payer == PayerClass.WORKERS_COMPENSATION)
        && visit.site().placeOfService().equals("11")
        && !ServiceCatalog.isVisitCode(service.code())
        && random.chance(2500);
  }

  private @Nullable Allowed commercialMistake(Visit visit, LinePrice price, SeededRandom random) {
    Service service = price.service();
    if (service.code().equals("99214") && random.chance(300)) {
      Service lesser =
          new Service(
              service.number(),
              service.controlNumber(),
              "99213",
              service.modifiers(),
              service.units(),
              service.charge(),
              service.pointers());
      Fee fee = pricer.fee(visit, lesser);
      return new Allowed(pricer.full(visit, lesser, fee, price.share()), RECODED, "99213");
    }
    if (random.chance(150)) {
      BigDecimal share = BigDecimal.valueOf(70L + random.below(22));
      return new Allowed(Money.percent(price.full(), share), UNEXPLAINED, null);
    }
    return null;
  }

  // Half of what the practice calls an underpayment, by amount.
  private Allowed slightlyLess(LinePrice price, SeededRandom random) {
    Thresholds thresholds = cast.practice().thresholds();
    BigDecimal most =
        Money.least(
            thresholds.underpaidAmount(), price.full().multiply(thresholds.underpaidShare()));
    BigDecimal less = Money.percent(most, BigDecimal.valueOf(20L + random.below(60)));
    return new Allowed(price.full().subtract(less), BELOW_TOLERANCE, null);
  }

  private @Nullable Allowed repriced(Visit visit, LinePrice price, PriceBasis basis, String cause) {
    Fee fee = pricer.fee(visit, price.service(), basis);
    if (!fee.isPriced()) {
      return null;
    }
    BigDecimal medicare = price.share().of(fee);
    BigDecimal percent = visit.patient().payer().percent(visit.date()).orElseThrow();
    return new Allowed(Money.percent(medicare, percent), cause, null);
  }

  /** Whether a shortfall reaches both thresholds, the amount and the share of what is expected. */
  public static boolean isOverThreshold(
      Thresholds thresholds, BigDecimal expected, BigDecimal allowed) {
    BigDecimal shortfall = expected.subtract(allowed);
    return shortfall.compareTo(thresholds.underpaidAmount()) >= 0
        && shortfall.compareTo(expected.multiply(thresholds.underpaidShare())) >= 0;
  }

  /** Every cause, as the truth files name it. */
  public static List<String> causes() {
    return List.of(
        ESCALATOR,
        PRIOR_YEAR_FACTOR,
        FACILITY_RATE,
        RECODED,
        UNEXPLAINED,
        BELOW_TOLERANCE,
        CORRECTION_DUE,
        SEQUESTRATION,
        PRIOR_YEAR_FEES,
        PRIOR_YEAR_VALUES,
        OTHER_LOCALITY,
        PRACTITIONER,
        RANKED_SECOND,
        UNDUE_REDUCTION,
        NEW_POLICY);
  }

  /** Whether a payer makes this mistake on all it allows: one of a part of it may stand instead. */
  public static boolean isOnAllLines(@Nullable String cause) {
    return ESCALATOR.equals(cause) || PRIOR_YEAR_FACTOR.equals(cause);
  }
}
