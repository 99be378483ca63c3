package org.allowable.job;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.allowable.engine.Engine;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.jspecify.annotations.Nullable;

/** Claim lines as the adjudication hands them on: what patients had, and what became of it. */
final class SessionHistory {

  /** NPI of the practice's own surgery center. */
  static final String FACILITY = "1999999968";

  private final List<Line> lines = new ArrayList<>();

  /** A line, paid unless it is said otherwise. */
  static final class Line {
    private final String claim;
    private final String patient;
    private final String payer;
    private final LocalDate date;
    private final String code;
    private String billing = "1999999984";
    private String modifiers = "";
    private int units = 1;
    private String status = "current";
    private boolean isAnswered = true;
    private boolean wasAnswered = true;
    private boolean isPaid = true;
    private boolean isPartly;
    private boolean namesPatient = true;
    private @Nullable String reason;
    private @Nullable String remark;
    private LocalDate answered;

    private Line(String claim, String patient, String payer, LocalDate date, String code) {
      this.claim = claim;
      this.patient = patient;
      this.payer = payer;
      this.date = date;
      this.code = code;
      this.answered = date.plusDays(20);
    }

    Line units(int number) {
      units = number;
      return this;
    }

    Line modified(String modifier) {
      modifiers = modifier;
      return this;
    }

    Line status(String lineStatus) {
      status = lineStatus;
      return this;
    }

    Line ofFacility() {
      billing = FACILITY;
      return this;
    }

    Line ofNobody() {
      namesPatient = false;
      return this;
    }

    Line open() {
      isAnswered = false;
      wasAnswered = false;
      isPaid = false;
      return this;
    }

    Line takenBack() {
      isAnswered = false;
      isPaid = false;
      return this;
    }

    Line denied(String reasonCode) {
      reason = reasonCode;
      isPaid = false;
      return this;
    }

    Line denied(String reasonCode, String remarkCode) {
      remark = remarkCode;
      return denied(reasonCode);
    }

    Line partlyDenied(String reasonCode) {
      reason = reasonCode;
      isPartly = true;
      return this;
    }

    Line answered(String day) {
      answered = LocalDate.parse(day);
      return this;
    }

    String claim() {
      return claim;
    }

    String patient() {
      return patient;
    }

    String payer() {
      return payer;
    }

    LocalDate date() {
      return date;
    }

    String code() {
      return code;
    }

    int units() {
      return units;
    }

    boolean isPaid() {
      return isPaid && status.equals("current");
    }

    boolean counts() {
      return status.equals("current") && (isAnswered || !wasAnswered);
    }
  }

  /** Adds a line, which is a claim of its own, by the patient's name. */
  Line line(String patient, String payer, String day, String code) {
    return line("C%04d".formatted(lines.size()), patient, payer, LocalDate.parse(day), code);
  }

  /** Adds a line to a claim of that name. */
  Line line(String claim, String patient, String payer, LocalDate day, String code) {
    Line line = new Line(claim, patient, payer, day, code);
    lines.add(line);
    return line;
  }

  /** A visit long before, so that the patient is no stranger when sessions are counted. */
  SessionHistory known(String patient, String payer) {
    line(patient, payer, "2019-01-07", "99213");
    return this;
  }

  /** Paid sessions of a code, each a claim of its own. */
  SessionHistory paid(String patient, String payer, String code, String... days) {
    Arrays.stream(days).forEach(day -> line(patient, payer, day, code));
    return this;
  }

  List<Line> lines() {
    return lines;
  }

  /** Makes the lines the tables that the steps read. */
  void register(Engine engine) {
    rows(engine, Tables.named("stg_claim_line"), SessionHistory::staged);
    rows(engine, Tables.named("int_submission"), SessionHistory::submission);
    rows(engine, Tables.named("int_adjudicated_line"), SessionHistory::adjudicated);
    rows(engine, Tables.named("int_line_event"), SessionHistory::event);
  }

  private interface Values {
    Map<String, Object> of(Line line, long key);
  }

  private void rows(Engine engine, Table table, Values values) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Map<String, Object> cells = values.of(lines.get(i), i);
      rows.add(table.columnNames().stream().map(cells::get).toArray());
    }
    engine.rows(table, rows);
  }

  private static Map<String, Object> staged(Line line, long key) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("claim_line_key", key);
    cells.put("submission_id", "S" + key);
    if (line.namesPatient) {
      cells.put("patient_key", line.patient);
    }
    cells.put("billing_npi", line.billing);
    cells.put("service_date", line.date);
    return cells;
  }

  private static Map<String, Object> submission(Line line, long key) {
    return Map.of("submission_id", "S" + key, "line_status", line.status);
  }

  private static Map<String, Object> adjudicated(Line line, long key) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("claim_line_key", key);
    cells.put("claim_id", line.claim);
    cells.put("claim_line_number", 1);
    cells.put("line_status", line.status);
    cells.put("payer", line.payer);
    cells.put("payer_class", "commercial");
    cells.put("rendering_npi", "1999999943");
    cells.put("physician", "A. Adler");
    cells.put("site", "Office");
    cells.put("hcpcs_code", line.code);
    cells.put("modifiers", line.modifiers);
    cells.put("service_unit_quantity", new BigDecimal(line.units).setScale(3));
    cells.put("service_date", line.date);
    cells.put("charge_amount", new BigDecimal("500.00"));
    cells.put("is_adjudicated", line.isAnswered);
    if (line.wasAnswered) {
      cells.put("first_payment_date", line.answered);
    }
    if (line.isAnswered) {
      answer(cells, line);
    }
    cells.put("is_denied", line.reason != null && !line.isPartly);
    cells.put("is_partly_denied", line.isPartly);
    cells.put("is_duplicate", "18".equals(line.reason) && !line.isPartly);
    return cells;
  }

  private static Map<String, Object> event(Line line, long key) {
    Map<String, Object> cells = new HashMap<>();
    cells.put("claim_line_key", key);
    cells.put("is_answer", line.isAnswered);
    cells.put("remark_codes", line.remark == null ? new String[0] : line.remark.split(" "));
    if (line.isAnswered) {
      cells.put("payment_date", line.answered);
    }
    if (line.reason != null) {
      cells.put("denial_kind", line.isPartly ? "reduced" : "denied");
      Map<String, Object> denial = new LinkedHashMap<>();
      denial.put("amount", new BigDecimal("500.00"));
      denial.put("group_code", "CO");
      denial.put("reason_code", line.reason);
      cells.put("denial", denial);
    }
    return cells;
  }

  private static void answer(Map<String, Object> cells, Line line) {
    cells.put("payment_date", line.answered);
    cells.put("payment_month", line.answered.toString().substring(0, 7));
    cells.put("latest_paid_amount", new BigDecimal(line.isPaid ? "100.00" : "0.00"));
    cells.put("patient_responsibility_amount", new BigDecimal("0.00"));
    if (line.reason != null) {
      cells.put("denial_group_code", "CO");
      cells.put("denial_reason_code", line.reason);
    }
    if (line.remark != null) {
      cells.put("remark_codes", line.remark);
    }
  }
}
