package org.allowable.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** What the benchmark runs on. */
final class Machine {

  private static final long MEGABYTE = 1 << 20;

  // As much as the embedded engine gives DuckDB.
  private static final double SHARE_FOR_TABLES = 0.4;

  private Machine() {}

  private static long bytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
  }

  /** The memory for tables. */
  static long megabytesForTables() {
    return (long) (bytes() * SHARE_FOR_TABLES / MEGABYTE);
  }

  /** Cores, memory, JDK and system, in a line. */
  static String words() {
    return "%d cores, %.0f GiB of memory, JDK %s, %s on %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            (double) bytes() / MEGABYTE / 1024,
            System.getProperty("java.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"));
  }
}
