package org.allowable.cli;

import org.allowable.ingest.parquet.FilePlace;
import org.allowable.model.InputException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a folder of this machine, or the URI of one in a store. */
final class PlaceConverter implements ITypeConverter<FilePlace> {

  @Override
  public FilePlace convert(String text) {
    try {
      return FilePlace.of(text);
    } catch (InputException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
