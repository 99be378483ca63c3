package org.allowable.model;

/**
 * CMS's coding edits: how much of a code, and which codes beside each other.
 *
 * @see Reference
 */
public final class ReferenceEdits {

  /**
   * The most units of a code that Medicare pays a practitioner, on a line (adjudication indicator
   * 1) or on a day (2 by policy, 3 by clinical judgement). The rationale is our own label of CMS's
   * category. Source: CMS NCCI practitioner MUE table.
   */
  public static final Table MEDICALLY_UNLIKELY_EDIT =
      Table.of(
          "medically_unlikely_edit",
          "release, hcpcs_code",
          """
          release string not null, effective_from_date date not null,
          hcpcs_code string not null, unit_limit int not null,
          adjudication_indicator string not null, rationale string
          """
              + Reference.SOURCE_FILE);

  /**
   * Code pairs of which Medicare pays a practitioner only the first on a day, unless the modifier
   * indicator (0 never, 1 with a modifier, 9 does not apply) lets a modifier separate them. The
   * start is null where the source does not say it; the deletion date is CMS's, the last day on
   * which the pair holds, null while it does; a pair deleted on its first day never held. Source:
   * CMS NCCI practitioner procedure-to-procedure edits.
   */
  public static final Table PROCEDURE_PAIR =
      Table.of(
          "procedure_pair",
          "column_1_code, column_2_code, effective_from_date, deletion_date",
          """
          column_1_code string not null, column_2_code string not null,
          effective_from_date date, deletion_date date, modifier_indicator string not null
          """
              + Reference.SOURCE_FILE);

  /**
   * Add-on codes with the codes that they may be added to. A primary code of CCCCC means that the
   * contractor says which. Edit type 1: only these; 2: as the contractor says; 3: these and what
   * the contractor adds. Source: CMS NCCI add-on code edits.
   */
  public static final Table ADD_ON_CODE =
      Table.of(
          "add_on_code",
          "primary_code, add_on_code",
          """
          primary_code string not null, add_on_code string not null, edit_type string not null
          """
              + Reference.SOURCE_FILE);

  private ReferenceEdits() {}
}
