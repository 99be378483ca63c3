package org.allowable.engine;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Where a run writes the tables that it keeps: for itself alone, or beside the warehouse for the
 * next run that would compute the same.
 *
 * <p>Beside the warehouse a table's folder bears its key, stands under its name only when it is
 * whole, and goes with the state of the warehouse that it was made from.
 */
public final class TableCache implements Closeable {

  /** The folder in a warehouse. May be removed whenever no run is under way. */
  public static final String FOLDER = "_kept";

  private static final int MOST_OF_A_TABLE = 3;
  private static final int KEY_LETTERS = 16;

  private final FilePlace folder;
  private final @Nullable CacheKeys keys;
  private final Set<String> lasting;
  private final @Nullable FileChannel lock;

  private TableCache(
      FilePlace folder, @Nullable CacheKeys keys, Set<String> lasting, @Nullable FileChannel lock) {
    this.folder = folder;
    this.keys = keys;
    this.lasting = Set.copyOf(lasting);
    this.lock = lock;
  }

  /**
   * Tables that end with the run.
   *
   * @param work a folder of the run alone that all who make the tables reach
   */
  public static TableCache ofOneRun(FilePlace work) {
    return new TableCache(work.resolve("kept"), null, Set.of(), null);
  }

  /**
   * Tables that outlast the run; those of other states of the warehouse are removed.
   *
   * @param state names the state of the warehouse, in hexadecimal
   * @param keys the keys of the tables that may be asked for
   * @param lasting tables that a later run is likely to ask for
   */
  public static TableCache in(Path warehouse, String state, CacheKeys keys, Set<String> lasting)
      throws IOException {
    Path all = warehouse.resolve(FOLDER);
    Path folder = all.resolve(state.substring(0, KEY_LETTERS));
    PrivateFiles.createDirectories(folder);
    FileChannel channel =
        FileChannel.open(
            all.resolve("lock"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    PrivateFiles.restrict(all.resolve("lock"));
    sweep(channel, all, folder);
    share(channel);
    return new TableCache(FilePlace.of(folder), keys, lasting, channel);
  }

  /** Whether a later run is likely to ask for a table. */
  public boolean lasts(String table) {
    return lasting.contains(table);
  }

  /** Whether an earlier run left a table whole; then it is kept for the next one too. */
  public boolean has(String table) {
    FilePlace place = place(table);
    if (keys == null || !place.isFolder()) {
      return false;
    }
    try {
      Files.setLastModifiedTime(place.onDisk(), FileTime.from(Instant.now()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  /** The folder of a whole table. */
  public FilePlace place(String table) {
    return folder.resolve(
        keys == null ? table : table + "-" + keys.of(table).substring(0, KEY_LETTERS));
  }

  /** A folder, not there yet, to write a table to. */
  public FilePlace begin(String table) {
    if (keys == null) {
      return place(table);
    }
    long process = ProcessHandle.current().pid();
    return folder.resolve("." + place(table).name() + "-" + process);
  }

  /** Gives a written table its name. */
  public void finish(String table) throws IOException {
    FilePlace written = begin(table);
    FilePlace place = place(table);
    if (written.equals(place)) {
      return;
    }
    if (place.isFolder()) {
      // Another run was sooner: the same rows.
      written.delete();
    } else {
      Files.move(written.onDisk(), place.onDisk(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /** Removes what outlasts the run: the inputs were not what the keys say. */
  public void forget() throws IOException {
    if (keys != null) {
      folder.delete();
    }
  }

  @Override
  public void close() throws IOException {
    if (lock != null) {
      lock.close();
    }
  }

  // Only where no other run reads these tables.
  private static void sweep(FileChannel channel, Path all, Path current) throws IOException {
    try (var alone = channel.tryLock()) {
      if (alone == null) {
        return;
      }
      for (Path state : folders(all)) {
        if (!state.equals(current)) {
          PrivateFiles.delete(state);
        }
      }
      removeAllButTheLast(folders(current));
    } catch (OverlappingFileLockException e) {
      // A run in this very process.
    }
  }

  private static void removeAllButTheLast(List<Path> tables) throws IOException {
    for (Path table : tables) {
      String name = table.getFileName().toString();
      String prefix = name.substring(0, name.lastIndexOf('-') + 1);
      long later =
          tables.stream()
              .filter(other -> other.getFileName().toString().startsWith(prefix))
              .filter(other -> LAST_USED.compare(other, table) > 0)
              .count();
      if (name.startsWith(".") || later >= MOST_OF_A_TABLE) {
        PrivateFiles.delete(table);
      }
    }
  }

  private static final Comparator<Path> LAST_USED =
      Comparator.comparing(path -> path.toFile().lastModified());

  private static List<Path> folders(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isDirectory).toList();
    }
  }

  private static void share(FileChannel channel) throws IOException {
    try {
      channel.lock(0, Long.MAX_VALUE, true);
    } catch (OverlappingFileLockException e) {
      // A run in this very process holds it, so nothing is swept meanwhile.
    }
  }
}
