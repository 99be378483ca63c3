package org.allowable.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * What a process took.
 *
 * @param wallSeconds from its start to its end
 * @param cpuSeconds of all its threads, user and system
 * @param peakMegabytes the most memory that it held; 0 where the system does not say
 */
record Usage(double wallSeconds, double cpuSeconds, double peakMegabytes) {

  private static final long MILLISECONDS_BETWEEN = 20;
  private static final String PEAK = "VmHWM:";

  /**
   * Runs a process to its end.
   *
   * @throws IllegalStateException if it fails; what it said stands in the log
   */
  static Usage of(ProcessBuilder builder, Path log) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    double peak = 0;
    Duration cpu = Duration.ZERO;
    // Both only grow: the last reading before the end is short of it by that pause at most.
    do {
      peak = Math.max(peak, peak(process.pid()));
      cpu = process.info().totalCpuDuration().orElse(cpu);
    } while (!process.waitFor(MILLISECONDS_BETWEEN, TimeUnit.MILLISECONDS));
    double wall = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "%s ended with %d; see %s".formatted(builder.command(), process.exitValue(), log));
    }
    return new Usage(wall, cpu.toMillis() / 1e3, peak);
  }

  private static double peak(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith(PEAK))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
