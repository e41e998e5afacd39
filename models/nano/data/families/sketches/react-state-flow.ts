import { HOOK_LINES } from "./react-names.ts";
import { sketched } from "./sketch.ts";

/** When state is set, to what, and what should not be state at all. */
export const REACT_STATE_FLOW = [
  sketched("flag-off-after-delay", {
    seen: [
      "set {flag} back to false after {wordsTime}",
      "[reset|clear] {flag} after {wordsTime}",
      "=it says {wordsFlag} forever, should go away after {wordsTime}",
      "=the {wordsFlag} [message|hint|mark] [never goes away|stays forever], {wordsTime} is enough",
      "=the {wordsFlag} [state|feedback] should only last {wordsTime}",
      "=should [only be|be] {wordsFlag} for {wordsTime}, then back to normal",
      "=can {flag} go back to false by itself, after {wordsTime}?",
      "show it for {wordsTime} [only|and then hide it]",
      "turn {flag} off again [after|in] {wordsTime}",
      "=after {wordsTime} it should look normal again",
      "=how about only {wordsTime} of {wordsFlag}?",
      "={flag} back to false after {wordsTime} pls",
      "=it would be nice if the {wordsFlag} [feedback|note] disappeared after {wordsTime}",
      "=after {wordsTime} {flag} [should|can] be false [again|once more]",
      "[hide|remove] it [again|] after {wordsTime}",
      "={flag} [stays|is] true forever, {wordsTime} [would be|is] enough",
      "=[could|can] it [disappear|vanish|go away] after {wordsTime}?",
      "[only|just] {wordsTime} of {wordsFlag}",
    ],
    unseen: ["=I'd like the {wordsFlag} thing gone {wordsTime} later", "let {flag} be true for {wordsTime}"],
    rows: [
      [
        { flag: "copied", action: "navigator.clipboard.writeText(text);", verb: "copy" },
        { flag: "saved", action: "onSave(draft);", verb: "save" },
        { flag: "added", action: "addToCart(product.id);", verb: "add" },
        { flag: "shared", action: "navigator.share(link);", verb: "share" },
        { flag: "justSaved", action: "save(settings);", verb: "save" },
        { flag: "sent", action: "socket.send(message);", verb: "send" },
        { flag: "highlighted", action: "scrollTo(row);", verb: "jump" },
        { flag: "shaking", action: "play(buzzer);", verb: "reject" },
        { flag: "flashing", action: "beep();", verb: "warn" },
        { flag: "liked", action: "like(post.id);", verb: "like" },
        { flag: "blinking", action: "bell.current?.play();", verb: "ring" },
        { flag: "recentlyUpdated", action: "applyUpdate(patch);", verb: "update" },
      ],
      [
        { wordsTime: "2 sec", ms: "2000" },
        { wordsTime: "2 seconds", ms: "2000" },
        { wordsTime: "3 seconds", ms: "3000" },
        { wordsTime: "5s", ms: "5000" },
        { wordsTime: "a second", ms: "1000" },
        { wordsTime: "1.5 seconds", ms: "1500" },
        { wordsTime: "500 ms", ms: "500" },
        { wordsTime: "800ms", ms: "800" },
        { wordsTime: "4 sec", ms: "4000" },
        { wordsTime: "ten seconds", ms: "10000" },
        { wordsTime: "half a second", ms: "500" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      const handle‹Verb› = () => {
        ‹action›
        set‹Flag›(true);
        ⟦→setTimeout(() => set‹Flag›(false), ‹ms›);⟧
      };
      `,
      `
      export function ‹Verb›Button({ label, ...props }: ‹Verb›ButtonProps) {
        const [‹flag›, set‹Flag›] = useState(false);
        ‹line›

        async function ‹verb›() {
          await perform(props);
          set‹Flag›(true);
          ⟦→setTimeout(() => set‹Flag›(false), ‹ms›);⟧
        }

        return (
          <button onClick={‹verb›} className={‹flag› ? "active" : ""}>
            {label}
          </button>
        );
      }
      `,
      `
      ƒ use‹Verb›() {
        const [‹flag›, set‹Flag›] = useState(false);
        const [error, setError] = useState<string | null>(null);

        const ‹verb› = useCallback(async (id: string) => {
          try {
            await api.‹verb›(id);
            set‹Flag›(true);
            ⟦→setTimeout(() => set‹Flag›(false), ‹ms›);⟧
          } catch {
            setError("«Something went wrong|Failed|Please try again»");
          }
        }, []);

        return { ‹flag›, error, ‹verb› };
      ƒ}
      `,
      `
      class ‹Verb›Panel extends React.Component<Props, State> {
        state = { ‹flag›: false«, count: 0|, open: true» };

        ‹verb› = () => {
          «this.props.onAction("‹verb›");|this.track();»
          this.setState({ ‹flag›: true });
          ⟦→setTimeout(() => this.setState({ ‹flag›: false }), ‹ms›);⟧
        };
      }
      `,
    ],
  }),

  // Without a catch: whoever calls may want the error.
  sketched("loading-off-in-finally", {
    seen: [
      "=the spinner never goes away when the request fails",
      "=[the screen hangs|hangs|it gets stuck] when {call} [fails|throws]",
      "=after an error {flag} stays true",
      "=the spinner [spins|keeps spinning] forever [on errors|if the server is down]",
      "use finally for {setter}(false)",
      "[reset|clear] {flag} in a finally",
      "=needs a finally",
      "=if {call} throws, {setter}(false) is never [called|reached]",
      "=why is {flag} still true after a 500?",
      "=the screen is [dead|frozen] after a failed request, {flag} is never reset",
      "[make sure|ensure] {flag} is reset [even|also] when {call} [fails|throws]",
      "=could {flag} be set back in a finally?",
      "=offline the loader [never stops|doesn't stop]",
      "={flag} should be false again afterwards, error or not",
      "=[expected|should be]: {flag} false after an error. [actual|is]: true forever",
    ],
    unseen: ["=when the backend is down, it looks busy until I reload", "=try/finally around the request"],
    rows: [
      [
        { flag: "loading", setter: "setLoading" },
        { flag: "isLoading", setter: "setIsLoading" },
        { flag: "busy", setter: "setBusy" },
        { flag: "pending", setter: "setPending" },
        { flag: "isFetching", setter: "setIsFetching" },
        { flag: "isSaving", setter: "setIsSaving" },
        { flag: "refreshing", setter: "setRefreshing" },
        { flag: "submitting", setter: "setSubmitting" },
      ],
      [
        { call: "api.list‹Things›", args: "", result: "‹things›" },
        { call: "fetch‹Things›", args: "‹other›Id", result: "‹things›" },
        { call: "client.get‹Thing›", args: "‹thing›Id", result: "‹thing›" },
        { call: "load‹Thing›", args: "‹thing›Id", result: "‹thing›" },
        { call: "‹things›Api.search", args: "query", result: "‹things›" },
        { call: "query‹Things›", args: "filter", result: "‹things›" },
      ],
    ],
    vars: {
      line: HOOK_LINES,
      name: ["refresh", "load", "reload", "handleClick", "update", "fetchData", "run"],
    },
    code: [
      `
      const ‹name› = async () => {
        ‹setter›(true);
        ⟦const ‹result› = await ‹call›(‹args›);
        set‹Result›(‹result›);
        ‹setter›(false);→try {
          const ‹result› = await ‹call›(‹args›);
          set‹Result›(‹result›);
        } finally {
          ‹setter›(false);
        }⟧
      };
      `,
      `
      ƒ use‹Things›(‹args›) {
        const [‹result›, set‹Result›] = useState<‹Result›>();
        const [‹flag›, ‹setter›] = useState(false);
        ‹line›

        const ‹name› = useCallback(async () => {
          ‹setter›(true);
          ⟦set‹Result›(await ‹call›(‹args›));
          ‹setter›(false);→try {
            set‹Result›(await ‹call›(‹args›));
          } finally {
            ‹setter›(false);
          }⟧
        }, [‹args›]);

        return { ‹result›, ‹flag›, ‹name› };
      ƒ}
      `,
      `
      async function on‹Name›(event: React.MouseEvent) {
        event.preventDefault();
        «setError(null);|track("‹thing:kebab›");|»
        ‹setter›(true);
        ⟦const ‹result› = await ‹call›(‹args›);
        onLoaded(‹result›);
        ‹setter›(false);→try {
          const ‹result› = await ‹call›(‹args›);
          onLoaded(‹result›);
        } finally {
          ‹setter›(false);
        }⟧
      }
      `,
      `
      class ‹Thing›Store {
        ‹flag› = false;
        ‹result›?: ‹Result›;

        async ‹name›(‹args›) {
          this.‹setter›(true);
          ⟦this.‹result› = await ‹call›(‹args›);
          this.‹setter›(false);→try {
            this.‹result› = await ‹call›(‹args›);
          } finally {
            this.‹setter›(false);
          }⟧
        }

        private ‹setter›(‹flag›: boolean) {
          this.‹flag› = ‹flag›;
        }
      }
      `,
    ],
  }),

  sketched("error-cleared-before-retry", {
    seen: [
      "=the old error [is still there|stays] when [I try again|it's retried]",
      "=the error [message|] [stays|is still there], even after [it works|a second try]",
      "clear the error [first|before trying again|at the start]",
      "=should [clear|reset] {error} [before|when] starting again",
      "[reset|clear] {error} before the request",
      "set {error} to null [first|at the beginning|when it starts]",
      "=the [red box|error box] [stays|is still shown] while it [retries|tries again]",
      "=why do I still see the error [after|during] the next [try|attempt]?",
      "=can {error} be [emptied|reset|cleared] on every [try|attempt]?",
      "=second try works but the error is still [shown|on the screen]",
      "=error from last time [hangs around|stays]",
      "=users think it failed again, because the old error is still there",
    ],
    unseen: [
      "=it worked the second time, yet the first failure is still displayed",
      "forget the last {error} on a new try",
    ],
    vars: {
      error: [
        "error",
        "error",
        "submitError",
        "loginError",
        "loadError",
        "saveError",
        "serverError",
        "failure",
        "problem",
      ],
      busy: [
        "setLoading(true);",
        "setBusy(true);",
        "setSubmitting(true);",
        "setPending(true);",
        'setStatus("running");',
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      const handleSubmit = async (event: React.FormEvent) => {
        event.preventDefault();
        «‹busy›|»
        ⟦→set‹Error›(null);⟧
        try {
          await «api.save‹Thing›|save‹Thing›|onSubmit»(‹thing›);
        } catch (err) {
          set‹Error›(«err as Error|(err as Error).message|String(err)»);
        }
      };
      `,
      `
      ƒ use‹Thing›(id: string) {
        const [‹thing›, set‹Thing›] = useState<‹Thing› | null>(null);
        const [‹error›, set‹Error›] = useState<Error | null>(null);
        ‹line›

        const load = useCallback(() => {
          ‹busy›
          ⟦→set‹Error›(null);⟧
          api
            .get‹Thing›(id)
            .then(set‹Thing›)
            .catch(set‹Error›);
        }, [id]);

        return { ‹thing›, ‹error›, load };
      ƒ}
      `,
      `
      function ‹thing›Reducer(state: ‹Thing›State, action: ‹Thing›Action): ‹Thing›State {
        switch (action.type) {
          case "started":
            return { ...state, busy: true⟦→, ‹error›: null⟧ };
          case "succeeded":
            return { ...state, busy: false, ‹thing›: action.‹thing› };
          case "failed":
            return { ...state, busy: false, ‹error›: action.‹error› };
        }
      }
      `,
      `
      class ‹Thing›Loader extends React.Component<Props, State> {
        state: State = { ‹thing›: null, ‹error›: null };

        «load|retry|reload» = async () => {
          ⟦→this.setState({ ‹error›: null });⟧
          try {
            this.setState({ ‹thing›: await fetch‹Thing›(this.props.id) });
          } catch (error) {
            this.setState({ ‹error›: error as Error });
          }
        };
      }
      `,
    ],
  }),

  sketched("back-to-first-page", {
    seen: [
      "=I'm on page 5, [change|I change] the {wordsFilter} and see [an empty page|nothing]",
      "go back to page 1 when the {wordsFilter} changes",
      "=should [start|begin] at page 1 again when the {wordsFilter} changes",
      "[also reset|reset] the page[ to 1|] when {filter} changes",
      "=changing the {wordsFilter} should [reset|go back to] the first page",
      "=the page is kept when the {wordsFilter} changes, it should be 1[ again|]",
      "=why do I land on an empty page after changing the {wordsFilter}?",
      "reset page to 1 [here|in there|too]",
      "=the new {wordsFilter} has fewer pages, so we show nothing. back to 1",
      "=could the page be 1 again after a new {wordsFilter}?",
      "=qa: on the last page, pick another {wordsFilter}: no results",
      "=after picking another {wordsFilter}, paging should start over at 1",
      "=[pick|choose] another {wordsFilter} on page 3 and [the list is empty|you see nothing]",
      "=[should|must] not stay on [page 7|the old page] when the {wordsFilter} changes[, back to 1|, page 1 please]",
      "=[could|can] a new {wordsFilter} take me [back to|to] page 1?",
      "[set|put] the page [back|] to 1 [there|for a new {wordsFilter}]",
      "=a change of {filter} [keeps|leaves] the page number[, should be 1|]",
    ],
    unseen: [
      "=with a new {wordsFilter} one wants to see the first results",
      "=page 1 on a new {wordsFilter}, please",
    ],
    vars: {
      filter: [
        "filter",
        "query",
        "category",
        "sort",
        "status",
        "pageSize",
        "owner",
        "tag",
        "period",
        "search",
        "region",
        "tab",
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      const handle‹Filter›Change = (‹filter›: ‹Filter›) => {
        set‹Filter›(‹filter›);
        ⟦→setPage(1);⟧
        «track("‹thing:kebab›-‹filter:kebab›");|setSelected(null);|»
      };

      const handlePageChange = (page: number) => {
        setPage(page);
        «window.scrollTo(0, 0);|»
      };
      `,
      `
      export function ‹Thing›Browser({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const [page, setPage] = useState(1);
        const [‹filter›, set‹Filter›] = useState<string>("");
        ‹line›

        return (
          <>
            <Select
              value={‹filter›}
              onChange={(value) => {
                set‹Filter›(value);
                ⟦→setPage(1);⟧
              }}
            />
            <‹Thing›Table rows={paged(‹things›, page)} ‹filter›={‹filter›} />
            <Pager page={page} onChange={setPage} />
          </>
        );
      }
      `,
      `
      «export »function listReducer(state: ListState, action: ListAction): ListState {
        switch (action.type) {
          case "page":
            return { ...state, page: action.page };
          case "‹filter›":
            return { ...state, ‹filter›: action.‹filter›⟦→, page: 1⟧ };
          «case "density":
            return { ...state, density: action.density };
          |»default:
            return state;
        }
      }
      `,
      `
      ƒ use‹Thing›Query() {
        const [params, setParams] = useSearchParams();

        const setPage = (page: number) => {
          params.set("page", String(page));
          setParams(params);
        };

        const set‹Filter› = (‹filter›: string) => {
          params.set("‹filter›", ‹filter›);
          ⟦→params.set("page", "1");⟧
          setParams(params);
        };

        return { setPage, set‹Filter› };
      ƒ}
      `,
    ],
  }),

  // In the way that the neighbour does it.
  sketched("toggle-not-only-on", {
    seen: [
      "=[can|I can] [open|get] the {wordsWhat} but not [close it|get out] again",
      "=the second click should [switch it off|undo it]",
      "make it toggle {flag}",
      "toggle {flag} instead of [always setting it to true|just turning it on]",
      "=clicking again [does nothing|has no effect], should set {flag} back",
      "=should be a toggle",
      "=it only ever sets {flag} to true",
      "=why can't I switch the {wordsWhat} off again?",
      "=how do I get rid of the {wordsWhat} again? should be the same button",
      "=can the same [click|button] turn {flag} off[ again|]?",
      "=a second click on it should [bring back|restore] the old state",
      "=toggle pls",
      "=with the {wordsWhat} on, there's no way back",
      "=it'd be nice if clicking again would reverse {flag}",
      "=[expected|should be]: second click turns the {wordsWhat} off. [actual|is]: [nothing|stays on]",
      "=[click|press] again and nothing [changes|happens], {flag} [should|could] flip",
      "[flip|switch|toggle] {flag} [on each click|each time]",
    ],
    unseen: ["=there is a way in, but no way out", "invert {flag} on click"],
    rows: [
      [
        { flag: "showFilters", wordsWhat: "filters", second: "showColumns" },
        { flag: "menuOpen", wordsWhat: "menu", second: "searchOpen" },
        { flag: "expanded", wordsWhat: "expanded view", second: "pinned" },
        { flag: "isFullscreen", wordsWhat: "fullscreen mode", second: "isMuted" },
        { flag: "showDetails", wordsWhat: "details", second: "showHistory" },
        { flag: "darkMode", wordsWhat: "dark mode", second: "compact" },
        { flag: "sidebarOpen", wordsWhat: "sidebar", second: "legendOpen" },
        { flag: "isEditing", wordsWhat: "edit mode", second: "isWide" },
        { flag: "showPassword", wordsWhat: "plain password", second: "remember" },
        { flag: "collapsed", wordsWhat: "collapsed view", second: "locked" },
        { flag: "showArchived", wordsWhat: "archived ones", second: "showDrafts" },
        { flag: "previewing", wordsWhat: "preview", second: "wrapping" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      const toggle‹Second› = () => set‹Second›(!‹second›);
      const handle«Click|Press|Toggle» = () => {
        set‹Flag›(⟦true→!‹flag›⟧);
        «track("‹flag:kebab›");|onToggle?.();|»
      };
      `,
      `
      function ‹Thing›Toolbar({ ‹thing› }: ‹Thing›ToolbarProps) {
        const [‹second›, set‹Second›] = useState(«false|true»);
        const [‹flag›, set‹Flag›] = useState(false);
        ‹line›

        return (
          <div className="toolbar">
            <button onClick={() => set‹Second›(!‹second›)}>‹second:Words›</button>
            <button onClick={() => set‹Flag›(⟦true→!‹flag›⟧)}>‹flag:Words›</button>
            {‹flag› && <‹Thing›Panel ‹thing›={‹thing›} ‹second›={‹second›} />}
          </div>
        );
      }
      `,
      `
      export class ‹Thing›View extends React.Component<Props, State> {
        state = { ‹flag›: false, ‹second›: false };

        toggle‹Second› = () => {
          this.setState(({ ‹second› }) => ({ ‹second›: !‹second› }));
        };

        toggle‹Flag› = () => {
          ⟦this.setState({ ‹flag›: true });→this.setState(({ ‹flag› }) => ({ ‹flag›: !‹flag› }));⟧
        };
      }
      `,
      `
      ƒ use‹Thing›Layout() {
        const [‹flag›, set‹Flag›] = useState(false);
        const [‹second›, set‹Second›] = useState(false);
        const switch‹Flag› = useCallback(() => set‹Flag›(⟦true→(on) => !on⟧), []);
        const switch‹Second› = useCallback(() => set‹Second›((on) => !on), []);
        return { ‹flag›, ‹second›, switch‹Flag›, switch‹Second› };
      ƒ}
      `,
    ],
  }),

  sketched("lazy-initial-state", {
    seen: [
      "=[reads|we read] the storage on every render",
      "=this is [computed|evaluated] [on|at] every render[, although only the first needs it|]",
      "make the initial {state} lazy",
      "use a lazy initializer[ for {state}|]",
      "pass a function to useState[ for {state}|]",
      "=the initial value of {state} is computed [again and again|every time]",
      "=typing is slow, the initial {state} is recomputed on each [render|key]",
      "=should be a lazy initial state",
      "=only [needed|necessary] on the first render, so useState should get a function",
      "=why do we compute the initial {state} over and over?",
      "=can useState take a function for {state}, so that it runs once?",
      "=lazy init for {state}",
      "=profiler says we spend most of the time on the start value of {state}",
      "=each render [runs|does] [this|the initial computation of {state}] [for nothing|in vain]",
      "=[could|should] the initial {state} be [computed once|lazy]?",
      "[compute|work out] the initial {state} [once|only once|lazily]",
    ],
    unseen: [
      "=the start value of {state} should be worked out just once",
      "don't call that at each render, only for the first",
    ],
    rows: [
      [
        { state: "settings", init: 'JSON.parse(localStorage.getItem("settings") ?? "{}")' },
        { state: "theme", init: 'localStorage.getItem("theme") ?? "light"' },
        { state: "token", init: 'sessionStorage.getItem("token")' },
        { state: "‹things›", init: "load‹Things›FromStorage()" },
        { state: "grid", init: "createGrid(rows, columns)" },
        { state: "board", init: "emptyBoard(size)" },
        { state: "draft", init: 'readDraft("‹thing:kebab›")' },
        { state: "index", init: "buildIndex(documents)" },
        { state: "filters", init: "parseFilters(window.location.search)" },
        { state: "deck", init: "shuffle(createDeck())" },
        { state: "history", init: "JSON.parse(window.sessionStorage.history)" },
        { state: "layout", init: "computeLayout(nodes, edges)" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      «const [isOpen, setIsOpen] = useState(false);|const [page, setPage] = useState(1);»
      const [‹state›, set‹State›] = useState(⟦→() => ⟧‹init›);
      ‹line›
      `,
      `
      export function ‹Thing›Editor({ ‹thing›, rows, columns }: ‹Thing›EditorProps) {
        const [query, setQuery] = useState(«""|‹thing›.name»);
        const [‹state›, set‹State›] = useState(⟦→() => ⟧‹init›);
        ‹line›

        return (
          <Editor ‹state›={‹state›} onChange={set‹State›}>
            <input value={query} onChange={(e) => setQuery(e.target.value)} />
          </Editor>
        );
      }
      `,
      `
      ƒ use‹State›() {
        const [‹state›, set‹State›] = useState(⟦→() => ⟧‹init›);
        const [version, setVersion] = useState(0);

        useEffect(() => {
          «save(‹state›);|persist("‹state:kebab›", ‹state›);»
        }, [‹state›]);

        return { ‹state›, set‹State›, version };
      ƒ}
      `,
    ],
  }),

  sketched("derived-not-state", {
    seen: [
      "=the {wordsState} is one render [late|behind]",
      "=flashes the old {wordsState} for a moment",
      "={state} doesn't need to be state[, just compute it|]",
      "={state} shouldn't be state",
      "compute {state} [during render|while rendering] instead of [in an effect|keeping it in state]",
      "[derive|calculate] {state} [directly|from the props] without state",
      "get rid of the {state} state, it can be [computed|derived]",
      "=why is {state} in state at all?",
      "=you might not need that effect[, {state} can be computed|]",
      "=no effect needed here, {state} is just computed from the [other values|rest]",
      "=can't {state} be a plain const?",
      "make {state} a plain const",
      "=renders twice because of {setter} in the effect",
      "=derived state, no useState pls",
      "=[two renders|a second render] [for|because of] {state}[, just compute it|]",
      "={state} [follows|results] from the rest, [no state needed|so no state]",
      "[drop|remove] the state and the effect [for|of] {state}",
    ],
    unseen: [
      "=setting {state} in an effect renders everything a second time",
      "={state} as an ordinary variable, please",
    ],
    rows: [
      [
        {
          state: "total",
          setter: "setTotal",
          init: "0",
          value: "‹things›.reduce((sum, one) => sum + one.price, 0)",
          deps: "‹things›",
        },
        {
          state: "visible",
          setter: "setVisible",
          init: "[]",
          value: "‹things›.filter((one) => !one.hidden)",
          deps: "‹things›",
        },
        { state: "isValid", setter: "setIsValid", init: "false", value: "name.length > 0", deps: "name" },
        { state: "summary", setter: "setSummary", init: '""', value: "summarize(‹thing›)", deps: "‹thing›" },
        {
          state: "isEmpty",
          setter: "setIsEmpty",
          init: "true",
          value: "‹things›.length === 0",
          deps: "‹things›",
        },
        {
          state: "remaining",
          setter: "setRemaining",
          init: "0",
          value: "limit - ‹things›.length",
          deps: "limit, ‹things›",
        },
        {
          state: "fullName",
          setter: "setFullName",
          init: '""',
          value: '[first, last].join(" ")',
          deps: "first, last",
        },
        {
          state: "pageCount",
          setter: "setPageCount",
          init: "0",
          value: "Math.ceil(total / pageSize)",
          deps: "total, pageSize",
        },
        {
          state: "isOverdue",
          setter: "setIsOverdue",
          init: "false",
          value: "‹thing›.dueAt < Date.now()",
          deps: "‹thing›",
        },
        {
          state: "selectedOne",
          setter: "setSelectedOne",
          init: "undefined",
          value: "‹things›.find((one) => one.id === id)",
          deps: "‹things›, id",
        },
        {
          state: "canSubmit",
          setter: "setCanSubmit",
          init: "false",
          value: "agreed && !busy",
          deps: "agreed, busy",
        },
        {
          state: "sorted",
          setter: "setSorted",
          init: "[]",
          value: "sortBy(‹things›, order)",
          deps: "‹things›, order",
        },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      function ‹Thing›Summary(props: ‹Thing›SummaryProps) {
        const { ‹deps› } = props;
        ⟦const [‹state›, ‹setter›] = useState(‹init›);
        useEffect(() => {
          ‹setter›(‹value›);
        }, [‹deps›]);→const ‹state› = ‹value›;⟧
        ‹line›

        return <Summary ‹state›={‹state›} {...props} />;
      }
      `,
      `
      ƒ use‹Thing›State(‹deps›) {
        ‹line›
        ⟦const [‹state›, ‹setter›] = useState(‹init›);

        useEffect(() => {
          ‹setter›(‹value›);
        }, [‹deps›]);→const ‹state› = ‹value›;⟧

        return { ‹state›«, version: 1|» };
      ƒ}
      `,
      `
      export const ‹Thing›Header = ({ ‹deps› }: Props) => {
        const [isOpen, setIsOpen] = useState(false);
        ⟦const [‹state›, ‹setter›] = useState(‹init›);

        useEffect(() => ‹setter›(‹value›), [‹deps›]);→const ‹state› = ‹value›;⟧

        return (
          <header onClick={() => setIsOpen(!isOpen)}>
            <Info value={‹state›} «compact |»/>
            {isOpen && <Details />}
          </header>
        );
      };
      `,
    ],
  }),

  sketched("initial-state-from-prop", {
    seen: [
      "=the {wordsField} field [starts|is] empty although the {wordsThing} has one",
      "=the form doesn't show the [current|existing|saved] {wordsField}",
      "start with the {wordsField} of the {wordsThing}",
      "[prefill|fill in] the {wordsField} [from|of] the {wordsThing}",
      "=the {wordsField} should start as what the {wordsThing} has",
      "={field} should be {thing}.{field} [at first|initially]",
      "=when editing, {wordsField} should be prefilled",
      "use {thing}.{field} as the initial [value|state]",
      "=why is the {wordsField} empty when I edit [a|an existing] {wordsThing}?",
      "=can the {wordsField} be prefilled from the {wordsThing}?",
      "=have to type the {wordsField} again [each time|every time I edit]",
      "=users lose their {wordsField} when editing, it should be there already",
      "=[expected|should be]: the {wordsThing}'s {wordsField}. [actual|is]: [empty|nothing]",
      "=I [open|edit] a {wordsThing} and its {wordsField} [isn't there|is missing]",
      "=the [field|input] for the {wordsField} should [show|start with] what is [saved|there]",
      "[take|use] the {wordsField} [of|from] the {wordsThing} [initially|at the start|as start value]",
    ],
    unseen: ["=on opening the form the {wordsField} isn't there", "initialise {field} from the prop"],
    rows: [
      [
        { field: "name", second: "notes" },
        { field: "title", second: "text" },
        { field: "email", second: "phone" },
        { field: "description", second: "link" },
        { field: "city", second: "street" },
        { field: "nickname", second: "bio" },
        { field: "subject", second: "body" },
        { field: "company", second: "position" },
        { field: "website", second: "twitter" },
        { field: "caption", second: "credit" },
        { field: "address", second: "floor" },
        { field: "label", second: "hint" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      export function Edit‹Thing›({ ‹thing›, onSave }: Edit‹Thing›Props) {
        ‹line›
        const [‹field›, set‹Field›] = useState(⟦""→‹thing›.‹field›⟧);
        const [‹second›, set‹Second›] = useState(‹thing›.‹second›);

        return (
          <form onSubmit={() => onSave({ ...‹thing›, ‹field›, ‹second› })}>
            <input value={‹field›} onChange={(e) => set‹Field›(e.target.value)} />
            <input value={‹second›} onChange={(e) => set‹Second›(e.target.value)} />
          </form>
        );
      }
      `,
      `
      ƒ use‹Thing›Form(‹thing›: ‹Thing›) {
        const [error, setError] = useState("");
        const [‹field›, set‹Field›] = useState(⟦""→‹thing›.‹field›⟧);
        ‹line›
        const isDirty = ‹field› !== ‹thing›.‹field›;
        return { ‹field›, set‹Field›, error, setError, isDirty };
      ƒ}
      `,
      `
      class ‹Thing›Dialog extends React.Component<{ ‹thing›: ‹Thing› }, State> {
        state = {
          «isOpen: true,|tab: "general",|»
          ‹field›: ⟦""→this.props.‹thing›.‹field›⟧,
          «error: "",|comment: "",|»
        };

        handleChange = (event: React.ChangeEvent<HTMLInputElement>) => {
          this.setState({ ‹field›: event.target.value });
        };
      }
      `,
      `
      const ‹Thing›Editor = ({ ‹thing›, onClose }: Props) => {
        const [values, setValues] = useState({
          ‹second›: ‹thing›.‹second›,
          ‹field›: ⟦""→‹thing›.‹field›⟧,
        });
        ‹line›
        return <Fields values={values} onChange={setValues} onCancel={onClose} />;
      };
      `,
    ],
  }),

  sketched("type-empty-state", {
    seen: [
      "=ts says [never|never is wrong] for {state}, it holds {type}",
      "type the {state} state, it's {type}",
      "=[type error|ts error] when I call {setter}, {state} is {type}",
      "=[the state {state}|{state}] needs a type[: |, ]{type}",
      "give {state} the type {type}",
      "={setter} only [accepts|takes] the empty value[. it's|, should be] {type}",
      "={state} should be [typed as|of type] {type}",
      "add the type argument {type} to [the useState of|] {state}",
      "=why can't I pass anything to {setter}? it's supposed to be {type}",
      "=[can|could] you type {state} as {type}?",
      "=useState infers the wrong type for {state}, should be {type}",
      "={state}: {type} pls",
      "=tsc [complains about|doesn't like] {state}, which [is|should be] {type}",
      "=[needs|missing] a type argument: {state} is {type}",
    ],
    unseen: ["=the compiler doesn't know that {state} is {type}", "make the useState of {state} hold {type}"],
    rows: [
      [
        { state: "‹things›", type: "‹Thing›[]", init: "[]" },
        { state: "‹thing›", type: "‹Thing› | null", init: "null" },
        { state: "selected", type: "‹Thing› | null", init: "null" },
        { state: "error", type: "string | null", init: "null" },
        { state: "error", type: "Error | undefined", init: "undefined" },
        { state: "rows", type: "‹Thing›Row[]", init: "[]" },
        { state: "tags", type: "string[]", init: "[]" },
        { state: "active", type: "number | null", init: "null" },
        { state: "result", type: "‹Thing›Result | undefined", init: "undefined" },
        { state: "ids", type: "number[]", init: "[]" },
        { state: "files", type: "File[]", init: "[]" },
        { state: "anchor", type: "HTMLElement | null", init: "null" },
        { state: "openId", type: "string | null", init: "null" },
        { state: "dueDate", type: "Date | null", init: "null" },
      ],
    ],
    vars: {
      setter: ["set‹State›"],
      line: HOOK_LINES,
      next: [
        "const [page, setPage] = useState(1);",
        'const [query, setQuery] = useState("");',
        "const [busy, setBusy] = useState(false);",
      ],
    },
    code: [
      `
      ‹next›
      const [‹state›, ‹setter›] = useState⟦→<‹type›>⟧(‹init›);
      ‹line›
      `,
      `
      export function ‹Thing›Panel({ ‹other›Id }: ‹Thing›PanelProps) {
        const [‹state›, ‹setter›] = useState⟦→<‹type›>⟧(‹init›);
        ‹next›
        ‹line›

        useEffect(() => {
          load‹Thing›(‹other›Id, ‹setter›);
        }, [‹other›Id]);

        return <‹Thing›View ‹state›={‹state›} />;
      }
      `,
      `
      ƒ use‹Thing›Browser(‹things›Url: string) {
        ‹next›
        const [‹state›, ‹setter›] = useState⟦→<‹type›>⟧(‹init›);
        const [hovered, setHovered] = useState<string | null>(null);

        return { ‹state›, ‹setter›, hovered, setHovered };
      ƒ}
      `,
    ],
  }),

  sketched("state-to-ref", {
    seen: [
      "=[setting|changing] {state} rerenders for nothing",
      "={state} should be a ref, not state",
      "make {state} a ref",
      "use a ref for {state}",
      "={state} isn't [shown|rendered] anywhere, a ref [is|would be] enough",
      "=no need to [rerender|render again] when {state} changes, use a ref",
      "keep {state} in a ref instead of state",
      "=why is {state} state? it's never rendered",
      "=can {state} be a ref? nothing [shows|displays] it",
      "=useRef for {state} pls",
      "=everything rerenders when {state} changes, though nothing on screen depends on it. should be a ref",
      "turn the state {state} into a ref",
      "=it'd be better to have {state} in a ref[, called {state} as well|]",
      "=a change of {state} [shouldn't|needn't] [render|cause a render]",
      "={state} [in|as] state is [overkill|wrong], [a ref will do|use a ref]",
      "=[would|could] a ref [do|be enough] for {state}?",
      "[hold|store|keep] {state} in a ref",
      "[convert|change] {state} [from state to|to] a ref",
    ],
    unseen: [
      "=changing {state} has no business causing a render, put it into a ref",
      "replace useState by useRef for {state}",
    ],
    rows: [
      [
        {
          state: "timer",
          init: "",
          type: "number | undefined",
          value: "window.setTimeout(flush, 300)",
          stop: "clearTimeout",
        },
        { state: "startX", init: "0", type: "number", value: "event.clientX", stop: "reportDrag" },
        {
          state: "lastQuery",
          init: '""',
          type: "string",
          value: "event.currentTarget.value",
          stop: "reportSearch",
        },
        {
          state: "intervalId",
          init: "0",
          type: "number",
          value: "window.setInterval(tick, 1000)",
          stop: "clearInterval",
        },
        {
          state: "frame",
          init: "0",
          type: "number",
          value: "requestAnimationFrame(draw)",
          stop: "cancelAnimationFrame",
        },
        {
          state: "dragged",
          init: "null",
          type: "string | null",
          value: "event.currentTarget.id",
          stop: "drop",
        },
        {
          state: "scrollTop",
          init: "0",
          type: "number",
          value: "event.currentTarget.scrollTop",
          stop: "restore",
        },
        { state: "startedAt", init: "0", type: "number", value: "performance.now()", stop: "reportDuration" },
        { state: "lastKey", init: '""', type: "string", value: "event.type", stop: "remember" },
        { state: "requestId", init: "0", type: "number", value: "nextRequestId()", stop: "cancelRequest" },
      ],
    ],
    vars: {
      line: HOOK_LINES,
      begin: ["begin", "handleStart", "onStart", "start"],
      end: ["end", "handleEnd", "onEnd", "finish"],
    },
    code: [
      `
      ‹line›
      ⟦const [‹state›, set‹State›] = useState<‹type›>(‹init›);→const ‹state› = useRef<‹type›>(‹init›);⟧

      const ‹begin› = (event: React.UIEvent) => {
        ⟦set‹State›(‹value›);→‹state›.current = ‹value›;⟧
      };

      const ‹end› = () => {
        ‹stop›(‹state›⟦→.current⟧);
      };
      `,
      `
      export function ‹Thing›Area({ children }: ‹Thing›AreaProps) {
        const [active, setActive] = useState(false);
        ⟦const [‹state›, set‹State›] = useState<‹type›>(‹init›);→const ‹state› = useRef<‹type›>(‹init›);⟧

        function ‹begin›(event: React.UIEvent) {
          setActive(true);
          ⟦set‹State›(‹value›);→‹state›.current = ‹value›;⟧
        }

        function ‹end›() {
          setActive(false);
          ‹stop›(‹state›⟦→.current⟧);
        }

        return (
          <Area active={active} onStart={‹begin›} onEnd={‹end›}>
            {children}
          </Area>
        );
      }
      `,
      `
      ƒ use‹Thing›Tracker(«onStop: () => void|») {
        ⟦const [‹state›, set‹State›] = useState<‹type›>(‹init›);→const ‹state› = useRef<‹type›>(‹init›);⟧
        const [count, setCount] = useState(0);

        return {
          count,
          ‹begin›: (event: React.UIEvent) => {
            setCount(count + 1);
            ⟦set‹State›(‹value›);→‹state›.current = ‹value›;⟧
          },
          ‹end›: () => ‹stop›(‹state›⟦→.current⟧),
        };
      ƒ}
      `,
    ],
  }),

  sketched("empty-on-close", {
    seen: [
      "=when I reopen the {wordsPlace} the old {wordsField} is still there",
      "=the {wordsPlace} [still|] [shows|has] the {wordsField} of last time",
      "clear the {wordsField} [when closing|on close]",
      "=[closing|cancelling] should [empty|clear|reset] the {wordsField}",
      "[empty|reset] {field} when the {wordsPlace} [closes|is closed]",
      "=the {wordsField} should be empty [next time|when it is opened again]",
      "=why is the {wordsField} still filled in [after closing|when I open it again]?",
      "=reopening shows what I typed before, {field} should be empty",
      "=can closing the {wordsPlace} also [clear|empty] the {wordsField}?",
      "=the old {wordsField} hangs around after closing",
      "also reset {field} there",
      "=users cancel, come back and see their old {wordsField}",
      "=[close|cancel] and open [again|once more]: the {wordsField} is [still there|not empty]",
      "=[expected|should be]: empty {wordsField} after closing",
      "=[could|can] it forget the {wordsField} when [closed|I close it]?",
    ],
    unseen: [
      "=a fresh {wordsPlace} shouldn't remember any {wordsField}",
      "={field} back to an empty string when done",
    ],
    vars: {
      place: ["dialog", "modal", "drawer", "popover", "sidebar", "sheet", "panel"],
      field: [
        "query",
        "comment",
        "name",
        "reason",
        "title",
        "code",
        "message",
        "search",
        "password",
        "note",
        "input",
      ],
      line: HOOK_LINES,
      flag: ["Open", "IsOpen", "Visible", "Show‹Place›", "‹Place›Open"],
    },
    code: [
      `
      const handle«Close|Cancel|Dismiss» = () => {
        set‹Flag›(false);
        ⟦→set‹Field›("");⟧
        «onClose?.();|setError(null);|»
      };

      const handleOpen = () => {
        set‹Flag›(true);
        «track("‹place›");|»
      };
      `,
      `
      export function ‹Thing›‹Place›({ onSubmit, onClose }: ‹Thing›‹Place›Props) {
        const [‹field›, set‹Field›] = useState("");
        const [touched, setTouched] = useState(false);
        ‹line›

        const close = () => {
          ⟦→set‹Field›("");⟧
          setTouched(false);
          onClose();
        };

        return (
          <‹Place› onClose={close}>
            <input value={‹field›} onChange={(e) => set‹Field›(e.target.value)} />
            <button onClick={() => onSubmit(‹field›)}>«Ok|Apply|Save»</button>
          </‹Place›>
        );
      }
      `,
      `
      function ‹place›Reducer(state: ‹Place›State, action: ‹Place›Action): ‹Place›State {
        switch (action.type) {
          case "open":
            return { ...state, open: true };
          case "change":
            return { ...state, ‹field›: action.‹field› };
          case "close":
            return { ...state, open: false⟦→, ‹field›: ""⟧ };
        }
      }
      `,
      `
      class ‹Thing›‹Place› extends Component<Props, State> {
        state = { isOpen: false, ‹field›: "" };

        open = () => this.setState({ isOpen: true });
        close = () => this.setState({ isOpen: false⟦→, ‹field›: ""⟧ });
        change = (‹field›: string) => this.setState({ ‹field› });
      }
      `,
    ],
  }),

  sketched("remember-in-storage", {
    seen: [
      "remember the {wordsState}: [also write|write] it to {store} [under|as] {textKey}",
      "=the {wordsState} [is gone|is lost] after a reload, store it in {store} as {textKey}",
      "also save {state} in {store}[, key|,] {textKey}",
      "=should [survive|outlive] a reload: {store}, key {textKey}",
      "=reload and my {wordsState} is [forgotten|reset], please keep it in {store} under {textKey}",
      "[put|write|store] the new {wordsState} [in|into] {store} too, as {textKey}",
      "=can we keep the {wordsState} in {store} ({textKey})?",
      "=I have to pick the {wordsState} again on each visit. {store} item {textKey}",
      "persist {state} to {store} ({textKey})",
      "=it would be nice if {store} had the {wordsState} under {textKey}",
      "={store}.setItem for {textKey} is missing here",
      "=nobody writes {textKey} to {store} when the {wordsState} changes",
      "=[after a reload|tomorrow] the {wordsState} [should|must] [still be there|be the same]: {store}, {textKey}",
      "=my {wordsState} is [gone|lost] [next time|after F5], put it [in|into] {store} as {textKey}",
      "[keep|hold] the {wordsState} in {store}[, the key is|:] {textKey}",
      "=[could|should] this also [write|go] to {store} as {textKey}?",
      "[set|write] {textKey} in {store} [too|as well]",
    ],
    unseen: [
      "=users want their {wordsState} back tomorrow, so put it in {store} as {textKey}",
      "=on a change, {store} {textKey} has to be written",
    ],
    rows: [
      [
        { state: "theme", value: "next" },
        { state: "language", value: "lang" },
        { state: "sortOrder", value: "order" },
        { state: "view", value: "next" },
        { state: "tab", value: "name" },
        { state: "currency", value: "code" },
        { state: "density", value: "value" },
        { state: "locale", value: "next" },
        { state: "timezone", value: "zone" },
        { state: "layout", value: "id" },
        { state: "filter", value: "value" },
        { state: "region", value: "selected" },
      ],
      [
        { key: "‹state›" },
        { key: "‹state›" },
        { key: "app.‹state›" },
        { key: "user-‹state›" },
        { key: "‹thing›-‹state›" },
        { key: "last‹State›" },
        { key: "pref:‹state›" },
      ],
    ],
    vars: { store: ["localStorage", "localStorage", "localStorage", "sessionStorage"], line: HOOK_LINES },
    code: [
      `
      const «change|handle|on»‹State› = (‹value›: ‹State›) => {
        set‹State›(‹value›);
        «document.documentElement.dataset.‹state› = ‹value›;|track("‹state:kebab›", ‹value›);|»
        ⟦→‹store›.setItem("‹key›", ‹value›);⟧
      };
      `,
      `
      export function ‹State›Provider({ children }: { children: ReactNode }) {
        const [‹state›, set‹State›] = useState(DEFAULT_‹state:CONST›);
        ‹line›

        const change = useCallback((‹value›: ‹State›) => {
          set‹State›(‹value›);
          ⟦→‹store›.setItem("‹key›", ‹value›);⟧
        }, []);

        return (
          <‹State›Context.Provider value={{ ‹state›, change }}>{children}</‹State›Context.Provider>
        );
      }
      `,
      `
      useEffect(() => {
        document.body.dataset.‹state› = ‹state›;
        ⟦→‹store›.setItem("‹key›", ‹state›);⟧
      }, [‹state›]);
      `,
      `
      class ‹State›Picker extends React.Component<Props, State> {
        handleChange = (event: React.ChangeEvent<HTMLSelectElement>) => {
          const ‹value› = event.target.value;
          this.setState({ ‹state›: ‹value› });
          ⟦→‹store›.setItem("‹key›", ‹value›);⟧
          «this.props.onChange(‹value›);|»
        };
      }
      `,
    ],
  }),

  sketched("index-wraps-to-first", {
    seen: [
      "=should wrap around to the first {wordsThing} after the last[ one|]",
      "=[crashes|blank|undefined] after the last {wordsThing}",
      "=clicking next on the last {wordsThing} shows nothing",
      "start over [at|with] the first {wordsThing} after the last[ one|]",
      "=after the last {wordsThing} it should [go back to|start over at] the first[ one|]",
      "wrap around at the end of {things}",
      "=why is there nothing after the last {wordsThing}? should begin again",
      "=goes past the end of {things}[, it should wrap around|]",
      "=can it loop[ around| round| endlessly]?",
      "=the last {wordsThing} should be followed by the first",
      "=it'd be nice if it [cycled|went round] through the {wordsThings} [endlessly|forever]",
      "=next on the last one should show the first[ one|]",
      "cycle through {things}",
      "=[expected|should be]: first {wordsThing} after the last. [actual|is]: [nothing|undefined]",
      "=[press|hit] next at the end: [empty|crash], should [start over|wrap]",
    ],
    unseen: [
      "=there's a hole after the final {wordsThing}, begin at the front again",
      "=modulo {things}.length",
    ],
    rows: [
      [
        { index: "index", setter: "setIndex" },
        { index: "current", setter: "setCurrent" },
        { index: "active", setter: "setActive" },
        { index: "position", setter: "setPosition" },
        { index: "slide", setter: "setSlide" },
        { index: "step", setter: "setStep" },
        { index: "selected", setter: "setSelected" },
        { index: "cursor", setter: "setCursor" },
      ],
    ],
    vars: { line: HOOK_LINES, next: ["next", "showNext", "goOn", "forward", "handleNext"] },
    code: [
      `
      function ‹Thing›Carousel({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const [‹index›, ‹setter›] = useState(0);
        ‹line›
        const ‹next› = () => ‹setter›(⟦‹index› + 1→(‹index› + 1) % ‹things›.length⟧);

        return (
          <div className="carousel" onClick={‹next›}>
            <‹Thing›Card {...‹things›[‹index›]} />
          </div>
        );
      }
      `,
      `
      useEffect(() => {
        const timer = setInterval(() => {
          ‹setter›((‹index›) => ⟦‹index› + 1→(‹index› + 1) % ‹things›.length⟧);
        }, «3000|5000|DELAY»);
        return () => clearInterval(timer);
      }, [‹things›.length]);
      `,
      `
      ƒ use‹Thing›Player(‹things›: ‹Thing›[]) {
        const [‹index›, ‹setter›] = useState(0);
        const [plays, setPlays] = useState(0);

        const ‹next› = () => {
          setPlays(plays + 1);
          ‹setter›(⟦‹index› + 1→(‹index› + 1) % ‹things›.length⟧);
        };

        return { ‹thing›: ‹things›[‹index›], plays, ‹next› };
      ƒ}
      `,
      `
      class ‹Thing›Slideshow extends React.Component<Props, State> {
        state = { ‹index›: 0, paused: false };

        ‹next› = () => {
          const { ‹things› } = this.props;
          this.setState(({ ‹index› }) => ({ ‹index›: ⟦‹index› + 1→(‹index› + 1) % ‹things›.length⟧ }));
        };
      }
      `,
    ],
  }),
];
