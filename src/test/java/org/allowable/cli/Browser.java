package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Chromium without a window, driven through its own driver: both are the machine's (Debian's
 * packages chromium and chromium-driver), and nothing is downloaded.
 */
final class Browser implements Closeable {

  private static final Path CHROMIUM = installed("allowable.chromium", "/usr/bin/chromium");
  private static final Path DRIVER = installed("allowable.chromedriver", "/usr/bin/chromedriver");
  private static final Duration SCRIPT_TIME = Duration.ofMinutes(3);

  private static final int ROWS_OF_A_KIND = 1;
  // Rows are of one kind if their elements are the same but for words and numbers.
  private static final String THINNED =
      """
      for (const body of document.querySelectorAll('tbody')) {
        const counts = new Map();
        for (const row of Array.from(body.rows)) {
          const kind = [row, ...row.querySelectorAll('*')].map(
              element => element.tagName + element.className + element.getAttributeNames())
              .join();
          counts.set(kind, (counts.get(kind) || 0) + 1);
          if (counts.get(kind) > arguments[0]) {
            row.remove();
          }
        }
      }
      """;

  private final ChromeDriver driver;

  Browser() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM.toFile());
    options.addArguments("--headless=new", "--no-sandbox", "--window-size=1280,900");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(DRIVER.toFile())
            .usingAnyFreePort()
            .build();
    driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(SCRIPT_TIME);
  }

  private static Path installed(String property, String usual) {
    Path program = Path.of(System.getProperty(property, usual));
    assertThat(program)
        .as(
            "%s is missing: install Debian's packages chromium and chromium-driver, or name the"
                + " program in the property %s",
            program, property)
        .exists();
    return program;
  }

  ChromeDriver driver() {
    return driver;
  }

  /** Opens a file of the disk in a wide, light window, and forgets what was logged before. */
  void open(Path file) {
    emulate(Map.of("media", "", "features", List.of()));
    driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    // The same address with another part would not be loaded again.
    driver.get("about:blank");
    logged(LogType.BROWSER);
    logged(LogType.PERFORMANCE);
    driver.get(file.toUri().toString());
  }

  /** Makes the page dark, as the reader's system would ask for. */
  void darken() {
    emulate(Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
  }

  private void emulate(Map<String, Object> media) {
    driver.executeCdpCommand("Emulation.setEmulatedMedia", media);
  }

  /** Makes the window this wide, in CSS pixels. */
  void narrow(int width) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
  }

  /** The page as a PDF file, on the paper that it asks for. */
  byte[] print() {
    Map<String, Object> printed =
        driver.executeCdpCommand("Page.printToPDF", Map.of("preferCSSPageSize", true));
    return Base64.getDecoder().decode(String.valueOf(printed.get("data")));
  }

  /** What the console says. */
  List<String> console() {
    return logged(LogType.BROWSER);
  }

  /** Addresses that were asked for, but for the page itself. */
  List<String> requests(Path page) {
    List<String> requests = new ArrayList<>();
    for (String entry : logged(LogType.PERFORMANCE)) {
      if (entry.contains("\"Network.requestWillBeSent\"")) {
        String address = entry.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"(.*?)\".*", "$1");
        if (!address.equals(page.toUri().toString())) {
          requests.add(address);
        }
      }
    }
    return requests;
  }

  private List<String> logged(String type) {
    return driver.manage().logs().get(type).getAll().stream().map(LogEntry::getMessage).toList();
  }

  /**
   * What stands in the way of somebody, one line each: rule, help, elements. By axe-core, all rules
   * but experimental ones. Each table keeps a row of every kind: of thousands that are alike
   * axe-core would say the same, after minutes.
   */
  List<String> hindrances() {
    driver.executeScript(THINNED, ROWS_OF_A_KIND);
    driver.executeScript(axe());
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ['violations']}).then(
                result => done(result.violations.map(rule => rule.id + ': ' + rule.help + ' '
                    + rule.nodes.slice(0, 3).map(node => node.html.slice(0, 200) + ' '
                        + node.failureSummary).join(' | '))),
                error => done([String(error)]));
            """);
    return texts(found);
  }

  private static String axe() {
    try (InputStream in =
        Objects.requireNonNull(Browser.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A script's list of texts. */
  List<String> list(String script, Object... arguments) {
    return texts(driver.executeScript(script, arguments));
  }

  private static List<String> texts(@Nullable Object list) {
    return ((List<?>) Objects.requireNonNull(list)).stream().map(String::valueOf).toList();
  }

  /** The table of a sheet, by its number there from 0, but for those of charts. */
  WebElement table(String sheet, int number) {
    String target =
        String.valueOf(
            driver.findElement(By.xpath("//nav//a[.='" + sheet + "']")).getDomAttribute("href"));
    return driver.findElements(By.cssSelector(target + " > .table table")).get(number);
  }

  /** Saves a picture of the window for who wants to look. */
  void picture(Path file) throws IOException {
    Map<String, Object> taken =
        driver.executeCdpCommand("Page.captureScreenshot", Map.of("format", "png"));
    Files.write(file, Base64.getDecoder().decode(String.valueOf(taken.get("data"))));
  }

  @Override
  public void close() {
    driver.quit();
  }
}
