package org.allowable.report.html;

/** The page that lists all runs. */
public final class RunIndex {

  /** The page's file in the folder of all runs. */
  public static final String FILE = "index.html";

  private RunIndex() {}
}
