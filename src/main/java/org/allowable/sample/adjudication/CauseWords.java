package org.allowable.sample.adjudication;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.allowable.config.Practice.PercentOfMedicare;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.Visit;
import org.jspecify.annotations.Nullable;

/** Causes of underpayments as a worklist words them. */
public final class CauseWords {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
  private static final String NOT_EXPLAINED = "Not explained";

  private CauseWords() {}

  /** The words for why less was allowed for a line of a visit than should be. */
  public static String of(@Nullable String cause, Visit visit, SamplePractice cast) {
    if (cause == null) {
      return NOT_EXPLAINED;
    }
    int lastYear = visit.date().getYear() - 1;
    return switch (cause) {
      case Underpayments.ESCALATOR -> earlierRate(visit);
      case Underpayments.PRIOR_YEAR_FACTOR -> "Conversion factor of " + lastYear;
      case Underpayments.PRIOR_YEAR_FEES -> "Fee schedule of " + lastYear;
      case Underpayments.PRIOR_YEAR_VALUES -> "RVUs of " + lastYear;
      case Underpayments.FACILITY_RATE -> "Wrong setting (facility rate)";
      case Underpayments.SEQUESTRATION -> "Sequestration";
      case Underpayments.OTHER_LOCALITY ->
          "Locality %s/%s"
              .formatted(visit.site().site().carrier(), cast.localityBeside(visit.site().site()));
      case Underpayments.PRACTITIONER -> "85% of a practitioner";
      case Underpayments.RANKED_SECOND -> "Ranked second";
      case Underpayments.UNDUE_REDUCTION -> "Multiple-procedure cut not due";
      default -> NOT_EXPLAINED;
    };
  }

  private static String earlierRate(Visit visit) {
    PercentOfMedicare before = visit.patient().payer().termBefore(visit.date());
    if (before == null || before.to() == null) {
      return NOT_EXPLAINED;
    }
    return "Earlier rate (%s%% to %s)"
        .formatted(before.percent().stripTrailingZeros().toPlainString(), DAY.format(before.to()));
  }
}
