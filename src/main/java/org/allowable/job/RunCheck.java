package org.allowable.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.allowable.model.Sha256;

/** Holds the files of a run against its manifest. */
public final class RunCheck {

  private static final ObjectMapper JSON = new ObjectMapper();

  private RunCheck() {}

  /**
   * What is not as the run wrote it.
   *
   * @param run its folder
   * @return one line a file, in the order of their paths: missing, changed or added; none where all
   *     is as it was
   * @throws InputException if it is no run's folder, or cannot be read
   */
  public static List<String> changes(Path run) {
    Map<String, String> written = written(run);
    Map<String, String> changes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file :
          files.filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS)).toList()) {
        String path = run.relativize(file).toString().replace('\\', '/');
        if (path.equals(RunDirectory.MANIFEST)) {
          continue;
        }
        String sha256 = written.remove(path);
        if (sha256 == null) {
          changes.put(path, "added");
        } else if (!Files.isRegularFile(file) || !Sha256.of(file).equals(sha256)) {
          changes.put(path, "changed");
        }
      }
    } catch (IOException e) {
      throw new InputException("The run " + run + " cannot be read.", e);
    }
    written.keySet().forEach(path -> changes.put(path, "missing"));
    List<String> lines = new ArrayList<>();
    changes.forEach((path, change) -> lines.add(path + " " + change));
    return lines;
  }

  /** Whether {@code LATEST} beside a run names it. */
  static boolean isNewest(Path run) throws IOException {
    Path latest = run.resolveSibling(RunDirectory.LATEST);
    return Files.isRegularFile(latest)
        && Files.readString(latest).strip().equals(String.valueOf(run.getFileName()));
  }

  // Paths with their sha256.
  private static Map<String, String> written(Path run) {
    Path file = run.resolve(RunDirectory.MANIFEST);
    if (!Files.isRegularFile(file)) {
      throw new InputException(
          run
              + ": expected the folder of a run with its "
              + RunDirectory.MANIFEST
              + ", found none. Name a folder that a report wrote.");
    }
    Map<String, String> written = new TreeMap<>();
    try {
      JsonNode outputs = JSON.readTree(file.toFile()).path("outputs");
      for (JsonNode output : outputs) {
        written.put(
            Objects.requireNonNull(output.path("path").asText()),
            Objects.requireNonNull(output.path("sha256").asText()));
      }
    } catch (IOException e) {
      throw damaged(file, e);
    }
    if (written.isEmpty()) {
      throw damaged(file, null);
    }
    return written;
  }

  private static InputException damaged(
      Path file, @org.jspecify.annotations.Nullable IOException cause) {
    String sentence =
        file
            + ": expected the manifest of a run, found a damaged file. Move the folder away and make"
            + " the report again.";
    return cause == null ? new InputException(sentence) : new InputException(sentence, cause);
  }
}
