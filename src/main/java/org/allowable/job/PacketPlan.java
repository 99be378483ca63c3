package org.allowable.job;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.config.Practice;
import org.jspecify.annotations.Nullable;

/** The packets for a payer as a plan: what the worklist finds, by letter. */
public final class PacketPlan {

  /** The job. */
  public static final String JOB = "packet";

  private PacketPlan() {}

  /**
   * The packets of a day.
   *
   * @param asOf by which windows have passed or not; answers and claims of later days are left out
   * @param payer the practice's name for it
   * @param cause of the one packet that is wanted; null for all
   * @param template which letter is filled: another makes other packets
   */
  public static ReportPlan of(
      Practice practice, LocalDate asOf, String payer, @Nullable String cause, String template) {
    Map<String, Object> parameters = new HashMap<>(WorklistPlan.of(practice, asOf).parameters());
    parameters.put("asked_payer", payer);
    parameters.put("asked_cause", cause == null ? "" : cause);
    parameters.put("letter_template", template);
    return new ReportPlan(
        JOB,
        asOf.toString(),
        parameters,
        List.of(ReportPlan.CONTROL_TOTALS, "mart_packet_control"),
        List.of(),
        List.of(),
        "");
  }
}
