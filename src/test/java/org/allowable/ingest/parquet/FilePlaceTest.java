package org.allowable.ingest.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePlaceTest {

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"file:/a/b c", "file:///a/b c", "/a/b c"})
  void a_path_and_its_uri_are_one_place(String text) {
    assertThat(FilePlace.of(text).onDisk()).isEqualTo(Path.of("/a/b c"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdfs://name:8020/w",
        "hdfs:///w",
        "s3a://bucket/w",
        "gs://bucket/w",
        "abfss://container@account.dfs.core.windows.net/w"
      })
  void a_store_s_uri_is_no_disk_s(String text) {
    assertThat(FilePlace.of(text).isOnDisk()).isFalse();
  }

  @Test
  void a_place_below_is_named_from_the_folder_above() {
    FilePlace warehouse = FilePlace.of("s3a://bucket/w");
    assertThat(warehouse.resolve("claim_line/service_month=2026-10/a.parquet").below(warehouse))
        .isEqualTo("claim_line/service_month=2026-10/a.parquet");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://key:secret@bucket/w",
        "s3a://secret@bucket/w",
        "abfss://container:secret@account/w",
        "hdfs://name/w?token=secret",
        "s3a://bucket/w#secret",
        "s3a://bucket/{secret}"
      })
  void a_uri_that_carries_more_than_a_place_is_refused_and_not_repeated(String text) {
    assertThatThrownBy(() -> FilePlace.of(text))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("secret");
  }

  @Test
  void the_old_names_of_a_store_lead_to_the_new_one() {
    assertThatThrownBy(() -> FilePlace.of("s3://bucket/w"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("write s3a:");
  }

  @Test
  void a_store_whose_jars_are_not_here_says_where_to_find_their_names() {
    assertThatThrownBy(() -> FilePlace.of("s3a://bucket/w").isFolder())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("s3a://bucket/w", "docs/cluster.md");
  }

  @Test
  void a_store_that_nobody_answers_for_is_named() {
    assertThatThrownBy(() -> FilePlace.of("hdfs://127.0.0.1:1/w").isFolder())
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("hdfs://127.0.0.1:1/w", "does not answer");
  }

  @Test
  void a_file_that_is_there_is_not_written_over() throws Exception {
    FilePlace file = FilePlace.of(folder).resolve("record");
    FilePlace drafts = FilePlace.of(folder).resolve("drafts");
    drafts.makeFolder();
    file.publish(new byte[] {1}, drafts);
    assertThatThrownBy(() -> file.publish(new byte[] {2}, drafts))
        .isInstanceOf(java.io.IOException.class);
  }
}
