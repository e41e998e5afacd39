import { HOOK_LINES } from "./react-names.ts";
import { sketched } from "./sketch.ts";

/** Lists whose keys are places. */
const INDEX_KEYS = [
  `
      <tbody>
        {‹things›.map((‹thing›, ‹index›) => (
          <‹Thing›Row ⟦key={‹index›}→key={‹thing›.‹key›}⟧ ‹thing›={‹thing›} onRemove={() => remove(‹index›)} />
        ))}
      </tbody>
      `,
  `
      export function ‹Thing›List({ ‹things›, onChange }: ‹Thing›ListProps) {
        ‹line›
        return (
          <ol>
            {‹things›.map((‹thing›, ‹index›) => (
              <li ⟦key={‹index›}→key={‹thing›.‹key›}⟧>
                <input defaultValue={‹thing›.name} onBlur={(e) => onChange(‹index›, e.target.value)} />
              </li>
            ))}
          </ol>
        );
      }
      `,
  `
      const fields = ‹things›.map((‹thing›, ‹index›) => (
        <‹Thing›Field
          ⟦key={‹index›}→key={‹thing›.‹key›}⟧
          name={´‹things›[€{‹index›}]´}
          value={‹thing›.«value|text|amount»}
        />
      ));
      `,
];

/** What is rendered, how often, and as what. */
export const REACT_RENDERING = [
  sketched("key-of-record", {
    seen: [
      "=react complains about missing keys[ here|], use the {wordsKey}[ of the {wordsThing}|]",
      "=each child in a list should have a unique key, take the {wordsKey}",
      "=console is full of key warnings, {thing}.{key} is unique",
      "=[warning|react warns] about keys. {key} can be used",
      "add the {wordsKey} as key",
      "use {thing}.{key} as key",
      "=needs a key, {key} is unique",
      "=key={thing}.{key} pls",
      "=why does react want a key? can't it take the {wordsKey}",
      "=the {wordsThings} have no key yet, {key} would do",
      "=could the {wordsKey} be the key?",
      "=every {wordsThing} has a unique {wordsKey}, react wants it as key",
      "set the key to the {wordsKey} of [each|the] {wordsThing}",
      "=a key is missing in the list[, use {key}|: {key}]",
      "=[unique key warning|warning: each child should have a unique key]. {thing}.{key}",
      "=[console|devtools] [nags|complains] about keys, [use|take] the {wordsKey}",
      "[give|add] [each|every] {wordsThing} a key[, its|:] {wordsKey}",
      "=[lint|eslint]: missing key prop. the {wordsKey} [will do|is fine|is unique]",
      "=how about {thing}.{key} as [the key|key here]?",
    ],
    unseen: ["=tell react which one is which by the {wordsKey}", "=key warning, {key} please"],
    vars: {
      line: HOOK_LINES,
      key: ["id", "id", "id", "slug", "uuid", "key", "sku", "isbn", "code", "url", "number", "handle"],
      mark: ["done", "active", "hidden", "isNew", "paid"],
    },
    code: [
      `
      <ul className="‹things:kebab›">
        {‹things›.map((‹thing›) => (
          <li⟦→ key={‹thing›.‹key›}⟧«| className={‹thing›.‹mark› ? "‹mark:kebab›" : ""}»>{‹thing›.«title|name|label»}</li>
        ))}
      </ul>
      `,
      `
      export function ‹Thing›Grid({ ‹things›, onSelect }: ‹Thing›GridProps) {
        ‹line›
        return (
          <div className="grid">
            <GridHeader count={‹things›.length} />
            {‹things›.map((‹thing›) => (
              <‹Thing›Tile⟦→ key={‹thing›.‹key›}⟧ ‹thing›={‹thing›} onClick={() => onSelect(‹thing›)} />
            ))}
          </div>
        );
      }
      `,
      `
      <select value={value} onChange={onChange}>
        <option value="">«All|None|Any»</option>
        {‹things›.map((‹thing›) => (
          <option⟦→ key={‹thing›.‹key›}⟧ value={‹thing›.«name|value|id»}>
            {‹thing›.«label|name|title»}
          </option>
        ))}
      </select>
      `,
      `
      ƒ render‹Thing›Rows(‹things›: ‹Thing›[]) {
        return ‹things›
          .filter((‹thing›) => !‹thing›.‹mark›)
          .map((‹thing›) => (
            <tr⟦→ key={‹thing›.‹key›}⟧>
              <td>{‹thing›.«name|title»}</td>
              <td>{formatDate(‹thing›.«createdAt|updatedAt»)}</td>
            </tr>
          ));
      ƒ}
      `,
      `
      const ‹Thing›Tags = ({ ‹things› }: { ‹things›: ‹Thing›[] }) => {
        ‹line›
        return (
          <>
            {‹things›.map((‹thing›) => (
              <Tag⟦→ key={‹thing›.‹key›}⟧ «color="gray" |»text={‹thing›.text} />
            ))}
          </>
        );
      };
      `,
    ],
  }),

  sketched("key-not-index", {
    seen: [
      "=[removing|deleting] a {wordsThing} [clears|changes] the wrong [input|row], {key} would be a better key",
      "=inputs get mixed up when I [remove|delete|reorder] a {wordsThing}, use the {wordsKey} as key",
      "use {key} instead of the index as key",
      "=index as key is bad here, [use|take] the {wordsKey}",
      "=the key should be the {wordsKey}, not the index",
      "=the wrong {wordsThing} [stays open|keeps its state] after deleting another, use the {wordsKey} as key",
      "=sorting mixes up the rows, [key should be|use] the {wordsKey}",
      "=no index keys pls, {key} instead",
      "=can the key be {thing}.{key}?",
      "key by {key}, not by position",
      "=the key depends on the position, {thing}.{key} is what it should be",
      "=react thinks it's the same {wordsThing} because the index is the same, go by {key}",
      "=[should|shouldn't] we [use|take] {thing}.{key} [as key|for the key]? the index [is wrong|changes]",
      "[change|switch] the key [from index to|to] {key}",
      "=rows [get|are] mixed up, {thing}.{key} identifies [them|a {wordsThing}]",
      "=indices aren't stable, [use|take] {key}",
    ],
    unseen: [
      "=identity by place in the list is asking for trouble, take {key}",
      "=every {wordsThing} has a {wordsKey}, why do we number them for react?",
    ],
    vars: {
      key: ["id", "slug", "uuid", "sku", "code", "email", "url", "handle", "name"],
      index: ["index", "i", "idx"],
      line: HOOK_LINES,
    },
    code: INDEX_KEYS,
  }),

  sketched("key-not-index-but-id", {
    seen: [
      "=[removing|deleting] a {wordsThing} [clears|changes] the wrong [input|row]",
      "=inputs get mixed up when I [remove|delete|reorder] a {wordsThing}",
      "=react mixes up the {wordsThings}, since the key is the index",
      "=why does the text jump to another {wordsThing} after removing one?",
      "=the key depends on the position, so state ends up with the wrong {wordsThing}",
      "=index keys are a bug here, {wordsThings} can be removed",
      "don't use the index as key",
      "=after [sorting|reordering] the {wordsThings} the inputs stay where they were",
      "=the [last|wrong] {wordsThing} disappears [visually|on screen] when I delete [another one|the first]",
      "use a stable key",
      "=needs a stable key[ for each {wordsThing}|]",
      "=eslint: no-array-index-key",
      "=can we have a real key instead of the index?",
      "=id as key, not the {index}",
      "[use|take] the id as [the|] key",
    ],
    unseen: [
      "=delete the first one and what I typed in it shows in the second",
      "=the numbers shift when one goes, so they are no good as keys",
    ],
    vars: { key: ["id"], index: ["index", "i", "idx"], line: HOOK_LINES },
    code: INDEX_KEYS,
  }),

  sketched("key-starts-over", {
    seen: [
      "=the form [keeps|still shows] the old values when another {wordsThing} is [selected|picked|opened]",
      "=switching to another {wordsThing} doesn't reset the {wordsPart}",
      "give the {wordsPart} a key[, the {wordsThing}'s id|], so that it starts over",
      "=the state of the {wordsPart} survives when {thing} changes, a key would [reset it|help]",
      "use {thing}.id as the key of the {wordsPart}",
      "=should start over for [another|each] {wordsThing}",
      "remount the {wordsPart} when the {wordsThing} changes",
      "[reset|start over with] the {wordsPart} for each {wordsThing}[ with a key|]",
      "=what I typed for one {wordsThing} is still there for the next",
      "=why do I see the input of the previous {wordsThing}?",
      "=can the {wordsPart} be keyed by the {wordsThing}'s id?",
      "key the {wordsPart} by {thing}.id",
      "=another {wordsThing}, same old input in the {wordsPart}",
      "=[pick|select] one {wordsThing}, then another: [same|old] [input|values] in the {wordsPart}",
      "=the {wordsPart} should [reset|be fresh|forget everything] when the {wordsThing} changes",
      "=[could|can] the {wordsPart} [be reset|start anew] for another {wordsThing}?",
      "=local state of the {wordsPart} [stays|remains] when I [switch|go to another] {wordsThing}",
      "[add|put] key={thing}.id [on|to] the {wordsPart}",
    ],
    unseen: [
      "=a new {wordsThing} should get a fresh {wordsPart}",
      "=unsaved text leaks from one {wordsThing} into the next one",
    ],
    vars: {
      part: [
        "Editor",
        "CommentForm",
        "DetailForm",
        "SettingsForm",
        "NoteEditor",
        "Chat",
        "ReplyBox",
        "ProfileForm",
        "Wizard",
        "Composer",
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      export function ‹Thing›Page({ ‹thing›, onSave }: ‹Thing›PageProps) {
        ‹line›
        return (
          <main>
            <‹Thing›Header ‹thing›={‹thing›} />
            <‹Part›⟦→ key={‹thing›.id}⟧ ‹thing›={‹thing›} onSave={onSave} />
          </main>
        );
      }
      `,
      `
      <Split>
        <‹Thing›List selected={‹thing›} onSelect={set‹Thing›} />
        {‹thing› && <‹Part›⟦→ key={‹thing›.id}⟧ initial={‹thing›} />}
        «<Footer />|»
      </Split>
      `,
      `
      const ‹Thing›Drawer = ({ ‹thing›, isOpen, onClose }: Props) => (
        <Drawer open={isOpen} onClose={onClose} «size="large" |»title={‹thing›.name}>
          <‹Part›
            ⟦→key={‹thing›.id}⟧
            ‹thing›={‹thing›}
            onDone={onClose}
          />
        </Drawer>
      );
      `,
    ],
  }),

  sketched("key-on-fragment", {
    seen: [
      "=key warning although the [rows|cells|inner elements] have keys",
      "=the fragment needs the key",
      "=the key is on the wrong element, the fragment should have it",
      "use <Fragment> with a key[ instead of <>|]",
      "=[react|it] still warns about keys[, put it on the fragment|]",
      "move the key to the fragment",
      "=<> can't have a key, needs Fragment",
      "=the outermost element in the map is the one that needs {thing}.id as key",
      "put the key on a Fragment",
      "=why do I get a key warning? there is a key",
      "=[could|shouldn't] the fragment [get|have] the key?",
      "=each child should have a unique key: it's the fragment that has none",
      "=[keys are set|there are keys], [yet|but] react [complains|wants more]",
      "=[isn't|shouldn't] the key [supposed to be|be] on the fragment?",
      "[replace|swap] <> [by|with|for] a Fragment [that has the key|with key]",
      "=[lint|eslint]: the fragment [lacks|has no] key",
      "=the key on the [inner|first] element is [useless|of no use]",
    ],
    unseen: ["=the key belongs on what map returns", "=a short fragment takes no key"],
    vars: { line: HOOK_LINES, first: ["dt", "th", "h3", "strong"], second: ["dd", "td", "p", "span"] },
    code: [
      `
      <dl>
        {‹things›.map((‹thing›) => (
          ⟦<>
            <‹first› key={‹thing›.id}>{‹thing›.name}</‹first›>
            <‹second›>{‹thing›.value}</‹second›>
          </>→<Fragment key={‹thing›.id}>
            <‹first›>{‹thing›.name}</‹first›>
            <‹second›>{‹thing›.value}</‹second›>
          </Fragment>⟧
        ))}
      </dl>
      `,
      `
      export function ‹Thing›Rows({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        ‹line›
        return ‹things›.map((‹thing›) => (
          <⟦→Fragment key={‹thing›.id}⟧>
            <‹Thing›Row⟦ key={‹thing›.id}→⟧ ‹thing›={‹thing›} />
            {‹thing›.open && <‹Thing›Details ‹thing›={‹thing›} />}
          </⟦→Fragment⟧>
        ));
      }
      `,
      `
      import { ⟦→Fragment, ⟧useState } from "react";

      export const ‹Thing›Legend = ({ ‹things› }: Props) => {
        const [active, setActive] = useState<string>();
        return (
          <div className="legend" data-active={active}>
            {‹things›.map((‹thing›) => (
              <⟦→Fragment key={‹thing›.id}⟧>
                <Dot⟦ key={‹thing›.id}→⟧ of={‹thing›} onHover={setActive} />
                <span>{‹thing›.label}</span>
              </⟦→Fragment⟧>
            ))}
          </div>
        );
      };
      `,
    ],
  }),

  sketched("memo-of-computed", {
    seen: [
      "=typing is slow, {value} is [computed|recomputed] on each render",
      "memoize {value}",
      "=useMemo for {value} pls",
      "=should only be recomputed when {deps} [changes|change]",
      "=profiler says {value} is computed on every render",
      "wrap {value} in useMemo",
      "use useMemo for {value}",
      "=why is {value} [calculated|computed] again on every keystroke?",
      "=every render [recomputes|computes] {value}[, that's slow|]",
      "=can {value} be [cached|memoized] between renders?",
      "=lags with many [rows|entries], {value} should be memoized",
      "=it'd be enough to compute {value} when {deps} changed",
      "don't recompute {value} on every render",
      "=children rerender because {value} is a new object each time",
      "=each [click|key] anywhere [computes|calculates] {value} [anew|again]",
      "=[expensive|costly]: {value} [on|at] every render",
      "=[would|could] useMemo [help|make sense] for {value}?",
      "[cache|remember] {value} [between renders|with useMemo]",
      "={value} [should|has to] be stable [between renders|unless {deps} changes]",
    ],
    unseen: [
      "={value} shouldn't be worked out anew whenever something else on the page changes",
      "keep {value} until {deps} changes",
    ],
    rows: [
      [
        { value: "visible", compute: "‹things›.filter((one) => one.active)", deps: "‹things›" },
        {
          value: "filtered",
          compute: "‹things›.filter((one) => one.name.includes(query))",
          deps: "‹things›, query",
        },
        { value: "sorted", compute: "[...‹things›].sort(byDate)", deps: "‹things›" },
        { value: "total", compute: "‹things›.reduce((sum, one) => sum + one.amount, 0)", deps: "‹things›" },
        { value: "grouped", compute: "groupBy(‹things›, groupKey)", deps: "‹things›, groupKey" },
        { value: "matches", compute: "search(‹things›, term)", deps: "‹things›, term" },
        { value: "rows", compute: "buildRows(‹things›, columns)", deps: "‹things›, columns" },
        { value: "tree", compute: "toTree(nodes)", deps: "nodes" },
        { value: "byId", compute: "new Map(‹things›.map((one) => [one.id, one]))", deps: "‹things›" },
        { value: "points", compute: "scale(values, width)", deps: "values, width" },
        { value: "html", compute: "renderMarkdown(source)", deps: "source" },
        { value: "stats", compute: "computeStats(samples, range)", deps: "samples, range" },
        { value: "selected", compute: "‹things›.find((one) => one.id === id)", deps: "‹things›, id" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      function ‹Thing›Board({ ‹deps› }: ‹Thing›BoardProps) {
        const ‹value› = ⟦‹compute›→useMemo(() => ‹compute›, [‹deps›])⟧;
        ‹line›

        return (
          <section className="board">
            <Board content={‹value›} />
          </section>
        );
      }
      `,
      `
      ƒ use‹Thing›View(‹deps›) {
        const [isOpen, setIsOpen] = useState(false);
        const ‹value› = ⟦‹compute›→useMemo(() => ‹compute›, [‹deps›])⟧;
        const toggle = useCallback(() => setIsOpen((open) => !open), []);
        return { ‹value›, isOpen, toggle };
      ƒ}
      `,
      `
      export const ‹Thing›Overview = ({ ‹deps›, onSelect }: Props) => {
        const [hovered, setHovered] = useState(-1);
        const title = ´‹Thing:Words› €{hovered + 1}´;
        const ‹value› = ⟦‹compute›→useMemo(() => ‹compute›, [‹deps›])⟧;

        return (
          <Overview title={title} onHover={setHovered} onClick={onSelect}>
            <‹Thing›Content data={‹value›} />
          </Overview>
        );
      };
      `,
    ],
  }),

  sketched("memo-of-component", {
    seen: [
      "=all the {wordsName}s rerender [when one changes|on every key]",
      "=rerenders although its props [are the same|didn't change]",
      "wrap {name} in memo",
      "memoize {name}",
      "=should only rerender when its props change",
      "use memo for {name}",
      "=the profiler shows {name} rendering [all the time|on every keystroke]",
      "=why does {name} render again with the same props?",
      "=[can|could] {name} be memoized?",
      "=memo pls",
      "=typing in the search box renders every {name} again",
      "=a parent render shouldn't [render {name} again|cause a render of {name}]",
      "make {name} a memo component",
      "skip rerenders of {name} with [the same|unchanged] props",
      "=[react devtools|the flame graph] [show|shows] {name} [highlighted|rerendering] [without a reason|for nothing]",
      "=[would|could] memo [help|make sense] [here|for {name}]?",
      "=the list is [slow|janky] since every {name} [renders|is rendered] [each|every] time",
      "[put|wrap] {name} [in|into] a memo",
      "={name} [should|must] be [pure|memoized]",
    ],
    unseen: [
      "=with a thousand of them the page is slow, although only one {name} has changed",
      "=same props, so {name} needn't do anything",
    ],
    vars: {
      name: [
        "‹Thing›Row",
        "‹Thing›Card",
        "‹Thing›Item",
        "‹Thing›Tile",
        "‹Thing›Cell",
        "‹Thing›Preview",
        "‹Thing›Badge",
      ],
      line: HOOK_LINES,
    },
    code: [
      `
      «export »const ‹name› = ⟦({ ‹thing›, onClick }: ‹name›Props) => (
        <li onClick={() => onClick(‹thing›.id)}>
          <b>{‹thing›.name}</b>
        </li>
      );→memo(({ ‹thing›, onClick }: ‹name›Props) => (
        <li onClick={() => onClick(‹thing›.id)}>
          <b>{‹thing›.name}</b>
        </li>
      ));⟧
      `,
      `
      function ‹name›({ ‹thing›, isSelected }: ‹name›Props) {
        ‹line›
        return (
          <article className={isSelected ? "selected" : undefined}>
            <h4>{‹thing›.title}</h4>
          </article>
        );
      }

      export default ⟦‹name›→memo(‹name›)⟧;
      `,
      `
      export const ‹name› = ⟦→memo(⟧function ‹name›({ ‹thing›, size }: Props) {
        ‹line›
        return <Tile title={‹thing›.name} size={size} />;
      }⟦→)⟧;
      `,
    ],
  }),

  // The setter that React makes is no dependency: it never changes.
  sketched("memo-of-context-value", {
    seen: [
      "=every consumer rerenders [each time|whenever] the provider [does|renders]",
      "=all consumers of {contextName} rerender for nothing",
      "=the context value is a new object on every render",
      "memoize the [context value|value of the context]",
      "wrap the context value in useMemo[, as value|]",
      "=why does everything below the provider rerender?",
      "=value should be [memoized|stable]",
      "=useMemo for the context value[ pls|]",
      "=can the value of the provider be memoized?",
      "=a new object each time, so consumers always rerender. put it into a memoized const value",
      "put the context value into a useMemo called value",
      "=the whole app renders again when the provider does",
      "keep the same context value as long as {state} is the same",
      "=[react devtools show|the profiler shows] all consumers of {contextName} [rerendering|rendering] [together|each time]",
      "=[would|could] a memoized value [help|make sense] for {contextName}?",
      "=changing anything in the provider [rerenders|renders] [everything|the whole tree]",
      "[stabilise|stabilize|memoize] the value [of|for] {contextName}",
      "={contextName} [gets|is given] a new object [each|every] time",
    ],
    unseen: [
      "=consumers should only be told when {state} really changed",
      "=the provider hands out a fresh object at every render",
    ],
    rows: [
      [
        { name: "Auth", state: "user", setter: "setUser" },
        { name: "Theme", state: "theme", setter: "setTheme" },
        { name: "Cart", state: "cart", setter: "setCart" },
        { name: "Locale", state: "locale", setter: "setLocale" },
        { name: "Session", state: "session", setter: "setSession" },
        { name: "Layout", state: "layout", setter: "setLayout" },
        { name: "Filter", state: "filter", setter: "setFilter" },
        { name: "Settings", state: "settings", setter: "setSettings" },
        { name: "Modal", state: "modal", setter: "setModal" },
        { name: "Player", state: "track", setter: "setTrack" },
      ],
    ],
    vars: { contextName: ["‹name›Context"], line: HOOK_LINES },
    code: [
      `
      export function ‹name›Provider({ children }: { children: ReactNode }) {
        const [‹state›, ‹setter›] = useState(«null|initial‹State›|DEFAULT_‹state:CONST›»);
        ⟦→const value = useMemo(() => ({ ‹state›, ‹setter› }), [‹state›]);⟧

        return (
          <‹name›Context.Provider value={⟦{ ‹state›, ‹setter› }→value⟧}>
            {children}
          </‹name›Context.Provider>
        );
      }
      `,
      `
      export const ‹name›Provider = ({ initial, children }: ‹name›ProviderProps) => {
        const [‹state›, ‹setter›] = useState(initial);

        useEffect(() => {
          «persist|remember|report»(‹state›);
        }, [‹state›]);

        ⟦→const value = useMemo(() => ({ ‹state›, ‹setter› }), [‹state›]);⟧
        return (
          <‹name›Context.Provider value={⟦{ ‹state›, ‹setter› }→value⟧}>
            <Effects />
            {children}
          </‹name›Context.Provider>
        );
      };
      `,
      `
      function ‹name›Root(props: PropsWithChildren) {
        const [‹state›, ‹setter›] = useState(load‹State›);
        ‹line›
        ⟦→const value = useMemo(() => ({ ‹state›, ‹setter› }), [‹state›]);⟧

        return <‹name›Context value={⟦{ ‹state›, ‹setter› }→value⟧}>{props.children}</‹name›Context>;
      }
      `,
    ],
  }),

  // In front of the component that it was in.
  sketched("component-out-of-component", {
    seen: [
      "=the input loses [focus|the focus] [after|with] every [key|letter]",
      "=loses focus while typing",
      "=everything in {name} is remounted on each render",
      "move {name} out of {parent}",
      "=components shouldn't be defined [in|inside] [another component|{parent}]",
      "={name} is a new component on every render",
      "[define|declare] {name} outside of {parent}",
      "=why does the cursor jump out of the field[ on every key|]?",
      "={name} should be [on the top level|outside]",
      "=can {name} be moved above {parent}?",
      "pull {name} out[ of {parent}|], it is remounted all the time",
      "=state in {name} gets lost whenever {parent} renders",
      "=eslint: don't define components during render",
      "=[each|every] key [destroys|remounts] {name}",
      "={name} [needn't|shouldn't] be [in there|inside {parent}]",
      "[hoist|lift] {name} out of {parent}",
    ],
    unseen: ["=I can type one letter only, then have to click again", "take {name} to the top level"],
    vars: {
      name: ["Field", "SearchBox", "Row", "Input", "Section", "Toolbar", "Panel", "NameInput", "FilterField"],
      parent: ["‹Thing›Form", "‹Thing›Page", "‹Thing›Table", "Edit‹Thing›", "‹Thing›Settings"],
      line: HOOK_LINES,
    },
    code: [
      `
      ⟦→const ‹name› = ({ value, onChange }: ‹name›Props) => (
        <input value={value} onChange={(e) => onChange(e.target.value)} />
      );

      ⟧export function ‹parent›({ ‹thing› }: ‹parent›Props) {
        const [text, setText] = useState(‹thing›.«name|title»);
        ‹line›

        ⟦const ‹name› = ({ value, onChange }: ‹name›Props) => (
          <input value={value} onChange={(e) => onChange(e.target.value)} />
        );

        →⟧return (
          <form>
            <‹name› value={text} onChange={setText} />
          </form>
        );
      }
      `,
      `
      ⟦→function ‹name›({ title, children }: ‹name›Props) {
        return (
          <div className="‹name:kebab›">
            <h3>{title}</h3>
            {children}
          </div>
        );
      }

      ⟧function ‹parent›(props: ‹parent›Props) {
        const [query, setQuery] = useState("");

        ⟦function ‹name›({ title, children }: ‹name›Props) {
          return (
            <div className="‹name:kebab›">
              <h3>{title}</h3>
              {children}
            </div>
          );
        }

        →⟧return (
          <‹name› title={props.title}>
            <input value={query} onChange={(e) => setQuery(e.target.value)} />
          </‹name›>
        );
      }
      `,
    ],
  }),

  sketched("early-returns-not-ternaries", {
    seen: [
      "use early returns instead of the nested ternary",
      "=nested ternaries are [hard to read|unreadable], use early returns",
      "=can we [use|have] early returns instead of the nested ternary?",
      "[replace|turn] the [nested ternary|ternaries] [with|into] early returns",
      "=no nested ternaries pls",
      "=eslint: no-nested-ternary",
      "=one if per case would be [nicer|easier to read] than the ternaries",
      "=how about ifs with a return instead of `? : ? :`",
      "split the ternary into [ifs|early returns]",
      "return early [for|on] {first} and {second}",
      "=I can't read that ternary, ifs [please|would be better]",
      "=too many question marks in [there|that return]",
      "make these plain ifs",
      "=this [one-liner|return] is [too clever|hard to follow], [use ifs|early returns please]",
      "[rewrite|write] it with [early returns|ifs]",
      "=if ({first}) return ... [reads|would read] better",
    ],
    unseen: [
      "=early returns are what we use for {first} elsewhere",
      "untangle the conditional in the return",
    ],
    rows: [
      [
        { first: "isLoading", one: "<Spinner />" },
        { first: "loading", one: "<Loader />" },
        { first: "isPending", one: "<Skeleton />" },
        { first: "fetching", one: "<Placeholder />" },
        { first: "busy", one: "<Progress />" },
      ],
      [
        { second: "error", two: "<ErrorBox error={error} />" },
        { second: "failed", two: "<Retry />" },
        { second: "error", two: "<p>{error.message}</p>" },
        { second: "isError", two: "<ErrorMessage />" },
        { second: "forbidden", two: "<NoAccess />" },
        { second: "isEmpty", two: "<EmptyState />" },
        { second: "!data", two: "null" },
      ],
    ],
    vars: { line: HOOK_LINES },
    code: [
      `
      «export »function ‹Thing›Panel(props: Props) {
        const { data, ‹first›, error, failed, isError, forbidden, isEmpty } = props;
        ⟦return ‹first› ? ‹one› : ‹second› ? ‹two› : <‹Thing›Details data={data} />;→if (‹first›) return ‹one›;
        if (‹second›) return ‹two›;
        return <‹Thing›Details data={data} />;⟧
      }
      `,
      `
      ƒ render‹Thing›(state: ‹Thing›State) {
        const { data, ‹first›, error, failed, isError, forbidden, isEmpty } = state;
        ⟦return ‹first› ? (
          ‹one›
        ) : ‹second› ? (
          ‹two›
        ) : (
          <‹Thing›List ‹things›={data} />
        );→if (‹first›) return ‹one›;
        if (‹second›) return ‹two›;
        return <‹Thing›List ‹things›={data} />;⟧
      ƒ}
      `,
      `
      export const ‹Thing›View = ({ id }: { id: string }) => {
        ‹line›
        const { data, ‹first›, error, failed, isError, forbidden, isEmpty } = use‹Thing›(id);

        ⟦return ‹first› ? ‹one› : ‹second› ? ‹two› : <h1>{data.title}</h1>;→if (‹first›) return ‹one›;
        if (‹second›) return ‹two›;
        return <h1>{data.title}</h1>;⟧
      };
      `,
    ],
  }),

  sketched("hidden-ones-filtered", {
    seen: [
      "=hidden {words} still [show up|leave gaps] [in the table|on the page]",
      "=the {words} with {flag} [leave an empty cell|are still there, just empty]",
      "filter out the {words} that are {wordsFlag} instead of rendering [them empty|nothing in them]",
      "=there's an empty [box|gap] for each {wordsFlag} one",
      "[skip|leave out] the {wordsFlag} {words}[ completely|]",
      "=should not be rendered at all when {flag}",
      "filter {words} by {flag} first",
      "=why is there an empty element for {wordsFlag} {words}?",
      "=can we filter the {wordsFlag} ones out before mapping?",
      "=no element at all for {wordsFlag} {words}",
      "=the {wordsFlag} ones still take up space",
      "=the count of elements is wrong, as {wordsFlag} {words} get one too",
      "=[too many|there are] empty elements [because|since] {wordsFlag} {words} are mapped too",
      "=[expected|should be]: no trace of {wordsFlag} {words}. [actual|is]: empty elements",
      "=[could|shouldn't] {wordsFlag} {words} be left out [entirely|completely|altogether]?",
      "[exclude|remove] the {wordsFlag} {words} [before rendering|from the list]",
      "={wordsFlag} {words} [should|must] not [get|have] an element",
    ],
    unseen: [
      "=blank spots where the {wordsFlag} {words} would be",
      "drop {wordsFlag} {words} before the map",
    ],
    rows: [
      [
        { words: "columns", one: "column", text: "header" },
        { words: "tabs", one: "tab", text: "label" },
        { words: "steps", one: "step", text: "title" },
        { words: "cells", one: "cell", text: "text" },
        { words: "options", one: "option", text: "label" },
        { words: "fields", one: "field", text: "caption" },
        { words: "actions", one: "action", text: "label" },
        { words: "routes", one: "route", text: "name" },
        { words: "links", one: "link", text: "title" },
        { words: "‹things›", one: "‹thing›", text: "name" },
      ],
    ],
    vars: {
      flag: ["hidden", "hidden", "disabled", "archived", "deleted", "internal", "private"],
      line: HOOK_LINES,
    },
    code: [
      `
      <tr>
        {‹words›⟦→.filter((‹one›) => !‹one›.‹flag›)⟧.map((‹one›) => (
          <th key={‹one›.id}>{⟦‹one›.‹flag› ? null : ‹one›.‹text›→‹one›.‹text›⟧}</th>
        ))}
      </tr>
      `,
      `
      export function ‹Thing›Nav({ ‹words›, onSelect }: ‹Thing›NavProps) {
        ‹line›
        return (
          <nav>
            {‹words›⟦→.filter((‹one›) => !‹one›.‹flag›)⟧.map((‹one›) => (
              <button key={‹one›.id} onClick={() => onSelect(‹one›)}>
                {⟦!‹one›.‹flag› && ‹one›.‹text›→‹one›.‹text›⟧}
              </button>
            ))}
          </nav>
        );
      }
      `,
      `
      const items = ‹words›⟦→.filter((‹one›) => !‹one›.‹flag›)⟧.map((‹one›) => (
        <li key={‹one›.key} className="‹one:kebab›">
          {⟦‹one›.‹flag› ? "" : ‹one›.‹text›→‹one›.‹text›⟧}
        </li>
      ));
      `,
    ],
  }),

  sketched("handler-not-called-in-render", {
    seen: [
      "=[it {words}s|this {words}s] everything as soon as the page opens",
      "={call} is [called|run] [while rendering|during render|on every render]",
      "=runs without a click",
      "=too many re-renders",
      "=clicking does nothing, but {call} runs [at once|when the page opens]",
      "[pass|use] a function, don't call {call} [directly|here|while rendering]",
      "=the handler is called instead of passed",
      "=should only {words} on click",
      "=why does it {words} without [a click|anybody clicking]?",
      "=needs an arrow function around {call}",
      "wrap {call} in an arrow function",
      "=can it wait for the click?",
      "only call {call} [on click|when clicked]",
      "=[open|load] the page and it's [done|executed] [already|without asking]",
      "=onClick [should|must] get a function, not [the|a] result[ of {call}|]",
    ],
    unseen: ["=nobody clicked and yet it has been done", "=() => is missing in front of {call}"],
    rows: [
      [
        { words: "remove", call: "remove", args: "‹thing›.id" },
        { words: "delete", call: "onDelete", args: "‹thing›" },
        { words: "open", call: "open‹Thing›", args: "‹thing›" },
        { words: "select", call: "setSelected", args: "‹thing›.id" },
        { words: "archive", call: "archive", args: "‹thing›.id" },
        { words: "start", call: "start", args: '"‹thing›"' },
        { words: "add", call: "addToCart", args: "‹thing›, 1" },
        { words: "close", call: "setOpen", args: "false" },
        { words: "send", call: "dispatch", args: '{ type: "send" }' },
        { words: "export", call: "exportAs", args: '"csv"' },
      ],
    ],
    vars: { line: HOOK_LINES, el: ["button", "Button", "IconButton", "MenuItem", "Link"] },
    code: [
      `
      <‹el› «className="primary" |variant="ghost" |»onClick={⟦→() => ⟧‹call›(‹args›)}>
        «Ok|Go|‹call:Words›»
      </‹el›>
      `,
      `
      export function ‹Thing›Actions({ ‹thing›, onEdit }: ‹Thing›ActionsProps) {
        ‹line›
        return (
          <div className="actions">
            <‹el› onClick={() => onEdit(‹thing›.id)}>Edit</‹el›>
            <‹el› onClick={⟦→() => ⟧‹call›(‹args›)}>«More|‹call:Words›»</‹el›>
            <Info about={describe(‹thing›)} />
          </div>
        );
      }
      `,
      `
      <ul className="‹things:kebab›">
        {‹things›.map((‹thing›) => (
          <li key={‹thing›.id} title={format(‹thing›)} onClick={⟦→() => ⟧‹call›(‹args›)}>
            {‹thing›.name}
          </li>
        ))}
      </ul>
      `,
    ],
  }),

  sketched("handler-without-event", {
    seen: [
      "={handler} gets the click event [as its argument|passed]",
      "={handler} is called with the event[, should get nothing|]",
      "don't pass the event to {handler}",
      "call {handler} without [arguments|the event]",
      "=the event ends up as the {wordsParam}[ of {handler}|]",
      "=an event object is used as {wordsParam}, since {handler} gets the click event",
      "=should call {handler} with[ no argument|out any argument]",
      "=[why|how] is the {wordsParam} [a click event|an event]?",
      "={handler} takes an optional {wordsParam}, and now gets the event",
      "wrap {handler} so that it doesn't [get|see] the event",
      "=can {handler} be called without the event?",
      '="Converting circular structure to JSON", because the event is passed to {handler}',
      "=[strange|weird]: the {wordsParam} is [a mouse event|an event object]",
      "=onClick [hands|gives|passes] the event to {handler}, [it should not|that's wrong]",
      "=[could|shouldn't] onClick call {handler} [without anything|with nothing]?",
      "[make|have] the button call {handler}() [only|without arguments]",
      "={handler} [mustn't|should not] [see|get] the event",
    ],
    unseen: ["=a mouse event is taken for the {wordsParam}", "=onClick should hand nothing on to {handler}"],
    rows: [
      [
        { handler: "onSave", param: "draft" },
        { handler: "refetch", param: "options" },
        { handler: "handleClose", param: "result" },
        { handler: "loadMore", param: "page" },
        { handler: "retry", param: "delay" },
        { handler: "addRow", param: "position" },
        { handler: "reset", param: "values" },
        { handler: "onConfirm", param: "reason" },
        { handler: "openDialog", param: "id" },
        { handler: "exportAll", param: "format" },
        { handler: "create", param: "name" },
      ],
    ],
    vars: { line: HOOK_LINES, el: ["button", "Button", "IconButton", "MenuItem"] },
    code: [
      `
      <div className="footer">
        <‹el› onClick={«onCancel|onBack|onHelp»}>«Cancel|Back|Help»</‹el›>
        <‹el› «variant="primary" |»onClick={⟦‹handler›→() => ‹handler›()⟧}>‹handler:Words›</‹el›>
      </div>
      `,
      `
      function ‹Thing›Footer({ ‹handler›, count }: ‹Thing›FooterProps) {
        ‹line›
        return (
          <footer>
            <span>{count}</span>
            <‹el› onClick={⟦‹handler›→() => ‹handler›()⟧} disabled={count === 0}>
              ‹handler:Words›
            </‹el›>
          </footer>
        );
      }
      `,
      `
      const ‹handler› = (‹param› = default‹Param›) => {
        «track("‹handler:kebab›");|»
        apply(‹thing›, ‹param›);
      };

      const button = <‹el› onClick={⟦‹handler›→() => ‹handler›()⟧}>{label}</‹el›>;
      `,
    ],
  }),
];
