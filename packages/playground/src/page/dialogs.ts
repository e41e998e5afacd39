import { element } from "./elements.ts";

/** Prompts for the server's API key until the user enters one: the page cannot do anything without it. */
export function askForKey(wasRefused: boolean): Promise<{ key: string; keep: boolean }> {
  const dialog = element("key-dialog", "dialog");
  const key = element("key", "input");
  const keep = element("keep-key", "input");
  element("key-refused", "p").hidden = !wasRefused;
  key.value = "";
  dialog.showModal();
  return new Promise((resolve) => {
    const answered = (): void => {
      if (!key.checkValidity()) {
        dialog.showModal();
        return;
      }
      dialog.removeEventListener("close", answered);
      resolve({ key: key.value.trim(), keep: keep.checked });
      key.value = "";
    };
    dialog.addEventListener("close", answered);
  });
}

/** Fills the list of shortcuts, which a button opens. */
export function offerShortcuts(shortcuts: readonly { keys: readonly string[]; does: string }[]): void {
  const list = element("shortcuts", "dl");
  for (const { keys, does } of shortcuts) {
    const term = document.createElement("dt");
    for (const key of keys) {
      const name = document.createElement("kbd");
      name.textContent = key;
      term.append(name, " ");
    }
    const description = document.createElement("dd");
    description.textContent = does;
    list.append(term, description);
  }
  element("help", "button").addEventListener("click", () =>
    element("shortcuts-dialog", "dialog").showModal(),
  );
}
