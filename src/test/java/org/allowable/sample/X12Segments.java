package org.allowable.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Segments of X12 files, split without any help of the program under test. */
final class X12Segments {

  private X12Segments() {}

  /** The files of a folder whose names end so, in order. */
  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  /** A file's segments as lists of elements. */
  static List<List<String>> segments(Path file) throws IOException {
    List<List<String>> segments = new ArrayList<>();
    for (String segment : Files.readString(file).split("~\n", 0)) {
      segments.add(Arrays.asList(segment.split("\\*", -1)));
    }
    return segments;
  }
}
