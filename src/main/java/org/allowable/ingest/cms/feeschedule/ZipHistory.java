package org.allowable.ingest.cms.feeschedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.allowable.ingest.cms.feeschedule.ZipSnapshotFile.Snapshot;
import org.allowable.model.InputException;
import org.allowable.model.Reference;

/**
 * The localities of ZIP codes over time. A quarter's file says what holds from its first day on: a
 * ZIP code that changed gets a new row from then, and its old row ends the day before. A row that
 * the file confirms names the file as its source: so the table says up to which quarter it was held
 * against CMS's. A ZIP code that the file lacks stays as it is.
 */
public final class ZipHistory {

  // Positions in a complete row.
  private static final int CARRIER = Reference.ZIP_LOCALITY.indexOf("carrier");
  private static final int FROM = Reference.ZIP_LOCALITY.indexOf("effective_from_date");
  private static final int TO = Reference.ZIP_LOCALITY.indexOf("effective_to_date");

  private static final int SOURCE = Reference.ZIP_LOCALITY.indexOf("source_file");

  private final Map<String, List<List<String>>> rows = new TreeMap<>();

  /** Starts with complete rows of {@code zip_locality}; those of a ZIP code must not overlap. */
  public ZipHistory(List<List<String>> complete) {
    for (List<String> row : complete) {
      rows.computeIfAbsent(row.get(0), zip -> new ArrayList<>()).add(row);
    }
    rows.values().forEach(ZipHistory::sort);
  }

  /** Complete rows of the table, by ZIP code and first day. */
  public List<List<String>> complete() {
    return rows.values().stream().flatMap(List::stream).toList();
  }

  /**
   * Takes in what a quarter's file says.
   *
   * @throws InputException where the file lacks many of the ZIP codes, or a ZIP code has another
   *     locality that starts on the same day
   */
  public void add(Snapshot snapshot) {
    long kept = rows.keySet().stream().filter(snapshot.localities()::containsKey).count();
    if (kept * 10 < rows.size() * 9L) {
      throw new InputException(
          ("%s: only %d of the %d ZIP codes that are there are in it. Take the complete file from"
                  + " CMS.")
              .formatted(snapshot.source().path(), kept, rows.size()));
    }
    List<String> origin = List.of(snapshot.source().name(), snapshot.source().sha256());
    snapshot
        .localities()
        .forEach(
            (zip, locality) -> {
              List<String> row = new ArrayList<>();
              row.add(zip);
              row.addAll(locality);
              row.add(snapshot.day());
              row.add("");
              row.addAll(origin);
              add(snapshot, rows.computeIfAbsent(zip, z -> new ArrayList<>()), row);
            });
  }

  private static void add(Snapshot snapshot, List<List<String>> ofZip, List<String> row) {
    String day = snapshot.day();
    for (int i = 0; i < ofZip.size(); i++) {
      List<String> known = ofZip.get(i);
      boolean hasEnded = !known.get(TO).isEmpty() && known.get(TO).compareTo(day) < 0;
      if (hasEnded) {
        continue;
      }
      boolean holds = known.get(FROM).compareTo(day) <= 0;
      if (sameLocality(known, row)) {
        List<String> confirmed = new ArrayList<>(known.subList(0, SOURCE));
        confirmed.addAll(row.subList(SOURCE, row.size()));
        ofZip.set(i, holds ? List.copyOf(confirmed) : with(known, FROM, day));
        return;
      }
      if (holds) {
        end(snapshot, ofZip, i, row);
      } else {
        row.set(TO, dayBefore(known.get(FROM)));
      }
      break;
    }
    ofZip.add(List.copyOf(row));
    sort(ofZip);
  }

  private static void end(Snapshot snapshot, List<List<String>> ofZip, int i, List<String> row) {
    List<String> known = ofZip.get(i);
    if (known.get(FROM).equals(snapshot.day())) {
      throw new InputException(
          ("%s: a ZIP code has another locality there that starts on the same day, %s. Delete"
                  + " zip_locality.csv in the reference directory if it is wrong.")
              .formatted(snapshot.source().path(), snapshot.day()));
    }
    row.set(TO, known.get(TO));
    ofZip.set(i, with(known, TO, dayBefore(snapshot.day())));
  }

  private static boolean sameLocality(List<String> first, List<String> second) {
    return first.subList(CARRIER, FROM).equals(second.subList(CARRIER, FROM));
  }

  private static List<String> with(List<String> row, int position, String cell) {
    List<String> changed = new ArrayList<>(row);
    changed.set(position, cell);
    return List.copyOf(changed);
  }

  private static String dayBefore(String day) {
    return LocalDate.parse(day).minusDays(1).toString();
  }

  private static void sort(List<List<String>> ofZip) {
    ofZip.sort((first, second) -> first.get(FROM).compareTo(second.get(FROM)));
  }
}
