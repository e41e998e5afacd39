import { sketched } from "./sketch.ts";

/** Rules of what follows from what: also, always, before, instead, else, free, dearer. */
export const RULE_THEN = [
  sketched("call-that-as-well", {
    seen: [
      "=the {wordsWho} [isn't told|doesn't hear] about it, {call} should be called [at the end|last]",
      "also call {call}[ at the end| when done|]",
      "call {call} [as well|too][, at the end|]",
      "=[{call}|{call} with the {wordsThing}] [has been forgotten|is missing] at the end",
      "=when that's done, {call} should run [too|as well]",
      "=nobody calls {call} here[, it should be last|, should come at the end]",
      "tell the {wordsWho} [too|as well] with {call}[ at the end|]",
      "=the {wordsWho} should [know|be told] as well ({call} does that)",
      "=can we also do {call} afterwards?",
      "=last thing: {call} with the {wordsThing}",
      "=why isn't {call} called after that?",
    ],
    unseen: [
      "=afterwards the {wordsWho} should find out, by {call}",
      "=finish with {call} of that {wordsThing}",
    ],
    vars: {
      act: ["cancel", "approve", "reject", "assign", "close", "publish", "move"],
      verb: ["notify", "inform", "alert", "tell"],
      call: ["‹verb›‹Who›"],
      who: ["owner", "customer", "teacher", "manager", "driver", "parents", "host", "team"],
    },
    code: [
      `
      ƒ async ‹act›‹Thing›(‹thing›: ‹Thing›) {
        ‹thing›.«status = "‹act›"|changedAt = new Date()»;
        await ‹things›.save(‹thing›);
        ⟦→await ‹call›(‹thing›);⟧
      ƒ}

      ƒ async preview‹Thing›(‹thing›: ‹Thing›) {
        await render(‹thing›);
      ƒ}
      `,
      `
      router.on("‹thing:kebab›.‹act›", async (‹thing›: ‹Thing›) => {
        await audit("‹act›", ‹thing›.id);
        «await refresh(‹thing›.boardId);|await search.update(‹thing›);»
        ⟦→await ‹call›(‹thing›);⟧
      });
      `,
      `
      class ‹Thing›Service {
        async ‹act›(‹thing›: ‹Thing›) {
          await this.store.update(‹thing›.id, { ‹act›: true });
          ‹fill›
          await this.log.write("‹act›", ‹thing›.id);
          ⟦→await ‹call›(‹thing›);⟧
        }
      }
      `,
    ],
  }),
  sketched("always-not-only-then", {
    seen: [
      "=[{do}|{do} should run] always, not only [if|when] it's {wordsFlag}",
      "=not only for {wordsFlag} {wordsThings}, {do} is for all [of them|{wordsThings}]",
      "=[{do}|{do} should happen] for every {wordsThing}, {wordsFlag} or not",
      "=nothing happens for {wordsThings} that aren't {wordsFlag}, {do} should [always run|run all the same]",
      "do {do} for all {wordsThings}[, not just {wordsFlag} ones|]",
      "=[why|how come] {do} only if {wordsFlag}? [always|should be always]",
      "always call {do}",
      "call {do} regardless of {flag}",
      "move {do} out of the if",
      "=in any case {do}[ please|], {wordsFlag} or not",
      "=can {do} run [every time|in any case]?",
    ],
    unseen: ["=the condition around {do} has to go", "=whether it's {wordsFlag} doesn't matter for {do}"],
    vars: {
      flag: ["urgent", "paid", "public", "changed", "fresh", "large", "visible"],
      verb: ["record", "track", "count", "index", "remember", "announce"],
      do: ["‹verb›‹Thing›"],
    },
    code: [
      `
      ƒ handle‹Thing›(‹thing›: ‹Thing›)«|: void» {
        «check(‹thing›);|validate(‹thing›);»
        ⟦if (‹thing›.‹flag›) {→‹do›(‹thing›);⟧
        ⟦  ‹do›(‹thing›);
        }→⟧
        show‹Thing›(‹thing›);
      ƒ}
      `,
      `
      ƒ async import‹Things›(‹things›: ‹Thing›[]) {
        for (const ‹thing› of ‹things›) {
          if (!‹thing›.id) continue;
          ⟦if (‹thing›.‹flag›) await ‹do›(‹thing›);→await ‹do›(‹thing›);⟧
          ‹fill›
        }
      ƒ}
      `,
      `
      export function ‹Thing›Button({ ‹thing›, onOpen }: Props) {
        const handleClick = () => {
          ⟦if (‹thing›.‹flag›) ‹do›(‹thing›);→‹do›(‹thing›);⟧
          onOpen(‹thing›.id);
        };
        return <button type="button" onClick={handleClick}>Open</button>;
      }
      `,
    ],
  }),
  sketched("only-then-not-always", {
    seen: [
      "=[{do}|{do} should run] only [if|when] the {wordsThing} is {wordsFlag}[, not always|]",
      "=not always {do}, only for {wordsFlag} {wordsThings}",
      "=[{do}|calling {do}] every time is too much, only if it's {wordsFlag}",
      "only call {do} [if|when] it's {wordsFlag}",
      "do {do} for {wordsFlag} {wordsThings} only",
      "=why {do} for a {wordsThing} that isn't {wordsFlag}?",
      "=[{do}|that {do}] depends on {flag}",
      "put an if {flag} around {do}",
      "=without {flag} no {do}",
      "=can {do} be for {wordsFlag} ones only?",
      "=unless it's {wordsFlag}, {do} shouldn't [run|happen]",
    ],
    unseen: [
      "=no {do} for a {wordsThing} unless {flag} says so",
      "=people get {do} without being {wordsFlag}",
    ],
    vars: {
      flag: ["urgent", "paid", "public", "confirmed", "enabled", "large", "visible"],
      verb: ["announce", "print", "mail", "escalate", "celebrate", "bill"],
      do: ["‹verb›‹Thing›"],
    },
    code: [
      `
      ƒ async finish‹Thing›(‹thing›: ‹Thing›) {
        await save‹Thing›(‹thing›);
        ⟦→if (‹thing›.‹flag›) ⟧await ‹do›(‹thing›);
        «await close‹Thing›(‹thing›);|return ‹thing›.id;»
      ƒ}
      `,
      `
      export function use‹Thing›Actions(‹thing›: ‹Thing›) {
        const finish = () => {
          ⟦→if (‹thing›.‹flag›) ⟧‹do›(‹thing›);
          goTo("/‹things:kebab›");
        };
        const reset = () => clear‹Thing›(‹thing›);
        return { finish, reset };
      }
      `,
      `
      class ‹Thing›Queue {
        async next(‹thing›: ‹Thing›) {
          ‹fill›
          await this.work(‹thing›);
          ⟦→if (‹thing›.‹flag›) ⟧await ‹do›(‹thing›);
          await this.remove(‹thing›.id);
        }
      }
      `,
    ],
  }),
  sketched("in-the-other-order", {
    seen: [
      "=[first {a}, then {b}|{a} first, then {b}]",
      "=[{a}|{a} must come] before {b}[, not after|]",
      "=wrong order, {a} [comes first|has to be first]",
      "=[{b}|{b} runs] too early, {a} must be done before[ that|]",
      "=[{a}|{a} comes] too late, should be before {b}",
      "call {a} before {b}",
      "swap {b} and {a}",
      "do {a} first[, then {b}|]",
      "=why is {b} before {a}? [it must be|should be] the other way round",
      "=should be {b} after {a}, not before",
      "=can {a} come before {b}?",
    ],
    unseen: [
      "=by the time of {a} it's all done already by {b}, turn them round",
      "=the two are the wrong way round: {b} belongs after {a}",
    ],
    rows: [
      [
        { a: "check‹Thing›", b: "save‹Thing›" },
        { a: "backup‹Thing›", b: "delete‹Thing›" },
        { a: "save‹Thing›", b: "notify‹Thing›" },
        { a: "charge‹Thing›", b: "ship‹Thing›" },
        { a: "lock‹Thing›", b: "change‹Thing›" },
        { a: "load‹Thing›", b: "render‹Thing›" },
        { a: "log‹Thing›", b: "remove‹Thing›" },
        { a: "reserve‹Thing›", b: "confirm‹Thing›" },
      ],
    ],
    code: [
      `
      ƒ async process‹Thing›(‹thing›: ‹Thing›) {
        «await open‹Thing›(‹thing›);|await prepare(‹thing›);»
        ⟦await ‹b›(‹thing›);→await ‹a›(‹thing›);⟧
        ⟦await ‹a›(‹thing›);→await ‹b›(‹thing›);⟧
        return ‹thing›.id;
      ƒ}
      `,
      `
      export function ‹Thing›Page({ ‹thing›, onDone }: Props) {
        const handleSubmit = async () => {
          ⟦await ‹b›(‹thing›);→await ‹a›(‹thing›);⟧
          ⟦await ‹a›(‹thing›);→await ‹b›(‹thing›);⟧
          onDone();
        };
        return <‹Thing›Form value={‹thing›} onSubmit={handleSubmit} />;
      }
      `,
      `
      for (const ‹thing› of ‹things›) {
        ⟦‹b›(‹thing›);→‹a›(‹thing›);⟧
        ⟦‹a›(‹thing›);→‹b›(‹thing›);⟧
        «count += 1;|done.push(‹thing›.id);»
      }
      `,
    ],
  }),
  sketched("back-to-nothing-on-reopen", {
    seen: [
      "=[{field}|{wordsField}] is still there after {doing}[, should be null then|, must be null again]",
      "=when you {act} it, {field} should [go back to|be|become] null[ again|]",
      "=after {doing} {field} is the old one[, null please|, should be null]",
      "set {field} to null [there |]as well[ when you {act}|]",
      "also reset {field}[ to null|]",
      "clear {field} [too|as well] (null)",
      "=[{act}|{doing}] forgets to clear {field}[, null it|]",
      "=why does it keep {field} after {doing}? [null please|should be null]",
      "=should be without {field} again, so null",
      "=never keep {field} when you {act}, make it null",
      "=can {act} put {field} to null too?",
    ],
    unseen: [
      "=a leftover {field} survives {doing}, empty it to null",
      "=that {field} belongs to the time before you {act}: null",
    ],
    rows: [
      [
        { act: "reopen", doing: "reopening", field: "closedAt" },
        { act: "unassign", doing: "unassigning", field: "assignee" },
        { act: "unpublish", doing: "unpublishing", field: "publishedAt" },
        { act: "restore", doing: "restoring", field: "deletedAt" },
        { act: "resume", doing: "resuming", field: "pausedAt" },
        { act: "unlock", doing: "unlocking", field: "lockedBy" },
        { act: "restart", doing: "restarting", field: "winner" },
        { act: "retry", doing: "retrying", field: "failure" },
      ],
    ],
    code: [
      `
      ƒ ‹act›‹Thing›(‹thing›: ‹Thing›)«|: void» {
        ‹thing›.status = "«open|new|active»";
        ⟦→‹thing›.‹field› = null;⟧
      ƒ}

      ƒ archive‹Thing›(‹thing›: ‹Thing›)«|: void» {
        ‹thing›.status = "archived";
      ƒ}
      `,
      `
      ƒ reducer(state: ‹Thing›State, action: Action): ‹Thing›State {
        switch (action.type) {
          case "rename":
            return { ...state, name: action.name };
          case "‹act›":
            return { ...state, status: "open"⟦→, ‹field›: null⟧ };
          default:
            return state;
        }
      ƒ}
      `,
      `
      ƒ async ‹act›‹Thing›(id: string) {
        ‹fill›
        await db.‹things›.update({
          where: { id },
          data: { status: "«open|active»"⟦→, ‹field›: null⟧ },
        });
      ƒ}
      `,
    ],
  }),
  sketched("else-take-the-other", {
    seen: [
      "=if there's no {wordsA} or an empty one, [use|take|show] the {wordsB}",
      "=without {wordsA} it's [empty|blank], [should be the {wordsB}|show the {wordsB} then]",
      "=some {wordsThings} have an empty {wordsA}, take the {wordsB} [then|instead]",
      "fall back to {b}[ if {a} is empty| for an empty {a}]",
      "use the {wordsB} when {a} is [empty|blank]",
      "=empty when someone left out {wordsA}, [{wordsB} instead|the {wordsB} would do]",
      "=[the {wordsA}|{wordsA}], or if that's empty {wordsB}",
      "=either {wordsA} or, if it's empty, {wordsB}",
      "=why blank without {wordsA}? we have the {wordsB}",
      "=can it show {b} if {a} is blank?",
      "take {b} if {a} is empty",
    ],
    unseen: [
      "=for those with an empty {wordsA} the {wordsB} is second best",
      "=an empty {wordsA} leaves a hole, fill it with {wordsB}",
    ],
    rows: [
      [
        { a: "nickname", b: "name" },
        { a: "mobile", b: "phone" },
        { a: "displayName", b: "email" },
        { a: "shortTitle", b: "title" },
        { a: "company", b: "lastName" },
        { a: "summary", b: "description" },
        { a: "workEmail", b: "privateEmail" },
        { a: "label", b: "code" },
        { a: "alias", b: "username" },
      ],
    ],
    code: [
      `
      export function ‹Thing›Item({ ‹thing› }: Props) {
        return (
          <li>
            <Avatar src={‹thing›.avatar} />
            <strong>{‹thing›.‹a›⟦→ || ‹thing›.‹b›⟧}</strong>
          </li>
        );
      }
      `,
      `
      ƒ ‹a›Of(‹thing›: ‹Thing›)«|: string» {
        return ‹thing›.‹a›⟦→ || ‹thing›.‹b›⟧;
      ƒ}

      ƒ cityOf(‹thing›: ‹Thing›)«|: string» {
        return ‹thing›.city;
      ƒ}
      `,
      `
      const rows = ‹things›.map((one) => ({
        id: one.id,
        text: one.‹a›⟦→ || one.‹b›⟧,
        place: one.city,
      }));
      «table.show(rows);|download(rows);»
      `,
    ],
  }),
  sketched("they-pay-nothing", {
    seen: [
      "=[{wordsWords}] [pay nothing|go free|don't pay]",
      "=free for {wordsWords}",
      "=[{wordsWords}] are [charged|billed] [too|as well], it's free for them",
      "=it's 0 for {wordsWords}",
      "=no charge [for {wordsWords}|if someone is one of the {wordsWords}]",
      "don't charge {wordsWords}",
      "make it free for {wordsWords}[ please|]",
      "return 0 for {wordsWords}",
      "=why do {wordsWords} pay? [free for them|they shouldn't]",
      "=can [it|that] be free for {wordsWords}?",
      "=everybody pays except {wordsWords}",
      "=with {flag} it costs nothing",
    ],
    unseen: [
      "=zero is what {wordsWords} should be charged",
      "=[{wordsWords}] complained about the bill, it's on the house for them",
    ],
    rows: [
      [
        { flag: "isChild", words: "children" },
        { flag: "isStudent", words: "students" },
        { flag: "isMember", words: "members" },
        { flag: "isStaff", words: "staff" },
        { flag: "isSenior", words: "seniors" },
        { flag: "isTrial", words: "trial accounts" },
        { flag: "isPartner", words: "partners" },
        { flag: "isVolunteer", words: "volunteers" },
      ],
    ],
    vars: {
      what: ["price", "fee", "fare", "shipping", "entry", "rent"],
      who: ["guest", "visitor", "customer", "person", "passenger"],
    },
    code: [
      `
      ƒ ‹what›For(‹who›: ‹who:Pascal›, base: number)«|: number» {
        ⟦→if (‹who›.‹flag›) return 0;⟧
        return base * ‹who›.«days|count|nights»;
      ƒ}

      ƒ depositFor(‹who›: ‹who:Pascal›)«|: number» {
        return ‹who›.‹flag› ? «10|20|0» : 50;
      ƒ}
      `,
      `
      class ‹Thing›Prices {
        constructor(private readonly base: number) {}

        ‹what›(‹who›: ‹who:Pascal›) {
          ⟦→if (‹who›.‹flag›) return 0;⟧
          const extra = ‹who›.«luggage|extras» * 2;
          return this.base + extra;
        }

        label(‹who›: ‹who:Pascal›) {
          return ‹who›.‹flag› ? "reduced" : "regular";
        }
      }
      `,
      `
      export const ‹what›Of = (‹who›: ‹who:Pascal›, ‹thing›: ‹Thing›): number => {
        ⟦→if (‹who›.‹flag›) return 0;⟧
        const { price, taxes } = ‹thing›;
        return price + taxes;
      };

      export const symbolOf = (‹who›: ‹who:Pascal›) => (‹who›.‹flag› ? "«*|o|+»" : "");
      `,
    ],
  }),
  sketched("percent-off-for-them", {
    seen: [
      "=[{wordsWords}] get {percent} % off",
      "=just {percent} % [off|less|discount] for {wordsWords}",
      "=[{wordsWords}] [should pay|pay] {percent} percent less",
      "=[{wordsWords}] don't get their {percent} % [off|yet]",
      "give {wordsWords} {percent} %[ off| discount]",
      "take {percent} % off for {wordsWords}",
      "=if it's one of the {wordsWords}, {percent} % less",
      "=why don't {wordsWords} get {percent} %[ off| less|]?",
      "=[{wordsWords}] pay the full price[ now|], should be {percent} % less",
      "=can {wordsWords} [have|get] {percent} % off?",
      "=discount of {percent} % if {flag}",
    ],
    unseen: [
      "=the flyer promises {wordsWords} {percent} % and the till knows nothing of it",
      "=reduce it by {percent} % with {flag}",
    ],
    rows: [
      [
        { percent: "10", factor: "0.9" },
        { percent: "20", factor: "0.8" },
        { percent: "25", factor: "0.75" },
        { percent: "50", factor: "0.5" },
        { percent: "5", factor: "0.95" },
        { percent: "15", factor: "0.85" },
        { percent: "30", factor: "0.7" },
      ],
      [
        { flag: "isStudent", words: "students" },
        { flag: "isMember", words: "members" },
        { flag: "isStaff", words: "staff members" },
        { flag: "isSenior", words: "seniors" },
        { flag: "isPartner", words: "partners" },
        { flag: "isRegular", words: "regulars" },
        { flag: "isSchool", words: "schools" },
      ],
    ],
    vars: {
      price: ["price", "total", "sum", "amount"],
      who: ["guest", "visitor", "customer", "person", "buyer"],
    },
    code: [
      `
      ƒ ‹price›For(‹who›: ‹who:Pascal›, ‹things›: ‹Thing›[])«|: number» {
        const ‹price› = ‹things›.reduce((all, one) => all + one.cost, 0);
        return ⟦‹price›→‹who›.‹flag› ? ‹price› * ‹factor› : ‹price›⟧;
      ƒ}

      ƒ queueOf(‹who›: ‹who:Pascal›) {
        return ‹who›.‹flag› ? "fast" : "normal";
      ƒ}
      `,
      `
      ƒ calculate(‹who›: ‹who:Pascal›, ‹price›: number)«|: number» {
        const kind = ‹who›.‹flag› ? "special" : "normal";
        count(kind);
        ‹fill›
        return ⟦‹price›→‹who›.‹flag› ? ‹price› * ‹factor› : ‹price›⟧;
      ƒ}
      `,
      `
      class ‹Thing›Till {
        greet(‹who›: ‹who:Pascal›) {
          return ‹who›.‹flag› ? "Hi again" : "Hello";
        }

        ‹price›(‹who›: ‹who:Pascal›, count: number) {
          const ‹price› = count * this.rate;
          return ⟦‹price›→‹who›.‹flag› ? ‹price› * ‹factor› : ‹price›⟧;
        }
      }
      `,
    ],
  }),
  sketched("every-started-one-counts", {
    seen: [
      "=every started {wordsUnit} counts[ as a whole one|]",
      "=a [started|begun] {wordsUnit} is [lost|not counted], should count as a whole one",
      "=round up[, not down|] to whole {wordsUnits}",
      "round up the {wordsUnits}[, not down|]",
      "=[half an|part of an|a bit of a] {wordsUnit} is nothing now, but [counts|should count] as one",
      "=we lose the last {wordsUnit} if it's not full",
      "=always up, never down",
      "=one {wordsUnit} too few if it doesn't come out even",
      "=why are {wordsUnits} rounded down? [up please|always up]",
      "use the next whole {wordsUnit}, not the one before",
      "=can we round the {wordsUnits} up?",
    ],
    unseen: [
      "=what has begun is paid in full, also for the last {wordsUnit}",
      "=customers get up to one {wordsUnit} for nothing",
    ],
    rows: [
      [
        { unit: "hour", units: "hours", size: "60" },
        { unit: "day", units: "days", size: "24" },
        { unit: "week", units: "weeks", size: "7" },
        { unit: "box", units: "boxes", size: "12" },
        { unit: "page", units: "pages", size: "40" },
        { unit: "pack", units: "packs", size: "6" },
        { unit: "month", units: "months", size: "30" },
        { unit: "table", units: "tables", size: "8" },
      ],
    ],
    vars: { amount: ["amount", "used", "count", "length", "size", "total"] },
    code: [
      `
      ƒ ‹units›For(‹amount›: number)«|: number» {
        «if (‹amount› <= 0) return 0;|»
        return Math.⟦floor→ceil⟧(‹amount› / ‹size›);
      ƒ}
      `,
      `
      ƒ bill(one: ‹Thing›, rate: number) {
        const ‹units› = Math.⟦floor→ceil⟧(one.‹amount› / ‹size›);
        ‹fill›
        return { id: one.id, ‹units›, sum: ‹units› * rate };
      ƒ}
      `,
      `
      export function ‹Thing›Costs({ ‹amount›, rate }: Props) {
        const ‹units› = Math.⟦floor→ceil⟧(‹amount› / ‹size›);
        return (
          <p>
            {‹units›} ‹units› cost {‹units› * rate}
          </p>
        );
      }
      `,
    ],
  }),
  sketched("taken-off-not-added", {
    seen: [
      "=the {wordsOff} [is added|comes on top][, it should be taken off|, must be taken off]",
      "=with a {wordsOff} it gets [more|higher], should get less",
      "take the {wordsOff} off, don't add it",
      "subtract {off}[, not add|]",
      "=minus the {wordsOff}, not plus",
      "=[{off}|{wordsOff}] has the wrong sign",
      "=why does a {wordsOff} make it [more|bigger]? [should be less|less please]",
      "=[my|the] total goes up with a {wordsOff}",
      "=the {wordsOff} should be subtracted",
      "=the more {wordsOff} the higher the result, [other way round please|should be lower]",
      "=can the {wordsOff} lower it instead of raising it?",
    ],
    unseen: ["=you are punished for having a {wordsOff}", "=plus where a minus belongs, at {off}"],
    vars: {
      off: ["discount", "refund", "voucher", "deposit", "penalty", "rebate", "credit", "deduction"],
      plus: ["shipping", "tax", "tip", "extras"],
      sum: ["total", "result", "due", "score"],
    },
    code: [
      `
      ƒ ‹sum›Of(one: ‹Thing›)«|: number» {
        const base = one.amount + one.‹plus›;
        return base ⟦+→-⟧ one.‹off›;
      ƒ}
      `,
      `
      export function ‹Thing›Summary({ base, ‹plus›, ‹off› }: Props) {
        const ‹sum› = base + ‹plus› ⟦+→-⟧ ‹off›;
        return (
          <footer>
            <small>{‹plus›}</small>
            <strong>{‹sum›}</strong>
          </footer>
        );
      }
      `,
      `
      ƒ close(one: ‹Thing›) {
        let ‹sum› = one.base;
        if (one.‹plus›) ‹sum› += one.‹plus›;
        if (one.‹off›) ‹sum› ⟦+=→-=⟧ one.‹off›;
        ‹fill›
        return ‹sum›;
      ƒ}
      `,
    ],
  }),
  sketched("fee-below-that", {
    seen: [
      "=[below|under|for less than] {limit} there's a fee of {fee}",
      "=[orders|those] below {limit} cost {fee} extra, from {limit} on nothing",
      "=the fee is always 0, should be {fee} below {limit}",
      "=[{fee}|a fee of {fee}] unless it's {limit} or more",
      "=[free|nothing] from {limit} on, [else|below] {fee}",
      "charge {fee} [below|under] {limit}",
      "make the fee {fee} below {limit}[, 0 from there on|]",
      "[take|charge] {fee} as fee [if|when] it's less than {limit}",
      "=why is the fee 0 below {limit}? [it's {fee} there|{fee} please]",
      "=only from {limit} on it's free, otherwise {fee}",
      "=less than {limit}: {fee}, otherwise 0",
    ],
    unseen: [
      "=small ones (under {limit}) have to pay {fee} more",
      "=we lose {fee} on everything that stays under {limit}",
    ],
    rows: [
      [
        { limit: "20", fee: "5" },
        { limit: "50", fee: "4" },
        { limit: "100", fee: "10" },
        { limit: "30", fee: "3" },
        { limit: "25", fee: "2" },
        { limit: "40", fee: "6" },
        { limit: "200", fee: "15" },
      ],
    ],
    vars: {
      total: ["total", "subtotal", "sum", "amount", "value"],
      name: ["fee", "surcharge", "shippingFee", "handlingFee", "extraFee"],
    },
    code: [
      `
      ƒ checkout(‹total›: number, tip: number) {
        const ‹name› = ⟦0→‹total› < ‹limit› ? ‹fee› : 0⟧;
        return { ‹total›, tip, ‹name›, due: ‹total› + tip + ‹name› };
      ƒ}
      `,
      `
      export function ‹Thing›Costs({ ‹total› }: Props) {
        const ‹name› = ⟦0→‹total› < ‹limit› ? ‹fee› : 0⟧;
        ‹fill›
        return (
          <dl>
            <dd>{‹total›}</dd>
            <dd>{‹name›}</dd>
          </dl>
        );
      }
      `,
      `
      ƒ ‹name›For(one: ‹Thing›)«|: number» {
        const ‹total› = one.price * one.count;
        «log(one.id, ‹total›);|trace("‹name›", ‹total›);»
        return ⟦0→‹total› < ‹limit› ? ‹fee› : 0⟧;
      ƒ}
      `,
    ],
  }),
  sketched("one-for-each-person", {
    seen: [
      "=[one|only one] {wordsItem} per person",
      "=[people|i|you] can leave two {wordsItems}[, one per person please|, one is enough]",
      "=nobody should be able to add a second {wordsItem}",
      "=not again if [you have|they have] a {wordsItem} already",
      "=only if there is no {wordsItem} of [yours|that user] yet",
      "don't let anyone add more than one {wordsItem}",
      "=why can i add another {wordsItem}? i have one",
      "=at most one {wordsItem} per person",
      "=everyone has one {wordsItem}, not more",
      "=twice is not ok, one {wordsItem} for each user",
      "refuse a second {wordsItem} of the same user",
      "=unless the user is in {items} already",
    ],
    unseen: [
      "=someone voted with five {wordsItems} in a row",
      "=having a {wordsItem} in there means you're done",
    ],
    rows: [
      [
        { item: "review", items: "reviews" },
        { item: "vote", items: "votes" },
        { item: "bid", items: "bids" },
        { item: "reservation", items: "reservations" },
        { item: "answer", items: "answers" },
        { item: "application", items: "applications" },
        { item: "signature", items: "signatures" },
        { item: "entry", items: "entries" },
      ],
    ],
    vars: {
      by: ["userId", "authorId", "personId", "customerId"],
      user: ["user", "me", "customer", "member"],
    },
    code: [
      `
      ƒ canAdd‹Item›(‹user›: Person, event: Event, ‹items›: ‹Item›[])«|: boolean» {
        return event.«open|active|public»⟦→ && !‹items›.some((one) => one.‹by› === ‹user›.id)⟧;
      ƒ}

      ƒ own‹Items›(‹user›: Person, ‹items›: ‹Item›[])«|: ‹Item›[]» {
        return ‹items›.filter((one) => one.‹by› === ‹user›.id);
      ƒ}
      `,
      `
      export function ‹Item›Box({ ‹items›, ‹user›, onAdd }: Props) {
        const mayAdd = ‹user›.verified⟦→ && !‹items›.some((one) => one.‹by› === ‹user›.id)⟧;
        return (
          <aside>
            <List items={‹items›} isMine={(one) => one.‹by› === ‹user›.id} />
            {mayAdd && <AddButton onClick={onAdd} />}
          </aside>
        );
      }
      `,
      `
      class ‹Item›Rules {
        constructor(private readonly ‹items›: ‹Item›[]) {}

        of(‹user›: Person) {
          return this.‹items›.filter((one) => one.‹by› === ‹user›.id);
        }

        mayAdd(‹user›: Person) {
          return ‹user›.active⟦→ && !this.‹items›.some((one) => one.‹by› === ‹user›.id)⟧;
        }
      }
      `,
    ],
  }),
  sketched("locked-after-so-many", {
    seen: [
      "=after {n} {wordsCount} it [should be|is] {wordsFlag}",
      "=[{flag}|it] should be true from {n} {wordsCount} on",
      "=with the {n}th of the {wordsCount} set {flag}",
      "=you can go on forever, at {n} {wordsCount} it should become {wordsFlag}",
      "set {flag} [after|at] {n} {wordsCount}",
      "make it {wordsFlag} when there are {n} {wordsCount}",
      "=never {wordsFlag}, however many {wordsCount}. {n} or more should make it {flag}",
      "=if [there are|it has] {n} {wordsCount}[ or more|], then {flag}",
      "=why [isn't it|is it not] {wordsFlag} [after|with] {n} {wordsCount}?",
      "=it's {flag} from {n} {wordsCount} [on|up]",
      "=once {count} reaches {n} it's {wordsFlag}",
    ],
    unseen: [
      "=no end to the {wordsCount}: {n} of them and {flag} goes on",
      "=someone had 40 {wordsCount} and wasn't {wordsFlag}, {n} suffice",
    ],
    vars: { n: ["3", "5", "10", "4", "7", "20"] },
    rows: [
      [
        { count: "attempts", flag: "locked" },
        { count: "strikes", flag: "banned" },
        { count: "reports", flag: "hidden" },
        { count: "failures", flag: "disabled" },
        { count: "warnings", flag: "muted" },
        { count: "absences", flag: "excluded" },
        { count: "votes", flag: "accepted" },
        { count: "visits", flag: "regular" },
      ],
    ],
    code: [
      `
      ƒ add‹Count›(‹thing›: ‹Thing›)«|: void» {
        ‹thing›.‹count› += 1;
        ⟦→if (‹thing›.‹count› >= ‹n›) ‹thing›.‹flag› = true;⟧
      ƒ}

      ƒ touch(‹thing›: ‹Thing›)«|: void» {
        ‹thing›.touches += 1;
      ƒ}
      `,
      `
      class ‹Thing›Counter {
        ‹count› = 0;
        ‹flag› = false;

        next() {
          this.‹count› += 1;
          ⟦→if (this.‹count› >= ‹n›) this.‹flag› = true;⟧
        }

        reset() {
          this.‹count› = 0;
        }
      }
      `,
      `
      ƒ async on‹Count›(id: string) {
        const ‹thing› = await ‹things›.get(id);
        ‹thing›.‹count› += 1;
        ⟦→if (‹thing›.‹count› >= ‹n›) ‹thing›.‹flag› = true;⟧
        await ‹things›.save(‹thing›);
      ƒ}
      `,
    ],
  }),
];
