package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.report.Format;
import org.allowable.worklist.WorklistEvent;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Packets whose claims are set to sent: what the worklist and the next packets make of it. */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PacketMarkingTest {

  private static final String DAY = "2026-04-10";
  private static final String WENT = "2026-04-08";
  private static final String LATER = "2026-11-10";
  private static final String PAYER = "Blue Harbor";

  @TempDir private static Path folder;

  private static Path warehouse = Path.of("");
  private static Path byHand = Path.of("");
  private static PacketTables first = PacketTables.NONE;

  @BeforeAll
  static void make_two_warehouses() {
    warehouse = sample("warehouse");
    byHand = sample("by hand");
  }

  private static Path sample(String name) {
    Path made = folder.resolve(name);
    CommandRun.of("sample", "--lines", 3000, "--seed", 1, "--months", 13, "--out", made);
    return made;
  }

  private static CommandRun packet(Object... more) {
    return packetOf(DAY, more);
  }

  private static CommandRun packetOf(String day, Object... more) {
    List<Object> words =
        new ArrayList<>(List.of("packet", "--engine", "embedded", "--warehouse", warehouse));
    words.addAll(List.of("--payer", PAYER, "--as-of", day, "--out", folder.resolve("reports")));
    words.addAll(List.of(more));
    return CommandRun.of(words.toArray());
  }

  private static PacketTables worklist(Path of, String day, Path file) throws IOException {
    CommandRun made =
        CommandRun.of(
            "worklist",
            "--engine",
            "embedded",
            "--warehouse",
            of,
            "--as-of",
            day,
            "--out",
            folder.resolve("lists " + of.getFileName()),
            "--file",
            file);
    assertThat(made.code()).as(made.err()).isZero();
    Path workbook = Path.of(made.out().lines().findFirst().orElseThrow());
    return PacketTables.read(workbook.resolveSibling("tables"));
  }

  private static List<WorklistEvent> events(Path of) throws IOException {
    return new WorklistStore(FilePlace.of(of)).read().events();
  }

  private static Set<String> said(Path of) throws IOException {
    return events(of).stream()
        .map(e -> e.row() + " " + e.field() + " " + e.value() + " " + e.isConflict())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  @Order(1)
  void packets_alone_mark_nothing() throws IOException {
    CommandRun made = packet();
    assertThat(made.code()).as(made.err()).isZero();
    first =
        PacketTables.read(
            Path.of(made.out().lines().findFirst().orElseThrow()).resolveSibling("tables"));
    assertThat(events(warehouse)).isEmpty();
  }

  @Test
  @Order(2)
  void a_day_that_has_not_come_is_refused() throws IOException {
    CommandRun made = packet("--mark-sent", "--sent-on", "2099-01-01");
    assertThat(made.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(made.err()).contains("--sent-on: expected a day up to today");
    assertThat(events(warehouse)).isEmpty();
  }

  @Test
  @Order(2)
  void a_day_without_marking_is_refused() {
    assertThat(packet("--sent-on", WENT).err()).contains("--mark-sent marks: name both");
  }

  @Test
  @Order(3)
  void packets_that_cannot_be_written_mark_nothing() throws IOException {
    Path files = Files.createDirectories(folder.resolve("claims"));
    Path reports = folder.resolve("reports");
    try (Stream<Path> runs = Files.list(reports)) {
      for (Path run : runs.filter(Files::isDirectory).toList()) {
        // Its copy with names is there already.
        Files.createDirectories(
            reports.resolve("packets to send").resolve(String.valueOf(run.getFileName())));
      }
    }
    CommandRun made = packet("--mark-sent", "--claims", files);
    assertThat(made.code()).isEqualTo(ExitCode.INPUT.code());
    assertThat(events(warehouse)).isEmpty();
  }

  @Test
  @Order(4)
  void each_claim_of_the_packets_is_sent_on_the_day_and_nothing_else_is_said() throws IOException {
    List<CSVRecord> claims = first.rows("mart_packet_claim");
    BigDecimal dollars =
        claims.stream()
            .map(row -> new BigDecimal(row.get("disputed_amount")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    CommandRun made = packet("--mark-sent", "--sent-on", WENT);
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.out())
        .contains(
            "Marked as sent on %s in the worklist: %d claims, %s in dispute."
                .formatted(WENT, claims.size(), Format.MONEY.display(dollars)));
    Set<String> expected = new TreeSet<>();
    for (CSVRecord claim : claims) {
      for (String field : List.of("STATUS SENT", "SENT " + WENT)) {
        expected.add(
            "%s %s %s".formatted(claim.get("billing_npi"), claim.get("worklist_claim_key"), field));
      }
    }
    assertThat(events(warehouse))
        .hasSize(2 * claims.size())
        .extracting(
            e ->
                "%s %s %s %s"
                    .formatted(e.row().billingNpi(), e.row().claimKey(), e.field(), e.value()))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  @Order(5)
  void marking_again_adds_nothing() throws IOException {
    int before = events(warehouse).size();
    packet("--mark-sent", "--sent-on", DAY);
    assertThat(events(warehouse)).hasSize(before);
  }

  @Test
  @Order(6)
  void the_worklist_has_the_events_of_somebody_who_did_it_in_the_workbook() throws IOException {
    Path list = folder.resolve("list.xlsx");
    worklist(byHand, DAY, list);
    EditedWorklist opened = new EditedWorklist(list);
    for (CSVRecord claim : first.rows("mart_packet_claim")) {
      int row = opened.row(claim.get("claim_id"), PAYER);
      opened.set(row, "Status", "Sent").day(row, "Sent on", java.time.LocalDate.parse(WENT));
    }
    CommandRun updated =
        CommandRun.of(
            "worklist",
            "--warehouse",
            byHand,
            "--as-of",
            DAY,
            "--update",
            opened.save(folder.resolve("edited.xlsx")));
    assertThat(updated.code()).as(updated.err()).isZero();
    assertThat(said(warehouse)).isEqualTo(said(byHand));
  }

  @Test
  @Order(7)
  void what_came_back_since_counts_as_recovered() throws IOException {
    BigDecimal marked = recovered(worklist(warehouse, LATER, folder.resolve("later.xlsx")));
    assertThat(marked).isPositive();
    assertThat(marked)
        .isEqualByComparingTo(recovered(worklist(byHand, LATER, folder.resolve("other.xlsx"))));
  }

  private static BigDecimal recovered(PacketTables tables) {
    return tables.rows("mart_recovered").stream()
        .map(row -> new BigDecimal(row.get("recovered_amount")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  @Order(7)
  void a_later_packet_has_none_of_the_claims() throws IOException {
    CommandRun made = packetOf(LATER);
    assertThat(made.code()).as(made.err()).isZero();
    PacketTables later =
        PacketTables.read(
            Path.of(made.out().lines().findFirst().orElseThrow()).resolveSibling("tables"));
    Set<String> before =
        first.rows("mart_packet_claim").stream()
            .map(row -> row.get("worklist_claim_key"))
            .collect(Collectors.toSet());
    assertThat(later.rows("mart_packet_claim"))
        .isNotEmpty()
        .noneMatch(row -> before.contains(row.get("worklist_claim_key")));
  }
}
