package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.allowable.ingest.cms.edit.ProcedurePairFile;
import org.allowable.ingest.cms.intake.ImportReport.FileOutcome;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.ingest.cms.kind.RecognizedFile;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.ingest.cms.source.SourceTable;
import org.allowable.ingest.cms.source.SourceTable.Row;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/**
 * Makes one table of all files of procedure pairs: CMS publishes a quarter's in four, each with the
 * whole history of its pairs. What two files say alike is kept once.
 */
final class PairImport {

  // Cells of a row.
  private static final int START = 2;
  private static final int DELETION = 3;

  private final TableStore store;
  // What is known of a key: the other cells, and where it stood.
  private final Map<String, String> said = new HashMap<>();
  private final List<List<String>> complete = new ArrayList<>();

  PairImport(TableStore store) {
    this.store = store;
  }

  /**
   * Stages the pairs of all files as one table.
   *
   * @return one outcome for each file
   * @throws InputException where two rows of a pair contradict each other
   */
  List<FileOutcome> add(List<RecognizedFile> files) throws IOException {
    List<Integer> counts = new ArrayList<>();
    for (RecognizedFile file : files) {
      counts.add(take(ProcedurePairFile.read(file)));
    }
    RecognizedFile first = files.get(0);
    FileOutcome whole = store.put(first, Reference.PROCEDURE_PAIR, "", complete);
    List<FileOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      outcomes.add(files.size() == 1 ? whole : part(files.get(i), whole, counts.get(i)));
    }
    return outcomes;
  }

  private FileOutcome part(RecognizedFile file, FileOutcome whole, int count) {
    return new FileOutcome(
        file.source().path(),
        whole.state(),
        String.format(
            Locale.ROOT,
            "procedure pairs: %,d of the %,d rows of all files%s",
            count,
            complete.size(),
            whole.state() == State.UNCHANGED ? ", which are there already" : ""));
  }

  private int take(SourceTable table) {
    CmsFile source = table.source();
    List<String> origin = List.of(source.name(), source.sha256());
    int before = complete.size();
    for (Row row : table.rows()) {
      List<String> cells = row.cells();
      String pair = String.join(" ", cells.subList(0, START));
      boolean isNew = isNew(source, row, pair + " " + cells.get(START) + " " + cells.get(DELETION));
      if (isNew && !cells.get(START).isEmpty()) {
        refuseTwice(source, row, pair + " from " + cells.get(START));
      }
      if (isNew && cells.get(DELETION).isEmpty()) {
        refuseTwice(source, row, pair + " open");
      }
      if (isNew) {
        List<String> all = new ArrayList<>(cells);
        all.addAll(origin);
        complete.add(List.copyOf(all));
      }
    }
    return complete.size() - before;
  }

  private boolean isNew(CmsFile source, Row row, String key) {
    String indicator = row.cells().get(DELETION + 1);
    String known = said.putIfAbsent(key, indicator);
    if (known != null && !Objects.equals(known, indicator)) {
      throw contradiction(source, row);
    }
    return known == null;
  }

  private void refuseTwice(CmsFile source, Row row, String key) {
    if (said.putIfAbsent(key, "") != null) {
      throw contradiction(source, row);
    }
  }

  private static InputException contradiction(CmsFile source, Row row) {
    return new InputException(
        ("%s, line %d: another row of the same two codes, in this file or another, contradicts it."
                + " Import the files of one quarter alone.")
            .formatted(source.path(), row.line()));
  }
}
