package org.allowable.report.packet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.allowable.config.Letterhead;
import org.allowable.report.ReportFileName;

/**
 * What packets say beside their claims.
 *
 * @param practice its name
 * @param payer the practice's name for the payer
 * @param letterhead of the practice
 * @param asOf the day of the letters
 * @param runId as the manifest states it
 */
public record PacketFacts(
    String practice, String payer, Letterhead letterhead, LocalDate asOf, String runId) {

  Instant instant() {
    return asOf.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  ReportFileName fileName(String what) {
    return ReportFileName.of(practice, asOf.toString(), what);
  }

  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("run id", runId);
    properties.put("as of", asOf.toString());
    return properties;
  }
}
