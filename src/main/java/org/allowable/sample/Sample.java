package org.allowable.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Stream;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.allowable.model.Unfinished;
import org.allowable.sample.adjudication.Adjudicator;
import org.allowable.sample.claim.LifeMaker;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.sample.practice.VisitCalendar;
import org.allowable.sample.practice.VisitMaker;
import org.allowable.sample.price.ChargeMaster;
import org.allowable.sample.price.FeeOracle;
import org.allowable.sample.price.Pricer;
import org.allowable.sample.price.ReferenceFiles;
import org.allowable.sample.warehouse.PatientKeys;

/**
 * Makes the history of an invented pain practice whose true answers are known.
 *
 * <p>In the folder: a warehouse (as ingestion writes it), {@code practice.yaml}, {@code truth/}
 * with the answers, {@code edits/} with what people said in their worklist, to be brought by {@code
 * worklist --events}, and on request {@code x12/} with the same history as 837P and 835 files. It
 * appears whole or not at all.
 */
public final class Sample {

  /** The folder, in that of a sample, of what people said in their worklist. */
  public static final String EDITS = "edits";

  private static final String EXAMPLE = "/example/practice.yaml";
  private static final String PRACTICE = "practice.yaml";

  // Claim lines that a visit brings, and visits a month that a patient makes: rough, they only
  // decide how many patients the practice has.
  private static final double LINES_OF_A_VISIT = 1.9;
  private static final double MONTHS_BETWEEN_VISITS = 3.2;
  private static final long FEWEST_PATIENTS = 20;

  private Sample() {}

  /**
   * Writes a sample.
   *
   * @throws InputException if the folder is in use or a file the request names is not as it must be
   * @throws IOException if the disk refuses
   */
  public static void write(SampleRequest request, Progress progress) throws IOException {
    refuse(request);
    Path out = request.out().toAbsolutePath().normalize();
    Path draft = out.resolveSibling(out.getFileName() + ".unfinished");
    deleteTree(draft);
    Files.createDirectories(draft);
    Unfinished sample = Unfinished.begin("the sample " + out, () -> deleteTree(draft));
    try {
      Path practiceFile = draft.resolve(PRACTICE);
      copyPractice(request, practiceFile);
      fill(request, draft, PracticeFile.read(practiceFile), progress);
      sample.finish(
          () -> {
            Files.deleteIfExists(out);
            Files.move(draft, out, StandardCopyOption.ATOMIC_MOVE);
          });
    } finally {
      deleteTree(draft);
      sample.close();
    }
  }

  private static void refuse(SampleRequest request) throws IOException {
    if (request.lines() < 1 || request.months() < 1) {
      throw new InputException("A sample has at least one line and one month.");
    }
    if (Files.exists(request.out()) && !isEmptyFolder(request.out())) {
      throw new InputException(
          "The folder " + request.out() + " is in use. Name another, or remove it first.");
    }
  }

  private static boolean isEmptyFolder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void copyPractice(SampleRequest request, Path to) throws IOException {
    if (request.practice() != null) {
      PracticeFile.read(request.practice());
      Files.copy(request.practice(), to);
      return;
    }
    try (InputStream example = Sample.class.getResourceAsStream(EXAMPLE)) {
      if (example == null) {
        throw new InputException("No practice file is shipped. Name one with --practice.");
      }
      Files.copy(example, to);
    }
  }

  private static void fill(SampleRequest request, Path draft, Practice practice, Progress progress)
      throws IOException {
    ReferenceFiles references = ReferenceFiles.at(request.reference());
    FeeOracle oracle = new FeeOracle(references, practice.apmStatus());
    SamplePractice cast = new SamplePractice(practice);
    VisitCalendar calendar = new VisitCalendar(request.through(), request.months());
    LocalDate first = calendar.first();
    ChargeMaster charges = new ChargeMaster(oracle, cast.offices().get(0).site(), first);
    VisitMaker visits = new VisitMaker(request.seed(), cast, charges, calendar, patients(request));
    Pricer pricer = new Pricer(oracle, references, practice.physicians());
    LifeMaker lives =
        new LifeMaker(
            request.seed(),
            visits,
            pricer,
            new Adjudicator(oracle, pricer, cast, request.through()),
            cast,
            cast.policyShifts(first, request.through()),
            calendar.last());
    PatientKeys keys = new PatientKeys(request.seed());
    Files.writeString(draft.resolve("patient-key"), keys.keyText() + "\n");
    try (SampleHistory history =
        new SampleHistory(request, draft, cast, calendar, lives, pricer, keys)) {
      history.write(progress);
    }
  }

  private static long patients(SampleRequest request) {
    double visitsOfAMonth = request.lines() / LINES_OF_A_VISIT / request.months();
    return Math.max(FEWEST_PATIENTS, (long) (visitsOfAMonth * MONTHS_BETWEEN_VISITS));
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
