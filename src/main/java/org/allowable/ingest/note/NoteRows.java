package org.allowable.ingest.note;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.allowable.model.InputException;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.jspecify.annotations.Nullable;

/** What holds for the rows of every file of notes, CSV or Parquet. */
final class NoteRows {

  private static final Table TABLE = ProcedureNotes.PROCEDURE_NOTE;
  private static final Set<String> IMAGING = Set.of("fluoroscopy", "ct", "ultrasound", "none");

  private final Path file;
  private final Set<String> approaches;
  private final boolean arePatientsKnown;
  private final Map<Object, Long> rowOfNote = new HashMap<>();

  /**
   * Of a file.
   *
   * @param approaches words for an approach
   * @param arePatientsKnown whether a note may name its patient in place of its claim
   */
  NoteRows(Path file, Set<String> approaches, boolean arePatientsKnown) {
    this.file = file;
    this.approaches = new TreeSet<>(approaches);
    this.arePatientsKnown = arePatientsKnown;
  }

  /**
   * Checks a row, and takes blank texts for null.
   *
   * @param row one value per column of the table; changed
   * @param number of the row in the file, from 1
   * @throws InputException naming row and column of what is not as it must be
   */
  @Nullable Object[] checked(@Nullable Object[] row, long number) {
    List<TableColumn> columns = TABLE.columns();
    for (int i = 0; i < columns.size(); i++) {
      if (row[i] instanceof String text) {
        row[i] = text.isBlank() ? null : text.strip();
      }
      if (row[i] == null && columns.get(i).isRequired()) {
        throw problem(number, columns.get(i).name(), "a value", "nothing");
      }
    }
    requireOneOf(row, "imaging", new TreeSet<>(IMAGING), number);
    requireOneOf(row, "approach", approaches, number);
    requireOnce(row, number);
    requireOwner(row, number);
    return row;
  }

  private void requireOneOf(@Nullable Object[] row, String column, Set<String> words, long number) {
    int i = TABLE.indexOf(column);
    if (row[i] instanceof String text) {
      String word = text.toLowerCase(Locale.ROOT);
      if (!words.contains(word)) {
        throw problem(number, column, String.join(", ", words) + " or nothing", "something else");
      }
      row[i] = word;
    }
  }

  private void requireOnce(@Nullable Object[] row, long number) {
    Object note = row[TABLE.indexOf("note_id")];
    Long first = note == null ? null : rowOfNote.putIfAbsent(note, number);
    if (first != null) {
      throw problem(number, "note_id", "a note that is not there yet", "that of row " + first);
    }
  }

  private void requireOwner(@Nullable Object[] row, long number) {
    if (row[TABLE.indexOf("claim_id")] != null) {
      return;
    }
    boolean isOfPatient =
        List.of("patient_key", "rendering_npi").stream()
            .allMatch(column -> row[TABLE.indexOf(column)] != null);
    if (!isOfPatient) {
      throw problem(
          number, "claim_id", "a claim identifier, or patient_key and rendering_npi", "neither");
    }
    if (!arePatientsKnown) {
      throw InputException.at(
          file,
          place(number, "claim_id"),
          "a claim identifier, as these claims come without the key that patient_key was made with",
          "nothing",
          "Name the warehouse's key with --patient-key, or the claim, and run again.");
    }
  }

  /** A complaint about a cell. */
  InputException problem(long number, String column, String expected, String found) {
    return InputException.at(
        file, place(number, column), expected, found, "Correct the cell and run again.");
  }

  private static String place(long number, String column) {
    return "row " + number + ", column " + column;
  }
}
