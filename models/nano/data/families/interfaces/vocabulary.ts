import type { Choices } from "../../choices/index.ts";

/** Fields of a state, by their initial value. */
const FIELDS: Readonly<Record<string, string>> = {
  "0": "count score page level attempts total step position retries clicks offset progress",
  "1": "page level step zoom speed round attempt",
  null: "user error selected timer current token session draft result socket target winner",
  "[]": "items errors history messages selection queue results players logs steps points rows",
  false: "open loading dirty paused editing visible active connected busy muted locked expanded",
  "{}": "filters values options answers counters labels touched headers",
  "new Set()": "seen visited selectedIds pending tags members",
  "new Map()": "cache handlers listeners sessions timers scores",
};

/** Returns distinct fields of a state with these initial values. */
export function fieldsFor<T extends string>(
  choose: Choices,
  initial: readonly T[],
): (readonly [string, T])[] {
  const taken = new Set<string>();
  return initial.flatMap((value) => {
    const free = (FIELDS[value] ?? "").split(" ").filter((one) => !taken.has(one));
    const name = choose.pickIfAny(free);
    if (name === undefined) return [];
    taken.add(name);
    return [[name, value] as const];
  });
}

/** Possible values of each kind. */
const MEMBERS: Readonly<Record<string, string>> = {
  status: "draft published archived pending failed active closed cancelled",
  state: "idle loading ready error paused closed done",
  mode: "view edit preview create compare print",
  role: "admin editor viewer guest owner moderator",
  level: "debug info warn error trace fatal",
  size: "small medium large tiny huge",
  theme: "light dark system sepia high-contrast",
  variant: "primary secondary outline ghost danger link",
  type: "text image video audio file link table",
  kind: "circle square line polygon arrow star",
  action: "create update delete archive restore copy",
  step: "address payment review done shipping confirm",
  method: "card paypal invoice cash transfer voucher",
  channel: "email sms push phone post",
  view: "day week month year agenda",
  align: "left center right justify",
  direction: "north south east west",
  priority: "low normal high urgent",
  unit: "second minute hour day week",
  category: "book music film game toy food",
};

/** Returns a kind and some of its values. */
export function someOfOneKind(choose: Choices, count: number): { kind: string; values: string[] } {
  const kind = choose.pick(Object.keys(MEMBERS));
  return { kind, values: choose.shuffle((MEMBERS[kind] ?? "").split(" ")).slice(0, count) };
}
