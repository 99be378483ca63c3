package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code allowable ingest} from outside. */
class IngestCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir private Path folder;
  private Path source = Path.of("");

  @BeforeEach
  void makeSource() throws IOException {
    source = Files.createDirectories(folder.resolve("source"));
  }

  @Test
  void a_clean_run_ends_with_0_and_sums_up() throws Exception {
    add("synthetic__02a_original_pay.835", "synthetic__p02_replacement_and_void.837");
    assertThat(ingest()).isEqualTo(0);
    assertThat(out.toString().lines())
        .containsExactly(
            "2 files: 2 loaded, 0 already loaded, 0 not claim data, 0 quarantined",
            "Added: 2 submitted claims with 2 lines",
            "Added: 1 payments of $480.00 in all, with 1 claims and 1 remit lines");
  }

  @Test
  void a_quarantined_file_is_listed_and_the_run_ends_with_4() throws Exception {
    add("synthetic__02a_original_pay.835", "synthetic__15a_bad_amount.835");
    assertThat(ingest()).isEqualTo(4);
    assertThat(out.toString())
        .contains("1 loaded", "1 quarantined")
        .contains(
            "  synthetic__15a_bad_amount.835, segment 17: check T1, SYN PAYER, $90.00, 1 claim, 1"
                + " line: CLP03 is not an amount")
        .contains("Ask the clearinghouse to resend check T1.");
  }

  @Test
  void a_file_of_which_a_part_cannot_be_read_is_listed_and_the_run_ends_with_4() throws Exception {
    add("synthetic__02a_original_pay.835");
    Path file = source.resolve("synthetic__02a_original_pay.835");
    String text = Files.readString(file);
    Files.writeString(file, text + text.substring(0, 106) + text.substring(106).replace('*', '|'));
    assertThat(ingest()).isEqualTo(4);
    assertThat(out.toString())
        .contains("1 loaded", "0 quarantined", "Loaded in part:")
        .contains("Ask the clearinghouse to resend the file.");
  }

  @Test
  void a_missing_folder_ends_with_3_and_one_sentence() {
    source = folder.resolve("nowhere");
    assertThat(ingest()).isEqualTo(3);
    assertThat(err.toString().lines()).hasSize(1);
  }

  @Test
  void a_missing_option_ends_with_2() {
    assertThat(Main.commandLine().setErr(new PrintWriter(err)).execute("ingest")).isEqualTo(2);
  }

  @Test
  void files_quarantined_for_the_same_reason_are_one_line() throws Exception {
    for (int i = 1; i <= 5; i++) {
      Files.writeString(source.resolve("f" + i), "ISA*00*cut off here " + i);
    }
    assertThat(ingest()).isEqualTo(4);
    assertThat(out.toString().lines().filter(line -> line.contains("cut off")))
        .singleElement()
        .asString()
        .startsWith("  5 files quarantined for the same reason: ")
        .endsWith(" (f1, f2, f3 and 2 more)");
  }

  @Test
  void a_file_quarantined_for_a_reason_of_its_own_is_named_with_it() throws Exception {
    Files.writeString(source.resolve("f1"), "ISA*00*cut off here");
    ingest();
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("  f1, segment 1: .*cut off.*"));
  }

  @Test
  void nothing_is_said_of_patients() throws Exception {
    add("synthetic__p01_pairs_with_synthetic_835.837", "synthetic__15a_bad_amount.835");
    ingest("--verbose");
    assertThat(out + err.toString()).contains("LOADED").doesNotContain("SYNTH", "PM-10", "M002");
  }

  private int ingest(String... more) {
    CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    String warehouse = folder.resolve("warehouse").toString();
    String[] all = {"ingest", "--in", source.toString(), "--warehouse", warehouse};
    String[] arguments = java.util.Arrays.copyOf(all, all.length + more.length);
    System.arraycopy(more, 0, arguments, all.length, more.length);
    return line.execute(arguments);
  }

  private void add(String... samples) throws IOException, URISyntaxException {
    for (String name : samples) {
      Path sample = Path.of(Objects.requireNonNull(getClass().getResource("/x12/" + name)).toURI());
      Files.copy(sample, source.resolve(name));
    }
  }
}
