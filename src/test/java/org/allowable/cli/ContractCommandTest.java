package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of contracts, and what stops a report. */
@Tag("long")
class ContractCommandTest {

  private static final Path EXAMPLE = Path.of("data/example");

  @TempDir private static Path folder;

  private static Path sample = Path.of("");

  @BeforeAll
  static void make_a_sample() {
    sample = folder.resolve("sample");
    CommandRun.of("sample", "--lines", 500, "--seed", 5, "--months", 13, "--out", sample);
  }

  /** The example practice with the example contracts, one of which holds for Pinnacle. */
  private static Path practice(String name) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    String text = Files.readString(EXAMPLE.resolve("practice.yaml"));
    String percent = "    percent_of_medicare:\n      - {from: 2023-01-01, percent: 145}\n";
    assertThat(text).contains(percent);
    Path file = home.resolve("practice.yaml");
    Files.writeString(
        file,
        text.replace(percent, "    percent_of_medicare: []\n    contracts: [pinnacle-2026]\n"));
    try (Stream<Path> contracts = Files.walk(EXAMPLE.resolve("contracts"))) {
      for (Path contract : contracts.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(EXAMPLE.relativize(contract));
        Files.createDirectories(copy.resolveSibling("."));
        Files.copy(contract, copy);
      }
    }
    return file;
  }

  private static void change(Path file, String from, String to) throws IOException {
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  @Test
  void every_mistake_is_named_at_once() throws IOException {
    Path practice = practice("mistakes");
    change(practice.resolveSibling("contracts/pinnacle-2026.yaml"), "265.00", "-1");
    change(practice.resolveSibling("contracts/blue-harbor-2026.yaml"), "lesser_of: line", "");
    CommandRun run = CommandRun.of("contract", "check", "--practice", practice);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.out())
        .contains("pinnacle-2026.yaml, line 22")
        .contains("the key lesser_of is missing");
  }

  @Test
  void a_canary_claim_that_comes_out_otherwise_is_named() throws IOException {
    Path practice = practice("canary");
    change(practice.resolveSibling("contracts/canary.csv"), "345.00", "346.00");
    CommandRun run = CommandRun.of("contract", "check", "--practice", practice);
    assertThat(run.code()).isEqualTo(ExitCode.CONTROL.code());
    assertThat(run.out())
        .contains("canary.csv, line 4: expected 346.00, found 345.00 by the term: fee schedule");
  }

  @Test
  void a_canary_claim_that_comes_out_otherwise_stops_the_report() throws IOException {
    Path practice = practice("report");
    change(practice.resolveSibling("contracts/canary.csv"), "345.00", "346.00");
    Path reports = folder.resolve("reports");
    CommandRun run =
        CommandRun.of(
            "monthly-report",
            "--warehouse",
            sample,
            "--practice",
            practice,
            "--month",
            "2026-09",
            "--out",
            reports);
    assertThat(run.code()).isEqualTo(ExitCode.CONTROL.code());
    assertThat(run.err()).contains("canary.csv, line 4");
    assertThat(reports).isEmptyDirectory();
  }

  @Test
  void a_check_on_a_warehouse_says_what_each_term_prices_and_what_has_no_price()
      throws IOException {
    CommandRun run =
        CommandRun.of("contract", "check", "--practice", practice("volume"), "--warehouse", sample);
    assertThat(run.code()).isEqualTo(ExitCode.OK.code());
    assertThat(run.out())
        .contains("6 canary claims, all as expected.")
        .containsPattern("pinnacle-2026 +fee schedule schedules/pinnacle-2026.csv")
        .containsPattern("Keystone Mutual +- +\\(all\\)");
  }
}
