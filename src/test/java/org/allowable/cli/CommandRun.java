package org.allowable.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A command as somebody ran it.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it said on standard error
 */
record CommandRun(int code, String out, String err) {

  /** Runs a command in this process. */
  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new CommandRun(code, out.toString(), err.toString());
  }

  /**
   * Runs a command in a process of its own.
   *
   * @param temporary the process's temporary folder
   * @param in standard input
   */
  static CommandRun inProcess(Path temporary, Path in, Path logs, Object... arguments)
      throws IOException, InterruptedException {
    int code = start(temporary, in, logs, arguments).waitFor();
    return new CommandRun(code, text(logs.resolve("out")), text(logs.resolve("err")));
  }

  /**
   * Starts a command in a process of its own, which writes to {@code out} and {@code err}.
   *
   * @param temporary the process's temporary folder
   * @param in standard input; null for none
   * @param logs a folder for the two files
   */
  static Process start(Path temporary, @Nullable Path in, Path logs, Object... arguments)
      throws IOException {
    return start(List.of(), temporary, in, logs, arguments);
  }

  /**
   * Starts a command in a process of its own, behind another command.
   *
   * @param before the words of a command that runs the words which follow them
   */
  static Process start(
      List<String> before, Path temporary, @Nullable Path in, Path logs, Object... arguments)
      throws IOException {
    return start(before, System.getProperty("java.class.path"), temporary, in, logs, arguments);
  }

  /**
   * Runs a command in a process of its own whose resources are others.
   *
   * @param resources a folder that goes before the class path
   */
  static CommandRun over(Path resources, Path temporary, Path logs, Object... arguments)
      throws IOException, InterruptedException {
    String classPath =
        resources + java.io.File.pathSeparator + System.getProperty("java.class.path");
    int code = start(List.of(), classPath, temporary, null, logs, arguments).waitFor();
    return new CommandRun(code, text(logs.resolve("out")), text(logs.resolve("err")));
  }

  private static Process start(
      List<String> before,
      String classPath,
      Path temporary,
      @Nullable Path in,
      Path logs,
      Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(given -> given.startsWith("--add-") || given.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-Djava.awt.headless=true");
    command.addAll(List.of("-cp", classPath, Main.class.getName()));
    Arrays.stream(arguments).map(Object::toString).forEach(command::add);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(logs.resolve("out").toFile())
            .redirectError(logs.resolve("err").toFile());
    if (in != null) {
      builder.redirectInput(in.toFile());
    }
    return builder.start();
  }

  /** The only line of standard output. */
  String line() {
    return out.strip();
  }

  /** The folder of the file that standard output names. */
  Path folder() {
    return Objects.requireNonNull(Path.of(line()).getParent(), err);
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
