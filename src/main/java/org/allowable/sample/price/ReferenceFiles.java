package org.allowable.sample.price;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.allowable.model.InputException;
import org.allowable.model.Reference;
import org.allowable.model.Table;
import org.allowable.model.Utf8Text;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** The reference tables' CSV files, from a folder or as shipped on the class path. */
public final class ReferenceFiles {

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).setNullString("").get();

  private final Path root;

  private ReferenceFiles(Path root) {
    this.root = root;
  }

  /**
   * Opens a folder of reference tables, or the shipped ones. A table that the folder does not hold
   * is the shipped one.
   *
   * @throws InputException if they are not there
   */
  public static ReferenceFiles at(@Nullable Path folder) {
    if (folder == null) {
      return new ReferenceFiles(shipped());
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "There is no folder of reference tables " + folder + ". Name another with --reference.");
    }
    return new ReferenceFiles(folder);
  }

  /** Whether reference tables are on the class path. */
  static boolean areShipped() {
    return anchor() != null;
  }

  private static @Nullable URL anchor() {
    return ReferenceFiles.class.getResource(
        "/reference/" + Reference.CONVERSION_FACTOR.name() + ".csv");
  }

  private static Path shipped() {
    URL anchor = anchor();
    if (anchor == null) {
      throw new InputException(
          "No reference tables are shipped with this build. Name a folder with --reference.");
    }
    try {
      URI uri = anchor.toURI();
      Path file = "jar".equals(uri.getScheme()) ? inJar(uri) : Path.of(uri);
      return file.resolveSibling("");
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException("The class path cannot be read", e);
    }
  }

  private static Path inJar(URI uri) throws IOException {
    FileSystem jar;
    try {
      jar = FileSystems.newFileSystem(uri, Map.of());
    } catch (FileSystemAlreadyExistsException e) {
      jar = FileSystems.getFileSystem(uri);
    }
    return jar.provider().getPath(uri);
  }

  /**
   * Gives every row of a table to a reader, release by release in the order of file names.
   *
   * @throws InputException if the table is missing
   */
  void forEach(Table table, Consumer<CSVRecord> reader) {
    try {
      for (Path file : files(table)) {
        try (Reader in = Utf8Text.open(file);
            CSVParser rows = FORMAT.parse(in)) {
          rows.forEach(reader);
        }
      }
    } catch (IOException e) {
      throw new InputException("The reference table " + table.name() + " cannot be read.", e);
    }
  }

  private List<Path> files(Table table) throws IOException {
    List<Path> own = files(root, table);
    if (!own.isEmpty()) {
      return own;
    }
    List<Path> others = areShipped() ? files(shipped(), table) : List.of();
    if (others.isEmpty()) {
      throw new InputException(
          "The reference table %s is missing: expected %s.csv or a folder of that name in %s."
              .formatted(table.name(), table.name(), root));
    }
    return others;
  }

  private static List<Path> files(Path root, Table table) throws IOException {
    Path single = root.resolve(table.name() + ".csv");
    if (Files.isRegularFile(single)) {
      return List.of(single);
    }
    Path folder = root.resolve(table.name());
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".csv")).sorted().toList();
    }
  }
}
