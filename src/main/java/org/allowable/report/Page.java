package org.allowable.report;

/** How a sheet is printed: one page wide where that leaves type that can be read. */
public enum Page {
  /** Wide pages, as many as needed. */
  LANDSCAPE(true, false),
  /** Tall pages, as many as needed. */
  PORTRAIT(false, false),
  /** All on one wide page. */
  ONE_LANDSCAPE(true, true),
  /** All on one tall page. */
  ONE_PORTRAIT(false, true);

  private final boolean isLandscape;
  private final boolean isOnePage;

  Page(boolean isLandscape, boolean isOnePage) {
    this.isLandscape = isLandscape;
    this.isOnePage = isOnePage;
  }

  /** Whether the page is wider than tall. */
  public boolean isLandscape() {
    return isLandscape;
  }

  /** Whether the sheet is shrunk to one page, as far as letters of eight points allow. */
  public boolean isOnePage() {
    return isOnePage;
  }
}
