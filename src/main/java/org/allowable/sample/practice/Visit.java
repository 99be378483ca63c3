package org.allowable.sample.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.allowable.config.Practice;
import org.allowable.sample.practice.SamplePractice.CastSite;
import org.jspecify.annotations.Nullable;

/**
 * A patient's visit: what was done, where, by whom; it becomes one claim.
 *
 * @param number counts visits from 0 in the order of their days
 * @param sessionsBefore epidural sessions of the same region in the twelve months before
 * @param isEpidural whether this visit is such a session
 * @param lacksComponent whether imaging in a facility is first billed without modifier 26
 * @param isOriginalUnknown whether the claim is first sent as the correction of one that an earlier
 *     billing system sent
 */
public record Visit(
    long number,
    LocalDate date,
    Patient patient,
    CastSite site,
    boolean namesFacility,
    boolean isEpidural,
    int sessionsBefore,
    List<String> diagnoses,
    boolean lacksComponent,
    boolean isOriginalUnknown,
    List<Service> services) {

  // Claim numbers keep eight digits; a longer history would run out of them.
  private static final long CLAIM_BASE = 100_000_000L;

  /** The patient control number of the claim. */
  public String claimId() {
    return "PM" + Long.toString(CLAIM_BASE + number).substring(1);
  }

  /** The NPI of the physician who rendered it, as the practice file says. */
  public String physicianNpi(Practice practice) {
    return practice.physicians().get(patient.physician()).npi();
  }

  /** The NPI of the facility, if the claim names one. */
  public @Nullable String facilityNpi() {
    return namesFacility ? site.site().facilityNpi() : null;
  }

  /** US dollars, all lines together. */
  public BigDecimal charge() {
    BigDecimal sum = Money.ZERO;
    for (Service service : services) {
      sum = sum.add(service.charge());
    }
    return sum;
  }

  /**
   * A service line.
   *
   * @param number counts lines of the claim from 1
   * @param controlNumber line item control number, which some claims do not carry
   * @param pointers positions of its diagnoses, from 1
   * @param charge US dollars for all units
   */
  public record Service(
      int number,
      @Nullable String controlNumber,
      String code,
      List<String> modifiers,
      int units,
      BigDecimal charge,
      List<Integer> pointers) {

    Service charged(BigDecimal other) {
      return new Service(number, controlNumber, code, modifiers, units, other, pointers);
    }

    /** The same line with other modifiers. */
    public Service withModifiers(List<String> others) {
      return new Service(number, controlNumber, code, others, units, charge, pointers);
    }
  }
}
