package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.allowable.ingest.price.PriceRequestFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that a person types is priced as the row of a file would be. */
@Tag("long")
class TypedServiceTest {

  private static final List<String> SAN_FRANCISCO =
      List.of("price", "99213", "--pos", "11", "--date", "2026-09-10", "--zip", "94110");

  @TempDir private Path folder;

  private String explained(String... more) throws IOException {
    Path out = folder.resolve("explained.txt");
    List<Object> arguments = new ArrayList<>(SAN_FRANCISCO);
    arguments.addAll(Arrays.asList(more));
    arguments.addAll(List.of("--explain", "--out", out));
    CommandRun run = CommandRun.of(arguments.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    return Files.readString(out);
  }

  @Test
  void its_price_is_that_of_the_look_up_tool() throws IOException {
    // CMS's look-up tool for carrier 01112, locality 05.
    assertThat(explained()).containsPattern("Medicare allowed +117\\.58");
  }

  @Test
  void its_zip_code_says_the_locality() throws IOException {
    assertThat(explained())
        .startsWith("99213, place of service 11, 2026-09-10, locality 01112/05, 1 unit");
  }

  @Test
  void its_modifiers_and_units_and_charge_count() throws IOException {
    assertThat(explained("--modifier", "25", "--units", "2", "--charge", "200"))
        .startsWith("99213 25, place of service 11")
        .contains("2 units")
        .containsPattern("Medicare allowed +200\\.00");
  }

  @Test
  void carrier_and_locality_stand_in_place_of_the_zip_code() throws IOException {
    Path out = folder.resolve("priced.csv");
    CommandRun run =
        CommandRun.of(
            "price",
            "99213",
            "--pos",
            "11",
            "--date",
            "2026-09-10",
            "--carrier",
            "1112",
            "--locality",
            "5",
            "--out",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(out).get(1)).contains(",PRICED,117.58,");
  }

  @Test
  void without_a_file_to_write_it_is_explained_on_standard_output() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("process"));
    Path logs = Files.createDirectory(folder.resolve("logs"));
    Path nothing = Files.createFile(folder.resolve("nothing"));
    CommandRun run = CommandRun.inProcess(temporary, nothing, logs, SAN_FRANCISCO.toArray());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("99213, place of service 11").contains("117.58");
  }

  @Test
  void a_zip_code_that_cms_does_not_list_has_no_price() throws IOException {
    Path out = folder.resolve("unknown.txt");
    CommandRun run =
        CommandRun.of(
            "price",
            "99213",
            "--pos",
            "11",
            "--date",
            "2026-09-10",
            "--zip",
            "00000",
            "--explain",
            "--out",
            out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out).content().contains("no locality known", "Not priced");
  }

  @Test
  void a_file_may_say_the_zip_code_too() throws IOException {
    Path requests =
        Files.writeString(
            folder.resolve("requests.csv"),
            String.join(",", PriceRequestFile.COLUMNS)
                + ",zip_code\n"
                + "99213,,,,,11,2026-09-10,,,1,,94110\n"
                // What a spreadsheet makes of 07001.
                + "99213,,,,,11,2026-09-10,,,1,,7001\n"
                + "99213,,,,,11,2026-09-10,,,1,,94110-1234\n"
                + "99213,,,,,11,2026-09-10,12402,01,1,,94110\n");
    Path out = folder.resolve("priced.csv");
    CommandRun run = CommandRun.of("price", "--in", requests, "--out", out);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(Files.readAllLines(out).stream().skip(1))
        .extracting(line -> line.substring(line.length() - "01112,05".length()))
        .containsExactly("01112,05", "12402,01", "01112,05", "12402,01");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          price                                      | Nothing to price
          price 62323 --zip 07001                    | --pos is missing
          price 62323 --pos 11                       | --zip is missing
          price 62323 --pos 11 --zip 7001            | --zip: expected
          price 623 --pos 11 --zip 07001             | expected a code of five
          price 62323 --pos eleven --zip 07001       | --pos: expected
          price 62323 --pos 11 --carrier 12402       | --locality is missing
          price --pos 11 --zip 07001 --in a --out b  | The service's code is missing
          price 62323 --pos 11 --zip 07001 --in a    | not both
          price 62323 --pos 11 --modifier 5 --zip 07001  | --modifier: expected
          price 62323 --pos 11 --zip 07001 --units 1.2345 | --units: expected
          price 62323 --pos 11 --zip 07001 --units two | --units: expected
          price 62323 --pos 11 --zip 07001 --charge $900 | --charge: expected
          price 62323 --pos 11 --zip 07001 --locality 01 --carrier 12402 | not both
          """)
  void what_is_missing_or_has_another_form_is_one_sentence(String typed, String said) {
    CommandRun run = CommandRun.of((Object[]) typed.strip().split(" "));
    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains(said.strip()));
  }
}
