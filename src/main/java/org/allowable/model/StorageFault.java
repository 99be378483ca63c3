package org.allowable.model;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a disk could not do from a fault of the program: full, read-only, not permitted.
 *
 * <p>Java has an exception for few of these and the system's text for the rest, often without the
 * file's name.
 */
public final class StorageFault {

  private static final String NO_ROOM = "there is no room left";
  private static final String MAKE_ROOM = "Make room there and run again.";
  private static final long ALMOST_NOTHING = 64L * 1024;

  private enum Kind {
    FULL(StorageFault.NO_ROOM, MAKE_ROOM, "No space left on device", "Disk quota exceeded"),
    TOO_LARGE(
        "a file may not grow that large",
        "Raise the limit of file sizes (ulimit -f) and run again.",
        "File too large"),
    READ_ONLY(
        "the file system is read-only",
        "Name a folder that can be written to, or mount it for writing.",
        "Read-only file system"),
    NO_PERMISSION(
        "this user has no permission",
        "Give the permission, or run as the user who owns it.",
        "Permission denied",
        "Operation not permitted"),
    TOO_MANY_OPEN(
        "too many files are open",
        "Raise the limit of open files (ulimit -n) and run again.",
        "Too many open files"),
    DAMAGED(
        "the disk does not read or write",
        "Have the disk checked; restore what it held from a copy.",
        "Input/output error",
        "Stale file handle");

    private final String words;
    private final String remedy;
    // One a line: the system's own, in English.
    private final String texts;

    Kind(String words, String remedy, String... texts) {
      this.words = words;
      this.remedy = remedy;
      this.texts = String.join("\n", texts).toLowerCase(Locale.ROOT);
    }
  }

  private StorageFault() {}

  /**
   * What to tell the user where a fault, or one that it came of, is a disk's.
   *
   * @param written the folders that the work writes to, for a fault that names no file
   */
  public static Optional<InputException> in(Throwable fault, List<Path> written) {
    Set<Throwable> seen = new HashSet<>();
    for (@Nullable Throwable cause = fault;
        cause != null && seen.add(cause);
        cause = cause.getCause()) {
      if (cause instanceof InputException said) {
        return Optional.of(said);
      }
      Optional<InputException> found = one(cause, written);
      if (found.isPresent()) {
        return found;
      }
      for (Throwable suppressed : cause.getSuppressed()) {
        Optional<InputException> beside = one(suppressed, written);
        if (beside.isPresent()) {
          return beside;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<InputException> one(Throwable fault, List<Path> written) {
    @Nullable Kind kind = kind(fault);
    @Nullable String file =
        fault instanceof FileSystemException known ? known.getFile() : quoted(fault, kind);
    if (kind == null && file != null && fault instanceof FileSystemException) {
      return Optional.of(
          new InputException(
              file
                  + ": cannot be read or written ("
                  + reason(fault)
                  + "). See that it is there, that this user may use it, and that nothing else"
                  + " changes it.",
              fault));
    }
    if (kind == null) {
      return isIo(fault) ? full(fault, written) : Optional.empty();
    }
    String place = file == null ? place(written) : file;
    return Optional.of(new InputException(place + ": " + kind.words + ". " + kind.remedy, fault));
  }

  private static @Nullable Kind kind(Throwable fault) {
    if (fault instanceof AccessDeniedException) {
      return Kind.NO_PERMISSION;
    }
    String text = String.valueOf(fault.getMessage()).toLowerCase(Locale.ROOT);
    for (Kind kind : Kind.values()) {
      if (kind.texts.lines().anyMatch(text::contains)) {
        return kind;
      }
    }
    return null;
  }

  // A FileNotFoundException says: /a/file.csv (Permission denied).
  private static @Nullable String quoted(Throwable fault, @Nullable Kind kind) {
    String text = String.valueOf(fault.getMessage());
    int end = text.indexOf(" (");
    return kind != null && fault instanceof java.io.FileNotFoundException && end > 0
        ? text.substring(0, end)
        : null;
  }

  private static String reason(Throwable fault) {
    String reason = fault instanceof FileSystemException known ? known.getReason() : null;
    return reason == null ? fault.getClass().getSimpleName() : reason;
  }

  private static boolean isIo(Throwable fault) {
    return fault instanceof IOException;
  }

  // In another language than English the system's text says nothing to us, but the disk does.
  private static Optional<InputException> full(Throwable fault, List<Path> written) {
    return written.stream()
        .filter(folder -> room(folder) < ALMOST_NOTHING)
        .findFirst()
        .map(folder -> new InputException(folder + ": " + NO_ROOM + ". " + MAKE_ROOM, fault));
  }

  private static String place(List<Path> written) {
    return written.stream()
        .min(Comparator.comparing(StorageFault::room))
        .map(Path::toString)
        .orElse("The disk that is written to");
  }

  // Of the nearest folder that is there.
  private static long room(Path folder) {
    @Nullable Path there = folder.toAbsolutePath().normalize();
    while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
      there = there.getParent();
    }
    try {
      return there == null ? Long.MAX_VALUE : Files.getFileStore(there).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }
}
