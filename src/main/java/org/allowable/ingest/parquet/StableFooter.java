package org.allowable.ingest.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * The footer of a Parquet file, with its sets in a fixed order: the writer lists the encodings of a
 * column as a hash set has them, which differs from process to process.
 */
final class StableFooter {

  // The file ends in the footer, its length in four bytes, and PAR1.
  private static final int END_BYTES = 8;

  private StableFooter() {}

  /** Writes the footer of a finished file again. */
  static void write(Path file) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer end = read(channel, channel.size() - END_BYTES, END_BYTES);
      long start = channel.size() - END_BYTES - end.getInt(0);
      FileMetaData footer = footer(channel, start);
      for (RowGroup group : footer.getRow_groups()) {
        for (ColumnChunk column : group.getColumns()) {
          column.getMeta_data().getEncodings().sort(null);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Util.writeFileMetaData(footer, bytes);
      end.putInt(0, bytes.size());
      channel.truncate(start).position(start);
      writeAll(channel, ByteBuffer.wrap(bytes.toByteArray()));
      writeAll(channel, end);
    }
  }

  private static FileMetaData footer(FileChannel channel, long start) throws IOException {
    channel.position(start);
    // Not closed: the channel is still needed.
    InputStream in = Channels.newInputStream(channel);
    return Util.readFileMetaData(in);
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
      // Until it is full.
    }
    return buffer.flip();
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }
}
