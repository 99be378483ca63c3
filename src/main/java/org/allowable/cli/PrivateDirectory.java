package org.allowable.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The process's own temporary folder: nobody else may look into it, everything that spills goes
 * there, and it is gone when the process ends. What a killed process left is swept by the next one.
 */
final class PrivateDirectory implements Closeable {

  private static final String PREFIX = "allowable-";
  private static final int MOST_TRIES = 100;
  private static final long PAUSE_MILLISECONDS = 50;

  private final Path path;

  private PrivateDirectory(Path path) {
    this.path = path;
  }

  /** Makes the folder, and removes those of processes that are no more. */
  static PrivateDirectory create() throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    sweep(parent);
    Path path =
        Files.createTempDirectory(
            parent,
            PREFIX + ProcessHandle.current().pid() + "-",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new PrivateDirectory(path);
  }

  /** The folder. */
  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    delete(path);
  }

  private static void sweep(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path entry : entries.filter(PrivateDirectory::isLeftBehind).toList()) {
        delete(entry);
      }
    }
  }

  private static boolean isLeftBehind(Path entry) {
    String name = entry.getFileName().toString();
    if (!name.matches(PREFIX + "\\d+-\\d+")) {
      return false;
    }
    long pid = Long.parseLong(name.substring(PREFIX.length(), name.indexOf('-', PREFIX.length())));
    return ProcessHandle.of(pid).isEmpty() && Files.isWritable(entry);
  }

  // A process that is told to end has tasks that still write while this deletes.
  static void delete(Path folder) throws IOException {
    for (int tries = 1; Files.exists(folder); tries++) {
      try {
        deleteOnce(folder);
      } catch (IOException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE_MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a folder was removed");
    }
  }

  private static void deleteOnce(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
