package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.worklist.WorklistEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worklist from its first run through two people's edits to a warehouse that was rebuilt. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorklistCommandTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 10);

  @TempDir private static Path folder;

  private static Path warehouse = Path.of("");
  private static Path list = Path.of("");

  @BeforeAll
  static void make_a_list() {
    warehouse = folder.resolve("warehouse");
    CommandRun.of("sample", "--lines", 1200, "--seed", 3, "--months", 13, "--out", warehouse);
    list = folder.resolve("list.xlsx");
    CommandRun run = make(list);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("To edit: " + list);
  }

  private static CommandRun make(Path file) {
    return CommandRun.of(
        "worklist",
        "--engine",
        "embedded",
        "--warehouse",
        warehouse,
        "--as-of",
        DAY,
        "--out",
        folder.resolve("reports"),
        "--file",
        file);
  }

  private static CommandRun update(Path file) {
    return CommandRun.of("worklist", "--warehouse", warehouse, "--update", file, "--as-of", DAY);
  }

  private static int edits() throws IOException {
    return new WorklistStore(FilePlace.of(warehouse)).read().events().size();
  }

  @Test
  @Order(1)
  void what_is_within_its_window_stands_first() throws IOException {
    EditedWorklist opened = new EditedWorklist(list);
    assertThat(opened.rows()).isGreaterThan(20);
    assertThat(opened.text(0, "Where it stands")).isEqualTo("Within window");
    assertThat(opened.text(0, "Status")).isEqualTo("New");
    assertThat(opened.text(opened.rows() - 1, "Where it stands")).isEqualTo("Past deadline");
  }

  @Test
  @Order(2)
  void a_list_that_nobody_edited_records_nothing() throws IOException {
    Path saved = new EditedWorklist(list).save(folder.resolve("untouched.xlsx"));
    assertThat(update(saved).out()).contains(" 0 edits recorded");
    assertThat(edits()).isZero();
  }

  @ParameterizedTest
  @Order(3)
  @CsvSource({
    "Status, Dunno, 'column Status: expected one of New'",
    "Sent on, soon, 'column Sent on: expected a date'",
    "Row key, changed, 'hidden column Row key: expected the key that this program wrote, found another text'"
  })
  void a_cell_that_is_wrong_is_named_and_nothing_is_recorded(
      String column, String text, String said) throws IOException {
    Path saved =
        new EditedWorklist(list)
            .set(0, "Note", "Said by a person")
            .set(3, column, text)
            .save(folder.resolve("wrong.xlsx"));
    CommandRun run = update(saved);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err()).contains("sheet Worklist, row ").contains(said).doesNotContain(text);
    assertThat(edits()).isZero();
  }

  @Test
  @Order(3)
  void a_missing_column_is_named() throws IOException {
    Path saved = new EditedWorklist(list).rename("Owner", "Who").save(folder.resolve("named.xlsx"));
    CommandRun run = update(saved);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err()).contains("expected a column Owner, found none of that name");
  }

  @Test
  @Order(3)
  void a_file_that_is_no_worklist_is_refused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.xlsx"), "no workbook");
    assertThat(update(text).err()).contains("expected an Excel workbook (.xlsx)");
    assertThat(update(folder.resolve("none.xlsx")).err()).startsWith("There is no file ");
  }

  @Test
  @Order(4)
  void edits_are_recorded_however_the_rows_were_sorted_and_cut_and_once_only() throws IOException {
    EditedWorklist opened = new EditedWorklist(list);
    Path saved =
        opened
            .set(0, "Status", "Sent")
            .day(0, "Sent on", DAY.minusDays(3))
            .set(1, "Status", "Not valid")
            .set(1, "Reason not valid", "Rate of 2025 loaded")
            .set(2, "Owner", "Kim")
            .set(2, "Note", "Ask for\nthe note")
            .day(2, "Next step", DAY.plusDays(7))
            .turned(5)
            .save(folder.resolve("turned.xlsx"));
    CommandRun run = update(saved);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(new WorklistStore(FilePlace.of(warehouse)).read().events())
        .extracting(event -> event.field() + " " + event.value())
        .containsExactlyInAnyOrder(
            "STATUS SENT",
            "SENT " + DAY.minusDays(3),
            "STATUS NOT_VALID",
            "REASON Rate of 2025 loaded",
            "OWNER Kim",
            "NOTE Ask for\nthe note",
            "NEXT_STEP " + DAY.plusDays(7));
    assertThat(run.out()).contains(" 7 edits recorded, 0 recorded before, 0 in conflict");
    assertThat(update(saved).out()).contains("read before");
    assertThat(edits()).isEqualTo(7);
  }

  @Test
  @Order(5)
  void two_edits_of_one_cell_are_both_kept_and_said() throws IOException {
    Path saved =
        new EditedWorklist(list).set(0, "Status", "Refused").save(folder.resolve("b.xlsx"));
    CommandRun run = update(saved);
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS.code());
    assertThat(run.out()).contains("1 in conflict").contains("column Status");
    assertThat(new WorklistStore(FilePlace.of(warehouse)).read().events())
        .filteredOn(WorklistEvent::isConflict)
        .extracting(WorklistEvent::value)
        .containsExactly("REFUSED");
  }

  @Test
  @Order(6)
  void a_list_with_edits_that_are_not_recorded_is_not_written_over() throws IOException {
    Path mine =
        new EditedWorklist(list).set(5, "Note", "Not recorded").save(folder.resolve("mine.xlsx"));
    CommandRun run = make(mine);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err()).contains("edits that are not recorded");
    assertThat(new EditedWorklist(mine).text(5, "Note")).isEqualTo("Not recorded");
  }

  @Test
  @Order(7)
  void the_next_list_shows_what_people_said_and_their_conflict() throws IOException {
    EditedWorklist before = new EditedWorklist(list);
    Path next = folder.resolve("next.xlsx");
    assertThat(make(next).code()).isZero();
    requireSaid(before, next);
  }

  private static void requireSaid(EditedWorklist before, Path next) throws IOException {
    EditedWorklist after = new EditedWorklist(next);
    int sent = after.row(before.text(0, "Claim"), before.text(0, "Payer"));
    assertThat(after.text(sent, "Status")).isEqualTo("Sent");
    assertThat(after.text(sent, "Conflicting edit")).isEqualTo("Status: Refused");
    assertThat(after.text(sent, "Check")).isEqualTo("Two edits of one field: settle");
    int invalid = after.row(before.text(1, "Claim"), before.text(1, "Payer"));
    assertThat(after.text(invalid, "Where it stands")).isEqualTo("Not valid");
    assertThat(after.text(invalid, "Reason not valid")).isEqualTo("Rate of 2025 loaded");
    int noted = after.row(before.text(2, "Claim"), before.text(2, "Payer"));
    assertThat(after.text(noted, "Owner")).isEqualTo("Kim");
    assertThat(after.text(noted, "Note")).isEqualTo("Ask for\nthe note");
  }

  @Test
  @Order(8)
  void a_check_of_contracts_lists_why_findings_are_not_valid() {
    CommandRun run =
        CommandRun.of(
            "contract",
            "check",
            "--engine",
            "embedded",
            "--practice",
            warehouse.resolve("practice.yaml"),
            "--warehouse",
            warehouse);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Findings that people marked as not valid in the worklist:")
        .containsPattern("1 +\\d+ +[0-9.,-]+ +Rate of 2025 loaded");
  }

  @Test
  @Order(8)
  void notes_stay_out_of_the_manifest() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
      assertThat(files.filter(file -> file.endsWith("manifest.json")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("Ask for", "Kim"));
    }
  }

  @Test
  @Order(9)
  void a_rebuilt_warehouse_is_brought_its_edits_once() throws IOException {
    EditedWorklist before = new EditedWorklist(list);
    Path old = warehouse;
    int all = edits();
    Path rebuilt = folder.resolve("rebuilt");
    CommandRun.of("sample", "--lines", 1200, "--seed", 3, "--months", 13, "--out", rebuilt);
    warehouse = rebuilt;
    try {
      Path edited = new EditedWorklist(list).set(7, "Note", "x").save(folder.resolve("late.xlsx"));
      assertThat(bring(old).out()).contains(all + " edits brought, 0 were here before");
      assertThat(bring(old).out()).contains("0 edits brought, " + all + " were here before");
      Path next = folder.resolve("rebuilt.xlsx");
      assertThat(make(next).code()).isZero();
      requireSaid(before, next);
      // A list of the old warehouse is one of the new.
      assertThat(update(edited).code()).isZero();
    } finally {
      warehouse = old;
    }
  }

  private static CommandRun bring(Path from) {
    return CommandRun.of("worklist", "--warehouse", warehouse, "--events", from);
  }

  @Test
  @Order(10)
  void a_list_that_saw_edits_which_the_warehouse_lacks_is_refused() throws IOException {
    Path other = folder.resolve("other");
    CommandRun.of("sample", "--lines", 300, "--seed", 3, "--months", 13, "--out", other);
    Path next =
        new EditedWorklist(folder.resolve("next.xlsx")).save(folder.resolve("foreign.xlsx"));
    CommandRun run =
        CommandRun.of("worklist", "--warehouse", other, "--update", next, "--as-of", DAY);
    assertThat(run.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(run.err()).contains("--events");
  }
}
