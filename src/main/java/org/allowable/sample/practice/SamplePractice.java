package org.allowable.sample.practice;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.allowable.config.Practice;
import org.allowable.config.Practice.Payer;
import org.allowable.config.Practice.PayerClass;
import org.allowable.config.Practice.PercentOfMedicare;
import org.allowable.config.Practice.Site;
import org.allowable.model.InputException;
import org.allowable.sample.practice.PricingMistake.Mistaken;
import org.jspecify.annotations.Nullable;

/**
 * The cast: which payer, physician and site of a practice file plays which part.
 *
 * <p>Parts follow from what the file says, so that any practice file will do: a payer whose percent
 * changes is the one that misses the change, one without Medicare's class that supplements is the
 * supplement, and so on.
 */
public final class SamplePractice {

  /** The billing provider; invented, with a valid check digit. */
  public static final String BILLING_NPI = "1999999893";

  /** The billing provider's ZIP code. */
  public static final String BILLING_ZIP = "07030";

  /** The billing provider's name, as claims and remittances carry it. */
  public static final String BILLING_NAME = "EXAMPLE PAIN PRACTICE";

  private static final List<DayOfWeek> PAYDAYS =
      List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

  private static final int SLOW_MONTHS = 4;
  private static final int DENYING_MONTHS = 6;
  private static final int ALLOWING_LESS_MONTHS = 7;
  private static final BigDecimal LESS_PERCENT = BigDecimal.valueOf(92);

  private static final int OLD_FEES_SHARE = 2000;
  private static final int OTHER_LOCALITY_SHARE = 2500;
  private static final int PRACTITIONER_SHARE = 3000;
  private static final int RANKED_SECOND_SHARE = 1000;
  private static final int ADD_ON_CUT_SHARE = 2000;

  /**
   * A payer with what it does.
   *
   * @param index position in the practice file
   * @param weight share of patients, in parts of the sum of weights; 0 is never primary
   * @param identifier as claims and remittances carry it
   * @param wireName as claims and remittances carry it
   * @param filingCode claim filing indicator
   * @param reportsAllowed whether remittances carry AMT*B6
   * @param ownPercents dated percents, oldest first
   */
  public record CastPayer(
      int index,
      Payer payer,
      int weight,
      String identifier,
      String wireName,
      String filingCode,
      boolean reportsAllowed,
      List<PercentOfMedicare> ownPercents) {

    /** The name that the practice file gives it. */
    public String name() {
      return payer.name();
    }

    /** The class that the practice file gives it. */
    public PayerClass payerClass() {
      return payer.payerClass();
    }

    /** Whether it is Medicare itself, not an Advantage plan. */
    public boolean isMedicare() {
      return payerClass() == PayerClass.MEDICARE;
    }

    /** The percent of Medicare on a day; Medicare's own is 100; empty if none is known. */
    public Optional<BigDecimal> percent(LocalDate date) {
      if (isMedicare()) {
        return Optional.of(BigDecimal.valueOf(100));
      }
      return position(date) < 0
          ? Optional.empty()
          : Optional.of(ownPercents.get(position(date)).percent());
    }

    /** The percent before the one of a day, where that one is higher: what a late payer pays. */
    public Optional<BigDecimal> percentBefore(LocalDate date) {
      return Optional.ofNullable(termBefore(date)).map(PercentOfMedicare::percent);
    }

    /** The term before the one of a day, where that one's percent is higher; or null. */
    public @Nullable PercentOfMedicare termBefore(LocalDate date) {
      int position = position(date);
      if (position < 1) {
        return null;
      }
      PercentOfMedicare before = ownPercents.get(position - 1);
      boolean isLower = before.percent().compareTo(ownPercents.get(position).percent()) < 0;
      return isLower ? before : null;
    }

    private int position(LocalDate date) {
      for (int i = 0; i < ownPercents.size(); i++) {
        PercentOfMedicare term = ownPercents.get(i);
        if (!date.isBefore(term.from()) && (term.to() == null || !date.isAfter(term.to()))) {
          return i;
        }
      }
      return -1;
    }

    /** The first day on or after a date on which this payer pays: once a week. */
    public LocalDate payday(LocalDate date) {
      return date.with(TemporalAdjusters.nextOrSame(PAYDAYS.get(index % PAYDAYS.size())));
    }
  }

  /**
   * A site with the codes of the kind of place it is.
   *
   * @param index position among the sites that bill a place of service
   * @param placeOfService the place of service code that it bills
   * @param mayOmitFacility whether it alone bills that code, so that a claim may leave its name out
   */
  public record CastSite(int index, Site site, String placeOfService, boolean mayOmitFacility) {}

  private final Practice practice;
  private final List<CastPayer> payers = new ArrayList<>();
  private final List<CastSite> offices = new ArrayList<>();
  private final List<CastSite> facilities = new ArrayList<>();
  private final int[] weights;
  private final @Nullable CastPayer supplement;
  private final @Nullable CastPayer slowToUpdate;
  private final @Nullable CastPayer rankingAllowed;

  /**
   * Casts a practice.
   *
   * @throws InputException if it lacks a payer, a physician or an office
   */
  public SamplePractice(Practice practice) {
    this.practice = practice;
    for (Payer payer : practice.payers()) {
      payers.add(cast(payer, payers.size()));
    }
    for (Site site : practice.sites()) {
      place(site);
    }
    weights = payers.stream().mapToInt(CastPayer::weight).toArray();
    supplement = firstOf(PayerClass.OTHER);
    slowToUpdate = firstOf(PayerClass.MEDICARE_ADVANTAGE);
    rankingAllowed =
        payers.stream()
            .filter(payer -> payer.payerClass() == PayerClass.COMMERCIAL)
            .filter(payer -> payer.ownPercents().size() == 1)
            .findFirst()
            .orElse(null);
    if (payers.stream().noneMatch(payer -> payer.weight() > 0)
        || offices.isEmpty()
        || practice.physicians().isEmpty()) {
      throw new InputException(
          "A sample needs a practice file with a payer, a physician and a site that bills place of"
              + " service 11. Add what is missing.");
    }
  }

  /**
   * What payers change without a word in a history that begins before and ends with a month: one
   * denies a code that it paid, one allows less for another.
   */
  public List<PolicyShift> policyShifts(LocalDate first, YearMonth through) {
    List<PolicyShift> shifts = new ArrayList<>();
    if (slowToUpdate != null) {
      LocalDate from = through.minusMonths(DENYING_MONTHS - 1L).atDay(1);
      shifts.add(
          new PolicyShift(slowToUpdate, ServiceCatalog.Plan.LUMBAR_EPIDURAL.code(), from, null));
    }
    if (rankingAllowed != null) {
      LocalDate from = through.minusMonths(ALLOWING_LESS_MONTHS - 1L).atDay(1);
      shifts.add(new PolicyShift(rankingAllowed, ServiceCatalog.USUAL_VISIT, from, LESS_PERCENT));
    }
    return shifts.stream().filter(shift -> first.isBefore(shift.from())).toList();
  }

  /**
   * The mistakes that payers make in the prices of a part of their claims, beside what some do to
   * all; the first that fits a claim is made. Some payers make one, some several, Medicare none.
   */
  public List<PricingMistake> pricingMistakes() {
    List<PricingMistake> mistakes = new ArrayList<>();
    if (slowToUpdate != null) {
      mistakes.add(mistake(slowToUpdate, Mistaken.VALUES_OF_YEAR_BEFORE, SeededRandom.CERTAIN));
    }
    if (rankingAllowed != null) {
      mistakes.add(mistake(rankingAllowed, Mistaken.PAID_AS_PRACTITIONER, PRACTITIONER_SHARE));
      mistakes.add(mistake(rankingAllowed, Mistaken.RANKED_SECOND, RANKED_SECOND_SHARE));
      mistakes.add(mistake(rankingAllowed, Mistaken.ADD_ON_CUT, ADD_ON_CUT_SHARE));
    }
    CastPayer compensation = firstOf(PayerClass.WORKERS_COMPENSATION);
    if (compensation != null) {
      mistakes.add(mistake(compensation, Mistaken.LOCALITY_BESIDE, OTHER_LOCALITY_SHARE));
      mistakes.add(mistake(compensation, Mistaken.FEES_OF_YEAR_BEFORE, OLD_FEES_SHARE));
    }
    return mistakes;
  }

  private static PricingMistake mistake(CastPayer payer, Mistaken kind, int share) {
    return new PricingMistake(payer, kind, share);
  }

  /** The last physician without a credential, whom a payer takes for a practitioner; or -1. */
  public int mistakenPhysician() {
    for (int i = practice.physicians().size() - 1; i >= 0; i--) {
      if (practice.physicians().get(i).credential() == null) {
        return i;
      }
    }
    return -1;
  }

  /** Another locality of a site's carrier, in which the practice has a site too, or null. */
  public @Nullable String localityBeside(Site site) {
    return practice.sites().stream()
        .filter(other -> other.carrier().equals(site.carrier()))
        .map(Site::locality)
        .filter(locality -> !locality.equals(site.locality()))
        .findFirst()
        .orElse(null);
  }

  /**
   * From when on the payer that is slow to update uses the conversion factor of the year before.
   */
  public LocalDate slowFrom(YearMonth through) {
    return through.minusMonths(SLOW_MONTHS - 1L).atDay(1);
  }

  /**
   * From when on payers allow less of what is expected for whatever they allow, in a history that
   * begins before and ends with a month: by payer, the first day of service.
   */
  public Map<CastPayer, LocalDate> laggingFrom(LocalDate first, YearMonth through) {
    Map<CastPayer, LocalDate> lagging = new LinkedHashMap<>();
    for (CastPayer payer : payers) {
      for (PercentOfMedicare term : payer.ownPercents()) {
        if (payer.percentBefore(term.from()).isPresent()) {
          lagging.put(payer, term.from());
        }
      }
    }
    if (slowToUpdate != null) {
      lagging.put(slowToUpdate, slowFrom(through));
    }
    lagging
        .values()
        .removeIf(from -> !first.isBefore(from) || from.isAfter(through.atEndOfMonth()));
    return lagging;
  }

  private CastPayer cast(Payer payer, int index) {
    return new CastPayer(
        index,
        payer,
        weight(payer.payerClass()),
        payer.identifiers().isEmpty() ? "PAYER" + index : payer.identifiers().get(0),
        payer.names().isEmpty() ? payer.name().toUpperCase(Locale.ROOT) : payer.names().get(0),
        filingCode(payer.payerClass()),
        index % 3 != 2 || payer.payerClass() == PayerClass.MEDICARE,
        payer.percentOfMedicare().stream()
            .sorted(Comparator.comparing(PercentOfMedicare::from))
            .toList());
  }

  private static int weight(PayerClass payerClass) {
    return switch (payerClass) {
      case MEDICARE -> 38;
      case MEDICARE_ADVANTAGE -> 16;
      case MEDICAID -> 8;
      case COMMERCIAL -> 11;
      case WORKERS_COMPENSATION -> 5;
      case OTHER -> 0;
    };
  }

  private static String filingCode(PayerClass payerClass) {
    return switch (payerClass) {
      case MEDICARE -> "MB";
      case MEDICARE_ADVANTAGE -> "16";
      case MEDICAID -> "MC";
      case COMMERCIAL -> "12";
      case WORKERS_COMPENSATION -> "WC";
      case OTHER -> "15";
    };
  }

  private void place(Site site) {
    if (site.placeOfServiceCodes().isEmpty()) {
      return;
    }
    int index = offices.size() + facilities.size();
    boolean isOffice = site.placeOfServiceCodes().contains("11");
    String code =
        isOffice
            ? "11"
            : site.placeOfServiceCodes().contains("22") ? "22" : site.placeOfServiceCodes().get(0);
    long billingIt =
        practice.sites().stream().filter(s -> s.placeOfServiceCodes().contains(code)).count();
    CastSite cast = new CastSite(index, site, code, billingIt == 1);
    (isOffice ? offices : facilities).add(cast);
  }

  private @Nullable CastPayer firstOf(PayerClass payerClass) {
    return payers.stream()
        .filter(payer -> payer.payerClass() == payerClass)
        .findFirst()
        .orElse(null);
  }

  /** The practice file that was cast. */
  public Practice practice() {
    return practice;
  }

  /** All payers, in the order of the practice file. */
  public List<CastPayer> payers() {
    return payers;
  }

  /** Weights of the payers as primary payer, in their order. */
  int[] payerWeights() {
    return weights;
  }

  /** Sites that bill place of service 11; at least one. */
  public List<CastSite> offices() {
    return offices;
  }

  /** Surgery centers and hospitals; the offices where there are none. */
  List<CastSite> facilities() {
    return facilities.isEmpty() ? offices : facilities;
  }

  /** Who pays what Medicare leaves to the patient, if anybody. */
  @Nullable CastPayer supplement() {
    return supplement;
  }

  /** Whether a payer is the one whose denied procedures take no rank from others of the day. */
  public boolean isRankingAllowed(CastPayer payer) {
    return rankingAllowed != null && payer.index() == rankingAllowed.index();
  }

  /** Whether a payer is the one that still uses last year's conversion factor. */
  public boolean isSlowToUpdate(CastPayer payer) {
    return slowToUpdate != null && payer.index() == slowToUpdate.index();
  }
}
