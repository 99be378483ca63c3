package org.allowable.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Spark master and two workers of one core each, in processes of their own, on loopback. */
final class StandaloneCluster implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
  private static final Pattern REGISTERED = Pattern.compile("Registering worker");

  // What a distribution of Spark does not hold, so that executors get it from the program or not.
  private static final List<String> OURS =
      List.of(
          "archunit",
          "assertj",
          "batik",
          "commons-csv",
          "commons-numbers",
          "commons-rng",
          "commons-statistics",
          "curvesapi",
          "duckdb",
          "fontbox",
          "hadoop-client-minicluster",
          "jackson-dataformat-yaml",
          "jackson-datatype-jsr310",
          "jfreechart",
          "junit",
          "pdfbox",
          "picocli",
          "poi",
          "snakeyaml",
          "xmlbeans",
          "xmlgraphics");

  private final Path folder;
  private final List<Process> processes = new ArrayList<>();
  private String master = "";

  private StandaloneCluster(Path folder) {
    this.folder = folder;
  }

  /**
   * Starts it.
   *
   * @param folder for Spark's home, logs and what executors spill
   */
  static StandaloneCluster in(Path folder) throws IOException, InterruptedException {
    StandaloneCluster cluster = new StandaloneCluster(folder);
    cluster.layJars();
    cluster.start("master", "org.apache.spark.deploy.master.Master", "--webui-port", "0");
    cluster.master = cluster.await("master", MASTER, 1).get(0);
    for (String name : List.of("worker1", "worker2")) {
      cluster.start(
          name,
          "org.apache.spark.deploy.worker.Worker",
          "--webui-port",
          "0",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          folder.resolve(name).toString(),
          cluster.master);
    }
    cluster.await("master", REGISTERED, 2);
    return cluster;
  }

  /** What the program knows it by. */
  String master() {
    return master;
  }

  /** The folders in which the executors of a worker ran. */
  List<Path> executors(String worker) throws IOException {
    try (Stream<Path> folders = Files.walk(folder.resolve(worker), 2)) {
      return folders.filter(path -> path.getFileName().toString().matches("\\d+")).toList();
    }
  }

  /** Kills the second worker with its executor, as a machine that goes. */
  void killWorker() {
    Process worker = processes.get(2);
    worker.descendants().forEach(ProcessHandle::destroyForcibly);
    worker.destroyForcibly();
  }

  private void layJars() throws IOException {
    Path jars = Files.createDirectories(folder.resolve("spark/jars"));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry).toAbsolutePath();
      String name = jar.getFileName().toString();
      if (name.endsWith(".jar") && OURS.stream().noneMatch(name::startsWith)) {
        Files.createSymbolicLink(jars.resolve(name), jar);
      }
    }
  }

  private void start(String name, String type, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(given -> given.startsWith("--add-") || given.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(List.of("-Xmx256m", "-Dspark.master.rest.enabled=false", "-cp"));
    command.add(folder.resolve("spark/jars") + "/*");
    command.addAll(List.of(type, "--host", LOOPBACK, "--port", "0"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
    processes.add(builder.start());
  }

  // The first group of each place where a log says so; the whole of it where there is no group.
  private List<String> await(String name, Pattern words, int times)
      throws IOException, InterruptedException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      String log = Files.readString(folder.resolve(name + ".log"));
      List<String> found =
          words
              .matcher(log)
              .results()
              .map(match -> match.group(Math.min(1, match.groupCount())))
              .toList();
      if (found.size() >= times) {
        return found;
      }
      if (Instant.now().isAfter(end)) {
        close();
        throw new IllegalStateException(name + " does not start: " + log);
      }
      Thread.sleep(100);
    }
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
