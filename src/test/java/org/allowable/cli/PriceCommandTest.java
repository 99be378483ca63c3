package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.ingest.price.PriceRequestFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Request files that {@code allowable price} must refuse in one sentence. */
class PriceCommandTest {

  private static final String HEADER = String.join(",", PriceRequestFile.COLUMNS);
  private static final String SOUND = "62323,,,,,11,2025-11-03,12402,01,1,900";

  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;

  private int price(String... lines) throws IOException {
    Path file = folder.resolve("requests.csv");
    Files.writeString(file, String.join("\n", lines) + "\n");
    return Main.commandLine()
        .setErr(new PrintWriter(err, true))
        .execute("price", "--in", file.toString(), "--out", out().toString());
  }

  private Path out() {
    return folder.resolve("priced.csv");
  }

  private void refused(String... saying) {
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(saying);
    assertThat(out()).doesNotExist();
  }

  @Test
  void a_missing_column_is_named() throws IOException {
    assertThat(price(HEADER.replace(",service_date", ""), SOUND)).isEqualTo(3);
    refused("row 1", "service_date");
  }

  @Test
  void a_column_twice_is_refused() throws IOException {
    assertThat(price(HEADER + ",units", SOUND + ",1")).isEqualTo(3);
    refused("row 1", "twice");
  }

  @Test
  void a_bad_date_is_named_by_row_and_column() throws IOException {
    assertThat(price(HEADER, SOUND, SOUND.replace("2025-11-03", "11/03/2025"))).isEqualTo(3);
    refused("row 3", "service_date");
  }

  @Test
  void a_day_that_is_not_in_the_calendar_is_refused() throws IOException {
    assertThat(price(HEADER, SOUND.replace("2025-11-03", "2025-02-30"))).isEqualTo(3);
    refused("row 2", "service_date");
  }

  @Test
  void a_bad_number_is_named_by_row_and_column() throws IOException {
    assertThat(price(HEADER, SOUND.replace(",1,900", ",one,900"))).isEqualTo(3);
    refused("row 2", "units");
  }

  @Test
  void a_charge_with_a_dollar_sign_is_refused() throws IOException {
    assertThat(price(HEADER, SOUND.replace("900", "$900"))).isEqualTo(3);
    refused("row 2", "charge_amount");
  }

  @Test
  void a_row_with_a_cell_too_few_is_named() throws IOException {
    assertThat(price(HEADER, SOUND.replace(",900", ""))).isEqualTo(3);
    refused("row 2: expected as many cells as the header has");
  }

  @Test
  void a_quote_that_is_not_closed_is_refused() throws IOException {
    assertThat(price(HEADER, "\"" + SOUND)).isEqualTo(3);
    refused("requests.csv", "quote");
  }

  @Test
  void no_message_quotes_a_cell() throws IOException {
    price(HEADER, SOUND.replace("900", "SECRET-900"));
    assertThat(err.toString()).doesNotContain("SECRET", "62323");
  }

  @Test
  void a_file_that_is_not_there_is_named() {
    int code =
        Main.commandLine()
            .setErr(new PrintWriter(err, true))
            .execute("price", "--in", folder.resolve("none.csv").toString(), "--out", "-");
    assertThat(code).isEqualTo(3);
    assertThat(err.toString()).contains("none.csv");
  }
}
