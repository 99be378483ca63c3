package org.allowable.job;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.allowable.engine.CacheKeys;
import org.allowable.engine.Engine;
import org.allowable.engine.TableCache;
import org.allowable.ingest.parquet.InputFile;
import org.allowable.model.PracticeTables;
import org.allowable.model.ProcedureNotes;
import org.allowable.model.Sha256;
import org.allowable.model.Table;
import org.allowable.model.Warehouse;
import org.jspecify.annotations.Nullable;

/**
 * What a run reads. By it, tables are found that an earlier run over the same warehouse kept.
 *
 * @param warehouse its folder
 * @param inputs its files
 * @param references reference files as {@code table/file}, with their sha256
 * @param notes a file of procedure notes
 */
record RunInputs(
    Path warehouse, List<InputFile> inputs, Map<String, String> references, @Nullable Path notes) {

  /**
   * The tables kept beside the warehouse, for this run and for those after it.
   *
   * @param engine in which every input of the job is a table
   * @param program names the code
   */
  TableCache cache(Engine engine, String program, Job job, Map<String, Object> parameters)
      throws IOException {
    CacheKeys keys = new CacheKeys(program + " " + engine.version());
    for (Table table : Warehouse.TABLES) {
      String content = files(table) + parameters.get(WarehouseViews.AS_OF_DATE);
      keys.input(table.name(), content);
      keys.input(Warehouse.later(table).name(), content);
    }
    referenceTables().forEach(keys::input);
    if (notes != null) {
      keys.input(ProcedureNotes.PROCEDURE_NOTE.name(), Sha256.of(notes));
    }
    Set<String> views = engine.tables();
    for (String view : views) {
      if (!keys.knows(view)) {
        // The practice's own tables: a few rows each.
        keys.input(view, engine.all(view).toString());
      }
    }
    job.steps().forEach(step -> keys.add(step.sql(), parameters, views));
    return TableCache.in(warehouse, Sha256.of(program + inputs), keys, lasting(job, parameters));
  }

  // The next report is of another month: of the same quarter, by the same scenarios, or of another.
  private static Set<String> lasting(Job job, Map<String, Object> parameters) {
    Set<String> others =
        parameters.keySet().stream()
            .filter(name -> name.endsWith("_month") || name.endsWith("_date"))
            .filter(name -> !name.equals(WarehouseViews.AS_OF_DATE))
            .collect(Collectors.toSet());
    StepReach reach = new StepReach(job);
    Set<String> lasting = new HashSet<>(reach.lasting(others, Set.of()));
    lasting.addAll(reach.lasting(others, Set.of(PracticeTables.PRICE_SCENARIO.name())));
    return lasting;
  }

  private String files(Table table) {
    return inputs.stream()
        .filter(file -> file.path().startsWith(table.name() + "/"))
        .map(InputFile::toString)
        .collect(Collectors.joining("\n"));
  }

  private Map<String, String> referenceTables() {
    Map<String, String> tables = new TreeMap<>();
    new TreeMap<>(references)
        .forEach(
            (file, sha256) ->
                tables.merge(
                    file.substring(0, file.indexOf('/')), file + " " + sha256, String::concat));
    return tables;
  }

  /** The sha256 of the program, or nothing where it does not run from one file. */
  static String program() throws IOException {
    try {
      Path code =
          Path.of(
              Objects.requireNonNull(RunInputs.class.getProtectionDomain().getCodeSource())
                  .getLocation()
                  .toURI());
      return Files.isRegularFile(code) ? Sha256.of(code) : "";
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
