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
  ONE_PORTRAIT(false, true),
  /** Wide pages, every row of however long a list: what is handed over whole. */
  EVERY_ROW(true, false),
  /** On the screen alone: what no meeting needs on paper. */
  SCREEN(true, false);

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

  /** Whether of a long list every row is printed. */
  public boolean isEveryRow() {
    return this == EVERY_ROW;
  }

  /** Whether any of the sheet is printed. */
  public boolean isPrinted() {
    return this != SCREEN;
  }

  /** Whether the sheet is shrunk to one page, as far as letters of eight points allow. */
  public boolean isOnePage() {
    return isOnePage;
  }
}
