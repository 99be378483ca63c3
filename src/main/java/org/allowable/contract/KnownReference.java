package org.allowable.contract;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * What the loaded reference tables know: a contract that names something else is refused.
 *
 * @param codes procedure codes of all loaded relative value releases
 * @param releases relative value releases with the first day of each
 * @param localities carrier and locality, with a slash between
 * @param settings settings of places of service
 * @param placesOfService codes of places of service
 */
public record KnownReference(
    Set<String> codes,
    Map<String, LocalDate> releases,
    Set<String> localities,
    Set<String> settings,
    Set<String> placesOfService) {

  /** Where nothing is loaded: enough for contracts that are percents of current Medicare. */
  public static final KnownReference NOTHING =
      new KnownReference(Set.of(), Map.of(), Set.of(), Set.of(), Set.of());

  /** Copies the collections. */
  public KnownReference {
    codes = Set.copyOf(codes);
    releases = Map.copyOf(releases);
    localities = Set.copyOf(localities);
    settings = Set.copyOf(settings);
    placesOfService = Set.copyOf(placesOfService);
  }
}
