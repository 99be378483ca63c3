package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.model.InputException;

/**
 * The practices of a folder: one folder each, a warehouse with its practice file.
 *
 * @param folder of all practices
 * @param names of their folders, in alphabetical order; at least one
 */
record PracticeFolders(Path folder, List<String> names) {

  /**
   * Lists the folders; what is in them is for their runs to judge.
   *
   * @throws InputException if there is none, or reports would go among them
   */
  static PracticeFolders in(Path folder, Path out) {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "There is no folder "
              + folder
              + ". Name with --practices the folder that holds a warehouse for each practice.");
    }
    try (Stream<Path> entries = Files.list(folder)) {
      List<String> names =
          entries
              .filter(Files::isDirectory)
              .map(entry -> String.valueOf(entry.getFileName()))
              .filter(name -> !name.startsWith("."))
              .sorted()
              .toList();
      if (names.isEmpty()) {
        throw new InputException(
            "The folder "
                + folder
                + " holds no practice. Put there one folder for each: its warehouse, with its"
                + " practice.yaml.");
      }
      PracticeFolders practices = new PracticeFolders(folder, names);
      practices.requireOutside(out);
      return practices;
    } catch (IOException e) {
      throw new InputException("The folder " + folder + " cannot be read by this user.", e);
    }
  }

  // Its reports would pass for another practice the next time.
  private void requireOutside(Path out) throws IOException {
    Path here = folder.toRealPath();
    for (String name : names) {
      if (real(out.resolve(name).toAbsolutePath().normalize()).startsWith(here)) {
        throw new InputException(
            "The reports would go into the folder of the practices "
                + folder
                + ". Name another with --out.");
      }
    }
  }

  // Of a path whose end is not there yet.
  private static Path real(Path path) throws IOException {
    Path parent = path.getParent();
    return Files.exists(path) || parent == null
        ? path.toRealPath()
        : real(parent).resolve(path.getFileName());
  }

  /** The warehouse of a practice. */
  Path warehouse(String name) {
    return folder.resolve(name);
  }
}
