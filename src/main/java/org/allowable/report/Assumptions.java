package org.allowable.report;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers that the reader may change, in blue: label, number, unit, note.
 *
 * @param heading a small heading; may be empty
 * @param entries from top to bottom
 */
public record Assumptions(String heading, List<Assumption> entries) implements Block {

  /** Keeps its own list. */
  public Assumptions {
    entries = List.copyOf(entries);
  }

  /** The known numbers by name. */
  public Map<String, BigDecimal> values() {
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (Assumption entry : entries) {
      BigDecimal value = entry.value();
      if (value != null) {
        values.put(entry.name(), value);
      }
    }
    return values;
  }
}
