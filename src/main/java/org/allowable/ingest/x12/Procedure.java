package org.allowable.ingest.x12;

import java.util.ArrayList;
import java.util.List;

/** The composite that names a procedure: qualifier, code, up to four modifiers, description. */
final class Procedure {

  private static final int QUALIFIER = 2;
  private static final int MODIFIERS = 4;
  private static final int DESCRIPTION = 7;

  private Procedure() {}

  /** The columns of the procedure that counts. */
  static final List<String> OWN = columns("");

  /** The columns of the procedure that was submitted, where a payer answers to another. */
  static final List<String> SUBMITTED = columns("submitted_");

  private static List<String> columns(String prefix) {
    List<String> columns = new ArrayList<>(List.of(prefix + "hcpcs_code"));
    for (int m = 1; m <= MODIFIERS; m++) {
      columns.add(prefix + "hcpcs_modifier_" + m);
    }
    return List.copyOf(columns);
  }

  /**
   * Fills the columns of a procedure.
   *
   * @param columns {@link #OWN} or {@link #SUBMITTED}
   */
  static void fill(TableRow row, Segment segment, int element, List<String> columns) {
    for (int i = 0; i < columns.size(); i++) {
      row.set(columns.get(i), segment.component(element, 2 + i));
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
