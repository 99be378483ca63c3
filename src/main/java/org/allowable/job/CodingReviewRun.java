package org.allowable.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.config.Practice;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.config.Practice.Participation;
import org.allowable.engine.Engine;
import org.allowable.ingest.note.ProcedureNoteFile;
import org.allowable.ingest.parquet.InputFile;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.model.Progress;
import org.allowable.model.Reference;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/** Reviews the coding of claims before they are sent. It needs no remittances. */
public final class CodingReviewRun {

  private CodingReviewRun() {}

  /**
   * What is reviewed, and by what.
   *
   * @param warehouse a folder with the table claim_line
   * @param notes a file of procedure notes; null where there is none
   * @param arePatientsKnown whether notes may name patients by the key of these claims
   * @param practice null where there is none: payers are known by their claim filing indicator then
   * @param reference the user's reference directory
   */
  public record CodingReviewSources(
      Path warehouse,
      @Nullable Path notes,
      boolean arePatientsKnown,
      @Nullable Practice practice,
      Path reference) {}

  /**
   * Reviews.
   *
   * @return the marts by table name
   * @throws org.allowable.model.InputException if claims, notes or a reference table are not as
   *     they must be, or there are no claims
   */
  public static Map<String, Rows> review(
      CodingReviewSources sources, Engines engines, Progress progress) throws IOException {
    Job job = Job.named("coding-review");
    ReferenceViews references =
        ReferenceViews.of(sources.reference(), engines.work(), List.of(job));
    Path notes = notes(sources.notes(), references, sources.arePatientsKnown(), engines.work());
    long lines =
        WarehouseReader.inputs(sources.warehouse(), Warehouse.CLAIM_LINE).stream()
            .mapToLong(InputFile::rows)
            .sum();
    if (lines == 0) {
      throw new org.allowable.model.InputException(
          "There are no claims to review. Name a folder or file of 837P claims, or a warehouse.");
    }
    progress.stage("claims: %,d lines".formatted(lines));
    Engine engine = engines.open(lines);
    references.register(engine);
    register(engine, sources, notes);
    return new JobRunner(engine, progress).run(job, parameters(sources.practice()));
  }

  /**
   * Checks the notes that a user named and copies them to a file that engines read.
   *
   * @param notes null for none
   * @param arePatientsKnown whether a note may name its patient in place of its claim
   * @return null for none
   * @throws org.allowable.model.InputException naming row and column
   */
  static @Nullable Path notes(
      @Nullable Path notes, ReferenceViews references, boolean arePatientsKnown, Path work)
      throws IOException {
    return notes == null
        ? null
        : new ProcedureNoteFile(notes, approaches(references), arePatientsKnown)
            .parquet(work.resolve("procedure_note.parquet"));
  }

  /** The words for an approach that notes may use: those of all procedures but imaging. */
  static Set<String> approaches(ReferenceViews references) {
    Table meaning = Reference.PROCEDURE_MEANING;
    Set<String> words = new TreeSet<>();
    references.forEach(
        meaning,
        row -> {
          if (!"is_imaging".equals(row.get(meaning.indexOf("imaging")))) {
            words.add(row.get(meaning.indexOf("approach")));
            words.add(row.get(meaning.indexOf("other_approach")));
          }
        });
    words.remove("");
    return words;
  }

  private static void register(Engine engine, CodingReviewSources sources, @Nullable Path notes) {
    WarehouseViews.register(engine, sources.warehouse(), Warehouse.CLAIM_LINE);
    Practice practice = sources.practice();
    if (practice == null) {
      InputViews.registerNoPractice(engine);
    } else {
      InputViews.register(engine, practice);
    }
    if (notes != null) {
      InputViews.registerNotes(engine, notes);
    }
  }

  private static Map<String, Object> parameters(@Nullable Practice practice) {
    if (practice != null) {
      return PracticeSettings.parameters(practice);
    }
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("apm_status", lower(ApmStatus.NON_QP));
    parameters.put("participation", lower(Participation.PARTICIPATING));
    return parameters;
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(java.util.Locale.ROOT);
  }
}
