import { sketched } from "./sketch.ts";

/** Fields that are texts, to stand beside the one that is edited. */
const TEXTS = ["nickname", "city", "notes", "company", "jobTitle", "street", "headline", "referrer"];

/** What is wanted of schemas and of the classes that describe input. */
export const HANDLER_SCHEMAS = [
  sketched("schema-least-length", {
    seen: [
      "={field} must [be at least {wordsN} chars|have at least {wordsN} characters]",
      "={wordsField} at least {wordsN} [chars|characters][ pls|]",
      "=[a|one] character is enough for {field}[ now|], should be {wordsN}",
      "=people pick [way |]too short {wordsField}s, [at least {wordsN} characters|{wordsN} is the minimum]",
      "=an empty {wordsField} [gets through|passes|is accepted], [we need {wordsN} characters|min {wordsN}]",
      "require [at least |]{wordsN} [characters|chars] for {field}",
      "=min {wordsN} for {field}",
      "={field}: minimum length {wordsN}",
      "=too short {field}s must be refused (less than {wordsN})",
      "=can we enforce {wordsN} characters for {field}?",
      "=why does [abc|a] pass as {field}? {wordsN} [chars|characters] at least",
      "=security wants {wordsField}s with {wordsN} characters or more",
    ],
    unseen: [
      "=nothing below {wordsN} characters may count as a {wordsField}",
      "refuse a {wordsField} that is not {wordsN} long",
    ],
    vars: {
      field: [
        "password",
        "username",
        "passphrase",
        "title",
        "displayName",
        "secret",
        "newPassword",
        "slug",
        "handle",
        "nickname",
        "answer",
        "pin",
      ],
      n: ["12", "8", "10", "3", "2", "16", "6", "5", "4"],
      text: ["city", "notes", "company", "jobTitle", "street", "headline", "referrer"],
    },
    code: [
      `
      «export |»const «register|signup|profile|account»Schema = z.object({
        email: z.string().email(),
        ‹field›: z.string()⟦→.min(‹n›)⟧,
        ‹text›: z.string().max(60)«.optional()|»,
        «terms: z.literal(true),|age: z.number().int(),|»
      });
      `,
      `
      export const ‹thing›Input = z.object({
        «kind: z.enum(["a", "b"]),|id: z.string().uuid(),|»
        ‹text›: z.string().«trim()|max(200)|nullable()»,
        ‹field›: z.string()⟦→.min(‹n›)⟧.max(«64|100|255|72»),
      });
      export type ‹Thing›Input = z.infer<typeof ‹thing›Input>;
      `,
      `
      router.put(
        "/«account|me|‹things:kebab›/:id»",
        validate(z.object({ ‹text›: z.string(), ‹field›: z.string()⟦→.min(‹n›)⟧ })),
        async (req, res) => {
          await «accounts|‹things›».update(req.user.id, req.body);
          res.sendStatus(204);
        },
      );
      `,
      `
      const schema = Joi.object({
        email: Joi.string().email().required(),
        ‹field›: Joi.string()⟦→.min(‹n›)⟧.required(),
        ‹text›: Joi.string().allow(""),
      });
      `,
      `
      export class «Register|Create‹Thing›|Signup»Dto {
        @IsEmail()
        email: string;

        @IsString()
        ⟦→@MinLength(‹n›)⟧
        ‹field›: string;

        @IsString()
        «@MaxLength(80)|@IsOptional()»
        ‹text›«?|»: string;
      }
      `,
    ],
  }),
  sketched("schema-optional-field", {
    seen: [
      "={field} [is|should be] optional",
      "={field} [may|can] be [left out|missing]",
      "[let|allow] {field} be [left out|missing|undefined]",
      "make {field} optional[ in the schema|]",
      "=[posting|sending] a {wordsThing} without {field} [fails|gives a validation error|is refused], it's optional",
      "=not every {wordsThing} has a {wordsField}",
      "=Required at {field}, [but|though] nobody has to give it",
      "=validation [says|claims] {field} is required, it [isn't|is not]",
      "=why do i have to send {field}? it's optional [in the docs|everywhere else]",
      "=shouldn't {field} be optional?",
      "=can {field} be omitted?",
      "don't require {field}",
      "=optional {field} pls",
    ],
    unseen: [
      "=nobody is obliged to tell us the {wordsField}",
      "accept a {wordsThing} even if no {wordsField} comes with it",
    ],
    vars: {
      field: [
        "phone",
        "note",
        "description",
        "middleName",
        "website",
        "dueDate",
        "coupon",
        "avatarUrl",
        "comment",
        "vatId",
        "parentId",
        "reference",
      ],
      text: TEXTS,
    },
    code: [
      `
      export const ‹thing›Schema = z.object({
        «name|title»: z.string().min(1),
        ‹text›: z.string(),
        ‹field›: z.string()«.max(200)|.trim()|»⟦→.optional()⟧,
        «active: z.boolean(),|amount: z.number(),|»
      });
      `,
      `
      app.post("/‹things:kebab›", async (c) => {
        const input = z
          .object({ ‹field›: z.string()⟦→.optional()⟧, ‹text›: z.string(), count: z.number().int() })
          .parse(await c.req.json());
        const ‹thing› = await create‹Thing›(input);
        return c.json(‹thing›, 201);
      });
      `,
      `
      export class Create‹Thing›Dto {
        @IsString()
        ‹text›: string;

        ⟦→@IsOptional()⟧
        @IsString()
        ‹field›⟦→?⟧: string;

        @IsInt()
        count: number;
      }
      `,
      `
      interface ‹Thing›Body {
        ‹text›: string;
        ‹field›⟦→?⟧: string;
      }

      const ‹thing›Body: z.ZodType<‹Thing›Body> = z.object({
        ‹text›: z.string().min(1),
        ‹field›: z.string()⟦→.optional()⟧,
      });
      `,
    ],
  }),
  sketched("schema-coerces-text", {
    seen: [
      "=[the url|a query string] [only|just] has [text|strings], {field} must be coerced",
      "=i [get|got] a 400 for ?{field}=3[, it's a string there|]",
      "=Expected number, received string [at|for] {field}",
      "=?{field}=2 is [refused|rejected] because [query values are strings|it's a string]",
      "=query params are strings, {field} fails [validation|the schema]",
      "=[expected number, received string|invalid type] when i [call it|open it] with ?{field}=1",
      "coerce {field}[ to a number|]",
      "[use|needs] z.coerce for {field}",
      "=z.coerce for {field} pls",
      "=numbers in the url are always text, so {field} never [passes|validates]",
      "=every request with {field} gets 400, it comes as a string",
      "=shouldn't {field} be coerced?",
      "=why is ?{field}=5 invalid? 5 is a number",
      "accept {field} as text and turn it into a number",
    ],
    unseen: [
      "=whatever digits i put behind {field}= in the address, it says invalid",
      "let zod convert {field} from what the query string holds",
    ],
    vars: {
      field: [
        "page",
        "limit",
        "year",
        "minPrice",
        "offset",
        "radius",
        "quantity",
        "month",
        "maxAge",
        "zoom",
        "perPage",
        "days",
      ],
      schema: ["querySchema", "list‹Things›Schema", "searchSchema", "‹thing›Query", "filters"],
      sortKey: ["q", "sort", "category", "country", "status", "tag"],
    },
    code: [
      `
      const ‹schema› = z.object({
        ‹sortKey›: z.string().optional(),
        ‹field›: ⟦z.number()→z.coerce.number()⟧«.int()|.min(1)|.positive()|»«.default(1)|.optional()|»,
      });
      «
      router.get("/‹things:kebab›", validateQuery(‹schema›), list‹Things›);|»
      `,
      `
      export async function GET(request: NextRequest) {
        const { ‹field›, ‹sortKey› } = z
          .object({
            ‹field›: ⟦z.number()→z.coerce.number()⟧«.int().min(0)|.max(500)|»,
            ‹sortKey›: z.string().max(100)«.optional()|»,
          })
          .parse(Object.fromEntries(request.nextUrl.searchParams));
        return NextResponse.json(await find‹Things›(‹field›, ‹sortKey›));
      }
      `,
      `
      export const ‹thing›Query = {
        querystring: z.object({
          ‹sortKey›: z.enum(["a", "b"])«.optional()|»,
          ‹field›: ⟦z.number()→z.coerce.number()⟧«.int()|.nonnegative()|»,
        }),
        response: { 200: z.object({ total: z.number(), ‹things›: z.array(‹thing›Schema) }) },
      };
      `,
    ],
  }),
  // What holds: `positive` means more than zero, `nonnegative` zero, too.
  sketched("schema-lower-bound", {
    seen: [
      "={field} {wordsRule}",
      "=[someone|a customer|a tester] [sent|came with] {field} {bad}, {field} {wordsRule}",
      "={field} {bad} [is accepted|gets through|passes], but it {wordsRule}",
      "make sure {field} {wordsRule}",
      "={method} for {field}",
      "[add|use] {method} [to|on|for] {field}",
      "=why is {bad} [ok|fine] as {field}? it {wordsRule}",
      "=the schema should refuse {bad} [for|as] {field}, {wordsRule}",
      "=validation bug: {field} {bad} is taken, it {wordsRule}",
      "=shouldn't {bad} be [refused|invalid] as {field}? {wordsRule}",
      "=needs {method} on {field}",
      "=can the schema check that {field} {wordsRule}?",
    ],
    unseen: [
      "=i could put {bad} into {field} and nobody minded; {wordsRule}, right?",
      "={field} has to pass {method}, too",
    ],
    rows: [
      [
        { rule: "must be more than zero", bad: "0", method: "positive" },
        { rule: "must be above 0", bad: "-5", method: "positive" },
        { rule: "has to be positive", bad: "-1", method: "positive" },
        { rule: "must not be negative, 0 is ok", bad: "-1", method: "nonnegative" },
        { rule: "can be zero and must never be negative", bad: "-3", method: "nonnegative" },
        { rule: "must be a whole number", bad: "1.5", method: "int" },
        { rule: "has to be an integer", bad: "2.75", method: "int" },
        { rule: "can't have decimals", bad: "0.5", method: "int" },
        { rule: "must not be infinite", bad: "Infinity", method: "finite" },
      ],
    ],
    vars: {
      field: [
        "quantity",
        "amount",
        "seats",
        "copies",
        "guests",
        "units",
        "stock",
        "points",
        "nights",
        "pieces",
        "votes",
        "capacity",
      ],
      text: TEXTS,
      beside: ["price", "weight", "discount", "height", "rating", "latitude"],
    },
    code: [
      `
      export const ‹thing›Schema = z.object({
        ‹text›: z.string(),
        ‹field›: z.number()⟦→.‹method›()⟧,
        ‹beside›: z.number(),
      });
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const { ‹field›, ‹beside› } = z
          .object({ ‹beside›: z.number().max(1000), ‹field›: z.number()⟦→.‹method›()⟧.max(«99|500|10000») })
          .parse(req.body);
        ‹fill›
        res.status(201).json(await ‹things›.add(‹field›, ‹beside›));
      });
      `,
      `
      const ‹thing›Line = z.object({
        «sku|productId|itemId»: z.string().uuid(),
        ‹beside›: z.number()«.optional()|»,
        ‹field›: z.coerce.number()⟦→.‹method›()⟧«.default(1)|.optional()|»,
      });

      export const ‹thing›Input = z.object({ lines: z.array(‹thing›Line).min(1), ‹text›: z.string().optional() });
      `,
      `
      export const ‹things›Router = router({
        update: publicProcedure
          .input(z.object({ id: z.string(), ‹field›: z.number()⟦→.‹method›()⟧, ‹beside›: z.number() }))
          .mutation(({ ctx, input: { id, ...data } }) => ctx.prisma.‹thing›.update({ where: { id }, data })),
      });
      `,
    ],
  }),
  sketched("schema-allowed-values", {
    seen: [
      "[accept|allow] [only|nothing but] {textA}, {textB} and {textC} [as|for] {field}",
      "=[there are|we only have] {textA}, {textB} and {textC}, but {field} [takes|accepts] [any|every] string",
      "validate {field} against {textA}, {textB}, {textC}",
      "={field} is [a free text|any string] now, [should be|make it] {textA}, {textB} or {textC}",
      "={field} [may|can|should] only be {textA}, {textB} or {textC}",
      "=any text [is accepted|gets through] as {field}, [should be|only] {textA}, {textB} or {textC}",
      "restrict {field} to {textA}, {textB} and {textC}",
      "make {field} an enum of {textA}, {textB} and {textC}",
      "=the allowed values [of|for] {field} are {textA}, {textB} and {textC}",
      "={field}: {a}, {b} or {c}, [nothing else|not any string]",
      "=someone saved a {wordsThing} with {field} foo. only {textA}, {textB} and {textC} [exist|are valid]",
      "=enum for {field}: {a}, {b}, {c}",
      "=can {field} be limited to {textA}, {textB} and {textC}?",
      "=why can {field} be anything? there's only {textA}, {textB} and {textC}",
      "=a typo in {field} isn't noticed, it's one of {textA}, {textB}, {textC}",
      "only {textA}, {textB} and {textC} for {field} pls",
    ],
    unseen: [
      "=we know just three kinds of {field}: {textA}, {textB} and {textC}. others must fail",
      "turn the free text of {field} into a choice between {textA}, {textB} and {textC}",
    ],
    rows: [
      [
        { field: "role", a: "admin", b: "member", c: "viewer" },
        { field: "status", a: "open", b: "closed", c: "pending" },
        { field: "priority", a: "low", b: "normal", c: "high" },
        { field: "visibility", a: "public", b: "private", c: "unlisted" },
        { field: "currency", a: "EUR", b: "USD", c: "GBP" },
        { field: "interval", a: "day", b: "week", c: "month" },
        { field: "plan", a: "free", b: "pro", c: "team" },
        { field: "size", a: "S", b: "M", c: "L" },
        { field: "channel", a: "email", b: "sms", c: "push" },
        { field: "theme", a: "light", b: "dark", c: "system" },
        { field: "level", a: "debug", b: "info", c: "error" },
        { field: "format", a: "csv", b: "json", c: "xlsx" },
      ],
    ],
    vars: { text: TEXTS },
    code: [
      `
      export const ‹thing›Schema = z.object({
        ‹text›: z.string()«.max(80)|»,
        ‹field›: ⟦z.string()→z.enum(["‹a›", "‹b›", "‹c›"])⟧«.optional()|»,
        «createdBy: z.string().uuid(),|tags: z.array(z.string()),|»
      });
      `,
      `
      fastify.post("/‹things:kebab›", {
        schema: {
          body: z.object({ ‹field›: ⟦z.string()→z.enum(["‹a›", "‹b›", "‹c›"])⟧, ‹text›: z.string() }),
        },
        handler: async (request) => ‹things›.«create|save»(request.body),
      });
      `,
      `
      router.patch("/‹things:kebab›/:id/‹field›", async (req, res) => {
        const body = z.object({ ‹field›: ⟦z.string()→z.enum(["‹a›", "‹b›", "‹c›"])⟧ }).parse(req.body);
        const { ‹text› } = req.query;
        await ‹things›.«set|change»(req.params.id, body.‹field›, ‹text›);
        res.sendStatus(204);
      });
      `,
      `
      export class «Create|Update»‹Thing›Dto {
        @IsString()
        ‹text›: string;

        ⟦@IsString()→@IsIn(["‹a›", "‹b›", "‹c›"])⟧
        ‹field›: string;

        «@IsUUID()
        ownerId: string;|@IsBoolean()
        active: boolean;»
      }
      `,
    ],
  }),
  sketched("schema-strict", {
    seen: [
      "=unknown [keys|fields] [are silently dropped|get lost silently|pass without an error], [should be an error|refuse them]",
      "=a typo in a field name isn't noticed, unknown [keys|fields] should [fail|be refused]",
      "=i sent {typo} and got no error, [only the known fields should be ok|unknown keys should fail]",
      "refuse [unknown|extra|additional] [keys|fields|properties]",
      "make the schema strict",
      "=strict() pls",
      "=[the schema|this|it] should be strict",
      "=extra [properties|fields] should [give|be] a validation error",
      "=fields we don't know must not be [accepted|ignored]",
      "=why doesn't it complain about {typo}?",
      "=shouldn't unknown keys be rejected?",
      "=anything can be in there besides the known fields and nobody complains",
    ],
    unseen: [
      "=whoever misspells a key should hear of it, {typo} went through",
      "be picky about keys that aren't in the schema",
    ],
    vars: {
      typo: [
        "descripton",
        "adress",
        "quantitiy",
        "emial",
        "colour",
        "isAdmin",
        "foo",
        "x",
        "userID",
        "tilte",
        "statsu",
      ],
      text: TEXTS,
    },
    code: [
      `
      export const ‹thing›Schema = z.object({
        ‹text›: z.string(),
        «active: z.boolean(),|price: z.number(),|tags: z.array(z.string()),»
        «kind: z.enum(["a", "b"]),|»
      })⟦→.strict()⟧;
      `,
      `
      router.«post|put»("/‹things:kebab›", async (req, res) => {
        const input = z.object({ ‹text›: z.string()«, count: z.number()|, public: z.boolean()» })⟦→.strict()⟧.parse(req.body);
        ‹fill›
        res.json(await ‹things›.save(input));
      });
      `,
      `
      const «params|idParams» = z.object({ id: z.string().uuid() });

      app.patch("/‹things:kebab›/:id", (req, res) => {
        const { id } = req.params;
        const result = ‹thing›Patch⟦→.strict()⟧.safeParse(req.body);
        if (!result.success) return res.status(422).json(result.error.flatten());
        «audit("‹thing›", id);|»
        res.json(«‹things›|store».patch(id, result.data));
      });
      `,
      `
      export const config = z
        .object({
          ‹text›: z.string().default("«none|-|unknown»"),
          retries: z.number().int().default(«3|5|0»),
        })
        ⟦→.strict()⟧
        .parse(«load("./‹thing:kebab›.json")|JSON.parse(text)|raw»);
      `,
    ],
  }),
  // The form follows the type: `.email()` on `z.string()`, the decorator above the field.
  sketched("schema-format", {
    seen: [
      "={field} [isn't|is not] checked, [{bad}|something like {bad}] [gets through|passes], it should be a {wordsKind}",
      "={bad} [is accepted|passes|gets through] as {field}, it must be a valid {wordsKind}",
      "={field} [must|should|has to] be a valid {wordsKind}",
      "check that {field} is [really |]a {wordsKind}",
      "validate {field} as {wordsKind}",
      "={field} can be any string, should be a {wordsKind}",
      "=no {wordsKind} check on {field}",
      "=why does {bad} pass as {field}? [it's|that is] no {wordsKind}",
      "=shouldn't {field} be a {wordsKind}?",
      "=we have rows with {field} = {bad}, only a {wordsKind} should be ok",
      "={wordsKind} format for {field}[ pls|]",
      "only accept {wordsKind}s for {field}",
    ],
    unseen: [
      "=nobody looks whether {field} looks like a {wordsKind}, even {bad} will do",
      "turn {bad} away, in {field} we want a {wordsKind}",
    ],
    rows: [
      [
        { field: "email", kind: "email", bad: '"foo"', decorator: "IsEmail" },
        { field: "contactEmail", kind: "email", bad: '"me@"', decorator: "IsEmail" },
        { field: "recipient", kind: "email", bad: '"nobody"', decorator: "IsEmail" },
        { field: "replyTo", kind: "email", bad: '"-"', decorator: "IsEmail" },
        { field: "website", kind: "url", bad: '"asdf"', decorator: "IsUrl" },
        { field: "callbackUrl", kind: "url", bad: '"foo bar"', decorator: "IsUrl" },
        { field: "avatarUrl", kind: "url", bad: '"none"', decorator: "IsUrl" },
        { field: "homepage", kind: "url", bad: '"www"', decorator: "IsUrl" },
        { field: "projectId", kind: "uuid", bad: '"1"', decorator: "IsUUID" },
        { field: "tenantId", kind: "uuid", bad: '"abc"', decorator: "IsUUID" },
        { field: "externalId", kind: "uuid", bad: '"42"', decorator: "IsUUID" },
      ],
    ],
    vars: { text: TEXTS },
    code: [
      `
      export const ‹thing›Schema = z.object({
        ‹text›: z.string()«.min(1)|»,
        ‹field›: z.string()⟦→.‹kind›()⟧«.optional()|.nullable()|»,
        «count: z.number(),|draft: z.boolean(),|»
      });
      `,
      `
      const body = z.object({ ‹field›: z.string()⟦→.‹kind›()⟧, ‹text›: z.string() }).parse(await request.json());
      ‹fill›
      const ‹thing› = await «db.‹things›.insert|create‹Thing›»(body);
      return NextResponse.json(‹thing›, { status: 201 });
      `,
      `
      export class «Invite|Create|Update»‹Thing›Dto {
        @IsString()
        @MaxLength(100)
        ‹text›: string;

        ⟦@IsString()→@‹decorator›()⟧
        ‹field›: string;
      }
      `,
      `
      export const ‹thing›Procedure = publicProcedure
        .input(
          z.object({
            ‹field›: z.string()⟦→.‹kind›()⟧,
            ‹text›: z.string().«trim()|max(500)|optional()»,
          }),
        )
        .mutation(async ({ input, ctx }) => ctx.‹things›.«add|register»(input));
      `,
    ],
  }),
  sketched("schema-trims", {
    seen: [
      "=[users|people] [type|paste] blanks [before|after|around] {field}[, trim|, they should go]",
      '=" abc" [is|gets] [saved|stored] [with the blank|as it is] for {field}, trim',
      "=spaces around {field} [are saved|end up in the db|are kept]",
      '=" foo " and "foo" are two different {wordsField}s',
      "trim {field}[ in the schema| while validating|]",
      "=[only spaces|a blank] [counts as|passes for] a {wordsField}",
      "=people paste {field} with [spaces|blanks] at the end, trim it",
      "=trailing [space|blank] in {field} [breaks|ruins] the lookup",
      "=trim() for {field} pls",
      "strip the whitespace around {field}",
      "=shouldn't {field} be trimmed?",
      "=can the schema trim {field}?",
      "=why is there a space at the end of {field} in the db? trim",
      "=surrounding spaces in {field} should [go|be ignored]",
    ],
    unseen: [
      "=whoever copies a {wordsField} takes a blank along and can't be found later",
      "=no white space at either end of {field}",
    ],
    vars: {
      field: [
        "name",
        "username",
        "code",
        "couponCode",
        "title",
        "zip",
        "iban",
        "serial",
        "vatId",
        "keyword",
        "label",
        "reference",
      ],
      text: TEXTS,
    },
    code: [
      `
      export const ‹thing›Schema = z.object({
        ‹text›: z.string().optional(),
        ‹field›: z.string()⟦→.trim()⟧.min(1)«.max(80)|»,
        «amount: z.number(),|active: z.boolean(),|»
      });
      `,
      `
      ƒ parse‹Thing›(input: unknown) {
        return z
          .object({ ‹field›: z.string()⟦→.trim()⟧, ‹text›: z.string(), version: z.number() })
          .parse(input);
      ƒ}
      `,
      `
      const form = z.object({
        ‹field›: z.string()⟦→.trim()⟧.max(«40|100|20»),
        ‹text›: z.string().max(200),
      });

      export async function «save|add|create»‹Thing›(_state: State, data: FormData) {
        const parsed = form.safeParse(Object.fromEntries(data));
        if (!parsed.success) return { errors: parsed.error.flatten().fieldErrors };
        await db.insert(‹things›).values(parsed.data);
        «revalidatePath("/‹things:kebab›");|redirect("/‹things:kebab›");»
      }
      `,
      `
      export const validate‹Thing› = [
        body("‹text›").isString().optional(),
        body("‹field›").isString()⟦→.trim()⟧.notEmpty(),
        «body("email").isEmail(),|body("count").isInt({ min: 0 }),|»
      ];
      `,
    ],
  }),
  sketched("schema-nullable-field", {
    seen: [
      "={field} [may|can|should be allowed to] be null",
      "=[the client|the form|the api] sends null for {field} and [gets a validation error|is refused]",
      "=Expected string, received null at {field}",
      "allow null for {field}",
      "make {field} nullable",
      "accept {field}: null",
      "=null [should|must] be [ok|valid] for {field}",
      "=one can't [clear|unset] {field}[,| because] null is refused",
      "=nullable {field} pls",
      "=why is null invalid for {field}? that's how you clear it",
      "=shouldn't {field} be nullable?",
      "=can {field} take null[, too|]?",
    ],
    unseen: [
      "=emptying the {wordsField} in the ui fails as it comes in as null",
      "=null means no {wordsField} and has to pass",
    ],
    vars: {
      field: [
        "dueDate",
        "parentId",
        "avatarUrl",
        "description",
        "assignee",
        "phone",
        "coverImage",
        "endsAt",
        "reason",
        "nextRun",
        "imageUrl",
        "managerId",
      ],
      text: TEXTS,
    },
    code: [
      `
      export const ‹thing›Schema = z.object({
        ‹text›: z.string()«.min(1)|.optional()|»,
        ‹field›: z.string()⟦→.nullable()⟧,
        «count: z.number(),|draft: z.boolean(),|»
      });
      `,
      `
      router.patch("/‹things:kebab›/:id", async (req, res) => {
        const changes = z
          .object({ ‹field›: z.string().«max(200)|trim()|min(1)»⟦→.nullable()⟧, ‹text›: z.string() })
          .parse(req.body);
        res.json(await ‹things›.«update|patch»(req.params.id, changes));
      });
      `,
      `
      export const ‹things›Router = router({
        set: protectedProcedure
          .input(z.object({ id: z.string(), ‹text›: z.string(), ‹field›: z.string()⟦→.nullable()⟧ }))
          .mutation(({ ctx, input }) => ctx.db.‹things›.«set|change»(input)),
      });
      `,
      `
      const response = z.array(
        z.object({
          id: z.string(),
          ‹field›: z.string()⟦→.nullable()⟧,
          ‹text›: z.string(),
        }),
      );

      ƒ async fetch‹Things›() {
        const { data } = await api.get("/‹things:kebab›");
        return response.parse(data);
      ƒ}
      `,
    ],
  }),
  // The default is the last of what is said of the field.
  sketched("schema-default-value", {
    seen: [
      "={field} should [default to|be] {value}[ by default| if it's missing| when left out]",
      "default {field} to {value}",
      "=without [a |]{field} it should be {value}",
      "={value} as the default [of|for] {field}",
      "=[if|when] nobody sends {field}, take {value}",
      "=the client needn't send {field}, {value} [then|in that case]",
      "={field} is required now, but should [fall back to|just be] {value}",
      "=default({value}) for {field} pls",
      "=can {field} be {value} [by default|when it's not given]?",
      "=why must i send {field}? {value} [is what everyone uses|would be a good default]",
      "=old clients don't send {field}, [use|assume] {value}",
      "let {field} be {value} when it isn't given",
    ],
    unseen: ["=who says nothing about {field} means {value}", "assume {value} where {field} is absent"],
    rows: [
      [
        { field: "page", type: "z.coerce.number()", value: "1" },
        { field: "limit", type: "z.coerce.number()", value: "20" },
        { field: "retries", type: "z.number().int()", value: "3" },
        { field: "isPublic", type: "z.boolean()", value: "false" },
        { field: "notify", type: "z.boolean()", value: "true" },
        { field: "quantity", type: "z.number().int().positive()", value: "1" },
        { field: "tags", type: "z.array(z.string())", value: "[]" },
        { field: "sort", type: 'z.enum(["asc", "desc"])', value: '"asc"' },
        { field: "locale", type: "z.string()", value: '"en"' },
        { field: "currency", type: "z.string().length(3)", value: '"EUR"' },
        { field: "timeout", type: "z.number()", value: "5000" },
        { field: "role", type: 'z.enum(["member", "admin"])', value: '"member"' },
        { field: "metadata", type: "z.record(z.string())", value: "{}" },
      ],
    ],
    vars: { text: TEXTS },
    code: [
      `
      export const ‹thing›Schema = z.object({
        ‹text›: z.string(),
        ‹field›: ‹type›⟦→.default(‹value›)⟧,
        «count: z.number(),|draft: z.boolean(),|»
      });
      `,
      `
      router.post("/‹things:kebab›", async (req, res) => {
        const { ‹field›, ‹text› } = z
          .object({ ‹text›: z.string(), ‹field›: ‹type›⟦→.default(‹value›)⟧ })
          .parse(req.body);
        ‹fill›
        res.json(await ‹things›.«add|run|start»(‹text›, ‹field›));
      });
      `,
      `
      export const list‹Things› = publicProcedure
        .input(z.object({ ‹field›: ‹type›⟦→.default(‹value›)⟧, «cursor|after»: z.string().optional() }))
        .query(({ ctx, input }) => ctx.db.‹things›.page(input));
      `,
      `
      const options = z
        .object({
          ‹field›: ‹type›⟦→.default(‹value›)⟧,
          ‹text›: z.string().optional(),
        })
        .parse(«JSON.parse(text)|raw|req.query»);
      `,
    ],
  }),
];
