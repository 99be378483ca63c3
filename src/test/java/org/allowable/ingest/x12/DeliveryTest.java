package org.allowable.ingest.x12;

import static org.allowable.model.Warehouse.INGESTED_FILE;
import static org.allowable.model.Warehouse.INGESTED_TRANSACTION;
import static org.allowable.model.Warehouse.PAYMENT;
import static org.allowable.model.Warehouse.REMIT_LINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.model.InputException;
import org.allowable.model.Progress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How files come: in any form, twice, again every night, or changing while they are read. */
class DeliveryTest {

  private static final String CLAIM = "CLP*PM-1*1*150*90**12*ICN1*11*1";
  private static final String[] LINE = {
    CLAIM, "SVC*HC:99213*150*90**1", "DTM*472*20250801", "CAS*CO*45*60"
  };

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "synthetic__05a_pipe_caret_LF_terminator.835, 708.21",
    "synthetic__05b_tilde_CRLF.835, 708.21",
    "synthetic__05c_BOM_utf8.835, 1000.00",
    "synthetic__05d_CR_only_terminator.835, 1000.00",
    "synthetic__14_two_interchanges_diff_delims.835, 180.00"
  })
  void any_delimiters_and_line_ends_are_read(String sample, BigDecimal paid) throws IOException {
    IngestionResult result = WarehouseUnderTest.in(folder).with(sample).ingest();
    assertThat(result.paymentTotal()).isEqualByComparingTo(paid);
  }

  @Test
  void lines_wrapped_at_80_columns_are_read() throws IOException {
    String text = X12Text.remittance(LINE);
    String wrapped = String.join("\r\n", text.split("(?<=\\G.{80})"));
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).withText("a", wrapped);
    assertThat(warehouse.ingest().remitLines()).isEqualTo(1);
  }

  @Test
  void files_are_found_in_folders_and_by_content() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("in/box/report.pdf", X12Text.remittance(LINE));
    assertThat(warehouse.ingest().payments()).isEqualTo(1);
    assertThat(warehouse.row(INGESTED_FILE)).containsEntry("source_file", "in/box/report.pdf");
  }

  @Test
  void a_folder_in_the_warehouse_is_read() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Path inbox = Files.createDirectories(warehouse.resolve("inbox"));
    Files.writeString(inbox.resolve("a.835"), X12Text.remittance(LINE));
    assertThat(Ingestion.run(inbox, warehouse, null, Progress.SILENT).payments()).isEqualTo(1);
  }

  @Test
  void a_folder_around_the_warehouse_is_read_without_its_tables_and_key() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Files.writeString(folder.resolve("a.835"), X12Text.remittance(LINE));
    Ingestion.run(folder, warehouse, null, Progress.SILENT);
    assertThat(Ingestion.run(folder, warehouse, null, Progress.SILENT).files())
        .extracting(IngestedFile::sourceFile)
        .containsExactly("a.835");
  }

  @Test
  void a_folder_without_a_file_is_refused_and_no_warehouse_made() throws IOException {
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder);
    assertThatThrownBy(warehouse::ingest)
        .isInstanceOf(InputException.class)
        .hasMessageContaining("found no file");
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }

  @Test
  void a_transaction_delivered_twice_enters_once() throws IOException {
    String text = X12Text.remittance(LINE);
    String other =
        text.replace("000000001", "000000077")
            .replace("0001~", "4711~")
            .replace("ST*835*0001", "ST*835*4711");
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder)
            .withText("a.835", text)
            .withText("b.835", other.replace('*', '|').replace("~", "'\r\n"));
    warehouse.ingest();
    assertThat(warehouse.rows(PAYMENT)).hasSize(1);
    assertThat(warehouse.rows(INGESTED_TRANSACTION)).hasSize(1);
    assertThat(warehouse.rows(INGESTED_FILE))
        .extracting(row -> row.get("status"), row -> row.get("duplicate_transaction_count"))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("LOADED", 0),
            org.assertj.core.groups.Tuple.tuple("ALREADY_LOADED", 1));
  }

  @Test
  void a_claim_delivered_twice_enters_once() throws IOException {
    String sample =
        Files.readString(WarehouseUnderTest.sample("synthetic__p02_replacement_and_void.837"));
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder)
            .withText("a", sample)
            .withText("b", sample.replace("*51*", "*52*").replace("*51~", "*52~"));
    assertThat(warehouse.ingest().claims()).isEqualTo(2);
  }

  @Test
  void payments_that_share_a_trace_but_differ_both_enter() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder)
            .withText("a", X12Text.remittance(LINE))
            .withText("b", X12Text.remittance("CLP*PM-2*1*150*90**12*ICN1*11*1"));
    warehouse.ingest();
    assertThat(warehouse.column(PAYMENT, "payment_id")).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void a_file_with_an_old_and_a_new_transaction_adds_the_new_one() throws IOException {
    String old = X12Text.transaction("835*0001", X12Text.head(LINE));
    String added = X12Text.transaction("835*0002", X12Text.head(CLAIM.replace("PM-1", "PM-2")));
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder)
            .withText("a", X12Text.remittance(LINE))
            .withText("b", X12Text.interchange(9, "HP", "005010X221A1", old, added));
    warehouse.ingest();
    Map<String, @Nullable Object> second = warehouse.rows(INGESTED_FILE).get(1);
    assertThat(second)
        .containsEntry("status", "LOADED")
        .containsEntry("transaction_count", 2)
        .containsEntry("duplicate_transaction_count", 1)
        .containsEntry("payment_count", 1);
  }

  @Test
  void running_again_writes_no_batch() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder)
            .with("synthetic__02a_original_pay.835", "synthetic__15a_bad_amount.835")
            .with("synthetic__p02_replacement_and_void.837", "synthetic__15g_empty.835");
    assertThat(warehouse.ingest().batchId()).isNotNull();
    IngestionResult again = warehouse.ingest();
    assertThat(again.batchId()).isNull();
    assertThat(again.count(FileStatus.QUARANTINED)).isEqualTo(1);
    assertThat(again.held()).hasSize(1);
    assertThat(warehouse.rows(INGESTED_FILE)).hasSize(4);
  }

  @Test
  void the_same_bytes_under_another_name_are_recorded_and_add_nothing() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("a", X12Text.remittance(LINE));
    warehouse.ingest();
    warehouse.withText("b", X12Text.remittance(LINE)).ingest();
    assertThat(warehouse.column(INGESTED_FILE, "status"))
        .containsExactly("LOADED", "ALREADY_LOADED");
    assertThat(warehouse.rows(REMIT_LINE)).hasSize(1);
  }

  @Test
  void the_same_inputs_give_the_same_batch_name() throws IOException {
    IngestionResult one =
        WarehouseUnderTest.in(folder.resolve("1")).withText("a", X12Text.remittance(LINE)).ingest();
    IngestionResult two =
        WarehouseUnderTest.in(folder.resolve("2")).withText("a", X12Text.remittance(LINE)).ingest();
    assertThat(one.batchId()).isEqualTo(two.batchId());
  }

  @Test
  void nothing_of_a_held_transaction_goes_in_and_the_others_of_its_file_do() throws IOException {
    String good = X12Text.transaction("835*0001", X12Text.head(LINE));
    String bad = X12Text.transaction("835*0002", X12Text.head("CLP*PM-2*1*1,50*90"));
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder)
            .withText("a", X12Text.interchange(9, "HP", "005010X221A1", good, bad))
            .with("synthetic__02a_original_pay.835");
    IngestionResult result = warehouse.ingest();
    assertThat(result.held()).extracting(HeldTransaction::segmentIndex).containsExactly(24);
    assertThat(warehouse.column(PAYMENT, "source_file"))
        .containsExactlyInAnyOrder("a", "synthetic__02a_original_pay.835");
  }

  @Test
  void a_file_mended_under_its_name_goes_in() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("a", X12Text.remittance("CLP*PM-1*1*1,50*90"));
    warehouse.ingest();
    warehouse.withText("a", X12Text.remittance(LINE)).ingest();
    assertThat(warehouse.column(INGESTED_FILE, "status")).containsExactly("QUARANTINED", "LOADED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"999*0001*005010X231A1", "277*0001*005010X214", "271*0001"})
  void other_transactions_are_not_claim_data(String set) throws IOException {
    String text =
        X12Text.interchange(3, "HC", "005010", X12Text.transaction(set, List.of("AK1*HC*1")));
    WarehouseUnderTest warehouse = WarehouseUnderTest.in(folder).withText("a", text);
    assertThat(warehouse.ingest().files(FileStatus.NOT_CLAIM_DATA))
        .singleElement()
        .satisfies(
            file ->
                assertThat(file.reason())
                    .isEqualTo("holds transactions other than 835 and 837. No action needed."));
  }

  @Test
  void a_file_that_changes_while_it_is_read_is_refused() throws IOException {
    byte[] first = X12Text.remittance(LINE).getBytes(StandardCharsets.US_ASCII);
    byte[] then = X12Text.remittance(CLAIM).getBytes(StandardCharsets.US_ASCII);
    int[] readings = {0};
    // Read for its hash, to be checked, and to be written: it changes before the last.
    SourceFile file =
        new SourceFile("a", () -> new ByteArrayInputStream(++readings[0] < 3 ? first : then));
    Path warehouse = Files.createDirectories(folder.resolve("warehouse"));
    assertThatThrownBy(
            () ->
                Ingestion.run(List.of(file), FilePlace.of(warehouse), null, false, Progress.SILENT))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("changed while it was read");
    assertThat(new WarehouseUnderTest(folder, warehouse).rows(PAYMENT)).isEmpty();
  }

  @Test
  void rows_are_written_while_the_file_is_read() throws IOException {
    StringBuilder claims = new StringBuilder();
    int count = 20_000;
    for (int i = 0; i < count; i++) {
      claims.append(i == 0 ? "" : "~").append(String.join("~", LINE));
    }
    byte[] text =
        X12Text.remittance(claims.toString().split("~", -1)).getBytes(StandardCharsets.US_ASCII);
    ByteArrayInputStream in = new ByteArrayInputStream(text);
    int[] leftAtFirstRow = {-1};
    try (SetAside aside = new SetAside()) {
      FileReading reading =
          new FileReading(
              "a",
              "",
              FileReading.Purpose.WRITE,
              (ordinal, kind, provenance) ->
                  new RemittanceTransaction(
                      provenance,
                      "",
                      row -> leftAtFirstRow[0] = Math.max(leftAtFirstRow[0], in.available())),
              Map.of(),
              aside);
      reading.read(in);
    }
    assertThat(leftAtFirstRow[0]).isGreaterThan(text.length * 9 / 10);
  }

  @Test
  void a_file_that_is_in_the_warehouse_is_not_parsed_again() throws IOException {
    byte[] text = X12Text.remittance(LINE).getBytes(StandardCharsets.US_ASCII);
    int[] readings = {0};
    SourceFile file =
        new SourceFile(
            "a",
            () -> {
              readings[0]++;
              return new ByteArrayInputStream(text);
            });
    Path warehouse = Files.createDirectories(folder.resolve("warehouse"));
    Ingestion.run(List.of(file), FilePlace.of(warehouse), null, false, Progress.SILENT);
    readings[0] = 0;
    Ingestion.run(List.of(file), FilePlace.of(warehouse), null, false, Progress.SILENT);
    assertThat(readings[0]).as("readings, the one for its hash included").isEqualTo(1);
  }

  @Test
  void two_commands_do_not_write_at_once() throws IOException {
    WarehouseUnderTest warehouse =
        WarehouseUnderTest.in(folder).withText("a", X12Text.remittance(LINE));
    warehouse.ingest();
    try (FileChannel other =
        FileChannel.open(warehouse.warehouse().resolve("_lock"), StandardOpenOption.WRITE)) {
      assertThat(other.lock().isValid()).isTrue();
      assertThatThrownBy(warehouse::ingest)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("another command");
    }
  }

  @Test
  void a_missing_source_is_refused() {
    WarehouseUnderTest warehouse =
        new WarehouseUnderTest(folder.resolve("nowhere"), folder.resolve("warehouse"));
    assertThatThrownBy(warehouse::ingest).isInstanceOf(InputException.class);
    assertThat(folder.resolve("warehouse")).doesNotExist();
  }
}
