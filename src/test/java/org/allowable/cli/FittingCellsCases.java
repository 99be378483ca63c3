package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns are as wide as what stands in them. */
@Tag("long")
class FittingCellsCases {

  // What a filter button takes of a header.
  private static final int BUTTON = 3;
  private static final double BOLD = 1.06;

  private final DataFormatter shown = new DataFormatter();

  @ParameterizedTest
  @ValueSource(
      strings = {"monthly-report", "contract-comparison", "retraining-review", "scorecard"})
  void no_word_of_a_header_is_broken(String report) throws IOException {
    List<String> broken = new ArrayList<>();
    int headers = 0;
    for (Path file : PrintedTypeCases.files(".xlsx", SampleReports.named(report))) {
      try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
        for (XSSFTable table : tables(book)) {
          XSSFSheet sheet = table.getXSSFSheet();
          for (Cell cell : sheet.getRow(table.getStartRowIndex())) {
            headers++;
            int longest =
                Arrays.stream(cell.getStringCellValue().split(" |(?<=-)", -1))
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            if (longest + BUTTON > sheet.getColumnWidth(cell.getColumnIndex()) / 256) {
              broken.add(sheet.getSheetName() + ": " + cell.getStringCellValue());
            }
          }
        }
      }
    }
    assertThat(headers).isGreaterThan(60);
    assertThat(broken).isEmpty();
  }

  // Excel shows #### in place of a number that has no room.
  @ParameterizedTest
  @ValueSource(
      strings = {"monthly-report", "contract-comparison", "retraining-review", "scorecard"})
  void every_number_fits_its_column(String report) throws IOException {
    List<String> cut = new ArrayList<>();
    int numbers = 0;
    for (Path file : PrintedTypeCases.files(".xlsx", SampleReports.named(report))) {
      try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
        for (XSSFTable table : tables(book)) {
          XSSFSheet sheet = table.getXSSFSheet();
          for (int i = table.getStartRowIndex() + 1; i <= table.getEndRowIndex(); i++) {
            XSSFRow row = sheet.getRow(i);
            for (Cell cell : row) {
              if (isNumber(cell)) {
                numbers++;
                if (characters(cell) > sheet.getColumnWidth(cell.getColumnIndex()) / 256.0) {
                  cut.add(sheet.getSheetName() + ": " + words(cell));
                }
              }
            }
          }
        }
      }
    }
    assertThat(numbers).isGreaterThan(400);
    assertThat(cut).isEmpty();
  }

  private static List<XSSFTable> tables(XSSFWorkbook book) {
    List<XSSFTable> tables = new ArrayList<>();
    book.forEach(sheet -> tables.addAll(((XSSFSheet) sheet).getTables()));
    return tables;
  }

  private static boolean isNumber(Cell cell) {
    return cell.getCellType() == CellType.NUMERIC
        || (cell.getCellType() == CellType.FORMULA
            && cell.getCachedFormulaResultType() == CellType.NUMERIC);
  }

  private String words(Cell cell) {
    String format = cell.getCellStyle().getDataFormatString();
    return shown.formatRawCellContents(
        cell.getNumericCellValue(), cell.getCellStyle().getDataFormat(), format);
  }

  // In digits of the body's letters.
  private double characters(Cell cell) {
    XSSFWorkbook book = (XSSFWorkbook) cell.getSheet().getWorkbook();
    double width = words(cell).chars().mapToDouble(FittingCellsCases::digits).sum();
    return book.getFontAt(cell.getCellStyle().getFontIndex()).getBold() ? width * BOLD : width;
  }

  private static double digits(int character) {
    return switch (character) {
      case ',', '.', ' ' -> 0.5;
      case '-', '(', ')' -> 0.65;
      case '%' -> 1.45;
      default -> 1;
    };
  }
}
