package org.allowable.sample.adjudication;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a payer pays nothing, as a remittance says it and as the truth names it.
 *
 * @param name the denial group
 * @param groupCode CO, PR, OA or PI
 * @param reasonCode claim adjustment reason code
 * @param remarkCode remittance advice remark code
 * @param isClaimLevel whether the remittance has no service lines
 */
public record Denial(
    String name,
    String groupCode,
    String reasonCode,
    @Nullable String remarkCode,
    boolean isClaimLevel) {

  static final Denial COVERAGE_ENDED = of("Registration", "CO", "27", null);
  static final Denial NOT_INSURED = new Denial("Registration", "CO", "31", null, true);
  static final Denial OTHER_PAYER = of("Coordination of benefits", "CO", "22", null);

  /** No authorization was on file. */
  public static final Denial NO_AUTHORIZATION = of("Authorization", "CO", "197", null);

  static final Denial TOO_LATE = of("Timely filing", "CO", "29", null);

  /** The claim lacks information. */
  public static final Denial INFORMATION_MISSING = of("Documentation", "CO", "16", "M127");

  /** The payer has the claim already. */
  public static final Denial DUPLICATE = of("Duplicate", "OA", "18", "N522");

  static final Denial NOT_CERTIFIED = of("Credentialing", "CO", "B7", "N570");
  static final Denial NOT_COVERED = of("Non-covered", "PR", "204", "N130");
  static final Denial BUNDLED = of("Bundling", "CO", "97", "M15");
  static final Denial PAIR_EDIT = of("Bundling", "CO", "236", null);
  static final Denial PAID_WITH_OTHERS = of("Bundling", "CO", "97", "N20");
  static final Denial PLACE = of("Coding", "CO", "5", "M77");
  static final Denial MODIFIER = of("Coding", "CO", "4", "N519");
  static final Denial CODE_INCOMPLETE = of("Coding", "CO", "16", "M76");
  static final Denial CODE_INVALID = of("Coding", "CO", "181", "M20");
  static final Denial NOT_NECESSARY = of("Medical necessity", "CO", "50", "M25");

  /** Named medical necessity; the session count may show that it is a frequency limit. */
  static final Denial NOT_NECESSARY_BY_POLICY = of("Medical necessity", "CO", "50", "N115");

  /** The ways in which payers say that there were too many. */
  static final List<Denial> TOO_MANY =
      List.of(
          of("Frequency", "CO", "119", "N362"),
          of("Frequency", "CO", "151", "N115"),
          of("Frequency", "CO", "273", null),
          of("Frequency", "PR", "119", "N640"),
          NOT_NECESSARY_BY_POLICY);

  private static Denial of(
      String name, String groupCode, String reasonCode, @Nullable String remarkCode) {
    return new Denial(name, groupCode, reasonCode, remarkCode, false);
  }

  /** The same said by a payer without a contract, which has no contractual obligation to name. */
  Denial payerInitiated() {
    return groupCode.equals("CO")
        ? new Denial(name, "PI", reasonCode, remarkCode, isClaimLevel)
        : this;
  }

  boolean isPatientsToPay() {
    return groupCode.equals("PR");
  }
}
