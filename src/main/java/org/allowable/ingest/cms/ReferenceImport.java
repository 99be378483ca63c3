package org.allowable.ingest.cms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.ingest.cms.ImportReport.Outcome;
import org.allowable.ingest.cms.ImportReport.State;
import org.allowable.ingest.cms.Recognition.Recognised;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Makes reference tables of the CMS files in a directory: all of them or, if one must be refused,
 * none.
 */
public final class ReferenceImport {

  private static final Pattern RELEASE = Pattern.compile("20\\d\\d[A-D]R?");

  /**
   * What is to be imported.
   *
   * @param source directory with CMS files, also in its folders
   * @param reference directory of the reference tables; made if there is none
   * @param release the release of files that do not say it themselves, such as 2025D
   * @param replace whether a release that is there with other content is replaced
   */
  public record Request(Path source, Path reference, @Nullable String release, boolean replace) {}

  // A file and the release it says it is; the complaint where it does not say.
  private record Candidate(Recognised file, String release, @Nullable InputException complaint) {}

  private ReferenceImport() {}

  /**
   * Imports.
   *
   * @throws InputException where the source is no directory, holds no file, or the release is not
   *     written as CMS does
   */
  public static ImportReport run(Request request, Progress progress) {
    List<Candidate> candidates = candidates(request);
    List<Outcome> outcomes = new ArrayList<>();
    try (Staging staging = Staging.open(request.reference())) {
      Path shipped = ReferenceLibrary.unpackShipped(staging.scratch());
      DatedRules rules = DatedRules.read(request.reference(), shipped);
      TableImport tables = new TableImport(staging, rules, shipped, request.replace());
      for (Candidate candidate : candidates) {
        Outcome outcome = outcome(candidate, tables);
        outcomes.add(outcome);
        progress.stage(candidate.file().source().name() + ": " + outcome.sentence());
      }
      ImportReport report = new ImportReport(outcomes);
      if (!report.isRefused()) {
        staging.publish();
      }
      return report;
    } catch (IOException e) {
      throw new InputException(
          request.reference()
              + " cannot be written. Check that you may write there and that there"
              + " is room. Nothing was imported.",
          e);
    }
  }

  private static Outcome outcome(Candidate candidate, TableImport tables) throws IOException {
    Recognised file = candidate.file();
    Path path = file.source().path();
    if (!file.kind().isImported()) {
      return new Outcome(path, State.NOT_IMPORTED, "not imported: " + file.kind().label());
    }
    try {
      if (candidate.complaint() != null) {
        throw candidate.complaint();
      }
      return tables.add(file, candidate.release());
    } catch (InputException e) {
      return new Outcome(path, State.REFUSED, "refused: " + e.getMessage());
    }
  }

  // Earlier releases first: a later one is compared with what was there before it.
  private static List<Candidate> candidates(Request request) {
    String release = request.release();
    if (release != null && !RELEASE.matcher(release).matches()) {
      throw new InputException(
          "A release is a year and a letter, A for January, B for April, C for July and D for"
              + " October, such as 2025D.");
    }
    List<Candidate> candidates = new ArrayList<>();
    for (Path path : files(request)) {
      candidates.add(candidate(Recognition.recognise(new SourceFile(path)), release));
    }
    candidates.sort(
        Comparator.comparing((Candidate c) -> !c.file().kind().isImported())
            .thenComparing(Candidate::release)
            .thenComparing(c -> c.file().source().path()));
    return candidates;
  }

  private static Candidate candidate(Recognised file, @Nullable String release) {
    boolean hasRelease = file.kind().isImported() && file.kind() != FileKind.ZIP_LOCALITY;
    try {
      return new Candidate(file, hasRelease ? ReleaseName.of(file, release) : "", null);
    } catch (InputException e) {
      return new Candidate(file, "", e);
    }
  }

  private static List<Path> files(Request request) {
    Path source = request.source();
    if (!Files.isDirectory(source)) {
      throw new InputException(
          "There is no directory " + source + ". Unpack the files from CMS and name the folder.");
    }
    Path reference = request.reference().toAbsolutePath().normalize();
    try (Stream<Path> walk = Files.walk(source)) {
      List<Path> files =
          walk.filter(Files::isRegularFile)
              .filter(file -> !file.toAbsolutePath().normalize().startsWith(reference))
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new InputException(source + " holds no files. Unpack the files from CMS there.");
      }
      return files;
    } catch (IOException e) {
      throw SourceFile.unreadable(source, e);
    }
  }
}
