package org.allowable.contract;

import org.allowable.model.InputException;

/**
 * Where something is said.
 *
 * @param file the file's name
 * @param line from 1
 */
public record FileLocation(String file, int line) {

  /** A complaint about it, in one sentence that says what to do. */
  InputException wrong(String sentence) {
    return new InputException(this + ": " + sentence);
  }

  @Override
  public String toString() {
    return file + ", line " + line;
  }
}
