package org.allowable.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Properties;
import org.allowable.engine.embedded.ScriptedEngine;

/** Runs a script on a DuckDB, statement by statement, and does nothing else. */
public final class BareDuckDb {

  private BareDuckDb() {}

  /**
   * Runs.
   *
   * @param arguments the script, the folder for its CSV files, one for what does not fit into
   *     memory, and the memory that it may take, such as 8000MiB
   */
  public static void main(String[] arguments) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("temp_directory", arguments[2]);
    settings.setProperty("memory_limit", arguments[3]);
    String script =
        Files.readString(Path.of(arguments[0])).replace(ScriptedEngine.OUT, arguments[1]);
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:", settings);
        Statement statement = database.createStatement()) {
      ScriptedEngine.functions(database);
      for (String sql : script.split(ScriptedEngine.END + "\n", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }
}
