import { sketched } from "./sketch.ts";

/** Web sockets, events, analytics, feature flags. */
export const CLIENT_LIVE = [
  sketched("message-data-is-text", {
    seen: [
      "=[the message|event.data] is a string",
      "=[everything|all fields] of the message [is|are] undefined, it's json text",
      "parse the [message|data]",
      "=JSON.parse is missing",
      "=the data arrives as text, not as an object",
      "parse {event}.data as json",
      "=the type of a message is always undefined",
      "={event}.data [isn't|is not] parsed",
      "=messages come in but nothing happens, data is a string",
      "=why is type undefined? the server sends json",
      "=can we get an object out of {event}.data?",
      "=the switch never matches because {event}.data is text",
      "read the data as JSON",
      "=[socket messages|messages] [are|come as] json strings, [nobody parses them|we never parse them]",
      "={event}.data [needs|wants] [JSON.parse|parsing]",
      "decode {event}.data[ first|]",
      "=[fields|properties] of the message are [all|always] undefined",
    ],
    unseen: ["=what the socket delivers has yet to be decoded", "make an object of what came over the wire"],
    vars: {
      event: ["event", "e", "message", "msg", "ev"],
      data: ["update", "payload", "body", "packet", "data"],
    },
    code: [
      `
      const socket = new WebSocket(«url|SOCKET_URL|´wss://€{location.host}/live´»);

      socket.addEventListener("open", () => setStatus("open"));
      socket.addEventListener("message", (‹event›) => {
        const ‹data› = ⟦‹event›.data→JSON.parse(‹event›.data)⟧;
        if (‹data›.type === "‹thing›") add‹Thing›(‹data›.‹thing›);
      });
      `,
      `
      export class ‹Thing›Channel {
        constructor(private readonly socket: WebSocket) {
          socket.onmessage = (‹event›) => this.receive(⟦‹event›.data→JSON.parse(‹event›.data)⟧);
          socket.onclose = (‹event›) => this.closed(‹event›.reason);
        }

        private receive(‹data›: ‹Thing›Message): void {
          this.listeners.get(‹data›.type)?.(‹data›);
        }
      }
      `,
      `
      ƒ on‹Thing›Message(‹event›: MessageEvent) {
        const { type, ‹thing› } = ⟦‹event›.data→JSON.parse(‹event›.data)⟧;
        ‹fill›
        switch (type) {
          case "created":
            return add‹Thing›(‹thing›);
          case "removed":
            return remove‹Thing›(‹thing›.id);
        }
      ƒ}
      `,
      `
      useEffect(() => {
        const source = new EventSource("/api/‹things:kebab›/stream");
        source.onmessage = (‹event›) => {
          const ‹data› = ⟦‹event›.data→JSON.parse(‹event›.data)⟧;
          set‹Things›((prev) => [...prev, ‹data›.‹thing›]);
        };
        return () => source.close();
      }, []);
      `,
    ],
  }),
  sketched("connection-closed-on-leave", {
    seen: [
      "=the [socket|connection] stays open [after leaving the page|when i leave]",
      "close {socket} [on unmount|when leaving|in the cleanup]",
      "=every visit opens [another|one more] connection",
      "=[the connection|{socket}] is never closed",
      "=needs a cleanup that closes {socket}",
      "=messages arrive twice after coming back",
      "clean up {socket}",
      "=leaks connections",
      "=the server sees more and more open connections per user",
      "return a cleanup[ that closes it|]",
      "=why do i get every message three times after switching {wordsThings}?",
      "=can {socket} be closed when the component goes?",
      "=[connections|sockets] [pile up|add up|are never closed]",
      "={socket} [lives on|stays connected|isn't closed] when [we leave|it's gone|nobody needs it any more]",
      "=no [cleanup|close] for {socket}",
      "call {socket}.close() [in the cleanup|at the end|when leaving]",
      "=[devtools|the network tab] [shows|has] ten open connections after some clicks",
    ],
    unseen: ["=nobody hangs up", "shut {socket} down with the component"],
    rows: [
      [
        { socket: "socket", made: "new WebSocket(url)" },
        { socket: "ws", made: "new WebSocket(url)" },
        { socket: "source", made: "new EventSource(url)" },
        { socket: "connection", made: "openConnection(url)" },
        { socket: "channel", made: "new BroadcastChannel(name)" },
        { socket: "stream", made: "new EventSource(url, { withCredentials: true })" },
        { socket: "client", made: "createClient({ url })" },
      ],
    ],
    code: [
      `
      useEffect(() => {
        const ‹socket› = ‹made›;
        ‹socket›.onmessage = (event) => add‹Thing›(JSON.parse(event.data));
        «setStatus("connected");|»
        ⟦→return () => ‹socket›.close();⟧
      }, [«url|name|‹thing›Id»]);
      `,
      `
      export function use‹Things›Live(url: string, name: string) {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);

        useEffect(() => {
          const ‹socket› = ‹made›;
          ‹socket›.addEventListener("message", ({ data }) => {
            set‹Things›(JSON.parse(data));
          });
          ⟦→return () => ‹socket›.close();⟧
        }, [url, name]);

        useEffect(() => {
          document.title = ´‹things:Words› (€{‹things›.length})´;
        }, [‹things›]);

        return ‹things›;
      }
      `,
      `
      ƒ watch‹Thing›(url: string, name: string) {
        const ‹socket› = ‹made›;
        const view = new ‹Thing›View();
        ‹socket›.onmessage = ({ data }) => view.update(data);
        return () => {
          view.remove();
          ⟦→‹socket›.close();⟧
        };
      ƒ}
      `,
    ],
  }),
  sketched("send-only-when-open", {
    seen: [
      "=InvalidStateError: still in CONNECTING state",
      "=throws when the {socket} isn't open[ yet|]",
      "only send when {socket} is open",
      "=[crashes|throws] if i send before the connection is [up|there]",
      "do nothing unless {socket} is open",
      "=should return when {socket} isn't open",
      "check that {socket} is open[ first|, return otherwise]",
      "=sends although the {socket} is closed[ already|]",
      "return [early|right away] if {socket} isn't open",
      "=readyState should be checked before sending",
      "=can it skip sending while {socket} isn't connected?",
      "=why does it throw right after the page is loaded? {socket} is still connecting",
      "=send on a [closed|connecting] socket [throws|fails|crashes]",
      "=[sometimes|at the start] {socket} isn't [ready|open] when this is called[, just skip it then|, nothing should be sent]",
      "drop it [when|if] {socket} [isn't|is not] open",
      "=[needs|add] a readyState check[, return if it's not open|]",
    ],
    unseen: [
      "=talking before the line is established ends in an exception, better keep silent",
      "make sure of the line before anything is put on it",
    ],
    vars: { socket: ["socket", "ws", "webSocket", "connection"] },
    code: [
      `
      ƒ send‹Thing›(‹socket›: WebSocket, ‹thing›: ‹Thing›) {
        ⟦→if (‹socket›.readyState !== WebSocket.OPEN) return;⟧
        ‹socket›.send(JSON.stringify({ type: "‹thing›", ‹thing› }));
      ƒ}
      `,
      `
      export class ‹Thing›Connection {
        private readonly ‹socket›: WebSocket;

        constructor(url: string) {
          this.‹socket› = new WebSocket(url);
          this.‹socket›.onclose = () => this.closed();
        }

        send(type: string, ‹thing›: ‹Thing›): void {
          ⟦→if (this.‹socket›.readyState !== WebSocket.OPEN) return;⟧
          «const message = { type, ‹thing›, at: Date.now() };|const message = { ...‹thing›, type };»
          this.‹socket›.send(JSON.stringify(message));
        }
      }
      `,
      `
      const ‹socket› = useMemo(() => new WebSocket(url), [url]);

      const on‹Thing›Move = (x: number, y: number) => {
        setPosition({ x, y });
        ⟦→if (‹socket›.readyState !== WebSocket.OPEN) return;⟧
        ‹socket›.send(´€{x},€{y}´);
      };
      `,
    ],
  }),
  sketched("reconnect-after-a-while", {
    seen: [
      "=connection lost stays lost, reconnect after {wordsTime}",
      "reconnect {wordsTime} after it was closed",
      "=should connect again {wordsTime} after [closing|the connection is lost]",
      "call {connect} again after {wordsTime} when it closes",
      "=no reconnect, try again after {wordsTime}",
      "=after a restart of the server everybody has to reload. reconnect in {wordsTime}",
      "try {connect} again {wordsTime} after [a close|the close]",
      "=[live updates|messages] stop when the wifi drops, {connect} should run again after {wordsTime}",
      "=when it closes we should wait {wordsTime} and {connect} again",
      "=can it reconnect by itself? {wordsTime} later",
      "={wordsTime} after the connection has gone it should be opened again",
      "=[we go|it goes|everything goes] offline once and never comes back, [retry|reconnect] after {wordsTime}",
      "=[wifi|the connection] drops → dead until [reload|f5]. {connect} again after {wordsTime}",
      "[schedule|start] a reconnect {wordsTime} after [close|it has closed]",
      "=[automatic reconnect|auto reconnect|reconnecting] is missing ({wordsTime})",
      "[wait|sleep] {wordsTime} after a close and {connect} again",
    ],
    unseen: [
      "=one hiccup of the network and we're deaf; give it {wordsTime} and another go",
      "bring the line up anew {wordsTime} after it broke",
    ],
    rows: [
      [
        { time: "1 second", ms: "1000" },
        { time: "3 seconds", ms: "3000" },
        { time: "5 seconds", ms: "5000" },
        { time: "10 seconds", ms: "10000" },
        { time: "2 sec", ms: "2000" },
        { time: "500 ms", ms: "500" },
      ],
    ],
    vars: { connect: ["connect", "open", "start", "connect‹Things›", "listen"] },
    code: [
      `
      ƒ ‹connect›() {
        const socket = new WebSocket(«URL_LIVE|url|config.socketUrl»);
        socket.onopen = () => setStatus("online");
        socket.onmessage = on‹Thing›Message;
        socket.onclose = () => {
          setStatus("offline");
          ⟦→setTimeout(‹connect›, ‹ms›);⟧
        };
      ƒ}
      `,
      `
      export class ‹Thing›Stream {
        private socket?: WebSocket;

        ‹connect›(): void {
          this.socket = new WebSocket(this.url);
          this.socket.addEventListener("message", ({ data }) => this.emit(JSON.parse(data)));
          this.socket.addEventListener("close", () => {
            «this.socket = undefined;|this.isOnline = false;|this.log("closed");»
            ⟦→setTimeout(() => this.‹connect›(), ‹ms›);⟧
          });
        }
      }
      `,
      `
      const ‹connect› = (onUpdate: (‹thing›: ‹Thing›) => void) => {
        const ws = new WebSocket("/live/‹things:kebab›");
        ws.addEventListener("message", (event) => onUpdate(JSON.parse(event.data)));
        ws.addEventListener("error", (event) => console.warn(event));
        ws.addEventListener("close", () => {
          console.warn("‹things:words› closed");
          ⟦→setTimeout(() => ‹connect›(onUpdate), ‹ms›);⟧
        });
      };
      `,
    ],
  }),
  sketched("messages-of-others-ignored", {
    seen: [
      "=messages [for|of] other {wordsThings} [show up|come in|are shown] too",
      "ignore messages [of|for] other {wordsThings}",
      "=we get everybody's messages, only those with our {id} [matter|are meant]",
      "skip messages whose {id} [is another one|isn't ours]",
      "={id} isn't checked",
      "check {id}[ of the message|, ignore the others]",
      "=should only react to messages with the same {id}",
      "=the wrong {wordsThing} [is updated|changes] when somebody else works",
      "return early when the {id} [differs|is different]",
      "=what happens in one {wordsThing} is shown in all of them",
      "=why do i see the updates of other {wordsThings}?",
      "=can it leave messages with another {id} alone?",
      "=[got|i get] updates that belong to [another|a different] {wordsThing}",
      "=filter by {id}[ please|, others don't concern us]",
      "=only messages [of|for] our {id}[, drop the rest|]",
      "=[two tabs|two people] with different {wordsThings} [disturb|overwrite] each other",
    ],
    unseen: [
      "=gossip from elsewhere ends up in this {wordsThing}",
      "only listen when {id} is the one we're at",
    ],
    vars: {
      id: ["‹thing›Id", "roomId", "channelId", "docId", "gameId", "boardId", "threadId"],
      message: ["message", "msg", "update", "payload", "packet"],
    },
    code: [
      `
      useEffect(() => {
        const off = socket.on("‹thing›:changed", (‹message›) => {
          ⟦→if (‹message›.‹id› !== ‹id›) return;⟧
          set‹Thing›(‹message›.‹thing›);
          «setUpdatedAt(Date.now());|play("ping");|»
        });
        return off;
      }, [‹id›]);
      `,
      `
      ƒ listen‹Thing›(channel: BroadcastChannel, ‹id›: string, show: (text: string) => void) {
        channel.onmessage = ({ data: ‹message› }) => {
          ⟦→if (‹message›.‹id› !== ‹id›) return;⟧
          show(‹message›.text);
        };
        ‹fill›
      ƒ}
      `,
      `
      export class ‹Thing›Session {
        constructor(private readonly ‹id›: string) {}

        onMessage(‹message›: Message): void {
          ⟦→if (‹message›.‹id› !== this.‹id›) return;⟧
          this.log.push(‹message›);
          this.apply(‹message›);
        }

        onClose(reason: string): void {
          this.log.push({ reason });
        }
      }
      `,
    ],
  }),
  sketched("track-an-event", {
    seen: [
      "track {textEvent} [here|when that happens]",
      "=we need to track this as {textEvent}",
      "send {textEvent} to analytics",
      "=marketing wants {textEvent} [tracked|counted]",
      "=no tracking here yet, event name {textEvent}",
      "add tracking[ for this|]: {textEvent}",
      "=analytics should get {textEvent}",
      "log the event {textEvent}[ to analytics|]",
      "=can we count how often that happens? {textEvent}",
      "call {track} with {textEvent}",
      "={textEvent} is missing in the [dashboard|funnel]",
      "=the event {textEvent} is never sent",
      "=[no idea|we don't know] how often that [happens|is used], track {textEvent}",
      "[fire|emit] {textEvent}[ there| then|]",
      "=[should|must] be tracked [as|under] {textEvent}",
      "=tracking: {textEvent}[ please| is needed|]",
      "=[where|why] is {textEvent} not [tracked|sent]?",
    ],
    unseen: ["=product would like to see {textEvent} in the numbers", "report {textEvent} as it happens"],
    rows: [
      [
        { event: "checkout_started", name: "startCheckout", doing: "openCheckout()" },
        { event: "item_added", name: "addItem", doing: "addToCart(item)" },
        { event: "search_opened", name: "openSearch", doing: "setSearchOpen(true)" },
        { event: "signup_clicked", name: "onSignupClick", doing: 'navigate("/signup")' },
        { event: "plan_upgraded", name: "upgrade", doing: "setPlan(next)" },
        { event: "video_played", name: "play", doing: "player.play()" },
        { event: "invite_sent", name: "sendInvite", doing: "api.invite(email)" },
        { event: "export_clicked", name: "handleExport", doing: "startExport()" },
        { event: "tour_finished", name: "finishTour", doing: "setTour(null)" },
        { event: "Filter Changed", name: "changeFilter", doing: "setFilter(next)" },
      ],
    ],
    vars: {
      track: ["track", "analytics.track", "trackEvent", "posthog.capture", "mixpanel.track", "logEvent"],
    },
    code: [
      `
      export function ‹Thing›Menu() {
        const ‹name› = () => {
          ‹doing›;
          ⟦→‹track›("‹event›");⟧
        };

        return (
          <Menu onOpen={() => ‹track›("‹thing:snake›_menu_opened")}>
            <MenuItem onSelect={‹name›}>Go</MenuItem>
          </Menu>
        );
      }
      `,
      `
      const ‹name› = () => {
        ‹doing›;
        «setBusy(false);|close();|»
        ⟦→‹track›("‹event›");⟧
      };

      const goBack = () => {
        navigate(-1);
        ‹track›("back_clicked");
      };
      `,
      `
      export const use‹Thing›Actions = () => ({
        ‹name›: () => {
          ‹doing›;
          ⟦→‹track›("‹event›");⟧
        },
        cancel: () => {
          «reset‹Thing›();|close‹Thing›();»
          ‹track›("«cancelled|‹thing:snake›_cancelled»");
        },
      });
      `,
      `
      export class ‹Thing›Bar {
        open(): void {
          ‹track›("‹thing:snake›_bar_opened");
          this.isOpen = true;
        }

        ‹name›(): void {
          ⟦→‹track›("‹event›");⟧
          ‹doing›;
        }
      }
      `,
    ],
  }),
  sketched("tracked-with-more", {
    seen: [
      "track the {wordsProp} [too|as well] in {textEvent}",
      "send {prop} along with {textEvent}",
      "add {prop} to the {textEvent} event",
      "={textEvent} should [have|include|contain] the {wordsProp}",
      "=we also need {prop} in {textEvent}",
      "=the {wordsProp} is missing in {textEvent}",
      "=can't tell by {wordsProp} in analytics, {textEvent} doesn't have it",
      "include {prop} in {textEvent}",
      "=data team asks for {prop} in {textEvent}",
      "=can {textEvent} carry the {wordsProp}?",
      "={prop} pls in {textEvent}",
      "pass {prop} to {textEvent} as well",
      "={textEvent} lacks [the {wordsProp}|{prop}]",
      "=[analytics|the dashboard|marketing] needs [the {wordsProp}|{prop}] [with|in] {textEvent}",
      "[also pass|also send|attach] {prop} [in|with] {textEvent}",
      "=[want|we want] to break {textEvent} down by {wordsProp}",
    ],
    unseen: ["=for {textEvent} we'd like to know the {wordsProp} besides", "enrich {textEvent} by {prop}"],
    vars: {
      prop: [
        "plan",
        "source",
        "total",
        "locale",
        "variant",
        "position",
        "duration",
        "count",
        "currency",
        "step",
      ],
      event: [
        "checkout_started",
        "‹thing:snake›_opened",
        "‹thing:snake›_created",
        "signup",
        "search",
        "page_viewed",
        "export_done",
        "shared",
      ],
      track: ["track", "analytics.track", "trackEvent", "posthog.capture", "logEvent"],
    },
    code: [
      `
      const on‹Thing›Click = (‹thing›: ‹Thing›, ‹prop›: string) => {
        ‹track›("‹event›", { id: ‹thing›.id⟦→, ‹prop›⟧ });
        open‹Thing›(‹thing›, { ‹prop› });
        «‹track›("opened", { id: ‹thing›.id });|»
      };
      `,
      `
      useEffect(() => {
        if (!isReady) return;
        ‹track›("‹event›", {
          ‹thing›Id,
          «at: Date.now(),|path: location.pathname,»
          ⟦→‹prop›,⟧
        });
      }, [isReady, ‹thing›Id, ‹prop›]);
      `,
      `
      ƒ report‹Thing›({ id, kind, ‹prop› }: ‹Thing›Report) {
        ‹track›("seen", { id });
        ‹track›("‹event›", { id, kind⟦→, ‹prop›⟧ });
        if (‹prop› === undefined) console.warn("no ‹prop:words›");
      ƒ}
      `,
    ],
  }),
  sketched("behind-feature-flag", {
    seen: [
      "only show {element} when {flag} is on",
      "put {element} behind {flag}",
      "=[it's|{element} is] not finished, hide it unless {flag} is on",
      "={element} should [only show up|be visible only] with {flag}",
      "hide {element} [without|unless] {flag}",
      "=everybody sees {element}, it should depend on {flag}",
      "={flag} has no effect[, {element} is always there|]",
      "guard {element} with {flag}",
      "=can {element} be switched on by {flag}?",
      "=feature flag for {element}: {flag}",
      "=we want to roll {element} out with {flag}",
      "=why is {element} shown although {flag} is off?",
      "=[customers|users] already see {element}, [should need|only with] {flag}",
      "[show|render] {element} [conditionally, on|only with] {flag}",
      "=no {element} [without|unless there's] {flag}[ please|]",
      "={element} [only|just] for those with {flag}[ on|]",
      "[wrap|gate] {element} with {flag}",
    ],
    unseen: [
      "=the launch is next week: nobody may come across {element} until {flag} is set",
      "let {flag} decide on whether there is {element}",
    ],
    rows: [
      [
        { name: "newSearch", element: "NewSearch" },
        { name: "comments", element: "CommentBox" },
        { name: "darkMode", element: "ThemeSwitch" },
        { name: "aiSummary", element: "Summary" },
        { name: "export", element: "ExportButton" },
        { name: "chat", element: "ChatWidget" },
        { name: "referrals", element: "InviteBanner" },
        { name: "timeline", element: "Timeline" },
        { name: "beta", element: "BetaPanel" },
        { name: "charts", element: "UsageChart" },
      ],
    ],
    vars: { flag: ["flags.‹name›", "features.‹name›", "flags.‹name›Enabled"] },
    code: [
      `
      const Sidebar = ({ ‹thing› }: { ‹thing›: ‹Thing› }) => {
        const { flags, features } = useContext(FeatureContext);
        return (
          <aside>
            <h2>{‹thing›.name}</h2>
            {flags.help && <HelpLink />}
            ⟦<‹element› id={‹thing›.id} />→{‹flag› && <‹element› id={‹thing›.id} />}⟧
          </aside>
        );
      };
      `,
      `
      export function ‹Thing›Page({ ‹thing› }: { ‹thing›: ‹Thing› }) {
        const { flags, features } = useConfig();
        return (
          <main>
            <‹Thing›Details ‹thing›={‹thing›} />
            ⟦<‹element› ‹thing›={‹thing›} />→{‹flag› && <‹element› ‹thing›={‹thing›} />}⟧
            «<‹Other›List ‹thing›={‹thing›} />|<Footer />»
          </main>
        );
      }
      `,
      `
      const Toolbar = ({ flags, features, ‹things› }: ToolbarProps) => (
        <div role="toolbar">
          {‹things›.length > 0 && <ClearButton />}
          <SortMenu />
          ⟦<‹element› />→{‹flag› && <‹element› />}⟧
        </div>
      );
      `,
      `
      const { flags, features } = useExperiments(user.id);

      return (
        <Layout title="‹things:Words›">
          ⟦<‹element› items={‹things›} />→{‹flag› && <‹element› items={‹things›} />}⟧
          <‹Thing›Table rows={‹things›} />
        </Layout>
      );
      `,
    ],
  }),
  sketched("flag-cleaned-up", {
    seen: [
      "={flag} is on for everybody, remove it[ please|]",
      "remove the {flag} flag, [it's always on|keep the new way]",
      "=rollout is done, clean up {flag}",
      "clean up {flag}[, the new version stays|]",
      "={flag} is always true now",
      "drop {flag}, keep what happens when it's on",
      "=the experiment {flag} is over, the new variant won",
      "=we don't need {flag} any more, everyone has it",
      "get rid of {flag} and the old [code|way]",
      "=flag cleanup: {flag} is at 100 %",
      "=can {flag} go? it's been on for months",
      "delete the {flag} check, it's on everywhere",
      "=[old|the old] path [of|behind] {flag} is dead[, remove it|, drop it with the flag]",
      "=[dead code|leftover]: {flag} [is always on|can't be off any more]",
      "[remove|kill] the {flag} [check|branch|flag], new [behaviour|way] stays",
      "=tech debt: {flag} [shipped|was released] [last year|months ago|to everyone]",
    ],
    unseen: [
      "={flag} has been released for good, the code needn't ask any longer",
      "retire {flag} in favour of the new behaviour",
    ],
    rows: [
      [
        { flag: "newSearch", now: "searchIndex", old: "filterAll" },
        { flag: "fastCheckout", now: "openExpress", old: "openCheckout" },
        { flag: "smartSort", now: "rankByScore", old: "sortByDate" },
        { flag: "streaming", now: "stream", old: "loadAll" },
        { flag: "newEditor", now: "openEditor", old: "openTextarea" },
        { flag: "batchApi", now: "saveBatch", old: "saveEach" },
        { flag: "serverFilters", now: "queryServer", old: "filterLocally" },
        { flag: "inlineEdit", now: "editInline", old: "openDialog" },
      ],
    ],
    code: [
      `
      const handle‹Thing› = (‹thing›: ‹Thing›) => {
        «setSelected(‹thing›.id);|track("‹thing:snake›");|»
        ⟦if (flags.‹flag›) {
          ‹now›(‹thing›);
        } else {
          ‹old›(‹thing›);
        }→‹now›(‹thing›);⟧
        «if (flags.tracking) report(‹thing›);|if (flags.sounds) play("click");»
      };
      `,
      `
      ƒ async find‹Things›(query: string, flags: Flags): Promise<‹Thing›[]> {
        const limit = flags.longLists ? 100 : 20;
        ⟦const ‹things› = flags.‹flag› ? await ‹now›(query) : await ‹old›(query);→const ‹things› = await ‹now›(query);⟧
        return ‹things›.slice(0, limit);
      ƒ}
      `,
      `
      export class ‹Thing›Service {
        run(‹things›: ‹Thing›[]): void {
          this.validate(‹things›);
          ⟦if (!isEnabled("‹flag›")) {
            this.‹old›(‹things›);
            return;
          }
          this.‹now›(‹things›);→this.‹now›(‹things›);⟧
        }

        validate(‹things›: ‹Thing›[]): void {
          if (isEnabled("strict")) ‹things›.forEach(assert‹Thing›);
        }
      }
      `,
    ],
  }),
  sketched("no-tracking-without-consent", {
    seen: [
      "=tracks [people|users] without asking for {consent}",
      "don't track without {consent}",
      "return [early|right away] if there's no {consent}",
      "=legal says: only with {consent}",
      "={consent} isn't [checked|asked]",
      "check {consent} first",
      "=nothing may be sent [before|unless] {consent} is [true|given]",
      "only send it when {consent} is [set|true]",
      "=gdpr: no {consent}, no event",
      "=should do nothing [unless|if not] {consent}",
      "=why are events sent although {consent} is false?",
      "=can this respect {consent}?",
      "={consent} [false|not given] → [nothing|no tracking]",
      "=we must [ask for|respect|look at] {consent} before [tracking|sending anything]",
      "stop[ here|] [when|if] {consent} [is false|isn't given]",
      "=[without|no] {consent} [nothing may leave the browser|there must be no request|we can't send that]",
    ],
    unseen: [
      "=people said no to {consent} and are counted all the same",
      "make {consent} a condition of sending anything",
    ],
    vars: {
      consent: [
        "consent",
        "hasConsent",
        "consent.analytics",
        "settings.tracking",
        "cookies.accepted",
        "allowTracking",
      ],
    },
    code: [
      `
      ƒ track(name: string, props: Props = {}) {
        ⟦→if (!‹consent›) return;⟧
        ‹fill›
        navigator.sendBeacon("/events", JSON.stringify({ name, ...props }));
      ƒ}
      `,
      `
      export const track‹Thing› = (‹thing›: ‹Thing›, { consent, settings, cookies, hasConsent, allowTracking }: Privacy) => {
        ⟦→if (!‹consent›) return;⟧
        const { id, «kind|type|status» } = ‹thing›;
        analytics.track("‹thing:snake›", { id });
      };
      `,
      `
      useEffect(() => {
        document.title = "‹things:Words›";
      }, []);

      useEffect(() => {
        ⟦→if (!‹consent›) return;⟧
        «gtag("event", "page_view", { path });|plausible("pageview", { u: path });|posthog.capture("$pageview");»
      }, [path, ‹consent›]);
      `,
    ],
  }),
  sketched("hands-back-unsubscribe", {
    seen: [
      "=no way to unsubscribe, let {on} return a function that removes the {listener}",
      "return [an unsubscribe function|a function to unsubscribe] from {on}",
      "have {on} hand back a function that removes the {listener}[ again|]",
      "={on} should return a function for unsubscribing",
      "=can't get rid of a {listener} again, {on} should give back an unsubscribe",
      "=we need to unsubscribe: {on} → function that deletes the {listener}",
      "=effects need a cleanup, {on} should return one that removes the {listener}",
      "make {on} return its unsubscribe",
      "=listeners pile up as {on} has no [off|opposite]. return a function that deletes it",
      "=can {on} return a function that takes the {listener} out again?",
      "=unsubscribe is missing, {on} should return it",
      "=how do i [unsubscribe|get my {listener} out again|stop listening]? {on} [returns|gives back] nothing",
      "=[memory leak|leak]: {listener} can't be removed, {on} should [return|hand out] an unsubscribe",
      "=[want|i want|we want] const off = {on}(...) and [call off later|off() to remove it]",
      "[let|make] {on} [return|give back] a function that [removes|deletes] what was added",
    ],
    unseen: [
      "=once you're in you never get out: the result of {on} should be the way to leave",
      "let callers of {on} revoke their {listener} by what they get back",
    ],
    vars: {
      on: ["on", "subscribe", "listen", "onChange", "addListener", "watch", "observe"],
      listener: ["listener", "callback", "handler", "fn", "observer"],
      set: ["listeners", "subscribers", "handlers", "observers", "callbacks"],
    },
    code: [
      `
      export class ‹Thing›Bus {
        private ‹set›: Array<(text: string) => void> = [];

        ‹on›(‹listener›: (text: string) => void) {
          this.‹set›.push(‹listener›);
          ⟦→return () => {
            this.‹set› = this.‹set›.filter((one) => one !== ‹listener›);
          };⟧
        }

        clear() {
          this.‹set› = [];
        }
      }
      `,
      `
      export class ‹Thing›Emitter {
        private readonly ‹set› = new Set<(‹thing›: ‹Thing›) => void>();

        ‹on›(‹listener›: (‹thing›: ‹Thing›) => void) {
          this.‹set›.add(‹listener›);
          ⟦→return () => {
            this.‹set›.delete(‹listener›);
          };⟧
        }

        emit(‹thing›: ‹Thing›) {
          for (const one of this.‹set›) one(‹thing›);
        }
      }
      `,
      `
      ƒ create‹Thing›Store(‹thing›: ‹Thing›) {
        const ‹set› = new Set<() => void>();
        return {
          get: () => ‹thing›,
          set(next: ‹Thing›) {
            ‹thing› = next;
            ‹set›.forEach((one) => one());
          },
          ‹on›(‹listener›: () => void) {
            ‹set›.add(‹listener›);
            ⟦→return () => {
              ‹set›.delete(‹listener›);
            };⟧
          },
        };
      ƒ}
      `,
      `
      const ‹set› = new Set<Listener<‹Thing›>>();
      let last: ‹Thing› | undefined;

      ƒ ‹on›(‹listener›: Listener<‹Thing›>) {
        ‹set›.add(‹listener›);
        «if (last) ‹listener›(last);|»
        ⟦→return () => {
          ‹set›.delete(‹listener›);
        };⟧
      ƒ}
      `,
    ],
  }),
];
