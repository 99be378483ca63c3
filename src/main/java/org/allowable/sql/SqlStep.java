package org.allowable.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allowable.model.Table;

/**
 * One SELECT of a file and the table that it promises to make.
 *
 * @param makes the table's contract
 * @param resource the file on the class path
 */
public record SqlStep(Table makes, String resource) {

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
  private static final Pattern WORD = Pattern.compile("\\w+");

  /** The SELECT, as it stands in the file. */
  public String text() {
    try (InputStream in = SqlStep.class.getResourceAsStream("/" + resource)) {
      if (in == null) {
        throw new IllegalStateException("No SQL file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Which of some tables the SELECT names.
   *
   * @param names of tables that stand before this one
   */
  public Set<String> reads(Set<String> names) {
    return WORD.matcher(COMMENT.matcher(text()).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .filter(names::contains)
        .collect(Collectors.toSet());
  }
}
