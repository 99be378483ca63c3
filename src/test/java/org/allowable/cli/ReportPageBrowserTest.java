package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages of all reports in a real browser, opened from the disk, with real clicks and keys. */
@Tag("browser")
class ReportPageBrowserTest {

  private static final String MONTHLY = "monthly-report";
  private static final String COMPARISON = "contract-comparison";
  private static final String REVIEW = "retraining-review";
  private static final String INDEX = "index";

  private static final String HOSTILE = "</script><script>document.title='owned'</script>";
  private static final double LEAST_POINTS = 8;

  @TempDir private static Path folder;

  private static final Map<String, Path> PAGES = new LinkedHashMap<>();
  private static Browser browser;

  // Of a practice one of whose payers has a name that would be a script.
  @BeforeAll
  static void make_the_reports() throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Path reports = folder.resolve("reports");
    assertThat(CommandRun.of("sample", "--lines", 6000, "--seed", 1, "--out", warehouse).code())
        .isZero();
    Path practice = warehouse.resolve("practice.yaml");
    Files.writeString(
        practice,
        Files.readString(practice).replace("name: Blue Harbor\n", "name: \"" + HOSTILE + "\"\n"));
    for (List<String> command :
        List.of(
            List.of(MONTHLY, "--month", "2026-09"),
            List.of(COMPARISON, "--to", "2026-09"),
            List.of(REVIEW, "--quarter", "2026Q3"))) {
      List<Object> arguments = new ArrayList<>(command);
      arguments.addAll(List.of("--engine", "embedded", "--warehouse", warehouse, "--out", reports));
      CommandRun run = CommandRun.of(arguments.toArray());
      assertThat(run.code()).as(run.err()).isZero();
      PAGES.put(command.get(0), run.folder().resolve("report.html"));
    }
    PAGES.put(INDEX, reports.resolve("index.html"));
    browser = new Browser();
  }

  @AfterAll
  static void close_the_browser() {
    if (browser != null) {
      browser.close();
    }
  }

  private static Path page(String report) {
    return Objects.requireNonNull(PAGES.get(report));
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW, INDEX})
  void nothing_is_asked_of_the_network_and_the_console_is_silent(String report) {
    browser.open(page(report));

    assertThat(browser.requests(page(report))).isEmpty();
    assertThat(browser.console()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW, INDEX})
  void nobody_is_hindered_by_the_light_page(String report) {
    browser.open(page(report));

    assertThat(browser.hindrances()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW, INDEX})
  void nobody_is_hindered_by_the_dark_page_in_a_narrow_window(String report) {
    browser.open(page(report));
    browser.darken();
    browser.narrow(360);

    assertThat(browser.hindrances()).isEmpty();
  }

  @Test
  void what_is_folded_hinders_nobody_when_it_is_open() {
    browser.open(page(MONTHLY));
    browser.driver().findElements(By.cssSelector("summary")).forEach(WebElement::click);

    assertThat(browser.driver().findElement(By.cssSelector("details table")).isDisplayed())
        .isTrue();
    assertThat(browser.hindrances()).isEmpty();
  }

  // All worth, its last column, was beyond the edge.
  @Test
  void in_a_window_of_1280_pixels_what_to_do_first_is_seen_whole() {
    browser.open(page(MONTHLY));
    browser.narrow(1280);

    assertThat(
            browser
                .driver()
                .executeScript(
                    "const all = [...document.querySelectorAll('caption')];"
                        + "const table = all.find(one => one.textContent === 'What to do first');"
                        + "const around = table.closest('.scroll');"
                        + "return around.scrollWidth - around.clientWidth"))
        .isEqualTo(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW, INDEX})
  void in_a_window_of_320_pixels_only_tables_scroll_sideways(String report) {
    browser.open(page(report));
    browser.narrow(320);

    assertThat(
            browser
                .driver()
                .executeScript(
                    "const root = document.documentElement; return root.scrollWidth - root.clientWidth"))
        .isEqualTo(0L);
  }

  @Test
  void the_dark_page_is_dark_and_its_charts_are_too() {
    browser.open(page(MONTHLY));
    double light = brightness("body", "backgroundColor");
    browser.darken();

    assertThat(light).isGreaterThan(0.8);
    assertThat(brightness("body", "backgroundColor")).isLessThan(0.1);
    assertThat(brightness("svg .fill-paper", "fill")).isLessThan(0.15);
    assertThat(brightness("svg .fill-ink", "fill")).isGreaterThan(0.7);
  }

  private static double brightness(String selector, String property) {
    String color =
        String.valueOf(
            browser
                .driver()
                .executeScript(
                    "return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]",
                    selector,
                    property));
    String[] parts = color.replaceAll("[^0-9,]", "").split(",", -1);
    return (Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]) + Integer.parseInt(parts[2]))
        / (3 * 255.0);
  }

  @Test
  void a_click_on_a_header_sorts_and_the_third_brings_the_order_back() {
    browser.open(page(MONTHLY));
    WebElement table = browser.table("Underpaid lines", 0);
    List<BigDecimal> before = numbers(table, "Expected allowed");
    assertThat(before).hasSizeGreaterThan(10);

    WebElement header = header(table, "Expected allowed");
    WebElement button = header.findElement(By.tagName("button"));
    button.click();
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("descending");
    assertThat(numbers(table, "Expected allowed")).isSortedAccordingTo(Comparator.reverseOrder());
    button.click();
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("ascending");
    assertThat(numbers(table, "Expected allowed"))
        .isSorted()
        .containsExactlyInAnyOrderElementsOf(before);
    button.click();
    assertThat(header.getDomAttribute("aria-sort")).isEqualTo("none");
    assertThat(numbers(table, "Expected allowed")).isEqualTo(before);
  }

  @Test
  void only_one_column_says_that_it_is_sorted() {
    browser.open(page(MONTHLY));
    WebElement table = browser.table("Underpaid lines", 0);
    header(table, "Payer").findElement(By.tagName("button")).click();
    header(table, "DOS").findElement(By.tagName("button")).click();

    assertThat(table.findElements(By.cssSelector("th[aria-sort=ascending]"))).hasSize(1);
    assertThat(header(table, "Payer").getDomAttribute("aria-sort")).isEqualTo("none");
    assertThat(texts(table, "DOS")).isSorted();
  }

  @Test
  void a_rate_is_sorted_by_all_of_its_decimals() {
    browser.open(page(MONTHLY));
    WebElement table = browser.table("Trend", 2);
    header(table, "Initial denial rate").findElement(By.tagName("button")).click();

    assertThat(numbers(table, "Initial denial rate"))
        .hasSizeGreaterThan(5)
        .isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void a_month_is_sorted_by_time_and_not_by_its_name() {
    browser.open(page(MONTHLY));
    WebElement table = browser.table("Trend", 0);
    List<String> before = texts(table, "Month");
    WebElement button = header(table, "Month").findElement(By.tagName("button"));
    button.click();
    List<String> up = texts(table, "Month");
    button.click();

    List<String> down = new ArrayList<>(texts(table, "Month"));
    Collections.reverse(down);
    assertThat(down).isEqualTo(up).containsExactlyInAnyOrderElementsOf(before);
    assertThat(up.get(up.size() - 1)).isEqualTo("Sep 2026");
  }

  @Test
  void the_filter_leaves_rows_with_all_its_words_and_totals_that_follow() {
    browser.open(page(MONTHLY));
    WebElement table = browser.table("Setting and payer", 0);
    String all = total(table, "Expected allowed");
    int rows = shown(table).size();
    filter(table).sendKeys("OFFICE medicare");

    List<WebElement> left = shown(table);
    assertThat(left).hasSizeBetween(1, rows - 1);
    assertThat(left)
        .allMatch(row -> row.getText().contains("Office") && row.getText().contains("Medicare"));
    assertThat(status(table)).isEqualTo(left.size() + " of " + rows + " rows");
    for (String column : List.of("Lines", "Expected allowed", "Variance")) {
      assertThat(number(total(table, column)))
          .as(column)
          .isEqualByComparingTo(
              numbers(table, column).stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    assertThat(table.findElement(By.cssSelector("tfoot th")).getText())
        .isEqualTo("Total of rows shown");

    filter(table).sendKeys(Keys.ESCAPE);
    assertThat(shown(table)).hasSize(rows);
    assertThat(total(table, "Expected allowed")).isEqualTo(all);
    assertThat(status(table)).isEmpty();
  }

  @Test
  void sorting_and_filter_go_together() {
    browser.open(page(MONTHLY));
    WebElement table = browser.table("Underpaid lines", 0);
    filter(table).sendKeys("Medicare");
    header(table, "Shortfall").findElement(By.tagName("button")).click();

    assertThat(shown(table)).allMatch(row -> row.getText().contains("Medicare"));
    assertThat(numbers(table, "Shortfall")).isSortedAccordingTo(Comparator.reverseOrder());
  }

  @Test
  void the_first_tab_leads_past_the_navigation() {
    browser.open(page(MONTHLY));
    browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    WebElement skip = browser.driver().switchTo().activeElement();
    assertThat(skip.getText()).isEqualTo("Skip to the report");
    assertThat(skip.getLocation().getX()).isNotNegative();
    skip.sendKeys(Keys.ENTER);

    assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
        .isEqualTo("report");
  }

  @Test
  void everything_is_reached_and_worked_with_keys() {
    browser.open(page(MONTHLY));
    WebElement table = browser.table("Setting and payer", 0);
    WebElement input = filter(table);
    input.sendKeys(Keys.TAB);
    WebElement region = browser.driver().switchTo().activeElement();
    assertThat(region.getDomAttribute("role")).isEqualTo("region");
    region.sendKeys(Keys.TAB);
    WebElement button = browser.driver().switchTo().activeElement();
    assertThat(button.getTagName()).isEqualTo("button");
    assertThat(
            browser
                .driver()
                .executeScript("return getComputedStyle(document.activeElement).outlineStyle"))
        .isEqualTo("solid");
    button.sendKeys(Keys.SPACE);
    assertThat(header(table, "Setting").getDomAttribute("aria-sort")).isEqualTo("ascending");
    button.sendKeys(Keys.ENTER);
    assertThat(header(table, "Setting").getDomAttribute("aria-sort")).isEqualTo("descending");
  }

  @Test
  void a_card_leads_to_its_sheet_and_the_sheet_back() {
    browser.open(page(MONTHLY));
    browser.driver().findElement(By.xpath("//a[@class='card'][contains(., 'Underpaid')]")).click();
    assertThat(browser.driver().getCurrentUrl()).endsWith("#sheet-underpaid-lines");
    assertThat(isInView("#sheet-underpaid-lines h2")).isTrue();
    browser.driver().findElement(By.cssSelector("#sheet-underpaid-lines .back a")).click();

    assertThat(isInView("#sheet-summary h2")).isTrue();
  }

  private static boolean isInView(String selector) {
    Object top =
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[1];
                const element = document.querySelector(arguments[0]);
                let last = NaN;
                const settle = () => {
                  const top = element.getBoundingClientRect().top;
                  if (top === last) { done(top >= 0 && top < innerHeight); return; }
                  last = top;
                  setTimeout(settle, 100);
                };
                settle();
                """,
                selector);
    return Boolean.TRUE.equals(top);
  }

  @ParameterizedTest
  @ValueSource(strings = {MONTHLY, COMPARISON, REVIEW, INDEX})
  void every_link_leads_to_something_that_is_there(String report) {
    browser.open(page(report));
    Set<String> links =
        new TreeSet<>(browser.list("return Array.from(document.links, link => link.href)"));

    assertThat(links).isNotEmpty();
    for (String link : links) {
      assertThat(Path.of(java.net.URI.create(link.replaceAll("#.*", "")))).as(link).exists();
      if (link.contains("#")) {
        String id = link.substring(link.indexOf('#') + 1);
        assertThat(browser.driver().findElements(By.id(id))).as(link).hasSize(1);
      }
    }
  }

  @Test
  void the_list_of_reports_leads_to_each_of_them() {
    browser.open(page(INDEX));
    assertThat(
            browser.list(
                "return Array.from(document.querySelectorAll('tbody th'), c => c.textContent)"))
        .containsExactly("Retraining review", "Contract comparison", "Monthly report");
    browser.driver().findElement(By.linkText("Monthly report")).click();

    assertThat(browser.driver().getTitle()).startsWith("Monthly report");
  }

  @Test
  void a_name_that_would_be_a_script_is_a_name() {
    browser.open(page(MONTHLY));

    assertThat(browser.driver().getTitle()).startsWith("Monthly report");
    assertThat(texts(browser.table("Setting and payer", 0), "Payer")).contains(HOSTILE);
  }

  @Test
  void the_policy_stops_a_script_that_gets_in_all_the_same() {
    browser.open(page(MONTHLY));
    Object stopped =
        browser
            .driver()
            .executeAsyncScript(
                """
                const done = arguments[0];
                document.addEventListener('securitypolicyviolation',
                    event => done(event.effectiveDirective));
                const script = document.createElement('script');
                script.textContent = "document.title = 'owned'";
                document.body.append(script);
                """);

    assertThat(stopped).isEqualTo("script-src-elem");
    assertThat(browser.driver().getTitle()).startsWith("Monthly report");
  }

  @Test
  void without_scripts_every_row_is_there_to_be_read() {
    browser.open(page(MONTHLY));
    int rows =
        browser.table("Setting and payer", 0).findElements(By.cssSelector("tbody tr")).size();
    browser
        .driver()
        .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    try {
      browser.driver().navigate().refresh();
      Map<String, Object> document =
          browser.driver().executeCdpCommand("DOM.getDocument", Map.of("depth", 0));
      Map<?, ?> root = (Map<?, ?>) Objects.requireNonNull(document.get("root"));
      String html =
          String.valueOf(
              browser
                  .driver()
                  .executeCdpCommand(
                      "DOM.getOuterHTML",
                      Map.of("nodeId", Objects.requireNonNull(root.get("nodeId"))))
                  .get("outerHTML"));
      String sheet = html.replaceAll("(?s).*id=\"sheet-setting-and-payer\"(.*?)</table>.*", "$1");
      assertThat(sheet).doesNotContain("<button").doesNotContain("<input");
      assertThat(sheet.split("<tr>", -1)).hasSizeGreaterThanOrEqualTo(rows + 1);
    } finally {
      browser
          .driver()
          .executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", false));
    }
  }

  @Test
  void on_paper_letters_are_large_enough_and_headers_are_repeated() throws IOException {
    browser.open(page(MONTHLY));
    try (PDDocument paper = Loader.loadPDF(browser.print())) {
      for (PDPage sheet : paper.getPages()) {
        assertThat(sheet.getMediaBox().getWidth()).isEqualTo(792f);
        assertThat(sheet.getMediaBox().getHeight()).isEqualTo(612f);
      }
      PrintedLetters letters = new PrintedLetters();
      List<String> pages = new ArrayList<>();
      for (int number = 1; number <= paper.getNumberOfPages(); number++) {
        letters.setStartPage(number);
        letters.setEndPage(number);
        pages.add(letters.getText(paper));
      }
      assertThat(letters.smallest()).isGreaterThanOrEqualTo(LEAST_POINTS - 0.05);
      assertThat(letters.farthestRight()).isLessThanOrEqualTo(792 - 30);
      assertThat(pages).allMatch(text -> text.contains("Contains patient information"));
      List<String> detail = pages.stream().filter(text -> text.contains("First DOS")).toList();
      assertThat(detail).hasSizeGreaterThan(1);
    }
  }

  private static WebElement header(WebElement table, String words) {
    return table.findElements(By.cssSelector("thead th")).stream()
        .filter(header -> plain(header).equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no header " + words));
  }

  private static String plain(WebElement element) {
    return String.valueOf(element.getDomProperty("textContent")).strip();
  }

  private static List<WebElement> shown(WebElement table) {
    return table.findElements(By.cssSelector("tbody tr:not([hidden])"));
  }

  private static WebElement filter(WebElement table) {
    return table.findElement(By.xpath("../preceding-sibling::div[@class='tools']/input"));
  }

  private static String status(WebElement table) {
    return plain(table.findElement(By.xpath("../preceding-sibling::div[@class='tools']/span")));
  }

  private static String total(WebElement table, String column) {
    return browser
        .list(
            """
            const place = Array.from(arguments[0].tHead.rows[0].cells)
                .findIndex(cell => cell.textContent === arguments[1]);
            return [arguments[0].tFoot.rows[0].cells[place].textContent];
            """,
            table,
            column)
        .get(0);
  }

  private static List<String> texts(WebElement table, String column) {
    return cells(table, column, "cell.textContent");
  }

  // Exactly, where a number is shown rounded.
  private static List<BigDecimal> numbers(WebElement table, String column) {
    return cells(table, column, "cell.dataset.v || cell.textContent").stream()
        .filter(text -> !text.isEmpty())
        .map(ReportPageBrowserTest::number)
        .toList();
  }

  private static List<String> cells(WebElement table, String column, String value) {
    return browser.list(
        """
        const place = Array.from(arguments[0].tHead.rows[0].cells)
            .findIndex(cell => cell.textContent === arguments[1]);
        return Array.from(arguments[0].tBodies[0].rows).filter(row => !row.hidden)
            .map(row => row.cells[place]).map(cell => %s);
        """
            .formatted(value),
        table,
        column);
  }

  private static BigDecimal number(String text) {
    BigDecimal number = new BigDecimal(text.replace('\u2212', '-').replaceAll("[$,%x]", ""));
    return text.endsWith("%") ? number.movePointLeft(2) : number;
  }
}
