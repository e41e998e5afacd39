import { FLAGS, HOOK_LINES, ONE, PREVIOUS } from "./react-names.ts";
import { sketched } from "./sketch.ts";

/** State that React does not see change, because it was changed in place or replaced by too little. */
export const REACT_STATE = [
  // As `[...old, one]`: that is what React's documentation teaches.
  sketched("list-state-copied-on-add", {
    seen: [
      "=the list doesn't [update|refresh|rerender] [after adding|when I add] a {wordsThing}",
      "=new {wordsThings} only [show up|appear] after [a reload|something else rerenders]",
      "=[adding|I add] a {wordsThing} and nothing happens[ on the screen|]",
      "=why does the screen not [change|update] when a {wordsThing} is added?",
      "=react doesn't [notice|see] the [new|added] {wordsThing}",
      "=we [mutate|change] {things} in place, react [won't notice|doesn't see that]",
      "=state is mutated[ here|], needs a new array",
      "don't mutate {things}",
      "[make|use] a new array instead of [mutating|changing] {things}",
      "=the {wordsThing} is in {things} but [not on the page|the page never shows it]",
      "=same array reference, so no rerender",
      "=could we [spread|copy] {things} instead of changing it[ in place|]?",
      "=qa: added a {wordsThing}, had to reload to see it",
      "=new array pls, no mutation",
      "=would be better to set {things} to a copy with the {wordsThing} in it",
      "=push [on|to] state [is not allowed|doesn't rerender]",
    ],
    unseen: [
      "=nothing shows until I reload, although the {wordsThing} was added",
      "treat {things} as immutable",
    ],
    vars: {
      line: HOOK_LINES,
      prev: PREVIOUS,
      handler: ["handleCreate", "handleSubmit", "handleAdd", "handleSave", "create"],
      verb: ["add", "append", "insert", "create"],
      after: ["", "", 'setInput("");', "setIsOpen(false);", "inputRef.current?.focus();", "onChange?.();"],
    },
    code: [
      `
      const add‹Thing› = (‹thing›: ‹Thing›) => {
        ⟦‹things›.push(‹thing›);
        set‹Things›(‹things›);→set‹Things›([...‹things›, ‹thing›]);⟧
        ‹after›
      };
      «
      const remove‹Thing› = (id: string) => {
        set‹Things›(‹things›.filter((one) => one.id !== id));
      };|»
      `,
      `
      class ‹Thing›List extends React.Component<Props, State> {
        state: State = { ‹things›: [], «filter: ""|page: 1|error: null» };

        handleAdd = («‹thing›: ‹Thing›») => {
          ⟦this.state.‹things›.push(‹thing›);
          this.setState({ ‹things›: this.state.‹things› });→this.setState({ ‹things›: [...this.state.‹things›, ‹thing›] });⟧
        };

        render() {
          return <‹Other›Table rows={this.state.‹things›} onAdd={this.handleAdd} />;
        }
      }
      `,
      `
      ƒ use‹Things›(initial: ‹Thing›[] = []) {
        const [‹things›, set‹Things›] = useState(initial);
        ‹line›

        const ‹verb› = useCallback((‹thing›: ‹Thing›) => {
          ⟦set‹Things›((‹prev›) => {
            ‹prev›.push(‹thing›);
            return ‹prev›;
          });→set‹Things›((‹prev›) => [...‹prev›, ‹thing›]);⟧
        }, []);

        «const clear = useCallback(() => set‹Things›([]), []);|»
        return { ‹things›, «count: ‹things›.length, |»‹verb› };
      ƒ}
      `,
      `
      export function ‹Other›Page({ ‹other› }: ‹Other›PageProps) {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>(‹other›.‹things›);
        ‹line›

        async function ‹handler›(values: ‹Thing›Values) {
          const ‹thing› = await api.create‹Thing›(‹other›.id, values);
          ⟦‹things›.push(‹thing›);
          set‹Things›(‹things›);→set‹Things›([...‹things›, ‹thing›]);⟧
          ‹after›
        }

        return <‹Thing›List items={‹things›} onCreate={‹handler›} />;
      }
      `,
      `
      useEffect(() => {
        const off = socket.on("‹thing:kebab›:created", (‹thing›: ‹Thing›) => {
          ⟦set‹Things›((‹prev›) => {
            ‹prev›.unshift(‹thing›);
            return ‹prev›;
          });→set‹Things›((‹prev›) => [‹thing›, ...‹prev›]);⟧
          «setUnread((n) => n + 1);|notify(‹thing›);|»
        });
        return off;
      }, [socket]);
      `,
    ],
  }),

  sketched("list-state-copied-on-remove", {
    seen: [
      "=the list doesn't [update|refresh] [after removing|when I remove] a {wordsThing}",
      "=removed {wordsThings} stay [on the page|visible] until [I reload|something else rerenders]",
      "=[clicking|I click] remove and the {wordsThing} [is still there|doesn't go away]",
      "use filter instead of splice",
      "=splice [mutates|changes] the state[, use filter|]",
      "=why is the {wordsThing} still [shown|on the page] after removing it?",
      "=filter would be [better|safer] than splice here",
      "=react doesn't [notice|see] that a {wordsThing} is gone",
      "=no splice on state [pls|please]",
      "=could this filter {things} instead of [splicing it|changing it in place]?",
      "remove the {wordsThing} without mutating {things}",
      "=testers say removing a {wordsThing} [does nothing|has no effect on the screen]",
      "=the array is the same after splice, so [nothing rerenders|there is no rerender]",
      "=I remove one and it [stays|is still] [there|visible]",
      "[remove|take] it with filter",
    ],
    unseen: [
      "=deleted the {wordsThing}, but I keep seeing it",
      "={things} must not be changed in place, filter it",
    ],
    vars: { line: HOOK_LINES, prev: PREVIOUS, one: ONE },
    rows: [
      [
        { verb: "remove", key: "id" },
        { verb: "erase", key: "id" },
        { verb: "dismiss", key: "key" },
        { verb: "drop", key: "uuid" },
        { verb: "discard", key: "slug" },
        { verb: "close", key: "id" },
      ],
    ],
    code: [
      `
      const ‹verb›‹Thing› = (index: number) => {
        ⟦‹things›.splice(index, 1);
        set‹Things›(‹things›);→set‹Things›(‹things›.filter((_, i) => i !== index));⟧
        «setSelected(null);|onChange();|»
      };
      `,
      `
      ƒ use‹Things›(initial: ‹Thing›[]) {
        const [‹things›, set‹Things›] = useState(initial);
        ‹line›

        const add = (‹thing›: ‹Thing›) => set‹Things›([...‹things›, ‹thing›]);

        const ‹verb› = (‹key›: string) => {
          ⟦const index = ‹things›.findIndex((‹one›) => ‹one›.‹key› === ‹key›);
          ‹things›.splice(index, 1);
          set‹Things›(‹things›);→set‹Things›(‹things›.filter((‹one›) => ‹one›.‹key› !== ‹key›));⟧
        };

        return { ‹things›, add, ‹verb› };
      ƒ}
      `,
      `
      async function handle‹Verb›(‹thing›: ‹Thing›) {
        «if (!confirm("Sure?")) return;|setBusy(true);|»
        await api.‹things›.‹verb›(‹thing›.‹key›);
        ⟦set‹Things›((‹prev›) => {
          ‹prev›.splice(‹prev›.indexOf(‹thing›), 1);
          return ‹prev›;
        });→set‹Things›((‹prev›) => ‹prev›.filter((‹one›) => ‹one› !== ‹thing›));⟧
        «toast.success("‹Thing:Words› gone");|setBusy(false);|»
      }
      `,
      `
      export function ‹things›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "‹thing›/add":
            return { ...state, ‹things›: [...state.‹things›, action.‹thing›] };
          case "‹thing›/‹verb›": {
            ⟦state.‹things›.splice(action.index, 1);
            return state;→return { ...state, ‹things›: state.‹things›.filter((_, i) => i !== action.index) };⟧
          }
          default:
            return state;
        }
      }
      `,
    ],
  }),

  sketched("list-state-copied-on-sort", {
    seen: [
      "=sorting [does nothing|has no effect][ on the screen|]",
      "=clicking sort [doesn't change anything|changes nothing]",
      "=the order only changes after [something else|another change]",
      "=sort() [mutates|changes] the state",
      "=sort changes {list} in place[, copy it first|]",
      "copy {list} before sorting",
      "sort a copy",
      "=[doesn't|why doesn't it] rerender after sorting?",
      "=needs a copy[ before the sort|], sort works in place",
      "=the {wordsThings} are sorted but the page [still shows|keeps] the old order",
      "=can we sort a copy of {list} [please|instead]?",
      "don't sort {list} in place",
      "=setting the same array again [does nothing|is no change for react]",
      "=we should never sort [the state|{list}] itself",
      "=[click|press] on {field}: [nothing moves|same order as before]",
      "=sort [works|happens] in place, [react wants|needs] a new array",
      "[clone|copy] it [first|before sorting]",
    ],
    unseen: [
      "=the new order isn't visible until I type something",
      "spread {list} into a new array, then sort that",
    ],
    rows: [
      [
        { field: "name", compare: "a.name.localeCompare(b.name)" },
        { field: "price", compare: "a.price - b.price" },
        { field: "date", compare: "b.date - a.date" },
        { field: "title", compare: "a.title.localeCompare(b.title)" },
        { field: "rank", compare: "a.rank - b.rank" },
        { field: "size", compare: "b.size - a.size" },
        { field: "priority", compare: "b.priority - a.priority" },
        { field: "position", compare: "a.position - b.position" },
      ],
    ],
    vars: { list: ["‹things›", "rows", "items", "entries", "results"] },
    code: [
      `
      const sortBy‹Field› = () => {
        ⟦‹list›.sort((a, b) => ‹compare›);
        set‹List›(‹list›);→set‹List›([...‹list›].sort((a, b) => ‹compare›));⟧
        «setSortedBy("‹field›");|setPage(1);|»
      };
      `,
      `
      function ‹Thing›Table({ ‹other›Id, initial }: ‹Thing›TableProps) {
        const [‹list›, set‹List›] = useState<‹Thing›[]>(initial);
        «const [query, setQuery] = useState("");|const [page, setPage] = useState(1);|»
        return (
          <table>
            <thead>
              <tr>
                <th>«#|Id|»</th>
                <th onClick={() => set‹List›(⟦‹list›→[...‹list›]⟧.sort((a, b) => ‹compare›))}>‹Field›</th>
              </tr>
            </thead>
            <‹Thing›Rows ‹things›={‹list›} «filter="all" |»/>
          </table>
        );
      }
      `,
      `
      «export »function ‹thing›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "loaded":
            return { ...state, ‹list›: action.‹list› };
          case "sorted by ‹field›":
            return { ...state, ‹list›: ⟦state.‹list›→[...state.‹list›]⟧.sort((a, b) => ‹compare›) };
          default:
            return state;
        }
      }
      `,
      `
      const handleSort = useCallback(() => {
        «track("sort", { by: "‹field›" });|»
        set‹List›((‹list›) => ⟦‹list›→[...‹list›]⟧.sort((a, b) => ‹compare›));
        «onSort?.("‹field›");|»
      }, [«onSort|»]);
      `,
    ],
  }),

  // The way over map, which changes the one and leaves the others as they are.
  sketched("one-of-list-state-copied", {
    seen: [
      "=toggling {flag} [does nothing|has no effect][ on the screen|]",
      "=the {wordsThing} doesn't [turn|become] {wordsFlag} when I click it",
      "=[changing|setting] {flag} [mutates|changes] the {wordsThing} in place",
      "=we mutate the {wordsThing}[ here|], use map",
      "use map [and spread|with a copy] instead of mutating the {wordsThing}",
      "=the checkbox for {flag} [doesn't move|stays as it was]",
      "=why does {flag} only change on screen after [a reload|something else]?",
      "=no mutation of state pls, map over {things}",
      "don't mutate, map over {things} and copy the one that changes",
      "=react doesn't see the change of {flag}",
      "=can we do this without [mutating|touching] the old {wordsThing}?",
      "=same array and same object, so [no rerender|nothing rerenders]",
      "=memoized rows don't update when {flag} changes",
      "=[click|toggle] it: {flag} is [changed|set] but [the screen|the row] isn't [updated|rerendered]",
      "=[needs|should be] a copy of the {wordsThing} with the new {flag}",
      "[copy|clone] the {wordsThing} instead of [writing to it|changing it]",
    ],
    unseen: [
      "=clicked on {wordsFlag} three times and the row looks the same",
      "return new objects from a map here",
    ],
    vars: {
      line: HOOK_LINES,
      prev: PREVIOUS,
      one: ONE,
      flag: FLAGS,
      key: ["id", "id", "id", "key", "slug", "uuid"],
    },
    code: [
      `
      const toggle‹Flag› = (‹key›: string) => {
        ⟦const ‹thing› = ‹things›.find((‹one›) => ‹one›.‹key› === ‹key›);
        if (‹thing›) ‹thing›.‹flag› = !‹thing›.‹flag›;
        set‹Things›(‹things›);→set‹Things›(
          ‹things›.map((‹one›) => (‹one›.‹key› === ‹key› ? { ...‹one›, ‹flag›: !‹one›.‹flag› } : ‹one›)),
        );⟧
      };
      «
      const remove‹Thing› = (‹key›: string) => {
        set‹Things›(‹things›.filter((‹one›) => ‹one›.‹key› !== ‹key›));
      };|»
      `,
      `
      export function use‹Things›(initial: ‹Thing›[]) {
        const [‹things›, set‹Things›] = useState(initial);
        ‹line›

        const toggle = useCallback((‹key›: string) => {
          set‹Things›((‹prev›) =>
            ‹prev›.map((‹one›) => {
              if (‹one›.‹key› !== ‹key›) return ‹one›;
              ⟦‹one›.‹flag› = !‹one›.‹flag›;
              return ‹one›;→return { ...‹one›, ‹flag›: !‹one›.‹flag› };⟧
            }),
          );
        }, []);

        return [‹things›, toggle] as const;
      }
      `,
      `
      function ‹things›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "‹thing›/add":
            return { ...state, ‹things›: [...state.‹things›, action.‹thing›] };
          case "‹thing›/‹flag›":
            ⟦state.‹things›.forEach((‹one›) => {
              if (‹one›.‹key› === action.‹key›) ‹one›.‹flag› = true;
            });
            return { ...state };→return {
              ...state,
              ‹things›: state.‹things›.map((‹one›) =>
                ‹one›.‹key› === action.‹key› ? { ...‹one›, ‹flag›: true } : ‹one›,
              ),
            };⟧
          default:
            return state;
        }
      }
      `,
    ],
  }),

  // With the value at hand, not with an updater: that is the smaller change.
  sketched("object-state-keeps-rest", {
    seen: [
      "=[updating|changing] one field [wipes|clears|loses] the other ones",
      "=[typing in|editing] one field [empties|resets] all the others",
      "=the other fields of {state} [are gone|get lost] [after|when] one changes",
      "keep the other fields of {state}",
      "[spread|keep] the rest of {state}",
      "=needs the spread of {state}",
      "=we lose [the rest|everything else] in {state} [here|on a change]",
      "=why are the other fields undefined after a change?",
      "=only the last edited field is [sent|saved|kept]",
      "=should [only change the one field|leave the other fields alone]",
      "=this replaces the whole {state}[ object|], should merge",
      "merge into {state} instead of replacing it",
      "=could it keep what was in {state} before?",
      "=fill in two fields and the first one is empty again",
      "=I [change|edit] one [field|thing] and [lose|the form forgets] the rest",
    ],
    unseen: [
      "=whatever I typed before disappears as soon as I go to the next field",
      "={state} should be merged",
    ],
    vars: {
      state: [
        "form",
        "values",
        "settings",
        "filters",
        "draft",
        "profile",
        "options",
        "fields",
        "data",
        "‹thing›",
      ],
      line: HOOK_LINES,
      key: ["name", "field", "key"],
    },
    rows: [
      [
        { field: "email", second: "phone" },
        { field: "title", second: "subtitle" },
        { field: "street", second: "city" },
        { field: "status", second: "owner" },
        { field: "from", second: "until" },
        { field: "color", second: "size" },
        { field: "minPrice", second: "maxPrice" },
        { field: "firstName", second: "lastName" },
      ],
    ],
    code: [
      `
      const set«Field|Value» = (‹key›: string, value: string) => {
        set‹State›({ ⟦→...‹state›, ⟧[‹key›]: value });
        «setDirty(true);|setErrors({});|»
      };
      `,
      `
      export function ‹Thing›Fields({ initial }: ‹Thing›FieldsProps) {
        const [‹state›, set‹State›] = useState(initial);
        ‹line›

        return (
          <fieldset>
            <Input
              value={‹state›.‹second›}
              onChange={(‹second›) => set‹State›({ ...‹state›, ‹second› })}
            />
            <Input
              value={‹state›.‹field›}
              onChange={(‹field›) => set‹State›({ ⟦→...‹state›, ⟧‹field› })}
            />
          </fieldset>
        );
      }
      `,
      `
      function handleChange(event: React.ChangeEvent<HTMLInputElement>) {
        const { name, value } = event.target;
        «setTouched(true);|setError(null);|»
        set‹State›({ ⟦→...‹state›, ⟧[name]: value });
      }
      `,
      `
      const on‹Field›Change = (event: React.ChangeEvent<HTMLSelectElement>) => {
        set‹State›({⟦→ ...‹state›,⟧ ‹field›: event.target.value });
      };

      const onReset = () => {
        set‹State›(initial‹State›);
      };
      `,
      `
      class ‹Thing›Form extends Component<Props, FormState> {
        state = { ‹state›: { ‹field›: "", ‹second›: "" }«, isValid: true|» };

        change = (‹key›: string, value: string) => {
          this.setState({ ‹state›: { ⟦→...this.state.‹state›, ⟧[‹key›]: value } });
        };
      }
      `,
    ],
  }),

  sketched("set-state-copied", {
    seen: [
      "=[selecting|clicking] a {wordsThing} does nothing[ on the screen|]",
      "=react doesn't [notice|see] changes of the Set[ {state}|]",
      "=the Set is mutated, [make|needs] a copy",
      "copy the Set before changing it",
      "[copy|clone] {state} into next[ first| before it is changed]",
      "=why doesn't {state} [rerender|update the screen]?",
      "=it's always the same Set, so [nothing rerenders|there is no rerender]",
      "=needs a new Set, not the same one",
      "=would be good to work on a copy of {state}, called next",
      "don't mutate {state}",
      "=the row only looks {wordsState} after [a reload|something else changes]",
      "=can {state} be copied into next [first|before the change]?",
      "=new Set pls",
      "=[click|select]: nothing [changes|happens] [visually|on the page], though {state} has it",
      "=add and delete on [the same|a] Set [don't|won't] rerender",
      "[clone|copy] the Set {state} [first|into next]",
    ],
    unseen: ["=setting the identical Set is no change to react", "=we change the Set in place"],
    vars: {
      state: [
        "selected",
        "expanded",
        "checked",
        "hidden",
        "pinned",
        "collapsed",
        "marked",
        "dismissed",
        "highlighted",
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      const toggle = (id: string) => {
        ⟦if (‹state›.has(id)) ‹state›.delete(id);
        else ‹state›.add(id);
        set‹State›(‹state›);→const next = new Set(‹state›);
        if (next.has(id)) next.delete(id);
        else next.add(id);
        set‹State›(next);⟧
      };
      `,
      `
      export function ‹Thing›List({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const [‹state›, set‹State›] = useState(new Set<string>());
        ‹line›

        const handleClick = (‹thing›: ‹Thing›) => {
          ⟦‹state›.add(‹thing›.id);
          set‹State›(‹state›);→const next = new Set(‹state›);
          next.add(‹thing›.id);
          set‹State›(next);⟧
        };

        return <List items={‹things›} marked={‹state›} onClick={handleClick} />;
      }
      `,
      `
      ƒ use‹State›‹Things›() {
        const [‹state›, set‹State›] = useState<Set<‹Thing›>>(new Set());
        const clear = () => set‹State›(new Set());
        const remove = (‹thing›: ‹Thing›) => {
          ⟦‹state›.delete(‹thing›);
          set‹State›(‹state›);→const next = new Set(‹state›);
          next.delete(‹thing›);
          set‹State›(next);⟧
        };
        return { ‹state›, clear, remove };
      ƒ}
      `,
    ],
  }),

  // The callback that runs later sees the state of long ago.
  sketched("stale-state-to-updater", {
    seen: [
      "=the {wordsState} [stops|gets stuck] at 1",
      "=the {wordsState} never gets [past|further than] 1",
      "=the {wordsState} only goes up once",
      "=stale closure: {state} is always the [first|old] value",
      "=why is {state} always the old one in there?",
      "=the callback [sees|has|closes over] a stale {state}",
      "use the updater form of {setter}",
      "use [the previous value|the updater] in {setter}",
      "=should use the previous {state}, not the one of the first render",
      "[pass|give] {setter} a function",
      "=stale {state} in the callback",
      "=can {setter} take a function [instead|here]?",
      "=it keeps [adding to|counting from] the value it had on the first render",
      "=[expected|should be]: {state} goes up [every|each] time. [actual|is]: [only once|stays at 1]",
      "=[closure|callback] [captures|remembers] {state} from the first render",
      "=the [number|value] [doesn't move|is stuck] after the first [time|step]",
      "=[could|shouldn't] {setter} use the [latest|current] {state}?",
      "[compute|take] it from the [latest|previous] {state}",
    ],
    unseen: [
      "=it counts to one and then nothing",
      "=whatever happens, {state} is computed from what it was at mount",
    ],
    rows: [
      [
        { state: "count", setter: "setCount", short: "c" },
        { state: "seconds", setter: "setSeconds", short: "s" },
        { state: "elapsed", setter: "setElapsed", short: "e" },
        { state: "ticks", setter: "setTicks", short: "t" },
        { state: "unread", setter: "setUnread", short: "n" },
        { state: "attempts", setter: "setAttempts", short: "n" },
        { state: "progress", setter: "setProgress", short: "p" },
        { state: "retries", setter: "setRetries", short: "r" },
        { state: "clicks", setter: "setClicks", short: "c" },
        { state: "index", setter: "setIndex", short: "i" },
        { state: "uptime", setter: "setUptime", short: "u" },
        { state: "step", setter: "setStep", short: "s" },
      ],
    ],
    vars: {
      ms: ["1000", "500", "5000", "250", "60_000", "TICK"],
      event: ["click", "keydown", "focus", "scroll", "message", "online"],
      line: HOOK_LINES,
    },
    code: [
      `
      useEffect(() => {
        const id = setInterval(() => {
          «onTick?.();|»
          ‹setter›(⟦‹state› + 1→(‹state›) => ‹state› + 1⟧);
        }, ‹ms›);
        return () => clearInterval(id);
      }, []);
      `,
      `
      ƒ use‹State›(«enabled: boolean|socket: Socket|») {
        const [‹state›, ‹setter›] = useState(0);
        const [last«Event|Seen|Change», setLast] = useState<number | null>(null);
        ‹line›

        useEffect(() => {
          const onEvent = () => {
            ‹setter›(⟦‹state› + 1→(‹state›) => ‹state› + 1⟧);
            setLast(Date.now());
          };
          window.addEventListener("‹event›", onEvent);
          return () => window.removeEventListener("‹event›", onEvent);
        }, []);

        return ‹state›;
      ƒ}
      `,
      `
      const increase = useCallback(() => {
        ‹setter›(⟦‹state› + 1→(‹state›) => ‹state› + 1⟧);
        «setTouched(true);|onChange?.();|»
      }, []);
      `,
      `
      useEffect(() => {
        const unsubscribe = ‹things›.subscribe((‹thing›) => {
          set‹Thing›(‹thing›);
          ‹setter›(⟦‹state› + 1→(‹state›) => ‹state› + 1⟧);
        });
        return unsubscribe;
      }, []);
      `,
    ],
  }),

  sketched("state-read-too-early", {
    seen: [
      "=the parent always gets the [previous|old] {state}",
      "=it's always one behind",
      "=[we pass on|it sends] the old {state}, not the new one",
      "=why is {state} still the old value right after {setter}?",
      "=state isn't [updated|set] yet [there|on the next line], use a variable next",
      "put the new value in next and use it [twice|in both places]",
      "=the old value is [passed on|used], should be the new one[, call it next|]",
      "=one [click|step] behind",
      "=lags one [change|step] behind",
      "=should be called with the new {state}",
      "=setState is async, so {state} is stale on the [second|next] line",
      "[compute|calculate] next once, [set|store] it and pass it on",
      "=can we use the new value in both [lines|places]?",
      "=[click once|first click]: the [old|previous] {state} is [sent|reported]",
      "=[expected|should be] the new {state}, [got|is] the one before",
      "=[both|the two lines] should use [the same|one] new value, [call it next|next]",
    ],
    unseen: [
      "=reports what it was before the click",
      "={state} hasn't changed there yet, keep the new value in next",
    ],
    rows: [
      [
        { state: "count", setter: "setCount", next: "count + 1", arg: "" },
        { state: "quantity", setter: "setQuantity", next: "quantity + step", arg: "step: number" },
        { state: "page", setter: "setPage", next: "page + 1", arg: "" },
        { state: "isOpen", setter: "setIsOpen", next: "!isOpen", arg: "" },
        { state: "expanded", setter: "setExpanded", next: "!expanded", arg: "" },
        { state: "rating", setter: "setRating", next: "event.value", arg: "event: RatingEvent" },
        { state: "zoom", setter: "setZoom", next: "zoom * 2", arg: "" },
        { state: "tags", setter: "setTags", next: "[...tags, tag]", arg: "tag: string" },
        {
          state: "filters",
          setter: "setFilters",
          next: "{ ...filters, ...change }",
          arg: "change: Partial<Filters>",
        },
        { state: "enabled", setter: "setEnabled", next: "!enabled", arg: "" },
        { state: "selection", setter: "setSelection", next: "selection.concat(id)", arg: "id: string" },
        { state: "volume", setter: "setVolume", next: "Math.min(volume + 5, 100)", arg: "" },
      ],
    ],
    vars: {
      call: [
        "onChange(",
        "onChange?.(",
        "onUpdate(",
        "save‹Thing›(",
        'localStorage.setItem("‹thing:kebab›", ',
        'track("‹thing:kebab›", ',
        'socket.emit("change", ',
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      const handle«Click|Change|Press|Event» = (‹arg›) => {
        ⟦‹setter›(‹next›);
        ‹call›‹state›);→const next = ‹next›;
        ‹setter›(next);
        ‹call›next);⟧
      };
      `,
      `
      export function ‹Thing›Control({ initial, onChange, isReadOnly }: Props) {
        const [‹state›, ‹setter›] = useState(initial);
        ‹line›

        function update(‹arg›) {
          «if (isReadOnly) return;|»
          ⟦‹setter›(‹next›);
          ‹call›‹state›);→const next = ‹next›;
          ‹setter›(next);
          ‹call›next);⟧
        }

        return <Control value={‹state›} onEvent={update} />;
      }
      `,
      `
      ƒ use‹Thing›(initial: ‹Thing›Values, onChange: Listener, onUpdate = onChange) {
        const [‹state›, ‹setter›] = useState(initial.‹state›);

        const reset = () => ‹setter›(initial.‹state›);
        const change = (‹arg›) => {
          ⟦‹setter›(‹next›);
          ‹call›‹state›);→const next = ‹next›;
          ‹setter›(next);
          ‹call›next);⟧
          «setTouched(true);|log("changed");|»
        };

        return { ‹state›, change, reset };
      ƒ}
      `,
    ],
  }),
];
