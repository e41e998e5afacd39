import { sketched } from "./sketch.ts";

/** Rules of what is in a list, what counts, what comes first. */
export const RULE_LISTS = [
  sketched("those-do-not-count", {
    seen: [
      "=[{wordsState}|the {wordsState}] ones [don't count|shouldn't count|must not count]",
      "=the [number|count] [is too high, it has|has] the {wordsState} ones in it",
      "=[{wordsState}|the {wordsState}] {wordsThings} are counted [too|as well], they shouldn't",
      "don't count [{wordsState} {wordsThings}|the {wordsState} ones]",
      "count only {wordsThings} that are not {wordsState}",
      "=counting without the {wordsState} ones please",
      "=why are {wordsState} {wordsThings} [counted|in the number]?",
      "leave the {wordsState} ones out of the [count|number]",
      "=the count should ignore {wordsState} {wordsThings}",
      "=all {wordsThings} are counted, even {wordsState} ones",
      "=can we have the number without {wordsState} ones?",
    ],
    unseen: [
      "=it says 5 {wordsThings} but 2 of them are {wordsState}",
      "=something {wordsState} is not a {wordsThing} that counts",
    ],
    vars: {
      state: [
        "cancelled",
        "archived",
        "drafted",
        "deleted",
        "refunded",
        "expired",
        "declined",
        "hidden",
        "blocked",
      ],
    },
    code: [
      `
      ƒ count‹Things›(‹things›: ‹Thing›[])«|: number» {
        ‹fill›
        return ‹things›⟦→.filter((one) => !one.‹state›)⟧.length;
      ƒ}

      ƒ titlesOf(‹things›: ‹Thing›[]) {
        return ‹things›.map((one) => one.title);
      ƒ}
      `,
      `
      export function ‹Thing›Header({ ‹things›, title }: Props) {
        const count = ‹things›⟦→.filter((one) => !one.‹state›)⟧.length;
        return (
          <header>
            <h2>{title}</h2>
            <span className="count">{count}</span>
            <List items={‹things›} />
          </header>
        );
      }
      `,
      `
      ƒ summarize(user: User, ‹things›: ‹Thing›[]) {
        return {
          name: user.name,
          teams: user.teams.length,
          ‹things›: ‹things›⟦→.filter((one) => !one.‹state›)⟧.length,
        };
      ƒ}
      `,
      `
      class ‹Thing›Stats {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        get newest() {
          return this.‹things›.at(-1);
        }

        get count() {
          return this.‹things›⟦→.filter((one) => !one.‹state›)⟧.length;
        }
      }
      `,
    ],
  }),
  sketched("only-those-in-the-sum", {
    seen: [
      "=[only {wordsState} ones|only {wordsState} {wordsThings}] [belong in the sum|should be summed up|count]",
      "=the sum [has|includes] {wordsThings} that aren't {wordsState}",
      "=the total is too high, only {wordsState} {wordsThings} [count|belong in there]",
      "sum up {wordsState} {wordsThings} only",
      "add up just the {wordsState} ones",
      "=why are {wordsThings} that aren't {wordsState} in the total?",
      "=just the {wordsState} ones in the [sum|total]",
      "=not everything, only what is {wordsState}",
      "=[sum|total] of the {wordsState} {wordsThings}[ please| only|]",
      "=unless it is {wordsState} it shouldn't be in the [sum|total]",
      "=can the total be of {wordsState} {wordsThings} only?",
    ],
    unseen: [
      "=accounting counts what's {wordsState} and gets less than we do",
      "=a {wordsThing} not yet {wordsState} is no money we have",
    ],
    vars: {
      state: ["paid", "confirmed", "approved", "settled", "delivered", "billable", "accepted", "taxable"],
      amount: ["amount", "total", "price", "hours", "points", "fee"],
      result: ["sum", "total", "revenue", "overall"],
    },
    code: [
      `
      ƒ ‹amount›Of(‹things›: ‹Thing›[])«|: number» {
        return ‹things›⟦→.filter((one) => one.‹state›)⟧.reduce((sum, one) => sum + one.‹amount›, 0);
      ƒ}
      `,
      `
      ƒ report(‹things›: ‹Thing›[]) {
        let ‹result› = 0;
        for (const ‹thing› of ‹things›) {
          ⟦→if (!‹thing›.‹state›) continue;⟧
          ‹result› += ‹thing›.‹amount›;
        }
        ‹fill›
        return ‹result›;
      ƒ}
      `,
      `
      export function ‹Thing›Total({ ‹things› }: Props) {
        const ‹result› = ‹things›⟦→.filter((one) => one.‹state›)⟧.reduce((sum, one) => sum + one.‹amount›, 0);
        return (
          <table>
            <tbody>
              {‹things›.map((one) => (
                <Row key={one.id} item={one} />
              ))}
            </tbody>
            <tfoot>{‹result›}</tfoot>
          </table>
        );
      }
      `,
      `
      const ‹result› = sumBy(
        ‹things›⟦→.filter((one) => one.‹state›)⟧,
        (one) => one.‹amount›,
      );
      const names = ‹things›.map((one) => one.name);
      await report.write({ ‹result›, names });
      `,
    ],
  }),
  sketched("without-myself", {
    seen: [
      "=i see myself in the list[ of {wordsPeople}|]",
      "=people shouldn't see themselves[ in there| in the list|]",
      "=not myself[, only the others|]",
      "=only the others[, not me|]",
      "=why am i in the list of {wordsPeople}?",
      "=i'm [listed|shown] too[, only the others please|, i shouldn't be]",
      "leave [myself|the current user] out",
      "don't show [me|the current user] [in the list|among the {wordsPeople}]",
      "hide the current user",
      "=everybody but me",
      "=all {wordsPeople} except the current user",
      "=can i not be in there myself?",
    ],
    unseen: [
      "=i could choose me out of these {wordsPeople}, which makes no sense",
      "=everyone else, that is who belongs in there",
    ],
    vars: {
      people: [
        "members",
        "players",
        "friends",
        "participants",
        "colleagues",
        "contacts",
        "opponents",
        "teammates",
      ],
      me: ["me", "user", "currentUser", "self", "viewer"],
    },
    code: [
      `
      ƒ others(‹people›: Person[], ‹me›: Person)«|: Person[]» {
        return ‹people›.filter((one) => one.«active|visible|online»⟦→ && one.id !== ‹me›.id⟧);
      ƒ}
      `,
      `
      export function ‹People›List({ ‹people›, ‹me› }: Props) {
        return (
          <section>
            <p>Hello {‹me›.name}</p>
            <ul>
              {‹people›⟦→.filter((one) => one.id !== ‹me›.id)⟧.map((one) => (
                <li key={one.id}>{one.name}</li>
              ))}
            </ul>
          </section>
        );
      }
      `,
      `
      ƒ async load‹People›(‹me›: Person, roomId: string) {
        const ‹people› = await api.get‹People›(roomId);
        ‹fill›
        return ‹people›⟦→.filter((one) => one.id !== ‹me›.id)⟧.sort((a, b) => a.name.localeCompare(b.name));
      ƒ}
      `,
      `
      const options = ‹people›⟦→
        .filter((one) => one.id !== ‹me›.id)⟧
        .map((one) => ({ value: one.id, label: one.name }));
      const selected = options.find((one) => one.value === «assigneeId|receiverId|partnerId»);
      `,
    ],
  }),
  sketched("already-in-there", {
    seen: [
      "=the same {wordsThing} can be added twice",
      "=[adding|choosing] [it|a {wordsThing}] again adds it [again|a second time|twice]",
      "=not twice",
      "=each {wordsThing} only once",
      "=[i have|i get] the same {wordsThing} two times in the list",
      "=never the same {wordsThing} twice",
      "do nothing if [it's|the {wordsThing} is] already in there",
      "don't add a {wordsThing} that is there already",
      "skip it if {ids} has it already",
      "=why can i add the same one again?",
      "=if it's in {ids} already, leave it [as it is|alone]",
      "=duplicates[ in {ids}|], adding again should do nothing",
      "=only if it isn't in {ids} yet",
    ],
    unseen: [
      "=once it's in, a second time must have no effect",
      "=my list shows one {wordsThing} three times",
    ],
    vars: {
      ids: ["selectedIds", "favorites", "watchlist", "wishlist", "readIds", "pinned", "likedBy", "usedCodes"],
    },
    code: [
      `
      class ‹Thing›Store {
        ‹ids›: string[] = [];
        log: string[] = [];

        add(id: string) {
          ⟦→if (this.‹ids›.includes(id)) return;⟧
          this.‹ids›.push(id);
          this.log.push("added");
        }
      }
      `,
      `
      ƒ add‹Thing›(‹ids›: string[], id: string)«|: string[]» {
        ⟦→if (‹ids›.includes(id)) return ‹ids›;⟧
        return [...‹ids›, id];
      ƒ}

      ƒ remove‹Thing›(‹ids›: string[], id: string)«|: string[]» {
        return ‹ids›.filter((one) => one !== id);
      ƒ}
      `,
      `
      export function use‹Thing›Choice(initial: string[]) {
        const [‹ids›, setIds] = useState(initial);
        const choose = (id: string) => {
          ⟦→if (‹ids›.includes(id)) return;⟧
          setIds([...‹ids›, id]);
        };
        const clear = () => setIds([]);
        return { ‹ids›, choose, clear };
      }
      `,
      `
      ƒ async mark‹Thing›(user: User, id: string) {
        const { ‹ids› } = await profiles.get(user.id);
        ⟦→if (‹ids›.includes(id)) return;⟧
        ‹fill›
        await profiles.update(user.id, { ‹ids›: [...‹ids›, id] });
      ƒ}
      `,
    ],
  }),
  sketched("those-come-first", {
    seen: [
      "=[{wordsFlag}|the {wordsFlag}] ones [should come first|first|go first|on top]",
      "=[{wordsFlag}|the {wordsFlag}] {wordsThings} [should be|belong] [on top|at the top]",
      "=first the {wordsFlag} ones, then the rest[ as it is now|]",
      "=the {wordsFlag} {wordsThings} are somewhere in the middle, [put them first|should be at the top]",
      "put the {wordsFlag} {wordsThings} [first|on top]",
      "sort the {wordsFlag} ones to the top[, then as now|]",
      "=why aren't {wordsFlag} {wordsThings} on top?",
      "show {wordsFlag} {wordsThings} before the others",
      "=can the {wordsFlag} ones come first?",
      "=[{flag}|whether it's {wordsFlag}] should matter first[, the rest of the order stays|]",
    ],
    unseen: [
      "=you have to scroll to find a {wordsFlag} one, it's the most important",
      "=ahead of all else: what is {wordsFlag}",
    ],
    vars: {
      flag: [
        "pinned",
        "urgent",
        "featured",
        "favorite",
        "unread",
        "starred",
        "online",
        "sponsored",
        "overdue",
      ],
      by: [
        "a.name.localeCompare(b.name)",
        "b.createdAt - a.createdAt",
        "a.price - b.price",
        "a.position - b.position",
        "b.score - a.score",
        "a.title.localeCompare(b.title)",
      ],
    },
    code: [
      `
      ƒ sort‹Things›(‹things›: ‹Thing›[])«|: ‹Thing›[]» {
        return [...‹things›].sort((a, b) => ⟦→Number(b.‹flag›) - Number(a.‹flag›) || ⟧‹by›);
      ƒ}
      `,
      `
      export function ‹Thing›List({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const sorted = ‹things›.toSorted((a, b) => ⟦→Number(b.‹flag›) - Number(a.‹flag›) || ⟧‹by›);
        return (
          <ul>
            {sorted.map((one) => (
              <li key={one.id} className={one.‹flag› ? "‹flag:kebab›" : ""}>
                {one.name}
              </li>
            ))}
          </ul>
        );
      }
      `,
      `
      const by‹Thing›Order = (a: ‹Thing›, b: ‹Thing›) => ⟦→Number(b.‹flag›) - Number(a.‹flag›) || ⟧‹by›;

      ƒ async list‹Things›(teamId: string) {
        const ‹things› = await api.‹things›(teamId);
        ‹fill›
        return ‹things›.filter((one) => !one.hidden).sort(by‹Thing›Order);
      ƒ}
      `,
    ],
  }),
  sketched("past-ones-not-listed", {
    seen: [
      "=[{wordsThings} that are over|past {wordsThings}] [are|show up] [still|] in the list",
      "=only [upcoming ones|{wordsThings} that are not over]",
      "=[what is|what's] over [shouldn't be shown|doesn't belong in there]",
      "=not the ones [that are over|whose {end} is past]",
      "=yesterday's {wordsThings} are still [listed|there]",
      "hide {wordsThings} that are over",
      "leave out what has {end} in the past",
      "only show {wordsThings} with {end} in the future",
      "=why do i see {wordsThings} from last week?",
      "=the list should have only {wordsThings} whose {end} is still to come",
      "=unless {end} is in the past",
      "=once {end} is over it should [disappear|be gone]",
    ],
    unseen: [
      "=customers click on {wordsThings} that ended long ago",
      "=nobody wants to look at something with {end} behind us",
    ],
    vars: { end: ["endsAt", "end", "expiresAt", "validUntil", "closesAt", "deadline"] },
    code: [
      `
      ƒ current‹Things›(‹things›: ‹Thing›[], now: Date)«|: ‹Thing›[]» {
        return ‹things›.filter((one) => one.«published|approved|public»⟦→ && one.‹end› > now⟧);
      ƒ}
      `,
      `
      export function ‹Thing›Calendar({ ‹things›, now }: Props) {
        return (
          <ol>
            {‹things›⟦→.filter((one) => one.‹end› > now)⟧.map((one) => (
              <li key={one.id}>
                {one.title} <time>{format(one.‹end›)}</time>
              </li>
            ))}
          </ol>
        );
      }
      `,
      `
      ƒ async open‹Things›(cityId: string) {
        const now = new Date();
        const ‹things› = await repository.find‹Things›(cityId);
        return ‹things›.filter((one) => one.seats > 0⟦→ && one.‹end› > now⟧);
      ƒ}
      `,
    ],
  }),
  sketched("the-last-not-the-first", {
    seen: [
      "=[the last|it's the last] {wordsThing}, not the first",
      "=[should be|i need|we want] the last {wordsThing}[, not the first|]",
      "=it [shows|takes] the first {wordsThing}, [but it's the last one that counts|not the last]",
      "=the last {wordsThing} [wins|counts]",
      "=always the [oldest|first] {wordsThing}, i'd expect the last",
      "take the last {wordsThing}[ instead|]",
      "use the last {wordsThing}[ instead of the first|]",
      "=why the first {wordsThing}? the last is [the current one|what counts]",
      "=last {wordsThing} instead of first",
      "=can it be the last {wordsThing} of {things}?",
      "=wrong end of {things}",
      "=from the end of {things}, not from the beginning",
    ],
    unseen: [
      "=we look at {things} from the wrong side",
      "=new {wordsThings} are appended, yet we show the one from the beginning",
    ],
    vars: { what: ["current", "latest", "shown", "chosen"] },
    code: [
      `
      ƒ ‹what›‹Thing›(‹things›: ‹Thing›[]) {
        ‹fill›
        return ‹things›⟦[0]→.at(-1)⟧;
      ƒ}
      `,
      `
      export function ‹Thing›Preview({ ‹things›, colors }: Props) {
        const ‹what› = ‹things›⟦[0]→.at(-1)⟧;
        const color = colors[0];
        return (
          <figure style={{ color }}>
            <figcaption>{‹what›?.title ?? "-"}</figcaption>
          </figure>
        );
      }
      `,
      `
      ƒ describe(customer: Customer) {
        const { ‹things›, addresses } = customer;
        const ‹what› = ‹things›⟦[0]→.at(-1)⟧;
        return {
          name: customer.names[0],
          city: addresses[0]?.city,
          ‹thing›: ‹what›?.id,
        };
      ƒ}
      `,
      `
      class ‹Thing›History {
        private readonly ‹things›: ‹Thing›[] = [];

        push(‹thing›: ‹Thing›) {
          this.‹things›.push(‹thing›);
        }

        get ‹what›() {
          return this.‹things›⟦[0]→.at(-1)⟧;
        }
      }
      `,
    ],
  }),
  sketched("highest-not-lowest", {
    seen: [
      "=the highest [counts|wins], not the lowest",
      "=[should be|we want|it is] the highest {wordsField}[, not the lowest|]",
      "=it's the lowest {wordsField} [now|at the moment], should be the highest",
      "=the best {wordsField} counts, so the highest one",
      "use the highest {wordsField}[ instead|]",
      "take the highest[, not the lowest|] {wordsField}",
      "=[maximum, not minimum|max not min]",
      "=why do i get the lowest {wordsField}?",
      "=the biggest {wordsField}, not the smallest",
      "=can it be the highest {wordsField}?",
      "=[after two tries|with several ones] the worse {wordsField} is kept, the better is the higher",
    ],
    unseen: [
      "=upside down, the top {wordsField} is what they get",
      "=my 90 turned into a 40 since the smaller {wordsField} is taken",
    ],
    vars: { field: ["score", "bid", "points", "discount", "level", "grade", "rating", "offer"] },
    code: [
      `
      ƒ best‹Field›(‹things›: ‹Thing›[])«|: number» {
        return Math.⟦min→max⟧(...‹things›.map((one) => one.‹field›));
      ƒ}
      `,
      `
      ƒ merge(a: ‹Thing›, b: ‹Thing›)«|: ‹Thing›» {
        return {
          ...a,
          attempts: a.attempts + b.attempts,
          ‹field›: Math.⟦min→max⟧(a.‹field›, b.‹field›),
        };
      ƒ}
      `,
      `
      export function ‹Thing›Result({ tries }: Props) {
        const ‹field› = Math.⟦min→max⟧(...tries.map((one) => one.‹field›));
        return (
          <p>
            {‹field›} in {tries.length} tries
          </p>
        );
      }
      `,
      `
      const winner = ‹things›.reduce((best, one) => (one.‹field› ⟦<→>⟧ best.‹field› ? one : best));
      ‹fill›
      announce(winner.«name|owner|id», winner.‹field›);
      `,
    ],
  }),
  sketched("none-of-them-may-be", {
    seen: [
      "=one {wordsFlag} [one |]is enough to [say no|make it false]",
      "=none of the {wordsThings} may be {wordsFlag}",
      "=[must be|should be] false [if|when] any {wordsThing} is {wordsFlag}",
      "=not if [any|one] of {things} is {wordsFlag}",
      "=it's true although one of the {wordsThings} is {wordsFlag}",
      "=no {wordsThing} may be {wordsFlag}",
      "check that no {wordsThing} is {wordsFlag} [too|as well]",
      "refuse if [any|one] of the {wordsThings} is {wordsFlag}",
      "=why is that ok with a {wordsFlag} {wordsThing} in it?",
      "=only if none is {wordsFlag}",
      "=[unless|except when] some {wordsThing} is {wordsFlag}",
    ],
    unseen: [
      "=as soon as there's one {wordsFlag} in {things} the answer is no",
      "=a single {wordsFlag} {wordsThing} spoils it",
    ],
    vars: {
      flag: ["broken", "soldOut", "blocked", "missing", "overdue", "unpaid", "invalid", "rejected"],
      can: ["canClose", "isReady", "canCheckout", "isComplete", "maySubmit"],
    },
    code: [
      `
      ƒ ‹can›(‹things›: ‹Thing›[])«|: boolean» {
        return ‹things›.length > 0⟦→ && !‹things›.some((one) => one.‹flag›)⟧;
      ƒ}

      ƒ canAdd(‹things›: ‹Thing›[])«|: boolean» {
        return ‹things›.length < 20;
      ƒ}
      `,
      `
      export function ‹Thing›Footer({ ‹things›, user, onDone }: Props) {
        const ‹can› = user.active⟦→ && !‹things›.some((one) => one.‹flag›)⟧;
        return (
          <footer>
            <span>{‹things›.length}</span>
            <button type="button" disabled={!‹can›} onClick={onDone}>Done</button>
          </footer>
        );
      }
      `,
      `
      class ‹Thing›Batch {
        constructor(readonly ‹things›: ‹Thing›[], private readonly open: boolean) {}

        get ‹can›() {
          return this.open⟦→ && !this.‹things›.some((one) => one.‹flag›)⟧;
        }

        get canCancel() {
          return this.open;
        }
      }
      `,
    ],
  }),
  sketched("only-as-many-as-that", {
    seen: [
      "=[only|just] {n} {wordsThings}[ please|], [not all of them|not all]",
      "=at most {n} {wordsThings} [here|in the list]",
      "=all {wordsThings} are [shown|there], {n} are enough",
      "=too many {wordsThings}, {n} would do",
      "=the first {n} {wordsThings} are enough",
      "only show {n} {wordsThings}",
      "limit it to {n} {wordsThings}",
      "show the first {n}[ only|]",
      "=never more than {n} of them",
      "=why are all {wordsThings} in there? the first {n} [please|are enough]",
      "=can we have only the first {n}?",
      "=max {n} {wordsThings}[ here|]",
    ],
    unseen: [
      "=the page gets endless, stop after {n} {wordsThings}",
      "=nobody looks at more than {n} of these",
    ],
    vars: { n: ["3", "5", "10", "4", "6", "8", "20", "50"] },
    code: [
      `
      export function ‹Thing›Teaser({ ‹things›, tags }: Props) {
        return (
          <section>
            <Tags values={tags} />
            {‹things›⟦→.slice(0, ‹n›)⟧.map((one) => (
              <‹Thing›Card key={one.id} ‹thing›={one} />
            ))}
          </section>
        );
      }
      `,
      `
      ƒ similar‹Things›(‹thing›: ‹Thing›, all: ‹Thing›[])«|: ‹Thing›[]» {
        ‹fill›
        return all.filter((one) => one.group === ‹thing›.group)⟦→.slice(0, ‹n›)⟧;
      ƒ}
      `,
      `
      ƒ async dashboard(user: User) {
        const teams = await loadTeams(user.id);
        const ‹things› = await load‹Things›(user.id);
        return {
          teams,
          ‹things›: ‹things›⟦→.slice(0, ‹n›)⟧.map((one) => one.title),
        };
      ƒ}
      `,
    ],
  }),
];
