package org.allowable.sample.edits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.ingest.worklist.WorklistStore;
import org.allowable.model.Sha256;
import org.allowable.sample.claim.ClaimLife;
import org.allowable.sample.claim.Dispute;
import org.allowable.sample.claim.Dispute.Saying;
import org.allowable.sample.practice.SamplePractice;
import org.allowable.worklist.EditedRow;
import org.allowable.worklist.WorklistEvent;
import org.allowable.worklist.WorklistField;
import org.allowable.worklist.WorklistHistory;
import org.allowable.worklist.WorklistKey;
import org.allowable.worklist.WorklistRow;
import org.allowable.worklist.WorklistUpdate;
import org.jspecify.annotations.Nullable;

/**
 * What people of the practice wrote into their worklist: a workbook each day, recorded at the end
 * of it, as {@code worklist --update} does.
 */
public final class WorklistEdits {

  private static final LocalTime CLOSING = LocalTime.of(17, 0);

  private record Said(WorklistRow row, String claimId, String cause, Saying saying) {}

  private final SortedMap<LocalDate, List<Said>> days = new TreeMap<>();

  /** Notes what was said of a claim, if anything. */
  public void add(ClaimLife life) {
    Dispute dispute = life.dispute();
    if (dispute == null) {
      return;
    }
    String claimId = life.visit().claimId();
    WorklistRow row =
        new WorklistRow(SamplePractice.BILLING_NPI, claimId, life.visit().patient().payer().name());
    for (Saying saying : dispute.sayings()) {
      days.computeIfAbsent(saying.day(), day -> new ArrayList<>())
          .add(new Said(row, claimId, dispute.cause(), saying));
    }
  }

  /**
   * Writes them as the edits of a warehouse of their own, from which {@code worklist --events}
   * brings them; nothing where nobody said anything.
   *
   * @param folder is made where it is not there
   */
  public void write(Path folder) throws IOException {
    List<WorklistEvent> events = events();
    if (!events.isEmpty()) {
      Files.createDirectories(folder);
      new WorklistStore(FilePlace.of(folder)).add(none -> events);
    }
  }

  private List<WorklistEvent> events() {
    List<WorklistEvent> events = new ArrayList<>();
    days.forEach(
        (day, said) -> {
          WorklistHistory before = new WorklistHistory(events);
          List<EditedRow> rows = said.stream().map(one -> row(one, before)).toList();
          WorklistUpdate update =
              new WorklistUpdate(
                  "worklist of " + day,
                  Sha256.of("sample worklist of " + day),
                  null,
                  day.atTime(CLOSING).toInstant(ZoneOffset.UTC),
                  day);
          events.addAll(update.by(rows, before).events());
        });
    return events;
  }

  private static EditedRow row(Said said, WorklistHistory before) {
    Saying saying = said.saying();
    Map<WorklistField, String> cells = new EnumMap<>(WorklistField.class);
    cells.put(WorklistField.STATUS, saying.status().label());
    cells.put(WorklistField.SENT, day(saying.sentDate()));
    cells.put(WorklistField.NEXT_STEP, day(saying.nextStepDate()));
    cells.put(WorklistField.NOTE, saying.note());
    cells.put(WorklistField.REASON, saying.reason());
    WorklistKey key =
        new WorklistKey(
            said.row(), said.claimId(), "", said.cause(), before.last(), before.lastId());
    return new EditedRow("claim", key, cells);
  }

  private static String day(@Nullable LocalDate date) {
    return date == null ? "" : date.toString();
  }
}
