import { RECORDS } from "./plain-words.ts";
import { sketched } from "./sketch.ts";

/** What people want of lists and tables on a screen. */
export const PLAIN_LISTS = [
  sketched("table-has-one-more-column", {
    seen: [
      "add a [column for the {wordsTwo}|{wordsTwo} column] after the {wordsOne}[, header {textH}|]",
      "=the table needs a column [with|for] the {wordsTwo}, [after|right of] the {wordsOne}",
      "[put|show] the {wordsTwo} in its own column [right of|after] the {wordsOne}",
      "=[can|could] we have the {wordsTwo} as a column, right after {wordsOne}?",
      "=the {wordsTwo} column is missing, it goes between the {wordsOne} and the date",
      "=new column {textH} behind {wordsOne}",
      "=users ask for the {wordsTwo} in the table, next to the {wordsOne} (right of it)",
      "=where's the {wordsTwo} in this table? right of {wordsOne} [please|would be good]",
      "[extend|widen] the table by a {wordsTwo} column, [right|directly] after {wordsOne}",
    ],
    unseen: [
      "=before the date I'd like to see the {wordsTwo} as well, header {textH}",
      "=one column more: {wordsTwo}, behind the {wordsOne} one",
    ],
    rows: [RECORDS],
    vars: { h: ["‹two:Words›"] },
    code: [
      `
      ƒ ‹Rec›Table({ ‹recs› }: { ‹recs›: ‹Rec›[] }) {
        return (
          <table>
            <thead>
              <tr>
                <th>‹head:Words›</th>
                <th>‹one:Words›</th>
                ⟦→<th>‹h›</th>⟧
                <th>«Date|When»</th>
              </tr>
            </thead>
            <tbody>
              {‹recs›.map((‹rec›) => (
                <tr key={‹rec›.id}>
                  <td>{‹rec›.‹head›}</td>
                  <td>{‹rec›.‹one›}</td>
                  ⟦→<td>{‹rec›.‹two›}</td>⟧
                  <td>{‹rec›.‹day›}</td>
                </tr>
              ))}
            </tbody>
          </table>
        );
      ƒ}
      `,
      `
      <Table>
        <Row header>
          <Cell>‹head:Words›</Cell>
          <Cell>‹one:Words›</Cell>
          ⟦→<Cell>‹h›</Cell>⟧
          <Cell>Date</Cell>
        </Row>
        {«items|rows|list».map((‹rec›) => (
          <Row key={‹rec›.id}>
            <Cell>{‹rec›.‹head›}</Cell>
            <Cell>{‹rec›.‹one›}</Cell>
            ⟦→<Cell>{‹rec›.‹two›}</Cell>⟧
            <Cell>{formatDate(‹rec›.‹day›)}</Cell>
          </Row>
        ))}
      </Table>
      `,
      `
      const columns = [
        { key: "‹head›", label: "‹head:Words›" },
        { key: "‹one›", label: "‹one:Words›" },
        ⟦→{ key: "‹two›", label: "‹h›" },⟧
        { key: "‹day›", label: "Date" },
      ];

      ƒ ‹Rec›List({ ‹recs›, onSelect }: Props) {
        ‹fill›
        return <DataTable rows={‹recs›} columns={columns} onSelect={onSelect} />;
      ƒ}
      `,
    ],
  }),
  sketched("sum-in-the-last-row", {
    seen: [
      "[show|add] {sum} in a row [at the bottom|below the others|under the rows], labelled Total",
      "=there should be a [last|final] row with Total and {sum}",
      "=the total is missing [at the bottom|below the table rows], we have it in {sum}",
      "=can we see the total below the rows? a row with Total and {sum}",
      "=people add up the {wordsAmt} by hand, show {sum} in a Total row at the end",
      "=last row: Total, {sum}",
      "[put|add] a total row [at the end|after the rows] of the table body, with {sum}",
      "=what do they all cost together? {sum} in a Total row at the bottom",
      "=[a|one] row [at the very end|after all others] with Total [left|on the left] and {sum} [right|on the right]",
    ],
    unseen: [
      "=we compute {sum} but nobody sees it, it belongs in a row Total after all the rows",
      "finish the table body with a row of Total and {sum}",
    ],
    rows: [RECORDS],
    vars: {
      amt: ["price", "amount", "cost", "hours", "points", "fee"],
      sum: ["total", "sum", "totalAmount", "grandTotal"],
    },
    code: [
      `
      ƒ ‹Rec›Table({ ‹recs›, ‹sum› }: Props) {
        return (
          <table« className="table"|»>
            <tbody>
              {‹recs›.map((‹rec›) => (
                <tr key={‹rec›.id}>
                  <td>{‹rec›.‹head›}</td>
                  <td>{‹rec›.‹amt›}</td>
                </tr>
              ))}
              ⟦→<tr>
                <td>Total</td>
                <td>{‹sum›}</td>
              </tr>⟧
            </tbody>
          </table>
        );
      ƒ}
      `,
      `
      export function ‹Rec›Summary({ ‹recs› }: { ‹recs›: ‹Rec›[] }) {
        const ‹sum› = ‹recs›.reduce((all, ‹rec›) => all + ‹rec›.‹amt›, 0);
        return (
          <table>
            <tbody>
              {‹recs›.map((‹rec›) => (
                <‹Rec›Row key={‹rec›.id} ‹rec›={‹rec›} />
              ))}
              ⟦→<tr>
                <td>Total</td>
                <td>{‹sum›}</td>
              </tr>⟧
            </tbody>
          </table>
        );
      }
      `,
      `
      <tbody>
        <tr>
          <td>«Start|Before|Carried over»</td>
          <td>{opening}</td>
        </tr>
        {«rows|lines|items».map((row) => (
          <tr key={row.id}>
            <td>{row.‹head›}</td>
            <td>{row.‹amt›}</td>
          </tr>
        ))}
        ⟦→<tr>
          <td>Total</td>
          <td>{‹sum›}</td>
        </tr>⟧
      </tbody>
      `,
    ],
  }),
  sketched("only-some-of-the-list", {
    seen: [
      "[only show|just show] the first {n} {wordsRecs}",
      "=we only [need|want] the first {n} {wordsRecs}[ here|]",
      "[limit|cut] the list to [the first |]{n} {wordsRecs}",
      "=the list is too long, the first {n} {wordsRecs} [are enough|will do]",
      "=can we show only {n} {wordsRecs}?",
      "=max {n} {wordsRecs} here",
      "=first {n} {wordsRecs} only",
      "=why does this show all {wordsRecs}? the first {n} would do",
      "=there are hundreds of {wordsRecs} in this box, {n} is plenty",
      "=[just|only] {n} of the {wordsRecs}, [the first ones|from the top]",
    ],
    unseen: ["=no more than {n} {wordsRecs} fit in here", "stop after {n} {wordsRecs}"],
    rows: [RECORDS],
    vars: { n: ["3", "5", "4", "10", "6", "8", "12", "20"] },
    code: [
      `
      ƒ «Latest|Recent|Top»‹Rec:plural›({ ‹recs› }: Props) {
        return (
          <aside>
            <h3>{title}</h3>
            <ul>
              {‹recs›⟦→.slice(0, ‹n›)⟧.map((‹rec›) => (
                <li key={‹rec›.id}>{‹rec›.‹head›}</li>
              ))}
            </ul>
            <a href="/‹recs›">«All|More» ({‹recs›.length})</a>
          </aside>
        );
      ƒ}
      `,
      `
      <section>
        {tags.map((tag) => (
          <Tag key={tag} name={tag} />
        ))}
        {‹recs›⟦→.slice(0, ‹n›)⟧.map((‹rec›) => (
          <‹Rec›Card key={‹rec›.id} ‹rec›={‹rec›} «compact |»/>
        ))}
      </section>
      `,
      `
      export default function Dashboard({ ‹recs›, users }: DashboardProps) {
        ‹fill›
        return (
          <Grid>
            <UserList items={users} />
            <‹Rec›List items={‹recs›⟦→.slice(0, ‹n›)⟧} />
            <Stats ‹recs›={‹recs›} users={users} />
          </Grid>
        );
      }
      `,
    ],
  }),
  sketched("words-for-an-empty-list", {
    seen: [
      "[show|say] {textMsg} [when|if] there are no {wordsRecs}",
      "=if there are no {wordsRecs} it should [say|show] {textMsg}",
      "=the page is [empty|blank] without {wordsRecs}, [show|return] {textMsg} then",
      "=no {wordsRecs}: {textMsg}",
      "=can it say {textMsg} in a p when {wordsRecs} is empty?",
      "=new users have no {wordsRecs} and see nothing, [tell them|let it say] {textMsg}",
      "=an empty list of {wordsRecs} should read {textMsg}",
      "=when nothing is in {wordsRecs} i want to read {textMsg}[ instead of the list|]",
      "=[nothing|just nothing] is shown for an empty list, [return|let it be] {textMsg} in a p",
    ],
    unseen: [
      "=a blank screen for people without {wordsRecs}? write {textMsg} there",
      "=nothing in {wordsRecs} means just a paragraph {textMsg}",
    ],
    rows: [RECORDS],
    vars: {
      msg: [
        "No ‹recs› yet.",
        "No ‹recs› found",
        "There are no ‹recs›",
        "You have no ‹recs›",
        "Nothing here yet",
        "Add your first ‹rec›",
      ],
    },
    code: [
      `
      ƒ ‹Rec›List({ ‹recs›, onSelect }: Props) {
        «const { t } = useTranslation();|»
        ⟦→if (‹recs›.length === 0) return <p>‹msg›</p>;⟧
        return (
          <ul>
            {‹recs›.map((‹rec›) => (
              <li key={‹rec›.id} onClick={() => onSelect(‹rec›.id)}>
                {‹rec›.‹head›}
              </li>
            ))}
          </ul>
        );
      ƒ}
      `,
      `
      export default function ‹Rec›Page() {
        const { data: ‹recs›, isLoading } = use‹Rec:plural›();
        if (isLoading) return <Spinner />;
        ⟦→if (‹recs›.length === 0) return <p>‹msg›</p>;⟧
        return (
          <Grid>
            {‹recs›.map((‹rec›) => (
              <‹Rec›Card key={‹rec›.id} {...‹rec›} />
            ))}
          </Grid>
        );
      }
      `,
      `
      export function ‹Rec›Table({ ‹recs›, columns }: TableProps) {
        const [sort, setSort] = useState("‹head›");
        ⟦→if (‹recs›.length === 0) return <p>‹msg›</p>;⟧
        return (
          <table>
            <Head columns={columns} sort={sort} onSort={setSort} />
            <Body rows={‹recs›} />
          </table>
        );
      }
      `,
    ],
  }),
  sketched("words-while-loading", {
    seen: [
      "[show|return] {textMsg} while {busy}",
      "=while {busy} it should [say|show] {textMsg}",
      "=the screen is [blank|empty] while [it loads|{busy}], [show|say] {textMsg}",
      "=can we have {textMsg} in a p while {busy} is true?",
      "=as long as {busy}, just {textMsg}",
      "=people think it's broken because nothing happens at first; {textMsg} while {busy}",
      "=it flashes an empty page before the {wordsRec} is there, return {textMsg} if {busy}",
      "=no loading text yet, [use|take] {textMsg} ({busy})",
      "=[text|a text] for the time it loads: {textMsg}[, while {busy}|, if {busy}|]",
    ],
    unseen: [
      "=until the {wordsRec} has come I want to read {textMsg}",
      "=you stare at nothing as long as {busy} is on, a paragraph {textMsg} would help",
    ],
    rows: [RECORDS],
    vars: {
      msg: [
        "Loading …",
        "Loading...",
        "Please wait",
        "Loading ‹rec›...",
        "One moment please",
        "Fetching ‹rec:words› …",
      ],
      busy: ["isLoading", "loading", "isPending", "isFetching", "pending"],
    },
    code: [
      `
      ƒ ‹Rec›Page({ id }: { id: string }) {
        const { ‹rec›, ‹busy›, error } = use‹Rec›(id);
        if (error) return <p>{error.message}</p>;
        ⟦→if (‹busy›) return <p>‹msg›</p>;⟧
        return (
          <main>
            <h1>{‹rec›.‹head›}</h1>
            <p>{‹rec›.‹one›}</p>
          </main>
        );
      ƒ}
      `,
      `
      export const ‹Rec›Panel = ({ ‹rec›, ‹busy›, onClose }: Props) => {
        ⟦→if (‹busy›) return <p>‹msg›</p>;⟧
        return (
          <Panel title={‹rec›.‹head›} onClose={onClose}>
            <Field label="‹one:Words›" value={‹rec›.‹one›} />
            <Field label="‹two:Words›" value={‹rec›.‹two›} />
          </Panel>
        );
      };
      `,
      `
      export default function Edit‹Rec›() {
        const [‹rec›, set‹Rec›] = useState(empty‹Rec›);
        const [‹busy›, set‹Busy›] = useState(true);
        useEffect(() => {
          load‹Rec›().then(set‹Rec›).finally(() => set‹Busy›(false));
        }, []);
        ⟦→if (‹busy›) return <p>‹msg›</p>;⟧
        return <‹Rec›Form value={‹rec›} onChange={set‹Rec›} />;
      }
      `,
    ],
  }),
  sketched("rows-are-numbered", {
    seen: [
      "number the {wordsRecs}[: 1. 2. 3.|, 1. 2. and so on in front of the {wordsHead}]",
      "=i want numbers in front of the {wordsRecs}, like 1. 2. 3.",
      "=can we have 1., 2., 3. before the {wordsHead}?",
      "[put|show] the position (1., 2., …) [before|in front of] the {wordsHead}",
      "=which one is the fifth? number the {wordsRecs} (1. and so on) before the {wordsHead}",
      "=people refer to {wordsRecs} by position, show it: 1. before the {wordsHead}",
      "=running number with a dot in front of the {wordsHead}",
      "=the {wordsRecs} should be numbered [from 1|starting at 1], with a dot",
      "=[numbers|position numbers] [please|pls|would be nice], 1. 2. 3., [left of|before] the {wordsHead}",
      "[write|show] 1., 2., 3. [in front of|before] each {wordsHead}",
    ],
    unseen: [
      "=count them up on screen, 1. {head}, 2. {head} …",
      "=each {wordsRec} should carry its place in the list, 1. 2. 3. and then the {wordsHead}",
    ],
    rows: [RECORDS],
    vars: { i: ["index", "i"] },
    code: [
      `
      ƒ ‹Rec›Ranking({ ‹recs› }: Props) {
        return (
          <div className="ranking">
            {‹recs›.map((⟦‹rec›→‹rec›, index⟧) => (
              <p key={‹rec›.id}>
                ⟦{‹rec›.‹head›}→{index + 1}. {‹rec›.‹head›}⟧
              </p>
            ))}
          </div>
        );
      ƒ}
      `,
      `
      <ul className="«list|‹recs›»">
        {‹recs›.map((‹rec›, ‹i›) => (
          <li key={‹rec›.id} className={‹i› % 2 ? "odd" : "even"}>
            <b>⟦{‹rec›.‹head›}→{‹i› + 1}. {‹rec›.‹head›}⟧</b>
            <span>{‹rec›.‹one›}</span>
          </li>
        ))}
      </ul>
      `,
      `
      <tbody>
        {«sorted|rows|visible».map((⟦‹rec›→‹rec›, index⟧) => (
          <tr key={‹rec›.id}>
            <td>⟦{‹rec›.‹head›}→{index + 1}. {‹rec›.‹head›}⟧</td>
            <td>{‹rec›.‹two›}</td>
          </tr>
        ))}
      </tbody>
      `,
    ],
  }),
  sketched("sorted-where-they-are-shown", {
    seen: [
      "sort the {wordsRecs} by {head}[ before showing them|]",
      "[show|list] the {wordsRecs} [alphabetically|sorted] by {head}, on a copy",
      "=the {wordsRecs} should be in the order of their {wordsHead}",
      "=the {wordsRecs} come in any order, [sort them|should be sorted] by {wordsHead}",
      "=can they be [in alphabetical order|alphabetical] by {wordsHead}?",
      "=nobody finds anything here, sort by {wordsHead}",
      "=a to z by {head} please",
      "=why aren't the {wordsRecs} sorted by {wordsHead}",
      "order the {wordsRecs} by {wordsHead}, a to z",
      "=[the order is random|it's all mixed up], [alphabetically|a to z] by {wordsHead} [please|would be right]",
    ],
    unseen: [
      "=I expect a {wordsRec} with {wordsHead} A on top and Z at the end",
      "=finding a {wordsRec} by its {wordsHead} takes ages in this jumble",
    ],
    rows: [RECORDS],
    code: [
      `
      ƒ ‹Rec›List({ ‹recs› }: { ‹recs›: ‹Rec›[] }) {
        ⟦→const sorted = [...‹recs›].sort((a, b) => a.‹head›.localeCompare(b.‹head›));⟧
        return (
          <ul>
            {⟦‹recs›→sorted⟧.map((‹rec›) => (
              <li key={‹rec›.id}>{‹rec›.‹head›}</li>
            ))}
          </ul>
        );
      ƒ}
      `,
      `
      export function ‹Rec›Picker({ ‹recs›, value, onChange }: Props) {
        const { t } = useTranslation();
        ⟦→const sorted = [...‹recs›].sort((a, b) => a.‹head›.localeCompare(b.‹head›));⟧
        return (
          <select value={value} onChange={(e) => onChange(e.target.value)}>
            <option value="">{t("all")}</option>
            {⟦‹recs›→sorted⟧.map((‹rec›) => (
              <option key={‹rec›.id} value={‹rec›.id}>
                {‹rec›.‹head›}
              </option>
            ))}
          </select>
        );
      }
      `,
      `
      export default function ‹Rec›Board() {
        const ‹recs› = useStore((state) => state.‹recs›);
        ⟦→const sorted = [...‹recs›].sort((a, b) => a.‹head›.localeCompare(b.‹head›));⟧
        return (
          <Board>
            {⟦‹recs›→sorted⟧.map((‹rec›) => (
              <‹Rec›Card key={‹rec›.id} ‹rec›={‹rec›} />
            ))}
          </Board>
        );
      }
      `,
    ],
  }),
  sketched("one-more-choice-in-select", {
    seen: [
      "add [an option|a choice] {textLab} (value {val}) after {textPrev}",
      "=the select needs {textLab} too, value {val}, after {textPrev}",
      "=can we also offer {textLab}? value is {val}, [below|after] {textPrev}",
      "=option {textLab} is missing, goes after {textPrev} with the value {val}",
      "=i can't pick {textLab} here[, add it after {textPrev}|; it belongs after {textPrev}] as {val}",
      "=customers want {textLab} as well: value {val}, after {textPrev}",
      "[put|insert] {textLab} with value {val} [behind|after] {textPrev}",
      "=[one more|a further] [choice|option]: {textLab} = {val}, [after|right after|below] {textPrev}",
    ],
    unseen: [
      "=no way to choose {textLab} ({val}), I'd have it under {textPrev}",
      "=next after {textPrev} there should be {textLab}, {val} in the code",
    ],
    rows: [
      [
        { val: "weekly", lab: "Weekly", prev: "Daily", pv: "daily", last: "Yearly", lv: "yearly" },
        { val: "de", lab: "German", prev: "English", pv: "en", last: "Other", lv: "other" },
        { val: "blocked", lab: "Blocked", prev: "Open", pv: "open", last: "Done", lv: "done" },
        { val: "medium", lab: "Medium", prev: "Small", pv: "small", last: "Large", lv: "large" },
        { val: "paypal", lab: "PayPal", prev: "Credit card", pv: "card", last: "Invoice", lv: "invoice" },
        { val: "editor", lab: "Editor", prev: "Viewer", pv: "viewer", last: "Admin", lv: "admin" },
        { val: "name", lab: "By name", prev: "Newest first", pv: "newest", last: "By price", lv: "price" },
        { val: "train", lab: "Train", prev: "Bus", pv: "bus", last: "Plane", lv: "plane" },
        { val: "csv", lab: "CSV file", prev: "Excel", pv: "xlsx", last: "PDF", lv: "pdf" },
      ],
    ],
    code: [
      `
      ƒ ‹Thing›Filter({ value, onChange }: Props) {
        ‹fill›
        return (
          <select value={value} onChange={(e) => onChange(e.target.value)}>
            <option value="‹pv›">‹prev›</option>
            ⟦→<option value="‹val›">‹lab›</option>⟧
            <option value="‹lv›">‹last›</option>
          </select>
        );
      ƒ}
      `,
      `
      const OPTIONS = [
        { value: "‹pv›", label: "‹prev›" },
        ⟦→{ value: "‹val›", label: "‹lab›" },⟧
        { value: "‹lv›", label: "‹last›" },
      ];

      export const ‹Thing›Select = (props: SelectProps) => <Select options={OPTIONS} {...props} />;
      `,
      `
      <RadioGroup name="«kind|choice|mode»" value={value} onChange={setValue}>
        <Radio value="‹pv›">‹prev›</Radio>
        ⟦→<Radio value="‹val›">‹lab›</Radio>⟧
        <Radio value="‹lv›">‹last›</Radio>
      </RadioGroup>
      `,
    ],
  }),
  sketched("picture-says-what-it-is", {
    seen: [
      "[use|take] the {wordsHead} as alt text [of|for] the image",
      "=the image has no alt text, [use|take] the {wordsHead}",
      "=alt should be the {wordsHead} of the {wordsRec}",
      "=screen readers [say nothing about|read the file name of] the picture, alt should be {head}",
      "[set|put] alt to the {wordsHead} of the {wordsRec}",
      "=alt={head} on the image",
      "=accessibility check: img without alt. the {wordsHead} [would do|is fine]",
      "=can the picture have the {wordsHead} as its alt?",
      "=[alt text|the alt text] [is missing|isn't there]. {wordsHead} [please|pls]",
    ],
    unseen: [
      "=if the picture doesn't load you should read the {wordsHead} instead",
      "=blind users don't know whose image it is; {wordsHead} in alt",
    ],
    rows: [RECORDS],
    vars: { src: ["image", "photoUrl", "picture", "cover", "thumbnail", "imageUrl"] },
    code: [
      `
      ƒ ‹Rec›Card({ ‹rec› }: { ‹rec›: ‹Rec› }) {
        ‹fill›
        return (
          <figure>
            <img src={‹rec›.‹src›}⟦→ alt={‹rec›.‹head›}⟧ />
            <figcaption>{‹rec›.‹one›}</figcaption>
          </figure>
        );
      ƒ}
      `,
      `
      <div className="gallery">
        {‹recs›.map((‹rec›) => (
          <a key={‹rec›.id} href={´/‹recs›/€{‹rec›.id}´}>
            <img src={‹rec›.‹src›} width={120} loading="lazy"⟦→ alt={‹rec›.‹head›}⟧ />
            <span>{‹rec›.‹two›}</span>
          </a>
        ))}
      </div>
      `,
      `
      export function ‹Rec›Header({ ‹head›, ‹one›, ‹src› }: Props) {
        return (
          <header>
            <img src="/logo.svg" alt="Logo" />
            <img className="«cover|round|big»" src={‹src›}⟦→ alt={‹head›}⟧ />
            <p>{‹one›}</p>
          </header>
        );
      }
      `,
    ],
  }),
];
