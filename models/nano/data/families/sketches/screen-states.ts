import { sketched } from "./sketch.ts";

/** Loading, failing, being there: what screens hold, and when it is changed. */
export const SCREEN_STATES = [
  sketched("busy-flag-goes-off-always", {
    seen: [
      "=spinner never goes away when the request fails",
      "=it [stays|keeps] {wordsDoing} forever [when|if] {call} [throws|fails|rejects]",
      "=when {call} throws, {busy} stays true",
      "=after an error {busy} is still true",
      "=the screen [hangs|is stuck] in {wordsDoing} [after a failed request|when {call} fails]",
      "[reset|set back] {busy} even if it fails",
      "[put|move] the [last|second] call of {set} into a finally",
      "=should stop {wordsDoing} on [errors|failure] too",
      "=can {busy} be reset in a finally?",
      "=offline it shows the spinner for ever",
      "=needs a finally for {busy}",
      "=one 500 and the page never gets out of {wordsDoing}",
      "use try/finally so that {busy} always goes back to false",
    ],
    unseen: [
      "=nobody turns {busy} off if something goes wrong in between",
      "=with the backend down the loader turns until you reload",
    ],
    rows: [
      [
        { busy: "loading", doing: "loading", set: "setLoading" },
        { busy: "isLoading", doing: "loading", set: "setIsLoading" },
        { busy: "busy", doing: "working", set: "setBusy" },
        { busy: "saving", doing: "saving", set: "setSaving" },
        { busy: "isSubmitting", doing: "submitting", set: "setIsSubmitting" },
        { busy: "refreshing", doing: "refreshing", set: "setRefreshing" },
        { busy: "pending", doing: "loading", set: "setPending" },
        { busy: "isFetching", doing: "fetching", set: "setIsFetching" },
        { busy: "syncing", doing: "syncing", set: "setSyncing" },
      ],
    ],
    vars: {
      call: ["api.list‹Things›", "fetch‹Things›", "load‹Things›", "client.get‹Things›", "‹things›Api.list"],
    },
    code: [
      `
      const refresh = async () => {
        ‹set›(true);
        ⟦const ‹things› = await ‹call›();
        set‹Things›(‹things›);
        ‹set›(false);→try {
          const ‹things› = await ‹call›();
          set‹Things›(‹things›);
        } finally {
          ‹set›(false);
        }⟧
      };
      `,
      `
      export function use‹Things›(query: string) {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);
        const [‹busy›, ‹set›] = useState(false);

        const load = useCallback(async () => {
          ‹set›(true);
          ⟦set‹Things›(await ‹call›(query));
          ‹set›(false);→try {
            set‹Things›(await ‹call›(query));
          } finally {
            ‹set›(false);
          }⟧
        }, [query]);

        return { ‹things›, ‹busy›, load };
      }
      `,
      `
      ƒ ‹Thing›Button({ onDone }: Props) {
        const [‹busy›, ‹set›] = useState(false);

        async function handleClick() {
          ‹set›(true);
          ⟦const result = await ‹call›();
          onDone(result);
          ‹set›(false);→try {
            const result = await ‹call›();
            onDone(result);
          } finally {
            ‹set›(false);
          }⟧
        }

        return <button disabled={‹busy›} onClick={handleClick}>«Load|Start|Go»</button>;
      ƒ}
      `,
      `
      class ‹Thing›Store {
        ‹busy› = false;
        ‹things›: ‹Thing›[] = [];

        async load() {
          this.‹set›(true);
          ⟦this.‹things› = await ‹call›();
          this.‹set›(false);→try {
            this.‹things› = await ‹call›();
          } finally {
            this.‹set›(false);
          }⟧
        }

        ‹set›(value: boolean) {
          this.‹busy› = value;
        }
      }
      `,
    ],
  }),
  sketched("effect-cleans-up", {
    seen: [
      "=the {wordsWhat} [keeps running|is still alive|goes on] after [i leave the page|unmount|the component is gone]",
      "=[memory leak|leak]: the {wordsWhat} is never [stopped|cleaned up|given up]",
      "[clean up|stop] the {wordsWhat} [when the component unmounts|on unmount]",
      "=no cleanup in [this|the] effect",
      "[return|add] a cleanup[ function|]",
      "=every visit of the page adds another {wordsWhat}",
      "=warning: state update on an unmounted component, from the {wordsWhat}",
      "=shouldn't the effect stop the {wordsWhat} again?",
      "=who stops the {wordsWhat}?",
      "=the {wordsWhat} outlives the component",
      "=can the effect clean up after itself?",
      "=after going back and forth a few times [it runs|there are] several {wordsWhat}s at once",
    ],
    unseen: [
      "=what the effect starts it never ends",
      "=leaving the screen should be the end of the {wordsWhat}",
    ],
    rows: [
      [
        {
          what: "interval",
          name: "id",
          start: "setInterval(tick, 1000)",
          stop: "clearInterval(id)",
        },
        {
          what: "timer",
          name: "timer",
          start: "setTimeout(onExpire, delay)",
          stop: "clearTimeout(timer)",
        },
        {
          what: "subscription",
          name: "unsubscribe",
          start: "store.subscribe(update)",
          stop: "unsubscribe()",
        },
        {
          what: "subscription",
          name: "subscription",
          start: "stream.subscribe(onMessage)",
          stop: "subscription.unsubscribe()",
        },
        {
          what: "observer",
          name: "observer",
          start: "new ResizeObserver(measure)",
          stop: "observer.disconnect()",
        },
        {
          what: "socket",
          name: "socket",
          start: "new WebSocket(url)",
          stop: "socket.close()",
        },
        {
          what: "polling",
          name: "poll",
          start: "setInterval(refetch, 5000)",
          stop: "clearInterval(poll)",
        },
        {
          what: "animation frame",
          name: "frame",
          start: "requestAnimationFrame(draw)",
          stop: "cancelAnimationFrame(frame)",
        },
        {
          what: "event source",
          name: "source",
          start: "new EventSource(url)",
          stop: "source.close()",
        },
      ],
    ],
    vars: { dependencies: ["", "‹thing›", "‹thing›.id", "‹things›"] },
    code: [
      `
      useEffect(() => {
        const ‹name› = ‹start›;
        ⟦→return () => ‹stop›;⟧
      }, [‹dependencies›]);
      `,
      `
      ƒ ‹Thing›View({ ‹thing›, ‹things›, url, delay, onExpire }: ViewProps) {
        const [count, setCount] = useState(0);

        useEffect(() => {
          document.title = ‹thing›.name;
        }, [‹thing›.name]);

        useEffect(() => {
          const ‹name› = ‹start›;
          «setCount((count) => count + 1);|»
          ⟦→return () => ‹stop›;⟧
        }, [‹dependencies›]);

        return <div className="‹thing:kebab›">{count}</div>;
      ƒ}
      `,
      `
      export function use‹Thing›(‹thing›: ‹Thing›, ‹things›: ‹Thing›[]) {
        const [value, setValue] = useState<number | null>(null);

        useEffect(() => {
          if (!‹thing›.active) return;
          ‹fill›
          const ‹name› = ‹start›;
          ⟦→return () => ‹stop›;⟧
        }, [«‹thing›.active|‹thing›»]);

        return value;
      }
      `,
    ],
  }),
  sketched("state-is-not-pushed-to", {
    seen: [
      "=the list doesn't update after adding a {wordsThing}",
      "=adding a {wordsThing} doesn't [rerender|show up|change anything on the screen]",
      "=new {wordsThing} only [appears|shows up] after [something else changes|a reload]",
      "=react doesn't notice the new {wordsThing}",
      "don't [mutate|push to] the state[ array|]",
      "set a new array instead of [pushing to|mutating] {things}",
      "=we mutate {things} here",
      "={things} is state, push doesn't [work|trigger a render]",
      "=why is the new {wordsThing} not [displayed|rendered]?",
      "=can we make a copy [of {things} |]instead of pushing?",
      "=state mutation, pls use spread",
      "=i add a {wordsThing} and nothing happens, though it is in {things}",
      "=same array reference, so no render",
    ],
    unseen: [
      "=the screen lags behind by one {wordsThing} because {things} stays the same object",
      "make {things} a fresh array every time",
    ],
    vars: {
      set: ["set‹Things›"],
      add: ["add‹Thing›", "handleAdd", "append‹Thing›", "onCreated", "insert‹Thing›"],
    },
    code: [
      `
      const ‹add› = (‹thing›: «string|‹Thing›») => {
        ⟦‹things›.push(‹thing›);
        ‹set›(‹things›);→‹set›([...‹things›, ‹thing›]);⟧
        «setInput("");|setOpen(false);|close();»
      };
      `,
      `
      ƒ ‹Thing›Manager() {
        const [‹things›, ‹set›] = useState<‹Thing›[]>([]);
        const log: string[] = [];

        const ‹add› = async (name: string) => {
          const ‹thing› = await create‹Thing›(name);
          log.push(name);
          ⟦‹things›.push(‹thing›);
          ‹set›(‹things›);→‹set›([...‹things›, ‹thing›]);⟧
        };

        return <‹Thing›List ‹things›={‹things›} onAdd={‹add›} />;
      ƒ}
      `,
      `
      ƒ ‹things›Reducer(state: ‹Thing›State, action: ‹Thing›Action): ‹Thing›State {
        switch (action.type) {
          case "«add|added|create»":
            ⟦state.‹things›.push(action.‹thing›);
            return state;→return { ...state, ‹things›: [...state.‹things›, action.‹thing›] };⟧
          case "clear":
            return { ...state, ‹things›: [] };
          default:
            return state;
        }
      ƒ}
      `,
      `
      export const use‹Things› = (initial: ‹Thing›[]) => {
        const [‹things›, ‹set›] = useState(initial);

        const ‹add› = useCallback(
          (‹thing›: ‹Thing›) => {
            ‹fill›
            ⟦‹things›.push(‹thing›);
            ‹set›(‹things›);→‹set›([...‹things›, ‹thing›]);⟧
          },
          [‹things›],
        );

        return { ‹things›, ‹add› };
      };
      `,
    ],
  }),
  sketched("other-fields-stay", {
    seen: [
      "=[updating|changing|editing] one field [wipes|empties|removes|loses] the [other ones|others]",
      "=when i change {one} the {wordsTwo} is [gone|lost|undefined]",
      "=[typing|editing] one field [and|makes] all the others [are empty|disappear]",
      "keep the [other|rest of the] fields[ of {state}|]",
      "=the other fields of {state} get lost",
      "spread {state} [in there|first]",
      "=after changing {one} there is nothing else left in {state}",
      "=why is {state} only one field after an edit?",
      "=should only change the one field, not [replace|throw away] the [whole|rest of the] {wordsState}",
      "=can it keep what was in {state}?",
      "=missing ...{state}",
      "=setting {one} resets {two}",
    ],
    unseen: [
      "=whatever was entered before vanishes with the next thing you enter",
      "merge the change into {state}, it isn't meant to take its place",
    ],
    rows: [
      [
        { one: "street", two: "city" },
        { one: "email", two: "phone" },
        { one: "title", two: "notes" },
        { one: "from", two: "until" },
        { one: "width", two: "height" },
        { one: "theme", two: "language" },
        { one: "minPrice", two: "maxPrice" },
        { one: "firstName", two: "lastName" },
      ],
    ],
    vars: {
      state: ["form", "values", "draft", "settings", "filters", "options", "profile", "fields"],
      setField: ["setField", "change", "update", "handleField"],
    },
    code: [
      `
      const [‹state›, set‹State›] = useState({ ‹one›: "", ‹two›: "" });

      const ‹setField› = (name: string, value: string) => {
        ‹fill›
        set‹State›({ ⟦→...‹state›, ⟧[name]: value });
      };
      `,
      `
      ƒ ‹Thing›Form({ ‹state›, set‹State› }: Props) {
        return (
          <form>
            <input value={‹state›.‹one›} onChange={(e) => set‹State›({ ⟦→...‹state›, ⟧‹one›: e.target.value })} />
            <input value={‹state›.‹two›} onChange={(e) => set‹State›({ ...‹state›, ‹two›: e.target.value })} />
          </form>
        );
      ƒ}
      `,
      `
      ƒ ‹state›Reducer(‹state›: ‹State›State, action: Action): ‹State›State {
        switch (action.type) {
          case "‹one:kebab›-changed":
            return { ⟦→...‹state›, ⟧‹one›: action.value };
          case "‹two:kebab›-changed":
            return { ...‹state›, ‹two›: action.value };
          default:
            return ‹state›;
        }
      ƒ}
      `,
      `
      export function use‹State›(initial: { ‹one›: string; ‹two›: string }) {
        const [‹state›, set‹State›] = useState(initial);
        const set‹One› = (‹one›: string) => set‹State›({ ⟦→...‹state›, ⟧‹one› });
        const set‹Two› = (‹two›: string) => set‹State›({ ...‹state›, ‹two› });
        return { ‹state›, set‹One›, set‹Two› };
      }
      `,
    ],
  }),
  sketched("computed-once-with-memo", {
    seen: [
      "[memoize|memoise] {result}",
      "[put|wrap] {result} [in|into] [a |]useMemo",
      "=useMemo for {result}[ pls|]",
      "=can {result} be memoized?",
      "=don't [compute|filter|recompute] {result} on every render",
      "=[typing|every keystroke] is slow because {result} is computed [again |]each time",
      "={result} is recomputed on every render",
      "=the list is huge, {result} should only be computed when {source} or {by} changes",
      "compute {result} only when its inputs change",
      "=profiler says {result} takes most of the render, memo?",
      "=[why|how come] {result} is filtered all over on each render?",
      "=lags with many {wordsSource}, {result} should be cached with useMemo",
    ],
    unseen: [
      "=nothing about {result} changes as long as {source} and {by} are the same, so why work it out again",
      "keep {result} between renders",
    ],
    rows: [
      [
        { result: "filtered", by: "category" },
        { result: "visible", by: "status" },
        { result: "matches", by: "owner" },
        { result: "shown", by: "kind" },
        { result: "active", by: "team" },
        { result: "rows", by: "region" },
        { result: "selected", by: "type" },
        { result: "results", by: "city" },
      ],
    ],
    vars: { source: ["‹things›"] },
    code: [
      `
      import { useMemo } from "react";

      ƒ ‹Thing›Grid({ ‹source›, ‹by› }: Props) {
        const ‹result› = ⟦‹source›.filter((one) => one.‹by› === ‹by›)→useMemo(
          () => ‹source›.filter((one) => one.‹by› === ‹by›),
          [‹source›, ‹by›],
        )⟧;

        return (
          <div className="grid">
            {‹result›.map((one) => (
              <‹Thing›Tile key={one.id} {...one} />
            ))}
          </div>
        );
      ƒ}
      `,
      `
      ƒ ‹Thing›Page({ ‹by› }: { ‹by›: string }) {
        const { data: ‹source› } = use‹Things›();
        const [open, setOpen] = useState(false);
        const names = useMemo(() => new Set(‹source›.map((‹thing›) => ‹thing›.name)), [‹source›]);
        const ‹result› = ⟦‹source›.filter((‹thing›) => ‹thing›.‹by› === ‹by›)→useMemo(
          () => ‹source›.filter((‹thing›) => ‹thing›.‹by› === ‹by›),
          [‹source›, ‹by›],
        )⟧;

        return (
          <Page title={‹by›} names={names} onOpen={() => setOpen(!open)}>
            <‹Thing›Table rows={‹result›} />
          </Page>
        );
      ƒ}
      `,
      `
      export function use‹Result›‹Things›(‹source›: ‹Thing›[], ‹by›: string) {
        ‹fill›
        const ‹result› = ⟦‹source›.filter((‹thing›) => ‹thing›.‹by›.includes(‹by›))→useMemo(
          () => ‹source›.filter((‹thing›) => ‹thing›.‹by›.includes(‹by›)),
          [‹source›, ‹by›],
        )⟧;
        return { ‹result›, count: ‹result›.length };
      }
      `,
    ],
  }),
  sketched("early-returns-instead-of-ternary", {
    seen: [
      "=can we use early [return|returns] instead of the nested ternary?",
      "=[nested ternary|the ternary] is hard to read, [early returns|ifs] pls",
      "use early returns instead of the [nested |]ternary",
      "[replace|rewrite] the nested ternary [by|with] early returns",
      "=no-nested-ternary",
      "=i can't read this ternary, [if|ifs] with return would be [clearer|better]",
      "=ternary in a ternary, use ifs",
      "[split|break] the ternary [up |]into [ifs that return|early returns]",
      "=would prefer ifs with early returns[ here|]",
      "=this should be three returns, [not|instead of] one nested ternary",
      "turn the ternaries into if statements that return",
    ],
    unseen: [
      "=one case per line would be nicer than this chain of question marks",
      "untangle what is returned, one if for each condition",
    ],
    rows: [
      [
        {
          first: "isLoading",
          names: "isLoading, error",
          firstView: "<Spinner />",
          second: "error",
          secondView: "<ErrorBox error={error} />",
        },
        {
          first: "loading",
          names: "loading, failed",
          firstView: "<Skeleton />",
          second: "failed",
          secondView: '<p className="error">Failed</p>',
        },
        {
          first: "isPending",
          names: "isPending, isError, refetch",
          firstView: "<Loader />",
          second: "isError",
          secondView: "<Retry onClick={refetch} />",
        },
        {
          first: "error",
          names: "error, isLoading",
          firstView: "<ErrorMessage text={error} />",
          second: "isLoading",
          secondView: "<Spinner />",
        },
        {
          first: "offline",
          names: "offline, expired",
          firstView: "<Offline />",
          second: "expired",
          secondView: "<LoginForm />",
        },
        {
          first: "!user",
          names: "user",
          firstView: "<SignIn />",
          second: "!user.isAdmin",
          secondView: "<Forbidden />",
        },
        {
          first: "isEditing",
          names: "isEditing, isDeleted",
          firstView: "<Editor />",
          second: "isDeleted",
          secondView: "null",
        },
        {
          first: "isCompact",
          names: "isCompact, isWide",
          firstView: "<Small />",
          second: "isWide",
          secondView: "<Wide columns={3} />",
        },
      ],
    ],
    code: [
      `
      ƒ ‹Thing›Panel({ ‹thing›, ‹names› }: Props) {
        ⟦return ‹first› ? ‹firstView› : ‹second› ? ‹secondView› : <‹Thing›Details ‹thing›={‹thing›} />;→if (‹first›) return ‹firstView›;
        if (‹second›) return ‹secondView›;
        return <‹Thing›Details ‹thing›={‹thing›} />;⟧
      ƒ}
      `,
      `
      ƒ ‹Thing›Page() {
        const { ‹things›, ‹names› } = use‹Things›();
        ‹fill›

        ⟦return ‹first› ? (
          ‹firstView›
        ) : ‹second› ? (
          ‹secondView›
        ) : (
          <‹Thing›List items={‹things›} />
        );→if (‹first›) return ‹firstView›;
        if (‹second›) return ‹secondView›;
        return <‹Thing›List items={‹things›} />;⟧
      ƒ}
      `,
      `
      const render‹Thing› = (‹thing›: ‹Thing›) => {
        const { ‹other› } = ‹thing›;
        ⟦return ‹first› ? ‹firstView› : ‹second› ? ‹secondView› : <span>{‹other›}</span>;→if (‹first›) return ‹firstView›;
        if (‹second›) return ‹secondView›;
        return <span>{‹other›}</span>;⟧
      };
      `,
    ],
  }),
  sketched("failure-is-told", {
    seen: [
      "=nothing [is shown|happens|shows up] when {wordsDoing} fails, {set} {textText}",
      "=when it fails the user sees nothing, should be {textText}",
      "[show|set] {textText} [if|when] {wordsDoing} fails",
      "=errors only go to the console, [people|users] should see {textText}",
      "[call|use] {set} with {textText} in the catch",
      "=the user should be told {textText} on failure",
      "=can we show {textText} on failure as well?",
      "=[failing|it fails] silently... {textText} pls",
      "=when {wordsDoing} [goes wrong|throws] [we|you] get no message, {textText} would do",
      "=support: '{wordsDoing} does nothing'. should say {textText} when it fails",
      "tell the user {textText} when there is an error",
      "=should end up with {textText} in {state} when it throws",
    ],
    unseen: [
      "=one only learns of a failure from devtools, put {textText} where it can be seen",
      "let {state} be {textText} in case of trouble",
    ],
    rows: [
      [
        { verb: "save", doing: "saving" },
        { verb: "load", doing: "loading" },
        { verb: "delete", doing: "deleting" },
        { verb: "upload", doing: "uploading" },
        { verb: "send", doing: "sending" },
        { verb: "import", doing: "importing" },
        { verb: "update", doing: "updating" },
      ],
      [
        { state: "error", set: "setError" },
        { state: "errorMessage", set: "setErrorMessage" },
        { state: "message", set: "setMessage" },
        { state: "problem", set: "setProblem" },
        { state: "failure", set: "setFailure" },
        { state: "notice", set: "setNotice" },
      ],
    ],
    vars: {
      text: [
        "Could not ‹verb› the ‹thing:words›",
        "Something went wrong",
        "Please try again later",
        "‹Doing› failed",
        "Sorry, that did not work",
        "Failed to ‹verb›",
        "Unable to ‹verb› your ‹thing:words›",
      ],
      e: ["error", "e", "err"],
    },
    code: [
      `
      const [‹state›, ‹set›] = useState("");

      const handle‹Verb› = async () => {
        try {
          «setBusy(true);|»
          await ‹verb›‹Thing›(‹thing›);
          «onDone();|close();|refetch();»
        } catch (‹e›) {
          console.error(‹e›);
          ⟦→‹set›("‹text›");⟧
        }
      };
      `,
      `
      ƒ ‹Verb›‹Thing›Button({ ‹thing›, onDone }: Props) {
        const [‹state›, ‹set›] = useState("");
        const [busy, setBusy] = useState(false);

        const handleClick = () => {
          setBusy(true);
          ‹verb›‹Thing›(‹thing›)
            .then(onDone)
            .catch((‹e›) => {
              console.error(‹e›);
              ⟦→‹set›("‹text›");⟧
            })
            .finally(() => setBusy(false));
        };

        return (
          <>
            <button disabled={busy} onClick={handleClick}>‹Verb›</button>
            {‹state› && <p role="alert">{‹state›}</p>}
          </>
        );
      ƒ}
      `,
      `
      const [‹state›, ‹set›] = useState<string | null>(null);

      const mutation = useMutation({
        mutationFn: ‹verb›‹Thing›,
        onSuccess: () => onDone(),
        onError: (‹e›) => {
          report(‹e›);
          ⟦→‹set›("‹text›");⟧
        },
      });
      `,
    ],
  }),
  sketched("label-while-busy", {
    seen: [
      "=the button should say {textBusyLabel} while {busy}",
      "[show|say] {textBusyLabel} [on the button|instead of {textLabel}] while {busy}",
      "=[you|people] can't see that it's {wordsDoing}, the button should read {textBusyLabel}",
      "={textBusyLabel} instead of {textLabel} while it's {wordsDoing}",
      "=no feedback after clicking {textLabel}. {textBusyLabel} while {busy}",
      "change the label to {textBusyLabel} [as long as|while] {busy} is true",
      "=while {busy}[ is true|]: {textBusyLabel}",
      "=[the label|what the button says] should depend on {busy}: {textBusyLabel} or {textLabel}",
      "=[want|i'd like] {textBusyLabel} on it while it's {wordsDoing}",
      "=can {textLabel} turn into {textBusyLabel} while {busy}?",
      "=users think the click on {textLabel} did nothing, let it read {textBusyLabel} while {busy}",
      "=should read {textBusyLabel} during {wordsDoing}",
    ],
    unseen: [
      "=the text of the button never changes, with {busy} it ought to be {textBusyLabel}",
      "swap {textLabel} for {textBusyLabel} as long as the request is on its way",
    ],
    rows: [
      [
        { busy: "saving", doing: "saving", label: "Save", busyLabel: "Saving…" },
        { busy: "isSaving", doing: "saving", label: "Save changes", busyLabel: "Saving..." },
        { busy: "sending", doing: "sending", label: "Send", busyLabel: "Sending…" },
        { busy: "isSubmitting", doing: "submitting", label: "Submit", busyLabel: "Please wait" },
        { busy: "loading", doing: "loading", label: "Load more", busyLabel: "Loading…" },
        { busy: "deleting", doing: "deleting", label: "Delete", busyLabel: "Deleting…" },
        { busy: "isUploading", doing: "uploading", label: "Upload", busyLabel: "Uploading…" },
        { busy: "pending", doing: "paying", label: "Pay now", busyLabel: "One moment…" },
        { busy: "isPending", doing: "signing in", label: "Sign in", busyLabel: "Signing in…" },
        { busy: "exporting", doing: "exporting", label: "Export", busyLabel: "Exporting..." },
      ],
    ],
    code: [
      `
      <footer>
        <button type="button" onClick={onCancel}>Cancel</button>
        <button type="submit" disabled={‹busy›}>⟦‹label›→{‹busy› ? "‹busyLabel›" : "‹label›"}⟧</button>
      </footer>
      `,
      `
      ƒ ‹Thing›Form({ ‹thing›, onSubmit }: FormProps) {
        const [‹busy›, set‹Busy›] = useState(false);

        const submit = async () => {
          set‹Busy›(true);
          await onSubmit(‹thing›);
          set‹Busy›(false);
        };

        return (
          <form onSubmit={submit}>
            <‹Thing›Fields ‹thing›={‹thing›} />
            <Button disabled={‹busy›}>
              ⟦‹label›→{‹busy› ? "‹busyLabel›" : "‹label›"}⟧
            </Button>
          </form>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Actions = ({ ‹busy›, onRun, onHelp }: ActionsProps) => (
        <ActionBar>
          <Action label="Help" onClick={onHelp} />
          <Action label=⟦"‹label›"→{‹busy› ? "‹busyLabel›" : "‹label›"}⟧ onClick={onRun} />
        </ActionBar>
      );
      `,
    ],
  }),
  sketched("effect-runs-once", {
    seen: [
      "=the {wordsThings} are [fetched|loaded|requested] [over and over|on every render|again and again]",
      "=endless [loop|requests]",
      "=infinite loop of requests to {call}",
      "=the network tab is full of {call}",
      "=should only [load|run] once, [on mount|when the component mounts]",
      "run the effect only [once|on mount|when mounting]",
      "=the effect has no dependency array, it should run once",
      "=[missing|add an] empty dependency array",
      "=can it load the {wordsThings} only once?",
      "=[why|how come] {call} is called on each render?",
      "=backend complains about hundreds of calls [of|to] {call}",
      "=every state change [calls|triggers] {call}[ again|]",
    ],
    unseen: [
      "=the {wordsThings} are needed a single time, at the beginning, but this asks for them without end",
      "=the browser gets hot as {call} never stops being called",
    ],
    vars: { call: ["fetch‹Things›", "api.list‹Things›", "load‹Things›", "get‹Things›", "client.‹things›"] },
    code: [
      `
      useEffect(() => {
        ‹call›().then(set‹Things›);
      }⟦→, []⟧);
      `,
      `
      ƒ ‹Thing›List() {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);
        const [query, setQuery] = useState("");

        useEffect(() => {
          document.title = query;
        }, [query]);

        useEffect(() => {
          ‹call›().then((‹things›) => set‹Things›(‹things›));
        }⟦→, []⟧);

        return (
          <div>
            <input value={query} onChange={(e) => setQuery(e.target.value)} />
            <Table rows={‹things›} />
          </div>
        );
      ƒ}
      `,
      `
      export function use‹Things›() {
        const [‹things›, set‹Things›] = useState<‹Thing›[] | null>(null);
        const [error, setError] = useState<Error | null>(null);

        useEffect(() => {
          const load = async () => {
            try {
              set‹Things›(await ‹call›());
            } catch (e) {
              setError(e as Error);
            }
          };
          ‹fill›
          load();
        }⟦→, []⟧);

        return { ‹things›, error };
      }
      `,
    ],
  }),
  sketched("state-begins-as-empty-list", {
    seen: [
      "=cannot read properties of undefined (reading 'map') on the first render",
      "=[crashes|blows up] before the {wordsThings} are [loaded|there]",
      "={things} is undefined [at first|in the beginning|until they are loaded]",
      "[start|initialise] {things} with an empty [array|list]",
      "=initial value of {things} should be an empty array",
      "=should be an empty [array|list] until the {wordsThings} [arrive|are there]",
      "=white screen on load, {things} is undefined",
      "=can {things} start out empty instead of undefined?",
      "=the first render fails because there are no {wordsThings} yet",
      "=[no|missing] default for {things}, empty array pls",
      "=works after hot reload but on a fresh load {things} is undefined",
    ],
    unseen: [
      "=as long as the server hasn't answered there's nothing to map over",
      "let {things} be a list from the very beginning",
    ],
    vars: { set: ["set‹Things›"], show: ["map", "map"] },
    code: [
      `
      ƒ ‹Thing›List() {
        const [‹things›, ‹set›] = useState<‹Thing›[]>(⟦→[]⟧);
        const [selected, setSelected] = useState<string>();

        useEffect(() => {
          fetch‹Things›().then(‹set›);
        }, []);

        return (
          <ul>
            {‹things›.‹show›((‹thing›) => (
              <li key={‹thing›.id} onClick={() => setSelected(‹thing›.id)}>{‹thing›.name}</li>
            ))}
          </ul>
        );
      ƒ}
      `,
      `
      const [‹other›, set‹Other›] = useState();
      const [‹things›, ‹set›] = useState(⟦→[]⟧);

      useEffect(() => {
        api.get("/‹things:kebab›").then(({ data }) => ‹set›(data));
      }, []);

      return (
        <Grid current={‹other›}>
          {‹things›.‹show›((‹thing›) => (
            <‹Thing›Card key={‹thing›.id} {...‹thing›} />
          ))}
        </Grid>
      );
      `,
      `
      export function use‹Thing›Options() {
        const [‹things›, ‹set›] = useState<‹Thing›[]>(⟦→[]⟧);
        const [open, setOpen] = useState<boolean>();
        ‹fill›

        useEffect(() => {
          if (open) load‹Things›().then(‹set›);
        }, [open]);

        const options = ‹things›.‹show›((‹thing›) => ({ value: ‹thing›.id, label: ‹thing›.name }));
        return { options, open, setOpen };
      }
      `,
    ],
  }),
  sketched("reducer-knows-reset", {
    seen: [
      "add [a|an action] {textAction} that goes back to {initial}",
      "=reducer: {textAction} should [go back to|return] {initial}",
      "=need an action {textAction} that [resets everything|brings back {initial}]",
      "=there's no way to start over, {textAction} should give {initial}",
      "handle {textAction}[ too|]: back to {initial}",
      "=dispatching {textAction} does nothing, should return {initial}",
      "=can the reducer handle {textAction} ({initial})?",
      "=the {textAction} action [is missing|isn't handled], it's {initial}",
      "=case {textAction} pls -> {initial}",
      "=on {textAction} [return|go back to] {initial}",
      "=[missing|we need] a case {textAction}, [it returns|returning] {initial}",
      "=the {textAction} button dispatches an action nobody handles, it should bring {initial} back",
    ],
    unseen: [
      "=with {textAction} all should be as in the beginning, that is {initial}",
      "teach the reducer {textAction}: it begins anew with {initial}",
    ],
    rows: [
      [
        { one: "step/next", change: "step: state.step + 1" },
        { one: "increment", change: "count: state.count + 1" },
        { one: "open", change: "open: true" },
        { one: "loaded", change: "items: action.items" },
        { one: "SET_NAME", change: "name: action.name" },
        { one: "select", change: "selected: action.id" },
        { one: "filter/changed", change: "filter: action.filter" },
      ],
      [
        { two: "step/back", change2: "step: state.step - 1" },
        { two: "close", change2: "open: false" },
        { two: "failed", change2: "error: action.error" },
        { two: "SET_SORT", change2: "sort: action.sort" },
        { two: "page", change2: "page: action.page" },
      ],
    ],
    vars: {
      action: [
        "reset",
        "clear",
        "start-over",
        "RESET",
        "‹thing:kebab›/reset",
        "logout",
        "CLEAR",
        "reset-all",
      ],
      initial: [
        "initialState",
        "INITIAL",
        "initial‹Thing›State",
        "emptyState",
        "defaultState",
        "INITIAL_STATE",
      ],
    },
    code: [
      `
      ƒ reducer(state: State, action: Action): State {
        switch (action.type) {
          case "‹one›":
            return { ...state, ‹change› };
          case "‹two›":
            return { ...state, ‹change2› };
          ⟦→case "‹action›":
            return ‹initial›;⟧
          default:
            return state;
        }
      ƒ}
      `,
      `
      export const ‹thing›Reducer = (state = ‹initial›, action: ‹Thing›Action) => {
        switch (action.type) {
          case "‹one›": {
            return { ...state, ‹change› };
          }
          ⟦→case "‹action›": {
            return ‹initial›;
          }⟧
          default: {
            return state;
          }
        }
      };
      `,
      `
      ƒ ‹thing›Reducer(state: ‹Thing›State, action: AnyAction): ‹Thing›State {
        if (action.type === "‹one›") return { ...state, ‹change› };
        if (action.type === "‹two›") return { ...state, ‹change2› };
        ⟦→if (action.type === "‹action›") return ‹initial›;⟧
        return state;
      ƒ}
      `,
    ],
  }),
];
