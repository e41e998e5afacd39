import { sketched } from "./sketch.ts";

/** What listeners and viewers tell of players, pictures and cameras. */
export const PLAY_MEDIA = [
  sketched("media-one-at-a-time", {
    seen: [
      "=[plays|it plays] two {songs} at once",
      "=the [old|last] {song} [keeps playing|goes on] when i [click|start] another[ one|]",
      "=[two|several] {songs} [overlap|play over each other]",
      "stop the [old|previous] {song} [first|before the next]",
      "pause {current} before [starting|playing] [another|the next] one",
      "=only one {song} should [play|be heard] at a time",
      "=clicking through the {songs} ends in a lot of noise",
      "=i hear [both|all of them] at the same time",
      "=nobody pauses {current}",
      "=why does the last {song} not stop?",
    ],
    unseen: ["=what a noise when i switch {songs}", "silence {current} when a new one begins"],
    rows: [
      [
        { song: "song", songs: "songs" },
        { song: "track", songs: "tracks" },
        { song: "episode", songs: "episodes" },
        { song: "clip", songs: "clips" },
        { song: "sound", songs: "sounds" },
        { song: "preview", songs: "previews" },
        { song: "station", songs: "stations" },
      ],
    ],
    vars: { current: ["current", "audio", "playing", "player", "active"] },
    code: [
      `
      let ‹current›: HTMLAudioElement | undefined;

      ƒ play(‹song›: ‹Song›) {
        ⟦→‹current›?.pause();⟧
        ‹current› = new Audio(‹song›.«url|src|file»);
        «‹current›.volume = volume;|title.textContent = ‹song›.name;|»
        ‹current›.play();
      ƒ}
      `,
      `
      class Jukebox {
        private ‹current›?: HTMLAudioElement;

        start(‹song›: ‹Song›) {
          const next = new Audio(‹song›.url);
          next.volume = this.volume;
          ⟦→this.‹current›?.pause();⟧
          this.‹current› = next;
          next.play();
        }

        stop() {
          this.index = 0;
        }
      }
      `,
      `
      const ‹current› = useRef<HTMLAudioElement | null>(null);

      const onSelect = (‹song›: ‹Song›) => {
        setSelected(‹song›.id);
        ⟦→‹current›.current?.pause();⟧
        ‹current›.current = new Audio(‹song›.src);
        void ‹current›.current.play();
      };
      `,
    ],
  }),
  sketched("media-slider-in-percent", {
    seen: [
      "=the slider goes to 100, volume [to|only to] 1",
      "=[error|it throws|crash]: volume [50|80] is [outside the range|not between 0 and 1]",
      "=the volume slider [throws|fails|does nothing but throw]",
      "=volume wants 0 to 1, {level} is 0 to 100",
      "divide {level} by 100",
      "={level} is [in percent|a percentage]",
      "[convert|scale] {level} to 0..1",
      "=everything above 1 on the slider is [an error|invalid]",
      "=IndexSizeError when i move the slider",
    ],
    unseen: ["=half volume should be 0.5, we hand over 50", "bring {level} down to a fraction"],
    vars: {
      level: ["level", "percent", "value", "loudness", "slider", "volume"],
      player: ["audio", "video", "player", "music", "sound", "media"],
    },
    code: [
      `
      ƒ setVolume(‹level›: number) {
        label.textContent = ´€{‹level›} %´;
        ‹player›.volume = ⟦‹level›→‹level› / 100⟧;
        «‹player›.muted = ‹level› === 0;|save("volume", ‹level›);|»
      ƒ}
      `,
      `
      const [‹level›, set‹Level›] = useState(«80|50|100»);

      useEffect(() => {
        if (!‹player›.current) return;
        ‹player›.current.volume = ⟦‹level›→‹level› / 100⟧;
        localStorage.setItem("‹level›", String(‹level›));
      }, [‹level›]);
      `,
      `
      class Speaker {
        apply(‹level›: number) {
          this.icon = ‹level› > 50 ? "loud" : "quiet";
          this.‹player›.volume = ⟦‹level›→‹level› / 100⟧;
        }
      }
      `,
    ],
  }),
  sketched("media-seconds-two-digits", {
    seen: [
      "=[shows|it says] 3:5 [instead of|for|and not] 3:05",
      "=1 minute 7 is shown as 1:7",
      "=the {seconds} need [a leading zero|two digits]",
      "pad the {seconds}[ with a zero|]",
      "=missing [zero|0] in front of the {seconds}",
      "=the time jumps from 2:9 to 2:10",
      "=times look odd: 4:0",
      "[show|write] {seconds} [as|with] two digits",
      "=why is five seconds past written 1:5?",
      "=leading zero pls",
    ],
    unseen: ["=2:3 looks like a football result", "make {seconds} always two figures wide"],
    vars: {
      seconds: ["seconds", "secs", "s", "sec", "rest"],
      minutes: ["minutes", "mins", "m", "min"],
      total: ["total", "duration", "time", "elapsed", "position", "left"],
    },
    code: [
      `
      ƒ format‹Total›(‹total›: number) {
        const ‹minutes› = Math.floor(‹total› / 60);
        const ‹seconds› = Math.floor(‹total› % 60);
        return ´€{‹minutes›}:€{⟦‹seconds›→String(‹seconds›).padStart(2, "0")⟧}´;
      ƒ}
      `,
      `
      export function Clock({ ‹total› }: { ‹total›: number }) {
        const ‹minutes› = Math.floor(‹total› / 60);
        const ‹seconds› = Math.floor(‹total›) - ‹minutes› * 60;
        return (
          <time «className="clock"|title="time"»>
            {‹minutes›}:{⟦‹seconds›→String(‹seconds›).padStart(2, "0")⟧}
          </time>
        );
      }
      `,
      `
      audio.addEventListener("timeupdate", () => {
        const ‹total› = audio.currentTime;
        const ‹minutes› = Math.trunc(‹total› / 60);
        const ‹seconds› = Math.trunc(‹total› % 60);
        display.textContent = ‹minutes› + ":" + ⟦‹seconds›→String(‹seconds›).padStart(2, "0")⟧;
        «bar.value = ‹total›;|highlightLine(‹total›);|»
      });
      `,
    ],
  }),
  sketched("media-next-at-the-end", {
    seen: [
      "=after [the|a] {song} it [stops|is silent]",
      "=does not go on with the next {song}",
      "=i have to click next after [every|each] {song}",
      "play the next {song} [when|once] [one|it] [is over|ends|has ended]",
      "=it should [go on|continue] with the next {song}[ by itself|]",
      "call {next} when it [ends|has ended]",
      "=no autoplay of the next {song}",
      "[hook|wire] {next} up to the end of the {song}",
      "=the playlist stops after one {song}",
      "=[why|how come] is there silence after each {song}?",
    ],
    unseen: ["=one {song} and then nothing, i want to lean back", "trigger {next} on ended"],
    vars: {
      song: ["song", "track", "episode", "chapter", "clip", "video"],
      next: ["playNext", "next", "goToNext", "skip", "onNext", "advance"],
    },
    code: [
      `
      export function Player({ ‹song›, ‹next›, onTime }: PlayerProps) {
        return (
          <section>
            <h3>{‹song›.title}</h3>
            <video src={‹song›.url} controls autoPlay onTimeUpdate={onTime}⟦→ onEnded={‹next›}⟧ />
            <button onClick={‹next›}>«Next|Skip|»</button>
          </section>
        );
      }
      `,
      `
      const player = document.querySelector("«audio|video»")!;

      ƒ ‹next›() {
        index = (index + 1) % ‹song›s.length;
        player.src = ‹song›s[index].url;
        player.play();
      ƒ}

      nextButton.addEventListener("click", ‹next›);
      ⟦→player.addEventListener("ended", ‹next›);⟧
      player.addEventListener("error", showError);
      `,
      `
      class Queue {
        load(‹song›: ‹Song›) {
          this.audio = new Audio(‹song›.url);
          this.audio.onerror = () => this.fail(‹song›);
          ⟦→this.audio.onended = () => this.‹next›();⟧
          void this.audio.play();
        }

        ‹next›() {
          this.index++;
          this.load(this.‹song›s[this.index]);
        }
      }
      `,
    ],
  }),
  sketched("media-camera-off", {
    seen: [
      "=the camera [light|led] stays on[ after closing| after that|]",
      "=[camera|the camera] is still [on|running] after i [close|leave] it",
      "=the browser[ still|] shows the red [recording dot|dot]",
      "stop [all|the] tracks of {stream}",
      "turn the [camera|mic] off[ when closing| again|]",
      "=it never stops [the tracks|{stream}]",
      "release the camera",
      "=[users|people] are scared because the light stays on",
      "=other apps can't use the camera afterwards",
      "=the tracks go on after this",
    ],
    unseen: ["=someone taped their webcam because it never goes dark", "shut down every track of {stream}"],
    vars: {
      stream: ["stream", "mediaStream", "localStream", "camera", "media", "capture"],
      close: ["close", "stop", "hangUp", "leave", "endCall", "cancel"],
    },
    code: [
      `
      let ‹stream›: MediaStream;

      ƒ async open() {
        ‹stream› = await navigator.mediaDevices.getUserMedia({ video: true, audio: «true|false» });
        video.srcObject = ‹stream›;
      ƒ}

      ƒ ‹close›() {
        ⟦→‹stream›.getTracks().forEach((track) => track.stop());⟧
        video.srcObject = null;
        «dialog.close();|button.hidden = false;|»
      ƒ}
      `,
      `
      class Recorder {
        constructor(private ‹stream›: MediaStream, private recorder: MediaRecorder) {}

        ‹close›() {
          this.recorder.stop();
          ⟦→this.‹stream›.getTracks().forEach((track) => track.stop());⟧
          this.isRecording = false;
        }
      }
      `,
      `
      const ‹close› = () => {
        const ‹stream› = videoRef.current?.srcObject as MediaStream;
        ⟦→‹stream›.getTracks().forEach((track) => track.stop());⟧
        setOpen(false);
        on«Close|Done|Leave»();
      };
      `,
    ],
  }),
  sketched("media-autoplay-needs-muted", {
    seen: [
      "=the video doesn't [start|play] [by itself|on its own|on phones]",
      "=autoplay [does nothing|doesn't work|is blocked][ in chrome|]",
      "=[browsers|chrome] only [autoplay|start] [muted|silent] videos",
      "mute the video[ so that it may start|]",
      "=the [background|hero] video stays black until i click",
      "=needs to be muted[ to autoplay|]",
      "=autoplay with sound isn't allowed",
      "make it muted",
      "=why does the video not start although autoplay is on?",
    ],
    unseen: [
      "=it's only a still picture on my phone, has sound, maybe that's it",
      "turn the sound off for autoplay",
    ],
    vars: {
      src: ["intro", "hero", "clip", "teaser", "loop", "background", "trailer", "promo"],
    },
    code: [
      `
      export function ‹Src›() {
        return (
          <section className="‹src›">
            <video src="«/videos|/media|/static»/‹src›.mp4" autoPlay⟦→ muted⟧ loop playsInline />
            <h1>{title}</h1>
          </section>
        );
      }
      `,
      `
      ƒ make‹Src›(url: string) {
        const video = document.createElement("video");
        video.src = url;
        video.autoplay = true;
        ⟦→video.muted = true;⟧
        «video.loop = true;|video.playsInline = true;»
        document.body.append(video);
        return video;
      ƒ}
      `,
      `
      <div className="‹src›">
        <ReactPlayer url={‹src›Url} playing⟦→ muted⟧ loop width="100%" «height="100%"|controls={false}» />
        <button onClick={onSkip}>Skip</button>
      </div>
      `,
    ],
  }),
  sketched("media-progress-without-length", {
    seen: [
      "=the progress [is|shows] NaN[ at first| before it is loaded|]",
      "=NaN % until the [song|video|file] is loaded",
      "={length} is 0 [at first|at the start|before anything is loaded]",
      "[show|return] 0 [as long as|while] {length} is 0",
      "=division by zero when {length} is 0",
      "guard against {length} being 0",
      "=dividing by {length} gives NaN[ in the beginning|], 0 would be right",
      "=it flickers NaN, should be 0",
      "=why NaN[ for an empty one|]?",
    ],
    unseen: ["=not a number in the bar for the first second", "zero if there is no {length} yet"],
    vars: {
      length: ["duration", "total", "length", "totalTime", "size", "bytesTotal"],
      done: ["position", "currentTime", "loaded", "played", "elapsed", "done"],
    },
    code: [
      `
      ƒ progress(«state: State|») {
        const { ‹done›, ‹length› } = «player|state|current»;
        «buffered = ‹done›;|»
        return ⟦(‹done› / ‹length›) * 100→‹length› === 0 ? 0 : (‹done› / ‹length›) * 100⟧;
      ƒ}
      `,
      `
      export function ProgressBar({ ‹done›, ‹length›, height }: ProgressBarProps) {
        const percent = ⟦(‹done› / ‹length›) * 100→‹length› === 0 ? 0 : (‹done› / ‹length›) * 100⟧;
        return (
          <div className="«bar|progress»" style={{ height }}>
            <div style={{ width: ´€{percent}%´ }} />
          </div>
        );
      }
      `,
      `
      class Download {
        ‹done› = 0;
        ‹length› = 0;

        get ratio() {
          return ⟦this.‹done› / this.‹length›→this.‹length› === 0 ? 0 : this.‹done› / this.‹length›⟧;
        }
      }
      `,
    ],
  }),
  sketched("media-play-or-pause", {
    seen: [
      "=[can't|you can't] pause[ it|][, the button only plays|]",
      "=the button only [plays|starts]",
      "=[a second click|clicking again] should pause",
      "pause if it [is playing|plays already]",
      "=play works, pause doesn't",
      "=should [toggle|be a toggle]",
      "make it toggle between play and pause",
      "=once started there's no way to [stop|pause] it",
      "=the same button should pause[ it|] too",
      "play when paused, pause otherwise",
    ],
    unseen: ["=hit it again and it just keeps going", "let one button do both, start and halt"],
    vars: {
      media: ["audio", "video", "player", "music", "podcast", "element"],
      button: ["playButton", "button", "bigButton", "overlay", "toggle"],
    },
    code: [
      `
      ‹button›.addEventListener("click", () => {
        «‹button›.focus();|menu.close();|hideHint();»
        ⟦‹media›.play();→if (‹media›.paused) ‹media›.play();
        else ‹media›.pause();⟧
      });
      `,
      `
      class Controls {
        on«Click|Space|Toggle»() {
          this.showBar();
          ⟦this.‹media›.play();→if (this.‹media›.paused) this.‹media›.play();
          else this.‹media›.pause();⟧
        }

        mute() {
          this.‹media›.muted = !this.‹media›.muted;
        }
      }
      `,
      `
      window.addEventListener("keydown", (event) => {
        if (event.key === "m") ‹media›.muted = !‹media›.muted;
        if (event.key === " ") {
          event.preventDefault();
          ⟦‹media›.play();→if (‹media›.paused) ‹media›.play();
          else ‹media›.pause();⟧
        }
      });
      `,
    ],
  }),
  sketched("canvas-drawn-when-loaded", {
    seen: [
      "=the [first time|first try] the {image} is [missing|not drawn]",
      "=[sometimes|at first] nothing is drawn, after a reload the {image} is there",
      "=draws the {image} before it is loaded",
      "wait [for|until] the {image} [to load|is loaded]",
      "=the {image} isn't loaded yet when we draw it",
      "await {image}.decode()",
      "=[works only|it only works] when {image} is [in the cache|cached]",
      "=empty canvas on the first visit",
      "=why is the {image} only there from the second time on?",
      "=[need to|should] await the [decoding|image]",
    ],
    unseen: ["=hit reload and only then the picture shows up", "have {image} decoded before it's painted"],
    vars: {
      image: ["image", "img", "logo", "sprite", "photo", "avatar", "background", "picture"],
      ctx: ["ctx", "context", "c2d"],
    },
    code: [
      `
      ƒ async draw‹Image›(‹ctx›: CanvasRenderingContext2D, url: string) {
        const ‹image› = new Image();
        ‹image›.src = url;
        ⟦→await ‹image›.decode();⟧
        ‹ctx›.drawImage(‹image›, 0, 0«, 64, 64|»);
        «‹ctx›.strokeRect(0, 0, 64, 64);|‹ctx›.fillText(url, 0, 80);|»
      ƒ}
      `,
      `
      class Poster {
        async render(text: string) {
          this.‹ctx›.fillRect(0, 0, this.width, this.height);
          const ‹image› = document.createElement("img");
          ‹image›.src = this.url;
          ⟦→await ‹image›.decode();⟧
          this.‹ctx›.drawImage(‹image›, 10, 10);
          this.‹ctx›.fillText(text, 10, 200);
        }
      }
      `,
      `
      export async function thumbnail(file: File, size: number): Promise<string> {
        const ‹image› = new Image();
        ‹image›.src = URL.createObjectURL(file);
        ⟦→await ‹image›.decode();⟧
        const canvas = document.createElement("canvas");
        canvas.width = canvas.height = size;
        canvas.getContext("2d")!.drawImage(‹image›, 0, 0, size, size);
        return canvas.toDataURL();
      }
      `,
    ],
  }),
  sketched("canvas-state-goes-back", {
    seen: [
      "=everything [drawn after|after] the {shape} is [rotated|turned|moved] too",
      "=[restore|the restore] is missing",
      "=the {shape}'s transform [stays|leaks]",
      "[restore|reset] the context after[ drawing|] the {shape}",
      "=[save|there is a save] without [a |]restore",
      "call {ctx}.restore() at the end",
      "=things turn more and more with every {shape}",
      "=the rotation of the {shape} applies to all that follows",
      "=after one {shape} the rest of the picture is crooked",
    ],
    unseen: [
      "=draw two of them and the second is off by the first one's angle",
      "undo what {ctx}.save() began",
    ],
    vars: {
      shape: ["ship", "arrow", "label", "needle", "leaf", "wheel", "card", "tree"],
      ctx: ["ctx", "context", "c", "g"],
    },
    code: [
      `
      ƒ draw‹Shape›(‹ctx›: CanvasRenderingContext2D, ‹shape›: ‹Shape›) {
        ‹ctx›.save();
        ‹ctx›.translate(‹shape›.x, ‹shape›.y);
        ‹ctx›.rotate(‹shape›.angle);
        ‹ctx›.«fillRect(-10, -10, 20, 20)|drawImage(‹shape›.image, -8, -8)|stroke(‹shape›.path)»;
        ⟦→‹ctx›.restore();⟧
      ƒ}
      `,
      `
      class ‹Shape› {
        draw(‹ctx›: CanvasRenderingContext2D) {
          ‹ctx›.save();
          ‹ctx›.globalAlpha = this.alpha;
          ‹ctx›.rotate(this.angle);
          ‹ctx›.fillText(this.text, this.x, this.y);
          ⟦→‹ctx›.restore();⟧
        }
      }
      `,
      `
      for (const ‹shape› of ‹shape:plural›) {
        ‹ctx›.save();
        ‹ctx›.translate(‹shape›.x, ‹shape›.y);
        ‹ctx›.rotate(‹shape›.turn);
        ‹ctx›.fill(‹shape›.«path|outline»);
        ⟦→‹ctx›.restore();⟧
      }
      ‹ctx›.fillText(title, 10, 20);
      `,
    ],
  }),
  sketched("canvas-other-origin", {
    seen: [
      "=toDataURL throws a security error",
      "=[tainted|the canvas is tainted]: can't export the {image}",
      "=SecurityError[: the canvas has been tainted by cross-origin data|]",
      "=the {image} comes from another [host|domain|server], then the export fails",
      "[load|request] the {image} with cors",
      "set crossOrigin[ on the {image}| to anonymous|]",
      "=needs crossOrigin anonymous",
      "=[export|the export] works with [local|our own] pictures but not with those from [the|a] cdn",
      "=[reading|exporting] the pixels of {image} is [not allowed|forbidden]",
    ],
    unseen: [
      "=pictures from the cdn can be shown but not saved",
      "ask for {image} anonymously so that we may read it",
    ],
    vars: { image: ["image", "img", "logo", "photo", "avatar", "tile", "cover", "picture"] },
    code: [
      `
      ƒ load‹Image›(url: string): Promise<HTMLImageElement> {
        return new Promise((resolve, reject) => {
          const ‹image› = new Image();
          ⟦→‹image›.crossOrigin = "anonymous";⟧
          ‹image›.onload = () => resolve(‹image›);
          ‹image›.onerror = reject;
          ‹image›.src = url;
        });
      ƒ}
      `,
      `
      export async function exportWith‹Image›(canvas: HTMLCanvasElement, url: string) {
        const ‹image› = new Image();
        ⟦→‹image›.crossOrigin = "anonymous";⟧
        ‹image›.src = url;
        await ‹image›.decode();
        canvas.getContext("2d")!.drawImage(‹image›, 0, 0);
        return canvas.«toDataURL("image/png")|toDataURL()»;
      }
      `,
      `
      export function Cover({ ‹image›, onReady }: CoverProps) {
        const ref = useRef<HTMLImageElement>(null);
        return (
          <figure>
            <img ref={ref} src={‹image›.url} alt={‹image›.title} onLoad={() => onReady(ref)}⟦→ crossOrigin="anonymous"⟧ />
            <figcaption>{‹image›.caption}</figcaption>
          </figure>
        );
      }
      `,
    ],
  }),
];
