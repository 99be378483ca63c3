package org.allowable.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.allowable.ingest.parquet.ProcessLock;
import org.allowable.job.RunList;
import org.allowable.model.ReportTitle;
import org.allowable.report.html.PageWriter;
import org.allowable.report.html.RunIndex;
import org.jspecify.annotations.Nullable;

/** Writes the page that lists the runs of a folder anew. */
final class ReportIndex {

  private static final String LOCK = ".index.lock";
  private static final int MOST_TRIES = 200;
  private static final long PAUSE_MILLISECONDS = 25;

  private ReportIndex() {}

  /**
   * Lists the runs of a folder and writes their page. The runs themselves are done by then: what
   * goes wrong here is said and stops nothing.
   *
   * @return a sentence of what went wrong; null where all went well
   */
  static @Nullable String rewrite(Path out) {
    try {
      // Who lists first and writes last would leave out the other's run.
      ProcessLock lock = hold(out);
      if (lock == null) {
        return failed(out, "another command keeps writing it");
      }
      try {
        return write(out);
      } finally {
        lock.remove();
      }
    } catch (IOException e) {
      return failed(out, "the folder cannot be written");
    }
  }

  private static @Nullable ProcessLock hold(Path out) throws IOException {
    for (int tries = 1; tries <= MOST_TRIES; tries++) {
      ProcessLock lock = ProcessLock.tryHold(out.resolve(LOCK));
      if (lock != null) {
        return lock;
      }
      try {
        Thread.sleep(PAUSE_MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return null;
      }
    }
    return null;
  }

  private static @Nullable String write(Path out) throws IOException {
    RunList list = RunList.of(out);
    List<RunIndex.ListedRun> entries =
        list.runs().stream().map(run -> entry(run, relative(run.place(), out))).toList();
    List<String> unreadable = list.unreadable().stream().map(p -> relative(p, out)).toList();
    return RunIndex.write(entries, unreadable, out)
        ? null
        : failed(out, "a file of that name is there that no report wrote");
  }

  private static String failed(Path out, String why) {
    return "The list of reports %s was not written: %s.".formatted(out.resolve(RunIndex.FILE), why);
  }

  private static String relative(Path run, Path out) {
    return out.relativize(run).toString().replace('\\', '/');
  }

  private static RunIndex.ListedRun entry(RunList.SealedRun run, String folder) {
    return new RunIndex.ListedRun(
        folder,
        run.title().title().isEmpty() ? byName(run, folder) : run.title(),
        LocalDate.ofInstant(run.sealed(), ZoneId.systemDefault()),
        present(run, PageWriter.FILE),
        present(run, run.title().workbook()),
        run.runId());
  }

  // A run of before titles were kept.
  private static ReportTitle byName(RunList.SealedRun run, String folder) {
    String job = run.job().replace('-', ' ');
    String title =
        job.isEmpty() ? folder : job.substring(0, 1).toUpperCase(Locale.ROOT) + job.substring(1);
    return new ReportTitle(title, folder, "", run.title().workbook());
  }

  private static @Nullable String present(RunList.SealedRun run, String file) {
    return Files.isRegularFile(run.place().resolve(file)) ? file : null;
  }
}
