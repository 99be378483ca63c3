package org.allowable.report.html;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.allowable.model.ReportTitle;
import org.jspecify.annotations.Nullable;

/** The page that lists all runs of a folder. */
public final class RunIndex {

  /** The page's file in the folder of all runs. */
  public static final String FILE = "index.html";

  private static final String DRAFT = ".index.html.draft";
  private static final String TITLE = "Reports";
  private static final int FIRST_LINES = 8;

  private RunIndex() {}

  /**
   * A run.
   *
   * @param folder relative to that of the page, with forward slashes
   * @param title how it is listed
   * @param made the day on which it was
   * @param page its page, in its folder; null where it has none
   * @param workbook its workbook, in its folder; null where it has none
   * @param runId its fingerprint
   */
  public record ListedRun(
      String folder,
      ReportTitle title,
      LocalDate made,
      @Nullable String page,
      @Nullable String workbook,
      String runId) {}

  /**
   * Writes the page, private, over an old one in one move.
   *
   * @param runs newest first
   * @param unreadable folders that look like runs and cannot be read
   * @return false where somebody else's file has the name; then it stays
   * @throws IOException if it cannot be written
   */
  public static boolean write(List<ListedRun> runs, List<String> unreadable, Path out)
      throws IOException {
    Path file = out.resolve(FILE);
    if (Files.exists(file) && !isOurs(file)) {
      return false;
    }
    StringWriter text = new StringWriter();
    try (HtmlWriter html = new HtmlWriter(text)) {
      page(html, runs, unreadable);
    }
    Path draft = out.resolve(DRAFT);
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(draft, text.toString());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  // By its first lines: it may be anything.
  private static boolean isOurs(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (BufferedReader in = Files.newBufferedReader(file)) {
      for (int i = 0; i < FIRST_LINES; i++) {
        @Nullable String line = in.readLine();
        if (line == null) {
          return false;
        }
        if (line.contains("name=\"generator\" content=\"" + PageHead.GENERATOR + "\"")) {
          return true;
        }
      }
      return false;
    } catch (MalformedInputException e) {
      return false;
    }
  }

  private static void page(HtmlWriter html, List<ListedRun> runs, List<String> unreadable)
      throws IOException {
    InlineCode code = InlineCode.of(false);
    html.start("html", "lang", "en-US").line();
    PageHead.write(html, TITLE, code);
    html.start("body").line();
    html.start("header").element("h1", TITLE);
    html.element(
        "p", "Newest first. Each row leads to a report's page and workbook.", "class", "about");
    html.end().line();
    html.start("main").start("section").line();
    html.start("div", "class", "table runs");
    html.start(
        "div", "class", "scroll", "role", "region", "tabindex", "0", "aria-label", "All reports");
    table(html, runs);
    html.end().end().line();
    if (!unreadable.isEmpty()) {
      html.element(
          "p",
          "Not listed, for their manifest cannot be read: " + String.join(", ", unreadable) + ".");
    }
    html.end().end().line();
    PageHead.script(html, code);
    html.end().end().line();
  }

  private static void table(HtmlWriter html, List<ListedRun> runs) throws IOException {
    html.start("table", "data-rows", Integer.toString(runs.size()));
    html.element("caption", "All reports", "class", "unseen");
    html.start("thead").start("tr");
    for (String header :
        List.of("Report", "Practice and period", "Headline", "Workbook", "Made", "Run")) {
      html.element("th", header, "scope", "col");
    }
    html.end().end().start("tbody").line();
    for (ListedRun run : runs) {
      row(html, run);
    }
    html.end().end();
  }

  private static void row(HtmlWriter html, ListedRun run) throws IOException {
    html.start("tr").start("th", "scope", "row");
    link(html, run, run.page(), run.title().title());
    html.end();
    html.element("td", run.title().subtitle(), "class", "long");
    html.sentences("td", run.title().headline(), "class", "long");
    html.start("td");
    if (run.workbook() != null) {
      link(html, run, run.workbook(), run.workbook());
    }
    html.end();
    html.element("td", run.made().toString(), "class", "d").element("td", run.runId());
    html.end().line();
  }

  private static void link(HtmlWriter html, ListedRun run, @Nullable String file, String words)
      throws IOException {
    if (file == null) {
      html.text(words);
      return;
    }
    html.element("a", words, "href", "./" + FileAddress.of(run.folder() + "/" + file));
  }
}
