package org.allowable.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Which known key a misspelt one is nearest to. */
public final class NearestKey {

  private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

  // Of a key so many letters long, one more may be wrong.
  private static final int LETTERS_OF_A_SLIP = 4;

  private NearestKey() {}

  /** "Did you mean payers?", or nothing where no known key is near; with a blank before it. */
  public static String hint(String key, Collection<String> known) {
    String said = key.toLowerCase(Locale.ROOT).replace('-', '_');
    Optional<String> nearest =
        known.stream()
            .min(
                Comparator.comparingInt((String one) -> DISTANCE.apply(said, one))
                    .thenComparing(Comparator.naturalOrder()));
    return nearest
        .filter(one -> DISTANCE.apply(said, one) <= 1 + said.length() / LETTERS_OF_A_SLIP)
        .map(" Did you mean %s?"::formatted)
        .orElse("");
  }
}
