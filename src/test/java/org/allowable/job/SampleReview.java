package org.allowable.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.allowable.model.Progress;
import org.allowable.sample.Sample;
import org.allowable.sample.SampleRequest;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The review of an invented practice, the same with reference rows that a user changed, and what
 * the practice's maker knows to be true.
 *
 * @param sample the folder of the practice
 * @param run its review for the last three months
 * @param changed the denials and their review again, with {@link #LESSON}, without findings that
 *     explain a bundling, and with a group of owners out of every physician's rate
 * @param collected tables that a test asked for
 */
record SampleReview(
    Path sample,
    RetrainingRun run,
    RetrainingRun changed,
    Map<String, List<Map<String, @Nullable Object>>> collected) {

  static final YearMonth LAST = YearMonth.of(2026, 10);
  static final String LESSON = "Bring the referral letter; ask for page 7,341";

  /** Makes the practice and reviews it twice, which takes most of a minute. */
  static SampleReview in(Path folder) throws IOException {
    Path sample = folder.resolve("sample");
    Sample.write(
        new SampleRequest(26_000, 7, sample, 13, LAST, null, null, false), Progress.SILENT);
    RetrainingRun run = RetrainingRun.of(sample, LAST.minusMonths(2), LAST, folder.resolve("work"));
    Path reference = Files.createDirectory(folder.resolve("reference"));
    edited(reference, "denial_owner", "Coder and physician,physician", "Coder and physician,none");
    edited(reference, "finding_denial", "imaging,Bundling", "imaging,Nothing");
    edited(
        reference,
        "retraining_lesson",
        "The note or diagnosis does not show what the payer's policy asks for",
        '"' + LESSON + '"');
    return new SampleReview(
        sample, run, run.again(reference, folder.resolve("again")), new HashMap<>());
  }

  // As a user would: the shipped table copied to the own folder, with a row changed.
  private static void edited(Path folder, String table, String from, String to) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            SampleReview.class.getResourceAsStream("/reference/" + table + ".csv"))) {
      String shipped = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!shipped.contains(from)) {
        throw new AssertionError(from);
      }
      Files.writeString(folder.resolve(table + ".csv"), shipped.replace(from, to));
    }
  }

  /** What the maker knows. */
  List<CSVRecord> truth(String table) {
    try (CSVParser parser =
        CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(sample.resolve("truth").resolve(table + ".csv")))) {
      return parser.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All rows of a table that the steps of the review made. */
  List<Map<String, @Nullable Object>> rows(String table) {
    return collected.computeIfAbsent(table, this::collect);
  }

  private List<Map<String, @Nullable Object>> collect(String table) {
    return run.engine().all(table);
  }
}
