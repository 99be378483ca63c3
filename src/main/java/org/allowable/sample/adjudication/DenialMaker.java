package org.allowable.sample.adjudication;

import java.util.List;
import java.util.Objects;
import org.allowable.config.Practice.PayerClass;
import org.allowable.sample.practice.SeededRandom;
import org.allowable.sample.practice.ServiceCatalog;
import org.allowable.sample.practice.Visit;
import org.allowable.sample.practice.Visit.Service;
import org.allowable.sample.price.Fee;
import org.allowable.sample.price.LinePrice;
import org.jspecify.annotations.Nullable;

/** Decides what is denied: shares by payer, physician and service such as practices report. */
public final class DenialMaker {

  // The third physician of each five codes carelessly, the fifth repeats procedures too often.
  private static final int[] CODING_PERCENT = {80, 100, 260, 90, 100};
  private static final int[] NECESSITY_PERCENT = {80, 100, 90, 100, 240};

  // Sessions a year that the epidural policies of the sample's payers allow for a region.
  private static final int SESSION_CAP = 4;

  // Most sessions beyond it are paid: the payer looks at few, or the region was another.
  private static final int BEYOND_CAP = 2500;

  private static final List<Denial> WHOLE_CLAIM =
      List.of(
          Denial.COVERAGE_ENDED,
          Denial.NOT_INSURED,
          Denial.OTHER_PAYER,
          Denial.NO_AUTHORIZATION,
          Denial.TOO_LATE,
          Denial.INFORMATION_MISSING,
          Denial.DUPLICATE,
          Denial.NOT_CERTIFIED,
          Denial.NOT_COVERED);

  private DenialMaker() {}

  /** The denial that meets every line of a claim, if any. */
  static @Nullable Denial wholeClaim(Visit visit, SeededRandom random) {
    PayerClass payer = visit.patient().payer().payerClass();
    boolean isProcedure = visit.services().stream().noneMatch(s -> isVisit(s));
    int drawn = random.below(SeededRandom.CERTAIN);
    int[] shares = wholeClaimShares(payer, isProcedure);
    int reached = 0;
    for (int i = 0; i < shares.length; i++) {
      reached += shares[i];
      if (drawn < reached) {
        return said(WHOLE_CLAIM.get(i), payer);
      }
    }
    return null;
  }

  // In ten thousand, in the order of WHOLE_CLAIM.
  private static int[] wholeClaimShares(PayerClass payer, boolean isProcedure) {
    return new int[] {
      payer == PayerClass.MEDICAID ? 300 : 130,
      45,
      payer == PayerClass.COMMERCIAL ? 60 : 30,
      authorizationShare(payer, isProcedure),
      payer == PayerClass.MEDICAID ? 90 : 35,
      payer == PayerClass.WORKERS_COMPENSATION ? 220 : 70,
      80,
      40,
      payer == PayerClass.MEDICARE ? 10 : 50
    };
  }

  private static int authorizationShare(PayerClass payer, boolean isProcedure) {
    if (!isProcedure) {
      return 0;
    }
    return switch (payer) {
      case MEDICARE, OTHER -> 0;
      case MEDICAID -> 120;
      case MEDICARE_ADVANTAGE, COMMERCIAL, WORKERS_COMPENSATION -> 380;
    };
  }

  /** The denial of a line that no payer of Medicare's rules pays as it was first billed, if any. */
  static @Nullable Denial unpayable(Visit visit, LinePrice price) {
    PayerClass payer = visit.patient().payer().payerClass();
    if (price.fee().reason().equals(Fee.WITH_OTHERS)) {
      return said(Denial.PAID_WITH_OTHERS, payer);
    }
    if (price.fee().reason().equals(Fee.SETTING)) {
      return said(Denial.PLACE, payer);
    }
    return visit.lacksComponent() && price.service().modifiers().contains("26")
        ? said(Denial.MODIFIER, payer)
        : null;
  }

  /** The denial that meets one line, if any. */
  static @Nullable Denial line(Visit visit, Service service, SeededRandom random) {
    Denial denial =
        isVisit(service) ? visitLine(visit, service, random) : other(visit, service, random);
    return denial == null ? null : said(denial, visit.patient().payer().payerClass());
  }

  private static @Nullable Denial visitLine(Visit visit, Service service, SeededRandom random) {
    int coding = CODING_PERCENT[visit.patient().physician() % CODING_PERCENT.length];
    if (service.modifiers().contains("25")) {
      if (random.chance(3 * coding)) {
        return Denial.BUNDLED;
      }
      return random.chance(2 * coding) ? Denial.MODIFIER : null;
    }
    return random.chance(coding / 2) ? Denial.CODE_INCOMPLETE : null;
  }

  private static @Nullable Denial other(Visit visit, Service service, SeededRandom random) {
    if (ServiceCatalog.DELETED.contains(service.code())) {
      return random.chance(7000) ? Denial.CODE_INVALID : null;
    }
    if (service.code().equals("77003") && visit.isEpidural()) {
      return random.chance(6500) ? Denial.BUNDLED : null;
    }
    if (ServiceCatalog.isDrug(service.code()) || service.modifiers().contains("26")) {
      return null;
    }
    return procedure(visit, service, random);
  }

  private static @Nullable Denial procedure(Visit visit, Service service, SeededRandom random) {
    int coding = CODING_PERCENT[visit.patient().physician() % CODING_PERCENT.length];
    int necessity = NECESSITY_PERCENT[visit.patient().physician() % NECESSITY_PERCENT.length];
    if (visit.isEpidural()) {
      int share = visit.sessionsBefore() >= SESSION_CAP ? BEYOND_CAP : necessity / 4;
      if (random.chance(share)) {
        return Denial.TOO_MANY.get(random.weighted(30, 35, 10, 10, 15));
      }
      if (random.chance(necessity / 2)) {
        return Denial.NOT_NECESSARY_BY_POLICY;
      }
    }
    if (random.chance(necessity)) {
      return Denial.NOT_NECESSARY;
    }
    if (!service.modifiers().isEmpty() && random.chance(coding)) {
      return Denial.MODIFIER;
    }
    return random.chance(coding / 2) ? Denial.PAIR_EDIT : null;
  }

  /** How often, in ten thousand, the practice works a denial. */
  public static int workedShare(Denial denial) {
    if (List.of("N20", "M77").contains(Objects.requireNonNullElse(denial.remarkCode(), ""))) {
      return 0;
    }
    return switch (denial.name()) {
      case "Coding", "Documentation", "Coordination of benefits" -> 6000;
      case "Registration", "Credentialing" -> 5000;
      case "Medical necessity", "Bundling", "Authorization" -> 3300;
      case "Frequency" -> 1200;
      default -> 0;
    };
  }

  /** How often, in ten thousand, a denial that was worked is overturned. */
  public static int wonShare(Denial denial) {
    return switch (denial.name()) {
      case "Coding", "Registration", "Credentialing", "Coordination of benefits" -> 8800;
      case "Documentation" -> 8000;
      case "Medical necessity", "Bundling", "Authorization" -> 5000;
      default -> 2500;
    };
  }

  private static Denial said(Denial denial, PayerClass payer) {
    return payer == PayerClass.WORKERS_COMPENSATION ? denial.payerInitiated() : denial;
  }

  private static boolean isVisit(Service service) {
    return ServiceCatalog.isVisitCode(service.code());
  }
}
