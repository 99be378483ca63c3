package org.allowable.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCacheTest {

  private static final String STATE = "0123456789abcdef0123";
  private static final String LATER_STATE = "fedcba98765432100123";
  private static final String TABLE = "int_submission";

  @TempDir private Path warehouse = Path.of("");

  @BeforeEach
  void a_run_has_kept_a_table() throws IOException {
    keep(STATE, "one");
  }

  private static CacheKeys keys(String content) {
    CacheKeys keys = new CacheKeys("program");
    keys.input(TABLE, content);
    return keys;
  }

  private Path keep(String state, String content) throws IOException {
    try (TableCache cache = TableCache.in(warehouse, state, keys(content), Set.of())) {
      Files.createDirectory(cache.begin(TABLE).onDisk());
      cache.finish(TABLE);
      return cache.place(TABLE).onDisk();
    }
  }

  private boolean has(String state, String content) throws IOException {
    try (TableCache cache = TableCache.in(warehouse, state, keys(content), Set.of())) {
      return cache.has(TABLE);
    }
  }

  @Test
  void a_table_of_the_same_key_is_there_for_the_next_run() throws IOException {
    assertThat(has(STATE, "one")).isTrue();
  }

  @Test
  void a_table_of_another_key_is_not() throws IOException {
    assertThat(has(STATE, "two")).isFalse();
  }

  @Test
  void a_table_that_was_not_finished_is_not() throws IOException {
    try (TableCache cache = TableCache.in(warehouse, STATE, keys("two"), Set.of())) {
      Files.createDirectory(cache.begin(TABLE).onDisk());
    }
    assertThat(has(STATE, "two")).isFalse();
  }

  @Test
  void a_table_that_another_run_finished_sooner_is_taken() throws IOException {
    keep(STATE, "one");
    assertThat(has(STATE, "one")).isTrue();
  }

  @Test
  void a_changed_warehouse_takes_the_tables_of_its_earlier_state_away() throws IOException {
    Path kept = keep(STATE, "one");
    has(LATER_STATE, "one");
    assertThat(kept.getParent()).doesNotExist();
  }

  @Test
  void nothing_is_taken_away_while_another_run_reads() throws IOException {
    try (TableCache reading = TableCache.in(warehouse, STATE, keys("one"), Set.of())) {
      has(LATER_STATE, "one");
      assertThat(reading.place(TABLE).onDisk()).isDirectory();
    }
  }

  @Test
  void of_a_table_the_three_used_last_stay() throws IOException {
    Instant now = Instant.now();
    Files.setLastModifiedTime(keep(STATE, "one"), FileTime.from(now.minusSeconds(3600)));
    for (int age = 4; age > 0; age--) {
      Path kept = keep(STATE, "age " + age);
      Files.setLastModifiedTime(kept, FileTime.from(now.minusSeconds(age * 60L)));
    }
    assertThat(has(STATE, "age 1")).isTrue();
    assertThat(has(STATE, "age 3")).isTrue();
    assertThat(has(STATE, "age 4")).isFalse();
    assertThat(has(STATE, "one")).isFalse();
  }

  @Test
  void what_a_changed_warehouse_had_a_run_keep_can_be_forgotten() throws IOException {
    try (TableCache cache = TableCache.in(warehouse, STATE, keys("one"), Set.of())) {
      cache.forget();
    }
    assertThat(has(STATE, "one")).isFalse();
  }
}
