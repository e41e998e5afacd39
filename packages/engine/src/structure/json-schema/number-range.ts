import {
  CharSet,
  character,
  choice,
  DIGITS,
  EMPTY,
  type Expression,
  NOTHING,
  optional,
  repeat,
  sequence,
  text,
} from "../grammar/index.ts";
import { Untranslatable } from "../structure-error.ts";
import type { Bound } from "./shape.ts";

/** Most digits before and after the point for numbers without limits. */
const DIGIT_LIMIT = 21;

interface Limits {
  readonly minimum?: Bound | undefined;
  readonly maximum?: Bound | undefined;
}

/** Drops limits beyond any number that is written without an exponent, such as those of floating point itself. */
function withoutUnreachable({ minimum, maximum }: Limits): Limits {
  const most = 10 ** MAX_INTEGER_DIGITS;
  return {
    minimum: minimum && minimum.value <= -most ? undefined : minimum,
    maximum: maximum && maximum.value >= most ? undefined : maximum,
  };
}

/** Returns the integers between two limits, exactly. */
export function integersBetween(limits: Limits): Expression {
  const { minimum, maximum } = withoutUnreachable(limits);
  const low = minimum && wholeBound(minimum, 1n);
  const high = maximum && wholeBound(maximum, -1n);
  const positive = high === undefined || high >= 0n ? wholes(largest(low ?? 0n, 0n), high) : NOTHING;
  if (low !== undefined && low >= 0n) return positive;
  const nearest = high === undefined || high >= 0n ? 1n : -high;
  return choice(positive, sequence(text("-"), wholes(nearest, low === undefined ? undefined : -low)));
}

function wholeBound({ value, exclusive }: Bound, inwards: 1n | -1n): bigint {
  const rounded = inwards === 1n ? Math.ceil(value) : Math.floor(value);
  return BigInt(rounded) + (exclusive && rounded === value ? inwards : 0n);
}

function largest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}

/** Returns integers from 0 on, with one pattern for each number of digits. */
function wholes(low: bigint, high: bigint | undefined): Expression {
  if (high !== undefined && high < low) return NOTHING;
  const options: Expression[] = [];
  const shortest = low.toString().length;
  const longest = high?.toString().length ?? shortest;
  if (longest > MAX_INTEGER_DIGITS) {
    throw new Untranslatable(`a limit of more than ${MAX_INTEGER_DIGITS} digits`);
  }
  for (let length = shortest; length <= longest; length++) {
    const first = length === 1 ? 0n : 10n ** BigInt(length - 1);
    const last = 10n ** BigInt(length) - 1n;
    const from = largest(low, first);
    const to = high !== undefined && high < last ? high : last;
    options.push(sameLength(from.toString(), to.toString()));
  }
  if (high === undefined) {
    const most = Math.max(DIGIT_LIMIT, shortest + 1);
    options.push(sequence(digits(1, 9), repeat(character(DIGITS), shortest, most - 1)));
  }
  return choice(...options);
}

const MAX_INTEGER_DIGITS = 40;
const MAX_FRACTION_DIGITS = 60;

function sameLength(low: string, high: string): Expression {
  if (low === "") return EMPTY;
  const rest = low.length - 1;
  if (/^0*$/.test(low) && /^9*$/.test(high)) return repeat(character(DIGITS), low.length, low.length);
  const [first, last] = [Number(low[0]), Number(high[0])];
  if (first === last) return sequence(digits(first, last), sameLength(low.slice(1), high.slice(1)));
  const startsLow = !/^0*$/.test(low.slice(1));
  const endsHigh = !/^9*$/.test(high.slice(1));
  const options: Expression[] = [];
  if (startsLow) options.push(sequence(digits(first, first), sameLength(low.slice(1), "9".repeat(rest))));
  const middle = digits(startsLow ? first + 1 : first, endsHigh ? last - 1 : last);
  options.push(sequence(middle, repeat(character(DIGITS), rest, rest)));
  if (endsHigh) options.push(sequence(digits(last, last), sameLength("0".repeat(rest), high.slice(1))));
  return choice(...options);
}

function digits(first: number, last: number): Expression {
  return last < first ? NOTHING : character(CharSet.of([0x30 + first, 0x30 + last]));
}

/** Returns the numbers between two limits, exactly, written without an exponent. */
export function numbersBetween(limits: Limits): Expression {
  const { minimum, maximum } = withoutUnreachable(limits);
  const low = minimum && decimal(minimum);
  const high = maximum && decimal(maximum);
  const options: Expression[] = [];
  if (!high?.negative) options.push(decimals(low && !low.negative ? low : ZERO, high));
  if (!low || low.negative) {
    // `-0` is zero as well.
    const nearest = high?.negative || (high?.exclusive && isZero(high)) ? high : ZERO;
    options.push(sequence(text("-"), decimals(nearest, low)));
  }
  return choice(...options);
}

/** The absolute value of a limit. */
interface Decimal {
  readonly negative: boolean;
  readonly whole: bigint;
  /** Digits after the point, without trailing zeros. */
  readonly fraction: string;
  readonly exclusive: boolean;
}

function isZero({ whole, fraction }: Decimal): boolean {
  return whole === 0n && fraction === "";
}

const ZERO: Decimal = { negative: false, whole: 0n, fraction: "", exclusive: false };

function decimal({ value, exclusive }: Bound): Decimal {
  const size = Math.abs(value);
  const [whole = "0", fraction = ""] = Number.isInteger(size) ? [BigInt(size).toString()] : digitsOf(size);
  if (fraction.length > MAX_FRACTION_DIGITS) {
    throw new Untranslatable(
      `the limit ${value}: it has more than ${MAX_FRACTION_DIGITS} digits after the point`,
    );
  }
  return { negative: value < 0, whole: BigInt(whole), fraction: fraction.replace(/0+$/, ""), exclusive };
}

/** Returns the digits before and after the point of a non-integer: JavaScript writes small ones with an exponent. */
function digitsOf(size: number): string[] {
  const [digits = "", exponent = "0"] = String(size).split("e-");
  if (exponent === "0") return digits.split(".");
  return ["0", "0".repeat(Number(exponent) - 1) + digits.replace(".", "")];
}

/** Returns the non-negative numbers between two limits, given by absolute value. */
function decimals(low: Decimal, high: Decimal | undefined): Expression {
  const lower: Digits = { digits: low.fraction, exclusive: low.exclusive };
  const upper: Digits | null = high ? { digits: high.fraction, exclusive: high.exclusive } : null;
  if (high && high.whole < low.whole) return NOTHING;
  if (high && high.whole === low.whole) return sequence(text(low.whole.toString()), fraction(lower, upper));
  const options = [
    sequence(text(low.whole.toString()), fraction(lower, null)),
    sequence(wholes(low.whole + 1n, high && high.whole - 1n), fraction(null, null)),
  ];
  if (high) options.push(sequence(text(high.whole.toString()), fraction(null, upper)));
  return choice(...options);
}

/** The remaining digits of a limit to compare with. */
interface Digits {
  readonly digits: string;
  readonly exclusive: boolean;
}

/** Returns an optional or required fraction: a point and digits. */
function fraction(low: Digits | null, high: Digits | null): Expression {
  const digits = sequence(text("."), moreDigits(low, high));
  return mayEnd(low, high) ? optional(digits) : digits;
}

/** Whether the number may end here, as if only zeros followed. */
function mayEnd(low: Digits | null, high: Digits | null): boolean {
  const isLowEnough = high === null || high.digits !== "" || !high.exclusive;
  return isLowEnough && (low === null || (low.digits === "" && !low.exclusive));
}

/** Returns at least one digit. */
function moreDigits(low: Digits | null, high: Digits | null): Expression {
  const any = character(DIGITS);
  if (low?.digits === "" && !low.exclusive) return moreDigits(null, high);
  if (low === null && high === null) return repeat(any, 1, DIGIT_LIMIT);
  if (high?.digits === "") {
    return low === null && !high.exclusive ? repeat(text("0"), 1, DIGIT_LIMIT) : NOTHING;
  }
  if (low?.digits === "" && high === null) {
    return sequence(repeat(text("0"), 0, DIGIT_LIMIT), digits(1, 9), repeat(any, 0, DIGIT_LIMIT));
  }
  const first = low ? Number(low.digits[0] ?? "0") : 0;
  const last = high ? Number(high.digits[0]) : 9;
  if (last < first) return NOTHING;
  const further = (from: Digits | null, to: Digits | null): Expression => {
    const more = moreDigits(from && behindFirst(from), to && behindFirst(to));
    return mayEnd(from && behindFirst(from), to && behindFirst(to)) ? optional(more) : more;
  };
  if (first === last) return sequence(digits(first, last), further(low, high));
  const start = low ? first + 1 : first;
  const end = high ? last - 1 : last;
  return choice(
    low ? sequence(digits(first, first), further(low, null)) : NOTHING,
    sequence(digits(start, end), repeat(any, 0, DIGIT_LIMIT)),
    high ? sequence(digits(last, last), further(null, high)) : NOTHING,
  );
}

function behindFirst({ digits, exclusive }: Digits): Digits {
  return { digits: digits.slice(1), exclusive };
}
