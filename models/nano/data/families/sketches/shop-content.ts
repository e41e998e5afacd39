import { sketched } from "./sketch.ts";

/** Comments, ratings, uploads, searches and lists of what people made, as support hears of them. */
export const SHOP_CONTENT = [
  sketched("average-of-no-ratings", {
    seen: [
      "=[new|fresh] {wordsThings} show NaN [stars|as rating|]",
      "=NaN when [nobody has rated yet|there are no {wordsList}|{list} is empty]",
      "=NaN for a {wordsThing} nobody gave any {wordsList}",
      "=the average is NaN [without|with zero|with no] {wordsList}",
      "=should be 0 [when|if] there are no {wordsList}[ yet|]",
      "=division by zero [without|if there are no] {wordsList}, 0 is fine then",
      "=[why|how come] NaN for {wordsThings} nobody rated?",
      "return 0 [if|when] {list} is empty",
      "handle [empty {list}|no {wordsList}]: 0",
      "=no {wordsList} yet means 0[, not NaN|]",
    ],
    unseen: [
      "=not a number next to the stars of brand-new {wordsThings}",
      "=zero if nobody has given any {wordsList}",
    ],
    vars: {
      list: ["ratings", "reviews", "votes", "scores", "stars", "grades", "marks"],
      value: ["value", "stars", "score", "points", "rating"],
    },
    code: [
      `
      ƒ «average|meanOf|overallRating»(‹list›: number[]): number {
        ⟦→if (‹list›.length === 0) return 0;⟧
        const sum = ‹list›.reduce((total, one) => total + one, 0);
        «const mean = sum / ‹list›.length;
        return Math.round(mean * 10) / 10;|return sum / ‹list›.length;»
      ƒ}
      `,
      `
      ƒ ‹Thing›Card({ ‹thing› }: CardProps) {
        const { ‹list› } = ‹thing›;
        const sum = ‹list›.reduce((total, one) => total + one.‹value›, 0);
        const average = ⟦sum / ‹list›.length→‹list›.length === 0 ? 0 : sum / ‹list›.length⟧;
        return (
          <article>
            <h3>{‹thing›.name}</h3>
            <Stars value={average} count={‹list›.length} />
          </article>
        );
      ƒ}
      `,
      `
      class ‹Thing› {
        ‹list›: number[] = [];

        rate(‹value›: number) {
          this.‹list›.push(‹value›);
        }

        get average() {
          ⟦→if (this.‹list›.length === 0) return 0;⟧
          return this.‹list›.reduce((total, one) => total + one, 0) / this.‹list›.length;
        }
      }
      `,
    ],
  }),
  sketched("no-empty-ones-are-sent", {
    seen: [
      "=[you can|one can] {wordsVerb} an empty {wordsText}",
      "=empty {wordsText}s [show up|appear|are in the list]",
      "=a {wordsText} of [only spaces|nothing but spaces|blanks] goes through",
      "=[enter|the button] sends it even if [nothing was typed|the field is empty]",
      "=people {wordsVerb} blank {wordsText}s[ by accident|]",
      "=nothing should happen [when|if] the {wordsText} is empty",
      "=[why|how come] can I {wordsVerb} without writing anything?",
      "do nothing [when|if] {text} is [empty|blank]",
      "ignore [empty|blank] {wordsText}s",
      "return [early|] if the {wordsText} is [empty|blank]",
      "=shouldn't [blank|empty] ones be ignored?",
    ],
    unseen: [
      "=hit return without typing and there's a bubble with nothing in it",
      "don't {wordsVerb} it if {text} is blank",
    ],
    rows: [
      [
        { text: "comment", verb: "post" },
        { text: "message", verb: "send" },
        { text: "reply", verb: "send" },
        { text: "review", verb: "submit" },
        { text: "note", verb: "save" },
        { text: "question", verb: "ask" },
        { text: "answer", verb: "post" },
        { text: "title", verb: "add" },
        { text: "post", verb: "publish" },
      ],
    ],
    code: [
      `
      const handle‹Verb› = async () => {
        ⟦→if (!‹text›.trim()) return;⟧
        await api.‹verb›(«threadId|productId|roomId|itemId», ‹text›);
        set‹Text›("");
        «onClose();|scrollToEnd();|»
      };

      const handleCancel = () => set‹Text›("");
      `,
      `
      ƒ ‹Text›Form({ on‹Verb› }: FormProps) {
        const [‹text›, set‹Text›] = useState("");
        const submit = (event: FormEvent) => {
          event.preventDefault();
          ⟦→if (!‹text›.trim()) return;⟧
          on‹Verb›(‹text›);
          set‹Text›("");
        };
        return (
          <form onSubmit={submit}>
            <input value={‹text›} onChange={(event) => set‹Text›(event.target.value)} />
          </form>
        );
      ƒ}
      `,
      `
      class «Thread|Channel|Board» {
        readonly list: Entry[] = [];

        ‹verb›(‹text›: string, userId: string) {
          ⟦→if (!‹text›.trim()) return;⟧
          this.list.push({ ‹text›, userId, at: new Date() });
          «this.emit("added");|this.notify();|»
        }

        clear() {
          this.list.length = 0;
        }
      }
      `,
    ],
  }),
  sketched("rating-between-one-and-five", {
    seen: [
      "=[somebody|one user] gave 1000 and it was [saved|taken], allow 1 to {high}, else {message}",
      "=[a rating|{value}] of [0|100|-3] is accepted, [should throw|throw] {message}",
      "={value} must be [between 1 and|from 1 to] {high}, [else|otherwise] {message}",
      "=only 1 to {high} [are|is] allowed, {message} for anything else",
      "=nobody checks that {value} is [between 1 and|from 1 to] {high}[,| -] {message}",
      "=[why|how come] can {value} be [0|negative|99]? {message} unless it's 1 to {high}",
      "throw {message} [unless|if not] {value} is [between 1 and|from 1 to] {high}",
      "[refuse|reject] values outside [of |]1 to {high} with {message}",
      "=out of range values get in (1 - {high} are fine), error {message}",
      "check the range of {value}: 1 to {high}, error {message}",
      "=range check for {value} missing, 1..{high}, {message}",
    ],
    unseen: [
      "=api lets me give any number I like; 1 through {high} only, say {message}",
      "={value} below 1 or above {high} should fail: {message}",
    ],
    vars: {
      high: ["5", "10", "6", "4", "MAX_STARS", "MAX_RATING"],
      value: ["stars", "rate", "score", "grade", "points", "value"],
      message: ["Invalid rating", "Out of range", "Not allowed", "Bad value", "Impossible rating"],
    },
    code: [
      `
      ƒ async rate‹Thing›(id: string, ‹value›: number, userId: string) {
        «const ‹thing› = await ‹things›.find(id);
        if (!‹thing›) throw new Error("Not found");|»
        ⟦→if (‹value› < 1 || ‹value› > ‹high›) throw new Error("‹message›");⟧
        await db.ratings.insert({ id, ‹value›, userId });
      ƒ}
      `,
      `
      ƒ add«Review|Vote|Rating»(‹thing›: ‹Thing›, ‹value›: number, text: string): ‹Thing› {
        if (text.length > 2000) throw new Error("Text is too long");
        ⟦→if (‹value› < 1 || ‹value› > ‹high›) throw new Error("‹message›");⟧
        return { ...‹thing›, reviews: [...‹thing›.reviews, { ‹value›, text }] };
      ƒ}
      `,
      `
      router.post("/‹things:kebab›/:id/rate", async (req, res) => {
        const ‹value› = Number(req.body.‹value›);
        ⟦→if (‹value› < 1 || ‹value› > ‹high›) throw new Error("‹message›");⟧
        await ‹things›.rate(req.params.id, req.user.id, ‹value›);
        res.sendStatus(204);
      });
      `,
    ],
  }),
  sketched("one-vote-per-person", {
    seen: [
      "=[you can|one can|I can] {wordsDeed} [as often as I like|several times|twice], [throw|should throw] {message}",
      "=the same [user|person] can {wordsDeed} [twice|again and again], {message} should come",
      "=[one|a] user [gave|left] 20 of them, only one each - {message}",
      "=everybody should only {wordsDeed} once, [else|otherwise] {message}",
      "=[why|how come] can I {wordsDeed} again? {message} for the second",
      "=who did it already should get {message}",
      "=can we limit it to one per [user|person]? error {message}",
      "throw {message} [if|when] the [user|person] is in {list} already",
      "[check|look] whether the user is in {list}, then {message}",
      "allow one per user, {message} [otherwise|else]",
    ],
    unseen: [
      "=fans push their favourite by clicking on and on; {message} from the second time on",
      "refuse with {message} who already has one in {list}",
    ],
    rows: [
      [
        { deed: "vote", list: "votes" },
        { deed: "review", list: "reviews" },
        { deed: "rate", list: "ratings" },
        { deed: "report", list: "reports" },
        { deed: "apply", list: "applications" },
        { deed: "bid", list: "bids" },
        { deed: "sign", list: "signatures" },
        { deed: "answer", list: "answers" },
      ],
    ],
    vars: { message: ["Only once", "Already there", "You did that before", "One per person", "Not twice"] },
    code: [
      `
      ƒ ‹deed›(‹thing›: ‹Thing›, userId: string, text: string) {
        if (‹thing›.closed) throw new Error("Closed");
        ⟦→if (‹thing›.‹list›.some((one) => one.userId === userId)) throw new Error("‹message›");⟧
        ‹thing›.‹list›.push({ userId, text });
        return ‹thing›;
      ƒ}
      `,
      `
      class ‹Thing› {
        private ‹list›: Entry[] = [];

        ‹deed›(userId: string, value: number) {
          ⟦→if (this.‹list›.some((one) => one.userId === userId)) throw new Error("‹message›");⟧
          this.‹list›.push({ userId, value });
          «this.changedAt = new Date();|»
        }

        count() {
          return this.‹list›.length;
        }
      }
      `,
      `
      ƒ async ‹deed›On(id: string, userId: string, note: string) {
        const ‹list› = await load‹List›(id);
        ⟦→if (‹list›.some((one) => one.userId === userId)) throw new Error("‹message›");⟧
        await save‹List›(id, [...‹list›, { userId, note }]);
      ƒ}
      `,
    ],
  }),
  sketched("only-these-kinds-of-files", {
    seen: [
      "={textMore} [files|] [can't be uploaded|are refused|aren't accepted]",
      "=users want to upload {textMore}[ too|]",
      "=[why|how come] is {textMore} not [allowed|accepted]?",
      "={textMore} should be [allowed|accepted|possible] [too|as well]",
      "=[customer|somebody] has only {textMore}, we refuse it",
      "=can we take {textMore} as well?",
      "=the list of types lacks {textMore}",
      "allow {textMore}[ uploads| too|]",
      "accept {textMore} [too|as well]",
      "add {textMore} to the [accepted|allowed] types",
    ],
    unseen: ["=got a {textMore}, error says wrong type", "=also {textMore}"],
    rows: [
      [
        { more: "image/webp", type: "image/png" },
        { more: "image/gif", type: "image/jpeg" },
        { more: "image/svg+xml", type: "image/png" },
        { more: "image/heic", type: "image/jpeg" },
        { more: "text/csv", type: "application/pdf" },
        { more: "application/pdf", type: "image/png" },
        { more: "image/avif", type: "image/webp" },
        { more: "video/mp4", type: "image/gif" },
        { more: "audio/mpeg", type: "audio/wav" },
      ],
    ],
    vars: { list: ["ALLOWED", "ACCEPTED_TYPES", "allowedTypes", "MIME_TYPES", "types"] },
    code: [
      `
      const ‹list› = ["‹type›"⟦→, "‹more›"⟧];
      const MAX_SIZE = «5|10|2» * 1024 * 1024;

      ƒ checkFile(file: File): string | null {
        if (file.size > MAX_SIZE) return "Too big";
        if (!‹list›.includes(file.type)) return "Wrong type";
        return null;
      ƒ}
      `,
      `
      const upload = multer({
        dest: "uploads",
        limits: { fileSize: 4_000_000, files: «1|3|5» },
        fileFilter: (req, file, done) => {
          done(null, file.mimetype === "‹type›"⟦→ || file.mimetype === "‹more›"⟧);
        },
      });
      `,
      `
      ƒ «Avatar|Cover|Attachment»Input({ onFile }: InputProps) {
        return (
          <label>
            <UploadIcon />
            <input
              type="file"
              accept="‹type›⟦→,‹more›⟧"
              onChange={(event) => onFile(event.target.files?.[0])}
            />
          </label>
        );
      ƒ}
      `,
    ],
  }),
  sketched("same-file-can-be-picked-again", {
    // The input remembers the file: choosing it again is no change unless the value is emptied.
    seen: [
      "=picking the same file [again|a second time] does nothing",
      "=[can't|cannot] upload the same [file|picture] twice in a row",
      "=after removing [a|the] file I can't [choose|add] it again",
      "=onChange doesn't fire for the same file",
      "=choosing [the same one|it] again has no effect",
      "=[why|how come] does nothing happen when I pick the same file again?",
      "=the input remembers the [old|last] file",
      "=the file input should be [emptied|cleared] [afterwards|after picking]",
      "[reset|clear|empty] the [file input|input's value] [afterwards|after each pick|]",
      "=must be able to take the same file again",
    ],
    unseen: [
      "=wrong photo, removed it, wanted it after all, nothing",
      "set the input's value to an empty string when done",
    ],
    vars: {
      take: ["onFile", "onUpload", "onPick", "addFile", "upload", "setFile"],
      event: ["event", "e"],
      file: ["file", "picked", "photo", "image"],
    },
    code: [
      `
      const handleChange = (‹event›: ChangeEvent<HTMLInputElement>) => {
        const ‹file› = ‹event›.target.files?.[0];
        if (‹file›) ‹take›(‹file›);
        ⟦→‹event›.target.value = "";⟧
      };

      const handleName = (‹event›: ChangeEvent<HTMLInputElement>) => {
        setName(‹event›.target.value);
      };
      `,
      `
      ƒ FilePicker({ ‹take›, label }: PickerProps) {
        return (
          <label>
            {label}
            <input
              type="file"
              onChange={(‹event›) => {
                ‹take›(‹event›.target.files?.[0]);
                ⟦→‹event›.target.value = "";⟧
              }}
            />
          </label>
        );
      ƒ}
      `,
      `
      ƒ useFile(‹take›: (‹file›: File) => void) {
        const onChange = (‹event›: ChangeEvent<HTMLInputElement>) => {
          for (const ‹file› of ‹event›.target.files ?? []) ‹take›(‹file›);
          ⟦→‹event›.target.value = "";⟧
        };
        return { onChange };
      ƒ}
      `,
    ],
  }),
  sketched("search-here-too", {
    seen: [
      "=[search|the search] doesn't find [anything|things] by {wordsMore}",
      "=[can't|cannot] [search|look] for the {wordsMore}",
      "=searching for [a|the] {wordsMore} [finds nothing|gives no results]",
      "=only looks [at|into] the {wordsField}, not the {wordsMore}",
      "=[customers|users] type the {wordsMore} and [get|find] nothing",
      "=should [find|match] by {wordsMore} [too|as well]",
      "=can it search the {wordsMore} too?",
      "=wish: [search|find] by {wordsMore}",
      "[also search|search also] {more}",
      "include {more} in the search",
      "match the {wordsMore} [too|as well]",
    ],
    unseen: ["=typing in a {wordsMore} leads nowhere", "look into {more} as well as {field}"],
    rows: [
      [
        { field: "name", more: "sku" },
        { field: "title", more: "description" },
        { field: "name", more: "email" },
        { field: "number", more: "customer" },
        { field: "subject", more: "sender" },
        { field: "title", more: "author" },
        { field: "name", more: "city" },
        { field: "label", more: "barcode" },
        { field: "question", more: "answer" },
        { field: "brand", more: "model" },
      ],
    ],
    vars: { query: ["query", "search", "term", "needle", "text"] },
    code: [
      `
      ƒ search‹Things›(‹things›: ‹Thing›[], ‹query›: string) {
        const wanted = ‹query›.trim().toLowerCase();
        return ‹things›.filter((one) => one.‹field›.toLowerCase().includes(wanted)⟦→ || one.‹more›.toLowerCase().includes(wanted)⟧);
      ƒ}
      `,
      `
      ƒ ‹Thing›List({ ‹things› }: ListProps) {
        const [‹query›, set‹Query›] = useState("");
        const shown = ‹things›.filter(
          (one) => one.‹field›.includes(‹query›)⟦→ || one.‹more›.includes(‹query›)⟧,
        );
        return (
          <>
            <input value={‹query›} onChange={(event) => set‹Query›(event.target.value)} />
            <Table rows={shown} />
          </>
        );
      ƒ}
      `,
      `
      ƒ find‹Things›(‹query›: string, page: number) {
        return db.‹thing›.findMany({
          where: {
            OR: [
              { ‹field›: { contains: ‹query›, mode: "insensitive" } },
              ⟦→{ ‹more›: { contains: ‹query›, mode: "insensitive" } },⟧
            ],
          },
          skip: page * 20,
          take: 20,
        });
      ƒ}
      `,
      `
      const fuse = new Fuse(‹things›, {
        keys: ["‹field›"⟦→, "‹more›"⟧],
        threshold: «0.3|0.4|0.2»,
      });
      const results = fuse.search(‹query›);
      `,
    ],
  }),
  sketched("singular-for-just-one", {
    seen: [
      "=it says 1 {wordsMany}",
      '="1 {wordsMany}" [reads|looks|sounds] wrong',
      "=[grammar|wording]: 1 {wordsMany}",
      "=should [be|say] 1 {wordsOne}[, not 1 {wordsMany}|]",
      "=with [exactly one|a single one] it should say {wordsOne}",
      "=[why|how come] does it say {wordsMany} when there is only one?",
      "=singular [missing|is missing] for 1",
      "use the singular [for|when {count} is] 1",
      "write {wordsOne} [if|when] {count} is 1",
      "=can it say {wordsOne} when there's just one?",
    ],
    unseen: ["=plural for a single {wordsOne}", "={wordsOne} for one of them, {wordsMany} for all else"],
    rows: [
      [
        { one: "item", many: "items" },
        { one: "comment", many: "comments" },
        { one: "guest", many: "guests" },
        { one: "reply", many: "replies" },
        { one: "night", many: "nights" },
        { one: "seat", many: "seats" },
        { one: "review", many: "reviews" },
        { one: "person", many: "people" },
        { one: "day", many: "days" },
        { one: "entry", many: "entries" },
        { one: "vote", many: "votes" },
        { one: "child", many: "children" },
      ],
    ],
    vars: { count: ["count", "total", "amount", "size", "number", "n"] },
    code: [
      `
      ƒ ‹Many›Badge({ ‹count›, onClick }: BadgeProps) {
        return (
          <button className="badge" onClick={onClick}>
            {‹count›} ⟦‹many›→{‹count› === 1 ? "‹one›" : "‹many›"}⟧
          </button>
        );
      ƒ}
      `,
      `
      ƒ label‹Many›(‹count›: number): string {
        if (‹count› === 0) return "no ‹many›";
        return ⟦´€{‹count›} ‹many›´→‹count› === 1 ? "1 ‹one›" : ´€{‹count›} ‹many›´⟧;
      ƒ}
      `,
      `
      const subject = "«News|Summary|Your week»";
      const text = ´You have €{‹count›} new ⟦‹many›→€{‹count› === 1 ? "‹one›" : "‹many›"}⟧.´;
      await mailer.send({ to: user.email, subject, text });
      `,
    ],
  }),
  sketched("large-numbers-end-in-plus", {
    seen: [
      "=the badge [gets too wide|explodes|overflows] with [big|large] numbers, {plus} [is enough|above {max}]",
      "=[1243|3000] breaks the [layout|header], should be {plus} above {max}",
      "=should [show|say] {plus} above {max}",
      "=more than {max} should be {plus}",
      "=[can we|could it] show {plus} instead of [huge numbers|the exact number above {max}]?",
      "=nobody needs to see the exact number above {max}, {plus} [will do|is enough]",
      "=above {max} just {plus}",
      "show {plus} [if|when] {count} is [more|bigger|higher] than {max}",
      "[cap|limit] the badge at {plus}",
      "=wish: {plus} like other apps",
    ],
    unseen: [
      "=my 2310 notifications don't fit in the circle, stop at {plus}",
      "={plus} for everything over {max}",
    ],
    rows: [
      [
        { max: "99", plus: "99+" },
        { max: "9", plus: "9+" },
        { max: "999", plus: "999+" },
        { max: "50", plus: "50+" },
        { max: "100", plus: "100+" },
        { max: "20", plus: "20+" },
      ],
    ],
    vars: { count: ["unread", "count", "pending", "notifications", "total", "unseen"] },
    code: [
      `
      ƒ «Bell|Inbox|Mail»Badge({ ‹count› }: { ‹count›: number }) {
        if (‹count› === 0) return null;
        return <span className="badge">{⟦‹count›→‹count› > ‹max› ? "‹plus›" : ‹count›⟧}</span>;
      ƒ}
      `,
      `
      <nav>
        <a href="/home">Home</a>
        <a href="/inbox" aria-label={´Inbox, €{‹count›} new´}>
          <InboxIcon />
          {‹count› > 0 && <Badge>{⟦‹count›→‹count› > ‹max› ? "‹plus›" : ‹count›⟧}</Badge>}
        </a>
      </nav>
      `,
      `
      ƒ badgeText(‹count›: number): string {
        if (‹count› <= 0) return "";
        ⟦→if (‹count› > ‹max›) return "‹plus›";⟧
        return String(‹count›);
      ƒ}
      `,
    ],
  }),
];
