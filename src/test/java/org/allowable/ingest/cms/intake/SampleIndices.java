package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.model.Reference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A year's geographic indices, from the shipped table, written in the layouts of addendum E.
 *
 * @param year the year in the title
 * @param rows carrier, locality, state, name and the three indices
 */
record SampleIndices(String year, List<List<String>> rows) {

  private static final String TITLE =
      "ADDENDUM E. FINAL CY %s GEOGRAPHIC PRACTICE COST INDICES (GPCIs) BY STATE AND MEDICARE"
          + " LOCALITY";
  private static final String NAMES =
      "Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,"
          + "%1$s PW GPCI (with 1.0 Floor),%1$s PE GPCI,%1$s MP GPCI";

  static SampleIndices of(String year) {
    Path file = Path.of("data/reference/gpci", year + ".csv");
    return new SampleIndices(
        year,
        ReferenceCsv.read(file, Reference.GPCI).stream().map(row -> row.subList(2, 9)).toList());
  }

  SampleIndices without(String carrier, String locality) {
    return new SampleIndices(
        year,
        rows.stream()
            .filter(row -> !row.subList(0, 2).equals(List.of(carrier, locality)))
            .toList());
  }

  SampleIndices withFirstWorkIndex(String index) {
    List<List<String>> changed = new ArrayList<>(rows);
    List<String> first = new ArrayList<>(rows.get(0));
    first.set(4, index);
    changed.set(0, first);
    return new SampleIndices(year, changed);
  }

  SampleIndices called(String other) {
    return new SampleIndices(other, rows);
  }

  Path csv(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(TITLE.formatted(year) + ",,,,,,");
    lines.add(",,,,,,");
    lines.add(NAMES.formatted(year));
    for (List<String> row : rows) {
      lines.add(
          String.join(",", row.get(0), row.get(2), row.get(1), quoted(row.get(3) + "*"))
              + ","
              + String.join(",", row.subList(4, 7)));
    }
    lines.add("*A note, with a comma,,,,,,".replaceFirst("^(.*?),,", "\"$1\",,"));
    return write(file, lines);
  }

  Path reExported(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("mac,state,locality_number,locality_name,gpci_work,gpci_pe,gpci_mp,gpci_gaf");
    for (List<String> row : rows) {
      lines.add(
          String.join(",", row.get(0), row.get(2), row.get(1), quoted(row.get(3)))
              + ","
              + String.join(",", row.subList(4, 7))
              + ",0.9");
    }
    return write(file, lines);
  }

  Path fixed(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(TITLE.formatted(year), ""));
    for (List<String> row : rows) {
      lines.add(
          String.format(
              "%-16s%-8s%-5s%-92s%s       %s       %s",
              row.get(0), row.get(2), row.get(1), row.get(3), row.get(4), row.get(5), row.get(6)));
    }
    lines.add("**A note.");
    return write(file, lines);
  }

  Path workbook(Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet();
      sheet.createRow(0).createCell(0).setCellValue(TITLE.formatted(year));
      XSSFRow names = sheet.createRow(2);
      String[] columns = NAMES.formatted(year).split(",", -1);
      for (int i = 0; i < columns.length; i++) {
        names.createCell(i).setCellValue(columns[i]);
      }
      for (int i = 0; i < rows.size(); i++) {
        fill(sheet.createRow(3 + i), rows.get(i));
      }
      workbook.write(out);
    }
    return file;
  }

  private static void fill(XSSFRow line, List<String> row) {
    line.createCell(0).setCellValue(row.get(0));
    line.createCell(1).setCellValue(row.get(2));
    line.createCell(2).setCellValue(Double.parseDouble(row.get(1)));
    line.createCell(3).setCellValue(row.get(3));
    for (int i = 4; i < 7; i++) {
      line.createCell(i).setCellValue(Double.parseDouble(row.get(i)));
    }
  }

  private static String quoted(String text) {
    return text.contains(",") ? '"' + text + '"' : text;
  }

  private static Path write(Path file, List<String> lines) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, String.join("\r\n", lines) + "\r\n", StandardCharsets.ISO_8859_1);
    return file;
  }
}
