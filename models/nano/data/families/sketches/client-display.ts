import { sketched } from "./sketch.ts";

/** Dates, money, numbers and names as people see them. */
export const CLIENT_DISPLAY = [
  sketched("currency-of-prices", {
    seen: [
      "={wordsNew} not {wordsOld}",
      "=[prices|amounts] [are|should be] in {wordsNew}[, not {wordsOld}|]",
      "=shows {wordsOld}, [we sell|we charge|it's] in {wordsNew}",
      "=should say {newCode}",
      "=[why|how come] [are these|is this] in {wordsOld}? it's {wordsNew}",
      "switch the currency to {newCode}",
      "show {wordsNew} instead of {wordsOld}",
      "={oldCode} is wrong, [it's|should be|must be] {newCode}",
      "=our customers pay in {wordsNew}",
      "change {oldCode} to {newCode}",
      "=wrong currency, use {wordsNew}",
      "=we moved to {wordsNew}",
      "use {newCode} for the {wordsThing} [prices|amounts]",
      "=can the {wordsThing} be priced in {wordsNew}?",
      "=[expected|i expected] {wordsNew}, got {wordsOld}",
      "=the [checkout|shop|page] shows the wrong currency[, {newCode} please|, we use {newCode}]",
      "=[{oldCode}|it] → {newCode}",
      "make it {wordsNew}[ everywhere here|]",
    ],
    unseen: [
      "=the sign in front of the price belongs to another country, we bill in {wordsNew}",
      "let the amounts be {wordsNew}",
    ],
    rows: [
      [
        { oldCode: "USD", old: "dollars", newCode: "EUR", new: "euros" },
        { oldCode: "EUR", old: "euros", newCode: "USD", new: "dollars" },
        { oldCode: "EUR", old: "euros", newCode: "CHF", new: "francs" },
        { oldCode: "USD", old: "dollars", newCode: "GBP", new: "pounds" },
        { oldCode: "GBP", old: "pounds", newCode: "EUR", new: "euros" },
        { oldCode: "USD", old: "dollars", newCode: "JPY", new: "yen" },
        { oldCode: "USD", old: "dollars", newCode: "INR", new: "rupees" },
        { oldCode: "EUR", old: "euros", newCode: "PLN", new: "zloty" },
        { oldCode: "USD", old: "dollars", newCode: "BRL", new: "reais" },
        { oldCode: "EUR", old: "euros", newCode: "SEK", new: "kronor" },
      ],
    ],
    vars: {
      locale: ["en", "de-DE", "en-GB", "fr-FR", "it"],
      format: ["currency", "money", "price", "amount"],
    },
    code: [
      `
      const ‹format›Format = new Intl.NumberFormat(«"‹locale›"|undefined|"en-US"», {
        style: "currency",
        currency: "⟦‹oldCode›→‹newCode›⟧",
        «minimumFractionDigits: 2,|currencyDisplay: "narrowSymbol",|»
      });

      export const format‹Thing›Price = (cents: number) => ‹format›Format.format(cents / 100);
      `,
      `
      ƒ ‹thing›Total(‹things›: ‹Thing›[], locale: string): string {
        const total = ‹things›.reduce((sum, one) => sum + one.price, 0);
        ‹fill›
        return total.toLocaleString(locale, { style: "currency", currency: "⟦‹oldCode›→‹newCode›⟧" });
      ƒ}
      `,
      `
      export function ‹Thing›Card({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <article className="‹thing:kebab›">
            <h3>{‹thing›.name}</h3>
            «<Badge>{‹thing›.status}</Badge>|»
            <Money value={‹thing›.price} currency="⟦‹oldCode›→‹newCode›⟧" «locale="en"|precise» />
          </article>
        );
      }
      `,
      `
      export const shop = {
        name: "‹thing:Words› Shop",
        locale: "«en|de|fr»",
        currency: "⟦‹oldCode›→‹newCode›⟧",
        «taxRate: 0.19,|country: "NL",|pageSize: 24,»
      };
      `,
    ],
  }),
  sketched("price-hundred-times-too-high", {
    seen: [
      "=shows 1999 instead of 19.99",
      "=[prices|amounts|it] [are|is] 100 times too [high|big]",
      "={field} is in cents",
      "=the [{field}|api's {field}|stored {field}] is in cents, [divide by 100|needs / 100]",
      "divide {field} by 100",
      "=[a|the] {wordsThing} for 5.00 [shows up as|is shown as] 500.00",
      "=we [get|store] cents, not whole units",
      "=off by a factor of 100",
      "=the {wordsThing} costs a hundred times as much on the screen",
      "=why is [everything|the {wordsThing}] so expensive? oh, cents...",
      "convert the {wordsField} from cents[ first|]",
      "=cents aren't converted[ before formatting|]",
      "=should be {field} / 100",
    ],
    unseen: [
      "=twelve fifty comes out as twelve hundred and fifty",
      "=nobody told the formatter that {field} holds minor units",
    ],
    vars: {
      field: ["price", "amount", "total", "fee", "cost", "balance", "subtotal", "unitPrice", "deposit"],
    },
    code: [
      `
      const money = new Intl.NumberFormat("«en-US|de-DE|en-GB»", { style: "currency", currency: "«USD|EUR|GBP»" });

      ƒ ‹thing›Label(‹thing›: ‹Thing›): string {
        return ´€{‹thing›.«name|title»} (€{‹thing›.count}) – €{money.format(‹thing›.‹field›⟦→ / 100⟧)}´;
      ƒ}
      `,
      `
      function ‹Thing›Row({ ‹thing› }: ‹Thing›RowProps) {
        return (
          <tr>
            <td>{‹thing›.name}</td>
            <td>{‹thing›.quantity}</td>
            <td className="number">{formatMoney(‹thing›.‹field›⟦→ / 100⟧)}</td>
            «<td>{formatDate(‹thing›.createdAt)}</td>|»
          </tr>
        );
      }
      `,
      `
      const lines = ‹things›.map((‹thing›) => ({
        label: ‹thing›.name,
        weight: ‹thing›.weight.toFixed(1),
        ‹field›: ⟦‹thing›.‹field›→(‹thing›.‹field› / 100)⟧.toFixed(2),
      }));
      `,
      `
      export class ‹Thing›View {
        constructor(private readonly ‹thing›: ‹Thing›) {}

        get count(): string {
          return String(this.‹thing›.count);
        }

        get ‹field›(): string {
          return this.currency.format(this.‹thing›.‹field›⟦→ / 100⟧);
        }
      }
      `,
    ],
  }),
  sketched("name-without-undefined", {
    seen: [
      '=[shows|it says|i get] "Anna undefined" when there\'s no {wordsLast}',
      "=prints undefined for [people|users] without a {wordsLast}",
      "=undefined in the name [when|if] {last} is missing",
      "leave out [missing parts|what's missing] of the name",
      "join only the parts that are there",
      "={last} is optional, don't print undefined",
      '=names end with "undefined" or a [stray|trailing] space',
      "=not everybody has a {wordsLast}",
      "skip {first} or {last} when [it is|it's] empty",
      "=[why does|how can] it [greet|call] people undefined?",
      "build the name from the parts that exist, joined by a space",
      "filter out empty [parts|names] before joining",
      "=[some|a few] have no {wordsLast} and then the {wordsUser} name looks broken",
      "=[someone|a {wordsUser}] without {wordsLast} is [shown|listed] as [Madonna undefined|undefined]",
      "=[the word|literally] undefined is part of the name",
      "=[guests|some people] only have a {wordsFirst}",
      "don't [show|print|include] empty name parts",
    ],
    unseen: [
      "=a customer without family name is called Undefined in our mails",
      "=only half of the name may be known, cope with it",
    ],
    rows: [
      [
        { first: "firstName", last: "lastName" },
        { first: "first", last: "last" },
        { first: "givenName", last: "familyName" },
        { first: "firstname", last: "surname" },
        { first: "forename", last: "surname" },
        { first: "first_name", last: "last_name" },
      ],
    ],
    vars: { user: ["user", "person", "member", "customer", "author", "contact", "patient", "employee"] },
    code: [
      `
      ƒ «fullName|displayName|nameOf»(‹user›: ‹User›): string {
        return ⟦´€{‹user›.‹first›} €{‹user›.‹last›}´→[‹user›.‹first›, ‹user›.‹last›].filter(Boolean).join(" ")⟧;
      ƒ}
      `,
      `
      const options = ‹user:plural›.map((‹user›) => ({
        value: ‹user›.id,
        label: ⟦´€{‹user›.‹first›} €{‹user›.‹last›}´→[‹user›.‹first›, ‹user›.‹last›].filter(Boolean).join(" ")⟧,
        «hint: ´€{‹user›.city}, €{‹user›.country}´,|title: ´€{‹user›.role} since €{‹user›.since}´,»
      }));
      `,
      `
      function ‹User›Badge({ ‹user› }: { ‹user›: ‹User› }) {
        const name = ⟦´€{‹user›.‹first›} €{‹user›.‹last›}´→[‹user›.‹first›, ‹user›.‹last›].filter(Boolean).join(" ")⟧;
        const place = ´€{‹user›.zip} €{‹user›.city}´;

        return (
          <div className="badge">
            <Avatar alt={name} src={‹user›.avatarUrl} />
            <strong>{name}</strong> <small>{place}</small>
          </div>
        );
      }
      `,
      `
      export class ‹User› {
        constructor(
          readonly ‹first›?: string,
          readonly ‹last›?: string,
        ) {}

        get «name|fullName|label»(): string {
          return ⟦this.‹first› + " " + this.‹last›→[this.‹first›, this.‹last›].filter(Boolean).join(" ")⟧;
        }
      }
      `,
    ],
  }),
  sketched("missing-value-as-text", {
    seen: [
      "=[it's blank|nothing is shown|there's a gap] when there is no {wordsField}, should [be|say] {textText}",
      "show {textText} when {field} is missing",
      "write {textText} if there's no {wordsField}",
      "={textText} when {field} is [null|undefined|missing]",
      "=without a {wordsField} it should [say|be] {textText}",
      "=[{wordsThings}|some {wordsThings}] without {wordsField} should [show|have] {textText} there",
      "[fall back to|use] {textText} for a missing {wordsField}",
      "=can it [show|say] {textText} when {field} isn't set?",
      "=not every {wordsThing} has a {wordsField}: {textText} then",
      "=the {wordsField} is optional, [display|print] {textText} without it",
      "=an empty {wordsField} looks odd, i'd [rather|prefer to] see {textText}",
      "=[expected|i'd expect] {textText} [for|with] an unset {wordsField}, [it's|there's] just [blank|empty]",
      "=[{textText}|a {textText}] for {wordsThings} without {wordsField}[ please| would be nice|]",
      "=the {wordsField} is [sometimes|often] null, {textText} is better than nothing",
      "put {textText} [there|in its place] if {field} is [null|missing]",
    ],
    unseen: [
      "=where the {wordsField} is unknown, i'd like to read {textText}",
      "=holes in the {wordsField} column, {textText} would be clearer",
    ],
    rows: [
      [
        { text: "–", field: "phone" },
        { text: "—", field: "email" },
        { text: "n/a", field: "department" },
        { text: "N/A", field: "score" },
        { text: "none", field: "assignee" },
        { text: "Unassigned", field: "owner" },
        { text: "unknown", field: "location" },
        { text: "No description", field: "description" },
        { text: "Untitled", field: "title" },
        { text: "Anonymous", field: "author" },
        { text: "not set", field: "nickname" },
        { text: "Never", field: "lastLogin" },
        { text: "TBD", field: "venue" },
        { text: "free", field: "price" },
      ],
    ],
    code: [
      `
      function ‹Thing›Details({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <dl>
            <dt>Id</dt>
            <dd>{‹thing›.id}</dd>
            <dt>‹field:Words›</dt>
            <dd>{‹thing›.‹field›⟦→ ?? "‹text›"⟧}</dd>
            <dt>Status</dt>
            <dd>{‹thing›.status}</dd>
          </dl>
        );
      }
      `,
      `
      const columns: Column<‹Thing›>[] = [
        { header: "Id", cell: (row) => row.id },
        { header: "‹field:Words›", cell: (row) => row.‹field›⟦→ ?? "‹text›"⟧ },
        { header: "Created", cell: (row) => row.createdAt },
      ];
      `,
      `
      ƒ «toRow|toListItem|present»(‹thing›: ‹Thing›) {
        return {
          key: ‹thing›.id,
          «state: ‹thing›.state,|kind: ‹thing›.kind,»
          ‹field›: ‹thing›.‹field›⟦→ ?? "‹text›"⟧,
        };
      ƒ}
      `,
      `
      export class ‹Thing›Card extends HTMLElement {
        update(‹thing›: ‹Thing›): void {
          this.heading.textContent = ‹thing›.name;
          this.‹field›.textContent = ‹thing›.‹field›⟦→ ?? "‹text›"⟧;
          «this.hidden = false;|this.status.textContent = ‹thing›.status;»
        }
      }
      `,
    ],
  }),
  sketched("missing-number-counts-as", {
    seen: [
      "=[the total|the sum|it] is NaN when a {wordsThing} has no {wordsField}. [treat it as|take] {value}",
      "=NaN if {field} is missing, should [count as|be] {value} then",
      "[treat|count] a missing {wordsField} as {value}",
      "=no {wordsField} [means|is|counts as] {value}",
      "=without a {wordsField} we assume {value}",
      "={field} is optional now, default {value}",
      "=shows NaN as soon as one {wordsThing} lacks its {wordsField}, {value} pls",
      "use {value} [where|if|when] {field} is undefined",
      "=undefined {wordsField} should be {value}[ in the sum|]",
      "=can {field} default to {value} here? i get NaN",
      "count {wordsThings} without {wordsField} as {value}",
      "=one {wordsThing} without {wordsField} [ruins|breaks] the whole sum, it's {value} in that case",
      "=[expected|should be] a number, [got|it's] NaN: some have no {wordsField}. [use|take|that means] {value}",
      "=the {wordsField} may be [missing|undefined|left out], then it's {value}",
      "=NaN [comes out|is the result] because of {field}, it should be {value} by default",
      "={field} ?? {value}[ please|]",
    ],
    unseen: [
      "=old {wordsThings} don't have a {wordsField} yet and turn everything into NaN. suppose {value}",
      "=if the {wordsField} isn't given, reckon with {value}",
    ],
    rows: [
      [
        { field: "quantity", value: "1" },
        { field: "discount", value: "0" },
        { field: "price", value: "0" },
        { field: "weight", value: "1" },
        { field: "hours", value: "0" },
        { field: "shipping", value: "0" },
        { field: "factor", value: "1" },
        { field: "seats", value: "1" },
        { field: "tax", value: "0" },
        { field: "rating", value: "0" },
        { field: "rate", value: "1" },
        { field: "points", value: "10" },
      ],
    ],
    code: [
      `
      const total = ‹things›.reduce((sum, ‹thing›) => {
        return sum + ‹thing›.base * ⟦‹thing›.‹field›→(‹thing›.‹field› ?? ‹value›)⟧;
      }, 0);
      «const average = total / ‹things›.length;|setTotal(total);»
      `,
      `
      ƒ «sumOf|totalOf|calculate»(‹things›: ‹Thing›[]): number {
        let sum = 0;
        for (const ‹thing› of ‹things›) {
          «if (‹thing›.cancelled) continue;|»
          sum += ⟦‹thing›.‹field›→‹thing›.‹field› ?? ‹value›⟧;
        }
        return sum;
      ƒ}
      `,
      `
      export function ‹Things›Footer({ ‹things› }: Props) {
        const count = ‹things›.length;
        const sum = ‹things›.map((one) => one.‹field›⟦→ ?? ‹value›⟧).reduce((a, b) => a + b, 0);
        return <footer>{count} ‹things:words›, {sum}</footer>;
      }
      `,
      `
      const select‹Field›Total = createSelector([select‹Things›], (‹things›) =>
        sumBy(‹things›, (‹thing›) => ‹thing›.amount * ⟦‹thing›.‹field›→(‹thing›.‹field› ?? ‹value›)⟧),
      );
      `,
    ],
  }),
  sketched("share-as-percent", {
    seen: [
      "=[shows|it says|i see] 0.25% instead of 25%",
      "=the percentage is always 0 or 1",
      "={share} is between 0 and 1, [show|print] it as [whole|rounded] percent",
      "={share} is a fraction, [times 100|multiply by 100] and round",
      "=percent is off by a factor of 100, and no decimals please",
      "=progress [never gets past|stays at] 1%",
      "multiply {share} by 100 and [round it|round]",
      "=half should be 50%, [it says|not] 0.5%",
      "=want a whole number of percent, [e.g. 42%|like 42%], i get 0.42%",
      "=why does it say 1% when it's [complete|done|full]?",
      "[show|display] {share} in whole percent",
      "=0.333% should be 33%",
      "=[expected|should be] 75%, [got|is] 0.75%",
      "=the percent [number|value] [is far too small|is way off|never exceeds 1], and it should be a whole number",
      "={share} [goes|runs] from 0 to 1, people [expect|want] 0 to 100 (rounded)",
      "=percent needs [* 100|times 100] and Math.round",
    ],
    unseen: [
      "=fully finished is displayed as 1%, a hundred would be right; whole numbers do",
      "=three quarters reads 0.75%",
    ],
    vars: {
      share: [
        "progress",
        "ratio",
        "share",
        "fraction",
        "usage",
        "rate",
        "completion",
        "score",
        "discount",
        "quota",
      ],
    },
    code: [
      `
      export function ‹Share›Bar({ ‹share›, label }: { ‹share›: number; label: string }) {
        return (
          <div className="bar">
            «<span>{label}</span>|<strong>{label}</strong>»
            <progress max={1} value={‹share›} />
            <span>{⟦‹share›→Math.round(‹share› * 100)⟧}%</span>
          </div>
        );
      }
      `,
      `
      ƒ «describe|format|caption»‹Thing›(‹thing›: ‹Thing›): string {
        const { «name|title», ‹share›, count } = ‹thing›;
        return ´€{count} ‹things:words›, €{⟦‹share›→Math.round(‹share› * 100)⟧}%´;
      ƒ}
      `,
      `
      const done = ‹things›.filter((one) => one.done).length;
      const ‹share› = ‹things›.length === 0 ? 0 : done / ‹things›.length;
      statusBar.text = ´€{done} of €{‹things›.length} (€{⟦‹share›→Math.round(‹share› * 100)⟧}%)´;
      «statusBar.show();|»
      `,
      `
      export class ‹Thing›Meter {
        ‹share› = 0;
        limit = 10;

        get text(): string {
          return ´€{⟦this.‹share›→Math.round(this.‹share› * 100)⟧}%´;
        }

        get limitText(): string {
          return ´max. €{this.limit}´;
        }
      }
      `,
    ],
  }),
  sketched("seconds-to-date", {
    seen: [
      "=[dates|all dates|they] [are|show|say] 1970",
      "=[shows|it shows] january 1970",
      "={field} is in seconds[, Date wants milliseconds|]",
      "=the api [sends|gives us] {field} in seconds",
      "=unix timestamp in seconds, needs * 1000",
      "multiply {field} by 1000",
      "=every {wordsThing} is from [the 70s|jan 20 1970]",
      "=why is every {wordsThing} more than 50 years old?",
      "convert {field} to milliseconds[ first|]",
      "=seconds and milliseconds are mixed up for {field}",
      "=wrong {wordsField}, [the backend|the server] counts in seconds",
      "=the date is [way|far] too early, {field} comes in seconds",
      "=[expected|should say] today, [got|says] 1970",
      "={field} [is|are] [unix seconds|epoch seconds][, not milliseconds|]",
      "=all {wordsThings} [seem to be|are] decades old",
      "=Date [needs|expects] [ms|milliseconds], {field} has seconds",
    ],
    unseen: [
      "=apparently all our {wordsThings} date back to the age of disco",
      "=epoch seconds are passed as if they were ms",
    ],
    vars: {
      field: [
        "createdAt",
        "created",
        "updatedAt",
        "timestamp",
        "expiresAt",
        "ts",
        "sentAt",
        "time",
        "dueAt",
        "exp",
      ],
    },
    code: [
      `
      function ‹Thing›Item({ ‹thing› }: ‹Thing›ItemProps) {
        const date = new Date(‹thing›.‹field›⟦→ * 1000⟧);
        «const size = ‹thing›.size / 1000;|const [isOpen, setIsOpen] = useState(false);»
        return (
          <li>
            {‹thing›.name} <time dateTime={date.toISOString()}>{date.toLocaleDateString()}</time>
          </li>
        );
      }
      `,
      `
      ƒ to‹Thing›(json: ‹Thing›Json): ‹Thing› {
        return {
          id: json.id,
          name: json.name,
          ‹field›: new Date(json.‹field›⟦→ * 1000⟧),
          «size: Number(json.size),|tags: json.tags ?? [],»
        };
      ƒ}
      `,
      `
      const formatter = new Intl.DateTimeFormat("«en-GB|de-DE|en-US»", { dateStyle: "medium" });

      const rows = ‹things›.map(({ id, ‹field›, duration }) => [
        id,
        formatter.format(‹field›⟦→ * 1000⟧),
        ´€{duration} ms´,
      ]);
      `,
      `
      const newest = dayjs(⟦‹thing›.‹field›→‹thing›.‹field› * 1000⟧).format("«DD.MM.YYYY|YYYY-MM-DD|MMM D, YYYY»");
      const fetched = dayjs(fetchedAt).fromNow();
      «label.textContent = newest;|setLabel(´€{newest} (€{fetched})´);»
      `,
    ],
  }),
  sketched("cut-long-text", {
    seen: [
      "cut {wordsField}s longer than {max} [chars|characters] and put … at the end",
      "=long {wordsField}s break the layout, [max|at most] {max} characters, then …",
      "shorten the {wordsField} to {max} characters with … [behind|at the end] when it's longer",
      "truncate the {wordsField} [after|to] {max} characters, with … [when|if] it's longer",
      "=[the|a] {wordsField} of more than {max} characters should be cut and end in …",
      "=only the first {max} characters of the {wordsField}, then …[ if there's more|]",
      "=can we limit the {wordsField} to {max} characters? … for the rest",
      "={wordsField} is too long [on the card|in the list], cut it off after {max} chars and add …",
      "=some {wordsField}s go on forever, {max} chars are enough (plus …)",
      "add [an ellipsis (…)|…] after {max} characters of {field} if there are more",
      "=[if|when] {field} has more than {max} characters show the first {max} and …",
      "=i'd [like|want] … after {max} characters [of|in] the {wordsField} if it goes on",
      "=the {wordsField} [overflows|runs out of the box|is way too long], {max} characters and then …",
      "=[max|maximum|at most] {max} characters for the {wordsField}[, … if it was cut| and … for longer ones]",
      "trim the {wordsField} to {max} chars[, ending in …|, … at the end] if it's too long",
    ],
    unseen: [
      "=novel-length {wordsField}s blow up the row; stop at {max} and hint with …",
      "abridge the {wordsField}: {max} characters followed by … if it has more",
    ],
    vars: {
      field: [
        "title",
        "name",
        "description",
        "message",
        "subtitle",
        "comment",
        "caption",
        "subject",
        "label",
      ],
      max: ["40", "30", "50", "80", "100", "120", "24", "60", "140", "200"],
    },
    code: [
      `
      export class ‹Thing›Tile extends HTMLElement {
        show({ ‹field›, author }: ‹Thing›): void {
          this.querySelector(".author")!.textContent = author;
          this.querySelector(".text")!.textContent =⟦ ‹field›→
            ‹field›.length > ‹max› ? ´€{‹field›.slice(0, ‹max›)}…´ : ‹field›⟧;
        }
      }
      `,
      `
      const columns: Column<‹Thing›>[] = [
        { header: "Id", cell: ({ id }) => id },
        { header: "‹field:Words›", cell: ({ ‹field› }) => ⟦‹field›→(‹field›.length > ‹max› ? ´€{‹field›.slice(0, ‹max›)}…´ : ‹field›)⟧ },
        { header: "By", cell: ({ author }) => author },
      ];
      `,
      `
      function ‹Thing›Item({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <li className="‹thing:kebab›">
            <small>{‹thing›.id}</small>
            <strong>{⟦‹thing›.‹field›→‹thing›.‹field›.length > ‹max› ? ´€{‹thing›.‹field›.slice(0, ‹max›)}…´ : ‹thing›.‹field›⟧}</strong>
          </li>
        );
      }
      `,
      `
      const items = ‹things›.map(({ id, ‹field›, author }) => ({
        id,
        «text|label»: ⟦‹field›→‹field›.length > ‹max› ? ´€{‹field›.slice(0, ‹max›)}…´ : ‹field›⟧,
        author,
      }));
      `,
      `
      ƒ preview(‹thing›: ‹Thing›): string {
        const { ‹field› } = ‹thing›;
        ‹fill›
        ⟦return ‹field›;→return ‹field›.length > ‹max› ? ´€{‹field›.slice(0, ‹max›)}…´ : ‹field›;⟧
      ƒ}
      `,
    ],
  }),
  // Numbers that are parts of a time have two digits; of the others, the wordings say how long they are.
  sketched("date-also-shows", {
    seen: [
      "also show the {wordsPart}",
      "=[can't|you can't|i can't] tell [which|the] {wordsPart} it is",
      "=the {wordsPart} is missing[ in the date|]",
      "=date should [include|have] the {wordsPart}[ too|]",
      "=[what|which] {wordsPart}? pls show it",
      "add the {wordsPart} to the [date|format]",
      "=could we see the {wordsPart} [as well|too]?",
      "=the date needs [a|its] {wordsPart}",
      "=without the {wordsPart} the date of a {wordsThing} is ambiguous",
      "=people ask for the {wordsPart}[ next to the date|]",
      "=no {wordsPart} [there|shown]",
      "put the {wordsPart} in there, too",
      "=[it should|the date should] [say|tell|show] the {wordsPart}",
      "=[where|what] is the {wordsPart}?",
      "include the {wordsPart}[ in the format|]",
      "=[users|people|customers] want to see the {wordsPart}",
    ],
    unseen: [
      "=a date that doesn't say the {wordsPart} is no use to us",
      "print the {wordsPart} as part of it",
    ],
    rows: [
      [
        { part: "year", key: "year", value: "numeric", has1: 'day: "numeric"', has2: 'month: "short"' },
        { part: "year", key: "year", value: "numeric", has1: 'month: "long"', has2: 'day: "2-digit"' },
        {
          part: "short weekday",
          key: "weekday",
          value: "short",
          has1: 'day: "numeric"',
          has2: 'month: "long"',
        },
        {
          part: "long weekday",
          key: "weekday",
          value: "long",
          has1: 'month: "long"',
          has2: 'day: "numeric"',
        },
        { part: "day", key: "day", value: "numeric", has1: 'year: "numeric"', has2: 'month: "long"' },
        {
          part: "short month",
          key: "month",
          value: "short",
          has1: 'year: "numeric"',
          has2: 'day: "numeric"',
        },
        {
          part: "minute",
          key: "minute",
          value: "2-digit",
          has1: 'weekday: "short"',
          has2: 'hour: "2-digit"',
        },
        {
          part: "second",
          key: "second",
          value: "2-digit",
          has1: 'hour: "2-digit"',
          has2: 'minute: "2-digit"',
        },
        {
          part: "short time zone",
          key: "timeZoneName",
          value: "short",
          has1: 'hour: "numeric"',
          has2: 'minute: "2-digit"',
        },
        { part: "hour", key: "hour", value: "2-digit", has1: 'day: "numeric"', has2: 'month: "short"' },
      ],
    ],
    code: [
      `
      const options: Intl.DateTimeFormatOptions = {
        ‹has1›,
        ‹has2›,
        ⟦→‹key›: "‹value›",⟧
      };

      ƒ show‹Thing›(‹thing›: ‹Thing›, locale: string) {
        const weight = ‹thing›.weight.toLocaleString(locale, { maximumFractionDigits: 2 });
        const date = ‹thing›.date.toLocaleString(locale, options);
        return ´€{date}, €{weight} kg´;
      ƒ}
      `,
      `
      const dateFormat = new Intl.DateTimeFormat("«en-GB|de-DE|en-US|fr-FR»", {
        ‹has1›,
        ‹has2›,
        ⟦→‹key›: "‹value›",⟧
      });
      const numberFormat = new Intl.NumberFormat("«en-GB|de-DE|en-US»", { maximumFractionDigits: 1 });
      const describe = (‹thing›: ‹Thing›) => dateFormat.format(‹thing›.date);
      `,
      `
      ƒ ‹thing›Date(‹thing›: ‹Thing›): string {
        «if (!‹thing›.date) return "";|»
        return ‹thing›.date.toLocaleString(undefined, { ‹has1›, ‹has2›⟦→, ‹key›: "‹value›"⟧ });
      ƒ}
      `,
      `
      export function ‹Thing›Header({ ‹thing› }: Props) {
        const when = ‹thing›.startsAt.toLocaleString(«"en"|locale|undefined», {
          ‹has1›,
          ‹has2›,
          ⟦→‹key›: "‹value›",⟧
        });
        return (
          <header>
            <h1>{‹thing›.name}</h1>
            <p>{when}</p>
          </header>
        );
      }
      `,
    ],
  }),
];
