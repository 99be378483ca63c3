package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.parquet.ParquetRowFile;
import org.allowable.ingest.parquet.WarehouseRows;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, its exit codes, and what it says of bad notes. */
@Tag("long")
class CodingReviewCommandTest {

  private static final String NOTES = "note_id,claim_id,service_date,approach,levels,imaging\n";

  @TempDir private Path folder;

  // The tests' own Spark, not one whose folder goes with a command.
  @BeforeEach
  void startSpark() {}

  private Path claims(String lines) throws IOException {
    String text =
        "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER      "
            + " *251001*1200*^*00501*000000001*0*T*:~GS*HC*SENDER*RECEIVER*20251001*1200*7*X*005010X222A1~"
            + "ST*837*0001*005010X222A1~BHT*0019*00*BATCH*20251007*1200*CH~HL*1**20*1~"
            + "NM1*85*2*SYN PAIN CLINIC*****XX*1999999984~N4*ANYTOWN*NJ*070000000~HL*2*1*22*0~"
            + "SBR*P*18*******MB~NM1*IL*1*SYNTH*PAT****MI*M002~DMG*D8*19600101*F~"
            + "NM1*PR*2*PAYER*****PI*MCR01~CLM*REF-77*580***11:B:1*Y*A*Y*Y~HI*ABK:M5416~"
            + "NM1*82*1*DOE*JANE****XX*1999999943~"
            + lines
            + "SE*%d*0001~GE*1*7~IEA*1*000000001~";
    int segments = (int) text.chars().filter(c -> c == '~').count() - 4;
    return Files.writeString(folder.resolve("claims.837"), text.formatted(segments));
  }

  private Path dirty() throws IOException {
    return claims(
        "LX*1~SV1*HC:62323*500*UN*1***1~DTP*472*D8*20251006~"
            + "LX*2~SV1*HC:77003:26*80*UN*1***1~DTP*472*D8*20251006~");
  }

  private Path clean() throws IOException {
    return claims("LX*1~SV1*HC:62323*580*UN*1***1~DTP*472*D8*20251006~");
  }

  @Test
  void clean_claims_end_with_0() throws IOException {
    CommandRun run = CommandRun.of("coding-review", "--in", clean());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("Nothing found.", "no notes");
  }

  @Test
  void findings_of_claims_and_of_a_patients_note_end_with_6_and_a_file_that_names_the_claim()
      throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(dirty(), in.resolve("claims.837"));
    Path warehouse = folder.resolve("warehouse");
    CommandRun.of("ingest", "--in", in, "--warehouse", warehouse);
    List<String> patients = new ArrayList<>();
    WarehouseRows.read(
        warehouse,
        Warehouse.CLAIM_LINE,
        row -> patients.add(String.valueOf(row[Warehouse.CLAIM_LINE.indexOf("patient_key")])));
    Path notes =
        Files.writeString(folder.resolve("notes.csv"), OF_PATIENT.formatted(patients.get(0)));
    Path key = warehouse.resolve("patient-key");
    Path out = folder.resolve("findings.csv");
    CommandRun run =
        CommandRun.of(
            "coding-review", "--in", in, "--notes", notes, "--patient-key", key, "--out", out);
    assertThat(run.code()).as(run.err()).isEqualTo(6);
    // Without a practice file the claim filing indicator says that it is Medicare's.
    assertThat(run.out())
        .contains("IMAGING_BUNDLED", "NOTE_OTHER_CODE", "NOTE_ELEMENT_MISSING", out.toString())
        .doesNotContain("REF-77");
    assertThat(Files.readString(out)).contains("REF-77", "77003", "62323");
    assertThat(Files.getPosixFilePermissions(out)).hasSize(2);
  }

  @Test
  void a_file_that_cannot_be_read_whole_ends_with_4_and_the_others_can_be_piped()
      throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    Files.copy(dirty(), in.resolve("good.837"));
    // Other claims: what a whole file says of a claim is not missed in a cut one.
    String cut = Files.readString(in.resolve("good.837")).replace("CLM*", "CLM*CUT");
    Files.writeString(in.resolve("cut.837"), cut.substring(0, cut.length() - 60));
    CommandRun run = CommandRun.of("coding-review", "--in", in, "--out", "-");
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("Not reviewed: cut.837", "IMAGING_BUNDLED");
    assertThat(run.out()).startsWith("claim_line_key,").contains("REF-77");
  }

  private void refused(String notes, String... saying) throws IOException {
    Path file = Files.writeString(folder.resolve("notes.csv"), notes);
    CommandRun run = CommandRun.of("coding-review", "--in", clean(), "--notes", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains(saying).doesNotContain("SECRET");
  }

  @Test
  void a_bad_date_of_a_note_is_named_by_row_and_column() throws IOException {
    refused(NOTES + "1,REF-77,10/06/SECRET,,,\n", "row 2", "service_date");
  }

  @Test
  void an_imaging_that_is_not_of_the_list_is_named() throws IOException {
    refused(NOTES + "1,REF-77,2025-10-06,,,SECRET\n", "row 2", "imaging", "fluoroscopy");
  }

  @Test
  void a_note_of_nobody_is_named() throws IOException {
    refused(NOTES + "1,,2025-10-06,,,\n", "row 2", "claim_id");
  }

  @Test
  void a_note_twice_is_named() throws IOException {
    refused(NOTES + "1,A,2025-10-06,,,\n1,B,2025-10-06,,,\n", "row 3", "note_id", "row 2");
  }

  @Test
  void a_column_that_nobody_knows_is_named_by_its_place() throws IOException {
    refused("note_id,claim_id,service_date,SECRET\n", "row 1, column 4");
  }

  @Test
  void a_column_that_every_note_needs_is_missed() throws IOException {
    refused("note_id,claim_id\n", "service_date");
  }

  @Test
  void a_parquet_file_of_something_else_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.parquet"), "SECRET");
    CommandRun run = CommandRun.of("coding-review", "--in", clean(), "--notes", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("notes.parquet", "Parquet").doesNotContain("SECRET");
  }

  @Test
  void claims_that_are_not_there_are_named() {
    CommandRun run = CommandRun.of("coding-review", "--in", folder.resolve("nothing"));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("nothing", "837P");
  }

  @Test
  void an_approach_that_the_table_does_not_know_is_named_with_those_it_does() throws IOException {
    refused(NOTES + "1,REF-77,2025-10-06,SECRET,,\n", "row 2", "column approach", "transforaminal");
  }

  private Path parquet(@Nullable Object[]... notes) throws IOException {
    Path file = folder.resolve("notes.parquet");
    Table table = ProcedureNotes.PROCEDURE_NOTE;
    try (ParquetRowFile rows = new ParquetRowFile(file, table.columns())) {
      for (@Nullable Object[] cells : notes) {
        @Nullable Object[] row = new @Nullable Object[table.columns().size()];
        row[table.indexOf("note_id")] = cells[0];
        row[table.indexOf("claim_id")] = cells[1];
        row[table.indexOf("imaging")] = cells[2];
        row[table.indexOf("service_date")] = LocalDate.of(2025, 10, 6);
        rows.write(row);
      }
    }
    return file;
  }

  private void parquetRefused(Path file, String... saying) throws IOException {
    CommandRun run = CommandRun.of("coding-review", "--in", clean(), "--notes", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains(saying).doesNotContain("SECRET");
  }

  @Test
  void an_imaging_in_parquet_that_is_not_of_the_list_is_named() throws IOException {
    parquetRefused(
        parquet(new Object[] {"1", "REF-77", "ct"}, new Object[] {"2", "REF-77", "SECRET"}),
        "row 2, column imaging");
  }

  @Test
  void a_note_twice_in_parquet_is_named() throws IOException {
    parquetRefused(
        parquet(new Object[] {"1", "A", "ct"}, new Object[] {"1", "B", "ct"}),
        "row 2, column note_id");
  }

  @Test
  void a_note_of_nobody_in_parquet_is_named() throws IOException {
    parquetRefused(parquet(new @Nullable Object[] {"1", null, "ct"}), "row 1, column claim_id");
  }

  private void notUtf8(String text) throws IOException {
    Path file = folder.resolve("notes.csv");
    Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));
    CommandRun run = CommandRun.of("coding-review", "--in", clean(), "--notes", file);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("is not UTF-8");
  }

  @Test
  void a_cell_that_is_not_utf_8_is_said() throws IOException {
    notUtf8(NOTES + "\u00fc,REF-77,2025-10-06,,,none\n");
  }

  @Test
  void a_header_that_is_not_utf_8_is_said() throws IOException {
    notUtf8("\u00fc," + NOTES);
  }

  @Test
  void a_quote_that_is_not_closed_in_the_header_is_said() throws IOException {
    refused("\"note_id,claim_id\n", "a quote is not closed");
  }

  @Test
  void findings_cannot_go_to_a_folder() throws IOException {
    Path out = Files.createDirectory(folder.resolve("findings"));
    CommandRun run = CommandRun.of("coding-review", "--in", dirty(), "--out", out);
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("is a folder");
    assertThat(folder).isDirectoryNotContaining("glob:**.findings*");
  }

  @Test
  void where_no_file_can_be_read_whole_the_reasons_are_said() throws IOException {
    String whole = Files.readString(dirty());
    Path cut = Files.writeString(folder.resolve("cut.837"), whole.substring(0, 300));
    CommandRun run = CommandRun.of("coding-review", "--in", cut);
    assertThat(run.code()).isEqualTo(4);
    assertThat(run.err()).contains("Not reviewed: cut.837");
  }

  private static final String OF_PATIENT =
      "note_id,patient_key,rendering_npi,service_date,imaging\n1,%s,1999999943,2025-10-06,none\n";

  @Test
  void a_note_of_a_patient_needs_the_key_of_the_warehouse() throws IOException {
    refused(OF_PATIENT.formatted("SECRET"), "row 2, column claim_id", "--patient-key");
  }
}
