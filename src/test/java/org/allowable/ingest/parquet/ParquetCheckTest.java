package org.allowable.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.allowable.model.InputException;
import org.allowable.model.Table;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetCheckTest {

  private static final String COLUMNS =
      "claim_id string not null, paid_amount decimal(12,2), service_date date,"
          + " adjustments array<struct<reason_code: string, amount: decimal(12,2)>>";

  private static final Table TABLE = Table.of("visit", "claim_id", COLUMNS);

  @TempDir private Path folder;

  private Path file(String ddl, @Nullable Object... row) throws IOException {
    Path file = folder.resolve("part.parquet");
    try (ParquetRowFile out = new ParquetRowFile(file, Table.of("part", "", ddl).columns())) {
      for (int i = 0; i < 100; i++) {
        out.write(row);
      }
    }
    return file;
  }

  private Path good() throws IOException {
    return file(
        COLUMNS,
        "A",
        new BigDecimal("1.25"),
        LocalDate.of(2026, 1, 2),
        List.<Object[]>of(new Object[] {"45", new BigDecimal("3.00")}));
  }

  private static void assertRefused(Path file, String... words) {
    assertThatThrownBy(() -> ParquetCheck.check(file, TABLE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContainingAll(words);
  }

  @Test
  void a_whole_file_says_how_many_rows_it_has() throws IOException {
    assertThat(ParquetCheck.check(good(), TABLE)).isEqualTo(100);
  }

  @Test
  void a_truncated_file_is_refused() throws IOException {
    Path file = good();
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(file, "cut off");
  }

  @Test
  void a_file_of_zero_bytes_is_refused() throws IOException {
    Path file = good();
    Files.write(file, new byte[0]);
    assertRefused(file, "zero bytes");
  }

  @Test
  void a_text_file_is_refused() throws IOException {
    Path file = folder.resolve("part.parquet");
    Files.writeString(file, "claim_id,paid_amount\nA,1.25\n");
    assertRefused(file, "not Parquet");
  }

  @Test
  void a_missing_column_is_refused() throws IOException {
    Path file = file("claim_id string not null, service_date date", "A", null);
    assertRefused(file, "column paid_amount", "decimal(12,2)", "no such column");
  }

  @Test
  void a_double_where_money_should_be_is_refused() throws IOException {
    MessageType type =
        MessageTypeParser.parseMessageType(
            "message m { required binary claim_id (UTF8); optional double paid_amount; }");
    Path file = folder.resolve("part.parquet");
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .build()) {
      SimpleGroup group = new SimpleGroup(type);
      group.add("claim_id", "A");
      group.add("paid_amount", 1.25);
      out.write(group);
    }
    assertRefused(file, "column paid_amount", "decimal(12,2)", "double");
  }

  @Test
  void a_decimal_of_another_scale_is_refused() throws IOException {
    Path file = file("claim_id string not null, paid_amount decimal(12,3)", "A", null);
    assertRefused(file, "column paid_amount", "decimal(12,2)", "decimal(12,3)");
  }

  @Test
  void a_decimal_of_more_precision_is_refused() throws IOException {
    Path file = file("claim_id string not null, paid_amount decimal(14,2)", "A", null);
    assertRefused(file, "column paid_amount", "decimal(14,2)");
  }

  @Test
  void a_decimal_of_less_precision_is_accepted() throws IOException {
    Path file =
        file(
            "claim_id string, paid_amount decimal(9,2), service_date date,"
                + " adjustments array<struct<reason_code: string, amount: decimal(9,2)>>",
            "A",
            null,
            null,
            null);
    assertThat(ParquetCheck.check(file, TABLE)).isEqualTo(100);
  }

  @Test
  void a_timestamp_is_not_a_date() throws IOException {
    MessageType type =
        MessageTypeParser.parseMessageType(
            "message m { required binary claim_id (UTF8);"
                + " optional int64 paid_amount (DECIMAL(12,2));"
                + " optional int64 service_date (TIMESTAMP_MICROS); }");
    Path file = folder.resolve("part.parquet");
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withType(type)
            .build()) {
      SimpleGroup group = new SimpleGroup(type);
      group.add("claim_id", "A");
      out.write(group);
    }
    assertRefused(file, "column service_date", "date", "timestamp");
  }

  @Test
  void a_struct_without_one_of_its_fields_is_refused() throws IOException {
    Path file =
        file(
            "claim_id string, paid_amount decimal(12,2), service_date date,"
                + " adjustments array<struct<reason_code: string>>",
            "A",
            null,
            null,
            null);
    assertRefused(file, "column adjustments");
  }

  @Test
  void nulls_where_none_may_be_are_refused() throws IOException {
    Path file =
        file(
            "claim_id string, paid_amount decimal(12,2), service_date date,"
                + " adjustments array<struct<reason_code: string, amount: decimal(12,2)>>",
            null,
            null,
            null,
            null);
    assertRefused(file, "column claim_id", "100 nulls");
  }

  @Test
  void order_further_columns_and_case_do_not_matter() throws IOException {
    Path file =
        file(
            "note string, service_date date, PAID_AMOUNT decimal(12,2),"
                + " adjustments array<struct<amount: decimal(12,2), reason_code: string,"
                + " note: string>>, claim_id string",
            null,
            null,
            null,
            null,
            "A");
    assertThat(ParquetCheck.check(file, TABLE)).isEqualTo(100);
  }
}
