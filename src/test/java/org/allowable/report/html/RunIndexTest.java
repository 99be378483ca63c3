package org.allowable.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import org.allowable.model.ReportTitle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class RunIndexTest {

  @TempDir Path out;

  private static RunIndex.ListedRun run(String folder, String headline, @Nullable String page) {
    return new RunIndex.ListedRun(
        folder,
        new ReportTitle("Monthly report", "Practice", headline, "report.xlsx"),
        LocalDate.of(2026, 10, 1),
        page,
        "report.xlsx",
        "abc");
  }

  private OpenedPage write(RunIndex.ListedRun... runs) throws IOException {
    assertThat(RunIndex.write(List.of(runs), List.of(), out)).isTrue();
    return OpenedPage.of(out.resolve("index.html"));
  }

  @Test
  void each_run_has_a_row_with_its_headline_page_and_workbook() throws IOException {
    OpenedPage page =
        write(run("two", "Underpaid by $2.", "report.html"), run("one", "By $1.", null));

    assertThat(page.elements("tbody").get(0).getElementsByTagName("tr").getLength()).isEqualTo(2);
    assertThat(page.elements("tbody").get(0).getTextContent())
        .containsSubsequence("Underpaid by $2.", "2026-10-01", "By $1.");
    assertThat(page.elements("a"))
        .extracting(a -> a.getAttribute("href"))
        .containsExactly("./two/report.html", "./two/report.xlsx", "./one/report.xlsx");
  }

  @Test
  void a_folder_of_any_name_is_found_and_is_no_other_address() throws IOException {
    OpenedPage page =
        write(run("javascript:alert(1)#?%20 \u00e9&\"<b>", "<script>x</script>", "report.html"));

    Element link = page.elements("a").get(0);
    assertThat(link.getAttribute("href"))
        .isEqualTo("./javascript%3Aalert%281%29%23%3F%2520%20%C3%A9%26%22%3Cb%3E/report.html");
    assertThat(page.elements("b")).isEmpty();
    assertThat(page.html()).contains("&lt;script&gt;x&lt;/script&gt;");
  }

  @Test
  void runs_that_cannot_be_read_are_named() throws IOException {
    RunIndex.write(List.of(), List.of("broken", "half"), out);

    assertThat(Files.readString(out.resolve("index.html"))).contains("broken, half");
  }

  @Test
  void the_page_is_its_owners_alone_and_is_written_over() throws IOException {
    write(run("one", "First.", null));
    write(run("one", "Second.", null));

    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("index.html"))))
        .isEqualTo("rw-------");
    assertThat(Files.readString(out.resolve("index.html")))
        .contains("Second.")
        .doesNotContain("First.");
    try (var files = Files.list(out)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_page_of_somebody_else_stays() throws IOException {
    Files.writeString(out.resolve("index.html"), "<html>mine</html>");

    assertThat(RunIndex.write(List.of(), List.of(), out)).isFalse();
    assertThat(out.resolve("index.html")).hasContent("<html>mine</html>");
  }

  @Test
  void a_file_that_is_no_text_stays() throws IOException {
    Files.write(out.resolve("index.html"), new byte[] {(byte) 0xFF, 0, (byte) 0xFE});

    assertThat(RunIndex.write(List.of(), List.of(), out)).isFalse();
  }
}
