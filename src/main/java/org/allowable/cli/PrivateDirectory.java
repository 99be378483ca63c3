package org.allowable.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.ProcessLock;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The process's own temporary folder: nobody else may look into it, everything that spills goes
 * there, and it is gone when the process ends. What a killed process left is swept by the next one
 * of the same user: a folder whose lock nobody holds. Whatever else lies beside is left alone.
 */
final class PrivateDirectory implements Closeable {

  private static final String PREFIX = "allowable-";
  private static final int MOST_FOLDERS = 3;
  private static final int MOST_TRIES = 100;
  private static final long PAUSE_MILLISECONDS = 50;

  // The number of the process and one that the system chose, as createTempDirectory writes it.
  private static final Pattern NAME = Pattern.compile(PREFIX + "\\d+-\\d+");

  private final Path path;
  private final ProcessLock lock;

  private PrivateDirectory(Path path, ProcessLock lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * Makes the folder, and removes those of processes that are no more.
   *
   * @throws InputException if there can be none
   */
  static PrivateDirectory create() {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      PrivateDirectory made = make(parent);
      sweep(parent, Files.getOwner(made.path()));
      return made;
    } catch (IOException e) {
      throw new InputException(
          "No temporary folder can be made in "
              + parent
              + ". Make room there, or name another folder in the variable TMPDIR.",
          e);
    }
  }

  // Until its lock is held, another process that sweeps may take a folder for one that was left.
  private static PrivateDirectory make(Path parent) throws IOException {
    for (int folders = 1; ; folders++) {
      Path path =
          Files.createTempDirectory(
              parent,
              PREFIX + ProcessHandle.current().pid() + "-",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try {
        @Nullable ProcessLock lock = ProcessLock.tryHold(path.resolve(ProcessLock.IN_FOLDER));
        if (lock != null) {
          return new PrivateDirectory(path, lock);
        }
        throw new IOException("another process holds the lock of a new folder");
      } catch (IOException e) {
        if (folders == MOST_FOLDERS) {
          throw e;
        }
      }
    }
  }

  /** The folder. */
  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      delete(path);
    }
  }

  // Nothing that lies there stops a command: the next one tries again.
  private static void sweep(Path parent, UserPrincipal user) {
    try (Stream<Path> entries = Files.list(parent)) {
      entries.filter(entry -> isLeft(entry, user)).forEach(PrivateDirectory::tryDelete);
    } catch (IOException | UncheckedIOException e) {
      // A temporary folder that cannot be listed can still be written to.
    }
  }

  private static boolean isLeft(Path entry, UserPrincipal user) {
    try {
      return NAME.matcher(entry.getFileName().toString()).matches()
          && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(entry, LinkOption.NOFOLLOW_LINKS).equals(user)
          && ProcessLock.isLeft(entry);
    } catch (IOException e) {
      return false;
    }
  }

  // Its lock is held meanwhile, so that nobody begins to use what goes.
  private static void tryDelete(Path folder) {
    try (ProcessLock lock = ProcessLock.tryHold(folder.resolve(ProcessLock.IN_FOLDER))) {
      if (lock != null) {
        deleteOnce(folder);
      }
    } catch (IOException e) {
      // It holds something of another user, or is marked as not to be deleted.
    }
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
