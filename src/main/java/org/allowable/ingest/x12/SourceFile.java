package org.allowable.ingest.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.ingest.cms.source.ArchiveReader;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.model.InputException;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * A file that ingestion was given.
 *
 * @param name path relative to the folder, with forward slashes
 * @param opening opens it anew for each reading
 * @param refusal why nothing of it can be read, with what to do; null if it can
 */
record SourceFile(String name, Opening opening, @Nullable String refusal) {

  /** A file that can be read. */
  SourceFile(String name, Opening opening) {
    this(name, opening, null);
  }

  /** Opens a file. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /**
   * The files below a folder in the order of their names, but for the warehouse's own and those
   * whose name begins with a dot, which systems and transfers leave. A folder of X12 files may lie
   * in the warehouse's folder, and the other way round. What is packed is read as if it were not.
   *
   * @throws InputException if there is no such folder or no file in it
   */
  static List<SourceFile> below(Path folder, FilePlace warehouse, ArchiveReader archives)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder + ": expected a folder of X12 files, found none. Name one with --in.");
    }
    @Nullable Path own = onDisk(warehouse);
    try (Stream<Path> paths = Files.walk(folder)) {
      List<SourceFile> files = new ArrayList<>();
      for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
        if (!isOwn(own, path.toAbsolutePath().normalize())
            && !path.getFileName().toString().startsWith(".")) {
          files.addAll(inside(path, nameIn(folder, path), archives));
        }
      }
      files.sort(Comparator.comparing(SourceFile::name));
      if (files.isEmpty()) {
        throw new InputException(
            folder + ": expected X12 files, found no file. Put them there, or name their folder.");
      }
      return files;
    }
  }

  private static List<SourceFile> inside(Path path, String name, ArchiveReader archives) {
    SourceFile itself = new SourceFile(name, () -> Files.newInputStream(path));
    try {
      if (!ArchiveReader.isPacked(path)) {
        return List.of(itself);
      }
      List<SourceFile> files = new ArrayList<>();
      for (ArchiveReader.Content content : archives.contents(path, name)) {
        Path bytes = content.content();
        files.add(new SourceFile(content.name(), () -> Files.newInputStream(bytes)));
      }
      return files;
    } catch (IOException e) {
      // Said where it is read.
      return List.of(itself);
    } catch (InputException e) {
      String reason =
          "the archive is damaged, protected by a password, too large (more than 2 GB or 2,000"
              + " files), or names places outside of it. Download it again, or unpack it yourself.";
      return List.of(new SourceFile(name, itself.opening(), reason));
    }
  }

  /** How many files below a folder were passed over because their names begin with a dot. */
  static int hiddenBelow(Path folder, FilePlace warehouse) throws IOException {
    @Nullable Path own = onDisk(warehouse);
    try (Stream<Path> paths = Files.walk(folder)) {
      return (int)
          paths
              .filter(Files::isRegularFile)
              .filter(path -> !isOwn(own, path.toAbsolutePath().normalize()))
              .filter(path -> path.getFileName().toString().startsWith("."))
              .count();
    }
  }

  private static @Nullable Path onDisk(FilePlace warehouse) {
    return warehouse.isOnDisk() ? warehouse.onDisk().toAbsolutePath().normalize() : null;
  }

  // Its tables, its patient key, and what begins with an underscore or a dot.
  private static boolean isOwn(@Nullable Path warehouse, Path file) {
    if (warehouse == null || !file.startsWith(warehouse)) {
      return false;
    }
    String entry = warehouse.relativize(file).getName(0).toString();
    return entry.startsWith("_")
        || entry.startsWith(".")
        || entry.equals(PatientKeyFile.NAME)
        || Warehouse.TABLES.stream().anyMatch(table -> table.name().equals(entry));
  }

  /** Hash of the content. */
  String sha256() throws IOException {
    try (FileBytes bytes = new FileBytes(opening.open())) {
      return bytes.drainToSha256();
    } catch (AccessDeniedException e) {
      throw new InputException(
          name + ": expected a file that can be read, found one that this user may not read.", e);
    }
  }

  private static String nameIn(Path folder, Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }
}
