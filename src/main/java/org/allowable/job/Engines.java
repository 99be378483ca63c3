package org.allowable.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.config.EngineChoice;
import org.allowable.engine.Engine;
import org.allowable.engine.embedded.EmbeddedEngine;
import org.allowable.engine.spark.SparkEngine;
import org.allowable.engine.spark.SparkSessions;

/** Opens the engines of a command and ends them with it, when their rows have been used. */
public final class Engines implements AutoCloseable {

  private final EngineChoice choice;
  private final Path work;
  private final List<Engine> open = new ArrayList<>();
  private boolean hasSpark;

  /**
   * None yet.
   *
   * @param work a private folder, that outlasts the engines
   */
  public Engines(EngineChoice choice, Path work) {
    this.choice = choice;
    this.work = work;
  }

  /**
   * Opens an engine without a table.
   *
   * @param rows of input, by which it is chosen and tuned
   */
  Engine open(long rows) {
    Engine engine = isEmbedded(rows) ? EmbeddedEngine.in(work) : SparkEngine.local(work, rows);
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

  @Override
  public void close() {
    open.forEach(Engine::close);
    open.clear();
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
