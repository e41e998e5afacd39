import { sketched } from "./sketch.ts";

/** What goes wrong with money. */
export const LOGIC_MONEY = [
  sketched("round-to-cents", {
    seen: [
      "=0.1 + 0.2 style errors in the {total}, round to cents",
      "=the {total} has [too many|lots of] decimals, [like 29.999999999999996|should be cents]",
      "round the {total} to cents",
      "round [it|the result] to [2 decimals|two decimals|cents]",
      "=should be rounded to [cents|two decimals]",
      "=floating point [garbage|noise] in {total}, [round to cents|two decimals are enough]",
      "=shows 59.970000000000006[, round it to cents|]",
      "=why 30.000000000000004? cents are enough",
      "=no fractions of a cent please",
      "=can {total} be rounded to the cent?",
      "=more than two decimals make no sense for money",
      "cut the float noise off {total}, to full cents",
      "=a bill of 12.340000000000002",
      "=the customer saw [9.600000000000001|49.989999999999995] in the mail",
      "=needs rounding to 0.01",
    ],
    unseen: ["=nobody can pay 19.989999999999998", "bring {total} to whole cents before it goes out"],
    vars: {
      total: ["total", "sum", "amount", "subtotal", "balance", "gross", "due"],
      price: ["price", "amount", "cost", "fee", "unitPrice"],
    },
    code: [
      `
      ƒ ‹thing›Total(‹things›: ‹Thing›[]): number {
        const ‹total› = ‹things›.reduce((acc, ‹thing›) => acc + ‹thing›.‹price› * ‹thing›.quantity, 0);
        ‹fill›
        return ⟦‹total›→Math.round(‹total› * 100) / 100⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Account {
        private ‹total› = 0;
        private count = 0;

        add(‹thing›: ‹Thing›) {
          this.‹total› += ‹thing›.‹price›;
          this.count += 1;
        }

        get total«Amount|Price|Cost»(): number {
          return ⟦this.‹total›→Math.round(this.‹total› * 100) / 100⟧;
        }

        get size() {
          return this.count;
        }
      }
      `,
      `
      ƒ summarize‹Things›(‹things›: ‹Thing›[], factor: number) {
        let ‹total› = 0;
        let weight = 0;
        for (const ‹thing› of ‹things›) {
          ‹total› += ‹thing›.‹price› * factor;
          weight += ‹thing›.weight;
        }
        return { weight, ⟦‹total›→‹total›: Math.round(‹total› * 100) / 100⟧ };
      ƒ}
      `,
    ],
  }),
  sketched("cents-shown-as-whole", {
    seen: [
      "=shows 1999 instead of 19.99",
      "={field} is in cents[, divide by 100|]",
      "=[amounts|prices] are 100 times too high",
      "=[off|wrong] by a factor of 100",
      "divide {field} by 100",
      "={field} is stored in cents",
      "=we keep {field} in cents, show it in full units",
      "=9.99 is [displayed|shown|printed] as 999",
      "=why is everything 100 times as expensive?",
      "convert {field} from cents[ before formatting it|]",
      "=cents, not [dollars|euros]",
      "=can {field} be shown with the cents behind the point?",
      "=the database has cents, so {field} needs / 100",
      "=a customer [saw|was shown] 2500 for something that costs 25",
      "=forgot that {field} is in cents",
      "=the decimal point is [two places off|in the wrong place]",
      "[format|show] {field} as units, not as cents",
    ],
    unseen: ["=a coffee for 350 dollars? the number is in cents", "mind that {field} counts cents"],
    vars: {
      field: ["price", "amount", "total", "balance", "fee", "cost", "refunded", "subtotal"],
    },
    code: [
      `
      const money = new Intl.NumberFormat("«en|de»", { style: "currency", currency: "EUR" });

      ƒ describe‹Thing›(‹thing›: ‹Thing›): string {
        «const share = Math.round(‹thing›.share * 100);
        return ´€{‹thing›.name} (€{share}%): €{money.format(⟦‹thing›.‹field›→‹thing›.‹field› / 100⟧)}´;|return ´€{‹thing›.name}: €{money.format(⟦‹thing›.‹field›→‹thing›.‹field› / 100⟧)}´;»
      ƒ}
      `,
      `
      export function ‹Thing›Row({ ‹thing›, onOpen }: ‹Thing›RowProps) {
        return (
          <tr onClick={onOpen}>
            <td>{‹thing›.quantity.toFixed(0)}</td>
            <td>{⟦‹thing›.‹field›→(‹thing›.‹field› / 100)⟧.toFixed(2)}</td>
          </tr>
        );
      }
      `,
      `
      ƒ async mail‹Thing›(‹thing›: ‹Thing›, to: string) {
        const ‹field› = ⟦‹thing›.‹field›→(‹thing›.‹field› / 100)⟧.toFixed(2);
        const weight = ‹thing›.weight.toFixed(1);
        await send(to, ´‹thing:Words› €{‹thing›.id}´, ´€{weight} kg, $€{‹field›}´);
      ƒ}
      `,
    ],
  }),
  sketched("its-own-currency", {
    seen: [
      "=[always|everything is] shown in {was}",
      "=a {wordsThing} in another currency is shown [as|in] {was} too",
      "=[the |]currency is hard-coded",
      "use the currency of the {wordsThing}",
      "=should be the currency of the {wordsThing}, not always {was}",
      "=[every|each] {wordsThing} has its own currency",
      "take {thing}.currency[ instead of {was}|]",
      "=why is it {was} for all of them? {thing} has a currency",
      "=customers in other countries [see|get] {was}",
      "=not [everything|every {wordsThing}] is in {was}",
      "=can the currency come from {thing}?",
      "don't hard-code {was}, the {wordsThing} knows its currency",
      "=[euros show up as dollars|wrong currency symbol], the {wordsThing} has its own currency",
      "=ignores {thing}.currency",
      "=hard-coded {was}",
      "=a customer from [tokyo|london|zurich] [complained|was confused] about {was}",
    ],
    unseen: ["=a price in yen is called {was} here", "let each {wordsThing} decide on its currency"],
    vars: {
      was: ["USD", "EUR", "GBP", "CHF"],
      field: ["price", "amount", "total", "balance", "fee", "cost"],
    },
    code: [
      `
      ƒ format‹Thing›(‹thing›: ‹Thing›, locale = "en"): string {
        «if (‹thing›.isFree) return "free";
        |»return new Intl.NumberFormat(locale, { style: "currency", currency: ⟦"‹was›"→‹thing›.currency⟧ }).format(‹thing›.‹field›);
      ƒ}
      `,
      `
      export function ‹Thing›Card({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        const text = ‹thing›.‹field›.toLocaleString("en", { style: "currency", currency: ⟦"‹was›"→‹thing›.currency⟧ });
        const size = ‹thing›.size.toLocaleString("en");
        return (
          <article>
            <h3>{‹thing›.name}</h3>
            <p>{text} for {size}</p>
          </article>
        );
      }
      `,
      `
      ƒ async charge‹Thing›(‹thing›: ‹Thing›, source: string) {
        ‹fill›
        return stripe.charges.create({
          amount: ‹thing›.‹field›,
          currency: ⟦"‹was›"→‹thing›.currency⟧,
          source,
          description: ´‹thing:Words› €{‹thing›.id}´,
        });
      ƒ}
      `,
    ],
  }),
  sketched("times-the-quantity", {
    seen: [
      "=[quantity|the {quantity}] isn't taken into account",
      "=[3|three] of the same {wordsThing} cost as much as one",
      "=the {wordsTotal} ignores the {quantity}",
      "multiply [the {price} |]by the {quantity}",
      "=should be {price} times {quantity}",
      "={quantity} is [ignored|missing in the {wordsTotal}]",
      "=ordering 5 {wordsThings} costs the same as 1",
      "=why doesn't the {wordsTotal} change with the {quantity}?",
      "take {quantity} into account",
      "=[forgot to multiply by|missing factor] {quantity}",
      "=the {wordsTotal} is too low if someone takes more than one",
      "=can the {wordsTotal} [respect|include] the {quantity}?",
      "=someone takes 4 and [pays for|is charged for] 1",
      "=only one of each {wordsThing} is [charged|counted|billed]",
      "=x {quantity} [is missing|forgotten][ in the {wordsTotal}|]",
      "=price per piece only, [{quantity} missing|where's the {quantity}]",
    ],
    unseen: [
      "=a dozen for the price of a single one, not intended",
      "charge each {wordsThing} as often as its {quantity} says",
    ],
    vars: {
      price: ["price", "unitPrice", "cost", "rate", "fee"],
      quantity: ["quantity", "count", "qty", "amount", "units"],
      total: ["total", "sum", "subtotal", "due"],
    },
    code: [
      `
      ƒ ‹total›Of(‹things›: ‹Thing›[]): number {
        «const pieces = ‹things›.reduce((acc, one) => acc + one.‹quantity›, 0);
        if (pieces === 0) return 0;|if (‹things›.every((one) => one.‹quantity› === 0)) return 0;»
        return ‹things›.reduce((acc, ‹thing›) => acc + ‹thing›.‹price›⟦→ * ‹thing›.‹quantity›⟧, 0);
      ƒ}
      `,
      `
      ƒ bill‹Things›(‹things›: ‹Thing›[], shipping: number) {
        let ‹total› = shipping;
        for (const ‹thing› of ‹things›) {
          if (‹thing›.‹quantity› === 0) continue;
          ‹total› += ‹thing›.‹price›⟦→ * ‹thing›.‹quantity›⟧;
        }
        ‹fill›
        return ‹total›;
      ƒ}
      `,
      `
      export function ‹Thing›Summary({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const ‹total› = ‹things›.map(({ ‹price›, ‹quantity› }) => ‹price›⟦→ * ‹quantity›⟧).reduce((a, b) => a + b, 0);
        const pieces = ‹things›.map((one) => one.‹quantity›).reduce((a, b) => a + b, 0);
        return (
          <p>
            {pieces} pieces, {‹total›} in all
          </p>
        );
      }
      `,
    ],
  }),
  sketched("discount-before-tax", {
    seen: [
      "=the {discount} should be taken off before the {wordsTax}",
      "={discount} [comes|goes] first, then the {wordsTax}",
      "=wrong order: first the {discount}, then {wordsTax}",
      "apply the {discount} before the {wordsTax}",
      "subtract {discount} [first|before {tax} is added]",
      "=people pay {wordsTax} on the {discount} [too|as well]",
      "=no {wordsTax} [should be paid|is due] on the {discount}",
      "=the {wordsTax} is [calculated|computed] on the full {base}, should be on what's left after the {discount}",
      "=why is the {wordsTax} so high? it's [calculated|added] before the {discount}",
      "={wordsTax} goes on the reduced {base}",
      "=[accounting says |]the {discount} has to be subtracted before {wordsTax}",
      "=can {wordsTax} be on {base} minus {discount}?",
      "=[tax|{wordsTax}] must only be on what [is left|remains] after the {discount}",
      "=customers with a {discount} are [charged too much|overcharged|taxed too much]",
      "=brackets: ({base} minus {discount}) and then the {wordsTax}",
    ],
    unseen: ["=it's only the reduced {base} that may be taxed", "tax {base} after the {discount} is off"],
    vars: {
      base: ["subtotal", "net", "price", "amount", "sum"],
      tax: ["taxRate", "vat", "vatRate", "salesTax", "tax"],
      discount: ["discount", "rebate", "credit", "coupon", "reduction"],
    },
    code: [
      `
      ƒ grossOf(‹base›: number, ‹discount›: number, ‹tax›: number): number {
        «if (‹discount› > ‹base›) return 0;
        |»return ⟦‹base› * (1 + ‹tax›) - ‹discount›→(‹base› - ‹discount›) * (1 + ‹tax›)⟧;
      ƒ}
      `,
      `
      ƒ ‹thing›Total(‹thing›: ‹Thing›, ‹tax›: number, tip = 0) {
        const total = ⟦‹thing›.‹base› * (1 + ‹tax›) - ‹thing›.‹discount›→(‹thing›.‹base› - ‹thing›.‹discount›) * (1 + ‹tax›)⟧;
        ‹fill›
        return total + tip;
      ƒ}
      `,
      `
      export class ‹Thing›Bill {
        constructor(private readonly ‹base›: number, private readonly ‹discount› = 0) {}

        total(‹tax›: number) {
          return ⟦this.‹base› * (1 + ‹tax›) - this.‹discount›→(this.‹base› - this.‹discount›) * (1 + ‹tax›)⟧;
        }

        get isFree() {
          return this.‹base› - this.‹discount› <= 0;
        }
      }
      `,
    ],
  }),
  sketched("refunds-are-subtracted", {
    seen: [
      "={minus} should [lower|reduce] the {wordsTotal}",
      "={minus} [is|are] added instead of subtracted",
      "=the {wordsTotal} goes up with {minus}",
      "subtract {minus}[ instead of adding it|]",
      "=wrong sign for {minus}",
      "={minus} must be subtracted, not added",
      "=plus should be minus[ for {minus}| where {minus} comes in]",
      "=why does the {wordsTotal} grow when there's {wordsMinus}?",
      "=the more {wordsMinus} the higher the {wordsTotal}, should be the other way round",
      "take {minus} off[ the {wordsTotal}|]",
      "=sign error [with|for] {minus}",
      "=can {minus} count negative?",
      "=should be minus {minus}",
      "=[booked|counted] on the wrong side: {minus}",
      "=i get a higher {wordsTotal} [because of|thanks to] {minus}, [it should be lower|that's backwards]",
    ],
    unseen: [
      "={wordsMinus} pushes the {wordsTotal} in the wrong direction",
      "deduct {minus} rather than adding it",
    ],
    rows: [
      [
        { minus: "refunded", plus: "paid", total: "balance" },
        { minus: "discount", plus: "shipping", total: "total" },
        { minus: "deposit", plus: "rent", total: "due" },
        { minus: "spent", plus: "earned", total: "savings" },
        { minus: "returned", plus: "delivered", total: "stock" },
        { minus: "penalty", plus: "bonus", total: "score" },
        { minus: "fees", plus: "interest", total: "payout" },
        { minus: "withdrawn", plus: "deposited", total: "funds" },
      ],
    ],
    code: [
      `
      ƒ ‹total›Of(‹thing›: ‹Thing›): number {
        const { base, ‹plus›, ‹minus› } = ‹thing›;
        «if (base === 0) return 0;
        |»return base + ‹plus› ⟦+→-⟧ ‹minus›;
      ƒ}
      `,
      `
      ƒ summarize‹Things›(‹things›: ‹Thing›[]) {
        let ‹total› = 0;
        for (const ‹thing› of ‹things›) {
          ‹total› += ‹thing›.‹plus›;
          ‹total› ⟦+=→-=⟧ ‹thing›.‹minus›;
        }
        ‹fill›
        return ‹total›;
      ƒ}
      `,
      `
      export class ‹Thing›Ledger {
        ‹total› = 0;
        entries = 0;

        add‹Plus›(amount: number) {
          this.‹total› += amount;
          this.entries += 1;
        }

        add‹Minus›(amount: number) {
          this.‹total› ⟦+=→-=⟧ amount;
          this.entries += 1;
        }
      }
      `,
    ],
  }),
  sketched("round-the-sum-only", {
    seen: [
      "=[rounding|it rounds] each line, [should only round the sum|only the sum should be rounded]",
      "round only [once, at the end|at the end]",
      "=rounding errors [add|sum] up",
      "=the sum is off by some cents, don't round each {wordsThing}",
      "=every {wordsThing} is rounded, that adds up",
      "round the sum, not every {wordsThing}",
      "=off by [a few|some] cents with many {wordsThings}",
      "=why is the sum a bit off? it rounds too early",
      "=[rounded|it rounds] too early",
      "move the rounding to the end",
      "=can it add up first and round then?",
      "=add first, then round",
      "=total of the invoice and the sum don't match by a few cents, [rounding|it's the rounding of each {wordsThing}]",
      "don't round [inside the loop|in between|every single one]",
      "=only the result should be rounded, not the [parts|pieces|single {wordsThings}]",
    ],
    unseen: [
      "=lots of small {wordsThings} make the deviation big",
      "leave the single {wordsThings} unrounded, the sum is what counts",
    ],
    vars: {
      price: ["price", "amount", "cost", "fee", "share", "wage", "premium"],
      rate: ["rate", "factor", "tax", "ratio", "multiplier"],
      fn: ["Math.round", "Math.round", "toCents", "roundToCents"],
    },
    code: [
      `
      ƒ total«|Cost|Price»(‹things›: ‹Thing›[], ‹rate›: number): number {
        return ⟦‹things›.reduce((sum, ‹thing›) => sum + ‹fn›(‹thing›.‹price› * ‹rate›), 0)→‹fn›(‹things›.reduce((sum, ‹thing›) => sum + ‹thing›.‹price› * ‹rate›, 0))⟧;
      ƒ}
      `,
      `
      ƒ sum‹Things›(‹things›: ‹Thing›[], ‹rate›: number) {
        let sum = 0;
        for (const ‹thing› of ‹things›) {
          «if (‹thing›.skipped) continue;
          |»sum += ⟦‹fn›(‹thing›.‹price› * ‹rate›)→‹thing›.‹price› * ‹rate›⟧;
        }
        return ⟦sum→‹fn›(sum)⟧;
      ƒ}
      `,
      `
      export class ‹Thing›Totals {
        private sum = 0;
        private count = 0;

        constructor(private readonly ‹rate›: number) {}

        add(‹thing›: ‹Thing›) {
          this.sum += ⟦‹fn›(‹thing›.‹price› * this.‹rate›)→‹thing›.‹price› * this.‹rate›⟧;
          this.count += 1;
        }

        get total() {
          return ⟦this.sum→‹fn›(this.sum)⟧;
        }
      }
      `,
    ],
  }),
];
