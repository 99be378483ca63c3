package org.allowable.report.scorecard;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.allowable.config.DateBasis;
import org.allowable.model.ReportPeriod;
import org.allowable.report.ReportFileName;

/**
 * What scorecards say beside their numbers.
 *
 * @param practice its name
 * @param period that they are of
 * @param dateBasis which date puts a line into it
 * @param smallNumber of fewer lines nothing is told
 * @param fewLines of fewer lines a number is gray
 * @param runId as the manifest states it
 */
public record ScorecardFacts(
    String practice,
    ReportPeriod period,
    DateBasis dateBasis,
    int smallNumber,
    int fewLines,
    String runId) {

  // The period's end: a fixed point, so that the same inputs give the same file.
  Instant asOf() {
    return period.last().plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  ReportFileName fileName(String what) {
    String basis = dateBasis == DateBasis.PAYMENT ? " by payment date" : "";
    return ReportFileName.of(practice, period.label(), what + basis);
  }

  Map<String, String> properties() {
    return Map.of("run id", runId);
  }

  String subtitle() {
    return "%s \u00b7 %s by %s date"
        .formatted(practice, period.inWords(), dateBasis.name().toLowerCase(Locale.ROOT));
  }
}
