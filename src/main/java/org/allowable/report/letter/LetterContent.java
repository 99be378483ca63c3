package org.allowable.report.letter;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.report.TableBlock;

/**
 * What stands for the placeholders of a letter.
 *
 * @param title what the file says it is
 * @param asOf the day of the letter, which its files are dated by
 * @param words texts by placeholder; several lines have line feeds between
 * @param tables tables by placeholder
 */
public record LetterContent(
    String title, Instant asOf, Map<String, String> words, Map<String, TableBlock> tables) {

  /** Copies the maps. */
  public LetterContent {
    words = Collections.unmodifiableMap(new LinkedHashMap<>(words));
    tables = Collections.unmodifiableMap(new LinkedHashMap<>(tables));
  }

  /** All placeholders that are known. */
  public Set<String> known() {
    Set<String> known = new TreeSet<>(words.keySet());
    known.addAll(tables.keySet());
    return known;
  }
}
