package org.allowable.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.allowable.model.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkMasterTest {

  @Test
  void several_masters_that_stand_in_for_each_other_are_all_known() {
    assertThat(SparkMaster.named("spark://one:7077,two:7078").addresses())
        .containsExactly("one:7077", "two:7078");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yarn", "k8s://https://cluster:6443", "local[4]", "spark://one", "one:7077"})
  void what_is_no_standalone_master_is_refused_with_the_way_to_the_others(String url) {
    assertThatThrownBy(() -> SparkMaster.named(url))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll("--master", "spark://HOST:PORT", "docs/cluster.md");
  }

  @Test
  void a_secret_in_the_address_is_not_repeated() {
    assertThatThrownBy(() -> SparkMaster.named("spark://user:secret@one:7077"))
        .isInstanceOf(InputException.class)
        .hasMessageNotContaining("secret");
  }
}
