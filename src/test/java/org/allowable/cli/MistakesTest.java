package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.allowable.Sparks;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the commands say and how they end when something given is wrong. */
@Tag("long")
class MistakesTest {

  @TempDir private static Path folder;

  private static Path warehouse = Path.of("");
  private static Path practice = Path.of("");
  private static Path requests = Path.of("");

  @BeforeAll
  static void make_a_small_warehouse() throws IOException {
    warehouse = folder.resolve("warehouse");
    Path source = Files.createDirectory(folder.resolve("source"));
    copy("/x12/synthetic__02a_original_pay.835", source.resolve("payment.835"));
    assertThat(ingest(source, warehouse).code()).isZero();
    Files.createDirectory(folder.resolve("empty"));
    practice = folder.resolve("practice.yaml");
    copy("/example/practice.yaml", practice);
    requests = Files.writeString(folder.resolve("requests.csv"), "hcpcs_code,units\n62323,1\n");
  }

  /**
   * A command that cannot do what it is told.
   *
   * @param advice what the message must tell the user
   */
  record Mistake(String advice, List<Object> arguments) {

    @Override
    public String toString() {
      return arguments.get(0) + ": " + advice;
    }
  }

  static Stream<Mistake> mistakes() {
    Path nowhere = folder.resolve("nowhere");
    Path source = folder.resolve("source");
    return Stream.of(
        new Mistake("Name the folder", report(nowhere, practice)),
        new Mistake(
            "There is no warehouse folder",
            List.of("monthly-report", "--warehouse", nowhere, "--month", "2026-09")),
        new Mistake("found no file", ingestion(folder.resolve("empty"), folder.resolve("never"))),
        new Mistake("Name another with --warehouse", ingestion(folder.resolve("source"), practice)),
        new Mistake(
            "Name another with --warehouse",
            ingestion(folder.resolve("source"), practice.resolve("below"))),
        new Mistake("name yours", report(warehouse, nowhere)),
        new Mistake("reference import", price("--in", requests, "--reference", nowhere)),
        new Mistake("relative_value", price("--in", requests, "--reference", source)),
        new Mistake("relative_value", report(warehouse, practice, "--reference", source)),
        new Mistake("Name one with --in", price("--in", nowhere)),
        new Mistake("The columns are hcpcs_code, ", price("--in", requests)),
        new Mistake("at most two decimals", comparison("--target=145.125")),
        new Mistake("Write 160 for 160 percent of Medicare", comparison("--target=1.6")),
        new Mistake("Write 160 for 160 percent of Medicare", comparison("--target=commercial=1.6")),
        new Mistake("Did you mean commercial?", comparison("--target=comercial=160")),
        new Mistake("the law sets the rates of medicare,", comparison("--target=medicare=200")),
        new Mistake("less than 200", comparison("--target=medicare_advantage=200")),
        new Mistake("is not a number", comparison("--target=high")),
        new Mistake("Give one", comparison("--target=160,170")),
        new Mistake("at most four decimals", comparison("--volume-change=-5.00001")),
        new Mistake("Write -5 for 5 percent less", comparison("--volume-change=-101")),
        new Mistake("Name another", List.of("sample", "--out", warehouse)));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_ends_with_3_and_one_line_that_says_what_to_do(Mistake mistake) {
    CommandRun told = CommandRun.of(mistake.arguments().toArray());
    assertThat(told.code()).as(told.err()).isEqualTo(3);
    assertThat(told.err().lines())
        .singleElement()
        .asString()
        .contains(mistake.advice())
        .endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void a_mistake_prints_and_writes_nothing(Mistake mistake) {
    assertThat(CommandRun.of(mistake.arguments().toArray()).out()).isEmpty();
    assertThat(folder.resolve("never")).doesNotExist();
  }

  @Test
  void an_unknown_option_ends_with_2() {
    CommandRun told = CommandRun.of("ingest", "--in", folder, "--warehouse", folder, "--all");
    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err()).contains("--all");
  }

  @Test
  void a_month_that_is_none_ends_with_2() {
    CommandRun told = CommandRun.of("monthly-report", "--warehouse", warehouse, "--month", "Sept");
    assertThat(told.code()).isEqualTo(2);
    assertThat(told.err()).contains("write a month as 2026-10");
  }

  @Test
  void half_a_file_ends_with_4_and_says_where_it_ends() throws IOException {
    Path source = Files.createDirectory(folder.resolve("half"));
    Path file = source.resolve("payment.835");
    copy("/x12/synthetic__02a_original_pay.835", file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));
    CommandRun told = ingest(source, folder.resolve("half-warehouse"));
    assertThat(told.code()).isEqualTo(4);
    assertThat(told.out()).contains("payment.835, segment ");
  }

  @Test
  void an_empty_part_of_a_warehouse_stops_the_report() throws IOException {
    assertStopsOnAnEmptyPart(copyOfWarehouse("damaged"));
  }

  @Test
  void an_empty_part_of_a_warehouse_that_others_wrote_stops_the_report() throws IOException {
    Path foreign = copyOfWarehouse("foreign");
    PrivateDirectory.delete(foreign.resolve("_batches"));
    assertStopsOnAnEmptyPart(foreign);
  }

  @Test
  void damaged_pages_of_a_warehouse_that_others_wrote_stop_the_report() throws IOException {
    assertThat(Sparks.session()).as("the session that other tests use").isNotNull();
    Path damaged = copyOfWarehouse("pages");
    PrivateDirectory.delete(damaged.resolve("_batches"));
    Path part = files(damaged.resolve("remit_line")).get(0);
    byte[] bytes = Files.readAllBytes(part);
    int footer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(bytes.length - 8);
    Arrays.fill(bytes, 4, bytes.length - 8 - footer, (byte) 0x55);
    Files.write(part, bytes);
    List<Object> arguments = new ArrayList<>(report(damaged, practice));
    arguments.set(arguments.size() - 1, folder.resolve("reports"));
    arguments.add("--quiet");
    CommandRun told = CommandRun.of(arguments.toArray());
    assertThat(told.code()).as(told.err()).isEqualTo(3);
    assertThat(folder.resolve("reports")).isEmptyDirectory();
    assertThat(told.err().lines())
        .singleElement()
        .asString()
        .startsWith(part + ": expected a readable Parquet file, found damaged pages.");
  }

  private static void assertStopsOnAnEmptyPart(Path damaged) throws IOException {
    Path part = files(damaged.resolve("remit_line")).get(0);
    Files.write(part, new byte[0]);
    CommandRun told = CommandRun.of(report(damaged, practice).toArray());
    assertThat(told.code()).isEqualTo(3);
    assertThat(told.err().lines()).singleElement().asString().contains(part.toString());
    assertThat(folder.resolve("never")).doesNotExist();
  }

  private static List<Object> report(Path from, Path by, Object... further) {
    Stream<Object> all =
        Stream.of(
            "monthly-report",
            "--warehouse",
            from,
            "--practice",
            by,
            "--month",
            "2026-09",
            "--out",
            folder.resolve("never"));
    return Stream.concat(all, Arrays.stream(further)).toList();
  }

  private static List<Object> comparison(String option) {
    return List.of(
        "contract-comparison",
        "--warehouse",
        warehouse,
        "--practice",
        practice,
        "--to",
        "2026-09",
        "--out",
        folder.resolve("never"),
        option);
  }

  private static List<Object> price(Object... arguments) {
    Stream<Object> out = Stream.of("price", "--out", folder.resolve("never"));
    return Stream.concat(out, Arrays.stream(arguments)).toList();
  }

  private static List<Object> ingestion(Path source, Path into) {
    return List.of("ingest", "--in", source, "--warehouse", into);
  }

  private static CommandRun ingest(Path source, Path into) {
    return CommandRun.of(ingestion(source, into).toArray());
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in = MistakesTest.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), to);
    }
  }

  private static Path copyOfWarehouse(String name) throws IOException {
    Path copy = folder.resolve(name);
    for (Path file : files(warehouse)) {
      Path to = copy.resolve(warehouse.relativize(file).toString());
      Files.createDirectories(to.getParent());
      Files.copy(file, to);
    }
    return copy;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> paths = Files.walk(directory)) {
      return paths.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
