package org.allowable.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** The reference directory that a command works with. */
final class References {

  private References() {}

  /**
   * The directory that the user named, or one that holds nothing, so that the shipped tables count.
   *
   * @throws InputException if the named one is not there
   */
  static Path orShipped(@Nullable Path named) {
    if (named == null) {
      return Path.of("reference-that-ships");
    }
    if (!Files.isDirectory(named)) {
      throw new InputException(
          "There is no reference folder "
              + named
              + ". Make one with 'allowable reference import', or leave --reference out.");
    }
    return named;
  }
}
