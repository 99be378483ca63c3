package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.allowable.Sparks;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.parquet.WarehouseBatch;
import org.allowable.ingest.parquet.WarehouseReader;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.InputException;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A warehouse in a store is the warehouse that a disk would hold. */
@Tag("faults")
class HdfsWarehouseTest {

  private static final Table TABLE = Warehouse.INGESTED_FILE;

  @TempDir private static Path folder;

  private static @Nullable MiniDFSCluster cluster;
  private static String store = "";
  private static Path source = Path.of("");
  private static Path practice = Path.of("");
  private static Path onDisk = Path.of("");
  private static FilePlace inStore = FilePlace.of("");

  @BeforeAll
  static void ingest_the_same_files_into_both() throws IOException {
    // Whose folders outlast a command's, so that two may run in this process.
    Sparks.session();
    Configuration settings = new Configuration();
    settings.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, folder.resolve("hdfs").toString());
    cluster = new MiniDFSCluster.Builder(settings).numDataNodes(1).build();
    store = cluster.getURI().toString();
    Path sample = folder.resolve("sample");
    CommandRun made =
        CommandRun.of(
            "sample", "--lines", 300, "--months", 2, "--seed", 1, "--x12", "--out", sample);
    assertThat(made.code()).as(made.err()).isZero();
    source = sample.resolve("x12");
    practice = sample.resolve("practice.yaml");
    onDisk = folder.resolve("warehouse");
    inStore = FilePlace.of(store + "/warehouse");
    assertThat(ingest(onDisk).code()).isZero();
    CommandRun stored = ingest(inStore);
    assertThat(stored.code()).as(stored.err()).isZero();
  }

  @AfterAll
  static void end() {
    if (cluster != null) {
      cluster.shutdown();
    }
  }

  // Of one key, so that patients have the same pseudonyms.
  private static CommandRun ingest(Object warehouse) {
    return CommandRun.of(
        "ingest",
        "--in",
        source,
        "--warehouse",
        warehouse,
        "--patient-key",
        folder.resolve("sample/patient-key"));
  }

  private static FilePlace fresh(String name) throws IOException {
    FilePlace warehouse = FilePlace.of(store + "/" + name);
    write(warehouse, "first").commit();
    return warehouse;
  }

  private static WarehouseBatch write(FilePlace warehouse, String id) throws IOException {
    WarehouseBatch batch = WarehouseBatch.begin(warehouse, id);
    List<@Nullable Object[]> rows = new ArrayList<>();
    WarehouseRows.read(onDisk, TABLE, rows::add);
    for (@Nullable Object[] row : rows) {
      batch.write(TABLE, row);
    }
    assertThat(rows).isNotEmpty();
    return batch;
  }

  private static List<String> names(List<FilePlace> places) {
    return places.stream().map(FilePlace::name).toList();
  }

  @Test
  void every_table_holds_the_same_rows() throws IOException {
    for (Table table : Warehouse.TABLES) {
      List<@Nullable Object[]> there = new ArrayList<>();
      List<@Nullable Object[]> here = new ArrayList<>();
      WarehouseRows.read(inStore, table, there::add);
      WarehouseRows.read(onDisk, table, here::add);
      assertThat(there).as(table.name()).usingRecursiveComparison().isEqualTo(here);
    }
  }

  @Test
  void a_report_says_the_same() throws IOException {
    Map<String, String> there = report(inStore, "of-store");
    assertThat(there).isNotEmpty().isEqualTo(report(onDisk, "of-disk"));
  }

  private static Map<String, String> report(Object warehouse, String out) throws IOException {
    CommandRun run =
        CommandRun.of(
            "monthly-report",
            "--warehouse",
            warehouse,
            "--practice",
            practice,
            "--month",
            "2026-10",
            "--engine",
            "spark",
            "--out",
            folder.resolve(out));
    assertThat(run.code()).as(run.err()).isZero();
    Map<String, String> tables = new TreeMap<>();
    try (Stream<Path> files = Files.list(run.folder().resolve("tables"))) {
      for (Path file : files.toList()) {
        tables.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return tables;
  }

  @Test
  void a_contract_check_says_the_same() {
    CommandRun there = contractCheck(inStore);
    assertThat(there.code()).as(there.err()).isZero();
    assertThat(there.out()).isEqualTo(contractCheck(onDisk).out()).contains("Pinnacle");
  }

  private static CommandRun contractCheck(Object warehouse) {
    return CommandRun.of(
        "contract",
        "check",
        "--practice",
        practice,
        "--contracts",
        "data/example/contracts",
        "--engine",
        "spark",
        "--warehouse",
        warehouse);
  }

  @Test
  void a_second_ingest_adds_nothing() throws IOException {
    int before = WarehouseRows.batchCount(inStore);
    assertThat(ingest(inStore).code()).isZero();
    assertThat(WarehouseRows.batchCount(inStore)).isEqualTo(before);
  }

  @Test
  void files_are_their_owner_s_alone() throws IOException {
    MiniDFSCluster hdfs = Objects.requireNonNull(cluster);
    for (FilePlace file : inStore.files()) {
      FileStatus status =
          hdfs.getFileSystem().getFileStatus(new org.apache.hadoop.fs.Path(file.uri()));
      assertThat(status.getPermission().toShort() & 077).as(file.name()).isZero();
    }
  }

  @Test
  void a_batch_that_has_not_ended_is_not_read() throws IOException {
    FilePlace warehouse = fresh("under-way");
    WarehouseBatch batch = write(warehouse, "second");
    try (batch) {
      Path file = Files.writeString(folder.resolve("half"), "PAR1");
      warehouse.resolve(TABLE.name() + "/second.parquet").take(file);
      assertThat(names(WarehouseReader.files(warehouse, TABLE)))
          .noneMatch(n -> n.contains("second"));
    }
  }

  @Test
  void what_a_batch_that_died_left_goes_with_the_next() throws IOException {
    FilePlace warehouse = fresh("died");
    write(warehouse, "second");
    Path file = Files.writeString(folder.resolve("left"), "PAR1");
    warehouse.resolve(TABLE.name() + "/second.parquet").take(file);
    write(warehouse, "third").commit();
    assertThat(names(warehouse.files())).noneMatch(name -> name.startsWith("second"));
    assertThat(names(warehouse.entries())).noneMatch(name -> name.startsWith("_staging"));
  }

  @Test
  void a_batch_that_is_thrown_away_leaves_nothing() throws IOException {
    FilePlace warehouse = fresh("thrown");
    List<String> before = names(warehouse.files());
    write(warehouse, "second").close();
    assertThat(names(warehouse.files())).isEqualTo(before);
  }

  @Test
  void a_record_is_never_written_over() throws IOException {
    FilePlace record = FilePlace.of(store + "/records/one.json");
    FilePlace drafts = FilePlace.of(store + "/drafts");
    FilePlace.of(store + "/records").makeFolder();
    record.publish(new byte[] {1}, drafts);
    assertThatThrownBy(() -> record.publish(new byte[] {2, 2}, drafts))
        .isInstanceOf(IOException.class);
    assertThat(record.bytes()).isEqualTo(1);
  }

  @Test
  void a_file_that_is_gone_is_missed() throws IOException {
    FilePlace warehouse = fresh("gone");
    WarehouseReader.files(warehouse, TABLE).get(0).delete();
    assertThatThrownBy(() -> WarehouseReader.files(warehouse, TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("a part of batch first", "no such file");
  }

  @Test
  void a_file_that_no_batch_wrote_is_refused() throws IOException {
    FilePlace warehouse = fresh("strange");
    warehouse
        .resolve(TABLE.name() + "/stranger.parquet")
        .copy(Files.writeString(folder.resolve("stranger"), "PAR1"));
    assertThatThrownBy(() -> WarehouseReader.files(warehouse, TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("one that no batch records");
  }

  @Test
  void a_second_command_that_writes_is_refused_with_the_file_that_says_so() throws IOException {
    FilePlace warehouse = fresh("held");
    FilePlace lock = warehouse.resolve("_lock");
    assertThat(lock.create(new byte[0])).isTrue();
    CommandRun refused = ingest(warehouse);
    assertThat(refused.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(refused.err()).contains(lock.toString());
    lock.delete();
    assertThat(ingest(warehouse).code()).isZero();
    assertThat(lock.isFile()).isFalse();
  }

  @Test
  void a_warehouse_that_is_not_there_is_named() {
    CommandRun run =
        CommandRun.of(
            "monthly-report",
            "--warehouse",
            store + "/none",
            "--practice",
            practice,
            "--month",
            "2026-10");
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err()).startsWith("There is no warehouse folder " + store + "/none.");
  }
}
