package org.allowable.ingest.cms.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.allowable.ingest.cms.intake.ImportReport.State;
import org.allowable.model.Reference;
import org.allowable.model.Sha256;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives that are imported as if they were unpacked. */
class ArchiveImportTest {

  private static final String ADD_ONS =
      "primary_code,add_on_code,aoc_edit_type\n64483,64484,1\nCCCCC,0054T,2\n";
  private static final String EXCLUDED =
      """
      Addendum EE -- Procedures Excluded from Payment in ASCs for CY 2026,
      HCPCS Code,Short Descriptor
      00176,our own words
      """;

  @TempDir Path temp;
  private ImportFolder files;

  @BeforeEach
  void folders() throws IOException {
    files = ImportFolder.in(temp);
  }

  @Test
  void an_entry_becomes_a_table_that_names_archive_and_entry() throws IOException {
    zip("release.zip", Map.of("folder/aoc.csv", ADD_ONS));
    files.run();
    assertThat(files.rows(Reference.ADD_ON_CODE, ""))
        .allSatisfy(
            row ->
                assertThat(row.subList(3, 5))
                    .containsExactly("release.zip/folder/aoc.csv", Sha256.of(ADD_ONS)));
  }

  @Test
  void an_entry_is_reported_where_the_user_finds_it() throws IOException {
    zip("release.zip", Map.of("folder/aoc.csv", ADD_ONS));
    assertThat(files.run().outcomes().get(0).file())
        .isEqualTo(files.source().resolve("release.zip/folder/aoc.csv"));
  }

  @Test
  void an_archive_says_the_quarter_of_its_entries() throws IOException {
    zip("april_2026_asc_addenda.zip", Map.of("EE.csv", EXCLUDED));
    files.run();
    assertThat(files.facts(Reference.ASC_EXCLUDED, "2026B")).hasSize(1);
  }

  @Test
  void an_archive_says_the_release_of_its_entries() throws IOException {
    Path release = SampleRelease.october2025().fixed(temp.resolve("download.txt"));
    zip("rvu25d_0.zip", Map.of("any.txt", Files.readString(release, StandardCharsets.ISO_8859_1)));
    files.run();
    assertThat(files.rows(Reference.RELATIVE_VALUE, "2025D")).hasSize(59);
  }

  @Test
  void an_archive_in_an_archive_is_read_too() throws IOException {
    byte[] inner = zipped(Map.of("aoc.csv", ADD_ONS.getBytes(StandardCharsets.UTF_8)));
    Files.write(files.source().resolve("outer.zip"), zipped(Map.of("inner.zip", inner)));
    files.run();
    assertThat(files.rows(Reference.ADD_ON_CODE, "").get(0).get(3))
        .isEqualTo("outer.zip/inner.zip/aoc.csv");
  }

  @Test
  void a_compressed_file_is_read_and_its_own_hash_kept() throws IOException {
    Path file = files.source().resolve("aoc.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(ADD_ONS.getBytes(StandardCharsets.UTF_8));
    }
    files.run();
    assertThat(files.rows(Reference.ADD_ON_CODE, "").get(0).subList(3, 5))
        .containsExactly("aoc.csv.gz", Sha256.of(file));
  }

  @Test
  void a_damaged_archive_is_refused_in_one_sentence() throws IOException {
    Path file = zip("release.zip", Map.of("aoc.csv", ADD_ONS));
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(files.refusal())
        .endsWith("release.zip is damaged or not a complete archive. Download it again.");
  }

  @Test
  void a_damaged_compressed_file_is_refused() throws IOException {
    Files.write(files.source().resolve("aoc.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 1});
    assertThat(files.refusal()).contains("cannot be unpacked");
  }

  @Test
  void an_entry_that_names_a_place_outside_is_refused() throws IOException {
    zip("release.zip", Map.of("../../aoc.csv", ADD_ONS));
    assertThat(files.refusal()).contains("names a place outside of it");
  }

  @Test
  void a_refused_archive_keeps_all_others_out() throws IOException {
    zip("release.zip", Map.of("../aoc.csv", ADD_ONS));
    files.write(
        "wages.csv", "cbsa,effective_from_date,effective_to_date,wage_index\n31,2025-01-01,,0.9\n");
    files.run();
    assertThat(files.reference()).doesNotExist();
  }

  @Test
  void an_archive_of_other_things_is_passed_over() throws IOException {
    zip("release.zip", Map.of("readme.txt", "our own words"));
    assertThat(files.states()).containsExactly(State.NOT_IMPORTED);
  }

  private Path zip(String name, Map<String, String> entries) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    entries.forEach((entry, text) -> bytes.put(entry, text.getBytes(StandardCharsets.ISO_8859_1)));
    return Files.write(files.source().resolve(name), zipped(bytes));
  }

  private static byte[] zipped(Map<String, byte[]> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue());
      }
    }
    return bytes.toByteArray();
  }
}
