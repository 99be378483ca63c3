package org.allowable.ingest.cms.kind;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.allowable.ingest.cms.source.CmsFile;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The release that a file says it is: by its title, else by its name, else by its folder's name
 * (CMS packs a release as RVU25D), else what the user says. 2025D is the October release of 2025;
 * 2025 is the year's.
 */
public final class ReleaseName {

  private static final Map<String, String> LETTERS =
      Map.of("JAN", "A", "APR", "B", "JUL", "C", "OCT", "D");

  private static final Pattern TITLE =
      Pattern.compile(
          "(20\\d\\d) NATIONAL PHYSICIAN FEE SCHEDULE RELATIVE VALUE FILE"
              + " (JAN|APR|JUL|OCT)[A-Z]* RELEASE");
  private static final Pattern GPCI_TITLE =
      Pattern.compile("CY (20\\d\\d) GEOGRAPHIC PRACTICE COST");
  private static final Pattern PACKAGE = Pattern.compile("RVU(\\d\\d)([A-D]R?)(?![A-Z0-9])");
  private static final Pattern MONTH =
      Pattern.compile("(?<!\\d)(?:20)?(\\d\\d)[_ -]?(JAN|APR|JUL|OCT)");
  private static final Pattern MONTH_ONLY = Pattern.compile("_(JAN|APR|JUL|OCT)");
  private static final Pattern GPCI_YEAR = Pattern.compile("GPCI(20\\d\\d)(?!\\d)");
  private static final Pattern FOLDER = Pattern.compile("(?:RVU)?(?:20)?(\\d\\d)([A-D]R?)");

  private ReleaseName() {}

  /**
   * Finds the release: a year (2025), a year and a letter (2025D), or a correction (2024AR).
   *
   * @param given what the user says for files that do not say it
   * @throws InputException where nothing says it, or name and folder say different things
   */
  public static String of(RecognizedFile file, @Nullable String given) {
    String name = file.source().names().get(0).toUpperCase(Locale.ROOT);
    return ofTitle(file.title())
        .or(() -> ofName(name))
        .or(() -> ofFolder(file.source(), name))
        .or(() -> Optional.ofNullable(given))
        .orElseThrow(
            () ->
                new InputException(
                    file.source().path()
                        + ": neither title nor name says which release this is. Name it, for"
                        + " example with --release 2025D."));
  }

  private static Optional<String> ofTitle(String title) {
    Matcher release = TITLE.matcher(title);
    if (release.find()) {
      return Optional.of(release.group(1) + LETTERS.get(release.group(2)));
    }
    Matcher year = GPCI_TITLE.matcher(title);
    return year.find() ? Optional.of(year.group(1)) : Optional.empty();
  }

  private static Optional<String> ofName(String name) {
    Matcher inPackage = PACKAGE.matcher(name);
    if (inPackage.find()) {
      return Optional.of("20" + inPackage.group(1) + inPackage.group(2));
    }
    Matcher month = MONTH.matcher(name);
    if (month.find()) {
      return Optional.of("20" + month.group(1) + LETTERS.get(month.group(2)));
    }
    Matcher year = GPCI_YEAR.matcher(name);
    return year.find() ? Optional.of(year.group(1)) : Optional.empty();
  }

  private static Optional<String> ofFolder(CmsFile file, String name) {
    Matcher folder = FOLDER.matcher(file.folder().toUpperCase(Locale.ROOT));
    if (!folder.matches()) {
      return ofPackage(file.folder().toUpperCase(Locale.ROOT));
    }
    Matcher month = MONTH_ONLY.matcher(name);
    if (month.find() && !folder.group(2).startsWith(letter(month))) {
      throw new InputException(
          file.path()
              + ": the file's name and its folder's name say different releases. Put it into the"
              + " folder of its release.");
    }
    return Optional.of("20" + folder.group(1) + folder.group(2));
  }

  // CMS adds numbers to the names of archives: rvu25d_0.zip.
  private static Optional<String> ofPackage(String folder) {
    Matcher inPackage = PACKAGE.matcher(folder);
    return inPackage.find()
        ? Optional.of("20" + inPackage.group(1) + inPackage.group(2))
        : Optional.empty();
  }

  private static String letter(Matcher month) {
    return LETTERS.getOrDefault(month.group(1), "");
  }
}
