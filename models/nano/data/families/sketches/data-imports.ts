import { sketched } from "./sketch.ts";

/** What people ask of data that comes in from files and from other people's APIs. */
export const DATA_IMPORTS = [
  sketched("import-skips-header-row", {
    seen: [
      "=the first row is the header, skip it",
      "=the header [row|line|] [is imported|gets imported|ends up] as a {wordsThing}",
      "=there's [always|] a {wordsThing} [called|named] {textHead} after the import",
      "skip the [header|first line|header row|column names]",
      "[ignore|leave out] the [header row|first line]",
      "=the first {wordsThing} is garbage, [that's|it's] the header",
      "=can we skip the [header|first row]?",
      "=one {wordsThing} too many, the [first row|header] [counts|is taken] as one",
      "=the [column names|headings] come in as data",
      "=first line has the column names[, not data|]",
    ],
    unseen: ["=titles of the columns turn up among the {wordsThings}", "start with the second row"],
    vars: {
      head: ["Name", "Title", "id", "Email", "Number", "Label", "Date", "Code"],
      rows: ["lines", "rows", "records", "table"],
    },
    code: [
      `
      ƒ parse‹Things›(csv: string): ‹Thing›[] {
        const ‹rows› = csv.trim().split("\\n");
        ‹fill›
        return ‹rows›⟦→.slice(1)⟧.map((row) => to‹Thing›(row.split(",")));
      ƒ}
      `,
      `
      ƒ async import‹Things›(path: string) {
        const text = await readFile(path, "utf8");
        const ‹rows› = text.split("\\n");
        for (const row of ‹rows›⟦→.slice(1)⟧) {
          const [name, email] = row.split(";");
          await save‹Thing›({ name, email });
        }
        return ‹rows›.length;
      ƒ}
      `,
      `
      const ‹rows› = readCsv(file);
      const ‹things› = ‹rows›⟦→.slice(1)⟧.map(([id, name, amount]) => ({ id, name, amount: Number(amount) }));
      preview.show(‹rows›);
      await api.post("/‹things›", ‹things›);
      `,
    ],
  }),
  sketched("import-skips-blank-lines", {
    seen: [
      "=[blank|empty] lines [are imported|come in] as {wordsThings}",
      "=there's an empty {wordsThing} at the end[ of the list|]",
      "=the last {wordsThing} is [always|] empty",
      "=a newline at the end of the file [gives|makes] an empty {wordsThing}",
      "skip [blank|empty] lines",
      "[ignore|leave out|filter out] [blank|empty] lines[, also those with spaces only|]",
      "=can we skip [blank|empty] lines?",
      "=[blank|empty] lines should be [skipped|ignored]",
      "=it [crashes|fails] on [a blank line|empty lines|blank lines]",
      "=files with blank lines [in between|] [don't work|break it]",
    ],
    unseen: [
      "=nothing on a line, yet a {wordsThing} comes of it",
      "pass over lines that have nothing on them",
    ],
    vars: { source: ["text", "csv", "content", "input", "body", "data"] },
    code: [
      `
      ƒ parse‹Things›(‹source›: string) {
        ‹fill›
        return ‹source›
          .split("\\n")
          ⟦→.filter((line) => line.trim() !== "")⟧
          .map((line) => parse‹Thing›(line));
      ƒ}
      `,
      `
      ƒ async read‹Things›(path: string) {
        const ‹source› = await readFile(path, "utf8");
        const lines = ‹source›.split("\\n")⟦→.filter((line) => line.trim() !== "")⟧;
        return lines.map((line) => {
          const [id, name] = line.split("\\t");
          return { id, name };
        });
      ƒ}
      `,
      `
      const lines = ‹source›.split(/\\r?\\n/)⟦→.filter((line) => line.trim() !== "")⟧;
      const ‹things› = lines.map(to‹Thing›);
      console.log(´€{‹things›.length} ‹things›´);
      `,
    ],
  }),
  sketched("cells-come-trimmed", {
    seen: [
      "=spaces after the [comma|commas] [end up|stay] in the [values|data]",
      "=there's a space in front of [each|every] [value|field]",
      "trim the [cells|values|fields]",
      "=[cells|values] should be trimmed",
      "=values [have|come with] [spaces|whitespace] around [them|]",
      "=can we trim the [cells|values]?",
      "=a, b is read as a and space b",
      "=lookups fail [because of|due to] spaces around the [values|cells]",
      "remove the spaces around the [values|cells]",
      "=the [values|cells] aren't trimmed",
      "=works with a,b but not with a, b",
    ],
    unseen: [
      "=people put a blank behind the separator and then nothing matches",
      "strip whitespace off each of the parts",
    ],
    vars: {
      sep: [",", ";", "|", ":", "\\t"],
      parts: ["cells", "parts", "values", "fields", "tags", "columns"],
    },
    code: [
      `
      ƒ to‹Thing›(line: string): ‹Thing› {
        const ‹parts› = line.split("‹sep›")⟦→.map((one) => one.trim())⟧;
        return { id: ‹parts›[0], name: ‹parts›[1], «email|city»: ‹parts›[2] };
      ƒ}
      `,
      `
      ƒ parse‹Things›(text: string) {
        const lines = text.split("\\n");
        ‹fill›
        return lines.map((line) => line.split("‹sep›")⟦→.map((one) => one.trim())⟧);
      ƒ}
      `,
      `
      const ‹parts› = input.value.split("‹sep›")⟦→.map((one) => one.trim())⟧;
      for (const part of ‹parts›) add‹Thing›(part);
      input.value = "";
      `,
      `
      ƒ readList(name: string, fallback: string[] = []) {
        const value = process.env[name];
        if (value === undefined) return fallback;
        return value.split("‹sep›")⟦→.map((one) => one.trim())⟧;
      ƒ}
      `,
    ],
  }),
  sketched("number-out-of-the-cell", {
    seen: [
      "=the {field} [is|comes as|comes in as] a string, should be a number",
      "=the {field} is text, [so sums are glued together|and adding up glues it together]",
      "=adding up the {field} gives {textGlued}",
      "make the {field} a [real|] number",
      "convert the {field} to a number",
      "=total {field} is {textGlued} instead of a number",
      "=typeof {field} is string[ here|]",
      "=the {field} should be a number[, it's still text|]",
      "=can the {field} be a [real|] number?",
      "=sorting by {field} puts 10 before 9",
      "=toFixed is not a function [on|of] {field}",
      "=10 sorts before 9 in the {field} column",
    ],
    unseen: ["=the api hands us the {field} in quotes and sums go wrong", "run the {field} through Number"],
    vars: {
      field: ["price", "amount", "quantity", "total", "hours", "weight", "size", "age", "rating", "stock"],
      glued: ["0105", "01020", "0999", "052"],
    },
    code: [
      `
      ƒ to‹Thing›(row: Record<string, string>) {
        return {
          id: row.id,
          name: row.name,
          ‹field›: ⟦row.‹field›→Number(row.‹field›)⟧,
          «note: row.note,|city: row.city,|»
        };
      ƒ}
      `,
      `
      ƒ parse‹Thing›(line: string) {
        const [name, ‹field›, status] = line.split(",");
        ‹fill›
        return { name, ⟦‹field›→‹field›: Number(‹field›)⟧, status };
      ƒ}
      `,
      `
      const ‹things› = answer.items.map((item) => ({
        number: item.number,
        ‹field›: ⟦item.‹field›→Number(item.‹field›)⟧,
        currency: item.currency,
      }));
      `,
      `
      ƒ async load‹Things›() {
        const { rows } = await pool.query("select name, ‹field› from ‹things›");
        return rows.map((row) => ({ name: row.name, ‹field›: ⟦row.‹field›→Number(row.‹field›)⟧ }));
      ƒ}
      `,
    ],
  }),
  sketched("date-out-of-the-answer", {
    seen: [
      "=the {field} is a string, should be a Date",
      "=getTime is not a function on {field}",
      "=toLocaleDateString [fails|crashes] because the {field} is [text|a string]",
      "make the {field} a [real|] Date",
      "=the {field} [comes|arrives] as a string[ from the api|], make it a Date",
      "parse the {field} into a Date",
      "convert the {field} to a Date",
      "=can the {field} be a Date[ here|]?",
      "=the type says Date but the {field} is [still|] a string",
      "=the screen wants a Date for the {field}",
      "=getFullYear is not a function [on|of] {field}",
    ],
    unseen: [
      "=json knows no dates, so the {field} has to become one here",
      "=a proper Date for the {field}, not the text that the server sends",
    ],
    rows: [
      [
        { field: "createdAt", raw: "created_at" },
        { field: "updatedAt", raw: "updated_at" },
        { field: "dueDate", raw: "due_date" },
        { field: "startsAt", raw: "starts_at" },
        { field: "paidAt", raw: "paid_at" },
        { field: "publishedAt", raw: "published_at" },
        { field: "birthday", raw: "birthday" },
        { field: "date", raw: "date" },
        { field: "expiresAt", raw: "expiresAt" },
        { field: "sentAt", raw: "sentAt" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›(dto: ‹Thing›Dto): ‹Thing› {
        return {
          id: dto.id,
          title: dto.title,
          ‹field›: ⟦dto.‹raw›→new Date(dto.‹raw›)⟧,
          «status: dto.status,|author: dto.author,|»
        };
      ƒ}
      `,
      `
      ƒ async fetch‹Things›() {
        const { data } = await api.get("/‹things›");
        return data.map((row) => ({ ...row, ‹field›: ⟦row.‹raw›→new Date(row.‹raw›)⟧ }));
      ƒ}
      `,
      `
      export class ‹Thing›Model {
        readonly id: string;
        readonly ‹field›: Date;

        constructor(json: ‹Thing›Json) {
          this.id = json.id;
          this.‹field› = ⟦json.‹raw›→new Date(json.‹raw›)⟧;
        }
      }
      `,
    ],
  }),
  sketched("api-says-it-in-snake-case", {
    seen: [
      "=the {wordsField} is [always|] undefined, the api [sends|calls it] {raw}",
      "=the api sends {raw}, not {field}",
      "=it's called {raw} in the [answer|response|json]",
      "=the {wordsField} [never shows|stays empty|is missing], [it's|the server calls it] {raw} in the json",
      "read {raw} [from|off] the [answer|response]",
      "=the {wordsField} should come from {raw}",
      "=the {wordsField} comes in as {raw}",
      "=wrong key for the {wordsField}, it's {raw} [in the api|there]",
      "=the backend [uses|sends] snake case: {raw}",
      "take the {wordsField} from {raw}",
      "=why is the {wordsField} undefined? the json has {raw}",
    ],
    unseen: [
      "=over the wire that value goes by {raw}",
      "=the {wordsField} gets lost since the server writes {raw}",
    ],
    rows: [
      [
        { field: "firstName", raw: "first_name" },
        { field: "lastName", raw: "last_name" },
        { field: "createdAt", raw: "created_at" },
        { field: "imageUrl", raw: "image_url" },
        { field: "unitPrice", raw: "unit_price" },
        { field: "phoneNumber", raw: "phone_number" },
        { field: "postalCode", raw: "postal_code" },
        { field: "isActive", raw: "is_active" },
        { field: "dueDate", raw: "due_date" },
        { field: "totalCount", raw: "total_count" },
        { field: "avatarUrl", raw: "avatar_url" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›(json: any): ‹Thing› {
        return {
          id: json.id,
          «ownerId: json.owner_id,|parentId: json.parent_id,|»
          ‹field›: json.⟦‹field›→‹raw›⟧,
          «email: json.email,|notes: json.notes,|»
        };
      ƒ}
      `,
      `
      ƒ async get‹Thing›(id: string) {
        const { data } = await client.get(´/‹things›/€{id}´);
        return { id: data.id, name: data.name, ‹field›: data.⟦‹field›→‹raw›⟧ };
      ƒ}
      `,
      `
      const ‹things› = (await res.json()).results.map((row) => ({
        key: row.key,
        ‹field›: row.⟦‹field›→‹raw›⟧,
        ‹other›: row.‹other:snake›,
      }));
      `,
    ],
  }),
  sketched("api-wants-it-in-snake-case", {
    seen: [
      "=the {wordsField} is not saved, the api [wants|expects] {raw}",
      "=the api [expects|wants] {raw}, [we send|not] {field}",
      "send [it|the {wordsField}] as {raw}",
      "=the {wordsField} [is ignored|gets lost|never arrives], it must be [called|sent as] {raw}",
      "=400: {raw} is required",
      "=the server says {raw} is missing",
      "=the key has to be {raw} in the [body|request|payload]",
      "=[the backend|it] wants snake case: {raw}",
      "=in the [body|payload|request] it's called {raw}",
      "=can we send the {wordsField} as {raw}?",
      "=should go out as {raw}",
    ],
    unseen: [
      "=whatever i enter as {wordsField}, the server never sees a {raw}",
      "name the key {raw} in what is posted",
    ],
    rows: [
      [
        { field: "firstName", raw: "first_name" },
        { field: "lastName", raw: "last_name" },
        { field: "startDate", raw: "start_date" },
        { field: "imageUrl", raw: "image_url" },
        { field: "unitPrice", raw: "unit_price" },
        { field: "phoneNumber", raw: "phone_number" },
        { field: "postalCode", raw: "postal_code" },
        { field: "isActive", raw: "is_active" },
        { field: "dueDate", raw: "due_date" },
        { field: "customerId", raw: "customer_id" },
      ],
    ],
    code: [
      `
      ƒ to‹Thing›Body(‹thing›: ‹Thing›) {
        return {
          «name: ‹thing›.name,|title: ‹thing›.title,»
          ⟦‹field›→‹raw›⟧: ‹thing›.‹field›,
          «email: ‹thing›.email,|notes: ‹thing›.notes,|»
        };
      ƒ}
      `,
      `
      ƒ async update‹Thing›(id: string, form: ‹Thing›Form) {
        await client.patch(´/‹things›/€{id}´, {
          name: form.name,
          ⟦‹field›→‹raw›⟧: form.‹field›,
        });
        return get‹Thing›(id);
      ƒ}
      `,
      `
      const body = JSON.stringify({
        ⟦‹field›→‹raw›⟧: values.‹field›,
        comment: values.comment,
      });
      await fetch("/api/‹things›", { method: "POST", headers, body });
      `,
    ],
  }),
  sketched("no-list-in-the-answer", {
    seen: [
      "=crashes when the [api|server|answer] [sends|has] no {items}",
      "=[cannot read properties of undefined (reading map)|map of undefined] when there are no {items}",
      "=the {items} can be [missing|null|undefined], treat [it|that|them] as [an empty list|empty]",
      "=[sometimes|now and then] the [answer|response] has no {items}, [then it should be|should then be] an empty list",
      "fall back to an empty list [if|when] {items} is [missing|null]",
      "=no {items} should [mean|be] an empty list[, not a crash|]",
      "=blows up without {items}",
      "=for new customers {items} is null[ and it crashes|]",
      "=can it cope with [missing|no] {items}?",
      "=should work without {items} [too|as well]",
      "=the api leaves {items} out when there are none",
    ],
    unseen: ["=an answer that lacks {items} takes the page down", "default {items} to no entries"],
    vars: {
      items: ["items", "results", "rows", "entries", "records", "hits", "nodes", "lines", "data", "children"],
      answer: ["answer", "response", "json", "body", "page", "payload", "result"],
    },
    code: [
      `
      ƒ async fetch‹Things›(query: string) {
        const ‹answer› = await api.search("‹things›", query);
        ‹fill›
        return ⟦‹answer›.‹items›→(‹answer›.‹items› ?? [])⟧.map(to‹Thing›);
      ƒ}
      `,
      `
      ƒ count‹Things›(‹answer›: ‹Thing›Answer) {
        const open = ⟦‹answer›.‹items›→(‹answer›.‹items› ?? [])⟧.filter((one) => one.open);
        return { open: open.length, name: ‹answer›.name };
      ƒ}
      `,
      `
      const ‹answer› = await res.json();
      for (const one of ⟦‹answer›.‹items›→‹answer›.‹items› ?? []⟧) {
        add‹Thing›(one.id, one.name);
      }
      setUpdated(‹answer›.updated);
      `,
      `
      export function ‹Thing›Overview({ ‹answer› }) {
        return (
          <ul className="‹things:kebab›">
            {⟦‹answer›.‹items›→(‹answer›.‹items› ?? [])⟧.map((one) => (
              <li key={one.id}>{one.name}</li>
            ))}
          </ul>
        );
      }
      `,
    ],
  }),
  sketched("full-name-not-only-first", {
    seen: [
      "=only the first name [shows|is shown|is there], should be the full name",
      "=the last name is missing[ in the name|]",
      "[show|use|give] the full name[, first and last|]",
      "=the name should be first and last name",
      "=can it be the full name?",
      "add the last name to the name",
      "=first and last name [please|pls]",
      "=there are three Annas, [i need the last name too|the last name should be there too]",
      "=name: first and last[ name|]",
      "=i'd like to see the full name",
      "=name should have the last name in it too",
    ],
    unseen: [
      "=everyone is just called Peter, what about the family name",
      "put the last name behind the first",
    ],
    vars: {
      who: [
        "user",
        "member",
        "customer",
        "author",
        "employee",
        "patient",
        "student",
        "contact",
        "guest",
        "row",
      ],
      key: ["name", "label", "title", "fullName", "displayName"],
    },
    code: [
      `
      ƒ to‹Who›View(‹who›: ‹Who›) {
        return {
          id: ‹who›.id,
          ‹key›: ⟦‹who›.firstName→´€{‹who›.firstName} €{‹who›.lastName}´⟧,
          «email: ‹who›.email,|initials: ‹who›.lastName[0],|»
        };
      ƒ}
      `,
      `
      const options = ‹who:plural›.map((‹who›) => ({
        value: ‹who›.id,
        ‹key›: ⟦‹who›.firstName→´€{‹who›.firstName} €{‹who›.lastName}´⟧,
      }));
      `,
      `
      ƒ ‹who›Line(‹who›: ‹Who›) {
        const ‹key› = ⟦‹who›.firstName→´€{‹who›.firstName} €{‹who›.lastName}´⟧;
        return ´€{‹who›.number}: €{‹key›}´;
      ƒ}
      `,
    ],
  }),
  sketched("empty-field-goes-out-as-null", {
    seen: [
      "=an empty {wordsField} [is sent|goes out] as [empty text|an empty string], should be null",
      "=the [api|server|database] [rejects|refuses] an empty {wordsField}, it wants null",
      "[send|store] null [if|when] the {wordsField} is empty",
      "=[empty|no] {wordsField} should [be|go out as] null",
      "=can an empty {wordsField} be null?",
      "=clearing the {wordsField} gives a 400, it must be null then",
      "=null instead of an empty string for the {wordsField}",
      "=without a {wordsField} we send an empty string, [not|should be] null",
      "=the {wordsField} is optional, send null [if|when] it's [empty|left blank]",
      "=leaving the {wordsField} blank [fails|is an error], null would be [right|accepted]",
    ],
    unseen: [
      "=when nothing was typed the backend would rather get null for {wordsField}",
      "turn a blank {wordsField} into null",
    ],
    vars: {
      field: [
        "dueDate",
        "phone",
        "email",
        "website",
        "birthday",
        "endDate",
        "notes",
        "company",
        "taxId",
        "nickname",
      ],
    },
    code: [
      `
      ƒ toRequest(form: ‹Thing›Form) {
        return {
          name: form.name,
          ‹field›: form.‹field›⟦→ || null⟧,
          «status: form.status,|category: form.category,|»
        };
      ƒ}
      `,
      `
      ƒ async save‹Thing›(values: ‹Thing›Values) {
        ‹fill›
        await api.post("/‹things›", { ...values, ‹field›: values.‹field›⟦→ || null⟧ });
      ƒ}
      `,
      `
      await db.insert(‹things›).values({
        title: input.title,
        ‹field›: input.‹field›⟦→ || null⟧,
        ownerId: user.id,
      });
      `,
    ],
  }),
  sketched("one-more-field-from-the-answer", {
    seen: [
      "=the {wordsField} is missing[ in the result| in what comes out|]",
      "=the {wordsField} [never shows|is always empty], it's not [mapped|taken over]",
      "also [map|take over|pass on] the {wordsField}",
      "add the {wordsField} [at the end|as the last field|]",
      "=i [also|] need the {wordsField} [too|as well]",
      "=can we have the {wordsField} [too|as well|in there]?",
      "=the {wordsField} should be in there [too|as well]",
      "=the {wordsField} gets lost [on the way|in the mapping|here]",
      "=forgot the {wordsField}",
      "=the page needs the {wordsField} [too|as well]",
      "={wordsField} too [please|pls]",
    ],
    unseen: [
      "=what about the {wordsField}, the screen wants to show that",
      "carry the {wordsField} over like the others",
    ],
    vars: {
      field: [
        "email",
        "phone",
        "avatar",
        "price",
        "currency",
        "status",
        "language",
        "timezone",
        "address",
        "color",
      ],
      from: ["row", "dto", "json", "item", "data", "source", "record", "entity"],
    },
    code: [
      `
      ƒ to‹Thing›(‹from›: ‹Thing›Dto) {
        return {
          id: ‹from›.id,
          «name: ‹from›.name,|title: ‹from›.title,»
          «owner: ‹from›.owner,|kind: ‹from›.kind,|»
          ⟦→‹field›: ‹from›.‹field›,⟧
        };
      ƒ}
      `,
      `
      const ‹things› = results.map((‹from›) => ({
        id: ‹from›.id,
        label: ‹from›.label,
        ⟦→‹field›: ‹from›.‹field›,⟧
      }));
      show‹Others›(results.map((‹from›) => ‹from›.‹other›));
      `,
      `
      export class ‹Thing›Mapper {
        toView(‹from›: ‹Thing›) {
          return {
            key: ‹from›.id,
            name: ‹from›.name,
            ⟦→‹field›: ‹from›.‹field›,⟧
          };
        }

        toKey(‹from›: ‹Thing›) {
          return { key: ‹from›.id };
        }
      }
      `,
    ],
  }),
];
