/** What an instruction mentions. */
export interface Request {
  readonly text: string;
  /** Whether it asks to fix something, which may be any name or value. */
  readonly asksForFix: boolean;
  /** Whether it leaves the code's form open, such as to optimize it or clean it up. */
  readonly allowsRestructuring: boolean;
  /** Whether it asks to remove unused code. */
  readonly removesUnused: boolean;
  /** Whether it asks to remove anything. */
  readonly removes: boolean;
  /** Whether it mentions comments or documentation. */
  readonly mentionsComments: boolean;
  /** Whether it mentions the order of things, or swapping two. */
  readonly mentionsOrder: boolean;
  /** Whether it mentions catching errors, or no longer catching them. */
  readonly mentionsCatching: boolean;
  /** The old and the new name if it asks for a rename; null otherwise. */
  readonly renames: { readonly from: string; readonly to: string | null } | null;
  /** Returns whether it mentions this name or text. The words of a name count too: "password hash". */
  mentions(text: string): boolean;
}

const REPAIR =
  /\b(bugs?|buggy|fix\w*|wrong\w*|broken|correct\w*|repair\w*|mistakes?|typos?|misspel\w*|mistyp\w*|spel\w*|off by one|crash\w*|swapped|mixed|inverted|not a function|injections?|(?:does|do|did)(?:n't| not) work)\b/i;
const TIDYING =
  /\b(optimi[sz]\w*|fast\w*|quick\w*|perform\w*|efficien\w*|speed\w*|slow\w*|refactor\w*|clean\w*|simpl\w*|improv\w*|moderni[sz]\w*|tidy|better)\b/i;
const UNUSED =
  /\b(dead|unreachable|never|unused|not used|nobody|logs?|logging|prints?|debug\w*|console|pointless|no effect|types?|annotations?|typescript|javascript|after the (?:return|throw)|below the (?:return|throw))\b/i;
const REMOVAL =
  /\b(remov\w*|delet\w*|drop\w*|rid|without|no longer|no more|strip\w*|inlin\w*|merg\w*|combin\w*|collaps\w*|unwrap\w*|redundant|unnecessary|needless|useless|superfluous|needed|kill|omit\w*|cut|lose|away|out)\b/i;
const COMMENTS = /\b(comment\w*|\w*docs?|document\w*|js-?doc|todos?|notes?|header|lines?)\b/i;
const ORDER =
  /\b(first|last|top|bottom|order\w*|sort\w*|asc\w*|desc\w*|(?:high|low|new|old|late|earli|large|small|bigg|cheap|long|short)est|most|least|recent|revers\w*|swap\w*|round)\b/i;
const CATCHING = /\b(try|catch\w*|propagat\w*|bubbl\w*|swallow\w*)\b/i;
const RENAMING =
  /\brename\s+(?:(?:the|this|that)\s+)?(?:(?:function|method|class|const\w*|variable|param\w*|argument|property|field|type|interface)\s+)?["'`]?([A-Za-z_$][\w$]*)["'`]?\s+(?:to|into|as)\b(?:\s+["'`]?([A-Za-z_$][\w$]*))?/i;

export function readRequest(instruction: string): Request {
  const text = instruction.toLowerCase();
  const [, from, to = null] = RENAMING.exec(instruction) ?? [];
  const words = new Set(text.match(/[\p{L}\p{N}_$]+/gu));
  return {
    text: instruction,
    asksForFix: REPAIR.test(instruction),
    allowsRestructuring: TIDYING.test(instruction),
    removesUnused: UNUSED.test(instruction),
    removes: REMOVAL.test(instruction),
    mentionsComments: COMMENTS.test(instruction),
    mentionsOrder: ORDER.test(instruction),
    mentionsCatching: CATCHING.test(instruction),
    renames: from === undefined ? null : { from, to },
    mentions: (name) => {
      const wanted = name.trim().toLowerCase();
      if (!/^[\p{L}\p{N}_$]+$/u.test(wanted)) return text.includes(wanted);
      const spoken = name
        .trim()
        .replace(/(?<=[\p{Ll}\p{N}])(?=\p{Lu})|_+/gu, " ")
        .toLowerCase();
      return words.has(wanted) || (spoken.includes(" ") && text.includes(spoken));
    },
  };
}
