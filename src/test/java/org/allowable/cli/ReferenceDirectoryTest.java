package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folders can be named as the reference tables. */
class ReferenceDirectoryTest {

  @TempDir private Path folder;

  @Test
  void a_folder_without_reference_tables_is_refused() throws IOException {
    Files.writeString(folder.resolve("PPRRVU25_JAN.csv"), "");
    assertThatThrownBy(() -> ReferenceDirectory.orShipped(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(folder.toString(), "relative_value/", "gpci/", "reference import");
  }

  @Test
  void a_folder_with_one_reference_table_is_taken() throws IOException {
    Path table = Files.createDirectory(folder.resolve("gpci"));
    Files.writeString(table.resolve("2025.csv"), "");
    assertThat(ReferenceDirectory.orShipped(folder)).isEqualTo(folder);
  }

  @Test
  void without_a_folder_the_shipped_tables_count() {
    assertThat(ReferenceDirectory.orShipped(null)).doesNotExist();
  }
}
