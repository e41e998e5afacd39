import { sketched } from "./sketch.ts";

/** Stock, shipping, taxes and invoices, as support hears of them. */
export const SHOP_INVOICES = [
  sketched("stock-comes-back", {
    seen: [
      "=after [a cancellation|cancelling] the {wordsStock} [isn't restored|stays down|doesn't go up again]",
      "=[cancelled|returned] {wordsThings} don't [add|go back] to the {wordsStock}",
      "=[stock|count] only ever goes down, [cancelled|returned] things are lost",
      "=we forget to put the {wordsQty} back",
      "=[why|how come] is {stock} still lower after the {wordsThing} was cancelled?",
      "=the {wordsQty} should go back to {stock} then",
      "=should {stock} not go up again[ when it's cancelled|]?",
      "add {qty} back to {stock}",
      "give {qty} back[ to {stock}|]",
      "increase {stock} by {qty} [again|as well]",
      "put the {wordsQty} back into {stock}",
    ],
    unseen: [
      "=shop says sold out though people gave theirs back",
      "raise {stock} by the {wordsQty} when that happens",
    ],
    vars: {
      stock: ["stock", "available", "inStock", "seatsLeft", "inventory", "remaining"],
      qty: ["quantity", "qty", "count", "amount", "units"],
      item: ["product", "article", "variant", "event", "tool"],
    },
    code: [
      `
      ƒ async cancel‹Thing›(id: string) {
        const ‹thing› = await ‹things›.find(id);
        const ‹item› = await catalog.find(‹thing›.‹item›Id);
        ‹thing›.status = "cancelled";
        ⟦→‹item›.‹stock› += ‹thing›.‹qty›;⟧
        await ‹things›.save(‹thing›);
        await catalog.save(‹item›);
      ƒ}
      `,
      `
      class ‹Thing›Stock {
        reserve(‹item›: ‹Item›, ‹qty›: number) {
          ‹item›.‹stock› -= ‹qty›;
          ‹item›.reserved += ‹qty›;
        }

        release(‹item›: ‹Item›, ‹qty›: number) {
          ‹item›.reserved -= ‹qty›;
          ⟦→‹item›.‹stock› += ‹qty›;⟧
        }
      }
      `,
      `
      ƒ giveBack(‹item›: ‹Item›, ‹thing›: ‹Thing›): ‹Item› {
        return {
          ...‹item›,
          ⟦→‹stock›: ‹item›.‹stock› + ‹thing›.‹qty›,⟧
          lastReturn: new Date(),
        };
      ƒ}
      `,
    ],
  }),
  sketched("sold-out-is-refused", {
    seen: [
      "=you can [buy|order] what is [sold out|gone], [throw|should fail with] {message}",
      "={stock} goes [below zero|negative], [throw|make it] {message} instead",
      "=[nobody|nothing] looks whether there is enough, {message}",
      "=orders for more than {stock} [go through|are accepted], should [throw|be] {message}",
      "=[why|how come] is {stock} -3? should have been {message}",
      "=not enough {stock} should [give|throw] {message}",
      "=can it fail with {message} when {qty} is more than {stock}?",
      "throw {message} [if|when] {stock} is [less|lower|smaller] than {qty}",
      "[refuse|reject] it with {message} when there isn't enough {stock}",
      "check {stock} first: {message}",
    ],
    unseen: [
      "=warehouse owes people things it doesn't have, {message} please",
      "stop with {message} if {qty} exceeds {stock}",
    ],
    vars: {
      stock: ["stock", "available", "inStock", "seatsLeft", "inventory", "remaining", "credits"],
      qty: ["quantity", "qty", "count", "amount", "units"],
      item: ["product", "article", "variant", "event", "tool", "account"],
      message: [
        "Sold out",
        "Not enough left",
        "Out of stock",
        "Too many",
        "Insufficient stock",
        "We have less than that",
      ],
    },
    code: [
      `
      ƒ async buy(‹item›Id: string, ‹qty›: number) {
        const ‹item› = await db.‹item›.findUnique({ where: { id: ‹item›Id } });
        if (!‹item›) throw new Error("Unknown ‹item›");
        ⟦→if (‹item›.‹stock› < ‹qty›) throw new Error("‹message›");⟧
        await db.‹item›.update({
          where: { id: ‹item›Id },
          data: { ‹stock›: { decrement: ‹qty› } },
        });
      ƒ}
      `,
      `
      class ‹Item› {
        constructor(private ‹stock›: number) {}

        take(‹qty›: number) {
          ⟦→if (this.‹stock› < ‹qty›) throw new Error("‹message›");⟧
          this.‹stock› -= ‹qty›;
        }

        refill(‹qty›: number) {
          this.‹stock› += ‹qty›;
        }
      }
      `,
      `
      ƒ reserve(‹item›: ‹Item›, ‹qty›: number): ‹Item› {
        if (‹qty› < 1) throw new Error("Take at least one");
        ⟦→if (‹item›.‹stock› < ‹qty›) throw new Error("‹message›");⟧
        return { ...‹item›, ‹stock›: ‹item›.‹stock› - ‹qty› };
      ƒ}
      `,
    ],
  }),
  sketched("in-the-total-too", {
    seen: [
      "=the {wordsFee} [isn't|is not] [in|part of] the {wordsTotal}",
      "=the {wordsTotal} [lacks|misses|leaves out|ignores] the {wordsFee}",
      "=customer paid [too little|less than we wanted], {wordsFee} was not [charged|counted]",
      "=we never charge the {wordsFee}",
      "={total} is too low by the {wordsFee}",
      "=[sum|{wordsTotal}] doesn't match: the {wordsFee} [is missing|was forgotten]",
      "=[why|how come] is the {wordsFee} not in the {wordsTotal}?",
      "add {fee} to {total}",
      "include [the {wordsFee}|{fee}] in the {wordsTotal}",
      "count the {wordsFee} in",
      "=shouldn't the {wordsFee} be added[ to it|]?",
    ],
    unseen: [
      "=on the receipt there is {wordsFee}, but it's not in what they have to pay",
      "={fee} belongs in {total}",
    ],
    vars: {
      fee: [
        "shipping",
        "tip",
        "deposit",
        "serviceFee",
        "cleaningFee",
        "tax",
        "surcharge",
        "postage",
        "giftWrap",
        "insurance",
      ],
      total: ["total", "toPay", "amountDue", "grandTotal", "finalPrice"],
      sum: ["subtotal", "net", "itemsTotal", "base"],
    },
    code: [
      `
      ƒ summarize(order: Order): Summary {
        const ‹sum› = order.items.reduce((sum, item) => sum + item.price * item.quantity, 0);
        const ‹fee› = ‹fee›For(order);
        const ‹total› = ‹sum›⟦→ + ‹fee›⟧;
        return { ‹sum›, ‹fee›, ‹total› };
      ƒ}
      `,
      `
      ƒ Receipt({ ‹sum›, ‹fee› }: ReceiptProps) {
        const ‹total› = ‹sum›⟦→ + ‹fee›⟧;
        return (
          <table>
            <Row label="‹sum:Words›" value={‹sum›} />
            <Row label="‹fee:Words›" value={‹fee›} />
            <Row label="‹total:Words›" value={‹total›} />
          </table>
        );
      ƒ}
      `,
      `
      class Invoice {
        constructor(
          readonly ‹sum›: number,
          readonly ‹fee›: number,
          readonly paid = 0,
        ) {}

        get ‹total›() {
          return this.‹sum›⟦→ + this.‹fee›⟧;
        }

        get isPaid() {
          return this.paid >= this.‹total›;
        }
      }
      `,
    ],
  }),
  sketched("overdue-only-if-unpaid", {
    seen: [
      "=paid {wordsThings} [show up as|are marked as|count as] overdue",
      "=we [dun|remind] people who [have|already] paid",
      "=reminders go [out|] for {wordsThings} that are paid",
      "=customer paid [in time|long ago], still [gets a reminder|is overdue]",
      "=overdue should [only mean|mean only] unpaid [ones|{wordsThings}]",
      "=a paid {wordsThing} is never overdue",
      "=[why|how come] is it overdue when {paid} [is set|says it's paid]?",
      "[ignore|skip] [paid ones|those with {paid}]",
      "check {paid} [too|as well]",
      "=doesn't look at {paid}",
      "=can we leave out the ones with {paid}?",
    ],
    unseen: ["=dunning letter for a bill that was settled weeks ago", "leave those alone that have {paid}"],
    vars: {
      paid: ["paid", "paidAt", "isPaid", "settled", "settledAt", "closed"],
      due: ["dueDate", "dueAt", "due", "payableUntil", "deadline"],
    },
    code: [
      `
      ƒ isOverdue(‹thing›: ‹Thing›): boolean {
        «if (‹thing›.draft) return false;|»
        return ⟦→!‹thing›.‹paid› && ⟧‹thing›.‹due› < new Date();
      ƒ}
      `,
      `
      ƒ ‹Thing›Row({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        const isOverdue = ⟦→!‹thing›.‹paid› && ⟧‹thing›.‹due› < new Date();
        return (
          <tr className={isOverdue ? "overdue" : undefined}>
            <td>{‹thing›.number}</td>
            <td>{‹thing›.amount}</td>
          </tr>
        );
      ƒ}
      `,
      `
      ƒ async remind(‹things›: ‹Thing›[]) {
        const late = ‹things›.filter((one) => ⟦→!one.‹paid› && ⟧one.‹due› < new Date());
        for (const one of late) {
          await sendMail(one.email, ´Please pay €{one.number}´);
        }
        return late.length;
      ƒ}
      `,
    ],
  }),
  sketched("partly-paid-is-not-paid", {
    seen: [
      "=[a|one] payment of 1 [cent|euro] [marks|makes] the whole {wordsThing} [as paid|paid]",
      "=partly paid {wordsThings} [count as|are] paid",
      "=paid a part, it says paid",
      "=it should only be paid [when|once] {paid} reaches {total}",
      "=[why|how come] is it paid when {paid} is [less|lower] than {total}?",
      "=any {paid} [above zero|at all] counts as fully paid",
      "=must compare with {total}",
      "compare {paid} with {total}[, not with zero|]",
      "=only paid if {paid} is at least {total}",
      "treat it as paid only [when|if] {paid} [covers|reaches] {total}",
    ],
    unseen: [
      "=down payment came in and the rest was forgiven, apparently",
      "require the full {total}, not just something",
    ],
    rows: [
      [
        { paid: "paid", total: "total" },
        { paid: "received", total: "amount" },
        { paid: "paidAmount", total: "amountDue" },
        { paid: "payments", total: "price" },
        { paid: "settled", total: "grandTotal" },
        { paid: "deposited", total: "fee" },
        { paid: "collected", total: "invoiced" },
      ],
    ],
    code: [
      `
      ƒ isPaid(‹thing›: ‹Thing›): boolean {
        return ‹thing›.‹paid› ⟦> 0→>= ‹thing›.‹total›⟧;
      ƒ}

      ƒ isOpen(‹thing›: ‹Thing›): boolean {
        return !‹thing›.cancelled && !isPaid(‹thing›);
      ƒ}
      `,
      `
      ƒ statusOf(‹thing›: ‹Thing›): Status {
        const { ‹paid›, ‹total›, cancelled } = ‹thing›;
        if (cancelled) return "cancelled";
        return ‹paid› ⟦> 0→>= ‹total›⟧ ? "paid" : "open";
      ƒ}
      `,
      `
      class ‹Thing› {
        private ‹paid› = 0;
        status = "open";

        constructor(private ‹total›: number) {}

        pay(sum: number) {
          this.‹paid› += sum;
          if (this.‹paid› ⟦> 0→>= this.‹total›⟧) this.status = "paid";
        }
      }
      `,
      `
      ƒ ‹Thing›Status({ ‹paid›, ‹total› }: StatusProps) {
        const isPaid = ‹paid› ⟦> 0→>= ‹total›⟧;
        return (
          <p className={isPaid ? "ok" : "open"}>
            {‹paid›} of {‹total›}
          </p>
        );
      ƒ}
      `,
    ],
  }),
  sketched("number-with-leading-zeros", {
    seen: [
      "={wordsThing} numbers should have {digits} digits",
      "=[7|number 7] should [be|look like|read] [007|with leading zeros] - {digits} digits",
      "=sorting is off because the numbers have no leading zeros ({digits} digits please)",
      "=leading zeros are missing, [should be|always] {digits} digits",
      "=[accountant|tax office] wants {digits} digits",
      "=can the number have leading zeros, {digits} digits?",
      "pad [the number|it] to {digits} digits",
      "fill up with zeros to {digits} digits",
      "pad with zeros ({digits} digits)",
      "=number always with {digits} digits[, zeros in front|]",
    ],
    unseen: [
      "=short numbers look silly, bring all to {digits} places with zeros in front",
      "=always {digits} places, zeros first",
    ],
    vars: {
      digits: ["3", "4", "5", "6", "8"],
      prefix: ["INV", "RE", "ORD", "B", "CU", "T"],
      number: ["number", "counter", "sequence", "next", "index"],
    },
    code: [
      `
      ƒ ‹thing›Number(year: number, ‹number›: number): string {
        return ´‹prefix›-€{year}-€{⟦‹number›→String(‹number›).padStart(‹digits›, "0")⟧}´;
      ƒ}
      `,
      `
      ƒ async create‹Thing›(data: Input) {
        const ‹number› = await nextNumber("‹thing›");
        const label = "‹prefix›" + ⟦‹number›→String(‹number›).padStart(‹digits›, "0")⟧;
        return db.‹thing›.create({ data: { ...data, label } });
      ƒ}
      `,
      `
      ƒ ‹Thing›Title({ ‹thing› }: TitleProps) {
        return (
          <header>
            <h1>{‹thing›.name}</h1>
            <span>No. {⟦‹thing›.‹number›→String(‹thing›.‹number›).padStart(‹digits›, "0")⟧}</span>
            <span>{‹thing›.pages} pages</span>
          </header>
        );
      ƒ}
      `,
    ],
  }),
  sketched("rate-of-the-country", {
    // The default is for countries without a rate of their own.
    seen: [
      "=customers from [abroad|other countries] [get|see] NaN, should be {fallback}",
      "=NaN for countries that are not in {table}, [should be|take] {fallback}",
      "=countries [we don't know|without an entry] give NaN, [take|use] {fallback}",
      "=order from Iceland: price NaN; unknown countries should get {fallback}",
      "=what [about|if] a country [that is not|isn't] in {table}? {fallback} then",
      "=no entry in {table} should mean {fallback}",
      "=[why|how come] undefined for some countries? {fallback} for those",
      "fall back to {fallback} for [unknown|other] countries",
      "use {fallback} [when|if] {table} has no [entry|such country]",
      "take {fallback} [as the default|by default]",
    ],
    unseen: [
      "=not every country is in {table}, the rest should count as {fallback}",
      "=missing ones: {fallback}",
    ],
    vars: {
      table: ["RATES", "TAX_RATES", "VAT", "SHIPPING", "POSTAGE", "FEES", "ZONES"],
      fallback: ["0", "0.2", "DEFAULT_RATE", "STANDARD", "0.19", "15", "OTHER"],
      key: ["country", "countryCode", "region", "state", "destination"],
    },
    code: [
      `
      ƒ rateFor(‹key›: string«, isCompany: boolean|»): number {
        «if (!‹key›) throw new Error("‹key:Words› is missing");|»
        return ‹table›[‹key›]⟦→ ?? ‹fallback›⟧;
      ƒ}
      `,
      `
      ƒ quote(order: Order) {
        const rate = ‹table›[order.address.‹key›]⟦→ ?? ‹fallback›⟧;
        const discount = order.coupon?.percent ?? 0;
        return { rate, discount, sum: order.items.length };
      ƒ}
      `,
      `
      ƒ CostLine({ ‹key›, net }: LineProps) {
        const rate = ‹table›[‹key›]⟦→ ?? ‹fallback›⟧;
        return (
          <tr>
            <td>{‹key›}</td>
            <td>{(net + rate).toFixed(2)}</td>
          </tr>
        );
      ƒ}
      `,
    ],
  }),
  sketched("same-address-for-the-bill", {
    seen: [
      "=[ticking|checking] {same} has no effect[ on the bill|]",
      "=with {same} on, the {wordsBill} should be the {wordsShip}",
      "=the {wordsBill} is [empty|wrong] [when|if] {same} is [on|ticked|checked]",
      "={same} [is ignored|isn't looked at|does nothing]",
      "=[why|how come] do I have to enter the {wordsBill} when {same} is ticked?",
      "=should take {ship} [when|if] {same} is [set|true|on]",
      "=invoice goes nowhere if {same} is [chosen|set]",
      "use {ship} [when|if] {same} is [set|true|on]",
      "take the {wordsShip} as {wordsBill} if {same}",
      "respect {same}: {ship} then",
    ],
    unseen: [
      "=customer said both are the same and it's still blank",
      "let {ship} be the {wordsBill} in case of {same}",
    ],
    rows: [
      [
        { bill: "billingAddress", ship: "shippingAddress", same: "sameAddress" },
        { bill: "billing", ship: "shipping", same: "billingIsShipping" },
        { bill: "invoiceAddress", ship: "deliveryAddress", same: "useDeliveryAddress" },
        { bill: "replyTo", ship: "email", same: "sameEmail" },
        { bill: "payer", ship: "customer", same: "customerPays" },
        { bill: "dropOff", ship: "pickup", same: "returnToPickup" },
        { bill: "mailingAddress", ship: "homeAddress", same: "sameAsHome" },
      ],
    ],
    code: [
      `
      ƒ to«Order|Booking|Request»(form: FormValues) {
        return {
          «note: form.note,|items: form.items,»
          ‹ship›: form.‹ship›,
          ‹bill›: ⟦form.‹bill›→form.‹same› ? form.‹ship› : form.‹bill›⟧,
        };
      ƒ}
      `,
      `
      const onSubmit = async ({ ‹ship›, ‹bill›, ‹same›, note }: FormValues) => {
        await api.save({ ‹ship›, ⟦‹bill›→‹bill›: ‹same› ? ‹ship› : ‹bill›⟧, note });
        «onDone();|navigate("/done");»
      };
      `,
      `
      ƒ Overview({ ‹ship›, ‹bill›, ‹same› }: OverviewProps) {
        return (
          <dl>
            <dt>‹ship:Words›</dt>
            <dd>{‹ship›}</dd>
            <dt>‹bill:Words›</dt>
            <dd>{⟦‹bill›→‹same› ? ‹ship› : ‹bill›⟧}</dd>
          </dl>
        );
      ƒ}
      `,
    ],
  }),
  sketched("warn-when-low", {
    // Asked for by name and text: shows a text beside the name when few are left.
    seen: [
      "=[customers|people] don't see that [only few are left|it's running out], {textHint} below {low} [please|would do]",
      "=show {textHint} [when|if] {stock} is below {low}",
      "=wish: {textHint} if there are less than {low} left",
      "=can we have {textHint} [when|once] {stock} falls below {low}?",
      "=below {low} it should say {textHint}[ there|]",
      "=marketing wants {textHint} when {stock} is under {low}",
      "show {textHint} [when|if] {stock} is [less|lower] than {low}",
      "add a hint {textHint} for {stock} below {low}",
      "=there should be a note {textHint} as soon as {stock} is under {low}",
      "display {textHint} [under|below] {low} {wordsStock}",
    ],
    unseen: [
      "=nobody hurries since nobody knows it's nearly gone; {textHint} under {low}",
      "=less than {low} {wordsStock}: {textHint}",
    ],
    vars: {
      stock: ["stock", "seatsLeft", "inStock", "available", "remaining", "placesLeft", "credits"],
      low: ["5", "3", "10", "4", "LOW_STOCK", "threshold"],
      hint: ["Only a few left", "Almost gone", "Hurry up", "Nearly sold out", "Running low", "Last ones"],
    },
    code: [
      `
      ƒ ‹Thing›Card({ name, price, ‹stock› }: CardProps) {
        return (
          <article>
            <h3>{name}</h3>
            <p>{price}</p>
            ⟦→{‹stock› < ‹low› && <p>‹hint›</p>}⟧
          </article>
        );
      ƒ}
      `,
      `
      ƒ notesOn(‹stock›: number, isNew: boolean): string[] {
        const notes: string[] = [];
        if (isNew) notes.push("New");
        ⟦→if (‹stock› < ‹low›) notes.push("‹hint›");⟧
        return notes;
      ƒ}
      `,
    ],
  }),
];
