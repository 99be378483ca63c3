package org.allowable.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.allowable.Sparks;
import org.allowable.engine.spark.SparkTypes;
import org.allowable.model.InputException;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("long")
class WarehouseReaderTest {

  private static final Table TABLE =
      Table.partitioned(
          "visit",
          "claim_id",
          "service_month",
          "claim_id string not null, paid_amount decimal(12,2), remark_codes array<string> not"
              + " null");

  private static final Table OTHER = Table.of("other", "id", "id string not null, amount int");

  @TempDir private Path warehouse;

  @BeforeEach
  void write_two_batches() throws IOException {
    batch("first", "A", "2025-12");
    batch("second", "B", "2026-01");
  }

  private void batch(String id, String claim, String month) throws IOException {
    try (WarehouseBatch batch = WarehouseBatch.begin(warehouse, id)) {
      batch.write(TABLE, new Object[] {claim, new BigDecimal("10.25"), List.of("N115"), month});
      batch.commit();
    }
  }

  private Path part() {
    return warehouse.toAbsolutePath().resolve("visit/service_month=2026-01/second.parquet");
  }

  private void assertRefused(String... words) {
    assertThatThrownBy(() -> Sparks.table(warehouse, TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(part().toString())
        .hasMessageContainingAll(words);
  }

  private List<Row> rows() {
    return Sparks.table(warehouse, TABLE).orderBy("claim_id").collectAsList();
  }

  @Test
  void rows_of_all_batches_come_back_with_their_months() {
    assertThat(rows())
        .extracting(row -> row.getString(0) + " " + row.getDecimal(1) + " " + row.getString(3))
        .containsExactly("A 10.25 2025-12", "B 10.25 2026-01");
  }

  @Test
  void columns_have_the_declared_names_types_and_order() {
    Dataset<Row> read = Sparks.table(warehouse, TABLE);
    assertThat(read.schema().asNullable()).isEqualTo(SparkTypes.of(TABLE).asNullable());
  }

  @Test
  void a_table_without_files_is_empty_with_its_schema() {
    Dataset<Row> read = Sparks.table(warehouse, OTHER);
    assertThat(read.schema()).isEqualTo(SparkTypes.of(OTHER));
    assertThat(read.count()).isZero();
  }

  @Test
  void a_deleted_part_is_refused() throws IOException {
    Files.delete(part());
    assertRefused("no such file", "batch second");
  }

  @Test
  void a_part_of_zero_bytes_is_refused() throws IOException {
    Files.write(part(), new byte[0]);
    assertRefused("0 bytes");
  }

  @Test
  void a_truncated_part_is_refused() throws IOException {
    byte[] bytes = Files.readAllBytes(part());
    Files.write(part(), Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(bytes.length + " bytes");
  }

  @Test
  void a_part_replaced_by_text_of_the_same_size_is_refused() throws IOException {
    Files.writeString(part(), "x".repeat((int) Files.size(part())));
    assertRefused("not Parquet");
  }

  @Test
  void a_file_that_no_batch_names_is_refused() throws IOException {
    Path extra = Files.copy(part(), part().resolveSibling("third.parquet"));
    assertThatThrownBy(() -> rows())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(extra.toAbsolutePath().toString(), "no batch records");
  }

  @Test
  void a_hidden_file_that_no_batch_names_is_no_data() throws IOException {
    Files.copy(part(), part().resolveSibling(".third.parquet"));
    Files.copy(part(), part().resolveSibling("_third.parquet"));
    assertThat(rows()).hasSize(2);
  }

  @Test
  void what_a_batch_that_was_killed_had_moved_is_not_read() throws IOException {
    Files.createDirectory(warehouse.resolve("_staging-third"));
    Files.copy(part(), part().resolveSibling("third.parquet"));
    Files.copy(part(), part().resolveSibling("third-part2.parquet"));
    assertThat(rows()).hasSize(2);
  }

  @Test
  void a_warehouse_of_other_writers_is_read_from_its_folders() throws IOException {
    deleteRecords();
    assertThat(rows()).hasSize(2);
  }

  @Test
  void a_file_with_the_partition_column_inside_is_read() throws IOException {
    Path own = Files.createDirectories(warehouse.resolve("own/visit"));
    try (ParquetRowFile out = new ParquetRowFile(own.resolve("all.parquet"), TABLE.columns())) {
      out.write(new Object[] {"C", null, List.of(), "2026-02"});
    }
    assertThat(Sparks.table(warehouse.resolve("own"), TABLE).collectAsList())
        .extracting(row -> row.getString(3))
        .containsExactly("2026-02");
  }

  @Test
  void narrower_money_and_upper_case_names_are_read_as_declared() throws IOException {
    Table table =
        Table.of("w", "id", "id int, paid decimal(12,2), parts array<struct<paid: decimal(12,2)>>");
    Path file = Files.createDirectories(warehouse.resolve("own/w")).resolve("w.parquet");
    List<TableColumn> narrow =
        Table.of("w", "", "parts array<struct<paid: decimal(9,2)>>, PAID decimal(5,2), ID int")
            .columns();
    try (ParquetRowFile out = new ParquetRowFile(file, narrow)) {
      BigDecimal paid = new BigDecimal("10.25");
      out.write(new Object[] {List.<Object[]>of(new Object[] {paid}), paid, 1});
    }
    assertThat(
            Sparks.table(warehouse.resolve("own"), table)
                .selectExpr("id", "cast(paid + parts[0].paid as string)")
                .collectAsList())
        .containsExactly(RowFactory.create(1, "20.50"));
  }

  @Test
  void two_layouts_in_one_table_are_refused() throws IOException {
    deleteRecords();
    try (ParquetRowFile out =
        new ParquetRowFile(warehouse.resolve("visit/all.parquet"), TABLE.columns())) {
      out.write(new Object[] {"C", null, List.of(), "2026-02"});
    }
    assertThatThrownBy(() -> rows())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("one layout");
  }

  @Test
  void what_an_unfinished_writer_left_is_refused() throws IOException {
    deleteRecords();
    Path left = Files.createDirectories(warehouse.resolve("visit/_temporary/0"));
    Files.write(left.resolve("part.parquet"), new byte[] {1});
    assertThatThrownBy(() -> rows())
        .isInstanceOf(InputException.class)
        .hasMessageContaining("_temporary");
  }

  @Test
  void a_folder_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> WarehouseReader.files(FilePlace.of(warehouse).resolve("none"), TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no warehouse folder");
  }

  @Test
  void fingerprints_name_size_rows_and_hash() throws IOException {
    InputFile input = WarehouseReader.inputs(warehouse, TABLE).get(1);
    assertThat(input.path()).isEqualTo("visit/service_month=2026-01/second.parquet");
    assertThat(input.bytes()).isEqualTo(Files.size(part()));
    assertThat(input.rows()).isEqualTo(1);
    assertThat(input.sha256()).matches("[0-9a-f]{64}");
  }

  private void deleteRecords() throws IOException {
    Files.delete(warehouse.resolve("_batches/first.json"));
    Files.delete(warehouse.resolve("_batches/second.json"));
    Files.delete(warehouse.resolve("_batches/HEAD"));
    Files.delete(warehouse.resolve("_batches"));
  }
}
