package org.allowable.ingest.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders and files that only their owner can read, where the file system knows owners. */
public final class PrivateFiles {

  private static final String FOLDER = "rwx------";
  private static final String FILE = "rw-------";

  private PrivateFiles() {}

  /** Makes a folder and those above it that are not there; what is there stays as it is. */
  public static void createDirectories(Path given) throws IOException {
    Path folder = given.toAbsolutePath().normalize();
    Path parent = folder.getParent();
    if (Files.isDirectory(folder)) {
      return;
    }
    if (parent != null) {
      createDirectories(parent);
    }
    Files.createDirectories(folder);
    restrict(folder, FOLDER);
  }

  /** Makes a file that is not there yet. */
  static void write(Path file, byte[] content) throws IOException {
    Files.createFile(file);
    restrict(file, FILE);
    Files.write(file, content, StandardOpenOption.WRITE);
  }

  /** Takes a file that was just made from all but its owner. */
  public static void restrict(Path file) throws IOException {
    restrict(file, FILE);
  }

  /** Removes a folder with all that is in it. */
  public static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  private static void restrict(Path path, String permissions) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(PosixFilePermissions.fromString(permissions));
    }
  }
}
