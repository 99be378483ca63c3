package org.allowable.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.allowable.report.BarChart;
import org.allowable.report.Block;
import org.allowable.report.Chart;
import org.allowable.report.ChartSize;
import org.allowable.report.Column;
import org.allowable.report.Format;
import org.allowable.report.Formula;
import org.allowable.report.KeyFigure;
import org.allowable.report.KeyFigures;
import org.allowable.report.Link;
import org.allowable.report.LinkList;
import org.allowable.report.Page;
import org.allowable.report.PictureBlock;
import org.allowable.report.ReportRow;
import org.allowable.report.Sheet;
import org.allowable.report.TableBlock;
import org.allowable.report.TextBlock;
import org.allowable.report.Workbook;
import org.allowable.report.chart.ChartWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PageWriterTest {

  private static final String HOSTILE = "</script><script>alert('\"&')</script>";

  private static final List<Column> COLUMNS =
      List.of(
          Column.of("Payer", Format.TEXT),
          Column.of("Month", Format.MONTH),
          Column.of("Lines", Format.COUNT).totaled(),
          Column.of("Paid", Format.MONEY).totaled(),
          Column.of("Denial rate", Format.RATE));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        HOSTILE,
        "\"onmouseover=\"alert(1)",
        "'><img src=x onerror=alert(1)>",
        "</title></style></table>",
        "<!--",
        "]]>",
        "Zo\u00eb & Sons \ud83e\ude7a"
      })
  void a_name_stays_a_text_wherever_it_stands(String name) throws IOException {
    OpenedPage page = open(everywhere(name));

    assertThat(page.elements("script")).isEmpty();
    assertThat(page.elements("img")).isEmpty();
    assertThat(page.tables(page.sheet("Lines")).get(0).column("Payer"))
        .extracting(OpenedPage.Cell::text)
        .containsExactly(name);
    assertThat(page.elements("h1").get(0).getTextContent()).isEqualTo(name);
    assertThat(page.charts().get(0).column("Category"))
        .extracting(OpenedPage.Cell::text)
        .containsExactly(name);
  }

  private Workbook everywhere(String name) {
    Chart chart =
        new BarChart(name, name, Format.MONEY, List.of(new Chart.Bar(name, BigDecimal.TEN)));
    Column column = Column.of("Payer", Format.TEXT).meaning(name);
    return new Workbook(
        name,
        name,
        Instant.EPOCH,
        true,
        Map.of("run id", name),
        List.of(
            new Sheet(
                "Summary",
                name,
                name,
                List.of(
                    KeyFigures.of(
                        KeyFigure.of(name, BigDecimal.ONE, Format.COUNT)
                            .compared(name)
                            .to("Lines")),
                    TextBlock.of(name, name),
                    PictureBlock.of(ChartWriter.picture(chart, ChartSize.SMALL)),
                    new LinkList(name, List.of(new LinkList.Entry("Lines", name)))),
                Page.PORTRAIT),
            Sheet.of(
                "Lines", name, name, TableBlock.of(List.of(column), List.of(ReportRow.of(name))))));
  }

  // The workbook's sheet has every row, and may print fewer.
  @Test
  void a_long_table_says_which_rows_print_and_where_all_are() throws IOException {
    List<ReportRow> rows =
        IntStream.rangeClosed(1, InlineCode.ROWS_ON_PAPER + 1)
            .mapToObj(i -> ReportRow.of("Payer " + i))
            .toList();
    Sheet sheet =
        Sheet.of(
            "Lines", "Lines", "", TableBlock.of(List.of(Column.of("Payer", Format.TEXT)), rows));
    OpenedPage page =
        open(new Workbook("Report", "", Instant.EPOCH, true, Map.of(), List.of(sheet)));

    assertThat(page.elements("p"))
        .extracting(Element::getTextContent)
        .anyMatch(
            text ->
                text.matches("Only the first 40 rows print; the sheet Lines of \\S+ has all\\."));
  }

  @Test
  void the_policy_lets_only_this_style_and_this_script_run() throws Exception {
    OpenedPage page = open(everywhere(HOSTILE));

    String policy =
        page.elements("meta").stream()
            .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
            .map(meta -> meta.getAttribute("content"))
            .findFirst()
            .orElseThrow();
    assertThat(policy.split("; "))
        .containsExactlyInAnyOrder(
            "default-src 'none'",
            "style-src 'sha256-" + hash(page.style()) + "'",
            "script-src 'sha256-" + hash(page.script()) + "'",
            "base-uri 'none'",
            "form-action 'none'");
  }

  private static String hash(String text) throws NoSuchAlgorithmException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void nothing_on_the_page_needs_what_the_policy_forbids() throws IOException {
    for (Element element : open(everywhere(HOSTILE)).elements("*")) {
      for (int i = 0; i < element.getAttributes().getLength(); i++) {
        String name = element.getAttributes().item(i).getNodeName();
        assertThat(name).isNotEqualTo("style").isNotEqualTo("src").doesNotStartWith("on");
      }
    }
  }

  @Test
  void nothing_is_loaded_from_anywhere() throws IOException {
    OpenedPage page = open(everywhere("Aetna"));

    assertThat(page.html().replaceAll("xmlns(:\\w+)?=\"[^\"]*\"", "")).doesNotContain("://");
    assertThat(page.style()).doesNotContain("@import").doesNotContain("url(");
  }

  @Test
  void drawings_on_one_page_share_no_name() throws IOException {
    Chart chart =
        new BarChart(
            "One", "", Format.MONEY, List.of(new Chart.Bar("Aetna", BigDecimal.valueOf(1234))));
    var picture = ChartWriter.picture(chart, ChartSize.SMALL);
    OpenedPage page = open(workbook(PictureBlock.of(picture, picture)));

    assertThat(page.elements("*").stream().map(e -> e.getAttribute("id")).filter(i -> !i.isEmpty()))
        .doesNotHaveDuplicates();
    assertThat(page.html()).contains("fill-ink", "fill-paper");
  }

  @Test
  void a_figure_leads_to_the_sheet_that_explains_it() throws IOException {
    OpenedPage page = open(everywhere("Aetna"));

    Element card =
        page.elements("a").stream()
            .filter(a -> a.getAttribute("class").equals("card"))
            .findFirst()
            .orElseThrow();
    assertThat(page.withId(card.getAttribute("href").substring(1))).isSameAs(page.sheet("Lines"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u2212$2,000.10", "+$14.5k"})
  void a_signed_amount_stays_on_one_line(String amount) throws IOException {
    String said = "Variance " + amount + " of all";
    OpenedPage page =
        open(
            workbook(
                TextBlock.of("", said),
                KeyFigures.of(KeyFigure.of("Variance", 1, Format.COUNT).compared(said)),
                TableBlock.of(
                    List.of(Column.of("Said", Format.LONG_TEXT)), List.of(ReportRow.of(said)))));

    assertThat(page.elements("span"))
        .filteredOn(span -> span.getAttribute("class").equals("amount"))
        .hasSize(3)
        .allMatch(span -> span.getTextContent().equals(amount))
        .allMatch(span -> span.getParentNode().getTextContent().equals(said));
  }

  @Test
  void a_link_to_no_sheet_leaves_no_page() {
    Workbook broken =
        workbook(TableBlock.of(COLUMNS.subList(0, 1), List.of(ReportRow.of(Link.to("Gone", 1)))));

    assertThatThrownBy(() -> open(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Gone");
    assertThat(folder.resolve("report.html")).doesNotExist();
  }

  @Test
  void a_long_table_shows_its_first_rows_and_says_so() throws IOException {
    OpenedPage page = open(workbook(lines(1234).totaled()));
    OpenedPage.Table table = page.tables(page.elements("section").get(0)).get(0);

    assertThat(table.rows()).hasSize(ShownRows.MOST_ROWS);
    assertThat(table.count()).isEqualTo(1234);
    assertThat(page.elements("section").get(0).getTextContent())
        .contains("The first 500 of 1,234 rows", "sheet Lines of report.xlsx", "mart_line.csv");
  }

  @Test
  void a_table_that_is_little_longer_is_shown_whole() throws IOException {
    OpenedPage page = open(workbook(lines(ShownRows.MOST_ROWS * 3 / 2)));

    assertThat(page.tables(page.elements("section").get(0)).get(0).rows())
        .hasSize(ShownRows.MOST_ROWS * 3 / 2);
    assertThat(page.html()).doesNotContain("The first ");
  }

  @Test
  void totals_of_a_long_table_are_of_all_rows() throws IOException {
    OpenedPage page = open(workbook(lines(1234).totaled()));
    OpenedPage.Table table = page.tables(page.elements("section").get(0)).get(0);

    assertThat(table.totals())
        .extracting(OpenedPage.Cell::text)
        .containsExactly("Total of all rows", "", "1,234", "$12,340.00", "");
  }

  // Words of a table that fits a page of paper wrap in the window, too, before it scrolls.
  @Test
  void only_a_table_that_fits_paper_wraps_its_words() throws IOException {
    List<Column> wide =
        IntStream.range(0, 40).mapToObj(i -> Column.of("Column " + i, Format.COUNT)).toList();
    assertThat(open(workbook(lines(3))).html()).contains("class=\"table narrow\"");
    assertThat(open(workbook(TableBlock.of(wide, List.of()))).html())
        .doesNotContain("class=\"table narrow\"");
  }

  @Test
  void a_wide_table_shows_fewer_rows() throws IOException {
    List<Column> columns =
        IntStream.range(0, 80).mapToObj(i -> Column.of("Column " + i, Format.COUNT)).toList();
    List<ReportRow> rows =
        IntStream.range(0, 300)
            .mapToObj(i -> ReportRow.of(columns.stream().map(c -> i).toArray()))
            .toList();
    OpenedPage page = open(workbook(TableBlock.of(columns, rows)));

    assertThat(page.tables(page.elements("section").get(0)).get(0).rows())
        .hasSize(ShownRows.MOST_CELLS / 80);
  }

  @Test
  void what_is_rounded_carries_its_exact_value() throws IOException {
    List<Column> columns =
        List.of(
            Column.of("Rate", Format.RATE),
            Column.of("Plain rate", Format.RATE),
            Column.of("Month", Format.MONTH),
            Column.of("Code", Format.CODE));
    ReportRow row =
        ReportRow.of(
            new BigDecimal("0.123456"),
            new BigDecimal("0.125"),
            LocalDate.of(2026, 9, 1),
            new BigDecimal("064483"));
    OpenedPage page = open(workbook(TableBlock.of(columns, List.of(row))));

    assertThat(page.tables(page.elements("section").get(0)).get(0).rows().get(0))
        .containsExactly(
            new OpenedPage.Cell("12.3%", "0.123456"),
            new OpenedPage.Cell("12.5%", null),
            new OpenedPage.Cell("Sep 2026", "2026-09"),
            new OpenedPage.Cell("64483", null));
  }

  @Test
  void what_is_not_known_is_empty_and_never_zero() throws IOException {
    ReportRow row = ReportRow.of("Aetna", null, null, null, null);
    OpenedPage page = open(workbook(TableBlock.of(COLUMNS, List.of(row)).totaled()));
    OpenedPage.Table table = page.tables(page.elements("section").get(0)).get(0);

    assertThat(table.rows().get(0))
        .extracting(OpenedPage.Cell::text)
        .containsExactly("Aetna", "", "", "", "");
    assertThat(table.totals())
        .extracting(OpenedPage.Cell::text)
        .containsExactly("Total", "", "", "", "");
  }

  @Test
  void a_table_without_rows_says_so() throws IOException {
    assertThat(open(workbook(TableBlock.of(COLUMNS, List.of()))).elements("td"))
        .extracting(Element::getTextContent)
        .containsExactly("None");
  }

  @Test
  void a_ratio_is_that_of_the_sums() throws IOException {
    List<Column> columns =
        List.of(
            Column.of("Payer", Format.TEXT),
            Column.of("Denied", Format.COUNT).totaled(),
            Column.of("Lines", Format.COUNT).totaled(),
            Column.of("Denial rate", Format.RATE)
                .computed(Formula.column("Denied").dividedBy(Formula.column("Lines")))
                .totaled());
    List<ReportRow> rows =
        List.of(ReportRow.of("Aetna", 1, 2, null), ReportRow.of("Cigna", 1, 8, null));
    OpenedPage page = open(workbook(TableBlock.of(columns, rows).calculated(Map.of()).totaled()));
    OpenedPage.Table table = page.tables(page.elements("section").get(0)).get(0);

    assertThat(table.column("Denial rate"))
        .extracting(OpenedPage.Cell::text)
        .containsExactly("50.0%", "12.5%");
    assertThat(table.totals().get(3).text()).isEqualTo("20.0%");
  }

  @Test
  void control_characters_and_half_characters_are_left_out() throws IOException {
    assertThat(open(workbook(TextBlock.of("", "a\u0007b \ud83e c"))).html()).contains("a b   c");
  }

  @Test
  void every_table_can_be_reached_and_is_named() throws IOException {
    OpenedPage page = open(workbook(lines(3).heading("By payer"), lines(3)));

    List<Element> regions =
        page.elements("div").stream().filter(d -> d.getAttribute("role").equals("region")).toList();
    assertThat(regions).hasSize(2).allMatch(region -> region.getAttribute("tabindex").equals("0"));
    assertThat(regions.stream().map(region -> region.getAttribute("aria-label")))
        .containsExactly("Table: Lines: By payer", "Table: Lines, table 2");
  }

  @Test
  void the_same_workbook_makes_the_same_bytes() throws IOException {
    Workbook workbook = everywhere("Aetna");
    PageWriter.write(workbook, PageFiles.of("a.xlsx"), folder.resolve("one.html"));
    PageWriter.write(workbook, PageFiles.of("a.xlsx"), folder.resolve("two.html"));

    assertThat(folder.resolve("one.html")).hasSameBinaryContentAs(folder.resolve("two.html"));
  }

  @Test
  void a_page_without_tables_leads_to_none() throws IOException {
    PageWriter.write(
        workbook(lines(700)), PageFiles.of("report.xlsx").alone(), folder.resolve("report.html"));

    assertThat(OpenedPage.of(folder.resolve("report.html")).html())
        .doesNotContain("tables/")
        .doesNotContain(".csv");
  }

  private static TableBlock lines(int count) {
    List<ReportRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          ReportRow.of(
              "Payer " + i, LocalDate.of(2026, 9, 1), 1, BigDecimal.TEN, new BigDecimal(0)));
    }
    return TableBlock.of(COLUMNS, rows).from(List.of("mart_line"));
  }

  private static Workbook workbook(Block... blocks) {
    return new Workbook(
        "Report",
        "Practice",
        Instant.EPOCH,
        true,
        Map.of(),
        List.of(Sheet.of("Lines", "All lines", "", blocks)));
  }

  private OpenedPage open(Workbook workbook) throws IOException {
    Path file = folder.resolve("report.html");
    PageWriter.write(workbook, PageFiles.of("report.xlsx"), file);
    return OpenedPage.of(file);
  }
}
