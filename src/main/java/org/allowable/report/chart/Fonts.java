package org.allowable.report.chart;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Our own fonts for charts: the same chart looks the same on every machine, and a machine without
 * fonts can draw one at all. JDKs outside a distribution's packages crash there.
 */
public final class Fonts {

  private static final List<String> FILES = List.of("DejaVuSans.ttf", "DejaVuSans-Bold.ttf");

  // What the JDK needs to find in place of the system's font settings.
  private static final String CONFIGURATION = "version=1\nsequence.allfonts=default\n";

  private Fonts() {}

  /**
   * Unpacks the fonts and makes Java use them. Must run before anything loads an AWT class, so
   * first in the program; later it changes nothing.
   *
   * @param privateDirectory an existing folder that stays until the program ends
   * @throws IOException if the fonts cannot be written there
   */
  public static void install(Path privateDirectory) throws IOException {
    Path directory = Files.createDirectories(privateDirectory.resolve("fonts"));
    for (String name : FILES) {
      unpack(name, directory.resolve(name));
    }
    Path configuration = directory.resolve("fontconfig.properties");
    Files.writeString(configuration, CONFIGURATION);
    System.setProperty("java.awt.headless", "true");
    System.setProperty("sun.awt.fontconfig", configuration.toAbsolutePath().toString());
    System.setProperty("sun.java2d.fontpath", "prepend:" + directory.toAbsolutePath());
  }

  private static void unpack(String name, Path target) throws IOException {
    try (InputStream in = Fonts.class.getResourceAsStream("/fonts/" + name)) {
      if (in == null) {
        throw new FileNotFoundException("The font " + name + " is missing from the program");
      }
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
