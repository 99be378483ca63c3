package org.allowable.ingest.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The diagnosis codes of a claim, in the order to which lines point. */
final class Diagnoses {

  private static final int MOST = 12;
  private static final Set<String> ICD_10 = Set.of("ABK", "ABF");
  private static final Set<String> ICD_9 = Set.of("BK", "BF");

  private final List<String> tenth = new ArrayList<>();
  private final List<String> ninth = new ArrayList<>();

  /** Takes an HI segment; those of other code lists are passed over. */
  void accept(Segment hi) {
    for (int i = 1; i <= hi.size(); i++) {
      String list = hi.component(i, 1);
      String code = hi.component(i, 2);
      if (list == null || code == null) {
        continue;
      }
      if (ICD_10.contains(list)) {
        add(tenth, code, hi, i);
      } else if (ICD_9.contains(list)) {
        add(ninth, code, hi, i);
      }
    }
  }

  /** Fills the columns: the ICD-10 codes, or where there are none the ICD-9 codes. */
  void fill(TableRow row) {
    List<String> codes = tenth.isEmpty() ? ninth : tenth;
    for (int i = 0; i < codes.size(); i++) {
      row.set("diagnosis_code_" + (i + 1), codes.get(i));
    }
  }

  private static void add(List<String> codes, String code, Segment hi, int element) {
    if (codes.size() == MOST) {
      throw hi.fault(element, "is a 13th diagnosis of a claim; at most 12 are allowed");
    }
    codes.add(code);
  }
}
