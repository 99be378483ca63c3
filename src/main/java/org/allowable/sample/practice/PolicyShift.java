package org.allowable.sample.practice;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.Visit.Service;
import org.jspecify.annotations.Nullable;

/**
 * What a payer does otherwise from a day of service on, without a word.
 *
 * @param code HCPCS code of the lines without modifiers that it is about
 * @param percent of what it allowed before; null where it denies
 */
public record PolicyShift(
    CastPayer payer, String code, LocalDate from, @Nullable BigDecimal percent) {

  /** Whether the payer of a visit does so on its day. */
  public boolean holds(Visit visit) {
    return visit.patient().payer().index() == payer.index() && !visit.date().isBefore(from);
  }

  /** Whether a line is one of those that it is about. */
  public boolean isAbout(Service service) {
    return service.code().equals(code) && service.modifiers().isEmpty();
  }
}
