package org.allowable.engine.spark;

import java.util.List;
import org.allowable.model.ColumnType;
import org.allowable.model.ColumnType.Decimal;
import org.allowable.model.ColumnType.ListOf;
import org.allowable.model.ColumnType.Plain;
import org.allowable.model.ColumnType.Struct;
import org.allowable.model.Table;
import org.allowable.model.TableColumn;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The types of a table's columns as Spark holds them. */
public final class SparkTypes {

  private SparkTypes() {}

  /** The columns of a table. */
  public static StructType of(Table table) {
    return of(table.columns());
  }

  private static StructType of(List<TableColumn> columns) {
    StructType schema = new StructType();
    for (TableColumn column : columns) {
      schema = schema.add(column.name(), of(column.type()), !column.isRequired());
    }
    return schema;
  }

  private static DataType of(ColumnType type) {
    if (type instanceof Decimal decimal) {
      return DataTypes.createDecimalType(decimal.precision(), decimal.scale());
    }
    if (type instanceof ListOf list) {
      return DataTypes.createArrayType(of(list.element()), true);
    }
    if (type instanceof Struct struct) {
      return of(struct.fields());
    }
    return switch ((Plain) type) {
      case STRING -> DataTypes.StringType;
      case INT -> DataTypes.IntegerType;
      case BIGINT -> DataTypes.LongType;
      case BOOLEAN -> DataTypes.BooleanType;
      case DATE -> DataTypes.DateType;
      case DOUBLE -> DataTypes.DoubleType;
    };
  }
}
