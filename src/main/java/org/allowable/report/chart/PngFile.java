package org.allowable.report.chart;

import com.pngencoder.PngEncoder;
import com.pngencoder.PngEncoderPhysicalPixelDimensions;
import java.awt.image.BufferedImage;

/** The bytes of a PNG file that states how large it is meant to be seen. */
final class PngFile {

  private static final int SCREEN_DOTS_PER_INCH = 96;

  // Areas of one color, as charts have, are not smaller for more: 6 is what image programs use.
  private static final int COMPRESSION = 6;

  private PngFile() {}

  /**
   * Encodes an image.
   *
   * @param scale pixels of the image for one of 1/96 inch
   */
  static byte[] bytes(BufferedImage image, int scale) {
    return new PngEncoder()
        .withBufferedImage(image)
        .withCompressionLevel(COMPRESSION)
        // The same bytes on any number of cores.
        .withMultiThreadedCompressionEnabled(false)
        .withPhysicalPixelDimensions(
            PngEncoderPhysicalPixelDimensions.dotsPerInch(SCREEN_DOTS_PER_INCH * scale))
        .toBytes();
  }
}
