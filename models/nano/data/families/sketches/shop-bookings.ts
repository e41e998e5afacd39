import { sketched } from "./sketch.ts";

/** Bookings, seats, appointments and subscriptions, as support hears of them. */
export const SHOP_BOOKINGS = [
  sketched("no-booking-in-the-past", {
    seen: [
      "=you can book in the past[, {message} should come|: {message}]",
      "=[somebody|a customer] [booked|reserved] [yesterday|last week], [throw|answer with] {message} [then|for that]",
      "=dates in the past are accepted, should [throw|fail with] {message}",
      "={start} may be [in the past|long gone], [should be|make it] an error: {message}",
      "=nothing stops me from [picking|taking] a day that is over; {message} [would be good|pls]",
      "=can we [refuse|reject] {start} in the past with {message}?",
      "=what about dates that are over? {message}",
      "throw {message} [if|when] {start} is [in the past|before now]",
      "[refuse|reject] past dates [with|by throwing] {message}",
      "check that {start} isn't over, else {message}",
      "=no check of {start} against now, error {message}",
    ],
    unseen: [
      "=calendar has an entry for 1999 now; {message}, please",
      "only let {start} be in the future: {message}",
    ],
    vars: {
      start: ["start", "startsAt", "date", "from", "begin", "pickupAt", "arrival", "slot", "checkIn", "when"],
      message: [
        "Date is in the past",
        "Too late",
        "Must be in the future",
        "Not in the past",
        "This day is over",
        "Start has passed",
      ],
      deed: ["book", "reserve", "schedule", "appoint", "rent"],
      what: ["table", "room", "court", "car", "doctor", "seat", "guide"],
    },
    code: [
      `
      ƒ async ‹deed›‹What›(‹what›Id: string, ‹start›: Date, userId: string) {
        const ‹what› = await db.‹what›.findUnique({ where: { id: ‹what›Id } });
        if (!‹what›) throw new Error("Unknown ‹what›");
        ⟦→if (‹start› < new Date()) throw new Error("‹message›");⟧
        return db.booking.create({ data: { ‹what›Id, ‹start›, userId } });
      ƒ}
      `,
      `
      ƒ validate«Booking|Request|Wish»(input: Input) {
        const { ‹start›, guests } = input;
        if (guests < 1) throw new Error("Somebody has to come");
        ⟦→if (‹start› < new Date()) throw new Error("‹message›");⟧
        return input;
      ƒ}
      `,
      `
      class ‹What›Service {
        ‹deed›(‹start›: Date, hours: number) {
          ⟦→if (‹start› < new Date()) throw new Error("‹message›");⟧
          const price = hours * this.rate;
          this.bookings.push({ ‹start›, hours, price });
          return price;
        }

        cancel(id: string) {
          this.bookings = this.bookings.filter((one) => one.id !== id);
        }
      }
      `,
    ],
  }),
  sketched("end-after-start", {
    seen: [
      "={end} [can be|may be|is allowed to be] before {start}[, throw|: throw|, should be] {message}",
      "=[you can|somebody could] [enter|pick] an {end} [earlier than|before] {start}, {message} should come",
      "=[bookings|entries] that end before they [start|begin], [answer|throw] {message}",
      "=negative durations because {end} is before {start}, error {message}",
      "=should [throw|fail with] {message} when {end} is [before|earlier than] {start}",
      "=nobody compares {start} and {end}; {message}",
      "throw {message} [if|when] {end} is [before|earlier than] {start}",
      "[refuse|reject] an {end} before the {start} with {message}",
      "make sure {end} isn't before {start}, {message}",
      "=can we have {message} for ranges that are the wrong way round?",
    ],
    unseen: [
      "=leaves on monday, arrives on friday, fine?! {message}",
      "=backwards ranges need an error: {message}",
    ],
    rows: [
      [
        { start: "start", end: "end" },
        { start: "from", end: "to" },
        { start: "startsAt", end: "endsAt" },
        { start: "startDate", end: "endDate" },
        { start: "checkIn", end: "checkOut" },
        { start: "arrival", end: "departure" },
        { start: "validFrom", end: "validUntil" },
        { start: "opensAt", end: "closesAt" },
      ],
    ],
    vars: {
      message: [
        "Ends before it starts",
        "Invalid range",
        "Wrong order of dates",
        "Dates are swapped",
        "End is too early",
      ],
      what: ["booking", "event", "stay", "rental", "offer", "shift", "course"],
    },
    code: [
      `
      ƒ create‹What›(‹start›: Date, ‹end›: Date, title: string) {
        if (!title) throw new Error("Title is missing");
        ⟦→if (‹end› < ‹start›) throw new Error("‹message›");⟧
        return { id: nextId(), ‹start›, ‹end›, title };
      ƒ}
      `,
      `
      router.post("/‹what:plural›", async (req, res) => {
        const ‹start› = new Date(req.body.‹start›);
        const ‹end› = new Date(req.body.‹end›);
        ⟦→if (‹end› < ‹start›) throw new Error("‹message›");⟧
        const ‹what› = await db.‹what›.create({ data: { ‹start›, ‹end› } });
        res.status(201).json(‹what›);
      });
      `,
      `
      class ‹What› {
        constructor(
          readonly ‹start›: Date,
          readonly ‹end›: Date,
          readonly note = "",
        ) {
          ⟦→if (‹end› < ‹start›) throw new Error("‹message›");⟧
          if (note.length > 500) throw new Error("Note is too long");
        }
      }
      `,
    ],
  }),
  sketched("nights-are-whole-days", {
    // A day has so many milliseconds: the difference has to be divided, and rounded against the change of clocks.
    seen: [
      "=[a stay|a trip] of 3 [days|nights] [has|shows] 259200000 {wordsCount}",
      "=the {wordsCount} [are|come out as|is] [millions|a huge number]",
      "=shows milliseconds instead of {wordsCount}",
      "={count} should be in days[, not milliseconds|]",
      "=the price is [millions|astronomical] because {count} is in milliseconds",
      "=[why|how come] {count} 86400000 for one [night|day]?",
      "=we need [whole|full] days in {count}, it's milliseconds",
      "convert {count} to [whole|full] days",
      "divide by the milliseconds of a day [in|for] {count}[, rounded|]",
      "=wrong unit: {count} is milliseconds, should be [whole|rounded] days",
    ],
    unseen: ["=guest was to pay for eighty million days", "make days out of the milliseconds"],
    rows: [
      [
        { start: "from", end: "to" },
        { start: "checkIn", end: "checkOut" },
        { start: "arrival", end: "departure" },
        { start: "start", end: "end" },
        { start: "pickup", end: "dropOff" },
        { start: "rentedAt", end: "returnedAt" },
      ],
    ],
    vars: {
      count: ["nights", "days", "rentalDays", "numberOfNights", "dayCount"],
      price: ["price", "rate", "total", "fee"],
    },
    code: [
      `
      ƒ «priceOf|quote|invoiceFor»(‹start›: Date, ‹end›: Date, perDay: number) {
        const ‹count› = ⟦‹end›.getTime() - ‹start›.getTime()→Math.round((‹end›.getTime() - ‹start›.getTime()) / 86_400_000)⟧;
        const ‹price› = ‹count› * perDay;
        return { ‹count›, ‹price› };
      ƒ}
      `,
      `
      ƒ StaySummary({ ‹start›, ‹end› }: StayProps) {
        const ‹count› = ⟦‹end›.getTime() - ‹start›.getTime()→Math.round((‹end›.getTime() - ‹start›.getTime()) / 86_400_000)⟧;
        return (
          <p>
            {‹start›.toLocaleDateString()}, {‹count›} «nights|days»
          </p>
        );
      ƒ}
      `,
      `
      class «Stay|Rental|Trip» {
        constructor(
          private ‹start›: Date,
          private ‹end›: Date,
        ) {}

        get ‹count›() {
          return ⟦this.‹end›.getTime() - this.‹start›.getTime()→Math.round((this.‹end›.getTime() - this.‹start›.getTime()) / 86_400_000)⟧;
        }

        get isOver() {
          return Date.now() > this.‹end›.getTime();
        }
      }
      `,
    ],
  }),
  sketched("full-is-full", {
    seen: [
      "=one [person|booking] too many gets in",
      "=it takes one more than {max}",
      "=overbooked by [one|1]",
      "=when {max} are in [already|] it should be full",
      "=[we had|there are] {max} plus one in the {wordsWhat}",
      "=off by one: [exactly {max}|{max} itself] means full",
      "=[why|how come] can somebody still join when {max} is reached?",
      "=with {max} of {max} taken it still [says there is room|lets people in]",
      "count [it|the {wordsWhat}] as full at {max}[, not above|]",
      "make it full when {max} is reached",
      "=one over the limit [gets through|is possible]",
    ],
    unseen: ["=last chair was given away and still someone got in", "=no more once {max} is reached"],
    rows: [
      [
        { list: "attendees", max: "capacity" },
        { list: "participants", max: "maxParticipants" },
        { list: "bookings", max: "seats" },
        { list: "players", max: "maxPlayers" },
        { list: "members", max: "memberLimit" },
        { list: "guests", max: "places" },
        { list: "students", max: "maxStudents" },
        { list: "tickets", max: "limit" },
      ],
    ],
    vars: { what: ["event", "course", "room", "team", "workshop", "tour", "game"] },
    code: [
      `
      ƒ join(‹what›: ‹What›, userId: string): ‹What› {
        if (‹what›.cancelled) throw new Error("Cancelled");
        if (‹what›.‹list›.length ⟦>→>=⟧ ‹what›.‹max›) throw new Error("Full");
        return { ...‹what›, ‹list›: [...‹what›.‹list›, userId] };
      ƒ}
      `,
      `
      class ‹What› {
        private ‹list›: string[] = [];

        constructor(private ‹max›: number) {}

        get hasRoom() {
          return this.‹list›.length ⟦<=→<⟧ this.‹max›;
        }

        get isEmpty() {
          return this.‹list›.length === 0;
        }
      }
      `,
      `
      ƒ ‹What›Card({ ‹what›, onJoin }: CardProps) {
        const isFull = ‹what›.‹list›.length ⟦>→>=⟧ ‹what›.‹max›;
        const isOver = ‹what›.endsAt < new Date();
        return (
          <article>
            <h3>{‹what›.name}</h3>
            <button disabled={isFull || isOver} onClick={onJoin}>
              {isFull ? "Full" : "Join"}
            </button>
          </article>
        );
      ƒ}
      `,
      `
      ƒ async reserve(‹what›Id: string, userId: string) {
        const ‹what› = await db.‹what›.findUnique({ where: { id: ‹what›Id } });
        const taken = await db.reservation.count({ where: { ‹what›Id } });
        if (taken ⟦>→>=⟧ ‹what›.‹max›) return null;
        return db.reservation.create({ data: { ‹what›Id, userId } });
      ƒ}
      `,
    ],
  }),
  sketched("cancelled-ones-free-the-place", {
    seen: [
      "=[cancelled|canceled] {wordsList} still [block|take up] [the place|a slot|room]",
      "=[a slot|the place] isn't free again after [cancelling|somebody cancelled]",
      "={list} that are {textStatus} [still|] count",
      "=the {textStatus} ones [shouldn't|should not] count",
      "=we count {wordsList} with status {textStatus}[ too|]",
      "=[why|how come] is it still taken when it's {textStatus}?",
      "=[full|sold out] although half of them are {textStatus}",
      "leave out [those with status|the ones that are] {textStatus}",
      "[ignore|skip] {textStatus} {wordsList}",
      "don't count the {textStatus} ones",
    ],
    unseen: ["=I gave my place back but nobody else can have it", "exclude status {textStatus}"],
    vars: {
      list: ["bookings", "reservations", "orders", "appointments", "tickets", "signups"],
      status: ["cancelled", "canceled", "refunded", "withdrawn", "rejected", "expired"],
      one: ["one", "entry", "row", "it"],
    },
    code: [
      `
      ƒ «seatsLeft|freePlaces|remaining»(capacity: number, ‹list›: Entry[]): number {
        const taken = ‹list›⟦→.filter((‹one›) => ‹one›.status !== "‹status›")⟧.length;
        return Math.max(0, capacity - taken);
      ƒ}
      `,
      `
      ƒ isFree(slot: Slot, ‹list›: Entry[]): boolean {
        «if (slot.closed) return false;|»
        return !‹list›.some((‹one›) => ‹one›.slotId === slot.id⟦→ && ‹one›.status !== "‹status›"⟧);
      ƒ}
      `,
      `
      ƒ async «revenue|occupancy|report»(eventId: string) {
        const ‹list› = await db.entry.findMany({
          where: {
            eventId,
            ⟦→status: { not: "‹status›" },⟧
          },
        });
        const total = ‹list›.reduce((sum, ‹one›) => sum + ‹one›.price, 0);
        return { total, count: ‹list›.length };
      ƒ}
      `,
    ],
  }),
  sketched("taken-ones-cannot-be-picked", {
    seen: [
      "=taken {wordsList} can [still be|be] [picked|selected|clicked]",
      "=you can [click|pick] a {wordsOne} [that is {flag}|that somebody else has]",
      "=[{flag}|taken] ones should be [greyed out|disabled|not clickable]",
      "=nobody should be able to pick a {flag} {wordsOne}",
      "=[why|how come] can I choose a {wordsOne} that's {flag}?",
      "=users pick a {flag} {wordsOne} and only [later|at checkout] hear it's gone",
      "=can we disable the ones that are {flag}?",
      "disable [the button|it] [if|when] the {wordsOne} is {flag}",
      "[grey out|disable] {flag} {wordsList}",
      "make {flag} {wordsList} unclickable",
    ],
    unseen: [
      "=two families, same {wordsOne}, because it can be chosen though it's gone",
      "=only free ones clickable, see {flag}",
    ],
    rows: [
      [
        { list: "seats", one: "seat" },
        { list: "slots", one: "slot" },
        { list: "sizes", one: "size" },
        { list: "tables", one: "table" },
        { list: "rooms", one: "room" },
        { list: "dates", one: "date" },
        { list: "variants", one: "variant" },
        { list: "cabins", one: "cabin" },
        { list: "lockers", one: "locker" },
      ],
    ],
    vars: { flag: ["taken", "booked", "soldOut", "occupied", "reserved", "unavailable"] },
    code: [
      `
      ƒ ‹One›Picker({ ‹list›, selected, onPick }: PickerProps) {
        return (
          <div className="‹list›">
            {‹list›.map((‹one›) => (
              <button key={‹one›.id} onClick={() => onPick(‹one›.id)}⟦→ disabled={‹one›.‹flag›}⟧>
                {‹one›.label}
              </button>
            ))}
          </div>
        );
      ƒ}
      `,
      `
      <select value={‹one›Id} onChange={(event) => set‹One›Id(event.target.value)}>
        «<option value="">Please choose</option>|»
        {‹list›.map((‹one›) => (
          <option key={‹one›.id} value={‹one›.id}⟦→ disabled={‹one›.‹flag›}⟧>
            {‹one›.name}
          </option>
        ))}
      </select>
      `,
      `
      ƒ ‹One›Button({ ‹one›, onPick, onShow }: Props) {
        return (
          <li>
            <button onClick={() => onShow(‹one›)}>Details</button>
            <button onClick={() => onPick(‹one›)}⟦→ disabled={‹one›.‹flag›}⟧>
              {‹one›.name}
            </button>
          </li>
        );
      ƒ}
      `,
    ],
  }),
  sketched("no-picking-of-past-days", {
    seen: [
      "=[past days|days in the past|yesterday] can be [picked|chosen|selected]",
      "=the calendar [offers|lets me pick] days that are over",
      "=one can [choose|pick] a {wordsField} in the past",
      "={field} [should start|only] from {today} on",
      "=earliest {wordsField} should be {today}",
      "=[why|how come] can I pick last week as {wordsField}?",
      "=can we block everything before {today}?",
      "set min to {today}",
      "don't offer dates before {today}[ for the {wordsField}|]",
      "limit the {wordsField} to {today} or later",
      "=date picker goes back to the stone age, {today} is the earliest for the {wordsField}",
    ],
    unseen: [
      "=nobody can arrive in 2019, still I can choose it",
      "=nothing earlier than {today} in the picker",
    ],
    vars: {
      field: ["arrival", "startDate", "deliveryDate", "pickup", "appointment", "dueDate", "day"],
      today: ["today", "minDate", "tomorrow", "earliest", "firstDay"],
    },
    code: [
      `
      ƒ ‹Field›Input({ ‹field›, onChange, ‹today› }: InputProps) {
        return (
          <label>
            ‹field:Words›
            <input type="date" value={‹field›} onChange={onChange}⟦→ min={‹today›}⟧ />
          </label>
        );
      ƒ}
      `,
      `
      <form onSubmit={handleSubmit}>
        <input type="text" value={name} onChange={(event) => setName(event.target.value)} />
        <input
          type="date"
          «name="‹field›"|id="‹field›"»
          value={‹field›}
          onChange={(event) => set‹Field›(event.target.value)}
          ⟦→min={‹today›}⟧
        />
        <p>From {‹today›} on</p>
        <button type="submit">«Book|Next|Reserve»</button>
      </form>
      `,
      `
      ƒ BookingStep({ form, ‹today› }: StepProps) {
        return (
          <fieldset>
            <input type="number" min={1} {...form.register("guests")} />
            <input type="date" {...form.register("‹field›")}⟦→ min={‹today›}⟧ />
            <input type="text" {...form.register("note")} />
          </fieldset>
        );
      ƒ}
      `,
    ],
  }),
  sketched("trial-counts-as-active", {
    seen: [
      "=[people|users|customers] [in|on|with] {textMore} are [locked out|refused|asked to pay]",
      "={textMore} [isn't treated|doesn't count] as active",
      "=somebody [on|in] {textMore} [can't|cannot] use [it|the paid part]",
      "={textMore} should [be|count as] active [too|as well]",
      "=[why|how come] do {textMore} [users|customers] get the paywall?",
      "=status {textMore} [was forgotten|is missing] [here|]",
      "=shouldn't {textMore} [be allowed|work] like {textStatus}?",
      "[treat|count] {textMore} as active[ too|]",
      "allow {textMore} as well as {textStatus}",
      "let {textMore} [in|through] too",
    ],
    unseen: ["=I'm {textMore} and see nothing", "=same for {textMore} as for {textStatus}"],
    rows: [
      [
        { status: "active", more: "trialing" },
        { status: "active", more: "past_due" },
        { status: "paid", more: "trial" },
        { status: "active", more: "grace" },
        { status: "premium", more: "business" },
        { status: "pro", more: "enterprise" },
        { status: "active", more: "paused" },
        { status: "confirmed", more: "pending" },
      ],
    ],
    vars: { sub: ["subscription", "plan", "membership", "account", "license"] },
    code: [
      `
      ƒ hasAccess(‹sub›: ‹Sub› | null): boolean {
        if (!‹sub›) return false;
        return ‹sub›.status === "‹status›"⟦→ || ‹sub›.status === "‹more›"⟧;
      ƒ}
      `,
      `
      ƒ use‹Sub›() {
        const { data: ‹sub›, isLoading } = useQuery({ queryKey: ["‹sub›"], queryFn: load‹Sub› });
        const isActive = ‹sub›?.status === "‹status›"⟦→ || ‹sub›?.status === "‹more›"⟧;
        const isLocked = ‹sub›?.status === "locked";
        return { ‹sub›, isActive, isLocked, isLoading };
      ƒ}
      `,
      `
      const ACTIVE = ["‹status›"⟦→, "‹more›"⟧];
      const CLOSED = ["cancelled", "unpaid"];

      ƒ isActive(‹sub›: ‹Sub›): boolean {
        return ACTIVE.includes(‹sub›.status);
      ƒ}

      ƒ isClosed(‹sub›: ‹Sub›): boolean {
        return CLOSED.includes(‹sub›.status);
      ƒ}
      `,
    ],
  }),
  sketched("already-done-is-refused", {
    // The same deed twice does nothing the second time but tell that it was done.
    seen: [
      "=one can {wordsDeed} the same {wordsThing} twice, [throw|should fail with] {message}",
      "=a {wordsThing} that is {status} already can be {status} again, [throw|make it] {message}",
      "=[why|how come] can I {wordsDeed} it when it's {status}? [should be|throw] {message}",
      "=customer clicked {wordsDeed} twice and it was done twice; {message} for the second",
      "=already {status} ones should [throw|fail with|answer] {message}",
      "=nobody checks whether it's {status} already, {message}",
      "throw {message} [if|when] the {wordsThing} is {status} already",
      "refuse to {wordsDeed} [it|a {wordsThing}] that is {status}: {message}",
      "[check|look] first whether it's {status}[ already|], {message} then",
      "=can we have an error {message} for {status} ones?",
    ],
    unseen: [
      "=second click on {wordsDeed} must not go through: {message}",
      "stop with {message} for a {wordsThing} with status {textStatus}",
    ],
    rows: [
      [
        { deed: "cancel", status: "cancelled" },
        { deed: "pay", status: "paid" },
        { deed: "refund", status: "refunded" },
        { deed: "ship", status: "shipped" },
        { deed: "confirm", status: "confirmed" },
        { deed: "approve", status: "approved" },
        { deed: "close", status: "closed" },
        { deed: "redeem", status: "redeemed" },
        { deed: "accept", status: "accepted" },
      ],
    ],
    vars: {
      message: ["Already done", "Nothing to do", "Was done before", "Only once", "Not again", "Too late"],
    },
    code: [
      `
      ƒ async ‹deed›‹Thing›(id: string) {
        const ‹thing› = await db.‹thing›.findUnique({ where: { id } });
        if (!‹thing›) throw new Error("Not found");
        ⟦→if (‹thing›.status === "‹status›") throw new Error("‹message›");⟧
        «await sendMail(‹thing›.email, "‹status›");|await log("‹deed›", id);»
        return db.‹thing›.update({ where: { id }, data: { status: "‹status›" } });
      ƒ}
      `,
      `
      class ‹Thing› {
        status: Status = "open";

        ‹deed›() {
          ⟦→if (this.status === "‹status›") throw new Error("‹message›");⟧
          this.status = "‹status›";
          this.events.push("‹status›");
        }

        reopen() {
          this.status = "open";
        }
      }
      `,
      `
      ƒ ‹deed›(‹thing›: ‹Thing›): ‹Thing› {
        «if (‹thing›.locked) throw new Error("Locked");|»
        ⟦→if (‹thing›.status === "‹status›") throw new Error("‹message›");⟧
        return { ...‹thing›, status: "‹status›", changedAt: new Date() };
      ƒ}
      `,
    ],
  }),
  sketched("status-changes-with-it", {
    // The status is not written, or only in the answer.
    seen: [
      "=when I {wordsDeed} [it|the {wordsThing}] the status [is still|stays] open",
      "=status isn't [set|changed|updated] [after|by|on] {wordsDeed}",
      "=[customers|people] still see open after we {wordsDeed} it",
      "=[why|how come] is it still open after we {wordsDeed} it?",
      "=should be {textStatus} afterwards",
      "=status {textStatus} is never [written|set]",
      "=can the status become {textStatus} then?",
      "set the status to {textStatus}[ as well| too|]",
      "[mark|flag] [it|the {wordsThing}] as {textStatus}",
      "also write status {textStatus}",
    ],
    unseen: ["=list shows it as open although that was done", "change status too: {textStatus}"],
    rows: [
      [
        { deed: "cancel", status: "cancelled", at: "cancelledAt" },
        { deed: "pay", status: "paid", at: "paidAt" },
        { deed: "ship", status: "shipped", at: "shippedAt" },
        { deed: "confirm", status: "confirmed", at: "confirmedAt" },
        { deed: "approve", status: "approved", at: "approvedAt" },
        { deed: "close", status: "closed", at: "closedAt" },
        { deed: "publish", status: "published", at: "publishedAt" },
        { deed: "accept", status: "accepted", at: "acceptedAt" },
      ],
    ],
    code: [
      `
      ƒ async ‹deed›‹Thing›(id: string«, by: string|») {
        const ‹thing› = await ‹things›.find(id);
        ⟦→‹thing›.status = "‹status›";⟧
        ‹thing›.‹at› = new Date();
        await ‹things›.save(‹thing›);
        «await notify(‹thing›.ownerId);|»
        return ‹thing›;
      ƒ}
      `,
      `
      ƒ async ‹deed›(id: string) {
        await db.‹thing›.update({
          where: { id },
          data: {
            ⟦→status: "‹status›",⟧
            ‹at›: new Date(),
          },
        });
        «await queue.add("mail", { id });|revalidatePath("/‹things:kebab›");»
      ƒ}
      `,
      `
      ƒ ‹thing›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "‹deed›":
            return { ...state, ⟦→status: "‹status›", ⟧‹at›: action.at };
          case "rename":
            return { ...state, name: action.name };
          default:
            return state;
        }
      ƒ}
      `,
    ],
  }),
  sketched("goes-on-from-the-end-of-the-paid-time", {
    // Whoever pays before the end keeps the days that are left.
    seen: [
      "=renewing early [loses|costs|forfeits] the [remaining|unused|paid] days",
      "=who [pays|renews] before the end loses the rest",
      "=renewal [counts|runs] from today instead of [from|] {until}",
      "=a new period should start [at|from] {until}, not [today|now]",
      "=customer renewed a week [early|ahead] and lost [that week|7 days]",
      "=[why|how come] does renewing shorten it?",
      "=should [extend|add to] {until}[, not start from now|]",
      "start from {until} [instead of now|not from today]",
      "extend {until} instead of [counting from now|starting today]",
      "=can renewing add to what is [left|paid already]? so from {until} on",
    ],
    unseen: ["=the sooner I renew, the more I lose", "use {until} as the base of the new date"],
    rows: [
      [
        { sub: "subscription", until: "endsAt" },
        { sub: "membership", until: "validUntil" },
        { sub: "license", until: "expiresAt" },
        { sub: "plan", until: "paidUntil" },
        { sub: "pass", until: "expires" },
        { sub: "contract", until: "runsUntil" },
        { sub: "domain", until: "registeredUntil" },
      ],
    ],
    code: [
      `
      ƒ renew(‹sub›: ‹Sub›): ‹Sub› {
        const next = new Date(⟦→‹sub›.‹until›⟧);
        next.«setMonth(next.getMonth() + 1)|setFullYear(next.getFullYear() + 1)|setDate(next.getDate() + 30)»;
        return { ...‹sub›, ‹until›: next, renewedAt: new Date() };
      ƒ}
      `,
      `
      ƒ async extend(id: string, months: number) {
        const ‹sub› = await ‹sub:plural›.find(id);
        const ‹until› = addMonths(⟦new Date()→‹sub›.‹until›⟧, months);
        «const paidAt = new Date();
        await ‹sub:plural›.update(id, { ‹until›, paidAt });|await ‹sub:plural›.update(id, { ‹until› });»
        return ‹until›;
      ƒ}
      `,
      `
      class Billing {
        async onPaid(‹sub›: ‹Sub›, days: number) {
          ‹sub›.lastPayment = new Date();
          ‹sub›.‹until› = addDays(⟦new Date()→‹sub›.‹until›⟧, days);
          await this.store.save(‹sub›);
        }
      }
      `,
    ],
  }),
];
