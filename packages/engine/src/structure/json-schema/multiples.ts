import { Automaton, type AutomatonLimits, Terms } from "../automaton/index.ts";
import { CharSet } from "../grammar/index.ts";
import { Untranslatable } from "../structure-error.ts";
import { integersBetween, numbersBetween } from "./number-range.ts";
import { type Bound, isWhole, type Shape } from "./shape.ts";

/** Most residues to distinguish: each takes rules in the grammar. */
const MOST_RESIDUES = 1_000;
/**
 * The largest number within the 15 digits that JavaScript represents exactly: larger multiples may be rounded there.
 */
const LARGEST: Bound = { value: 999_999_999_999_999, exclusive: false };

/** The number that others must be multiples of: `units` with the point moved `digits` to the left. */
interface Step {
  readonly units: bigint;
  readonly digits: number;
}

/** Whether a shape asks for multiples of anything but 1, which is written as an integer instead. */
export function hasMultiples({ multiples = [] }: Shape): boolean {
  return multiples.some((multiple) => multiple !== 1);
}

/** Whether a number is a multiple of each of these. */
export function isMultiple(value: number, multiples: readonly number[]): boolean {
  const number = stepOf(Math.abs(value));
  return multiples.every((multiple) => {
    const step = stepOf(multiple);
    const digits = Math.max(number.digits, step.digits);
    return unitsOf(number, digits) % unitsOf(step, digits) === 0n;
  });
}

/**
 * Returns the numbers within a shape's limits that are multiples of all its `multiples`, written without an exponent.
 * Throws {@link Untranslatable} if their common multiple is too large.
 */
export function multiplesWithin(
  shape: Shape,
  type: "integer" | "number",
  limits: AutomatonLimits,
): Automaton {
  const whole = type === "integer" || isWhole(shape);
  const step = commonStep([...(shape.multiples ?? []), ...(whole ? [1] : [])]);
  const range = inRange(shape);
  const numbers = whole ? integersBetween(range) : numbersBetween(range);
  const terms = new Terms((steps) => limits.spend(steps));
  return multiplesOf(step, limits).intersect(Automaton.of(terms.of(numbers), terms, limits));
}

/** Without a limit, the range of exact numbers applies. */
function inRange({ minimum, maximum }: Shape) {
  const isLarge = ({ value }: Bound) => Math.abs(value) >= LARGEST.value;
  return {
    minimum: minimum ?? (maximum && isLarge(maximum) ? undefined : { ...LARGEST, value: -LARGEST.value }),
    maximum: maximum ?? (minimum && isLarge(minimum) ? undefined : LARGEST),
  };
}

/** Returns the least common multiple. Throws {@link Untranslatable} if it is too large. */
function commonStep(multiples: readonly number[]): Step {
  const steps = multiples.map(stepOf);
  const digits = Math.max(0, ...steps.map((step) => step.digits));
  let units = 1n;
  for (const step of steps) {
    units = leastCommonMultiple(units, unitsOf(step, digits));
    if (units <= MOST_RESIDUES) continue;
    throw new Untranslatable(
      `multiples of ${numberOf({ units, digits })} are too large: up to ${MOST_RESIDUES} units of the last digit are ` +
        "supported; let the number count these units, or list the numbers in an `enum`",
    );
  }
  return { units, digits };
}

/** Returns a number in units of 10^-`digits`. */
function unitsOf(number: Step, digits: number): bigint {
  return number.units * 10n ** BigInt(digits - number.digits);
}

/** Returns the exact decimal representation of a positive number. */
function stepOf(value: number): Step {
  const [figures = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = figures.split(".");
  const digits = fraction.length - Number(exponent);
  const units = BigInt(whole + fraction);
  return digits >= 0 ? { units, digits } : { units: units * 10n ** BigInt(-digits), digits: 0 };
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}

/** Progress in reading a number: its residue so far, and the count of digits after the point; -1 before the point. */
interface Place {
  readonly residue: number;
  readonly behindPoint: number;
}

/**
 * Returns an automaton for multiples, as digits with optional signs and point. It is intersected with other rules,
 * which constrain the format.
 */
function multiplesOf(step: Step, limits: AutomatonLimits): Automaton {
  const divisor = Number(step.units);
  const isDone = ({ residue, behindPoint }: Place) => {
    const left = step.digits - Math.max(0, behindPoint);
    return left <= 0 ? residue === 0 : (residue * 10 ** Math.min(left, MOST_LEFT)) % divisor === 0;
  };
  const afterDigit = ({ residue, behindPoint }: Place, digit: number): Place | null => {
    if (behindPoint === step.digits) return digit === 0 && residue === 0 ? { residue, behindPoint } : null;
    return {
      residue: (residue * 10 + digit) % divisor,
      behindPoint: behindPoint < 0 ? behindPoint : behindPoint + 1,
    };
  };
  const all = Automaton.fromWalk<Place>(
    { residue: 0, behindPoint: -1 },
    {
      key: ({ residue, behindPoint }) => residue + (behindPoint + 1) * divisor,
      accepts: isDone,
      next: (place) => {
        const digits = DIGIT_SETS.flatMap((set, digit) => {
          const to = afterDigit(place, digit);
          return to ? [{ set, to }] : [];
        });
        const point = place.behindPoint < 0 ? [{ set: POINT, to: { ...place, behindPoint: 0 } }] : [];
        const isAtStart = place.behindPoint < 0 && place.residue === 0;
        return isAtStart ? [...digits, ...point, { set: MINUS, to: place }] : [...digits, ...point];
      },
    },
    limits,
  );
  return all.minimal();
}

/**
 * Most pending zeros to multiply by. More make no difference: no divisor up to 1,000 has more than nine factors 2.
 */
const MOST_LEFT = 12;
const DIGIT_SETS = Array.from({ length: 10 }, (_, digit) => CharSet.of(0x30 + digit));
const POINT = CharSet.in(".");
const MINUS = CharSet.in("-");

function numberOf({ units, digits }: Step): string {
  const figures = units.toString().padStart(digits + 1, "0");
  return digits === 0 ? figures : `${figures.slice(0, -digits)}.${figures.slice(-digits)}`;
}
