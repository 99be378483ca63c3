package org.allowable.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Addresses of files beside a page. */
final class FileAddress {

  private FileAddress() {}

  /**
   * The address of a file, whatever letters its name has.
   *
   * @param path relative to the page, with forward slashes
   */
  static String of(String path) {
    return Arrays.stream(path.split("/", -1))
        .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
        .collect(Collectors.joining("/"));
  }
}
