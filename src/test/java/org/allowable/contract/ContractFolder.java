package org.allowable.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;

/** Contract files of a test beside the example practice file. */
record ContractFolder(Path folder) {

  static final KnownReference KNOWN =
      new KnownReference(
          Set.of(
              "62321", "62323", "64479", "64483", "64484", "64635", "99213", "99214", "20552",
              "20553", "77003", "G0260"),
          Map.of("2024C", LocalDate.of(2024, 7, 1), "2026C", LocalDate.of(2026, 7, 1)),
          Set.of("12402/01"),
          Set.of("office", "asc", "hospital_outpatient", "inpatient", "other"),
          Set.of("11", "22", "24"));

  /** A contract whose terms start on line 6. */
  static final String HEADER =
      """
      contract: one
      name: One
      from: 2026-01-01
      lesser_of: none
      multiple_procedures: medicare
      """;

  /** Writes a contract file. */
  ContractFolder contract(String name, String text) {
    return file("contracts/" + name, text);
  }

  /** Writes a contract of the usual header with these terms, the first on line 7. */
  ContractFolder terms(String... terms) {
    return contract("one.yaml", HEADER + "terms:\n  - " + String.join("\n  - ", terms) + "\n");
  }

  /** Writes a file. */
  ContractFolder file(String name, String text) {
    try {
      Path file = folder.resolve(name);
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all of it, with the example practice file changed. */
  ContractSet.Reading read(String from, String to) {
    try {
      String example = Files.readString(Path.of("data/example/practice.yaml"));
      assertThat(example).contains(from);
      file("practice.yaml", example.replace(from, to));
      Path practiceFile = folder.resolve("practice.yaml");
      Practice practice = PracticeFile.read(practiceFile);
      Path contracts = ContractSet.folder(null, practice, practiceFile);
      return ContractSet.read(contracts, practice, practiceFile, KNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads all of it. */
  ContractSet.Reading read() {
    return read("", "");
  }

  /** The contract of the usual header. */
  Contract one() {
    return read().required().contracts().get(0);
  }
}
