import { sketched } from "./sketch.ts";

/** What people tell of bots, scrapers, extensions, small tools and devices. */
export const PLAY_TOOLS = [
  sketched("bot-leaves-bots-alone", {
    seen: [
      "=the bot [answers|replies to] itself",
      "=two bots talk to each other [forever|all night]",
      "=[an endless loop|endless loop] with another bot",
      "ignore [bots|messages from bots|other bots]",
      "=it should only [react to|answer] humans",
      "skip [messages|everything] by [other |]bots",
      "=the bot reacts to its own messages[ and spams the channel|]",
      "=should not answer[ other|] bots",
      "=why does it [reply to|answer|react to] bots?",
    ],
    unseen: [
      "=our channel is full, it got into a chat with a colleague of its kind",
      "return if the author is no human",
    ],
    vars: {
      command: ["!ping", "!help", "!roll", "!joke", "hello", "!stats", "!top"],
      reply: ["Pong", "Hi there", "Working on it", "Here you are", "Ok"],
    },
    code: [
      `
      client.on("messageCreate", async (message) => {
        ⟦→if (message.author.bot) return;⟧
        «seen++;|log(message.id);|const { content } = message;»
        if (message.content.startsWith("‹command›")) await message.reply("‹reply›");
      });

      client.once("ready", () => console.log("ready"));
      `,
      `
      ƒ async onMessage(message: Message) {
        ⟦→if (message.author.bot) return;⟧
        const points = await addPoint(message.author.id);
        if (message.content === "‹command›") {
          await message.channel.send(´‹reply›: €{points}´);
        }
      ƒ}
      `,
      `
      export default {
        name: "messageCreate",
        async execute(message: Message) {
          ⟦→if (message.author.bot) return;⟧
          if (!message.content.includes("‹command›")) return;
          await message.«react("👍")|reply("‹reply›")»;
        },
      };
      `,
    ],
  }),
  sketched("tool-progress-reaches-100", {
    seen: [
      "=the progress [never reaches|doesn't get to] 100[ %|]",
      "=it [stops|ends] at [90|95] % or so",
      "=the last step is 90 %, not 100",
      "=the bar is never [full|complete]",
      "=[starts|begins] at 0 [although|when] the first one is done",
      "=progress is [one step|one] [behind|too low]",
      "=off by one in the progress",
      "count the one [just done|that is done] too",
      "=why is it not at 100 % at the end?",
      "add 1 to {i}[ for the progress|]",
    ],
    unseen: [
      "=finished, and the bar still has a gap on the right",
      "={i} counts from 0, so lift it by one in the percentage",
    ],
    vars: {
      i: ["i", "index", "n", "at"],
      files: ["files", "pages", "urls", "images", "rows", "packages", "tasks"],
      run: ["convert", "download", "process", "upload", "check", "install"],
    },
    code: [
      `
      for (let ‹i› = 0; ‹i› < ‹files›.length; ‹i›++) {
        await ‹run›(‹files›[‹i›]);
        const percent = Math.round((⟦‹i›→(‹i› + 1)⟧ / ‹files›.length) * 100);
        «process.stdout.write(´\\r€{percent} %´);|bar.update(percent);|onProgress(percent);»
      }
      `,
      `
      ƒ async ‹run›All(‹files›: string[], onProgress: (share: number) => void) {
        for (const [‹i›, one] of ‹files›.entries()) {
          await ‹run›(one, ‹i›);
          onProgress(⟦‹i›→(‹i› + 1)⟧ / ‹files›.length);
        }
      ƒ}
      `,
      `
      class Job {
        async run() {
          let ‹i› = 0;
          for (const one of this.‹files›) {
            await this.‹run›(one);
            this.emit("progress", ⟦‹i›→(‹i› + 1)⟧ / this.‹files›.length);
            ‹i›++;
          }
        }
      }
      `,
    ],
  }),
  sketched("scraper-browser-closed", {
    seen: [
      "=[lots of|dozens of] [chrome|chromium] processes [are left|stay] when {run} fails",
      "=the browser [stays open|isn't closed] [on errors|when it throws]",
      "close the browser [in any case|on errors too|even if it fails]",
      "=memory is full of old browsers",
      "=zombie browsers after [errors|a timeout]",
      "=should close {browser} in a finally",
      "put {browser}.close() into finally",
      "=when the page doesn't load we never close {browser}",
      "=if {run} throws the browser is left running",
    ],
    unseen: ["=ps shows forty chromiums", "make sure {browser} goes down whatever happens"],
    vars: {
      browser: ["browser", "chrome", "instance"],
      run: ["readPrices", "readTitle", "collect", "takeShot", "extract", "login"],
      url: ["url", "START", "target", "address"],
    },
    code: [
      `
      ƒ async scrape(‹url›: string) {
        const ‹browser› = await puppeteer.launch(«{ headless: true }|»);
        ⟦const page = await ‹browser›.newPage();
        await page.goto(‹url›);
        const result = await ‹run›(page);
        await ‹browser›.close();
        return result;→try {
          const page = await ‹browser›.newPage();
          await page.goto(‹url›);
          return await ‹run›(page);
        } finally {
          await ‹browser›.close();
        }⟧
      ƒ}
      `,
      `
      class Crawler {
        async visit(‹url›: string) {
          const ‹browser› = await chromium.launch();
          ⟦const page = await ‹browser›.newPage();
          await page.goto(‹url›);
          await this.‹run›(page);
          await ‹browser›.close();→try {
            const page = await ‹browser›.newPage();
            await page.goto(‹url›);
            await this.‹run›(page);
          } finally {
            await ‹browser›.close();
          }⟧
        }
      }
      `,
    ],
  }),
  sketched("scraper-each-page-once", {
    seen: [
      "=it [visits|loads] the same [page|url] [again and again|over and over]",
      "=[crawls|runs] in circles",
      "=never [ends|finishes] when two pages link to each other",
      "[skip|ignore] [urls|pages] that are in {visited}",
      "don't [visit|load] a url twice",
      "=nobody looks into {visited}",
      "=we fill {visited} but never [check|ask] it",
      "=each url [only once|once] please",
      "=endless loop with cyclic links",
    ],
    unseen: ["=page a links to b, b to a, and off we go for eternity", "bail out on urls that {visited} has"],
    vars: {
      visited: ["visited", "seen", "done", "crawled", "known"],
      url: ["url", "link", "href", "address", "page"],
      crawl: ["crawl", "visit", "walk", "follow", "explore"],
    },
    code: [
      `
      const ‹visited› = new Set<string>();

      ƒ async ‹crawl›(‹url›: string, depth = 0) {
        if (depth > MAX_DEPTH) return;
        ⟦→if (‹visited›.has(‹url›)) return;⟧
        ‹visited›.add(‹url›);
        const links = await getLinks(‹url›);
        for (const next of links) await ‹crawl›(next, depth + 1);
      ƒ}
      `,
      `
      class Spider {
        private ‹visited› = new Set<string>();

        async ‹crawl›(‹url›: string) {
          ⟦→if (this.‹visited›.has(‹url›)) return;⟧
          this.‹visited›.add(‹url›);
          const html = await this.load(‹url›);
          await Promise.all(linksIn(html).map((one) => this.‹crawl›(one)));
        }
      }
      `,
      `
      while (queue.length > 0) {
        const ‹url› = queue.shift()!;
        ⟦→if (‹visited›.has(‹url›)) continue;⟧
        ‹visited›.add(‹url›);
        const html = await «load|download|get»(‹url›);
        queue.push(...linksIn(html));
      }
      `,
    ],
  }),
  sketched("extension-answers-later", {
    seen: [
      "=the popup gets undefined[ as answer|]",
      "=[the message port closed|message port closed] before a response was received",
      "=[sendResponse|our answer] comes [too|a bit too] late",
      "=the [channel|port] is closed before we answer",
      "return true [from the listener|to keep the channel open]",
      "keep the [port|channel] open[ for the answer|]",
      "=the answer never [arrives|gets to the popup]",
      "=an async answer needs return true",
      "=the listener [must|has to|should] return true",
    ],
    unseen: [
      "=chrome hangs up before we have something to say",
      "tell chrome that the response comes asynchronously",
    ],
    vars: {
      type: ["get-user", "load", "settings", "translate", "lookup", "fetch-price", "tabs"],
      load: ["loadUser", "loadAll", "readSettings", "translate", "lookUp", "fetchPrice", "listTabs"],
      respond: ["sendResponse", "respond", "reply", "answer"],
    },
    code: [
      `
      chrome.runtime.onMessage.addListener((message, sender, ‹respond›) => {
        if (message.type !== "‹type›") return;
        ‹load›(message.«query|id|payload»).then(‹respond›);
        ⟦→return true;⟧
      });
      `,
      `
      ƒ onMessage(message: Message, sender: chrome.runtime.MessageSender, ‹respond›: (data: unknown) => void) {
        switch (message.type) {
          case "ping":
            ‹respond›("pong");
            return;
          case "‹type›":
            ‹load›(message).then((data) => ‹respond›({ data }));
            ⟦return;→return true;⟧
        }
      ƒ}

      chrome.runtime.onMessage.addListener(onMessage);
      `,
    ],
  }),
  sketched("device-zero-is-a-reading", {
    seen: [
      "=a {reading} of 0 is [treated|handled] as [missing|none]",
      "=0 is [dropped|ignored|thrown away]",
      "=when {reading} is 0 [nothing is shown|it is skipped]",
      "[accept|allow] 0 [as {reading}|too]",
      "=zero is a [valid|real] {reading}",
      "=only [skip|leave out] undefined, not 0",
      "compare {reading} with undefined",
      "=at exactly zero the {reading} is [gone|lost]",
      "=why is 0 not [counted|recorded]?",
      "check for undefined instead[ of falsy|]",
    ],
    unseen: [
      "=freezing point and the display goes blank",
      "let nought through, only undefined is no {reading}",
    ],
    vars: {
      reading: ["temperature", "level", "speed", "altitude", "pressure", "humidity", "angle", "voltage"],
      device: ["sensor", "device", "probe", "meter", "gauge"],
    },
    code: [
      `
      ƒ record(‹device›: ‹Device›) {
        const { ‹reading›, time } = ‹device›.read();
        if (!time) return;
        if (⟦!‹reading›→‹reading› === undefined⟧) return;
        «chart.add(time, ‹reading›);|readings.push({ time, ‹reading› });»
      ƒ}
      `,
      `
      export function Tile({ name, ‹reading› }: TileProps) {
        if (!name) return null;
        return (
          <div className="tile">
            <h3>{name}</h3>
            <p>{⟦‹reading›→‹reading› !== undefined⟧ ? ‹reading› : "–"}</p>
          </div>
        );
      }
      `,
      `
      ‹device›.on("data", ({ id, ‹reading› }: Packet) => {
        if (!id) return warn("no id");
        if (⟦!‹reading›→‹reading› === undefined⟧) return;
        latest.set(id, ‹reading›);
      });
      `,
    ],
  }),
  sketched("device-average-of-nothing", {
    seen: [
      "=the average is NaN [at first|without readings|when there are none]",
      "=NaN [when|if] {values} is empty",
      "[return|give] 0 [when|if] {values} is empty",
      "=0 divided by 0[ when there is nothing|], should be 0",
      "=no {values}, no average: 0 please",
      "=shows NaN before the first [reading|one], should be 0",
      "=an empty {values} should [give|average to] 0",
      "guard against no {values}, 0 then",
      "=[why|how come] NaN and not 0 for [an empty list|nothing]?",
    ],
    unseen: ["=nothing measured yet and it's not a number, i'd say 0", "zero for empty {values}"],
    vars: {
      values: ["values", "readings", "samples", "measurements", "scores", "temperatures", "ratings"],
      fn: ["average", "mean", "getAverage", "averageOf"],
    },
    code: [
      `
      ƒ ‹fn›(‹values›: number[]): number {
        ⟦→if (‹values›.length === 0) return 0;⟧
        const sum = ‹values›.reduce((a, b) => a + b, 0);
        return sum / ‹values›.length;
      ƒ}

      ƒ spread(‹values›: number[]): number {
        return Math.max(...‹values›) - Math.min(...‹values›);
      ƒ}
      `,
      `
      class Meter {
        private ‹values›: number[] = [];

        add(value: number) {
          this.‹values›.push(value);
        }

        ‹fn›() {
          ⟦→if (this.‹values›.length === 0) return 0;⟧
          let sum = 0;
          for (const one of this.‹values›) sum += one;
          return sum / this.‹values›.length;
        }
      }
      `,
    ],
  }),
  sketched("map-longitude-comes-first", {
    seen: [
      "=the [marker|pin] is [in the sea|in africa|in the wrong country]",
      "=[lat|latitude] and [lng|longitude] are [swapped|mixed up|the wrong way round]",
      "swap [the coordinates|them]",
      "=mapbox [wants|expects] [longitude|lng] first",
      "=geojson is [longitude|lng] first",
      "=should be longitude, latitude",
      "put the longitude first",
      "=Invalid LngLat, latitude must be between -90 and 90",
      "=everything is mirrored on the map",
      "=wrong order of the coordinates",
    ],
    unseen: ["=our office in berlin ended up near somalia", "=x before y, so turn these two around"],
    rows: [
      [
        { lat: "lat", lng: "lng" },
        { lat: "latitude", lng: "longitude" },
        { lat: "lat", lng: "lon" },
      ],
    ],
    vars: { place: ["place", "shop", "station", "stop", "office", "city", "point", "home"] },
    code: [
      `
      ƒ add‹Place›(map: mapboxgl.Map, ‹place›: ‹Place›) {
        const popup = new mapboxgl.Popup().setText(‹place›.name);
        return new mapboxgl.Marker()
          .setLngLat(⟦[‹place›.‹lat›, ‹place›.‹lng›]→[‹place›.‹lng›, ‹place›.‹lat›]⟧)
          .setPopup(popup)
          .addTo(map);
      ƒ}
      `,
      `
      export const toFeature = (‹place›: ‹Place›) => ({
        type: "Feature",
        geometry: { type: "Point", coordinates: ⟦[‹place›.‹lat›, ‹place›.‹lng›]→[‹place›.‹lng›, ‹place›.‹lat›]⟧ },
        properties: { name: ‹place›.name«, id: ‹place›.id|» },
      });
      `,
      `
      const on‹Place›Click = (‹place›: ‹Place›) => {
        setSelected(‹place›.id);
        map.current?.flyTo({ center: ⟦[‹place›.‹lat›, ‹place›.‹lng›]→[‹place›.‹lng›, ‹place›.‹lat›]⟧, zoom: «12|14|9» });
      };
      `,
    ],
  }),
  sketched("clock-never-below-zero", {
    seen: [
      "=the countdown [goes|runs] [on below zero|into the negative]",
      "=it [counts|ticks] down to -1, -2[, -3|]",
      "=[the timer|it] doesn't stop at [0|zero]",
      "stop [the timer|counting] at [0|zero]",
      "clear the [interval|timer] [when|once] {left} is 0",
      "=when time is up it [goes on|keeps counting]",
      "=negative seconds after the end",
      "=should [end|stop] when {left} [reaches|gets to] 0",
      "=nobody ever clears the interval",
    ],
    unseen: ["=minus five seconds left, they say", "halt as soon as {left} hits zero"],
    vars: {
      left: ["left", "secondsLeft", "remaining", "countdown", "timeLeft", "rest"],
      timer: ["timer", "interval", "id", "ticker", "handle"],
      show: ["show", "render", "draw", "display", "print"],
    },
    code: [
      `
      ƒ start(seconds: number) {
        let ‹left› = seconds;
        const ‹timer› = setInterval(() => {
          ‹left›--;
          ‹show›(‹left›);
          ⟦→if (‹left› <= 0) clearInterval(‹timer›);⟧
        }, 1000);
      ƒ}
      `,
      `
      class Countdown {
        private ‹timer›?: ReturnType<typeof setInterval>;

        start() {
          this.‹timer› = setInterval(() => this.tick(), 1000);
        }

        private tick() {
          this.‹left› -= 1;
          this.‹show›(this.‹left›);
          ⟦→if (this.‹left› <= 0) clearInterval(this.‹timer›);⟧
        }
      }
      `,
      `
      const ‹timer› = setInterval(() => {
        ‹left› -= 1;
        label.textContent = String(‹left›);
        «if (‹left› === 10) label.classList.add("hurry");|beep();|»
        ⟦→if (‹left› <= 0) clearInterval(‹timer›);⟧
      }, 1000);
      `,
    ],
  }),
];
