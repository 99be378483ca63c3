package org.allowable.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.allowable.model.Table;
import org.allowable.model.Tables;

/**
 * One SELECT of a file and the table that it makes.
 *
 * @param name of the table
 * @param resource the file on the class path
 */
public record SqlStep(String name, String resource) {

  private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
  private static final Pattern WORD = Pattern.compile("\\w+");
  // A rule stands once: a file may be another SELECT over another table.
  private static final Pattern SAME =
      Pattern.compile("(?m)^-- Same as (\\S+), with (\\w+) for (\\w+)\\.$");

  // Files on the class path stay as they are; each is asked several times in a run.
  private static final Map<String, Set<String>> WORDS = new ConcurrentHashMap<>();

  /**
   * The table's contract.
   *
   * @throws IllegalArgumentException if none is declared
   */
  public Table makes() {
    return Tables.named(name);
  }

  /**
   * The SELECT, as it stands in the file; where that says "Same as 01-room/file, with one_table for
   * another.", the other file's over that table.
   */
  public String text() {
    String own = file(resource);
    Matcher same = SAME.matcher(own);
    if (!same.find()) {
      return own;
    }
    String other = COMMENT.matcher(file("jobs/" + same.group(1) + ".sql")).replaceAll("");
    return own + other.replaceAll("\\b" + same.group(3) + "\\b", same.group(2));
  }

  private static String file(String resource) {
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
    return WORDS.computeIfAbsent(resource, each -> words()).stream()
        .filter(names::contains)
        .collect(Collectors.toSet());
  }

  private Set<String> words() {
    return WORD.matcher(COMMENT.matcher(text()).replaceAll(""))
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }
}
