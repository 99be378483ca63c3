package org.allowable.ingest.parquet;

import static org.allowable.model.Warehouse.PROVIDER_ADJUSTMENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows go into a batch and come back, however many months they are of. */
class WarehouseRowsTest {

  @TempDir private Path warehouse;

  @Test
  void a_row_comes_back_as_it_went_in() throws IOException {
    @Nullable Object[] row = row(1, "REF", "2025-08");
    try (WarehouseBatch batch = WarehouseBatch.begin(warehouse, "b1")) {
      batch.write(PROVIDER_ADJUSTMENT, row);
      batch.commit();
    }
    assertThat(read()).containsExactly(row);
  }

  @Test
  void a_batch_that_was_not_committed_leaves_nothing() throws IOException {
    try (WarehouseBatch batch = WarehouseBatch.begin(warehouse, "b1")) {
      batch.write(PROVIDER_ADJUSTMENT, row(1, "REF", "2025-08"));
    }
    assertThat(read()).isEmpty();
  }

  @Test
  void rows_of_many_months_do_not_all_wait_in_memory() throws IOException {
    int count = 60_000;
    Random random = new Random(1);
    try (WarehouseBatch batch = WarehouseBatch.begin(warehouse, "b1")) {
      for (int i = 0; i < count; i++) {
        byte[] noise = new byte[400];
        random.nextBytes(noise);
        String reference = java.util.HexFormat.of().formatHex(noise);
        batch.write(PROVIDER_ADJUSTMENT, row(i, reference, "m" + i % 12));
      }
      batch.commit();
    }
    assertThat(warehouse.resolve("provider_adjustment/payment_month=m0/b1.parquet")).exists();
    assertThat(files()).anyMatch(name -> name.endsWith("b1-part2.parquet"));
    assertThat(read()).extracting(row -> row[1]).hasSize(count).doesNotHaveDuplicates();
  }

  private List<String> files() throws IOException {
    try (var paths = Files.walk(warehouse)) {
      return paths.map(Path::toString).toList();
    }
  }

  private List<@Nullable Object[]> read() throws IOException {
    List<@Nullable Object[]> rows = new ArrayList<>();
    WarehouseRows.read(warehouse, PROVIDER_ADJUSTMENT, rows::add);
    return rows;
  }

  private static @Nullable Object[] row(int ordinal, String reference, String month) {
    return new @Nullable Object[] {
      "id",
      ordinal,
      null,
      LocalDate.of(2025, 12, 31),
      "WO",
      reference,
      new BigDecimal("-1.50"),
      "file",
      "sha",
      null,
      null,
      null,
      7,
      month
    };
  }
}
