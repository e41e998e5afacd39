import { sketched } from "./sketch.ts";

/** Requests from the browser, and what is shown while they run and when they fail. */
export const CLIENT_REQUESTS = [
  sketched("busy-ends-on-failure", {
    seen: [
      "=spinner never goes away when [the request|it|loading] fails",
      "=[stuck|hangs] on loading [if|when] {call} [throws|fails|rejects]",
      "=it loads forever [after an error|when the server is down|when offline]",
      "={busy} stays true [after an error|when {call} fails]",
      "reset {busy} [even if it fails|in any case|on errors too]",
      "={busy} [must|should] always be reset, also [on errors|when {call} throws]",
      "=the loading state is never left [on failure|on errors]",
      "=why does it keep spinning when there's an error?",
      "make sure {busy} [goes|is set] back to false on failure [too|as well]",
      "=needs a finally so that {busy} is reset",
      "put the reset of {busy} in a finally",
      "=when the {wordsThings} can't be loaded the spinner turns forever",
      "=an error leaves us in the loading state",
    ],
    unseen: [
      "=pull the network cable and you can watch it spin till tomorrow",
      "=whatever happens, end with {busy} being false",
    ],
    vars: {
      busy: ["loading", "isLoading", "busy", "isBusy", "pending", "isFetching", "refreshing", "fetching"],
      call: ["fetch‹Things›", "load‹Things›", "api.list‹Things›", "get‹Things›", "‹thing›Api.list"],
    },
    code: [
      `
      const «refresh|reload|load» = async () => {
        set‹Busy›(true);
        ⟦const ‹things› = await ‹call›();
        set‹Things›(‹things›);
        set‹Busy›(false);→try {
          const ‹things› = await ‹call›();
          set‹Things›(‹things›);
        } finally {
          set‹Busy›(false);
        }⟧
      };
      `,
      `
      async function «refresh|reload|load‹Things›»() {
        set‹Busy›(true);
        try {
          const result = await ‹call›();
          set‹Things›(result«|.items|.data»);
          ⟦set‹Busy›(false);→⟧
        } catch (error) {
          «toast.error("Could not load the ‹things:words›");|setError("Could not load the ‹things:words›");|console.error(error);»
        ⟦}→} finally {
          set‹Busy›(false);
        }⟧
      }
      `,
      `
      export class ‹Things›Store {
        ‹things›: ‹Thing›[] = [];
        ‹busy› = false;

        async «refresh|load|update»(): Promise<void> {
          this.‹busy› = true;
          ⟦this.‹things› = await this.‹call›();
          this.‹busy› = false;→try {
            this.‹things› = await this.‹call›();
          } finally {
            this.‹busy› = false;
          }⟧
        }

        clear(): void {
          this.‹things› = [];
        }
      }
      `,
      `
      useEffect(() => {
        set‹Busy›(true);
        ‹call›()
          .then((result) => set‹Things›(result))
          .⟦then→finally⟧(() => set‹Busy›(false));
      }, [«filter|page|userId|reloadKey»]);
      `,
    ],
  }),
  sketched("old-error-goes-away", {
    seen: [
      "=[the error|the error message|the old error] [stays|remains|is still there] after [a successful retry|trying again]",
      "=[trying again|a retry] [still shows|keeps] the old error",
      "reset {err} [first|at the start|before trying again]",
      "clear the [old|last|previous] error [before|when] [we try|trying] again",
      "={err} is never [cleared|reset|removed]",
      "=once there was an error it never [goes away|disappears]",
      "=it works on the second try but the error is still [shown|displayed]",
      "=should start without {err} [each time|every time]",
      "=error from the last attempt hangs around",
      "set {err} back to {empty} [before|at the beginning of] [each|every] attempt",
      "=can the error be removed when i press the button again?",
      "=red box is still there although the {wordsThing} was saved [this time|in the end]",
    ],
    unseen: [
      "=second attempt is fine, yet i keep looking at yesterday's complaint",
      "start every attempt with a clean slate as to {err}",
    ],
    rows: [
      [
        { err: "error", empty: "null" },
        { err: "error", empty: "undefined" },
        { err: "error", empty: '""' },
        { err: "formError", empty: "null" },
        { err: "saveError", empty: "null" },
        { err: "errorMessage", empty: '""' },
        { err: "failure", empty: "null" },
        { err: "serverError", empty: "undefined" },
        { err: "submitError", empty: "null" },
      ],
    ],
    code: [
      `
      const [‹err›, set‹Err›] = useState(‹empty›);

      const «save|submit|onSubmit|handleSave» = async (‹thing›: ‹Thing›) => {
        ⟦→set‹Err›(‹empty›);⟧
        try {
          await save‹Thing›(‹thing›);
          «onSaved();|close();|navigate("/‹things:kebab›");»
        } catch {
          set‹Err›("The ‹thing:words› could not be saved");
        }
      };
      `,
      `
      export const use‹Thing›Form = create((set, get) => ({
        ‹err›: ‹empty›,
        draft: {},
        change: (draft) => set({ draft }),
        «save|submit»: async () => {
          ⟦→set({ ‹err›: ‹empty› });⟧
          const response = await post‹Thing›(get().draft);
          if (!response.ok) set({ ‹err›: ´€{response.status}´ });
        },
      }));
      `,
      `
      ƒ ‹thing›Reducer(state: ‹Thing›State, action: Action): ‹Thing›State {
        switch (action.type) {
          case "«save/started|saving|submitted»":
            return { ...state, isSaving: true⟦→, ‹err›: ‹empty›⟧ };
          case "«save/done|saved»":
            return { ...state, isSaving: false, ‹thing›: action.‹thing› };
          case "«save/failed|failed»":
            return { ...state, isSaving: false, ‹err›: action.message };
          default:
            return state;
        }
      ƒ}
      `,
      `
      export class ‹Thing›Dialog {
        ‹err› = ‹empty›;
        isOpen = true;

        async «save|confirm|submit»(‹thing›: ‹Thing›) {
          ⟦→this.‹err› = ‹empty›;⟧
          const answer = await this.client.save(‹thing›);
          if (answer.error) this.‹err› = answer.error.message;
          else this.isOpen = false;
        }
      }
      `,
    ],
  }),
  sketched("failure-shows-text", {
    seen: [
      "=when [loading|it] fails [nothing happens|the user sees nothing], show {textText}",
      "show {textText} [when it fails|on errors|if that goes wrong]",
      "=errors are [swallowed|only logged], should show {textText}",
      "=users don't [see|notice] that it failed. {textText} please",
      "call {setErr} with {textText} on failure",
      "set the error to {textText} [when it fails|on failure]",
      "=should say {textText} if [it fails|the request fails]",
      "=fails silently! tell them {textText}",
      "also {setErr}({textText}) when it fails",
      "=[the failure|it] is only logged, i want {textText} on the screen[ too|]",
      "=can we tell people {textText} when this goes wrong?",
      "=nobody reads the console, {setErr} should get {textText}",
      "=[offline|when the api is down] [i see nothing|there's no message], {textText} would be [good|right]",
      "=[no|there's no] error [message|text] for the user, {textText}[ please|]",
      "[tell people|let people know] when it fails: {textText}",
      "=failing [should|must] be visible[:|,] {textText}",
    ],
    unseen: [
      "=if the server says no, people ought to read {textText}",
      "let a failed attempt be seen: {textText}",
    ],
    vars: {
      text: [
        "Could not load the ‹things:words›",
        "Loading failed",
        "Something went wrong",
        "Please try again later",
        "No ‹things:words› for now, try again",
        "We could not reach the server",
        "Failed to load ‹things:words›",
        "Network error",
        "Oops, that did not work",
      ],
      dep: ["query", "filter", "page", "userId", "sort"],
    },
    rows: [
      [
        { setErr: "setError", made: 'const [error, setError] = useState("");' },
        { setErr: "setError", made: "const [error, setError] = useState<string | null>(null);" },
        { setErr: "setLoadError", made: 'const [loadError, setLoadError] = useState("");' },
        { setErr: "setErrorMessage", made: 'const [errorMessage, setErrorMessage] = useState("");' },
        { setErr: "setMessage", made: 'const [message, setMessage] = useState("");' },
        { setErr: "setProblem", made: "const [problem, setProblem] = useState<string>();" },
        { setErr: "toast.error", made: 'import { toast } from "sonner";' },
        { setErr: "showError", made: "const { showError } = useNotifications();" },
        { setErr: "enqueueError", made: "const { enqueueError } = useSnackbar();" },
      ],
    ],
    code: [
      `
      ‹made›
      const mutation = useMutation({
        mutationFn: save‹Things›,
        onSuccess: () => {
          «close();|navigate("/‹things:kebab›");|setDraft(null);»
        },
        onError: (error) => {
          console.error(error);
          ⟦→‹setErr›("‹text›");⟧
        },
      });
      `,
      `
      ‹made›

      const load‹Things› = async () => {
        try {
          const ‹things› = await api.get‹Things›();
          set‹Things›(‹things›);
          «setLoadedAt(Date.now());|»
        } catch (error) {
          «console.error(error);|logger.warn(error);|report(error);»
          ⟦→‹setErr›("‹text›");⟧
        }
      };
      `,
      `
      ‹made›

      useEffect(() => {
        fetch‹Things›(‹dep›)
          .then(set‹Things›)
          .catch((«error|err|e») => {
            «console.error("‹things:words›");|track("load_failed");|setIsOffline(!navigator.onLine);»
            ⟦→‹setErr›("‹text›");⟧
          });
      }, [‹dep›]);
      `,
      `
      ‹made›

      ƒ async «reload|refresh|sync»‹Things›(‹things›Store: ‹Thing›Store) {
        ‹fill›
        const response = await fetch("/api/‹things:kebab›");
        if (!response.ok) {
          console.warn(´‹things:words›: €{response.status}´);
          ⟦→‹setErr›("‹text›");⟧
          return;
        }
        ‹things›Store.replace(await response.json());
      ƒ}
      `,
    ],
  }),
  sketched("json-content-type", {
    seen: [
      "=[the server|express|the backend] [says|thinks] the body is empty",
      "=req.body is {} on the server",
      "=server [answers|says] 415[ unsupported media type|]",
      "=[content type|content-type] is missing",
      "send it as [json|application/json]",
      "=the {wordsThing} [doesn't arrive|arrives as text]",
      "=the body [isn't|is not] parsed as json on the other side",
      "add the json content type[ header|]",
      "=backend can't parse the body, we don't say it's json",
      "set Content-Type to application/json",
      "=the request goes out as text/plain",
      "=why is req.body undefined? header missing?",
      "=content type should be json[, it's text now|]",
      "=[no|missing] Content-Type[, the server ignores the body|]",
      "=[expected|should be] application/json, [got|it's sent as] text/plain",
      "=the server [ignores|doesn't see|can't read] the {wordsThing}[, content type missing|: header missing]",
    ],
    unseen: ["=the api needs to be told what format the body has", "=415 whenever a {wordsThing} is posted"],
    vars: {
      method: ["POST", "PUT", "PATCH"],
      url: ["/api/‹things:kebab›", "/‹things:kebab›", "/v1/‹things:kebab›"],
    },
    code: [
      `
      ƒ async «save|create|store|submit»‹Thing›(‹thing›: ‹Thing›): Promise<‹Thing›> {
        const response = await fetch("‹url›", {
          method: "‹method›",
          ⟦→headers: { "Content-Type": "application/json" },⟧
          body: JSON.stringify(‹thing›),
        });
        «if (!response.ok) throw new Error(response.statusText);|»
        return response.json();
      ƒ}
      `,
      `
      export const ‹things›Api = {
        list: () => fetch("‹url›").then((res) => res.json()),
        «save|create|put»: (‹thing›: ‹Thing›) =>
          fetch("‹url›", {
            method: "‹method›",
            headers: { Authorization: ´Bearer €{getToken()}´⟦→, "Content-Type": "application/json"⟧ },
            body: JSON.stringify(‹thing›),
          }),
        remove: (id: string) => fetch(´‹url›/€{id}´, { method: "DELETE" }),
      };
      `,
      `
      export class ‹Thing›Client {
        constructor(private readonly token: string) {}

        async send(‹thing›: ‹Thing›): Promise<void> {
          const headers = new Headers({ Accept: "application/json" });
          headers.set("X-Api-Key", this.token);
          ⟦→headers.set("Content-Type", "application/json");⟧
          await fetch("‹url›", { method: "‹method›", headers, body: JSON.stringify(‹thing›) });
        }
      }
      `,
    ],
  }),
  sketched("send-body-as-json", {
    seen: [
      "=the server [gets|receives] object Object[ instead of json|]",
      "=the body arrives as object Object",
      "=body isn't [stringified|serialized|json]",
      "=the body [needs|wants] to be json, not an object",
      "stringify the body",
      "=fetch [doesn't|won't] serialize [objects|the {wordsThing}] by itself",
      "=JSON.stringify is missing",
      "send the {wordsThing} as a json string",
      "=the api can't parse the {wordsThing} we send",
      "=invalid json on the server, we pass the {wordsThing} as it is",
      "=why is the {wordsThing} garbage on the server?",
      "=can't post the {wordsThing}, unexpected token o in JSON",
      "serialize the {wordsThing} [first|before sending]",
      "=type error: an object is no BodyInit",
      "=[expected|server expects] json, [got|gets] an object turned to text",
      "=body: {thing} [isn't a string|isn't json|needs stringify]",
      "=[400|bad request] since the {wordsThing} isn't [serialized|stringified]",
      "[send|post] json[, not the bare {wordsThing}|]",
    ],
    unseen: ["=a raw object is put on the wire", "turn what goes into the request into text"],
    vars: {
      method: ["POST", "PUT", "PATCH"],
      url: ["/api/‹things:kebab›", "/‹things:kebab›", "/v1/‹things:kebab›"],
    },
    code: [
      `
      ƒ async «save|create|update|submit»‹Thing›(‹thing›: ‹Thing›) {
        const response = await fetch("‹url›", {
          method: "‹method›",
          headers: { "Content-Type": "application/json" },
          body: ⟦‹thing›→JSON.stringify(‹thing›)⟧,
        });
        return response.json();
      ƒ}
      `,
      `
      const on‹Thing›Submit = async (‹thing›: ‹Thing›) => {
        «setSaving(true);|setError(null);»
        await fetch("‹url›", { method: "‹method›", headers: jsonHeaders, ⟦body: ‹thing›→body: JSON.stringify(‹thing›)⟧ });
        «setSaving(false);|onSaved(‹thing›);»
      };
      `,
      `
      const send = (‹thing›: ‹Thing›, files: FormData) =>
        Promise.all([
          request("‹url›", { method: "‹method›", body: ⟦‹thing›→JSON.stringify(‹thing›)⟧ }),
          request("/uploads", { method: "POST", body: files }),
        ]);
      `,
      `
      socket.addEventListener("open", () => {
        const ‹thing› = «current‹Thing›()|drafts.take()|queue.shift()»;
        log(‹thing›);
        fetch("‹url›", {
          method: "‹method›",
          body: ⟦‹thing›→JSON.stringify(‹thing›)⟧,
          keepalive: true,
        });
      });
      `,
    ],
  }),
  sketched("send-cookies-along", {
    seen: [
      "=[the session cookie|the cookie] [isn't|is not] sent",
      "=[cookies aren't|no cookies are] sent [to the api|with the request]",
      "=401 though [i'm|the user is] logged in, [the cookie is missing|no cookie]",
      "=always [logged out|anonymous] on the api's side",
      "send the cookies [along|too|as well]",
      "include credentials",
      "=needs credentials: include",
      "=session gets lost cross origin",
      "=the api is on another domain and doesn't know who i am",
      "=it works on the same origin, from app.example.com the cookie is missing",
      "=why am i not logged in for this request? credentials?",
      "pass the session cookie to the api",
      "=can the browser send its cookies there?",
      "=[credentials|credentials option] [missing|not set]",
      "=the [session|login] [isn't|is not] [recognized|sent] [by the api|over there]",
      "=[logged in|i'm logged in] but the api says [401|unauthorized|who are you]",
      "use the credentials[ of the browser|]",
    ],
    unseen: [
      "=the server never sees who is asking, as the login cookie stays at home",
      "let cookies travel to the other origin",
    ],
    vars: { url: ["API_URL", "apiUrl", "config.api", "BASE", "baseUrl"] },
    code: [
      `
      ƒ async get‹Things›(): Promise<‹Thing›[]> {
        const response = await fetch(´€{‹url›}/‹things:kebab›´⟦→, { credentials: "include" }⟧);
        «if (!response.ok) throw new Error(response.statusText);|»
        const body = await response.json();
        return body.‹things›;
      ƒ}
      `,
      `
      ƒ save‹Thing›(‹thing›: ‹Thing›) {
        return fetch(´€{‹url›}/‹things:kebab›/€{‹thing›.id}´, {
          method: "«PUT|POST|PATCH»",
          headers: { "Content-Type": "application/json" },
          body: JSON.stringify(‹thing›),
          ⟦→credentials: "include",⟧
        });
      ƒ}
      `,
      `
      const defaults: RequestInit = {
        cache: "no-store",
        ⟦→credentials: "include",⟧
      };

      export const get = (path: string) => fetch(‹url› + path, defaults);
      «export const getPublic = (path: string) => fetch(‹url› + path);|export const ‹things›Path = "/‹things:kebab›";»
      `,
    ],
  }),
  sketched("send-auth-token", {
    seen: [
      "=401, the token [isn't|is not] sent",
      "=[the request|it] is unauthorized, we have a {token}[ though|]",
      "[send|pass] {token} as bearer token",
      "=needs [an|the] Authorization header with {token} [as bearer|(Bearer)]",
      "add the Authorization header: Bearer and {token}",
      "=the api wants {token} as a bearer token",
      "=the {wordsThings} api is protected now, pass {token} (Bearer)",
      "=authorization is missing, it's Bearer {token}",
      "=why 401? {token} [has to|must] be in the Authorization header as Bearer",
      "put {token} into an Authorization: Bearer header",
      "=can you authenticate [this|the request] with {token} [(bearer)|as bearer]?",
      "=since the {wordsThings} need a login, {token} should go along as Bearer",
      "=[no|missing] [auth|authorization] header, {token} is the [bearer|bearer token]",
      "=[403|401|unauthorized] because {token} isn't [sent|used] (Authorization: Bearer ...)",
      "authenticate with {token} [as|via] Bearer",
      "=request is [anonymous|not authenticated], should carry {token} as Bearer",
    ],
    unseen: [
      "=server turns us down because {token} stays here, it expects a Bearer header",
      "authorize with the usual bearer scheme, {token} being what we hold",
    ],
    rows: [
      [
        { token: "token", made: "const token = getToken();" },
        { token: "accessToken", made: "const { accessToken } = useAuth();" },
        { token: "jwt", made: 'const jwt = localStorage.getItem("jwt");' },
        { token: "authToken", made: "const authToken = await auth.refresh();" },
        { token: "auth.token", made: "const auth = await getAuth();" },
        { token: "apiToken", made: "const apiToken = import.meta.env.VITE_API_TOKEN;" },
        { token: "viewer.token", made: "const viewer = useViewer();" },
        { token: "idToken", made: "const idToken = await currentUser.getIdToken();" },
      ],
    ],
    code: [
      `
      ‹made›
      const response = await fetch("/api/‹things:kebab›"⟦→, {
        headers: { Authorization: ´Bearer €{‹token›}´ },
      }⟧);
      const ‹things› = await response.json();
      set‹Things›(‹things›);
      `,
      `
      ‹made›
      const { data } = await axios.get(´/‹things:kebab›/€{id}´, {
        «params: { lang },|timeout: 5000,»
        headers: { Accept: "application/json"⟦→, Authorization: ´Bearer €{‹token›}´⟧ },
      });
      «set‹Thing›(data);|cache.set(id, data);»
      `,
      `
      ‹made›
      await fetch(´€{API}/‹things:kebab›/€{id}´, {
        method: "«DELETE|POST|PUT»",
        headers: {
          «Accept: "application/json",|"X-Request-Id": crypto.randomUUID(),»
          ⟦→Authorization: ´Bearer €{‹token›}´,⟧
        },
      });
      «remove‹Thing›(id);|toast.success("Done");|await refetch();»
      `,
      `
      ‹made›
      const headers = new Headers({ Accept: "application/json" });
      ⟦→headers.set("Authorization", ´Bearer €{‹token›}´);⟧
      const [‹things›, ‹other›] = await Promise.all([
        getJson("/‹things:kebab›", { headers }),
        getJson("/public/‹other:kebab›"),
      ]);
      `,
    ],
  }),
  sketched("empty-answer-is-fine", {
    seen: [
      "=[crashes|throws] on 204[, there is no body|]",
      "=unexpected end of JSON input when the answer is [empty|a 204]",
      "return {nothing} for 204",
      "=a 204 has no body, should [be|give|return] {nothing}",
      "=deleting fails to parse the answer, it's a 204: {nothing} then",
      "=json() fails [when|if] the status is 204, return {nothing}[ there|]",
      "handle 204[ no content|] by returning {nothing}",
      "=status 204 → {nothing}[, don't parse|]",
      "=no content should give {nothing}",
      "=when the server answers 204 i want {nothing}",
      "=can it [return|give] {nothing} on 204 instead of parsing?",
      "don't parse the body of a 204, {nothing} is the result",
      "=204 → SyntaxError[, should be {nothing}|, i'd rather get {nothing}]",
      "=[expected|should be] {nothing} for [no content|a 204], [got|there's] a [parse error|SyntaxError]",
      "=status 204 isn't handled[, {nothing} please|: {nothing}]",
    ],
    unseen: [
      "=no-content answers break the parser, let them come out as {nothing}",
      "=an answer without body (204) ends in a SyntaxError, i'd expect {nothing}",
    ],
    vars: {
      nothing: ["null", "undefined", "null", "undefined", "{}"],
      res: ["response", "res", "answer", "reply"],
    },
    code: [
      `
      ƒ async request(path: string, init?: RequestInit) {
        const ‹res› = await fetch(API_URL + path, init);
        if (!‹res›.ok) throw new Error(´€{‹res›.status} €{path}´);
        ⟦→if (‹res›.status === 204) return ‹nothing›;⟧
        return ‹res›.json();
      ƒ}
      `,
      `
      export class ‹Thing›Client {
        async remove(id: string) {
          const ‹res› = await fetch(´€{this.base}/‹things:kebab›/€{id}´, { method: "DELETE" });
          «this.cache.delete(id);|this.log(‹res›.status);»
          ⟦→if (‹res›.status === 204) return ‹nothing›;⟧
          return ‹res›.json();
        }
      }
      `,
      `
      const toJson = async (‹res›: Response) => {
        ⟦→if (‹res›.status === 204) return ‹nothing›;⟧
        const type = ‹res›.headers.get("Content-Type") ?? "";
        return type.includes("json") ? ‹res›.json() : ‹res›.text();
      };

      export const get‹Things› = () => fetch("/api/‹things:kebab›").then(toJson);
      `,
    ],
  }),
];
