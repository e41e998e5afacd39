import { sketched } from "./sketch.ts";

/** Lists on the screen: pages, filters, sorting, search and selection. */
export const CLIENT_LISTS = [
  sketched("first-page-on-filter-change", {
    seen: [
      "=[changing|when i change] the {wordsFilter} on page [3|4|5] [shows|gives me] an empty list",
      "=list is empty when [you|i] [filter|change the {wordsFilter}] on a later page",
      "go back to page {first} when the {wordsFilter} changes",
      "reset the page[ to {first}|] [when|whenever] the {wordsFilter} [changes|is changed]",
      "=a new {wordsFilter} should [start|begin] [on|at] page {first}[ again|]",
      "=the page [isn't|is not] reset when the {wordsFilter} changes",
      "=[i'm|you're|users are] stuck on page 7 of 2 after changing the {wordsFilter}",
      "=why do i see nothing after [picking|choosing] another {wordsFilter}? the page is still the old one",
      "=page [stays|is kept] when {filter} changes, should [be {first} again|go back to {first}]",
      "also {setPage}({first}) when {filter} changes",
      "=shouldn't a different {wordsFilter} take us back to the first page?",
      "=changing {filter} has to reset {page} to {first}",
      "=QA: on the last page, switch the {wordsFilter} → blank table. page has to start over",
    ],
    unseen: [
      "=filtering from anywhere but the beginning of the list leaves me with no rows",
      "rewind the paging as soon as somebody picks another {wordsFilter}",
    ],
    vars: {
      filter: ["status", "category", "query", "search", "role", "country", "filter", "team", "owner", "tag"],
    },
    rows: [
      [
        { page: "page", setPage: "setPage", first: "1" },
        { page: "page", setPage: "setPage", first: "0" },
        { page: "currentPage", setPage: "setCurrentPage", first: "1" },
        { page: "pageIndex", setPage: "setPageIndex", first: "0" },
        { page: "pageNumber", setPage: "setPageNumber", first: "1" },
      ],
    ],
    code: [
      `
      function ‹Things›Page() {
        const [‹page›, ‹setPage›] = useState(‹first›);
        const [‹filter›, set‹Filter›] = useState("");
        const [isOpen, setIsOpen] = useState(false);

        const «change‹Filter›|handle‹Filter›Change|on‹Filter›Change» = (value: string) => {
          set‹Filter›(value);
          ⟦→‹setPage›(‹first›);⟧
          «setIsOpen(false);|»
        };

        const toggle = () => setIsOpen(!isOpen);

        return <‹Things›Table ‹page›={‹page›} ‹filter›={‹filter›} onToggle={toggle} />;
      }
      `,
      `
      const [‹page›, ‹setPage›] = useState(‹first›);
      const [‹filter›, set‹Filter›] = useState<string | null>(null);
      const { data, isLoading } = use‹Things›({ ‹page›, ‹filter› });

      «const next = () => ‹setPage›(‹page› + 1);|const goTo = (target: number) => ‹setPage›(target);»
      const «pick|select|apply»‹Filter› = (next: string | null) => {
        «if (next === ‹filter›) return;|»
        set‹Filter›(next);
        ⟦→‹setPage›(‹first›);⟧
      };
      `,
      `
      <Toolbar>
        <Select
          «label="‹filter:Words›"|»
          value={‹filter›}
          onChange={⟦set‹Filter›→(value) => {
            set‹Filter›(value);
            ‹setPage›(‹first›);
          }⟧}
        />
        <Pager first={‹first›} ‹page›={‹page›} onChange={‹setPage›} />
      </Toolbar>
      `,
      `
      «export const useList = create<ListState>((set) => ({|const useList = create((set) => ({»
        ‹page›: ‹first›,
        ‹filter›: "",
        ‹things›: [],
        set‹Filter›: (‹filter›) => set({ ‹filter›⟦→, ‹page›: ‹first›⟧ }),
        ‹setPage›: (‹page›) => set({ ‹page› }),
        set‹Things›: (‹things›) => set({ ‹things› }),
      }));
      `,
    ],
  }),
  sketched("all-passes-filter", {
    seen: [
      "=[choosing|picking|selecting] {textAll} shows nothing",
      "=the list is empty when {filter} is {textAll}",
      "=with {textAll} nothing is [listed|shown], should be everything",
      "=[nothing|no {wordsThings}] when {textAll} is selected",
      "show [every {wordsThing}|everything|all {wordsThings}] when {filter} is {textAll}",
      "don't filter when {filter} is {textAll}",
      "let everything through when {filter} is {textAll}",
      "=what about {textAll}? [no {wordsThing} has that {wordsField}|that's not a {wordsField}]",
      "=the default {textAll} hides all {wordsThings}",
      "=why is the list empty at first? {filter} starts as {textAll}",
      "=the {textAll} option [doesn't work|is broken], it finds no {wordsThings}",
      "=can {textAll} [mean|stand for] no filter?",
      "=if {filter} is {textAll} it should show [them all|all of them]",
      "treat {textAll} as no filter",
      "=[expected|i expect] every {wordsThing} with {textAll}, [got|i get] none",
      "=[selecting|with] {textAll} the filter [should be off|must not apply|shouldn't filter anything]",
      "={filter} {textAll} means [everything|no restriction|all of them]",
      "skip the {wordsField} check [for|when it's] {textAll}",
    ],
    unseen: [
      "=switching the dropdown to {textAll} empties the table instead of filling it",
      "=zero results with {textAll} picked, everybody expects the complete list",
    ],
    vars: { all: ["all", "any", "All", "*", "everything", "ALL"] },
    rows: [
      [
        { filter: "status", field: "status" },
        { filter: "selectedCategory", field: "category" },
        { filter: "category", field: "category" },
        { filter: "roleFilter", field: "role" },
        { filter: "activeTab", field: "state" },
        { filter: "type", field: "type" },
        { filter: "country", field: "country" },
        { filter: "priorityFilter", field: "priority" },
        { filter: "owner", field: "owner" },
      ],
    ],
    code: [
      `
      function ‹Thing›List({ ‹things›, ‹filter› }: ‹Thing›ListProps) {
        const visible = ‹things›.filter((‹thing›) => ⟦→‹filter› === "‹all›" || ⟧‹thing›.‹field› === ‹filter›);
        ‹fill›
        return (
          <ul>
            {visible.map((‹thing›) => (
              <li key={‹thing›.id}>{‹thing›.name}</li>
            ))}
          </ul>
        );
      }
      `,
      `
      ƒ «filter‹Things›|select‹Things›|visible‹Things›»(‹things›: ‹Thing›[], ‹filter›: string) {
        return ‹things›
          .filter((one) => !one.«archived|deleted|hidden»)
          .filter((one) => ⟦→‹filter› === "‹all›" || ⟧one.‹field› === ‹filter›)«|
          .sort((a, b) => a.name.localeCompare(b.name))»;
      ƒ}
      `,
      `
      const [‹filter›, set‹Filter›] = useState("‹all›");
      const shown = useMemo(
        () => ‹things›.filter((item) => ⟦→‹filter› === "‹all›" || ⟧item.‹field› === ‹filter›),
        [‹things›, ‹filter›],
      );
      const «open = ‹things›.filter((item) => item.isOpen)|pinned = ‹things›.filter((item) => item.isPinned)»;
      `,
      `
      const matches = (‹thing›: ‹Thing›) => {
        if (⟦→‹filter› !== "‹all›" && ⟧‹thing›.‹field› !== ‹filter›) return false;
        if («onlyMine && ‹thing›.userId !== me.id|minPrice && ‹thing›.price < minPrice») return false;
        return true;
      };
      `,
    ],
  }),
  sketched("toggle-sort-direction", {
    seen: [
      "=clicking the [header|column] again should [reverse|flip] the [order|sorting]",
      "=[can only sort|it only sorts] {wordsNow}, [second click|clicking again] does nothing",
      "=there's no way to [get the other order|sort the other way]",
      "toggle {dir} between {textUp} and {textDown}",
      "flip {dir} [on every click|each time]",
      "=sort direction never changes",
      "=it always [stays on|sorts] {textUp}, should switch between {textUp} and {textDown}",
      "=the [arrow|sort arrow] never turns around, {dir} is always {textUp}",
      "=why can't i sort descending?",
      "=a second click should give {textDown}, [a third|the next] {textUp} again",
      "=sorting {wordsThings} in reverse [isn't possible|doesn't work]",
      "=users want to sort[ the {wordsThings}|] both ways",
      "switch to {textDown} when it's {textUp} and back",
      "=[expected|should be] {textDown} after the second click, [still|it's still] {textUp}",
      "=the sort button [does nothing the second time|works only once]",
      "[invert|reverse] {dir} [on each click|whenever it's clicked]",
    ],
    unseen: [
      "=i click the column twice and expect the rows upside down, nope",
      "alternate {dir} with every press",
    ],
    rows: [
      [
        { dir: "direction", setDir: "setDirection" },
        { dir: "sortDirection", setDir: "setSortDirection" },
        { dir: "order", setDir: "setOrder" },
        { dir: "sortOrder", setDir: "setSortOrder" },
        { dir: "sortDir", setDir: "setSortDir" },
      ],
      [
        { up: "asc", down: "desc", now: "ascending" },
        { up: "ascending", down: "descending", now: "ascending" },
        { up: "up", down: "down", now: "upwards" },
        { up: "ASC", down: "DESC", now: "ascending" },
      ],
    ],
    code: [
      `
      const [«column, setColumn|sortKey, setSortKey»] = useState("«name|createdAt|price»");
      const [‹dir›, ‹setDir›] = useState<"‹up›" | "‹down›">("‹up›");

      const «toggleSort|onHeaderClick|handleSort» = () => {
        ‹setDir›(⟦"‹up›"→‹dir› === "‹up›" ? "‹down›" : "‹up›"⟧);
        «setSelected‹Thing›(null);|»
      };
      `,
      `
      export function ‹Things›Header({ ‹dir›, ‹setDir›, count }: HeaderProps) {
        return (
          <header>
            <h2>‹things:Words› ({count})</h2>
            <span>{‹dir› === "‹down›" ? "▼" : "▲"}</span>
            <button onClick={() => ‹setDir›(⟦"‹up›"→‹dir› === "‹up›" ? "‹down›" : "‹up›"⟧)}>Sort</button>
            «<button onClick={() => window.print()}>Print</button>|<ExportButton />»
          </header>
        );
      }
      `,
      `
      ƒ ‹things›Reducer(state: State, action: Action): State {
        switch (action.type) {
          case "loaded":
            return { ...state, ‹things›: action.‹things› };
          case "«sortClicked|sort/toggled|toggleSort»":
            return { ...state, ‹dir›: ⟦"‹up›"→state.‹dir› === "‹up›" ? "‹down›" : "‹up›"⟧ };
          case "latestFirst":
            return { ...state, sortKey: "createdAt", ‹dir›: "‹down›" };
          default:
            return state;
        }
      ƒ}
      `,
      `
      export class ‹Things›Store {
        ‹things›: ‹Thing›[] = [];
        ‹dir›: "‹up›" | "‹down›" = "‹up›";

        «toggleSort|onSortClick|changeOrder»(): void {
          this.‹dir› = ⟦"‹up›"→this.‹dir› === "‹up›" ? "‹down›" : "‹up›"⟧;
          this.«load|refresh|apply»();
        }
      }
      `,
    ],
  }),
  sketched("search-another-field", {
    seen: [
      "=[can't|cannot] find {wordsThings} by {wordsExtra}",
      "=search [doesn't find|ignores] the {wordsExtra}",
      "also search[ in|] the {wordsExtra}",
      "=searching for [the {wordsExtra}|a {wordsExtra}] [finds nothing|gives no results]",
      "=should look [in|at] the {wordsExtra} [too|as well]",
      "=it only searches the {wordsField}, i need the {wordsExtra} too",
      "make the {wordsExtra} searchable",
      "include {extra} in the search",
      "=can the search match {extra} as well?",
      "=users type the {wordsExtra} and get nothing",
      "=typing [a|the] {wordsExtra} into the search box should work[ too|]",
      "match the {wordsExtra} too[, not only the {wordsField}|]",
      "=why does the search not know the {wordsExtra}?",
      "=i [type|enter] the {wordsExtra} and [nothing comes up|the list is empty]",
      "=[let people|people should be able to] search by {wordsExtra}[ too|, too]",
      "=search by {wordsExtra}[ doesn't work| please| is missing]",
      "=[{extra}|the {wordsExtra}] should be [searched|matched] as well",
    ],
    unseen: [
      "=support looks {wordsThings} up by their {wordsExtra}, which comes back empty",
      "widen the search so that it covers {extra}",
    ],
    rows: [
      [
        { field: "name", extra: "email" },
        { field: "title", extra: "description" },
        { field: "name", extra: "sku" },
        { field: "title", extra: "author" },
        { field: "label", extra: "code" },
        { field: "firstName", extra: "lastName" },
        { field: "subject", extra: "body" },
        { field: "name", extra: "city" },
        { field: "number", extra: "customer" },
        { field: "name", extra: "nickname" },
      ],
    ],
    vars: { needle: ["needle", "term", "q", "query", "search", "text"] },
    code: [
      `
      const ‹needle› = input.trim().toLowerCase();
      const found = ‹things›.filter(⟦(‹thing›) => ‹thing›.‹field›.toLowerCase().includes(‹needle›)→
        (‹thing›) =>
          ‹thing›.‹field›.toLowerCase().includes(‹needle›) ||
          ‹thing›.‹extra›.toLowerCase().includes(‹needle›),
      ⟧);
      «setCount(found.length);|const isEmpty = found.length === 0;»
      `,
      `
      ƒ matches(‹thing›: ‹Thing›, ‹needle›: string): boolean {
        «if (‹needle› === "") return true;|»
        return ⟦‹thing›.‹field›.includes(‹needle›)→‹thing›.‹field›.includes(‹needle›) || ‹thing›.‹extra›.includes(‹needle›)⟧;
      ƒ}
      `,
      `
      export function ‹Thing›Search({ ‹things› }: { ‹things›: ‹Thing›[] }) {
        const [‹needle›, set‹Needle›] = useState("");
        const pattern = new RegExp(escapeRegExp(‹needle›), "i");
        const hits = ‹things›.filter((one) => pattern.test(one.‹field›)⟦→ || pattern.test(one.‹extra›)⟧);

        return (
          <>
            <input value={‹needle›} onChange={(e) => set‹Needle›(e.target.value)} />
            <Results items={hits} />
          </>
        );
      }
      `,
      `
      const fuse = new Fuse(‹things›, {
        keys: ["‹field›"⟦→, "‹extra›"⟧],
        threshold: «0.3|0.4|0.2»,
      });
      const results = fuse.search(‹needle›);
      `,
    ],
  }),
  sketched("first-page-is-left-out", {
    seen: [
      "=the first page [is skipped|shows the second page's {wordsThings}]",
      "=the first {size} {wordsThings} are never shown",
      "=page 1 [starts|begins] with the {wordsThings} of page 2",
      "={page} [starts|begins] at 1, not 0",
      "=[pages count|{page} counts] from 1[ here|]",
      "=off by one in the paging, [page 1 is the first|there is no page 0]",
      "=the paging is shifted by one page",
      "=last page is always empty and the first {wordsThings} are missing",
      "=why is page 1 [missing|left out|skipped]? pages are [1-based|numbered from 1]",
      "subtract 1 from {page} [for the offset|when slicing], pages start at 1",
      "fix the offset, {page} is 1-based",
      "=on page 1 we should see the first {size} {wordsThings}",
      "=newest {wordsThings} never show up, page 1 already skips {size}",
      "=[expected|should get] the first {size} on page 1, [got|i see] the second {size}",
      "=[page|number] 1 is the first[ one|], there is no 0",
      "=everything is [shifted|off] by [one page|{size}]",
      "=the api [starts|counts] at page 1[, so the first {size} get lost|]",
    ],
    unseen: [
      "=everything i see belongs one page further on",
      "=opening page 1 leaves out the top of the list, the numbering begins with one",
    ],
    vars: {
      page: ["page", "currentPage", "pageNumber", "activePage"],
      size: ["10", "20", "25", "50", "12", "100"],
    },
    code: [
      `
      const PAGE_SIZE = ‹size›;

      ƒ «pageOf|paginate|sliceOf»(‹things›: ‹Thing›[], ‹page›: number): ‹Thing›[] {
        const start = ⟦‹page›→(‹page› - 1)⟧ * PAGE_SIZE;
        return ‹things›.slice(start, start + PAGE_SIZE);
      ƒ}
      `,
      `
      export async function list‹Things›(‹page› = 1, limit = ‹size›) {
        const params = new URLSearchParams({
          offset: String(⟦‹page›→(‹page› - 1)⟧ * limit),
          limit: String(limit),
        });
        const res = await fetch(´/api/‹things:kebab›?€{params}´);
        return res.json();
      }
      `,
      `
      function ‹Things›Table({ ‹things› }: Props) {
        const [‹page›, set‹Page›] = useState(1);
        const rows = ‹things›.slice(⟦‹page› * ‹size›, (‹page› + 1) * ‹size›→(‹page› - 1) * ‹size›, ‹page› * ‹size›⟧);
        const last = Math.ceil(‹things›.length / ‹size›);
        return <Table rows={rows} ‹page›={‹page›} last={last} onPage={set‹Page›} />;
      }
      `,
      `
      const { data } = useQuery({
        queryKey: ["‹things›", ‹page›],
        queryFn: () => api.get‹Things›({ skip: ⟦‹page›→(‹page› - 1)⟧ * ‹size›, take: ‹size› }),
      });
      const isFirst = ‹page› === 1;
      `,
    ],
  }),
  sketched("no-next-on-last-page", {
    seen: [
      "=[you can still|one can|i can] [click|go] next forever",
      "=next [leads to|shows] [empty pages|nothing] [after the last page|at the end]",
      "disable next on the last page",
      "=next should be [disabled|greyed out|dead] on the last page",
      "=[paging goes|i can page] past the end[ of the {wordsThings}|]",
      "=[how can|why can] {page} be greater than {pages}?",
      "=there's no page after {pages}, [block|disable] the next button then",
      "=prev is disabled on the first page but next isn't on the last",
      "=the {textLabel} button still works on the last page",
      "grey out {textLabel} when {page} has reached {pages}",
      "=can {textLabel} be disabled when there are no more pages?",
      "=QA: keep pressing {textLabel}, you end up on pages that don't exist",
      "=[i'm|we're] on the last page and {textLabel} [is still active|can still be pressed|still does something]",
      "={textLabel} should be off on the last page",
      "=[add|needs] disabled [on|for] {textLabel}[ at the end|, like {textPrev} has]",
    ],
    unseen: [
      "=nothing stops me from walking beyond the end of the list",
      "=page 14 of 12, really? {textLabel} must not be clickable there",
    ],
    vars: {
      label: ["Next", "Next page", "Older", "Forward", "More"],
      pages: ["pageCount", "totalPages", "maxPage", "numPages", "pagesTotal"],
      page: ["page", "currentPage", "pageNumber"],
      prev: ["Previous", "Back", "Prev", "Newer"],
    },
    code: [
      `
      const ‹Thing›Stepper = ({ ‹page›, ‹pages›, go }: StepperProps) => (
        <ul className="pagination">
          <li>
            <a href="#‹things:kebab›">‹things:Words›</a>
          </li>
          <li>
            <button type="button" disabled={‹page› === 1} onClick={() => go(‹page› - 1)}>‹prev›</button>
          </li>
          <li>
            <button type="button"⟦→ disabled={‹page› === ‹pages›}⟧ onClick={() => go(‹page› + 1)}>‹label›</button>
          </li>
        </ul>
      );
      `,
      `
      export function Pager({ ‹page›, ‹pages›, onChange }: PagerProps) {
        return (
          <nav className="pager">
            <button disabled={‹page› === 1} onClick={() => onChange(‹page› - 1)}>
              ‹prev›
            </button>
            «<span>‹things:Words› {‹page›} / {‹pages›}</span>|<‹Thing›Pages current={‹page›} count={‹pages›} />»
            <button⟦→ disabled={‹page› === ‹pages›}⟧ onClick={() => onChange(‹page› + 1)}>
              ‹label›
            </button>
          </nav>
        );
      }
      `,
      `
      <footer>
        <Button variant="ghost" disabled={‹page› <= 1} onClick={() => set‹Page›(‹page› - 1)}>
          ‹prev›
        </Button>
        <Button variant="ghost"⟦→ disabled={‹page› >= ‹pages›}⟧ onClick={() => set‹Page›(‹page› + 1)}>
          ‹label›
        </Button>
        <small>«Page |»{‹page›} «/|of» {‹pages›}«, {‹things›.length} ‹things:words›|»</small>
      </footer>
      `,
      `
      const ‹pages› = Math.ceil(total / pageSize);
      const isFirst = ‹page› === 1;
      const isLast = ‹page› === ‹pages›;

      return (
        <div className="‹things:kebab›">
          <‹Thing›Table ‹things›={‹things›} />
          <IconButton «icon="chevron-left" »label="‹prev›" disabled={isFirst} onClick={goBack} />
          <IconButton «icon="chevron-right" »label="‹label›"⟦→ disabled={isLast}⟧ onClick={goOn} />
        </div>
      );
      `,
    ],
  }),
  sketched("partial-last-page-counts", {
    seen: [
      "=the last page is [missing|cut off|lost] when it's not full",
      "=the last[ few|] {wordsThings} [can't be reached|are unreachable|never show up]",
      "=21 {wordsThings}, 10 [a|per] page, but only 2 pages",
      "=the rest of the {wordsThings} [doesn't get|has no] page",
      "=page count is one too low[ when it doesn't divide evenly|]",
      "=there should be a page for the remaining {wordsThings} too",
      "round the number of pages up",
      "={pages} should be rounded up",
      "=a half full page is a page too",
      "=why is there no page for the [last|remaining] {wordsThings}?",
      "=with fewer than {size} {wordsThings} there are 0 pages",
      "=pagination drops the [end|tail] of the list",
      "count the incomplete last page [too|as well]",
      "=[expected|should be] 3 pages for 25 {wordsThings} at 10 each, [got|it says] 2",
      "=the [final|last] page is [never shown|not counted|missing] unless it's full",
      "=[rest|remainder] {wordsThings} are [lost|dropped|ignored]",
    ],
    unseen: [
      "=i have a handful of {wordsThings} more than fit, and cannot get to them",
      "=leftovers need a page of their own",
    ],
    vars: {
      pages: ["pageCount", "totalPages", "maxPage", "numPages", "pagesTotal"],
      size: ["pageSize", "perPage", "PAGE_SIZE", "limit", "rowsPerPage"],
      round: ["floor", "floor", "trunc", "round"],
    },
    code: [
      `
      const ‹pages› = Math.⟦‹round›→ceil⟧(«total|count|‹things›.length» / ‹size›);
      const middle = Math.floor(‹pages› / 2);
      const isLast = page >= ‹pages›;
      `,
      `
      ƒ «pagesFor|pageInfo|paging»(‹things›: ‹Thing›[], ‹size›: number, height: number) {
        const rows = Math.floor(height / ROW_HEIGHT);
        const ‹pages› = Math.⟦‹round›→ceil⟧(‹things›.length / ‹size›);
        return { rows, ‹pages› };
      ƒ}
      `,
      `
      export function ‹Thing›Pages({ total, ‹size›, onPage }: Props) {
        const ‹pages› = Math.⟦‹round›→ceil⟧(total / ‹size›);
        ‹fill›
        return (
          <nav>
            {Array.from({ length: ‹pages› }, (_, i) => (
              <button key={i} onClick={() => onPage(i + 1)}>{i + 1}</button>
            ))}
          </nav>
        );
      }
      `,
      `
      export const ‹things›Store = {
        ‹things›: [] as ‹Thing›[],
        ‹size›: 20,
        get ‹pages›() {
          return Math.⟦‹round›→ceil⟧(this.‹things›.length / this.‹size›);
        },
        get progress() {
          return Math.round(this.loaded * 100);
        },
        loaded: 0,
      };
      `,
    ],
  }),
  sketched("append-more-to-list", {
    seen: [
      "=load more [replaces|throws away] the [list|first {wordsThings}]",
      "=the [old|first|earlier] {wordsThings} [disappear|vanish|are gone] when [loading more|i load more]",
      "=loading more should [add to|extend] the list[, not replace it|]",
      "append the new {wordsThings}[ instead of replacing the list|]",
      "keep the {wordsThings} that are [already there|already loaded]",
      "add the next {wordsThings} [at the end|to the end] of the list",
      "=infinite scroll only ever shows one page",
      "=after load more i only see the new {wordsThings}",
      "=[should be|want it] appended to what's there",
      "=the list jumps, page 2 overwrites page 1",
      "=why are the {wordsThings} of page 1 gone after load more?",
      "=can the next page come after the {wordsThings} we have?",
    ],
    unseen: [
      "=scrolling down swaps the rows out rather than making the list longer",
      "let the list grow with each page",
    ],
    vars: { more: ["loadMore", "fetchNext", "loadNextPage", "showMore", "onEndReached"] },
    code: [
      `
      const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);
      const [cursor, setCursor] = useState<string | null>(null);

      const ‹more› = async () => {
        const page = await «fetch‹Things›(cursor)|api.‹things›.list({ cursor })»;
        set‹Things›(⟦page.items→(prev) => [...prev, ...page.items]⟧);
        setCursor(page.next);
      };
      `,
      `
      export const use‹Things› = create<‹Things›State>((set, get) => ({
        ‹things›: [],
        page: 0,
        ‹more›: async () => {
          const page = get().page + 1;
          const loaded = await load‹Things›(page);
          set(⟦{ ‹things›: loaded, page }→(state) => ({ ‹things›: [...state.‹things›, ...loaded], page })⟧);
        },
        «reset: () => set({ ‹things›: [], page: 0 }),|clear: () => set({ ‹things›: [] }),»
      }));
      `,
      `
      ƒ «‹things›Reducer|feedReducer|listReducer»(state: State, action: Action): State {
        switch (action.type) {
          case "«refreshed|reloaded»":
            return { ...state, ‹things›: action.‹things›, hasMore: true };
          case "«moreLoaded|nextPage|pageLoaded»":
            return { ...state, ‹things›: ⟦action.‹things›→[...state.‹things›, ...action.‹things›]⟧ };
          default:
            return state;
        }
      ƒ}
      `,
      `
      export class ‹Thing›Feed {
        private ‹things›: ‹Thing›[] = [];
        private page = 1;

        async ‹more›(): Promise<void> {
          const next = await this.api.get‹Things›(this.page);
          this.‹things› = ⟦next→[...this.‹things›, ...next]⟧;
          this.page++;
          «this.render();|»
        }
      }
      `,
    ],
  }),
  sketched("shown-ones-not-all", {
    seen: [
      "=[the count|it|the number] is wrong when [i search|filtering|the list is filtered], should be about {filtered}",
      "=counts the hidden {wordsThings} too",
      "=the number doesn't change when [i filter|you search|the filter changes]",
      "=should only be about {filtered}[, not about all of them|]",
      "use {filtered} [for this|there], not {things}",
      "=it says 30 {wordsThings} but only 3 are [listed|shown]",
      "={things} → {filtered} for the {wordsWhat}",
      "=the {wordsWhat} [ignores|doesn't respect|doesn't follow] the filter",
      "=the {wordsWhat} should go by {filtered}",
      "take the {wordsWhat} from {filtered}",
      "=why is the {wordsWhat} the same with and without a filter?",
      "=the {wordsWhat} must only look at what's [shown|on the screen|left after filtering]",
      "=[expected|should be] the {wordsWhat} of {filtered}, [got|it's] the one of all {wordsThings}",
      "=wrong {wordsWhat} [while filtering|with a filter on|as soon as i filter]",
      "=the {wordsWhat} [uses|is based on|comes from] {things}, not {filtered}",
    ],
    unseen: [
      "=narrowing the list down has no effect on the {wordsWhat}",
      "=the {wordsWhat} takes in {wordsThings} that nobody can see",
    ],
    vars: { filtered: ["filtered", "visible", "matching", "shown", "filtered‹Things›", "visible‹Things›"] },
    rows: [
      [
        { what: "count", expression: ".length" },
        { what: "total", expression: ".reduce((sum, one) => sum + one.price, 0)" },
        { what: "number", expression: ".length" },
        { what: "sum", expression: ".reduce((sum, one) => sum + one.amount, 0)" },
      ],
    ],
    code: [
      `
      export class ‹Thing›Overview {
        constructor(private readonly ‹things›: ‹Thing›[]) {}

        «render|draw|update»(query: string): void {
          const ‹filtered› = this.‹things›.filter((one) => one.name.includes(query));
          this.list.show(‹filtered›);
          const ‹what› = ⟦this.‹things›→‹filtered›⟧‹expression›;
          this.footer.textContent = String(‹what›);
        }
      }
      `,
      `
      function ‹Things›Panel({ ‹things›, query }: Props) {
        const ‹filtered› = ‹things›.filter((one) => one.«name|title|label».includes(query));
        const ‹what› = ⟦‹things›→‹filtered›⟧‹expression›;

        «if (‹things›.length === 0) return <Empty />;|»
        return (
          <section>
            <h3>‹what:Words›: {‹what›}</h3>
            <List items={‹filtered›} />
          </section>
        );
      }
      `,
      `
      ƒ summary(‹things›: ‹Thing›[], keep: (one: ‹Thing›) => boolean) {
        const ‹filtered› = ‹things›.filter(keep);
        «if (‹filtered›.length === 0) log.debug("nothing matches");|»
        ‹fill›
        const ‹what› = ⟦‹things›→‹filtered›⟧‹expression›;
        return { ‹filtered›, ‹what›, rest: ‹things›.length - ‹filtered›.length };
      ƒ}
      `,
      `
      const ‹filtered› = useMemo(() => ‹things›.filter(isMatch), [‹things›, isMatch]);
      const ‹what› = useMemo(() => ⟦‹things›→‹filtered›⟧‹expression›, [⟦‹things›→‹filtered›⟧]);
      const ids = useMemo(() => ‹things›.map((one) => one.id), [‹things›]);
      `,
    ],
  }),
  sketched("can-be-deselected", {
    seen: [
      "=[can't|cannot] [deselect|unselect] [a {wordsThing}|the {wordsThings}][ again|]",
      "=clicking a selected {wordsThing}[ again|] should deselect it",
      "=[a second click|clicking again] adds it [twice|again]",
      "=once selected, a {wordsThing} stays selected",
      "=unchecking [does nothing|doesn't take it out]",
      "toggle it: remove the id when it's already [in there|selected]",
      "=should toggle[, not only add|]",
      "=[same|the same] id ends up in {selected} twice",
      "=how do i get a {wordsThing} out of the selection again?",
      "make it a toggle",
      "=the checkbox of a {wordsThing} can be [ticked|set] but not [unticked|cleared]",
      "take the id out of {selected} if it's[ already|] there",
      "=selecting works, deselecting doesn't",
    ],
    unseen: ["=there is no way back after picking a {wordsThing}", "=second press should undo the first"],
    vars: {
      selected: [
        "selected",
        "selectedIds",
        "checked",
        "picked",
        "chosen",
        "selection",
        "favorites",
        "expanded",
      ],
    },
    code: [
      `
      export const use‹Thing›Selection = create<Selection>((set) => ({
        ‹selected›: [],
        clear: () => set({ ‹selected›: [] }),
        «toggle|select|click»: (id) =>
          set((state) => ({
            ‹selected›: ⟦[...state.‹selected›, id]→state.‹selected›.includes(id)
              ? state.‹selected›.filter((one) => one !== id)
              : [...state.‹selected›, id]⟧,
          })),
      }));
      `,
      `
      const [‹selected›, set‹Selected›] = useState<string[]>([]);

      const «toggle|on‹Thing›Click|select‹Thing›» = (id: string) => {
        set‹Selected›((prev) => ⟦[...prev, id]→(prev.includes(id) ? prev.filter((one) => one !== id) : [...prev, id])⟧);
      };

      const clear = () => set‹Selected›([]);
      `,
      `
      ƒ «selectionReducer|‹things›Reducer»(state: State, action: Action): State {
        const { ‹selected› } = state;
        switch (action.type) {
          case "«toggled|clicked|‹thing›/toggled»":
            return {
              ...state,
              ‹selected›: ⟦[...‹selected›, action.id]→‹selected›.includes(action.id)
                ? ‹selected›.filter((id) => id !== action.id)
                : [...‹selected›, action.id]⟧,
            };
          case "«cleared|reset»":
            return { ...state, ‹selected›: [] };
          default:
            return state;
        }
      ƒ}
      `,
      `
      export class ‹Thing›Picker {
        private readonly ‹selected› = new Set<string>();
        private readonly seen = new Set<string>();

        «toggle|click|onClick»(id: string): void {
          this.seen.add(id);
          ⟦this.‹selected›.add(id);→if (this.‹selected›.has(id)) {
            this.‹selected›.delete(id);
          } else {
            this.‹selected›.add(id);
          }⟧
          this.«update|render|changed»();
        }
      }
      `,
    ],
  }),
];
