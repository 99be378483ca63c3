package org.allowable.ingest.x12;

/** The composite that names a procedure: qualifier, code, up to four modifiers, description. */
final class Procedure {

  private static final int QUALIFIER = 2;
  private static final int MODIFIERS = 4;
  private static final int DESCRIPTION = 7;

  private Procedure() {}

  /**
   * Fills the columns of a procedure.
   *
   * @param prefix what the names of the columns begin with, such as {@code submitted_}
   */
  static void fill(TableRow row, Segment segment, int element, String prefix) {
    row.set(prefix + "hcpcs_code", segment.component(element, 2));
    for (int m = 1; m <= MODIFIERS; m++) {
      row.set(prefix + "hcpcs_modifier_" + m, segment.component(element, 2 + m));
    }
  }

  /**
   * Fills the qualifier's column.
   *
   * @throws QuarantineException if the composite was not taken apart: then every procedure of the
   *     file would go in without a code
   */
  static void fillQualifier(TableRow row, Segment segment, int element) {
    String qualifier = segment.component(element, 1);
    if (qualifier != null && qualifier.length() != QUALIFIER) {
      throw segment.fault(
          element,
          "does not begin with a qualifier of two characters: the separator that ISA16 names is"
              + " not the one in use");
    }
    row.set("procedure_qualifier", qualifier);
  }

  /** Fills the description's column. */
  static void fillDescription(TableRow row, Segment segment, int element) {
    row.set("procedure_description", segment.component(element, DESCRIPTION));
  }
}
