package org.allowable.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Work of this process that is under way and would leave something behind if the process ended now.
 * Whoever begins such work begins one of these with it, finishes it where what it makes becomes
 * whole, and closes it where the work ends.
 */
public final class Unfinished implements Closeable {

  private static final Set<Unfinished> ALL = new LinkedHashSet<>();
  private static final Set<String> FINISHED = new LinkedHashSet<>();

  private final String what;
  private final Removal removal;
  private boolean isFinished;
  private boolean isDropped;

  /** Removes what is there of the work. */
  @FunctionalInterface
  public interface Removal {

    /** Removes it; the thread that works at it may still run. */
    void remove() throws IOException;
  }

  /** Makes work whole in one step, such as a rename. */
  @FunctionalInterface
  public interface Commit {

    /** Makes it whole, or throws and leaves it to be removed. */
    void run() throws IOException;
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

  /**
   * What the work makes becomes whole and stays: the end of the process waits until it is.
   *
   * @throws InterruptedIOException if the process ends and the work was dropped
   */
  public void finish(Commit commit) throws IOException {
    synchronized (this) {
      if (isDropped) {
        throw new InterruptedIOException("The process ends");
      }
      commit.run();
      isFinished = true;
    }
    synchronized (ALL) {
      ALL.remove(this);
      FINISHED.add(what);
    }
  }

  /** What this process has finished, in its order. */
  public static List<String> finished() {
    synchronized (ALL) {
      return List.copyOf(FINISHED);
    }
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
   * @return what each work made that was not finished, and whether all of it is gone
   */
  public static List<Left> removeAll() {
    List<Unfinished> all;
    synchronized (ALL) {
      all = List.copyOf(ALL);
      ALL.clear();
    }
    List<Left> left = new ArrayList<>();
    for (Unfinished each : all) {
      synchronized (each) {
        if (!each.isFinished) {
          each.isDropped = true;
          left.add(new Left(each.what, each.isRemoved()));
        }
      }
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
