import { sketched } from "./sketch.ts";

/** What people tell of chats, rooms and whatever else is there at once. */
export const PLAY_LIVE = [
  sketched("chat-own-ones-are-read", {
    seen: [
      "=[my own|own|your own] [messages|ones] count as {unread}",
      "=when i write something [myself|], {unread} goes up",
      "=i get a badge for what i [wrote|sent] myself",
      "don't count my own {messages}[ as unread|]",
      "=own {messages} should not [raise|increase] {unread}",
      "=the sender sees [his|their] own {message} as new",
      "skip {unread} for [messages|things] from {me}",
      "=why is {unread} 1 after i send one?",
      "=talking to myself, {unread} counts it",
      "={unread} only for {messages} from others",
    ],
    unseen: ["=nobody needs to be told about what they typed themselves", "leave {me} out of {unread}"],
    rows: [
      [
        { message: "message", messages: "messages" },
        { message: "comment", messages: "comments" },
        { message: "reply", messages: "replies" },
        { message: "post", messages: "posts" },
        { message: "note", messages: "notes" },
      ],
    ],
    vars: {
      unread: ["unread", "unreadCount", "unseen", "badge", "newCount"],
      me: ["me.id", "userId", "currentUser.id", "myId", "user.id", "self.id"],
      from: ["from", "senderId", "authorId", "userId", "sender"],
    },
    code: [
      `
      socket.on("‹message›", (‹message›: ‹Message›) => {
        ‹messages›.push(‹message›);
        ⟦→if (‹message›.‹from› !== ‹me›) ⟧‹unread›++;
        «render();|scrollDown();|list.update();»
      });

      socket.on("connect", () => «hello(‹me›)|socket.emit("join", ‹me›)»);
      `,
      `
      class «Chat|Room|Channel» {
        ‹unread› = 0;

        receive(‹message›: ‹Message›) {
          this.‹messages›.push(‹message›);
          ⟦→if (‹message›.‹from› !== this.‹me›) ⟧this.‹unread› += 1;
          this.total += 1;
        }

        isMine(‹message›: ‹Message›) {
          return ‹message›.‹from› === this.‹me›;
        }
      }
      `,
      `
      const on‹Message› = (‹message›: ‹Message›) => {
        set‹Messages›((old) => [...old, { ...‹message›, isMine: ‹message›.‹from› === ‹me› }]);
        ⟦→if (‹message›.‹from› !== ‹me›) ⟧set‹Unread›((count) => count + 1);
        setLast(‹message›.at);
      };
      `,
    ],
  }),
  sketched("chat-open-room-is-read", {
    seen: [
      "=unread goes up [in|for] the room [i have open|i'm looking at|that is open]",
      "=the [open|current] room gets a badge [too|as well]",
      "=i'm reading along and it[ still|] counts as unread",
      "don't count[ unread|] for the [open|active] room",
      "={unread} should only [grow|go up] for other rooms than {open}",
      "=messages i see [right now|as they come] are counted as unread",
      "only count when the message isn't in {open}",
      "=why is there a badge on the chat i'm in?",
      "={open} never has unread ones",
    ],
    unseen: ["=the red dot is on the very conversation in front of me", "leave {open} alone when counting"],
    vars: {
      open: ["activeRoom", "currentRoomId", "openRoom", "roomId", "selectedRoomId", "openChannel"],
      unread: ["unread", "unreadCounts", "badges", "unseen", "counts"],
      room: ["room", "roomId", "channel", "channelId"],
    },
    code: [
      `
      ƒ onMessage(message: Message) {
        addTo(message.‹room›, message);
        ⟦→if (message.‹room› !== ‹open›) ⟧‹unread›[message.‹room›] = (‹unread›[message.‹room›] ?? 0) + 1;
        «play("pling");|lastAt[message.‹room›] = message.at;»
      ƒ}

      ƒ enter(id: string) {
        ‹open› = id;
        ‹unread›[id] = 0;
      ƒ}
      `,
      `
      export const useChat = create<Chat>((set, get) => ({
        ‹open›: "",
        ‹unread›: {},
        received(message) {
          const { ‹unread›, ‹open› } = get();
          log(‹open›, message);
          ⟦→if (message.‹room› === ‹open›) return;⟧
          set({ ‹unread›: { ...‹unread›, [message.‹room›]: (‹unread›[message.‹room›] ?? 0) + 1 } });
        },
      }));
      `,
    ],
  }),
  sketched("chat-typing-goes-away", {
    seen: [
      "=[typing|is typing][...|…] never [disappears|goes away], {seconds} seconds [would do|are plenty]",
      "=it [says|shows] [typing|is typing] forever, should be {seconds} seconds",
      "=when someone stops [writing|typing] it still says typing, make it [end|stop] after {ms} ms",
      "hide [typing|it] [again after|after] {seconds} seconds",
      "=the typing [hint|indicator|line] should [vanish|be gone] after {seconds} seconds",
      "=people who left are still typing, {seconds} seconds are enough",
      "=[never|nothing ever] sets {typing} back to {off}, do that after {seconds} seconds",
      "reset {typing} to {off} after {ms} ms",
      "=after {seconds} seconds without a sign, nobody is typing any more",
    ],
    unseen: [
      "=dots dance on although they fell asleep, give them {seconds} seconds",
      "expire {typing} after {ms}",
    ],
    rows: [
      [
        { ms: "3000", seconds: "3" },
        { ms: "2000", seconds: "2" },
        { ms: "5000", seconds: "5" },
        { ms: "4000", seconds: "4" },
      ],
      [
        { typing: "isTyping", off: "false", on: "true" },
        { typing: "typing", off: "false", on: "true" },
        { typing: "someoneTypes", off: "false", on: "true" },
        { typing: "typingUser", off: "null", on: "user" },
        { typing: "writer", off: "null", on: "user.name" },
        { typing: "whoTypes", off: "undefined", on: "user" },
      ],
    ],
    code: [
      `
      let timer: ReturnType<typeof setTimeout> | undefined;

      socket.on("typing", (user) => {
        ‹typing› = ‹on›;
        show(user);
        ⟦→clearTimeout(timer);
        timer = setTimeout(() => {
          ‹typing› = ‹off›;
        }, ‹ms›);⟧
      });
      `,
      `
      const timer = useRef<ReturnType<typeof setTimeout>>();

      const onTyping = (user: User) => {
        set‹Typing›(‹on›);
        ⟦→clearTimeout(timer.current);
        timer.current = setTimeout(() => set‹Typing›(‹off›), ‹ms›);⟧
      };
      `,
      `
      class Room {
        private timer?: ReturnType<typeof setTimeout>;

        typed(user: User) {
          this.‹typing› = ‹on›;
          ⟦→clearTimeout(this.timer);
          this.timer = setTimeout(() => {
            this.‹typing› = ‹off›;
          }, ‹ms›);⟧
        }
      }
      `,
    ],
  }),
  sketched("chat-reconnect-gives-up", {
    seen: [
      "=it [reconnects|tries] forever",
      "=[never stops|doesn't stop] [reconnecting|trying][ when the server is gone|]",
      "=[endless|infinite] reconnects",
      "give up after {max}[ attempts| tries|]",
      "=it should [stop|give up] after {max} [tries|attempts]",
      "=the server gets [hammered|flooded] by clients that [never give up|try for hours]",
      "=nobody looks at {max}",
      "=we count {attempts} but nobody cares",
      "stop when {attempts} [reaches|hits] {max}",
      "=why does it go on when {attempts} is over {max}?",
    ],
    unseen: ["=laptop tried all night long, fan at full speed", "respect {max} here"],
    vars: {
      max: ["MAX_ATTEMPTS", "MAX_RETRIES", "MAX_RECONNECTS", "LIMIT", "MAX_TRIES"],
      attempts: ["attempts", "retries", "tries", "attempt", "failures"],
      connect: ["connect", "open", "reconnect", "start"],
      delay: ["DELAY", "1000", "wait", "2000"],
    },
    code: [
      `
      const ‹max› = «5|10|8»;
      let ‹attempts› = 0;

      ƒ ‹connect›() {
        const socket = new WebSocket(«url|SERVER|getUrl()»);
        socket.onmessage = (event) => handle(event.data);
        socket.onclose = () => {
          ⟦→if (‹attempts› >= ‹max›) return;⟧
          ‹attempts›++;
          setTimeout(‹connect›, ‹delay›);
        };
      ƒ}
      `,
      `
      const ‹max› = «3|20|6»;

      export class Connection {
        private ‹attempts› = 0;

        private onClose = () => {
          this.emit("closed");
          ⟦→if (this.‹attempts› >= ‹max›) return;⟧
          this.‹attempts› += 1;
          setTimeout(() => this.‹connect›(), «1000|2 ** this.‹attempts› * 100»);
        };
      }
      `,
    ],
  }),
  sketched("chat-attempts-start-anew", {
    seen: [
      "=after a few [lost connections|disconnects][ in a day|] it [stops|gives up] [for good|]",
      "={attempts} is never [reset|set back]",
      "=a successful connection should [reset|clear] {attempts}",
      "set {attempts}[ back|] to 0 [when|once] connected",
      "=it waits longer and longer although it [connected|worked] in between",
      "=old failures[ still|] count after we're back [online|]",
      "reset {attempts} on open",
      "=the tries of last time are still in {attempts} after a good connection",
      "=counts all failures of the day, not those in a row",
    ],
    unseen: [
      "=once we're through, it should forget about the trouble before",
      "zero {attempts} as soon as the line is up",
    ],
    vars: {
      attempts: ["attempts", "retries", "tries", "failures", "reconnects", "backoff"],
      state: ["connected", "isOnline", "ready", "online"],
    },
    code: [
      `
      let ‹attempts› = 0;
      let ‹state› = false;

      ƒ connect() {
        const socket = new WebSocket(URL);
        socket.onopen = () => {
          ‹state› = true;
          ⟦→‹attempts› = 0;⟧
        };
        socket.onclose = () => {
          ‹state› = false;
          ‹attempts›++;
          setTimeout(connect, 500 * 2 ** ‹attempts›);
        };
      ƒ}
      `,
      `
      class «Link|Feed|Client» {
        private ‹attempts› = 0;

        private opened() {
          this.‹state› = true;
          ⟦→this.‹attempts› = 0;⟧
          this.flush();
        }

        private closed() {
          this.‹state› = false;
          if (this.‹attempts›++ < 10) this.open();
        }
      }
      `,
      `
      socket.on("connect", () => {
        set‹State›(true);
        ⟦→‹attempts›.current = 0;⟧
      });
      socket.on("disconnect", () => {
        set‹State›(false);
        ‹attempts›.current += 1;
        if (‹attempts›.current > 5) giveUp();
      });
      `,
    ],
  }),
  sketched("chat-not-twice", {
    seen: [
      "=[messages|some messages] [show up|appear|are shown] twice",
      "=[the same|one] {message} [comes|is listed] two times",
      "=after a reconnect {messages} are doubled",
      "[skip|ignore] {messages} [we|that we] [already have|know already]",
      "=duplicates in {messages}, they have the same {id}",
      "don't add a {message} with [a known|the same] {id}[ again|]",
      "=my own {message} is there two times, once from me and once from the server",
      "=same {id} should be [there|listed] only once",
      "=why is it in {messages} twice?",
    ],
    unseen: ["=i see double in the chat", "make sure each {id} is added just once"],
    rows: [
      [
        { message: "message", messages: "messages" },
        { message: "comment", messages: "comments" },
        { message: "event", messages: "events" },
        { message: "entry", messages: "entries" },
        { message: "post", messages: "posts" },
        { message: "alert", messages: "alerts" },
      ],
    ],
    vars: { id: ["id", "uuid", "messageId", "key", "nonce"] },
    code: [
      `
      ƒ on‹Message›(‹message›: ‹Message›) {
        lastSeen = ‹message›.at;
        ⟦→if (‹messages›.some((one) => one.‹id› === ‹message›.‹id›)) return;⟧
        ‹messages›.push(‹message›);
        «render();|notify(‹message›);|count++;»
      ƒ}
      `,
      `
      socket.on("‹message›", (‹message›: ‹Message›) => {
        set‹Messages›((old) =>
          ⟦[...old, ‹message›]→old.some((one) => one.‹id› === ‹message›.‹id›) ? old : [...old, ‹message›]⟧,
        );
        setTyping(«[]|false|null»);
        remember(‹message›.‹id›);
      });
      `,
      `
      class Feed {
        add(‹message›: ‹Message›) {
          ⟦→if (this.‹messages›.some((one) => one.‹id› === ‹message›.‹id›)) return;⟧
          this.‹messages›.push(‹message›);
          this.emit("changed");
        }

        remove(‹id›: string) {
          this.‹messages› = this.‹messages›.filter((one) => one.‹id› !== ‹id›);
        }
      }
      `,
    ],
  }),
  sketched("chat-not-to-the-sender", {
    seen: [
      "=[whoever sends|the sender] gets [it|their own {textEvent}] back",
      "=i [see|get] my own {textEvent}[ event|]",
      "=should go to [everyone else|the others] in the room only",
      "[send|emit] {textEvent} to the others[ only|, not to the sender|]",
      "=the one who [did|sent] it [should not|needn't] get {textEvent} too",
      "=[use|should be] socket, not io for {textEvent}",
      "=everybody incl. myself gets {textEvent}",
      "exclude the sender from {textEvent}",
      "=it echoes {textEvent} to me",
    ],
    unseen: [
      "=why am i told about {textEvent} when it was me?",
      "broadcast {textEvent} without the originator",
    ],
    vars: {
      event: ["typing", "user joined", "cursor", "move", "drawing", "joined", "reaction", "edit"],
      room: ["room", "roomId", "channel", "gameId", "boardId", "docId"],
      second: ["members", "state", "count", "score", "saved"],
    },
    code: [
      `
      io.on("connection", (socket) => {
        socket.on("‹event›", (‹room›, data) => {
          «touch(‹room›);|log(socket.id, data);|»
          ⟦io→socket⟧.to(‹room›).emit("‹event›", data);
          io.to(‹room›).emit("‹second›", «sizeOf(‹room›)|states[‹room›]»);
        });
      });
      `,
      `
      export function register(io: Server, socket: Socket) {
        socket.on("leave", (‹room›: string) => {
          socket.leave(‹room›);
          io.to(‹room›).emit("‹second›", io.sockets.adapter.rooms.get(‹room›)?.size);
        });

        socket.on("‹event›", ({ ‹room›, ...rest }) => {
          ⟦io→socket⟧.to(‹room›).emit("‹event›", { ...rest, «from: socket.id|by: socket.data.user» });
        });
      }
      `,
    ],
  }),
  sketched("chat-rejoins-after-reconnect", {
    seen: [
      "=after [a reconnect|reconnecting|the wifi was gone] [no messages come|nothing comes] [in|any more]",
      "=we're not in the room any more after [a reconnect|the connection was lost]",
      "join [the room|{room}] again [on|after] reconnect",
      "=[the server forgets|it forgets] the room when the connection breaks",
      "=joins only once, not[ again|] after a reconnect",
      "=should join {room} on every connect",
      "=[works|fine] until the connection breaks, then it's silent",
      "=nobody rejoins {room} when the socket comes back",
      "emit {textJoin} on connect[ too|]",
    ],
    unseen: [
      "=tunnel, no signal, back again: chat is dead until i reload",
      "enter {room} anew whenever the socket connects",
    ],
    vars: {
      room: ["roomId", "room", "channelId", "gameId", "boardId", "threadId"],
      join: ["join", "subscribe", "enter", "join room"],
    },
    code: [
      `
      useEffect(() => {
        const join = () => socket.emit("‹join›", ‹room›);
        join();
        ⟦→socket.on("connect", join);⟧
        socket.on("message", onMessage);
        return () => {
          ⟦→socket.off("connect", join);⟧
          socket.off("message", onMessage);
        };
      }, [‹room›]);
      `,
      `
      ƒ enter(‹room›: string) {
        «current = ‹room›;|title(‹room›);|»
        ⟦socket.emit("‹join›", ‹room›);→socket.on("connect", () => socket.emit("‹join›", ‹room›));⟧
        socket.on("message", show);
        socket.connect();
      ƒ}
      `,
    ],
  }),
  sketched("chat-leaves-the-old-room", {
    seen: [
      "=after switching i[ still|] get messages [from|of] the old room",
      "=[you are|i'm] in [both|all] rooms after switching",
      "leave the [old|previous] room [first|before joining]",
      "=never leaves the [previous|old] room",
      "=messages of other rooms [show up|come in] [after a while|]",
      "=switching rooms should [leave|unsubscribe from] the last one",
      "=two rooms at once after a switch",
      "=missing leave[ for {current}|]",
      "leave {current} before joining the next",
    ],
    unseen: ["=the room i was in before keeps talking to me", "get out of {current} when changing"],
    vars: {
      current: ["currentRoom", "room", "activeRoom", "lastRoom", "joined"],
      next: ["next", "roomId", "id", "target"],
    },
    code: [
      `
      let ‹current›: string | undefined;

      ƒ switchTo(‹next›: string) {
        ⟦→if (‹current›) socket.emit("leave", ‹current›);⟧
        socket.emit("join", ‹next›);
        ‹current› = ‹next›;
        «clearMessages();|loadHistory(‹next›);|»
      ƒ}
      `,
      `
      socket.on("switch", async (‹next›: string) => {
        const { ‹current› } = socket.data;
        ⟦→if (‹current›) socket.leave(‹current›);⟧
        socket.join(‹next›);
        socket.data.‹current› = ‹next›;
        socket.emit("history", await history(‹next›));
      });
      `,
    ],
  }),
  sketched("chat-shift-enter-breaks-line", {
    seen: [
      "=shift[+| ]enter [sends it|sends the {message}] too",
      "=can't [write|make] a new line[ with shift+enter|]",
      "=[no way|it's impossible] to write two lines",
      "=shift+enter should [break the line|make a new line|not send]",
      "[only send|send] on enter without shift",
      "let shift+enter make a line break",
      "don't send when shift is [held|down|pressed]",
      "=[in slack|everywhere else] shift+enter is a new line",
      "=every enter sends, with shift too",
      "=how do i get a line break into a {message}?",
    ],
    unseen: ["=multi-line {message} please, the usual combo", "check for shift before {send}"],
    vars: {
      message: ["message", "comment", "reply", "prompt", "note", "question"],
      send: ["send", "submit", "onSend", "post", "handleSubmit", "ask"],
    },
    code: [
      `
      <textarea
        value={‹message›}
        onChange={(event) => set‹Message›(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") cancel();
          if (event.key === "Enter"⟦→ && !event.shiftKey⟧) {
            event.preventDefault();
            ‹send›();
          }
        }}
      />
      `,
      `
      ƒ onKeyDown(event: KeyboardEvent) {
        if (event.key === "Tab") return indent(event);
        if (event.key === "Enter"⟦→ && !event.shiftKey⟧) {
          event.preventDefault();
          ‹send›(‹message›.value);
          «‹message›.value = "";|close();»
        }
      ƒ}
      `,
      `
      ‹message›Input.addEventListener("keydown", (e) => {
        if (e.key !== "Enter"⟦→ || e.shiftKey⟧) return;
        e.preventDefault();
        ‹send›(‹message›Input.value«.trim()|»);
      });
      `,
    ],
  }),
  sketched("chat-nothing-is-not-sent", {
    seen: [
      "=you can send [empty|blank] {wordsText}s",
      "=[pressing|hitting] enter [with nothing typed|in the empty box] sends [an empty one|nothing but an empty bubble]",
      "=empty bubbles in the chat",
      "=[just spaces|only blanks] [can be|are] sent[ too|]",
      "[ignore|don't send] [an empty|a blank] {text}",
      "=should do nothing if {text} is [empty|blank]",
      "=someone [spams|sends] blank {wordsText}s",
      "return if {text} is [blank|only spaces]",
      "=why can i send spaces?",
    ],
    unseen: [
      "=there are bubbles without a word in them",
      "refuse {text} when there's nothing but whitespace",
    ],
    vars: {
      text: ["text", "message", "draft", "input", "comment", "body"],
      send: ["send", "post", "submit", "sendMessage", "publish"],
    },
    code: [
      `
      ƒ ‹send›(‹text›: string) {
        ⟦→if (!‹text›.trim()) return;⟧
        socket.emit("‹send:kebab›", { ‹text›, «at: Date.now()|room|to» });
        «scrollDown();|play("sent");|sent++;»
      ƒ}
      `,
      `
      const [‹text›, set‹Text›] = useState("");

      const ‹send› = async () => {
        ⟦→if (!‹text›.trim()) return;⟧
        setError(null);
        await api.add({ ‹text›, «threadId|room|author: me.id» });
        set‹Text›("");
      };
      `,
      `
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        const ‹text› = new FormData(form).get("‹text›") as string;
        ⟦→if (!‹text›.trim()) return;⟧
        ‹send›(‹text›);
        form.reset();
      });
      `,
    ],
  }),
  sketched("chat-box-empty-after-send", {
    seen: [
      "=the [text|old text] [stays|is still there] [in the box|in the input|] after [sending|i send]",
      "=i have to delete [the text|what i wrote] myself after sending",
      "[clear|empty] {text} after [sending|it is sent]",
      "=the input should be empty after sending",
      "=after sending my {wordsText} is still in the field",
      "reset {text}[ when sent| after that|]",
      "=why is the field not [emptied|cleared]?",
      "=sent the same thing twice because it was still in the box",
      "set {text} to an empty string [at the end|after sending]",
    ],
    unseen: ["=what i've sent keeps standing there", "blank {text} once it's out"],
    vars: {
      text: ["text", "message", "draft", "input", "comment", "question", "prompt", "reply"],
      send: ["send", "post", "submit", "ask", "add"],
    },
    code: [
      `
      const [‹text›, set‹Text›] = useState("");
      const [files, setFiles] = useState<File[]>([]);

      const on‹Send› = «async |»() => {
        ‹send›({ ‹text›, files });
        setFiles([]);
        ⟦→set‹Text›("");⟧
      };
      `,
      `
      ƒ async ‹send›() {
        const ‹text› = ‹text›Field.value;
        await api.‹send›(‹text›);
        ⟦→‹text›Field.value = "";⟧
        «‹text›Field.focus();|list.scrollTop = list.scrollHeight;»
      ƒ}
      `,
      `
      export default defineComponent({
        data: () => ({ ‹text›: "", busy: false }),
        methods: {
          async ‹send›() {
            this.busy = true;
            await this.$api.create({ ‹text›: this.‹text› });
            ⟦→this.‹text› = "";⟧
            this.busy = false;
          },
        },
      });
      `,
    ],
  }),
  sketched("chat-many-is-99-plus", {
    seen: [
      "=the badge [explodes|gets too wide] with [big|large] numbers",
      "[show|make it] 99+ [if there are more|for more than 99]",
      "=should say 99+ [when|if] {count} is [over|above] 99",
      "={count} of 1243 doesn't fit [into the badge|there]",
      "cap the [badge|number] at 99+",
      "=more than 99 should [be|read] 99+",
      "=four digits break the badge, 99+ is enough",
      "=can we do 99+ like [everyone else|on the phone]?",
      "=nobody needs to know it's {count} exactly, 99+ will do",
    ],
    unseen: ["=above 99 a plus is all i want to see", "abbreviate {count} to 99+"],
    vars: {
      count: ["unread", "count", "unreadCount", "notifications", "pending", "total", "messages"],
    },
    code: [
      `
      export function «Badge|Bell|InboxIcon»({ ‹count›, title }: Props) {
        if (‹count› === 0) return null;
        return (
          <span className="«badge|count|bubble»" title={title}>
            {⟦‹count›→‹count› > 99 ? "99+" : ‹count›⟧}
          </span>
        );
      }
      `,
      `
      ƒ updateBadge(‹count›: number) {
        badge.hidden = ‹count› === 0;
        badge.textContent = ⟦String(‹count›)→‹count› > 99 ? "99+" : String(‹count›)⟧;
        «document.title = ´Chat (€{‹count›})´;|favicon(‹count› > 0);»
      ƒ}
      `,
      `
      <Tab
        icon={«chatIcon|<ChatIcon />|bell»}
        active={tab === "chat"}
        badge={⟦‹count›→‹count› > 99 ? "99+" : ‹count›⟧}
        onPress={() => setTab("chat")}
      />
      `,
    ],
  }),
];
