package org.allowable.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What kind of value a column, figure or chart shows, and so how it looks. The same kind looks the
 * same in a sheet, in a sentence ({@link #display}) and on a chart ({@link #brief}).
 */
public enum Format {
  /** Words: one line, left. */
  TEXT("General", 22),
  /** Sentences that wrap within their column. */
  LONG_TEXT("General", 60),
  /** An identifier or code: text even where it is all digits, so that leading zeros stay. */
  CODE("@", 12),
  /** A day. */
  DATE("yyyy-mm-dd", 12),
  /** A month: a {@link YearMonth} or any day in it. */
  MONTH("mmm yyyy", 11),
  /** US dollars to the cent; red with a minus below zero. */
  MONEY("$#,##0.00;[Red]-$#,##0.00", 15),
  /** US dollars to the cent for one of something, which do not add up: paid for one RVU. */
  PRICE("$#,##0.00;[Red]-$#,##0.00", 13),
  /** US dollars without cents, for headlines. */
  DOLLARS("$#,##0;[Red]-$#,##0", 14),
  /** A whole number of things. */
  COUNT("#,##0;[Red]-#,##0", 11),
  /** Units, which may be parts of one. */
  QUANTITY("#,##0.0;[Red]-#,##0.0", 11),
  /** A rate of 0..1, shown in percent. */
  RATE("0.0%;[Red]-0.0%", 11),
  /** A ratio shown in whole percent, such as an allowed amount as a share of Medicare's. */
  PERCENT("0%;[Red]-0%", 11),
  /** Relative value units. */
  RVU("#,##0.00;[Red]-#,##0.00", 12),
  /** Geographic practice cost indices. */
  GPCI("0.000", 10),
  /** US dollars per relative value unit. */
  FACTOR("$0.0000", 11),
  /** A multiple of something, such as of Medicare's allowed amount. */
  MULTIPLE("0.00\"x\"", 11);

  private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.US);
  private static final DateTimeFormatter MONTH_NAME =
      DateTimeFormatter.ofPattern("MMM yyyy", Locale.US);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private final String excelFormat;
  private final int widthCharacters;

  Format(String excelFormat, int widthCharacters) {
    this.excelFormat = excelFormat;
    this.widthCharacters = widthCharacters;
  }

  /** The number format of a cell, in Excel's notation. */
  public String excelFormat() {
    return excelFormat;
  }

  /** A column width that fits most values, in characters. */
  public int widthCharacters() {
    return widthCharacters;
  }

  /** Whether values are numbers or days, which line up on the right. */
  public boolean isRightAligned() {
    return this != TEXT && this != LONG_TEXT && this != CODE && this != DATE && this != MONTH;
  }

  /** Whether values of this kind may be added: dollars may, rates may not. */
  public boolean isAdditive() {
    return switch (this) {
      case MONEY, DOLLARS, COUNT, QUANTITY, RVU -> true;
      default -> false;
    };
  }

  /**
   * A value as it stands in a sentence, such as "−$1,234.50" or "12.5%".
   *
   * @param value a cell value; null gives "not known"
   */
  public String display(@Nullable Object value) {
    if (value == null) {
      return "not known";
    }
    if (value instanceof Number number) {
      return number(new BigDecimal(number.toString()));
    }
    if (value instanceof LocalDate date) {
      return this == MONTH ? date.format(MONTH_NAME) : date.toString();
    }
    if (value instanceof YearMonth month) {
      return month.format(MONTH_NAME);
    }
    if (value instanceof Boolean flag) {
      return flag ? "Yes" : "No";
    }
    if (value instanceof ComputedValue computed) {
      return display(computed.value());
    }
    if (value instanceof Faint faint) {
      return display(faint.value());
    }
    return value instanceof Link link ? display(link.value()) : value.toString();
  }

  /**
   * A number as short as a chart needs it: "$12.3k", "−$450", "12.5%".
   *
   * @param value the number; a rate is 0..1
   */
  public String brief(BigDecimal value) {
    if (this == RATE) {
      return signed(value, pattern("#,##0.#", value.abs().movePointRight(2)) + "%");
    }
    if (!isAdditive()) {
      return number(value);
    }
    BigDecimal size = value.abs();
    String digits;
    if (size.compareTo(MILLION) >= 0) {
      digits = pattern("#,##0.0#", size.movePointLeft(6)) + "M";
    } else if (size.compareTo(TEN_THOUSAND) >= 0) {
      digits = pattern("#,##0.0", size.movePointLeft(3)) + "k";
    } else if (isMoney() && size.compareTo(BigDecimal.TEN) < 0 && !isWhole(size)) {
      digits = pattern("0.00", size);
    } else {
      digits = pattern(this == RVU || this == QUANTITY ? "#,##0.#" : "#,##0", size);
    }
    return signed(value, isMoney() ? "$" + digits : digits);
  }

  private static boolean isWhole(BigDecimal size) {
    return size.stripTrailingZeros().scale() <= 0;
  }

  private boolean isMoney() {
    return this == MONEY || this == DOLLARS;
  }

  private String number(BigDecimal value) {
    BigDecimal size = value.abs();
    String digits =
        switch (this) {
          case MONEY, PRICE -> pattern("$#,##0.00", size);
          case DOLLARS -> pattern("$#,##0", size);
          case COUNT -> pattern("#,##0", size);
          case QUANTITY -> pattern("#,##0.#", size);
          case RATE -> pattern("#,##0.0", size.movePointRight(2)) + "%";
          case PERCENT -> pattern("#,##0", size.movePointRight(2)) + "%";
          case RVU -> pattern("#,##0.00", size);
          case MULTIPLE -> pattern("0.00", size) + "x";
          default -> size.toPlainString();
        };
    return signed(value, digits);
  }

  // U+2212: a hyphen is too short to be seen before a dollar sign.
  private static String signed(BigDecimal value, String digits) {
    boolean isNothing = digits.chars().noneMatch(c -> c >= '1' && c <= '9');
    return value.signum() < 0 && !isNothing ? "\u2212" + digits : digits;
  }

  /**
   * A change as it stands in a sentence, with its sign: "+$1,234.50", "−2.0%".
   *
   * @param value the change; nothing goes before a zero
   */
  public String displayChange(BigDecimal value) {
    return plus(value, display(value));
  }

  /**
   * A number on an axis, in the words of the largest on it: "$5k" beside "$25k".
   *
   * @param value the number
   * @param largest the number of the axis that is farthest from zero
   */
  public String tick(BigDecimal value, BigDecimal largest) {
    BigDecimal size = largest.abs();
    if (!isAdditive() || size.compareTo(TEN_THOUSAND) < 0 || value.signum() == 0) {
      return brief(value);
    }
    boolean isMillions = size.compareTo(MILLION) >= 0;
    String digits =
        pattern("#,##0.##", value.abs().movePointLeft(isMillions ? 6 : 3))
            + (isMillions ? "M" : "k");
    return signed(value, isMoney() ? "$" + digits : digits);
  }

  /**
   * The number format of an Excel chart whose numbers are as short as those of {@link #brief} or,
   * on an axis, of {@link #tick}.
   *
   * @param largest the number that is farthest from zero
   * @param isSigned whether some are below zero
   * @param isTick whether they stand on an axis
   */
  public String excelBrief(BigDecimal largest, boolean isSigned, boolean isTick) {
    if (!isAdditive()) {
      return switch (this) {
        case RATE -> isTick ? "0%" : "0.0%";
        case PERCENT -> "0%";
        case PRICE -> "$#,##0.00";
        default -> excelFormat;
      };
    }
    String unit = isMoney() ? "$" : "";
    String whole = unit + "#,##0";
    BigDecimal size = largest.abs();
    boolean isMillions = size.compareTo(MILLION) >= 0;
    if (size.compareTo(TEN_THOUSAND) < 0) {
      return isSigned ? whole + ";-" + whole : whole;
    }
    String brief =
        unit
            + (isTick ? (isMillions ? "#,##0.0" : "#,##0") : isMillions ? "#,##0.0#" : "#,##0.0")
            + (isMillions ? ",,\"M\"" : ",\"k\"");
    if (isSigned) {
      return brief + ";-" + brief;
    }
    // Conditions and signs at once are read in more than one way.
    return isTick || isMillions ? brief : "[>=10000]" + brief + ";" + whole;
  }

  /** A change as short as a chart needs it: "+$12.3k". */
  public String briefChange(BigDecimal value) {
    return plus(value, brief(value));
  }

  private static String plus(BigDecimal value, String words) {
    boolean isSomething = words.chars().anyMatch(c -> c >= '1' && c <= '9');
    return value.signum() > 0 && isSomething ? "+" + words : words;
  }

  private static String pattern(String pattern, BigDecimal size) {
    DecimalFormat format = new DecimalFormat(pattern, SYMBOLS);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(size);
  }
}
