import { sketched } from "./sketch.ts";

/** Addresses: query parameters, routes, links, history, downloads. */
export const CLIENT_URLS = [
  sketched("other-params-stay", {
    seen: [
      "=the other [filters|params|parameters] [disappear|vanish] from the url when {param} changes",
      "keep the other [params|query parameters][ in the url|]",
      "=changing {param} [drops|removes|wipes] [all other params|the rest of the query]",
      "=?page=2 is gone after changing {param}",
      "start from the current [search|query string]",
      "=only {param} should change in the url",
      "=[loses|forgets] the other search params",
      "don't throw away the other params",
      "=setting {param} shouldn't touch the [rest|other parts] of the query",
      "=why does the url only have {param} afterwards?",
      "=can the existing params be kept when {param} is set?",
      "=the {wordsParam} param replaces the whole query string",
      "=[expected|should keep] ?a=1 and add {param}, [got|leaves] {param} alone",
      "=the [rest of the|existing] query [is gone|gets lost|disappears]",
      "[keep|preserve] what's already in the query",
    ],
    unseen: [
      "=whatever else was after the question mark is lost once {param} is chosen",
      "build upon what's in the address already",
    ],
    vars: { param: ["sort", "page", "q", "tab", "view", "category", "size", "status", "lang", "color"] },
    code: [
      `
      const set‹Param›Param = (‹param›: string) => {
        const params = new URLSearchParams(⟦→location.search⟧);
        params.set("‹param›", ‹param›);
        «history.replaceState(null, "", ´?€{params}´);|history.pushState(null, "", ´€{location.pathname}?€{params}´);»
      };
      `,
      `
      export function ‹Param›Select({ options }: { options: Option[] }) {
        const router = useRouter();
        const pathname = usePathname();
        const searchParams = useSearchParams();

        const change = (value: string) => {
          const next = new URLSearchParams(⟦→searchParams⟧);
          next.set("‹param›", value);
          router.push(´€{pathname}?€{next}´);
        };

        return <Select value={searchParams.get("‹param›") ?? ""} options={options} onChange={change} />;
      }
      `,
      `
      ƒ with‹Param›(url: URL, ‹param›: string): string {
        const query = new URLSearchParams(⟦→url.search⟧);
        query.set("‹param›", ‹param›);
        ‹fill›
        return ´€{url.pathname}?€{query}€{url.hash}´;
      ƒ}
      `,
      `
      const router = useRouter();
      const show‹Thing› = (id: string) => router.push({ path: ´/‹things:kebab›/€{id}´ });
      const choose = (‹param›: string) => {
        router.push({ query: { ⟦→...router.currentRoute.value.query, ⟧‹param› } });
        «close();|»
      };
      `,
    ],
  }),
  sketched("param-only-when-set", {
    seen: [
      "={param}=undefined [shows up|is] in the url",
      "=the request [has|goes out with] {param}=undefined",
      "only add {param} [when|if] it's [set|there|given]",
      "=server gets the string undefined as {param}",
      "leave {param} out when it's [missing|undefined|not set]",
      "=shouldn't send {param} without a value",
      "[skip|omit] {param} if there is none",
      "={param} is optional, [don't|never] send undefined",
      "=why is there a {param}=undefined in the query?",
      "=an unset {wordsParam} shouldn't be in the query string",
      "=without {param} the url should not mention it",
      "=backend answers 400 for {param}=undefined",
      "=[expected|should have] no {param} in the url, [got|there's] {param}=undefined",
      "=[no|without a] {wordsParam}[,|:] no param",
      "don't [send|set|add] {param} [when|if] it's [undefined|missing|empty]",
      "={param} is sent even [without a value|when undefined]",
    ],
    unseen: [
      "=no {wordsParam} chosen, still the address talks about it",
      "mention {param} in the query provided that we have one",
    ],
    vars: {
      param: [
        "status",
        "search",
        "cursor",
        "category",
        "from",
        "until",
        "owner",
        "tag",
        "locale",
        "minPrice",
        "team",
      ],
    },
    code: [
      `
      export class ‹Thing›Api {
        constructor(private readonly base: string) {}

        search(text: string, { ‹param› }: { ‹param›?: string } = {}) {
          const query = new URLSearchParams({ text });
          ⟦→if (‹param›) ⟧query.set("‹param›", String(‹param›));
          return this.get(´€{this.base}/‹things:kebab›/search?€{query}´);
        }
      }
      `,
      `
      ƒ async list‹Things›({ limit, ‹param› }: { limit: number; ‹param›?: string }) {
        const params = new URLSearchParams();
        params.set("limit", String(limit));
        ⟦→if (‹param›) ⟧params.set("‹param›", String(‹param›));
        const res = await fetch(´/api/‹things:kebab›?€{params}´);
        return res.json();
      ƒ}
      `,
      `
      export function ‹thing›Url(base: string, sort: string, ‹param›?: string): string {
        const url = new URL("/‹things:kebab›", base);
        url.searchParams.set("sort", sort);
        ⟦→if (‹param›) ⟧url.searchParams.set("‹param›", ´€{‹param›}´);
        return url.href;
      }
      `,
      `
      const share = (‹thing›: ‹Thing›, ‹param› = filter.‹param›) => {
        const query = new URLSearchParams({ id: ‹thing›.id });
        ⟦→if (‹param›) ⟧query.append("‹param›", ‹param›);
        «query.append("ref", "share");|const title = document.title;»
        navigator.share({ url: ´€{location.origin}/‹things:kebab›?€{query}´ });
      };
      `,
    ],
  }),
  sketched("no-way-back-there", {
    seen: [
      "=the back button [goes|leads] [back to|to] the [old|last] page[ again|]",
      "=back [doesn't work|is broken], it [redirects|sends me forward] again",
      "replace the history entry[ instead of pushing|]",
      "use replace",
      "=shouldn't leave an entry in the history",
      "=[redirect|the redirect] should replace[, not push|]",
      "=people can go back to this page, they shouldn't",
      "=after this the user mustn't be able to come back with the back button",
      "=i have to press back twice",
      "navigate to {textTo} with replace",
      "=going to {textTo} should not add to the history",
      "=can the redirect to {textTo} replace the current entry?",
      "=[pressing|clicking] back [brings me back here|traps me in a loop|ends up here again]",
      "=[history|the history] has one entry too many",
      "[replace|overwrite] the [current|last] history entry",
    ],
    unseen: [
      "=pressing back lands on a page that throws you forward at once",
      "swap the current place in the history for {textTo}",
    ],
    vars: {
      to: ["/login", "/", "/dashboard", "/‹things:kebab›", "/home", "/welcome", "/done", "/checkout/thanks"],
    },
    code: [
      `
      function Require«Login|Role|Plan»({ children }: { children: ReactNode }) {
        const navigate = useNavigate();
        const { user } = useAuth();

        useEffect(() => {
          if (!user) navigate("‹to›"⟦→, { replace: true }⟧);
        }, [user, navigate]);

        return «user ? children : null|<main>{children}</main>|<>{children}</>»;
      }
      `,
      `
      const on«Submit|Finish|Done» = async (values: ‹Thing›Values) => {
        await «save‹Thing›|api.create‹Thing›»(values);
        «reset();|toast.success("Saved");|»
        router.⟦push→replace⟧("‹to›");
      };

      const on«Help|Preview» = () => router.push("/help");
      `,
      `
      export const ‹Thing›Guard = ({ isAllowed }: { isAllowed: boolean }) => {
        «const location = useLocation();|»
        if (!isAllowed) return <Navigate to="‹to›"⟦→ replace⟧ />;
        return <Outlet />;
      };
      `,
      `
      ƒ leave‹Thing›(hasChanges: boolean) {
        if (hasChanges) return confirmLeave();
        «closeEditor();|draft.clear();|»
        location.⟦assign→replace⟧("‹to›");
      ƒ}
      `,
    ],
  }),
  sketched("unknown-path-page", {
    seen: [
      "=unknown urls [show|give] a blank page, should be {page}",
      "add a catch-all route with {page}",
      "show {page} for [unknown paths|everything else]",
      "=wrong links end [on|at] an empty page. {page} is there but not [used|routed]",
      "=[404s|not found pages] are missing, use {page}",
      "=mistyped addresses should [get|show] {page}",
      "[route|send] everything else to {page}",
      "={page} should come up for any other path",
      "={page} isn't used[ anywhere|] yet, it's for unknown paths",
      "=can {page} be shown when no route matches?",
      "=white screen on /asdf, want {page}",
      "=no match[, no page|]: {page}",
      "=[no|there's no] catch-all[, {page} would be it|, use {page}]",
      "=[unknown|wrong|mistyped] urls → {page}",
      "=[expected|should see] {page} for a wrong url, [got|there's] [nothing|a blank page]",
      "[add|use] {page} as [fallback|the catch-all|the last route]",
    ],
    unseen: [
      "=getting lost in our app means staring at nothing, though we have {page}",
      "=whatever path nobody serves goes to {page}",
    ],
    vars: {
      page: ["NotFound", "NotFoundPage", "Error404", "PageNotFound", "NoMatch", "Lost", "MissingPage"],
    },
    code: [
      `
      export function AppRoutes() {
        return (
          <Routes>
            <Route path="/" element={<«Home|Start|Dashboard» />} />
            <Route path="/‹things:kebab›" element={<‹Things› />} />
            <Route path="/‹things:kebab›/:id" element={<‹Thing› />} />
            ⟦→<Route path="*" element={<‹page› />} />⟧
          </Routes>
        );
      }
      `,
      `
      export const router = createBrowserRouter([
        { path: "/", element: <«Home|Start|Dashboard» /> },
        { path: "/‹things:kebab›", element: <‹Things› />, loader: ‹things›Loader },
        «{ path: "/settings", element: <Settings /> },|»
        ⟦→{ path: "*", element: <‹page› /> },⟧
      ]);
      `,
      `
      const App = () => (
        <Layout>
          <Switch>
            <Route exact path="/" component={«Home|Start»} />
            <Route path="/‹things:kebab›/:id" component={‹Thing›} />
            «<Route path="/about" component={About} />|»
            ⟦→<Route component={‹page›} />⟧
          </Switch>
        </Layout>
      );
      `,
    ],
  }),
  sketched("add-route-for-page", {
    seen: [
      "add a route {textPath} [for|with] {page}",
      "={textPath} [leads nowhere|has no route], should show {page}",
      "={page} has no route yet[:|, should be] {textPath}",
      "[route|map|connect] {textPath} to {page}",
      "=there should be a page at {textPath}: {page}",
      "make {page} reachable [at|under] {textPath}",
      "={textPath} → {page}",
      "=the link to {textPath} is dead, {page} is the page",
      "=we have {page} now, [put it at|it belongs to] {textPath}",
      "=can [i get|we have] {page} at {textPath}?",
      "=new page {page}, [path|url|route] {textPath}",
      "register {page} under {textPath}[ after the others|, last]",
      "=[missing|no] route for {page}, [it's|should be] {textPath}",
      "={textPath} [is a 404|isn't routed|shows nothing], {page} [belongs|should be] there",
      "[show|render|mount] {page} [at|on|under] {textPath}",
    ],
    unseen: ["=typing {textPath} ought to bring up {page}", "hook {page} up to the address {textPath}"],
    rows: [
      [
        { path: "/settings", page: "Settings" },
        { path: "/profile", page: "ProfilePage" },
        { path: "/about", page: "About" },
        { path: "/reports", page: "ReportsPage" },
        { path: "/help", page: "Help" },
        { path: "/billing", page: "Billing" },
        { path: "/admin", page: "AdminPanel" },
        { path: "/search", page: "SearchPage" },
        { path: "/imprint", page: "Imprint" },
        { path: "/changelog", page: "Changelog" },
        { path: "/welcome", page: "Onboarding" },
        { path: "/stats", page: "Statistics" },
      ],
    ],
    code: [
      `
      <Routes>
        <Route path="/" element={<«Home|Start|Dashboard» />} />
        <Route path="/‹things:kebab›" element={<‹Thing›List />} />
        «<Route path="/‹things:kebab›/:id" element={<‹Thing›Page />} />|»
        ⟦→<Route path="‹path›" element={<‹page› />} />⟧
      </Routes>
      `,
      `
      export const routes: RouteObject[] = [
        { path: "/", element: <«Home|Start|Dashboard» /> },
        { path: "/‹things:kebab›/:id", element: <‹Thing›Page /> },
        «{ path: "/‹others:kebab›", element: <‹Other›List /> },|»
        ⟦→{ path: "‹path›", element: <‹page› /> },⟧
      ];
      `,
      `
      const routes = [
        { path: "/", component: «Home|Start|Dashboard» },
        { path: "/‹things:kebab›", component: ‹Thing›List, name: "‹things:kebab›" },
        ⟦→{ path: "‹path›", component: ‹page› },⟧
      ];

      export const router = createRouter({ history: createWebHistory(), routes });
      `,
      `
      const pages: Record<string, () => ReactNode> = {
        "/": () => <«Home|Start|Dashboard» />,
        "/‹things:kebab›": () => <‹Thing›List />,
        ⟦→"‹path›": () => <‹page› />,⟧
      };

      export const Current = () => pages[usePath()]?.() ?? <NotFound />;
      `,
    ],
  }),
  sketched("link-from-the-root", {
    seen: [
      "=[the link|it] goes to the wrong place when i'm already on a {wordsThing} page",
      "=the link is relative[, should start at the root|]",
      "=the path is doubled when [clicked|i click it] twice",
      "make the [link|path] absolute",
      "=[leading|the leading|first] slash is missing",
      "add the [leading slash|slash in front]",
      "=works from the start page only, [elsewhere|on sub pages] it's a 404",
      "=clicking it on a nested page appends to the current url",
      "=should always go to the root's {wordsThings}, wherever i am",
      "=why does the link [depend on|change with] the page i'm on?",
      "=can the path begin with a slash?",
      "=needs a / [in front|at the start|first]",
      "=[relative|wrong] link, [should be|make it] absolute",
      "=[expected|should go to] the same page from anywhere, [depends on where i am|resolves against the current path]",
      "=the slash [in front|at the start] is missing",
      "prefix [it|the path] with a slash",
    ],
    unseen: [
      "=from deeper down the path it points somewhere else",
      "let it lead to the same place from everywhere",
    ],
    code: [
      `
      export function ‹Thing›Row({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        return (
          <li>
            <Link to={⟦´‹things:kebab›/€{‹thing›.id}´→´/‹things:kebab›/€{‹thing›.id}´⟧}>{‹thing›.name}</Link>
            «<img src={‹thing›.imageUrl} alt="" />|<a href={‹thing›.website}>Website</a>»
          </li>
        );
      }
      `,
      `
      ƒ ‹thing›Links(‹things›: ‹Thing›[]) {
        return ‹things›.map((‹thing›) => ({
          label: ‹thing›.«name|title»,
          href: ´⟦→/⟧‹things:kebab›/€{‹thing›.«id|slug»}´,
          «key: ´‹thing:kebab›-€{‹thing›.id}´,|class: "link",»
        }));
      ƒ}
      `,
      `
      <nav>
        <NavLink to="/">Start</NavLink>
        <NavLink to="⟦→/⟧‹things:kebab›">‹things:Words›</NavLink>
        <NavLink to="/‹others:kebab›">‹others:Words›</NavLink>
      </nav>
      `,
      `
      const open‹Thing› = (‹thing›: ‹Thing›) => {
        «setSelected(‹thing›.id);|track("‹thing:snake›_opened");|»
        navigate(´⟦→/⟧‹things:kebab›/€{‹thing›.id}´);
      };
      const openHelp = () => window.open("https://help.example.com");
      `,
    ],
  }),
  sketched("to-the-top-on-next-page", {
    seen: [
      "=[stays|we stay] at the bottom when [going to|opening] the next page",
      "scroll to the top [when|after] the page [changes|has changed]",
      "=should scroll up[ then|]",
      "=the scroll position is kept, [i|users] land in the middle of the [new|next] page",
      "=after clicking next i have to scroll up [myself|every time]",
      "jump to the top[ too|, too]",
      "=can it go to the top?",
      "=the new {wordsThings} are off screen, scroll up",
      "=need window.scrollTo(0, 0) here",
      "scroll up",
      "=why do i see the footer first on the next page?",
      "also scroll to the top",
      "=[expected|should be] at the top, [i'm|we're] still at the bottom",
      "=[next page|a new page] [should|must] start at the top",
      "[go|move|scroll] back up[ then| afterwards|]",
      "=scroll position [stays|isn't reset][, annoying|]",
    ],
    unseen: ["=one begins reading page two from its end", "bring people back to where the page begins"],
    vars: { page: ["page", "currentPage", "pageIndex", "step"] },
    code: [
      `
      const goTo = (next: number) => {
        set‹Page›(next);
        «track("‹page:snake›_changed", { next });|setSelected(null);|»
        ⟦→window.scrollTo(0, 0);⟧
      };

      return <Pager «current|value»={‹page›} onChange={goTo} label="‹things:Words›" />;
      `,
      `
      ƒ use‹Thing›Pages(‹page›: number) {
        useEffect(() => {
          document.title = ´‹things:Words›, page €{‹page›}´;
          ⟦→window.scrollTo(0, 0);⟧
        }, [‹page›]);
        useEffect(() => prefetch‹Things›(‹page› + 1), [‹page›]);
      ƒ}
      `,
      `
      export class ‹Thing›Wizard {
        ‹page› = 0;

        next(): void {
          this.‹page›++;
          this.render();
          ⟦→window.scrollTo(0, 0);⟧
        }

        render(): void {
          this.root.replaceChildren(this.«pages|views»[this.‹page›]);
        }
      }
      `,
    ],
  }),
  sketched("object-url-is-freed", {
    seen: [
      "=every [export|download] [leaks|costs] memory",
      "=the [object url|blob url] is never [revoked|released|freed]",
      "revoke the [object url|url] [afterwards|after the click]",
      "=memory [grows|goes up] with every [download|export]",
      "free the blob url[ again|]",
      "=revokeObjectURL is missing",
      "clean up the url[ when done|]",
      "=blobs pile up",
      "=who revokes {url}? nobody",
      "=can {url} be released when the download has started?",
      "=should let go of {url} at the end",
      "call revokeObjectURL for {url}",
      "=[object urls|blob urls] are [leaking|never revoked|not freed]",
      "=createObjectURL without revokeObjectURL",
      "revoke {url}[ when done| at the end|]",
    ],
    unseen: ["=after a hundred exports the tab is enormous", "give back what createObjectURL has taken"],
    vars: { url: ["url", "objectUrl", "href", "blobUrl", "downloadUrl"], link: ["link", "a", "anchor"] },
    code: [
      `
      ƒ download‹Things›(‹things›: ‹Thing›[]) {
        const blob = new Blob([JSON.stringify(‹things›)], { type: "application/json" });
        const ‹url› = URL.createObjectURL(blob);
        const ‹link› = document.createElement("a");
        ‹link›.href = ‹url›;
        ‹link›.download = "‹things:kebab›.json";
        ‹link›.click();
        ⟦→URL.revokeObjectURL(‹url›);⟧
      ƒ}
      `,
      `
      const export‹Things› = async () => {
        «setBusy(true);|track("export");|»
        const response = await fetch("/api/‹things:kebab›.csv");
        const ‹url› = URL.createObjectURL(await response.blob());
        const ‹link› = Object.assign(document.createElement("a"), { href: ‹url›, download: "‹things:kebab›.csv" });
        ‹link›.click();
        ⟦→URL.revokeObjectURL(‹url›);⟧
      };
      `,
      `
      export class ‹Thing›Saver {
        private readonly ‹link› = document.createElement("a");

        save(content: BlobPart, name: string): void {
          const ‹url› = URL.createObjectURL(new Blob([content]));
          this.‹link›.href = ‹url›;
          this.‹link›.download = «name|´€{name}.txt´»;
          this.‹link›.click();
          ⟦→URL.revokeObjectURL(‹url›);⟧
        }
      }
      `,
    ],
  }),
];
