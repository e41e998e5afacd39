import { sketched } from "./sketch.ts";

/** Reducers and stores: redux, zustand, useReducer, contexts, optimistic updates. */
export const CLIENT_STORES = [
  sketched("reset-to-initial-state", {
    seen: [
      "add [a|an] {textAction} action that goes back to {initial}",
      "handle {textAction}: [back to|return] {initial}",
      "=there's no way to start over. action {textAction} → {initial}",
      "=needs a {textAction} case[ that returns {initial}|, back to {initial}]",
      "=a {textAction} action is missing, should give {initial} again",
      "=dispatching {textAction} does nothing, it should [reset everything|restore {initial}]",
      "make {textAction} [put everything back to|return to] {initial}",
      "=can we have {textAction} to [get back|return] to {initial}?",
      "=on {textAction} [the whole state|everything] should be {initial}[ again|]",
      "=after logout the old state is still there, {textAction} should bring {initial} back",
      "let {textAction} [reset|wipe] the state[ to {initial}|]",
      "=we dispatch {textAction} but the reducer doesn't know it: {initial}",
      "=[no|there's no] case for {textAction}[, should be {initial}|: back to {initial}]",
      "=[expected|should be] {initial} after {textAction}, [nothing happens|state stays as it is]",
      "={textAction} [isn't handled|does nothing|is ignored][, {initial} please|]",
    ],
    unseen: [
      "=what's lacking is {textAction}, whose effect is a fresh {initial}",
      "=starting from scratch isn't possible yet: {textAction} ought to yield {initial}",
    ],
    vars: {
      action: [
        "reset",
        "RESET",
        "cleared",
        "loggedOut",
        "LOGOUT",
        "form/reset",
        "startOver",
        "discard",
        "cancelled",
      ],
      initial: ["initialState", "INITIAL_STATE", "initial", "defaultState", "emptyState"],
    },
    code: [
      `
      export const ‹thing›Reducer = createReducer(‹initial›, (builder) => {
        builder.addCase("«opened|shown»", (state) => ({ ...state, isOpen: true }));
        builder.addCase("«selected|picked»", (state, { id }) => ({ ...state, selectedId: id }));
        ⟦→builder.addCase("‹action›", () => ‹initial›);⟧
      });
      `,
      `
      const ‹initial›: State = { step: 0, «draft: null|answers: []|‹things›: []» };

      ƒ ‹thing›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "«next|step/next|advanced»":
            return { ...state, step: state.step + 1 };
          case "«back|step/back|went back»":
            return { ...state, step: state.step - 1 };
          ⟦→case "‹action›":
            return ‹initial›;⟧
          default:
            return state;
        }
      ƒ}
      `,
      `
      const ‹initial›: ‹Thing›State = { ‹things›: [], selected: null, isOpen: false };

      export default function reducer(state = ‹initial›, action: AnyAction): ‹Thing›State {
        switch (action.type) {
          case "«loaded|received|‹things›/loaded»":
            return { ...state, ‹things›: action.payload };
          case "«selected|picked|‹things›/selected»":
            return { ...state, selected: action.id };
          ⟦→case "‹action›":
            return ‹initial›;⟧
          default:
            return state;
        }
      }
      `,
      `
      const reduce: Reducer<‹Thing›Form, Action> = (state, action) => {
        switch (action.type) {
          case "changed": {
            const { name, value } = action;
            return { ...state, [name]: value, isDirty: true };
          }
          «case "saving":
            return { ...state, isSaving: true };|case "saved":
            return { ...state, isDirty: false };»
          ⟦→case "‹action›":
            return ‹initial›;⟧
        }
        return state;
      };

      export const use‹Thing›Form = () => useReducer(reduce, ‹initial›);
      `,
    ],
  }),
  sketched("rest-of-state-is-kept", {
    seen: [
      "=[changing|updating|setting] {field} [wipes|loses|throws away] [everything else|the rest]",
      "=the other fields are [gone|lost|undefined] [after|when] {field} changes",
      "keep the rest of [the state|it][ when {field} changes|]",
      "=the rest of the state [gets lost|is lost|disappears]",
      "=state only has {field} [left|in it] afterwards",
      "spread the old [state|one] first",
      "=forgot to spread the [old|previous] [state|values]",
      "=setting {field} shouldn't touch the other fields",
      "don't lose the other fields[ when setting {field}|]",
      "=why is everything but {field} undefined after this?",
      "=can the other values stay as they are when {field} is set?",
      "=after changing the {wordsField} the form is empty",
    ],
    unseen: [
      "=as soon as somebody edits {field}, all that was typed before vanishes",
      "=only {field} is to be different afterwards",
    ],
    vars: {
      field: [
        "email",
        "name",
        "query",
        "page",
        "theme",
        "filter",
        "isOpen",
        "volume",
        "language",
        "sortBy",
        "color",
      ],
      state: ["form", "settings", "filters", "profile", "options", "prefs", "draft", "values"],
    },
    code: [
      `
      const [‹state›, set‹State›] = useState(initial‹State›);
      const reset = () => set‹State›(initial‹State›);

      const «change|on|update|set»‹Field› = (‹field›: ‹Thing›["‹field›"]) => {
        set‹State›({ ⟦→...‹state›, ⟧‹field› });
        «markDirty();|»
      };
      `,
      `
      ƒ ‹state›Reducer(‹state›: ‹State›, action: Action): ‹State› {
        switch (action.type) {
          case "reset":
            return { ...initial‹State› };
          case "‹field›Changed":
            return { ⟦→...‹state›, ⟧‹field›: action.‹field› };
          «case "touched":
            return { ...‹state›, touched: true };|case "saved":
            return { ...‹state›, isDirty: false };»
          default:
            return ‹state›;
        }
      ƒ}
      `,
      `
      export class ‹State›Store {
        ‹state›: ‹State› = initial‹State›();

        reset(): void {
          this.‹state› = initial‹State›();
        }

        set‹Field›(‹field›: ‹State›["‹field›"]): void {
          this.‹state› = { ⟦→...this.‹state›, ⟧‹field› };
          «this.notify();|this.save();|»
        }
      }
      `,
      `
      <‹Thing›Field
        label="‹field:Words›"
        value={‹state›.‹field›}
        onChange={(‹field›) => set‹State›(⟦{ ‹field› }→{ ...‹state›, ‹field› }⟧)}
        onBlur={() => validate("‹field›")}
      />
      `,
    ],
  }),
  sketched("new-list-not-pushed", {
    seen: [
      "=the list doesn't [update|rerender|change] after adding a {wordsThing}",
      "=a new {wordsThing} [only shows up|appears only] after [something else changes|the next render]",
      "=state is mutated[ here|], {things} stays the same array",
      "don't mutate [the state|{things}]",
      "=push on state, react doesn't [see|notice] it",
      "make a new array instead of pushing",
      "=adding a {wordsThing} does nothing on the screen",
      "=no rerender, [it's|because it's] the same array",
      "=push changes the state in place",
      "=why isn't the new {wordsThing} [shown|displayed]?",
      "create a new {things} array[ with the {wordsThing} at the end|]",
      "=memoized lists don't notice the new {wordsThing}",
      "=immutable please, no push",
      "=i add a {wordsThing} and [nothing happens|don't see it|the list stays the same]",
      "=[never|don't] push [into|onto] state",
      "=[expected|needs] a new array, [got|it's] the same one",
      "[copy|spread] the array instead of [pushing|mutating]",
    ],
    unseen: [
      "=the array keeps its identity, so nobody gets to know of the {wordsThing}",
      "hand over a copy that has the {wordsThing} in the end",
    ],
    code: [
      `
      const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);
      const [draft, setDraft] = useState("");

      const add‹Thing› = (‹thing›: ‹Thing›) => {
        ⟦‹things›.push(‹thing›);
        set‹Things›(‹things›);→set‹Things›([...‹things›, ‹thing›]);⟧
        setDraft("");
      };
      `,
      `
      ƒ ‹things›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "«‹thing›Added|added|ADD_‹thing:CONST›»":
            ⟦state.‹things›.push(action.‹thing›);
            return state;→return { ...state, ‹things›: [...state.‹things›, action.‹thing›] };⟧
          case "«‹thing›Removed|removed|REMOVE_‹thing:CONST›»":
            return { ...state, ‹things›: state.‹things›.filter(({ id }) => id !== action.id) };
          default:
            return state;
        }
      ƒ}
      `,
      `
      export const use‹Things› = create<‹Things›Store>((set) => ({
        ‹things›: [],
        clear: () => set({ ‹things›: [] }),
        add: (‹thing›) =>
          set((state) => ⟦{
            state.‹things›.push(‹thing›);
            return { ‹things›: state.‹things› };
          }→({ ‹things›: [...state.‹things›, ‹thing›] })⟧),
      }));
      `,
      `
      const onSubmit = async (values: ‹Thing›Values) => {
        const ‹thing› = await create‹Thing›(values);
        ‹fill›
        set‹Things›((prev) => ⟦{
          prev.push(‹thing›);
          return prev;
        }→[...prev, ‹thing›]⟧);
        «form.reset();|onClose();»
      };
      `,
    ],
  }),
  sketched("flag-can-go-back", {
    seen: [
      "={flag} never [goes back|becomes false][ again|]",
      "=[clicking|pressing] it again [does nothing|has no effect], {flag} should [flip|toggle]",
      "make it a toggle",
      "toggle {flag}[ instead|]",
      "flip {flag} [each time|every time]",
      "=it [only works once|can be switched on but not off]",
      "=the second click should [undo it|switch it off again]",
      "=should switch between true and false",
      "={flag} [stays|is always] true",
      "=there is no way to turn {flag} off",
      "=toggle doesn't toggle",
      "=why can't i get back to {flag} false?",
      "=shouldn't this negate {flag}?",
      "=[expected|should be] false on the second click, [still|it's still] true",
      "=works [one way|in one direction] only",
      "[invert|negate|switch] {flag}",
      "={flag} can't be turned off[ any more| again|]",
    ],
    unseen: ["=once on, always on", "let every press of it turn {flag} into its opposite"],
    vars: {
      flag: [
        "isOpen",
        "sidebarOpen",
        "darkMode",
        "muted",
        "expanded",
        "showArchived",
        "compact",
        "isEditing",
        "showDetails",
        "fullscreen",
        "collapsed",
        "paused",
      ],
    },
    code: [
      `
      const [‹flag›, set‹Flag›] = useState(false);
      const [isLoading, setIsLoading] = useState(true);

      const «toggle|onClick|handleToggle» = () => {
        set‹Flag›(⟦true→!‹flag›⟧);
        «track("‹flag:snake›");|ref.current?.focus();|»
      };
      const start = () => setIsLoading(true);
      `,
      `
      export const useUi = create<UiState>((set) => ({
        ‹flag›: false,
        ready: false,
        «toggle|toggle‹Flag›|switch‹Flag›»: () => set(⟦{ ‹flag›: true }→(state) => ({ ‹flag›: !state.‹flag› })⟧),
        start: () => set({ ready: true }),
      }));
      `,
      `
      ƒ uiReducer(state: UiState, action: UiAction): UiState {
        switch (action.type) {
          case "ready":
            return { ...state, ready: true };
          case "«‹flag›Toggled|toggle‹Flag›|toggle/‹flag›»":
            return { ...state, ‹flag›: ⟦true→!state.‹flag›⟧ };
          default:
            return state;
        }
      ƒ}
      `,
      `
      const uiSlice = createSlice({
        name: "ui",
        initialState: { ‹flag›: false, ready: false },
        reducers: {
          loaded(state) {
            state.ready = true;
          },
          «toggled|toggle‹Flag›|‹flag›Toggled»(state) {
            state.‹flag› = ⟦true→!state.‹flag›⟧;
          },
        },
      });
      `,
    ],
  }),
  sketched("select-only-what-is-used", {
    seen: [
      "=rerenders on every change [of|in] the store",
      "=renders [too often|whenever anything in the store changes]",
      "use a selector[ for {field}|]",
      "select only {field}[ from the store|]",
      "=should only [subscribe|listen] to {field}",
      "=this component needs {field} only, not the whole store",
      "=the whole store is [subscribed|read], only {field} is used",
      "=profiler: this renders although {field} didn't change",
      "=needs a selector",
      "=why does it [render|rerender] when [other parts of the store|other things in the store] change?",
      "[pick|read|get] {field} with a selector instead of destructuring",
      "=can it listen to {field} alone?",
      "=[unnecessary|needless|useless] rerenders, it only [needs|uses] {field}",
      "[select|subscribe to|take] {field}, not [everything|the entire store]",
      "=[any|every] store change rerenders this[, {field} is all it needs|]",
    ],
    unseen: ["=subscribed to the world although {field} would do", "narrow the subscription down to {field}"],
    vars: {
      field: [
        "theme",
        "user",
        "count",
        "items",
        "isOpen",
        "total",
        "filter",
        "language",
        "selectedId",
        "cart",
      ],
      store: ["useStore", "useAppStore", "use‹Thing›Store", "useSettings", "useUiStore", "useSession"],
    },
    code: [
      `
      export function ‹Thing›Badge({ id }: { id: string }) {
        const ⟦{ ‹field› } = ‹store›()→‹field› = ‹store›((state) => state.‹field›)⟧;
        return <span title={id}>{String(‹field›)}</span>;
      }
      `,
      `
      const ‹Thing›Header = () => {
        const navigate = useNavigate();
        const { formatDate } = useFormatters();
        const ⟦{ ‹field› } = ‹store›()→‹field› = ‹store›((state) => state.‹field›)⟧;
        useEffect(() => log("‹field:words›", ‹field›), [‹field›]);
        return <Header date={formatDate(new Date())} onBack={() => navigate(-1)} />;
      };
      `,
      `
      export function use‹Thing›Title(prefix: string) {
        const ⟦{ ‹field› } = ‹store›()→‹field› = ‹store›((state) => state.‹field›)⟧;
        const { pathname } = useLocation();
        ‹fill›
        return ´€{prefix} €{pathname} €{‹field›}´;
      }
      `,
    ],
  }),
  sketched("unknown-action-keeps-state", {
    seen: [
      "=state is undefined after [an unknown action|some other action]",
      "=[unknown|other] actions [wipe|lose] the state",
      "add a default that returns {state}",
      "=default case is missing, should [return|give back] {state}",
      "=the reducer returns undefined for [unknown|foreign] actions",
      "return {state} [by default|for everything else|for unknown actions]",
      "=missing default[ case|]: {state}",
      "=redux says the reducer returned undefined during initialization",
      "=anything the reducer doesn't know should leave {state} alone",
      "=needs a default[ branch|]",
      "=why is {state} undefined after @@INIT?",
      "=actions of other slices break this one, it should hand {state} back",
      "=[expected|should be] the same state, [got|is] undefined",
      "=[no|there's no] default[ in the switch|, so the state is lost]",
      "=[unhandled|unknown] action → undefined[, should be {state}|]",
      "fall through to {state}",
    ],
    unseen: [
      "=everything is gone once somebody dispatches what this one has never heard of",
      "give {state} back unchanged if nothing matches",
    ],
    vars: { state: ["state", "prev", "current", "‹thing›State", "previous"] },
    code: [
      `
      ƒ ‹things›Reducer(‹state› = initialState, action: Action) {
        switch (action.type) {
          case "«‹things›/loaded|loaded|LOADED»":
            return { ...‹state›, ‹things›: action.‹things› };
          case "«‹things›/cleared|cleared|CLEARED»":
            return { ...‹state›, ‹things›: [] };
          ⟦→default:
            return ‹state›;⟧
        }
      ƒ}
      `,
      `
      const [‹thing›, dispatch] = useReducer((‹state›: ‹Thing›, action: ‹Thing›Action) => {
        switch (action.type) {
          case "«renamed|retitled»":
            return { ...‹state›, name: action.name };
          case "«archived|closed|hidden»":
            return { ...‹state›, archived: true };
          ⟦→default:
            return ‹state›;⟧
        }
      }, initial‹Thing›);
      `,
      `
      export const ‹thing›Filter = (‹state›: Filter = NO_FILTER, { type, payload }: AnyAction): Filter => {
        switch (type) {
          case SET_‹thing:CONST›_QUERY:
            return { ...‹state›, query: payload };
          case SET_‹thing:CONST›_ORDER: {
            const order = payload ?? "asc";
            return { ...‹state›, order };
          }
          ⟦→default:
            return ‹state›;⟧
        }
      };
      `,
    ],
  }),
  sketched("optimistic-roll-back", {
    seen: [
      "=when [saving|the request] fails the [change|new value] [stays|is still shown]",
      "=no rollback[ when the request fails|]",
      "roll back to {previous} [when it fails|on errors]",
      "restore {previous} [when the request fails|on failure]",
      "=should go back to {previous} [on errors|if it fails]",
      "={previous} is [never used|kept but never restored]",
      "=optimistic update isn't undone [on failure|when the server says no]",
      "undo the [change|optimistic update] when it fails",
      "=the ui [lies|shows the wrong thing] after a failed request",
      "=shows the new {wordsThings} although the server refused them",
      "=why do we keep {previous} if it's never put back?",
      "=can it show the old {wordsThings} again on an error?",
      "set the {wordsThings} back to {previous} in the error case",
      "=[expected|should be] the old {wordsThings} after an error, [still|it's still] the new ones",
      "=[failed|a failed] request leaves the [wrong|optimistic] state",
      "[revert|put back] the {wordsThings} [on error|when the request fails]",
    ],
    unseen: [
      "=if it didn't work out people should see what was there before",
      "=the server refuses, yet the screen pretends it went well",
    ],
    vars: {
      previous: ["previous", "before", "old‹Things›", "snapshot", "prev‹Things›", "backup", "original"],
      verb: ["remove", "rename", "archive", "like", "move", "toggle", "complete"],
    },
    code: [
      `
      const ‹verb›Mutation = useMutation({
        mutationFn: (id: string) => api.‹verb›‹Thing›(id),
        onMutate: (id) => {
          const ‹previous› = ‹things›;
          set‹Things›(‹verb›In(‹things›, id));
          return { ‹previous› };
        },
        onError: (error, id, context) => {
          ⟦→set‹Things›(context!.‹previous›);⟧
          toast.error(´€{id}: €{error.message}´);
        },
      });
      `,
      `
      const ‹verb›‹Thing› = async (id: string) => {
        const ‹previous› = ‹things›;
        set‹Things›(apply‹Verb›(‹things›, id));
        try {
          await api.‹verb›‹Thing›(id);
        } catch (error) {
          ⟦→set‹Things›(‹previous›);⟧
          toast.error("«That did not work|Could not save|Please try again»");
        }
      };
      `,
      `
      export const use‹Things› = create<‹Things›Store>((set, get) => ({
        ‹things›: [],
        ‹verb›: async (id) => {
          const ‹previous› = get().‹things›;
          set({ ‹things›: ‹verb›In(‹previous›, id) });
          const response = await fetch(´/api/‹things:kebab›/€{id}/‹verb›´, { method: "POST" });
          if (!response.ok) {
            ⟦→set({ ‹things›: ‹previous› });⟧
            «report(response);|console.warn(response.status);|notify("failed");»
          }
        },
      }));
      `,
      `
      export class ‹Things›Model {
        ‹things›: ‹Thing›[] = [];

        async ‹verb›(id: string): Promise<void> {
          const ‹previous› = this.‹things›;
          this.‹things› = this.‹things›.«filter((one) => one.id !== id)|map((one) => (one.id === id ? change(one) : one))»;
          this.«render|changed|emit»();
          try {
            await this.api.‹verb›(id);
          } catch (error) {
            ⟦→this.‹things› = ‹previous›;⟧
            «this.fail(error);|this.log(error);|console.error(error);»
          }
        }
      }
      `,
    ],
  }),
  sketched("only-that-one-changes", {
    seen: [
      "=[editing|changing] one {wordsThing} changes [all of them|every {wordsThing}]",
      "=all {wordsThings} get the same {wordsField}",
      "only change the {wordsThing} with that {id}",
      "=should only [affect|touch] the {wordsThing} with [the|that] {id}",
      "=[every|each] {wordsThing} gets the new {wordsField}, not [just|only] the one",
      "=the {id} is [ignored|not checked|not looked at]",
      "check the {id}[ first|], leave the other {wordsThings} alone",
      "leave the other {wordsThings} as they are",
      "=it updates the whole list",
      "=why do all {wordsThings} change at once?",
      "=the other {wordsThings} must stay the same",
      "=map doesn't compare {id}, so everything is overwritten",
      "=can this be limited to the {wordsThing} whose {id} is given?",
      "=i [edit|change] one {wordsThing} and [all|the others] change[ too|]",
      "=[missing|no] {id} [check|comparison]",
      "=[expected|should change] one {wordsThing}, [got|it changes] all",
      "compare {id}[ first| before changing|]",
    ],
    unseen: [
      "=renaming one of them renames them all",
      "hit no {wordsThing} but the one that {id} stands for",
    ],
    vars: {
      field: ["name", "title", "status", "color", "done", "price", "label", "priority", "note", "archived"],
      id: ["id", "id", "key", "slug", "uuid"],
    },
    code: [
      `
      const set‹Thing›‹Field› = (‹id›: string, ‹field›: ‹Thing›["‹field›"]) => {
        set‹Things›((prev) => prev.map((‹thing›) => ⟦({ ...‹thing›, ‹field› })→(‹thing›.‹id› === ‹id› ? { ...‹thing›, ‹field› } : ‹thing›)⟧));
        «setDirty(true);|closeEditor();|»
      };
      `,
      `
      ƒ ‹things›Reducer(‹things›: ‹Thing›[], action: Action): ‹Thing›[] {
        switch (action.type) {
          case "added":
            return [...‹things›, action.‹thing›];
          case "removed":
            return ‹things›.filter((one) => one.‹id› !== action.‹id›);
          case "«changed|‹field›Changed|updated»":
            return ‹things›.map((one) =>⟦ ({ ...one, ‹field›: action.‹field› })→
              one.‹id› === action.‹id› ? { ...one, ‹field›: action.‹field› } : one,
            ⟧);
          default:
            return ‹things›;
        }
      ƒ}
      `,
      `
      export class ‹Thing›Board {
        private ‹things›: ‹Thing›[] = [];

        «change|set‹Field›|update»(‹id›: string, ‹field›: ‹Thing›["‹field›"]): void {
          for (const ‹thing› of this.‹things›) {
            ⟦‹thing›.‹field› = ‹field›;→if (‹thing›.‹id› === ‹id›) ‹thing›.‹field› = ‹field›;⟧
          }
          this.«render|redraw|save»();
        }
      }
      `,
    ],
  }),
  sketched("removes-only-that-one", {
    seen: [
      "=[deleting|removing] one {wordsThing} [removes|deletes] all the others",
      "=the wrong {wordsThings} [are removed|disappear]",
      "=keeps [only|just] the {wordsThing} that should [be removed|go]",
      "=after removing a {wordsThing} only that one is left",
      "=the condition is [inverted|the wrong way round], the removed {wordsThing} is the one that stays",
      "=it's backwards: the {wordsThing} with that {id} [should go|is to be dropped]",
      "drop the {wordsThing} with this {id}, not the rest",
      "keep all {wordsThings} but the one with that {id}",
      "=filter [is wrong|does the opposite]",
      "=why is the one i deleted the only {wordsThing} left?",
      "=everything else vanishes when i [remove|delete] a {wordsThing}",
      "=shouldn't this keep the other {wordsThings}?",
      "=i [delete|remove] one {wordsThing} and [the rest is gone|all others are gone|it's the only one left]",
      "=[inverted|wrong|flipped] filter",
      "=[expected|should keep] the others, [got|keeps] only the removed one",
      "[flip|invert|reverse] the filter condition",
    ],
    unseen: [
      "=throwing away one {wordsThing} leaves me with exactly that one",
      "turn it round: those with another {id} survive",
    ],
    vars: {
      id: ["id", "id", "key", "slug", "uuid"],
      verb: ["remove", "delete", "dismiss", "discard", "drop"],
    },
    code: [
      `
      const ‹verb›‹Thing› = (‹id›: string) => {
        set‹Things›(‹things›.filter((‹thing›) => ‹thing›.‹id› ⟦===→!==⟧ ‹id›));
        if (selected?.‹id› === ‹id›) setSelected(null);
      };
      `,
      `
      ƒ ‹things›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "selected":
            return { ...state, current: state.‹things›.find((one) => one.‹id› === action.‹id›) };
          case "‹verb›":
            return { ...state, ‹things›: state.‹things›.filter((one) => one.‹id› ⟦===→!==⟧ action.‹id›) };
          default:
            return state;
        }
      ƒ}
      `,
      `
      export const use‹Things› = create<‹Things›Store>((set, get) => ({
        ‹things›: [],
        find: (‹id›) => get().‹things›.find((one) => one.‹id› === ‹id›),
        ‹verb›: (‹id›) =>
          set((state) => ({ ‹things›: state.‹things›.filter((one) => one.‹id› ⟦===→!==⟧ ‹id›) })),
      }));
      `,
      `
      const ‹verb›Mutation = useMutation({
        mutationFn: api.‹verb›‹Thing›,
        onSuccess: (_, ‹id›) => {
          queryClient.setQueryData<‹Thing›[]>(["‹things›"], (old = []) =>
            old.filter((‹thing›) => ‹thing›.‹id› ⟦===→!==⟧ ‹id›),
          );
          «toast("Done");|if (openId === ‹id›) close();»
        },
      });
      `,
    ],
  }),
];
