import { sketched } from "./sketch.ts";

/** What people ask of files that data is written to. */
export const DATA_EXPORTS = [
  // There is a line of headings already; it belongs before the rows.
  sketched("header-row-into-export", {
    seen: [
      "=the header row is missing in the [export|csv|file]",
      "=the [csv|export|file] has no [header|headings|header row|column names]",
      "=no column names in the [file|csv|export]",
      "=excel shows the first {wordsThing} as [the|] [header|headings]",
      "=[nobody|no one] knows what the columns [are|mean], [the header|{header}] is missing",
      "put {header} [first|before the rows|at the top]",
      "add the [header row|headings|column headings] [to the export|]",
      "=the first [line|row] should be [the header|the headings|{header}]",
      "=can we [have|get] the [header|column names] in the [csv|export|file]?",
      "=where are the column [names|titles]?",
      "=the rows come without a header",
      "[start|begin] with {header}",
    ],
    unseen: [
      "=the importer takes our first {wordsThing} for the titles of the columns",
      "=line one ought to name the columns",
    ],
    vars: {
      header: [
        "header",
        "HEADER",
        "columns",
        "headings",
        "titles",
        "head",
        "COLUMNS",
        "fieldNames",
        "labels",
      ],
      field: ["email", "city", "amount", "status", "country", "quantity"],
    },
    code: [
      `
      ƒ ‹things›ToCsv(‹things›: ‹Thing›[]) {
        const ‹header› = ["id", "name", "‹field›"].join(",");
        const lines = ‹things›.map((‹thing›) => [‹thing›.id, ‹thing›.name, ‹thing›.‹field›].join(","));
        return ⟦lines→[‹header›, ...lines]⟧.join("\\n");
      ƒ}
      `,
      `
      const ‹header› = "number;date;‹field›";

      ƒ export‹Things›(‹things›: ‹Thing›[]): string {
        ‹fill›
        const rows = ‹things›.map((‹thing›) => ´€{‹thing›.number};€{‹thing›.date};€{‹thing›.‹field›}´);
        return ⟦rows→[‹header›, ...rows]⟧.join("\\n");
      ƒ}
      `,
      `
      ƒ async write‹Thing›Report(path: string, ‹things›: ‹Thing›[]) {
        const ‹header› = ["id", "‹field›", "created"];
        const rows = ‹things›.map((‹thing›) => [‹thing›.id, ‹thing›.‹field›, ‹thing›.created]);
        const text = ⟦rows→[‹header›, ...rows]⟧.map((row) => row.join("\\t")).join("\\n");
        await writeFile(path, text);
      ƒ}
      `,
    ],
  }),
  // The others are quoted by a helper already.
  sketched("cell-is-quoted-like-the-others", {
    seen: [
      "=commas in the {field} break the csv",
      "=a comma in the {field} [breaks|messes up|shifts] the [columns|csv|export]",
      "=a {field} with a [comma|quote] in it ends up in two columns",
      "=the {field} isn't [quoted|escaped] [like the others|like the rest|]",
      "[quote|escape] the {field} [too|as well]",
      "use {helper} for the {field} [too|as well]",
      "=columns are [off|shifted] when the {field} has a comma",
      "=can we [quote|escape] the {field} [too|as well]?",
      "=the {field} needs {helper} [too|as well]",
      "=why is the {field} not [quoted|escaped]?",
      "=excel shows the wrong columns as soon as there's a comma in a {field}",
      "=forgot to [quote|escape] the {field}",
    ],
    unseen: [
      "=one row has a cell too many, its {field} reads Miller, Inc.",
      "pass the {field} through {helper} like its neighbours",
    ],
    vars: { helper: ["csvCell", "quote", "escapeCsv", "cell", "toCell", "quoted", "escapeCell", "csvValue"] },
    rows: [
      [
        { field: "name", a: "company", b: "note" },
        { field: "title", a: "author", b: "comment" },
        { field: "address", a: "name", b: "city" },
        { field: "description", a: "label", b: "unit" },
        { field: "company", a: "name", b: "street" },
        { field: "note", a: "customer", b: "subject" },
        { field: "subject", a: "sender", b: "body" },
        { field: "comment", a: "author", b: "product" },
        { field: "city", a: "street", b: "country" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›Row(‹thing›: ‹Thing›) {
        return [
          ‹thing›.id,
          ‹helper›(‹thing›.‹a›),
          ⟦‹thing›.‹field›→‹helper›(‹thing›.‹field›)⟧,
          ‹helper›(‹thing›.‹b›),
          «‹thing›.count,|‹thing›.amount.toFixed(2),|»
        ].join(",");
      ƒ}
      `,
      `
      const lines = ‹things›.map(
        (‹thing›) => ´€{‹thing›.id},€{⟦‹thing›.‹field›→‹helper›(‹thing›.‹field›)⟧},€{‹helper›(‹thing›.‹a›)},€{‹helper›(‹thing›.‹b›)}´,
      );
      download("‹things›.csv", lines.join("\\n"));
      `,
      `
      for (const ‹thing› of ‹things›) {
        const cells = [‹helper›(‹thing›.‹a›), ‹helper›(‹thing›.‹b›), ⟦‹thing›.‹field›→‹helper›(‹thing›.‹field›)⟧];
        «total += ‹thing›.amount;
        |»stream.write(cells.join(",") + "\\n");
      }
      `,
    ],
  }),
  sketched("columns-parted-by-another-sign", {
    seen: [
      "=[excel|our excel|german excel] [wants|needs] {wordsSign}s [between the columns|as separator|]",
      "=everything [is|ends up] in one column [in excel|], [it needs|use] {wordsSign}s",
      "separate [them|the columns|the cells] with {wordsSign}s [instead of commas|]",
      "use {wordsSign}s [instead of|rather than|not] commas",
      "=can the separator be a {wordsSign}?",
      "=should be {wordsSign}s, not commas, between the cells",
      "=the separator should be a {wordsSign}",
      "=a {wordsSign} between the columns [please|pls]",
      "=we [need|want] {wordsSign}s as separator",
      "=commas [don't work|are no good] as separator, [take|use] {wordsSign}s",
    ],
    unseen: [
      "=accounting can only open it when the cells are {wordsSign} delimited",
      "change the delimiter to a {wordsSign}",
    ],
    rows: [
      [
        { sign: ";", wordsSign: "semicolon" },
        { sign: "\\t", wordsSign: "tab" },
        { sign: "|", wordsSign: "pipe" },
      ],
    ],
    vars: { a: ["name", "title", "email", "label"], b: ["city", "amount", "status", "date", "quantity"] },
    code: [
      `
      ƒ toCsv(‹things›: ‹Thing›[]) {
        const names = ‹things›.map((‹thing›) => ‹thing›.‹a›);
        const rows = ‹things›.map((‹thing›) => [‹thing›.id, ‹thing›.‹a›, ‹thing›.‹b›].join("⟦,→‹sign›⟧"));
        return { csv: rows.join("\\n"), summary: names.join(", ") };
      ƒ}
      `,
      `
      const writer = createCsvWriter({
        path: "‹things›.csv",
        «encoding: "utf8",|header: true,|»
        ⟦→delimiter: "‹sign›",⟧
        columns: ["id", "‹a›", "‹b›"],
      });
      `,
      `
      export class ‹Thing›Export {
        private readonly lines: string[] = [];

        add(‹thing›: ‹Thing›) {
          this.lines.push([‹thing›.‹a›, ‹thing›.‹b›].join("⟦,→‹sign›⟧"));
        }

        toString() {
          return this.lines.join("\\n");
        }
      }
      `,
    ],
  }),
  sketched("mark-of-utf-8-for-excel", {
    seen: [
      "=umlauts are [broken|garbled] in excel",
      "=excel shows [ä as Ã¤|é as Ã©|strange characters|garbage for é]",
      "=[special characters|accents|accented letters] [are|look] [broken|wrong|garbled] in excel",
      "=excel doesn't [see|know|understand] that it's utf-8, [a bom is missing|it needs a bom]",
      "add a BOM [for excel|so excel reads it as utf-8|]",
      "=needs a BOM [for excel|]",
      "=missing bom",
      "=can we [put|write] a BOM [in front|at the start|first]?",
      "=names like Müller [come out|look] [wrong|broken] when you open the csv in excel",
      "[start|begin] the file with a [BOM|byte order mark]",
    ],
    unseen: ["=Zoë turns into ZoÃ« as soon as they open the export in Excel", "prepend the byte order mark"],
    vars: { text: ["csv", "text", "content", "lines", "body", "table", "output"] },
    code: [
      `
      ƒ download‹Things›(‹things›: ‹Thing›[]) {
        const ‹text› = toCsv(‹things›);
        const blob = new Blob([⟦→"\\uFEFF" + ⟧‹text›], { type: "text/csv;charset=utf-8" });
        saveAs(blob, "‹things›.csv");
      ƒ}
      `,
      `
      app.get("/‹things›.csv", async (req, res) => {
        const ‹text› = render‹Things›(await load‹Things›());
        res.attachment("‹things›.csv");
        res.send(⟦→"\\uFEFF" + ⟧‹text›);
      });
      `,
      `
      ƒ async write‹Things›(path: string, ‹things›: ‹Thing›[]) {
        const ‹text› = ‹things›.map(to‹Thing›Line).join("\\r\\n");
        ‹fill›
        await writeFile(path, ⟦→"\\uFEFF" + ⟧‹text›, "utf8");
      ƒ}
      `,
    ],
  }),
  sketched("written-json-is-readable", {
    seen: [
      "=the [file|json|export] is one [long|endless|huge] line",
      "=[nobody|no one] can read the json, indent it",
      "[indent|pretty-print|pretty print|format] the json",
      "=the json should be [indented|readable|pretty|formatted]",
      "=can the [file|json] be [readable|indented|pretty printed]?",
      "=diffs of the file are useless, it's all on one line",
      "=git shows the whole file as changed [every time|], [because it's|it's] one line",
      "=[indented|pretty printed] by two spaces [please|pls]",
      "=with indentation [please|pls]",
      "=unreadable, needs line breaks and two spaces",
    ],
    unseen: [
      "=opening the file in an editor shows just one row that never ends",
      "spread the json over several lines, two spaces each level",
    ],
    vars: {
      data: ["settings", "config", "state", "report", "data", "snapshot", "manifest", "backup", "result"],
    },
    code: [
      `
      ƒ async save‹Data›(path: string, ‹data›: ‹Data›) {
        ‹fill›
        await writeFile(path, JSON.stringify(‹data›⟦→, null, 2⟧));
        await notify(JSON.stringify({ saved: path }));
      ƒ}
      `,
      `
      ƒ export‹Data›() {
        const ‹data› = collect‹Data›();
        localStorage.setItem("last", JSON.stringify({ at: Date.now() }));
        const blob = new Blob([JSON.stringify(‹data›⟦→, null, 2⟧)], { type: "application/json" });
        saveAs(blob, "‹data›.json");
      ƒ}
      `,
      `
      const ‹data› = await build‹Data›(process.argv[2]);
      const file = ´out/€{‹data›.name}.json´;
      writeFileSync(file, JSON.stringify(‹data›⟦→, null, 2⟧));
      console.log(´wrote €{file}´);
      `,
    ],
  }),
  sketched("date-in-export-as-iso-day", {
    seen: [
      "=the {wordsDate} [looks|is] different on [every|each] machine, [yyyy-mm-dd|2024-05-31] please",
      "=the {wordsDate} should be yyyy-mm-dd",
      "write the {wordsDate} as yyyy-mm-dd",
      "=[yyyy-mm-dd|iso format] for the {wordsDate} [please|pls]",
      "=can the {wordsDate} be [iso|in iso format], just the day?",
      "=5/6/2024, is that May or June? [yyyy-mm-dd for the {wordsDate}|make the {wordsDate} yyyy-mm-dd]",
      "=you can't sort by the {wordsDate} in excel, it should be [2024-05-31|yyyy-mm-dd]",
      "=the importer [wants|expects] yyyy-mm-dd [as|for] the {wordsDate}",
      "=the {wordsDate} depends on the locale, [make it iso|should be yyyy-mm-dd]",
      "=the {wordsDate} should look like 2024-05-31",
    ],
    unseen: [
      "=americans read the {wordsDate} the other way round, take the sortable form (2024-05-31)",
      "format {date} the ISO way without the time",
    ],
    rows: [
      [
        { date: "createdAt", second: "name" },
        { date: "paidAt", second: "amount" },
        { date: "dueDate", second: "number" },
        { date: "issuedAt", second: "total" },
        { date: "birthday", second: "email" },
        { date: "startsOn", second: "title" },
        { date: "shippedAt", second: "carrier" },
        { date: "bookedOn", second: "account" },
        { date: "date", second: "label" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›Cells(‹thing›: ‹Thing›) {
        return [
          ‹thing›.id,
          ‹thing›.‹second›,
          ‹thing›.‹date›.⟦toLocaleDateString()→toISOString().slice(0, 10)⟧,
          «‹thing›.note,|String(‹thing›.count),|»
        ];
      ƒ}
      `,
      `
      const rows = ‹things›.map((‹thing›) => ({
        ‹second›: ‹thing›.‹second›,
        ‹date›: ‹thing›.‹date›.⟦toLocaleDateString()→toISOString().slice(0, 10)⟧,
      }));
      const printedOn = new Date().toLocaleDateString();
      `,
      `
      ƒ ‹thing›Line(‹thing›: ‹Thing›) {
        return ´€{‹thing›.‹date›.⟦toLocaleDateString()→toISOString().slice(0, 10)⟧};€{‹thing›.‹second›};€{‹thing›.hours}´;
      ƒ}
      `,
    ],
  }),
  sketched("file-name-has-what-it-is-of", {
    seen: [
      "=[the file name should have|put] the {wordsPart} in [it|the file name|its name]",
      "=every [download|export] has the same name, [add|put] the {wordsPart} [to it|in it]",
      "=the [second|next] export overwrites the first, the {wordsPart} should be in the name",
      "=can the {wordsPart} be in the file name, after a dash?",
      "[add|append] the {wordsPart} to the file name, after a dash",
      "=file name needs the {wordsPart}, after a dash",
      "=my downloads are full of [{textFile} (1)|files with the same name], [add|put] the {wordsPart} [to|in] the name",
      "=the {wordsPart} belongs [in|into] the file name",
      "=i can't tell the [exports|files] apart, the {wordsPart} should be in the name",
    ],
    unseen: [
      "=two of them in a folder and one is gone, the {wordsPart} would keep them apart",
      "name the file after the {wordsPart} too",
    ],
    vars: {
      part: ["date", "month", "year", "today", "id", "number", "day", "version", "slug"],
      file: ["report", "overview", "invoice", "orders", "statement", "backup", "members", "timesheet"],
      ext: ["csv", "pdf", "json", "xlsx", "zip"],
    },
    code: [
      `
      ƒ async download‹Thing›(‹part›: string) {
        const blob = await api.get‹Thing›(‹part›);
        ‹fill›
        saveAs(blob, ⟦"‹file›.‹ext›"→´‹file›-€{‹part›}.‹ext›´⟧);
      ƒ}
      `,
      `
      app.get("/‹things›/:‹part›/‹file›", async (req, res) => {
        const { ‹part› } = req.params;
        const ‹file› = await build‹File›(‹part›);
        res.attachment(⟦"‹file›.‹ext›"→´‹file›-€{‹part›}.‹ext›´⟧);
        res.send(‹file›);
      });
      `,
      `
      ƒ async write‹File›(dir: string, ‹part›: string, ‹things›: ‹Thing›[]) {
        const content = render(‹things›, { ‹part› });
        await writeFile(join(dir, ⟦"‹file›.‹ext›"→´‹file›-€{‹part›}.‹ext›´⟧), content);
        await writeFile(join(dir, "index.txt"), ‹part›);
      ƒ}
      `,
    ],
  }),
  sketched("column-goes-before-another", {
    seen: [
      "put the {b} before the {a}",
      "move the {b} column [before|in front of] the {a}",
      "=the {b} should [be|come] before the {a}",
      "=can the {b} come before the {a}?",
      "=first the {b}, then the {a} [please|pls]",
      "=[order is wrong|wrong order], the {b} comes before the {a}",
      "=the {a} and the {b} are [the wrong way round|swapped|mixed up]",
      "swap {a} and {b}",
      "=i'd [rather see|like to see] the {b} [first and then|before] the {a}",
      "=they [want|expect] the {b} before the {a}",
    ],
    unseen: ["=the {a} belongs behind the {b}", "let {a} and {b} change places"],
    rows: [
      [
        { a: "name", b: "email" },
        { a: "city", b: "zip" },
        { a: "firstName", b: "lastName" },
        { a: "price", b: "quantity" },
        { a: "status", b: "date" },
        { a: "phone", b: "company" },
        { a: "total", b: "tax" },
        { a: "author", b: "title" },
        { a: "country", b: "region" },
        { a: "end", b: "start" },
      ],
    ],
    code: [
      `
      const columns = [
        "id",
        «"number",|»
        ⟦"‹a›",
        "‹b›",→"‹b›",
        "‹a›",⟧
        «"note",|"createdAt",|»
      ];
      `,
      `
      ƒ ‹thing›Row(‹thing›: ‹Thing›) {
        return [‹thing›.id, ⟦‹thing›.‹a›, ‹thing›.‹b›→‹thing›.‹b›, ‹thing›.‹a›⟧, ‹thing›.notes].join(";");
      ƒ}
      `,
      `
      export const ‹thing›Columns: Column<‹Thing›>[] = [
        { key: "id", width: 80 },
        ⟦{ key: "‹a›", label: t("‹a›") },
        { key: "‹b›", label: t("‹b›") },→{ key: "‹b›", label: t("‹b›") },
        { key: "‹a›", label: t("‹a›") },⟧
        { key: "actions", label: "" },
      ];
      `,
      `
      <tr key={‹thing›.id}>
        <td>{‹thing›.number}</td>
        ⟦<td>{‹thing›.‹a›}</td>
        <td>{‹thing›.‹b›}</td>→<td>{‹thing›.‹b›}</td>
        <td>{‹thing›.‹a›}</td>⟧
        <td className="right">{‹thing›.hours}</td>
      </tr>
      `,
    ],
  }),
  sketched("heading-of-column-changes", {
    seen: [
      "=the heading of the {wordsField} column should be {textNew}",
      "call the {wordsField} column {textNew}",
      "=the {wordsField} column should [be called|say] {textNew}",
      "rename the [heading|header] of {wordsField} to {textNew}",
      "=can the {wordsField} column be [called|titled] {textNew}?",
      "=the column of the {wordsField} [should be|is] called {textNew} [everywhere else|by everyone]",
      "=the heading over the {wordsField} is [odd|unclear|wrong], should be {textNew}",
      "=customers don't get the heading of {wordsField}, say {textNew}",
      "=[heading|header] of [the|] {wordsField} [column|]: {textNew}",
      "=in the table it should say {textNew} over the {wordsField}",
    ],
    unseen: [
      "title the column with the {wordsField} {textNew} instead",
      "=over the {wordsField} people would like to read {textNew}",
    ],
    rows: [
      [
        { field: "amount", old: "Amt", new: "Amount due" },
        { field: "createdAt", old: "Created", new: "Joined on" },
        { field: "quantity", old: "Quantity", new: "Pieces" },
        { field: "vat", old: "Vat", new: "Tax (19 %)" },
        { field: "total", old: "Total", new: "Total (EUR)" },
        { field: "phone", old: "Phone", new: "Phone number" },
        { field: "owner", old: "Owner", new: "Responsible" },
        { field: "dueDate", old: "Due date", new: "Pay by" },
        { field: "weight", old: "Weight", new: "Weight in kg" },
        { field: "zip", old: "Zip", new: "Postal code" },
      ],
    ],
    code: [
      `
      const COLUMNS = [
        { field: "id", title: "No." },
        «{ field: "name", title: "Name" },|»
        { field: "‹field›", title: "⟦‹old›→‹new›⟧" },
        { field: "status", title: "Status" },
      ];
      `,
      `
      export const labels: Record<keyof ‹Thing›, string> = {
        id: "Number",
        name: "Name",
        ‹field›: "⟦‹old›→‹new›⟧",
        «notes: "Notes",|city: "City",|»
      };
      `,
      `
      ƒ define‹Thing›Sheet(sheet: Worksheet) {
        sheet.columns = [
          { header: "Name", key: "name", width: 30 },
          { header: "⟦‹old›→‹new›⟧", key: "‹field›", width: 12 },
          { header: "Remarks", key: "remarks" },
        ];
        sheet.getRow(1).font = { bold: true };
      ƒ}
      `,
      `
      <Table rows={‹things›}>
        <Column field="name" label="Name" />
        <Column field="‹field›" label="⟦‹old›→‹new›⟧" «sortable |»/>
        <Column field="state" label="State" />
      </Table>
      `,
    ],
  }),
  sketched("each-line-on-its-own", {
    seen: [
      "=everything [is|ends up] [in|on] one line",
      "=the line breaks [are missing|get lost]",
      "=[each|every] {wordsThing} should be on its own line",
      "=should be one line per {wordsThing}",
      "put [each|every] {wordsThing} on [its own|a new|a separate] line",
      "=[can|could] [each|every] {wordsThing} be on [its own|a new] line?",
      "=the {wordsThings} run [into each other|together]",
      "=one {wordsThing} per line [please|pls]",
      "=[no|missing] line breaks between the {wordsThings}",
      "=the {wordsThings} are glued together, [new line|line break] between them",
    ],
    unseen: [
      "=where one {wordsThing} ends the next begins, without so much as a newline",
      "separate the {wordsThings} by newlines",
    ],
    vars: {
      field: ["name", "title", "label", "number", "email"],
      second: ["amount", "city", "status", "hours", "quantity"],
    },
    code: [
      `
      ƒ ‹thing›List(‹things›: ‹Thing›[]) {
        ‹fill›
        return ‹things›.map((‹thing›) => ´- €{‹thing›.‹field›} (€{‹thing›.‹second›})´).join("⟦→\\n⟧");
      ƒ}
      `,
      `
      ƒ mailText(‹other›: ‹Other›, ‹things›: ‹Thing›[]) {
        const greeting = ["Hello ", ‹other›.name].join("");
        const list = ‹things›.map((‹thing›) => ´€{‹thing›.‹field›}: €{‹thing›.‹second›}´).join("⟦→\\n⟧");
        return ´€{greeting},\\n\\n€{list}\\n\\nBest regards´;
      ƒ}
      `,
      `
      let text = "‹Things:words›:\\n";
      for (const ‹thing› of ‹things›) {
        text += ´€{‹thing›.‹field›} - €{‹thing›.‹second›}⟦→\\n⟧´;
      }
      await writeFile("‹things›.txt", text);
      `,
    ],
  }),
  sketched("append-to-file-not-overwrite", {
    seen: [
      "=every [run|call] overwrites the [old|earlier|previous] [entries|lines]",
      "=only the last {wordsThing} is in the file",
      "append [to the file|] instead of overwriting [it|]",
      "=[the file|it] should grow, not be [overwritten|replaced]",
      "=the file [only has|has just] one line, the [newest|last]",
      "=can it append to the file?",
      "=older {wordsThings} [are gone|disappear] [from the file|]",
      "=new {wordsThings} should be added to the [end of the file|file]",
      "=append, don't overwrite",
      "=i lose [everything|all] that was in the file [before|]",
      "keep what is in the file, add at the end",
    ],
    unseen: [
      "=the file starts over with each {wordsThing} that comes in",
      "let each {wordsThing} be written behind the ones before it",
    ],
    vars: {
      path: [
        "LOG_FILE",
        "path",
        "journalPath",
        "file",
        "auditFile",
        "historyFile",
        "this.path",
        "options.file",
      ],
    },
    code: [
      `
      ƒ async log‹Thing›(‹thing›: ‹Thing›) {
        const line = JSON.stringify({ at: Date.now(), ...‹thing› });
        ‹fill›
        await fs.⟦writeFile→appendFile⟧(‹path›, line + "\\n");
      ƒ}
      `,
      `
      export class ‹Thing›Journal {
        constructor(private readonly path: string) {}

        record(‹thing›: ‹Thing›) {
          fs.⟦writeFileSync→appendFileSync⟧(this.path, ´€{‹thing›.id}\\t€{‹thing›.name}\\n´);
        }

        clear() {
          fs.rmSync(this.path, { force: true });
        }
      }
      `,
      `
      queue.on("‹thing›", async (‹thing›) => {
        await handle‹Thing›(‹thing›);
        await fs.⟦writeFile→appendFile⟧(‹path›, ´€{new Date().toISOString()} €{‹thing›.id}\\n´);
      });
      `,
    ],
  }),
];
