package org.allowable.report.chart;

import com.pngencoder.PngEncoder;
import com.pngencoder.PngEncoderPhysicalPixelDimensions;
import java.awt.image.BufferedImage;

/** The bytes of a PNG file that states how large it is meant to be seen. */
final class PngFile {

  private static final int SCREEN_DOTS_PER_INCH = 96;

  // The most, 9, takes four times the time for a twelfth of a chart's bytes.
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
