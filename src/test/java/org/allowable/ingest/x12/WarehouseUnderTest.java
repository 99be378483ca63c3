package org.allowable.ingest.x12;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.Progress;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/** A folder of files, the warehouse they are ingested into, and what is in it afterwards. */
record WarehouseUnderTest(Path source, Path warehouse) {

  static WarehouseUnderTest in(Path folder) throws IOException {
    Path source = Files.createDirectories(folder.resolve("source"));
    return new WarehouseUnderTest(source, folder.resolve("warehouse"));
  }

  /** A file of the test resources. */
  static Path sample(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(WarehouseUnderTest.class.getResource("/x12/" + name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Puts samples into the folder. */
  WarehouseUnderTest with(String... samples) throws IOException {
    for (String name : samples) {
      Files.copy(sample(name), source.resolve(name));
    }
    return this;
  }

  /** Puts a text into the folder. */
  WarehouseUnderTest withText(String name, String text) throws IOException {
    Files.createDirectories(source.resolve(name).resolveSibling("."));
    Files.writeString(source.resolve(name), text);
    return this;
  }

  IngestionResult ingest() throws IOException {
    return Ingestion.run(source, warehouse, null, Progress.SILENT);
  }

  /** The rows of a table, each by column name. */
  List<Map<String, @Nullable Object>> rows(Table table) throws IOException {
    String[] names = table.columnNames().toArray(String[]::new);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    WarehouseRows.read(
        warehouse,
        table,
        values -> {
          Map<String, @Nullable Object> row = new LinkedHashMap<>();
          for (int i = 0; i < names.length; i++) {
            row.put(names[i], values[i]);
          }
          rows.add(row);
        });
    return rows;
  }

  /** The only row of a table. */
  Map<String, @Nullable Object> row(Table table) throws IOException {
    List<Map<String, @Nullable Object>> rows = rows(table);
    if (rows.size() != 1) {
      throw new AssertionError("Expected one row of " + table.name() + ", found " + rows.size());
    }
    return rows.get(0);
  }

  /** A column of all rows. */
  List<@Nullable Object> column(Table table, String name) throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows(table)) {
      values.add(row.get(name));
    }
    return values;
  }
}
