package org.allowable.ingest.x12;

import java.util.Arrays;

/**
 * A set of claims, each known by 64 bits of a hash: eight bytes a claim, however many there are.
 */
final class ClaimHashes {

  private static final long[] NONE = {};
  private static final int FIRST = 4;

  private long[] hashes = NONE;
  private int size;
  private boolean isSorted = true;

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

  /** Whether one is there. */
  boolean contains(long hash) {
    sort();
    return Arrays.binarySearch(hashes, 0, size, hash) >= 0;
  }

  /** Whether both have a claim in common. */
  boolean meets(ClaimHashes other) {
    sort();
    other.sort();
    int i = 0;
    int j = 0;
    while (i < size && j < other.size) {
      if (hashes[i] == other.hashes[j]) {
        return true;
      }
      if (hashes[i] < other.hashes[j]) {
        i++;
      } else {
        j++;
      }
    }
    return false;
  }

  /** Whether both have the same claims. */
  boolean isSame(ClaimHashes other) {
    sort();
    other.sort();
    return Arrays.equals(hashes, 0, size, other.hashes, 0, other.size);
  }

  /** Takes no more room than it needs. */
  void trim() {
    sort();
    if (size < hashes.length) {
      hashes = Arrays.copyOf(hashes, size);
    }
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
