import { sketched } from "./sketch.ts";

/** What people ask of values that may be missing, and of lists. */
export const COMMON_VALUES = [
  sketched("may-be-missing-so-chain", {
    seen: [
      "use optional chaining [for|on] {o}",
      "={o} can be [undefined|null|missing]",
      "={o} [may|might] be [undefined|null|missing][ here|]",
      "=crashes [when|if] there is no {o}",
      "=cannot read properties of undefined (reading {p})",
      "=there isn't always a value in {o}",
      "=optional chaining on {o}[ pls|]",
      "=blows up when {o} is [undefined|missing]",
      "=typeerror when {o} is not set",
      "guard against [missing|undefined] {o} with optional chaining",
      "={o} is optional[ now|]",
      "=ts: {o} is possibly undefined, chain it",
      "=[safe|null safe] access to {p} of {o}[ please|]",
    ],
    unseen: ["=whoever lacks {o} gets an exception here instead of nothing"],
    rows: [
      [
        { o: "profile", p: "avatarUrl" },
        { o: "address", p: "city" },
        { o: "company", p: "name" },
        { o: "manager", p: "email" },
        { o: "settings", p: "theme" },
        { o: "plan", p: "price" },
        { o: "parent", p: "title" },
        { o: "lastLogin", p: "device" },
        { o: "billing", p: "iban" },
        { o: "location", p: "lat" },
        { o: "author", p: "handle" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›Row(‹thing›: ‹Thing›) {
        ‹fill›
        return {
          id: ‹thing›.id,
          ‹p›: ‹thing›.‹o›⟦.→?.⟧‹p›,
          kind: ‹thing›.type.label,
        };
      ƒ}
      `,
      `
      export const ‹Thing›Card = ({ ‹thing›, ‹o› }: Props) => (
        <Card key={‹thing›.id}>
          <h3>{‹thing›.«name|label»}</h3>
          <«p|span|small»>{‹o›⟦.→?.⟧‹p›}</«p|span|small»>
        </Card>
      );
      `.replaceAll("«p|span|small»", "span"),
      `
      export class ‹Thing›Mailer {
        async send(‹thing›: ‹Thing›, { ‹o›, locale }: Context) {
          const template = await this.templates.load(locale.code);
          const value = ‹o›⟦.→?.⟧‹p›;
          «this.logger.debug("mail", { value });|»
          await this.transport.deliver(template, { value, to: ‹thing›.owner.id });
        }
      }
      `,
    ],
  }),
  sketched("missing-falls-back-to", {
    seen: [
      "fall back to {v} [if|when] {p} is missing",
      "={p} can be [undefined|null|missing], [use|take] {v}[ then|]",
      "=if there is no {p}[,|] [use|take] {v}",
      "=default to {v} [if|when] [there is no {p}|{p} is null|{p} is not set]",
      "={v} [as|is the] fallback for {p}",
      "={p} ?? {v}[ please|]",
      "use {v} when {p} is [undefined|null]",
      "=without {p} it should be {v}",
      "=[shows|prints|gives] undefined when {p} [is missing|isn't set][,| -] {v} instead",
      "=not everyone has {p}, {v} for [them|the others]",
      "=missing {p} -> {v}",
    ],
    unseen: ["=for records without {p} assume {v}"],
    rows: [
      [
        { p: "nickname", v: '"anonymous"' },
        { p: "currency", v: '"EUR"' },
        { p: "locale", v: '"en"' },
        { p: "priority", v: "0" },
        { p: "quantity", v: "1" },
        { p: "tags", v: "[]" },
        { p: "country", v: '"unknown"' },
        { p: "discount", v: "0" },
        { p: "role", v: '"member"' },
        { p: "color", v: '"gray"' },
        { p: "notes", v: '""' },
        { p: "limit", v: "50" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›(row: ‹Thing›Row): ‹Thing› {
        return {
          id: row.id,
          «status: row.status,|name: row.name,»
          ‹p›: row.‹p›⟦→ ?? ‹v›⟧,
          createdAt: row.createdAt,
        };
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async create(input: Create‹Thing›) {
          const ‹p› = input.‹p›⟦→ ?? ‹v›⟧;
          const owner = input.owner;
          ‹fill›
          return this.repo.insert({ ...input, owner, ‹p› });
        }
      }
      `,
      `
      export function ‹Thing›Badge({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        const ‹p› = ‹thing›.«details|meta|info»?.‹p›⟦→ ?? ‹v›⟧;
        const title = ‹thing›.title;
        return (
          <span title={title} className="badge">
            {String(‹p›)}
          </span>
        );
      }
      `,
    ],
  }),
  sketched("throw-when-not-found", {
    seen: [
      "throw [an error |]{textText} if [there is no|there's no] {wordsThing}",
      "=if {v} is [null|undefined|missing] throw {textText}",
      "={v} can be null, throw {textText} then",
      "=null check for {v}: throw new Error with {textText}",
      "=no check whether {v} exists. error {textText}",
      "=[unknown|wrong] ids [should fail|must fail] with {textText}",
      "=when {v} isn't found, throw {textText}",
      "guard against missing {v}, throw Error {textText}",
      "=crashes with cannot read properties of null for unknown ids, [better|rather] throw {textText}",
      "=throw {textText} [if not found|when {v} is missing][ please|]",
    ],
    unseen: ["=an id nobody knows must end in the error {textText} and not in a TypeError"],
    vars: {
      v: ["‹thing›", "found", "existing", "current", "record", "stored"],
      text: [
        "‹Thing:Words› not found",
        "no such ‹thing:words›",
        "unknown ‹thing:words›",
        "‹thing:words› is missing",
      ],
    },
    code: [
      `
      ƒ async rename‹Thing›(id: string, name: string) {
        const ‹v› = await «repo|store|db».find(id);
        ⟦→if (!‹v›) throw new Error("‹text›");⟧
        ‹v›.name = name;
        await save(‹v›);
        return ‹v›;
      ƒ}
      `,
      `
      class ‹Thing›Service {
        async close(id: string, by: User) {
          const now = new Date();
          const ‹v› = await this.load(id);
          ⟦→if (!‹v›) throw new Error("‹text›");⟧
          ‹v›.closedAt = now;
          ‹v›.closedBy = by.id;
          await this.«store|repo».save(‹v›);
        }
      }
      `,
      `
      export const priceOf = (id: string, ‹things›: ‹Thing›[]) => {
        const ‹v› = ‹things›.find((one) => one.id === id);
        ⟦→if (!‹v›) throw new Error("‹text›");⟧
        const net = ‹v›.price * ‹v›.quantity;
        return «Math.round(net)|net * 1.2|net - ‹v›.discount»;
      };
      `,
    ],
  }),
  sketched("loop-push-to-filter-or-map", {
    seen: [
      "use {method} instead of the loop",
      "={method} [instead of|rather than] [for and push|push|the loop]",
      "=for loop -> {method}",
      "=[could|can] [be|this be] a {method}",
      "replace the loop [with|by] {method}",
      "turn the loop into a {method}",
      "=simpler with {method}",
      "={method} [pls|please], no push",
      "make {list} a const [with|using] {method}",
      "shorten the loop with {method}",
      "build {list} with {method}",
    ],
    unseen: ["={list} should not be filled by pushing, {method} does that"],
    rows: [
      [
        {
          method: "filter",
          T: "‹Thing›",
          loop: "if (‹thing›.‹p›) ‹list›.push(‹thing›);",
          made: "filter((‹thing›) => ‹thing›.‹p›)",
        },
        {
          method: "map",
          T: "string",
          loop: "‹list›.push(‹thing›.‹p›);",
          made: "map((‹thing›) => ‹thing›.‹p›)",
        },
        {
          method: "map",
          T: "Row",
          loop: "‹list›.push(to‹p:Pascal›(‹thing›));",
          made: "map((‹thing›) => to‹p:Pascal›(‹thing›))",
        },
        {
          method: "filter",
          T: "‹Thing›",
          loop: "if (!‹thing›.‹p›) ‹list›.push(‹thing›);",
          made: "filter((‹thing›) => !‹thing›.‹p›)",
        },
      ],
    ],
    vars: {
      p: ["active", "label", "paid", "visible", "code", "open", "slug", "expired"],
      list: ["result", "list", "found", "out", "selected", "values"],
    },
    code: [
      `
      ƒ collect(‹things›: ‹Thing›[]): ‹T›[] {
      ⟦  const ‹list›: ‹T›[] = [];
        for (const ‹thing› of ‹things›) {
          ‹loop›
        }→  const ‹list› = ‹things›.‹made›;⟧
        ‹fill›
        return ‹list›;
      ƒ}
      `,
      `
      export class ‹Thing›Report {
        async build(month: string) {
          const ‹things› = await this.load(month);
      ⟦    const ‹list›: ‹T›[] = [];
          for (const ‹thing› of ‹things›) {
            ‹loop›
          }→    const ‹list› = ‹things›.‹made›;⟧
          return this.render(month, ‹list›);
        }
      }
      `,
    ],
  }),
  sketched("filter-first-to-find", {
    seen: [
      "use find[ instead of filter|]",
      "=find instead of filter[ and taking the first|]",
      "=filter and first is a find",
      "=should be find[, we only need the first|, only one is needed]",
      "=we only [want|need] the first [one|match], use find",
      "replace filter [with|by] find",
      "=why filter if only one is [used|needed]?",
      "=find would [do|be enough]",
      "=no need to filter the whole list for one {wordsThing}",
      "=lint: prefer-array-find",
      "=[just|only] the first match is [needed|wanted][, find it|]",
    ],
    unseen: ["=it looks through everything although it stops being interested after one hit"],
    vars: {
      key: ["id", "slug", "email", "code", "name", "number", "token"],
      v: ["match", "found", "‹thing›", "current", "first", "selected"],
    },
    code: [
      `
      ƒ pick‹Thing›(‹things›: ‹Thing›[], ‹key›: string) {
        const visible = ‹things›.filter((one) => !one.hidden);
        const ‹v› = ⟦visible.filter((one) => one.‹key› === ‹key›)[0]→visible.find((one) => one.‹key› === ‹key›)⟧;
        return ‹v› ?? null;
      ƒ}
      `,
      `
      export class ‹Thing›Store {
        private ‹things›: ‹Thing›[] = [];

        by‹key:Pascal›(‹key›: string): ‹Thing› | undefined {
          return this.‹things›.⟦filter((one) => one.‹key› === ‹key›)[0]→find((one) => one.‹key› === ‹key›)⟧;
        }

        others(‹key›: string): ‹Thing›[] {
          return this.‹things›.filter((one) => one.‹key› !== ‹key›);
        }
      }
      `,
      `
      const { ‹key› } = useParams();
      const { data: ‹things› = [] } = use‹Things›();
      const ‹v› = ‹things›.⟦filter((one) => one.‹key› === ‹key›)[0]→find((one) => one.‹key› === ‹key›)⟧;
      const related = ‹things›.filter((one) => one.group === group);
      `,
    ],
  }),
  sketched("sort-list-by-field", {
    seen: [
      "sort [the {wordsThings} |]by {f}, {wordsDir}",
      "=sorted by {f}[ please|], {wordsDir}",
      "=order by {f} {wordsDir}",
      "=[the list|{wordsThings}] should be sorted by {f}, {wordsDir}",
      "=can the {wordsThings} be sorted by {f}? {wordsDir}",
      "=the order is random, sort by {f} ({wordsDir})",
      "=i'd like {f} {wordsDir}",
      "order the {wordsThings} by {f}, {wordsDir}",
      "=sort: {f}, {wordsDir}",
      "={wordsDir} by {f}[ pls|]",
      "=[could|can] we [show|list|return] the {wordsThings} by {f}, {wordsDir}?",
      "=they come in any order, [i want|should be] {f} {wordsDir}",
    ],
    unseen: ["=users expect the {wordsThings} to come by {f}, {wordsDir}"],
    rows: [
      [
        { dir: "highest first", one: "b", two: "a" },
        { dir: "biggest first", one: "b", two: "a" },
        { dir: "descending", one: "b", two: "a" },
        { dir: "lowest first", one: "a", two: "b" },
        { dir: "smallest first", one: "a", two: "b" },
        { dir: "ascending", one: "a", two: "b" },
      ],
    ],
    vars: {
      f: ["total", "price", "score", "rank", "priority", "amount", "position", "size", "votes", "age"],
    },
    code: [
      `
      ƒ visible‹Things›(‹things›: ‹Thing›[]) {
        ‹fill›
        return ‹things›.filter((‹thing›) => !‹thing›.«hidden|archived|deleted»)⟦→.sort((a, b) => ‹one›.‹f› - ‹two›.‹f›)⟧;
      ƒ}
      `,
      `
      ƒ ‹Thing›List({ ‹things› }: Props) {
        const shown = ‹things›.filter((‹thing›) => ‹thing›.«active|open»)⟦→.sort((a, b) => ‹one›.‹f› - ‹two›.‹f›)⟧;
        return (
          <ul>
            {shown.map((‹thing›) => (
              <li key={‹thing›.id}>{‹thing›.name}</li>
            ))}
          </ul>
        );
      ƒ}
      `,
      `
      class ‹Thing›Service {
        async list(owner: string) {
          const rows = await this.db.find({ owner });
          const ‹things› = rows.map(to‹Thing›)⟦→.sort((a, b) => ‹one›.‹f› - ‹two›.‹f›)⟧;
          return { count: ‹things›.length, ‹things› };
        }
      }
      `,
    ],
  }),
  sketched("only-those-in-the-list", {
    seen: [
      "[skip|leave out|filter out|exclude] [the |]{wordsQ} {wordsThings}",
      "=[without|no] {wordsQ} {wordsThings}[ please|]",
      "={wordsQ} {wordsThings} [shouldn't|should not|must not] be [there|included|in it]",
      "=[don't|do not] [return|include] [the |]{wordsQ} [ones|{wordsThings}]",
      "={wordsQ} ones [are|show up] in the result[ too|], [they shouldn't|filter them out]",
      "=why do i [get|see] {wordsQ} {wordsThings}?",
      "=there are {wordsQ} {wordsThings} in [the list|the result]",
      "=the {wordsQ} ones should be left out",
      "ignore {wordsQ} {wordsThings}",
    ],
    unseen: ["=customers complain about {wordsQ} {wordsThings} in here"],
    vars: {
      q: [
        "archived",
        "hidden",
        "deleted",
        "expired",
        "cancelled",
        "private",
        "disabled",
        "blocked",
        "locked",
      ],
    },
    code: [
      `
      ƒ async list‹Things›(owner: string) {
        const ‹things› = await «repo|db|store».find({ owner });
        «logger.debug("found", ‹things›.length);|»
        return ‹things›⟦→.filter((‹thing›) => !‹thing›.‹q›)⟧.map((‹thing›) => ({ id: ‹thing›.id, name: ‹thing›.name }));
      ƒ}
      `,
      `
      export function ‹Thing›Menu({ ‹things›, onPick }: Props) {
        return (
          <nav>
            {‹things›⟦→.filter((‹thing›) => !‹thing›.‹q›)⟧.map((‹thing›) => (
              <MenuItem key={‹thing›.id} onClick={() => onPick(‹thing›)} />
            ))}
          </nav>
        );
      }
      `,
      `
      export const total = (‹things›: ‹Thing›[], factor = 1) => {
        ‹fill›
        return ‹things›⟦→.filter((‹thing›) => !‹thing›.‹q›)⟧.reduce((sum, ‹thing›) => sum + ‹thing›.amount * factor, 0);
      };
      `,
    ],
  }),
  sketched("list-lookup-to-set", {
    seen: [
      "use a Set for {list}",
      "make {list} a Set",
      "={list} should be a Set[, includes is slow|]",
      "=includes in a loop is slow, [make {list} a Set|Set for {list}]",
      "=Set instead of array for {list}",
      "turn {list} into a Set",
      "={list} is only used for lookups, [a Set|use a Set] [please|pls|would be better]",
      "=quadratic[,|:] {list} as a Set[ please|]",
      "=has instead of includes[, {list} as a Set|]",
      "=why is {list} an array? only looked up in",
    ],
    unseen: ["=searching {list} over and over takes ages, let it hash"],
    vars: {
      list: ["known", "seen", "ids", "allowed", "taken", "existing", "blocked", "handled", "used"],
      key: ["id", "email", "slug", "code", "sku"],
    },
    code: [
      `
      ƒ missing(‹things›: ‹Thing›[], stored: ‹Thing›[]) {
        const ‹list› = ⟦stored.map((one) => one.‹key›)→new Set(stored.map((one) => one.‹key›))⟧;
        const names = ‹things›.map((‹thing›) => ‹thing›.name);
        return {
          names,
          new: ‹things›.filter((‹thing›) => !‹list›.⟦includes→has⟧(‹thing›.‹key›)),
        };
      ƒ}
      `,
      `
      export async function import‹Things›(rows: Row[]) {
        const ‹list› = ⟦await load‹key:Pascal›s()→new Set(await load‹key:Pascal›s())⟧;
        const errors: string[] = [];
        for (const row of rows) {
          if (‹list›.⟦includes→has⟧(row.‹key›)) continue;
          «errors.push(row.‹key›);|await insert(row);»
        }
        return errors;
      }
      `,
      `
      const ‹list›⟦: string[] = []→ = new Set<string>()⟧;

      export function once(‹thing›: ‹Thing›) {
        if (‹list›.⟦includes→has⟧(‹thing›.‹key›)) return false;
        ‹list›.⟦push→add⟧(‹thing›.‹key›);
        «process(‹thing›);|queue.push(‹thing›);»
        return true;
      }
      `,
    ],
  }),
];
