package org.allowable.ingest.cms.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.allowable.ingest.cms.library.ReferenceCsv;
import org.allowable.model.Reference;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A few rows of the October 2025 release, written by hand in each layout in which CMS publishes.
 * The numbers are CMS's; the descriptions are ours. The other codes that a whole release must have
 * follow with nothing but zeros.
 */
record SampleRelease(String title, List<String> rows) {

  static final String OCTOBER_2025 =
      "2025 National Physician Fee Schedule Relative Value File October Release";

  private static final String NAMES =
      "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,"
          + "IND,DAYS,OP,OP,OP,PROC,SURG,SURG,SURG,SURG,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,"
          + "AMOUNT,AMOUNT,AMOUNT";

  private static final String RE_EXPORTED =
      "hcpcs,mod,description,status_code,not_used_for_medicare_payment,work_rvu,non_fac_pe_rvu,"
          + "non_fac_indicator,facility_pe_rvu,facility_indicator,mp_rvu,non_facility_total,"
          + "facility_total,pctc_ind,glob_days,pre_op,intra_op,post_op,mult_proc,bilat_surg,"
          + "asst_surg,co_surg,team_surg,endo_base,conv_factor,"
          + "physician_supervision_of_diagnostic_procedures,calculation_flag,"
          + "diagnostic_imaging_family_indicator,non_facility_pe_used_for_opps_payment_amount,"
          + "facility_pe_used_for_opps_payment_amount,mp_used_for_opps_payment_amount";

  private static final int PRICING_INDICATOR = 23;

  static SampleRelease october2025() {
    List<String> rows =
        new ArrayList<>(
            List.of(
                row("62321,,A,,1.95,5.63,,1.08,,0.18,7.76,3.21,0,000,0.00,0.00,0.00,2,9,1,0,0"),
                row("64483,,A,,1.90,5.24,,1.27,,0.16,7.30,3.33,0,000,0.00,0.00,0.00,2,1,1,0,0"),
                row("76000,,A,,0.30,0.95,,0.95,NA,0.04,1.29,1.29,1,XXX,0.00,0.00,0.00,0,0,0,0,0")
                    .replace("99,0.00,0.00,0.00", "99,7.50,7.50,0.12"),
                row("76000,26,A,,0.30,0.12,,0.12,,0.03,0.45,0.45,1,XXX,0.00,0.00,0.00,0,0,0,0,0"),
                row("76000,TC,A,,0.00,0.83,,0.83,NA,0.01,0.84,0.84,1,XXX,0.00,0.00,0.00,0,0,0,0,0")
                    .replace("99,0.00,0.00,0.00", "99,7.38,7.38,0.09"),
                row("62280,,A,,2.63,6.76,,1.91,,0.28,9.67,4.82,0,010,0.10,0.80,0.10,2,0,1,0,0")));
    for (List<String> shipped :
        ReferenceCsv.read(
            Path.of("data/reference/relative_value/2025D.csv"), Reference.RELATIVE_VALUE)) {
      String key = shipped.get(2) + "," + shipped.get(3) + ",";
      if (rows.stream().noneMatch(row -> row.startsWith(key))) {
        rows.add(empty(key));
      }
    }
    rows.add(empty("V5364,,"));
    return new SampleRelease(OCTOBER_2025, rows);
  }

  private static String empty(String key) {
    return row(key + "A,,0.00,0.00,,0.00,,0.00,0.00,0.00,0,XXX,0.00,0.00,0.00,0,0,0,0,0");
  }

  /** The same release without a code. */
  SampleRelease without(String code) {
    return new SampleRelease(
        title, rows.stream().filter(row -> !row.startsWith(code + ",")).toList());
  }

  private static String row(String start) {
    String described = start.replaceFirst("(,[^,]*),", "$1,our own words,");
    return described + ",,32.3465,09,0,99,0.00,0.00,0.00";
  }

  /** The same release with a text in its rows replaced. */
  SampleRelease with(String old, String replacement) {
    List<String> changed = rows.stream().map(row -> row.replace(old, replacement)).toList();
    if (changed.equals(rows)) {
      throw new IllegalArgumentException("The sample has no " + old);
    }
    return new SampleRelease(title, changed);
  }

  SampleRelease titled(String other) {
    return new SampleRelease(other, rows);
  }

  SampleRelease and(String row) {
    List<String> more = new ArrayList<>(rows);
    more.add(row);
    return new SampleRelease(title, more);
  }

  Path csv(Path file) throws IOException {
    return write(file, table(NAMES, rows), "\r\n");
  }

  Path csvOfBareCarriageReturns(Path file) throws IOException {
    return write(file, table(NAMES, rows), "\r");
  }

  Path csvOf2026(Path file) throws IOException {
    List<String> wider = rows.stream().map(row -> widened(row, "9")).toList();
    return write(file, table(widened(NAMES, "IND"), wider), "\r\n");
  }

  Path reExported(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of(RE_EXPORTED));
    lines.addAll(rows.stream().map(row -> row.replace("0.00", "0.0")).toList());
    return write(file, lines, "\r\n");
  }

  Path fixed(Path file) throws IOException {
    List<String> lines = new ArrayList<>(List.of("HDR NOTICE", "HDR RESERVED."));
    rows.forEach(row -> lines.add(fixed(row.split(",", -1))));
    return write(file, lines, "\r\n");
  }

  Path workbook(Path file) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = workbook.createSheet();
      List<String> lines = table(NAMES, rows);
      for (int i = 0; i < lines.size() - 1; i++) {
        fill(sheet.createRow(i), lines.get(i).split(",", -1));
      }
      workbook.write(out);
    }
    return file;
  }

  // A number is a number in a workbook, so that leading zeros go.
  private static void fill(XSSFRow row, String[] cells) {
    for (int i = 0; i < cells.length; i++) {
      if (cells[i].matches("[1-9]?\\d*\\.?\\d+") && !cells[i].matches("0\\d+")) {
        row.createCell(i).setCellValue(Double.parseDouble(cells[i]));
      } else if (!cells[i].isEmpty()) {
        row.createCell(i).setCellValue(cells[i]);
      }
    }
  }

  private List<String> table(String names, List<String> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(",," + title + ",".repeat(28));
    lines.add(",,A notice about rights" + ",".repeat(28));
    lines.add(names);
    lines.addAll(rows);
    lines.add("\u001a" + ",".repeat(30));
    return lines;
  }

  private static String widened(String row, String cell) {
    List<String> cells = new ArrayList<>(Arrays.asList(row.split(",", -1)));
    cells.add(PRICING_INDICATOR, cell);
    return String.join(",", cells);
  }

  // Written after CMS's record layout, position by position.
  private static String fixed(String[] c) {
    return String.format("%-5s%-2s%-50s%s ", c[0], c[1], c[2], c[3])
        + String.format("%6s %6s%-2s %6s%-2s", c[5], c[6], c[7], c[8], c[9])
        + String.format(" %5s %6s%6s%s%3s", c[10], c[11], c[12], c[13], c[14])
        + Arrays.stream(c, 15, 18).map(s -> s.substring(1)).collect(Collectors.joining())
        + String.join("", c[18], c[19], c[20], c[21], c[22])
        + String.format("       %5s%8s %2s%s %2s    ", c[23], c[24], c[25], c[26], c[27])
        + String.format("%6s %6s %6s", c[28], c[29], c[30]);
  }

  private static Path write(Path file, List<String> lines, String end) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, String.join(end, lines) + end, StandardCharsets.ISO_8859_1);
    return file;
  }
}
