package org.allowable.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.allowable.ingest.csv.CsvSheet;
import org.allowable.model.Rows;
import org.allowable.model.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests and prices meet by the request's number, whatever is between them. */
class PricedRequestsTest {

  private static final Table PRICES =
      Table.of("prices", "request_number", "request_number bigint, price string");

  @TempDir private Path folder = Path.of("");

  private List<String> paired(String requests, Object[]... prices) throws IOException {
    Path file = Files.writeString(folder.resolve("requests.csv"), "name,note\n" + requests);
    try (CsvSheet sheet = CsvSheet.withOtherColumns(file, List.of("name"), List.of())) {
      Rows rows = Rows.of(PRICES, List.of(prices));
      List<String> paired = new ArrayList<>();
      for (PricedRequests i = new PricedRequests(sheet.iterator(), rows, 1); i.hasNext(); ) {
        @Nullable Object[] row = i.next();
        paired.add(row[0] + "=" + row[row.length - 1]);
      }
      return paired;
    }
  }

  private static Object[] price(long number, String price) {
    return new Object[] {number, price};
  }

  @Test
  void a_request_stands_beside_each_of_its_prices() throws IOException {
    assertThat(paired("a,x\nb,x\n", price(1, "10"), price(1, "11"), price(2, "20")))
        .containsExactly("a=10", "a=11", "b=20");
  }

  @Test
  void requests_may_have_unlike_numbers_of_prices() throws IOException {
    assertThat(paired("a,x\nb,x\n", price(1, "10"), price(2, "20"), price(2, "21")))
        .containsExactly("a=10", "b=20", "b=21");
  }

  @Test
  void a_blank_row_takes_no_price() throws IOException {
    assertThat(paired("a,x\n,\nb,x\n", price(1, "10"), price(3, "30")))
        .containsExactly("a=10", "b=30");
  }

  @Test
  void a_request_without_a_price_is_a_fault() {
    assertThatThrownBy(() -> paired("a,x\nb,x\nc,x\n", price(1, "10"), price(3, "30")))
        .hasMessageContaining("Request 2 has no price");
    assertThatThrownBy(() -> paired("a,x\nb,x\n", price(1, "10")))
        .hasMessageContaining("Request 2 has no price");
  }

  @Test
  void prices_out_of_order_are_a_fault() {
    assertThatThrownBy(() -> paired("a,x\nb,x\n", price(2, "20"), price(1, "10")))
        .isInstanceOf(IllegalStateException.class);
  }
}
