import { HOOK_LINES } from "./react-names.ts";
import { sketched } from "./sketch.ts";

/** When effects run. */
export const REACT_EFFECTS = [
  sketched("effect-given-dependencies", {
    seen: [
      "=[loads|fetches] again on every render",
      "=endless requests",
      "=this effect runs after every render, should only [run|do so] when {dep} changes",
      "=infinite loop, [only run it|should only run] when {dep} changes",
      "only run [it|the effect] when {dep} changes",
      "=the network tab is full of the same request",
      "=missing dependency array",
      "add the dependency array[, it depends on {dep}|]",
      "=no deps array on the effect[, should be {dep}|]",
      "=why does it [run|fire] on every [keystroke|render]?",
      "=it should depend on {dep} only",
      "=deps pls",
      "=can the effect run only for a new {wordsDep}?",
      "=there should be a dependency on {dep}, now it runs all the time",
      "=every [click|keypress] anywhere [runs|triggers] the effect",
      "=[just|simply] typing in another [field|box] [starts|triggers] this again",
      "=the effect [should|must] not run [unless|if nothing about] {dep} changed",
      "=I only [expect|want] this when {dep} is [another one|different]",
    ],
    unseen: ["=once per {wordsDep} is enough for this effect", "=our api gets hammered by this effect"],
    rows: [
      [
        { dep: "‹thing›Id", effect: "fetch‹Thing›(‹thing›Id).then(set‹Thing›);" },
        { dep: "query", effect: "search‹Things›(query).then(setResults);" },
        { dep: "slug", effect: "api.get‹Thing›(slug).then(set‹Thing›);" },
        { dep: "title", effect: "document.title = title;" },
        { dep: "theme", effect: "document.body.dataset.theme = theme;" },
        { dep: "page", effect: "load‹Things›(page).then(set‹Things›);" },
        { dep: "locale", effect: "i18n.changeLanguage(locale);" },
        { dep: "‹thing›", effect: "on‹Thing›Change?.(‹thing›);" },
        { dep: "filter", effect: "client.list‹Things›(filter).then(setRows);" },
        { dep: "tab", effect: 'track("tab", tab);' },
        { dep: "draft", effect: 'localStorage.setItem("draft", draft);' },
        { dep: "roomId", effect: "joinRoom(roomId);" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      useEffect(() => {
        ‹effect›
      }⟦→, [‹dep›]⟧);
      «
      useEffect(() => {
        inputRef.current?.focus();
      }, []);|»
      `,
      `
      export function ‹Other›Page({ ‹dep›, children }: ‹Other›PageProps) {
        ‹line›
        useEffect(() => {
          analytics.page("‹other:kebab›");
        }, []);

        useEffect(() => {
          ‹effect›
        }⟦→, [‹dep›]⟧);

        return <main className="«page|content»">{children}</main>;
      }
      `,
      `
      ƒ use‹Thing›Sync(‹dep›: string) {
        «const ref = useRef<HTMLElement>(null);|const [error, setError] = useState("");»

        useEffect(() => {
          «if (!navigator.onLine) return;|»
          ‹effect›
        }⟦→, [‹dep›]⟧);
      ƒ}
      `,
      `
      const [open, setOpen] = useState(false);
      const { ‹dep› } = use‹Other›();
      ‹line›

      useEffect(() => {
        ‹effect›
      }⟦→, [‹dep›]⟧);

      const label = useMemo(() => (open ? "Close" : "Open"), [open]);
      `,
    ],
  }),

  sketched("effect-only-once", {
    seen: [
      "=this runs after every render, once is enough",
      "only run it once[, when the component mounts|]",
      "=should only [run|happen] on mount",
      "run the effect only [on mount|once|at the start]",
      "=why does {call} run on every render?",
      "=needs an empty dependency array",
      "=empty deps pls",
      "=the effect has no dependencies[, should run once|, pass an empty array]",
      "add an empty dependency array",
      "={call} is called [all the time|over and over|on each render], should be once",
      "=it's called again with every keystroke, only the first time makes sense",
      "=once on mount is enough for {call}",
      "=could {call} only run [on mount|the first time]?",
      "=I see {call} [ten|dozens of] times in the log, [expected|should be] one",
      "=[expected|should be]: {call} once. [actual|is]: on every render",
      "=the effect with {call} [needs|should have] empty [deps|dependencies]",
      "=each [click|state change] calls {call} again, [that is not needed|once suffices]",
      "={call} only [once|on mount][ pls|]",
    ],
    unseen: ["=we only want {call} when the page opens", "=not on rerenders, just the first time"],
    vars: {
      line: HOOK_LINES,
      call: [
        "load‹Things›",
        "fetchSettings",
        "registerServiceWorker",
        "analytics.init",
        "connect",
        "requestPermission",
        "warmUpCache",
        "api.ping",
        "store.hydrate",
        "restoreSession",
        "refreshToken",
        "prefetch‹Things›",
      ],
    },
    code: [
      `
      useEffect(() => {
        ‹call›();
      }⟦→, []⟧);

      useEffect(() => {
        document.title = «title|´€{title} – App´»;
      }, [title]);
      `,
      `
      export function ‹Thing›Page({ ‹thing›, children }: ‹Thing›PageProps) {
        ‹line›
        useEffect(() => {
          on«Open|Show|View»(‹thing›.id);
        }, [‹thing›.id]);

        useEffect(() => {
          ‹call›();
        }⟦→, []⟧);

        return <Layout heading={‹thing›.name}>{children}</Layout>;
      }
      `,
      `
      ƒ use‹Thing›() {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);

        useEffect(() => {
          «performance.mark("‹thing:kebab›");|»
          ‹call›();
        }⟦→, []⟧);

        return [‹things›, set‹Things›] as const;
      ƒ}
      `,
    ],
  }),

  sketched("stale-hook-dependency", {
    seen: [
      "=still shows the old {words} after [switching to another one|it changes]",
      "=[changing|when I change] {dep} [does nothing|has no effect]",
      "={dep} is missing in the [dependencies|deps|dependency array]",
      "add {dep} to the [dependencies|deps|dependency array]",
      "=eslint: missing dependency {dep}",
      "=exhaustive-deps [complains about|wants] {dep}",
      "=should [run again|be redone|be up to date] when {dep} changes",
      "=uses a stale {dep}",
      "=why does it [ignore|not notice] a new {wordsDep}?",
      "=it keeps the {wordsDep} of the first render",
      "=only right until the {wordsDep} changes",
      "=has to depend on {dep} as well",
      "react to changes of {dep}, too",
      "=could it also depend on {dep}?",
      "=picking another {wordsDep} doesn't [change|update] anything",
      "=when the {wordsDep} [is switched|changes], [nothing happens|it stays as it was]",
      "=[steps|to reproduce]: change the {wordsDep}, [nothing is updated|old values remain]",
      "={dep} in the deps[ pls|, too|]",
      "=lint [error|warning]: {dep} [isn't|is not] in the dependency array",
    ],
    unseen: [
      "=a different {wordsDep}, and everything looks as before",
      "list {dep} among what it depends on",
    ],
    rows: [
      [
        { dep: "query", first: "items" },
        { dep: "filter", first: "rows" },
        { dep: "locale", first: "value" },
        { dep: "currency", first: "amount" },
        { dep: "sortKey", first: "entries" },
        { dep: "userId", first: "tab" },
        { dep: "category", first: "page" },
        { dep: "pageSize", first: "offset" },
        { dep: "unit", first: "distance" },
        { dep: "status", first: "period" },
        { dep: "timezone", first: "date" },
        { dep: "teamId", first: "from" },
      ],
    ],
    vars: { line: HOOK_LINES, words: ["data", "result", "values", "state"] },
    code: [
      `
      const shown = useMemo(
        () => «compute|select|narrow|format»‹Things›(‹first›, ‹dep›),
        [‹first›⟦→, ‹dep›⟧],
      );
      const count = useMemo(() => shown.length, [shown]);
      `,
      `
      export function ‹Thing›Panel({ ‹first›, ‹dep› }: ‹Thing›PanelProps) {
        const [data, setData] = useState<‹Thing›[]>();
        ‹line›

        useEffect(() => {
          api.load‹Things›({ ‹first›, ‹dep› }).then(setData);
        }, [‹first›⟦→, ‹dep›⟧]);

        return <‹Thing›Grid data={data} />;
      }
      `,
      `
      ƒ use‹Thing›Export(‹first›: «string|number», ‹dep›: string) {
        const [done, setDone] = useState(false);

        const start = useCallback(async () => {
          await export‹Things›(‹first›, ‹dep›);
          setDone(true);
        }, [‹first›⟦→, ‹dep›⟧]);

        return { start, done };
      ƒ}
      `,
      `
      useEffect(() => {
        if (!‹dep›) return;
        const source = open‹Thing›Stream(‹dep›);
        source.onmessage = (event) => set‹Thing›(event.data);
        return () => source.close();
      }, [⟦→‹dep›⟧]);

      useEffect(() => {
        report(‹first›);
      }, [‹first›]);
      `,
    ],
  }),

  sketched("effect-depends-on-id-only", {
    seen: [
      "=runs [again|too often], although only the {wordsField} matters",
      "=only {thing}.{field} matters[ here|]",
      "depend on {thing}.{field} [only|instead of the whole {wordsThing}]",
      "=should only run [again|] when the {wordsField} changes",
      "={thing} is a new object on every render, use {thing}.{field}",
      "use {thing}.{field} as the dependency",
      "=any change of the {wordsThing} [triggers|starts] this, it should be just the {wordsField}",
      "=why does it [reload|run again] when [other things|other fields] of the {wordsThing} change?",
      "=it's enough to depend on the {wordsField}",
      "=the {wordsThing} gets a new identity each time, {field} doesn't",
      "=can this depend on the {wordsField} only?",
      "narrow the dependency to {thing}.{field}",
      "=same {wordsField}, yet it runs again",
      "=[editing|changing] anything else about the {wordsThing} [starts it again|triggers this too]",
      "=only a [new|different] {wordsField} [matters|is of interest][ here|]",
      "={thing} in the deps is [too much|too coarse], {thing}.{field} is enough",
      "=could we [just|only] [depend on|watch] {thing}.{field}?",
      "[replace|swap] {thing} [by|for|with] {thing}.{field} in the dependencies",
    ],
    unseen: [
      "=a {wordsThing} with the same {wordsField} should not start it over",
      "={field} as the dep, not all of {thing}",
    ],
    vars: {
      line: HOOK_LINES,
      field: ["id", "id", "id", "slug", "url", "name", "version", "key", "ownerId", "status"],
    },
    code: [
      `
      useEffect(() => {
        «setLoading(true);|setError(null);|»
        load«Details|History|Comments»(‹thing›.‹field›).then(setDetails);
      }, [‹thing›⟦→.‹field›⟧]);
      `,
      `
      export function ‹Thing›Card({ ‹thing›, ‹other› }: ‹Thing›CardProps) {
        ‹line›
        useEffect(() => {
          track("seen", ‹thing›.‹field›);
        }, [‹thing›⟦→.‹field›⟧]);

        return (
          <article>
            <h3>{‹thing›.title}</h3>
            <‹Other›Info ‹other›={‹other›} />
          </article>
        );
      }
      `,
      `
      ƒ use‹Thing›Socket(‹thing›: ‹Thing›, onMessage: (text: string) => void) {
        useEffect(() => {
          const socket = connect(´/‹things:kebab›/€{‹thing›.‹field›}´);
          socket.onmessage = (event) => onMessage(event.data);
          return () => socket.close();
        }, [‹thing›⟦→.‹field›⟧, onMessage]);
      ƒ}
      `,
      `
      const link = useMemo(() => build«Link|Url|Path»(‹thing›.‹field›), [‹thing›⟦→.‹field›⟧]);
      const total = useMemo(() => sum(‹other›.amounts), [‹other›]);
      «const select = useCallback(() => onSelect(link), [onSelect, link]);|»
      `,
    ],
  }),

  sketched("effect-not-on-what-it-sets", {
    seen: [
      "=endless loop: the effect sets {state} and depends on it",
      "=infinite loop because of {state}",
      "=maximum update depth exceeded",
      "=[never stops|doesn't stop] rendering",
      "remove {state} from the [deps|dependencies|dependency array]",
      "=it sets {state}, so it must not depend on it",
      "=the effect triggers itself[ through {state}|]",
      "={state} has no business in the [deps|dependencies]",
      "=why is it [looping|running forever]? {state} isn't even read",
      "don't depend on {state}[ here|]",
      "=the browser [hangs|freezes] as soon as I open this",
      "=can we drop {state} from the dependencies?",
      "=the same request is sent forever, as {state} is a dependency",
      "=the [tab|page] [freezes|gets hot], {state} changes all the time",
      "=[each|every] new {state} [starts|triggers] the next [request|load]",
      "[drop|delete|take out] {state} from the dependencies",
      "={state} as a dependency makes it [run forever|loop]",
      "=I think {state} [shouldn't|must not] be [listed there|in the deps]",
    ],
    unseen: [
      "=what it sets makes it run once more, and so on",
      "take {state} out of the array at the end of the effect",
    ],
    vars: {
      state: [
        "‹things›",
        "rows",
        "results",
        "options",
        "data",
        "entries",
        "stats",
        "suggestions",
        "messages",
        "details",
      ],
      dep: ["‹other›Id", "query", "page", "token", "range", "filter", "locale", "projectId", "period"],
      line: HOOK_LINES,
    },
    code: [
      `
      useEffect(() => {
        «api.load|fetch|client.query»‹State›(‹dep›).then(set‹State›);
      }, [‹dep›⟦, ‹state›→⟧]);
      `,
      `
      export function ‹Thing›View({ ‹dep› }: ‹Thing›ViewProps) {
        const [‹state›, set‹State›] = useState<‹Thing›[]>([]);
        ‹line›

        useEffect(() => {
          const controller = new AbortController();
          load‹State›(‹dep›, controller.signal).then((loaded) => set‹State›(loaded));
          return () => controller.abort();
        }, [⟦‹state›, →⟧‹dep›]);

        const count = useMemo(() => ‹state›.length, [‹state›]);
        return <View entries={‹state›} count={count} />;
      }
      `,
      `
      ƒ use‹State›(‹dep›: string) {
        const [‹state›, set‹State›] = useState<‹Thing›[]>();

        const refresh = useCallback(async () => {
          set‹State›(await get‹State›(‹dep›));
        }, [‹dep›⟦, ‹state›→⟧]);

        useEffect(() => {
          refresh();
        }, [refresh]);

        return { ‹state›, refresh };
      ƒ}
      `,
    ],
  }),

  // The first line of the effect.
  sketched("effect-skipped-without-id", {
    seen: [
      "=requests /{words}/undefined[ at first|]",
      "=fetches before {dep} is [known|there|set]",
      "skip it [as long as|while] there is no {wordsDep}",
      "=should wait until {dep} is [known|there|set]",
      "do nothing [without|if there is no] {dep}",
      "=when {dep} is undefined we [send|make] a request for nothing",
      "don't [load|run] without a {wordsDep}",
      "return early if {dep} is missing",
      "=on the first render {dep} is undefined, [skip that|it should not run then]",
      "=why is there a request with undefined in [it|the url]?",
      "=404 for undefined, since {dep} isn't there on the first render",
      "=can it wait for {dep}?",
      "=the effect runs although there's no {wordsDep} yet",
      "bail out when {dep} is empty",
      "=nothing should [happen|be requested] [before|until] {dep} is [there|known]",
      "=[sentry|the log] shows requests with {dep} undefined",
      "[only|just] [run|do] this when there is a {wordsDep}",
      "=[needs|missing] a check for {dep}[ at the top|]",
    ],
    unseen: [
      "=there's nothing to do until we have a {wordsDep}",
      "=the server log shows calls for undefined",
    ],
    rows: [
      [
        { dep: "userId", words: "users" },
        { dep: "‹thing›Id", words: "‹things›" },
        { dep: "slug", words: "posts" },
        { dep: "token", words: "sessions" },
        { dep: "orderId", words: "orders" },
        { dep: "teamId", words: "teams" },
        { dep: "country", words: "cities" },
        { dep: "selectedId", words: "details" },
        { dep: "accountId", words: "accounts" },
        { dep: "code", words: "coupons" },
        { dep: "channelId", words: "channels" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      useEffect(() => {
        ⟦→if (!‹dep›) return;⟧
        «setLoading(true);|setError(null);|»
        api.get(´/‹words›/€{‹dep›}´).then(setData);
      }, [‹dep›]);
      `,
      `
      ƒ use‹Other›Of(‹dep›?: string) {
        const [‹other›, set‹Other›] = useState<‹Other› | null>(null);
        ‹line›

        useEffect(() => {
          ⟦→if (!‹dep›) return;⟧
          fetch(´/api/‹words›/€{‹dep›}´)
            .then((response) => response.json())
            .then(set‹Other›);
        }, [‹dep›]);

        return ‹other›;
      ƒ}
      `,
      `
      export function ‹Other›Feed({ ‹dep›, limit = 20 }: ‹Other›FeedProps) {
        const [feed, setFeed] = useState<‹Other›[]>([]);

        useEffect(() => {
          document.title = "«Feed|News|Activity»";
        }, []);

        useEffect(() => {
          ⟦→if (!‹dep›) return;⟧
          const source = new EventSource(´/‹words›/€{‹dep›}/feed´);
          source.onmessage = (event) => setFeed((old) => [JSON.parse(event.data), ...old]);
          return () => source.close();
        }, [‹dep›]);

        return <Feed entries={feed.slice(0, limit)} />;
      }
      `,
      `
      const { ‹dep› } = useParams();

      useEffect(() => {
        ⟦→if (!‹dep›) return;⟧
        dispatch(load‹Other›({ ‹dep›, path: ´/‹words›/€{‹dep›}´ }));
      }, [dispatch, ‹dep›]);
      `,
    ],
  }),

  // The function is called `load`, and called at once.
  sketched("effect-async-inside", {
    seen: [
      "=useEffect must not return a promise",
      "=react warns that an effect must not return anything besides a function",
      "=effects can't be async",
      "=the effect is async, react [complains|doesn't like that|warns]",
      "[move|put] it into an async function load [in|inside] the effect",
      "=warning about the async effect[ in the console|], use an inner function load",
      "use an inner async function [load|called load]",
      "=[destroy is not a function|crashes with destroy is not a function] when I leave the page",
      "=async callback in useEffect isn't allowed",
      "=no async effects pls",
      "=why does react warn about this effect?",
      "=can the async part be an inner function [load|called load]?",
      "make the effect itself [sync|synchronous|not async]",
      "=the effect [returns|gives back] a promise[, react wants a function or nothing|]",
      "=[could|can't] we [have|put] the async code in a function load[ inside|]?",
      "=typescript [doesn't accept|rejects] the async effect",
      "=async should be [inside|in an inner load function], not on the effect[ itself|]",
    ],
    unseen: [
      "=the promise that the effect returns is taken for its cleanup",
      "define load in the effect and call it",
    ],
    rows: [
      [
        {
          call: "fetch‹Thing›(id)",
          state: "‹Thing›",
          dep: "id",
          props: "id, children",
          params: "id: string",
        },
        {
          call: "api.list‹Things›(page)",
          state: "‹Things›",
          dep: "page",
          props: "page, children",
          params: "page: string",
        },
        {
          call: "client.get‹Thing›(slug)",
          state: "‹Thing›",
          dep: "slug",
          props: "slug, children",
          params: "slug: string",
        },
        {
          call: "search(query)",
          state: "Results",
          dep: "query",
          props: "query, children",
          params: "query: string",
        },
        { call: "load‹Things›()", state: "‹Things›", dep: "", props: "title, children", params: "" },
        {
          call: "getProfile(userId)",
          state: "Profile",
          dep: "userId",
          props: "userId, children",
          params: "userId: string",
        },
        {
          call: "readFile(path)",
          state: "Text",
          dep: "path",
          props: "path, children",
          params: "path: string",
        },
        { call: "db.‹things›.toArray()", state: "‹Things›", dep: "", props: "title, children", params: "" },
        {
          call: "navigator.mediaDevices.enumerateDevices()",
          state: "Devices",
          dep: "",
          props: "title, children",
          params: "",
        },
      ],
    ],
    vars: {
      line: HOOK_LINES,
      first: ["", "", "setLoading(true);", "setError(null);", 'console.debug("loading");'],
    },
    code: [
      `
      useEffect(⟦async () => {
        ‹first›
        set‹State›(await ‹call›);
      }→() => {
        const load = async () => {
          ‹first›
          set‹State›(await ‹call›);
        };
        load();
      }⟧, [‹dep›]);
      `,
      `
      export function ‹Other›Page({ ‹props› }: ‹Other›PageProps) {
        const [loaded, set‹State›] = useState<‹State›>();
        ‹line›

        useEffect(⟦async () => {
          const result = await ‹call›;
          set‹State›(result);
        }→() => {
          const load = async () => {
            const result = await ‹call›;
            set‹State›(result);
          };
          load();
        }⟧, [‹dep›]);

        return loaded ? <‹Other›View data={loaded} /> : <Spinner />;
      }
      `,
      `
      ƒ use‹State›(‹params›) {
        const [value, set‹State›] = useState<‹State›>();
        const [error, setError] = useState<unknown>();

        useEffect(⟦async () => {
          try {
            set‹State›(await ‹call›);
          } catch (err) {
            setError(err);
          }
        }→() => {
          const load = async () => {
            try {
              set‹State›(await ‹call›);
            } catch (err) {
              setError(err);
            }
          };
          load();
        }⟧, [‹dep›]);

        return { value, error };
      ƒ}
      `,
    ],
  }),

  sketched("effect-to-layout-effect", {
    seen: [
      "=it flickers",
      "=it [jumps|flickers|moves] for a moment when it [opens|appears|is shown]",
      "=for one frame it's in the wrong place",
      "use useLayoutEffect[ here|]",
      "=should measure before the [browser paints|paint]",
      "=one sees it at the old [position|place] for a [moment|split second]",
      "make it a layout effect",
      "=useEffect is too late for [this|measuring]",
      "=needs useLayoutEffect, since it [measures|reads the layout]",
      "=why does it [jump|flicker] on opening?",
      "=could this be a layout effect?",
      "=it's painted once before it's [measured|positioned]",
      "=there's a flash before it gets its right [place|size]",
      "=the [user|customer] sees it [twice|in two places] for a [blink|moment]",
      "[switch|change] to useLayoutEffect",
    ],
    unseen: ["=visibly snaps into place after the first paint", "run it before the screen is painted"],
    vars: {
      line: HOOK_LINES,
      what: ["Height", "Width", "Position", "Offset", "Top", "Size", "Rect", "Placement"],
      ref: ["ref", "tooltipRef", "boxRef", "menuRef", "panelRef", "elementRef", "listRef", "anchorRef"],
      read: [
        "‹ref›.current.getBoundingClientRect()",
        "measure(‹ref›.current)",
        "computeLayout(‹ref›.current)",
        "‹ref›.current.getClientRects()[0]",
      ],
    },
    code: [
      `
      ⟦useEffect→useLayoutEffect⟧(() => {
        if (‹ref›.current) set‹What›(‹read›);
      }, [«open|text|children|content»]);

      useEffect(() => {
        onShow?.();
      }, [onShow]);
      `,
      `
      import { «memo, |»useEffect, ⟦→useLayoutEffect, ⟧useRef, useState } from "react";

      export function ‹Thing›Tooltip({ text, onShow }: ‹Thing›TooltipProps) {
        const ‹ref› = useRef<HTMLDivElement>(null);
        const [box, set‹What›] = useState<DOMRect>();

        useEffect(() => onShow(text), [onShow, text]);

        ⟦useEffect→useLayoutEffect⟧(() => {
          if (‹ref›.current) set‹What›(‹read›);
        }, [text]);

        return (
          <div ref={‹ref›} style={{ top: box?.top, left: box?.left }}>
            {text}
          </div>
        );
      }
      `,
      `
      ƒ use‹What›(‹ref›: RefObject<HTMLElement>) {
        const [value, set‹What›] = useState<DOMRect>();

        ⟦useEffect→useLayoutEffect⟧(() => {
          if (!‹ref›.current) return;
          set‹What›(‹read›);
        }, [‹ref›]);

        return value;
      ƒ}
      `,
    ],
  }),

  sketched("poll-at-once-too", {
    seen: [
      "=the first {words} only [comes|shows up] after {wordsTime}",
      "=nothing [for|in] the first {wordsTime}",
      "also [call|run] {call} [right away|immediately|at once]",
      "=should [also run|run] immediately[, not only after {wordsTime}|]",
      "call {call} once before the interval[ starts|]",
      "=empty for {wordsTime} until the interval [fires|ticks] the first time",
      "=why do I have to wait {wordsTime} for the first {words}?",
      "=the interval doesn't fire at the start, call {call} first",
      "=can {call} run once at the [start|beginning], too?",
      "don't wait {wordsTime} for the first call",
      "=it'd be better to [start|begin] with a call of {call}",
      "=initial {call} is missing",
      "=I [open|load] the page and [wait|see nothing] for {wordsTime}",
      "=would be [nice|better] to have {words} [right away|from the start]",
      "=[expected|should be]: {call} at once and then every {wordsTime}",
      "={call} [immediately|right at the start] [too|as well]",
    ],
    unseen: ["=one stares at a blank page for {wordsTime}", "={call} up front, then every {wordsTime}"],
    rows: [
      [
        { call: "refresh", words: "data" },
        { call: "poll", words: "status" },
        { call: "loadPrices", words: "prices" },
        { call: "checkStatus", words: "status" },
        { call: "fetchMessages", words: "messages" },
        { call: "update", words: "values" },
        { call: "reload", words: "rows" },
        { call: "tick", words: "time" },
        { call: "sync", words: "update" },
        { call: "loadStats", words: "numbers" },
        { call: "fetch‹Things›", words: "list" },
      ],
      [
        { wordsTime: "5 seconds", ms: "5000" },
        { wordsTime: "ten seconds", ms: "10_000" },
        { wordsTime: "30 seconds", ms: "30_000" },
        { wordsTime: "a minute", ms: "60_000" },
        { wordsTime: "3 sec", ms: "3000" },
        { wordsTime: "two minutes", ms: "2 * 60 * 1000" },
        { wordsTime: "20 seconds", ms: "20000" },
      ],
    ],
    code: [
      `
      useEffect(() => {
        ⟦→‹call›();⟧
        const id = setInterval(‹call›, ‹ms›);
        return () => clearInterval(id);
      }, [‹call›]);
      `,
      `
      ƒ use‹Thing›Polling(enabled: boolean) {
        const [value, setValue] = useState<‹Thing›>();

        useEffect(() => {
          if (!enabled) return;
          const ‹call› = () => get‹Thing›().then(setValue);
          ⟦→‹call›();⟧
          const timer = window.setInterval(‹call›, ‹ms›);
          return () => window.clearInterval(timer);
        }, [enabled]);

        return value;
      ƒ}
      `,
      `
      class ‹Thing›Monitor extends React.Component<Props, State> {
        private timer?: number;

        componentDidMount() {
          «this.props.onStart();|»
          ⟦→this.‹call›();⟧
          this.timer = window.setInterval(this.‹call›, ‹ms›);
        }

        componentWillUnmount() {
          window.clearInterval(this.timer);
        }

        private ‹call› = async () => {
          this.setState({ ‹things›: await list‹Things›() });
        };
      }
      `,
      `
      ƒ start‹Thing›Watcher(‹call›: () => void) {
        «console.info("watching ‹thing:words›");|»
        ⟦→‹call›();⟧
        const timer = setInterval(‹call›, ‹ms›);
        return { stop: () => clearInterval(timer) };
      ƒ}
      `,
    ],
  }),

  sketched("did-update-only-on-change", {
    seen: [
      "=endless loop after the first update, it should look whether {prop} [changed|is another]",
      "=maximum update depth exceeded, [because|since] nobody checks whether {prop} changed",
      "=loads again after every update[, should only when {prop} changes|]",
      "only {words} when {prop} changes",
      "=componentDidUpdate needs a check whether {prop} [changed|is another one]",
      "compare {prop} with the previous [one|props]",
      "=should only [run|happen] when {prop} [changed|is different]",
      "=why does it {words} after each update?",
      "=requests forever, check {prop} against the old props",
      "=typing anything [triggers|starts] it, only a new {wordsProp} should",
      "=can it {words} only for a new {wordsProp}?",
      "=no check of {prop} in componentDidUpdate",
      "=every update [calls|triggers] it, [although|even if] {prop} [stayed the same|is the same]",
      "=[should|must] not {words} when {prop} is [the same|unchanged]",
      "=the update [loops|goes round and round], [only a change of {prop} counts|check {prop}]",
      "[skip|ignore] updates [where|in which] {prop} [stays the same|didn't change]",
      "=if {prop} is what it was, [nothing should happen|don't {words}]",
    ],
    unseen: [
      "=unless the {wordsProp} is another one, there's nothing to do after an update",
      "guard it with the old {prop}",
    ],
    rows: [
      [
        { prop: "‹thing›Id", words: "load", call: "this.load();" },
        { prop: "query", words: "search", call: "this.search();" },
        { prop: "url", words: "reload", call: "this.reload();" },
        { prop: "page", words: "fetch", call: "this.fetchPage();" },
        { prop: "data", words: "draw", call: "this.draw();" },
        { prop: "filter", words: "load", call: "this.loadRows();" },
        { prop: "source", words: "restart", call: "this.restart();" },
        { prop: "locale", words: "translate", call: "this.translate();" },
        { prop: "roomId", words: "connect", call: "this.connect();" },
      ],
    ],
    code: [
      `
      class ‹Thing›Panel extends React.Component<Props, State> {
        componentDidMount() {
          ‹call›
        }

        componentDidUpdate(prevProps: Props) {
          ⟦‹call›→if (prevProps.‹prop› !== this.props.‹prop›) ‹call›⟧
        }
      }
      `,
      `
      export class ‹Thing›Chart extends PureComponent<‹Thing›ChartProps> {
        private root = createRef<HTMLDivElement>();

        componentDidUpdate(prevProps: ‹Thing›ChartProps) {
          ⟦‹call›→if (prevProps.‹prop› !== this.props.‹prop›) ‹call›⟧
        }

        render() {
          return <div ref={this.root} title={this.props.title} />;
        }
      }
      `,
      `
      class ‹Thing›View extends Component<‹Thing›Props> {
        renders = 0;

        componentDidUpdate(prevProps: ‹Thing›Props) {
          «this.props.onUpdate?.();|this.renders += 1;»
          ⟦‹call›→if (prevProps.‹prop› !== this.props.‹prop›) ‹call›⟧
        }
      }
      `,
    ],
  }),
];
