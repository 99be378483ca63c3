package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.FileKind.Together;
import org.allowable.ingest.cms.kind.QuarterName;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.kind.ReleaseName;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.ingest.cms.source.ArchiveReader;
import org.allowable.ingest.cms.source.CmsFile;
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
   * @param isExtract whether the files hold some codes of their release alone
   */
  public record Request(
      Path source, Path reference, @Nullable String release, boolean replace, boolean isExtract) {

    /** Whole releases. */
    public Request(Path source, Path reference, @Nullable String release, boolean replace) {
      this(source, reference, release, replace, false);
    }
  }

  // A file and the release it says it is; the complaint where it does not say.
  private record Candidate(
      RecognizedFile file, String release, @Nullable InputException complaint) {}

  private ReferenceImport() {}

  /**
   * Imports.
   *
   * @throws InputException where the source is no directory, holds no file, or the release is not
   *     written as CMS does
   */
  public static ImportReport run(Request request, Progress progress) {
    refuseMisspelt(request.release());
    try (ArchiveReader archives = new ArchiveReader()) {
      return run(request, candidates(request, archives), progress);
    } catch (IOException e) {
      throw new InputException(
          "The import's temporary folder cannot be removed; its name starts with"
              + " allowable-import-. Remove it.",
          e);
    }
  }

  private static ImportReport run(Request request, List<Candidate> candidates, Progress progress) {
    List<FileOutcome> outcomes = new ArrayList<>();
    try (Staging staging = Staging.open(request.reference())) {
      Path shipped = ReferenceLibrary.unpackShipped(staging.scratch());
      DatedRules rules = DatedRules.read(request.reference(), shipped);
      ExtractMarks marks = new ExtractMarks(staging, request.isExtract());
      TableImport tables = new TableImport(staging, rules, shipped, marks, request.replace());
      for (List<Candidate> together : together(candidates)) {
        for (FileOutcome outcome : outcomes(together, tables)) {
          outcomes.add(outcome);
          progress.stage(outcome.file().getFileName() + ": " + outcome.sentence());
        }
      }
      ImportReport report = new ImportReport(outcomes);
      if (!report.isRefused()) {
        marks.stage();
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

  // Files that make one table come as one list, in the order of their kinds.
  private static Collection<List<Candidate>> together(List<Candidate> candidates) {
    Map<List<Object>, List<Candidate>> together = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      CmsFile source = candidate.file().source();
      Together with =
          candidate.complaint() == null ? candidate.file().kind().together() : Together.NOT;
      List<Object> key =
          switch (with) {
            case NOT -> List.of(candidate);
            case IN_A_FOLDER_AND_RELEASE -> List.of(source.folderPath(), candidate.release());
            case ALL_PAIRS, ALL_ZIP_CODES -> List.of(with);
          };
      together.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
    }
    together.values().forEach(group -> group.sort(Comparator.comparing(c -> c.file().kind())));
    return together.values();
  }

  private static List<FileOutcome> outcomes(List<Candidate> together, TableImport tables)
      throws IOException {
    Candidate first = together.get(0);
    Path path = first.file().source().path();
    if (first.complaint() == null && !first.file().kind().isImported()) {
      String label = first.file().kind().label();
      return List.of(new FileOutcome(path, State.NOT_IMPORTED, "not imported: " + label));
    }
    try {
      if (first.complaint() != null) {
        throw first.complaint();
      }
      return tables.add(together.stream().map(Candidate::file).toList(), first.release());
    } catch (InputException e) {
      List<FileOutcome> outcomes = new ArrayList<>();
      outcomes.add(new FileOutcome(path, State.REFUSED, "refused: " + e.getMessage()));
      together.stream()
          .skip(1)
          .map(c -> c.file().source().path())
          .map(p -> new FileOutcome(p, State.NOT_IMPORTED, "not imported: it goes with " + path))
          .forEach(outcomes::add);
      return outcomes;
    }
  }

  private static void refuseMisspelt(@Nullable String release) {
    if (release != null && !RELEASE.matcher(release).matches()) {
      throw new InputException(
          "A release is a year and a letter, A for January, B for April, C for July and D for"
              + " October, such as 2025D.");
    }
  }

  // Earlier releases first: a later one is compared with what was there before it.
  private static List<Candidate> candidates(Request request, ArchiveReader archives) {
    List<Candidate> candidates = new ArrayList<>();
    for (Path path : files(request)) {
      candidates.addAll(candidates(new CmsFile(path), request.release(), archives));
    }
    candidates.sort(
        Comparator.comparing((Candidate c) -> !c.file().kind().isImported())
            .thenComparing(Candidate::release)
            .thenComparing(c -> c.file().source().path())
            .thenComparing(c -> c.file().source().sheet()));
    return candidates;
  }

  private static List<Candidate> candidates(
      CmsFile file, @Nullable String release, ArchiveReader archives) {
    try {
      return archives.files(file).stream()
          .flatMap(unpacked -> Recognition.sheets(unpacked).stream())
          .map(recognized -> candidate(recognized, release))
          .toList();
    } catch (InputException e) {
      return List.of(new Candidate(new RecognizedFile(file, FileKind.NOT_PLAIN, ""), "", e));
    }
  }

  private static Candidate candidate(RecognizedFile file, @Nullable String release) {
    try {
      return new Candidate(file, release(file, release), null);
    } catch (InputException e) {
      return new Candidate(file, "", e);
    }
  }

  private static String release(RecognizedFile file, @Nullable String given) {
    return switch (file.kind().dating()) {
      case RELEASE -> ReleaseName.of(file, given);
      case QUARTER, QUARTER_OR_YEAR -> QuarterName.of(file, given);
      case NONE, NEVER -> "";
    };
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
      throw CmsFile.unreadable(source, e);
    }
  }
}
