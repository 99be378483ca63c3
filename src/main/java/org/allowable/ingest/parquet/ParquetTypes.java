package org.allowable.ingest.parquet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.ListOf;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.ColumnType.Struct;
import org.allowable.model.TableColumn;
import org.apache.parquet.schema.ConversionPatterns;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/** Column types as Parquet files state them. */
final class ParquetTypes {

  // The name that Spark gives, which some readers show.
  private static final String ROOT = "spark_schema";
  private static final int INT_DIGITS = 9;
  private static final int LONG_DIGITS = 18;

  private ParquetTypes() {}

  /** The schema of a file with these columns. */
  static MessageType message(List<TableColumn> columns) {
    return new MessageType(ROOT, columns.stream().map(ParquetTypes::field).toList());
  }

  private static Type field(TableColumn column) {
    Repetition repetition = column.isRequired() ? Repetition.REQUIRED : Repetition.OPTIONAL;
    return type(column.type(), repetition, column.name());
  }

  private static Type type(ColumnType type, Repetition repetition, String name) {
    if (type instanceof ListOf list) {
      Type element = type(list.element(), Repetition.OPTIONAL, "element");
      return ConversionPatterns.listOfElements(repetition, name, element);
    }
    if (type instanceof Struct struct) {
      return new GroupType(
          repetition, name, struct.fields().stream().map(ParquetTypes::field).toList());
    }
    if (type instanceof Decimal decimal) {
      return decimal(decimal, repetition, name);
    }
    return switch ((Plain) type) {
      case STRING ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(name);
      case DATE ->
          Types.primitive(PrimitiveTypeName.INT32, repetition)
              .as(LogicalTypeAnnotation.dateType())
              .named(name);
      case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(name);
      case BIGINT -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(name);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(name);
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(name);
    };
  }

  private static Type decimal(Decimal decimal, Repetition repetition, String name) {
    if (decimal.precision() > LONG_DIGITS) {
      throw new IllegalArgumentException("No way to write a " + decimal);
    }
    PrimitiveTypeName stored =
        decimal.precision() <= INT_DIGITS ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64;
    return Types.primitive(stored, repetition)
        .as(LogicalTypeAnnotation.decimalType(decimal.scale(), decimal.precision()))
        .named(name);
  }

  /** The type of a file's column; empty where it is none that a table has. */
  static Optional<ColumnType> of(Type type) {
    if (type.isRepetition(Repetition.REPEATED)) {
      return Optional.empty();
    }
    return type.isPrimitive() ? primitive(type.asPrimitiveType()) : group(type.asGroupType());
  }

  private static Optional<ColumnType> primitive(PrimitiveType type) {
    LogicalTypeAnnotation meaning = type.getLogicalTypeAnnotation();
    if (meaning instanceof DecimalLogicalTypeAnnotation decimal) {
      return Optional.of(new Decimal(decimal.getPrecision(), decimal.getScale()));
    }
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> Optional.of(Plain.BOOLEAN);
      case DOUBLE -> Optional.of(Plain.DOUBLE);
      case INT32 ->
          meaning instanceof DateLogicalTypeAnnotation
              ? Optional.of(Plain.DATE)
              : isWhole(meaning) ? Optional.of(Plain.INT) : Optional.empty();
      case INT64 -> isWhole(meaning) ? Optional.of(Plain.BIGINT) : Optional.empty();
      case BINARY ->
          meaning instanceof StringLogicalTypeAnnotation
                  || meaning instanceof EnumLogicalTypeAnnotation
                  || meaning instanceof JsonLogicalTypeAnnotation
              ? Optional.of(Plain.STRING)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static boolean isWhole(LogicalTypeAnnotation meaning) {
    return meaning == null
        || (meaning instanceof IntLogicalTypeAnnotation whole && whole.isSigned());
  }

  private static Optional<ColumnType> group(GroupType type) {
    if (type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation) {
      return list(type);
    }
    if (type.getLogicalTypeAnnotation() != null) {
      return Optional.empty();
    }
    List<TableColumn> fields = new ArrayList<>();
    for (Type field : type.getFields()) {
      Optional<ColumnType> known = of(field);
      if (known.isEmpty()) {
        return Optional.empty();
      }
      fields.add(new TableColumn(field.getName(), known.get(), false));
    }
    return Optional.of(new Struct(List.copyOf(fields)));
  }

  // Three levels, as the format asks; what is written with two has no column of ours.
  private static Optional<ColumnType> list(GroupType type) {
    Type repeated = type.getType(0);
    boolean isOfThreeLevels =
        type.getFieldCount() == 1
            && !repeated.isPrimitive()
            && repeated.isRepetition(Repetition.REPEATED)
            && repeated.asGroupType().getFieldCount() == 1;
    return isOfThreeLevels
        ? of(repeated.asGroupType().getType(0)).map(ListOf::new)
        : Optional.empty();
  }

  /** A file's column in a word, for a complaint. */
  static String inWords(Type type) {
    Optional<ColumnType> known = of(type);
    if (known.isPresent()) {
      return known.get().toString();
    }
    if (!type.isPrimitive()) {
      return "a type that cannot be read";
    }
    PrimitiveTypeName stored = type.asPrimitiveType().getPrimitiveTypeName();
    boolean isTime =
        stored == PrimitiveTypeName.INT96
            || type.getLogicalTypeAnnotation() instanceof TimestampLogicalTypeAnnotation;
    return isTime ? "timestamp" : stored.name().toLowerCase(Locale.ROOT);
  }
}
