package org.allowable.job;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.allowable.model.ReportTitle;
import org.jspecify.annotations.Nullable;

/**
 * The runs in a folder, newest first, by their manifests.
 *
 * @param runs whole runs
 * @param unreadable folders whose manifest cannot be read, by their paths
 */
public record RunList(List<SealedRun> runs, List<Path> unreadable) {

  private static final JsonFactory JSON = new JsonFactory();
  private static final String JOB = "job";
  private static final String RUN_ID = "run_id";
  private static final String REPORT = "report";
  private static final String INPUTS = "inputs";
  private static final String UNTITLED = "";

  /**
   * A run.
   *
   * @param place its folder
   * @param job name of the job
   * @param runId its fingerprint
   * @param title how it is listed; all empty for a run of before titles were kept
   * @param sealed when it was written
   */
  public record SealedRun(
      Path place, String job, String runId, ReportTitle title, Instant sealed) {}

  /** Keeps its own lists. */
  public RunList {
    runs = List.copyOf(runs);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Lists the runs in a folder and in the folders in it, which several practices have. What is no
   * run is passed over.
   *
   * @throws IOException if the folder cannot be read
   */
  public static RunList of(Path out) throws IOException {
    List<SealedRun> runs = new ArrayList<>();
    List<Path> unreadable = new ArrayList<>();
    for (Path folder : folders(out)) {
      if (Files.exists(folder.resolve(RunDirectory.MANIFEST))) {
        add(folder, runs, unreadable);
      } else {
        for (Path inner : foldersIfReadable(folder)) {
          if (Files.exists(inner.resolve(RunDirectory.MANIFEST))) {
            add(inner, runs, unreadable);
          }
        }
      }
    }
    runs.sort(
        Comparator.comparing(SealedRun::sealed)
            .reversed()
            .thenComparing(run -> run.place().toString()));
    return new RunList(runs, unreadable.stream().sorted().toList());
  }

  /**
   * How a run is listed.
   *
   * @param run its folder
   * @return all empty for a run of before titles were kept
   * @throws IOException if its manifest cannot be read
   */
  public static ReportTitle title(Path run) throws IOException {
    SealedRun read = read(run);
    return read == null ? new ReportTitle(UNTITLED, UNTITLED, UNTITLED, UNTITLED) : read.title();
  }

  private static List<Path> folders(Path in) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(in)) {
      for (Path entry : entries) {
        // What begins with a dot is being written, or is a tool's.
        if (Files.isDirectory(entry) && !String.valueOf(entry.getFileName()).startsWith(".")) {
          folders.add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return folders;
  }

  private static List<Path> foldersIfReadable(Path in) {
    try {
      return folders(in);
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void add(Path folder, List<SealedRun> runs, List<Path> unreadable) {
    try {
      @Nullable SealedRun run = read(folder);
      if (run != null) {
        runs.add(run);
      }
    } catch (IOException e) {
      unreadable.add(folder);
    }
  }

  // Null where it is the manifest of something else.
  private static @Nullable SealedRun read(Path folder) throws IOException {
    Path manifest = folder.resolve(RunDirectory.MANIFEST);
    Map<String, String> said = new HashMap<>();
    Map<String, String> title = new HashMap<>();
    if (!Files.isRegularFile(manifest)) {
      throw new IOException("no file");
    }
    try (JsonParser parser = JSON.createParser(manifest.toFile())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no object");
      }
      // What is asked for stands before the lists of files, which may be long.
      while (!said.containsKey(INPUTS) && parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        if (name.equals(REPORT) && value == JsonToken.START_OBJECT) {
          texts(parser, title);
        } else {
          said.put(name, String.valueOf(parser.getText()));
          parser.skipChildren();
        }
      }
    }
    String job = said.get(JOB);
    String runId = said.get(RUN_ID);
    if (job == null || runId == null) {
      return null;
    }
    return new SealedRun(
        folder,
        job,
        runId,
        new ReportTitle(
            title.getOrDefault("title", UNTITLED),
            title.getOrDefault("subtitle", UNTITLED),
            title.getOrDefault("headline", UNTITLED),
            // Before its name was kept it was the job's.
            title.getOrDefault("workbook", job + ".xlsx")),
        Files.getLastModifiedTime(manifest).toInstant());
  }

  private static void texts(JsonParser parser, Map<String, String> into) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        into.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
  }
}
