import { sketched } from "./sketch.ts";

const EVENT = ["e", "e", "event", "ev"];

/** Lists and tables: what is in them, in which order, and on which page. */
export const SCREEN_LISTS = [
  sketched("key-from-a-field", {
    seen: [
      "=react complains about missing keys[ here|], use the {wordsThing}'s {key}",
      "=each child in a list should have a unique key ({thing}.{key})",
      "=missing key[s|], [take|use] the {key}",
      "[add|set] the {wordsThing}'s {key} as key",
      "=react [warns|warning] about keys, {key} is unique",
      '=console: "Each child in a list should have a unique key prop". {key} would do',
      "key by {key}",
      "=needs a key, {key}",
      "=[why|how come] react [warns|complains] about the {wordsThings}? {key} should be the key",
      "=[the |]rows have no identity, [set|use] {key} as key",
      "=can we use {key} as [the |]key?",
      "=the {wordsThings} have no key here - {key} pls",
      "give each {wordsThing} its {key} as key",
      "=no key on the {wordsThings}, should be {key}",
    ],
    unseen: [
      "=react can't tell the {wordsThings} apart, their {key} would help it",
      "=lint says jsx-key. every {wordsThing} has its own {key}",
    ],
    vars: {
      key: ["id", "id", "slug", "sku", "uuid", "code", "name", "number", "email", "path"],
      text: ["title", "label", "summary", "text", "caption"],
      flag: ["done", "active", "isNew", "selected", "archived"],
    },
    code: [
      `
      <ul className="‹things:kebab›">
        {‹things›.map((‹thing›) => (
          <li⟦→ key={‹thing›.‹key›}⟧ className={‹thing›.‹flag› ? "‹flag:kebab›" : ""}>{‹thing›.‹text›}</li>
        ))}
      </ul>
      `,
      `
      ƒ ‹Thing›Table({ ‹things›, columns }: TableProps) {
        ‹fill›
        return (
          <table>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column.id}>{column.title}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {‹things›.map((‹thing›) => (
                <tr⟦→ key={‹thing›.‹key›}⟧>
                  <td>{‹thing›.‹text›}</td>
                  <td>{‹thing›.‹flag› ? "yes" : "no"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Picker = ({ ‹things›, onPick }: Props) => (
        <div role="listbox">
          {‹things›
            .filter((‹thing›) => !‹thing›.‹flag›)
            .map((‹thing›) => (
              <Card⟦→ key={‹thing›.‹key›}⟧ {...‹thing›} onClick={() => onPick(‹thing›)} />
            ))}
        </div>
      );
      `,
      `
      const options = ‹things›.map((‹thing›) => (
        <option⟦→ key={‹thing›.‹key›}⟧ value={‹thing›.‹key›}>
          {‹thing›.‹text›}
        </option>
      ));
      `,
    ],
  }),
  sketched("key-is-not-the-index", {
    seen: [
      "don't use the index as key, [use|take] {key}",
      "=index as key is a bad idea, the {wordsThings} have [a|an] {key}",
      "=after removing [a|one|the first] {wordsThing} the wrong row keeps [its text|the focus]. key should be {key}",
      "=[inputs|open rows] jump to another {wordsThing} when [the order changes|one is deleted], key by {key}",
      "=no-array-index-key, {key} is [unique|stable]",
      "use the {wordsThing}'s {key} as key instead of the index",
      "=[the |]state of the rows gets mixed up after sorting because of the index key, [use|take] {key}",
      "=key={index}? pls use {key}",
      "=can the key be {key}, not the [position|index]?",
      "=reordering shows the wrong {wordsThing} checked, key must be {key}",
      "replace the index key by {key}",
    ],
    unseen: [
      "=a position in the list identifies nothing, {key} does",
      "key these by something stable ({key})",
    ],
    vars: {
      key: ["id", "id", "slug", "uuid", "sku", "code", "number"],
      index: ["index", "i", "idx"],
      text: ["title", "label", "summary", "name"],
    },
    code: [
      `
      <ul>
        {‹things›.map((‹thing›⟦, ‹index›→⟧) => (
          <‹Thing›Row key={⟦‹index›→‹thing›.‹key›⟧} ‹thing›={‹thing›} «onRemove={remove}|editable» />
        ))}
      </ul>
      `,
      `
      ƒ ‹Thing›Editor({ ‹things›, onChange, onRemove }: Props) {
        return (
          <div>
            {‹things›.map((‹thing›, ‹index›) => (
              <div key={⟦‹index›→‹thing›.‹key›⟧} className="row">
                <input value={‹thing›.‹text›} onChange={(e) => onChange(‹index›, e.target.value)} />
                <button type="button" onClick={() => onRemove(‹index›)}>×</button>
              </div>
            ))}
          </div>
        );
      ƒ}
      `,
      `
      export const ‹Thing›Tabs = ({ ‹things›, active, onSelect }: Props) => (
        <div role="tablist">
          {‹things›.map((‹thing›, ‹index›) => (
            <button key={⟦‹index›→‹thing›.‹key›⟧} aria-selected={‹index› === active} onClick={() => onSelect(‹index›)}>
              {‹thing›.‹text›}
            </button>
          ))}
        </div>
      );
      `,
    ],
  }),
  sketched("leave-out-in-the-list", {
    seen: [
      "={wordsFlag} {wordsThings} [still show up|are still shown|show up][ in the list| here|]",
      "=why do I see {wordsFlag} {wordsThings} here?",
      "[hide|leave out|filter out] [the |]{wordsFlag} {wordsThings}",
      "don't [show|list|render] {wordsFlag} {wordsThings}",
      "=[the |]{wordsFlag} ones should not be [shown|listed|there]",
      "=should only [show|list] {wordsThings} that aren't {wordsFlag}",
      "=can we [hide|skip] the {wordsFlag} ones?",
      "=[i just saw|there is] one that is {wordsFlag} and it is still [there|listed]",
      "=nobody wants to see {wordsFlag} {wordsThings}",
      "=no {wordsFlag} {wordsThings} [here|in this list] [pls|please]",
      "skip {wordsThings} where {flag} is true",
    ],
    unseen: [
      "=whatever is {wordsFlag} has no business on this screen",
      "narrow the list down to those of the {wordsThings} whose {flag} is off",
    ],
    vars: {
      flag: [
        "hidden",
        "archived",
        "deleted",
        "disabled",
        "cancelled",
        "expired",
        "blocked",
        "draft",
        "inactive",
        "resolved",
        "dismissed",
        "muted",
      ],
      item: ["‹thing›", "‹thing›", "item", "one"],
      text: ["title", "label", "name"],
    },
    code: [
      `
      <ul>
        {‹things›⟦→.filter((‹item›) => !‹item›.‹flag›)⟧.map((‹item›) => (
          <li key={‹item›.id}>{‹item›.‹text›}</li>
        ))}
      </ul>
      `,
      `
      ƒ ‹Thing›Menu({ ‹things›, ‹others›, onSelect }: MenuProps) {
        return (
          <nav>
            {‹others›.map((one) => (
              <a key={one.id} href={one.url}>{one.‹text›}</a>
            ))}
            {‹things›⟦→.filter((‹item›) => !‹item›.‹flag›)⟧.map((‹item›) => (
              <MenuItem key={‹item›.id} label={‹item›.‹text›} onClick={() => onSelect(‹item›.id)} />
            ))}
          </nav>
        );
      ƒ}
      `,
      `
      <thead>
        <tr>
          <th>«#|No.|»</th>
          {‹things›⟦→.filter((‹item›) => !‹item›.‹flag›)⟧.map((‹item›) => (
            <th key={‹item›.id}>{⟦‹item›.‹flag› ? null : ‹item›.‹text›→‹item›.‹text›⟧}</th>
          ))}
        </tr>
      </thead>
      `,
      `
      const options = ‹things›⟦→.filter((‹item›) => !‹item›.‹flag›)⟧.map((‹item›) => ({
        value: ‹item›.id,
        label: ‹item›.‹text›,
      }));

      const groups = ‹others›.map((one) => one.id);
      `,
      `
      export function use‹Thing›Rows(‹things›: ‹Thing›[]) {
        const count = ‹things›.length;
        ‹fill›
        const rows = ‹things›⟦→.filter((‹item›) => !‹item›.‹flag›)⟧.map((‹item›) => toRow(‹item›));
        return { rows, count };
      }
      `,
    ],
  }),
  // Sorted by localeCompare, on a copy.
  sketched("list-in-alphabetical-order", {
    seen: [
      "=the {wordsThings} should be [in alphabetical order|sorted alphabetically|alphabetical] by {field}",
      "sort the {wordsThings} [alphabetically |]by {field}",
      "=[the |]{wordsThings} are in no order, by {field} pls",
      "=hard to find a {wordsThing}, [list|show] them by {field} from a to z",
      "=can the {wordsThings} be sorted by {field}?",
      "=the order [of the {wordsThings}|here] is random, should be by {field}",
      "order the {wordsThings} by {field}, a to z",
      "show them alphabetically ({field})",
      "=a to z by {field}",
      "=sorted by {field} would be [nice|better|easier to read]",
      "=[wish|would be great if] the {wordsThings} were sorted by {field}",
      "use localeCompare on {field} to sort the {wordsThings}",
    ],
    unseen: [
      "=people look for a {wordsThing} by its {field}, so that's how they should be ordered",
      "arrange what is shown by {field}, from A on",
    ],
    vars: {
      field: ["name", "title", "label", "city", "lastName", "email", "brand", "country", "author", "company"],
    },
    code: [
      `
      <ul>
        {⟦‹things›→[...‹things›].sort((a, b) => a.‹field›.localeCompare(b.‹field›))⟧.map((‹thing›) => (
          <li key={‹thing›.id}>{‹thing›.‹field›}</li>
        ))}
      </ul>
      `,
      `
      ƒ ‹Thing›Select({ ‹things›, value, onChange }: Props) {
        const shown = ⟦‹things›→[...‹things›].sort((a, b) => a.‹field›.localeCompare(b.‹field›))⟧;

        return (
          <select value={value} onChange={onChange}>
            {shown.map((‹thing›) => (
              <option key={‹thing›.id} value={‹thing›.id}>{‹thing›.‹field›}</option>
            ))}
          </select>
        );
      ƒ}
      `,
      `
      const ‹Thing›Grid = ({ ‹things›, ‹others› }: GridProps) => (
        <div className="grid">
          <Sidebar items={‹others›} />
          {⟦‹things›→[...‹things›].sort((a, b) => a.‹field›.localeCompare(b.‹field›))⟧.map((‹thing›) => (
            <‹Thing›Tile key={‹thing›.id} {...‹thing›} />
          ))}
        </div>
      );
      `,
      `
      export async function load‹Things›(): Promise<‹Thing›[]> {
        const ‹things› = await api.list‹Things›();
        ‹fill›
        return ⟦‹things›→[...‹things›].sort((a, b) => a.‹field›.localeCompare(b.‹field›))⟧;
      }
      `,
    ],
  }),
  sketched("last-page-cut-off", {
    seen: [
      "=the last page is [cut off|missing][ when it's not full| when there are fewer {wordsThings} on it|]",
      "=you can't [get to|reach|see] the last {wordsThings}",
      "=with 21 {wordsThings} and 10 a page there should be 3 pages, not 2",
      "=the last few {wordsThings} [never show up|are never shown|can't be reached]",
      "=one page [too few|is missing][ when it doesn't divide evenly|]",
      "=the [number of pages|page count] is one too small",
      "=shows 0 pages when there are only a few {wordsThings}",
      "[round|should round] [the page count|the number of pages] up",
      "=a half full page is a page too",
      "=pagination ends too early",
      "=where's the rest of the {wordsThings}? last page is missing",
      "use ceil for the number of pages",
    ],
    unseen: [
      "=the remainder gets no page of its own",
      "=next is disabled although a handful of {wordsThings} is still to come",
    ],
    vars: {
      count: ["pageCount", "totalPages", "pages", "lastPage", "numPages"],
      total: ["total", "totalCount", "‹things›.length", "data.total", "result.count"],
      size: ["pageSize", "perPage", "PAGE_SIZE", "limit", "rowsPerPage"],
    },
    code: [
      `
      const ‹count› = Math.⟦floor→ceil⟧(‹total› / ‹size›);
      const isLast = page >= ‹count›;
      const middle = Math.floor(‹size› / 2);
      `,
      `
      ƒ Pager({ ‹things›, total, data, result, totalCount, page, ‹size›, onPage }: Props) {
        const first = Math.floor(page / 10) * 10;
        const ‹count› = Math.⟦floor→ceil⟧(‹total› / ‹size›);

        return (
          <nav>
            <button disabled={page <= 1} onClick={() => onPage(page - 1)}>Previous</button>
            <span>{page} / {‹count›}</span>
            <button disabled={page >= ‹count›} onClick={() => onPage(page + 1)}>Next</button>
          </nav>
        );
      ƒ}
      `,
      `
      export function use‹Thing›Pages(‹things›: ‹Thing›[], ‹size› = «10|20|25») {
        const [page, setPage] = useState(0);
        const ‹count› = Math.⟦floor→ceil⟧(‹things›.length / ‹size›);
        const shown = ‹things›.slice(page * ‹size›, (page + 1) * ‹size›);
        ‹fill›
        return { shown, page, setPage, hasNext: page < ‹count› - 1 };
      }
      `,
    ],
  }),
  sketched("filter-goes-back-to-first-page", {
    seen: [
      "=after [changing|setting] the {wordsFilter} i'm still on page 4",
      "=changing the {wordsFilter} should [go|jump] [back |]to the first page",
      "[go back|return|jump back] to the first page when the {wordsFilter} changes",
      "reset the page when the {wordsFilter} changes",
      "=the list is empty after changing the {wordsFilter} because the page [stays|is too high]",
      "=new {wordsFilter}, old page",
      "=page should be reset [with|on] a new {wordsFilter}",
      "=shouldn't the page go back to the start with a new {wordsFilter}?",
      "=can we start at the first page again [when|whenever] {filter} changes?",
      "also set the page back in the {wordsFilter} handler",
      "=no results on page 3 with another {wordsFilter}, should begin from the start",
    ],
    unseen: [
      "=whoever picks another {wordsFilter} wants to see the beginning of what comes",
      "begin paging anew with every change of {filter}",
    ],
    rows: [
      [
        { page: "page", first: "1" },
        { page: "page", first: "0" },
        { page: "pageIndex", first: "0" },
        { page: "currentPage", first: "1" },
        { page: "pageNumber", first: "1" },
        { page: "offset", first: "0" },
      ],
    ],
    vars: {
      filter: [
        "search",
        "query",
        "status",
        "category",
        "sort",
        "tab",
        "period",
        "team",
        "country",
        "pageSize",
      ],
      next: ["value", "next", "chosen"],
      e: EVENT,
    },
    code: [
      `
      const [‹filter›, set‹Filter›] = useState("");
      const [‹page›, set‹Page›] = useState(‹first›);
      const [open, setOpen] = useState(false);

      const handle‹Filter›Change = (‹next›: string) => {
        set‹Filter›(‹next›);
        ⟦→set‹Page›(‹first›);⟧
      };
      `,
      `
      ƒ ‹Thing›List() {
        const [‹page›, set‹Page›] = useState(‹first›);
        const [‹filter›, set‹Filter›] = useState<string>();
        const { data } = use‹Things›({ ‹page›, ‹filter› });

        const change‹Filter› = (‹e›: React.ChangeEvent<HTMLSelectElement>) => {
          set‹Filter›(‹e›.target.value);
          ⟦→set‹Page›(‹first›);⟧
        };

        return (
          <>
            <Select value={‹filter›} onChange={change‹Filter›} />
            <‹Thing›Table rows={data} />
            <Pager page={‹page›} onChange={set‹Page›} />
          </>
        );
      ƒ}
      `,
      `
      class ‹Thing›ListStore {
        ‹page› = ‹first›;
        ‹filter›: string | undefined;
        selected: string[] = [];

        set‹Filter›(‹next›: string) {
          this.‹filter› = ‹next›;
          ⟦→this.‹page› = ‹first›;⟧
          this.load();
        }

        next() {
          this.‹page›++;
          this.load();
        }
      }
      `,
    ],
  }),
  sketched("next-begins-again", {
    seen: [
      "=should [wrap around|go back|return] to the first {wordsThing} after the last",
      "=next on the last {wordsThing} [crashes|breaks|shows nothing|is undefined]",
      "=after the last {wordsThing} [it should start again|start over|start from the beginning again]",
      "[wrap around|start over|loop] after the last {wordsThing}",
      "=clicking next at the end [runs out of the {wordsThings}|gives undefined], should begin again with the first",
      "=can next go [round|around] to the first {wordsThing}?",
      "=the {wordsThings} should loop",
      "make the {wordsThings} [loop|go round] when you click next",
      "=at the end next should take me to the first {wordsThing} again",
      "={index} runs past the end of {things}, should go back to 0",
      "=endless next pls, first {wordsThing} follows the last",
    ],
    unseen: [
      "=past the final {wordsThing} comes a blank screen where the first one should come round again",
      "let {index} go in a circle",
    ],
    vars: {
      index: ["index", "current", "active", "position", "activeIndex", "step"],
      go: ["next", "goNext", "forward", "showNext"],
    },
    code: [
      `
      ƒ ‹Thing›Carousel({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const [‹index›, set‹Index›] = useState(0);
        const ‹go› = () => set‹Index›(⟦‹index› + 1→(‹index› + 1) % ‹things›.length⟧);

        return (
          <div className="carousel">
            <‹Thing›View ‹thing›={‹things›[‹index›]} />
            <span>{‹index› + 1} of {‹things›.length}</span>
            <button onClick={‹go›}>«Next|More»</button>
          </div>
        );
      ƒ}
      `,
      `
      useEffect(() => {
        const timer = setInterval(() => {
          set‹Index›((‹index›) => ⟦‹index› + 1→(‹index› + 1) % ‹things›.length⟧);
        }, «3000|5000|DELAY»);
        return () => clearInterval(timer);
      }, [‹things›.length]);
      `,
      `
      class ‹Thing›Player {
        private ‹index› = 0;

        constructor(private readonly ‹things›: ‹Thing›[]) {}

        get count() {
          return this.‹things›.length;
        }

        ‹go›() {
          this.‹index› = ⟦this.‹index› + 1→(this.‹index› + 1) % this.‹things›.length⟧;
          this.show(this.‹things›[this.‹index›]);
        }
      }
      `,
      `
      const ‹go› = () => {
        const next = ⟦‹index› + 1→(‹index› + 1) % ‹things›.length⟧;
        set‹Index›(next);
        «onChange(‹things›[next]);|preload(‹things›[next].id);»
      };
      `,
    ],
  }),
  sketched("another-column", {
    seen: [
      "add a column {textLabel} after {textBefore}, with the {wordsThing}'s {field}",
      "=the table [should|could] also show {field}, [column|header] {textLabel}, behind {textBefore}",
      "[show|put] {field} [behind|right after] {textBefore}, [header|titled] {textLabel}",
      "=column {textLabel} [is missing|missing], {field}, goes after {textBefore}",
      "=i'd like to see the {field} of each {wordsThing} too, as {textLabel} after {textBefore}",
      "=can we have another column {textLabel} ({field}) after {textBefore}?",
      "=no {field} in the table. {textLabel}, after {textBefore}",
      "insert a column {textLabel} for {field} after {textBefore}",
      "=people ask for the {field} in this table: {textLabel}, right of {textBefore}",
      "=a {textLabel} column with {field} next to {textBefore} would be [nice|good]",
    ],
    unseen: [
      "=between {textBefore} and what follows there is room for {textLabel}, filled with {field}",
      "let the table have {field} under the heading {textLabel}, to the right of {textBefore}",
    ],
    rows: [
      [
        { field: "email", label: "Email" },
        { field: "city", label: "City" },
        { field: "status", label: "Status" },
        { field: "price", label: "Unit price" },
        { field: "owner", label: "Owner" },
        { field: "updatedAt", label: "Last change" },
        { field: "size", label: "Size" },
        { field: "reference", label: "Ref." },
        { field: "phone", label: "Phone" },
        { field: "version", label: "Version" },
      ],
      [
        { sure: "name", before: "Name" },
        { sure: "title", before: "Title" },
        { sure: "number", before: "No." },
        { sure: "kind", before: "Type" },
      ],
      [
        { rest: "createdAt", restLabel: "Created" },
        { rest: "count", restLabel: "Count" },
        { rest: "notes", restLabel: "Notes" },
        { rest: "country", restLabel: "Country" },
      ],
    ],
    code: [
      `
      <table>
        <thead>
          <tr>
            <th>‹before›</th>
            ⟦→<th>‹label›</th>⟧
            <th>‹restLabel›</th>
          </tr>
        </thead>
        <tbody>
          {‹things›.map((‹thing›) => (
            <tr key={‹thing›.id}>
              <td>{‹thing›.‹sure›}</td>
              ⟦→<td>{‹thing›.‹field›}</td>⟧
              <td>{‹thing›.‹rest›}</td>
            </tr>
          ))}
        </tbody>
      </table>
      `,
      `
      const columns: Column<‹Thing›>[] = [
        { key: "‹sure›", title: "‹before›" },
        ⟦→{ key: "‹field›", title: "‹label›" },⟧
        { key: "‹rest›", title: "‹restLabel›" },
      ];
      `,
      `
      ƒ ‹Thing›Columns() {
        return (
          <Table data={‹things›}>
            <Column field="‹sure›" header="‹before›" />
            ⟦→<Column field="‹field›" header="‹label›" />⟧
            <Column field="‹rest›" header="‹restLabel›" />
          </Table>
        );
      ƒ}
      `,
      `
      const HEADERS = ["‹before›", ⟦→"‹label›", ⟧"‹restLabel›"];

      ƒ rowOf(‹thing›: ‹Thing›): string[] {
        return [‹thing›.‹sure›, ⟦→‹thing›.‹field›, ⟧‹thing›.‹rest›];
      ƒ}
      `,
    ],
  }),
  sketched("heading-with-count", {
    seen: [
      "[show|put] [how many there are|the number of {wordsThings}] in [brackets|parentheses] behind {textTitle}",
      "=the heading should [say|tell] how many {wordsThings} there are, like {textExample}",
      "=i'd like to see the number of {wordsThings} [in the heading|in the title|next to {textTitle}], like {textExample}",
      "=can the heading be {textExample} when there are 3?",
      "=how many {wordsThings} are there? {textExample} would tell",
      "add the count [to the heading|behind {textTitle}], as in {textExample}",
      "={textTitle} -> {textExample} (the number of {wordsThings})",
      "=should read {textExample} with 3 {wordsThings}",
      "=the count in parentheses behind {textTitle} would [help|be nice]",
      "append the number of {wordsThings} in parentheses to {textTitle}",
    ],
    unseen: [
      "=one has to count the {wordsThings} by hand; {textExample} saves the trouble if it's three",
      "let {textTitle} be followed by {things}.length in round brackets",
    ],
    vars: {
      title: [
        "‹thing:Words› list",
        "All ‹things:words›",
        "Your ‹things:words›",
        "Open ‹things:words›",
        "Related ‹things:words›",
      ],
      example: ["‹title› (3)"],
      tag: ["h2", "h3", "h1", "strong"],
    },
    code: [
      `
      ƒ ‹Thing›List({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        return (
          <section>
            <‹tag›>‹title›⟦→ ({‹things›.length})⟧</‹tag›>
            <ul>
              {‹things›.map((‹thing›) => (
                <li key={‹thing›.id}>{‹thing›.name}</li>
              ))}
            </ul>
            <h4>Help</h4>
          </section>
        );
      ƒ}
      `,
      `
      <div className="«panel|card»">
        <header>
          <‹tag› className="title">‹title›⟦→ ({‹things›.length})⟧</‹tag›>
          <button onClick={add‹Thing›}>Add</button>
        </header>
        «<‹Thing›Table rows={‹things›} />|<‹Thing›Grid ‹things›={‹things›} />»
      </div>
      `,
      `
      export default function ‹Thing›Page() {
        const { data: ‹things› = [] } = use‹Things›();
        const { data: ‹others› = [] } = use‹Others›();

        return (
          <Page>
            <Title>‹title›⟦→ ({‹things›.length})⟧</Title>
            <‹Thing›List items={‹things›} />
            <Title>More</Title>
            <‹Other›List items={‹others›} />
          </Page>
        );
      }
      `,
    ],
  }),
  sketched("only-the-first-few", {
    seen: [
      "[show|list|render] only the first {wordsCount} {wordsThings}",
      "=the list is too long, {wordsCount} {wordsThings} are enough",
      "=should show {wordsCount} {wordsThings} at most",
      "=too many {wordsThings}[ here|], {wordsCount} will do",
      "[limit|cut] the {wordsThings} [here |]to {wordsCount}",
      "=can we show just {wordsCount} of the {wordsThings}?",
      "=the first {wordsCount} {wordsThings} are [enough|all we need]",
      "=all {wordsThings} are shown, want the first {wordsCount} only",
      "=the box overflows with more than {wordsCount} {wordsThings}, don't show more",
      "=max {wordsCount} {wordsThings}[ pls| please|]",
      "don't show more than {wordsCount} {wordsThings}",
    ],
    unseen: [
      "=nobody scrolls past {wordsCount} {wordsThings}, leave the others away",
      "={wordsCount} of the {wordsThings}, from the top, and no more",
    ],
    vars: { count: ["3", "5", "10", "4", "6", "8", "12", "20", "50", "100"] },
    code: [
      `
      <ul>
        {‹things›⟦→.slice(0, ‹count›)⟧.map((‹thing›) => (
          <li key={‹thing›.id}>{‹thing›.«name|title»}</li>
        ))}
      </ul>
      `,
      `
      ƒ ‹Thing›Sidebar({ ‹things›, ‹others› }: SidebarProps) {
        ‹fill›
        return (
          <aside>
            {‹others›.map((one) => (
              <Tag key={one.id} text={one.name} />
            ))}
            {‹things›⟦→.slice(0, ‹count›)⟧.map((‹thing›) => (
              <‹Thing›Link key={‹thing›.id} ‹thing›={‹thing›} />
            ))}
            <a href="/‹things:kebab›">All ‹things:words›</a>
          </aside>
        );
      ƒ}
      `,
      `
      const ‹Thing›Suggestions = ({ ‹things›, query, onPick }: Props) => {
        const matches = ‹things›.filter((‹thing›) => ‹thing›.name.includes(query));

        return (
          <ul role="listbox">
            {matches⟦→.slice(0, ‹count›)⟧.map((‹thing›) => (
              <li key={‹thing›.id} role="option" onClick={() => onPick(‹thing›)}>{‹thing›.name}</li>
            ))}
          </ul>
        );
      };
      `,
    ],
  }),
  sketched("cut-long-texts", {
    seen: [
      "cut every {wordsField} longer than {wordsMax} [characters|chars] and put … at the end",
      "=a long {wordsField} [breaks the layout|doesn't fit], cut after {wordsMax} characters with …",
      "[shorten|cut|truncate] [the |]{field} to {wordsMax} characters, with …[ at the end|]",
      "=the {wordsField} can be very long. {wordsMax} chars and then …",
      "=if {field} is longer than {wordsMax} [it should end with …|show the first {wordsMax} and …]",
      "=can we truncate the {wordsField} after {wordsMax} characters (…)?",
      "=the {wordsField} is too long, max {wordsMax} and …",
      "show at most {wordsMax} characters of the {wordsField}, … if there is more",
      "=the {wordsThing} {field} should be cut off at {wordsMax} with an ellipsis (…)",
      "=a long {field} pushes the buttons out, cut it at {wordsMax} + …",
    ],
    unseen: [
      "=only {wordsMax} letters of the {wordsField} have room, an … tells that there would be more",
      "abbreviate the {wordsField} (… from {wordsMax} characters on)",
    ],
    vars: {
      field: ["title", "name", "description", "subject", "comment", "caption", "summary", "url", "address"],
      max: ["20", "30", "40", "50", "60", "80", "100", "120", "140", "200"],
      tag: ["strong", "h3", "span", "p", "td"],
    },
    code: [
      `
      ƒ ‹Thing›Item({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <li className="‹thing:kebab›">
            <‹tag›>{⟦‹thing›.‹field›→‹thing›.‹field›.length > ‹max› ? ´€{‹thing›.‹field›.slice(0, ‹max›)}…´ : ‹thing›.‹field›⟧}</‹tag›>
            <time>{‹thing›.createdAt}</time>
          </li>
        );
      ƒ}
      `,
      `
      ƒ short‹Field›(‹field›: string) {
        return ⟦‹field›→‹field›.length > ‹max› ? ´€{‹field›.slice(0, ‹max›)}…´ : ‹field›⟧;
      ƒ}

      ƒ labelOf(‹thing›: ‹Thing›) {
        return ´€{‹thing›.id} €{‹thing›.kind}´;
      ƒ}
      `,
      `
      const options = ‹things›.map((‹thing›) => ({
        value: ‹thing›.id,
        label: ⟦‹thing›.‹field›→‹thing›.‹field›.length > ‹max› ? ´€{‹thing›.‹field›.slice(0, ‹max›)}…´ : ‹thing›.‹field›⟧,
      }));
      `,
      `
      <Card>
        <img src={‹thing›.image} alt="" />
        <‹tag›>{⟦‹thing›.‹field›→‹thing›.‹field›.length > ‹max› ? ´€{‹thing›.‹field›.slice(0, ‹max›)}…´ : ‹thing›.‹field›⟧}</‹tag›>
        <Link to={´/‹things:kebab›/€{‹thing›.id}´}>Open</Link>
      </Card>
      `,
    ],
  }),
];
