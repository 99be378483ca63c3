package org.allowable.ingest.x12;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between the delimiters of a segment. */
class ElementsTest {

  private static final Delimiters DELIMITERS = new Delimiters('*', ':', '^', '~');

  @ParameterizedTest
  @CsvSource({"a*b*c,3", "a**c,3", "a*b*,2", "a*b* *:: ,2", "'',0", "***,0", " a ,1"})
  void empty_elements_at_the_end_are_left_out(String text, int size) {
    assertThat(elements(text).size()).isEqualTo(size);
  }

  @Test
  void blanks_about_a_text_are_no_part_of_it() {
    assertThat(elements(" a b \t* ").text(1)).isEqualTo("a b");
  }

  @Test
  void an_element_that_was_not_sent_is_null() {
    assertThat(elements("a**c").text(2)).isNull();
  }

  @Test
  void a_component_is_found_by_its_place() {
    assertThat(elements("x*HC:99213::25").component(2, 4)).isEqualTo("25");
  }

  @Test
  void an_element_that_is_not_composite_is_its_first_component() {
    assertThat(elements("HC:1*two").component(2, 1)).isEqualTo("two");
  }

  @Test
  void empty_components_at_the_end_are_left_out_of_the_text() {
    assertThat(elements("a: b ::").text(1)).isEqualTo("a:b");
  }

  @Test
  void what_is_repeated_stays_beside_the_first() {
    assertThat(elements("a:b^c").text(1)).isEqualTo("a^c:b");
  }

  @Test
  void bytes_that_are_utf_8_are_read_so() {
    assertThat(elements("Jos\u00e9*b").text(1)).isEqualTo("Jos\u00e9");
  }

  @Test
  void bytes_that_are_no_utf_8_are_latin_1() {
    assertThat(elements("Jos\u00e9*b", StandardCharsets.ISO_8859_1).text(1)).isEqualTo("Jos\u00e9");
  }

  @ParameterizedTest
  @CsvSource({"1.5,150", "-.25,-25", "007,700", "5.,500", "12345678901234.5,1234567890123450"})
  void a_plain_number_is_read_in_its_smallest_decimals(String text, long unscaled) {
    assertThat(elements(text).unscaled(1, 2)).isEqualTo(unscaled);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "-", "1.234", "1,5", "+1", " 1", "1:2", "1^2", "123456789012345678"})
  void what_is_no_plain_number_is_left_to_its_text(String text) {
    assertThat(elements(text).unscaled(1, 2)).isEqualTo(Elements.NOT_PLAIN);
  }

  @Test
  void a_code_is_compared_without_the_blanks_about_it() {
    assertThat(elements("a* 82 ").is(2, "82")).isTrue();
  }

  @Test
  void a_text_that_begins_with_a_code_is_another() {
    assertThat(elements("823").is(1, "82")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"a*b,a * b", "a:b,a: b :", "a::b,a : : b"})
  void what_differs_in_blanks_and_empty_ends_is_the_same_content(String one, String other) {
    assertThat(hash(elements(one))).isEqualTo(hash(elements(other)));
  }

  @ParameterizedTest
  @CsvSource({"a*b,a:b", "a:b,a::b", "a*b,ab", "a:b,ab"})
  void what_differs_in_a_delimiter_is_other_content(String one, String other) {
    assertThat(hash(elements(one))).isNotEqualTo(hash(elements(other)));
  }

  private static String hash(Elements elements) {
    ContentHash hash = new ContentHash();
    for (int i = 1; i <= elements.size(); i++) {
      hash.add((byte) '*');
      elements.addTo(hash, i, (byte) ':');
    }
    return Hashes.identity(hash);
  }

  private static Elements elements(String text) {
    return elements(text, StandardCharsets.UTF_8);
  }

  private static Elements elements(String text, Charset charset) {
    byte[] bytes = text.getBytes(charset);
    return Elements.of(bytes, 0, bytes.length, DELIMITERS);
  }
}
