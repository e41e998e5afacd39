import { sketched } from "./sketch.ts";

/** Flags, signs, factors and conditions that are the wrong way round, or lack a case. */
export const VALUE_LOGIC = [
  sketched("flag-the-other-way", {
    seen: [
      "[turn|switch] {to} {wordsKey}",
      "={wordsKey} should be {to}[| by default]",
      "={wordsKey} {to} [please|pls]",
      "=can we have {wordsKey} {to}?",
      "=why is {wordsKey} {from}?[| should be {to}]",
      "={wordsKey} is {from}, [we want it|it has to be|should be] {to}",
      "=we [want|need] {wordsKey} {to}",
      "=please {wordsKey} {to}, leave the other [options|settings]",
      "set {wordsKey} to {to}",
      "={key} has to be {to} [from now on|now]",
      "=i'd expect {wordsKey} to be {to}[| here]",
      "={wordsKey}: {to}[| please]",
    ],
    unseen: ["=somebody left {wordsKey} {from}, which is wrong", "=it was decided that {wordsKey} goes {to}"],
    rows: [
      [
        { from: "off", to: "on", old: "false", now: "true" },
        { from: "on", to: "off", old: "true", now: "false" },
      ],
      [
        { key: "strict", one: "minify", two: "watch" },
        { key: "autoplay", one: "loop", two: "muted" },
        { key: "analytics", one: "cookies", two: "banner" },
        { key: "compression", one: "etag", two: "cache" },
        { key: "sourcemaps", one: "splitting", two: "treeshake" },
        { key: "darkMode", one: "animations", two: "sounds" },
        { key: "notifications", one: "reminders", two: "digest" },
        { key: "spellcheck", one: "wordWrap", two: "minimap" },
        { key: "retries", one: "logging", two: "tracing" },
        { key: "stacked", one: "legend", two: "tooltips" },
        { key: "autosave", one: "history", two: "preview" },
      ],
    ],
    code: [
      `
      export const «config|options|settings» = {
        «name: "‹thing:kebab›",|version: 2,|»
        ‹one›: ‹old›,
        ‹key›: ⟦‹old›→‹now›⟧,
        ‹two›: «true|false»,
      };
      `,
      `
      ƒ create‹Thing›(«target: HTMLElement|name: string») {
        return new ‹Thing›(«{ kind: "main" }|document.body», {
          ‹two›: ‹old›,
          ‹key›: ⟦‹old›→‹now›⟧,
          ‹one›: «true|false»,
        });
      ƒ}
      `,
      `
      <‹Thing›«Player|View|Editor»
        ‹one›={‹old›}
        ‹two›={«true|false»}
        ‹key›={⟦‹old›→‹now›⟧}
        «onReady={handleReady}|title="‹Thing›"»
      />
      `,
      `
      class ‹Thing›State {
        ‹key› = ⟦‹old›→‹now›⟧;
        ‹one› = ‹old›;
        «‹two› = false;|count = 0;»

        toggle() {
          this.‹one› = !this.‹one›;
        }
      }
      `,
    ],
  }),
  sketched("shown-when-it-should-be-hidden", {
    seen: [
      "={wordsWhat} [shows|is shown|appears] when [it|the {wordsThing}] is not {adjective}, should be the other way round",
      "={wordsWhat} [should only show|must only appear|only] when [it|the {wordsThing}] is {adjective}",
      "=i see {wordsWhat} [exactly when i shouldn't|at the wrong time], only for {adjective} please",
      "=the check for {wordsWhat} is [backwards|the wrong way round|inverted]",
      "[show|display] {wordsWhat} when [it|the {wordsThing}] is {adjective}, not when it isn't",
      "=why can't i see {wordsWhat} when the {wordsThing} is {adjective}? condition is [backwards|reversed]",
      "={wordsWhat}: condition is [negated|reversed]",
      "=the `!` before {state} is wrong for {wordsWhat}",
      "={wordsWhat} is there for all but the {adjective} ones, we want the opposite",
    ],
    unseen: [
      "=exactly the {adjective} ones lack {wordsWhat}, the rest has it",
      "flip the condition of {wordsWhat}",
    ],
    rows: [
      [
        { what: "the badge", tag: "Badge", state: "isNew", adjective: "new", near: "Avatar" },
        { what: "the warning", tag: "Warning", state: "isExpired", adjective: "expired", near: "Summary" },
        { what: "the lock icon", tag: "LockIcon", state: "isLocked", adjective: "locked", near: "EditIcon" },
        { what: "the crown", tag: "Crown", state: "isPremium", adjective: "premium", near: "Initials" },
        { what: "the hint", tag: "Hint", state: "isEmpty", adjective: "empty", near: "Toolbar" },
        { what: "the banner", tag: "Banner", state: "isArchived", adjective: "archived", near: "Heading" },
        { what: "the spinner", tag: "Spinner", state: "isLoading", adjective: "loading", near: "Footer" },
        { what: "the check mark", tag: "CheckMark", state: "isDone", adjective: "done", near: "DueDate" },
        { what: "the discount", tag: "Discount", state: "isReduced", adjective: "reduced", near: "Price" },
        { what: "the map", tag: "Map", state: "isPublic", adjective: "public", near: "Gallery" },
      ],
      [{ other1: "isHidden" }, { other1: "isCompact" }, { other1: "isPrinted" }, { other1: "isPrivate" }],
    ],
    code: [
      `
      function ‹Thing›Card({ ‹thing› }: Props) {
        return (
          <article>
            <h3>{‹thing›.«name|title»}</h3>
            {!‹thing›.‹other1› && <‹near› />}
            {⟦!→⟧‹thing›.‹state› && <‹tag› />}
          </article>
        );
      }
      `,
      `
      <li className="‹thing:kebab›">
        {⟦!→⟧‹thing›.‹state› ? <‹tag› /> : null}
        {!‹thing›.‹other1› ? <‹near› ‹thing›={‹thing›} /> : null}
        «<span>{‹thing›.name}</span>|<Rest />»
      </li>
      `,
      `
      ƒ partsOf(‹thing›: ‹Thing›) {
        const parts«: Part[]|» = [];
        if (!‹thing›.‹other1›) parts.push(new ‹near›());
        if (⟦!→⟧‹thing›.‹state›) parts.push(new ‹tag›());
        ‹fill›
        return parts;
      ƒ}
      `,
    ],
  }),
  sketched("sign-the-wrong-way", {
    seen: [
      "={wordsDoing} [makes|turns] the {what} {wordsWrong} instead of {wordsRight}",
      "=the {what} gets {wordsWrong} [when|by] {wordsDoing}, should get {wordsRight}",
      "={wordsDoing} must make the {what} {wordsRight}, not {wordsWrong}",
      "=wrong sign [in|for] {wordsDoing}",
      "=plus and minus [are mixed up|are wrong] [in|for] {wordsDoing}",
      "=why is the {what} {wordsWrong} after {wordsDoing}?",
      "fix the sign [in|for] {wordsDoing}",
      "={wordsDoing} goes [in the wrong direction|the wrong way], the {what} has to be {wordsRight}",
      "={wordsDoing} [does|is doing] the opposite, the {what} [is|gets] {wordsWrong}",
    ],
    unseen: [
      "=after {wordsDoing} i have a {what} that is {wordsWrong}, i'd expect it to be {wordsRight}",
      "={wordsDoing} counts the wrong way",
    ],
    rows: [
      [
        {
          what: "balance",
          doing: "withdrawing",
          fn: "withdraw",
          anti: "deposit",
          plus: "+",
          minus: "-",
          wrong: "higher",
          right: "lower",
        },
        {
          what: "balance",
          doing: "depositing",
          fn: "deposit",
          anti: "withdraw",
          plus: "-",
          minus: "+",
          wrong: "smaller",
          right: "bigger",
        },
        {
          what: "stock",
          doing: "selling",
          fn: "sell",
          anti: "restock",
          plus: "+",
          minus: "-",
          wrong: "bigger",
          right: "smaller",
        },
        {
          what: "score",
          doing: "losing",
          fn: "lose",
          anti: "win",
          plus: "+",
          minus: "-",
          wrong: "higher",
          right: "lower",
        },
        {
          what: "volume",
          doing: "turning down",
          fn: "turnDown",
          anti: "turnUp",
          plus: "+",
          minus: "-",
          wrong: "higher",
          right: "lower",
        },
        {
          what: "zoom",
          doing: "zooming in",
          fn: "zoomIn",
          anti: "zoomOut",
          plus: "-",
          minus: "+",
          wrong: "smaller",
          right: "bigger",
        },
        {
          what: "credit",
          doing: "refunding",
          fn: "refund",
          anti: "charge",
          plus: "-",
          minus: "+",
          wrong: "lower",
          right: "higher",
        },
        {
          what: "health",
          doing: "healing",
          fn: "heal",
          anti: "hurt",
          plus: "-",
          minus: "+",
          wrong: "lower",
          right: "higher",
        },
        {
          what: "speed",
          doing: "braking",
          fn: "brake",
          anti: "accelerate",
          plus: "+",
          minus: "-",
          wrong: "higher",
          right: "lower",
        },
        {
          what: "likes",
          doing: "unliking",
          fn: "unlike",
          anti: "like",
          plus: "+",
          minus: "-",
          wrong: "higher",
          right: "lower",
        },
      ],
      [{ by: "amount" }, { by: "step" }, { by: "count" }, { by: "delta" }],
    ],
    code: [
      `
      class ‹Thing› {
        ‹what› = 0;

        ‹fn›(‹by›«: number|») {
          this.‹what› ⟦‹plus›→‹minus›⟧= ‹by›;
        }

        ‹anti›(‹by›: number) {
          this.‹what› ‹plus›= ‹by›;
        }
      }
      `,
      `
      ƒ reduce(state: State, action: Action): State {
        switch (action.type) {
          case "‹anti›":
            return { ...state, ‹what›: state.‹what› ‹plus› action.‹by› };
          case "‹fn›":
            return { ...state, ‹what›: state.‹what› ⟦‹plus›→‹minus›⟧ action.‹by› };
          default:
            return state;
        }
      ƒ}
      `,
      `
      const [‹what›, set‹what:Pascal›] = useState(«0|100|50»);

      const ‹fn› = (‹by› = 1) => set‹what:Pascal›((value) => value ⟦‹plus›→‹minus›⟧ ‹by›);
      const ‹anti› = (‹by› = 1) => set‹what:Pascal›((value) => value ‹plus› ‹by›);
      «const reset = () => set‹what:Pascal›(0);|»
      `,
    ],
  }),
  sketched("directions-mixed-up", {
    seen: [
      "={one} and {two} are [mixed up|swapped|the wrong way round]",
      "=[pressing |]{one} [does|gives] what {two} should [do|give][| and vice versa]",
      "[swap|switch|exchange] {one} and {two}",
      "={one} [does|acts|behaves] like {two} and the other way round",
      "={one} goes the wrong way and so does {two}",
      "=shouldn't {one} and {two} be [swapped|the other way round]?",
      "=i press {one} and get {two}",
      "={one}/{two} reversed",
      "=somebody [confused|mixed up] {one} and {two}",
      "=why does {one} do the opposite? {two} too",
    ],
    unseen: ["=what {two} does belongs to {one}, and the reverse", "turn {one} and {two} round"],
    rows: [
      [
        { one: "ArrowLeft", two: "ArrowRight", a: "-1", b: "1", x: "Home", y: "End" },
        { one: "ArrowUp", two: "ArrowDown", a: "-1", b: "1", x: "Enter", y: "Escape" },
        { one: "PageUp", two: "PageDown", a: "-10", b: "10", x: "Home", y: "End" },
        { one: "zoomIn", two: "zoomOut", a: "1.25", b: "0.8", x: "reset", y: "fit" },
        { one: "earn", two: "spend", a: "1", b: "-1", x: "keep", y: "lock" },
        { one: "north", two: "south", a: "-1", b: "1", x: "stay", y: "jump" },
        { one: "undo", two: "redo", a: "-1", b: "1", x: "save", y: "clear" },
        { one: "faster", two: "slower", a: "2", b: "0.5", x: "pause", y: "stop" },
        { one: "asc", two: "desc", a: "1", b: "-1", x: "none", y: "random" },
      ],
    ],
    code: [
      `
      const STEPS: Record<string, number> = {
        «‹x›: 0,|»
        ‹one›: ⟦‹b›→‹a›⟧,
        ‹two›: ⟦‹a›→‹b›⟧,
        «‹y›: 99,|»
      };
      `,
      `
      ƒ stepFor(name: string) {
        switch (name) {
          case "‹one›":
            return ⟦‹b›→‹a›⟧;
          case "‹two›":
            return ⟦‹a›→‹b›⟧;
          case "‹x›":
            return «0|5»;
          default:
            return undefined;
        }
      ƒ}
      `,
      `
      ƒ on«Key|Action|Input»(name: string) {
        if (name === "‹x›") return start();
        if (name === "‹one›") move(⟦‹b›→‹a›⟧);
        «else if|if» (name === "‹two›") move(⟦‹a›→‹b›⟧);
        ‹fill›
      ƒ}
      `,
    ],
  }),
  sketched("factor-is-wrong", {
    seen: [
      "=[a|an|one] {wordsBig} has {to} {wordsSmalls}, not {from}",
      "=there are {to} {wordsSmalls} in [a|an|one] {wordsBig}",
      "={wordsBig} to {wordsSmalls} is [wrong|off], [it's|should be] {to}",
      "=the {wordsSmalls} are [wrong|off], [should be {to}|it's {to}] per {wordsBig}",
      "=factor for {wordsSmalls} should be {to}",
      "=wrong number of {wordsSmalls} [in|per] [a|one] {wordsBig}",
      "fix the factor from {wordsBig} to {wordsSmalls}",
      "=why {from}? [a|one] {wordsBig} is {to} {wordsSmalls}",
      "=i enter one {wordsBig} and get {from} {wordsSmalls}",
      "=the {wordsSmalls} come out wrong, should be times {to}",
    ],
    unseen: [
      "=typing in a single {wordsBig} yields {from} {wordsSmalls} but ought to yield {to}",
      "calculate with {to} {wordsSmalls} to the {wordsBig}",
    ],
    rows: [
      [
        {
          big: "hour",
          bigs: "hours",
          smalls: "minutes",
          from: "24",
          to: "60",
          next: "day",
          nexts: "days",
          parts: "hours",
          fac: "24",
        },
        {
          big: "minute",
          bigs: "minutes",
          smalls: "seconds",
          from: "100",
          to: "60",
          next: "week",
          nexts: "weeks",
          parts: "days",
          fac: "7",
        },
        {
          big: "kilometer",
          bigs: "kilometers",
          smalls: "meters",
          from: "100",
          to: "1000",
          next: "meter",
          nexts: "meters",
          parts: "centimeters",
          fac: "100",
        },
        {
          big: "foot",
          bigs: "feet",
          smalls: "inches",
          from: "10",
          to: "12",
          next: "yard",
          nexts: "yards",
          parts: "feet",
          fac: "3",
        },
        {
          big: "day",
          bigs: "days",
          smalls: "hours",
          from: "12",
          to: "24",
          next: "week",
          nexts: "weeks",
          parts: "days",
          fac: "7",
        },
        {
          big: "week",
          bigs: "weeks",
          smalls: "days",
          from: "5",
          to: "7",
          next: "month",
          nexts: "months",
          parts: "weeks",
          fac: "4",
        },
        {
          big: "pound",
          bigs: "pounds",
          smalls: "ounces",
          from: "12",
          to: "16",
          next: "stone",
          nexts: "stones",
          parts: "pounds",
          fac: "14",
        },
        {
          big: "dozen",
          bigs: "dozens",
          smalls: "pieces",
          from: "10",
          to: "12",
          next: "gross",
          nexts: "grosses",
          parts: "dozens",
          fac: "12",
        },
        {
          big: "euro",
          bigs: "euros",
          smalls: "cents",
          from: "10",
          to: "100",
          next: "pound",
          nexts: "pounds",
          parts: "pence",
          fac: "100",
        },
        {
          big: "year",
          bigs: "years",
          smalls: "months",
          from: "10",
          to: "12",
          next: "month",
          nexts: "months",
          parts: "days",
          fac: "30",
        },
      ],
    ],
    code: [
      `
      ƒ ‹bigs›To‹smalls:Pascal›(‹bigs›: number) {
        return ‹bigs› * ⟦‹from›→‹to›⟧;
      ƒ}

      ƒ ‹nexts›To‹parts:Pascal›(‹nexts›: number) {
        return ‹nexts› * ‹fac›;
      ƒ}
      `,
      `
      export const UNITS = {
        ‹next›: { unit: "‹parts›", factor: ‹fac› },
        ‹big›: { unit: "‹smalls›", factor: ⟦‹from›→‹to›⟧ },
        «none: { unit: "", factor: 1 },|»
      };
      `,
      `
      const ‹smalls:CONST›_PER_‹big:CONST› = ⟦‹from›→‹to›⟧;
      const ‹parts:CONST›_PER_‹next:CONST› = ‹fac›;

      ƒ convert(count: number, unit: string) {
        if (unit === "‹big›") return count * ‹smalls:CONST›_PER_‹big:CONST›;
        return count * ‹parts:CONST›_PER_‹next:CONST›;
      ƒ}
      `,
    ],
  }),
  sketched("those-people-too", {
    seen: [
      "={wordsAlso}s too[| please| should be able to]",
      "={wordsAlso}s [may|can|should be able to] [do this|do that|{act}] [too|as well]",
      "=not only {wordsWho}s but also {wordsAlso}s [may|should] {act}",
      "allow it for {wordsAlso}s [too|as well]",
      "let {wordsAlso}s {act} [too|as well]",
      "={wordsAlso}s [are refused|get refused|are turned away], they should be treated like {wordsWho}s",
      "=why can't {wordsAlso}s {act}?",
      "=same [thing|goes] for {wordsAlso}s",
      "={wordsAlso}s should have the same right as {wordsWho}s",
      "=can {wordsAlso}s {act} as well?",
      "=what about {wordsAlso}s? they [have|need] to {act} too",
    ],
    unseen: [
      "=so far only {wordsWho}s get through here, {wordsAlso}s have to as well",
      "treat {wordsAlso}s the way {wordsWho}s are treated",
    ],
    rows: [
      [
        { who: "admin", also: "owner" },
        { who: "owner", also: "admin" },
        { who: "teacher", also: "tutor" },
        { who: "manager", also: "director" },
        { who: "moderator", also: "admin" },
        { who: "driver", also: "dispatcher" },
        { who: "author", also: "editor" },
        { who: "doctor", also: "nurse" },
        { who: "seller", also: "agent" },
      ],
      [
        { act: "delete", one: "guest" },
        { act: "export", one: "visitor" },
        { act: "invite", one: "bot" },
        { act: "approve", one: "tester" },
        { act: "cancel", one: "robot" },
        { act: "archive", one: "stranger" },
      ],
    ],
    code: [
      `
      ƒ can‹act:Pascal›(user: User, ‹thing›: ‹Thing›) {
        if (user.role === "‹one›") return false;
        return user.role === "‹who›"⟦→ || user.role === "‹also›"⟧;
      ƒ}
      `,
      `
      ƒ async ‹act›‹Thing›(user: User, id: string) {
        if (user.role !== "‹who›"⟦→ && user.role !== "‹also›"⟧) {
          throw new «ForbiddenError|HttpError|Error»("«not allowed|no»");
        }
        ‹fill›
        «await db.‹things›.touch(id);|await ‹things›.«mark|update»(id);»
      ƒ}
      `,
      `
      function ‹Thing›Actions({ user, ‹thing› }: Props) {
        const may‹act:Pascal› = user.role === "‹who›"⟦→ || user.role === "‹also›"⟧;
        const mayComment = user.role !== "‹one›";

        return (
          <menu>
            {mayComment && <CommentButton ‹thing›={‹thing›} />}
            {may‹act:Pascal› && <‹act:Pascal›Button ‹thing›={‹thing›} />}
          </menu>
        );
      }
      `,
    ],
  }),
  sketched("treated-alike-in-the-switch", {
    seen: [
      "={also} should be treated like {like}",
      "={also} [is|means] the same as {like}",
      "[treat|handle] {also} like {like}",
      "={also} [ends up as unknown|is not handled], should be the same as {like}",
      "={also} too, same as {like}",
      "=can {also} [go|be handled] [with|like] {like}?",
      "={also} isn't [known|recognised|handled][ yet|], it's [the same as|just like] {like}",
      "=what about {also}? [same as|like] {like}",
      "=for {also} [do|it should do] what [it does|we do] for {like}",
      "=we [also |]get {also} [now|sometimes], [nothing else than|same thing as] {like}",
    ],
    unseen: [
      "=there is no difference between {also} and {like} for us",
      "=whatever {like} leads to, {also} must lead to as well",
    ],
    rows: [
      [
        { also: "webp", like: "png", res: "image", x: "mp4", xr: "video", y: "txt", yr: "text" },
        { also: "jpeg", like: "jpg", res: "photo", x: "svg", xr: "drawing", y: "pdf", yr: "document" },
        { also: "yml", like: "yaml", res: "config", x: "md", xr: "text", y: "ts", yr: "code" },
        {
          also: "cancelled",
          like: "canceled",
          res: "stopped",
          x: "paid",
          xr: "done",
          y: "open",
          yr: "waiting",
        },
        {
          also: "refunded",
          like: "returned",
          res: "closed",
          x: "sent",
          xr: "moving",
          y: "new",
          yr: "waiting",
        },
        {
          also: "sunday",
          like: "saturday",
          res: "closed",
          x: "friday",
          xr: "short",
          y: "monday",
          yr: "normal",
        },
        { also: "y", like: "yes", res: "accepted", x: "no", xr: "refused", y: "maybe", yr: "pending" },
        { also: "trial", like: "free", res: "limited", x: "pro", xr: "full", y: "team", yr: "shared" },
        { also: "deno", like: "node", res: "server", x: "chrome", xr: "browser", y: "ios", yr: "phone" },
        {
          also: "queued",
          like: "pending",
          res: "waiting",
          x: "running",
          xr: "busy",
          y: "failed",
          yr: "broken",
        },
      ],
    ],
    code: [
      `
      ƒ ‹thing›Kind(value: string) {
        switch (value) {
          case "‹x›":
            return "‹xr›";
          case "‹like›":
          ⟦→case "‹also›":⟧
            return "‹res›";
          case "‹y›":
            return "‹yr›";
          default:
            return «"unknown"|undefined|null»;
        }
      ƒ}
      `,
      `
      const KINDS: Record<string, string> = {
        ‹like›: "‹res›",
        ⟦→‹also›: "‹res›",⟧
        ‹x›: "‹xr›",
        «‹y›: "‹yr›",|»
      };

      export const kindOf = (value: string) => KINDS[value] ?? "unknown";
      `,
      `
      ƒ describe(‹thing›: ‹Thing›) {
        if (‹thing›.type === "‹x›") return "‹xr›";
        if (‹thing›.type === "‹like›"⟦→ || ‹thing›.type === "‹also›"⟧) return "‹res›";
        «if (‹thing›.type === "‹y›") return "‹yr›";|»
        return "«unknown|other»";
      ƒ}
      `,
    ],
  }),
  sketched("one-more-character-allowed", {
    seen: [
      "allow {wordsChars} in {wordsWhat}",
      "={wordsChars} should be [allowed|ok|possible] [too|as well] in {wordsWhat}",
      "={wordsWhat} with {wordsChars} [are|get] [refused|rejected]",
      "=why can't {wordsWhat} have {wordsChars}?",
      "=can {wordsWhat} have {wordsChars} too?",
      "={wordsWhat} may [contain|have] {wordsChars} [too|as well]",
      "={wordsChars} too please in {wordsWhat}",
      "accept {wordsChars} in {wordsWhat}",
      "=a user with {wordsChars} in [it|the name] can't get past this, fix it for {wordsWhat}",
      "={wordsWhat}: {wordsChars} as well",
    ],
    unseen: [
      "=our {wordsWhat} contain {wordsChars}, the pattern doesn't know them",
      "don't refuse {wordsWhat} for their {wordsChars}",
    ],
    rows: [
      [
        { chars: "underscores", now: "_" },
        { chars: "dots", now: "." },
        { chars: "spaces", now: " " },
        { chars: "umlauts", now: "äöü" },
        { chars: "slashes", now: "\\/" },
        { chars: "apostrophes", now: "'" },
        { chars: "plus signs", now: "+" },
        { chars: "at signs", now: "@" },
        { chars: "colons", now: ":" },
      ],
      [
        { what: "user names", one: "userName", near: "zip" },
        { what: "slugs", one: "slug", near: "code" },
        { what: "tags", one: "tag", near: "color" },
        { what: "file names", one: "fileName", near: "suffix" },
        { what: "branch names", one: "branch", near: "version" },
        { what: "keys", one: "key", near: "count" },
        { what: "channel names", one: "channel", near: "pin" },
      ],
    ],
    code: [
      `
      const ‹near:CONST›_PATTERN = /^[0-9a-f]+$/;
      const ‹one:CONST›_PATTERN = /^[a-z0-9⟦→‹now›⟧]+$/;

      ƒ is«Valid|Good»(value: string) {
        return ‹one:CONST›_PATTERN.test(value);
      ƒ}
      `,
      `
      ƒ check(values: Values) {
        if (!/^[a-z]+$/.test(values.‹near›)) return "‹near› is «invalid|wrong»";
        if (!/^[«a-z|a-zA-Z|a-z0-9»⟦→‹now›⟧]+$/.test(values.‹one›)) return "‹one› is «invalid|wrong»";
        return «undefined|null|""»;
      ƒ}
      `,
      `
      export const schema = z.object({
        ‹near›: z.string().regex(/^[0-9]+$/),
        ‹one›: z.string().regex(/^[«a-z|a-zA-Z|a-z0-9»⟦→‹now›⟧]{2,}$/«, "not allowed"|»),
      });
      `,
    ],
  }),
  // The line that is moved is named, and the one it goes before.
  sketched("line-goes-first", {
    seen: [
      "={wordsFirst} [must|should|has to] [come|happen|be done] before {wordsSecond}",
      "=first {wordsFirst}, then {wordsSecond}",
      "=it [does|calls] {wordsSecond} before {wordsFirst}, [should be the other way round|wrong order]",
      "[move|put] {first} before {second}",
      "[call|do] {first} before {second}",
      "={second} runs too early, {first} [goes|comes] first",
      "=why {wordsSecond} before {wordsFirst}? [other way round|swap them] please",
      "swap {first} and {second}",
      "={first} is too late, it has to be before {second}",
      "=the order of {first} and {second} is wrong",
      "=can we {wordsFirst} before we {wordsSecond}?",
    ],
    unseen: [
      "=by the time {first} is called {second} has already run, which is bad",
      "don't {wordsSecond} until {first} has been called",
    ],
    rows: [
      [
        { first: "validate", second: "save", x: "notify" },
        { first: "loadConfig", second: "connect", x: "listen" },
        { first: "clearErrors", second: "submit", x: "close" },
        { first: "flush", second: "disconnect", x: "exit" },
        { first: "authorize", second: "remove", x: "redirect" },
        { first: "backup", second: "migrate", x: "report" },
        { first: "lock", second: "write", x: "unlock" },
        { first: "normalize", second: "compare", x: "print" },
        { first: "saveDraft", second: "navigate", x: "track" },
        { first: "resize", second: "draw", x: "show" },
        { first: "stopTimer", second: "reset", x: "render" },
      ],
    ],
    code: [
      `
      ƒ async handle‹Thing›(‹thing›: ‹Thing›) {
        ‹fill›
        ⟦await ‹second›(‹thing›);
        await ‹first›(‹thing›);→await ‹first›(‹thing›);
        await ‹second›(‹thing›);⟧
        «await ‹x›(‹thing›);|‹x›();»
      ƒ}
      `,
      `
      class ‹Thing›«Flow|Screen|Task» {
        run() {
          «this.isRunning = true;|this.count++;|»
          ⟦this.‹second›();
          this.‹first›();→this.‹first›();
          this.‹second›();⟧
          this.‹x›();
        }
      }
      `,
      `
      const on«Click|Done|Change» = () => {
        ⟦‹second›(‹thing›);
        ‹first›();→‹first›();
        ‹second›(‹thing›);⟧
        «‹x›();|if (isOpen) ‹x›();»
      };
      `,
    ],
  }),
  sketched("same-name-in-two-places", {
    seen: [
      "={old} should be {now} [here|everywhere]",
      "=the key is [now |]{now}[|, not {old}]",
      "use {now} as [the |]key[|, in both places| instead of {old}]",
      "[rename|change] the key {old} to {now}",
      "={old} [clashes|collides] with another app, [take|use] {now}",
      "=key {old} -> {now}",
      "=can the key be {now}?",
      "=we need another key than {old}: {now}",
      "=it has to be stored [as|under] {now}, and read from there",
      "={now} instead of {old}, reading and writing",
    ],
    unseen: ["=the other team writes {now} and we still look for {old}", "=both ends must talk about {now}"],
    rows: [
      [
        { old: "theme", now: "app-theme", what: "theme" },
        { old: "token", now: "access-token", what: "token" },
        { old: "cart", now: "shop.cart", what: "cart" },
        { old: "lang", now: "locale", what: "language" },
        { old: "draft", now: "draft-v2", what: "draft" },
        { old: "sid", now: "session_id", what: "session" },
        { old: "user", now: "current-user", what: "user" },
        { old: "filters", now: "list-filters", what: "filters" },
        { old: "seen", now: "tour-seen", what: "tour" },
      ],
    ],
    code: [
      `
      ƒ load‹what:Pascal›() {
        return localStorage.getItem("⟦‹old›→‹now›⟧") ?? "«none|default|»";
      ƒ}

      ƒ save‹what:Pascal›(value: string) {
        localStorage.setItem("⟦‹old›→‹now›⟧", value);
        «localStorage.setItem("‹old›-date", String(Date.now()));|track("saved");|»
      ƒ}
      `,
      `
      class ‹what:Pascal›Store {
        constructor(private readonly storage: Storage) {}

        read() {
          return this.storage.get("⟦‹old›→‹now›⟧");
        }

        write(value: string) {
          this.storage.set("⟦‹old›→‹now›⟧", value);
        }

        forget() {
          this.storage.remove("other");
        }
      }
      `,
      `
      ƒ ‹what›Cookie(req: Request, res: Response) {
        const value = req.cookies["⟦‹old›→‹now›⟧"] ?? createValue();
        ‹fill›
        res.cookie("⟦‹old›→‹now›⟧", value, { httpOnly: true });
        return value;
      ƒ}
      `,
    ],
  }),
];
