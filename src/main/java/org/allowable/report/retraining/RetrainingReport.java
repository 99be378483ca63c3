package org.allowable.report.retraining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.allowable.model.ReportTitle;
import org.allowable.model.Rows;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.CsvTable;
import org.allowable.report.FileTasks;
import org.allowable.report.FunnelChart;
import org.allowable.report.Mart;
import org.allowable.report.Picture;
import org.allowable.report.ReportFileName;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.allowable.report.excel.WorkbookWriter;
import org.allowable.report.html.PageFiles;
import org.allowable.report.html.PageWriter;
import org.allowable.report.pdf.PdfWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes the director's workbook, its charts, and a packet for each physician in a folder of its
 * own.
 */
public final class RetrainingReport {

  /** The folder of the committee's edition in a run's folder. */
  public static final String COMMITTEE = "committee";

  private final Review review;

  private RetrainingReport(Review review) {
    this.review = review;
  }

  /**
   * Writes the director's edition: the workbook, named by practice and period, the same as a page,
   * {@code charts/}, {@code packets/}, and to {@code tables/} the marts and whose letter is which;
   * and the committee's to {@link #COMMITTEE}, which names nobody.
   *
   * @param marts of the job retraining-review by table name
   * @param only NPI of the one physician who gets a packet; null for all
   * @return how the review is listed among others
   * @throws IOException if the folder cannot be written
   */
  public static ReportTitle write(
      Map<String, Rows> marts, ReviewFacts facts, @Nullable String only, Path folder)
      throws IOException {
    RetrainingReport report = new RetrainingReport(new Review(marts, facts));
    List<FileTasks.Task> tasks = new ArrayList<>();
    tasks.add(() -> report.edition(Edition.DIRECTOR, folder));
    tasks.add(() -> report.edition(Edition.COMMITTEE, privateFolder(folder.resolve(COMMITTEE))));
    tasks.add(() -> report.tables(marts, folder.resolve("tables")));
    tasks.addAll(report.packets(only, privateFolder(folder.resolve("packets"))));
    FileTasks.write(tasks);
    return ReviewWorkbook.title(report.review);
  }

  /** The NPIs of those who get a packet: who has a line answered in the period. */
  public static Set<String> physicians(Map<String, Rows> marts) {
    Rows rates = Objects.requireNonNull(marts.get("mart_physician_rate"));
    return Mart.of(rates, line -> line.text("span").equals("period")).lines().stream()
        .map(line -> line.text("rendering_npi"))
        .collect(Collectors.toSet());
  }

  private void edition(Edition edition, Path folder) throws IOException {
    Path charts = Files.createDirectory(folder.resolve("charts"));
    ReviewCharts drawn = new ReviewCharts(review);
    List<Picture> pictures = new ArrayList<>();
    for (Map.Entry<String, FunnelChart> funnel : drawn.funnels(edition).entrySet()) {
      pictures.add(draw(funnel.getValue(), funnel.getKey(), charts));
    }
    for (Map.Entry<String, Chart> chart :
        Map.<String, Chart>of(
                "denials-by-group", drawn.groups(), "denials-by-code-pair", drawn.pairs())
            .entrySet()
            .stream()
            .sorted(Map.Entry.<String, Chart>comparingByKey().reversed())
            .toList()) {
      if (chart.getValue().hasValues()) {
        pictures.add(draw(chart.getValue(), chart.getKey(), charts));
      }
    }
    Workbook workbook = new ReviewWorkbook(review, edition, pictures).workbook();
    String file = review.facts().fileName(edition).ending("xlsx");
    WorkbookWriter.write(workbook, folder.resolve(file));
    PageFiles files = PageFiles.of(file);
    // The tables name everybody.
    PageWriter.write(
        workbook,
        edition == Edition.COMMITTEE ? files.alone() : files,
        folder.resolve(PageWriter.FILE));
  }

  private static Picture draw(Chart chart, String name, Path folder) throws IOException {
    ChartWriter.writePng(chart, folder.resolve(name + ".png"));
    ChartWriter.writeSvg(chart, folder.resolve(name + ".svg"));
    return ChartWriter.picture(chart, ChartSize.PRINTED);
  }

  private List<FileTasks.Task> packets(@Nullable String only, Path folder) {
    List<FileTasks.Task> packets = new ArrayList<>();
    for (Mart.Line rate : review.physicians()) {
      String npi = rate.text("rendering_npi");
      if (only == null || only.equals(npi)) {
        packets.add(() -> packet(rate, folder.resolve(slug(review.label(npi)))));
      }
    }
    return packets;
  }

  private void packet(Mart.Line rate, Path folder) throws IOException {
    Path own = privateFolder(folder);
    ReportFileName name =
        review.facts().fileName("retraining packet " + review.label(rate.text("rendering_npi")));
    Workbook packet = new Packet(review, rate).workbook().called(name);
    WorkbookWriter.write(packet, own.resolve(name.ending("xlsx")));
    PdfWriter.write(packet, own.resolve(name.ending("pdf")));
  }

  // Packets are handed on by folder: each is private by itself, not only within the run's.
  private static Path privateFolder(Path folder) throws IOException {
    return Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
  }

  // A name from data never becomes a path; the letter does.
  private static String slug(String label) {
    return label.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private void tables(Map<String, Rows> marts, Path folder) throws IOException {
    CsvTable.writeAll(marts, folder);
    List<@Nullable Object[]> labels = new ArrayList<>();
    Set<String> packets =
        review.physicians().stream()
            .map(rate -> rate.text("rendering_npi"))
            .collect(Collectors.toSet());
    for (Map.Entry<String, String> entry : review.labels().entrySet()) {
      String npi = entry.getKey();
      labels.add(
          new @Nullable Object[] {
            npi, entry.getValue(), packets.contains(npi) ? slug(entry.getValue()) : null
          });
    }
    CsvTable.write(
        folder.resolve("physician_label.csv"),
        List.of("rendering_npi", "label", "packet_folder"),
        labels.iterator());
  }
}
