package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where names stand once packets were made with them: in the claim lists of the copy alone. */
@Tag("long")
class PacketNamesTest {

  @TempDir private static Path folder;

  private static Path x12 = Path.of("");
  private static Path send = Path.of("");
  private static Set<String> names = new HashSet<>();
  private static CommandRun made = new CommandRun(0, "", "");

  @BeforeAll
  static void make_packets_with_names() throws IOException, InterruptedException {
    Path warehouse = folder.resolve("warehouse");
    CommandRun.of(
        "sample", "--lines", 1500, "--seed", 2, "--months", 13, "--x12", "--out", warehouse);
    x12 = Files.move(warehouse.resolve("x12"), folder.resolve("x12"));
    Files.createDirectories(folder.resolve("temporary"));
    Files.createDirectories(folder.resolve("logs"));
    made =
        CommandRun.inProcess(
            folder.resolve("temporary"),
            Files.createFile(folder.resolve("nothing")),
            folder.resolve("logs"),
            "packet",
            "--engine",
            "embedded",
            "--warehouse",
            warehouse,
            "--payer",
            "Blue Harbor",
            "--as-of",
            "2026-10-10",
            "--out",
            folder.resolve("reports"),
            "--claims",
            x12,
            "--verbose");
    assertThat(made.code()).as(made.err()).isZero();
    send = folder.resolve("reports").resolve("packets to send");
    names = names();
  }

  // Last names and member numbers as the practice's own files have them.
  private static Set<String> names() throws IOException {
    Set<String> found = new HashSet<>();
    try (Stream<Path> files = Files.walk(x12)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        for (String segment : Files.readString(file, StandardCharsets.ISO_8859_1).split("~", -1)) {
          String[] elements = segment.strip().split("\\*", -1);
          if (elements[0].equals("NM1") && elements[1].equals("IL")) {
            found.add(elements[3]);
            found.add(elements[9]);
          }
        }
      }
    }
    return found;
  }

  private static boolean namesAnybody(byte[] content) throws IOException {
    String text = new String(content, StandardCharsets.ISO_8859_1);
    if (names.stream().anyMatch(text::contains)) {
      return true;
    }
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String inner = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        if (names.stream().anyMatch(inner::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<Path> naming() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> naming = new java.util.ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(x12) && namesAnybody(Files.readAllBytes(file))) {
          naming.add(file);
        }
      }
      return naming;
    }
  }

  @Test
  void names_are_in_claim_lists_of_the_copy_and_in_no_other_file() throws IOException {
    assertThat(names).hasSizeGreaterThan(50);
    assertThat(naming())
        .isNotEmpty()
        .allSatisfy(
            file -> {
              assertThat(file.startsWith(send)).as(file.toString()).isTrue();
              assertThat(String.valueOf(file.getFileName())).contains("claim list");
            });
  }

  @Test
  void nothing_that_was_printed_names_anybody() {
    assertThat(names).noneMatch(made.out()::contains).noneMatch(made.err()::contains);
    assertThat(made.out()).contains("To send: ").contains("claims found in --claims");
  }

  @Test
  void each_line_names_the_patient_of_its_claim() throws IOException {
    try (Stream<Path> files = Files.walk(send)) {
      List<Path> lists = files.filter(file -> file.toString().endsWith(".csv")).toList();
      assertThat(lists).isNotEmpty();
      for (Path list : lists) {
        try (CSVParser rows =
            CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(Files.newBufferedReader(list))) {
          for (CSVRecord row : rows) {
            assertThat(row.get("Patient") + "|" + row.get("Member ID"))
                .isEqualTo(patient(row.get("Claim")));
          }
        }
      }
    }
  }

  // A second reading of the files: the last subscriber before the claim.
  private static String patient(String claim) throws IOException {
    try (Stream<Path> files = Files.walk(x12)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String person = "";
        boolean isPrimary = false;
        for (String segment : Files.readString(file, StandardCharsets.ISO_8859_1).split("~", -1)) {
          String[] elements = segment.strip().split("\\*", -1);
          if (elements[0].equals("SBR")) {
            isPrimary = elements[1].equals("P");
          } else if (elements[0].equals("NM1") && elements[1].equals("IL")) {
            person = elements[3] + ", " + elements[4] + "|" + elements[9];
          } else if (elements[0].equals("CLM") && elements[1].equals(claim) && isPrimary) {
            return person;
          }
        }
      }
    }
    return "";
  }

  @Test
  void the_run_is_the_same_without_names() throws IOException {
    CommandRun again =
        CommandRun.of(
            "packet",
            "--engine",
            "embedded",
            "--warehouse",
            folder.resolve("warehouse"),
            "--payer",
            "Blue Harbor",
            "--as-of",
            "2026-10-10",
            "--out",
            folder.resolve("reports"));
    assertThat(again.out()).contains("made before").contains("in no file: see --claims");
  }

  @Test
  void a_copy_that_may_have_been_edited_is_not_written_over() {
    CommandRun again =
        CommandRun.of(
            "packet",
            "--engine",
            "embedded",
            "--warehouse",
            folder.resolve("warehouse"),
            "--payer",
            "Blue Harbor",
            "--as-of",
            "2026-10-10",
            "--out",
            folder.resolve("reports"),
            "--claims",
            x12);
    assertThat(again.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(again.err()).contains("is there already").doesNotContain("Exception");
  }
}
