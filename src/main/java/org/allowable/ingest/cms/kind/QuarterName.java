package org.allowable.ingest.cms.kind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.kind.FileKind.Dating;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The release of a file that CMS publishes every quarter, named as the fee schedule's: 2026B holds
 * from April 2026. It is said by the file's title or header, else by its name, else by the names of
 * the folders or the archive it lies in, else by the user.
 */
public final class QuarterName {

  private static final Map<String, String> LETTERS =
      Map.of("JAN", "A", "APR", "B", "JUL", "C", "OCT", "D");
  private static final Map<String, String> MONTHS =
      Map.of("01", "A", "04", "B", "07", "C", "10", "D");

  private static final Pattern TITLE =
      Pattern.compile("\\b(JAN|APR|JUL|OCT)(?:UARY|IL|Y|OBER)?\\.?(?: 1,)? (20\\d\\d)\\b");
  private static final Pattern TITLE_YEAR =
      Pattern.compile("\\b(?:CY|CALENDAR YEAR) (20\\d\\d)\\b");

  private static final Pattern QUARTER = Pattern.compile("(?<!\\d)(20\\d\\d)[_ -]?Q([1-4])");
  private static final Pattern LETTER = Pattern.compile("(?<!\\d)(20\\d\\d)([A-D])(?![A-Z0-9])");
  private static final Pattern DAY =
      Pattern.compile("(?<!\\d)(20\\d\\d)[_-]?(01|04|07|10)(?:[_-]?01)?(?!\\d)");
  private static final Pattern AMERICAN_DAY =
      Pattern.compile("(?<!\\d)(01|04|07|10)[_-]01[_-](20\\d\\d)(?!\\d)");
  private static final Pattern MONTH =
      Pattern.compile(
          "(?<![A-Z])(JAN|APR|JUL|OCT)(?:UARY|IL|Y|OBER)?[_ -]?(20\\d\\d)(?!\\d)"
              + "|(?<!\\d)(20\\d\\d)[_ -]?(JAN|APR|JUL|OCT)");

  private QuarterName() {}

  /**
   * Finds the release: year and letter, such as 2026B.
   *
   * @param given what the user says for files that do not say it
   * @throws InputException where nothing says it, or title and name say different years
   */
  public static String of(RecognizedFile file, @Nullable String given) {
    Optional<String> ofTitle = title(file.title());
    if (ofTitle.isPresent()) {
      return ofTitle.get();
    }
    String year = year(file.title());
    Optional<String> named = ofNames(file.source().names()).or(() -> Optional.ofNullable(given));
    if (named.isPresent()) {
      refuseOtherYear(file, year, named.get());
      return named.get();
    }
    if (file.kind().dating() == Dating.QUARTER_OR_YEAR && !year.isEmpty()) {
      return year + "A";
    }
    throw new InputException(
        file.source().path()
            + ": neither title, name nor folder says of which quarter this is. Put the quarter into"
            + " the name, for example 2026Q2, or name it with --release 2026B.");
  }

  private static void refuseOtherYear(RecognizedFile file, String year, String named) {
    if (!year.isEmpty() && !named.startsWith(year)) {
      throw new InputException(
          file.source().path()
              + ": the title and the file's or folder's name say different years. Correct the name"
              + " or the release that you gave.");
    }
  }

  private static Optional<String> title(String title) {
    Matcher month = TITLE.matcher(title);
    return month.find()
        ? Optional.of(month.group(2) + LETTERS.get(month.group(1)))
        : Optional.empty();
  }

  private static String year(String title) {
    Matcher year = TITLE_YEAR.matcher(title);
    return year.find() ? year.group(1) : "";
  }

  private static Optional<String> ofNames(List<String> names) {
    return names.stream()
        .map(name -> ofName(name.toUpperCase(Locale.ROOT)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The release, such as 2026B, that a name in upper case says; empty where it says none. */
  public static Optional<String> ofName(String name) {
    Matcher quarter = QUARTER.matcher(name);
    if (quarter.find()) {
      return Optional.of(quarter.group(1) + "ABCD".charAt(quarter.group(2).charAt(0) - '1'));
    }
    Matcher american = AMERICAN_DAY.matcher(name);
    if (american.find()) {
      return Optional.of(american.group(2) + MONTHS.get(american.group(1)));
    }
    Matcher day = DAY.matcher(name);
    if (day.find()) {
      return Optional.of(day.group(1) + MONTHS.get(day.group(2)));
    }
    Matcher letter = LETTER.matcher(name);
    return letter.find()
        ? Optional.of(letter.group(1) + letter.group(2))
        : ofMonth(MONTH.matcher(name));
  }

  private static Optional<String> ofMonth(Matcher month) {
    if (!month.find()) {
      return Optional.empty();
    }
    return month.group(1) == null
        ? Optional.of(month.group(3) + LETTERS.get(month.group(4)))
        : Optional.of(month.group(2) + LETTERS.get(month.group(1)));
  }
}
