import { sketched } from "./sketch.ts";

/** What browsers keep: local and session storage. */
export const CLIENT_STORAGE = [
  sketched("choice-kept-in-local-storage", {
    seen: [
      "remember the {wordsWhat}: also write it to localStorage under {textKey}",
      "=the {wordsWhat} is [lost|forgotten] after a reload, [keep|store] it in localStorage as {textKey}",
      "[save|store|keep] the {wordsWhat} in localStorage[ too|], key {textKey}",
      "=[should|must] be remembered [in|by] localStorage ({textKey})",
      "put the new {wordsWhat} into localStorage under {textKey}[ as well|]",
      "=can we keep the {wordsWhat} in localStorage? key is {textKey}",
      "persist {what} [to|in] localStorage as {textKey}",
      "=localStorage should get it too ({textKey})",
      "also store {what} under {textKey} in localStorage",
      "=we read {textKey} from localStorage at the start but never write it",
      "=[nobody writes|we don't write] {textKey} to localStorage, so the {wordsWhat} is gone next time",
      "=users have to choose the {wordsWhat} again every day. localStorage, {textKey}",
      "=[want|i want] the {wordsWhat} to [survive|outlast] a reload: localStorage, key {textKey}",
      "=the {wordsWhat} isn't [persisted|saved|remembered], localStorage key [is|should be] {textKey}",
      "write the {wordsWhat} to localStorage[ too| as well|] ({textKey})",
    ],
    unseen: [
      "=next visit starts with the old {wordsWhat}; let localStorage hold it as {textKey}",
      "note the {wordsWhat} down in localStorage, the entry being {textKey}",
    ],
    rows: [
      [
        { what: "theme", key: "theme" },
        { what: "language", key: "language" },
        { what: "locale", key: "app.locale" },
        { what: "volume", key: "player-volume" },
        { what: "layout", key: "layout" },
        { what: "view", key: "view-mode" },
        { what: "currency", key: "currency" },
        { what: "sidebar", key: "ui:sidebar" },
        { what: "team", key: "lastTeam" },
        { what: "tab", key: "last-tab" },
        { what: "zoom", key: "zoom" },
        { what: "unit", key: "preferredUnit" },
      ],
    ],
    code: [
      `
      const [‹what›, set‹What›] = useState("default");

      const change‹What› = (next: string) => {
        set‹What›(next);
        «document.documentElement.dataset.‹what› = next;|track("‹what›_changed");|closeMenu();»
        ⟦→localStorage.setItem("‹key›", next);⟧
      };
      const reset = () => set‹What›("default");
      `,
      `
      export const use‹What› = create<‹What›State>((set) => ({
        ‹what›: "default",
        options: [],
        set‹What›: (‹what›) => {
          set({ ‹what› });
          ⟦→localStorage.setItem("‹key›", ‹what›);⟧
        },
        setOptions: (options) => set({ options }),
      }));
      `,
      `
      export class ‹What›Switch extends HTMLElement {
        private ‹what› = "default";

        select(‹what›: string): void {
          this.‹what› = ‹what›;
          this.setAttribute("value", ‹what›);
          ⟦→localStorage.setItem("‹key›", ‹what›);⟧
          «this.dispatchEvent(new Event("change"));|»
        }

        open(): void {
          this.hidden = false;
        }
      }
      `,
      `
      ƒ apply‹What›(‹what›: string) {
        «document.body.className = ‹what›;|app.‹what› = ‹what›;|events.emit("‹what›", ‹what›);»
        ⟦→localStorage.setItem("‹key›", ‹what›);⟧
      ƒ}

      apply‹What›(new URLSearchParams(location.search).get("‹what›") ?? "default");
      `,
    ],
  }),
  sketched("state-from-storage", {
    seen: [
      "=the {wordsWhat} is [forgotten|lost|reset] after a reload",
      "=[we save|saves] the {wordsWhat} but never read it [back|again]",
      "start with the {wordsWhat} [from|that is in] localStorage",
      "=reloading [gives|brings back] {textDefault} although something else is [stored|saved]",
      "read the initial {wordsWhat} from localStorage[, {textDefault} otherwise|]",
      "=should [start|begin] with the stored {wordsWhat}[, else {textDefault}|]",
      "initialize {what} from localStorage",
      "=stored {wordsWhat} isn't [used|picked up] on load",
      "=why does it always start with {textDefault}? it's in localStorage",
      "=can it remember the {wordsWhat} from last time? it's stored already",
      "=f5 and the {wordsWhat} is back at {textDefault}",
      "=the {wordsWhat} is written to localStorage, nobody reads it",
      "=[expected|i'd expect] the [saved|stored] {wordsWhat} after f5, [got|it's] {textDefault}",
      "=the [saved|stored] {wordsWhat} is [ignored|never read|not restored]",
      "[restore|load] the {wordsWhat} from localStorage[ on start| at first|]",
      "=always {textDefault} [after a reload|on start|when i come back]",
    ],
    unseen: [
      "=what i chose yesterday is there in the browser, but it starts with {textDefault}",
      "let the saved {wordsWhat} win over {textDefault} at startup",
    ],
    rows: [
      [
        { what: "theme", key: "theme", default: "light" },
        { what: "language", key: "lang", default: "en" },
        { what: "view", key: "view-mode", default: "grid" },
        { what: "sort", key: "sortOrder", default: "newest" },
        { what: "currency", key: "currency", default: "EUR" },
        { what: "density", key: "ui.density", default: "normal" },
        { what: "unit", key: "unit", default: "km" },
        { what: "tab", key: "lastTab", default: "overview" },
        { what: "layout", key: "board-layout", default: "columns" },
        { what: "quality", key: "video.quality", default: "auto" },
      ],
    ],
    code: [
      `
      function ‹What›Provider({ children }: { children: ReactNode }) {
        const [‹what›, set‹What›] = useState(⟦"‹default›"→() => localStorage.getItem("‹key›") ?? "‹default›"⟧);
        «const [isOpen, setIsOpen] = useState(false);|const previous = usePrevious(‹what›);|»

        useEffect(() => {
          localStorage.setItem("‹key›", ‹what›);
        }, [‹what›]);

        return <‹What›Context.Provider value={{ ‹what›, set‹What› }}>{children}</‹What›Context.Provider>;
      }
      `,
      `
      export const use‹What› = create<‹What›State>((set) => ({
        ‹what›: ⟦"‹default›"→localStorage.getItem("‹key›") ?? "‹default›"⟧,
        isOpen: false,
        choose: (‹what›) => {
          localStorage.setItem("‹key›", ‹what›);
          set({ ‹what›, isOpen: false });
        },
      }));
      `,
      `
      export class ‹Thing›Settings {
        ‹what›: string = ⟦"‹default›"→localStorage.getItem("‹key›") ?? "‹default›"⟧;
        name = "‹thing:words›";

        change(‹what›: string): void {
          this.‹what› = ‹what›;
          localStorage.setItem("‹key›", ‹what›);
        }
      }
      `,
      `
      let ‹what› = ⟦"‹default›"→localStorage.getItem("‹key›") ?? "‹default›"⟧;
      let changes = 0;

      ƒ set‹What›(next: string) {
        ‹what› = next;
        changes++;
        localStorage.setItem("‹key›", next);
        «render();|update‹Thing›();|»
      ƒ}
      `,
    ],
  }),
  sketched("storage-wants-text", {
    seen: [
      "=[localStorage|the storage] [only has|contains] object Object",
      "=it's stored as object Object",
      "stringify the {wordsWhat} [before storing it|first]",
      "[store|keep] the {wordsWhat} as json",
      "=reading it back fails with unexpected token o in JSON",
      "=setItem needs a string[, {what} is an object|]",
      "=[storage|localStorage] only takes [strings|text]",
      "=JSON.stringify is missing",
      "=the {wordsWhat} can't be [read back|parsed], it isn't saved as json",
      "save {what} as JSON",
      "=why is the stored {wordsWhat} [garbage|unreadable]?",
      "=JSON.parse of the {wordsWhat} throws after a reload, what we write is no json",
      "=[{what}|the {wordsWhat}] [isn't|is not] json in the storage",
      "=setItem with an object[, needs JSON.stringify|, should be json]",
      "=[after a reload|when it's read back] the {wordsWhat} [breaks|is broken|can't be parsed]",
      "write {what} as a json [string|text]",
    ],
    unseen: [
      "=what ends up in the browser is the text of an object, of no use to the parser",
      "serialise the {wordsWhat} on its way into the storage",
    ],
    vars: {
      what: [
        "settings",
        "filters",
        "cart",
        "draft",
        "‹things›",
        "prefs",
        "columns",
        "history",
        "favorites",
        "form",
      ],
      key: ["‹what›", "app.‹what›", "‹what›-v1", "my-‹what›"],
    },
    code: [
      `
      ƒ keep‹What›(‹what›: ‹What›, storage: Storage = localStorage) {
        if (‹what› === null) {
          storage.removeItem("‹key›");
          return;
        }
        storage.setItem("‹key›", ⟦‹what›→JSON.stringify(‹what›)⟧);
        storage.setItem("version", "«1|2|3»");
      ƒ}
      `,
      `
      const STORAGE_KEY = "‹key›";

      ƒ save‹What›(‹what›: ‹What›) {
        ‹fill›
        localStorage.setItem(STORAGE_KEY, ⟦‹what›→JSON.stringify(‹what›)⟧);
      ƒ}

      ƒ load‹What›(): ‹What› | null {
        return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null");
      ƒ}
      `,
      `
      const [‹what›, set‹What›] = useState(() => JSON.parse(sessionStorage.getItem("‹key›") ?? "null"));
      const [name, setName] = useState(localStorage.getItem("name") ?? "");

      useEffect(() => {
        localStorage.setItem("name", name);
        sessionStorage.setItem("‹key›", ⟦‹what›→JSON.stringify(‹what›)⟧);
      }, [name, ‹what›]);
      `,
      `
      export class ‹What›Storage {
        constructor(private readonly storage: Storage) {}

        get(): ‹What› | undefined {
          const text = this.storage.getItem("‹key›");
          return text === null ? undefined : JSON.parse(text);
        }

        set(‹what›: ‹What›): void {
          this.storage.setItem("‹key›", ⟦‹what›→JSON.stringify(‹what›)⟧);
          this.storage.setItem("‹key›-at", new Date().toISOString());
        }
      }
      `,
    ],
  }),
  sketched("storage-empty-at-first", {
    seen: [
      "=crashes on the first visit, nothing is [stored|saved] yet",
      "=[null|the {wordsWhat} is null] when nothing is stored, should be {empty}",
      "fall back to {empty} [when|if] there's nothing [in the storage|stored]",
      "=new users [get an error|see it crash], they have no {wordsWhat} in localStorage: {empty} then",
      "=getItem gives null [in a private window|at first], use {empty}[ then|]",
      "[return|use] {empty} if nothing has been [stored|saved]",
      "=should be {empty} when {textKey} isn't there",
      "=without {textKey} in localStorage it's null, want {empty}",
      "=cannot read properties of null after clearing the storage, default {empty}",
      "[default to|start with] {empty}[ if nothing is stored|]",
      "=can it be {empty} if there is no {textKey} yet?",
      "=works for me but not in incognito ({empty} would be right there)",
      "=[fresh|new] browser → [crash|null], should be {empty}",
      "=nothing in localStorage → {empty}[ please|]",
      "=[missing|no] {textKey} [means|should mean] {empty}",
      "=[expected|should be] {empty} on the first visit, [got|is] null",
    ],
    unseen: [
      "=a browser that has never been here before breaks it; begin with {empty}",
      "start people off with {empty} if the storage knows nothing",
    ],
    rows: [
      [
        { what: "favorites", empty: "[]" },
        { what: "cart", empty: "[]" },
        { what: "history", empty: "[]" },
        { what: "settings", empty: "{}" },
        { what: "filters", empty: "{}" },
        { what: "drafts", empty: "{}" },
        { what: "recent", empty: "[]" },
        { what: "visited", empty: "[]" },
        { what: "columns", empty: "[]" },
        { what: "prefs", empty: "{}" },
      ],
    ],
    vars: { key: ["‹what›", "app.‹what›", "‹what›-v1", "‹what›:v2"] },
    code: [
      `
      ƒ load‹What›() {
        const text = localStorage.getItem("‹key›");
        ‹fill›
        return JSON.parse(⟦text!→text ?? "‹empty›"⟧);
      ƒ}
      `,
      `
      const [‹what›, set‹What›] = useState(() => JSON.parse(localStorage.getItem("‹key›")⟦!→ ?? "‹empty›"⟧));
      const [width, setWidth] = useState(() => Number(localStorage.getItem("width")));
      `,
      `
      export class ‹Thing›Store {
        ‹what› = JSON.parse(window.localStorage.getItem("‹key›")⟦ as string→ ?? "‹empty›"⟧);
        name = window.localStorage.getItem("‹thing:kebab›-name");

        save(): void {
          window.localStorage.setItem("‹key›", JSON.stringify(this.‹what›));
        }
      }
      `,
    ],
  }),
  sketched("forget-on-close", {
    seen: [
      "=should be [gone|forgotten] when the tab is closed",
      "use sessionStorage[ instead|]",
      "=sessionStorage instead of localStorage",
      "=the {wordsWhat} [stays|is kept] forever, should only last for the session",
      "keep the {wordsWhat} [for|during] this [tab|session] only",
      "=[two|all] tabs share the {wordsWhat}, each should have its own",
      "=[i don't|don't] want the {wordsWhat} to survive closing the [browser|tab]",
      "=the {wordsWhat} of yesterday is still there today",
      "move it from localStorage to sessionStorage",
      "=security says the {wordsWhat} mustn't stay on the machine after the tab is closed",
      "=can the {wordsWhat} be per tab?",
      "keep the {wordsWhat} per tab[, not for good|]",
      "=[closing|when i close] the tab should [forget|clear|throw away] the {wordsWhat}",
      "=the {wordsWhat} [outlives|survives] the tab",
      "=[session only|only for this session|not permanent][ please|, please]",
      "store the {wordsWhat} per session",
    ],
    unseen: ["=it should be forgotten the moment someone shuts the window", "=session only, not permanently"],
    vars: {
      what: [
        "draft",
        "filters",
        "token",
        "wizard",
        "search",
        "scroll",
        "selection",
        "banner",
        "returnUrl",
        "step",
      ],
      key: ["‹what›", "app.‹what›", "‹what›-state"],
    },
    code: [
      `
      ƒ read‹What›() {
        const text = ⟦localStorage→sessionStorage⟧.getItem("‹key›");
        return text ? JSON.parse(text) : null;
      ƒ}

      ƒ write‹What›(‹what›: unknown) {
        ‹fill›
        ⟦localStorage→sessionStorage⟧.setItem("‹key›", JSON.stringify(‹what›));
      ƒ}
      `,
      `
      const [‹what›, set‹What›] = useState(() => ⟦localStorage→sessionStorage⟧.getItem("‹key›") ?? "");

      useEffect(() => {
        if (‹what›) ⟦localStorage→sessionStorage⟧.setItem("‹key›", ‹what›);
        else ⟦localStorage→sessionStorage⟧.removeItem("‹key›");
      }, [‹what›]);
      `,
      `
      export const use‹What› = create(
        persist<‹What›State>(
          (set) => ({
            ‹what›: null,
            set‹What›: (‹what›) => set({ ‹what› }),
          }),
          { name: "‹key›", storage: createJSONStorage(() => ⟦localStorage→sessionStorage⟧) },
        ),
      );
      `,
    ],
  }),
  sketched("clear-storage-on-logout", {
    seen: [
      "=after [logging out|logout] {textKey} is still in localStorage",
      "remove {textKey} from localStorage[ too| as well|]",
      "=[logout|logging out] [leaves|forgets] {textKey}[ behind| in localStorage|]",
      "=the next user still has {textKey} of the one before",
      "also remove {textKey}[ on logout|]",
      "delete the stored {textKey}[, too|]",
      "=should forget {textKey} [as well|too]",
      "=i'm logged in again after a reload, {textKey} is still stored",
      "=localStorage.removeItem for {textKey} is missing",
      "=can logout clean {textKey} up, too?",
      "=shared computers: {textKey} has to go on logout",
      "=why is {textKey} still there after signing out?",
      "=[stale|old] {textKey} [after logout|when the next user logs in]",
      "={textKey} [survives|isn't removed on|isn't cleared by] logout",
      "clear {textKey}[ too| as well| on logout]",
    ],
    unseen: ["=signing off doesn't wipe {textKey}", "see to it that nothing remains of {textKey}"],
    vars: {
      key: [
        "token",
        "user",
        "cart",
        "session",
        "refreshToken",
        "draft",
        "profile",
        "lastTeam",
        "auth.user",
        "jwt",
      ],
    },
    code: [
      `
      export class Session {
        start(user: User, value: string): void {
          this.user = user;
          localStorage.setItem("‹key›", value);
        }

        «end|close|logout»(): void {
          this.user = null;
          this.«events|emitter».emit("logout");
          ⟦→localStorage.removeItem("‹key›");⟧
        }
      }
      `,
      `
      ƒ async «logout|logOut|signOut»() {
        await «api.logout()|auth.signOut()|post("/logout")»;
        ⟦→localStorage.removeItem("‹key›");⟧
        «navigate("/login");|location.assign("/login");|router.push("/login");»
      ƒ}

      ƒ keep(value: string) {
        localStorage.setItem("‹key›", value);
      ƒ}
      `,
      `
      export const useAuth = create<AuthState>((set) => ({
        user: null,
        login: (user, text) => {
          localStorage.setItem("‹key›", text);
          set({ user });
        },
        «logout|signOut»: () => {
          ⟦→localStorage.removeItem("‹key›");⟧
          set({ user: null });
        },
      }));
      `,
      `
      const handle«Logout|SignOut» = () => {
        «queryClient.clear();|socket.close();|»
        localStorage.removeItem("«returnTo|seen-tour|locale»");
        ⟦→localStorage.removeItem("‹key›");⟧
        setUser(null);
      };
      `,
    ],
  }),
  sketched("stored-flag-is-text", {
    seen: [
      "={flag} is [on again|true again] after a reload[ though i switched it off|]",
      '="false" from [localStorage|the storage] counts as true',
      '=the [string|text] "false" is truthy',
      "=can't [switch|turn] {flag} off[ for good|]",
      "=[always|it's] true once [something|anything] is stored",
      'compare [with|it with|to] "true"',
      '={flag} should only be true if "true" is stored',
      '=stored as text, compare it to "true"',
      '={wordsFlag} comes back on every reload, "false" is a non-empty string',
      "=switching it off [isn't remembered|doesn't last]",
      '=why is {flag} true when localStorage says "false"?',
      '={flag} must be true for "true" only',
      '=[stored|it\'s stored as] "false" but read as true',
      "=[expected|should be] off after a reload, [got|it's] on",
      "=any [text|string|value] in storage [makes|turns] {flag} true",
    ],
    unseen: [
      "=turning it off holds until the next visit only, since any text will do",
      'take nothing but the text "true" for yes',
    ],
    vars: {
      flag: [
        "darkMode",
        "muted",
        "autoplay",
        "collapsed",
        "compact",
        "notifications",
        "debugMode",
        "subtitles",
        "tourSeen",
      ],
    },
    code: [
      `
      const [‹flag›, set‹Flag›] = useState(«⟦Boolean(localStorage.getItem("‹flag›"))→localStorage.getItem("‹flag›") === "true"⟧|⟦!!localStorage.getItem("‹flag›")→localStorage.getItem("‹flag›") === "true"⟧»);
      const [language, setLanguage] = useState(localStorage.getItem("language") ?? "en");

      useEffect(() => localStorage.setItem("‹flag›", String(‹flag›)), [‹flag›]);
      `,
      `
      ƒ readSettings(storage: Storage) {
        return {
          language: storage.getItem("language") ?? "en",
          ‹flag›: ⟦Boolean(storage.getItem("‹flag›"))→storage.getItem("‹flag›") === "true"⟧,
          «volume: Number(storage.getItem("volume") ?? 1),|name: storage.getItem("name"),»
        };
      ƒ}
      `,
      `
      export class ‹Thing›Player {
        «private |»‹flag› = «⟦!!localStorage.getItem("player.‹flag›")→localStorage.getItem("player.‹flag›") === "true"⟧|⟦Boolean(localStorage.getItem("player.‹flag›"))→localStorage.getItem("player.‹flag›") === "true"⟧»;
        «private |»volume = Number(localStorage.getItem("player.volume") ?? 1);

        set‹Flag›(‹flag›: boolean): void {
          this.‹flag› = ‹flag›;
          localStorage.setItem("player.‹flag›", String(‹flag›));
        }
      }
      `,
      `
      if (localStorage.getItem("‹flag›")⟦→ === "true"⟧) {
        enable‹Flag›();
        «menu.check("‹flag›");|»
      }
      if (location.hash === "#‹thing:kebab›") show‹Thing›();
      `,
    ],
  }),
  sketched("no-storage-on-server", {
    seen: [
      "=localStorage is not defined[ on the server|]",
      "=[breaks|crashes] [during|with] [ssr|server rendering|the build]",
      "return {fallback} on the server",
      "=[window|localStorage] doesn't exist on the server, should give {fallback} there",
      "guard against server rendering[: {fallback}|]",
      "=ReferenceError in next build, return {fallback} without window",
      "=prerendering fails, there's no localStorage. {fallback} then",
      "=no window in node, return {fallback}",
      "=can it give {fallback} when typeof window is undefined?",
      "check for window first[ and return {fallback}|, {fallback} without it]",
      "=should work on the server, too ({fallback})",
      "=this is also called while rendering on the server, where there's no window",
      "=[next build|ssr|prerender] [fails|crashes]: localStorage is not defined",
      "=server side there's no window, {fallback}[ then| please|]",
      "=[called|runs] on the server[ too|], must [return|give] {fallback} there",
    ],
    unseen: [
      "=outside of browsers there is nothing to read from, {fallback} will do",
      "make it safe for pages rendered in node, with {fallback}",
    ],
    vars: { fallback: ["fallback", "defaults", "initial", "defaultValue"] },
    code: [
      `
      ƒ read‹Thing›(‹fallback›: ‹Thing›): ‹Thing› {
        ⟦→if (typeof window === "undefined") return ‹fallback›;⟧
        const text = localStorage.getItem("‹thing:kebab›");
        return text === null ? ‹fallback› : JSON.parse(text);
      ƒ}
      `,
      `
      export function useStored‹Thing›(key: string, ‹fallback›: string) {
        const [‹thing›, set‹Thing›] = useState(() => {
          ⟦→if (typeof window === "undefined") return ‹fallback›;⟧
          return window.localStorage.getItem(key) ?? ‹fallback›;
        });
        useEffect(() => window.localStorage.setItem(key, ‹thing›), [key, ‹thing›]);
        return [‹thing›, set‹Thing›] as const;
      }
      `,
      `
      export const ‹thing›Storage = {
        get(key: string, ‹fallback›: string): string {
          ⟦→if (typeof window === "undefined") return ‹fallback›;⟧
          return «localStorage|sessionStorage».getItem(´‹thing:kebab›.€{key}´) ?? ‹fallback›;
        },
        name(key: string): string {
          return ´‹thing:kebab›.€{key}´;
        },
      };
      `,
    ],
  }),
];
