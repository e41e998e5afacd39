import { sketched } from "./sketch.ts";

/** Numbers, limits and durations that are to be others. */
export const VALUE_NUMBERS = [
  // A neighbour has the same number, and stays.
  sketched("setting-has-another-number", {
    seen: [
      "=[the |]{wordsSaid} should be {to}[| instead of {from}| and not {from}]",
      "=[{from}|a {wordsSaid} of {from}] is too [few|little|low|much], [we need|we want|go for|make it] {to}[| for the {wordsSaid}]",
      "[set|change|put] [the |]{wordsSaid} to {to}",
      "=can [the |]{wordsSaid} go to {to}?",
      "={wordsSaid}: {to} pls[|, rest stays]",
      "=ops [asked for|wants|would like] {to} as [the |]{wordsSaid}[|, nothing else]",
      "=we [agreed on|decided on|settled for] {to} for [the |]{wordsSaid}",
      "=why is [the |]{wordsSaid} {from}? [it was meant to be|should be] {to}",
      "={wordsSaid} {from} -> {to}",
      "=[the |]{wordsSaid} [has to be|must be] {to} [by now|now|from now on]",
      "={to} for {key} [please|pls], the [others|other ones] are fine",
    ],
    unseen: [
      "=let's try {to} rather than {from} as {wordsSaid} and leave everything else alone",
      "=[the |]{wordsSaid} here disagrees with the docs, they say {to}",
    ],
    rows: [
      [
        { key: "maxRetries", said: "max retries", from: "3", to: "5" },
        { key: "poolSize", said: "pool size", from: "10", to: "25" },
        { key: "pageSize", said: "page size", from: "20", to: "50" },
        { key: "maxLoginAttempts", said: "max login attempts", from: "5", to: "10" },
        { key: "batchSize", said: "batch size", from: "100", to: "250" },
        { key: "minPlayers", said: "min players", from: "2", to: "4" },
        { key: "maxGuests", said: "max guests", from: "8", to: "12" },
        { key: "trialDays", said: "trial days", from: "14", to: "30" },
        { key: "maxTags", said: "max tags", from: "4", to: "6" },
        { key: "logRotationDays", said: "log rotation days", from: "7", to: "14" },
        { key: "seatLimit", said: "seat limit", from: "15", to: "20" },
        { key: "zoomLevel", said: "zoom level", from: "11", to: "13" },
      ],
      [
        { one: "concurrency", two: "maxFiles" },
        { one: "historyLength", two: "workers" },
        { one: "columns", two: "reminderHours" },
        { one: "warmupRuns", two: "maxDepth" },
        { one: "cacheEntries", two: "sampleRate" },
        { one: "previewLines", two: "graceMinutes" },
      ],
    ],
    code: [
      `
      export const ‹thing›Settings = {
        «name: "‹things›",|enabled: true,|»
        ‹one›: ‹from›,
        ‹key›: ⟦‹from›→‹to›⟧,
        ‹two›: «‹from›|1|30»,
        «verbose: false,|strict: true,|»
      };
      `,
      `
      const ‹one:CONST› = «‹from›|6»;
      const ‹two:CONST› = ‹from›;
      const ‹key:CONST› = ⟦‹from›→‹to›⟧;
      «const ‹thing:CONST›_PREFIX = "‹thing:kebab›";|»

      ƒ create‹Thing›Service(«client: Client|db: Database») {
        return new ‹Thing›Service(«client|db», { ‹one›: ‹one:CONST›, ‹two›: ‹two:CONST›, ‹key›: ‹key:CONST› });
      ƒ}
      `,
      `
      export class ‹Thing›«Manager|Runner|Board» {
        private readonly ‹key› = ⟦‹from›→‹to›⟧;
        private readonly ‹one› = ‹from›;
        «private ‹things›: ‹Thing›[] = [];|private isReady = false;»

        «reset|clear»() {
          «this.‹things› = [];|this.isReady = false;|start(this.‹one›);»
        }
      }
      `,
      `
      <‹Thing›«List|Board|View»
        ‹two›={«‹from›|3»}
        ‹key›={⟦‹from›→‹to›⟧}
        ‹one›={‹from›}
        «onChange={handle‹Thing›Change}|items={‹things›}»
      />
      `,
    ],
  }),
  sketched("span-of-time-is-another", {
    seen: [
      "=[the |]{wordsWhat} should be {wordsLong}[|, not {wordsShort}| instead of {wordsShort}]",
      "={wordsShort} is too short for [the |]{wordsWhat}, make it {wordsLong}",
      "=[people|users|customers] complain about [the |]{wordsWhat}, {wordsShort} [isn't enough|is nothing], {wordsLong} please",
      "make [the |]{wordsWhat} {wordsLong}[| long]",
      "[raise|increase|extend] [the |]{wordsWhat} [to|from {wordsShort} to] {wordsLong}",
      "={wordsWhat}: {wordsLong}",
      "=can we have {wordsLong} [as|for] [the |]{wordsWhat}?",
      "=we said {wordsLong} for [the |]{wordsWhat}, here it's [still |only |]{wordsShort}",
      "=shouldn't [the |]{wordsWhat} be {wordsLong}?",
      "={wordsLong} [would be|is] better [for|as] [the |]{wordsWhat}",
    ],
    unseen: [
      "=the {wordsWhat} runs out already after {wordsShort}, it's supposed to be {wordsLong}",
      "give the {wordsWhat} {wordsLong}",
    ],
    rows: [
      [
        { short: "ten minutes", long: "half an hour", from: "10 * 60 * 1000", to: "30 * 60 * 1000" },
        { short: "fifteen minutes", long: "an hour", from: "15 * 60 * 1000", to: "60 * 60 * 1000" },
        { short: "5 minutes", long: "15 minutes", from: "5 * 60 * 1000", to: "15 * 60 * 1000" },
        { short: "a minute", long: "two minutes", from: "60 * 1000", to: "2 * 60 * 1000" },
        { short: "an hour", long: "2 hours", from: "60 * 60 * 1000", to: "2 * 60 * 60 * 1000" },
        { short: "1 day", long: "3 days", from: "24 * 60 * 60 * 1000", to: "3 * 24 * 60 * 60 * 1000" },
        { short: "a day", long: "a week", from: "24 * 60 * 60 * 1000", to: "7 * 24 * 60 * 60 * 1000" },
        { short: "7 days", long: "14 days", from: "7 * 24 * 60 * 60 * 1000", to: "14 * 24 * 60 * 60 * 1000" },
        { short: "two seconds", long: "5 seconds", from: "2000", to: "5000" },
        { short: "10 seconds", long: "half a minute", from: "10_000", to: "30_000" },
        { short: "5 seconds", long: "ten seconds", from: "5_000", to: "10_000" },
        { short: "one second", long: "three seconds", from: "1000", to: "3000" },
      ],
      [
        { what: "session timeout", name: "sessionTimeout", near: "lockDelay" },
        { what: "invite lifetime", name: "inviteLifetime", near: "mailDelay" },
        { what: "cache lifetime", name: "cacheLifetime", near: "sweepInterval" },
        { what: "request timeout", name: "requestTimeout", near: "retryDelay" },
        { what: "idle limit", name: "idleLimit", near: "pingInterval" },
        { what: "undo window", name: "undoWindow", near: "saveInterval" },
        { what: "toast duration", name: "toastDuration", near: "fadeDelay" },
        { what: "reset link lifetime", name: "resetLinkLifetime", near: "resendDelay" },
        { what: "grace period", name: "gracePeriod", near: "warningPeriod" },
      ],
    ],
    code: [
      `
      const ‹near:CONST› = «‹from›|30_000»;
      const ‹name:CONST› = ⟦‹from›→‹to›⟧;

      ƒ isOver(‹thing›: ‹Thing›, now = Date.now()) {
        return now - ‹thing›.«startedAt|createdAt|touchedAt» > ‹name:CONST›;
      ƒ}
      `,
      `
      export const ‹thing›Config = {
        «host: "localhost",|path: "/‹things:kebab›",|»
        ‹name›: ⟦‹from›→‹to›⟧,
        ‹near›: ‹from›,
        «secure: true,|debug: false,|»
      };
      `,
      `
      export class ‹Thing›«Store|Watcher|Session» {
        static readonly ‹near› = ‹from›;
        static readonly ‹name› = ⟦‹from›→‹to›⟧;

        constructor(private readonly «client: Client|clock: Clock») {}
      }
      `,
    ],
  }),
  sketched("threshold-is-another", {
    seen: [
      "={wordsWhat} [starts|should start|begins] at {to}[|, not at {from}| and not {from}]",
      "={wordsWhat} [from|as of] {to} on[|, not {from}]",
      "=it's {wordsWhat} [already |]from {to} [on|upwards][| now]",
      "=for {wordsWhat} you [need|should need] {to}, not {from}",
      "[set|change] the limit for {wordsWhat} to {to}",
      "={wordsWhat}: {to} instead of {from}",
      "=marketing [moved|changed] {wordsWhat} [from {from} |]to {to}",
      "=at {to} [it|this] should [count as|be] {wordsWhat}, the [code|check] says {from}",
      "=can {wordsWhat} begin at {to}?",
      "=wrong limit for {wordsWhat}, it's {to}",
    ],
    unseen: [
      "=whoever has {to} gets {wordsWhat}, leave the other steps",
      "={from} is the old border for {wordsWhat}, today it is {to}",
    ],
    rows: [
      [
        { what: "free shipping", res: "free shipping", a: "express", amount: "total", from: "50", to: "40" },
        { what: "gold", res: "gold", a: "silver", amount: "points", from: "1000", to: "800" },
        { what: "premium", res: "premium", a: "basic", amount: "orders", from: "20", to: "25" },
        { what: "grade one", res: "grade one", a: "grade two", amount: "score", from: "90", to: "92" },
        { what: "a senior", res: "senior", a: "adult", amount: "age", from: "65", to: "67" },
        { what: "large", res: "large", a: "medium", amount: "weight", from: "30", to: "25" },
        { what: "critical", res: "critical", a: "warning", amount: "load", from: "90", to: "95" },
        { what: "hot", res: "hot", a: "warm", amount: "degrees", from: "30", to: "28" },
        { what: "bulk", res: "bulk", a: "pack", amount: "quantity", from: "100", to: "144" },
        { what: "expert", res: "expert", a: "advanced", amount: "level", from: "70", to: "75" },
      ],
      [
        { low: "3", lower: "1" },
        { low: "12", lower: "4" },
        { low: "15", lower: "10" },
        { low: "18", lower: "6" },
      ],
    ],
    code: [
      `
      ƒ ‹thing›Kind(‹amount›: number): string {
        if (‹amount› >= ⟦‹from›→‹to›⟧) return "‹res›";
        if (‹amount› >= ‹low›) return "‹a›";
        «if (‹amount› >= ‹lower›) return "starter";|»
        return "«none|normal|plain»";
      ƒ}
      `,
      `
      const ‹things:CONST› = [
        { min: «0|‹lower›», label: "«none|normal|plain»" },
        { min: ‹low›, label: "‹a›" },
        { min: ⟦‹from›→‹to›⟧, label: "‹res›" },
      ];

      export const ‹thing›Label = (‹amount›: number) =>
        ‹things:CONST›.findLast((step) => ‹amount› >= step.min)?.label;
      `,
      `
      const kind =
        ‹thing›.‹amount› < ‹low› ? "«none|normal|plain»" : ‹thing›.‹amount› < ⟦‹from›→‹to›⟧ ? "‹a›" : "‹res›";
      «log(kind);|‹thing›.kind = kind;|»
      `,
    ],
  }),
  sketched("check-and-text-have-another-number", {
    seen: [
      "={wordsWhat} [should|must|have to] [have|be] at least {to} characters[|, not {from}]",
      "=at least {to} characters for {wordsWhat}[|, also in the message]",
      "[require|ask for] {to} characters [for|in] {wordsWhat}",
      "={from} characters [are|is] too [short|few|weak] for {wordsWhat}, [make it|we need|take] {to}",
      "=new rule: {wordsWhat} of {to} or more characters",
      "=minimum for {wordsWhat} is {to} now[|, message too]",
      "=can we make it {to} characters minimum for {wordsWhat}?",
      "=security wants {to} characters for {wordsWhat}, [it's {from} today|we have {from}]",
      "=why are {from} characters enough for {wordsWhat}? should be {to}",
      "=min length {wordsWhat} {from} -> {to}",
    ],
    unseen: [
      "=a reviewer wrote that {wordsWhat} with fewer than {to} characters must not get through",
      "raise the least length of {wordsWhat} to {to}",
    ],
    rows: [
      [
        { what: "passwords", one: "password", near: "username" },
        { what: "nicknames", one: "nickname", near: "city" },
        { what: "titles", one: "title", near: "author" },
        { what: "comments", one: "comment", near: "subject" },
        { what: "access codes", one: "accessCode", near: "label" },
        { what: "reviews", one: "review", near: "headline" },
        { what: "user names", one: "userName", near: "country" },
        { what: "secrets", one: "secret", near: "alias" },
      ],
      [
        { from: "6", to: "8" },
        { from: "8", to: "12" },
        { from: "3", to: "5" },
        { from: "8", to: "10" },
        { from: "10", to: "14" },
        { from: "4", to: "6" },
      ],
    ],
    code: [
      `
      ƒ validate(values: FormValues): string[] {
        const errors: string[] = [];
        if (values.‹near›.length < «2|‹from›») errors.push("‹near:Words› is too short");
        if (values.‹one›.length < ⟦‹from›→‹to›⟧) {
          errors.push("‹one:Words› must have at least ⟦‹from›→‹to›⟧ characters");
        }
        return errors;
      ƒ}
      `,
      `
      const schema = z.object({
        ‹near›: z.string().min(«1|‹from›»),
        ‹one›: z.string().min(⟦‹from›→‹to›⟧, "«Use|Enter» at least ⟦‹from›→‹to›⟧ characters"),
        «email: z.string().email(),|terms: z.boolean(),|»
      });
      `,
      `
      <form onSubmit={save‹Thing›}>
        <input name="‹near›" minLength={‹from›} required />
        <input name="‹one›" minLength={⟦‹from›→‹to›⟧} required />
        <small>«At least|Minimum» ⟦‹from›→‹to›⟧ characters</small>
        <button type="submit">«Save|Send|Continue»</button>
      </form>
      `,
    ],
  }),
  sketched("digits-after-the-point", {
    seen: [
      "=[the |]{wordsWhat} should [have|show] {wordsTo} decimals[|, not {wordsFrom}]",
      "=show [the |]{wordsWhat} with {wordsTo} [decimals|decimal places|digits after the point]",
      "={wordsTo} decimals for [the |]{wordsWhat} [please|pls]",
      "=[the |]{wordsWhat} [has|is shown with] {wordsFrom} [decimals|decimal places], [should be|make it|we want] {wordsTo}",
      "[round|format] [the |]{wordsWhat} to {wordsTo} [decimals|places]",
      "=can [the |]{wordsWhat} have {wordsTo} digits after the point?",
      "={wordsFrom} [decimals|digits] [is|are] not what we want for [the |]{wordsWhat}, {wordsTo} [is|are]",
      "=[the |]{wordsWhat}: {wordsTo} decimal places, [rest|others] as [before|is]",
    ],
    unseen: [
      "=users would like to see the {wordsWhat} with a precision of {wordsTo} decimals",
      "=why {wordsFrom} places behind the point of the {wordsWhat}? {wordsTo} was the design",
    ],
    rows: [
      [
        { what: "weight", name: "weight", near: "height" },
        { what: "price", name: "price", near: "discount" },
        { what: "distance", name: "distance", near: "speed" },
        { what: "average", name: "average", near: "median" },
        { what: "temperature", name: "temperature", near: "humidity" },
        { what: "rating", name: "rating", near: "trend" },
        { what: "latitude", name: "latitude", near: "altitude" },
        { what: "growth", name: "growth", near: "share" },
        { what: "duration", name: "duration", near: "pace" },
      ],
      [
        { from: "one", to: "two", f: "1", t: "2" },
        { from: "two", to: "one", f: "2", t: "1" },
        { from: "two", to: "three", f: "2", t: "3" },
        { from: "2", to: "4", f: "2", t: "4" },
        { from: "no", to: "two", f: "0", t: "2" },
        { from: "3", to: "2", f: "3", t: "2" },
      ],
    ],
    code: [
      `
      export function ‹Thing›Facts({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <dl>
            <dt>‹near:Words›</dt>
            <dd>{‹thing›.‹near›.toFixed(‹f›)}</dd>
            <dt>‹name:Words›</dt>
            <dd>{‹thing›.‹name›.toFixed(⟦‹f›→‹t›⟧)}</dd>
          </dl>
        );
      }
      `,
      `
      ƒ describe(row: Row) {
        const ‹name› = row.‹name›.toFixed(⟦‹f›→‹t›⟧);
        const ‹near› = row.‹near›.toFixed(‹f›);
        ‹fill›
        return ´€{row.name}: €{‹name›}, €{‹near›}´;
      ƒ}
      `,
      `
      const columns = [
        { key: "«name|title»", label: "«Name|Title»" },
        { key: "‹near›", label: "‹near:Words›", decimals: ‹f› },
        { key: "‹name›", label: "‹name:Words›", decimals: ⟦‹f›→‹t›⟧ },
        «{ key: "date", label: "Date" },|»
      ];
      `,
    ],
  }),
  sketched("percent-of-a-place", {
    seen: [
      "=[the |]{wordsWhat} in {place} is {percent} %[| now| by now]",
      "=in {place} [it's|we pay|the {wordsWhat} is] {percent} %",
      "={place} [has|has had|gets] {percent} % {wordsWhat}",
      "[set|change] [the |]{wordsWhat} for {place} to {percent} %",
      "={place} has the wrong {wordsWhat}, it's {percent} %",
      "={wordsWhat} {place}: {percent} %",
      "=wrong {wordsWhat} for {place}, [should be|correct is] {percent} percent",
      "=can you make [the |]{wordsWhat} in {place} {percent} percent?",
      "={percent} % for {place} [please|pls], it's outdated",
      "=customers from {place} are charged the wrong {wordsWhat} ({percent} % is right)",
    ],
    unseen: [
      "=accounting says that {place} went to {percent} percent",
      "=we still reckon with the old {wordsWhat} of {place}; it has become {percent} %",
    ],
    vars: { what: ["tax", "vat", "fee", "surcharge", "commission"] },
    rows: [
      [
        { place: "Germany", key: "DE", percent: "19", from: "0.16", to: "0.19" },
        { place: "France", key: "FR", percent: "20", from: "0.196", to: "0.2" },
        { place: "Switzerland", key: "CH", percent: "8.1", from: "0.077", to: "0.081" },
        { place: "Spain", key: "ES", percent: "21", from: "0.18", to: "0.21" },
        { place: "Italy", key: "IT", percent: "22", from: "0.2", to: "0.22" },
        { place: "Finland", key: "FI", percent: "25.5", from: "0.24", to: "0.255" },
        { place: "Estonia", key: "EE", percent: "24", from: "0.22", to: "0.24" },
        { place: "Poland", key: "PL", percent: "23", from: "0.22", to: "0.23" },
      ],
    ],
    code: [
      `
      const ‹what:CONST›_RATES: Record<string, number> = {
        AT: 0.2,
        «BE: 0.21,|PT: 0.23,|»
        ‹key›: ⟦‹from›→‹to›⟧,
        «SE: 0.25,|NO: 0.25,|»
        DK: 0.25,
      };
      `,
      `
      ƒ ‹what›For(country: string): number {
        switch (country) {
          case "AT":
            return ‹from›;
          case "‹key›":
            return ⟦‹from›→‹to›⟧;
          «case "SE":
            return 0.25;|»
          default:
            return 0;
        }
      ƒ}
      `,
      `
      export const countries = [
        { code: "BE", currency: "EUR", ‹what›: 0.21 },
        { code: "‹key›", ‹what›: ⟦‹from›→‹to›⟧, isDefault: «false|true» },
        { code: "SE", currency: "SEK", ‹what›: ‹from› },
      ];
      `,
    ],
  }),
  sketched("price-of-a-plan", {
    seen: [
      "=[the |]{plan} [plan|one] costs {to} [now|from today on|a month now]",
      "={plan} [goes|went] [up |]to {to}",
      "=new price for {plan}: {to}",
      "[raise|change|set] the price of {plan} to {to}",
      "=we're [charging|taking] {to} for {plan} [now|from now on], not {from}",
      "={plan} should be {to} instead of {from}",
      "=the page says {from} for {plan} but it's {to}",
      "={plan} {from} -> {to}[|, others as they are]",
      "=can we put {plan} at {to}?",
      "={from} is the old price of {plan}, [now it's|should be] {to}",
    ],
    unseen: ["=sales have decided that {plan} is sold for {to}", "=whoever takes {plan} pays {to} a month"],
    rows: [
      [
        { plan: "pro", a: "free", b: "enterprise" },
        { plan: "team", a: "solo", b: "business" },
        { plan: "starter", a: "hobby", b: "scale" },
        { plan: "family", a: "single", b: "group" },
        { plan: "student", a: "regular", b: "teacher" },
        { plan: "plus", a: "basic", b: "max" },
        { plan: "premium", a: "lite", b: "ultimate" },
      ],
      [
        { from: "19", to: "24" },
        { from: "9", to: "12" },
        { from: "49", to: "59" },
        { from: "15", to: "18" },
        { from: "29", to: "25" },
        { from: "7.99", to: "8.99" },
        { from: "99", to: "119" },
      ],
    ],
    code: [
      `
      export const PLANS = {
        ‹a›: { price: 5, seats: 1 },
        ‹plan›: { price: ⟦‹from›→‹to›⟧, seats: «3|5|10» },
        ‹b›: { price: «199|‹from›», seats: 100 },
      };
      `,
      `
      <PricingTable>
        <Plan name="‹b›" price={«149|‹from›»} />
        <Plan name="‹plan›" price={⟦‹from›→‹to›⟧} highlighted />
        <Plan name="‹a›" price={4} />
      </PricingTable>
      `,
      `
      ƒ monthlyPrice(plan: Plan) {
        if (plan === "‹a›") return 3;
        if (plan === "‹plan›") return ⟦‹from›→‹to›⟧;
        «if (plan === "‹b›") return ‹from›;|»
        return «150|199»;
      ƒ}
      `,
    ],
  }),
  sketched("pause-while-typing-is-another", {
    seen: [
      "=[the search|it] should wait {wordsSaid} after [typing|the last key][|, not {from}ms]",
      "=wait {wordsSaid} [after the last key|before searching][|, {from} [is too short|feels jumpy]]",
      "=it searches too [early|soon|quickly] while [typing|i type], {wordsSaid} [please|would be good]",
      "[raise|change|set] the [debounce|delay] to {wordsSaid}",
      "=debounce: {to}[| instead of {from}]",
      "=can the debounce be {to}ms?",
      "=[too many requests|it fires too often] while typing, debounce {to}",
      "=make that delay {to} ms",
      "=debounce of {from} is too [short|small], [use|take] {to}",
    ],
    unseen: [
      "=it asks the server before people have finished the word, give them {wordsSaid}",
      "=i'd rather have {to}ms between the last letter and the search",
    ],
    rows: [
      [
        { from: "300", to: "500", said: "half a second" },
        { from: "200", to: "500", said: "500 ms" },
        { from: "100", to: "250", said: "a quarter of a second" },
        { from: "250", to: "400", said: "400 ms" },
        { from: "150", to: "300", said: "300 ms" },
        { from: "500", to: "1000", said: "a second" },
        { from: "400", to: "750", said: "750 ms" },
      ],
    ],
    code: [
      `
      function ‹Thing›Search({ onSearch }: Props) {
        const [text, setText] = useState("");
        const query = «useDebounce|useDebouncedValue»(text, ⟦‹from›→‹to›⟧);
        «useEffect(() => onSearch(query), [query]);|const { data } = useQuery(query);»

        return <input maxLength={‹from›} value={text} onChange={(e) => setText(e.target.value)} />;
      }
      `,
      `
      const search‹Things› = debounce(async (text: string) => {
        const ‹things› = await load‹Things›(text, { limit: «20|50» });
        render‹Things›(‹things›);
      }, ⟦‹from›→‹to›⟧);

      const remember«Scroll|Size» = throttle(() => store(), ‹from›);
      `,
      `
      let timer: «number|ReturnType<typeof setTimeout>» | undefined;

      ƒ onType(event: InputEvent) {
        clearTimeout(timer);
        timer = setTimeout(() => search(«event.target.value|input.value»), ⟦‹from›→‹to›⟧);
        fadeIn(hint, ‹from›);
      ƒ}
      `,
    ],
  }),
  sketched("opening-hour-of-a-day", {
    seen: [
      "=[on |]{wordsDay}s we [close|shut] at {to}[|, not at {from}| now]",
      "=we close at {to} on {wordsDay}s",
      "={wordsDay}: [only |]until {to}",
      "[change|set] the closing time [of|on|for] {wordsDay} to {to}",
      "=the [site|page] says we're open till {from} on {wordsDay}s, it's {to}",
      "={wordsDay} [ends|closes] at {to} [now|from now on]",
      "=closing time on {wordsDay} is {to}",
      "=[somebody|a customer] stood in front of closed doors on {wordsDay}, we close at {to}",
      "=can {wordsDay} close at {to} [please|instead of {from}]?",
      "={wordsDay} {from} -> {to}",
    ],
    unseen: [
      "=nobody is here after {to} on {wordsDay}s",
      "=our {wordsDay} hours are wrong, the shop shuts at {to}",
    ],
    rows: [
      [
        { day: "monday", near: "tuesday" },
        { day: "tuesday", near: "thursday" },
        { day: "wednesday", near: "friday" },
        { day: "thursday", near: "monday" },
        { day: "friday", near: "wednesday" },
        { day: "saturday", near: "friday" },
        { day: "sunday", near: "saturday" },
      ],
      [
        { from: "18:00", to: "17:00" },
        { from: "20:00", to: "18:30" },
        { from: "17:30", to: "16:00" },
        { from: "22:00", to: "23:00" },
        { from: "16:00", to: "14:00" },
        { from: "19:00", to: "21:00" },
      ],
    ],
    code: [
      `
      export const openingHours = {
        ‹near›: { from: "09:00", to: "‹from›" },
        ‹day›: { from: "«08:00|10:00»", to: "⟦‹from›→‹to›⟧" },
        holiday: { from: "11:00", to: "«13:00|‹from›»" },
      };
      `,
      `
      const hours: Hours[] = [
        { day: "‹day›", open: "«08:00|09:30»", close: "⟦‹from›→‹to›⟧" },
        { day: "‹near›", open: "09:00", close: "‹from›" },
      ];

      ƒ hoursOf(day: string) {
        return hours.find((one) => one.day === day);
      ƒ}
      `,
      `
      <table className="hours">
        <tbody>
          <tr>
            <th>‹near:Words›</th>
            <td>10:00 – ‹from›</td>
          </tr>
          <tr>
            <th>‹day:Words›</th>
            <td>«09:00|10:00» – ⟦‹from›→‹to›⟧</td>
          </tr>
        </tbody>
      </table>
      `,
    ],
  }),
];
