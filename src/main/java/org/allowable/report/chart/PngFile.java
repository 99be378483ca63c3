package org.allowable.report.chart;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The bytes of a PNG file that states how large it is meant to be seen. */
final class PngFile {

  private static final String METADATA = "javax_imageio_png_1.0";
  private static final double METRES_PER_INCH = 0.0254;
  private static final int SCREEN_DOTS_PER_INCH = 96;

  private PngFile() {}

  /**
   * Encodes an image.
   *
   * @param scale pixels of the image for one of 1/96 inch
   */
  static byte[] bytes(BufferedImage image, int scale) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    // In memory: ImageIO would otherwise leave files in the temporary folder for a while.
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      IIOMetadata metadata =
          writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), parameters);
      metadata.mergeTree(METADATA, resolution(SCREEN_DOTS_PER_INCH * scale));
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, metadata), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static IIOMetadataNode resolution(int dotsPerInch) {
    String dotsPerMetre = Long.toString(Math.round(dotsPerInch / METRES_PER_INCH));
    IIOMetadataNode physical = new IIOMetadataNode("pHYs");
    physical.setAttribute("pixelsPerUnitXAxis", dotsPerMetre);
    physical.setAttribute("pixelsPerUnitYAxis", dotsPerMetre);
    physical.setAttribute("unitSpecifier", "meter");
    IIOMetadataNode root = new IIOMetadataNode(METADATA);
    root.appendChild(physical);
    return root;
  }
}
