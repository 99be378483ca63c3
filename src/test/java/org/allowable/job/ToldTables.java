package org.allowable.job;

import java.util.List;
import org.allowable.model.Progress;

/**
 * Keeps what a run says of its tables.
 *
 * @param lines where to
 */
record ToldTables(List<String> lines) implements Progress {

  @Override
  public void stage(String line) {}

  @Override
  public void table(String line) {
    lines.add(line);
  }
}
