package org.allowable.report;

import java.util.List;

/**
 * Pictures side by side, as wide as the sheet's content allows.
 *
 * @param pictures left to right
 */
public record PictureBlock(List<Picture> pictures) implements Block {

  /** Keeps its own list. */
  public PictureBlock {
    pictures = List.copyOf(pictures);
  }

  /** These pictures side by side. */
  public static PictureBlock of(Picture... pictures) {
    return new PictureBlock(List.of(pictures));
  }
}
