import { type Choices, capitalized, NOUNS } from "../../choices/index.ts";
import { withArticle } from "../../phrasing/index.ts";

/** A number with a limit, wordings for the limit, and the consequences of keeping it. */
export interface Measure {
  /** The object with the number if it is a property: `file` in `file.size`. */
  readonly owner?: string;
  readonly name: string;
  readonly kind: "least" | "most";
  readonly limits: readonly number[];
  /** Wordings for the limit itself. `cases` are wordings for someone or something exactly at it. */
  readonly limit: (n: number) => string;
  readonly cases: (n: number) => readonly string[];
  /** Phrases after "should". */
  readonly passes: readonly string[];
  readonly fails: readonly string[];
  /** Functions that return whether a value passes. */
  readonly asks: readonly string[];
  readonly complaint: string;
  /** The value of a named limit as code, such as 5 MB in bytes. */
  readonly written?: (n: number) => string;
}

const plain = (n: number) => String(n);
const FINE = ["be fine", "be ok", "be allowed", "be accepted", "pass", "count", "work"];
const NOT = ["be rejected", "not be allowed", "not count", "not pass", "fail"];

const MEASURES: readonly Measure[] = [
  {
    owner: "user",
    name: "age",
    kind: "least",
    limits: [12, 14, 16, 18, 21, 65],
    limit: plain,
    cases: (n) => [
      `${n} year olds`,
      `${n}-year-olds`,
      `people who are exactly ${n}`,
      `someone who just turned ${n}`,
      `a person aged ${n}`,
    ],
    passes: ["be allowed", "get in", "be let in", "be able to join", "be accepted"],
    fails: ["be rejected", "not get in", "not be allowed"],
    asks: ["isOldEnough", "canJoin", "mayEnter", "isAllowed", "canVote"],
    complaint: "too young",
  },
  {
    owner: "file",
    name: "size",
    kind: "most",
    limits: [1, 2, 5, 10, 20, 25, 50, 100],
    limit: (n) => `${n} MB`,
    cases: (n) => [
      `a file of exactly ${n} MB`,
      `files of ${n} MB`,
      `a ${n} MB file`,
      `uploads of exactly ${n} MB`,
    ],
    passes: ["be fine", "be accepted", "be ok", "be allowed", "go through"],
    fails: ["be rejected", "be refused", "be too big", "not be allowed"],
    asks: ["fits", "canUpload", "isSmallEnough", "checkSize", "isUploadable"],
    complaint: "File is too large",
    written: (n) => `${n} * 1024 * 1024`,
  },
  {
    owner: "order",
    name: "total",
    kind: "least",
    limits: [20, 25, 30, 40, 50, 75, 100],
    limit: plain,
    cases: (n) => [`orders of exactly ${n}`, `an order of ${n}`, `a cart of exactly ${n} euros`],
    passes: ["ship for free", "get free shipping", "qualify", "be free of shipping"],
    fails: ["pay shipping", "not ship for free", "not qualify"],
    asks: ["shipsForFree", "hasFreeShipping", "qualifies", "isFree"],
    complaint: "no free shipping",
  },
  {
    owner: "password",
    name: "length",
    kind: "least",
    limits: [6, 8, 10, 12, 16],
    limit: (n) => `${n} characters`,
    cases: (n) => [
      `passwords of exactly ${n} characters`,
      `a password with ${n} characters`,
      `${n} characters`,
    ],
    passes: ["be enough", "be ok", "be accepted", "be long enough", "be valid"],
    fails: ["not be enough", "be too short", "be rejected"],
    asks: ["isLongEnough", "isStrong", "validatePassword", "isPasswordValid"],
    complaint: "Password is too short",
  },
  {
    owner: "title",
    name: "length",
    kind: "most",
    limits: [20, 40, 60, 80, 100, 140, 255],
    limit: (n) => `${n} characters`,
    cases: (n) => [`titles of exactly ${n} characters`, `a title with ${n} characters`, `${n} characters`],
    passes: ["be fine", "still fit", "be accepted", "be ok", "be allowed"],
    fails: ["be too long", "be rejected", "not fit"],
    asks: ["isShortEnough", "fits", "validateTitle", "isTitleValid"],
    complaint: "Title is too long",
  },
  {
    name: "score",
    owner: "exam",
    kind: "least",
    limits: [40, 50, 60, 70, 80, 90],
    limit: (n) => `${n} points`,
    cases: (n) => [`students with exactly ${n} points`, `${n} points`, `a score of ${n}`, `a ${n}`],
    passes: ["pass", "be enough", "be a pass", "be good enough"],
    fails: ["fail", "not be enough", "not pass"],
    asks: ["hasPassed", "passes", "isGoodEnough", "didPass"],
    complaint: "failed",
  },
  {
    name: "quantity",
    owner: "line",
    kind: "least",
    limits: [5, 10, 12, 20, 50, 100],
    limit: (n) => `${n} pieces`,
    cases: (n) => [`${n} pieces`, `buying exactly ${n}`, `orders of ${n} pieces`, `a line with ${n} items`],
    passes: ["get the discount", "be enough for the discount", "count as bulk", "qualify"],
    fails: ["pay the full price", "not get the discount", "not count as bulk"],
    asks: ["getsDiscount", "isBulk", "qualifiesForDiscount"],
    complaint: "no discount",
  },
  {
    name: "guests",
    owner: "booking",
    kind: "most",
    limits: [4, 6, 8, 10, 12],
    limit: (n) => `${n} people`,
    cases: (n) => [`groups of ${n}`, `a party of exactly ${n}`, `${n} people`, `a table for ${n}`],
    passes: ["be possible", "fit", "be ok", "be bookable", "be allowed"],
    fails: ["be too many", "not fit", "be refused"],
    asks: ["fitsTable", "canBook", "isBookable"],
    complaint: "too many guests",
  },
  {
    name: "distance",
    owner: "store",
    kind: "most",
    limits: [2, 5, 10, 15, 20, 50],
    limit: (n) => `${n} km`,
    cases: (n) => [
      `a store exactly ${n} km away`,
      `shops ${n} km away`,
      `exactly ${n} km`,
      `addresses at ${n} km`,
    ],
    passes: ["count as nearby", "be included", "be close enough", "show up"],
    fails: ["be too far", "not count as nearby", "be left out"],
    asks: ["isNearby", "isInRange", "isCloseEnough"],
    complaint: "too far away",
  },
  {
    name: "weight",
    owner: "parcel",
    kind: "most",
    limits: [2, 5, 10, 20, 23, 30],
    limit: (n) => `${n} kg`,
    cases: (n) => [
      `parcels of exactly ${n} kg`,
      `a bag that weighs ${n} kg`,
      `exactly ${n} kg`,
      `${n} kilos`,
    ],
    passes: ["be ok", "be accepted", "go through"],
    fails: ["be too heavy", "be rejected", "cost extra"],
    asks: ["isLightEnough", "canShip", "isAccepted"],
    complaint: "too heavy",
  },
  {
    name: "rating",
    owner: "movie",
    kind: "least",
    limits: [2, 3, 4, 7, 8],
    limit: plain,
    cases: (n) => [`movies rated exactly ${n}`, `a rating of ${n}`, `titles with ${n} stars`, `${n} stars`],
    passes: ["be shown", "be in the list", "count", "be recommended"],
    fails: ["not be shown", "be left out", "not count"],
    asks: ["isRecommended", "isGood", "isTopRated"],
    complaint: "rated too low",
  },
  {
    name: "temperature",
    owner: "reading",
    kind: "most",
    limits: [25, 30, 35, 40, 60, 80],
    limit: (n) => `${n} degrees`,
    cases: (n) => [`exactly ${n} degrees`, `${n} degrees`, `a reading of ${n}`],
    passes: ["be fine", "be normal", "still be ok"],
    fails: ["raise the alarm", "be too hot", "not be normal"],
    asks: ["isNormal", "isSafe", "isCoolEnough"],
    complaint: "too hot",
  },
  {
    name: "points",
    owner: "player",
    kind: "least",
    limits: [10, 21, 50, 100, 500, 1000],
    limit: (n) => `${n} points`,
    cases: (n) => [`players with exactly ${n} points`, `${n} points`, `reaching ${n} points`],
    passes: ["win", "be enough", "reach the next level", "count as won", "get the badge"],
    fails: ["not be enough", "not win", "not get the badge"],
    asks: ["hasWon", "hasBadge", "isWinner", "reachedGoal"],
    complaint: "not enough points",
  },
  {
    name: "width",
    owner: "screen",
    kind: "least",
    limits: [480, 640, 768, 1024, 1280],
    limit: (n) => `${n} px`,
    cases: (n) => [
      `a screen of exactly ${n} px`,
      `${n} px wide screens`,
      `exactly ${n}px`,
      `windows with ${n} px`,
    ],
    passes: ["get the desktop layout", "count as wide", "show the sidebar", "be wide enough"],
    fails: ["get the mobile layout", "not count as wide", "hide the sidebar"],
    asks: ["isWide", "isDesktop", "showsSidebar", "hasRoom"],
    complaint: "too narrow",
  },
  {
    name: "hours",
    owner: "shift",
    kind: "most",
    limits: [6, 8, 10, 12, 24, 48],
    limit: (n) => `${n} hours`,
    cases: (n) => [
      `exactly ${n} hours`,
      `a shift of ${n} hours`,
      `${n} hours`,
      `shifts of exactly ${n} hours`,
    ],
    passes: ["be ok", "be legal", "be allowed"],
    fails: ["be too long", "be overtime", "not be allowed"],
    asks: ["isLegal", "isAllowed", "isShiftValid"],
    complaint: "too many hours",
  },
  {
    name: "days",
    owner: "invoice",
    kind: "most",
    limits: [7, 10, 14, 30, 60, 90],
    limit: (n) => `${n} days`,
    cases: (n) => [`day ${n}`, `${n} days`, `something that is ${n} days old`],
    passes: ["still be on time", "be fine", "be ok", "still count"],
    fails: ["be late", "be overdue", "be too old", "not count any more"],
    asks: ["isOnTime", "isRecent", "canReturn", "isWithinPeriod"],
    complaint: "too late",
  },
  {
    name: "balance",
    owner: "account",
    kind: "least",
    limits: [0, 0, 1, 5, 10, 100],
    limit: plain,
    cases: (n) => [
      `a balance of ${n}`,
      `accounts with exactly ${n}`,
      `exactly ${n}`,
      `a balance of exactly ${n}`,
    ],
    passes: ["be fine", "be ok", "be enough", "be allowed"],
    fails: ["be rejected", "not be enough", "not be allowed"],
    asks: ["isCovered", "canPay", "isSolvent"],
    complaint: "not enough money",
  },
];

/** Returns a measure of no particular domain. */
function anyMeasure(choose: Choices): Measure {
  const name = choose.pick(
    NOUNS.filter(
      (one) =>
        one.length > 3 &&
        !/^(new|default|class|package|interface|function|enum|string|number|object)$/.test(one),
    ),
  );
  const owner = choose.chance(0.5)
    ? choose.pick(["item", "entry", "input", "request", "config", "row", "task"])
    : undefined;
  const unit = choose.pick(["", "", "", "%", " seconds", " items"]);
  return {
    ...(owner === undefined ? {} : { owner }),
    name,
    kind: choose.pick(["least", "most"]),
    limits: [choose.between(1, 20), choose.between(1, 20) * 5, choose.between(1, 10) * 100],
    limit: (n) => `${n}${unit}`,
    cases: (n) => [
      `${withArticle(name)} of exactly ${n}${unit}`,
      `${withArticle(name)} of ${n}${unit}`,
      `exactly ${n}${unit}`,
      `${n}${unit} itself`,
    ],
    passes: FINE,
    fails: NOT,
    asks: [`is${capitalized(name)}Valid`, `isValid`, `check${capitalized(name)}`, `isAccepted`],
    complaint: `invalid ${name}`,
  };
}

export function measureOf(choose: Choices): Measure {
  return choose.chance(0.7) ? choose.pick(MEASURES) : anyMeasure(choose);
}
