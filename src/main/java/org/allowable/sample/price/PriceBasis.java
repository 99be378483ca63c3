package org.allowable.sample.price;

import java.time.LocalDate;

/**
 * By what a service is priced: what holds for its place and day, or what a payer takes for it.
 *
 * @param isFacility whether the facility rate is taken
 * @param locality whose indices are taken, of the same carrier
 * @param valueDate the day whose relative values are taken
 * @param indexDate the day whose geographic indices are taken
 * @param factorDate the day whose conversion factor is taken
 */
public record PriceBasis(
    boolean isFacility,
    String locality,
    LocalDate valueDate,
    LocalDate indexDate,
    LocalDate factorDate) {

  /** What holds for a place on a day. */
  static PriceBasis of(boolean isFacility, String locality, LocalDate date) {
    return new PriceBasis(isFacility, locality, date, date, date);
  }

  /** The same with the facility rate. */
  public PriceBasis atFacility() {
    return new PriceBasis(true, locality, valueDate, indexDate, factorDate);
  }

  /** The same with another locality's indices. */
  public PriceBasis inLocality(String other) {
    return new PriceBasis(isFacility, other, valueDate, indexDate, factorDate);
  }

  /** The same with the relative values of another day. */
  public PriceBasis withValuesOf(LocalDate other) {
    return new PriceBasis(isFacility, locality, other, indexDate, factorDate);
  }

  /** The same with the conversion factor of another day. */
  public PriceBasis withFactorOf(LocalDate other) {
    return new PriceBasis(isFacility, locality, valueDate, indexDate, other);
  }

  /** The same with relative values, indices and conversion factor of another day. */
  public PriceBasis withFeesOf(LocalDate other) {
    return of(isFacility, locality, other);
  }
}
