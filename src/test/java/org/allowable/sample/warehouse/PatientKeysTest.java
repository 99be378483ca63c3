package org.allowable.sample.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.allowable.config.Practice.Payer;
import org.allowable.config.Practice.PayerClass;
import org.allowable.config.Practice.Site;
import org.allowable.sample.practice.Patient;
import org.allowable.sample.practice.SamplePractice.CastPayer;
import org.allowable.sample.practice.SamplePractice.CastSite;
import org.allowable.sample.practice.ServiceCatalog;
import org.junit.jupiter.api.Test;

class PatientKeysTest {

  private static Patient patient() {
    Payer payer = new Payer("P", PayerClass.OTHER, List.of(), List.of(), List.of());
    Site site = new Site("S", null, List.of("11"), "12402", "01");
    return new Patient(
        1,
        "Elm",
        "Iris",
        LocalDate.of(1950, 2, 3),
        "F",
        "M1",
        new CastPayer(0, payer, 1, "P", "P", "12", true, List.of()),
        null,
        false,
        0,
        new CastSite(0, site, "11", true),
        ServiceCatalog.Plan.JOINT);
  }

  @Test
  void a_key_is_the_keyed_hash_of_name_and_birth_date() throws GeneralSecurityException {
    PatientKeys keys = new PatientKeys(5);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(HexFormat.of().parseHex(keys.keyText()), "HmacSHA256"));
    byte[] hash = mac.doFinal("patient:ELM|IRIS|19500203".getBytes(StandardCharsets.UTF_8));
    assertThat(keys.of(patient())).isEqualTo(HexFormat.of().formatHex(hash).substring(0, 32));
  }

  @Test
  void another_seed_gives_another_key() {
    assertThat(new PatientKeys(5).of(patient())).isNotEqualTo(new PatientKeys(6).of(patient()));
  }
}
