package org.allowable.ingest.parquet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.jspecify.annotations.Nullable;

/**
 * Hadoop's local files, with their permissions set in this process: Hadoop starts a {@code chmod}
 * for each file and folder, which for the small tables of a run takes longer than to compute them.
 *
 * <p>Written files have no checksum file beside them; a Parquet page carries its own.
 */
public final class PrivateLocalFileSystem extends LocalFileSystem {

  private static final int PERMISSION_BITS = 0777;

  /** Called by Hadoop, by name. */
  public PrivateLocalFileSystem() {
    super(new InProcess());
  }

  @Override
  public void initialize(java.net.URI name, Configuration settings) throws IOException {
    super.initialize(name, settings);
    setWriteChecksum(false);
  }

  private static final class InProcess extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      @Nullable PosixFileAttributeView view =
          Files.getFileAttributeView(pathToFile(path).toPath(), PosixFileAttributeView.class);
      if (view == null) {
        super.setPermission(path, permission);
        return;
      }
      FsPermission bits = new FsPermission((short) (permission.toShort() & PERMISSION_BITS));
      view.setPermissions(PosixFilePermissions.fromString(bits.toString()));
    }
  }
}
