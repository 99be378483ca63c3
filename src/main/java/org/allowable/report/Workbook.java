package org.allowable.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A report as sheets. The same workbook makes the same file, byte for byte: it holds no clock.
 *
 * @param title what it is
 * @param subtitle for whom and when: practice, month, basis
 * @param asOf when its data were complete: the file's creation date
 * @param hasPatientInformation whether every printed page must say so
 * @param properties further document properties, such as the run's id
 * @param documentTitle what the file says it is, wherever it is sent
 * @param sheets in order; every sheet but the first leads back to the first
 */
public record Workbook(
    String title,
    String subtitle,
    Instant asOf,
    boolean hasPatientInformation,
    Map<String, String> properties,
    String documentTitle,
    List<Sheet> sheets) {

  /** Keeps its own collections. */
  public Workbook {
    properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    sheets = List.copyOf(sheets);
    if (sheets.isEmpty()) {
      throw new IllegalArgumentException("A workbook needs a sheet");
    }
  }

  /** A workbook whose file says no more than its title. */
  public Workbook(
      String title,
      String subtitle,
      Instant asOf,
      boolean hasPatientInformation,
      Map<String, String> properties,
      List<Sheet> sheets) {
    this(title, subtitle, asOf, hasPatientInformation, properties, title, sheets);
  }

  /** The same workbook, as its file is called. */
  public Workbook called(ReportFileName name) {
    return new Workbook(
        title, subtitle, asOf, hasPatientInformation, properties, name.words(), sheets);
  }

  /** The known assumptions of all sheets by name. */
  public Map<String, BigDecimal> inputs() {
    Map<String, BigDecimal> inputs = new LinkedHashMap<>();
    for (Sheet sheet : sheets) {
      for (Block block : sheet.blocks()) {
        if (block instanceof Assumptions assumptions) {
          inputs.putAll(assumptions.values());
        }
      }
    }
    return inputs;
  }
}
