import { sketched } from "./sketch.ts";

/** Rules of when something is done: only if, unless, either, both, again, first. */
export const RULE_WHEN = [
  sketched("only-if-it-is-so", {
    seen: [
      "=only if [it's|the {wordsThing} is] {wordsFlag}[ as well| too|]",
      "=[it|the {wordsThing}] [must|has to] be {wordsFlag} [too|as well]",
      "=this happens even if the {wordsThing} isn't {wordsFlag}",
      "=not [before|unless] [it's|the {wordsThing} is] {wordsFlag}",
      "=why does that work with a {wordsThing} that isn't {wordsFlag}?",
      "only do that if it's {wordsFlag}",
      "=nobody checks [if|whether] it's {wordsFlag}",
      "=should only be for {wordsFlag} {wordsThings}",
      "also require {flag}",
      "check {flag} too",
      "=just the {wordsFlag} ones[ please|]",
      "=[also|it also] needs to be {wordsFlag}",
      "=can we make sure it's {wordsFlag} [first|before]?",
    ],
    unseen: [
      "=a {wordsThing} that's not {wordsFlag} went through today",
      "=being {wordsFlag} is a condition for it, too",
    ],
    vars: {
      flag: [
        "paid",
        "confirmed",
        "verified",
        "published",
        "approved",
        "signed",
        "complete",
        "delivered",
        "checkedIn",
      ],
      act: ["ship", "print", "release", "forward", "invoice", "announce"],
    },
    code: [
      `
      ƒ async process‹Thing›(‹thing›: ‹Thing›) {
        await record(‹thing›);
        if (!‹thing›.«done|late|closed»⟦→ && ‹thing›.‹flag›⟧) {
          await ‹act›(‹thing›);
        }
        return ‹thing›.id;
      ƒ}
      `,
      `
      ƒ can‹Act›(‹thing›: ‹Thing›)«|: boolean» {
        return ‹thing›.«amount|total|weight» > 0⟦→ && ‹thing›.‹flag›⟧;
      ƒ}

      ƒ titleOf(‹thing›: ‹Thing›) {
        return ‹thing›.name || "Untitled";
      ƒ}
      `,
      `
      export function ‹Thing›Row({ ‹thing›, on‹Act› }: Props) {
        return (
          <li>
            <span>{‹thing›.name}</span>
            {‹thing›.total > 0 &&⟦→ ‹thing›.‹flag› &&⟧ (
              <button type="button" onClick={on‹Act›}>
                ‹Act›
              </button>
            )}
          </li>
        );
      }
      `,
      `
      const ready = ‹things›.filter((one) => one.«amount|total» > 0⟦→ && one.‹flag›⟧);
      for (const ‹thing› of ready) {
        ‹act›(‹thing›);
      }
      «log.info("done", ready.length);|report(ready.length);»
      `,
    ],
  }),
  sketched("not-when-it-is-so", {
    seen: [
      "=[unless|except when] [it is|the {wordsThing} is] {wordsFlag}",
      "=not [for|with] {wordsFlag} {wordsThings}",
      "=this is done to {wordsFlag} {wordsThings} [too|as well][, it shouldn't|]",
      "=[{wordsFlag}|the {wordsFlag}] {wordsThings} should be left alone",
      "do nothing [if|when] the {wordsThing} is {wordsFlag}",
      "stop right away when it's {wordsFlag}",
      "leave {wordsFlag} {wordsThings} alone",
      "=why does that happen to a {wordsFlag} {wordsThing}?",
      "=if it's {wordsFlag} [nothing should happen|do nothing]",
      "=nothing should happen when {flag} is [set|true]",
      "=a {wordsFlag} {wordsThing} must stay as it is",
      "return early for {wordsFlag} {wordsThings}",
      "skip it if {flag}",
    ],
    unseen: [
      "=hands off when the {wordsThing} is {wordsFlag}",
      "=being {wordsFlag} should make this a no-op",
    ],
    vars: {
      flag: [
        "archived",
        "locked",
        "cancelled",
        "closed",
        "deleted",
        "finished",
        "frozen",
        "paused",
        "shipped",
      ],
      act: ["rename", "move", "assign", "reorder", "tag", "update"],
      value: ["name", "place", "status", "label", "color", "owner"],
    },
    code: [
      `
      ƒ ‹act›‹Thing›(‹thing›: ‹Thing›, ‹value›: string)«|: void» {
        ⟦→if (‹thing›.‹flag›) return;⟧
        ‹thing›.‹value› = ‹value›;
        ‹thing›.changedAt = Date.now();
      ƒ}

      ƒ copy‹Thing›(‹thing›: ‹Thing›)«|: ‹Thing›» {
        return { ...‹thing›, id: newId() };
      ƒ}
      `,
      `
      class ‹Thing›Board {
        constructor(private readonly ‹things›: Map<string, ‹Thing›>) {}

        ‹act›(‹thing›: ‹Thing›, ‹value›: string) {
          ⟦→if (‹thing›.‹flag›) return;⟧
          this.‹things›.set(‹thing›.id, { ...‹thing›, ‹value› });
          this.notify();
        }

        private notify() {
          for (const one of this.‹things›.values()) one.listener?.();
        }
      }
      `,
      `
      export function ‹Thing›Cell({ ‹thing›, on‹Act› }: Props) {
        const handle‹Act› = (‹value›: string) => {
          ⟦→if (‹thing›.‹flag›) return;⟧
          on‹Act›(‹thing›.id, ‹value›);
        };
        return (
          <td>
            <Editable value={‹thing›.‹value›} onChange={handle‹Act›} />
          </td>
        );
      }
      `,
      `
      ƒ async ‹act›‹Thing›(‹thing›: ‹Thing›, ‹value›: string) {
        ⟦→if (‹thing›.‹flag›) return;⟧
        ‹fill›
        await db.‹things›.update(‹thing›.id, { ‹value› });
        await publish("‹thing:kebab›.‹act›", ‹thing›.id);
      ƒ}
      `,
    ],
  }),
  sketched("either-of-them-is-enough", {
    seen: [
      "=either [one |]is enough",
      "=one of [them|the two] is enough[, doesn't need both|, not both needed]",
      "=doesn't have to be both",
      "=[{wordsA} or {wordsB}|{a} or {b}], [either is fine|not both]",
      "=should work with only {wordsA} or only {wordsB}",
      "=[why|how come] do [i|people] need both, {wordsA} and {wordsB}?",
      "=[having|with] just {wordsA} [it says no|isn't enough here], but it should be ok",
      "make it {a} or {b}[, not and|]",
      "=or, not and",
      "=people with {wordsB} but no {wordsA} are [turned away|refused]",
      "accept {wordsA} alone or {wordsB} alone",
      "=[at least|any] one of {wordsA} and {wordsB}[ will do|]",
    ],
    unseen: [
      "=nobody has both a {wordsA} and a {wordsB}, let one do",
      "=asks too much: {wordsA} alone must be fine, so must {wordsB}",
    ],
    rows: [
      [
        { a: "email", b: "phone" },
        { a: "passport", b: "idCard" },
        { a: "ticket", b: "invitation" },
        { a: "password", b: "pin" },
        { a: "street", b: "postbox" },
        { a: "photo", b: "video" },
        { a: "coupon", b: "voucher" },
        { a: "nickname", b: "fullName" },
        { a: "receipt", b: "orderNumber" },
      ],
    ],
    code: [
      `
      ƒ isComplete(‹thing›: ‹Thing›)«|: boolean» {
        «if (!‹thing›.id) return false;|»
        return Boolean(‹thing›.‹a› ⟦&&→||⟧ ‹thing›.‹b›);
      ƒ}
      `,
      `
      ƒ async accept‹Thing›(‹thing›: ‹Thing›) {
        const { ‹a›, ‹b›, country } = ‹thing›;
        ‹fill›
        if (‹a› ⟦&&→||⟧ ‹b›) {
          await ‹things›.save({ ‹a›, ‹b›, country });
          return true;
        }
        return false;
      ƒ}
      `,
      `
      export function ‹Thing›Step({ ‹a›, ‹b›, onNext }: Props) {
        const canGoOn = Boolean(‹a› ⟦&&→||⟧ ‹b›);
        return (
          <section>
            <Fields ‹a›={‹a›} ‹b›={‹b›} />
            <button type="button" disabled={!canGoOn} onClick={onNext}>
              Next
            </button>
          </section>
        );
      }
      `,
      `
      ƒ check‹Thing›(‹thing›: ‹Thing›) {
        if (!(‹thing›.‹a› ⟦&&→||⟧ ‹thing›.‹b›)) {
          throw new Error("Incomplete");
        }
        return ‹thing›;
      ƒ}
      `,
    ],
  }),
  sketched("both-of-them-needed", {
    seen: [
      "=both are needed",
      "=[we need|it needs] both, {wordsA} and {wordsB}",
      "=one [of them |]is not enough",
      "=[{wordsA} and {wordsB}|{a} and {b}], not just one of them",
      "=it goes through with only {wordsA}[, both are needed|]",
      "=[i|people] get past with just {wordsB}",
      "require both {wordsA} and {wordsB}",
      "make it {a} and {b}[, not or|]",
      "=and, not or",
      "=why is one of {wordsA} and {wordsB} enough? [need both|it takes both]",
      "=should be false [unless|as long as not] both are there",
      "=not without {wordsA}, and not without {wordsB} either",
    ],
    unseen: [
      "=neither {wordsA} nor {wordsB} may be missing",
      "=someone without {wordsB} got in, having one isn't sufficient",
    ],
    rows: [
      [
        { a: "email", b: "password" },
        { a: "street", b: "city" },
        { a: "title", b: "author" },
        { a: "termsAccepted", b: "privacyAccepted" },
        { a: "startDate", b: "endDate" },
        { a: "name", b: "birthday" },
        { a: "signature", b: "stamp" },
        { a: "subject", b: "body" },
        { a: "helmet", b: "ticket" },
      ],
    ],
    code: [
      `
      ƒ isComplete(‹thing›: ‹Thing›)«|: boolean» {
        «if (!‹thing›.id) return false;|»
        return Boolean(‹thing›.‹a› ⟦||→&&⟧ ‹thing›.‹b›);
      ƒ}
      `,
      `
      ƒ async send‹Thing›({ ‹a›, ‹b›, ...rest }: ‹Thing›Input) {
        if (‹a› ⟦||→&&⟧ ‹b›) {
          await api.post("/‹things:kebab›", { ‹a›, ‹b›, ...rest });
          «track|log»("‹thing› sent");
        }
      ƒ}
      `,
      `
      export function ‹Thing›Form({ ‹a›, ‹b›, onSend }: Props) {
        const isReady = Boolean(‹a› ⟦||→&&⟧ ‹b›);
        ‹fill›
        return (
          <form onSubmit={onSend}>
            <Fields ‹a›={‹a›} ‹b›={‹b›} />
            <button type="submit" disabled={!isReady}>Send</button>
          </form>
        );
      }
      `,
    ],
  }),
  sketched("exactly-the-wrong-way-round", {
    seen: [
      "=it's [exactly |just |]the [other|wrong] way [round|around]",
      "=[exactly|just] the opposite of what it should be",
      "=this is inverted",
      "=[those|the ones|only those] who are not {wordsFlag} get {wordsIt}",
      "=the {wordsFlag} ones don't get {wordsIt}, everyone else does",
      "=wrong way round, {wordsIt} is for the {wordsFlag} ones",
      "=[{wordsFlag}|the {wordsFlag}] people should get {wordsIt}, not the others",
      "flip [that|the condition]",
      "=why do people who aren't {wordsFlag} get {wordsIt}?",
      "=[i'm|i am] {wordsFlag} and don't get {wordsIt}[, my colleague isn't and does|]",
      "=should be if {flag}, not if not",
      "=there's a [not|!] too many[ here|]",
    ],
    unseen: [
      "=backwards: {wordsIt} goes to everybody who is not {wordsFlag}",
      "=the logic of {flag} is upside down",
    ],
    vars: {
      flag: ["subscribed", "enrolled", "registered", "premium", "confirmed", "invited", "verified"],
      user: ["user", "member", "customer", "student", "player", "patient"],
    },
    rows: [
      [
        { it: "the newsletter", call: "sendNewsletter", part: "Newsletter" },
        { it: "the bonus", call: "addBonus", part: "Bonus" },
        { it: "the reminder", call: "sendReminder", part: "Reminder" },
        { it: "the badge", call: "giveBadge", part: "Badge" },
        { it: "the download", call: "startDownload", part: "Download" },
        { it: "the discount", call: "applyDiscount", part: "Discount" },
      ],
    ],
    code: [
      `
      ƒ async welcome(‹user›: Person) {
        «await greet(‹user›);|await touch(‹user›.id);»
        if (⟦!→⟧‹user›.‹flag›) {
          await ‹call›(‹user›);
        }
      ƒ}
      `,
      `
      export function ‹user:Pascal›Page({ ‹user› }: Props) {
        return (
          <main>
            <h1>{‹user›.name}</h1>
            {⟦!→⟧‹user›.‹flag› && <‹part› to={‹user›} />}
          </main>
        );
      }
      `,
      `
      ƒ ‹call›ToAll(list: Person[]) {
        const chosen = list.filter((‹user›) => ⟦!→⟧‹user›.‹flag›);
        ‹fill›
        for (const ‹user› of chosen) ‹call›(‹user›);
        return chosen.length;
      ƒ}
      `,
      `
      class ‹part›Service {
        async run(list: Person[]) {
          for (const ‹user› of list) {
            if (⟦→!⟧‹user›.‹flag›) continue;
            await ‹call›(‹user›);
          }
        }
      }
      `,
    ],
  }),
  sketched("only-the-first-time-counts", {
    seen: [
      "=[{field}|{wordsField}] [is overwritten|changes] every time[, should be the first time only|, only the first one counts]",
      "=set {field} only the first time",
      "=[{field}|{wordsField}] should [keep|stay] the first [value|one]",
      "=the second time it must not [change|touch] {field}[ again|]",
      "=once set, {field} [stays|must stay|never changes]",
      "don't overwrite {field} [if it's there|when it is set already]",
      "only set {field} if it [isn't set|is empty]",
      "keep {field} if there is one[ already|]",
      "=why does {field} [change|move] when it happens again?",
      "=when done [twice|again], {field} is the later one, we want the first",
      "=the first {wordsField} is lost[, keep it|]",
      "=never change {field} again",
    ],
    unseen: [
      "=whatever {field} got first is what we need for the report",
      "=doing it once more resets {field}",
    ],
    rows: [
      [
        { act: "pay", field: "paidAt" },
        { act: "open", field: "openedAt" },
        { act: "read", field: "readAt" },
        { act: "publish", field: "publishedAt" },
        { act: "accept", field: "acceptedAt" },
        { act: "visit", field: "firstVisit" },
        { act: "answer", field: "answeredAt" },
        { act: "ship", field: "shippedAt" },
        { act: "join", field: "joinedAt" },
      ],
    ],
    code: [
      `
      ƒ ‹act›‹Thing›(‹thing›: ‹Thing›, now: Date)«|: void» {
        ‹thing›.«status = "‹act›"|changes += 1»;
        ‹thing›.‹field› ⟦=→??=⟧ now;
        ‹thing›.updatedAt = now;
      ƒ}
      `,
      `
      class ‹Thing› {
        ‹field›?: Date;
        seenAt?: Date;

        ‹act›() {
          this.‹field› ⟦=→??=⟧ new Date();
          this.seenAt = new Date();
        }
      }
      `,
      `
      ƒ ‹act›‹Thing›(‹thing›: ‹Thing›)«|: ‹Thing›» {
        const now = Date.now();
        return { ...‹thing›, updatedAt: now, ‹field›: ⟦now→‹thing›.‹field› ?? now⟧ };
      ƒ}
      `,
      `
      socket.on("‹thing:kebab›:‹act›", (id: string) => {
        const ‹thing› = ‹things›.get(id);
        if (!‹thing›) return;
        ‹thing›.lastEvent = "‹act›";
        ‹thing›.‹field› ⟦=→??=⟧ Date.now();
      });
      `,
    ],
  }),
  sketched("not-if-nothing-changed", {
    seen: [
      "=[it saves|saves] even [if|when] nothing [changed|was changed]",
      "=not if nothing changed",
      "=only when {value} [changed|is different|really changed]",
      "=nothing should happen [if|when] {value} is the same [as before|]",
      "do nothing if {value} is the same[ as before|]",
      "skip it when {value} [didn't change|stays the same]",
      "=why does it [save|write] the same {value} again?",
      "=entering the same {value} again counts as a change",
      "don't save an unchanged {value}",
      "=[pointless|useless] saves with the same {value}",
      "=same {value}? then leave it",
      "return early if it has that {value} [already|anyway]",
    ],
    unseen: [
      "=history is full of entries where {value} went from x to x",
      "=an equal {value} is no reason to write",
    ],
    vars: {
      value: ["name", "status", "title", "price", "seat", "color", "priority", "address", "language"],
      save: ["save", "store", "persist", "write"],
    },
    code: [
      `
      ƒ async change‹Value›(‹thing›: ‹Thing›, ‹value›: string) {
        ⟦→if (‹thing›.‹value› === ‹value›) return;⟧
        ‹thing›.‹value› = ‹value›;
        ‹fill›
        await ‹save›(‹thing›);
      ƒ}
      `,
      `
      class ‹Thing›Settings {
        constructor(private ‹value›: string, private readonly ‹save›: (‹value›: string) => void) {}

        set‹Value›(‹value›: string) {
          ⟦→if (this.‹value› === ‹value›) return;⟧
          this.‹value› = ‹value›;
          this.‹save›(‹value›);
        }

        clear() {
          this.‹value› = "";
        }
      }
      `,
      `
      export function ‹Thing›Title({ ‹thing›, onSave }: Props) {
        const handleBlur = (‹value›: string) => {
          ⟦→if (‹thing›.‹value› === ‹value›) return;⟧
          onSave({ ...‹thing›, ‹value› });
        };
        return <Editable value={‹thing›.‹value›} onBlur={handleBlur} />;
      }
      `,
    ],
  }),
  sketched("nothing-to-send-nothing-sent", {
    seen: [
      "=[don't|must not] {wordsSend} [if|when] there [are|is] no {wordsThings}",
      "=an empty [mail|message|report] [goes out|is sent] when there are no {wordsThings}",
      "=only if there [are|is] any {wordsThings}",
      "=not with [an empty list|no {wordsThings}]",
      "=if there are no {wordsThings}, [nothing should be sent|do nothing]",
      "=no {wordsThings}, no [mail|message]",
      "do nothing [if|when] [the list|{things}] is empty",
      "stop [if|when] there's nothing in {things}",
      "=why do [people|we] get [one|something] without any {wordsThings}[ in it|]?",
      "skip it [when|if] {things} is empty",
      "=[got|i got] a mail with zero {wordsThings}",
      "=at least one {wordsThing} [or nothing|needed], else [forget it|return]",
    ],
    unseen: [
      "=with zero {wordsThings} that has no point, leave",
      "=people are annoyed by blank ones, there were no {wordsThings}",
    ],
    vars: {
      send: ["send", "mail", "post", "print", "publish"],
      what: ["Digest", "Summary", "Report", "Newsletter", "Overview", "Reminder"],
    },
    code: [
      `
      ƒ async ‹send›‹what›(to: string, ‹things›: ‹Thing›[]) {
        ⟦→if (‹things›.length === 0) return;⟧
        const text = ‹things›.map((one) => one.name).join("\\n");
        await ‹send›(to, "«Your|Daily|Weekly» ‹what:words›", text);
      ƒ}
      `,
      `
      ƒ async run‹what›Job(userId: string) {
        const user = await users.get(userId);
        const ‹things› = await load‹Things›(user.id);
        ⟦→if (‹things›.length === 0) return;⟧
        ‹fill›
        await ‹send›(user.email, render‹what›(‹things›));
      ƒ}
      `,
      `
      class ‹Thing›‹what› {
        private ‹things›: ‹Thing›[] = [];

        add(‹thing›: ‹Thing›) {
          this.‹things›.push(‹thing›);
        }

        async flush() {
          ⟦→if (this.‹things›.length === 0) return;⟧
          await this.client.‹send›({ kind: "‹what:camel›", ‹things›: this.‹things› });
          this.‹things› = [];
        }
      }
      `,
    ],
  }),
  sketched("one-more-status-too", {
    seen: [
      "=[{wordsB} ones|{wordsB} {wordsThings}] [too|as well]",
      "=[{wordsB}|also {wordsB}] [{wordsThings}|ones] [count|should count|are meant] [too|as well]",
      "=not only {wordsA}, {wordsB} [too|as well]",
      "=the {wordsB} {wordsThings} are [missing|left out]",
      "=[{textB}|{wordsB}] [is|has been] forgotten[ here|]",
      "=why are the {wordsB} ones not in[ there|]?",
      "also take [the {wordsB} ones|{textB}]",
      "include the {wordsB} {wordsThings} [too|as well]",
      "=either {wordsA} or {wordsB}",
      "=should be true for {textB} as well",
      "=a {wordsThing} that is {wordsB} should be treated like {wordsA}",
      "treat {textB} [like|the same as] {textA}",
    ],
    unseen: [
      "=something {wordsB} isn't found by this although it belongs",
      "=for us {wordsB} is the same thing as {wordsA} here",
    ],
    rows: [
      [
        { a: "open", b: "pending" },
        { a: "active", b: "trial" },
        { a: "paid", b: "refunded" },
        { a: "cancelled", b: "expired" },
        { a: "done", b: "skipped" },
        { a: "shipped", b: "delivered" },
        { a: "draft", b: "review" },
        { a: "failed", b: "timeout" },
        { a: "booked", b: "reserved" },
        { a: "rejected", b: "withdrawn" },
      ],
    ],
    vars: { field: ["status", "state", "phase", "stage"] },
    code: [
      `
      ƒ is‹A›(‹thing›: ‹Thing›)«|: boolean» {
        return ‹thing›.‹field› === "‹a›"⟦→ || ‹thing›.‹field› === "‹b›"⟧;
      ƒ}

      ƒ isNew(‹thing›: ‹Thing›)«|: boolean» {
        return ‹thing›.‹field› === "new";
      ƒ}
      `,
      `
      ƒ select‹A›(‹things›: ‹Thing›[])«|: ‹Thing›[]» {
        ‹fill›
        return ‹things›.filter((one) => one.‹field› === "‹a›"⟦→ || one.‹field› === "‹b›"⟧);
      ƒ}
      `,
      `
      const ‹a:CONST›_‹field:CONST›S = ["‹a›"⟦→, "‹b›"⟧];
      const NEW_‹field:CONST›S = ["new", "imported"];

      export function kindOf(‹thing›: ‹Thing›) {
        if (NEW_‹field:CONST›S.includes(‹thing›.‹field›)) return "new";
        if (‹a:CONST›_‹field:CONST›S.includes(‹thing›.‹field›)) return "‹a›";
        return "other";
      }
      `,
      `
      export function ‹Thing›Badge({ ‹thing› }: Props) {
        if (‹thing›.«hidden|internal») return null;
        return (
          <Card>
            {["‹a›"⟦→, "‹b›"⟧].includes(‹thing›.‹field›) && <Mark kind="‹a›" />}
            {‹thing›.‹field› === "new" && <Mark kind="new" />}
          </Card>
        );
      }
      `,
    ],
  }),
  sketched("too-late-once-started", {
    seen: [
      "=not after it has [started|begun]",
      "=you can still {wordsAct} [when it's already running|after the start][, that's too late|]",
      "=only before it starts[, not after|]",
      "=too late once {start} is [over|past]",
      "=[i|a tester|someone] could {wordsAct} yesterday's {wordsThing}",
      "=must be before {start}",
      "don't let [people|anyone] {wordsAct} after {start}",
      "=why can i {wordsAct} a {wordsThing} that started [already|an hour ago]?",
      "=until {start}, then no more",
      "also check that {start} is [still|] in the future",
      "=can we stop that [from {start} on|after the start]?",
      "=unless it has started [already|]",
    ],
    unseen: ["=when {start} has gone by it's over with that", "=customers {wordsAct} things of the past"],
    vars: {
      act: ["cancel", "change", "move", "book", "join", "refund"],
      start: ["startsAt", "beginsAt", "departure", "kickoff", "opensAt", "checkIn"],
    },
    code: [
      `
      ƒ can‹Act›(‹thing›: ‹Thing›, now: Date)«|: boolean» {
        return !‹thing›.«locked|done|blocked»⟦→ && ‹thing›.‹start› > now⟧;
      ƒ}

      ƒ canRate(‹thing›: ‹Thing›, now: Date)«|: boolean» {
        return ‹thing›.«endsAt|end» < now;
      ƒ}
      `,
      `
      export function ‹Thing›Actions({ ‹thing›, now, on‹Act› }: Props) {
        const may‹Act› = ‹thing›.confirmed⟦→ && ‹thing›.‹start› > now⟧;
        return (
          <footer>
            <time>{format(‹thing›.‹start›)}</time>
            {may‹Act› && <Button onClick={on‹Act›}>‹Act›</Button>}
          </footer>
        );
      }
      `,
      `
      class ‹Thing›Service {
        mayView(‹thing›: ‹Thing›, user: User) {
          return ‹thing›.public || user.isAdmin;
        }

        may‹Act›(‹thing›: ‹Thing›, user: User) {
          return ‹thing›.ownerId === user.id⟦→ && ‹thing›.‹start› > new Date()⟧;
        }
      }
      `,
    ],
  }),
];
