import { sketched } from "./sketch.ts";

/** Entries on a screen: coming, changing, going, and how their values are shown. */
export const SCREEN_ENTRIES = [
  sketched("removed-one-leaves-the-list", {
    seen: [
      "=the deleted {wordsThing} stays in the list [until|till] [i reload|a reload]",
      "=a {wordsThing} doesn't [disappear|go away] when it's deleted",
      "[take|remove] the {wordsThing} out of {things} [once it is deleted|after the delete]",
      "=list [isn't|is not] updated after a delete",
      "=i delete a {wordsThing} and it's still [there|on the screen]",
      "=have to reload to see that the {wordsThing} is gone",
      "=can the {wordsThing} leave the list when it's deleted?",
      "=deleted on the server, [but still|still] in {things}",
      "={set} is never called after the delete",
      "filter the deleted {wordsThing} out of {things}",
      "=should drop the {wordsThing} from the state as well",
    ],
    unseen: [
      "=what has been deleted keeps being displayed like a ghost",
      "let {things} lose the one that was deleted",
    ],
    vars: {
      set: ["set‹Things›"],
      call: [
        "delete‹Thing›",
        "api.delete‹Thing›",
        "remove‹Thing›",
        "‹things›Api.remove",
        "client.destroy‹Thing›",
      ],
      item: ["‹thing›", "‹thing›", "one"],
    },
    code: [
      `
      const handleDelete = async (id: string) => {
        await ‹call›(id);
        ⟦→‹set›(‹things›.filter((‹thing›) => ‹thing›.id !== id));⟧
        «toast("Deleted");|setOpen(false);|close();»
      };

      const handleAdd = (‹thing›: ‹Thing›) => ‹set›([...‹things›, ‹thing›]);
      `,
      `
      ƒ ‹Thing›List({ initial }: { initial: ‹Thing›[] }) {
        const [‹things›, ‹set›] = useState(initial);
        const [busy, setBusy] = useState(false);

        const handleRemove = async (id: number) => {
          setBusy(true);
          await ‹call›(id);
          ⟦→‹set›(‹things›.filter((‹item›) => ‹item›.id !== id));⟧
          setBusy(false);
        };

        return (
          <ul>
            {‹things›.map((‹item›) => (
              <li key={‹item›.id}>
                {‹item›.name}
                <button disabled={busy} onClick={() => handleRemove(‹item›.id)}>Delete</button>
              </li>
            ))}
          </ul>
        );
      ƒ}
      `,
      `
      export function use‹Things›() {
        const [‹things›, ‹set›] = useState<‹Thing›[]>([]);

        const add = (‹thing›: ‹Thing›) => {
          ‹set›([...‹things›, ‹thing›]);
        };

        const remove = async (id: string) => {
          ‹fill›
          await ‹call›(id);
          ⟦→‹set›(‹things›.filter((‹thing›) => ‹thing›.id !== id));⟧
        };

        return { ‹things›, add, remove };
      }
      `,
    ],
  }),
  sketched("changed-one-shows-in-the-list", {
    seen: [
      "=[old|outdated] data in the list after an edit",
      "=[missing|we need] an update of {things} with {saved}",
      "exchange the one in {things} that [was edited|has been saved]",
      "=the list [still shows|keeps showing] the old {wordsThing} after editing",
      "=after saving the {wordsThing} the list isn't updated",
      "replace the {wordsThing} in {things} with {saved}",
      "=edits only show up after a reload",
      "=[put|we should put] {saved} into {things} in place of the old one",
      "=saved, but {things} [is still the old list|stays as it was]",
      "=can the list show the changed {wordsThing} [at once|right away]?",
      "=i rename a {wordsThing} and the list has the old name",
      "update the {wordsThing} in {things} [as well |too |]after saving",
      "={saved} isn't used for the list",
      "swap the old {wordsThing} in the state for {saved}",
    ],
    unseen: [
      "=what comes back from the server never makes it into the list",
      "let {things} have {saved} where the one with its id was",
    ],
    vars: {
      set: ["set‹Things›"],
      saved: ["saved", "updated", "changed", "result", "fresh"],
      call: ["update‹Thing›", "api.save‹Thing›", "patch‹Thing›", "‹things›Api.update"],
      item: ["‹thing›", "‹thing›", "one"],
    },
    code: [
      `
      const handleSave = async (draft: ‹Thing›) => {
        const ‹saved› = await ‹call›(draft);
        ⟦→‹set›(‹things›.map((‹item›) => (‹item›.id === ‹saved›.id ? ‹saved› : ‹item›)));⟧
        «setEditing(null);|close();|toast(´€{‹saved›.name} saved´);»
      };

      const handleDelete = (id: string) => ‹set›(‹things›.filter((‹item›) => ‹item›.id !== id));
      `,
      `
      ƒ ‹Thing›Table({ initial }: Props) {
        const [‹things›, ‹set›] = useState<‹Thing›[]>(initial);

        const rename = async (id: string, name: string) => {
          const ‹saved› = await ‹call›({ id, name });
          ⟦→‹set›(‹things›.map((‹item›) => (‹item›.id === ‹saved›.id ? ‹saved› : ‹item›)));⟧
        };

        return (
          <table>
            <tbody>
              {‹things›.map((‹item›) => (
                <‹Thing›Row key={‹item›.id} {...‹item›} onRename={rename} />
              ))}
            </tbody>
          </table>
        );
      ƒ}
      `,
      `
      export const use‹Thing›Editing = (‹things›: ‹Thing›[], ‹set›: (‹things›: ‹Thing›[]) => void) => {
        const [error, setError] = useState("");

        const save = async (draft: ‹Thing›) => {
          try {
            const ‹saved› = await ‹call›(draft);
            ⟦→‹set›(‹things›.map((‹thing›) => (‹thing›.id === ‹saved›.id ? ‹saved› : ‹thing›)));⟧
          } catch {
            setError("Not saved");
          }
        };

        return { save, error };
      };
      `,
    ],
  }),
  sketched("new-ones-on-top", {
    seen: [
      "=new {wordsThings} should be [on top|at the top|first]",
      "=a new {wordsThing} [lands|ends up|appears] at the bottom, should be at the top",
      "[put|add|insert] the new {wordsThing} at the [top|beginning|front]",
      "=[i have to scroll|you have to scroll] down to see the {wordsThing} i just added, put it first",
      "=can new {wordsThings} come first?",
      "prepend [it|the {wordsThing}] instead of appending[ it|]",
      "=newest {wordsThing} first pls",
      "=wrong end, the new {wordsThing} [goes|belongs] to the front",
      "=the {wordsThing} just added should be the first of {things}",
      "=should go before the others, not after them",
    ],
    unseen: [
      "=what was added last is the most interesting and nobody should have to look for it below",
      "let {things} grow at its beginning",
    ],
    vars: { set: ["set‹Things›"], add: ["add‹Thing›", "handleAdd", "onCreated", "receive‹Thing›", "insert"] },
    code: [
      `
      const ‹add› = (‹thing›: ‹Thing›) => {
        ‹set›([⟦...‹things›, ‹thing›→‹thing›, ...‹things›⟧]);
        «setText("");|setOpen(false);»
      };
      `,
      `
      ƒ ‹Thing›Feed({ initial }: Props) {
        const [‹things›, ‹set›] = useState<‹Thing›[]>(initial);
        const [tags, setTags] = useState<string[]>([]);

        const addTag = (tag: string) => setTags([...tags, tag]);

        const ‹add› = async (text: string) => {
          const ‹thing› = await create‹Thing›(text, tags);
          ‹set›([⟦...‹things›, ‹thing›→‹thing›, ...‹things›⟧]);
        };

        return <Feed items={‹things›} onSend={‹add›} onTag={addTag} />;
      ƒ}
      `,
      `
      ƒ ‹things›Reducer(state: ‹Thing›State, action: Action): ‹Thing›State {
        switch (action.type) {
          case "added":
            return { ...state, ‹things›: [⟦...state.‹things›, action.‹thing›→action.‹thing›, ...state.‹things›⟧] };
          case "cleared":
            return { ...state, ‹things›: [] };
          default:
            return state;
        }
      ƒ}
      `,
      `
      useEffect(() => {
        return socket.on("‹thing:kebab›", (‹thing›: ‹Thing›) => {
          «setUnread((count) => count + 1);|»
          ‹set›((‹things›) => [⟦...‹things›, ‹thing›→‹thing›, ...‹things›⟧]);
        });
      }, []);
      `,
    ],
  }),
  sketched("second-click-deselects", {
    seen: [
      "=[no way|impossible] to take [something|a {wordsThing}] back out of {state}",
      "=toggle, not add[ only|]",
      "make it [possible to deselect|a toggle]",
      "=clicking a selected {wordsThing} again [selects it twice|doesn't deselect it]",
      "=can't [deselect|unselect|uncheck] a {wordsThing}",
      "=unchecking a {wordsThing} adds it again",
      "toggle the {wordsThing} in {state} instead of only adding it",
      "=a second click should take the {wordsThing} out of {state}",
      "remove it from {state} if it is [already in there|in there already]",
      "=the same id is in {state} several times",
      "={state} only ever grows",
      "=can a click on a selected {wordsThing} deselect it?",
      "=how do i get a {wordsThing} out of the selection?",
      "=once chosen a {wordsThing} is chosen for good, want to be able to undo it",
      "=unselect doesn't work",
    ],
    unseen: [
      "=what i have ticked can't be unticked",
      "let the click take it away from {state} when it has been in there",
    ],
    vars: {
      state: ["selected", "selectedIds", "checked", "chosen", "picked", "favorites", "expandedIds"],
      toggle: ["toggle", "handleSelect", "onToggle", "select‹Thing›", "handleCheck"],
      item: ["other"],
    },
    code: [
      `
      const ‹toggle› = (id: string) => {
        set‹State›(⟦[...‹state›, id]→
          ‹state›.includes(id) ? ‹state›.filter((‹item›) => ‹item› !== id) : [...‹state›, id],
        ⟧);
      };

      const clear = () => set‹State›([]);
      `,
      `
      ƒ ‹Thing›Picker({ ‹things› }: PickerProps) {
        const [‹state›, set‹State›] = useState<string[]>([]);

        const ‹toggle› = (id: string) => {
          ‹fill›
          set‹State›(⟦[...‹state›, id]→
            ‹state›.includes(id) ? ‹state›.filter((‹item›) => ‹item› !== id) : [...‹state›, id],
          ⟧);
        };

        return (
          <ul>
            {‹things›.map(({ id, name }) => (
              <li key={id} aria-selected={‹state›.includes(id)} onClick={() => ‹toggle›(id)}>{name}</li>
            ))}
          </ul>
        );
      ƒ}
      `,
      `
      export function use‹State›() {
        const [‹state›, set‹State›] = useState<number[]>([]);
        const ‹toggle› = (id: number) =>
          set‹State›((‹state›) =>
            ⟦[...‹state›, id]→‹state›.includes(id) ? ‹state›.filter((‹item›) => ‹item› !== id) : [...‹state›, id]⟧,
          );
        return { ‹state›, ‹toggle›, count: ‹state›.length };
      }
      `,
    ],
  }),
  sketched("boolean-in-words", {
    seen: [
      "=[blank|nothing] where {field} should be: {textYes} if true, {textNo} if false",
      "=testers [ask|want to know] what {wordsField} is, {textYes} or {textNo}[ pls|]",
      "[render|use] {textYes} when {field} is true and {textNo} when it is false",
      "={field} shows nothing, should say {textYes} or {textNo}",
      "=the {wordsField} column is [always |]empty, {textYes} / {textNo} would be good",
      "[show|write] {textYes} or {textNo} [for|instead of] {field}",
      "=booleans aren't rendered: {textYes} if {field}, else {textNo}",
      "=you can't see [whether|if] a {wordsThing} is {wordsField}. {textYes} / {textNo}",
      "=react doesn't print true and false; want {textYes} when {field}, {textNo} otherwise",
      "=can {field} be shown as {textYes} or {textNo}?",
      "={field}: {textYes}/{textNo} pls",
      "turn {field} into {textYes} and {textNo}",
      "=should read {textYes} for true, {textNo} for false",
    ],
    unseen: [
      "=blank space where {field} is meant to be, people would understand {textYes} and, if not, {textNo}",
      "let {field} speak: {textYes}, or else {textNo}",
    ],
    rows: [
      [
        { field: "active", yes: "Active", no: "Inactive" },
        { field: "active", yes: "Yes", no: "No" },
        { field: "paid", yes: "Paid", no: "Open" },
        { field: "verified", yes: "✓", no: "✗" },
        { field: "isPublic", yes: "Public", no: "Private" },
        { field: "inStock", yes: "In stock", no: "Sold out" },
        { field: "enabled", yes: "On", no: "Off" },
        { field: "archived", yes: "Archived", no: "Current" },
        { field: "done", yes: "Done", no: "To do" },
        { field: "shipped", yes: "Shipped", no: "Waiting" },
        { field: "read", yes: "Read", no: "New" },
      ],
    ],
    vars: { text: ["name", "title", "number", "label"] },
    code: [
      `
      <tr key={‹thing›.id}>
        <td>{‹thing›.‹text›}</td>
        <td>{⟦‹thing›.‹field›→‹thing›.‹field› ? "‹yes›" : "‹no›"⟧}</td>
        <td>{‹thing›.owner}</td>
      </tr>
      `,
      `
      ƒ ‹Thing›Card({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        ‹fill›
        return (
          <article className={‹thing›.‹field› ? "bright" : "pale"}>
            <h3>{‹thing›.‹text›}</h3>
            <span className="badge">{⟦‹thing›.‹field›→‹thing›.‹field› ? "‹yes›" : "‹no›"⟧}</span>
          </article>
        );
      ƒ}
      `,
      `
      const columns: Column<‹Thing›>[] = [
        { title: "‹text:Words›", render: (‹thing›) => ‹thing›.‹text› },
        { title: "‹field:Words›", render: (‹thing›) => ⟦‹thing›.‹field›→(‹thing›.‹field› ? "‹yes›" : "‹no›")⟧ },
      ];
      `,
    ],
  }),
  sketched("dash-for-missing-value", {
    seen: [
      "=[missing|unset|null] {wordsField}? [show|use] {textDash}",
      "[show|put] {textDash} [if|when] there is no {wordsField}",
      "=a missing {wordsField} should be [shown as |]{textDash}",
      "=[the |]{wordsField} is [null|undefined] for some {wordsThings}, {textDash} would be [clearer|better]",
      "={field} can be [null|undefined], show {textDash} then",
      "fall back to {textDash} for {field}",
      "=no {wordsField} → {textDash}",
      "=can we [show|have] {textDash} for a missing {wordsField}?",
      "=if {field} is missing the row looks broken, {textDash} pls",
      "=some {wordsThings} have no {wordsField}, it should read {textDash}",
      "use {textDash} when {field} isn't set",
    ],
    unseen: [
      "=a gap where {field} should be makes people think it's still loading, better {textDash}",
      "let {textDash} stand in for a {wordsField} nobody has given",
    ],
    vars: {
      field: [
        "phone",
        "email",
        "dueDate",
        "assignee",
        "company",
        "note",
        "city",
        "website",
        "price",
        "lastSeen",
        "birthday",
      ],
      dash: ["—", "-", "–", "n/a", "none", "unknown", "not set", "?"],
      text: ["name", "title", "number"],
    },
    code: [
      `
      <tr>
        <td>{‹thing›.‹text›}</td>
        <td>{⟦‹thing›.‹field›→‹thing›.‹field› ?? "‹dash›"⟧}</td>
        <td>{‹thing›.status}</td>
      </tr>
      `,
      `
      ƒ ‹Thing›Facts({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <dl>
            <dt>‹text:Words›</dt>
            <dd>{‹thing›.‹text›}</dd>
            <dt>‹field:Words›</dt>
            <dd>{⟦‹thing›.‹field›→‹thing›.‹field› ?? "‹dash›"⟧}</dd>
          </dl>
        );
      ƒ}
      `,
      `
      ƒ rowOf(‹thing›: ‹Thing›): string[] {
        ‹fill›
        return [‹thing›.‹text›, ⟦‹thing›.‹field›→‹thing›.‹field› ?? "‹dash›"⟧, ‹thing›.status];
      ƒ}
      `,
      `
      export const ‹Thing›Line = ({ ‹thing› }: Props) => (
        <p>
          <b>{‹thing›.‹text›}</b>, ‹field:words›: {⟦‹thing›.‹field›→‹thing›.‹field› ?? "‹dash›"⟧}
        </p>
      );
      `,
    ],
  }),
  sketched("missing-counts-as", {
    seen: [
      "=the total is NaN when [a|one] {wordsThing} has no {wordsField}. [treat|count] it as {none}",
      "=NaN if {field} is missing, should [count as|be] {none}",
      "=[get|we get|i see] NaN as soon as a {wordsThing} comes without {field}; {none} then",
      "treat a missing {wordsField} as {none}",
      "={field} is optional, take {none}[ when it is missing| by default|]",
      "=a {wordsThing} without {wordsField} [breaks|ruins] the [sum|total], it's {none} then",
      "count {none} for a {wordsThing} without {field}",
      "=can a missing {wordsField} be {none}?",
      "=sum shows NaN ({field} undefined → {none})",
      "fall back to {none} for {field}",
      "=no {field} means {none}",
    ],
    unseen: [
      "=some {wordsThings} from the import lack the {wordsField} and the figure at the bottom is not a number, {none} was meant",
      "let {field} default to {none} in the calculation",
    ],
    rows: [
      [
        { field: "quantity", price: "price", none: "1" },
        { field: "quantity", price: "unitPrice", none: "0" },
        { field: "factor", price: "amount", none: "1" },
        { field: "hours", price: "rate", none: "0" },
        { field: "weight", price: "score", none: "1" },
        { field: "nights", price: "roomPrice", none: "1" },
        { field: "seats", price: "fee", none: "1" },
        { field: "copies", price: "cost", none: "1" },
        { field: "exchangeRate", price: "value", none: "1" },
      ],
    ],
    vars: { item: ["‹thing›", "item", "one"], sum: ["sum", "total", "acc"] },
    code: [
      `
      const total = ‹things›.reduce((‹sum›, ‹item›) => {
        return ‹sum› + ‹item›.‹price› * ⟦‹item›.‹field›→(‹item›.‹field› ?? ‹none›)⟧;
      }, 0);
      `,
      `
      ƒ ‹Thing›Total({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const total = ‹things›.reduce((‹sum›, ‹item›) => ‹sum› + ‹item›.‹price› * ⟦‹item›.‹field›→(‹item›.‹field› ?? ‹none›)⟧, 0);
        const tax = total * 0.2;

        return (
          <footer>
            <span>{tax.toFixed(2)}</span>
            <strong>{total.toFixed(2)}</strong>
          </footer>
        );
      ƒ}
      `,
      `
      ƒ sumOf(‹things›: readonly ‹Thing›[]): number {
        let ‹sum› = 0;
        for (const ‹item› of ‹things›) {
          «if (‹item›.cancelled) continue;|»
          ‹sum› += ‹item›.‹price› * ⟦‹item›.‹field›→(‹item›.‹field› ?? ‹none›)⟧;
        }
        return ‹sum›;
      ƒ}
      `,
      `
      <tr key={‹thing›.id}>
        <td>{‹thing›.name}</td>
        <td>{‹thing›.‹price›}</td>
        <td>{‹thing›.‹price› * ⟦‹thing›.‹field›→(‹thing›.‹field› ?? ‹none›)⟧}</td>
      </tr>
      `,
    ],
  }),
  sketched("unit-behind-the-number", {
    seen: [
      "=[what|which] unit has the {wordsField}? {unit}, show it",
      "[write|print] the {wordsField} with {unit}",
      "[show|add|put] {unit} [behind|after] the {wordsField}",
      "=the {wordsField} [has no unit|is without a unit], it's {unit}",
      "=nobody knows the unit of the {wordsField}, {unit}",
      "=the {wordsField} should [be followed by|end with|say] {unit}",
      "=is the {wordsField} in {unit}? please say so",
      "append {unit} to the {wordsField}, with a space",
      "=can we have {unit} behind the {wordsField}?",
      "=12 what? should be 12 {unit} for the {wordsField}",
      "=unit missing [for|at] {field}: {unit}",
      "=a bare number for the {wordsField} is confusing, {unit} pls",
    ],
    unseen: [
      "=customers take the {wordsField} for something else since it doesn't tell that it's {unit}",
      "let {field} be read in {unit}",
    ],
    rows: [
      [
        { field: "weight", unit: "kg" },
        { field: "distance", unit: "km" },
        { field: "size", unit: "MB" },
        { field: "duration", unit: "min" },
        { field: "temperature", unit: "°C" },
        { field: "area", unit: "m²" },
        { field: "power", unit: "kW" },
        { field: "speed", unit: "km/h" },
        { field: "length", unit: "cm" },
        { field: "volume", unit: "l" },
        { field: "latency", unit: "ms" },
      ],
    ],
    vars: { second: ["count", "name", "title", "version", "rating"], tag: ["span", "td", "dd", "strong"] },
    code: [
      `
      <li>
        <‹tag›>{‹thing›.‹second›}</‹tag›>
        <‹tag›>{‹thing›.‹field›}⟦→ ‹unit›⟧</‹tag›>
      </li>
      `,
      `
      ƒ ‹Thing›Details({ ‹thing› }: DetailsProps) {
        ‹fill›
        return (
          <dl>
            <dt>‹second:Words›</dt>
            <dd>{‹thing›.‹second›}</dd>
            <dt>‹field:Words›</dt>
            <dd>{‹thing›.‹field›}⟦→ ‹unit›⟧</dd>
          </dl>
        );
      ƒ}
      `,
      `
      ƒ describe‹Thing›(‹thing›: ‹Thing›) {
        const parts = [´‹second:Words›: €{‹thing›.‹second›}´, ´‹field:Words›: €{‹thing›.‹field›}⟦→ ‹unit›⟧´];
        return parts.join(", ");
      ƒ}
      `,
    ],
  }),
];
