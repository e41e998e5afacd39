import { type Choices, capitalized } from "../../choices/index.ts";
import { composed } from "../family.ts";
import { chooseStyle, functionWriter } from "../made-up.ts";

/** Costs: [names of the function, the amount, its subject, the unit, results, limits]. */
const COSTS: readonly (readonly [
  readonly string[],
  string,
  readonly string[],
  string,
  readonly string[],
  readonly number[],
])[] = [
  [
    ["shippingCost", "shippingFee", "getShipping"],
    "subtotal",
    ["orders", "carts", "baskets"],
    "",
    ["ship for free", "have free shipping", "pay no shipping", "ship free"],
    [30, 49, 60, 75, 80, 100],
  ],
  [
    ["deliveryFee", "deliveryCost", "calcDelivery"],
    "total",
    ["orders", "purchases"],
    "",
    ["are delivered for free", "have free delivery"],
    [20, 25, 40, 100, 150],
  ],
  [
    ["deliveryFee", "travelCost"],
    "distance",
    ["distances", "trips", "ways"],
    " km",
    ["are free", "cost nothing"],
    [2, 3, 5, 10, 15],
  ],
  [
    ["ticketPrice", "admission", "entryFee"],
    "age",
    ["children", "kids"],
    "",
    ["are free", "pay nothing", "get in for free"],
    [3, 4, 6, 7, 12],
  ],
  [
    ["luggageFee", "baggageCost"],
    "weight",
    ["bags", "suitcases"],
    " kg",
    ["are free", "cost nothing"],
    [5, 7, 8, 10, 23],
  ],
  [
    ["parkingFee", "parkingCost"],
    "minutes",
    ["stays"],
    " minutes",
    ["are free", "cost nothing"],
    [10, 15, 20, 30, 60],
  ],
  [
    ["lateFee", "fine", "overdueCharge"],
    "days",
    ["delays"],
    " days",
    ["cost nothing", "are free of charge"],
    [2, 3, 5, 7, 14],
  ],
  [
    ["transferFee", "transactionFee"],
    "amount",
    ["transfers", "payments"],
    "",
    ["are free", "cost nothing", "have no fee"],
    [10, 50, 100, 500, 1000],
  ],
  [["setupFee", "seatFee"], "seats", ["teams"], " seats", ["pay no fee", "are free"], [3, 5, 10, 20, 25]],
  [
    ["storageCost", "overageFee"],
    "size",
    ["files", "uploads"],
    " MB",
    ["are free", "cost nothing"],
    [5, 10, 50, 100],
  ],
  [["callCost", "callFee"], "seconds", ["calls"], " seconds", ["are free", "cost nothing"], [5, 10, 30, 60]],
];

const ABOVE: readonly (readonly [string, string])[] = [
  [">=", "of #~ or more"],
  [">=", "from #~ on"],
  [">=", "of at least #~"],
  [">", "over #~"],
  [">", "above #~"],
  [">", "of more than #~"],
];

const BELOW: readonly (readonly [string, string])[] = [
  ["<", "under #~"],
  ["<", "below #~"],
  ["<", "of less than #~"],
  ["<=", "up to and including #~"],
  ["<=", "of #~ or less"],
  ["<=", "of at most #~"],
];

/** Returns lines that compute a cost. */
function costs(choose: Choices, amount: string, s: string): string[] {
  const base = choose.pick(["2.5", "4.9", "5", "10", "12", "0.5", "99"]);
  const per = choose.pick(["0.1", "1.2", "0.35", "2", "0.05", "3"]);
  const [a, b] = choose.pick([
    ["base", "perUnit"],
    ["fixed", "rate"],
    ["base", "rate"],
    ["start", "step"],
  ] as const);
  return choose.pick([
    [`const ${a} = ${base}${s}`, `const ${b} = ${per}${s}`, `return ${a} + ${b} * ${amount}${s}`],
    [`return ${base} + ${amount} * ${per}${s}`],
    [`const fee = ${amount} * ${per}${s}`, `return Math.max(fee, ${base})${s}`],
    [`const fee = ${base} + ${per} * ${amount}${s}`, `return Math.round(fee * 100) / 100${s}`],
    [`const ${b} = isExpress ? ${per} : ${base}${s}`, `return ${b} * ${amount}${s}`],
    [`return RATES.base + RATES.step * ${amount}${s}`],
  ]);
}

export const freeBeyond = composed(
  "free-beyond",
  {
    seen: [
      "={wordsMany} {wordsRange} {wordsFree}[ now|]",
      "={wordsMany} {wordsRange} should be free",
      "return 0 for {wordsMany} {wordsRange}",
      "=it's 0 [for|with] {wordsMany} {wordsRange}",
      "={wordsMany} {wordsRange} must not cost anything",
      "=no fee for {wordsMany} {wordsRange}",
      "charge nothing for {wordsMany} {wordsRange}",
    ],
    unseen: ["nobody is charged for {wordsMany} {wordsRange}", "{wordsMany} {wordsRange} are on the house"],
    weight: 1.3,
  },
  (choose) => {
    // By convention, one line at the top of the function.
    const h = chooseStyle(choose);
    const { s } = h;
    const [fns, name, many, unit, free, limits] = choose.pick(COSTS);
    const isBelow =
      name === "age" ||
      (unit !== "" && name !== "seats") ||
      (name === "amount" && choose.chance(0.7)) ||
      (name === "seats" && choose.chance(0.5));
    const [operator, range] = choose.pick(isBelow ? BELOW : ABOVE);
    const limit = choose.pick(limits);
    const body = costs(choose, name, s);
    const others = [
      ...(body.join(" ").includes("isExpress") ? ["isExpress"] : []),
      ...(choose.chance(0.25) ? [choose.pick(["country", "zone", "plan", "currency"])] : []),
    ];
    const isTyped = choose.chance(0.5);
    const given = [name, ...others]
      .map((one) =>
        isTyped ? `${one}: ${one === name ? "number" : one === "isExpress" ? "boolean" : "string"}` : one,
      )
      .join(", ");
    const write = functionWriter(choose, h, choose.pick(fns), given);
    const test = `${operator} ${limit}`;
    return {
      before: write(body),
      after: write([`if (${name} ${test}) return 0${s}`, ...body]),
      slots: {
        wordsMany: choose.pick(many),
        wordsRange: range.replace("#", String(limit)).replace("~", unit),
        wordsFree: choose.pick(free),
      },
      language: isTyped ? "ts" : "js",
    };
  },
);

/** Flags that the code computes but does not use: [end of the flag's name, adjective, test]. */
const STATES: readonly (readonly [string, string, (one: string) => string])[] = [
  ["isExpired", "expired", (one) => `${one}.expiresAt < new Date()`],
  ["isExpired", "expired", (one) => `${one}.validUntil < Date.now()`],
  ["isCancelled", "cancelled", (one) => `${one}.status === "cancelled"`],
  ["isRefunded", "refunded", (one) => `${one}.refundedAt !== null`],
  ["isDraft", "draft", (one) => `${one}.status === "draft"`],
  ["isArchived", "archived", (one) => `Boolean(${one}.archivedAt)`],
  ["isInternal", "internal", (one) => `${one}.type === "internal"`],
  ["isTrial", "trial", (one) => `${one}.plan === "trial"`],
  ["isBlocked", "blocked", (one) => `${one}.blockedUntil > Date.now()`],
  ["isEmpty", "empty", (one) => `${one}.items.length === 0`],
  ["isFree", "free", (one) => `${one}.price === 0`],
  ["isTest", "test", (one) => `${one}.source === "test"`],
  ["isDisabled", "disabled", (one) => `!${one}.enabled`],
  ["isPaused", "paused", (one) => `${one}.state === "paused"`],
  ["isSuspended", "suspended", (one) => `${one}.suspendedAt != null`],
];

const OUTCOMES: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    "discount",
    "0",
    ["are worth nothing", "give no discount", "are worth 0"],
    ["Math.round(amount * #.percent / 100)", "Math.min(#.value, amount)"],
  ],
  [
    "price",
    "0",
    ["cost nothing", "should be free", "should cost 0"],
    ["#.price * #.quantity", "#.base + #.extras"],
  ],
  [
    "points",
    "0",
    ["get no points", "count 0", "get 0 points", "give no points"],
    ["#.amount * 2", "Math.floor(#.total / 10)"],
  ],
  [
    "fee",
    "0",
    ["have no fee", "pay no fee", "pay nothing"],
    ["#.amount * RATE", "Math.max(MIN_FEE, #.total * 0.02)"],
  ],
  ["commission", "0", ["earn no commission", "earn nothing"], ["#.amount * 0.15", "#.total * rate"]],
  [
    "score",
    "0",
    ["score 0", "should have a score of 0", "get a score of 0"],
    ["#.votes * WEIGHT", "#.likes + #.shares * 3"],
  ],
  [
    "quota",
    "0",
    ["have no quota", "should have a quota of 0"],
    ["#.seats * PER_SEAT", "Math.min(#.limit, MAX)"],
  ],
  [
    "tags",
    "[]",
    ["have no tags", "should get an empty list"],
    ["#.labels.map(toTag)", "[...#.tags, #.category]"],
  ],
  [
    "actions",
    "[]",
    ["have no actions", "should get an empty list", "offer no actions"],
    ["ACTIONS.filter((action) => action.allows(#))", "actionsOf(#)"],
  ],
  [
    "label",
    '""',
    ["have no label", "should get an empty string"],
    ["`${#.code} (${#.name})`", "#.name.toUpperCase()"],
  ],
];

export const stateDecides = composed(
  "state-decides",
  {
    seen: [
      "={wordsState} {wordsMany} {wordsOutcome}",
      "={flag} is never used, {wordsState} {wordsMany} {wordsOutcome}",
      "return {wordsValue} for {wordsState} {wordsMany}",
      "=should return {wordsValue} if {flag}",
      "return {wordsValue} early when {flag}",
      "=when [it's|the {wordsOne} is] {wordsState} [return|it should return|give back] {wordsValue}",
    ],
    unseen: [
      "{wordsValue} is what {wordsState} {wordsMany} ought to come to",
      "with {flag} the answer is {wordsValue}",
    ],
    weight: 1.3,
  },
  (choose) => {
    // By convention, one line directly after the constant.
    const h = chooseStyle(choose);
    const { s, q } = h;
    const one = choose.pick([
      "coupon",
      "order",
      "invoice",
      "account",
      "member",
      "voucher",
      "ticket",
      "post",
      "booking",
      "item",
      "user",
      "license",
      "project",
      "payment",
      "plan",
      "offer",
      "event",
      "device",
    ]);
    const many = /s$/.test(one) ? one : `${one}s`;
    const [flag, state, test] = choose.pick(STATES);
    const [what, value, outcomes, forms] = choose.pick(OUTCOMES);
    const result = choose.pick(forms).replaceAll("#", one);
    const more = [
      ...(/\bamount\b/.test(result.replaceAll(/\.amount/g, "")) ? ["amount"] : []),
      ...(/\brate\b/.test(result) ? ["rate"] : []),
    ];
    const given = [one, ...more];
    const isTyped = choose.chance(0.5);
    const list = isTyped ? [`${one}: ${capitalized(one)}`, ...more.map((name) => `${name}: number`)] : given;
    const head = `const ${flag} = ${test(one).replaceAll('"', q)}${s}`;
    const between = choose.chance(0.3)
      ? [`${choose.pick(["console.log", "log.debug", "track"])}(${one}.id)${s}`]
      : [];
    const shape = choose.below(3);
    const tail =
      shape === 0
        ? [`if (!${one}.owner) {`, `${h.i}throw new Error(${q}no owner${q})${s}`, "}", `return ${result}${s}`]
        : shape === 1
          ? [`const ${what} = ${result}${s}`, `return ${what}${s}`]
          : [`return ${result}${s}`];
    const write = functionWriter(
      choose,
      h,
      choose.pick([`${what}For`, `${what}Of`, `get${capitalized(what)}`, `calc${capitalized(what)}`]),
      list.join(", "),
    );
    const written = value === '""' ? q + q : value;
    return {
      before: write([...between, head, ...tail]),
      after: write([...between, head, `if (${flag}) return ${written}${s}`, ...tail]),
      slots: {
        wordsState: state,
        wordsMany: many,
        wordsOne: one,
        wordsOutcome: choose.pick(outcomes),
        flag,
        wordsValue:
          value === "[]" ? choose.pick(["[]", "an empty array"]) : value === '""' ? "an empty string" : value,
      },
      language: isTyped ? "ts" : "js",
    };
  },
);
