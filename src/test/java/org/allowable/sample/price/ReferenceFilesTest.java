package org.allowable.sample.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.model.Reference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceFilesTest {

  @TempDir private Path folder;

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_column() throws IOException {
    Files.writeString(
        folder.resolve("sequestration.csv"),
        """
        \uFEFFeffective_from_date,effective_to_date,withheld_share,source
        2022-07-01,,0.02,own
        """);
    List<String> dates = new ArrayList<>();
    ReferenceFiles.at(folder)
        .forEach(Reference.SEQUESTRATION, row -> dates.add(row.get("effective_from_date")));
    assertThat(dates).containsExactly("2022-07-01");
  }
}
