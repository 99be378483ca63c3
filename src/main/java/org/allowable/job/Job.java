package org.allowable.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.model.Table;
import org.allowable.sql.SqlStep;
import org.jspecify.annotations.Nullable;

/**
 * What a job computes, in order, as {@code jobs/report/<name>/job.yaml} lists it.
 *
 * @param name folder under {@code jobs/report/}
 * @param steps tables on the way
 * @param marts tables that are its result
 */
public record Job(String name, List<Step> steps, List<MartStep> marts) {

  /**
   * A table that is a result.
   *
   * @param isDetail whether it may be long: then it is streamed and never held whole
   */
  public record MartStep(SqlStep sql, boolean isDetail) {}

  /**
   * A table on the way.
   *
   * @param keep whether it is written down once because several later steps read it
   */
  public record Step(SqlStep sql, boolean keep) {}

  // A list of steps that jobs share has no marts.
  private record Definition(List<DefinedStep> steps, @Nullable List<DefinedMart> marts) {}

  private record DefinedMart(String sql, @JsonProperty("detail") boolean detail) {}

  // Either a SQL file, or a folder whose list of steps stands here.
  private record DefinedStep(
      @Nullable String sql, @JsonProperty("keep") boolean keep, @Nullable String steps) {}

  /** Copies the lists. */
  public Job {
    steps = List.copyOf(steps);
    marts = List.copyOf(marts);
  }

  /** Whether a step or a mart names a table. */
  boolean reads(Table table) {
    Set<String> names = Set.of(table.name());
    return Stream.concat(steps.stream().map(Step::sql), marts.stream().map(MartStep::sql))
        .anyMatch(step -> !step.reads(names).isEmpty());
  }

  /** Reads the job of a name from the class path. */
  public static Job named(String name) {
    Definition definition = definition("report/" + name + "/job.yaml");
    return new Job(
        name,
        steps(definition),
        Objects.requireNonNull(definition.marts()).stream()
            .map(m -> new MartStep(step(m.sql()), m.detail()))
            .toList());
  }

  private static List<Step> steps(Definition definition) {
    List<Step> steps = new ArrayList<>();
    for (DefinedStep defined : definition.steps()) {
      if (defined.steps() != null) {
        steps.addAll(steps(definition(defined.steps() + "/steps.yaml")));
      } else {
        steps.add(new Step(step(Objects.requireNonNull(defined.sql())), defined.keep()));
      }
    }
    return steps;
  }

  private static Definition definition(String file) {
    try (InputStream in = Job.class.getResourceAsStream("/jobs/" + file)) {
      if (in == null) {
        throw new IllegalArgumentException("No file jobs/" + file);
      }
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build()
          .readValue(in, Definition.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SqlStep step(String path) {
    String table = path.substring(path.lastIndexOf('/') + 1);
    return new SqlStep(table, "jobs/" + path + ".sql");
  }
}
