package org.allowable.model;

import java.nio.file.Path;

/**
 * Something the user gave is not as it must be. The message is one sentence for that user: what is
 * wrong, where, what was expected and found, what to do. It never carries a cell value.
 */
public final class InputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A complaint in one sentence. */
  public InputException(String sentence) {
    super(sentence);
  }

  /** A complaint in one sentence, with what led to it kept for a debugger. */
  public InputException(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /**
   * A complaint about a place in a file.
   *
   * @param file the file
   * @param place row, column or segment, as the user would look for it
   * @param expected what should stand there
   * @param found what kind of thing stands there; never the value itself
   * @param advice what the user can do
   */
  public static InputException at(
      Path file, String place, String expected, String found, String advice) {
    return at(file.toString(), place, expected, found, advice);
  }

  /** The same of a file that is named otherwise than by a path. */
  public static InputException at(
      String file, String place, String expected, String found, String advice) {
    return new InputException(
        file + ", " + place + ": expected " + expected + ", found " + found + ". " + advice);
  }
}
