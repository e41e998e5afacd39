import { sketched } from "./sketch.ts";

const SOURCES = [
  "await load‹Things›()",
  "await db.‹things›.findMany()",
  "read‹Things›()",
  "await api.list‹Things›()",
];

/** What people ask about the shape of what comes out. */
export const DATA_SHAPES = [
  // The parameter is called as one of the list is.
  sketched("only-that-field-of-each", {
    seen: [
      "[give me|return|hand back] [only the|just the] {field} of each {wordsThing}",
      "[return|give back] [a list with|a list of] the {field} of each, not whole {wordsThings}",
      "only the {field} of [each|every] {wordsThing} [pls|please|]",
      "=i [only|just] need the {field} of [each|every] {wordsThing}",
      "=[callers|the caller] only [need|want|use] the {field} of each {wordsThing}, [not the rest|nothing else]",
      "=whole {wordsThings} come back, i [wanted|expected] [just|only] the {field} of each",
      "=can it [return|give] just the {field} of [every|each] {wordsThing}?",
      "=should be a list of the {field} [of each|alone] [instead of {wordsThings}|and not of {wordsThings}]",
      "=way too much data [in here|comes back], the {field} [of each|] is [enough|all we need]",
      "=the {field} of each {wordsThing} is [enough|all we need] here",
    ],
    unseen: [
      "=nobody looks at more than the {field}, so send those alone",
      "pluck {field} from the {wordsThings} it returns",
    ],
    vars: {
      field: ["id", "email", "slug", "sku", "code", "name", "title", "url", "path", "label"],
      source: SOURCES,
      flag: ["active", "visible", "published", "enabled", "selected", "paid"],
    },
    code: [
      `
      ƒ async list‹Things›() {
        const ‹things› = ‹source›;
        ‹fill›
        return ‹things›⟦→.map((‹thing›) => ‹thing›.‹field›)⟧;
      ƒ}
      `,
      `
      ƒ selected‹Things›(‹things›: ‹Thing›[]) {
        ‹fill›
        return ‹things›.filter((‹thing›) => ‹thing›.‹flag›)⟦→.map((‹thing›) => ‹thing›.‹field›)⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        constructor(private readonly repo: ‹Thing›Repository) {}

        async find(id: string) {
          return this.repo.findOne(id);
        }

        async for‹Other›(‹other›Id: string) {
          const ‹things› = await this.repo.findBy({ ‹other›Id });
          return ‹things›⟦→.map((‹thing›) => ‹thing›.‹field›)⟧;
        }
      }
      `,
      `
      router.get("/‹others›/:id/‹things›", async (req, res) => {
        const ‹things› = await ‹thing›Store.by‹Other›(req.params.id);
        «logger.info("listed ‹things›");
        |»res.json(‹things›⟦→.map((‹thing›) => ‹thing›.‹field›)⟧);
      });
      `,
    ],
  }),
  sketched("also-tell-the-count", {
    seen: [
      "also return the count[ of {wordsThings}|]",
      "[return|send|include] the count[ too| as well|]",
      "add a count [of the {wordsThings}|] to [the result|what it returns|the answer]",
      "=also the count pls",
      "=i'd like the count [as well|too|next to the {wordsThings}]",
      "=the [client|caller|screen] needs the count [as well|too]",
      "=can we [get|have] the count of the {wordsThings} [too|in there|as well]?",
      "=there is no count in [the answer|the result|what comes back]",
      "=count [missing|is missing] [in the answer|next to {things}]",
      "=result should have a count next to the {wordsThings}",
      "=the count would be [nice|good] to have too",
    ],
    unseen: [
      "=how many there are should be in there under count",
      "put count beside {things} in what goes out",
    ],
    vars: { source: SOURCES },
    code: [
      `
      ƒ async get‹Things›() {
        const ‹things› = ‹source›;
        ‹fill›
        return { ‹things›⟦→, count: ‹things›.length⟧ };
      ƒ}
      `,
      `
      app.get("/‹things›", async (req, res) => {
        const ‹things› = ‹source›;
        const ‹other› = await current‹Other›(req);
        res.json({ ‹other›, ‹things›⟦→, count: ‹things›.length⟧ });
      });
      `,
      `
      ƒ to‹Other›View(‹other›: ‹Other›) {
        const ‹things› = ‹other›.‹things›.filter((‹thing›) => !‹thing›.«hidden|archived|deleted»);
        return {
          id: ‹other›.id,
          «name: ‹other›.name,|title: ‹other›.title,|»
          ‹things›,
          ⟦→count: ‹things›.length,⟧
        };
      ƒ}
      `,
    ],
  }),
  // A Map, as is said; of the field that is said.
  sketched("list-to-map-by-field", {
    seen: [
      "[return|make it|give me] a Map by {field} [instead of a list|and not a list|]",
      "[return|hand back] a Map from {field} to {wordsThing}",
      "=should be a Map keyed by {field}, not [a list|an array]",
      "=can [this|it] be a Map [by|keyed by|from] {field}?",
      "=as a Map by {field} please",
      "=i'd [rather|prefer to] have a Map by {field} than a list",
      "=everyone [calls|does] find on the [list|result], a Map by {field} would be [better|faster]",
      "=we look [them|{wordsThings}] up by {field} all the time, so make it a Map",
      "=Map keyed by {field} instead of the [list|array]",
      "=looking up a {wordsThing} by {field} is [slow|a pain], return a Map",
    ],
    unseen: [
      "index the {wordsThings} it returns by {field}, in a Map",
      "=a plain list is no use here, {field} should lead to its {wordsThing} (Map)",
    ],
    vars: {
      field: ["id", "email", "slug", "sku", "code", "key", "name", "uuid"],
      source: SOURCES,
      flag: ["active", "visible", "published", "enabled"],
    },
    code: [
      `
      ƒ async load‹Thing›Index() {
        const ‹things› = ‹source›;
        ‹fill›
        return ⟦‹things›→new Map(‹things›.map((‹thing›) => [‹thing›.‹field›, ‹thing›]))⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Catalog {
        constructor(private readonly client: ApiClient) {}

        async load() {
          const { ‹things› } = await this.client.get("/‹things›");
          return ⟦‹things›→new Map(‹things›.map((‹thing›) => [‹thing›.‹field›, ‹thing›]))⟧;
        }
      }
      `,
      `
      ƒ build‹Other›Context(‹things›: ‹Thing›[], ‹others›: ‹Other›[]) {
        const lookup = ⟦‹things›→new Map(‹things›.map((‹thing›) => [‹thing›.‹field›, ‹thing›]))⟧;
        return { lookup, ‹others›«, size: ‹others›.length|» };
      ƒ}
      `,
    ],
  }),
  sketched("list-to-object-by-field", {
    seen: [
      "[return|make it|give me] an object keyed by {field} [instead of a list|and not a list|]",
      "[hand back|return] an object by {field} [instead of the list|not an array|]",
      "=should be an object keyed by {field}, not [a list|an array]",
      "=can [this|it] be an object keyed by {field}?",
      "=keyed by {field} instead of a list [pls|please|]",
      "=i'd [rather|prefer to] have an object with the {field} as key",
      "=the [client|frontend] wants [them|the {wordsThings}] keyed by {field}, it goes out as json",
      "=plain object by {field} instead of [a list|the list|an array]",
      "=the list should [become|be] an object, {field} is the key",
      "=[i have to search|everyone searches] the list by {field}, an object keyed by it would be [nicer|better]",
    ],
    unseen: [
      "turn the list that it gives into an object whose keys are the {field}",
      "=what i want is an object with one {wordsThing} per {field}",
    ],
    vars: {
      field: ["id", "email", "slug", "sku", "code", "key", "name", "uuid"],
      source: SOURCES,
    },
    code: [
      `
      ƒ async ‹things›For‹Other›(‹other›: ‹Other›) {
        const ‹things› = ‹source›;
        ‹fill›
        return ⟦‹things›→Object.fromEntries(‹things›.map((‹thing›) => [‹thing›.‹field›, ‹thing›]))⟧;
      ƒ}
      `,
      `
      app.get("/export/‹things›", async (req, res) => {
        const ‹things› = ‹source›;
        res.json(⟦‹things›→Object.fromEntries(‹things›.map((‹thing›) => [‹thing›.‹field›, ‹thing›]))⟧);
      });
      `,
      `
      ƒ toState(‹things›: ‹Thing›[], ‹others›: ‹Other›[]) {
        return {
          ‹others›,
          ⟦‹things›→‹things›: Object.fromEntries(‹things›.map((‹thing›) => [‹thing›.‹field›, ‹thing›]))⟧,
          «loading: false,|updatedAt: Date.now(),|»
        };
      ƒ}
      `,
    ],
  }),
  sketched("lists-in-a-list-are-flattened", {
    seen: [
      "=[i get|it gives me|we get] a list of lists[, should be one flat list|, it should be flat]",
      "=the {wordsThings} come [nested|grouped] in arrays, i want [one|a] flat list",
      "flatten [it|the {wordsThings}|the result]",
      "=can we [get|have] [one|a] flat list [of {wordsThings}|]?",
      "=length is the number of {wordsOthers} and not of {wordsThings}",
      "=should be flat",
      "=there's an array inside the array",
      "=why are the {wordsThings} nested? [one list|a flat list] please",
      "=i want all {wordsThings} of all {wordsOthers} in one list",
      "[put|collect] all {wordsThings} [in one list|in a single list]",
    ],
    unseen: ["=one level of brackets too many around the {wordsThings}", "=no lists within the list please"],
    vars: { flag: ["active", "visible", "open", "enabled", "approved"] },
    code: [
      `
      ƒ all‹Things›(‹others›: ‹Other›[]) {
        const names = ‹others›.map((‹other›) => ‹other›.name);
        ‹fill›
        const ‹things› = ‹others›.⟦map→flatMap⟧((‹other›) => ‹other›.‹things›);
        return { names, ‹things› };
      ƒ}
      `,
      `
      ƒ async collect‹Things›(ids: string[]) {
        const ‹others› = await Promise.all(ids.map((id) => get‹Other›(id)));
        return ‹others›
          .filter((‹other›) => ‹other›.‹flag›)
          .⟦map→flatMap⟧((‹other›) => ‹other›.‹things›);
      ƒ}
      `,
      `
      export const select‹Things› = (state: RootState) =>
        Object.values(state.‹others›.byId).⟦map→flatMap⟧((‹other›) => ‹other›.‹things›);

      export const select‹Other›Names = (state: RootState) =>
        Object.values(state.‹others›.byId).map((‹other›) => ‹other›.name);
      `,
    ],
  }),
  // What is left is called rest.
  sketched("leave-secret-out-of-result", {
    seen: [
      "[return|send|hand back] the {wordsWho} without the {secret}",
      "=the {secret} [goes out|is sent|comes back] with the {wordsWho}",
      "=without the {secret} [please|pls|]",
      "=you can [see|read] the {secret} in the [response|answer|network tab]",
      "=the {secret} [leaks|is leaking] [here|]",
      "leave [out the {secret}|the {secret} out]",
      "strip the {secret} [before it goes out|from the result|]",
      "=why is the {secret} in [the result|there|what comes back]?",
      "=everything but the {secret} should [come back|go out]",
      "=nobody [should|may] get to see the {secret}",
      "=all fields except {secret} [please|]",
    ],
    unseen: ["=security found the {secret} in what this gives away", "omit {secret} from what you give back"],
    vars: {
      who: [
        "user",
        "account",
        "member",
        "customer",
        "profile",
        "admin",
        "owner",
        "tenant",
        "login",
        "employee",
      ],
      secret: [
        "password",
        "passwordHash",
        "apiKey",
        "token",
        "secret",
        "pin",
        "salt",
        "resetToken",
        "ssn",
        "iban",
      ],
    },
    code: [
      `
      ƒ async get‹Who›(id: string) {
        const ‹who› = await db.‹who:plural›.findOne(id);
        ‹fill›
        ⟦return ‹who›;→const { ‹secret›, ...rest } = ‹who›;
        return rest;⟧
      ƒ}
      `,
      `
      router.get("/‹who:plural›/:id", async (req, res) => {
        const ‹who› = await find‹Who›(req.params.id);
        if (!‹who›) return res.sendStatus(404);
        ⟦res.json(‹who›);→const { ‹secret›, ...rest } = ‹who›;
        res.json(rest);⟧
      });
      `,
      `
      export class ‹Who›Service {
        constructor(private readonly repo: ‹Who›Repository) {}

        async create(input: New‹Who›) {
          const ‹who› = await this.repo.insert(input);
          «await this.mailer.welcome(‹who›.email);|this.events.emit("‹who›.created", ‹who›.id);|»
          ⟦return ‹who›;→const { ‹secret›, ...rest } = ‹who›;
          return rest;⟧
        }
      }
      `,
    ],
  }),
  sketched("grouped-by-month-not-day", {
    seen: [
      "[sum|group|total it|add up] by month [instead of by day|not by day|]",
      "=[should|it should] be [grouped|summed] by month, not by day",
      "=one row [per|for each|for every] day is too much, [make it per month|per month is enough]",
      "=monthly instead of daily [pls|please|]",
      "=can we [have|get] it [by|per] month?",
      "=the [report|chart] has [365|hundreds of] [rows|bars], one per month [would do|is enough]",
      "=i [need|want] [monthly|a month's] totals, these are [daily|per day]",
      "=per month please, yyyy-mm as the key",
      "=the boss wants [months|it by month], not days",
      "[use|take] the month as [the key|key]",
    ],
    unseen: [
      "=too fine, a month at a time would be right",
      "roll the days up into months (2024-05 and so on)",
    ],
    vars: {
      date: ["date", "createdAt", "paidAt", "issuedOn", "bookedAt", "day", "soldAt", "at", "due"],
      amount: ["amount", "total", "price", "net", "hours", "value", "quantity"],
      row: ["row", "entry", "item", "‹thing›", "one"],
    },
    code: [
      `
      ƒ totals(‹things›: ‹Thing›[]) {
        const totals: Record<string, number> = {};
        for (const ‹row› of ‹things›) {
          const key = ‹row›.‹date›.slice(0, ⟦10→7⟧);
          totals[key] = (totals[key] ?? 0) + ‹row›.‹amount›;
        }
        return totals;
      ƒ}
      `,
      `
      ƒ summarize(‹things›: ‹Thing›[]) {
        const groups = new Map<string, number>();
        ‹things›.forEach((‹row›) => {
          const key = ‹row›.‹date›.toISOString().slice(0, ⟦10→7⟧);
          groups.set(key, (groups.get(key) ?? 0) + ‹row›.‹amount›);
        });
        ‹fill›
        return [...groups].slice(0, 10);
      ƒ}
      `,
      `
      const by‹Thing› = Object.groupBy(‹things›, (‹row›) => ‹row›.‹date›.slice(0, ⟦10→7⟧));
      const latest = ‹things›.slice(0, 10);
      render‹Other›Chart(by‹Thing›, latest);
      `,
    ],
  }),
  sketched("order-of-dates-turned-round", {
    seen: [
      "=newest first [please|pls|]",
      "=the [newest|latest] {wordsThing} should [be|come] first",
      "=the [newest|latest] {wordsThings} are at the [bottom|end], they [belong|should be] on top",
      "=oldest [come|comes] first, should be the other way [round|around]",
      "sort [the newest to the top|the newest first|them newest first]",
      "[show|list|put] the newest [first|on top|at the top]",
      "=can we have [the newest|the latest] on top?",
      "=i have to scroll [all the way down|down] to [see|get to] the latest {wordsThing}",
      "=[wrong order|order is wrong], [newest|latest] [goes|belongs] on top",
      "=why are the old ones on top?",
    ],
    unseen: ["=most recent {wordsThing} at the head of the list", "=descending by date instead"],
    vars: {
      date: [
        "createdAt",
        "date",
        "updatedAt",
        "sentAt",
        "publishedAt",
        "issuedAt",
        "time",
        "postedAt",
        "startsAt",
      ],
    },
    code: [
      `
      ƒ recent‹Things›(‹things›: ‹Thing›[]) {
        ‹fill›
        return [...‹things›].sort((a, b) => ⟦a.‹date› - b.‹date›→b.‹date› - a.‹date›⟧);
      ƒ}
      `,
      `
      ƒ compare‹Things›(a: ‹Thing›, b: ‹Thing›) {
        return ⟦a.‹date›.getTime() - b.‹date›.getTime()→b.‹date›.getTime() - a.‹date›.getTime()⟧;
      ƒ}

      ƒ compareNames(a: ‹Thing›, b: ‹Thing›) {
        return a.name.localeCompare(b.name);
      ƒ}
      `,
      `
      const sorted = useMemo(
        () => [...‹things›].sort((a, b) => ⟦a.‹date›.localeCompare(b.‹date›)→b.‹date›.localeCompare(a.‹date›)⟧),
        [‹things›],
      );
      const ‹others› = useMemo(() => group‹Others›(‹things›), [‹things›]);
      `,
    ],
  }),
  sketched("amount-goes-out-in-cents", {
    seen: [
      "=in cents [please|pls|]",
      "=the {wordsAmount} [must|has to|should] [be|go out] in cents",
      "=[stripe|the payment api|the bank] [wants|expects] the {wordsAmount} in cents",
      "=customers [pay|are charged] [a hundredth|one hundredth] of the {wordsAmount}",
      "=[{wordsAmount}|the {wordsAmount}] is in [euros|dollars], they [want|expect] cents",
      "[send|give] the {wordsAmount} in cents",
      "=19.99 should [go out as|be] 1999",
      "=can [it|the {wordsAmount}] be in cents, [a whole number|rounded]?",
      "=cents, not [dollars|euros]",
      "convert the {wordsAmount} to cents",
    ],
    unseen: [
      "=they take whole cents and we hand them 12.50",
      "=the {wordsAmount} arrives a hundred times too small",
    ],
    vars: {
      amount: ["amount", "price", "total", "fee", "deposit", "unitPrice", "refund", "grandTotal", "balance"],
    },
    code: [
      `
      ƒ to‹Thing›Payload(‹thing›: ‹Thing›) {
        return {
          id: ‹thing›.id,
          ‹amount›: ⟦‹thing›.‹amount›→Math.round(‹thing›.‹amount› * 100)⟧,
          «quantity: ‹thing›.quantity,|weight: ‹thing›.weight,|»
          currency: ‹thing›.currency,
        };
      ƒ}
      `,
      `
      ƒ async pay(‹thing›: ‹Thing›) {
        const intent = await payments.create({
          «customer: ‹thing›.customerId,|reference: ‹thing›.number,»
          ‹amount›: ⟦‹thing›.‹amount›→Math.round(‹thing›.‹amount› * 100)⟧,
          currency: "«eur|usd|chf»",
        });
        return intent.id;
      ƒ}
      `,
      `
      const rows = ‹things›.map((‹thing›) => ({
        number: ‹thing›.number,
        ‹amount›: ⟦‹thing›.‹amount›→Math.round(‹thing›.‹amount› * 100)⟧,
        ‹other›: ‹thing›.‹other›,
      }));
      await upload(rows);
      `,
    ],
  }),
  sketched("totals-by-key-to-list", {
    seen: [
      "return a list of {key} and {value} [instead of an object|not an object|]",
      "=should be a list of objects with {key} and {value}",
      "=the [chart|table] wants a list with {key} and {value}, [not an object|this is an object]",
      "[turn|make] the result into a list with {key} and {value}",
      "=can it [return|give] a list, each with {key} and {value}?",
      "=a list of {key} and {value} [please|pls|would be easier]",
      "=i can't map over the result, [make it a list|it should be a list] with {key} and {value}",
      "=map is not a function on what this returns, needs to be a list of {key} and {value}",
      "=an array with {key} and {value} [is|would be] [nicer|easier to draw]",
    ],
    unseen: [
      "=rows please, one for each {key} with its {value}",
      "hand out entries as objects, named {key} and {value}",
    ],
    vars: {
      key: ["month", "day", "category", "country", "status", "author", "region", "city", "year"],
      value: ["total", "count", "sum", "amount", "hours"],
    },
    code: [
      `
      ƒ totalsBy‹Key›(‹things›: ‹Thing›[]) {
        const totals: Record<string, number> = {};
        for (const ‹thing› of ‹things›) {
          totals[‹thing›.‹key›] = (totals[‹thing›.‹key›] ?? 0) + ‹thing›.«amount|points|size»;
        }
        return ⟦totals→Object.entries(totals).map(([‹key›, ‹value›]) => ({ ‹key›, ‹value› }))⟧;
      ƒ}
      `,
      `
      ƒ async report(‹other›Id: string) {
        const ‹things› = await load‹Things›(‹other›Id);
        const by‹Key› = sumBy‹Key›(‹things›);
        ‹fill›
        return ⟦by‹Key›→Object.entries(by‹Key›).map(([‹key›, ‹value›]) => ({ ‹key›, ‹value› }))⟧;
      ƒ}
      `,
      `
      app.get("/stats/‹key:plural›", async (req, res) => {
        const stats = await statsBy‹Key›(req.query.from);
        res.json(⟦stats→Object.entries(stats).map(([‹key›, ‹value›]) => ({ ‹key›, ‹value› }))⟧);
      });
      `,
    ],
  }),
  sketched("sums-not-counts", {
    seen: [
      "[sum|add up] the {amount} instead of counting",
      "=should be the sum of {amount}, not [the count|the number of {wordsThings}]",
      "=it [only counts|counts] the {wordsThings}, i [want|need] the sum of their {amount}",
      "=can it sum the {amount} [per {key}|instead]?",
      "=not how many, how much: sum the {amount}",
      "=[the numbers are|it's] just [counts|the count], should be the {amount} [added up|summed]",
      "=every {wordsThing} counts as 1, should count with its {amount}",
      "=i want the total {amount} [per|by|for each] {key}, not the [count|number]",
      "=the {amount} isn't [summed|added up], it [just counts|counts] the rows",
    ],
    unseen: [
      "=one {wordsThing} adds one, it ought to add its {amount}",
      "total {amount} by {key} rather than how many",
    ],
    vars: {
      key: ["month", "category", "country", "status", "region", "city", "team", "project"],
      amount: ["amount", "total", "price", "hours", "quantity", "points", "weight", "minutes"],
    },
    code: [
      `
      ƒ by‹Key›(‹things›: ‹Thing›[]) {
        const result: Record<string, number> = {};
        for (const ‹thing› of ‹things›) {
          result[‹thing›.‹key›] = (result[‹thing›.‹key›] ?? 0) + ⟦1→‹thing›.‹amount›⟧;
        }
        return result;
      ƒ}
      `,
      `
      const totals = ‹things›.reduce((map, ‹thing›) => {
        const so = map.get(‹thing›.‹key›) ?? 0;
        return map.set(‹thing›.‹key›, so + ⟦1→‹thing›.‹amount›⟧);
      }, new Map<string, number>());
      const pages = Math.ceil(totals.size / 20) + 1;
      `,
      `
      export class ‹Key›Report {
        private readonly totals = new Map<string, number>();

        add(‹thing›: ‹Thing›) {
          const old = this.totals.get(‹thing›.‹key›) ?? 0;
          this.totals.set(‹thing›.‹key›, old + ⟦1→‹thing›.‹amount›⟧);
        }

        get size() {
          return this.totals.size;
        }
      }
      `,
    ],
  }),
  sketched("no-item-twice-in-result", {
    seen: [
      "=the same {wordsField} [shows up|comes|is there] [twice|several times|more than once]",
      "=there are duplicates in the {plurals}",
      "=no duplicates [please|pls|in the {plurals}]",
      "remove the duplicates [from the {plurals}|]",
      "=[every|each] {wordsField} only once [please|]",
      "=each {wordsField} should [be in there|be listed|appear] only once",
      "=can we drop the duplicates?",
      "=the {plurals} [repeat|are repeated]",
      "=[why do i|users] see the same {wordsField} [again and again|twice]",
      "=distinct {plurals} only",
      "make the {plurals} unique",
    ],
    unseen: [
      "=the filter menu lists one {wordsField} three times",
      "=a {wordsField} that two {wordsThings} share is listed for each of them",
    ],
    rows: [
      [
        { field: "category", plurals: "categories" },
        { field: "city", plurals: "cities" },
        { field: "tag", plurals: "tags" },
        { field: "author", plurals: "authors" },
        { field: "country", plurals: "countries" },
        { field: "color", plurals: "colors" },
        { field: "email", plurals: "emails" },
        { field: "brand", plurals: "brands" },
        { field: "year", plurals: "years" },
        { field: "domain", plurals: "domains" },
      ],
    ],
    code: [
      `
      ƒ ‹plurals›Of(‹things›: ‹Thing›[]) {
        ‹fill›
        return ⟦‹things›.map((‹thing›) => ‹thing›.‹field›)→[...new Set(‹things›.map((‹thing›) => ‹thing›.‹field›))]⟧;
      ƒ}
      `,
      `
      const names = ‹things›.map((‹thing›) => ‹thing›.name);
      const ‹plurals› = ⟦‹things›.map((‹thing›) => ‹thing›.‹field›)→[...new Set(‹things›.map((‹thing›) => ‹thing›.‹field›))]⟧;
      render({ names, ‹plurals› });
      `,
      `
      ƒ filterOptions(‹things›: ‹Thing›[]) {
        return {
          ‹plurals›: ⟦‹things›.map((‹thing›) => ‹thing›.‹field›)→[...new Set(‹things›.map((‹thing›) => ‹thing›.‹field›))]⟧,
          ids: ‹things›.map((‹thing›) => ‹thing›.id),
        };
      ƒ}
      `,
    ],
  }),
];
