package org.allowable.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"allowable " + current()};
  }

  /** The version, or "development" when run from class files. */
  static String current() {
    String version = Version.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}
