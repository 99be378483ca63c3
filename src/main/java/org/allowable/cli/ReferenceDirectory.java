package org.allowable.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.jspecify.annotations.Nullable;

/** The reference directory that a command works with. */
final class ReferenceDirectory {

  private ReferenceDirectory() {}

  /**
   * The directory that the user named, or one that holds nothing, so that the shipped tables count.
   *
   * @throws InputException if the named one is not there, or holds no table: the shipped tables
   *     would pass for it
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
    if (Reference.TABLES.stream()
        .allMatch(table -> ReferenceLibrary.files(named, table).isEmpty())) {
      throw new InputException(
          "The reference folder "
              + named
              + " holds none of the known tables, such as relative_value/ or gpci/. Import CMS files"
              + " into it with 'allowable reference import', or leave --reference out.");
    }
    return named;
  }
}
