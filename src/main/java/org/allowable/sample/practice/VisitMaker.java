package org.allowable.sample.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SamplePractice.CastSite;
import org.allowable.sample.practice.ServiceCatalog.Plan;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * Makes visits. A visit follows from the seed and its number alone, so that it need not be kept
 * until it is paid: it is made again. Patients come round in turn, thus never twice on a day: what
 * ranks together is on one claim.
 */
public final class VisitMaker {

  private static final int PATIENT = 1;
  private static final int KIND = 2;
  private static final int SERVICES = 3;
  private static final int BESIDE = 10;

  // Physicians differ in what they do; the columns follow Catalog.Plan.
  private static final int[][] MIXES = {
    {26, 8, 16, 3, 14, 4, 6, 2, 6, 8, 5, 2},
    {10, 6, 8, 2, 26, 12, 16, 8, 5, 4, 2, 1},
    {18, 4, 12, 1, 8, 2, 2, 1, 10, 26, 14, 2},
    {14, 8, 14, 4, 10, 4, 6, 2, 6, 6, 4, 22},
    {30, 14, 20, 4, 8, 2, 4, 1, 6, 6, 4, 1},
    {4, 0, 2, 0, 2, 0, 0, 0, 8, 44, 40, 0}
  };

  private static final List<String> LAST_NAMES =
      List.of(
          "ALDER",
          "BIRCH",
          "CEDAR",
          "DOGWOOD",
          "ELM",
          "FIR",
          "GINKGO",
          "HAZEL",
          "IRONWOOD",
          "JUNIPER",
          "KAPOK",
          "LINDEN",
          "MAPLE",
          "NUTMEG",
          "OLIVE",
          "PALM",
          "QUINCE",
          "ROWAN",
          "SPRUCE",
          "TUPELO",
          "UMBRELLA",
          "VIBURNUM",
          "WILLOW",
          "YEW",
          "ZELKOVA");
  private static final List<String> FIRST_NAMES =
      List.of(
          "AMBER", "BASIL", "CORAL", "DALE", "EBONY", "FERN", "GLEN", "HEATHER", "IRIS", "JASPER",
          "KELP", "LAUREL", "MARINA", "NILE", "OPAL", "PEARL", "QUARTZ", "RIVER", "SKY", "TEAL");

  private final long seed;
  private final SamplePractice cast;
  private final Charges charges;
  private final VisitCalendar calendar;
  private final long patients;

  /**
   * Visits of a practice.
   *
   * @param calendar in which the day of a visit is open before the visit is made
   * @param patients how many take turns, at least 1
   */
  public VisitMaker(
      long seed, SamplePractice cast, Charges charges, VisitCalendar calendar, long patients) {
    this.seed = seed;
    this.cast = cast;
    this.charges = charges;
    this.calendar = calendar;
    this.patients = patients;
  }

  /** The visit with a number, on a day that the calendar has opened. */
  public Visit visit(long number) {
    Patient patient = patient(number % patients);
    LocalDate date = calendar.date(number);
    boolean isProcedure = isProcedure(number, patient);
    SeededRandom random = new SeededRandom(seed, number, SERVICES);
    CastSite site = isProcedure ? procedureSite(patient, random) : patient.office();
    Bill bill = new Bill(number, random.chance(9000), charges);
    if (isProcedure) {
      procedure(bill, patient.plan(), site, random);
    } else {
      evaluation(bill, number < patients, patient.payer().isMedicare(), random);
    }
    boolean isOffice = site.placeOfService().equals("11");
    SeededRandom beside = new SeededRandom(seed, number, BESIDE);
    beside(bill, isProcedure, isOffice, beside);
    boolean lacksComponent = !isOffice && bill.hasComponent() && beside.chance(1200);
    boolean isEpidural = isProcedure && patient.plan().isEpidural();
    return new Visit(
        number,
        date,
        patient,
        site,
        !(site.mayOmitFacility() && random.chance(3000)),
        isEpidural,
        isEpidural ? sessionsBefore(number, date, patient) : 0,
        diagnoses(patient.plan(), random),
        lacksComponent,
        beside.chance(40),
        bill.services());
  }

  private boolean isProcedure(long number, Patient patient) {
    int often = patient.plan().isEpidural() ? 6000 : 4500;
    return new SeededRandom(seed, number, KIND).chance(number < patients ? 1500 : often);
  }

  private int sessionsBefore(long number, LocalDate date, Patient patient) {
    int sessions = 0;
    LocalDate from = date.minusMonths(12);
    for (long earlier = number - patients; earlier >= 0; earlier -= patients) {
      if (!calendar.date(earlier).isAfter(from)) {
        break;
      }
      sessions += isProcedure(earlier, patient) ? 1 : 0;
    }
    return sessions;
  }

  /** The patient with a number. */
  Patient patient(long number) {
    SeededRandom random = new SeededRandom(seed, number, PATIENT);
    CastPayer payer = cast.payers().get(random.weighted(cast.payerWeights()));
    int physician = random.below(cast.practice().physicians().size());
    Plan plan = ServiceCatalog.PLANS.get(random.weighted(MIXES[physician % MIXES.length]));
    CastPayer supplement = payer.isMedicare() && random.chance(6000) ? cast.supplement() : null;
    int oldest = payer.isMedicare() ? 1935 : 1955;
    return new Patient(
        number,
        random.pick(LAST_NAMES) + letters(number),
        random.pick(FIRST_NAMES),
        LocalDate.of(oldest + random.below(25), 1, 1).plusDays(random.below(365)),
        random.chance(5000) ? "F" : "M",
        "M" + (1_000_000L + number),
        payer,
        supplement,
        random.chance(3000),
        physician,
        random.pick(cast.offices()),
        plan);
  }

  // Letters that number the patient, so that no two have one name.
  private static String letters(long number) {
    StringBuilder letters = new StringBuilder();
    for (long rest = number; rest >= 0; rest = rest / 26 - 1) {
      letters.append((char) ('A' + rest % 26));
    }
    return letters.reverse().toString();
  }

  private CastSite procedureSite(Patient patient, SeededRandom random) {
    boolean isInOffice = patient.plan() != Plan.STIMULATION && random.chance(5000);
    return isInOffice || patient.plan() == Plan.TRIGGER_POINT
        ? patient.office()
        : random.pick(cast.facilities());
  }

  private static List<String> diagnoses(Plan plan, SeededRandom random) {
    List<String> diagnoses = new ArrayList<>();
    diagnoses.add(random.pick(plan.diagnoses()));
    if (random.chance(4000)) {
      diagnoses.add("G8929");
    }
    return diagnoses;
  }

  private static void evaluation(
      Bill bill, boolean isNew, boolean isMedicare, SeededRandom random) {
    bill.add(random.pick(isNew ? ServiceCatalog.NEW_PATIENT : ServiceCatalog.ESTABLISHED), 1);
    if (isMedicare && random.chance(60)) {
      bill.chargeTooLittle();
    }
    if (random.chance(40)) {
      bill.add(random.pick(ServiceCatalog.DELETED), 1);
    }
    if (random.chance(20)) {
      bill.add(ServiceCatalog.FACILITY_ONLY, 1);
    }
  }

  // Small services beside the visit's own: some are paid only alone, some only in the office.
  private static void beside(
      Bill bill, boolean isProcedure, boolean isOffice, SeededRandom random) {
    if (!isProcedure && random.chance(250)) {
      if (random.chance(3000)) {
        bill.clear();
      }
      bill.add(ServiceCatalog.OXIMETRY, 1);
    } else if (isProcedure && random.chance(isOffice ? 60 : 250)) {
      bill.add(ServiceCatalog.INJECTION, 1);
    }
  }

  private static void procedure(Bill bill, Plan plan, CastSite site, SeededRandom random) {
    boolean isOffice = site.placeOfService().equals("11");
    if (isOffice && random.chance(2500)) {
      bill.add(random.pick(ServiceCatalog.ESTABLISHED), 1, "25");
    }
    String side = plan.isOneSided() ? random.pick(List.of("LT", "RT")) : null;
    if (side != null && random.chance(250)) {
      bill.add(plan.code(), 1, "LT");
      bill.add(plan.code(), 1, "RT");
      return;
    }
    bill.add(plan.code(), 1, mainModifiers(plan, side, random));
    String second = plan.second();
    if (second != null && random.chance(900)) {
      bill.add(second, 1, "59");
    }
    String addOn = plan.addOn();
    if (addOn != null && random.chance(6500)) {
      // Only of these does Medicare pay more than one a day: the others have a code for each level.
      boolean isTwo = random.chance(1500) && ServiceCatalog.SEVERAL_UNITS.contains(addOn);
      bill.add(addOn, isTwo ? 2 : 1, side == null ? List.of() : List.of(side));
      thirdLevel(bill, plan, side, random);
    }
    if (plan.isEpidural() && random.chance(600)) {
      bill.add("77003", 1, "26");
    } else if (plan == Plan.JOINT && !isOffice) {
      bill.add("77002", 1, "26");
    } else if (plan == Plan.STIMULATION && random.chance(3000)) {
      bill.add("76000", 1, "26");
    }
    if (isOffice && random.chance(2200)) {
      bill.add(random.pick(ServiceCatalog.DRUGS), 4 + 4 * random.below(10));
    }
  }

  // A small share carries a modifier that changes the price by a rule outside the tables.
  private static List<String> mainModifiers(Plan plan, @Nullable String side, SeededRandom random) {
    if (plan.addOn() != null && random.chance(250)) {
      return List.of("50");
    }
    if (random.chance(60)) {
      return List.of("52");
    }
    return side == null ? List.of() : List.of(side);
  }

  private static void thirdLevel(Bill bill, Plan plan, @Nullable String side, SeededRandom random) {
    List<String> modifiers = side == null ? List.of() : List.of(side);
    if (plan == Plan.LUMBAR_FACET && random.chance(4000)) {
      bill.add(ServiceCatalog.LUMBAR_THIRD_LEVEL, 1, modifiers);
    } else if (plan == Plan.CERVICAL_FACET && random.chance(3000)) {
      bill.add(ServiceCatalog.CERVICAL_THIRD_LEVEL, 1, modifiers);
    }
  }

  /** The lines of a claim while it is written. */
  private static final class Bill {
    private final long visit;
    private final boolean isNumbered;
    private final Charges charges;
    private final List<Service> services = new ArrayList<>();

    Bill(long visit, boolean isNumbered, Charges charges) {
      this.visit = visit;
      this.isNumbered = isNumbered;
      this.charges = charges;
    }

    void add(String code, int units, String... modifiers) {
      add(code, units, List.of(modifiers));
    }

    void add(String code, int units, List<String> modifiers) {
      int number = services.size() + 1;
      services.add(
          new Service(
              number,
              isNumbered ? visit + "L" + number : null,
              code,
              modifiers,
              units,
              charges.charge(code, modifiers, units),
              List.of(1)));
    }

    void clear() {
      services.clear();
    }

    boolean hasComponent() {
      return services.stream().anyMatch(service -> service.modifiers().contains("26"));
    }

    // A charge from a sheet of long ago, which Medicare pays in place of its fee.
    void chargeTooLittle() {
      Service last = services.remove(services.size() - 1);
      services.add(last.charged(Money.percent(last.charge(), BigDecimal.valueOf(20))));
    }

    List<Service> services() {
      return services;
    }
  }
}
