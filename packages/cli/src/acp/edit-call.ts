import {
  type AgentContext,
  methods,
  type PermissionOption,
  type SessionUpdate,
  type ToolCallContent,
} from "@agentclientprotocol/sdk";
import {
  applyHunks,
  type EditResult,
  type EditTurn,
  type Hunk,
  languageOfFile,
  type Session,
} from "@flint/client";
import {
  lowConfidenceWarning,
  noChangeText,
  scopeWarnings,
  syntaxErrorText,
  timingLine,
} from "../edit/index.ts";
import { CliError } from "../error/index.ts";
import type { FileReference } from "./prompt.ts";
import { failureText, refusalText } from "./request-error.ts";
import { limitSelection } from "./selected-lines.ts";
import type { OpenFile, Workspace } from "./workspace.ts";

/** How an edit ended. */
export type EditOutcome =
  | { readonly type: "written"; readonly hunks: readonly Hunk[] }
  | { readonly type: "unchanged" | "rejected" | "stopped" };

export interface EditCallOptions {
  readonly id: string;
  readonly sessionId: string;
  readonly session: Session;
  readonly client: AgentContext;
  readonly workspace: Workspace;
  readonly model: string | null;
  readonly consent: Consent;
  readonly file: FileReference;
  readonly instruction: string;
  /** Aborted when the user cancels. From then on nothing is written, and no answer of the editor is awaited. */
  readonly signal: AbortSignal;
  /** Called as soon as the turn exists, so that it can be steered and interrupted. */
  readonly onTurn: (turn: EditTurn) => void;
  readonly emit: (update: EditUpdate) => Promise<void>;
}

/** The updates that an edit sends to the editor. */
export type EditUpdate = Extract<SessionUpdate, { sessionUpdate: "tool_call" | "tool_call_update" }>;

/** The user's permissions for the rest of the session. */
export interface Consent {
  always: boolean;
}

/** How often the growing diff is sent: often enough for a viewer, but not for every burst. */
const MILLISECONDS_BETWEEN_DIFFS = 60;
/** The largest file, in characters, whose diff is streamed: every diff contains the whole file twice. */
const MOST_CHARACTERS_STREAMED = 200_000;

const OPTIONS: readonly PermissionOption[] = [
  { optionId: "once", name: "Write it", kind: "allow_once" },
  { optionId: "always", name: "Write every edit of this session", kind: "allow_always" },
  { optionId: "reject", name: "Leave the file as it is", kind: "reject_once" },
];

/** Runs an edit of one file as a tool call: streams the diff, then asks the user for permission to write. */
export async function runEdit(options: EditCallOptions): Promise<EditOutcome> {
  const { file, emit, id, workspace, signal } = options;
  const lines = file.selection === null ? "" : `:${file.selection.start}-${file.selection.end}`;
  await emit({
    sessionUpdate: "tool_call",
    toolCallId: id,
    title: `Edit ${file.path}${lines}`,
    kind: "edit",
    status: "in_progress",
    locations: [{ path: file.path, line: file.selection?.start ?? null }],
  });
  try {
    const opened = await unlessCancelled(signal, workspace.open(file.path, signal));
    if (opened === null) {
      const content = [text(`Stopped; ${file.path} is unchanged.`)];
      await emit({ sessionUpdate: "tool_call_update", toolCallId: id, status: "failed", content });
      return { type: "stopped" };
    }
    const turn = options.session.edit({
      code: opened.code,
      instruction: options.instruction,
      language: languageOfFile(file.path, opened.code),
      ...(file.selection !== null && { selection: limitSelection(opened.code, file.selection) }),
      ...(options.model !== null && { model: options.model }),
    });
    options.onTurn(turn);
    await streamDiff(turn, opened, options);
    return await settle(await turn, opened, options);
  } catch (error) {
    if (error instanceof ShownFailure) throw error.cause;
    await emit({
      sessionUpdate: "tool_call_update",
      toolCallId: id,
      status: "failed",
      content: [text(failureText(error))],
    });
    throw error;
  }
}

async function streamDiff(turn: EditTurn, file: OpenFile, { emit, id }: EditCallOptions): Promise<void> {
  const hunks = new Map<number, Hunk>();
  let sent = 0;
  for await (const event of turn) {
    if (event.type === "restart") hunks.clear();
    if (event.type !== "hunk") continue;
    hunks.set(event.hunk.oldStart, event.hunk);
    const now = performance.now();
    if (file.code.length > MOST_CHARACTERS_STREAMED || now - sent < MILLISECONDS_BETWEEN_DIFFS) continue;
    sent = now;
    // The hunks of a large file arrive in any order.
    const sorted = [...hunks.values()].sort((one, other) => one.oldStart - other.oldStart);
    await emit({
      sessionUpdate: "tool_call_update",
      toolCallId: id,
      content: [diff(file, applyHunks(file.code, sorted))],
      locations: [{ path: file.path, line: event.hunk.newStart }],
    });
  }
}

async function settle(result: EditResult, file: OpenFile, options: EditCallOptions): Promise<EditOutcome> {
  const { emit, id, signal } = options;
  const end = (status: "completed" | "failed", content: ToolCallContent[]) =>
    emit({
      sessionUpdate: "tool_call_update",
      toolCallId: id,
      status,
      content,
      rawOutput: { status: result.status, timings: result.timings, verification: result.verification },
    });
  const timing = text(timingLine(result));
  if (result.status === "interrupted") {
    await end("failed", [text(`Stopped; ${file.path} is unchanged.`)]);
    return { type: "stopped" };
  }
  if (result.status === "incomplete") {
    await end("failed", [
      text("The answer was cut off at the end of the context: select a part of the file, and ask again."),
    ]);
    return { type: "rejected" };
  }
  const missing = result.anchors?.filter(({ line }) => line === null).length ?? 0;
  const lost = `${missing} of ${result.anchors?.length} changes could not be placed in the file`;
  if (result.declined !== null || (result.unchanged && missing > 0)) {
    const reason = result.declined?.message ?? `${lost}: ask again, or select the part that is to change`;
    await end("failed", [text(reason), timing]);
    return { type: "unchanged" };
  }
  const unsure = lowConfidenceWarning(result);
  const doubts = unsure === null ? [] : [text(sentence(unsure))];
  if (result.unchanged) {
    await end("completed", [text(sentence(noChangeText(file.path))), ...doubts, timing]);
    return { type: "unchanged" };
  }
  const isBroken = result.verification.parses === false;
  const remarks = isBroken ? [text(`Warning: ${syntaxErrorText(result)}.`)] : [];
  // The diff names the link, but the file that it leads to is written.
  const target = await options.workspace.leadsOut(file.path);
  if (target !== null)
    remarks.push(text(`Warning: ${file.path} leads to ${target}, outside the session's folders.`));
  if (missing > 0) remarks.push(text(`Warning: ${lost} and were left out.`));
  remarks.push(...scopeWarnings(result).map((concern) => text(sentence(concern))), ...doubts);
  const changed = [diff(file, result.code), ...remarks, timing];
  const endUnwritten = async (): Promise<EditOutcome> => {
    await end("failed", [...changed, text(`Not written; ${file.path} is unchanged.`)]);
    return { type: "rejected" };
  };
  const isAsked = isBroken || missing > 0 || unsure !== null;
  if (!(await isAllowed(options, changed, isAsked)) || signal.aborted) return endUnwritten();
  let known: string | null;
  try {
    known = await file.write(result.code);
  } catch (error) {
    if (signal.aborted) return endUnwritten();
    // Show the accepted diff with the failure, so that it is not lost.
    await end("failed", [...changed, text(failureText(error))]);
    throw new ShownFailure(error);
  }
  await end("completed", known === null ? changed : [...changed, text(sentence(known))]);
  return { type: "written", hunks: result.hunks };
}

/** Wraps a failure (`cause`) that the editor already shows next to the diff. */
class ShownFailure extends Error {
  constructor(cause: unknown) {
    super("the failure has been reported", { cause });
  }
}

/** Asks the user for permission to write. A cancel means no, even if the editor never answers. */
async function isAllowed(
  options: EditCallOptions,
  content: ToolCallContent[],
  isBroken: boolean,
): Promise<boolean> {
  const { consent, workspace, file, client, sessionId, id, signal } = options;
  // A permanent permission only covers edits that parse, within the session's folders.
  if (consent.always && !isBroken && (await workspace.contains(file.path))) return true;
  if (signal.aborted) return false;
  const asked = client
    .request(
      methods.client.session.requestPermission,
      { sessionId, toolCall: { toolCallId: id, status: "pending", content }, options: [...OPTIONS] },
      { cancellationSignal: signal, stopWaitingOnCancel: true },
    )
    .catch((error: unknown) => {
      const why = refusalText(error);
      throw new CliError("not_permitted", `the editor did not ask whether to write ${file.path}: ${why}`, 1, {
        cause: error,
      });
    });
  const outcome = (await unlessCancelled(signal, asked))?.outcome;
  if (outcome?.outcome !== "selected") return false;
  if (outcome.optionId === "always") consent.always = true;
  return outcome.optionId === "once" || outcome.optionId === "always";
}

/** Resolves to null if the request fails because the user cancelled. */
async function unlessCancelled<Value>(signal: AbortSignal, asked: Promise<Value>): Promise<Value | null> {
  try {
    return await asked;
  } catch (error) {
    if (signal.aborted) return null;
    throw error;
  }
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function diff(file: OpenFile, newText: string): ToolCallContent {
  return { type: "diff", path: file.path, oldText: file.code, newText };
}

function text(words: string): ToolCallContent {
  return { type: "content", content: { type: "text", text: words } };
}
