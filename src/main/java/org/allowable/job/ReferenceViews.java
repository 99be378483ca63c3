package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.allowable.contract.KnownReference;
import org.allowable.engine.Engine;
import org.allowable.ingest.cms.library.ReferenceLibrary;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;

/** The reference tables of a run: the user's where there are any, else those that ship. */
final class ReferenceViews {

  // Without these there is less to go by, but nothing wrong.
  private static final List<Table> OPTIONAL =
      List.of(
          Reference.OPPS_CAP, Reference.ZIP_LOCALITY, Reference.ASC_EXCLUDED, Reference.WAGE_INDEX);

  // What ships is the same in all runs of a process: a run for many practices reads it once.
  private static final Map<Table, List<@Nullable Object[]>> SHIPPED = new ConcurrentHashMap<>();

  private final Set<Table> shippedAlone = new HashSet<>();

  private final Map<Table, List<Path>> files =
      new TreeMap<>(java.util.Comparator.comparing(Table::name));

  // What contracts and the practice file may name is asked of these.
  private static final List<Table> ALWAYS =
      List.of(
          Reference.RELATIVE_VALUE,
          Reference.GPCI,
          Reference.PLACE_OF_SERVICE,
          Reference.FREQUENCY_POLICY,
          Reference.FREQUENCY_POLICY_CODE,
          Reference.FREQUENCY_POLICY_DEFAULT,
          Reference.FREQUENCY_SIGNAL);

  /**
   * Finds and checks all tables.
   *
   * @param reference the user's reference directory
   * @param work a private folder to unpack the shipped tables to
   */
  ReferenceViews(Path reference, Path work) {
    this(reference, work, Reference.TABLES);
  }

  /** Finds and checks the tables that jobs read. */
  static ReferenceViews of(Path reference, Path work, List<Job> jobs) {
    Set<String> names = Reference.TABLES.stream().map(Table::name).collect(Collectors.toSet());
    Set<String> read = new HashSet<>();
    for (Job job : jobs) {
      job.steps().forEach(step -> read.addAll(step.sql().reads(names)));
      job.marts().forEach(mart -> read.addAll(mart.sql().reads(names)));
    }
    return new ReferenceViews(
        reference,
        work,
        Reference.TABLES.stream()
            .filter(table -> read.contains(table.name()) || ALWAYS.contains(table))
            .toList());
  }

  private ReferenceViews(Path reference, Path work, List<Table> tables) {
    Path shipped = ReferenceLibrary.unpackShipped(work.resolve("reference"));
    for (Table table : tables) {
      List<Path> found =
          table.equals(Reference.REFERENCE_EXTRACT)
              ? List.of(
                  ReferenceLibrary.writeExtracts(
                      reference, shipped, work.resolve(table.name() + ".csv")))
              : ReferenceLibrary.files(reference, shipped, table);
      if (found.isEmpty() && !OPTIONAL.contains(table)) {
        throw new InputException(
            "There is no reference table %s in %s. Import it, or copy it from the program's own."
                .formatted(table.name(), reference));
      }
      // What ships is checked when the program is built.
      if (found.stream().allMatch(file -> file.startsWith(shipped))) {
        shippedAlone.add(table);
      } else {
        ReferenceLibrary.check(found, table);
      }
      files.put(table, found);
    }
  }

  /** Makes them tables of an engine. */
  void register(Engine engine) {
    files.forEach(
        (table, paths) ->
            engine.load(
                table,
                reader -> {
                  if (shippedAlone.contains(table)) {
                    SHIPPED.computeIfAbsent(table, each -> rows(each, paths)).forEach(reader);
                  } else {
                    ReferenceLibrary.forEachRow(paths, table, cells -> true, reader);
                  }
                }));
  }

  private static List<@Nullable Object[]> rows(Table table, List<Path> paths) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    ReferenceLibrary.forEachRow(paths, table, cells -> true, rows::add);
    return rows;
  }

  /**
   * Makes them tables of an engine, all whole but that of ZIP codes.
   *
   * @param isAsked whether a ZIP code will be looked up
   */
  void register(Engine engine, Predicate<String> isAsked) {
    int zipCode = Reference.ZIP_LOCALITY.indexOf("zip_code");
    files.forEach(
        (table, paths) -> {
          Predicate<List<String>> isWanted =
              table.equals(Reference.ZIP_LOCALITY)
                  ? cells -> isAsked.test(cells.get(zipCode))
                  : cells -> true;
          engine.load(table, reader -> ReferenceLibrary.forEachRow(paths, table, isWanted, reader));
        });
  }

  /** What contracts may name. */
  KnownReference known() {
    Set<String> codes = new HashSet<>();
    Map<String, LocalDate> releases = new HashMap<>();
    Table values = Reference.RELATIVE_VALUE;
    forEach(
        values,
        row -> {
          codes.add(row.get(values.indexOf("hcpcs_code")));
          releases.computeIfAbsent(
              row.get(values.indexOf("release")),
              release -> LocalDate.parse(row.get(values.indexOf("effective_from_date"))));
        });
    Table gpci = Reference.GPCI;
    Set<String> localities = new HashSet<>();
    forEach(
        gpci,
        row ->
            localities.add(
                row.get(gpci.indexOf("carrier")) + "/" + row.get(gpci.indexOf("locality"))));
    Table places = Reference.PLACE_OF_SERVICE;
    Set<String> settings = new HashSet<>();
    Set<String> placesOfService = new HashSet<>();
    forEach(
        places,
        row -> {
          settings.add(row.get(places.indexOf("setting")));
          placesOfService.add(row.get(places.indexOf("place_of_service_code")));
        });
    return new KnownReference(codes, releases, localities, settings, placesOfService);
  }

  /** Hands out the rows of a table, each as its cells in the order of the columns. */
  void forEach(Table table, Consumer<List<String>> reader) {
    ReferenceLibrary.forEach(files.getOrDefault(table, List.of()), table, reader);
  }

  /** Table and file name to sha256. */
  Map<String, String> fingerprints() {
    Map<String, String> fingerprints = new TreeMap<>();
    files.forEach(
        (table, paths) -> {
          for (Path path : paths) {
            fingerprints.put(table.name() + "/" + path.getFileName(), sha256(path));
          }
        });
    return fingerprints;
  }

  private static String sha256(Path path) {
    try {
      return Sha256.of(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
