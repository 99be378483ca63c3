package org.allowable.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.allowable.model.Sha256;
import org.allowable.sql.SqlStep;

/**
 * Names tables by all that they are computed from, down to the input files: two tables of one key
 * hold the same rows.
 */
public final class CacheKeys {

  private final String program;
  private final Map<String, String> keys = new HashMap<>();

  /**
   * No table yet.
   *
   * @param program names the code that computes, so that no other code's tables are taken for its
   */
  public CacheKeys(String program) {
    this.program = program;
  }

  /** Names an input by its content. */
  public void input(String table, String content) {
    keys.put(table, Sha256.of(content));
  }

  /** Whether a table has a key. */
  public boolean knows(String table) {
    return keys.containsKey(table);
  }

  /**
   * Names the table that a step makes: by its SELECT, what it reads, and the parameters it names.
   *
   * @param views every view of the session
   * @throws IllegalStateException if the step reads a view that has no key
   */
  public void add(SqlStep step, Map<String, Object> parameters, Set<String> views) {
    Set<String> names = new HashSet<>(views);
    names.addAll(keys.keySet());
    String select = step.text();
    StringBuilder text = new StringBuilder(program).append('\n').append(select);
    for (String read : new TreeSet<>(step.reads(names))) {
      text.append('\n').append(read).append('=').append(of(read));
    }
    new TreeMap<>(parameters)
        .forEach(
            (name, value) -> {
              if (select.contains(":" + name)) {
                text.append("\n:").append(name).append('=').append(value);
              }
            });
    keys.put(step.name(), Sha256.of(text.toString()));
  }

  /**
   * The key of a table, in hexadecimal.
   *
   * @throws IllegalStateException if it has none
   */
  public String of(String table) {
    String key = keys.get(table);
    if (key == null) {
      throw new IllegalStateException("Nothing says what is in the table " + table);
    }
    return key;
  }
}
