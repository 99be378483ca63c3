package org.allowable.report.html;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.allowable.report.Sheet;
import org.allowable.report.Workbook;

/**
 * Writes a {@link Workbook} as one page for the browser: every sheet is a part of it, in the same
 * order and words. It loads nothing, so that it can be opened from a folder and forwarded. Of a
 * long table the first rows are shown; the same workbook makes the same bytes.
 */
public final class PageWriter {

  /** The page's file in a run's folder. */
  public static final String FILE = "report.html";

  private static final String RUN_ID = "run id";

  private final HtmlWriter html;
  private final Workbook workbook;
  private final PageFiles files;
  private final SheetAnchors anchors;

  private PageWriter(HtmlWriter html, Workbook workbook, PageFiles files) {
    this.html = html;
    this.workbook = workbook;
    this.files = files;
    this.anchors = new SheetAnchors(workbook.sheets());
  }

  /**
   * Writes the file, over an old one.
   *
   * @param files what the page leads to
   * @throws IOException if it cannot be written; then there is no file
   * @throws IllegalArgumentException if the workbook contradicts itself, such as by a link to no
   *     sheet
   */
  public static void write(Workbook workbook, PageFiles files, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        HtmlWriter html = new HtmlWriter(out)) {
      new PageWriter(html, workbook, files).page();
    } catch (IOException | RuntimeException e) {
      // Half a page is worse than none.
      Files.deleteIfExists(file);
      throw e;
    }
  }

  private void page() throws IOException {
    InlineCode code = InlineCode.of(workbook.hasPatientInformation());
    html.start("html", "lang", "en-US").line();
    PageHead.write(html, workbook.title() + " \u2013 " + workbook.subtitle(), code);
    html.start("body").line();
    html.element("a", "Skip to the report", "class", "skip", "href", "#report").line();
    header();
    html.start("div", "class", "columns").line();
    navigation();
    html.start("main", "id", "report", "tabindex", "-1").line();
    HtmlBlocks blocks = new HtmlBlocks(html, anchors, files, workbook.inputs());
    for (Sheet sheet : workbook.sheets()) {
      sheet(sheet, blocks);
    }
    html.end().end().line();
    footer();
    PageHead.script(html, code);
    html.end().end().line();
  }

  private void header() throws IOException {
    html.start("header").line();
    html.element("h1", workbook.title()).line();
    html.element("p", workbook.subtitle(), "class", "about").line();
    html.start("ul", "class", "files").line();
    link("Workbook (Excel)", FileAddress.of(files.workbook()));
    if (!files.tables().isEmpty()) {
      link("Tables (CSV)", files.tables() + "/");
    }
    if (!files.allReports().isEmpty()) {
      link("All reports", files.allReports());
    }
    html.end().line();
    if (workbook.hasPatientInformation()) {
      html.element("p", "Contains patient information", "class", "notice").line();
    }
    html.end().line();
  }

  private void link(String words, String address) throws IOException {
    html.start("li").element("a", words, "href", address).end().line();
  }

  private void navigation() throws IOException {
    html.start("nav", "aria-label", "Sheets").start("ul").line();
    for (Sheet sheet : workbook.sheets()) {
      link(sheet.name(), anchors.address(sheet.name()));
    }
    html.end().end().line();
  }

  private void sheet(Sheet sheet, HtmlBlocks blocks) throws IOException {
    String id = anchors.id(sheet.name());
    List<Sheet> sheets = workbook.sheets();
    boolean isFirst = sheet.name().equals(sheets.get(0).name());
    html.start("section", "id", id, "aria-label", sheet.name()).line();
    // What the page is called stands above already.
    boolean isCalledSo = isFirst && sheet.title().equals(workbook.title());
    if (!isCalledSo) {
      html.element("p", sheet.name(), "class", "sheet");
    }
    html.sentences("h2", isCalledSo ? sheet.name() : sheet.title()).line();
    if (!sheet.note().isBlank()) {
      html.sentences("p", sheet.note(), "class", isFirst ? "headline" : "note").line();
    }
    blocks.write(sheet);
    if (!isFirst) {
      String first = sheets.get(0).name();
      html.start("p", "class", "back");
      html.element("a", "\u2190 Back to " + first, "href", anchors.address(first)).end().line();
    }
    html.end().line();
  }

  private void footer() throws IOException {
    String run = workbook.properties().getOrDefault(RUN_ID, "");
    html.start("footer");
    html.element(
        "p",
        "Allowable%s. Links lead to files beside this page: keep or forward the run's folder as a whole."
            .formatted(run.isEmpty() ? "" : ", run " + run));
    html.end().line();
  }
}
