package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.allowable.ingest.cms.edit.AddOnCodeFile;
import org.allowable.ingest.cms.edit.MedicallyUnlikelyFile;
import org.allowable.ingest.cms.facility.AscAddendumFile;
import org.allowable.ingest.cms.facility.AscExcludedFile;
import org.allowable.ingest.cms.facility.OppsAddendumFile;
import org.allowable.ingest.cms.facility.WageIndexFile;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.kind.FileKind;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/** Brings in what CMS publishes each quarter for facilities and for edits. */
final class QuarterImport {

  private static final String PROCEDURES = "_AA";
  private static final String ANCILLARY = "_BB";

  private final TableStore store;
  private final DatedRules rules;

  QuarterImport(TableStore store, DatedRules rules) {
    this.store = store;
    this.rules = rules;
  }

  /**
   * Stages the rows of files that make one table together.
   *
   * @return one outcome for each file
   * @throws InputException where the files must be refused
   */
  List<FileOutcome> add(List<RecognizedFile> files, String release) throws IOException {
    RecognizedFile file = files.get(0);
    return switch (file.kind()) {
      case ASC_PROCEDURE, ASC_DEVICE -> addProcedures(files, release);
      case ASC_ANCILLARY ->
          List.of(add(file, AscAddendumFile.read(file, Map.of()), release, ANCILLARY));
      case ASC_EXCLUDED -> List.of(addExcluded(file, release));
      case OPPS_PAYMENT -> List.of(add(file, OppsAddendumFile.read(file), release, ""));
      case MEDICALLY_UNLIKELY -> List.of(add(file, MedicallyUnlikelyFile.read(file), release, ""));
      case PROCEDURE_PAIR -> new PairImport(store).add(files);
      case ADD_ON_CODE -> List.of(addDated(file, AddOnCodeFile.read(file)));
      case WAGE_INDEX -> List.of(addDated(file, WageIndexFile.read(file)));
      case ZIP_LOCALITY, ZIP_SNAPSHOT_COLUMNS, ZIP_SNAPSHOT_FIXED ->
          new ZipImport(store).add(files);
      default -> throw new IllegalArgumentException(file.kind() + " is not imported");
    };
  }

  // A table without releases is one file.
  private FileOutcome addDated(RecognizedFile file, SourceTable table) throws IOException {
    return store.put(file, table, "", LocalDate.EPOCH);
  }

  private FileOutcome add(RecognizedFile file, SourceTable table, String release, String part)
      throws IOException {
    LocalDate day = rules.effectiveFrom(file.source(), release);
    store.refuseLostCodes(table, release, part);
    return store.put(file, table, release, part, day);
  }

  private List<FileOutcome> addProcedures(List<RecognizedFile> files, String release)
      throws IOException {
    RecognizedFile file = files.get(0);
    if (file.kind() == FileKind.ASC_DEVICE) {
      return files.stream().map(QuarterImport::withoutProcedures).toList();
    }
    if (files.size() > 2 || (files.size() == 2 && files.get(1).kind() != FileKind.ASC_DEVICE)) {
      throw new InputException(
          "%s: the folder holds more than one addendum AA or FF of %s. Keep one of each."
              .formatted(file.source().path(), release));
    }
    Map<String, String> devices =
        files.size() < 2 ? Map.of() : AscAddendumFile.devices(files.get(1).source());
    SourceTable table = AscAddendumFile.read(file, devices);
    List<FileOutcome> outcomes = new ArrayList<>();
    outcomes.add(add(file, table, release, PROCEDURES));
    refusePaidAndExcluded(file, release);
    if (files.size() == 2) {
      outcomes.add(
          new FileOutcome(
              files.get(1).source().path(),
              outcomes.get(0).state(),
              String.format(
                  Locale.ROOT,
                  "ASC addendum FF %s: %,d device amounts, kept with addendum AA",
                  release,
                  devices.size())));
    }
    return outcomes;
  }

  private static FileOutcome withoutProcedures(RecognizedFile device) {
    return new FileOutcome(
        device.source().path(),
        State.NOT_IMPORTED,
        "not imported: ASC addendum FF, which is of use only beside addendum AA of its quarter");
  }

  private FileOutcome addExcluded(RecognizedFile file, String release) throws IOException {
    SourceTable table = AscExcludedFile.read(file);
    FileOutcome outcome =
        store.put(file, table, release, rules.effectiveFrom(file.source(), release));
    refusePaidAndExcluded(file, release);
    return outcome;
  }

  private void refusePaidAndExcluded(RecognizedFile file, String release) {
    Set<String> both = store.codes(Reference.ASC_EXCLUDED, release);
    both.retainAll(store.codes(Reference.ASC_PAYMENT, release + PROCEDURES));
    if (!both.isEmpty()) {
      throw new InputException(
          "%s: %d codes are in addendum AA and in addendum EE of %s. Check that both are of it."
              .formatted(file.source().path(), both.size(), release));
    }
  }
}
