import { sketched } from "./sketch.ts";

/** What goes wrong with dates and times. */
export const LOGIC_DATES = [
  sketched("copy-the-date", {
    seen: [
      "=mutates the date [i pass in|it's given|that is passed in]",
      "={date} is changed by it",
      "=changes {date} [of the caller|in place]",
      "=the original date is [changed|modified] [too|as well]",
      "make a copy of {date} first",
      "copy {date} before changing it",
      "=side effect: {date} moves",
      "={fn} must not touch {date}",
      "work on a copy of {date}",
      "=after {fn} my own date is a different one",
      "=why is {date} another day after calling {fn}?",
      "leave {date} alone, return a new date",
      "=calling {fn} twice goes twice as far, {date} itself is changed",
      "=should return a new Date, not the same one",
      "=[surprising|nasty]: my {date} [changes|has changed] after the call",
      "=it [modifies|changes|mutates] its [argument|input|parameter]",
      "=should be [pure|without side effects]",
      "=two things share the same {date} and [both|suddenly both] move",
    ],
    unseen: ["=my start date wanders off each time {fn} runs", "treat {date} as read-only"],
    vars: { date: ["date", "start", "day", "from", "when", "due", "base"] },
    rows: [
      [
        { fn: "addDays", unit: "Date", by: "days" },
        { fn: "plusMonths", unit: "Month", by: "months" },
        { fn: "addHours", unit: "Hours", by: "hours" },
        { fn: "addMinutes", unit: "Minutes", by: "minutes" },
        { fn: "shiftYears", unit: "FullYear", by: "years" },
        { fn: "addSeconds", unit: "Seconds", by: "seconds" },
      ],
    ],
    code: [
      `
      ƒ ‹fn›(‹date›: Date, ‹by›: number): Date {
        ⟦‹date›.set‹unit›(‹date›.get‹unit›() + ‹by›);
        return ‹date›;→const result = new Date(‹date›);
        result.set‹unit›(result.get‹unit›() + ‹by›);
        return result;⟧
      ƒ}

      export function «midnightOf|startOfDay»(‹date›: Date): Date {
        const result = new Date(‹date›);
        result.setHours(0, 0, 0, 0);
        return result;
      }
      `,
      `
      ƒ ‹fn›(‹date›: Date, ‹by›: number) {
        «if (‹by› === 0) return ‹date›;
        |»const result = ⟦‹date›→new Date(‹date›)⟧;
        result.set‹unit›(result.get‹unit›() + ‹by›);
        «return result;|console.debug(result.toISOString());
        return result;»
      ƒ}
      `,
      `
      export class ‹Thing›Schedule {
        constructor(private readonly offset: number) {}

        ‹fn›(‹date›: Date, ‹by› = this.offset) {
          const next = ⟦‹date›→new Date(‹date›)⟧;
          next.set‹unit›(next.get‹unit›() + ‹by›);
          return next;
        }

        reset(‹thing›: ‹Thing›) {
          const now = new Date();
          ‹thing›.startedAt = now;
        }
      }
      `,
    ],
  }),
  sketched("both-days-of-the-weekend", {
    seen: [
      "={wordsMissing} counts as a workday",
      "={wordsMissing} [is|belongs to] the weekend [too|as well]",
      "=only {wordsHave} is [treated as|taken for] weekend",
      "={wordsMissing} is [forgotten|missing|not handled]",
      "=[works|runs] on {wordsMissing}s too, it shouldn't",
      "=the weekend has two days",
      "=what about {wordsMissing}?",
      "=why is {wordsMissing} a working day?",
      "treat {wordsMissing} like {wordsHave}",
      "exclude {wordsMissing} too",
      "=it's {wordsMissing} and it says it's a weekday",
      "=can {wordsMissing} be handled like {wordsHave}?",
      "={wordsMissing} too, not just {wordsHave}",
      "=[got|we got] [mails|alerts] on a {wordsMissing}",
      "=a weekend is saturday and sunday",
      "add {wordsMissing} [to the check|to the weekend|too]",
      "=getDay for {wordsMissing} isn't [checked|covered|considered]",
    ],
    unseen: [
      "=half of the weekend is overlooked, namely {wordsMissing}",
      "let {wordsMissing} be a day off as well",
    ],
    rows: [
      [
        { have: "saturday", missing: "sunday", number: "6", rest: "0" },
        { have: "sunday", missing: "saturday", number: "0", rest: "6" },
      ],
    ],
    vars: { day: ["day", "weekday", "dayOfWeek", "dow"], date: ["date", "when", "start", "due", "today"] },
    code: [
      `
      ƒ isW«eekday|orkday|orkingDay»(‹date›: Date): boolean {
        const ‹day› = ‹date›.getDay();
        «if (holidays.has(‹date›.toDateString())) return false;
        |»return ‹day› !== ‹number›⟦→ && ‹day› !== ‹rest›⟧;
      ƒ}
      `,
      `
      ƒ countWorkdays(dates: Date[]) {
        let count = 0;
        for (const ‹date› of dates) {
          const ‹day› = ‹date›.getDay();
          if (‹day› === ‹number›⟦→ || ‹day› === ‹rest›⟧) continue;
          count += 1;
        }
        return count;
      ƒ}
      `,
      `
      export function ‹Thing›Cell({ ‹date›, isOpen }: ‹Thing›CellProps) {
        const ‹day› = ‹date›.getDay();
        const isWeekend = ‹day› === ‹number›⟦→ || ‹day› === ‹rest›⟧;
        return (
          <td className={isWeekend ? "weekend" : undefined} aria-disabled={!isOpen}>
            {‹date›.getDate()}
          </td>
        );
      }
      `,
      `
      ƒ async send‹Things›(‹things›: ‹Thing›[], today = new Date()) {
        const ‹day› = today.getDay();
        if (‹day› === ‹number›⟦→ || ‹day› === ‹rest›⟧) return;
        ‹fill›
        for (const ‹thing› of ‹things›) await send(‹thing›);
      ƒ}
      `,
    ],
  }),
  sketched("utc-not-local", {
    seen: [
      "=a day off for people in [america|the us|other time zones]",
      "=depends on the [time zone|timezone] of the [server|machine]",
      "=different result in another time zone",
      "use utc",
      "=should be utc, not local time",
      "use the utc getters",
      "=local time is used[ here|], we want utc",
      "=test fails on ci[, time zone is different there|since ci runs in another time zone]",
      "=why do i get yesterday in new york?",
      "switch to the UTC methods",
      "=all dates are utc in our db, read them as utc [here|too]",
      "=wrong day around midnight, needs utc",
      "=getUTC… please",
      "=[my|a colleague's] machine gives another result than the server",
      "=[off by one day|a day too early] [in the evening|late at night|west of london]",
      "use getUTC / setUTC methods",
      "=shouldn't [depend on|care about] the local time zone",
    ],
    unseen: [
      "=colleagues in tokyo see another date than i do, make it the same everywhere (UTC)",
      "be independent of where it runs, UTC it is",
    ],
    vars: { date: ["date", "when", "createdAt", "start", "due", "moment"] },
    code: [
      `
      ƒ «toKey|dayKey|formatDay»(‹date›: Date): string {
        const year = ‹date›.⟦getFullYear→getUTCFullYear⟧();
        const month = String(‹date›.⟦getMonth→getUTCMonth⟧() + 1).padStart(2, "0");
        const day = String(‹date›.⟦getDate→getUTCDate⟧()).padStart(2, "0");
        return ´€{year}-€{month}-€{day}´;
      ƒ}
      `,
      `
      ƒ startOf‹Thing›(‹thing›: ‹Thing›): number {
        const ‹date› = new Date(‹thing›.startsAt);
        ‹date›.⟦setHours→setUTCHours⟧(«0, 0, 0, 0|8, 0, 0, 0|12, 0, 0, 0»);
        «console.debug(‹thing›.id);
        |»return ‹date›.getTime();
      ƒ}
      `,
      `
      export class ‹Thing›Clock {
        constructor(private readonly ‹date›: Date) {}

        label() {
          const hours = this.‹date›.⟦getHours→getUTCHours⟧();
          const minutes = this.‹date›.⟦getMinutes→getUTCMinutes⟧();
          return [hours, minutes].map((one) => String(one).padStart(2, "0")).join(":");
        }

        elapsed() {
          return Date.now() - this.‹date›.getTime();
        }
      }
      `,
    ],
  }),
  sketched("format-in-a-time-zone", {
    seen: [
      "=[shows|gives] another day [depending on the time zone|in other time zones], should be in {zone}",
      "=format it in {zone}",
      "=the date [must|should] be shown in {zone}",
      "use the time zone {zone}[ when formatting|]",
      "pass timeZone {textZone}",
      "=timeZone {textZone} is missing",
      "=times should be {zone} times, wherever the user is",
      "=snapshot differs on ci, fix the time zone to {zone}",
      "=why is it off by some hours? {zone} is what we want",
      "=[everyone|everybody] should see it in {zone}",
      "set timeZone to {textZone}",
      "=can it [always|please] be {zone}?",
      "=local time is used, should be {zone}",
      "=my colleague abroad sees [another time|a different date], {zone} for all please",
      "=the server [prints|uses] its own time zone, we want {zone}",
      "=[wrong|another] time zone, {zone} please",
      "always [use|format in|show] {zone}",
    ],
    unseen: ["=no matter where somebody sits, {zone} time is the one to print", "pin the output to {zone}"],
    vars: {
      zone: ["UTC", "Europe/Berlin", "America/New_York", "Asia/Tokyo", "Europe/London", "Australia/Sydney"],
      date: ["date", "when", "startsAt", "createdAt", "due", "time"],
      style: [
        'dateStyle: "medium"',
        'month: "short", day: "numeric"',
        'dateStyle: "short"',
        'hour: "numeric", minute: "2-digit"',
      ],
    },
    code: [
      `
      ƒ format‹Thing›Date(‹date›: Date): string {
        «if (Number.isNaN(‹date›.getTime())) return "";
        |»return ‹date›.toLocaleString("en-«US|GB»", { ‹style›⟦→, timeZone: "‹zone›"⟧ });
      ƒ}
      `,
      `
      const formatter = new Intl.DateTimeFormat("«en|de|fr»", { ‹style›⟦→, timeZone: "‹zone›"⟧ });
      const prices = new Intl.NumberFormat("«en|de|fr»", { style: "currency", currency: "EUR" });

      ƒ describe‹Thing›(‹thing›: ‹Thing›) {
        return ´€{formatter.format(‹thing›.‹date›)}: €{prices.format(‹thing›.price)}´;
      ƒ}
      `,
      `
      export function ‹Thing›Row({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        const ‹date› = ‹thing›.‹date›.toLocaleDateString("en", { ‹style›⟦→, timeZone: "‹zone›"⟧ });
        const amount = ‹thing›.amount.toLocaleString("en", { minimumFractionDigits: 2 });
        return (
          <tr>
            <td>{‹date›}</td>
            <td>{amount}</td>
          </tr>
        );
      }
      `,
    ],
  }),
  sketched("day-of-the-month", {
    seen: [
      "=always [shows|gives] a number from 0 to 6",
      "=[the day|it] is never more than 6",
      "=wrong day, it's the [weekday|day of the week]",
      "=want the day of the month, not [the weekday|of the week]",
      "=getDay is the weekday",
      "use getDate",
      "=getDate[ pls,|,|] not getDay",
      "=on the 24th it says 3",
      "=why is the day 0 on sundays?",
      "=should be the day of the month[, 1 to 31|]",
      "take the day of the month",
      "=the date is wrong, day is always small",
      "=the 31st becomes 5",
      "=the day of my birthday is [wrong|shown as a weekday number]",
      "=[weekday|day of week] instead of [day of month|the date]",
      "=today is the 30th and it [says|shows] [1|2|3|4]",
      "=[wrong getter|wrong method] for the day",
    ],
    unseen: [
      "=a calendar day like the 17th never appears, just a single digit",
      "=1 to 31 is what the day should be",
    ],
    vars: { date: ["date", "when", "due", "start", "createdAt", "deadline"] },
    code: [
      `
      ƒ format‹Thing›Date(‹date›: Date): string {
        const year = ‹date›.getFullYear();
        const month = ‹date›.getMonth() + 1;
        return ´€{year}-€{month}-€{‹date›.⟦getDay→getDate⟧()}´;
      ƒ}
      `,
      `
      const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

      ƒ ‹thing›Label(‹thing›: ‹Thing›) {
        const { ‹date›, name } = ‹thing›;
        return ´€{name}, €{MONTHS[‹date›.getMonth()]} €{‹date›.⟦getDay→getDate⟧()}´;
      ƒ}
      `,
      `
      export function ‹Thing›Calendar({ ‹date›, onPick }: ‹Thing›CalendarProps) {
        const day = ‹date›.⟦getDay→getDate⟧();
        const month = ‹date›.toLocaleString("en", { month: "long" });
        return (
          <button onClick={() => onPick(‹date›)}>
            <strong>{day}</strong> {month}
          </button>
        );
      }
      `,
    ],
  }),
  sketched("weeks-begin-on-monday", {
    seen: [
      "=the week [should start|starts|begins] on monday",
      "=weeks start on monday[ here|], not sunday",
      "=sunday should be the last day[ of the week|, not the first]",
      "start the week on monday",
      "=monday first[ pls| please|]",
      "=monday should be 0 and sunday 6",
      "make monday 0[ and sunday 6|]",
      "=sunday comes first, should be monday",
      "=on sundays it jumps to the next week already",
      "=why does the week begin with sunday?",
      "=[in europe|here] a week starts with monday",
      "shift {day} so that monday is 0",
      "=can {day} count from monday?",
      "=our [customers|users] [expect|want] monday first",
      "=sunday is [taken for|treated as] the first day[ of the week|]",
      "=[calendar|week] is shifted by a day, [should begin with monday|monday comes first here]",
      "[begin|count] with monday",
    ],
    unseen: ["=sunday closes a week, it doesn't open one", "let {day} run from monday = 0 to sunday = 6"],
    vars: {
      day: ["day", "weekday", "offset", "dayIndex", "column", "dow"],
      date: ["date", "today", "start", "first", "when"],
    },
    code: [
      `
      ƒ startOfWeek(‹date›: Date): Date {
        const ‹day› = ⟦‹date›.getDay()→(‹date›.getDay() + 6) % 7⟧;
        const result = new Date(‹date›);
        result.setDate(result.getDate() - ‹day›);
        return result;
      ƒ}
      `,
      `
      ƒ ‹thing›Grid(‹things›: ‹Thing›[]) {
        const columns: ‹Thing›[][] = Array.from({ length: 7 }, () => []);
        for (const ‹thing› of ‹things›) {
          const ‹day› = ⟦‹thing›.date.getDay()→(‹thing›.date.getDay() + 6) % 7⟧;
          columns[‹day›].push(‹thing›);
        }
        return columns;
      ƒ}
      `,
      `
      export function MonthView({ year, month }: { year: number; month: number }) {
        const ‹date› = new Date(year, month, 1);
        const ‹day› = ⟦‹date›.getDay()→(‹date›.getDay() + 6) % 7⟧;
        const length = new Date(year, month + 1, 0).getDate();
        return (
          <div className="month">
            <Blanks count={‹day›} />
            <Days count={length} />
          </div>
        );
      }
      `,
    ],
  }),
  sketched("same-point-in-time", {
    seen: [
      "=never [true|equal], even for the same date",
      "=equal dates aren't [equal|recognised as equal]",
      "=two [dates|Date objects] are never ===",
      "compare the times[ of the dates|]",
      "use getTime to compare",
      "=compares the objects, not the time",
      "=dates are compared by [reference|identity]",
      "=[says|thinks] {date} has changed although it's the same time",
      "=why are the same dates [different|never equal]?",
      "=should compare with getTime()",
      "=needs getTime() on both sides",
      "=a Date is an object, === doesn't work",
      "=can you compare {date} by its time?",
      "=[always|it's always] [different|unequal], even [right after saving|when nothing changed]",
      "=two Dates with the same time should be [equal|the same]",
      "=date equality [is broken|doesn't work|is off]",
      "=reference comparison of dates",
    ],
    unseen: ["=one and the same moment is taken for two", "look at the milliseconds of {date}"],
    vars: { date: ["date", "startsAt", "due", "createdAt", "deadline", "day", "publishedAt", "expiresAt"] },
    code: [
      `
      ƒ isSame‹Thing›(a: ‹Thing›, b: ‹Thing›): boolean {
        if (a.id !== b.id) return false;
        return ⟦a.‹date› === b.‹date›→a.‹date›.getTime() === b.‹date›.getTime()⟧ && a.name === b.name;
      ƒ}
      `,
      `
      ƒ find‹Thing›(‹things›: ‹Thing›[], ‹date›: Date, kind: string) {
        ‹fill›
        return ‹things›.find((‹thing›) => ‹thing›.kind === kind && ⟦‹thing›.‹date› === ‹date›→‹thing›.‹date›.getTime() === ‹date›.getTime()⟧);
      ƒ}
      `,
      `
      ƒ diff‹Thing›(before: ‹Thing›, after: ‹Thing›): string[] {
        const changed: string[] = [];
        if (before.title !== after.title) changed.push("title");
        if (⟦before.‹date› !== after.‹date›→before.‹date›.getTime() !== after.‹date›.getTime()⟧) changed.push("‹date›");
        if (before.status !== after.status) changed.push("status");
        return changed;
      ƒ}
      `,
    ],
  }),
  sketched("last-day-of-this-month", {
    seen: [
      "=[february|feb] has 31 days",
      "=gives the [length|days] of the month before",
      "=one month off[, off by one|]",
      "=off by [one|a] month",
      "=day 0 is the last day of the previous month[, so month + 1|]",
      "[use|take|pass] {month} + 1",
      "=april should have 30 days, gets 31",
      "=returns the [days|last day] of the previous month",
      "=should be the last day of {month}, not of the month before it",
      "=why 31 for february?",
      "=months start at 0, so day 0 must be of {month} + 1",
      "take day 0 of the next month",
      "=wrong month, [it's one|one] too early",
      "=january [has|gets] [31 days by luck|the days of december], march [has|gets] 28",
      "=march has 28 days according to this",
      "=it [looks at|uses] the month before",
      "={month} is zero-based, [so + 1|day 0 needs the next one]",
    ],
    unseen: [
      "=it's 28 in march according to this, a month late",
      "look one month further: day zero belongs to the one before",
    ],
    vars: { month: ["month", "monthIndex", "m", "currentMonth", "mon"], year: ["year", "y", "currentYear"] },
    code: [
      `
      // ‹month›: 0 to 11
      ƒ daysInMonth(‹year›: number, ‹month›: number): number {
        «if (‹month› < 0) throw new RangeError("month");
        |»return new Date(‹year›, ‹month›⟦→ + 1⟧, 0).getDate();
      ƒ}
      `,
      `
      ƒ monthRange(date: Date) {
        const ‹year› = date.getFullYear();
        const ‹month› = date.getMonth();
        const first = new Date(‹year›, ‹month›, 1);
        const last = new Date(‹year›, ‹month›⟦→ + 1⟧, 0);
        return { first, last };
      ƒ}
      `,
      `
      export function ‹Thing›Calendar({ ‹year›, ‹month› }: ‹Thing›CalendarProps) {
        const start = new Date(‹year›, ‹month›, 1);
        const length = new Date(‹year›, ‹month›⟦→ + 1⟧, 0).getDate();
        return (
          <section>
            <h2>{start.toLocaleString("en", { month: "long" })}</h2>
            <Days count={length} offset={start.getDay()} />
          </section>
        );
      }
      `,
    ],
  }),
  sketched("touching-is-no-overlap", {
    seen: [
      "=back to back {wordsThings} count as [a conflict|overlapping]",
      "=one ending at 10 and one starting at 10 [don't overlap|is no conflict|isn't a clash]",
      "={wordsThings} that only touch don't overlap",
      "allow back-to-back {wordsThings}",
      "=can't add a {wordsThing} right after another one",
      "=[the |]ends are exclusive",
      "=touching [is not|isn't] overlapping",
      "=if one starts [exactly|just] when the other ends that's fine",
      "=why is it a clash when the next {wordsThing} starts at the end of this one?",
      "make both comparisons strict",
      "=should be < and >, not <= and >=",
      "=a {wordsThing} from 9 to 10 and one from 10 to 11 [are fine together|should be possible]",
      "=strict comparison please, the end isn't part of it",
      "=9–10 and 10–11 [clash|collide] according to this, they [don't|shouldn't]",
      "=a [guest|customer] can't [book|start] right when the other {wordsThing} ends",
      "=equal [times|bounds] are no [overlap|conflict]",
      "don't count it as overlapping if they [just touch|share only an endpoint]",
    ],
    unseen: [
      "=no gap is needed between two {wordsThings}",
      "let a {wordsThing} begin the very minute another one is over",
    ],
    rows: [
      [
        { from: "start", to: "end" },
        { from: "from", to: "to" },
        { from: "startsAt", to: "endsAt" },
        { from: "begin", to: "end" },
        { from: "checkIn", to: "checkOut" },
        { from: "opens", to: "closes" },
      ],
    ],
    code: [
      `
      ƒ overlap«|s»(a: ‹Thing›, b: ‹Thing›): boolean {
        «if (a.room !== b.room) return false;
        |»return a.‹from› ⟦<=→<⟧ b.‹to› && a.‹to› ⟦>=→>⟧ b.‹from›;
      ƒ}
      `,
      `
      ƒ find«Conflict|Clash»(‹things›: ‹Thing›[], next: ‹Thing›) {
        return ‹things›.find(
          (‹thing›) => ‹thing›.id !== next.id && ‹thing›.‹from› ⟦<=→<⟧ next.‹to› && next.‹from› ⟦<=→<⟧ ‹thing›.‹to›,
        );
      ƒ}
      `,
      `
      export class ‹Thing›Calendar {
        private readonly ‹things›: ‹Thing›[] = [];

        isFree(‹from›: Date, ‹to›: Date): boolean {
          if (‹from› >= ‹to›) throw new Error("empty range");
          return !this.‹things›.some((one) => one.‹from› ⟦<=→<⟧ ‹to› && one.‹to› ⟦>=→>⟧ ‹from›);
        }
      }
      `,
    ],
  }),
  sketched("invalid-date-is-null", {
    seen: [
      "=gives an Invalid Date [for|on] garbage, should be null",
      "=Invalid Date for {textBad}, null please",
      "return null [for|if it's] an invalid date",
      "return null if {date} is invalid",
      "=should be null when it [isn't a date|can't be parsed]",
      "=what about {textBad}? [should be|i'd like] null",
      "check [whether|if] {date} is valid, else null",
      "=invalid dates get through, return null for them",
      "=shows 'Invalid Date', i'd rather have null",
      "=null instead of [an |]Invalid Date",
      "=why is {textBad} a Date? null would be right",
      "handle [invalid|unparsable] input by returning null",
      "=can it be null if the text is no date?",
      "=NaN-NaN-NaN in the [ui|table|export]",
      "=an [invalid|impossible] date should [be|give|come back as] null",
      "=[new Date|the constructor] accepts anything, null for garbage please",
    ],
    unseen: ["=nonsense like {textBad} should come back as null", "let what isn't a date be null"],
    vars: {
      date: ["date", "parsed", "result", "day", "when", "value"],
      bad: ["tomorrow", "2024-99-99", "abc", "n/a", "13/13/2020", "soon"],
      text: ["text", "input", "raw", "source"],
    },
    code: [
      `
      ƒ parse«Date|Day|Due»(‹text›: string): Date | null {
        «if (‹text› === "") return null;
        |»const ‹date› = new Date(‹text›);
        ⟦→if (Number.isNaN(‹date›.getTime())) return null;⟧
        return ‹date›;
      ƒ}
      `,
      `
      ƒ read‹Thing›Date(row: Record<string, string>) {
        const ‹text› = row.date ?? row.created;
        if (!‹text›) return null;
        const ‹date› = new Date(‹text›);
        ⟦→if (Number.isNaN(‹date›.getTime())) return null;⟧
        «‹date›.setHours(0, 0, 0, 0);
        |»return { ‹date›, label: row.label };
      ƒ}
      `,
      `
      export class ‹Thing›Field {
        constructor(private readonly ‹text›: string, private readonly isRequired = true) {}

        get ‹date›(): Date | null {
          const ‹date› = new Date(this.‹text›);
          ⟦→if (Number.isNaN(‹date›.getTime())) return null;⟧
          return ‹date›;
        }

        get isEmpty() {
          return this.isRequired && this.‹text›.trim() === "";
        }
      }
      `,
    ],
  }),
  sketched("the-whole-last-day", {
    seen: [
      "=the last day [isn't included|is missing|is left out]",
      "={wordsThings} [from|of] the last day are missing",
      "={to} should be [included|the end of the day]",
      "include the whole {to} day",
      "set {to} to the end of the day, 23:59:59.999",
      "={to} is midnight, so [nothing of that day is found|that day is cut off]",
      "move {to} to 23:59:59.999",
      "=what happens on the day of {to} [isn't in there|is missing]",
      "=why are today's {wordsThings} missing if i choose today as {to}?",
      "=the day of {to} counts as well, until 23:59:59.999",
      "=[choosing |]the same day for both finds nothing",
      "=the last day [ends|is over] at 0:00, should be at 23:59:59.999",
      "=[today|the end date] [isn't included|is missing] in the [report|list|results]",
      "=range ends a day too early",
      "=users expect {to} to [be inclusive|count as well], [until 23:59:59.999|the whole day]",
      "=stuff from the [afternoon|morning] of the last day doesn't show up",
    ],
    unseen: [
      "=choosing a range i never get what was entered on its final day",
      "stretch {to} until midnight of that day (23:59:59.999)",
    ],
    rows: [
      [
        { from: "from", to: "to" },
        { from: "start", to: "end" },
        { from: "since", to: "until" },
        { from: "first", to: "last" },
        { from: "startDate", to: "endDate" },
        { from: "after", to: "before" },
      ],
    ],
    code: [
      `
      ƒ ‹things›Between(‹things›: ‹Thing›[], ‹from›Text: string, ‹to›Text: string) {
        const ‹from› = new Date(‹from›Text);
        const ‹to› = new Date(‹to›Text);
        ⟦→‹to›.setHours(23, 59, 59, 999);⟧
        return ‹things›.filter(({ date }) => date >= ‹from› && date <= ‹to›);
      ƒ}
      `,
      `
      router.get("/‹things:kebab›", async (req, res) => {
        const ‹from› = new Date(String(req.query.‹from›));
        ‹from›.setHours(0, 0, 0, 0);
        const ‹to› = new Date(String(req.query.‹to›));
        ⟦→‹to›.setHours(23, 59, 59, 999);⟧
        res.json(await db.‹things›.find({ createdAt: { gte: ‹from›, lte: ‹to› } }));
      });
      `,
      `
      export class ‹Thing›Report {
        constructor(private readonly repository: ‹Thing›Repository) {}

        async run(‹from›: Date, days: number) {
          const ‹to› = new Date(‹from›);
          ‹to›.setDate(‹to›.getDate() + days);
          ⟦→‹to›.setHours(23, 59, 59, 999);⟧
          return this.repository.between(‹from›, ‹to›);
        }
      }
      `,
    ],
  }),
];
