package org.allowable.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.allowable.config.EngineChoice;
import org.allowable.config.SparkMaster;
import org.allowable.engine.Engine;
import org.allowable.engine.embedded.EmbeddedEngine;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.engine.spark.SparkSessions;
import org.allowable.ingest.parquet.FilePlace;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/** Opens the engines of a command and ends them with it, when their rows have been used. */
public final class Engines implements AutoCloseable {

  private final EngineChoice choice;
  private final @Nullable SparkMaster master;
  private final Path work;
  private final FilePlace shared;
  private final List<Engine> open = new ArrayList<>();
  private boolean hasSpark;

  /**
   * None yet.
   *
   * @param work a private folder, that outlasts the engines
   */
  public Engines(EngineChoice choice, Path work) {
    this(choice, null, work, FilePlace.of(work));
  }

  private Engines(EngineChoice choice, @Nullable SparkMaster master, Path work, FilePlace shared) {
    this.choice = choice;
    this.master = master;
    this.work = work;
    this.shared = shared;
  }

  /**
   * Engines of a Spark cluster.
   *
   * @param work a private folder of this machine, that outlasts the engines
   * @param scratch a folder that this machine and the cluster reach: each run has one in it
   * @throws InputException if the cluster does not answer, or no folder can be made there
   */
  public static Engines on(SparkMaster master, Path work, FilePlace scratch) {
    SparkEngine.requireAnswer(master);
    FilePlace shared = scratch.resolve("run-" + UUID.randomUUID());
    try {
      shared.makeFolder();
    } catch (IOException | InputException e) {
      throw new InputException(
          scratch
              + ": expected a folder in which this run may keep tables, which the cluster reaches"
              + " too, found none that can be written to. Name one with --scratch.",
          e);
    }
    return new Engines(EngineChoice.SPARK, master, work, shared);
  }

  /**
   * Opens an engine without a table.
   *
   * @param rows of input, by which it is chosen and tuned
   */
  Engine open(long rows) {
    Engine engine;
    if (master != null) {
      engine = SparkEngine.on(master, work, shared, rows);
    } else {
      engine = isEmbedded(rows) ? EmbeddedEngine.in(work, rows) : SparkEngine.local(work, rows);
    }
    hasSpark |= !isEmbedded(rows);
    open.add(engine);
    return engine;
  }

  /** Why so many rows of input run on the engine that they run on. */
  String reason(long rows) {
    return choice.reason(rows);
  }

  /** Whether so many rows of input are for the embedded engine. */
  public boolean isEmbedded(long rows) {
    return choice.isEmbedded(rows);
  }

  /** A private folder for what the run needs beside tables. */
  Path work() {
    return work;
  }

  /** A folder of the run for tables, which every machine that makes them reaches. */
  FilePlace shared() {
    return shared;
  }

  @Override
  public void close() {
    open.forEach(Engine::close);
    open.clear();
    if (master != null) {
      try {
        shared.delete();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Ends the engines, and Spark itself where one was: its own folder is in that of the work. */
  public void end() {
    close();
    if (hasSpark) {
      stop();
    }
  }

  /** Ends what outlasts a command, so that what it spilled is gone before the process is. */
  public static void stop() {
    SparkSessions.stop();
  }
}
