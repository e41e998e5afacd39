import { sketched } from "./sketch.ts";

/** Rules with numbers in them: at least, at most, from, up to, not below. */
export const RULE_LIMITS = [
  sketched("from-exactly-that-on", {
    seen: [
      "=exactly {limit} should [count|be enough] [too|as well|already]",
      "=[it's|that's] from {limit} on, [exactly {limit} is in|{limit} included]",
      "=with exactly {limit} [it doesn't work|you don't get it], [but it should|it should though]",
      "=at {limit} {wordsWords} it isn't given yet, but it should be",
      "=[{limit}|{limit} {wordsWords}] is enough, doesn't have to be more",
      "=must be {limit} or more, not more than {limit}",
      "=at least {limit}, so {limit} [itself is fine|counts]",
      "=why don't i get it with exactly {limit}?",
      "include {limit} itself",
      "make exactly {limit} count too",
      "=customer had {limit} on the dot and [got nothing|didn't get it]",
      "=off by one, {limit} should be in",
    ],
    unseen: ["=someone who has {limit} has reached it", "=the promise is {limit} and up"],
    rows: [
      [
        { words: "euros", field: "total", limit: "50", name: "hasFreeShipping" },
        { words: "euros", field: "subtotal", limit: "100", name: "getsGift" },
        { words: "points", field: "points", limit: "1000", name: "isGold" },
        { words: "points", field: "score", limit: "60", name: "hasPassed" },
        { words: "nights", field: "nights", limit: "7", name: "getsWeeklyRate" },
        { words: "people", field: "people", limit: "10", name: "isGroup" },
        { words: "stars", field: "stars", limit: "3", name: "hasUnlocked" },
        { words: "visits", field: "visits", limit: "5", name: "isRegular" },
        { words: "pieces", field: "quantity", limit: "12", name: "getsDiscount" },
      ],
    ],
    code: [
      `
      ƒ ‹name›(‹thing›: ‹Thing›)«|: boolean» {
        «if (‹thing›.cancelled) return false;|»
        return ‹thing›.‹field› ⟦>→>=⟧ ‹limit›;
      ƒ}
      `,
      `
      const ‹other›Limit = ‹limit›;

      ƒ describe‹Thing›(‹thing›: ‹Thing›) {
        if (‹thing›.‹field› > 0 && ‹thing›.draft) return "draft";
        const ‹name› = ‹thing›.‹field› ⟦>→>=⟧ ‹other›Limit;
        ‹fill›
        return { id: ‹thing›.id, ‹name› };
      ƒ}
      `,
      `
      export function ‹Thing›Notice({ ‹thing› }: ‹Thing›NoticeProps) {
        if (‹thing›.age > 30) return null;
        return (
          <aside>
            <p>{‹thing›.‹field›}</p>
            {‹thing›.‹field› ⟦>→>=⟧ ‹limit› && <Badge kind="‹name›" />}
          </aside>
        );
      }
      `,
      `
      ƒ priceOf(‹thing›: ‹Thing›) {
        let price = ‹thing›.price;
        if (‹thing›.weight > 20) price += 5;
        if (‹thing›.‹field› ⟦>→>=⟧ ‹limit›) price *= 0.9;
        return price;
      ƒ}
      `,
    ],
  }),
  sketched("one-too-many-gets-in", {
    seen: [
      "=one too many [gets in|fits in|is let in]",
      "=there can be [one more|one] {wordsThing} [than allowed|too many]",
      "=the limit is off by one[, one {wordsThing} too many|]",
      "=[you|people] can add one {wordsThing} more than {limit}",
      "=when it's [full|at the limit] already, another {wordsThing} [still gets in|is still accepted]",
      "=we ended up with {limit} plus one {wordsThings}",
      "=[at|with] exactly {limit} {wordsThings} it's full[, no more|, but it lets another in]",
      "=why does it accept one more when {limit} is reached?",
      "refuse when [{limit} is reached|it is full], not only [when it's over|above it]",
      "=never more than {limit} {wordsThings}",
      "stop at {limit}[, not one after|]",
      "=at most {limit}, right now it's one more",
    ],
    unseen: ["=a full one takes another {wordsThing}", "=tester managed to squeeze an extra {wordsThing} in"],
    vars: {
      limit: ["capacity", "maxSeats", "MAX", "slots", "limit", "seatCount"],
      box: ["room", "team", "course", "cart", "table", "basket", "group"],
    },
    code: [
      `
      ƒ add‹Thing›(‹box›: ‹box:Pascal›, ‹thing›: ‹Thing›, ‹limit›: number) {
        if (‹box›.closed) throw new Error("closed");
        if (‹box›.‹things›.length ⟦>→>=⟧ ‹limit›) throw new Error("full");
        ‹fill›
        ‹box›.‹things›.push(‹thing›);
      ƒ}
      `,
      `
      class ‹box:Pascal› {
        readonly ‹things›: ‹Thing›[] = [];

        constructor(private readonly ‹limit›: number) {}

        get isFull() {
          return this.‹things›.length ⟦>→>=⟧ this.‹limit›;
        }

        get isEmpty() {
          return this.‹things›.length <= 0;
        }
      }
      `,
      `
      ƒ async join(‹box›Id: string, ‹thing›: ‹Thing›, ‹limit›: number) {
        const count = await db.‹things›.count({ where: { ‹box›Id } });
        if (count ⟦<=→<⟧ ‹limit›) {
          await db.‹things›.create({ data: { ...‹thing›, ‹box›Id } });
          return true;
        }
        return false;
      ƒ}
      `,
      `
      export function ‹box:Pascal›View({ ‹box›, ‹limit›, onAdd }: Props) {
        return (
          <section>
            <h2>{‹box›.name}</h2>
            <button type="button" onClick={onAdd} disabled={‹box›.‹things›.length ⟦>→>=⟧ ‹limit›}>
              Add
            </button>
          </section>
        );
      }
      `,
    ],
  }),
  sketched("stays-at-zero", {
    seen: [
      "=[{wordsWords}|{field}] can go [below 0|below zero|negative]",
      "=[{wordsWords}|{field}] should stay at 0 and not go below",
      "=negative {wordsWords}[ happen|?|, why?]",
      "=a tester got {wordsWords} of -1",
      "=never below [0|zero]",
      "=should not [become|get] negative",
      "=[why|how] can {wordsWords} be negative?",
      "don't let {wordsWords} [go|fall|sink] below [0|zero]",
      "stop at [0|zero]",
      "=[not less|no less] than 0[ please|]",
      "=when you take away too much, {wordsWords} is less than zero",
      "=can it stop at zero[ please|]?",
      "=minus numbers on the screen, it has to stop at 0",
    ],
    unseen: [
      "=there's no such thing as -3 {wordsWords}",
      "=the lowest {wordsWords} can ever be is nothing at all",
    ],
    rows: [
      [
        { field: "stock", words: "stock" },
        { field: "lives", words: "lives" },
        { field: "points", words: "points" },
        { field: "health", words: "health" },
        { field: "seatsLeft", words: "seats left" },
        { field: "daysLeft", words: "days left" },
        { field: "credits", words: "credits" },
        { field: "unread", words: "unread" },
        { field: "balance", words: "balance" },
        { field: "remaining", words: "remaining" },
      ],
    ],
    vars: { amount: ["amount", "count", "quantity", "used", "taken", "n"] },
    code: [
      `
      ƒ take(‹thing›: ‹Thing›, ‹amount›: number)«|: ‹Thing›» {
        return { ...‹thing›, ‹field›: ⟦‹thing›.‹field› - ‹amount›→Math.max(0, ‹thing›.‹field› - ‹amount›)⟧ };
      ƒ}

      ƒ give(‹thing›: ‹Thing›, ‹amount›: number)«|: ‹Thing›» {
        return { ...‹thing›, ‹field›: ‹thing›.‹field› + ‹amount› };
      ƒ}
      `,
      `
      ƒ reducer(state: State, action: Action): State {
        switch (action.type) {
          case "‹thing›Used":
            return {
              ...state,
              moves: state.moves + 1,
              ‹field›: ⟦state.‹field› - action.‹amount›→Math.max(0, state.‹field› - action.‹amount›)⟧,
            };
          default:
            return state;
        }
      ƒ}
      `,
      `
      class ‹Thing›Account {
        ‹field› = 10;
        total = 0;

        spend(‹amount›: number) {
          this.total += ‹amount›;
          this.‹field› = ⟦this.‹field› - ‹amount›→Math.max(0, this.‹field› - ‹amount›)⟧;
        }
      }
      `,
      `
      export function ‹Thing›Meter({ old, ‹amount› }: Props) {
        const ‹field› = ⟦old.‹field› - ‹amount›→Math.max(0, old.‹field› - ‹amount›)⟧;
        const label = old.label ?? "";
        return (
          <p>
            {‹field›} <small>{label}</small>
          </p>
        );
      }
      `,
    ],
  }),
  sketched("not-more-than-that", {
    seen: [
      "=[{wordsWords}|{field}] [can't|must not|shouldn't] be more than {max}",
      "=[{wordsWords}|{field}] should [stop|end|stay] at {max}",
      "=at most {max}",
      "=i [got|see] {wordsWords} [above|higher than] {max}",
      "=never [more than|above] {max}",
      "cap [it|{wordsWords}|{field}] at {max}",
      "limit [it|{wordsWords}|{field}] to {max}",
      "=why does {wordsWords} go [over|past|beyond] {max}?",
      "=[{wordsWords}|{field}] goes over {max}",
      "don't [let it go|go] [over|past|above] {max}",
      "=can we cap {wordsWords} at {max}?",
      "=max {max}[ pls|]",
    ],
    unseen: [
      "=however much comes in, {max} is the highest {wordsWords} gets",
      "=players reached a {wordsWords} of {max} plus 10",
    ],
    rows: [
      [
        { field: "health", words: "health", max: "100" },
        { field: "discount", words: "discount", max: "50" },
        { field: "progress", words: "progress", max: "100" },
        { field: "level", words: "level", max: "60" },
        { field: "score", words: "score", max: "999" },
        { field: "bonus", words: "bonus", max: "200" },
        { field: "volume", words: "volume", max: "10" },
        { field: "streak", words: "streak", max: "30" },
        { field: "rating", words: "rating", max: "5" },
      ],
    ],
    vars: { amount: ["amount", "extra", "gain", "step", "plus"] },
    code: [
      `
      ƒ raise(‹thing›: ‹Thing›, ‹amount›: number)«|: ‹Thing›» {
        return { ...‹thing›, ‹field›: ⟦‹thing›.‹field› + ‹amount›→Math.min(‹max›, ‹thing›.‹field› + ‹amount›)⟧ };
      ƒ}

      ƒ lower(‹thing›: ‹Thing›, ‹amount›: number)«|: ‹Thing›» {
        return { ...‹thing›, ‹field›: ‹thing›.‹field› - ‹amount› };
      ƒ}
      `,
      `
      ƒ ‹field›Of(one: ‹Thing›, ‹amount›: number) {
        const start = one.start;
        const ‹field› = ⟦start * ‹amount›→Math.min(‹max›, start * ‹amount›)⟧;
        ‹fill›
        return { start, ‹field› };
      ƒ}
      `,
      `
      export function ‹Thing›Bar({ current, ‹amount› }: Props) {
        const ‹field› = ⟦current.‹field› + ‹amount›→Math.min(‹max›, current.‹field› + ‹amount›)⟧;
        const width = current.width;
        return (
          <div style={{ width }}>
            <span>{‹field›}</span>
          </div>
        );
      }
      `,
      `
      class ‹Thing›State {
        ‹field› = 0;
        turns = 0;

        add(‹amount›: number) {
          this.turns++;
          this.‹field› = ⟦this.‹field› + ‹amount›→Math.min(‹max›, this.‹field› + ‹amount›)⟧;
        }
      }
      `,
    ],
  }),
  sketched("at-least-one-of-it", {
    seen: [
      "=[{wordsWords}|{field}] should be at least 1",
      "=[{wordsWords}|{field}] [can be|is sometimes] 0[, should be 1 then|, it must be 1 or more]",
      "=never less than 1",
      "=you can set {wordsWords} to 0[, one is the least|, the least is 1]",
      "=not below 1",
      "don't [let|allow] {wordsWords} [below|under] 1",
      "=at least one[ please|]",
      "=why can i [go down|get down] to 0? [it should stop|stop] at 1",
      "stop at 1[ going down|], not 0",
      "=[{wordsWords}|{field}] of 0 makes no sense, 1 is the minimum",
      "=minimum is 1[ for {wordsWords}|]",
      "=can {wordsWords} not go below 1[ please|]?",
    ],
    unseen: [
      "=zero or minus isn't a valid {wordsWords}, make it one then",
      "=1 is as low as {wordsWords} gets",
    ],
    rows: [
      [
        { field: "quantity", words: "quantity" },
        { field: "page", words: "page" },
        { field: "guests", words: "guests" },
        { field: "nights", words: "nights" },
        { field: "seats", words: "seats" },
        { field: "copies", words: "copies" },
        { field: "players", words: "players" },
        { field: "level", words: "level" },
        { field: "rounds", words: "rounds" },
      ],
    ],
    code: [
      `
      ƒ change‹Field›(old: ‹Thing›, step: number) {
        const ‹field› = ⟦old.‹field› + step→Math.max(1, old.‹field› + step)⟧;
        const version = old.version + 1;
        return { ...old, version, ‹field› };
      ƒ}
      `,
      `
      export function ‹field:Pascal›Picker({ ‹field›, onChange }: Props) {
        return (
          <div className="picker">
            <button type="button" onClick={() => onChange(⟦‹field› - 1→Math.max(1, ‹field› - 1)⟧)}>
              -
            </button>
            <span>{‹field›}</span>
            <button type="button" onClick={() => onChange(‹field› + 1)}>
              +
            </button>
          </div>
        );
      }
      `,
      `
      ƒ read‹Thing›(form: FormData) {
        const ‹field› = ⟦Number(form.get("‹field›"))→Math.max(1, Number(form.get("‹field›")))⟧;
        const note = form.get("note");
        ‹fill›
        return { ‹field›, note };
      ƒ}
      `,
    ],
  }),
  sketched("another-number-allowed", {
    seen: [
      "=[up to|at most] {right} {wordsWords}, not {wrong}",
      "=[you can have|people may have] {right} {wordsWords} now",
      "=[{right} {wordsWords}|{right}] [should be|are] allowed, not {wrong}",
      "=it [stops|refuses] at {wrong} {wordsWords}, [should be|but it's] {right}",
      "=why only {wrong} {wordsWords}? [it's|we said] {right}",
      "allow {right} {wordsWords}[ instead of {wrong}|]",
      "=max {right} {wordsWords}",
      "make it {right} {wordsWords}[ instead|]",
      "=the rule is {right} {wordsWords} now",
      "=can we have {right} {wordsWords} instead of {wrong}?",
      "=[{right}|{right} {wordsWords}] per {wordsThing}, not {wrong}",
      "change the [limit|maximum] of {wordsWords} to {right}",
    ],
    unseen: [
      "=product decided {right} for the {wordsWords}",
      "=the number of {wordsWords} is wrong, {right} it must be",
    ],
    rows: [
      [
        { wrong: "3", right: "5" },
        { wrong: "10", right: "20" },
        { wrong: "5", right: "3" },
        { wrong: "2", right: "4" },
        { wrong: "8", right: "12" },
        { wrong: "6", right: "10" },
      ],
      [
        { field: "photos", words: "photos", a: "videos", b: "tags" },
        { field: "guests", words: "guests", a: "pets", b: "rooms" },
        { field: "attempts", words: "attempts", a: "hints", b: "skips" },
        { field: "players", words: "players", a: "rounds", b: "teams" },
        { field: "attachments", words: "attachments", a: "recipients", b: "labels" },
        { field: "coupons", words: "coupons", a: "items", b: "gifts" },
        { field: "tickets", words: "tickets", a: "seats", b: "extras" },
        { field: "pupils", words: "pupils", a: "classes", b: "rooms" },
      ],
    ],
    code: [
      `
      export const ‹thing:CONST›_LIMITS = {
        ‹a›: ‹wrong›,
        ‹field›: ⟦‹wrong›→‹right›⟧,
        ‹b›: «1|30|15»,
      };
      `,
      `
      ƒ check‹Thing›(‹thing›: ‹Thing›) {
        if (‹thing›.‹b›.length > ‹wrong›) return "Too many ‹b›";
        if (‹thing›.‹field›.length > ⟦‹wrong›→‹right›⟧) return "Too many ‹field›";
        «if (‹thing›.‹a›.length === 0) return "No ‹a›";|»
        return null;
      ƒ}
      `,
      `
      const MAX_‹field:CONST› = ⟦‹wrong›→‹right›⟧;
      const MAX_‹a:CONST› = ‹wrong›;

      export const isFull = (‹thing›: ‹Thing›) =>
        ‹thing›.‹field› >= MAX_‹field:CONST› || ‹thing›.‹a› >= MAX_‹a:CONST›;
      `,
      `
      export function ‹Thing›Editor({ ‹thing› }: Props) {
        return (
          <form>
            <Picker name="‹a›" max={‹wrong›} value={‹thing›.‹a›} />
            <Picker name="‹field›" max={⟦‹wrong›→‹right›⟧} value={‹thing›.‹field›} />
          </form>
        );
      }
      `,
    ],
  }),
  sketched("needs-enough-of-them", {
    seen: [
      "=[there must be|you need|it takes] at least {n} {wordsWords}[ to {wordsDoing}|]",
      "=[you|one] can {wordsDoing} with too few {wordsWords}, at least {n} please",
      "=should need {n} {wordsWords}",
      "=not with fewer than {n} {wordsWords}",
      "=only if there are [at least {n} {wordsWords}|{n} {wordsWords} or more]",
      "don't [let them|let anyone] {wordsDoing} with less than {n} {wordsWords}",
      "require at least {n} {wordsWords}",
      "=why can i {wordsDoing} alone? [needs|takes] {n} {wordsWords}[ or more|]",
      "=minimum {n} {wordsWords}",
      "=at least {n} {wordsWords} before [you|anyone] can {wordsDoing}",
      "=[{n}|{n} or more] {wordsWords}, otherwise no",
    ],
    unseen: [
      "=below {n} {wordsWords} that makes no sense, forbid it",
      "=as long as {n} {wordsWords} aren't there you can't {wordsDoing}",
    ],
    vars: { n: ["2", "3", "4", "5", "6"], doing: ["start", "publish", "begin", "submit", "open"] },
    rows: [
      [
        { list: "players", words: "players" },
        { list: "answers", words: "answers" },
        { list: "photos", words: "photos" },
        { list: "members", words: "members" },
        { list: "options", words: "options" },
        { list: "questions", words: "questions" },
        { list: "participants", words: "participants" },
        { list: "signatures", words: "signatures" },
      ],
    ],
    code: [
      `
      ƒ can‹Doing›(‹thing›: ‹Thing›)«|: boolean» {
        return !‹thing›.«closed|archived|running»⟦→ && ‹thing›.‹list›.length >= ‹n›⟧;
      ƒ}

      ƒ canRename(‹thing›: ‹Thing›)«|: boolean» {
        return !‹thing›.«closed|archived|running»;
      ƒ}
      `,
      `
      export function ‹Thing›Panel({ ‹thing›, on‹Doing›, onClose }: Props) {
        const { ‹list›, busy } = ‹thing›;
        return (
          <div>
            <ul>
              {‹list›.map((one) => (
                <li key={one.id}>{one.name}</li>
              ))}
            </ul>
            <button type="button" disabled={busy} onClick={onClose}>Close</button>
            <button type="button" disabled={busy⟦→ || ‹list›.length < ‹n›⟧} onClick={on‹Doing›}>‹Doing›</button>
          </div>
        );
      }
      `,
      `
      class ‹Thing› {
        ‹list›: string[] = [];
        state = "new";

        get may‹Doing›() {
          return this.state === "new"⟦→ && this.‹list›.length >= ‹n›⟧;
        }

        get mayEdit() {
          return this.state === "new";
        }
      }
      `,
    ],
  }),
  sketched("discount-not-above-price", {
    seen: [
      "=the {wordsOff} can be [more|bigger|higher] than the {wordsPrice}",
      "=[never|don't] take off more than the {wordsPrice}[ itself|]",
      "=the {wordsOff} should be the {wordsPrice} at most",
      "=at most as much {wordsOff} as the {wordsPrice}",
      "cap the {wordsOff} at the {wordsPrice}",
      "limit {off} to {price}",
      "=[{off}] can't be [more|larger] than {price}",
      "=with a big {wordsOff} on a small {wordsPrice} [we owe them money|the rest is negative]",
      "=why is {off} [larger|bigger] than {price} sometimes?",
      "=can {off} [stop|end] at {price}[ please|]?",
      "=a {wordsOff} beyond the {wordsPrice} makes no sense",
    ],
    unseen: [
      "=whatever they enter, {wordsOff} ends where the {wordsPrice} ends",
      "=customers get more {wordsOff} than they paid",
    ],
    rows: [
      [
        { off: "discount", price: "price" },
        { off: "discount", price: "subtotal" },
        { off: "refund", price: "paid" },
        { off: "credit", price: "total" },
        { off: "bonus", price: "salary" },
        { off: "deposit", price: "total" },
        { off: "reduction", price: "rent" },
        { off: "rebate", price: "fee" },
      ],
    ],
    code: [
      `
      ƒ calculate‹Thing›(one: ‹Thing›, input: Input) {
        const ‹price› = one.amount * one.count;
        const ‹off› = ⟦input.‹off›→Math.min(input.‹off›, ‹price›)⟧;
        ‹fill›
        return { ‹price›, ‹off›, rest: ‹price› - ‹off› };
      ƒ}
      `,
      `
      ƒ ‹off›For(‹price›: number, ‹off›: number, percent: number)«|: number» {
        «if (‹price› < 10) return 0;|if (percent > 0) return ‹price› * percent;»
        return ⟦‹off›→Math.min(‹off›, ‹price›)⟧;
      ƒ}
      `,
      `
      export function ‹Thing›Summary({ data, ‹price› }: Props) {
        const shipping = data.shipping;
        const ‹off› = ⟦data.‹off›→Math.min(data.‹off›, ‹price›)⟧;
        return (
          <dl>
            <dt>Shipping</dt>
            <dd>{shipping}</dd>
            <dt>‹off:Words›</dt>
            <dd>{‹off›}</dd>
            <dt>Rest</dt>
            <dd>{‹price› - ‹off›}</dd>
          </dl>
        );
      }
      `,
    ],
  }),
  sketched("between-these-two", {
    seen: [
      "=[{field}|{wordsWords}] must be between {low} and {high}[, both included|]",
      "=from {low} to {high}[, {high} is missing|, {low} and {high} included]",
      "=[there's no upper end|the upper end is missing], it goes from {low} to {high}",
      "=more than {high} is accepted[, {high} is the most|]",
      "=you can enter {wordsWords} above {high}[, that's not valid|]",
      "also check that [{field}|{wordsWords}] [is at most|isn't more than] {high}",
      "refuse [anything|{wordsWords}] above {high} [too|as well]",
      "=only {low} to {high}",
      "=why is a {wordsWords} over {high} ok?",
      "=[not only|not just] at least {low}, also at most {high}",
    ],
    unseen: [
      "=beyond {high} it isn't a valid {wordsWords} any longer",
      "=the range is {low} – {high}, you only look at one end",
    ],
    rows: [
      [
        { field: "rating", words: "rating", low: "1", high: "5" },
        { field: "hour", words: "hour", low: "0", high: "23" },
        { field: "month", words: "month", low: "1", high: "12" },
        { field: "percent", words: "percentage", low: "0", high: "100" },
        { field: "grade", words: "grade", low: "1", high: "6" },
        { field: "floor", words: "floor", low: "0", high: "20" },
        { field: "guests", words: "number of guests", low: "1", high: "8" },
        { field: "difficulty", words: "difficulty", low: "1", high: "10" },
      ],
    ],
    code: [
      `
      ƒ isValid‹Field›(‹field›: number)«|: boolean» {
        return Number.isInteger(‹field›) && ‹field› >= ‹low›⟦→ && ‹field› <= ‹high›⟧;
      ƒ}
      `,
      `
      ƒ validate‹Thing›(‹thing›: ‹Thing›) {
        const errors: Record<string, string> = {};
        if (‹thing›.price < ‹low›) errors.price = "Invalid price";
        if (‹thing›.‹field› < ‹low›⟦→ || ‹thing›.‹field› > ‹high›⟧) errors.‹field› = "Invalid ‹field›";
        return errors;
      ƒ}
      `,
      `
      export function ‹field:Pascal›Field({ ‹field›, onSave }: Props) {
        const isOk = ‹field› >= ‹low›⟦→ && ‹field› <= ‹high›⟧;
        return (
          <label className={isOk ? "ok" : "wrong"}>
            ‹field:Words›
            <input type="number" value={‹field›} onChange={(event) => onSave(event.target.valueAsNumber)} />
          </label>
        );
      }
      `,
    ],
  }),
  sketched("hours-before-it", {
    seen: [
      "=[until|up to] {right} hours before[, not {wrong}|]",
      "=you can {wordsDoing} up to {right} hours before[, not {wrong}|]",
      "=[should be|make that] {right} hours",
      "=the deadline is {right} hours[ before|], we have {wrong}",
      "=people can't {wordsDoing} {wrong} hours before any more, it's {right} now",
      "change it to {right} hours[ before|]",
      "=why {wrong} hours? [it's|we promise] {right}",
      "=at least {right} hours before",
      "=[{right}h|{right} hours] not [{wrong}h|{wrong}]",
      "=no later than {right} hours before the start",
      "=can we have that at {right} hours?",
    ],
    unseen: ["=terms say {right} hours ahead", "=closes {right} hours ahead of it instead of {wrong}"],
    rows: [
      [
        { wrong: "12", right: "24" },
        { wrong: "24", right: "48" },
        { wrong: "48", right: "24" },
        { wrong: "2", right: "6" },
        { wrong: "6", right: "3" },
        { wrong: "1", right: "2" },
        { wrong: "72", right: "48" },
      ],
    ],
    vars: {
      doing: ["cancel", "reschedule", "refund", "change", "rebook"],
      start: ["startsAt", "beginsAt", "departure", "checkIn", "slotStart"],
    },
    code: [
      `
      ƒ can‹Doing›(‹thing›: ‹Thing›, now: Date)«|: boolean» {
        const hoursLeft = (‹thing›.‹start›.getTime() - now.getTime()) / 3_600_000;
        return hoursLeft >= ⟦‹wrong›→‹right›⟧ && ‹thing›.changes < 3;
      ƒ}
      `,
      `
      const HOUR = 60 * 60 * 1000;
      const ‹doing:CONST›_BEFORE = ⟦‹wrong›→‹right›⟧ * HOUR;
      const OPEN_DAYS = «7|30|60»;

      export const may‹Doing› = (‹thing›: ‹Thing›) =>
        Date.now() < ‹thing›.‹start› - ‹doing:CONST›_BEFORE;
      `,
      `
      ƒ async ‹doing›‹Thing›(id: string) {
        const ‹thing› = await ‹things›.get(id);
        const latest = subHours(‹thing›.‹start›, ⟦‹wrong›→‹right›⟧);
        if (isAfter(new Date(), latest)) throw new TooLateError(id);
        ‹fill›
        await ‹things›.‹doing›(id);
      ƒ}
      `,
    ],
  }),
];
