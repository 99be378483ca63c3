package org.allowable.ingest.cms.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceLibraryTest {

  private static final String HEADER = "carrier,locality,last_date,source\n";

  @TempDir Path folder;

  @Test
  void the_index_names_every_file_that_ships() throws IOException {
    Path shipped = Path.of("data/reference");
    try (Stream<Path> all = Files.walk(shipped)) {
      assertThat(ReferenceLibrary.shippedNames())
          .isEqualTo(
              all.filter(ReferenceCsv::isNamed)
                  .map(file -> shipped.relativize(file).toString().replace('\\', '/'))
                  .sorted()
                  .toList());
    }
  }

  // A run takes them as they are.
  @Test
  void every_table_that_ships_is_as_it_is_declared() {
    Path shipped = Path.of("data/reference");
    for (Table table : Reference.TABLES) {
      ReferenceLibrary.check(ReferenceLibrary.files(shipped, table), table);
    }
  }

  @Test
  void the_users_table_is_taken_before_the_shipped_one() throws IOException {
    Path shipped = ReferenceLibrary.unpackShipped(folder.resolve("shipped"));
    Path own = write(HEADER + "01112,06,2023-12-31,own\n");
    assertThat(ReferenceLibrary.files(folder, shipped, Reference.RETIRED_LOCALITY))
        .containsExactly(own);
  }

  @Test
  void a_table_that_the_user_lacks_is_the_shipped_one() {
    Path shipped = ReferenceLibrary.unpackShipped(folder.resolve("shipped"));
    assertThat(ReferenceLibrary.files(folder.resolve("none"), shipped, Reference.RETIRED_LOCALITY))
        .containsExactly(shipped.resolve("retired_locality.csv"));
  }

  @Test
  void the_files_of_a_folder_come_in_the_order_of_their_names() throws IOException {
    Files.createDirectories(folder.resolve("gpci"));
    Files.writeString(folder.resolve("gpci/2026.csv"), "");
    Files.writeString(folder.resolve("gpci/2025.csv"), "");
    Files.writeString(folder.resolve("gpci/notes.txt"), "");
    assertThat(ReferenceLibrary.files(folder, Reference.GPCI))
        .containsExactly(folder.resolve("gpci/2025.csv"), folder.resolve("gpci/2026.csv"));
  }

  @Test
  void a_good_file_passes() throws IOException {
    Path file = write(HEADER + "01112,06,2023-12-31,own\n01112,07,2023-12-31,own\n");
    ReferenceLibrary.check(file, Reference.RETIRED_LOCALITY);
    assertThat(file).exists();
  }

  @ParameterizedTest
  @CsvSource({"retired_locality.csv", "retired_locality.csv.gz"})
  void a_file_with_a_byte_order_mark_passes(String name) throws IOException {
    Path file = folder.resolve(name);
    OutputStream out = Files.newOutputStream(file);
    try (OutputStream packed = name.endsWith(".gz") ? new GZIPOutputStream(out) : out) {
      packed.write(
          ("\uFEFF" + HEADER + "01112,06,2023-12-31,own\n").getBytes(StandardCharsets.UTF_8));
    }
    ReferenceLibrary.check(file, Reference.RETIRED_LOCALITY);
    assertThat(ReferenceCsv.read(file, Reference.RETIRED_LOCALITY))
        .containsExactly(List.of("01112", "06", "2023-12-31", "own"));
  }

  @Test
  void a_packed_file_whose_head_is_damaged_is_refused() throws IOException {
    Path file = Files.writeString(folder.resolve("retired_locality.csv.gz"), HEADER);
    assertThatThrownBy(() -> ReferenceLibrary.check(file, Reference.RETIRED_LOCALITY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void a_wrong_column_name_is_refused_with_those_expected() throws IOException {
    refuses("carrier,place,last_date,source\n", "line 1, column 2", "carrier,locality,last_date");
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    refuses("", "line 1, column 1: expected carrier, found nothing");
  }

  @Test
  void a_key_that_comes_twice_is_refused() throws IOException {
    refuses(
        HEADER + "01112,06,2023-12-31,own\n01112,06,2024-12-31,own\n",
        "line 3",
        "the key of retired_locality.csv, line 2");
  }

  @Test
  void a_key_in_two_files_is_refused() throws IOException {
    Path first = write(HEADER + "01112,06,2023-12-31,own\n");
    Path second = Files.copy(first, folder.resolve("more.csv"));
    assertThatThrownBy(
            () -> ReferenceLibrary.check(List.of(first, second), Reference.RETIRED_LOCALITY))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("more.csv, line 2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "64479,64484,A,2020-01-01,,t; 64479,64484,B,2026-01-01,,t",
        "64479,64484,A,2020-01-01,2025-12-31,t; 64479,64484,B,2025-12-31,,t",
        "64000,64999,A,2020-01-01,,t; 64479,64484,B,2026-01-01,,t",
        "64479,64484,A,2026-01-01,,t; 64484,64490,B,2020-01-01,,t"
      })
  void two_rows_that_hold_for_a_code_on_one_day_are_refused(String first, String second)
      throws IOException {
    assertThatThrownBy(() -> checkFamilies(first, second))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("procedure_family.csv, line 3")
        .hasMessageContaining("procedure_family.csv, line 2 holds on some day too")
        .hasMessageContaining("End one the day before the other starts");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "64479,64484,A,2020-01-01,2025-12-31,t; 64479,64484,B,2026-01-01,,t",
        "64479,64483,A,2020-01-01,,t; 64484,64490,B,2020-01-01,,t"
      })
  void rows_that_follow_each_other_pass(String first, String second) {
    assertThatCode(() -> checkFamilies(first, second)).doesNotThrowAnyException();
  }

  @Test
  void a_row_that_ends_before_it_starts_is_refused() {
    assertThatThrownBy(() -> checkFamilies("64479,64484,A,2020-01-01,2019-12-31,t"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("line 2, column effective_to_date");
  }

  private void checkFamilies(String... rows) throws IOException {
    Path file = folder.resolve("procedure_family.csv");
    Files.writeString(
        file,
        "code_from,code_to,family,effective_from_date,effective_to_date,source\n"
            + String.join("\n", rows)
            + "\n");
    ReferenceLibrary.check(file, Reference.PROCEDURE_FAMILY);
  }

  @Test
  void a_date_that_is_none_is_refused() throws IOException {
    refuses(HEADER + "01112,06,2023-02-30,own\n", "line 2, column last_date", "a date such as");
  }

  @Test
  void a_missing_value_is_refused() throws IOException {
    refuses(HEADER + "01112,06,,own\n", "line 2, column last_date", "found nothing");
  }

  @Test
  void blanks_around_a_code_are_refused() throws IOException {
    refuses(HEADER + "01112 ,06,2023-12-31,own\n", "column carrier", "without blanks");
  }

  @Test
  void a_row_that_is_too_short_is_refused() throws IOException {
    refuses(HEADER + "01112,06,2023-12-31\n", "line 2: expected 4 cells, found 3");
  }

  @Test
  void a_number_with_too_many_decimals_is_refused() throws IOException {
    Path file = folder.resolve("sequestration.csv");
    Files.writeString(
        file,
        """
        effective_from_date,effective_to_date,withheld_share,source
        2022-07-01,,0.02001,own
        """);
    assertThatThrownBy(() -> ReferenceLibrary.check(file, Reference.SEQUESTRATION))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at most 4 decimals");
  }

  private void refuses(String text, String... parts) throws IOException {
    Path file = write(text);
    assertThatThrownBy(() -> ReferenceLibrary.check(file, Reference.RETIRED_LOCALITY))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(parts);
  }

  private Path write(String text) throws IOException {
    Path file = folder.resolve("retired_locality.csv");
    Files.writeString(file, text);
    return file;
  }
}
