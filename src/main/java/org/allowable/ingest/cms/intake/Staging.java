package org.allowable.ingest.cms.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.model.Table;

/**
 * New tables that are written beside the reference directory's and enter it together at the end. A
 * move that fails takes back those before it.
 */
final class Staging implements Closeable {

  private final Path reference;
  private final boolean isNewReference;
  private final Path folder;
  private final StagingLock lock;
  private final Map<Path, Path> staged = new TreeMap<>();

  private Staging(Path reference, boolean isNewReference, Path folder, StagingLock lock) {
    this.lock = lock;
    this.reference = reference;
    this.isNewReference = isNewReference;
    this.folder = folder;
  }

  /**
   * Starts; the reference directory is made if there is none. What an import left that was killed
   * is removed.
   */
  static Staging open(Path reference) throws IOException {
    boolean isNew = !Files.exists(reference);
    Files.createDirectories(reference);
    for (Path left : StagingLock.leftIn(reference)) {
      delete(left);
    }
    Path folder = Files.createTempDirectory(reference, StagingLock.PREFIX);
    return new Staging(reference, isNew, folder, StagingLock.hold(folder));
  }

  /** A folder for what the import needs while it runs. */
  Path scratch() throws IOException {
    return Files.createDirectories(folder.resolve("scratch"));
  }

  /** Writes a table's file, to be published later. */
  void write(Table table, String release, List<List<String>> rows) throws IOException {
    Path relative = relative(table, release);
    Path file = folder.resolve("new").resolve(relative);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    ReferenceCsv.write(file, table, rows);
    staged.put(relative, file);
  }

  /** Whether this import has written the table's file. */
  boolean isStaged(Table table, String release) {
    return staged.containsKey(relative(table, release));
  }

  /** The table's file: the new one or, if there is none, the one in the reference directory. */
  Optional<Path> current(Table table, String release) {
    Path relative = relative(table, release);
    Path file = staged.getOrDefault(relative, reference.resolve(relative));
    return Stream.of(file, packed(file)).filter(Files::isRegularFile).findFirst();
  }

  /** The releases of a table, new and old. */
  NavigableSet<String> releases(Table table) {
    NavigableSet<String> releases = new TreeSet<>();
    Stream.concat(staged.keySet().stream(), ReferenceLibrary.files(reference, table).stream())
        .filter(file -> String.valueOf(file.getParent()).endsWith(table.name()))
        .map(file -> String.valueOf(file.getFileName()).replaceAll("\\.csv(\\.gz)?$", ""))
        .forEach(releases::add);
    return releases;
  }

  /** Moves all that was written into the reference directory, or nothing. */
  void publish() throws IOException {
    Deque<Path> done = new ArrayDeque<>();
    try {
      for (Map.Entry<Path, Path> file : staged.entrySet()) {
        Path target = reference.resolve(file.getKey());
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        keepOld(file.getKey(), target);
        done.push(file.getKey());
        move(file.getValue(), target);
        removePacked(packed(file.getKey()), done);
      }
    } catch (IOException e) {
      takeBack(done);
      throw e;
    }
  }

  // What is imported takes the place of a packed file of the same name too.
  private void removePacked(Path relative, Deque<Path> done) throws IOException {
    Path target = reference.resolve(relative);
    if (Files.exists(target)) {
      keepOld(relative, target);
      done.push(relative);
      Files.delete(target);
    }
  }

  private static Path packed(Path file) {
    return file.resolveSibling(file.getFileName() + ".gz");
  }

  private void keepOld(Path relative, Path target) throws IOException {
    if (Files.exists(target)) {
      Path old = folder.resolve("old").resolve(relative);
      Files.createDirectories(Objects.requireNonNull(old.getParent()));
      Files.copy(target, old);
    }
  }

  private void takeBack(Deque<Path> done) throws IOException {
    for (Path relative : done) {
      Path old = folder.resolve("old").resolve(relative);
      if (Files.exists(old)) {
        move(old, reference.resolve(relative));
      } else {
        Files.deleteIfExists(reference.resolve(relative));
      }
    }
  }

  private static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Path relative(Table table, String release) {
    return release.isEmpty()
        ? Path.of(table.name() + ".csv")
        : Path.of(table.name(), release + ".csv");
  }

  @Override
  public void close() throws IOException {
    lock.close();
    delete(folder);
    if (isNewReference) {
      try {
        Files.delete(reference);
      } catch (DirectoryNotEmptyException e) {
        return;
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.deleteIfExists(file);
    }
  }
}
