import { sketched } from "./sketch.ts";

/** Small changes of structure that reviewers ask for. */
export const STRUCTURE_REFACTOR = [
  // The table stands right before the function; what the chain ends in is what is missing from it.
  sketched("chain-to-lookup-table", {
    seen: [
      "=too many ifs, a lookup table {table} would [do|be nicer]",
      "use a lookup [table|object] {table} instead of the ifs",
      "replace the [chain of ifs|ifs] [by|with] a record {table}",
      "=this could be a map from {subject} to [text|value], call it {table}",
      "=can we have a lookup object ({table}) [here|instead of all these ifs]?",
      "=[every|each] new {wordsSubject} needs another if. table pls, {table}",
      "=data, not code: put the [texts|values] into {table}",
      "=prefer a {table} record over the if chain",
      "turn the [ifs|conditions] into a table named {table}",
      "=if if if... make it an object {table}",
      "=would be easier to [read|extend] as a lookup in {table}",
      "extract the mapping into a const {table}[ and look it up|]",
      "=[hard|tedious] to extend, {table} as a record [would be|is] [better|easier]",
      "=nit: lookup table {table} [rather than|over] comparisons",
      "=one {table} object instead of [all those|so many|these] ifs [would be nice|please|pls]",
      "=i keep adding ifs [here|for each {wordsSubject}], [make|turn] it [into |]a table {table}",
    ],
    unseen: [
      "=repetitive. one object {table} keyed by {subject} and a single return",
      "look the result up in a constant {table} rather than comparing one by one",
    ],
    rows: [
      [
        {
          subject: "status",
          table: "STATUS_LABELS",
          a: "open",
          b: "paid",
          c: "late",
          va: '"Open"',
          vb: '"Paid"',
          vc: '"Overdue"',
          or: '"Unknown"',
          t: "string",
        },
        {
          subject: "level",
          table: "LEVEL_COLORS",
          a: "info",
          b: "warn",
          c: "error",
          va: '"blue"',
          vb: '"orange"',
          vc: '"red"',
          or: '"gray"',
          t: "string",
        },
        {
          subject: "plan",
          table: "SEATS",
          a: "free",
          b: "team",
          c: "business",
          va: "1",
          vb: "10",
          vc: "100",
          or: "0",
          t: "number",
        },
        {
          subject: "size",
          table: "WIDTHS",
          a: "small",
          b: "medium",
          c: "large",
          va: "320",
          vb: "640",
          vc: "960",
          or: "480",
          t: "number",
        },
        {
          subject: "ext",
          table: "MIME_TYPES",
          a: "png",
          b: "html",
          c: "json",
          va: '"image/png"',
          vb: '"text/html"',
          vc: '"application/json"',
          or: '"text/plain"',
          t: "string",
        },
        {
          subject: "currency",
          table: "SYMBOLS",
          a: "EUR",
          b: "USD",
          c: "GBP",
          va: '"€"',
          vb: '"$"',
          vc: '"£"',
          or: '"?"',
          t: "string",
        },
        {
          subject: "priority",
          table: "WEIGHTS",
          a: "low",
          b: "normal",
          c: "high",
          va: "1",
          vb: "5",
          vc: "10",
          or: "0",
          t: "number",
        },
        {
          subject: "role",
          table: "HOME_PAGES",
          a: "admin",
          b: "editor",
          c: "guest",
          va: '"/admin"',
          vb: '"/drafts"',
          vc: '"/welcome"',
          or: '"/"',
          t: "string",
        },
        {
          subject: "unit",
          table: "FACTORS",
          a: "mm",
          b: "cm",
          c: "km",
          va: "0.001",
          vb: "0.01",
          vc: "1000",
          or: "1",
          t: "number",
        },
        {
          subject: "kind",
          table: "ICONS",
          a: "note",
          b: "task",
          c: "event",
          va: '"pen"',
          vb: '"check"',
          vc: '"clock"',
          or: '"dot"',
          t: "string",
        },
        {
          subject: "country",
          table: "TAX_RATES",
          a: "DE",
          b: "FR",
          c: "AT",
          va: "0.19",
          vb: "0.2",
          vc: "0.2",
          or: "0",
          t: "number",
        },
      ],
    ],
    vars: { fn: ["of", "for", "by"] },
    code: [
      `
      ⟦→const ‹table›: Record<string, ‹t›> = {
        ‹a›: ‹va›,
        ‹b›: ‹vb›,
        ‹c›: ‹vc›,
      };

      ⟧ƒ «pick|get|find»‹Fn›‹Subject›(‹subject›: string): ‹t› {
        ⟦if (‹subject› === "‹a›") return ‹va›;
        if (‹subject› === "‹b›") return ‹vb›;
        if (‹subject› === "‹c›") return ‹vc›;
        return ‹or›;→return ‹table›[‹subject›] ?? ‹or›;⟧
      ƒ}
      `,
      `
      ⟦→const ‹table›: Record<string, ‹t›> = {
        ‹a›: ‹va›,
        ‹b›: ‹vb›,
        ‹c›: ‹vc›,
      };

      ⟧ƒ value‹Fn›‹Subject›(‹subject›: string): ‹t› {
        ⟦if (‹subject› === "‹a›") {
          return ‹va›;
        } else if (‹subject› === "‹b›") {
          return ‹vb›;
        } else if (‹subject› === "‹c›") {
          return ‹vc›;
        } else {
          return ‹or›;
        }→return ‹table›[‹subject›] ?? ‹or›;⟧
      ƒ}

      ƒ has‹Thing›(‹things›: string[], ‹thing›: string): boolean {
        if (‹thing› === "all") return true;
        return ‹things›.includes(‹thing›);
      ƒ}
      `,
      `
      import { use‹Thing› } from "./use-‹thing:kebab›";

      ⟦→const ‹table›: Record<string, ‹t›> = {
        ‹a›: ‹va›,
        ‹b›: ‹vb›,
        ‹c›: ‹vc›,
      };

      ⟧const show‹Fn›‹Subject› = (‹subject›: string) => {
        ⟦if (‹subject› === "‹a›") {
          return ‹va›;
        }
        if (‹subject› === "‹b›") {
          return ‹vb›;
        }
        if (‹subject› === "‹c›") {
          return ‹vc›;
        }
        return ‹or›;→return ‹table›[‹subject›] ?? ‹or›;⟧
      };

      export const use‹Other› = () => show‹Fn›‹Subject›(use‹Thing›().‹subject›);
      `,
    ],
  }),
  sketched("same-line-in-both-branches", {
    seen: [
      "=both branches [end with|end in] {last}, [move it out|once is enough]",
      "=the same line in [both branches|the if and the else]",
      "=[duplicate|duplicated] {last} in if and else",
      "move {last} [out of|behind] the if",
      "=shouldn't {last} [come|stand] after the if?",
      "pull {last} out of the branches",
      "=why is {last} there twice?",
      "=dedupe {last} [pls|please]",
      "={last} happens in any case, so put it after the if",
      "=can the common part [of the branches |]go after them?",
      "[hoist|factor] the common line out of if and else",
      "=if and else do the same at the end",
      "={last} in both [branches|cases] is [redundant|repetition], [once after the if|below the if] is enough",
      "=[copy paste|copied line]: {last} [stands|is] in if and else",
      "[do|call] {last} [once|only once] after the if[ and else|]",
      "={last} is [called|run] either way[, so after the if|]",
    ],
    unseen: [
      "=whatever the condition, {last} runs. no need to write it two times",
      "share the call of {last} between the two branches",
    ],
    vars: {
      last: ["render", "save", "notify", "refresh", "close", "flush", "emit", "redraw", "persist", "done"],
      flag: ["isNew", "isOpen", "selected", "force", "isDraft", "visible", "dirty", "found"],
    },
    code: [
      `
      ƒ toggle‹Thing›(‹thing›: ‹Thing›, ‹flag›: boolean): void {
        if (‹flag›) {
          ‹thing›.«state|mode|color» = "«on|active|green»";
          ⟦‹last›(‹thing›);→⟧
        } else {
          ‹thing›.«label|note|hint» = "";
          ⟦‹last›(‹thing›);→⟧
        }
        ⟦→‹last›(‹thing›);⟧
      ƒ}
      `,
      `
      export class ‹Thing›Controller {
        handle(‹thing›: ‹Thing›): void {
          ‹fill›
          if (‹thing›.‹flag›) {
            this.«added|fresh».push(‹thing›);
            ⟦this.‹last›();→⟧
          } else {
            this.others.set(‹thing›.id, ‹thing›);
            this.count += 1;
            ⟦this.‹last›();→⟧
          }
          ⟦→this.‹last›();⟧
        }

        ‹last›(): void {
          this.target.write(this.count);
        }
      }
      `,
      `
      ƒ async submit‹Thing›(‹thing›: ‹Thing›, ‹flag›: boolean) {
        if (‹flag›) {
          await api.post("/‹things:kebab›", ‹thing›);
          ⟦await ‹last›();→⟧
        } else {
          await api.put(´/‹things:kebab›/€{‹thing›.id}´, ‹thing›);
          ⟦await ‹last›();→⟧
        }
        ⟦→await ‹last›();⟧
        return ‹thing›.id;
      ƒ}
      `,
    ],
  }),
  // One guard for each condition, in their order, as short as they are.
  sketched("pyramid-to-guards", {
    seen: [
      "=too [much nesting|deeply nested], use early returns",
      "flatten the nested ifs with early returns",
      "=can we use early returns [here|instead of nesting]?",
      "=pyramid[ of doom|], guards [pls|please]",
      "use guard clauses [here|instead of nesting]",
      "=early return [for both|in both cases] [pls|please]",
      "=hard to read, return early [when|if] there's no {thing}[ or it isn't {wordsOk}|]",
      "=happy path should not be [indented|nested] that deep",
      "=indentation hell. return right away if there is no {thing}, and if it isn't {wordsOk}",
      "invert the ifs and return early",
      "=would be easier to follow with guards at the top",
      "reduce the nesting",
      "=[nesting|indentation] could be [less|flatter] with [early returns|guards]",
      "=[two|these] nested ifs should be guards",
      "=[too many|so many] [braces|levels|indents], [return early|bail out first]",
      "=[get|return] out early [when|if] there's [no {thing}|nothing to do]",
      "let's [handle|check] the negative cases first[ and return|]",
    ],
    unseen: [
      "=i'd check for the bad cases first and get out, so the rest needs no braces",
      "=arrow code... bail out early, twice",
    ],
    vars: {
      ok: [
        "active",
        "visible",
        "enabled",
        "ready",
        "open",
        "valid",
        "published",
        "verified",
        "loaded",
        "editable",
      ],
      log: ["log", "track", "trace", "report", "audit"],
      work: ["send", "publish", "archive", "upload", "print", "charge", "sync", "index"],
    },
    code: [
      `
      ƒ ‹work›‹Thing›(‹thing›: ‹Thing› | null): void {
        ⟦if (‹thing›) {
          if (‹thing›.‹ok›) {
            ‹log›("‹work›", ‹thing›.id);
            ‹work›Now(‹thing›);
          }
        }→if (!‹thing›) return;
        if (!‹thing›.‹ok›) return;
        ‹log›("‹work›", ‹thing›.id);
        ‹work›Now(‹thing›);⟧
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        async ‹work›(id: string): Promise<void> {
          const ‹thing› = await this.find(id);
          ⟦if (‹thing›) {
            if (‹thing›.‹ok›) {
              await this.client.‹work›(‹thing›);
              this.‹log›(id);
            }
          }→if (!‹thing›) return;
          if (!‹thing›.‹ok›) return;
          await this.client.‹work›(‹thing›);
          this.‹log›(id);⟧
        }
      }
      `,
      `
      const on‹Work› = async (‹thing›?: ‹Thing›) => {
        ⟦if (‹thing›) {
          if (‹thing›.‹ok›) {
            ‹log›(‹thing›.name);
            await ‹work›(‹thing›);
          }
        }→if (!‹thing›) return;
        if (!‹thing›.‹ok›) return;
        ‹log›(‹thing›.name);
        await ‹work›(‹thing›);⟧
      };
      `,
    ],
  }),
  sketched("name-the-condition", {
    seen: [
      "=the condition is hard to read, [name it|call it] {name}",
      "extract the condition into {name}",
      "put the [condition|check] into a const {name}",
      "=can we name [that|the] condition? {name}",
      "=what does this condition mean? a const {name} would help",
      "=long if. const {name} for the condition [pls|please]",
      "=[readability|nit]: pull the condition out as {name}",
      "give the condition the name {name}",
      "=i had to read the if three times, {name} as a variable before it?",
      "introduce {name} for [what the if checks|the condition]",
      "=would be [clearer|nicer] as if ({name})",
      "={name} as a [local|const|variable] for [that|the] [condition|expression]",
      "=[needs|wants] a name: {name}",
      "=what is checked here? {name}, i guess - name it so",
      "=[can't|hard to] tell what the if is about, {name}?",
      "[store|save|keep] the condition in {name} [first|before the if]",
    ],
    unseen: [
      "=nobody understands when this branch is taken. explain it with a variable {name}",
      "=if ({name}) with {name} computed on the line before",
    ],
    rows: [
      [
        { name: "canEdit", c1: "isOwner", c2: "isDraft", c3: "isLocked" },
        { name: "isOverdue", c1: "isOpen", c2: "isLate", c3: "isPaused" },
        { name: "canPublish", c1: "isComplete", c2: "isReviewed", c3: "isArchived" },
        { name: "isEligible", c1: "isMember", c2: "isAdult", c3: "isBlocked" },
        { name: "shouldRetry", c1: "isNetworkError", c2: "hasAttemptsLeft", c3: "isCancelled" },
        { name: "needsReview", c1: "isLarge", c2: "isNew", c3: "isTrusted" },
        { name: "canCheckOut", c1: "hasItems", c2: "hasAddress", c3: "isPending" },
        { name: "isVisible", c1: "isPublished", c2: "isPublic", c3: "isHidden" },
        { name: "mayDelete", c1: "isAdmin", c2: "isEmpty", c3: "isProtected" },
        { name: "shouldNotify", c1: "isSubscribed", c2: "isRecent", c3: "isMuted" },
      ],
    ],
    code: [
      `
      ƒ «update|handle|process»‹Thing›(‹thing›: ‹Thing›): void {
        if (‹thing›.isDeleted) return;
        ⟦→const ‹name› = ‹thing›.‹c1› && ‹thing›.‹c2› && !‹thing›.‹c3›;⟧
        if (⟦‹thing›.‹c1› && ‹thing›.‹c2› && !‹thing›.‹c3›→‹name›⟧) {
          «apply|open|show»‹Other›(‹thing›);
        }
        ‹fill›
      ƒ}
      `,
      `
      export const ‹Thing›Row = ({ ‹thing›, onAction }: ‹Thing›RowProps) => {
        const { ‹c1›, ‹c2›, ‹c3› } = ‹thing›;

        ⟦→const ‹name› = ‹c1› && ‹c2› && !‹c3›;⟧
        if (⟦‹c1› && ‹c2› && !‹c3›→‹name›⟧) {
          return <button onClick={onAction}>{‹thing›.name}</button>;
        }
        return ‹thing›.url ? <a href={‹thing›.url}>{‹thing›.name}</a> : null;
      };
      `,
      `
      export class ‹Thing›Policy {
        check(‹thing›: ‹Thing›, user: User): Result {
          if (!user.active) return "denied";
          ⟦→const ‹name› = (user.‹c1› || user.‹c2›) && !‹thing›.‹c3›;⟧
          if (⟦(user.‹c1› || user.‹c2›) && !‹thing›.‹c3›→‹name›⟧) return "ok";
          return ‹thing›.owner === user.id ? "ask" : "denied";
        }
      }
      `,
    ],
  }),
  sketched("ternary-around-boolean", {
    seen: [
      "=`? true : false` is [redundant|superfluous|unnecessary]",
      "=it's a boolean already[, no ternary needed|]",
      "drop the ternary[, the comparison is boolean already|]",
      "=the ternary does nothing",
      "=why `? true : false`?",
      "=[useless|pointless|needless] ternary",
      "simplify the ternary",
      "=can be simplified, the condition already is true or false",
      "=true : false isn't needed here",
      "remove `? true : false`",
      "=no need for the ternary [here|with true and false]",
      "=isn't the condition enough[ by itself|]?",
      "=sonar: unnecessary boolean literal",
      "=[result|value] of the comparison is [a boolean|true or false] [already|anyway]",
      "=[true : false|the literal true and false] [can go|is noise]",
      "=[shorter|simpler]: just the comparison",
      "=you can [drop|leave out|remove] the true and false",
    ],
    unseen: [
      "=a comparison gives true or false anyway",
      "assign the comparison itself instead of choosing between true and false",
    ],
    vars: {
      flag: [
        "isOpen",
        "isFull",
        "isAdmin",
        "isLate",
        "isEmpty",
        "canEdit",
        "isOwner",
        "isActive",
        "hasMore",
        "isLarge",
      ],
    },
    rows: [
      [
        { l: "status", r: '"open"', op: "===" },
        { l: "count", r: "limit", op: ">=" },
        { l: "role", r: '"admin"', op: "===" },
        { l: "size", r: "0", op: ">" },
        { l: "owner", r: "user.id", op: "===" },
        { l: "dueAt", r: "Date.now()", op: "<" },
        { l: "kind", r: '"draft"', op: "!==" },
        { l: "page", r: "lastPage", op: "<" },
      ],
    ],
    code: [
      `
      ƒ «describe|summarize|view»‹Thing›(‹thing›: ‹Thing›, user: User, limit: number, lastPage: number) {
        const ‹flag› = ‹thing›.‹l› ‹op› ‹r›⟦ ? true : false→⟧;
        const label = ‹flag› ? ‹thing›.name : "«-|none|»";
        ‹fill›
        return { ‹flag›, label };
      ƒ}
      `,
      `
      export class ‹Thing›Model {
        constructor(private readonly ‹thing›: ‹Thing›) {}

        ‹flag›(user: User, limit: number, lastPage: number): boolean {
          return this.‹thing›.‹l› ‹op› ‹r›⟦ ? true : false→⟧;
        }

        color(): string {
          return this.‹thing›.«done|paid|urgent» ? "red" : "green";
        }
      }
      `,
      `
      const to‹Thing›Item = (‹thing›: ‹Thing›, user: User, limit: number, lastPage: number) => ({
        id: ‹thing›.id,
        title: ‹thing›.title ? ‹thing›.title : "untitled",
        ‹flag›: ‹thing›.‹l› ‹op› ‹r›⟦ ? true : false→⟧,
        «url: ´/‹things:kebab›/€{‹thing›.id}´,|tags: ‹thing›.tags ?? [],|»
      });
      `,
    ],
  }),
  sketched("spell-out-milliseconds", {
    seen: [
      "=what is {ms}? write it as {spelled}",
      "write {ms} as {spelled}",
      "=nobody can read {ms}, {spelled} pls",
      "=how long is {ms}? [spell it out|{spelled} is clearer]",
      "=magic number {ms}, should be {spelled}",
      "spell out {ms} (that's {wordsDuration})",
      "=is {ms} {wordsDuration}? then [please |]write {spelled}",
      "=can {ms} be written as a product? it's {wordsDuration}, so {spelled}",
      "make {ms} readable: {spelled}",
      "={spelled} instead of {ms}",
      "=had to use a calculator for {ms}. {spelled}",
      "=i'd rather [see|read] {spelled} than {ms}",
      "={ms} is {wordsDuration}, right? [write|make it] {spelled}",
      "=[unreadable|cryptic] number {ms}, [write|better] {spelled}",
      "=i counted the zeros of {ms}... {spelled} [please|pls]",
      "=[nobody|no one] [sees|knows] that {ms} is {wordsDuration}, so {spelled}",
      "=[too many|so many] [digits|zeros], {spelled} [is easier|reads better]",
    ],
    unseen: ["=that's {wordsDuration} in ms, right? {spelled} says so", "use the product {spelled} for {ms}"],
    rows: [
      [
        { ms: "86400000", spelled: "24 * 60 * 60 * 1000", duration: "a day" },
        { ms: "86_400_000", spelled: "24 * 60 * 60 * 1000", duration: "one day" },
        { ms: "3600000", spelled: "60 * 60 * 1000", duration: "an hour" },
        { ms: "900000", spelled: "15 * 60 * 1000", duration: "a quarter of an hour" },
        { ms: "300000", spelled: "5 * 60 * 1000", duration: "five minutes" },
        { ms: "1800000", spelled: "30 * 60 * 1000", duration: "half an hour" },
        { ms: "604800000", spelled: "7 * 24 * 60 * 60 * 1000", duration: "a week" },
        { ms: "1209600000", spelled: "14 * 24 * 60 * 60 * 1000", duration: "two weeks" },
        { ms: "7200000", spelled: "2 * 60 * 60 * 1000", duration: "two hours" },
        { ms: "600000", spelled: "10 * 60 * 1000", duration: "ten minutes" },
        { ms: "43200000", spelled: "12 * 60 * 60 * 1000", duration: "half a day" },
      ],
    ],
    code: [
      `
      const MAX_‹things:CONST› = «100|250|5000»;
      const ‹thing:CONST›_TTL = ⟦‹ms›→‹spelled›⟧;

      ƒ isFresh(‹thing›: ‹Thing›): boolean {
        return Date.now() - ‹thing›.savedAt < ‹thing:CONST›_TTL;
      ƒ}
      `,
      `
      export const ‹thing›Options = {
        name: "‹thing:kebab›",
        «maxAge|timeout|interval|ttl»: ⟦‹ms›→‹spelled›⟧,
        limit: «1000|20|5000»,
        «secure: true,|retries: 3,|»
      };
      `,
      `
      export class ‹Thing›Poller {
        start(): void {
          this.timer = setInterval(() => this.refresh(«50|200»), ⟦‹ms›→‹spelled›⟧);
        }

        stop(): void {
          clearInterval(this.timer);
        }
      }
      `,
    ],
  }),
  sketched("nested-ternary-to-returns", {
    seen: [
      "=can we use early return instead of the nested ternary?",
      "replace the nested ternary [by|with] early returns",
      "=nested ternary is [hard to read|ugly], early returns [pls|please]",
      "=early returns: first {flag1}, then {flag2}",
      "=[lint|eslint|biome]: no nested ternary[, return early|]",
      "split the ternary into ifs[ with returns|]",
      "=ternary in a ternary... ifs with return would be [easier|nicer]",
      "unnest the ternary with early returns, {flag1} first",
      "=i can't read this ternary, use if and return for {flag1} and {flag2}",
      "=if ({flag1}) return …, if ({flag2}) return …, then the rest",
      "=wouldn't three returns be clearer than that ternary?",
      "=ternary inside a ternary[, please unroll it with returns|: early returns would be clearer]",
      "=[what happens|what's returned] when is hard to see, [returns one by one|one if per case] would help",
      "=[too clever|confusing], [one return per case|three returns] please",
      "=[nested|double] ternaries are [forbidden|not allowed] here[, return early|, use returns]",
    ],
    unseen: [
      "=two question marks in one expression is one too many, please return step by step",
      "write the ternary chain as guards that return",
    ],
    rows: [
      [
        { flag1: "isLoading", flag2: "error" },
        { flag1: "isPending", flag2: "isEmpty" },
        { flag1: "loading", flag2: "failed" },
        { flag1: "isLocked", flag2: "isDraft" },
        { flag1: "isDeleted", flag2: "isHidden" },
        { flag1: "offline", flag2: "stale" },
        { flag1: "isNew", flag2: "isSold" },
        { flag1: "busy", flag2: "denied" },
      ],
    ],
    code: [
      `
      export function ‹Thing›View({ ‹thing›, ‹flag1›, ‹flag2› }: ‹Thing›ViewProps) {
        «const title = ‹thing›.title ?? "…";|»
        ⟦return ‹flag1› ? <Spinner /> : ‹flag2› ? <‹box› kind="‹thing:kebab›" /> : <‹Thing›Card value={‹thing›} />;→if (‹flag1›) return <Spinner />;
        if (‹flag2›) return <‹box› kind="‹thing:kebab›" />;
        return <‹Thing›Card value={‹thing›} />;⟧
      }
      `,
      `
      ƒ labelOf‹Thing›(‹thing›: ‹Thing›): string {
        const name = ‹thing›.name ? ‹thing›.name : "«?|-»";
        ⟦return ‹thing›.‹flag1› ? "‹flag1:words›" : ‹thing›.‹flag2› ? ´€{name} (‹flag2:words›)´ : name;→if (‹thing›.‹flag1›) return "‹flag1:words›";
        if (‹thing›.‹flag2›) return ´€{name} (‹flag2:words›)´;
        return name;⟧
      ƒ}
      `,
      `
      export class ‹Thing›Rules {
        priceOf(‹thing›: ‹Thing›, base: number): number {
          ‹fill›
          ⟦return ‹thing›.‹flag1› ? 0 : ‹thing›.‹flag2› ? base / 2 : base;→if (‹thing›.‹flag1›) return 0;
          if (‹thing›.‹flag2›) return base / 2;
          return base;⟧
        }

        isFree(‹thing›: ‹Thing›): boolean {
          return this.priceOf(‹thing›, 1) === 0 ? true : ‹thing›.isGift;
        }
      }
      `,
    ],
    vars: { box: ["Failed", "Notice", "Empty", "ErrorBox", "Problem"] },
  }),
  sketched("inject-the-clock", {
    seen: [
      "=can't test this[ without faking the clock|], pass {now} in as a parameter[ with the current time as the default|, current time by default]",
      "make {now} a parameter that defaults to {current}",
      "=tests need a fixed time, {now} = {current} as a second parameter?",
      "add an optional parameter {now}, {current} by default",
      "=depends on the [clock|current time], let me pass {now} (default {current})",
      "=flaky around midnight, {now} should be a parameter with default {current}",
      "let callers [pass|give|set] {now}, default {current}",
      "=can {now} come in from outside? {current} if not given",
      "move {now} into the parameters[, default {current}|, with {current} as the default]",
      "=untestable because of {current}, take {now} as a defaulted parameter",
      "={now} as [last|second] parameter with default {current}",
      "={now} should [come|be passed] in[ as a parameter|], {current} when it's [left out|not given]",
      "=[tests|the test] [can't|cannot] set the time: {now} as parameter, {current} [by default|otherwise]",
      "=how do i test this for [tomorrow|another day|a fixed date]? {now} [as|should be] a parameter, default {current}",
    ],
    unseen: [
      "=i want to check this for a given day. {now} should be given, not made, {current} otherwise",
      "turn the local {now} into a defaulted parameter",
    ],
    rows: [
      [
        { now: "now", current: "new Date()" },
        { now: "today", current: "new Date()" },
        { now: "now", current: "Date.now()" },
        { now: "at", current: "new Date()" },
        { now: "time", current: "Date.now()" },
        { now: "current", current: "Date.now()" },
        { now: "reference", current: "new Date()" },
      ],
    ],
    code: [
      `
      ƒ is‹Thing›Expired(‹thing›: ‹Thing›⟦→, ‹now› = ‹current›⟧): boolean {
        ⟦const ‹now› = ‹current›;→⟧
        «log("checked");|»
        return ‹thing›.expiresAt «<|<=» ‹now›;
      ƒ}

      ƒ createdAt(‹thing›: ‹Thing›) {
        return new Date(‹thing›.created);
      ƒ}
      `,
      `
      export class ‹Thing›Schedule {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        due(limit: number⟦→, ‹now› = ‹current›⟧): ‹Thing›[] {
          ⟦const ‹now› = ‹current›;→⟧
          return this.‹things›.filter((one) => one.dueAt < ‹now›).slice(0, limit);
        }

        first(): ‹Thing› {
          return this.‹things›[0];
        }
      }
      `,
      `
      const greet = (‹thing›: ‹Thing›⟦→, ‹now› = ‹current›⟧) => {
        ⟦const ‹now› = ‹current›;→⟧
        const hours = new Date(‹now›).getHours();
        return hours < «11|12» ? ´Good morning, €{‹thing›.name}´ : ´Hello, €{‹thing›.name}´;
      };
      `,
    ],
  }),
  sketched("inline-type-to-interface", {
    seen: [
      "extract the inline type [into|as] an interface {name}",
      "=the inline type of the parameter should be an interface {name}",
      "=the type in the parentheses is hard to read, interface {name} [pls|please]",
      "move the type of the parameter [to|into] its own interface {name}",
      "=can we have an interface {name} for that type?",
      "=give the [parameter's |]type a name: {name}, as an interface",
      "=that type needs a name, {name} (interface)",
      "=too long a signature, interface {name} above it",
      "name the inline [object |]type {name} as an interface and use it",
      "=i want to reuse that type, make it an interface {name}",
      "pull the type out: interface {name}",
      "=[own|separate|named] interface {name} for the [parameter|inline type]",
      "=[signature|line] is too long because of the inline type, interface {name}[ pls|]",
      "=[unnamed|anonymous] type in the [signature|parameters], [call|name] it {name} (interface)",
      "=[that|the] type deserves a name: interface {name}",
      "[define|declare] {name} as an interface and use it [for|as the type of] the parameter",
    ],
    unseen: [
      "=a separate interface {name} would make the signature fit on a line",
      "declare {name} above and use it for the parameter",
    ],
    rows: [
      [
        { f1: "label", t1: "string", f2: "isOpen", t2: "boolean" },
        { f1: "title", t1: "string", f2: "count", t2: "number" },
        { f1: "from", t1: "Date", f2: "to", t2: "Date" },
        { f1: "width", t1: "number", f2: "height", t2: "number" },
        { f1: "name", t1: "string", f2: "tags", t2: "string[]" },
        { f1: "page", t1: "number", f2: "search", t2: "string" },
        { f1: "url", t1: "string", f2: "retries", t2: "number" },
        { f1: "email", t1: "string", f2: "isAdmin", t2: "boolean" },
        { f1: "color", t1: "string", f2: "size", t2: "number" },
      ],
    ],
    vars: { name: ["‹Thing›Props", "‹Thing›Options", "‹Thing›Input", "‹Thing›Args", "‹Thing›Params"] },
    code: [
      `
      ⟦→interface ‹name› {
        ‹f1›: ‹t1›;
        ‹f2›: ‹t2›;
      }

      ⟧export function ‹Thing›Box({ ‹f1›, ‹f2› }: ⟦{ ‹f1›: ‹t1›; ‹f2›: ‹t2› }→‹name›⟧) {
        return (
          <section>
            <h2>{String(‹f1›)}</h2>
            <p>{String(‹f2›)}</p>
          </section>
        );
      }
      `,
      `
      import { api } from "./api";

      ⟦→interface ‹name› {
        ‹f1›: ‹t1›;
        ‹f2›: ‹t2›;
      }

      ⟧ƒ async load‹Things›(options: ⟦{ ‹f1›: ‹t1›; ‹f2›: ‹t2› }→‹name›⟧): Promise<‹Thing›[]> {
        ‹fill›
        return api.get("/‹things:kebab›", options);
      ƒ}
      `,
      `
      ⟦→interface ‹name› {
        ‹f1›: ‹t1›;
        ‹f2›?: ‹t2›;
      }

      ⟧export const make‹Thing› = (input: ⟦{ ‹f1›: ‹t1›; ‹f2›?: ‹t2› }→‹name›⟧) => ({
        id: crypto.randomUUID(),
        kind: "‹thing:kebab›",
        ...input,
      });
      `,
    ],
  }),
  sketched("use-the-constant", {
    seen: [
      "=we have {constant}, use it",
      "use {constant} instead of the literal",
      "=there is a constant for [that|this]",
      "=why not {constant}?",
      "={constant} [should be|could be] used here[ too|]",
      "=hard-coded {value}, there's {constant} for that",
      "replace the [hard-coded|literal] value by {constant}",
      "=isn't that {constant}?",
      "=should use {constant}[ here|]",
      "=if someone changes {constant} this [won't follow|stays the same]",
      "=the value [is|stands] there twice, as {constant} and as a literal",
      "=can we use {constant} in the code as well?",
      "=[magic|literal|hard-coded] value, [that's|it's] {constant}",
      "=[use|take] the constant[ here too| in the code below|]",
      "don't repeat the value[ of {constant}|]",
      "=[changed|i changed] {constant} and [half of it|the check] still uses the old value",
    ],
    unseen: [
      "=same value as {constant}, so refer to it",
      "refer to {constant} rather than repeating its value",
    ],
    rows: [
      [
        { constant: "MAX_ITEMS", value: "50", prop: "length", op: ">" },
        { constant: "MIN_LENGTH", value: "8", prop: "length", op: "<" },
        { constant: "STATUS_DONE", value: '"done"', prop: "status", op: "===" },
        { constant: "DEFAULT_CURRENCY", value: '"EUR"', prop: "currency", op: "===" },
        { constant: "MAX_SIZE", value: "1048576", prop: "size", op: ">" },
        { constant: "ADMIN_ROLE", value: '"admin"', prop: "role", op: "!==" },
        { constant: "MAX_ATTEMPTS", value: "3", prop: "attempts", op: ">=" },
        { constant: "FREE_LIMIT", value: "100", prop: "total", op: ">=" },
        { constant: "GUEST_NAME", value: '"guest"', prop: "name", op: "===" },
        { constant: "ADULT_AGE", value: "18", prop: "age", op: "<" },
        { constant: "DRAFT", value: '"draft"', prop: "state", op: "===" },
        { constant: "PAGE_SIZE", value: "25", prop: "count", op: "<" },
      ],
    ],
    code: [
      `
      export const ‹constant› = ‹value›;
      const LABEL = "‹thing:words›";

      ƒ check‹Thing›(‹thing›: ‹Thing›): string | null {
        if (‹thing›.‹prop› ‹op› ⟦‹value›→‹constant›⟧) {
          return LABEL;
        }
        ‹fill›
        return null;
      ƒ}
      `,
      `
      import { ‹constant› } from "./constants";

      export class ‹Thing›Filter {
        readonly title = "‹things:words›";

        apply(‹things›: ‹Thing›[]): ‹Thing›[] {
          return ‹things›.filter((one) => one.‹prop› ‹op› ⟦‹value›→‹constant›⟧ && one.index !== 0);
        }
      }
      `,
      `
      const ‹constant› = ‹value›;

      const pick‹Thing› = (‹thing›: ‹Thing›) => {
        const isHit = ‹thing›.‹prop› ‹op› ⟦‹value›→‹constant›⟧;
        return isHit ? ‹thing›.id : "«none|0|»";
      };

      export const ‹thing›Rules = { value: ‹constant›, pick: pick‹Thing› };
      `,
    ],
  }),
  sketched("use-the-helper", {
    seen: [
      "=we [already |]have {helper} for that",
      "use {helper} [here|there|instead]",
      "=there's {helper} already, [don't repeat it|no need to repeat it]",
      "=isn't that what {helper} does?",
      "=[duplicate|duplicated] logic, {helper} does the same",
      "call {helper} instead of [repeating it|doing it by hand]",
      "=why not {helper}?",
      "=dedupe: {helper}",
      "=the same [expression|code] as in {helper}, call it",
      "=can this use {helper} [too|as well]?",
      "reuse {helper}",
      "=if we change {helper} this one [won't follow|will be forgotten]",
      "=[helper|function] {helper} [exists|is there] already",
      "=don't [compute|build] it [by hand|again], {helper} [exists|is there]",
      "=[changed|i changed|fixed] {helper} but [here|this place] it's still the old [formula|way]",
      "=[same|identical] [formula|computation|expression] as {helper}[, please call it|]",
    ],
    unseen: ["=copy of {helper}, better call that", "let {helper} do it in the second place too"],
    rows: [
      [
        { helper: "fullName", e1: ".first", mid: ' + " " + ', e2: ".last" },
        { helper: "totalOf", e1: ".price", mid: " * ", e2: ".quantity" },
        { helper: "areaOf", e1: ".width", mid: " * ", e2: ".height" },
        { helper: "labelOf", e1: ".code", mid: ' + ": " + ', e2: ".title" },
        { helper: "durationOf", e1: ".end", mid: " - ", e2: ".start" },
        { helper: "marginOf", e1: ".price", mid: " - ", e2: ".cost" },
        { helper: "ratioOf", e1: ".used", mid: " / ", e2: ".total" },
        { helper: "keyOf", e1: ".type", mid: ' + "/" + ', e2: ".id" },
        { helper: "addressOf", e1: ".street", mid: ' + ", " + ', e2: ".city" },
      ],
    ],
    code: [
      `
      const ‹helper› = (‹thing›: ‹Thing›) => ‹thing›‹e1›‹mid›‹thing›‹e2›;

      ƒ describe‹Thing›(‹thing›: ‹Thing›): string {
        const value = ⟦‹thing›‹e1›‹mid›‹thing›‹e2›→‹helper›(‹thing›)⟧;
        ‹fill›
        return ´€{‹thing›.id} = €{value}´;
      ƒ}
      `,
      `
      import { ‹helper› } from "./‹thing:kebab›-helpers";

      export function ‹Thing›Cell({ ‹thing›, isWide }: ‹Thing›CellProps) {
        if (isWide) return <b>{‹helper›(‹thing›)}</b>;
        return (
          <span className="‹thing:kebab›">
            {⟦‹thing›‹e1›‹mid›‹thing›‹e2›→‹helper›(‹thing›)⟧}
          </span>
        );
      }
      `,
      `
      ƒ ‹helper›(‹thing›: ‹Thing›) {
        return ‹thing›‹e1›‹mid›‹thing›‹e2›;
      ƒ}

      ƒ list‹Things›(‹things›: ‹Thing›[]) {
        return ‹things›.filter((one) => one.active).map((one) => ⟦one‹e1›‹mid›one‹e2›→‹helper›(one)⟧);
      ƒ}
      `,
    ],
  }),
  sketched("promise-around-promise", {
    seen: [
      "=no need [for|to make] a new Promise, {call} gives one[ already|]",
      "return the promise of {call} [directly|itself]",
      "=explicit promise construction[ antipattern|]",
      "=why wrap {call} in a new Promise?",
      "drop the new Promise[ around {call}|]",
      "={call} [already is|returns] a promise",
      "=the promise wrapper is [superfluous|redundant|unnecessary]",
      "=can't we just return {call}?",
      "simplify: just return what {call} returns",
      "=resolve and reject by hand isn't needed",
      "unwrap it, {call} can be returned as it is",
      "=new Promise around a promise",
      "=[new Promise|the wrapper] [adds nothing|is not needed] here, {call} [does it|is one already]",
      "=just [return|give back] the promise [of|from] {call}",
      "=what's the new Promise [for|good for]?",
    ],
    unseen: ["=two promises where one would do", "get rid of the wrapping promise"],
    vars: {
      call: [
        "load‹Thing›",
        "fetch‹Thing›",
        "store.find",
        "client.request",
        "db.query",
        "api.get",
        "read‹Thing›",
      ],
    },
    code: [
      `
      ƒ open‹Thing›(id: string): Promise<‹Thing›> {
        ‹fill›
        ⟦return new Promise((resolve, reject) => {
          ‹call›(id)
            .then(resolve)
            .catch(reject);
        });→return ‹call›(id);⟧
      ƒ}

      ƒ wait(ms: number): Promise<void> {
        return new Promise((resolve) => setTimeout(resolve, ms));
      ƒ}
      `,
      `
      export class ‹Thing›Gateway {
        find(id: string) {
          ⟦return new Promise<‹Thing›>((resolve, reject) => {
            ‹call›(´‹things:kebab›/€{id}´).then(
              (‹thing›) => resolve(‹thing›),
              (error) => reject(error),
            );
          });→return ‹call›(´‹things:kebab›/€{id}´);⟧
        }

        close(): Promise<void> {
          return Promise.resolve();
        }
      }
      `,
      `
      export const get‹Thing› = (id: string, signal: AbortSignal) => ⟦new Promise((resolve, reject) => {
        ‹call›(id, { signal }).then(resolve, reject);
      })→‹call›(id, { signal })⟧;
      `,
    ],
  }),
  sketched("tuple-to-object", {
    seen: [
      "return an object [with|of] {a} and {b} instead of [a tuple|an array]",
      "=which one was first? return an object with {a} and {b}",
      "=the [tuple|array] is hard to remember, object with {a} and {b} [pls|please]",
      "=callers mix up {a} and {b}, [an object would help|return them in an object]",
      "=can {fn} return an object? {a}, {b}",
      "=[positions|indexes] are confusing, names would be better: {a} and {b}",
      "make {fn} return {a} and {b} by name, as an object",
      "=named results instead of the tuple",
      "change the result of {fn} to an object ({a}, {b})",
      "=i always get the order of {a} and {b} wrong",
      "=would prefer an object over the pair from {fn}",
      "=[an object|object] instead of the [tuple|array|pair] from {fn}[ pls|]",
      "=[results|values] by [name|property], not by [position|index] ({a}, {b})",
      "=does {a} come first or {b}? [properties|an object] would [make that clear|help]",
    ],
    unseen: [
      "=the meaning of index 0 and 1 isn't obvious, {a} and {b} should be properties",
      "give the two results of {fn} names",
    ],
    rows: [
      [
        { fn: "split", a: "valid", b: "invalid", t: "string[]" },
        { fn: "bounds", a: "min", b: "max", t: "number" },
        { fn: "diff", a: "added", b: "removed", t: "string[]" },
        { fn: "parseRange", a: "from", b: "to", t: "number" },
        { fn: "measure", a: "width", b: "height", t: "number" },
        { fn: "partition", a: "matching", b: "rest", t: "string[]" },
        { fn: "sums", a: "income", b: "expenses", t: "number" },
        { fn: "parseName", a: "first", b: "last", t: "string" },
        { fn: "locate", a: "line", b: "column", t: "number" },
        { fn: "window", a: "start", b: "end", t: "number" },
      ],
    ],
    code: [
      `
      function ‹fn›(‹thing›: ‹Thing›): ⟦[‹t›, ‹t›]→{ ‹a›: ‹t›; ‹b›: ‹t› }⟧ {
        const ‹a› = compute(‹thing›, "‹a›");
        const ‹b› = compute(‹thing›, "‹b›");
        return ⟦[‹a›, ‹b›]→{ ‹a›, ‹b› }⟧;
      }

      export function report(‹thing›: ‹Thing›): void {
        const ⟦[‹a›, ‹b›]→{ ‹a›, ‹b› }⟧ = ‹fn›(‹thing›);
        print(‹a›, ‹b›);
      }
      `,
      `
      export class ‹Thing›Analyzer {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        ‹fn›(): ⟦[‹t›, ‹t›]→{ ‹a›: ‹t›; ‹b›: ‹t› }⟧ {
          const ‹a› = this.read("‹a›");
          const ‹b› = this.read("‹b›");
          ‹fill›
          return ⟦[‹a›, ‹b›]→{ ‹a›, ‹b› }⟧;
        }

        names(): string[] {
          return [this.title, ...this.‹things›.map((one) => one.name)];
        }
      }
      `,
      `
      const ‹fn› = (text: string) => {
        const [‹a› = "", ‹b› = ""] = text.split("«,|-|:»");
        return ⟦[‹a›.trim(), ‹b›.trim()]→{ ‹a›: ‹a›.trim(), ‹b›: ‹b›.trim() }⟧;
      };

      export const show = (text: string) => {
        const ⟦[‹a›, ‹b›]→{ ‹a›, ‹b› }⟧ = ‹fn›(text);
        return ´€{‹a›} / €{‹b›}´;
      };
      `,
    ],
  }),
  sketched("one-or-many", {
    seen: [
      "=can [this|it|{fn}] also take a single {one}?",
      "[accept|allow] a single {one} [as well|too]",
      "=i only have one {one}, why do i need an array?",
      "=should [also |]work with one {one}[, not only a list|]",
      "=passing [just one|a single] {one} should be ok[ too|]",
      "let {fn} take one or many",
      "=sometimes there's just one {one}, then {fn} should take it without an array",
      "={fn}({one}) should work like {fn} with a list of one",
      "make {many} accept a single {one} too, besides the array",
      "=have to wrap a single {one} in an array each time",
      "={many}: one or an array",
      "support a single {one} in {fn}",
      "=should also work for one {one}, please",
      "=type error when i [pass|give] a single {one} to {fn}, [should be|make it] [allowed|possible]",
      "=a single {one} [gives|leads to] a type error, [allow|accept] it",
      "=do i really [have to|need to] wrap [one|a single] {one} in an array?",
      "=[one|a single] {one} or [several|a list], both should [work|be fine]",
    ],
    unseen: ["=a lone {one} should do, without brackets around it", "={fn} for one {one} or several"],
    rows: [
      [
        { one: "id", many: "ids", t: "string" },
        { one: "tag", many: "tags", t: "string" },
        { one: "path", many: "paths", t: "string" },
        { one: "email", many: "emails", t: "string" },
        { one: "key", many: "keys", t: "string" },
        { one: "number", many: "numbers", t: "number" },
        { one: "code", many: "codes", t: "string" },
        { one: "name", many: "names", t: "string" },
        { one: "url", many: "urls", t: "URL" },
        { one: "date", many: "dates", t: "Date" },
        { one: "userId", many: "userIds", t: "number" },
      ],
    ],
    vars: {
      fn: [
        "archive",
        "remove",
        "load",
        "notify",
        "publish",
        "lock",
        "mark",
        "prefetch",
        "subscribe",
        "restore",
      ],
    },
    code: [
      `
      ƒ async ‹fn›(‹many›: ⟦‹t›[]→‹t› | ‹t›[]⟧): Promise<void> {
        ⟦→const list = Array.isArray(‹many›) ? ‹many› : [‹many›];⟧
        await db("‹things:snake›").whereIn("‹one›", ⟦‹many›→list⟧).update({ «archived: true|state: "done"|seen: true» });
        ‹fill›
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        constructor(private readonly http: Http) {}

        ‹fn›(‹many›: ⟦‹t›[]→‹t› | ‹t›[]⟧, ‹others›: ‹Other›[]): void {
          ⟦→const list = Array.isArray(‹many›) ? ‹many› : [‹many›];⟧
          for (const one of ⟦‹many›→list⟧) {
            this.http.post("/‹things:kebab›", { one, ‹others› });
          }
        }
      }
      `,
      `
      ƒ ‹fn›(‹thing›: ‹Thing›, ‹many›: ⟦‹t›[]→‹t› | ‹t›[]⟧) {
        ⟦→const list = Array.isArray(‹many›) ? ‹many› : [‹many›];⟧
        return ⟦‹many›→list⟧.map((one) => ({ ‹thing›, one }));
      ƒ}
      `,
    ],
  }),
  sketched("enum-to-const-object", {
    seen: [
      "turn the enum into a const object[ with a type of the same name|, plus a type with the same name]",
      "=no enums[ in our code base|], const object and type instead",
      "replace the enum {type} [by|with] an `as const` object and a type",
      "=erasableSyntaxOnly doesn't allow enums[, use an as const object and a type of the same name|: as const object]",
      "={type} as a const object[ instead of an enum|, not an enum]",
      "=can {type} be a plain object (as const) with a type next to it?",
      "=node can't strip enums, make {type} an as const object",
      "get rid of the enum {type}: as const object and union type of its values",
      "=[we|our team] stopped using enums. as const object for {type}[ pls|]",
      "={type}: const object, not enum",
      "convert {type} to an object with as const",
      "=[enums|enum {type}] compile to [odd|strange|a lot of] code, as const object [pls|instead]",
      "=could {type} be an `as const` object [rather than|instead of] an enum, with a type [of its values|beside it]?",
      "=[bundler|build|esbuild] has trouble with the enum, [make it an as const object|as const object instead]",
    ],
    unseen: [
      "=the style guide forbids enum, {type} should be an object as const and a type derived from it",
      "write {type} without enum: frozen by `as const`, type from the values",
    ],
    rows: [
      [
        { type: "Status", a: "Open", b: "Closed", c: "Archived" },
        { type: "Role", a: "Admin", b: "Member", c: "Guest" },
        { type: "Level", a: "Debug", b: "Info", c: "Error" },
        { type: "Direction", a: "Up", b: "Down", c: "Left" },
        { type: "Plan", a: "Free", b: "Team", c: "Business" },
        { type: "Channel", a: "Email", b: "Sms", c: "Push" },
        { type: "Kind", a: "Note", b: "Task", c: "Event" },
        { type: "Visibility", a: "Public", b: "Private", c: "Hidden" },
        { type: "Currency", a: "Euro", b: "Dollar", c: "Pound" },
        { type: "Phase", a: "Start", b: "Running", c: "Done" },
      ],
    ],
    code: [
      `
      ⟦export enum ‹type› {
        ‹a› = "‹a:snake›",
        ‹b› = "‹b:snake›",
        ‹c› = "‹c:snake›",
      }→export const ‹type› = {
        ‹a›: "‹a:snake›",
        ‹b›: "‹b:snake›",
        ‹c›: "‹c:snake›",
      } as const;

      export type ‹type› = (typeof ‹type›)[keyof typeof ‹type›];⟧

      ƒ isFirst(‹thing›: ‹Thing›): boolean {
        return ‹thing›.‹type:camel› === ‹type›.‹a›;
      ƒ}
      `,
      `
      import type { ‹Thing› } from "./‹thing:kebab›";

      ⟦enum ‹type› {
        ‹a› = "‹a:CONST›",
        ‹b› = "‹b:CONST›",
      }→const ‹type› = {
        ‹a›: "‹a:CONST›",
        ‹b›: "‹b:CONST›",
      } as const;

      type ‹type› = (typeof ‹type›)[keyof typeof ‹type›];⟧

      export class ‹Thing›Machine {
        private current: ‹type› = ‹type›.‹a›;

        next(): void {
          this.current = ‹type›.‹b›;
        }
      }
      `,
      `
      /** How ‹things:words› are. */
      ⟦export enum ‹type› {
        ‹a› = 1,
        ‹b› = 2,
        ‹c› = 3,
      }→export const ‹type› = {
        ‹a›: 1,
        ‹b›: 2,
        ‹c›: 3,
      } as const;

      export type ‹type› = (typeof ‹type›)[keyof typeof ‹type›];⟧

      export interface ‹Thing› {
        id: string;
        ‹type:camel›: ‹type›;
      }
      `,
    ],
  }),
  sketched("callback-parameter-last", {
    seen: [
      "=swap the params, {callback} last",
      "put {callback} last",
      "=the callback should [come|be] last[ in the parameters|]",
      "={callback} [belongs|should go] at the end[ of the parameters|]",
      "move {callback} behind {list}",
      "=can {callback} be the [second|last] parameter?",
      "swap the two parameters, {list} first",
      "={list} first, then {callback}",
      "=unlike everywhere else {callback} comes first here",
      "=[callback|function] first reads badly, swap them",
      "change the order: {list}, {callback}",
      "=order of the parameters is the wrong way round, {list} should be first",
      "[put|move] {list} [in front of|before] {callback}",
      "=[style guide|convention]: callbacks [last|at the end], so {callback} after {list}",
      "=calling this with a multi-line {callback} is [ugly|awkward], [swap them|{list} first]",
    ],
    unseen: ["=functions last is our convention, {callback} isn't", "make {list} the first parameter of it"],
    rows: [
      [
        { callback: "predicate", ct: "(item: T) => boolean" },
        { callback: "callback", ct: "(item: T) => void" },
        { callback: "keyOf", ct: "(item: T) => string" },
        { callback: "compare", ct: "(a: T, b: T) => number" },
        { callback: "fn", ct: "(item: T, index: number) => void" },
        { callback: "score", ct: "(item: T) => number" },
        { callback: "visit", ct: "(item: T) => void" },
        { callback: "isEqual", ct: "(a: T, b: T) => boolean" },
      ],
    ],
    vars: { list: ["items", "list", "values", "array", "rows", "all", "elements"] },
    code: [
      `
      ƒ «each|walk|process»<T>(⟦‹callback›: ‹ct›, ‹list›: T[]→‹list›: T[], ‹callback›: ‹ct›⟧): T[] {
        const result: T[] = [];
        for (const item of ‹list›) {
          run(‹callback›, item, result);
        }
        return result;
      ƒ}
      `,
      `
      export class ‹Thing›Tools {
        static apply<T>(⟦‹callback›: ‹ct›, ‹list›: readonly T[]→‹list›: readonly T[], ‹callback›: ‹ct›⟧): T[] {
          return transform([...‹list›], ‹callback›);
        }

        static size(‹things›: ‹Thing›[], ‹other›: ‹Other›): number {
          return ‹things›.length + ‹other›.size;
        }
      }
      `,
      `
      const handle = <T>(⟦‹callback›: ‹ct›, ‹list›: Iterable<T>→‹list›: Iterable<T>, ‹callback›: ‹ct›⟧) => {
        ‹fill›
        const copy = Array.from(‹list›);
        return copy.length > 0 ? apply(copy, ‹callback›) : undefined;
      };

      export default handle;
      `,
      `
      import type { ‹Thing› } from "./types";

      type T = ‹Thing›;

      export async function loadAll(⟦‹callback›: ‹ct›, ‹list›: Promise<T>[]→‹list›: Promise<T>[], ‹callback›: ‹ct›⟧): Promise<void> {
        const loaded = await Promise.all(‹list›);
        finish(loaded, ‹callback›);
      }
      `,
    ],
  }),
  sketched("parameters-to-one-object", {
    seen: [
      "=callers [mix up|confuse|swap] {a} and {b}, take [them in an|an] object instead",
      "take an object with {a} and {b} instead of two parameters",
      "=two {t}s [in a row|one after the other], easy to mix up. object parameter pls",
      "=[named|object] parameters for {fn}[ pls|]",
      "=can {fn} take one object with {a} and {b}?",
      "make {fn} take one object ({a}, {b})",
      "=what's the first argument of {fn} again? an object would be clearer",
      "=same type for {a} and {b}, nobody notices when they're swapped. use an object",
      "turn the parameters of {fn} into an object",
      "=positional {a} and {b} are error-prone, object please",
      "=i passed {b} as {a} and nothing complained. destructured object instead",
      "=[object|named] [args|arguments|parameters] for {fn}, {a} and {b} get [swapped|mixed up]",
      "=mixed up {a} and {b} [again|yesterday], can {fn} take [an|one] object?",
      "=which is {a} and which {b}? [object|named] parameters [pls|please|would help]",
    ],
    unseen: [
      "=at the call one should see which is {a} and which is {b}",
      "destructure {a} and {b} from a single parameter of {fn}",
    ],
    rows: [
      [
        { a: "from", b: "to", t: "string", va: '"a"', vb: '"b"' },
        { a: "width", b: "height", t: "number", va: "800", vb: "600" },
        { a: "min", b: "max", t: "number", va: "1", vb: "10" },
        { a: "userId", b: "teamId", t: "string", va: '"u1"', vb: '"t1"' },
        { a: "source", b: "target", t: "string", va: '"in"', vb: '"out"' },
        { a: "lat", b: "lng", t: "number", va: "52.5", vb: "13.4" },
        { a: "start", b: "end", t: "Date", va: "monday", vb: "friday" },
        { a: "oldName", b: "newName", t: "string", va: '"tmp"', vb: '"final"' },
        { a: "page", b: "size", t: "number", va: "1", vb: "20" },
        { a: "title", b: "body", t: "string", va: '"Hi"', vb: '"Text"' },
      ],
    ],
    vars: {
      fn: ["move‹Thing›", "create‹Thing›", "find‹Things›", "send‹Thing›", "copy‹Thing›", "show‹Thing›"],
    },
    code: [
      `
      function ‹fn›(⟦‹a›: ‹t›, ‹b›: ‹t›→{ ‹a›, ‹b› }: { ‹a›: ‹t›; ‹b›: ‹t› }⟧): void {
        ‹fill›
        «queue|store|client».push(["‹thing:kebab›", ‹a›, ‹b›]);
      }

      ‹fn›(⟦‹va›, ‹vb›→{ ‹a›: ‹va›, ‹b›: ‹vb› }⟧);
      `,
      `
      export class ‹Thing›Api {
        ‹fn›(⟦‹a›: ‹t›, ‹b›: ‹t›→{ ‹a›, ‹b› }: { ‹a›: ‹t›; ‹b›: ‹t› }⟧): Promise<‹Thing›> {
          return this.http.post("/‹things:kebab›", { ‹a›, ‹b› });
        }

        list(‹other›: ‹Other›, limit: number): Promise<‹Thing›[]> {
          return this.http.get("/‹things:kebab›", { ‹other›, limit });
        }
      }
      `,
      `
      const ‹fn› = async (⟦‹a›: ‹t›, ‹b›: ‹t›→{ ‹a›, ‹b› }: { ‹a›: ‹t›; ‹b›: ‹t› }⟧) => {
        const res = await request("/‹things:kebab›", { ‹a›, ‹b› });
        return res.json();
      };

      export const ‹other›Example = () => ‹fn›(⟦‹va›, ‹vb›→{ ‹a›: ‹va›, ‹b›: ‹vb› }⟧);
      `,
    ],
  }),
  sketched("split-check-messages", {
    seen: [
      "=one can't tell what's wrong, split it: {textM1} and {textM2}",
      "split the check, {textM1} for {a} and {textM2} for {b}",
      "=different messages for {a} and {b}: {textM1} and {textM2}",
      "=the message doesn't say which one is missing. {textM1} or {textM2}",
      "=is it {a} or {b}? two checks, {textM1} and {textM2}",
      "=users don't know [what|which] to fix. {textM1} if there's no {a}, {textM2} if there's no {b}",
      "=can {a} and {b} have their own errors? {textM1} / {textM2}",
      "throw {textM1} without {a} and {textM2} without {b}",
      "separate the two cases: {textM1}, {textM2}",
      "=vague error, want {textM1} resp. {textM2}",
      "=should be two ifs: {a} with {textM1}, {b} with {textM2}",
      "check {a} and {b} [separately|one after the other], with {textM1} and {textM2}",
      "=two [errors|messages] [instead of one|would help]: {textM1}, {textM2}",
      "=[which one|what] is missing? say {textM1} or {textM2}",
      "=no {a} and no {b} [look the same|give the same error], [should be|want] {textM1} and {textM2}",
      "=own message for both: {textM1}, {textM2}",
      "=[{a} and {b}|both cases] [share|have] one message, make it {textM1} and {textM2}",
      "=[which|what] exactly is missing? {textM1} [or|resp.] {textM2}",
    ],
    unseen: ["=support can't help with that error. if {a} is missing say {textM1}, if {b} is {textM2}"],
    rows: [
      [
        { a: "email", b: "password" },
        { a: "name", b: "price" },
        { a: "title", b: "author" },
        { a: "from", b: "to" },
        { a: "street", b: "city" },
        { a: "token", b: "userId" },
        { a: "file", b: "folder" },
        { a: "amount", b: "currency" },
        { a: "key", b: "secret" },
        { a: "host", b: "user" },
      ],
    ],
    vars: {
      m1: ["‹a› is missing", "‹a› is required", "no ‹a›", "‹a:Words› must not be empty"],
      m2: ["‹b› is missing", "‹b› is required", "no ‹b›", "‹b:Words› must not be empty"],
      old: ["missing data", "invalid input", "incomplete", "something is missing"],
    },
    code: [
      `
      ƒ create‹Thing›({ ‹a›, ‹b› }: ‹Thing›Input) {
        ⟦if (!‹a› || !‹b›) {
          throw new Error("‹old›");
        }→if (!‹a›) {
          throw new Error("‹m1›");
        }
        if (!‹b›) {
          throw new Error("‹m2›");
        }⟧
        ‹fill›
        return store.add({ ‹a›, ‹b› });
      ƒ}
      `,
      `
      export class ‹Thing›Validator {
        validate(input: ‹Thing›Input): void {
          if (!input.id) throw new Error("no id");
          ⟦if (!input.‹a› || !input.‹b›) throw new Error("‹old›");→if (!input.‹a›) throw new Error("‹m1›");
          if (!input.‹b›) throw new Error("‹m2›");⟧
        }
      }
      `,
      `
      ƒ async read‹Thing›(options: ‹Thing›Options): Promise<‹Thing›> {
        const { ‹a›, ‹b› } = options;
        ⟦if (!‹a› || !‹b›) throw new TypeError("‹old›");→if (!‹a›) throw new TypeError("‹m1›");
        if (!‹b›) throw new TypeError("‹m2›");⟧
        return client.send("‹thing:kebab›", ‹a›, ‹b›);
      ƒ}
      `,
      `
      export const on‹Thing›Submit = (form: ‹Thing›Form, setError: (text: string) => void) => {
        ⟦if (!form.‹a› || !form.‹b›) {
          setError("‹old›");
          return;
        }→if (!form.‹a›) {
          setError("‹m1›");
          return;
        }
        if (!form.‹b›) {
          setError("‹m2›");
          return;
        }⟧
        ‹fill›
        send(form);
      };
      `,
    ],
  }),
  sketched("rename-vague-variable", {
    seen: [
      "rename {old} to {new}",
      "={old} says nothing, call it {new}",
      "={old} should be {new}",
      "=what is {old}? [better|should be] {new}",
      "=bad name: {old}. {new} is what it is",
      "call {old} {new}",
      "=can we [name|call] {old} {new} instead?",
      "={new} would be a better name for {old}",
      "=i don't know what {old} means[. {new}?|, name it {new}]",
      "give {old} a proper name: {new}",
      "=naming: {old} is really {new}",
      "=nit: {new} instead of {old}",
      "={old} is a [bad|poor|meaningless] name, [make it|take|use] {new}",
      "=naming: {old} to {new}",
      "=[could|should] {old} be [called|named] {new}?",
      "=[pls|please] not {old}, [use|take|say] {new}",
      "={old}?? [that's|it's] {new}",
      "=i had to look up what {old} [is|was], [rename|call] it {new}",
    ],
    unseen: ["={old} isn't descriptive, i'd go for {new}", "use {new} as the name of {old}"],
    vars: {
      old: [
        "tmp",
        "data",
        "res",
        "x",
        "obj",
        "arr",
        "m",
        "foo",
        "stuff",
        "val",
        "d",
        "list2",
        "temp",
        "ret",
        "acc",
      ],
      new: ["by‹Key›", "‹things›By‹Key›", "grouped", "‹thing›Groups", "‹key›Groups", "groups", "per‹Key›"],
      key: ["customer", "owner", "country", "month", "status", "team", "category", "author", "region", "day"],
    },
    code: [
      `
      ƒ group‹Things›(‹things›: ‹Thing›[]) {
        const ⟦‹old›→‹new›⟧ = new Map<string, ‹Thing›[]>();
        for (const ‹thing› of ‹things›) {
          const list = ⟦‹old›→‹new›⟧.get(‹thing›.‹key›) ?? [];
          list.push(‹thing›);
          ⟦‹old›→‹new›⟧.set(‹thing›.‹key›, list);
        }
        return ⟦‹old›→‹new›⟧;
      ƒ}
      `,
      `
      ƒ count‹Things›(‹things›: ‹Thing›[], ‹others›: ‹Other›[]) {
        const ⟦‹old›→‹new›⟧: Record<string, number> = {};
        let total = ‹others›.length;
        ‹things›.forEach((one) => {
          ⟦‹old›→‹new›⟧[one.‹key›] = (⟦‹old›→‹new›⟧[one.‹key›] ?? 0) + 1;
          total += 1;
        });
        return { total, entries: Object.entries(⟦‹old›→‹new›⟧) };
      ƒ}
      `,
      `
      export class ‹Thing›Report {
        async build(): Promise<string[]> {
          const ⟦‹old›→‹new›⟧ = await this.source.groupBy("‹key›");
          ‹fill›
          const lines: string[] = [];
          for (const key of ⟦‹old›→‹new›⟧.keys()) {
            lines.push(´€{key}: €{⟦‹old›→‹new›⟧.get(key)?.length ?? 0}´);
          }
          return lines;
        }
      }
      `,
    ],
  }),
];
