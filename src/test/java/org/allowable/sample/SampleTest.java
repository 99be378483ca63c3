package org.allowable.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.allowable.model.Progress;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void runs() throws IOException {
    Path out = Path.of("target/trial");
    Path reference = SampleReference.write(Path.of("target/trial-reference"));
    Sample.write(
        new SampleRequest(20000, 1, out, 24, YearMonth.of(2026, 10), null, reference, true),
        Progress.SILENT);
    assertThat(out).exists();
  }
}
