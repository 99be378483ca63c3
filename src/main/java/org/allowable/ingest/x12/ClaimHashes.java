package org.allowable.ingest.x12;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A set of claims, each known by 64 bits: half of them of its number, half of whatever else tells
 * it from another. Eight bytes a claim, and none while it is set aside.
 */
final class ClaimHashes {

  private static final long[] NONE = {};
  private static final int FIRST = 4;
  // What is smaller takes no more room than the note where it is.
  private static final int FEWEST_ASIDE = 8;

  private long[] hashes = NONE;
  private int size;
  private boolean isSorted = true;
  private @Nullable SetAside aside;
  private long place;

  /**
   * The 64 bits of a claim.
   *
   * @param id of its number
   * @param rest of what else tells it from another
   */
  static long hash(long id, long rest) {
    return (id & (-1L << Integer.SIZE)) | (rest >>> Integer.SIZE);
  }

  /** Adds one; nothing where it is there. */
  void add(long hash) {
    if (size == hashes.length) {
      // Those that came more than once leave room.
      sort();
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, Math.max(FIRST, size + size / 2));
    }
    hashes[size++] = hash;
    isSorted = false;
  }

  /**
   * Whether a claim of a number is there.
   *
   * @param ids of the numbers
   */
  boolean containsAll(long[] ids) throws IOException {
    long[] all = sorted();
    return Arrays.stream(ids)
        .allMatch(
            id -> {
              long first = hash(id, 0);
              int found = Arrays.binarySearch(all, first);
              int at = found < 0 ? -found - 1 : found;
              return at < all.length && hash(all[at], 0) == first;
            });
  }

  /** Whether both have a claim in common. */
  boolean meets(ClaimHashes other) throws IOException {
    long[] one = sorted();
    long[] two = other.sorted();
    int i = 0;
    int j = 0;
    while (i < one.length && j < two.length) {
      if (one[i] == two[j]) {
        return true;
      }
      if (one[i] < two[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  /** Whether both have the same claims. */
  boolean isSame(ClaimHashes other) throws IOException {
    return Arrays.equals(sorted(), other.sorted());
  }

  /** Takes no more memory, until it is asked again. No more is added. */
  void setAside(SetAside to) throws IOException {
    sort();
    if (size < FEWEST_ASIDE) {
      hashes = Arrays.copyOf(hashes, size);
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(size * Long.BYTES);
    bytes.asLongBuffer().put(hashes, 0, size);
    place = to.add(bytes.array(), bytes.capacity());
    aside = to;
    hashes = NONE;
  }

  private long[] sorted() throws IOException {
    SetAside from = aside;
    if (from == null) {
      sort();
      return size == hashes.length ? hashes : Arrays.copyOf(hashes, size);
    }
    long[] read = new long[size];
    ByteBuffer.wrap(from.read(place, size * Long.BYTES)).asLongBuffer().get(read);
    return read;
  }

  private void sort() {
    if (isSorted) {
      return;
    }
    Arrays.sort(hashes, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (i == 0 || hashes[i] != hashes[i - 1]) {
        hashes[kept++] = hashes[i];
      }
    }
    size = kept;
    isSorted = true;
  }
}
