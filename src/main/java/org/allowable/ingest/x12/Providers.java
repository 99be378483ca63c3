package org.allowable.ingest.x12;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The providers that a claim or one of its lines names (loops 2310 and 2420). */
final class Providers {

  // 77 is the service facility of 5010; 4010 also had independent laboratories and others.
  private static final Set<String> FACILITY = Set.of("77", "FA", "LI", "TL");

  private @Nullable Segment rendering;
  private @Nullable Segment facility;
  private @Nullable Segment referring;
  private @Nullable String facilityZip;
  private boolean isInFacility;

  /** Takes an NM1 or N4 segment. */
  void accept(Segment segment) {
    if (segment.tag().equals("N4")) {
      if (isInFacility) {
        facilityZip = segment.text(3);
      }
      return;
    }
    String role = segment.required(1);
    isInFacility = FACILITY.contains(role);
    if (isInFacility) {
      facility = segment;
    } else if (role.equals("82")) {
      rendering = segment;
    } else if (role.equals("DN") && referring == null) {
      referring = segment;
    }
  }

  /**
   * Fills the providers' columns of a line.
   *
   * @param line what the line names, which goes before what its claim names
   */
  static void fill(TableRow row, Providers line, Providers claim, BillingProvider billing) {
    Providers facility = line.facility != null ? line : claim;
    Segment rendering = line.rendering != null ? line.rendering : claim.rendering;
    Segment referring = line.referring != null ? line.referring : claim.referring;
    String zip = facility.facilityZip;
    row.set("billing_npi", billing.npi())
        .set("rendering_npi", rendering == null ? billing.npiOfPerson() : npi(rendering))
        .set("facility_npi", npi(facility.facility))
        .set("referring_npi", npi(referring))
        .set("service_zip_code", zip == null ? billing.zipCode() : zip);
  }

  private static @Nullable String npi(@Nullable Segment nm1) {
    return nm1 == null ? null : nm1.npi(8, 9);
  }
}
