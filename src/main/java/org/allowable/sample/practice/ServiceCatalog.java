package org.allowable.sample.practice;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The services that the sample practice gives, and the diagnoses it gives them for. */
public final class ServiceCatalog {

  /** What a patient is treated for; decides the procedure of a visit. */
  public enum Plan {
    LUMBAR_EPIDURAL("62323", null, "M5416", "M5417", "M48062"),
    CERVICAL_EPIDURAL("62321", null, "M5412", "M5413"),
    LUMBAR_TRANSFORAMINAL("64483", "64484", "M5416", "M5417"),
    CERVICAL_TRANSFORAMINAL("64479", "64480", "M5412"),
    LUMBAR_FACET("64493", "64494", "M47816", "M47817"),
    CERVICAL_FACET("64490", "64491", "M47812"),
    LUMBAR_ABLATION("64635", "64636", "M47816", "M47817"),
    CERVICAL_ABLATION("64633", "64634", "M47812"),
    SACROILIAC("27096", null, "M533", "M461"),
    JOINT("20610", null, "M1711", "M1712"),
    TRIGGER_POINT("20553", null, "M7918"),
    STIMULATION("63650", null, "M961", "G894");

    private final String code;
    private final @Nullable String addOn;

    @SuppressWarnings("ImmutableEnumChecker") // a list that List.of made
    private final List<String> diagnoses;

    Plan(String code, @Nullable String addOn, String... diagnoses) {
      this.code = code;
      this.addOn = addOn;
      this.diagnoses = List.of(diagnoses);
    }

    /** HCPCS code of the procedure. */
    public String code() {
      return code;
    }

    @Nullable String addOn() {
      return addOn;
    }

    List<String> diagnoses() {
      return diagnoses;
    }

    /** What is done beside it on some days: it ranks below or above it. */
    @Nullable String second() {
      return switch (this) {
        case JOINT, SACROILIAC, LUMBAR_EPIDURAL -> TRIGGER_POINT.code;
        case TRIGGER_POINT, LUMBAR_TRANSFORAMINAL -> JOINT.code;
        case LUMBAR_FACET -> CERVICAL_FACET.code;
        case CERVICAL_FACET, LUMBAR_ABLATION -> SACROILIAC.code;
        case CERVICAL_EPIDURAL, CERVICAL_TRANSFORAMINAL, CERVICAL_ABLATION, STIMULATION -> null;
      };
    }

    /** Whether the procedure counts as an epidural session. */
    public boolean isEpidural() {
      return name().endsWith("EPIDURAL") || name().endsWith("TRANSFORAMINAL");
    }

    /** Whether the procedure is of the left or the right side. */
    public boolean isOneSided() {
      return this == JOINT || this == SACROILIAC || addOn != null;
    }
  }

  /** The third level of a facet block. */
  static final String LUMBAR_THIRD_LEVEL = "64495";

  /** The third level of a facet block. */
  static final String CERVICAL_THIRD_LEVEL = "64492";

  /** Add-on codes that count levels in units. */
  static final Set<String> SEVERAL_UNITS = Set.of("64480", "64484", "64634", "64636");

  static final List<String> NEW_PATIENT = List.of("99203", "99204");

  /** Visits of established patients, the usual ones more than once. */
  public static final List<String> ESTABLISHED =
      List.of("99212", "99213", "99213", "99214", "99214", "99215");

  /** The visit of an established patient that is billed most. */
  static final String USUAL_VISIT = "99214";

  /** Imaging whose professional part is billed with modifier 26. */
  public static final List<String> IMAGING = List.of("77003", "77002", "76000");

  /** What is paid only where nothing else is paid that day. */
  static final String OXIMETRY = "94760";

  /** Part of a physician's service in the office, and of the facility's in a facility. */
  static final String INJECTION = "96372";

  /** Drugs, that the physician fee schedule does not price. */
  static final List<String> DRUGS = List.of("J1010", "J1100", "J3301");

  /** Codes that are no more, of which old charge sheets still remind. */
  public static final List<String> DELETED = List.of("62311", "72275");

  /** A device whose value is for facilities only. */
  public static final String FACILITY_ONLY = "62350";

  /** The plans, in the order of their declaration. */
  public static final List<Plan> PLANS = List.of(Plan.values());

  /** Every code that can be billed. */
  public static final Set<String> CODES = codes();

  private ServiceCatalog() {}

  private static Set<String> codes() {
    List<String> codes = new ArrayList<>();
    for (Plan plan : Plan.values()) {
      codes.add(plan.code());
      if (plan.addOn() != null) {
        codes.add(plan.addOn());
      }
    }
    codes.addAll(
        List.of(LUMBAR_THIRD_LEVEL, CERVICAL_THIRD_LEVEL, FACILITY_ONLY, OXIMETRY, INJECTION));
    codes.addAll(NEW_PATIENT);
    codes.addAll(ESTABLISHED);
    codes.addAll(IMAGING);
    codes.addAll(DRUGS);
    codes.addAll(DELETED);
    return Set.copyOf(new HashSet<>(codes));
  }

  /** Whether a HCPCS code is an office visit. */
  public static boolean isVisitCode(String code) {
    return code.startsWith("992");
  }

  /** Whether a HCPCS code is a further level of a procedure, which is never reduced. */
  public static boolean isAddOn(String code) {
    return code.equals(LUMBAR_THIRD_LEVEL)
        || code.equals(CERVICAL_THIRD_LEVEL)
        || PLANS.stream().anyMatch(plan -> code.equals(plan.addOn()));
  }

  /** Whether a HCPCS code is a drug, which has no fee. */
  public static boolean isDrug(String code) {
    return code.startsWith("J");
  }
}
