package org.allowable.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.allowable.job.CanaryRun;
import org.allowable.job.ContractCheckRun.Found;
import org.allowable.job.ContractCheckRun.Volume;
import org.allowable.model.Rows;
import org.allowable.report.CodeLabels;
import org.allowable.report.Format;
import org.allowable.report.Mart;
import org.jspecify.annotations.Nullable;

/** What a check of contracts found, to be read at a terminal. */
final class ContractCheckText {

  private static final int MOST_GAPS = 40;

  private ContractCheckText() {}

  /** Writes all of it. */
  static void say(PrintWriter out, Found found) {
    list(out, "Wrong", found.problems());
    if (!found.problems().isEmpty()) {
      out.println("Nothing was priced. Correct the files and check again.");
      return;
    }
    out.println(counted(found.contracts(), "contract") + ", nothing wrong with the files.");
    list(out, "To know", found.findings());
    canaries(out, found);
    Volume volume = found.volume();
    if (volume != null) {
      coverage(out, volume);
      gaps(out, volume);
    }
    notValid(out, found.notValid());
  }

  // What people said of the worklist, which may be many words: one line each.
  private static void notValid(PrintWriter out, @Nullable Rows said) {
    if (said == null) {
      return;
    }
    out.println();
    out.println("Findings that people marked as not valid in the worklist:");
    TextTable table = new TextTable("Payer", "Contract", "#Claims", "#Lines", "#Short", "Reason");
    for (List<@Nullable Object> row : all(said)) {
      table.row(
          List.of(
              text(row.get(0)),
              text(row.get(1)),
              number(row.get(3)),
              number(row.get(4)),
              number(row.get(5)),
              text(row.get(2)).replaceAll("\\s+", " ")));
    }
    table.print(out);
  }

  private static void list(PrintWriter out, String title, List<String> sentences) {
    if (!sentences.isEmpty()) {
      out.println(title + ":");
      sentences.forEach(sentence -> out.println("  " + sentence));
    }
  }

  private static void canaries(PrintWriter out, Found found) {
    if (found.canaries().isEmpty()) {
      out.println("No canary claims: write some, with amounts worked out by hand.");
      return;
    }
    int failed = found.failedCanaries().size();
    out.println(
        counted(found.canaries().size(), "canary claim")
            + (failed == 0 ? ", all as expected." : ", " + failed + " not as expected:"));
    for (CanaryRun.Result canary : found.failedCanaries()) {
      out.println("  " + canary.text());
    }
  }

  private static void coverage(PrintWriter out, Volume volume) {
    out.println();
    out.println("What the terms price, %s to %s:".formatted(volume.first(), volume.last()));
    TextTable table =
        new TextTable(
            "Contract",
            "Term",
            "Where",
            "#Lines",
            "#Charges",
            "#Contract",
            "#Medicare",
            "#Of Medicare");
    Rows rows = volume.coverage();
    for (List<@Nullable Object> row : all(rows)) {
      table.row(
          List.of(
              text(row.get(0)),
              text(row.get(1)),
              where(text(row.get(2)), row.get(3)),
              number(row.get(4)),
              number(row.get(5)),
              number(row.get(6)),
              number(row.get(7)),
              percent(row.get(8), row.get(7))));
    }
    table.print(out);
  }

  private static void gaps(PrintWriter out, Volume volume) {
    List<List<@Nullable Object>> rows = all(volume.gaps());
    if (rows.isEmpty()) {
      out.println("Every line has a price.");
      return;
    }
    out.println();
    out.println("What has no price:");
    TextTable table =
        new TextTable("Payer", "Contract", "Code", "#Lines", "#Charges", "#Medicare", "Why");
    for (List<@Nullable Object> row : rows.subList(0, Math.min(MOST_GAPS, rows.size()))) {
      table.row(
          List.of(
              text(row.get(0)),
              text(row.get(1)),
              row.get(1) == null ? "(all)" : text(row.get(3)),
              number(row.get(4)),
              number(row.get(5)),
              number(row.get(6)),
              CodeLabels.of(text(row.get(2)))));
    }
    table.print(out);
    if (rows.size() > MOST_GAPS) {
      out.println("  and %d more with smaller charges".formatted(rows.size() - MOST_GAPS));
    }
  }

  private static List<List<@Nullable Object>> all(Rows rows) {
    List<List<@Nullable Object>> all = new ArrayList<>();
    for (Iterator<@Nullable Object[]> i = rows.iterator().get(); i.hasNext(); ) {
      all.add(Arrays.asList(i.next()));
    }
    return all;
  }

  private static String where(String file, @Nullable Object line) {
    Path name = Path.of(file).getFileName();
    return (name == null ? file : name.toString()) + (line == null ? "" : ":" + line);
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static String number(@Nullable Object value) {
    if (value instanceof BigDecimal amount) {
      return String.format(Locale.ROOT, "%,.2f", amount);
    }
    return value instanceof Number count
        ? String.format(Locale.ROOT, "%,d", count.longValue())
        : "-";
  }

  private static String percent(@Nullable Object part, @Nullable Object whole) {
    BigDecimal share =
        part instanceof BigDecimal contract && whole instanceof BigDecimal medicare
            ? Mart.share(contract, medicare)
            : null;
    return share == null ? "-" : Format.RATE.display(share);
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
