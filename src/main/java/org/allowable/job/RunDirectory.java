package org.allowable.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.PrivateFiles;
import org.allowable.ingest.parquet.ProcessLock;
import org.allowable.model.InputException;
import org.allowable.model.Sha256;
import org.allowable.model.Unfinished;
import org.jspecify.annotations.Nullable;

/**
 * The directory of one run: filled beside its place, sealed by its manifest, then renamed whole. An
 * earlier run is never touched, and one with the same inputs and settings has the same name.
 */
public final class RunDirectory implements Closeable {

  /** The file that says that a run is whole, and what it holds. */
  public static final String MANIFEST = "manifest.json";

  /** The file that names the newest run. */
  static final String LATEST = "LATEST";

  private static final String STAGING = ".staging-";

  private static final int MOST_TRIES = 20;

  // Between a run's name and what the system adds to it.
  private static final String RANDOM = "-";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  private final Path place;
  private final Path staging;
  private final RunLock lock;
  private final Unfinished unfinished;

  private RunDirectory(Path place, Path staging, RunLock lock) {
    this.place = place;
    this.staging = staging;
    this.lock = lock;
    unfinished = Unfinished.begin("the report " + place.getFileName(), this::close);
  }

  /**
   * A file of a run.
   *
   * @param path relative to the run's directory
   */
  public record Output(String path, long bytes, String sha256) {}

  /** Where a run of that name is, or would be. */
  public static Path place(Path out, String name) {
    return out.resolve(name);
  }

  /**
   * Whether a run of that name is there, sealed and as it was written; then it is the newest again.
   *
   * @throws InputException if it is there and was changed
   */
  public static boolean isDone(Path out, String name) {
    Path place = place(out, name);
    if (!Files.isRegularFile(place.resolve(MANIFEST))) {
      return false;
    }
    List<String> changes = RunCheck.changes(place);
    if (!changes.isEmpty()) {
      throw new InputException(
          place
              + " was made before and is not as it was made: "
              + String.join("; ", changes)
              + ". Move the folder away and run again, to make it anew.");
    }
    try {
      if (!RunCheck.isNewest(place)) {
        point(place);
      }
    } catch (IOException e) {
      throw cannotBeWritten(out, e);
    }
    return true;
  }

  /**
   * Starts a run's directory.
   *
   * @param out the folder of all runs
   * @param name of the run
   * @throws InputException if the folder cannot be written, or another command is making this run
   */
  public static RunDirectory begin(Path out, String name) {
    try {
      Files.createDirectories(out);
      RunLock lock = RunLock.hold(out, name);
      try {
        return new RunDirectory(place(out, name), staging(out, name), lock);
      } catch (IOException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw cannotBeWritten(out, e);
    }
  }

  private static InputException cannotBeWritten(Path out, IOException cause) {
    return new InputException(
        "The output folder " + out + " cannot be written. Name another with --out.", cause);
  }

  private static Path staging(Path out, String name) throws IOException {
    sweep(out, name);
    return Files.createTempDirectory(
        out,
        STAGING + name + RANDOM,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  /** The folder to write the run's files to, until it is sealed. */
  public Path folder() {
    return staging;
  }

  /**
   * Writes the manifest and puts the run in its place in one move.
   *
   * @param manifest what went in and came out, but for the outputs, which are listed here
   * @return the run's place
   */
  public Path seal(Manifest manifest) throws IOException {
    List<Output> outputs = outputs();
    JSON.writeValue(staging.resolve(MANIFEST).toFile(), manifest.with(outputs));
    restrict();
    unfinished.finish(
        () -> {
          Files.move(staging, place, StandardCopyOption.ATOMIC_MOVE);
          point(place);
        });
    return place;
  }

  // Its draft is swept like what a killed run left.
  private static void point(Path place) throws IOException {
    Path pointer =
        Files.createTempFile(
            place.getParent(),
            STAGING + place.getFileName() + RANDOM,
            LATEST.toLowerCase(Locale.ROOT));
    Files.writeString(pointer, place.getFileName() + "\n");
    Files.move(pointer, place.resolveSibling(LATEST), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Throws the directory away unless it was sealed. */
  @Override
  public synchronized void close() throws IOException {
    try (unfinished;
        lock) {
      for (int tries = 1; Files.exists(staging); tries++) {
        delete(tries == MOST_TRIES);
      }
    }
  }

  // Where the process is told to end, another thread may still be writing to it.
  private void delete(boolean isLast) throws IOException {
    try {
      PrivateFiles.delete(staging);
    } catch (IOException | UncheckedIOException e) {
      if (isLast) {
        throw e;
      }
    }
  }

  private List<Output> outputs() throws IOException {
    List<Output> outputs = new ArrayList<>();
    for (Path file : files(staging)) {
      String path = staging.relativize(file).toString().replace('\\', '/');
      outputs.add(new Output(path, Files.size(file), Sha256.of(file)));
    }
    return outputs;
  }

  private void restrict() throws IOException {
    for (Path file : files(staging)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }

  // What runs left behind when they were killed, this one's and others': of a run that lives,
  // somebody holds the lock. Nothing that cannot be removed stops this run.
  private static void sweep(Path out, String name) throws IOException {
    try (Stream<Path> entries = Files.list(out)) {
      for (Path entry : entries.toList()) {
        String found = String.valueOf(entry.getFileName());
        int random = found.lastIndexOf(RANDOM);
        if (found.startsWith(STAGING) && random > STAGING.length()) {
          sweepOne(out, entry, found.substring(STAGING.length(), random), name);
        }
      }
    }
  }

  private static void sweepOne(Path out, Path entry, String run, String name) {
    try {
      if (run.equals(name)) {
        PrivateFiles.delete(entry);
        return;
      }
      @Nullable ProcessLock lock = RunLock.tryHold(out, run);
      if (lock != null) {
        try {
          PrivateFiles.delete(entry);
        } finally {
          lock.remove();
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // It stays for the next run.
    }
  }
}
