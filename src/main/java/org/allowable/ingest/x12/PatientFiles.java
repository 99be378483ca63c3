package org.allowable.ingest.x12;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.allowable.ingest.cms.source.ArchiveReader;
import org.allowable.model.ClaimPatient;
import org.allowable.model.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Reads whom some claims are about from the practice's own 837 files. What it reads stays in memory
 * and goes into no message.
 */
public final class PatientFiles {

  private static final String PRIMARY = "P";

  private final Set<Claim> wanted;
  private final Map<Claim, ClaimPatient> found = new HashMap<>();
  private final Set<Claim> ofPrimary = new HashSet<>();

  private boolean isClaims;
  private boolean isWithinClaim;
  private boolean isOfBilling;
  private String npi = "";
  private String taxId = "";
  private String responsibility = "";
  private String memberId = "";
  private String name = "";

  /** A claim as the files know it: CLM01 of a billing provider. */
  public record Claim(String billingNpi, String claimId) {}

  /**
   * What the files say.
   *
   * @param patients by claim; those that were not found are missing
   * @param packed archives that were passed over: what is unpacked would lie on the disk
   */
  public record NamedClaims(Map<Claim, ClaimPatient> patients, int packed) {
    /** Copies the map. */
    public NamedClaims {
      patients = Map.copyOf(patients);
    }

    @Override
    public String toString() {
      return patients.size() + " claims";
    }
  }

  private PatientFiles(Set<Claim> wanted) {
    this.wanted = wanted;
  }

  /**
   * Reads the files below a folder; what is no claim file is passed over. Of a claim that went to
   * several payers that to the primary counts.
   *
   * @throws InputException if there is no such folder
   */
  public static NamedClaims read(Path folder, Set<Claim> wanted) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          folder + ": expected a folder of your 837 files, found none. Name one with --claims.");
    }
    PatientFiles reading = new PatientFiles(Set.copyOf(wanted));
    int packed = 0;
    for (Path file : files(folder)) {
      if (ArchiveReader.isPacked(file)) {
        packed++;
      } else {
        reading.file(file);
      }
    }
    return new NamedClaims(reading.found, packed);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
          .sorted()
          .toList();
    }
  }

  private void file(Path file) throws IOException {
    isClaims = false;
    try (InputStream in = Files.newInputStream(file);
        X12Reader reader = new X12Reader(in, new Notices(), Map.of())) {
      boolean isMore = true;
      while (isMore) {
        try {
          Segment segment = reader.next();
          isMore = segment != null;
          if (segment != null) {
            accept(segment);
          }
        } catch (QuarantineException e) {
          // Ingestion says what is amiss; here the next segment is read.
          isMore = e.kind() != FaultKind.NOT_X12;
        }
      }
    }
  }

  private void accept(Segment segment) {
    switch (segment.tag()) {
      case "ST" -> isClaims = segment.is(1, "837");
      case "HL" -> level(segment);
      case "NM1" -> named(segment);
      case "REF" -> {
        if (isOfBilling && segment.is(1, "EI")) {
          taxId = text(segment, 2);
        }
      }
      case "SBR" -> {
        if (!isWithinClaim) {
          responsibility = text(segment, 1);
        }
      }
      case "CLM" -> claim(segment);
      default -> {}
    }
  }

  private void level(Segment hl) {
    isWithinClaim = false;
    isOfBilling = false;
    if (hl.is(3, "20")) {
      npi = "";
      taxId = "";
    }
    if (!hl.is(3, "23")) {
      responsibility = "";
      memberId = "";
      name = "";
    }
  }

  // Within a claim the names are of other payers' subscribers and of providers.
  private void named(Segment nm1) {
    if (isWithinClaim) {
      return;
    }
    isOfBilling = nm1.is(1, "85");
    if (isOfBilling) {
      npi = text(nm1, 9);
    } else if (nm1.is(1, "IL")) {
      name = name(nm1);
      memberId = text(nm1, 9);
    } else if (nm1.is(1, "QC")) {
      name = name(nm1);
    }
  }

  private static String name(Segment nm1) {
    String first = text(nm1, 4);
    return text(nm1, 3) + (first.isEmpty() ? "" : ", " + first);
  }

  private void claim(Segment clm) {
    isWithinClaim = true;
    isOfBilling = false;
    Claim claim = new Claim(npi, text(clm, 1));
    if (isClaims && wanted.contains(claim)) {
      boolean isPrimary = responsibility.equals(PRIMARY);
      if (isPrimary || !ofPrimary.contains(claim)) {
        found.put(claim, new ClaimPatient(name, memberId, taxId));
      }
      if (isPrimary) {
        ofPrimary.add(claim);
      }
    }
  }

  private static String text(Segment segment, int element) {
    @Nullable String text = segment.text(element);
    return text == null ? "" : text;
  }
}
