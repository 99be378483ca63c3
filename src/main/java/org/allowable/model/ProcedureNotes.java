package org.allowable.model;

/** What procedure notes say, as the practice exports it. */
public final class ProcedureNotes {

  /**
   * One procedure that a note describes. It belongs to the claim lines of its {@code claim_id} and
   * {@code service_date}, or, without a claim identifier, to those of its {@code patient_key} (the
   * warehouse's), {@code rendering_npi} and date. A null means that the note does not say.
   *
   * <p>{@code approach}: interlaminar, transforaminal, caudal, facet, facet_ablation,
   * sacroiliac_joint, or another word of {@link CodingReference#PROCEDURE_MEANING}. {@code levels}:
   * such as {@code L4-L5; L5-S1}. {@code imaging}: fluoroscopy, ct, ultrasound or none. {@code
   * substances}: each as {@code name | dose | volume}, apart by semicolons. {@code response} is
   * that to the injection before.
   */
  public static final Table PROCEDURE_NOTE =
      Table.of(
          "procedure_note",
          "note_id",
          """
          note_id string not null,
          claim_id string,
          patient_key string,
          rendering_npi string,
          service_date date not null,
          approach string,
          levels string,
          imaging string,
          is_image_kept boolean,
          is_catheter boolean,
          substances string,
          is_consent_recorded boolean,
          conservative_treatment string,
          response string
          """);

  private ProcedureNotes() {}
}
