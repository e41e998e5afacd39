import { sketched } from "./sketch.ts";

/** What people ask of totals, charts, stocks, dates and places. */
export const DATA_FIGURES = [
  sketched("part-left-out-of-total", {
    seen: [
      "=the {wordsExtra} is [missing|not included] in the {wordsTotal}",
      "=the {wordsTotal} is too low, the {wordsExtra} isn't [in it|included]",
      "=[we forgot|i forgot|somebody forgot] the {wordsExtra} in the {wordsTotal}",
      "=the {wordsTotal} [should|must|has to] include the {wordsExtra}",
      "add the {wordsExtra} to the {wordsTotal}",
      "include the {wordsExtra} in the {wordsTotal}",
      "=[customers|people] [don't|never] pay the {wordsExtra}",
      "=can the {wordsTotal} [also|please|] include the {wordsExtra}?",
      "=the {wordsExtra} [doesn't count|is shown but doesn't count]",
      "=why isn't the {wordsExtra} in the {wordsTotal}?",
      "={wordsTotal} must be with {wordsExtra}",
    ],
    unseen: [
      "=the sum at the bottom ignores the {wordsExtra}",
      "charge the {wordsExtra} as well in the {wordsTotal}",
    ],
    vars: {
      extra: [
        "tax",
        "shipping",
        "fee",
        "tip",
        "deposit",
        "surcharge",
        "packaging",
        "vat",
        "insurance",
        "postage",
      ],
      total: ["total", "sum", "amountDue", "grandTotal", "price", "toPay"],
    },
    code: [
      `
      ƒ summarize(‹thing›: ‹Thing›) {
        const subtotal = sumOf(‹thing›.lines);
        const ‹extra› = ‹extra›For(‹thing›);
        return {
          subtotal,
          ‹extra›,
          ‹total›: subtotal⟦→ + ‹extra›⟧,
        };
      ƒ}
      `,
      `
      ƒ ‹thing›Summary({ net, ‹extra›, customer }: ‹Thing›) {
        const ‹total› = net⟦→ + ‹extra›⟧;
        return ´€{customer}: €{net.toFixed(2)}, ‹extra:words› €{‹extra›.toFixed(2)}, €{‹total›.toFixed(2)}´;
      ƒ}
      `,
      `
      export class ‹Thing›Calculator {
        constructor(private readonly lines: Line[], private readonly ‹extra›: number) {}

        get subtotal() {
          return this.lines.reduce((sum, line) => sum + line.price * line.quantity, 0);
        }

        get ‹total›() {
          return this.subtotal⟦→ + this.‹extra›⟧;
        }
      }
      `,
    ],
  }),
  sketched("does-not-count-when-in-that-state", {
    seen: [
      "={state} {wordsThings} [shouldn't|should not|must not] count",
      "=the [total|sum] includes {state} {wordsThings}",
      "leave [out the {state} {wordsThings}|the {state} {wordsThings} out]",
      "=[total|sum] is too high, the {state} ones are [in it|counted] [too|as well]",
      "don't count {state} {wordsThings}",
      "ignore {state} {wordsThings}",
      "=without the {state} ones [please|pls]",
      "=can we leave out the {state} {wordsThings}?",
      "=why do {state} {wordsThings} count?",
      "=only {wordsThings} that aren't {state} should [count|be summed]",
      "=the {state} ones don't belong in the [sum|total]",
    ],
    unseen: ["=a {wordsThing} that is {state} still adds to the figure", "skip whatever has status {state}"],
    vars: {
      state: [
        "cancelled",
        "deleted",
        "draft",
        "refunded",
        "archived",
        "rejected",
        "void",
        "expired",
        "failed",
      ],
      amount: ["total", "amount", "price", "hours", "net", "quantity"],
    },
    code: [
      `
      ƒ total‹Things›(‹things›: ‹Thing›[]) {
        const open = ‹things›.filter((‹thing›) => ‹thing›.status === "open").length;
        «console.debug|logger.debug»(´€{open} of €{‹things›.length} ‹things:words› open´);
        return ‹things›
          ⟦→.filter((‹thing›) => ‹thing›.status !== "‹state›")⟧
          .reduce((sum, ‹thing›) => sum + ‹thing›.‹amount›, 0);
      ƒ}
      `,
      `
      ƒ revenue(‹things›: ‹Thing›[], from: Date) {
        let sum = 0;
        for (const ‹thing› of ‹things›) {
          if (‹thing›.date < from || ‹thing›.status === "new") continue;
          ⟦→if (‹thing›.status === "‹state›") continue;⟧
          sum += ‹thing›.‹amount›;
        }
        return sum;
      ƒ}
      `,
      `
      const latest = ‹things›.filter((‹thing›) => ‹thing›.status === "«new|open»");
      const sum = ‹things›
        ⟦→.filter((‹thing›) => ‹thing›.status !== "‹state›")⟧
        .map((‹thing›) => ‹thing›.‹amount›)
        .reduce((a, b) => a + b, 0);
      show({ latest, sum });
      `,
    ],
  }),
  sketched("figure-with-so-many-decimals", {
    seen: [
      "=it [shows|says|prints] {textLong}, one decimal [is enough|would do|please]",
      "=the {wordsField} [has|comes with] far too many [digits|decimals], one is enough",
      "[show|give] the {wordsField} with one decimal",
      "=one decimal [for|is enough for] the {wordsField}",
      "=can the {wordsField} have [just|only] one decimal?",
      "=the {wordsField} should [have|show|come with] one decimal",
      "=[nobody needs|who needs] that many digits in the {wordsField}, one decimal",
      "=the {wordsField} [looks|is] ugly: {textLong}. one decimal please",
      "cut the {wordsField} to one decimal",
      "=the {wordsField} is {textLong}, should be one digit after the point",
    ],
    unseen: [
      "=a figure like {textLong} breaks the layout, a tenth is precise enough for the {wordsField}",
      "print the {wordsField} to the first place after the point",
    ],
    vars: {
      field: [
        "rating",
        "average",
        "score",
        "distance",
        "temperature",
        "weight",
        "hours",
        "speed",
        "duration",
        "mean",
      ],
      long: ["4.333333333", "12.66666667", "3.1428571", "0.30000000000000004"],
    },
    code: [
      `
      ƒ ‹thing›Summary(‹thing›: ‹Thing›) {
        const ‹field› = ‹thing›.sum / ‹thing›.count;
        ‹fill›
        return ´€{‹thing›.name}: €{‹field›⟦→.toFixed(1)⟧} (€{‹thing›.count})´;
      ƒ}
      `,
      `
      export function ‹Thing›Card({ ‹thing› }) {
        return (
          <div className="card">
            <h3>{‹thing›.title}</h3>
            <span className="‹field:kebab›">{‹thing›.‹field›⟦→.toFixed(1)⟧}</span>
            <span className="count">{‹thing›.count}</span>
          </div>
        );
      }
      `,
      `
      const lines = ‹things›.map((‹thing›) => [‹thing›.name, ‹thing›.count, ‹thing›.‹field›⟦→.toFixed(1)⟧]);
      printTable(["‹Thing:Words›", "Count", "‹field:Words›"], lines);
      `,
    ],
  }),
  sketched("thousands-are-parted", {
    seen: [
      "=1000000 is hard to read, [1,000,000|with separators] please",
      "=the {wordsField} [needs|could do with|should have] thousands separators",
      "[show|write] the {wordsField} with thousands separators",
      "=big numbers [are unreadable|are hard to read] in the {wordsField}",
      "=can the {wordsField} have [thousands separators|commas between the thousands]?",
      "=the {wordsField} should [look like|be] 12,500 and not 12500",
      "format the {wordsField} [by the locale|for the user's locale|as people write numbers]",
      "=the {wordsField} should be grouped [by|in] thousands",
      "=toLocaleString for the {wordsField} [please|pls]",
      "=[i have to|everyone has to|you have to] count the zeros in the {wordsField}",
    ],
    unseen: [
      "=is that ten thousand or a hundred thousand {wordsField}, one can't tell at a glance",
      "group the digits of the {wordsField}",
    ],
    vars: {
      field: [
        "views",
        "population",
        "downloads",
        "visitors",
        "followers",
        "users",
        "budget",
        "steps",
        "points",
        "sales",
      ],
    },
    code: [
      `
      ƒ describe(‹thing›: ‹Thing›) {
        ‹fill›
        return ´€{‹thing›.name} has €{‹thing›.‹field›⟦→.toLocaleString()⟧} ‹field:words›´;
      ƒ}
      `,
      `
      const Tile = ({ name, year, ‹field› }: TileProps) => (
        <div className="tile">
          <b>{name}</b> ({year})
          <span>{‹field›⟦→.toLocaleString()⟧}</span>
        </div>
      );
      `,
      `
      const rows = ‹things›.map((‹thing›) => ({
        id: ‹thing›.id,
        year: String(‹thing›.year),
        ‹field›: ⟦String(‹thing›.‹field›)→‹thing›.‹field›.toLocaleString()⟧,
      }));
      `,
    ],
  }),
  sketched("days-without-any-are-zero", {
    seen: [
      "=the chart has [gaps|holes] where a {wordsKey} has no {wordsThings}",
      "=a {wordsKey} without {wordsThings} should be 0",
      "=an [empty|quiet] {wordsKey} [is missing|shows nothing] [in the chart|], should be 0",
      "[show|use|draw] 0 [for|on] a {wordsKey} without {wordsThings}",
      "=undefined for every {wordsKey} without {wordsThings}, [0 please|should be 0]",
      "=the line [breaks off|is interrupted] where there are no {wordsThings}, 0 would be right",
      "=no {wordsThings} should [mean|count as|be] 0",
      "=can it be 0 where there's nothing?",
      "=missing ones should be 0",
      "fill [gaps|holes|missing ones] with 0",
    ],
    unseen: [
      "=nothing happened that {wordsKey}, so draw nought and not a hole",
      "default to zero where the counts know no such {wordsKey}",
    ],
    vars: {
      key: ["day", "month", "week", "hour", "year"],
      counts: ["counts", "totals", "byDate", "sums", "stats", "numbers", "values"],
    },
    code: [
      `
      ƒ to‹Thing›Series(‹counts›: Record<string, number>, ‹key›s: string[]) {
        ‹fill›
        return ‹key›s.map((‹key›) => ({ x: ‹key›, y: ‹counts›[‹key›]⟦→ ?? 0⟧ }));
      ƒ}
      `,
      `
      const labels = ‹key›s.map((‹key›) => format‹Key›(‹key›));
      const data = ‹key›s.map((‹key›) => ‹counts›.get(‹key›)⟦→ ?? 0⟧);
      draw‹Thing›Chart({ labels, data });
      `,
      `
      ƒ ‹thing›Bars(‹key›s: string[], ‹counts›: Map<string, number>) {
        const bars = [];
        for (const ‹key› of ‹key›s) {
          const height = ‹counts›.get(‹key›)⟦→ ?? 0⟧;
          bars.push({ ‹key›, height, label: names.get(‹key›) });
        }
        return bars;
      ƒ}
      `,
    ],
  }),
  sketched("months-count-from-zero", {
    seen: [
      "=the date is a month [late|too late|off]",
      "=it's [always|] one month too late",
      "=[May|may] becomes [June|june]",
      "=off by one month",
      "=january is [shown as|taken for] february",
      "=december ends up in the next year",
      "=months start at 0 [in js|in Date|]",
      "=the month is [off by one|wrong, by one]",
      "=why is everything a month later?",
      "subtract 1 from the month, Date counts from 0",
      "=the calendar opens [one|a] month too [late|far]",
      "fix the [zero-based|zero based] month",
    ],
    unseen: ["=what I entered for march lands in april", "mind that Date has january as 0"],
    vars: { purpose: ["due", "start", "birthday", "end", "shipping", "booking", "payment"] },
    code: [
      `
      ƒ parse‹Purpose›Date(text: string) {
        const [year, month, day] = text.split("-").map(Number);
        ‹fill›
        return new Date(year, month⟦→ - 1⟧, day);
      ƒ}
      `,
      `
      ƒ to‹Thing›(row: ‹Thing›Row) {
        return {
          id: row.id,
          month: row.month,
          ‹purpose›: new Date(row.year, row.month⟦→ - 1⟧, row.day),
        };
      ƒ}
      `,
      `
      const [, day, month, year] = /^(\\d+)\\.(\\d+)\\.(\\d+)$/.exec(input) ?? [];
      const ‹purpose› = new Date(Number(year), Number(month)⟦→ - 1⟧, Number(day));
      `,
      `
      ƒ ‹purpose›InUtc({ year, month, day }: PlainDate) {
        const time = Date.UTC(year, month⟦→ - 1⟧, day);
        return { time, label: ´€{year}-€{month}-€{day}´ };
      ƒ}
      `,
    ],
  }),
  sketched("longitude-before-latitude", {
    seen: [
      "=the {wordsThings} are in the [ocean|sea|wrong place] on the map",
      "=geojson wants longitude first",
      "=[lat and lng|latitude and longitude] are [swapped|the wrong way round|mixed up]",
      "=it should be longitude, then latitude",
      "swap [latitude and longitude|lat and lng]",
      "put the longitude first",
      "=coordinates are the wrong way round",
      "=mapbox [wants|expects] lng before lat",
      "=why are our {wordsThings} off the coast of [somalia|africa]?",
      "=lng first [please|pls]",
      "=[markers|pins] show up [in the wrong place|in antarctica]",
    ],
    unseen: ["=berlin is drawn near yemen", "=x before y: longitude leads"],
    rows: [
      [
        { lat: "lat", lng: "lng" },
        { lat: "latitude", lng: "longitude" },
        { lat: "lat", lng: "lon" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›Feature(‹thing›: ‹Thing›) {
        return {
          type: "Feature",
          geometry: { type: "Point", coordinates: [⟦‹thing›.‹lat›, ‹thing›.‹lng›→‹thing›.‹lng›, ‹thing›.‹lat›⟧] },
          properties: { name: ‹thing›.name, «city: ‹thing›.city|id: ‹thing›.id» },
        };
      ƒ}
      `,
      `
      for (const ‹thing› of ‹things›) {
        new Marker({ color: ‹thing›.color })
          .setLngLat([⟦‹thing›.‹lat›, ‹thing›.‹lng›→‹thing›.‹lng›, ‹thing›.‹lat›⟧])
          .addTo(map);
      }
      `,
      `
      ƒ flyTo‹Thing›({ ‹lat›, ‹lng›, name }: ‹Thing›) {
        map.flyTo({ center: [⟦‹lat›, ‹lng›→‹lng›, ‹lat›⟧], zoom: 12 });
        setTitle(name);
      ƒ}
      `,
    ],
  }),
  sketched("due-at-the-limit-already", {
    seen: [
      "=at exactly {limit} nothing happens, {limit} should [already count|count too]",
      "=should [also|already] [warn|trigger] when the {wordsValue} is exactly the {wordsLimit}",
      "=[exactly|just] at the {wordsLimit} it [isn't|is not] reported",
      "=the {wordsValue} may [be|equal] the {wordsLimit} and nobody is told",
      "include the {wordsLimit} itself",
      "=off by one: the {wordsLimit} itself [counts|is in]",
      "=can it [count|warn] at the {wordsLimit} [already|itself]?",
      "=when {value} is equal to {limit} it should be [in|reported] too",
      "=equal [should|must] count [too|as well]",
      "=at or below {limit}, not only below",
    ],
    unseen: [
      "=we are told one piece too late, once the {wordsValue} went under the {wordsLimit}",
      "make the comparison with {limit} inclusive",
    ],
    rows: [
      [
        { value: "stock", limit: "reorderLevel", word: "low" },
        { value: "quantity", limit: "minimum", word: "scarce" },
        { value: "onHand", limit: "safetyStock", word: "short" },
        { value: "balance", limit: "threshold", word: "low" },
        { value: "credits", limit: "warningLevel", word: "nearlyEmpty" },
        { value: "daysLeft", limit: "noticeDays", word: "ending" },
        { value: "seats", limit: "minSeats", word: "full" },
        { value: "available", limit: "reserve", word: "critical" },
      ],
    ],
    code: [
      `
      ƒ ‹word›‹Things›(‹things›: ‹Thing›[]) {
        ‹fill›
        return ‹things›.filter((‹thing›) => ‹thing›.‹value› ⟦<→<=⟧ ‹thing›.‹limit›);
      ƒ}
      `,
      `
      ƒ async check‹Thing›(‹thing›: ‹Thing›) {
        if (‹thing›.price < 0) throw new RangeError("negative price");
        if (‹thing›.‹value› ⟦<→<=⟧ ‹thing›.‹limit›) {
          await notify("«buyers|sales|office»", ´€{‹thing›.name}: €{‹thing›.‹value›} left´);
        }
      ƒ}
      `,
      `
      const marks = ‹things›.map(({ id, ‹value›, ‹limit› }) => ({
        id,
        isGone: ‹value› < 1,
        is‹Word›: ‹value› ⟦<→<=⟧ ‹limit›,
      }));
      `,
    ],
  }),
  sketched("equal-ones-by-second-field", {
    seen: [
      "=[with|for] the same {wordsFirst}, sort by {wordsSecond}",
      "=those with the same {wordsFirst} [come in any order|jump around], [sort them|they should be sorted] by {wordsSecond}",
      "=then by {wordsSecond}",
      "sort by {wordsFirst}, then by {wordsSecond}",
      "=same {wordsFirst}? then by {wordsSecond}",
      "=[if|when] the {wordsFirst} is the same the {wordsSecond} should decide",
      "=can ties be [broken|sorted] by {wordsSecond}?",
      "=ties [should|must] go by [the|] {wordsSecond}",
      "=within the same {wordsFirst} i'd like them by {wordsSecond}",
      "=the order is random [for|within] the same {wordsFirst}, use the {wordsSecond} then",
      "break ties by {wordsSecond}",
    ],
    unseen: [
      "=equal {wordsFirst}: alphabetically by {wordsSecond}",
      "let the {wordsSecond} settle it when the {wordsFirst} does not",
    ],
    rows: [
      [
        { first: "date", second: "name" },
        { first: "priority", second: "title" },
        { first: "rank", second: "name" },
        { first: "start", second: "title" },
        { first: "price", second: "label" },
        { first: "year", second: "author" },
        { first: "score", second: "player" },
        { first: "floor", second: "room" },
        { first: "day", second: "subject" },
      ],
    ],
    code: [
      `
      ƒ sorted‹Things›(‹things›: ‹Thing›[]) {
        ‹fill›
        return [...‹things›].sort((a, b) => a.‹first› - b.‹first›⟦→ || a.‹second›.localeCompare(b.‹second›)⟧);
      ƒ}
      `,
      `
      export const by‹First› = (a: ‹Thing›, b: ‹Thing›) =>
        a.‹first› - b.‹first›⟦→ || a.‹second›.localeCompare(b.‹second›)⟧;

      export const byId = (a: ‹Thing›, b: ‹Thing›) => a.id - b.id;
      `,
      `
      ƒ compare(a: ‹Thing›, b: ‹Thing›) {
        if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
        return b.‹first› - a.‹first›⟦→ || a.‹second›.localeCompare(b.‹second›)⟧;
      ƒ}
      `,
    ],
  }),
  sketched("role-may-do-this-too", {
    seen: [
      "={wordsRoles} should be able to {action}[ too| as well|]",
      "={wordsRoles} [can't|cannot|may not] {action}, but they should",
      "let {wordsRoles} {action}[ too| as well|]",
      "allow {wordsRoles} to {action}",
      "=a {wordsRole} [must|should|has to] be [able|allowed] to {action}",
      "=can {wordsRoles} get the right to {action}?",
      "=[a customer|our client] says {wordsRoles} are not allowed to {action}, they should be",
      "=the {wordsRole} gets a 403 on {action}, [should be allowed|give them the right]",
      "=the {wordsRole} is missing the {action} [right|permission]",
      "give {wordsRoles} the {action} [right|permission]",
    ],
    unseen: ["=from now on whoever is {wordsRole} may {action}", "grant {action} to the {wordsRole} role"],
    rows: [
      [
        { role: "editor", roles: "editors" },
        { role: "manager", roles: "managers" },
        { role: "moderator", roles: "moderators" },
        { role: "author", roles: "authors" },
        { role: "reviewer", roles: "reviewers" },
        { role: "accountant", roles: "accountants" },
        { role: "trainer", roles: "trainers" },
        { role: "operator", roles: "operators" },
      ],
    ],
    vars: {
      action: ["publish", "export", "delete", "archive", "approve", "invite", "refund", "print", "download"],
    },
    code: [
      `
      export const PERMISSIONS: Record<Role, Action[]> = {
        guest: ["read"],
        ‹role›: ["read", "write"⟦→, "‹action›"⟧],
        admin: ["read", "write", "manage", "‹action›"],
      };
      `,
      `
      ƒ actionsOf(role: Role): Action[] {
        switch (role) {
          case "admin":
            return ["view", "edit", "‹action›", "configure"];
          case "‹role›":
            return ["view", "edit"⟦→, "‹action›"⟧];
          default:
            return ["view"];
        }
      ƒ}
      `,
      `
      const rights = new Map([
        ["viewer", new Set(["read"])],
        ["‹role›", new Set(["read", "comment"⟦→, "‹action›"⟧])],
        ["owner", new Set(["read", "comment", "‹action›", "transfer"])],
      ]);
      `,
    ],
  }),
  sketched("role-may-not-do-this", {
    seen: [
      "={wordsRoles} [shouldn't|must not|should not] be able to {action}",
      "={wordsRoles} can {action}, [they shouldn't|that's wrong|but must not]",
      "don't let {wordsRoles} {action}[ anymore| any more|]",
      "forbid {wordsRoles} to {action}",
      "=why [can|may] {wordsRoles} {action}?",
      "=a {wordsRole} [must not|should never|may not] {action}",
      "=can we take the {action} right away from {wordsRoles}?",
      "take the {action} [right|permission] from {wordsRoles}",
      "=the {wordsRole} has the {action} right [by mistake|and shouldn't]",
      "=no [more|] {action} for {wordsRoles}",
    ],
    unseen: [
      "=somebody with the {wordsRole} role managed to {action}, that is for admins",
      "revoke {action} for {role}",
    ],
    rows: [
      [
        { role: "viewer", roles: "viewers" },
        { role: "guest", roles: "guests" },
        { role: "intern", roles: "interns" },
        { role: "member", roles: "members" },
        { role: "reporter", roles: "reporters" },
        { role: "customer", roles: "customers" },
        { role: "partner", roles: "partners" },
        { role: "student", roles: "students" },
      ],
    ],
    vars: {
      action: ["publish", "export", "delete", "archive", "approve", "invite", "refund", "print", "download"],
    },
    code: [
      `
      export const PERMISSIONS: Record<Role, Action[]> = {
        ‹role›: ["read"⟦, "‹action›"→⟧],
        editor: ["read", "write", "‹action›"],
        admin: ["read", "write", "manage", "‹action›"],
      };
      `,
      `
      ƒ may(role: Role, action: Action) {
        switch (action) {
          case "‹action›":
            return ["admin", "owner"⟦, "‹role›"→⟧].includes(role);
          case "comment":
            return ["admin", "owner", "‹role›"].includes(role);
          default:
            return true;
        }
      ƒ}
      `,
      `
      const rights = new Map([
        ["‹role›", new Set(["read", "comment"⟦, "‹action›"→⟧])],
        ["editor", new Set(["read", "comment", "edit", "‹action›"])],
      ]);
      `,
    ],
  }),
];
