package org.allowable.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.allowable.ingest.csv.CsvRow;
import org.allowable.ingest.price.PriceRequestFile;
import org.allowable.model.Rows;
import org.jspecify.annotations.Nullable;

/**
 * Each request's own cells with what each of its prices adds, paired by the number of the request.
 * Every request has a price under some scenario.
 */
final class PricedRequests implements Iterator<@Nullable Object[]> {

  private final Iterator<CsvRow> requests;
  private final Iterator<@Nullable Object[]> prices;
  private final int number;
  private final int added;
  private @Nullable CsvRow request;

  /**
   * Pairs requests with prices.
   *
   * @param requests in the order of the file
   * @param prices rows of mart_priced_request, by request number
   * @param added how many of a price's columns, its last ones, are wanted
   */
  PricedRequests(Iterator<CsvRow> requests, Rows prices, int added) {
    this.requests = requests;
    this.prices = prices.iterator().get();
    this.number = prices.columns().indexOf("request_number");
    this.added = added;
  }

  @Override
  public boolean hasNext() {
    if (prices.hasNext()) {
      return true;
    }
    if (requests.hasNext()) {
      throw unpriced(requests.next());
    }
    return false;
  }

  @Override
  public @Nullable Object[] next() {
    if (!prices.hasNext()) {
      throw new NoSuchElementException();
    }
    @Nullable Object[] price = prices.next();
    CsvRow asked = request(((Number) java.util.Objects.requireNonNull(price[number])).longValue());
    List<@Nullable Object> row = new ArrayList<>(asked.cells());
    row.addAll(Arrays.asList(price).subList(price.length - added, price.length));
    return row.toArray();
  }

  private CsvRow request(long wanted) {
    CsvRow now = request;
    while (now == null || PriceRequestFile.number(now) < wanted) {
      now = requests.next();
      if (PriceRequestFile.number(now) < wanted) {
        throw unpriced(now);
      }
    }
    if (PriceRequestFile.number(now) > wanted) {
      throw new IllegalStateException("Prices are not in the order of their requests");
    }
    request = now;
    return now;
  }

  // A request that nothing was said of has fallen out on the way.
  private static IllegalStateException unpriced(CsvRow passed) {
    return new IllegalStateException(
        "Request " + PriceRequestFile.number(passed) + " has no price");
  }
}
