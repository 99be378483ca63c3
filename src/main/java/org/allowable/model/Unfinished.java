package org.allowable.model;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Work of this process that is under way and would leave something behind if the process ended now.
 * Whoever begins such work begins one of these with it and closes it where the work ends.
 */
public final class Unfinished implements Closeable {

  private static final Set<Unfinished> ALL = new LinkedHashSet<>();

  private final String what;
  private final Removal removal;

  /** Removes what is there of the work. */
  @FunctionalInterface
  public interface Removal {

    /** Removes it; the thread that works at it may still run. */
    void remove() throws IOException;
  }

  private Unfinished(String what, Removal removal) {
    this.what = what;
    this.removal = removal;
  }

  /**
   * Work begins.
   *
   * @param what it makes, as the user would call it; no identifier and no cell value
   * @param removal how to remove what is there of it
   */
  public static Unfinished begin(String what, Removal removal) {
    Unfinished begun = new Unfinished(what, removal);
    synchronized (ALL) {
      ALL.add(begun);
    }
    return begun;
  }

  /** The work has ended. */
  @Override
  public void close() {
    synchronized (ALL) {
      ALL.remove(this);
    }
  }

  /**
   * The process ends: what is unfinished is removed.
   *
   * @return what each work made, and whether all of it is gone
   */
  public static List<Left> removeAll() {
    List<Unfinished> all;
    synchronized (ALL) {
      all = List.copyOf(ALL);
      ALL.clear();
    }
    List<Left> left = new ArrayList<>();
    for (Unfinished each : all) {
      left.add(new Left(each.what, each.isRemoved()));
    }
    return left;
  }

  /**
   * Work that was left.
   *
   * @param what it made
   * @param isRemoved whether nothing of it is there any more
   */
  public record Left(String what, boolean isRemoved) {}

  private boolean isRemoved() {
    try {
      removal.remove();
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
