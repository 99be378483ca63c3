package org.allowable.ingest.x12;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a transaction in order, as bytes: one transaction may have millions, and only of
 * one that is held is the list ever read. Until then it can be set aside.
 */
final class ClaimList {

  private static final byte[] NONE = {};
  private static final int FIRST = 32;
  // What is shorter takes no more room than the note where it is.
  private static final int FEWEST_ASIDE = 64;
  private static final int MOST_SHORT = 0x7F;

  // Those that are not empty, counted from 1; none where nobody names one.
  private @Nullable Map<String, Integer> payerNumbers;
  private byte[] bytes = NONE;
  private @Nullable SetAside aside;
  private long place;
  private int length;
  private int size;

  /**
   * Adds a claim.
   *
   * @param id CLP01 or CLM01
   * @param payer SBR01 of its subscriber; else empty
   */
  void add(String id, String payer) {
    int number = payer.isEmpty() ? 0 : payerNumber(payer);
    byte[] text = id.getBytes(StandardCharsets.UTF_8);
    addNumber(number);
    addNumber(text.length);
    makeRoom(text.length);
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    size++;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** How many, each as often as it came. */
  int size() {
    return size;
  }

  /** Their numbers, each as often as it came. */
  List<String> ids() throws IOException {
    List<String> ids = new ArrayList<>(size);
    forEach((id, payer) -> ids.add(id));
    return ids;
  }

  /** Each claim once, with the payer that it came with last. */
  Map<String, String> payers() throws IOException {
    Map<String, String> payers = new LinkedHashMap<>();
    forEach(payers::put);
    return payers;
  }

  /** Takes no more memory, until it is asked again. No more is added. */
  void setAside(SetAside to) throws IOException {
    if (length < FEWEST_ASIDE) {
      bytes = Arrays.copyOf(bytes, length);
      return;
    }
    place = to.add(bytes, length);
    aside = to;
    bytes = NONE;
  }

  private int payerNumber(String payer) {
    Map<String, Integer> numbers = payerNumbers == null ? new LinkedHashMap<>() : payerNumbers;
    payerNumbers = numbers;
    return numbers.computeIfAbsent(payer, none -> numbers.size() + 1);
  }

  private void forEach(BiConsumer<String, String> consumer) throws IOException {
    SetAside from = aside;
    byte[] all = from == null ? bytes : from.read(place, length);
    List<String> payers = new ArrayList<>(List.of(""));
    if (payerNumbers != null) {
      payers.addAll(payerNumbers.keySet());
    }
    int[] at = {0};
    while (at[0] < length) {
      String payer = payers.get(number(all, at));
      int count = number(all, at);
      consumer.accept(new String(all, at[0], count, StandardCharsets.UTF_8), payer);
      at[0] += count;
    }
  }

  // Seven bits a byte, the lowest first.
  private void addNumber(int number) {
    makeRoom(Integer.BYTES + 1);
    int left = number;
    while (left > MOST_SHORT) {
      bytes[length++] = (byte) (left | MOST_SHORT + 1);
      left >>>= 7;
    }
    bytes[length++] = (byte) left;
  }

  private static int number(byte[] all, int[] at) {
    int number = 0;
    int shift = 0;
    byte next;
    do {
      next = all[at[0]++];
      number |= (next & MOST_SHORT) << shift;
      shift += 7;
    } while (next < 0);
    return number;
  }

  private void makeRoom(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(FIRST, length + length / 2 + count));
    }
  }
}
