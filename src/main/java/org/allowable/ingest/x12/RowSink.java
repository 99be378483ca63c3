package org.allowable.ingest.x12;

import java.io.IOException;

/** Where rows go. */
@FunctionalInterface
interface RowSink {

  /** Goes nowhere: the reading that only checks. */
  RowSink NOWHERE = row -> {};

  /** Takes a row of the table it was made for. */
  void write(TableRow row) throws IOException;
}
