package org.allowable.job;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.allowable.config.Practice;

/** What the practice file says of all lines alike, as parameters of SQL. */
final class PracticeSettings {

  private PracticeSettings() {}

  /** Participation in an advanced payment model, and in Medicare. */
  static Map<String, Object> parameters(Practice practice) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("apm_status", practice.apmStatus().name().toLowerCase(Locale.ROOT));
    parameters.put(
        "participation",
        Objects.requireNonNull(practice.participation()).name().toLowerCase(Locale.ROOT));
    return parameters;
  }
}
