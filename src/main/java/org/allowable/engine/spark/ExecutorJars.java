package org.allowable.engine.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The jars that executors need beside Spark's own: this program's, whose {@link SqlFunctions} they
 * call, and what those call. Rows come to executors as Spark's rows and Parquet as Spark reads it,
 * so nothing else of this program runs there.
 */
final class ExecutorJars {

  private static final List<String> CALLED =
      List.of("commons-statistics-", "commons-numbers-", "commons-rng-");

  private ExecutorJars() {}

  /**
   * The jars, of the class path of this process.
   *
   * @param work where classes that are in no jar are put into one
   */
  static List<String> of(Path work) {
    List<String> jars = new ArrayList<>();
    jars.add(own(work).toString());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      String name = new File(entry).getName();
      if (CALLED.stream().anyMatch(name::startsWith)) {
        jars.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return jars;
  }

  private static Path own(Path work) {
    try {
      Path code =
          Path.of(
              Objects.requireNonNull(ExecutorJars.class.getProtectionDomain().getCodeSource())
                  .getLocation()
                  .toURI());
      return Files.isDirectory(code) ? packed(code, work.resolve("allowable.jar")) : code;
    } catch (URISyntaxException | IOException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }

  // While the program is worked on.
  private static Path packed(Path classes, Path jar) throws IOException {
    if (Files.exists(jar)) {
      return jar;
    }
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
        out.closeEntry();
      }
    }
    return jar;
  }
}
