package org.allowable.report.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.allowable.model.Tables;
import org.allowable.report.ListWords;
import org.allowable.report.MartTables;
import org.allowable.report.Sheet;
import org.allowable.report.SheetList;
import org.allowable.report.TableBlock;
import org.allowable.report.Workbook;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are tables that a slicer or a pivot table can be put on. */
class ListSheetTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"monthly-report", "retraining-review"})
  void a_sheet_that_lists_a_mart_is_one_table_to_slice(String job) throws IOException {
    List<Sheet> sheets =
        SheetList.of(job)
            .sheets(
                ListWords.INVENTED,
                Map.of(
                    "summary", List::of,
                    "charts", List::of,
                    "payers", List::of,
                    "bridge", List::of,
                    "denials_by_physician", List::of,
                    "physicians", List::of),
                ListSheetTest::rows,
                MartTables.PLAIN);
    Path file = folder.resolve("lists.xlsx");
    WorkbookWriter.write(new Workbook("t", "", Instant.EPOCH, false, Map.of(), sheets), file);

    try (var in = Files.newInputStream(file);
        XSSFWorkbook book = new XSSFWorkbook(in)) {
      int lists = 0;
      for (int i = 0; i < sheets.size(); i++) {
        XSSFSheet sheet = book.getSheetAt(i);
        if (sheets.get(i).blocks().stream().filter(TableBlock.class::isInstance).count() == 1) {
          ListSheets.isOneTable(sheet);
          lists++;
        } else {
          ListSheets.haveTablesToSlice(sheet);
        }
      }
      assertThat(lists).isGreaterThan(5);
    }
  }

  private static Rows rows(String mart) {
    Table table = Tables.named(mart);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      rows.add(new Object[table.columnNames().size()]);
    }
    return Rows.of(table, rows);
  }
}
