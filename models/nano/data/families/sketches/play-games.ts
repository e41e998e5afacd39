import { sketched } from "./sketch.ts";

const MOVERS = ["ship", "player", "paddle", "hero", "tank", "ball", "enemy", "rocket", "car", "snake"];

/** What players and their friends say of games. */
export const PLAY_GAMES = [
  sketched("game-stays-on-screen", {
    seen: [
      "=the {mover} [flies|moves|goes|runs] out of the [screen|canvas|picture]",
      "=you can [steer|move] the {mover} off the edge",
      "=the {mover} [disappears|vanishes] at the [edge|side|border]",
      "=[hold|holding] the arrow key and the {mover} is gone",
      "[keep|hold] the {mover} [inside|on] the screen",
      "clamp {mover}.x",
      "=the {mover} should stop at the [edges|walls]",
      "=[nothing|what] stops the {mover} at the edges?",
      "=x of the {mover} gets [negative|bigger than the screen]",
      "=lost my {mover}, it went too far to the side",
    ],
    unseen: ["=there's no wall left and right for the {mover}", "don't let {mover} leave the playfield"],
    vars: {
      mover: MOVERS,
      width: ["WIDTH", "canvas.width", "SCREEN_WIDTH", "GAME_WIDTH", "width", "board.width"],
      speed: ["speed", "velocity", "dx", "vx"],
    },
    code: [
      `
      ƒ update(«dt: number, |»keys: Keys) {
        if (keys.left) ‹mover›.x -= ‹mover›.‹speed›;
        if (keys.right) ‹mover›.x += ‹mover›.‹speed›;
        ⟦→‹mover›.x = Math.max(0, Math.min(‹width› - ‹mover›.width, ‹mover›.x));⟧
        «cloud.x = (cloud.x + 1) % ‹width›;|for (const star of stars) if (star.x > ‹width›) star.x = 0;»
        «draw();|checkHits();|»
      ƒ}
      `,
      `
      class Game {
        move‹Mover›(direction: -1 | 1) {
          const { ‹mover› } = this;
          ‹mover›.x += direction * ‹mover›.‹speed›;
          ⟦→‹mover›.x = Math.max(0, Math.min(‹width› - ‹mover›.width, ‹mover›.x));⟧
          «this.moves++;|this.redraw();|»
        }

        drop() {
          this.cloud.x = (this.cloud.x + 1) % ‹width›;
        }
      }
      `,
      `
      const ‹mover› = { x: ‹width› / 2, y: «0|400|20», width: 32, height: 32, ‹speed›: 4 };

      window.addEventListener("«mousemove|pointermove»", (event) => {
        cursor.x = event.clientX;
        ‹mover›.x = ⟦event.clientX→Math.max(0, Math.min(‹width› - ‹mover›.width, event.clientX))⟧;
      });
      `,
    ],
  }),
  sketched("game-score-not-below-zero", {
    seen: [
      "={score} [can get|gets|goes] negative",
      "=[i have|i've got|there is] a negative {score}",
      "={score} shows -[5|10|3]",
      "=[how|why] can {score} be [below|under] [zero|0]?",
      "={score} [must not|may not] [go|fall] below [zero|0]",
      "=should [stop|end] at [zero|0], {score} I mean",
      "never let {score} get below 0",
      "=when you lose too much, {score} falls under [0|zero]",
      "=less than nothing left in {score}",
      "=players end up with minus {score}",
    ],
    unseen: ["=zero is the lowest that {score} should get", "cap {score} at 0 downwards"],
    rows: [
      [
        { loss: "damage", params: "damage: number" },
        { loss: "penalty", params: "penalty: number" },
        { loss: "amount", params: "amount: number" },
        { loss: "cost", params: "cost: number" },
        { loss: "hit.strength", params: "hit: Hit" },
        { loss: "5", params: "" },
        { loss: "10", params: "" },
        { loss: "3", params: "" },
      ],
    ],
    vars: {
      score: ["score", "lives", "health", "coins", "energy", "points", "ammo", "fuel", "gold", "stamina"],
      extra: ["level", "combo", "streak", "round"],
    },
    code: [
      `
      ƒ «onHit|miss|onCrash»(‹params›) {
        ‹extra› = «1|0»;
        ⟦‹score› -= ‹loss›→‹score› = Math.max(0, ‹score› - ‹loss›)⟧;
        «playSound("hit");|shake();|flash("red");»
      ƒ}
      `,
      `
      class Player {
        ‹score› = «100|50|3|20»;
        ‹extra› = 1;

        lose(‹params›) {
          this.‹score› = ⟦this.‹score› - ‹loss›→Math.max(0, this.‹score› - ‹loss›)⟧;
          this.‹extra› -= 1;
        }
      }
      `,
      `
      export function reducer(state: GameState, action: Action): GameState {
        switch (action.type) {
          case "won":
            return { ...state, ‹extra›: state.‹extra› + 1 };
          case "«hit|lost|missed»":
            return { ...state, ‹score›: ⟦state.‹score› - action.amount→Math.max(0, state.‹score› - action.amount)⟧ };
          default:
            return state;
        }
      }
      `,
      `
      const [‹score›, set‹Score›] = useState(«10|100|3»);
      const [‹extra›, set‹Extra›] = useState(0);

      const lose = (‹params›) => {
        set‹Extra›(0);
        set‹Score›((old) => ⟦old - ‹loss›→Math.max(0, old - ‹loss›)⟧);
      };
      `,
    ],
  }),
  sketched("game-speed-by-time", {
    seen: [
      "=the {mover} is [twice as fast|faster|much faster] on a [120 hz|144 hz|fast] [screen|monitor]",
      "=the {mover} is slow on slow [computers|phones|machines]",
      "=speed of the {mover} depends on the [frame rate|fps]",
      "=the {mover} [moves|runs] at different speeds on different [screens|computers]",
      "make the {mover}'s [speed|movement] independent of the frame rate",
      "=[we have|there is] {dt}, but the {mover} doesn't use it",
      "multiply by {dt}",
      "=[on|with] my gaming monitor the {mover} is way too fast",
      "=speed is meant per second, but the {mover} moves that much each frame",
      "=when the game lags the {mover} gets slower",
      "=why is the {mover} not moving by {dt}?",
    ],
    unseen: ["=more fps makes the {mover} quicker", "scale the {mover}'s step with the elapsed time"],
    vars: {
      mover: MOVERS,
      dt: ["dt", "delta", "deltaTime", "elapsed", "seconds"],
      axis: ["x", "y"],
      speed: ["speed", "velocity", "pace"],
    },
    code: [
      `
      ƒ update(‹dt›: number) {
        timer += ‹dt›;
        ‹mover›.‹axis› «+=|-=» ‹mover›.‹speed›⟦→ * ‹dt›⟧;
        «if (‹mover›.‹axis› > LIMIT) respawn();|checkCollisions();|»
        cloud.x += cloud.‹speed› * ‹dt›;
      ƒ}
      `,
      `
      class ‹Mover› {
        constructor(public ‹axis› = 0, private ‹speed› = «80|120|200») {}

        update(‹dt›: number) {
          this.age += ‹dt›;
          this.‹axis› += this.‹speed›⟦→ * ‹dt›⟧;
        }
      }
      `,
      `
      useFrame((_, ‹dt›) => {
        «sky.rotation.y += 0.1 * ‹dt›;|fog.density += 0.01 * ‹dt›;»
        ‹mover›Ref.current.position.‹axis› += ‹speed›⟦→ * ‹dt›⟧;
      });
      `,
    ],
  }),
  sketched("game-canvas-cleared", {
    seen: [
      "=the {mover} leaves [a trail|trails|traces] [behind|on the canvas]",
      "=old [frames|pictures] [stay|remain] on the canvas",
      "=[everything|it all] smears [when it moves|over the screen]",
      "=the {mover} is [drawn|painted] over and over, i see all of its old places",
      "clear the canvas [first|before drawing]",
      "=the canvas is never [cleared|wiped|erased]",
      "=each frame is drawn on top of the [last|previous] one",
      "=missing clearRect",
      "=[why|how come] do i see the old positions of the {mover}?",
      "wipe the canvas before each frame",
    ],
    unseen: [
      "=looks like windows 95 dragging, the {mover} is everywhere",
      "start every frame with an empty canvas",
    ],
    vars: { mover: MOVERS, ctx: ["ctx", "context", "c", "g", "brush"] },
    code: [
      `
      const canvas = document.«querySelector("canvas")|getElementById("game")» as HTMLCanvasElement;
      const ‹ctx› = canvas.getContext("2d")!;

      ƒ draw(«now: number|») {
        ⟦→‹ctx›.clearRect(0, 0, canvas.width, canvas.height);⟧
        ‹ctx›.fillStyle = "«white|red|#0af»";
        ‹ctx›.«fillRect(‹mover›.x, ‹mover›.y, 20, 20)|drawImage(‹mover›Image, ‹mover›.x, ‹mover›.y)»;
        «requestAnimationFrame(draw);|drawScore();|»
      ƒ}
      `,
      `
      class Scene {
        render(canvas: HTMLCanvasElement, ‹ctx›: CanvasRenderingContext2D) {
          ⟦→‹ctx›.clearRect(0, 0, canvas.width, canvas.height);⟧
          for (const one of this.«stars|walls|trees») one.draw(‹ctx›);
          this.‹mover›.draw(‹ctx›);
        }
      }
      `,
      `
      useEffect(() => {
        const canvas = canvasRef.current!;
        const ‹ctx› = canvas.getContext("2d")!;
        ⟦→‹ctx›.clearRect(0, 0, canvas.width, canvas.height);⟧
        ‹ctx›.beginPath();
        ‹ctx›.arc(‹mover›.x, ‹mover›.y, ‹mover›.radius, 0, Math.PI * 2);
        ‹ctx›.fill();
      }, [‹mover›]);
      `,
    ],
  }),
  sketched("game-loop-goes-on", {
    seen: [
      "=only [one frame|the first frame] is [drawn|shown]",
      "=nothing moves, it's a still [picture|image]",
      "=the [game|animation] [freezes|stops] after the first frame",
      "={loop} runs only once",
      "=the animation does not [go on|continue|keep running]",
      "keep {loop} [running|going]",
      "schedule the next frame[ at the end|]",
      "=it never asks for the next frame",
      "={loop} should run [on every frame|again each frame]",
      "=[why|how come] is {loop} called just once?",
    ],
    unseen: ["=frozen picture right from the start", "request another {loop} when done"],
    vars: { loop: ["loop", "tick", "animate", "frame", "step", "render", "gameLoop", "mainLoop"] },
    code: [
      `
      ƒ ‹loop›(now: number) {
        const dt = (now - last) / 1000;
        last = now;
        «move(dt)|update(dt)|world.step(dt)»;
        «draw()|paint(ctx)|scene.show()»;
        ⟦→requestAnimationFrame(‹loop›);⟧
      ƒ}

      requestAnimationFrame(‹loop›);
      `,
      `
      class «Game|Animation|Confetti» {
        start() {
          this.last = performance.now();
          requestAnimationFrame(this.‹loop›);
        }

        private ‹loop› = (now: number) => {
          this.update(now - this.last);
          this.last = now;
          this.«draw|paint»();
          ⟦→requestAnimationFrame(this.‹loop›);⟧
        };
      }
      `,
      `
      useEffect(() => {
        let id = 0;
        const ‹loop› = () => {
          setAngle((angle) => angle + «1|0.5|2»);
          ⟦→id = requestAnimationFrame(‹loop›);⟧
        };
        id = requestAnimationFrame(‹loop›);
        return () => cancelAnimationFrame(id);
      }, []);
      `,
    ],
  }),
  sketched("game-still-while-paused", {
    seen: [
      "=the {mover} [still moves|keeps moving|moves on] [while|when] [paused|the game is paused]",
      "=pause does not [pause|stop] [anything|the {mover}]",
      "=you can die during the pause",
      "=pressing pause changes nothing",
      "=nothing should [move|happen] while {paused} is set",
      "do nothing while {paused}",
      "skip {update} when {paused}",
      "=nobody [checks|looks at] {paused} in {update}",
      "=why does {update} [run|go on] when {paused} is true?",
      "return early when {paused}",
    ],
    unseen: ["=went to the menu and the {mover} went on without me", "have {update} respect {paused}"],
    vars: {
      mover: MOVERS,
      paused: ["paused", "isPaused", "stopped", "gameOver", "isGameOver", "frozen"],
      update: ["update", "advance", "moveAll", "simulate", "tick"],
    },
    code: [
      `
      ƒ ‹update›(«dt: number|») {
        ⟦→if (‹paused›) return;⟧
        ‹mover›.x += ‹mover›.speed;
        «time += 1;|for (const enemy of enemies) enemy.move();|spawn();»
        «checkHits();|»
      ƒ}

      ƒ draw() {
        drawAll();
        if (‹paused›) drawText("«Pause|PAUSED|Stop»");
      ƒ}
      `,
      `
      class World {
        ‹paused› = false;

        toggle() {
          this.‹paused› = !this.‹paused›;
        }

        ‹update›(dt: number) {
          ⟦→if (this.‹paused›) return;⟧
          this.‹mover›.move(dt);
          this.«clock += dt|time -= dt»;
        }
      }
      `,
      `
      const ‹update› = useCallback(() => {
        ⟦→if (‹paused›) return;⟧
        set‹Mover›((old) => «step(old)|({ ...old, x: old.x + 1 })»);
        setTime((time) => time + 1);
      }, [‹paused›]);
      `,
    ],
  }),
  sketched("game-removed-from-the-back", {
    seen: [
      "=every second {wordsOne} [survives|stays|is skipped]",
      "=when two {ones} are [dead|hit|gone] at the same time only one [goes|is removed|disappears]",
      "=some [dead|old] {ones} [stay|are left over]",
      "=splice in the loop skips the next {wordsOne}",
      "=removing {ones} while looping jumps over some",
      "loop [backwards|from the back][ over {ones}|]",
      "=[it|this] does not remove all of the {ones}",
      "=the {wordsOne} after a removed one is never looked at",
      "iterate in reverse",
    ],
    unseen: ["=neighbours of a removed {wordsOne} get away", "go through {ones} from last to first"],
    rows: [
      [
        { one: "bullet", ones: "bullets" },
        { one: "enemy", ones: "enemies" },
        { one: "particle", ones: "particles" },
        { one: "alien", ones: "aliens" },
        { one: "coin", ones: "coins" },
        { one: "toast", ones: "toasts" },
        { one: "listener", ones: "listeners" },
        { one: "spark", ones: "sparks" },
      ],
    ],
    vars: { gone: ["dead", "hit", "isGone", "expired", "done"] },
    code: [
      `
      ƒ cleanUp() {
        for (⟦let i = 0; i < ‹ones›.length; i++→let i = ‹ones›.length - 1; i >= 0; i--⟧) {
          if (‹ones›[i].‹gone›) ‹ones›.splice(i, 1);
        }
        for (let i = 0; i < stars.length; i++) stars[i].twinkle();
      ƒ}
      `,
      `
      class Field {
        sweep() {
          for (let i = 0; i < this.walls.length; i++) this.walls[i].draw();
          for (⟦let i = 0; i < this.‹ones›.length; i++→let i = this.‹ones›.length - 1; i >= 0; i--⟧) {
            const ‹one› = this.‹ones›[i];
            ‹one›.update();
            if (‹one›.‹gone›) {
              this.‹ones›.splice(i, 1);
            }
          }
        }
      }
      `,
    ],
  }),
  sketched("game-degrees-to-radians", {
    seen: [
      "=the {mover} [spins|turns|rotates] [like crazy|wildly|far too much]",
      "=90 is not a quarter turn for the {mover}",
      "={angle} is in degrees[, this wants radians|]",
      "=the {mover} points in the wrong direction",
      "[convert|turn] {angle} to radians",
      "=rotation is off, [we have|{angle} is] degrees",
      "=should be radians",
      "={angle} of 180 does not turn it around",
      "=why does the {mover} look [somewhere else|the wrong way] at {angle} 90?",
    ],
    unseen: ["=math functions don't know about degrees", "make rad out of {angle}"],
    vars: {
      mover: ["ship", "arrow", "needle", "wheel", "turret", "pointer", "hand", "compass"],
      angle: ["angle", "heading", "degrees", "rotation", "direction", "bearing"],
    },
    code: [
      `
      ƒ draw‹Mover›(ctx: CanvasRenderingContext2D, x: number, y: number, ‹angle›: number) {
        ctx.save();
        ctx.translate(x, y);
        ctx.rotate(⟦‹angle›→(‹angle› * Math.PI) / 180⟧);
        ctx.«drawImage(‹mover›Image, -16, -16)|fillRect(-2, -20, 4, 40)»;
        ctx.restore();
      ƒ}
      `,
      `
      class ‹Mover› {
        turn(by: number) {
          this.‹angle› = (this.‹angle› + by) % 360;
        }

        «forward|advance|push»(distance: number) {
          const radians = ⟦this.‹angle›→(this.‹angle› * Math.PI) / 180⟧;
          this.x += Math.cos(radians) * distance;
          this.y += Math.sin(radians) * distance;
        }
      }
      `,
      `
      export function place‹Mover›(center: Point, radius: number, ‹angle›: number): Point {
        const theta = ⟦‹angle›→(‹angle› * Math.PI) / 180⟧;
        return { x: center.x + radius * Math.cos(theta), y: center.y + radius * Math.sin(theta) };
      }
      `,
    ],
  }),
  sketched("game-dice-from-one", {
    seen: [
      "=i [sometimes|once] rolled a [0|zero]",
      "=never get [the highest number|a {sides}]",
      "=should be 1 to {sides}, not 0 to one less",
      "=it [gives|returns] 0 to one below {sides}",
      "=a {wordsDie} has no zero",
      "[make|let] it [start|count] from 1",
      "=off by one[, {die} starts at 0|]",
      "={die} goes from zero",
      "=[why|how] can {die} be 0?",
      "=the highest one never [comes|comes up]",
    ],
    unseen: ["=a {sides} never shows up and nothing sometimes does", "shift {die} up by one"],
    rows: [
      [
        { sides: "6", params: "" },
        { sides: "20", params: "" },
        { sides: "49", params: "" },
        { sides: "12", params: "" },
        { sides: "sides", params: "sides: number" },
        { sides: "max", params: "max: number" },
        { sides: "highest", params: "highest: number" },
      ],
    ],
    vars: {
      die: ["die", "roll", "dice", "number", "ticket", "lot", "card", "draw"],
      extra: ["player", "color", "name", "team"],
    },
    code: [
      `
      ƒ play(‹params›) {
        const ‹extra› = ‹extra›s[Math.floor(Math.random() * ‹extra›s.length)];
        const ‹die› = Math.floor(Math.random() * ‹sides›)⟦→ + 1⟧;
        return { ‹extra›, ‹die› };
      ƒ}
      `,
      `
      const [‹die›, set‹Die›] = useState<number>();

      function onThrow(‹params›) {
        const index = Math.floor(Math.random() * sounds.length);
        play(sounds[index]);
        set‹Die›(Math.floor(Math.random() * ‹sides›)⟦→ + 1⟧);
      }
      `,
      `
      bot.command("‹die›", (ctx: Context) => {
        const ‹die› = Math.floor(Math.random() * ‹sides›)⟦→ + 1⟧;
        const word = words[Math.floor(Math.random() * words.length)];
        return ctx.reply(´€{word}: €{‹die›}´);
      });
      `,
    ],
  }),
  sketched("game-best-only-if-better", {
    seen: [
      "=the {wordsBest} [gets|is] overwritten by [a worse game|every game|lower ones]",
      "={best} is always [the last one|the last {score}]",
      "=after a bad [game|round] my {wordsBest} is gone",
      "=[only set|set] {best} when {score} is higher",
      "=a lower {score} should not [replace|change] {best}",
      "keep {best} unless {score} beats it",
      "=lost my {wordsBest} by playing badly",
      "=why does {best} go down?",
      "={best} must only ever go up",
      "[check|make sure] that {score} is higher than {best} first",
    ],
    unseen: ["=had 900, played again with 20, now it says 20", "{best} is a record, treat it as one"],
    rows: [
      [
        { best: "highScore", score: "score" },
        { best: "best", score: "points" },
        { best: "record", score: "distance" },
        { best: "longestStreak", score: "streak" },
        { best: "bestRound", score: "total" },
        { best: "topSpeed", score: "speed" },
        { best: "peak", score: "level" },
      ],
    ],
    code: [
      `
      ƒ finish(‹score›: number) {
        rounds++;
        last = ‹score›;
        ⟦→if (‹score› > ‹best›) ⟧‹best› = ‹score›;
        «show("Game over");|menu.open();|save();»
      ƒ}
      `,
      `
      class Session {
        ‹best› = 0;

        end(‹score›: number) {
          this.last = ‹score›;
          ⟦→if (‹score› > this.‹best›) ⟧this.‹best› = ‹score›;
          this.«games++|count += 1»;
        }
      }
      `,
      `
      const onGameOver = (‹score›: number) => {
        setLast(‹score›);
        ⟦→if (‹score› > ‹best›) ⟧set‹Best›(‹score›);
        «setScreen("over")|setRunning(false)»;
      };
      `,
    ],
  }),
  sketched("game-page-does-not-scroll", {
    seen: [
      "=the [page|whole page|site] scrolls [when i press|with] the arrow keys",
      "=[space|the space bar] [scrolls|jumps] the page[ down|] [while playing|during the game]",
      "=the keys move the {mover} and the page",
      "=arrow keys scroll [the window|too]",
      "stop the page from scrolling [on|with] these keys",
      "=prevent default is missing",
      "prevent the default [of those keys|for game keys]",
      "=while steering the {mover} the browser scrolls",
      "=keys we use should not scroll",
    ],
    unseen: [
      "=my screen wanders off while i steer the {mover}",
      "swallow the browser's own reaction to our keys",
    ],
    vars: { mover: MOVERS, keys: ["KEYS", "controls", "bindings", "keyMap", "moves"] },
    code: [
      `
      window.addEventListener("keydown", (event) => {
        const move = ‹keys›[event.«key|code»];
        if (!move) return;
        ⟦→event.preventDefault();⟧
        ‹mover›.go(move);
        «redraw();|»
      });

      window.addEventListener("keyup", (event) => {
        pressed.delete(event.key);
      });
      `,
      `
      ƒ onKeyDown(event: KeyboardEvent) {
        switch (event.key) {
          case "«ArrowLeft|a»":
          case "«ArrowRight|d»":
          case "«ArrowUp|w| »":
            ⟦→event.preventDefault();⟧
            ‹mover›.steer(event.key);
            break;
          case "Escape":
            ‹keys›.«reset|release»();
            break;
        }
      ƒ}
      `,
      `
      function handleKeyDown(event: React.KeyboardEvent) {
        if (event.key in ‹keys›) {
          ⟦→event.preventDefault();⟧
          move‹Mover›(‹keys›[event.key]);
        }
      }
      `,
    ],
  }),
  sketched("game-ball-bounces-off", {
    seen: [
      "=the {ball} [flies through|goes through|ignores] the [side walls|walls left and right]",
      "=the {ball} should bounce off [left and right|the sides] too",
      "=[only|it only] bounces at top and bottom",
      "=the {ball} leaves [at|through] the [sides|left and right side]",
      "[bounce|let it bounce] off the left and right [edge|wall]",
      "=no [collision|bounce] with the side walls",
      "=top and bottom work, but left and right don't stop the {ball}",
      "=the {ball} never comes back from the sides",
      "=missing the same for {vx}",
    ],
    unseen: ["=sideways there is no wall for the {ball}", "reflect {vx} like the other one"],
    rows: [
      [
        { vx: "vx", vy: "vy" },
        { vx: "dx", vy: "dy" },
        { vx: "speedX", vy: "speedY" },
        { vx: "xSpeed", vy: "ySpeed" },
      ],
    ],
    vars: { ball: ["ball", "puck", "bubble", "logo", "star", "bird", "cube", "square"] },
    code: [
      `
      ƒ move‹Ball›(«dt = 1|») {
        ‹ball›.x += ‹ball›.‹vx›;
        ‹ball›.y += ‹ball›.‹vy›;
        ⟦→if (‹ball›.x < 0 || ‹ball›.x > width) ‹ball›.‹vx› = -‹ball›.‹vx›;⟧
        if (‹ball›.y < 0 || ‹ball›.y > height) ‹ball›.‹vy› = -‹ball›.‹vy›;
        «draw‹Ball›();|frames++;|»
      ƒ}
      `,
      `
      class ‹Ball› {
        step(width: number, height: number) {
          this.x += this.‹vx›;
          this.y += this.‹vy›;
          ⟦→if (this.x < 0 || this.x > width) this.‹vx› = -this.‹vx›;⟧
          if (this.y < 0 || this.y > height) this.‹vy› = -this.‹vy›;
        }
      }
      `,
    ],
  }),
];
