package org.allowable.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.allowable.model.InputException;

/** The file that a command was told to write: it is there whole or not at all. */
final class ResultFile {

  private final Path file;

  private ResultFile(Path file) {
    this.file = file;
  }

  /**
   * The file of a name, tried before the work so that a name that cannot be written costs nothing.
   *
   * @param name as the user gave it
   * @throws InputException if no file of that name can be written
   */
  static ResultFile at(String name) {
    Path file = Path.of(name).toAbsolutePath();
    Path folder = file.getParent();
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new InputException(name + " is a folder or a device. Name a file.");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new InputException("There is no folder for " + name + ". Make it, or name another.");
    }
    try {
      // Permissions do not tell: a system's own folder takes no files from anybody.
      Files.delete(draft(folder));
    } catch (IOException e) {
      throw new InputException(
          "Nothing can be written beside " + name + ". Name a file in another folder.", e);
    }
    return new ResultFile(file);
  }

  /** Takes what was made elsewhere; readable by its owner alone, because it may name claims. */
  void take(Path made) throws IOException {
    Path beside = draft(Objects.requireNonNull(file.getParent()));
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        Files.copy(made, out);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static Path draft(Path folder) throws IOException {
    return Files.createTempFile(folder, ".result", ".csv");
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
