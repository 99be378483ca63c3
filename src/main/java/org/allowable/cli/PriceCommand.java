package org.allowable.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.allowable.config.Practice.ApmStatus;
import org.allowable.config.PriceScenario;
import org.allowable.config.ScenarioFile;
import org.allowable.ingest.csv.CsvSheet;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.job.Engines;
import org.allowable.job.PriceRun;
import org.allowable.model.InputException;
import org.allowable.model.Rows;
import org.allowable.report.CsvTable;
import org.allowable.report.PriceExplanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code price}: the CMS look-up tool, for one service or as a batch. */
@Command(
    name = "price",
    footer = {
      "",
      "Examples:",
      "  allowable price 62323 --pos 11 --date 2026-09-10 --zip 07001",
      "  allowable price 64483 --modifier 50 --pos 24 --carrier 12402 --locality 01",
      "  allowable price --in requests.csv --out prices.csv",
      "  allowable price --in requests.csv --out - --explain"
    },
    description = {
      "Prices services by Medicare's physician fee schedule.",
      "One that is typed comes as the steps of its price; those of a CSV file, one a row, as CSV."
    },
    mixinStandardHelpOptions = true)
public final class PriceCommand implements Callable<Integer> {

  private static final String PIPE = "-";
  private static final String PROPOSED = "proposed";
  private static final String PROPOSED_FILE = "/example/proposed-2027.yaml";

  @Mixin private final Verbosity verbosity = new Verbosity();

  @Mixin private final EngineOption engine = new EngineOption();

  @Mixin private final TypedService typed = new TypedService();

  @Option(
      names = "--reference",
      paramLabel = "DIR",
      description = "Imported CMS tables; default: bundled tables.")
  private @Nullable Path reference;

  @Option(names = "--in", description = "Requests, CSV; - for standard input.")
  private @Nullable String in;

  @Option(
      names = "--out",
      description =
          "Prices, CSV; - for standard output. Without it a typed service is explained on standard"
              + " output.")
  private @Nullable String out;

  @Option(
      names = "--apm",
      defaultValue = "NON_QP",
      description = "qp or non_qp, for rows that do not say (default: non_qp).")
  private ApmStatus apm = ApmStatus.NON_QP;

  @Option(
      names = "--scenario",
      paramLabel = "FILE",
      description =
          "Scenarios to price each row under: another release, place, factor, rule; or 'proposed',"
              + " CMS's proposed conversion factors of 2027.")
  private @Nullable Path scenario;

  @Option(
      names = "--explain",
      description = "Write each price as the steps that make it, in place of CSV.")
  private boolean explain;

  @Override
  public Integer call() throws IOException {
    requireOneSource();
    boolean isExplained = explain || out == null;
    ResultFile target = out == null || out.equals(PIPE) ? null : ResultFile.at(out);
    Path tables = ReferenceDirectory.orShipped(reference);
    try (PrivateDirectory work = PrivateDirectory.create();
        Engines engines = engine.in(work, null)) {
      List<PriceScenario> scenarios =
          scenario == null ? List.of() : ScenarioFile.read(scenarioFile(scenario, work.path()));
      Path requests = requests(work.path());
      PriceRequestFile file = new PriceRequestFile(requests);
      Rows priced = PriceRun.price(file, tables, apm, scenarios, engines, verbosity.progress());
      Path draft = work.path().resolve("priced");
      if (isExplained) {
        PriceExplanation.write(
            draft, requests(file), priced, row -> typed.isGiven() ? "" : "Row " + row + ":");
      } else {
        write(file, priced, !scenarios.isEmpty(), draft);
      }
      publish(draft, target);
    }
    return ExitCode.OK.code();
  }

  private void requireOneSource() {
    if (typed.isGiven() && in != null) {
      throw new InputException("Type a service, or name a file with --in, not both.");
    }
    if (typed.isHalfGiven()) {
      throw new InputException(
          "The service's code is missing: write it after price, as in: price 62323 --pos 11 --zip"
              + " 07001.");
    }
    if (!typed.isGiven() && (in == null || out == null)) {
      throw new InputException(
          "Nothing to price: type a service (price 62323 --pos 11 --zip 07001), or name files with"
              + " --in and --out.");
    }
  }

  private Path requests(Path work) throws IOException {
    if (typed.isGiven()) {
      return typed.writeTo(work.resolve("typed.csv"));
    }
    String file = Objects.requireNonNull(in);
    return file.equals(PIPE) ? copyOfStandardInput(work) : existing(Path.of(file));
  }

  // A file of the user's goes before the scenario that ships.
  private static Path scenarioFile(Path named, Path work) throws IOException {
    if (!named.equals(Path.of(PROPOSED)) || Files.exists(named)) {
      return named;
    }
    Path copy = work.resolve("proposed.yaml");
    try (InputStream in = PriceCommand.class.getResourceAsStream(PROPOSED_FILE)) {
      Files.copy(Objects.requireNonNull(in, PROPOSED_FILE), copy);
    }
    return copy;
  }

  private static Path copyOfStandardInput(Path work) throws IOException {
    Path copy = work.resolve("standard-input.csv");
    Files.copy(System.in, copy);
    return copy;
  }

  private static Path existing(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new InputException("There is no request file " + file + ". Name one with --in.");
    }
    return file;
  }

  // A file that is explained is one that a person reads.
  private static Map<Long, Map<String, String>> requests(PriceRequestFile file) {
    Map<Long, Map<String, String>> cells = new HashMap<>();
    try (CsvSheet requests = file.open()) {
      requests.forEach(row -> cells.put(PriceRequestFile.number(row), row.byColumn()));
    }
    return cells;
  }

  // The requests' own cells, then what the price adds to them: the scenario where there are any.
  private static void write(PriceRequestFile file, Rows priced, boolean hasScenarios, Path draft)
      throws IOException {
    int first = priced.columns().indexOf(hasScenarios ? "scenario" : "pricing_status");
    List<String> added = priced.columns().subList(first, priced.columns().size());
    try (CsvSheet requests = file.open()) {
      List<String> headers = new ArrayList<>(requests.header());
      headers.addAll(added);
      CsvTable.write(draft, headers, new PricedRequests(requests.iterator(), priced, added.size()));
    }
  }

  private static void publish(Path draft, @Nullable ResultFile target) throws IOException {
    if (target == null) {
      Writer writer = new OutputStreamWriter(System.out, StandardCharsets.UTF_8);
      writer.write(Files.readString(draft));
      writer.flush();
      return;
    }
    target.take(draft);
  }
}
