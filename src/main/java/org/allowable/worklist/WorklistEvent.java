package org.allowable.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.allowable.model.Sha256;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * One edit of one field of a row of the worklist. It is recorded once and never changed.
 *
 * @param number of the edit in its warehouse, from 1
 * @param id a hash of what was edited, from what and to what
 * @param recordedAt when it was read from the workbook
 * @param row of what
 * @param claimId as the sheet showed the claim
 * @param field which
 * @param value a code, an ISO day or a text; null where the field was cleared
 * @param baseId the edit that stood in the field for the editor; null for the program's own value
 * @param isConflict whether somebody else had edited the field meanwhile: then it counts for
 *     nothing
 * @param by whose workbook it was; null where nobody said
 * @param cause the row's cause then; null where it had none
 * @param sourceSha256 of the workbook
 */
public record WorklistEvent(
    int number,
    String id,
    Instant recordedAt,
    WorklistRow row,
    String claimId,
    WorklistField field,
    @Nullable String value,
    @Nullable String baseId,
    boolean isConflict,
    @Nullable String by,
    @Nullable String cause,
    String sourceSha256) {

  private static final int ID_DIGITS = 24;

  /**
   * The hash by which an edit is known.
   *
   * @param before how many edits of the field the editor knew
   */
  static String id(
      WorklistRow row,
      WorklistField field,
      @Nullable String value,
      @Nullable String baseId,
      int before) {
    String text =
        String.join(
            "\n",
            row.billingNpi(),
            row.claimKey(),
            row.payer(),
            field.name(),
            value == null ? "-" : "=" + value,
            Objects.requireNonNullElse(baseId, "-"),
            Integer.toString(before));
    return Sha256.of(text).substring(0, ID_DIGITS);
  }

  /** The same edit as another warehouse numbers it. */
  WorklistEvent in(int otherNumber, boolean isInConflict) {
    return new WorklistEvent(
        otherNumber,
        id,
        recordedAt,
        row,
        claimId,
        field,
        value,
        baseId,
        isInConflict,
        by,
        cause,
        sourceSha256);
  }

  /** As a row of {@code worklist_event}. */
  public @Nullable Object[] values() {
    return new @Nullable Object[] {
      number,
      id,
      recordedAt.truncatedTo(ChronoUnit.SECONDS).toString(),
      LocalDate.ofInstant(recordedAt, ZoneOffset.UTC),
      row.billingNpi(),
      row.claimKey(),
      claimId,
      row.payer(),
      field.name(),
      value,
      baseId,
      isConflict,
      by,
      cause,
      sourceSha256
    };
  }

  /** From a row of {@code worklist_event}. */
  public static WorklistEvent of(@Nullable Object[] values) {
    return new WorklistEvent(
        (Integer) Objects.requireNonNull(values[place("event_number")]),
        text(values, "event_id"),
        Instant.parse(text(values, "recorded_at")),
        new WorklistRow(
            text(values, "billing_npi"), text(values, "claim_key"), text(values, "payer")),
        text(values, "claim_id"),
        WorklistField.valueOf(text(values, "edited_field")),
        (String) values[place("edited_value")],
        (String) values[place("base_event_id")],
        (Boolean) Objects.requireNonNull(values[place("is_conflict")]),
        (String) values[place("edited_by")],
        (String) values[place("worklist_cause")],
        text(values, "source_sha256"));
  }

  private static String text(@Nullable Object[] values, String column) {
    return (String) Objects.requireNonNull(values[place(column)], column);
  }

  private static int place(String column) {
    return Warehouse.WORKLIST_EVENT.indexOf(column);
  }
}
