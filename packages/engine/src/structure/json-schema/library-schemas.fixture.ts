/** A schema as a library writes it, with values that it accepts and rejects. */
export interface LibrarySchema {
  readonly name: string;
  readonly schema: object;
  readonly right: readonly unknown[];
  readonly wrong: readonly unknown[];
}

/** Schemas written by zod 4 (`z.toJSONSchema`) and Pydantic. */
export const LIBRARY_SCHEMAS: readonly LibrarySchema[] = [
  {
    name: "z.iso.duration()",
    schema: {
      type: "string",
      format: "duration",
      pattern:
        "^P(?:(\\d+W)|(?!.*W)(?=\\d|T\\d)(\\d+Y)?(\\d+M)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+([.,]\\d+)?S)?)?)$",
    },
    right: ["P1Y2M3DT4H5M6S", "PT1H", "P2W", "P1D", "P1M"],
    wrong: ["P", "PT", "P1DT", "P1W2D", "1D", "P1.5Y", ""],
  },
  {
    name: "z.hostname()",
    schema: {
      type: "string",
      format: "hostname",
      pattern:
        "^(?=.{1,253}\\.?$)[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[-0-9a-zA-Z]{0,61}[0-9a-zA-Z])?)*\\.?$",
    },
    right: [
      "a",
      "example.org",
      "a-1.b.c",
      "localhost",
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx.yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy.com",
    ],
    wrong: [
      "-a",
      "a..b",
      "a_b",
      "",
      "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
      "a-",
    ],
  },
  {
    name: "z.cidrv4()",
    schema: {
      type: "string",
      format: "cidrv4",
      pattern:
        "^((25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\\.){3}(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\\/([0-9]|[1-2][0-9]|3[0-2])$",
    },
    right: ["10.0.0.0/8", "255.255.255.255/32"],
    wrong: ["10.0.0.0", "10.0.0.0/33", "256.0.0.0/8"],
  },
  {
    name: "z.cidrv6()",
    schema: {
      type: "string",
      format: "cidrv6",
      pattern:
        "^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))\\/(12[0-8]|1[01][0-9]|[1-9]?[0-9])$",
    },
    right: ["::/0", "2001:db8::/32"],
    wrong: ["::", "::/129"],
  },
  {
    name: "z.base64()",
    schema: {
      type: "string",
      format: "base64",
      contentEncoding: "base64",
      pattern: "^$|^(?:[0-9a-zA-Z+/]{4})*(?:(?:[0-9a-zA-Z+/]{2}==)|(?:[0-9a-zA-Z+/]{3}=))?$",
    },
    right: ["", "YWI=", "YQ==", "YWJj"],
    wrong: ["YWI", "YQ=", "Y", "YW-_"],
  },
  {
    name: "z.base64url()",
    schema: {
      type: "string",
      format: "base64url",
      contentEncoding: "base64url",
      pattern: "^(?:[A-Za-z0-9_-]{4})*(?:[A-Za-z0-9_-]{2,3})?$",
    },
    right: ["", "YWI", "YQ", "YW-_"],
    wrong: ["YWI=", "Y", "YW+/"],
  },
  {
    name: "z.ulid()",
    schema: { type: "string", format: "ulid", pattern: "^[0-7][0-9A-HJKMNP-TV-Za-hjkmnp-tv-z]{25}$" },
    right: ["01ARZ3NDEKTSV4RRFFQ69G5FAV"],
    wrong: ["81ARZ3NDEKTSV4RRFFQ69G5FAV", "01ARZ3"],
  },
  {
    name: "z.cuid()",
    schema: { type: "string", format: "cuid", pattern: "^[cC][0-9a-z]{6,}$" },
    right: ["cjld2cjxh0000qzrmn831i7rn"],
    wrong: ["xjld2cjxh", "c12345"],
  },
  {
    name: "z.nanoid()",
    schema: { type: "string", format: "nanoid", pattern: "^[a-zA-Z0-9_-]{21}$" },
    right: ["V1StGXR8_Z5jdHi6B-myT"],
    wrong: ["V1StGXR8_Z5jdHi6B-my", "V1StGXR8_Z5jdHi6B-my."],
  },
  {
    name: "z.ipv4()",
    schema: {
      type: "string",
      format: "ipv4",
      pattern:
        "^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])\\.){3}(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9][0-9]|[0-9])$",
    },
    right: ["0.0.0.0", "192.168.1.255"],
    wrong: ["1.2.3", "1.2.3.256", "01.2.3.4"],
  },
  {
    name: "z.ipv6()",
    schema: {
      type: "string",
      format: "ipv6",
      pattern:
        "^(([0-9a-fA-F]{1,4}:){7}[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,7}:|([0-9a-fA-F]{1,4}:){1,6}:[0-9a-fA-F]{1,4}|([0-9a-fA-F]{1,4}:){1,5}(:[0-9a-fA-F]{1,4}){1,2}|([0-9a-fA-F]{1,4}:){1,4}(:[0-9a-fA-F]{1,4}){1,3}|([0-9a-fA-F]{1,4}:){1,3}(:[0-9a-fA-F]{1,4}){1,4}|([0-9a-fA-F]{1,4}:){1,2}(:[0-9a-fA-F]{1,4}){1,5}|[0-9a-fA-F]{1,4}:((:[0-9a-fA-F]{1,4}){1,6})|:((:[0-9a-fA-F]{1,4}){1,7}|:))$",
    },
    right: ["::", "::1", "2001:db8::1"],
    wrong: [":", ":::", "1::2::3", "12345::"],
  },
  {
    name: "z.e164()",
    schema: { type: "string", format: "e164", pattern: "^\\+[1-9]\\d{6,14}$" },
    right: ["+4912345678", "+1234567"],
    wrong: ["+0123456789", "4912345678", "+123456"],
  },
  {
    name: "z.iso.date()",
    schema: {
      type: "string",
      minLength: 3,
      format: "date",
      pattern:
        "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))$",
    },
    right: ["2024-02-29", "2023-12-31"],
    wrong: ["2023-02-29", "2024-04-31", "24-01-01"],
  },
  {
    name: "z.iso.time({ precision: -1 })",
    schema: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
    right: ["23:59"],
    wrong: ["24:00", "23:59:00"],
  },
  {
    name: "z.iso.datetime()",
    schema: {
      type: "string",
      format: "date-time",
      pattern:
        "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z))$",
    },
    right: ["2024-02-29T10:00:00Z", "2024-01-01T00:00:00.5Z"],
    wrong: ["2024-01-01T00:00:00", "2024-01-01T00:00:00+01:00"],
  },
  {
    name: "z.iso.datetime({ offset: true })",
    schema: {
      type: "string",
      format: "date-time",
      pattern:
        "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|([+-](?:[01]\\d|2[0-3]):[0-5]\\d)))$",
    },
    right: ["2024-01-01T00:00:00+01:00", "2024-01-01T00:00:00Z"],
    wrong: ["2024-01-01T00:00:00+25:00", "2024-01-01T00:00:00"],
  },
  {
    name: "z.iso.datetime({ precision: 3 })",
    schema: {
      type: "string",
      format: "date-time",
      pattern:
        "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d\\.\\d{3}(?:Z))$",
    },
    right: ["2024-01-01T00:00:00.123Z"],
    wrong: ["2024-01-01T00:00:00.12Z", "2024-01-01T00:00:00Z"],
  },
  {
    name: "z.iso.datetime({ local: true })",
    schema: {
      type: "string",
      pattern:
        "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|(?:02)-(?:0[1-9]|1\\d|2[0-8])))T(?:(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z)|(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?)$",
    },
    right: ["2024-01-01T00:00", "2024-01-01T00:00:00Z"],
    wrong: ["2024-01-01", "2024-01-01T24:00"],
  },
  {
    name: "z.email() of zod 4.0",
    schema: {
      type: "string",
      format: "email",
      pattern:
        "^(?!\\.)(?!.*\\.\\.)([A-Za-z0-9_'+\\-\\.]*)[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    },
    right: ["a@example.org", "a.b+c'd_@a-b.example.org"],
    wrong: [".a@example.org", "a..b@example.org", "a.@example.org", "a@b", "a'@example.org"],
  },
  {
    name: "z.email()",
    schema: {
      type: "string",
      format: "email",
      pattern:
        "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    },
    right: ["a@example.org", "a.b@example.org"],
    wrong: [".a@example.org", "a..b@example.org", "a@b"],
  },
  {
    name: "z.uuidv4()",
    schema: {
      type: "string",
      format: "uuid",
      pattern: "^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-4[0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12})$",
    },
    right: ["550e8400-e29b-41d4-a716-446655440000"],
    wrong: ["550e8400-e29b-11d4-a716-446655440000", "550e8400-e29b-41d4-a716-44665544000"],
  },
  {
    name: "z.mac()",
    schema: {
      type: "string",
      format: "mac",
      pattern: "^(?:[0-9A-F]{2}:){5}[0-9A-F]{2}$|^(?:[0-9a-f]{2}:){5}[0-9a-f]{2}$",
    },
    right: ["00:1A:2B:3C:4D:5E", "00:1a:2b:3c:4d:5e"],
    wrong: ["00:1a:2B:3C:4D:5E", "00:1A"],
  },
  {
    name: "a decimal of Pydantic",
    schema: { anyOf: [{ type: "number" }, { type: "string", pattern: "^(?!^[-+.]*$)[+-]?0*\\d*\\.?\\d*$" }] },
    right: [1.5, "1.5", "-0", "+.5", "10."],
    wrong: ["", "-", ".", "1.2.3", null],
  },
  {
    name: "z.int()",
    schema: { type: "integer", minimum: -9007199254740991, maximum: 9007199254740991 },
    right: [0, 9007199254740991, -9007199254740991],
    wrong: [9007199254740994, 1.5, "1"],
  },
  {
    name: "z.record(z.string(), z.number())",
    schema: { type: "object", propertyNames: { type: "string" }, additionalProperties: { type: "number" } },
    right: [{}, { a: 1, é: -2.5 }],
    wrong: [{ a: "1" }, []],
  },
  {
    name: 'z.record(z.enum(["a", "b"]), z.number())',
    schema: {
      type: "object",
      propertyNames: { type: "string", enum: ["a", "b"] },
      additionalProperties: { type: "number" },
      required: ["a", "b"],
    },
    right: [{ a: 1, b: 2 }],
    wrong: [{ a: 1 }, { a: 1, b: 2, c: 3 }],
  },
  {
    name: 'z.partialRecord(z.enum(["a", "b"]), z.number())',
    schema: {
      type: "object",
      propertyNames: { type: "string", enum: ["a", "b"] },
      additionalProperties: { type: "number" },
    },
    right: [{}, { a: 1 }],
    wrong: [{ c: 1 }, { a: "1" }],
  },
  {
    name: "z.record(z.string().regex(/^x-/), z.number())",
    schema: {
      type: "object",
      propertyNames: { type: "string", pattern: "^x-" },
      additionalProperties: { type: "number" },
    },
    right: [{}, { "x-a": 1 }],
    wrong: [{ y: 1 }],
  },
  {
    name: "z.tuple([z.string(), z.number()])",
    schema: {
      type: "array",
      prefixItems: [{ type: "string" }, { type: "number" }],
      items: false,
      minItems: 2,
      maxItems: 2,
    },
    right: [["a", 1]],
    wrong: [["a"], ["a", 1, 2], [1, "a"]],
  },
  {
    name: "z.tuple([z.string()], z.number())",
    schema: { type: "array", prefixItems: [{ type: "string" }], items: { type: "number" }, minItems: 1 },
    right: [["a"], ["a", 1, 2]],
    wrong: [[], ["a", "b"]],
  },
  {
    name: "z.discriminatedUnion",
    schema: {
      oneOf: [
        {
          type: "object",
          properties: { k: { type: "string", const: "a" }, v: { type: "string" } },
          required: ["k", "v"],
          additionalProperties: false,
        },
        {
          type: "object",
          properties: { k: { type: "string", const: "b" }, n: { type: "number" } },
          required: ["k"],
          additionalProperties: false,
        },
      ],
    },
    right: [{ k: "a", v: "x" }, { k: "b" }, { k: "b", n: 1 }],
    wrong: [{ k: "a" }, { k: "b", v: "x" }, { k: "c" }],
  },
  {
    name: "a getter that refers to its own object",
    schema: {
      type: "object",
      properties: {
        v: { type: "string" },
        next: { anyOf: [{ $ref: "#" }, { type: "null" }] },
        kids: { type: "array", items: { $ref: "#" } },
      },
      required: ["v", "next", "kids"],
      additionalProperties: false,
    },
    right: [
      { v: "a", next: null, kids: [] },
      { v: "a", next: { v: "b", next: null, kids: [] }, kids: [{ v: "c", next: null, kids: [] }] },
    ],
    wrong: [
      { v: "a", next: null },
      { v: "a", next: { v: "b" }, kids: [] },
    ],
  },
];
