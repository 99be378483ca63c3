package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of several times the memory that they are read in. All patients are invented. */
@Tag("faults")
class IngestMemoryTest {

  private static final long HEAP_MEGABYTES = 80;
  private static final int CLAIMS = 1_200_000;
  private static final int CLAIMS_OF_A_CHECK = 100;

  @TempDir private Path folder;

  @Test
  void many_remittances_are_read_in_a_third_of_their_size() throws Exception {
    ingest(remittances(CLAIMS_OF_A_CHECK));
  }

  @Test
  void one_large_remittance_is_read_in_a_third_of_its_size() throws Exception {
    ingest(remittances(CLAIMS));
  }

  @Test
  void one_large_transaction_of_claims_is_read_in_a_third_of_its_size() throws Exception {
    ingest(claims());
  }

  private void ingest(Path file) throws Exception {
    assertThat(Files.size(file)).isGreaterThan(3 * HEAP_MEGABYTES * 1_000_000);
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Process run =
        CommandRun.start(
            List.of("env", "JAVA_TOOL_OPTIONS=-Xmx" + HEAP_MEGABYTES + "m"),
            Files.createDirectories(folder.resolve("temp")),
            null,
            logs,
            "ingest",
            "--in",
            file.resolveSibling("."),
            "--warehouse",
            folder.resolve("warehouse"));
    assertThat(run.waitFor()).as(Files.readString(logs.resolve("err"))).isZero();
    assertThat(Files.readString(logs.resolve("out"))).startsWith("1 files: 1 loaded");
  }

  private Path remittances(int claimsOfACheck) throws IOException {
    Path file = Files.createDirectories(folder.resolve("in")).resolve("file.835");
    int checks = CLAIMS / claimsOfACheck;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(head("HP", "005010X221A1"));
      for (int check = 0; check < checks; check++) {
        out.write("ST*835*%09d~\n".formatted(check));
        out.write("BPR*I*" + 90 * claimsOfACheck + "*C*ACH*CCP*01*999999999*DA*1*1999999999");
        out.write("**01*999999999*DA*1*20260901~\nTRN*1*T%d*1999999999~\n".formatted(check));
        out.write("DTM*405*20260902~\nN1*PR*SYN PAYER~\nREF*2U*SYN01~\n");
        out.write("N1*PE*SYN PAIN CLINIC*XX*1999999984~\nLX*1~\n");
        for (int i = 0; i < claimsOfACheck; i++) {
          int claim = check * claimsOfACheck + i;
          out.write("CLP*SYN%08d*1*150*90**CI*PAYER%09d*11*1~\n".formatted(claim, claim));
          out.write("NM1*QC*1*SYNTHETIC*PATIENT****MI*M%07d~\n".formatted(claim));
          out.write("NM1*82*1*SYN*PHYSICIAN****XX*1999999992~\nSVC*HC:99213*150*90**1~\n");
          out.write("DTM*472*20260801~\nCAS*CO*45*60~\nREF*6R*%08dL1~\n".formatted(claim));
          out.write("AMT*B6*90~\n");
        }
        out.write("SE*%d*%09d~\n".formatted(8 * claimsOfACheck + 9, check));
      }
      out.write("GE*" + checks + "*7~\nIEA*1*000000001~\n");
    }
    return file;
  }

  private Path claims() throws IOException {
    Path file = Files.createDirectories(folder.resolve("in")).resolve("file.837");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write(head("HC", "005010X222A1"));
      out.write("ST*837*0001*005010X222A1~\nBHT*0019*00*B1*20260901*1200*CH~\nHL*1**20*1~\n");
      out.write("NM1*85*2*SYN PAIN CLINIC*****XX*1999999984~\nN4*ANYTOWN*NJ*07000~\n");
      for (int claim = 0; claim < CLAIMS; claim++) {
        out.write("HL*%d*1*22*0~\nSBR*P*18*******CI~\n".formatted(claim + 2));
        out.write("NM1*IL*1*SYNTHETIC*PATIENT****MI*M%07d~\nDMG*D8*19600101*F~\n".formatted(claim));
        out.write("NM1*PR*2*SYN PAYER*****PI*SYN01~\n");
        out.write("CLM*SYN%08d*150***11:B:1*Y*A*Y*Y~\nHI*ABK:M5416~\nLX*1~\n".formatted(claim));
        out.write("SV1*HC:99213*150*UN*1***1~\nDTP*472*D8*20260801~\n");
        out.write("REF*6R*%08dL1~\n".formatted(claim));
      }
      out.write("SE*%d*0001~\nGE*1*7~\nIEA*1*000000001~\n".formatted(11 * CLAIMS + 6));
    }
    return file;
  }

  private static String head(String code, String guide) {
    return "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *260901*1200*^"
        + "*00501*000000001*0*T*:~\nGS*"
        + code
        + "*SENDER*RECEIVER*20260901*1200*7*X*"
        + guide
        + "~\n";
  }
}
