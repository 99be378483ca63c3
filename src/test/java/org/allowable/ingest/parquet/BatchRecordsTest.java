package org.allowable.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.allowable.model.InputException;
import org.allowable.model.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the records of batches, and who notices. */
class BatchRecordsTest {

  private static final Table TABLE = Table.of("visit", "id", "id string not null, amount int");
  private static final int FLIPS = 200;

  @TempDir private Path folder;

  private Path warehouse = Path.of("");

  @BeforeEach
  void write_three_batches() throws IOException {
    warehouse = Files.createDirectory(folder.resolve("warehouse"));
    batch(warehouse, "one");
    batch(warehouse, "two");
    batch(warehouse, "three");
  }

  private static void batch(Path warehouse, String id) throws IOException {
    try (WarehouseBatch batch = WarehouseBatch.begin(warehouse, id)) {
      for (int i = 0; i < 50; i++) {
        batch.write(TABLE, new Object[] {id + i, i});
      }
      batch.commit();
    }
  }

  private Path record(String id) {
    return BatchRecords.file(FilePlace.of(warehouse), id).onDisk();
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> WarehouseReader.inputs(warehouse, TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words)
        .hasMessageContaining("build the warehouse again");
  }

  @Test
  void a_chain_that_nobody_touched_is_read() {
    assertThat(WarehouseReader.inputs(warehouse, TABLE)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three"})
  void a_batch_that_was_removed_with_its_files_is_named(String id) throws IOException {
    Files.delete(record(id));
    Files.delete(warehouse.resolve("visit/" + id + ".parquet"));
    assertRefused("batch " + id, "removed or renamed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "two", "three"})
  void a_record_that_was_renamed_is_named(String id) throws IOException {
    Files.move(record(id), record("four"));
    assertRefused("the record of batch four", "batch " + id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "three"})
  void a_record_that_was_copied_is_named(String id) throws IOException {
    Files.copy(record(id), record(id + "-copy"));
    assertRefused("the record of batch " + id + "-copy", "copied or renamed");
  }

  @Test
  void a_batch_of_another_warehouse_is_named() throws IOException {
    Path other = warehouse.resolveSibling(warehouse.getFileName() + "-other");
    batch(other, "stranger");
    Files.copy(BatchRecords.file(FilePlace.of(other), "stranger").onDisk(), record("stranger"));
    Files.copy(
        other.resolve("visit/stranger.parquet"), warehouse.resolve("visit/stranger.parquet"));
    assertRefused("several ends", "stranger", "three");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "three"})
  void a_record_that_was_changed_is_named(String id) throws IOException {
    String text = Files.readString(record(id));
    Files.writeString(record(id), text.replace("\"rows\" : 50", "\"rows\" : 51"));
    assertRefused("the record of batch " + id, "changed or replaced");
  }

  @Test
  void a_chain_without_its_head_is_refused() throws IOException {
    Files.delete(warehouse.resolve("_batches/HEAD"));
    assertRefused("HEAD");
  }

  @Test
  void a_record_that_the_head_does_not_know_yet_is_read() throws IOException {
    byte[] head = Files.readAllBytes(warehouse.resolve("_batches/HEAD"));
    batch(warehouse, "killed");
    Files.write(warehouse.resolve("_batches/HEAD"), head);
    assertThat(WarehouseReader.inputs(warehouse, TABLE)).hasSize(4);
    batch(warehouse, "next");
    assertThat(WarehouseReader.inputs(warehouse, TABLE)).hasSize(5);
  }

  // The second process is stopped before its record: a folder lies where its draft is to go.
  @Test
  void two_kills_between_record_and_head_leave_a_warehouse_that_is_read() throws IOException {
    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    Path head = fresh.resolve("_batches/HEAD");
    batch(fresh, "a");
    Files.delete(head);
    Path drafts = Files.createDirectories(folder.resolve("drafts"));
    Files.createDirectory(drafts.resolve("b.json"));
    assertThatThrownBy(
            () -> BatchRecords.add(FilePlace.of(fresh), "b", List.of(), FilePlace.of(drafts)))
        .isInstanceOf(IOException.class);
    byte[] mended = Files.readAllBytes(head);
    batch(fresh, "b");
    Files.write(head, mended);
    assertThat(WarehouseReader.inputs(fresh, TABLE)).hasSize(2);
    batch(fresh, "c");
    assertThat(WarehouseReader.inputs(fresh, TABLE)).hasSize(3);
  }

  @Test
  void records_from_before_the_chain_are_read_and_then_named() throws IOException {
    Path old = warehouse.resolveSibling(warehouse.getFileName() + "-old");
    for (String id : new String[] {"a", "b"}) {
      batch(old, id);
      String text = Files.readString(BatchRecords.file(FilePlace.of(old), id).onDisk());
      String before = text.replaceFirst(",\\s+\"before\" : \\[[^]]*]", "");
      Files.writeString(
          BatchRecords.file(FilePlace.of(old), id).onDisk(),
          before.replaceFirst(",\\s+\"sha256\" : \"[0-9a-f]+\"", ""));
      Files.delete(old.resolve("_batches/HEAD"));
    }
    assertThat(BatchRecords.areUnchained(FilePlace.of(old))).isTrue();
    assertThat(WarehouseReader.inputs(old, TABLE)).hasSize(2);
    batch(old, "c");
    Files.delete(BatchRecords.file(FilePlace.of(old), "a").onDisk());
    assertThatThrownBy(() -> WarehouseReader.inputs(old, TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("batch a");
  }

  @Test
  void a_batch_that_fails_while_its_files_are_moved_leaves_none() throws IOException {
    // A folder where the record would go.
    Files.createDirectories(record("late").resolve("x"));
    Files.move(record("late"), warehouse.resolve("aside"));
    WarehouseBatch batch = WarehouseBatch.begin(warehouse, "late");
    batch.write(TABLE, new Object[] {"late", 1});
    Files.move(
        warehouse.resolve("aside"),
        BatchRecords.folder(FilePlace.of(warehouse)).onDisk().resolve("zzz"));
    assertThatThrownBy(batch::commit).isInstanceOf(IOException.class);
    batch.close();
    assertThat(warehouse.resolve("visit/late.parquet")).doesNotExist();
  }

  @Test
  void of_200_flipped_bits_in_data_files_none_is_silent() throws IOException {
    Random random = new Random(1);
    String[] ids = {"one", "two", "three"};
    int noticed = 0;
    for (int i = 0; i < FLIPS; i++) {
      Path file = warehouse.resolve("visit/" + ids[random.nextInt(ids.length)] + ".parquet");
      byte[] before = Files.readAllBytes(file);
      byte[] after = before.clone();
      after[random.nextInt(after.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(file, after);
      try {
        WarehouseReader.inputs(warehouse, TABLE);
      } catch (InputException e) {
        noticed++;
      }
      Files.write(file, before);
    }
    assertThat(noticed).isEqualTo(FLIPS);
  }

  @Test
  void of_200_flipped_bits_in_records_none_is_silent() throws IOException {
    Random random = new Random(2);
    String[] names = {"one.json", "two.json", "three.json", "HEAD"};
    int noticed = 0;
    for (int i = 0; i < FLIPS; i++) {
      Path file = warehouse.resolve("_batches/" + names[random.nextInt(names.length)]);
      byte[] before = Files.readAllBytes(file);
      byte[] after = before.clone();
      after[random.nextInt(after.length)] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      Files.write(file, after);
      try {
        WarehouseReader.inputs(warehouse, TABLE);
      } catch (InputException e) {
        noticed++;
      }
      Files.write(file, before);
    }
    assertThat(noticed).isEqualTo(FLIPS);
  }
}
