package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files of a run by their kind: their names say practice and period. */
final class RunFiles {

  private RunFiles() {}

  /** The only file of a folder itself with an ending. */
  static Path only(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> found =
          files.filter(file -> String.valueOf(file.getFileName()).endsWith("." + ending)).toList();
      assertThat(found).as(ending + " in " + folder).hasSize(1);
      return found.get(0);
    }
  }

  /** The only workbook of a folder itself. */
  static Path workbook(Path folder) throws IOException {
    return only(folder, "xlsx");
  }
}
