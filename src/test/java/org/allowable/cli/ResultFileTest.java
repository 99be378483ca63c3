package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A result is written whole or leaves nothing. */
class ResultFileTest {

  @TempDir private Path made;
  @TempDir private Path folder;
  private Path target = Path.of("");

  @BeforeEach
  void make() throws IOException {
    Files.writeString(made.resolve("made"), "new");
    target = folder.resolve("result.csv");
  }

  @Test
  void an_old_file_is_replaced() throws IOException {
    Files.writeString(target, "old and longer");
    ResultFile.at(target.toString()).take(made.resolve("made"));
    assertThat(target).hasContent("new");
  }

  @Test
  void naming_a_file_leaves_nothing() {
    ResultFile.at(target.toString());
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_result_that_cannot_be_moved_leaves_nothing() throws IOException {
    ResultFile file = ResultFile.at(target.toString());
    Files.writeString(Files.createDirectory(target).resolve("in-the-way"), "");
    assertThatThrownBy(() -> file.take(made.resolve("made"))).isInstanceOf(IOException.class);
    assertThat(folder.toFile().list()).containsExactly("result.csv");
  }
}
