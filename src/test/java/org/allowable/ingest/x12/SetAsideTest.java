package org.allowable.ingest.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is set aside comes back as it was, from memory or from the file. */
class SetAsideTest {

  private static final int BUFFER = 64 * 1024;

  @TempDir private Path folder;

  @Test
  void pieces_of_all_sizes_come_back_at_any_time() throws IOException {
    Random random = new Random(1);
    List<byte[]> pieces = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    try (SetAside aside = new SetAside(folder)) {
      for (int i = 0; i < 200; i++) {
        byte[] piece = new byte[random.nextInt(i % 20 == 0 ? 3 * BUFFER : 2_000)];
        random.nextBytes(piece);
        pieces.add(piece);
        places.add(aside.add(piece, piece.length));
        int asked = random.nextInt(pieces.size());
        assertThat(aside.read(places.get(asked), pieces.get(asked).length))
            .isEqualTo(pieces.get(asked));
        assertThat(aside.read(places.get(i), piece.length)).isEqualTo(piece);
      }
    }
  }

  @Test
  void what_fits_in_memory_makes_no_file() throws IOException {
    try (SetAside aside = new SetAside(folder.resolve("not there"))) {
      aside.add(new byte[BUFFER], BUFFER);
      assertThatThrownBy(() -> aside.add(new byte[1], 1)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void the_file_is_gone_at_the_end() throws IOException {
    try (SetAside aside = new SetAside(folder)) {
      aside.add(new byte[BUFFER + 1], BUFFER + 1);
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  // A slow and obvious set beside it.
  @Test
  void claims_that_are_set_aside_are_compared_as_those_in_memory() throws IOException {
    Random random = new Random(2);
    for (int i = 0; i < 300; i++) {
      int most = i % 3 == 0 ? 4 : 40;
      Set<Long> one = claims(random, most);
      Set<Long> other = i % 5 == 0 ? new HashSet<>(one) : claims(random, most);
      long[] asked = {random.nextInt(20) << 1, random.nextInt(20) << 1};
      try (SetAside aside = new SetAside(folder)) {
        ClaimHashes first = hashes(one);
        ClaimHashes second = hashes(other);
        first.setAside(aside);
        if (i % 2 == 0) {
          second.setAside(aside);
        }
        assertThat(first.isSame(second)).isEqualTo(one.equals(other));
        assertThat(second.meets(first)).isEqualTo(one.stream().anyMatch(other::contains));
        assertThat(first.containsAll(Arrays.stream(asked).map(id -> id << Integer.SIZE).toArray()))
            .isEqualTo(
                Arrays.stream(asked)
                    .allMatch(id -> one.stream().anyMatch(claim -> claim >> Integer.SIZE == id)));
      }
    }
  }

  // Numbers below and above zero, each with one of two second halves.
  private static Set<Long> claims(Random random, int most) {
    Set<Long> claims = new HashSet<>();
    for (int count = random.nextInt(most); count > 0; count--) {
      long id = random.nextInt(40) - 10L;
      claims.add(ClaimHashes.hash(id << Integer.SIZE, (long) random.nextInt(2) << Integer.SIZE));
    }
    return claims;
  }

  private static ClaimHashes hashes(Set<Long> claims) {
    ClaimHashes hashes = new ClaimHashes();
    claims.forEach(hashes::add);
    claims.forEach(hashes::add);
    return hashes;
  }
}
