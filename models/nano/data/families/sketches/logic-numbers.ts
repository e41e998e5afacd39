import { sketched } from "./sketch.ts";

/** What goes wrong with numbers. */
export const LOGIC_NUMBERS = [
  sketched("percent-of-hundred", {
    seen: [
      "={pct} is in percent, [not a fraction|it's not a fraction]",
      "=20 means 20 %[, divide by 100|, not 20 times]",
      "=with {pct} 10 the amount [explodes|is ten times as high|is way too high]",
      "=result is [much|way] too [large|big], {pct} [has to be|must be] divided by 100",
      "divide {pct} by 100",
      "=the {wordsPct} is given as 20 for 20%",
      "=forgot the / 100",
      "=why is [the result|it] off by a factor of 100?",
      "=we store {pct} as whole percents, not as 0.2",
      "=missing division by 100 for {pct}",
      "treat {pct} as percent",
      "=can {pct} be 15 instead of 0.15?",
      "=15 percent of 200 should be 30, not 3000",
      "=a {wordsPct} of 10 [multiplies|makes it ten times as much]",
      "=5 is meant as five percent",
      "=the result is a hundred times [too big|too high]",
    ],
    unseen: ["=people enter 7.5 for 7.5 % there", "expect {pct} between 0 and 100"],
    vars: { base: ["price", "amount", "total", "subtotal", "net", "salary", "budget", "value"] },
    rows: [
      [
        { pct: "discount", fn: "discountOf" },
        { pct: "discountPercent", fn: "reduction" },
        { pct: "taxRate", fn: "taxOf" },
        { pct: "vat", fn: "vatOf" },
        { pct: "fee", fn: "feeFor" },
        { pct: "interest", fn: "interestOn" },
        { pct: "commission", fn: "commissionOn" },
        { pct: "tip", fn: "tipFor" },
        { pct: "margin", fn: "marginOf" },
      ],
    ],
    code: [
      `
      ƒ ‹fn›(‹base›: number, ‹pct›: number): number {
        «if (‹base› <= 0) return 0;
        |if (‹pct› < 0) throw new RangeError("negative ‹pct:words›");
        |»return ⟦‹base› * ‹pct›→(‹base› * ‹pct›) / 100⟧;
      ƒ}
      `,
      `
      ƒ summarize‹Thing›(‹thing›: ‹Thing›) {
        const ‹base› = ‹thing›.quantity * ‹thing›.unitCost;
        const ‹fn› = ⟦‹base› * ‹thing›.‹pct›→(‹base› * ‹thing›.‹pct›) / 100⟧;
        ‹fill›
        return { ‹base›, ‹fn›, shipping: ‹thing›.weight * SHIPPING_RATE };
      ƒ}
      `,
      `
      export class ‹Thing›Calculator {
        constructor(private readonly ‹pct›: number, private readonly factor = 1) {}

        scale(‹base›: number) {
          return ‹base› * this.factor;
        }

        ‹fn›(‹base›: number) {
          return ⟦‹base› * this.‹pct›→(‹base› * this.‹pct›) / 100⟧;
        }
      }
      `,
    ],
  }),
  sketched("fraction-to-percent", {
    seen: [
      "=shows 0.5% [when|although] half of [it|the {wordsThings}] is done",
      "=[never gets above|stays at] 1 percent",
      "=should be in percent, [0 to 100|not 0 to 1]",
      "multiply by 100",
      "=percentage is [always |]0 or 1",
      "=[missing|forgot the] * 100",
      "=goes from 0 to 1 instead of [0 to 100|to 100]",
      "=why does it say 1% when everything is done?",
      "=half done should give 50",
      "give {pct} in percent",
      "=i'd expect 100 when all {wordsThings} are done, not 1",
      "=the {wordsPct} is a fraction, the display wants percent",
      "=the progress bar [stays|is] [empty|at zero] until the end",
      "=[tester|user] says it [jumps from 0 to 1|only ever says 0 or 1]",
      "=forgot to make it percent",
      "=times 100 [pls|please|is missing]",
      "=the % sign is there, but the number is between 0 and 1",
    ],
    unseen: ["=the bar hardly moves, it wants a value out of a hundred", "scale {pct} up to a hundred"],
    vars: {
      pct: ["percent", "progress", "percentage", "ratio", "share", "completion", "rate", "score"],
      done: ["done", "finished", "completed", "passed", "sent", "loaded", "read"],
    },
    code: [
      `
      ƒ ‹thing›‹Pct›(‹done›: number, total: number): number {
        if (total === 0) return 0;
        return Math.«round|floor»(⟦‹done› / total→(‹done› / total) * 100⟧);
      ƒ}
      `,
      `
      export function ‹Thing›Progress({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const ‹done› = ‹things›.filter((‹thing›) => ‹thing›.‹done›).length;
        const average = ‹things›.reduce((sum, ‹thing›) => sum + ‹thing›.size, 0) / ‹things›.length;
        const ‹pct› = Math.round(⟦‹done› / ‹things›.length→(‹done› / ‹things›.length) * 100⟧);
        return <p>{‹pct›}% «of ‹things:words› ‹done›|‹done›», {average} MB on average</p>;
      }
      `,
      `
      ƒ report‹Things›(stats: ‹Thing›Stats) {
        const ‹pct› = (⟦stats.‹done› / stats.total→(stats.‹done› / stats.total) * 100⟧).toFixed(«0|1|2»);
        const seconds = (stats.elapsed / 1000).toFixed(1);
        console.log(´€{‹pct›}% of ‹things:words› after €{seconds}s´);
      ƒ}
      `,
      `
      class ‹Thing›Job {
        ‹done› = 0;

        constructor(readonly total: number, private readonly startedAt = Date.now()) {}

        get ‹pct›() {
          return Math.round(⟦this.‹done› / this.total→(this.‹done› / this.total) * 100⟧);
        }

        get perSecond() {
          return Math.round(this.‹done› / (Date.now() - this.startedAt));
        }
      }
      `,
    ],
  }),
  sketched("nothing-of-nothing", {
    seen: [
      "=NaN when there are no {wordsThings}[ yet|]",
      "=[shows|gives|says] NaN [if|when] {total} is 0",
      "=divides by zero when {total} is 0, should be 0[ then|]",
      "=0 / 0 is NaN[, make it 0|]",
      "return 0 if {total} is 0",
      "=with {total} 0 it should just be 0",
      "guard against {total} being 0, result 0",
      "=Infinity or NaN as long as {total} is 0, i'd like 0",
      "=why NaN at the start, when {total} is still 0?",
      "=what if {total} is 0? should be 0 then",
      "=division by zero[ isn't handled|], 0 please",
      "=can it be 0 instead of NaN when there's nothing yet?",
      "=NaN% [on|for] a [fresh|new|brand-new] one",
      "=[before the first entry|at the very beginning] it's NaN",
      "=a {total} of [0|zero] [breaks it|isn't handled|gives NaN], should be 0",
      "=[zero|0] instead of NaN [pls|please]",
    ],
    unseen: [
      "=an empty start gives not a number, zero would be right",
      "avoid dividing by {total} when it is zero, answer zero",
    ],
    vars: {
      total: ["total", "count", "attempts", "capacity", "votes", "visits", "max"],
      part: ["done", "used", "passed", "sold", "sum", "wins", "open"],
    },
    code: [
      `
      ƒ ‹thing›Share(‹part›: number, ‹total›: number): number {
        ⟦→if (‹total› === 0) return 0;⟧
        «const share = ‹part› / ‹total›;
        return Math.min(1, share);|return ‹part› / ‹total›;|return Math.round((‹part› / ‹total›) * 100);»
      ƒ}
      `,
      `
      export class ‹Thing›Stats {
        ‹part› = 0;
        ‹total› = 0;

        add(amount: number, weight = 1) {
          this.‹part› += amount;
          this.‹total› += weight;
        }

        ratio(): number {
          ⟦→if (this.‹total› === 0) return 0;⟧
          return this.‹part› / this.‹total›;
        }
      }
      `,
      `
      ƒ rate‹Thing›({ ‹part›, ‹total›, seconds }: ‹Thing›Summary) {
        ‹fill›
        const perSecond = seconds === 0 ? 0 : ‹part› / seconds;
        const ratio = ⟦‹part› / ‹total›→‹total› === 0 ? 0 : ‹part› / ‹total›⟧;
        return { perSecond, ratio };
      ƒ}
      `,
    ],
  }),
  sketched("largest-of-none", {
    seen: [
      "=-Infinity when there are no {wordsThings}",
      "=[gives|returns|shows] -Infinity [for|with] an empty list",
      "=Math.max of nothing is -Infinity[, should be 0|]",
      "=should be 0 when there are none",
      "make it 0 for an empty list",
      "=min value -Infinity ends up in the [ui|db|report] if {things} is empty",
      "pass 0 to Math.max too",
      "=empty list of {wordsThings} isn't handled, want 0",
      "=what does it give when {things} is empty? should be 0",
      "=with no {wordsThings} the highest {wordsField} should be 0",
      "start the maximum at 0",
      "=why -Infinity? zero please if there's nothing",
      "=somebody [without|with no] {wordsThings} [sees|gets] -Infinity",
      "=negative infinity if [it's|the list is] empty, [0 please|should be 0]",
      "=max of an empty list [must|should] be 0",
      "handle [no|zero] {wordsThings}, 0 then",
    ],
    unseen: [
      "=negative infinity for someone with no {wordsThings} yet",
      "fall back to zero where {things} is empty",
    ],
    vars: {
      field: ["score", "price", "size", "position", "version", "amount", "age", "level", "width", "id"],
    },
    code: [
      `
      ƒ highest‹Field›(‹things›: ‹Thing›[]): number {
        «const known = ‹things›.filter((one) => one.‹field› > 1);
        |console.debug(‹things›.length);
        |»return Math.max(⟦→0, ⟧...‹things›.map((‹thing›) => ‹thing›.‹field›));
      ƒ}
      `,
      `
      export class ‹Thing›List {
        private ‹things›: ‹Thing›[] = [];

        next‹Field›() {
          return Math.max(⟦→0, ⟧...this.‹things›.map(({ ‹field› }) => ‹field›)) + 1;
        }

        clamp(value: number, limit: number) {
          return Math.max(limit, Math.min(value, this.‹things›.length));
        }
      }
      `,
      `
      ƒ ‹thing›Scale(‹things›: ‹Thing›[], height: number) {
        const ‹field›s = ‹things›.map((one) => one.‹field›);
        const top = Math.max(⟦→0, ⟧...‹field›s);
        ‹fill›
        return (value: number) => Math.max(height - value, top);
      ƒ}
      `,
    ],
  }),
  sketched("maximum-may-be-negative", {
    seen: [
      "=says 0 when all [the |]{wordsField}s are negative",
      "=wrong [maximum|result] if every {wordsField} is below zero",
      "=negative {wordsField}s are [ignored|never the highest]",
      "=doesn't [work|cope] with negative [numbers|{wordsField}s]",
      "start {best} at -Infinity",
      "=0 isn't even in the list but that's what [comes out|i get]",
      "=for -5, -3 it should give -3, it gives 0",
      "=the start value 0 is too high, use -Infinity",
      "=why does it return 0 for negative {wordsField}s?",
      "=should also work below zero, -Infinity as start",
      "begin with -Infinity[ instead of 0|, not 0]",
      "=the maximum of only negative {wordsField}s is [wrong|0]",
      "=[winter|in winter|below zero] it [always says|is always] 0",
      "=a list of only negatives [gives|returns|yields] 0",
      "[start|begin|initialise] with -Infinity [not with 0|instead of 0|pls]",
      "=the initial value [wins|beats them all] when all are negative",
    ],
    unseen: [
      "=below freezing it reports zero, as no {wordsField} beats it",
      "initialise {best} lower than any number",
    ],
    vars: {
      field: ["temperature", "balance", "change", "score", "offset", "profit", "delta", "elevation", "value"],
      best: ["max", "best", "highest", "largest", "peak", "top"],
    },
    code: [
      `
      ƒ «highest|largest|max»‹Field›(‹things›: ‹Thing›[]): number {
        let ‹best› = ⟦0→-Infinity⟧;
        «let seen = 0;
        |»for (const ‹thing› of ‹things›) {
          if (‹thing›.‹field› > ‹best›) ‹best› = ‹thing›.‹field›;
        }
        return ‹best›;
      ƒ}
      `,
      `
      ƒ summarize(‹field›s: number[]) {
        let sum = 0;
        let ‹best› = ⟦0→-Infinity⟧;
        for (const ‹field› of ‹field›s) {
          sum += ‹field›;
          ‹best› = Math.max(‹best›, ‹field›);
        }
        return { sum, ‹best›, count: ‹field›s.length };
      ƒ}
      `,
      `
      export class ‹Thing›Monitor {
        private count = 0;
        private ‹best› = ⟦0→-Infinity⟧;

        record(‹field›: number) {
          this.count++;
          if (‹field› > this.‹best›) this.‹best› = ‹field›;
        }

        report() {
          return ´€{this.count} seen, ‹best› €{this.‹best›}´;
        }
      }
      `,
      `
      ƒ top‹Thing›(‹things›: ‹Thing›[]) {
        ‹fill›
        return ‹things›.reduce((‹best›, { ‹field› }) => Math.max(‹best›, ‹field›), ⟦0→-Infinity⟧);
      ƒ}
      `,
    ],
  }),
  sketched("clamp-right-way-round", {
    seen: [
      "=always [gives|returns|is] {low}",
      "=the result is [always |]{low}, whatever i pass",
      "=min and max are [swapped|mixed up]",
      "=Math.min and Math.max are the wrong way round",
      "swap Math.min and Math.max",
      "=should [keep {value}|be] between {low} and {high}",
      "=clamping is broken, never gives anything but {low}",
      "=can't get [above|past] {low}",
      "=why is it {low} every time?",
      "make it stay between {low} and {high}",
      "=[every|any] {value} ends up as {low}",
      "=max/min mixed up here",
      "=the bounds don't work, it sticks to {low}",
      "=moving the slider [does nothing|has no effect]",
      "=[stuck|frozen|stays] at {low}",
      "=the clamp is [inverted|backwards|the wrong way round]",
      "=anything between {low} and {high} should be kept as it is",
    ],
    unseen: [
      "=no matter how far i drag it, it sits at the lower end",
      "limit {value} properly to {low}..{high}",
    ],
    vars: { value: ["value", "volume", "position", "zoom", "page", "speed", "width", "brightness", "index"] },
    rows: [
      [
        { low: "min", high: "max" },
        { low: "low", high: "high" },
        { low: "lower", high: "upper" },
        { low: "from", high: "to" },
        { low: "start", high: "end" },
        { low: "floor", high: "ceiling" },
      ],
    ],
    code: [
      `
      ƒ clamp«|Number|‹Value›»(‹value›: number, ‹low›: number, ‹high›: number): number {
        «if (Number.isNaN(‹value›)) return ‹low›;
        |»return Math.⟦min(‹low›, Math.max→max(‹low›, Math.min⟧(‹high›, ‹value›));
      ƒ}
      `,
      `
      export class ‹Thing›Control {
        ‹value› = 0;

        constructor(private ‹low›: number, private ‹high›: number) {}

        set‹Value›(‹value›: number) {
          const rounded = Math.round(‹value›);
          this.‹value› = Math.⟦min(this.‹low›, Math.max→max(this.‹low›, Math.min⟧(this.‹high›, rounded));
          «this.emit("change", this.‹value›);|this.render();|»
        }
      }
      `,
      `
      export function ‹Thing›Slider({ ‹low›, ‹high›, onChange }: ‹Thing›SliderProps) {
        const handleChange = (event: ChangeEvent<HTMLInputElement>) => {
          const ‹value› = Number(event.target.value);
          onChange(Math.⟦min(Math.max(‹value›, ‹high›), ‹low›)→max(Math.min(‹value›, ‹high›), ‹low›)⟧);
        };
        return <input type="range" min={‹low›} max={‹high›} onChange={handleChange} />;
      }
      `,
    ],
  }),
  // What is not allowed already is refused: the new bound goes the same way.
  sketched("upper-bound-as-well", {
    seen: [
      "=anything above {limit} should be [refused|rejected] [too|as well]",
      "={limit} is the maximum",
      "={name} {over} gets through[ as well|], at most {limit} [is allowed|are allowed]",
      "=also refuse {wordsName} over {limit}",
      "=no upper limit[ yet|], should be {limit}",
      "reject {name} above {limit} [in the same way|too]",
      "=more than {limit} must fail [too|the same way]",
      "=accepts {over}, the limit is {limit}",
      "check for more than {limit} as well",
      "=why is {over} accepted? {limit} is the most we allow",
      "=needs an upper bound ({limit})",
      "=can't be greater than {limit}",
      "=someone entered {over}, everything beyond {limit} is invalid",
      "=only the lower bound is checked, {limit} is the [upper one|maximum]",
      "=there's no maximum[ for {name}|], should be {limit}",
      "=[tester|somebody|a user] [entered|typed|sent] {over} and it [went through|was accepted], {limit} is the limit",
      "fail for [anything|everything] over {limit} [too|as well]",
    ],
    unseen: [
      "={over} slipped in, {limit} is as far as it goes",
      "cap what is accepted for {name} at {limit} with that same error",
    ],
    rows: [
      [
        { name: "port", limit: "65535", over: "99999", low: "1" },
        { name: "percent", limit: "100", over: "250", low: "0" },
        { name: "age", limit: "120", over: "900", low: "0" },
        { name: "month", limit: "12", over: "13", low: "1" },
        { name: "quantity", limit: "99", over: "5000", low: "1" },
        { name: "hour", limit: "23", over: "24", low: "0" },
        { name: "latitude", limit: "90", over: "120", low: "-90" },
        { name: "pageSize", limit: "200", over: "100000", low: "1" },
        { name: "stars", limit: "5", over: "6", low: "1" },
        { name: "quality", limit: "100", over: "101", low: "1" },
      ],
    ],
    code: [
      `
      ƒ read‹Name›(input: string): number {
        const ‹name› = Number(input);
        if (!Number.isInteger(‹name›) || ‹name› < ‹low›⟦→ || ‹name› > ‹limit›⟧) {
          throw new Error(´«bad|invalid» ‹name:words›: €{input}´);
        }
        return ‹name›;
      ƒ}
      `,
      `
      ƒ validate‹Thing›(‹thing›: ‹Thing›Input): string[] {
        const errors: string[] = [];
        if (‹thing›.name.length === 0 || ‹thing›.name.length > 80) errors.push("name is invalid");
        if (‹thing›.‹name› < ‹low›⟦→ || ‹thing›.‹name› > ‹limit›⟧) errors.push("‹name:words› is invalid");
        return errors;
      ƒ}
      `,
      `
      export class ‹Thing› {
        private _‹name› = ‹low›;

        set ‹name›(‹name›: number) {
          if (‹name› < ‹low›⟦→ || ‹name› > ‹limit›⟧) throw new RangeError("‹name:words› out of range");
          this._‹name› = ‹name›;
        }

        get ‹name›() {
          return this._‹name›;
        }
      }
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const ‹name› = Number(req.body.‹name›);
        ‹fill›
        if (‹name› < ‹low›⟦→ || ‹name› > ‹limit›⟧) {
          return res.status(«400|422»).json({ error: "invalid ‹name:words›" });
        }
        res.json(await create‹Thing›(‹name›));
      });
      `,
    ],
  }),
  sketched("refuse-not-a-number", {
    seen: [
      "=abc [gets through|is accepted] [as well|too]",
      "=NaN [gets through|passes the check|isn't caught]",
      "=text that isn't a number [is accepted|gets through]",
      "check for NaN [too|as well]",
      "refuse NaN in the same way",
      "=should fail for {textBad} too",
      "=typing {textBad} isn't rejected, it ends up as NaN",
      "=NaN < {low} is false, so it's let through",
      "=why is {textBad} accepted?",
      "=missing NaN check for {name}",
      "reject it if {name} isn't a number[ at all|]",
      "=what if {name} is NaN? same error please",
      "=comparisons with NaN are always false, so garbage is accepted",
      "=[letters|words] instead of a number [get through|are accepted]",
      "=NaN ends up in the [db|database|query]",
      "=isn't checked for NaN",
      "also [reject|refuse|fail for] {textBad}",
    ],
    unseen: ["={textBad} sails through validation", "let garbage for {name} fail like the others"],
    rows: [
      [
        { name: "amount", bad: "12 euros", low: "0" },
        { name: "limit", bad: "all", low: "1" },
        { name: "age", bad: "forty", low: "0" },
        { name: "page", bad: "two", low: "1" },
        { name: "quantity", bad: "lots", low: "1" },
        { name: "price", bad: "free", low: "0" },
        { name: "timeout", bad: "5s", low: "0" },
        { name: "weight", bad: "3kg", low: "0" },
      ],
    ],
    code: [
      `
      ƒ parse‹Name›(text: string): number {
        const ‹name› = Number(text);
        if (⟦→Number.isNaN(‹name›) || ⟧‹name› < ‹low›) {
          throw new RangeError(´«invalid|bad» ‹name:words›: €{text}´);
        }
        return ‹name›;
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹name› = Number(req.query.‹name›);
        const sort = req.query.sort ?? "name";
        if (⟦→Number.isNaN(‹name›) || ⟧‹name› < ‹low›) return res.sendStatus(400);
        res.json(await find‹Things›({ ‹name›, sort }));
      });
      `,
      `
      export class ‹Thing›Form {
        errors: string[] = [];

        read(fields: Record<string, string>) {
          const ‹name› = Number(fields.‹name›);
          const label = fields.label.trim();
          if (label === "" || label.length > 60) this.errors.push("label");
          if (⟦→Number.isNaN(‹name›) || ⟧‹name› < ‹low›) this.errors.push("‹name›");
          return { label, ‹name› };
        }
      }
      `,
    ],
  }),
  sketched("last-may-be-drawn", {
    seen: [
      "={high} [never comes up|is never drawn|is never returned]",
      "=never gives {high}, should be inclusive",
      "={low} to {high}, both included",
      "make {high} inclusive",
      "=the {high} is never reached",
      "=random number [should|must] include {high}",
      "=why do i never get {high}?",
      "={high} should be [possible|included] [as well|too]",
      "add 1 to the range[ so that {high} can come up|]",
      "=off by one, {high} [isn't possible|is left out]",
      "=rolled it 10000 times, not one {high}",
      "=from {low} up to and including {high}, please",
      "=the biggest [value|number] never [shows up|appears|occurs]",
      "=should go [up to|all the way to] {high}",
      "=exclusive upper bound, [want|should be] inclusive",
      "=a range from 1 to 6 only [gives|ever gives] 1 to 5",
    ],
    unseen: ["=the upper end {high} has no chance", "give {high} a chance too"],
    rows: [
      [
        { low: "min", high: "max" },
        { low: "low", high: "high" },
        { low: "from", high: "to" },
        { low: "lower", high: "upper" },
        { low: "first", high: "last" },
        { low: "smallest", high: "largest" },
      ],
    ],
    code: [
      `
      ƒ random«Int|Integer|Between»(‹low›: number, ‹high›: number): number {
        «if (‹low› > ‹high›) throw new RangeError("empty range");
        |»return Math.floor(Math.random() * (‹high› - ‹low›⟦→ + 1⟧)) + ‹low›;
      ƒ}
      `,
      `
      export class Dice {
        constructor(private readonly ‹low› = 1, private readonly ‹high› = 6) {}

        roll(): number {
          return this.‹low› + Math.floor(this.random() * (this.‹high› - this.‹low›⟦→ + 1⟧));
        }

        get range() {
          return this.‹high› - this.‹low›;
        }
      }
      `,
      `
      ƒ make‹Thing›(id: number, ‹low›: number, ‹high›: number): ‹Thing› {
        const middle = ‹low› + (‹high› - ‹low›) / 2;
        const amount = Math.floor(Math.random() * (‹high› - ‹low›⟦→ + 1⟧) + ‹low›);
        ‹fill›
        return { id, amount, isHigh: amount > middle };
      ƒ}
      `,
    ],
  }),
  sketched("pages-count-from-one", {
    seen: [
      "=page 1 shows [the second page|what belongs on page 2]",
      "=the first {size} {wordsThings} [are never shown|are missing|never appear]",
      "=pages start at 1",
      "={page} starts at 1[, not 0|]",
      "=[skips|misses] the first {wordsThings}",
      "=the offset is one page too far",
      "use {page} - 1 for the offset",
      "=off by one[ page|]",
      "=page 1 should start at 0",
      "=why are the first {wordsThings} missing on page 1?",
      "subtract 1 from {page}",
      "=everything is [shifted|off] by a page",
      "=can't get to the first {wordsThings}, {page} counts from 1",
      "=[tester|user]: the [first page|list] starts at entry [11|21|26]",
      "=where are the first {size} {wordsThings}?",
      "=first page is page 1, not [page |]0",
      "=page 1 and the first {wordsThings} are skipped[, off by one|]",
    ],
    unseen: [
      "=opening the list i start with the wrong chunk of {wordsThings}, the very first lot is nowhere",
      "count {page} from one",
    ],
    vars: {
      page: ["page", "pageNumber", "currentPage", "pageNo"],
      size: ["pageSize", "perPage", "limit", "size", "rowsPerPage"],
    },
    code: [
      `
      ƒ paginate‹Things›(‹things›: ‹Thing›[], ‹page›: number, ‹size›: number) {
        const start = ⟦‹page›→(‹page› - 1)⟧ * ‹size›;
        «const pageCount = Math.ceil(‹things›.length / ‹size›);
        return { pageCount, rows: ‹things›.slice(start, start + ‹size›) };|return ‹things›.slice(start, start + ‹size›);»
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹page› = Number(req.query.page ?? 1);
        const ‹size› = Number(req.query.size ?? «10|20|50»);
        const [rows, count] = await Promise.all([
          db.‹things›.find({ take: ‹size›, skip: ⟦‹page›→(‹page› - 1)⟧ * ‹size› }),
          db.‹things›.count(),
        ]);
        res.json({ rows, pages: Math.ceil(count / ‹size›) });
      });
      `,
      `
      export class ‹Thing›Repository {
        constructor(private readonly sql: Sql) {}

        list(‹page› = 1, ‹size› = 25) {
          const offset = ⟦‹page›→(‹page› - 1)⟧ * ‹size›;
          return this.sql´select * from ‹things:snake› order by id limit €{‹size›} offset €{offset}´;
        }

        estimate(pages: number, ‹size› = 25) {
          return pages * ‹size›;
        }
      }
      `,
    ],
  }),
  sketched("comma-for-decimals", {
    seen: [
      "=a comma as decimal [separator|point] [gives NaN|isn't understood]",
      "=1,5 [is NaN|gives NaN|isn't accepted]",
      "=people [here|in germany] type 2,50",
      "allow a comma [for|as] [decimals|the decimal point]",
      "=should understand 3,75 as 3.75",
      "=commas instead of dots should work[ in {name}|]",
      "replace the comma with a dot [first|before parsing]",
      "=why does {name} end up as NaN for 12,9?",
      "=can {name} be entered with a comma?",
      "=german users write 4,2",
      "take 1,5 for 1.5",
      "=doesn't like decimal commas",
      "=[NaN|it's NaN] for everyone who types a comma",
      "=decimal comma [not supported|support please|isn't supported]",
      "=1,5 and 1.5 should be the same",
      "treat a comma [as|like] a [dot|point] in {name}",
    ],
    unseen: ["=europeans can't enter fractions", "be fine with a decimal comma in {name}"],
    vars: {
      name: ["amount", "price", "weight", "hours", "distance", "width", "rate", "quantity"],
    },
    code: [
      `
      ƒ parse‹Name›(text: string): number {
        const ‹name› = Number(text.trim()⟦→.replace(",", ".")⟧);
        if (Number.isNaN(‹name›)) throw new Error(´not a number: €{text}´);
        return ‹name›;
      ƒ}
      `,
      `
      export function ‹Thing›Form({ onSubmit }: { onSubmit: (‹thing›: ‹Thing›) => void }) {
        const [‹name›, set‹Name›] = useState("");
        const [count, setCount] = useState("1");
        const submit = () => onSubmit({ ‹name›: Number(‹name›⟦→.replace(",", ".")⟧), count: Number(count) });
        return (
          <form onSubmit={submit}>
            <input value={‹name›} onChange={(event) => set‹Name›(event.target.value)} />
            <input value={count} onChange={(event) => setCount(event.target.value)} />
          </form>
        );
      }
      `,
      `
      ƒ read‹Thing›Row(line: string): ‹Thing› {
        const [name, year, ‹name›] = line.split(";");
        ‹fill›
        return { name, year: Number(year), ‹name›: parseFloat(‹name›⟦→.replace(",", ".")⟧) };
      ƒ}
      `,
    ],
  }),
  sketched("nullish-before-plus", {
    seen: [
      "=NaN when {field} is [missing|undefined|not set]",
      "=[a|one] {wordsThing} without {field} makes [the whole thing|it all] NaN",
      "=the ?? 0 [has no effect|does nothing]",
      "=?? binds weaker than [+|the plus]",
      "put {field} ?? 0 in [parentheses|parens|brackets]",
      "=[parens|parentheses] missing around the ??",
      "=wrong precedence of + and ??",
      "=why is it NaN? there's a ?? 0",
      "=the fallback for {field} is never used",
      "=missing {field} should count as 0, that's what the ?? is for",
      "=brackets around {field} ?? 0",
      "=the default applies to the sum and not to {field}",
      "=?? 0 [is applied to|guards] the whole sum",
      "=a missing {field} [still gives|still makes it] NaN",
      "=should be plus ({field} ?? 0)",
      "=adds undefined before the ?? [kicks in|is looked at]",
    ],
    unseen: ["=operator precedence bites us: no {field}, no number", "group the fallback of {field}"],
    vars: {
      field: ["price", "bonus", "tip", "shipping", "discount", "minutes", "points", "extra", "tax"],
      total: ["total", "sum", "acc", "result"],
    },
    code: [
      `
      ƒ total‹Field›(‹things›: ‹Thing›[]): number {
        «const base = SETTINGS.base ?? 0;
        |»return ‹things›.reduce((‹total›, ‹thing›) => ‹total› + ⟦‹thing›.‹field› ?? 0→(‹thing›.‹field› ?? 0)⟧, 0);
      ƒ}
      `,
      `
      ƒ sum‹Things›(‹things›: ‹Thing›[]) {
        let ‹total› = 0;
        for (const ‹thing› of ‹things›) {
          const factor = ‹thing›.factor ?? 1;
          ‹total› = ‹total› + factor * ⟦‹thing›.‹field› ?? 0→(‹thing›.‹field› ?? 0)⟧;
        }
        return ‹total›;
      ƒ}
      `,
      `
      export class ‹Thing›Bill {
        constructor(private readonly ‹thing›: ‹Thing›, private readonly caption?: string) {}

        get title() {
          return this.caption ?? this.‹thing›.name;
        }

        get ‹total›() {
          return this.‹thing›.base + ⟦this.‹thing›.‹field› ?? 0→(this.‹thing›.‹field› ?? 0)⟧;
        }
      }
      `,
    ],
  }),
  sketched("keep-the-fraction", {
    seen: [
      "=2.5 becomes 2",
      "=[decimals|the decimals|digits after the point] [are lost|get lost|are cut off]",
      "=cuts off [everything after|what's behind] the decimal point",
      "={name} can be [a fraction|fractional|something like 1.5]",
      "use parseFloat[ for {name}|]",
      "keep the decimals of {name}",
      "=no fractions possible for {name}",
      "=why is {name} always a whole number?",
      "={name} doesn't have to be an integer",
      "=parseInt drops the fraction of {name}",
      "=should be a float",
      "=entered 3.75 as {name}, got 3",
      "=user entered 1.5 and it was [saved|stored|shown] as 1",
      "={name} should allow [decimals|fractions]",
      "=[truncates|cuts|floors] {name}",
      "=integer parsing for {name} is wrong",
    ],
    unseen: ["=whatever stands after the dot in {name} is thrown away", "read {name} with its decimals"],
    vars: {
      name: ["price", "weight", "hours", "rating", "distance", "amount", "temperature", "duration"],
      whole: ["count", "year", "page", "copies", "rank"],
    },
    code: [
      `
      ƒ read‹Thing›(fields: string[]): ‹Thing› {
        return {
          name: fields[0],
          ‹whole›: parseInt(fields[1], 10),
          ‹name›: ⟦parseInt(fields[2], 10)→parseFloat(fields[2])⟧,
        };
      ƒ}
      `,
      `
      export function ‹Name›Input({ value, onChange }: { value: number; onChange: (‹name›: number) => void }) {
        return (
          <label>
            ‹name:Words›
            <input
              «type="number"|inputMode="decimal"»
              value={value}
              onChange={(event) => onChange(⟦parseInt(event.target.value, 10)→parseFloat(event.target.value)⟧)}
            />
          </label>
        );
      }
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const ‹whole› = parseInt(req.body.‹whole›, 10);
        const ‹name› = ⟦parseInt(req.body.‹name›, 10)→parseFloat(req.body.‹name›)⟧;
        if (Number.isNaN(‹name›)) return res.sendStatus(400);
        res.json(await ‹things›.create({ ‹whole›, ‹name› }));
      });
      `,
    ],
  }),
];
