package org.allowable.model;

/** Procedure notes, as the practice exports them. */
public final class ProcedureNotes {

  public static final Table PROCEDURE_NOTE = Tables.named("procedure_note");

  private ProcedureNotes() {}
}
