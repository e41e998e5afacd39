/** Realistic grammars, with texts that Lark accepts and texts that it rejects. */
export const REAL_GRAMMARS: Readonly<
  Record<
    string,
    { readonly source: string; readonly texts: readonly string[]; readonly others: readonly string[] }
  >
> = {
  "a subset of SQL": {
    source: String.raw`
start: select ";"?
select: "SELECT"i columns "FROM"i NAME where? order? limit?
columns: "*" | column ("," column)*
column: NAME | func
func: ("COUNT"i | "SUM"i) "(" (NAME | "*") ")"
where: "WHERE"i condition (("AND"i | "OR"i) condition)*
condition: NAME OP value
order: "ORDER"i "BY"i NAME ("ASC"i | "DESC"i)?
limit: "LIMIT"i INT
?value: SIGNED_NUMBER -> number
      | STRING        -> string
OP.2: "=" | "!=" | "<=" | ">=" | "<" | ">"
STRING: /'([^'\n]|'')*'/
NAME: /[a-z_][a-z0-9_]*/
%import common (INT, SIGNED_NUMBER)
%import common.WS
%ignore WS
`,
    texts: [
      "SELECT * FROM users",
      "select id, count(*) from orders where total >= -12.5 and state = 'it''s open' order by id desc limit 10;",
    ],
    others: ["SELECT FROM users", "SELECT * FROM users WHERE", "DELETE FROM users", "SELECT * FROM Users"],
  },
  arithmetic: {
    source: `
?start: sum
?sum: product
    | sum "+" product   -> add
    | sum "-" product   -> sub
?product: atom
    | product "*" atom  -> mul
    | product "/" atom  -> div
?atom: NUMBER           -> number
     | "-" atom         -> neg
     | CNAME            -> var
     | "(" sum ")"
%import common.CNAME
%import common.NUMBER
%import common.WS_INLINE
%ignore WS_INLINE
`,
    texts: ["1", "1 + 2*3", "-(x - 2.5e3) / y_1", "((1))"],
    others: ["", "1 +", "* 2", "(1", "1\n+ 2"],
  },
  "patches that only update": {
    source: `
start: begin hunk+ end
begin: "*** Begin Patch" LF
end: "*** End Patch" LF?
hunk: "*** Update File: " filename LF move? change
move: "*** Move to: " filename LF
filename: /(.+)/
change: (context | line)+ eof?
context: ("@@" | "@@ " /(.+)/) LF
line: ("+" | "-" | " ") /(.*)/ LF
eof: "*** End of File" LF
%import common.LF
`,
    texts: [
      "*** Begin Patch\n*** Update File: a.js\n@@ f()\n-a\n+b\n \n*** End Patch\n",
      "*** Begin Patch\n*** Update File: a\n*** Move to: b\n@@\n+x\n*** End of File\n*** End Patch",
    ],
    others: [
      "*** Begin Patch\n*** End Patch\n",
      "*** Begin Patch\n*** Add File: a\n+x\n*** End Patch\n",
      "*** Begin Patch\n*** Update File: a\nx\n*** End Patch\n",
    ],
  },
  "a date and a time": {
    source: `
start: date ("T" time zone?)?
date: YEAR "-" MONTH "-" DAY
time: HOUR ":" MINUTE (":" MINUTE)?
zone: "Z" | ("+" | "-") HOUR ":" MINUTE
YEAR: DIGIT~4
MONTH: "0" "1".."9" | "1" "0".."2"
DAY: "0" "1".."9" | ("1" | "2") DIGIT | "3" ("0" | "1")
HOUR: ("0" | "1") DIGIT | "2" "0".."3"
MINUTE: "0".."5" DIGIT
%import common.DIGIT
`,
    texts: ["2026-11-28", "2026-11-28T07:20", "1999-01-31T23:59:59+02:00", "2026-02-30T00:00Z"],
    others: ["2026-13-01", "26-01-01", "2026-11-28T24:00", "2026-11-28 07:20"],
  },
  "a small language with comments": {
    source: String.raw`
// What a robot is to do.
start: statement*
statement: move | turn | loop
move.1: "move" INT "steps"?
turn: "turn" ("left" | "right")
loop: "repeat" INT "{" statement* "}"
COMMENT: "#" /[^\n]*/
%import common (INT, WS)
%ignore WS
%ignore COMMENT
%ignore CPP_COMMENT
%import common.CPP_COMMENT
`,
    texts: [
      "",
      "move 3\nturn left # there\nrepeat 2 {\n  move 1 steps // on\n  repeat 3 { turn right }\n}\n",
      "# nothing but this",
    ],
    others: ["move", "turn around", "repeat 2 { move 1", "jump 3"],
  },
};
