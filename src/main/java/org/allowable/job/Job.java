package org.allowable.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.allowable.model.Derived;
import org.allowable.sql.SqlStep;

/**
 * What a job computes, in order, as {@code jobs/<name>/job.yaml} lists it.
 *
 * @param name folder under {@code jobs/}
 * @param steps tables on the way
 * @param marts tables that are its result
 */
public record Job(String name, List<Step> steps, List<Mart> marts) {

  /**
   * A table that is a result.
   *
   * @param isDetail whether it may be long: then it is streamed and never held whole
   */
  public record Mart(SqlStep sql, boolean isDetail) {}

  /**
   * A table on the way.
   *
   * @param keep whether it is written down once because several later steps read it
   */
  public record Step(SqlStep sql, boolean keep) {}

  private record Definition(List<DefinedStep> steps, List<DefinedMart> marts) {}

  private record DefinedMart(String sql, @JsonProperty("detail") boolean detail) {}

  private record DefinedStep(String sql, @JsonProperty("keep") boolean keep) {}

  /** Copies the lists. */
  public Job {
    steps = List.copyOf(steps);
    marts = List.copyOf(marts);
  }

  /** Reads the job of a name from the class path. */
  public static Job named(String name) {
    try (InputStream in = Job.class.getResourceAsStream("/jobs/" + name + "/job.yaml")) {
      if (in == null) {
        throw new IllegalArgumentException("No job " + name);
      }
      Definition definition =
          YAMLMapper.builder()
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build()
              .readValue(in, Definition.class);
      return new Job(
          name,
          definition.steps().stream().map(s -> new Step(step(s.sql()), s.keep())).toList(),
          definition.marts().stream().map(m -> new Mart(step(m.sql()), m.detail())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SqlStep step(String path) {
    String table = path.substring(path.lastIndexOf('/') + 1);
    return new SqlStep(Derived.named(table), "jobs/" + path + ".sql");
  }
}
