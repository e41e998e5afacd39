import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { type ContentBlock, RequestError } from "@agentclientprotocol/sdk";
import type { Selection } from "@flint/client";

/** A file that the user referenced, or some of its lines. */
export interface FileReference {
  readonly path: string;
  readonly selection: Selection | null;
}

export interface PromptContent {
  /** `ask` asks for an answer in words, `edit` for changes; null if the user gave no command. */
  readonly command: "ask" | "edit" | null;
  readonly text: string;
  readonly files: readonly FileReference[];
  /** Attached text that is not an editable file. */
  readonly attachments: readonly string[];
}

/** The slash commands offered by the editor. */
export const COMMANDS = [
  { name: "edit", description: "Change the attached file or selection", input: { hint: "what to change" } },
  { name: "ask", description: "Ask without changing anything", input: { hint: "a question" } },
  { name: "optimize", description: "Make the attached file or selection faster", input: null },
];

/**
 * Reads a prompt's blocks in order. A file referenced within a sentence leaves its name in the text. References before
 * the first word and after the last are dropped, so that a command after them is recognized.
 */
export function readPrompt(blocks: readonly ContentBlock[]): PromptContent {
  const pieces: Piece[] = [];
  const files: FileReference[] = [];
  const attachments: string[] = [];
  for (const block of blocks) {
    switch (block.type) {
      case "text":
        pieces.push({ text: block.text, isName: false });
        break;
      case "resource_link":
        files.push(requireFile(block.uri));
        pieces.push({ text: basename(block.name), isName: true });
        break;
      case "resource": {
        const { resource } = block;
        const file = readFileUri(resource.uri);
        if (file !== null) {
          files.push(file);
          pieces.push({ text: basename(file.path), isName: true });
        } else if ("text" in resource) attachments.push(resource.text);
        else throw RequestError.invalidParams({ uri: resource.uri }, "binary attachments cannot be read");
        break;
      }
      default:
        throw RequestError.invalidParams(
          { type: block.type },
          `${block.type} content is not supported: send text and files`,
        );
    }
  }
  return { ...readCommand(sentence(pieces)), files, attachments };
}

/** A piece of typed text, or the name of a file referenced there. */
interface Piece {
  readonly text: string;
  readonly isName: boolean;
}

function sentence(pieces: readonly Piece[]): string {
  const isTyped = ({ text, isName }: Piece) => !isName && text.trim() !== "";
  const first = pieces.findIndex(isTyped);
  if (first === -1) return "";
  let said = "";
  for (const { text } of pieces.slice(first, pieces.findLastIndex(isTyped) + 1)) {
    // Some editors omit the space around a reference. Closing punctuation needs none before it.
    const isApart = /(^|\s)$/.test(said) || /^($|[\s,.;:!?)\]])/.test(text);
    said += isApart ? text : ` ${text}`;
  }
  return said.trim();
}

function readCommand(text: string): Pick<PromptContent, "command" | "text"> {
  // A word that continues like a path is not a command.
  const [, name, rest = ""] = /^\/(\w[\w-]*)(?![\w/-]|\.\w)\s*([\s\S]*)$/.exec(text) ?? [];
  if (name === undefined) return { command: null, text };
  if (!COMMANDS.some((command) => command.name === name)) {
    const names = COMMANDS.map((command) => `/${command.name}`).join(", ");
    throw RequestError.invalidParams({ command: name }, `there is no /${name}; the commands are ${names}`);
  }
  if (name === "optimize") return { command: "edit", text: `optimize this code ${rest}`.trim() };
  return { command: name === "ask" ? "ask" : "edit", text: rest };
}

function requireFile(uri: string): FileReference {
  const file = readFileUri(uri);
  if (file !== null) return file;
  throw RequestError.invalidParams({ uri }, `only files can be attached, not ${uri}`);
}

/** Parses `file:///src/a.ts` with optional lines: `#L10`, `#L10:20` or `#L10-L20`. Returns null for other URIs. */
export function readFileUri(uri: string): FileReference | null {
  if (!URL.canParse(uri)) return null;
  const url = new URL(uri);
  if (url.protocol !== "file:") return null;
  const [, first, last = first] = /^#L(\d{1,9})(?:[:-]L?(\d{1,9}))?$/.exec(url.hash) ?? [];
  url.hash = "";
  url.search = "";
  try {
    const path = fileURLToPath(url);
    // Paths cannot contain NUL.
    if (path.includes("\0")) return null;
    return { path, selection: first === undefined ? null : { start: Number(first), end: Number(last) } };
  } catch {
    return null;
  }
}
