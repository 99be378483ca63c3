package org.allowable.ingest.price;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.allowable.ingest.csv.CsvRow;
import org.allowable.ingest.csv.CsvSheet;
import org.allowable.model.InputException;
import org.allowable.model.PracticeTables;
import org.jspecify.annotations.Nullable;

/** A CSV file of services to be priced, with a header line; columns may stand in any order. */
public final class PriceRequestFile {

  /** Columns that must be there; their cells may be empty. */
  public static final List<String> COLUMNS =
      List.of(
          "hcpcs_code",
          "hcpcs_modifier_1",
          "hcpcs_modifier_2",
          "hcpcs_modifier_3",
          "hcpcs_modifier_4",
          "place_of_service_code",
          "service_date",
          "carrier",
          "locality",
          "units",
          "charge_amount");

  /** The column that may be missing: qp or non_qp. */
  public static final String APM = "apm";

  /**
   * Columns that may be missing: whether the participation in an advanced payment model qualifies
   * (qp, non_qp); encounter, which rows of one patient, day and physician share, so that they rank
   * together; procedure_rank, for a row whose companions are not in the file; the credential of who
   * rendered it; participation (participating, non_participating); payment_system (physician, asc,
   * opps) and, for the last two, wage_index; zip_code of the place of service, for a row without
   * carrier and locality.
   */
  public static final List<String> OPTIONAL =
      List.of(
          APM,
          "encounter",
          "procedure_rank",
          "credential",
          "participation",
          "payment_system",
          "wage_index",
          "zip_code");

  private final Path file;

  /** A file, not looked at yet. */
  public PriceRequestFile(Path file) {
    this.file = file;
  }

  /**
   * Hands out the requests, each as a row of {@link PracticeTables#PRICE_REQUEST}.
   *
   * @throws InputException naming row and column of the first cell that cannot be read
   */
  public void forEach(Consumer<@Nullable Object[]> reader) {
    try (CsvSheet sheet = open()) {
      sheet.forEach(row -> reader.accept(request(row)));
    }
  }

  /**
   * The file as it stands, for echoing its cells beside the prices; further columns are the user's.
   *
   * @throws InputException if it is not UTF-8 text, then or while it is read
   */
  public CsvSheet open() {
    return CsvSheet.withOtherColumns(file, COLUMNS, OPTIONAL);
  }

  /** The number of a row's request: of the rows below the header, the blank ones counted. */
  public static long number(CsvRow row) {
    return row.number() - 1;
  }

  private static @Nullable Object[] request(CsvRow row) {
    return new @Nullable Object[] {
      number(row),
      row.code("hcpcs_code"),
      row.modifier("hcpcs_modifier_1"),
      row.modifier("hcpcs_modifier_2"),
      row.modifier("hcpcs_modifier_3"),
      row.modifier("hcpcs_modifier_4"),
      row.digits("place_of_service_code", 2),
      row.date("service_date"),
      row.digits("carrier", 5),
      row.digits("locality", 2),
      row.number("units", 3, 15),
      row.number("charge_amount", 2, 12),
      row.choice(APM, "qp", "non_qp"),
      row.text("encounter"),
      rank(row),
      row.text("credential"),
      row.choice("participation", "participating", "non_participating"),
      row.choice("payment_system", "physician", "asc", "opps"),
      row.number("wage_index", 4, 6),
      row.zip("zip_code")
    };
  }

  private static @Nullable Integer rank(CsvRow row) {
    BigDecimal number = row.number("procedure_rank", 0, 3);
    if (number != null && number.signum() <= 0) {
      throw row.wrong("procedure_rank", "a rank from 1", "something else");
    }
    return number == null ? null : number.intValueExact();
  }
}
