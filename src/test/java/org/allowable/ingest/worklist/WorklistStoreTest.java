package org.allowable.ingest.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.model.InputException;
import org.allowable.worklist.WorklistEvent;
import org.allowable.worklist.WorklistField;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits in their warehouse: added whole or not at all, and read back as they were recorded. */
class WorklistStoreTest {

  private static final WorklistRow ROW = new WorklistRow("1999999984", "A-1", "Aetna");

  @TempDir private Path folder = Path.of("");

  private static List<WorklistEvent> edits() {
    WorklistScript script = new WorklistScript();
    LocalDate day = LocalDate.of(2026, 11, 30);
    script.read(script.sheet(ROW, "Coding").with(WorklistField.STATUS, "Sent"), day);
    script.read(script.sheet(ROW).with(WorklistField.NOTE, "Called\nagain"), day, "Kim");
    return script.history().events();
  }

  private WorklistStore store() {
    return new WorklistStore(FilePlace.of(folder));
  }

  @Test
  void edits_are_read_as_they_were_recorded() throws IOException {
    store().add(none -> edits());
    assertThat(store().read().events()).isEqualTo(edits());
  }

  @Test
  void edits_follow_those_before_and_change_none() throws IOException {
    List<WorklistEvent> edits = edits();
    store().add(none -> edits.subList(0, 1));
    List<Path> before = files();
    store().add(none -> edits.subList(1, edits.size()));
    assertThat(store().read().events()).isEqualTo(edits);
    assertThat(files()).hasSize(before.size() + 1).containsAll(before);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  @Test
  void a_warehouse_that_nobody_edited_has_no_edits_and_gets_no_folder() throws IOException {
    assertThat(store().read().events()).isEmpty();
    assertThat(store().inputs()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_addition_that_fails_leaves_what_was_there() throws IOException {
    List<WorklistEvent> edits = edits();
    store().add(none -> edits.subList(0, 1));
    assertThatThrownBy(
            () ->
                store()
                    .add(
                        there -> {
                          throw new InputException("A bad cell.");
                        }))
        .isInstanceOf(InputException.class);
    assertThat(store().read().events()).hasSize(1);
  }

  @Test
  void a_batch_that_died_before_its_record_is_not_read_and_is_swept_away() throws IOException {
    List<WorklistEvent> edits = edits();
    store().add(none -> edits);
    Path batches = folder.resolve("worklist/_batches");
    // As a process leaves it that dies between the data files and the record.
    Files.createDirectory(folder.resolve("worklist/_staging-worklist-00001"));
    try (Stream<Path> records = Files.list(batches)) {
      for (Path record : records.toList()) {
        Files.delete(record);
      }
    }
    Path left = files().get(0);
    Files.move(left, left.resolveSibling("worklist-00001.parquet"));
    assertThat(store().read().events()).isEmpty();
    store().add(none -> edits.subList(0, 1));
    assertThat(store().read().events()).hasSize(1);
    assertThat(files()).hasSize(1);
  }

  @Test
  void while_somebody_adds_nobody_else_does() throws IOException {
    List<WorklistEvent> added =
        store()
            .add(
                none -> {
                  assertThatThrownBy(() -> store().add(there -> List.of()))
                      .isInstanceOf(InputException.class)
                      .hasMessageContaining("another command is writing");
                  return edits();
                });
    assertThat(added).hasSize(edits().size());
  }

  @Test
  void a_file_that_was_changed_is_refused() throws IOException {
    store().add(none -> edits());
    Path file = files().get(0);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(() -> store().read()).isInstanceOf(InputException.class);
  }
}
