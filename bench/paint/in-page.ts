/** What the page records about its painting. */
export interface PageRecord {
  readonly delays: number[];
  frames: number;
  dropped: number;
  /** The number of changes made by the edit, in the page's words. */
  changes: string;
}

declare global {
  interface Window {
    painting: PageRecord;
  }
}

/**
 * Runs in the page before its own scripts: records when each burst arrives on the socket, and when the frame that
 * shows it is passed to the compositor. The page marks its paints itself; a task queued in a frame runs after that
 * frame's layout and paint.
 */
export function recordPainting(): void {
  const record: PageRecord = { delays: [], frames: 0, dropped: 0, changes: "" };
  window.painting = record;
  const waiting: number[] = [];
  let isStreaming = false;

  const Socket = window.WebSocket;
  window.WebSocket = class extends Socket {
    constructor(url: string | URL) {
      super(url);
      this.addEventListener("message", ({ data }) => {
        if (!String(data).includes('"type":"response.output_text.delta"')) return;
        waiting.push(performance.now());
        if (!isStreaming) watchFrames();
        isStreaming = true;
      });
    }
  };

  const painted = new MessageChannel();
  const inFrame: number[][] = [];
  painted.port1.onmessage = () => {
    const now = performance.now();
    for (const at of inFrame.shift() ?? []) record.delays.push(now - at);
  };
  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    if (name === "flint.paint") {
      inFrame.push(waiting.splice(0));
      painted.port2.postMessage(null);
    }
    return mark(name, options);
  };

  function watchFrames(): void {
    const begun = performance.now();
    const gaps: number[] = [];
    let before: number | null = null;
    const frame = (at: number): void => {
      if (before !== null) gaps.push(at - before);
      before = at;
      if (document.querySelector("#stop:enabled") !== null) {
        requestAnimationFrame(frame);
        return;
      }
      const period = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 4)] ?? 1;
      record.frames = Math.round((at - begun) / period);
      for (const gap of gaps) record.dropped += Math.max(0, Math.round(gap / period) - 1);
    };
    requestAnimationFrame(frame);
  }
}

/** Runs in the page: waits for its connection, and puts the cursor into the code. */
export async function focusCode(): Promise<void> {
  while (document.querySelector("#connection[data-status=open]") === null) {
    await new Promise(requestAnimationFrame);
  }
  document.querySelector("#editor")?.shadowRoot?.querySelector<HTMLElement>(".cm-content")?.focus();
}

/** Runs in the page: pastes the code over the selection, requests the edit, and waits until it is complete. */
export async function edit(order: { code: string; instruction: string }): Promise<PageRecord> {
  const content = document.querySelector("#editor")?.shadowRoot?.querySelector(".cm-content");
  const instruction = document.querySelector<HTMLTextAreaElement>("#instruction");
  const stop = document.querySelector<HTMLButtonElement>("#stop");
  if (content == null || instruction === null || stop === null) throw new Error("the page has no editor");
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", order.code);
  content.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  instruction.value = order.instruction;
  instruction.form?.requestSubmit();
  await new Promise<void>((resolve) => {
    const isOver = new MutationObserver(() => {
      if (stop.disabled) resolve();
    });
    isOver.observe(stop, { attributes: true });
  });
  // Include the current frame.
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  window.painting.changes = document.querySelector("#changes")?.textContent ?? "";
  return window.painting;
}
