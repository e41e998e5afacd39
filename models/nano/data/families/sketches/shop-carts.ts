import { sketched } from "./sketch.ts";

/** Carts, coupons and totals, as support hears of them. */
export const SHOP_CARTS = [
  // The quantity of the row that is there goes up by what is added (or by one where nothing says how many).
  sketched("added-again-raises-the-quantity", {
    seen: [
      "=[adding|if I add] the same {wordsItem} twice [gives|shows] two [rows|lines] [instead of {qty} 2|]",
      "=same {wordsItem} added twice should [raise|increase|bump] its {qty}[, not add another row|]",
      "=the {wordsList} [lists|shows|has] the same {wordsItem} [several times|more than once|twice]",
      "=[why|how come] do I get a second row when I add a {wordsItem} that is already there?",
      "=customer [says|complains]: put one {wordsItem} in twice, got two lines",
      "=[a {wordsItem}|one] that's already in {list} should just get a higher {qty}",
      "=duplicates in {list}[, should sum up the {qty}|]",
      "=can we merge them when the {wordsItem} is already in {list}?",
      "raise {qty} if the {wordsItem} is already [in the list|there]",
      "increase {qty} instead of [pushing a new row|pushing it again] when the {wordsItem} is already in {list}",
      "merge same {wordsItem} [rows|lines], sum up the {qty}",
    ],
    unseen: [
      "=two identical lines where there should be one with {qty} 2",
      "look first whether {list} has it already, then only count up {qty}",
    ],
    vars: {
      list: ["items", "lines", "rows", "entries", "positions", "basket"],
      item: ["product", "article", "ticket", "dish", "book", "part", "variant", "seat"],
      qty: ["quantity", "qty", "amount", "count", "units"],
      row: ["existing", "found", "present"],
    },
    code: [
      `
      class «Cart|Order|Basket» {
        private ‹list›: Line[] = [];

        add(‹item›: ‹Item›, ‹qty› = 1) {
          ⟦→const ‹row› = this.‹list›.find((line) => line.‹item›Id === ‹item›.id);
          if (‹row›) ‹row›.‹qty› += ‹qty›;
          else ⟧this.‹list›.push({ ‹item›Id: ‹item›.id, ‹qty›, price: ‹item›.price });
          «this.save();|this.emit("change");|»
        }

        remove(id: string) {
          this.‹list› = this.‹list›.filter((line) => line.‹item›Id !== id);
        }
      }
      `,
      `
      ƒ «addTo|putInto»‹List›(‹list›: Line[], ‹item›: ‹Item›): Line[] {
        ⟦→if (‹list›.some((line) => line.id === ‹item›.id)) {
          return ‹list›.map((line) =>
            line.id === ‹item›.id ? { ...line, ‹qty›: line.‹qty› + 1 } : line,
          );
        }⟧
        return [...‹list›, { id: ‹item›.id, «name: ‹item›.name, |»‹qty›: 1 }];
      ƒ}
      `,
      `
      ƒ async add‹Item›(cartId: string, ‹item›Id: string, ‹qty›: number) {
        const cart = await «carts.findById(cartId)|loadCart(cartId)»;
        ‹fill›
        ⟦→const ‹row› = cart.‹list›.find((one) => one.‹item›Id === ‹item›Id);
        if (‹row›) ‹row›.‹qty› += ‹qty›;
        else ⟧cart.‹list›.push({ ‹item›Id, ‹qty› });
        «await cart.save();|await carts.save(cart);»
        return cart;
      ƒ}
      `,
    ],
  }),
  sketched("badge-counts-quantities", {
    seen: [
      "=[the badge|the {wordsCount}|the number] [doesn't|does not] count {wordsQty}[ properly|]",
      "=the {wordsCount} says 1 [although|but|when] there are 3 of the same",
      "=three of the same {wordsItem} [count|are counted|show up] as one",
      "=the {wordsCount} [counts|shows] [rows|lines], not {qty}",
      "=should [sum|sum up] the {qty}, not [count the rows|the number of rows]",
      "=[customer|user]: bought 5, [badge|counter] says 1",
      "=[why|how come] is the {wordsCount} still 1 after I raise the {wordsQty} to 4?",
      "=wish: count pieces, not lines",
      "take {qty} into account [in|for] the {wordsCount}",
      "sum up {qty} [for|in] {count}",
      "=ignores {qty}",
    ],
    unseen: [
      "=number next to the icon is too low if someone takes more than one of a kind",
      "add the {qty} of each to {count}",
    ],
    vars: {
      count: ["itemCount", "totalItems", "cartCount", "pieces", "badgeCount", "piecesInside", "basketCount"],
      list: ["items", "lines", "rows", "entries", "positions"],
      item: ["product", "article", "ticket", "book", "dish"],
      qty: ["quantity", "qty", "amount", "units", "copies"],
    },
    code: [
      `
      ƒ «Cart|Basket»«Icon|Button|Link»({ ‹list›«, onOpen|» }) {
        const ‹count› = ⟦‹list›.length→‹list›.reduce((sum, ‹item›) => sum + ‹item›.‹qty›, 0)⟧;
        «const isEmpty = ‹list›.length === 0;|»
        return (
          <button «type="button" className="cart"|className="icon-button"|aria-label="Open cart"»>
            <CartIcon />
            <span className="badge">{‹count›}</span>
          </button>
        );
      ƒ}
      `,
      `
      export const use«Cart|Basket|Order» = create((set, get) => ({
        ‹list›: [],
        isEmpty: () => get().‹list›.length === 0,
        ‹count›: () => ⟦get().‹list›.length→get().‹list›.reduce((sum, ‹item›) => sum + ‹item›.‹qty›, 0)⟧,
        clear: () => set({ ‹list›: [] }),
      }));
      `,
      `
      ƒ summarize(order: Order): Summary {
        const { ‹list›, shipping } = order;
        const subtotal = ‹list›.reduce((sum, ‹item›) => sum + ‹item›.price * ‹item›.‹qty›, 0);
        const ‹count› = ⟦‹list›.length→‹list›.reduce((sum, ‹item›) => sum + ‹item›.‹qty›, 0)⟧;
        return { subtotal, ‹count›, total: subtotal + shipping };
      ƒ}
      `,
    ],
  }),
  sketched("expired-one-does-not-work", {
    seen: [
      "=[a|the] {wordsCode} [still works|can still be used|is accepted] after it [expired|has expired]",
      "=expired {wordsCode} [is|gets] accepted",
      "=customers [use|still use] [an old|last year's] {wordsCode} and it works",
      "=[nobody|nothing] checks {ends}",
      "=we never look at {ends}",
      "=should be refused once {ends} is [over|past|in the past]",
      "=[why|how come] does [an expired|an old] {wordsCode} go through?",
      "=a {wordsCode} [whose|with a] {ends} [is in the past|in the past] must not [be valid|work]",
      "check {ends}[ too| as well|]",
      "refuse [it|the {wordsCode}] [when|if] {ends} is [past|in the past|before now]",
      "=can you make expired ones invalid? see {ends}",
    ],
    unseen: ["=ran out in march, people still get in with it", "respect {ends}: [too late|past it] means no"],
    vars: {
      code: ["coupon", "voucher", "invitation", "giftCard", "promoCode", "resetLink", "trial", "pass"],
      ends: ["expiresAt", "validUntil", "endsAt", "expiryDate", "expires", "goodUntil"],
    },
    code: [
      `
      ƒ «isValid|canUse|isUsable»‹Code›(‹code›: ‹Code›«, user: User|»): boolean {
        if (!‹code›.«active|enabled») return false;
        «if (‹code›.uses >= ‹code›.maxUses) return false;|»
        ⟦→if (‹code›.‹ends› < new Date()) return false;⟧
        return true;
      ƒ}
      `,
      `
      ƒ async redeem‹Code›(key: string, userId: string) {
        const ‹code› = await db.‹code›.findUnique({ where: { key } });
        if (!‹code›) return null;
        ⟦→if (‹code›.‹ends› < new Date()) return null;⟧
        «await markUsed(‹code›.id, userId);|await db.usage.create({ data: { codeId: ‹code›.id, userId } });»
        return ‹code›;
      ƒ}
      `,
      `
      ƒ find«Valid|Usable|Open»‹Code:plural›(‹code:plural›: ‹Code›[]) {
        return ‹code:plural›.filter((one) => one.«active|enabled|confirmed»⟦→ && one.‹ends› >= new Date()⟧);
      ƒ}
      `,
    ],
  }),
  sketched("never-below-zero", {
    seen: [
      "=the {wordsTotal} [can be|gets|goes|becomes] negative",
      "=the {wordsOff} makes the {wordsTotal} negative",
      "=[a|the] {wordsTotal} of -5 [on the receipt|was shown|in prod]",
      "=[when|if] the {wordsOff} is [higher|bigger|more] than the {wordsSum} we [pay|owe] the customer [money|]",
      "=[one customer|somebody] sees a {wordsTotal} of minus [3.20|12]",
      "=should [never be|not go|never fall] below [0|zero]",
      "=can {total} end up below zero?",
      "=[minus|negative] {wordsTotal}[, floor it at 0 pls|, should stop at 0|]",
      "don't let {total} [go|sink|fall] below [0|zero]",
      "{total}: at least [0|zero]",
      "cap it at zero[ from below|]",
    ],
    unseen: ["=with a large enough {wordsOff} you get money back", "keep {total} from going under 0"],
    rows: [
      [
        { total: "total", sum: "subtotal", off: "discount" },
        { total: "amountDue", sum: "total", off: "credit" },
        { total: "finalPrice", sum: "price", off: "rebate" },
        { total: "balance", sum: "invoiced", off: "paid" },
        { total: "toPay", sum: "orderSum", off: "voucher" },
        { total: "remaining", sum: "budget", off: "spent" },
        { total: "grandTotal", sum: "itemsTotal", off: "giftCard" },
        { total: "seatsLeft", sum: "capacity", off: "booked" },
        { total: "available", sum: "stock", off: "reserved" },
      ],
    ],
    code: [
      `
      ƒ get‹Total›(‹sum›: number, ‹off›: number): number {
        «if (‹off› === 0) return ‹sum›;|»
        return ⟦‹sum› - ‹off›→Math.max(0, ‹sum› - ‹off›)⟧;
      ƒ}
      `,
      `
      ƒ summary(input: Input) {
        const { ‹sum›, ‹off› } = input;
        const ‹total› = ⟦‹sum› - ‹off›→Math.max(0, ‹sum› - ‹off›)⟧;
        ‹fill›
        return { ‹sum›, ‹off›, ‹total› };
      ƒ}
      `,
      `
      ƒ Summary({ ‹sum›, ‹off›«, currency|» }) {
        const ‹total› = ⟦‹sum› - ‹off›→Math.max(0, ‹sum› - ‹off›)⟧;
        return (
          <dl>
            <dt>‹sum:Words›</dt>
            <dd>{‹sum›}</dd>
            <dt>‹total:Words›</dt>
            <dd>{‹total›}</dd>
          </dl>
        );
      ƒ}
      `,
      `
      class «Account|Ledger|Sheet» {
        constructor(
          private ‹sum›: number,
          private ‹off›: number,
        ) {}

        get ‹total›() {
          return ⟦this.‹sum› - this.‹off›→Math.max(0, this.‹sum› - this.‹off›)⟧;
        }

        get overdrawn() {
          return this.‹off› > this.‹sum›;
        }
      }
      `,
    ],
  }),
  sketched("free-from-that-sum-on", {
    seen: [
      "=an order of exactly {limit} [pays|still pays] {wordsFee}",
      "=exactly {limit} should [already|] be free[ too|]",
      "=[it says|the banner says|we promise] free from {limit} on, but at exactly {limit} it's charged",
      "=customer ordered for {limit} [sharp|on the dot] and [had to pay|paid] {wordsFee}",
      "=[at|for] {limit} [on the dot|exactly] there's still {wordsFee}",
      "=off by one at {limit}",
      "=[isn't|shouldn't] {limit} itself [be included|count|be free]?",
      "=boundary: {limit} counts as free",
      "include {limit} [itself|]",
      "make it free from {limit} on, [not only above|including it]",
      "=free {wordsFee} only kicks in above {limit}, should be from {limit}",
    ],
    unseen: [
      "=a cart that reaches {limit} and not a cent more is still charged",
      "={limit} is enough for no {wordsFee}",
    ],
    vars: {
      limit: ["50", "100", "75", "30", "49", "FREE_FROM", "FREE_SHIPPING_LIMIT", "threshold", "MIN_ORDER"],
      fee: ["shipping", "delivery", "postage", "handling", "serviceFee"],
      sum: ["subtotal", "total", "cartTotal", "orderValue", "sum"],
    },
    code: [
      `
      ƒ ‹fee›Cost(‹sum›: number«, country: string|, weight: number») {
        if (‹sum› ⟦>→>=⟧ ‹limit›) return 0;
        «return weightOf(‹sum›) > 20 ? 9.9 : 4.9;|return 4.95;|return baseRate;»
      ƒ}
      `,
      `
      ƒ checkout({ ‹sum›, items }: Cart) {
        const ‹fee› = ‹sum› ⟦>→>=⟧ ‹limit› ? 0 : «5|4.9|standardRate»;
        const isBig = items.length > «10|20|12»;
        return { ‹fee›, isBig, toPay: ‹sum› + ‹fee› };
      ƒ}
      `,
      `
      ƒ «Shipping|Delivery»Note({ ‹sum› }: { ‹sum›: number }) {
        const isFree = ⟦‹sum› > ‹limit›→‹sum› >= ‹limit›⟧;
        return <p className="note">{isFree ? "Free ‹fee:words›" : "Plus ‹fee:words›"}</p>;
      ƒ}
      `,
      `
      ƒ ‹fee›For(order: Order) {
        const express = order.method === "express";
        if (express && order.items.length > 0) return «12|15.5|expressRate»;
        return order.‹sum› ⟦<=→<⟧ ‹limit› ? «4.9|rate|5» : 0;
      ƒ}
      `,
    ],
  }),
  sketched("cart-empty-after-order", {
    seen: [
      "=after [ordering|checkout|buying] the {wordsCart} is still full",
      "=[my|the] {wordsCart} still has everything in it after [I paid|the order|paying]",
      "=customer ordered [twice|two times] because the {wordsCart} wasn't [emptied|cleared]",
      "=old items stay in the {wordsCart} after a [successful|] purchase",
      "=shouldn't the {wordsCart} be empty [once it is ordered|after that]?",
      "=[why|how come] are the things still in the {wordsCart} when [I have ordered|the order is placed]?",
      "=forgot to [clear|empty] the {wordsCart}[ afterwards|]",
      "call {clear} [after|once] the order [is placed|went through]",
      "[empty|clear] the {wordsCart} [after the order|when the order is through]",
      "=the {wordsCart} should be emptied when the order went through",
    ],
    unseen: ["=paid, went back to the shop, badge still shows my stuff", "call {clear} when it's bought"],
    rows: [
      [
        { cart: "cart", clear: "clearCart" },
        { cart: "basket", clear: "emptyBasket" },
        { cart: "cart", clear: "resetCart" },
        { cart: "bag", clear: "clearBag" },
        { cart: "basket", clear: "clearBasket" },
        { cart: "cart", clear: "emptyCart" },
      ],
    ],
    vars: {
      place: ["placeOrder", "submitOrder", "createOrder", "sendOrder", "checkout"],
      order: ["order", "receipt", "purchase"],
    },
    code: [
      `
      const handle«Submit|Order|Pay» = async () => {
        const ‹order› = await ‹place›(‹cart›.items«, address|»);
        ⟦→‹clear›();⟧
        «navigate|router.push»(´/orders/€{‹order›.id}´);
      };

      const handleCancel = () => {
        «navigate|router.push»("/shop");
      };
      `,
      `
      ƒ use«Checkout|Buy»() {
        const { ‹cart›, ‹clear› } = use‹Cart›();
        const { mutate, isPending } = useMutation({
          mutationFn: () => ‹place›(‹cart›),
          onSuccess: (‹order›) => {
            ⟦→‹clear›();⟧
            «toast.success("Thank you!")|track("bought", ‹order›.id)|showReceipt(‹order›)»;
          },
          onError: () => toast.error("Something went wrong"),
        });
        return { buy: mutate, isPending };
      ƒ}
      `,
      `
      ƒ async ‹place›For(userId: string) {
        const ‹cart› = await load‹Cart›(userId);
        if (‹cart›.items.length === 0) throw new Error("Nothing to order");
        const ‹order› = await orders.create({ userId, items: ‹cart›.items });
        ⟦→await ‹clear›(userId);⟧
        return ‹order›;
      ƒ}
      `,
    ],
  }),
  sketched("no-order-of-nothing", {
    seen: [
      "=you can [order|check out|buy] with an empty {wordsCart}, [throw|should fail with] {message}",
      "=[empty orders|orders without items] [in the admin|come in|arrive][, answer them with| - should throw] {message}",
      "=customers [place|send] orders with nothing in [them|it], {message} [would be the answer|is what they should get]",
      "=an empty {wordsCart} should [be refused|not be ordered|throw {message}]",
      "=works without any {list}, it should [say|fail with|throw] {message}",
      "=what if {list} is empty? should throw {message}",
      "throw {message} [when|if] [there are no {list}|{list} is empty]",
      "refuse [empty orders|an empty {wordsCart}] with {message}",
      "=[no check for|missing check:] empty {list}, error {message}",
      "=nothing in it, still an order! should fail with {message}",
    ],
    unseen: [
      "=warehouse gets orders without a single line; error {message} please",
      "guard against no {list}: {message}",
    ],
    vars: {
      cart: ["cart", "basket", "order", "bag", "request"],
      list: ["items", "lines", "positions", "products", "tickets", "seats"],
      message: [
        "Cart is empty",
        "Nothing to order",
        "No items",
        "Your cart is empty",
        "Add something first",
        "Empty order",
      ],
    },
    code: [
      `
      ƒ async «checkout|placeOrder|submit»(‹cart›: ‹Cart›«, user: User|») {
        «const { address } = ‹cart›;|»
        ⟦→if (‹cart›.‹list›.length === 0) throw new Error("‹message›");⟧
        const total = sumOf(‹cart›.‹list›);
        «const payment = await charge(total);|await charge(total);»
        return db.orders.insert({ ‹list›: ‹cart›.‹list›, total });
      ƒ}
      `,
      `
      class «Checkout|Shop|Order»Service {
        async place(‹list›: Line[], customerId: string) {
          ⟦→if (‹list›.length === 0) throw new Error("‹message›");⟧
          const customer = await this.customers.find(customerId);
          if (!customer) throw new Error("Unknown customer");
          return this.orders.create({ customer, ‹list› });
        }

        cancel(id: string) {
          return this.orders.update(id, { status: "cancelled" });
        }
      }
      `,
      `
      ƒ create«Order|Purchase»(‹list›: Line[]) {
        ⟦→if (‹list›.length === 0) throw new Error("‹message›");⟧
        return {
          id: «randomUUID()|nextId()|nanoid()»,
          ‹list›,
          status: "«open|new|pending»",
        };
      ƒ}
      `,
    ],
  }),
  sketched("no-more-than-in-stock", {
    seen: [
      "=you can [order|add|put in] more than [we have|is in stock|there is]",
      "=[sold|we sold] [5|more] although only [2|3] were [left|in stock]",
      "=the {wordsQty} isn't limited by {stock}",
      "=customers [can|] raise the {wordsQty} above {stock}",
      "=[the plus button|increasing] goes [past|above|beyond] {stock}",
      "=should stop at {stock}",
      "=can we stop {qty} from going over {stock}?",
      "=oversold again, cap it at {stock}",
      "limit {qty} to {stock}",
      "[cap|clamp] {qty} at {stock}",
      "=no upper limit for the {wordsQty}, should be {stock} at most",
    ],
    unseen: ["=warehouse has 4, somebody ordered 9", "never let {qty} exceed {stock}"],
    vars: {
      qty: ["quantity", "qty", "amount", "count", "units", "tickets"],
      stock: ["stock", "available", "inStock", "maxPerOrder", "inventory", "seatsLeft"],
      item: ["product", "item", "article", "variant", "event"],
    },
    code: [
      `
      ƒ QuantityPicker({ ‹item›, ‹qty›, onChange }: PickerProps) {
        const less = () => onChange(Math.max(1, ‹qty› - 1));
        const more = () => onChange(⟦‹qty› + 1→Math.min(‹item›.‹stock›, ‹qty› + 1)⟧);
        return (
          <div className="picker">
            <button onClick={less}>-</button>
            <span>{‹qty›}</span>
            <button onClick={more}>+</button>
          </div>
        );
      ƒ}
      `,
      `
      ƒ set«Line|Row»(cart: Cart, ‹item›: ‹Item›, ‹qty›: number) {
        «const price = ‹item›.price;|»
        const line = cart.lines.find((one) => one.id === ‹item›.id);
        if (line) line.‹qty› = ⟦‹qty›→Math.min(‹qty›, ‹item›.‹stock›)⟧;
        return cart;
      ƒ}
      `,
      `
      switch (action.type) {
        case "«increase|changed|set»": {
          const ‹item› = catalog[action.id];
          return { ...state, [action.id]: ⟦action.‹qty›→Math.min(action.‹qty›, ‹item›.‹stock›)⟧ };
        }
        default:
          return state;
      }
      `,
    ],
  }),
  sketched("zero-takes-it-out", {
    seen: [
      "=a {wordsItem} with {qty} 0 stays in the {wordsList}",
      "=[setting|when I set] the {wordsQty} to [0|zero] should [remove|take out] the {wordsItem}",
      "=there are [lines|rows] with {qty} 0",
      "=[0 pieces|zero of it] is still [listed|shown]",
      "=[why|how come] does it stay at 0 instead of [disappearing|going away]?",
      "=customers go down to 0 and the [row|line] is still there",
      "=can the row disappear when {qty} [is|reaches|hits] 0?",
      "remove [it|the {wordsItem}] when {qty} [is|gets to|reaches] 0",
      "drop [rows|those] with {qty} 0",
      "=at 0 it should be gone[ from the list|]",
    ],
    unseen: ["=minus until nothing is left, the line remains", "keep only those with {qty} above 0"],
    vars: {
      list: ["items", "lines", "rows", "cart", "basket", "positions"],
      item: ["item", "line", "row", "entry", "product"],
      qty: ["quantity", "qty", "amount", "count", "units"],
    },
    code: [
      `
      const «setQuantity|changeQuantity|update» = (id: string, ‹qty›: number) => {
        set‹List›((‹list›) =>
          ‹list›.map((‹item›) => (‹item›.id === id ? { ...‹item›, ‹qty› } : ‹item›))⟦→.filter((‹item›) => ‹item›.‹qty› > 0)⟧,
        );
      };
      `,
      `
      ƒ decrease(‹list›: Line[], id: string): Line[] {
        const changed = ‹list›.map((‹item›) =>
          ‹item›.id === id ? { ...‹item›, ‹qty›: ‹item›.‹qty› - 1 } : ‹item›,
        );
        return ⟦changed→changed.filter((‹item›) => ‹item›.‹qty› > 0)⟧;
      ƒ}

      ƒ increase(‹list›: Line[], id: string): Line[] {
        return ‹list›.map((‹item›) => (‹item›.id === id ? { ...‹item›, ‹qty›: ‹item›.‹qty› + 1 } : ‹item›));
      ƒ}
      `,
      `
      ƒ cartReducer(state: State, action: Action): State {
        switch (action.type) {
          case "changed":
            return {
              ...state,
              ‹list›: state.‹list›
                .map((‹item›) => (‹item›.id === action.id ? { ...‹item›, ‹qty›: action.‹qty› } : ‹item›))⟦→
                .filter((‹item›) => ‹item›.‹qty› > 0)⟧,
            };
          «case "cleared"|case "ordered"»:
            return { ...state, ‹list›: [] };
          default:
            return state;
        }
      ƒ}
      `,
    ],
  }),
  sketched("discount-of-each-piece", {
    // The percentage comes off, it is not what is left to pay.
    seen: [
      "=[with|at] [20|10] percent off you pay only [that much|those few percent] of the price",
      "=the customer pays only the {wordsOff}",
      "=[we charge|it charges] the {wordsOff} instead of [what's left|the rest]",
      "=the {wordsOff} should be taken off the {wordsPrice}[, not be the price|]",
      "=[10|5] % [off|{wordsOff}] makes everything [dirt cheap|nearly free]",
      "=the {wordsOff} isn't subtracted, it [becomes|is] the {wordsPrice}",
      "=[isn't this|this is] the amount saved, not the [price to pay|new {wordsPrice}]",
      "=a higher {wordsOff} makes it [more expensive|dearer]",
      "subtract the {wordsOff} from the {wordsPrice}",
      "return what's left [to pay|after the {wordsOff}], not the {wordsOff} itself",
    ],
    unseen: [
      "=0 percent off and suddenly it's free",
      "take {off} percent off, don't charge just {off} percent",
    ],
    vars: {
      off: ["discount", "percentOff", "rebate", "reduction", "saving"],
      price: ["price", "amount", "subtotal", "unitPrice", "total", "fare"],
    },
    code: [
      `
      ƒ reduced(‹price›: number, ‹off›: number): number {
        «if (!‹off›) return ‹price›;|»
        return ‹price› * ⟦(‹off› / 100)→(1 - ‹off› / 100)⟧;
      ƒ}
      `,
      `
      ƒ «PriceTag|Offer|SaleLabel»({ ‹price›, ‹off› }: Props) {
        const now = ‹price› * ⟦(‹off› / 100)→(1 - ‹off› / 100)⟧;
        return (
          <p>
            <s>{‹price›.toFixed(2)}</s> <b>{now.toFixed(2)}</b>
          </p>
        );
      ƒ}
      `,
      `
      const lines = cart.map((item) => ({
        sku: item.sku,
        ‹price›: item.‹price› * ⟦(item.‹off› / 100)→(1 - item.‹off› / 100)⟧,
        tax: item.‹price› * (item.taxRate / 100),
      }));
      `,
    ],
  }),
];
