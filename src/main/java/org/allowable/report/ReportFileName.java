package org.allowable.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a report's files are called, so that they say where they are from wherever they are sent:
 * practice, period, report.
 *
 * @param words the name without ending: letters, digits and marks that every file system, mail
 *     program and browser takes
 */
public record ReportFileName(String words) {

  // A name from data is cut, so that the whole stays well below what a path may have.
  private static final int MOST_CHARACTERS = 60;
  // What Windows refuses, what Excel refuses in a workbook's name, and what breaks a link to it.
  private static final String REFUSED = "[\\\\/:*?\"<>|\\[\\]#%{}^`~;\\p{Cntrl}]";

  /**
   * The name of a report's file.
   *
   * @param practice as the practice file names it; what a file name cannot hold is left out
   * @param period such as "2026-09"
   * @param report such as "monthly report"; what follows the period
   */
  public static ReportFileName of(String practice, String period, String report) {
    List<String> parts = new ArrayList<>(List.of(plain(practice), plain(period), plain(report)));
    parts.removeIf(String::isEmpty);
    return new ReportFileName(String.join(" ", parts));
  }

  /** The name with an ending, such as "xlsx". */
  public String ending(String ending) {
    return words + "." + ending;
  }

  /**
   * The first of this name, "name 2", "name 3" and on that is not among others, whatever their
   * case.
   *
   * @param taken names in lower case
   */
  public ReportFileName notAmong(Set<String> taken) {
    ReportFileName name = this;
    for (int number = 2; taken.contains(name.words().toLowerCase(Locale.ROOT)); number++) {
      name = new ReportFileName(words + " " + number);
    }
    return name;
  }

  // ASCII alone: where the system's locale has no other letters Java cannot make the file.
  private static String plain(String text) {
    String words =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .replaceAll("[\\u2010-\\u2015]", "-")
            .replaceAll("[\\u2018\\u2019]", "'")
            .replaceAll(REFUSED, " ")
            .replaceAll("[^ -~]+", " ")
            .replaceAll(" +", " ")
            .replaceAll("^[ .]+|[ .]+$", "");
    return words.length() <= MOST_CHARACTERS
        ? words
        : words.substring(0, MOST_CHARACTERS).replaceAll("[ .]+$", "");
  }
}
