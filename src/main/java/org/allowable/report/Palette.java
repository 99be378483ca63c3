package org.allowable.report;

/** The colors of charts and sheets, as 0xRRGGBB: the only place where one is stated. */
public final class Palette {

  // Okabe and Ito's colors, told apart by nearly everybody.
  public static final int BLUE = 0x0072B2;
  public static final int ORANGE = 0xE69F00;
  public static final int GREEN = 0x009E73;
  public static final int VERMILLION = 0xD55E00;
  public static final int SKY = 0x56B4E9;
  public static final int PURPLE = 0xCC79A7;

  public static final int GRAY = 0x6B7280;
  public static final int PALE = 0xB8C4D3;
  public static final int INK = 0x1F2937;
  public static final int GRID = 0xE5E7EB;
  public static final int NAVY = 0x1F3A5F;
  public static final int WHITE = 0xFFFFFF;

  private static final int[] LINES = {BLUE, ORANGE, GREEN, VERMILLION, SKY, PURPLE};

  private Palette() {}

  /** The color of the n-th line or kind of bar, from 0. */
  public static int line(int number) {
    return LINES[number % LINES.length];
  }

  /** How many colors lines have before they come again. */
  public static int lines() {
    return LINES.length;
  }

  /** A color as files write it: "0072B2". */
  public static String hex(int color) {
    return "%06X".formatted(color);
  }
}
