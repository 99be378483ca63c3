package org.allowable.job;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.allowable.config.Practice;
import org.allowable.config.PracticeFile;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names by which the denial tables, and trainings, mean each other's rows. */
@Tag("long")
class DenialTablesTest {

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "denial_group; Coder and physician; Coder; owner of Coding: expected one of Billing",
        "denial_owner; 'Physician,physician'; 'Physician,Physicians'; accountable of",
        "denial_group; ',Frequency,'; ',Often,'; no row has the denial group Frequency",
        "denial_group; '4,*,Coding,'; '4,*,CODING,'; CODING and Coding differ in capitals",
        "denial_signal; ',Frequency,'; ',Frequence,'; found Frequence",
        "denial_evidence; Bundling; Bundeling; found Bundeling",
        "recovery_default; 'Timely filing,'; 'Nobodys,'; found Nobodys"
      })
  void a_name_that_nothing_answers_to_is_refused(
      String table, String from, String to, String sentence) throws IOException {
    Path reference = SessionRun.table(folder, table, from, to);
    assertThatThrownBy(() -> read(reference))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("Reference table " + table)
        .hasMessageContaining(sentence)
        .hasMessageEndingWith(".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bundeling", "Authorization"})
  void a_training_about_what_is_in_no_physicians_rate_is_refused(String group) {
    assertThatThrownBy(() -> read(folder).require(trained(group), Path.of("practice.yaml")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("practice.yaml: retraining.trainings[0]")
        .hasMessageContaining("Bundling");
  }

  @Test
  void a_training_about_a_physicians_group_or_about_all_is_taken() {
    DenialTables tables = read(folder);
    assertThatCode(() -> tables.require(trained("Bundling"), Path.of("practice.yaml")))
        .doesNotThrowAnyException();
    assertThatCode(() -> tables.require(trained(null), Path.of("practice.yaml")))
        .doesNotThrowAnyException();
  }

  private static Practice trained(@Nullable String group) {
    Practice example = PracticeFile.read(Path.of("data/example/practice.yaml"));
    return new Practice(
        example.name(),
        example.apmStatus(),
        example.participation(),
        example.thresholds(),
        example.sites(),
        example.facilities(),
        example.physicians(),
        example.payers(),
        example.contractFolder(),
        new Practice.Retraining(
            null,
            null,
            List.of(
                new Practice.Training(
                    "1999999927", LocalDate.of(2026, 5, 1), "Modifiers", group))));
  }

  private DenialTables read(Path reference) {
    try {
      return DenialTables.read(
          new ReferenceViews(reference, Files.createTempDirectory(folder, "unpacked")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
