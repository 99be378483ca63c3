package org.allowable.ingest.x12;

import java.io.IOException;
import java.util.List;

/** The content of one transaction, segment by segment, becoming rows. */
interface Transaction {

  /** Takes a segment between ST and SE. */
  void accept(Segment segment) throws IOException;

  /**
   * Takes the end.
   *
   * @param segmentIndex place of SE
   */
  void end(int segmentIndex) throws IOException;

  /** What it held. */
  Totals totals();

  /** Whether its amounts add up, line by line, claim by claim and altogether. */
  boolean isInBalance();

  /** What was put right, each with its place. */
  List<Fault> warnings();

  /**
   * The identity by which it is known when it comes again.
   *
   * @param contentHash hash of the normalized content between ST and SE
   */
  String identity(String contentHash);
}
