package org.allowable.report.packet;

import java.util.Map;
import java.util.Objects;
import org.allowable.model.Rows;
import org.allowable.report.Mart;

/** The tables of the job packet, by packet. */
final class PacketMarts {

  private final Map<String, Rows> rows;
  private final Mart packets;

  PacketMarts(Map<String, Rows> rows) {
    this.rows = Map.copyOf(rows);
    this.packets = Mart.of(rows("mart_packet"));
  }

  Rows rows(String mart) {
    return Objects.requireNonNull(rows.get(mart), mart);
  }

  Map<String, Rows> all() {
    return rows;
  }

  Mart packets() {
    return packets;
  }

  Mart claims(String cause) {
    return of("mart_packet_claim", cause);
  }

  Mart lines(String cause) {
    return of("mart_packet_line", cause);
  }

  Mart sessions(String cause) {
    return of("mart_packet_session", cause);
  }

  Mart evidence(String cause) {
    return of("mart_packet_evidence", cause);
  }

  Mart sources(String cause) {
    return of("mart_packet_source", cause);
  }

  private Mart of(String mart, String cause) {
    return Mart.of(rows(mart), line -> line.text("packet_cause").equals(cause));
  }
}
