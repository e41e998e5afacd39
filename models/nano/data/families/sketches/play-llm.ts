import { sketched } from "./sketch.ts";

/** What people tell of the models that they talk to, and of their streams. */
export const PLAY_LLM = [
  sketched("llm-chunks-add-up", {
    seen: [
      "=[only|i only see] the last [word|chunk|token] [is shown|]",
      "=every [chunk|token] [replaces|overwrites] the [text|one before]",
      "[append|add] the {chunk} to {text}",
      "=words [flicker|flash] one after the other, nothing stays",
      "={text} is just the last {chunk}",
      "=should [grow|add up][, not be replaced|]",
      "=the answer is one word long at the end",
      "[concatenate|collect] the pieces[ in {text}|]",
      "=why is {text} replaced [all the time|with each {chunk}]?",
    ],
    unseen: ["=i see one token at a time, like on a ticker", "accumulate in {text}"],
    vars: {
      chunk: ["chunk", "delta", "token", "piece", "part"],
      text: ["text", "answer", "reply", "output", "content", "completion"],
      stream: ["stream", "response", "events", "result"],
    },
    code: [
      `
      ƒ async show(‹stream›: AsyncIterable<string>) {
        let ‹text› = "";
        let count = 0;
        for await (const ‹chunk› of ‹stream›) {
          count += 1;
          ‹text› ⟦=→+=⟧ ‹chunk›;
          «render(‹text›);|bubble.textContent = ‹text›;»
        }
        return { ‹text›, count };
      ƒ}
      `,
      `
      const on‹Chunk› = (‹chunk›: string) => {
        setStatus("«streaming|writing|typing»");
        set‹Text›(⟦‹chunk›→(old) => old + ‹chunk›⟧);
      };
      `,
      `
      class Conversation {
        ‹text› = "";

        handle(event: StreamEvent) {
          if (event.type === "start") this.id = event.id;
          if (event.type === "‹chunk›") this.‹text› ⟦=→+=⟧ event.«value|data|body»;
          if (event.type === "end") this.done = true;
        }
      }
      `,
    ],
  }),
  sketched("llm-no-content-in-chunk", {
    seen: [
      "=[shows|prints] undefined at the [end|start] of [the|each] answer",
      "=the answer [ends with|starts with|has] undefined",
      "=the last chunk has no content",
      "=content [can|may] be [missing|undefined|null]",
      "[treat|count] missing content as empty",
      "[use|fall back to] an empty string [if|when] there is no content",
      "=undefined [gets|is] glued to the text",
      "=default it to an empty string",
      "=why is there undefined in the [reply|answer]?",
    ],
    unseen: ["=each reply says undefined once", "nothing in the delta should add nothing"],
    vars: {
      chunk: ["chunk", "part", "event", "piece"],
      text: ["text", "answer", "reply", "output", "result", "full"],
      stream: ["stream", "completion", "response"],
    },
    code: [
      `
      let ‹text› = "";
      for await (const ‹chunk› of ‹stream›) {
        «tokens++;|const { id } = ‹chunk›;|if (signal.aborted) break;»
        ‹text› += ‹chunk›.choices[0]?.delta?.content⟦→ ?? ""⟧;
      }
      «save(‹text›);|console.log(‹text›.length);»
      `,
      `
      export async function* tokens(‹stream›: AsyncIterable<Chunk>) {
        for await (const ‹chunk› of ‹stream›) {
          const role = ‹chunk›.choices[0]?.delta?.role ?? "assistant";
          const ‹text› = ‹chunk›.choices[0]?.delta?.content⟦→ ?? ""⟧;
          yield { role, ‹text› };
        }
      }
      `,
      `
      ‹stream›.on("chunk", (‹chunk›) => {
        usage = ‹chunk›.usage ?? usage;
        ‹text› += ‹chunk›.delta.content⟦→ ?? ""⟧;
        bubble.innerText = ‹text›;
      });
      `,
    ],
  }),
  sketched("llm-half-a-character", {
    seen: [
      "=[umlauts|emojis|accents] are [broken|garbled] [now and then|sometimes] in the stream",
      "=strange question marks in[ the|] long answers",
      "=[half|split] characters at the [borders|edges] of chunks",
      "=a character [cut|split] between two chunks [turns to|becomes] garbage",
      "decode [as a stream|in stream mode]",
      "[pass|set] stream: true [to the decoder|when decoding]",
      "=� in the middle of words",
      "=multi-byte characters break",
      "=why are some emojis broken in the answer?",
    ],
    unseen: ["=chinese answers have holes in them", "tell the decoder that more is to come"],
    vars: {
      decoder: ["decoder", "utf8", "textDecoder", "dec"],
      value: ["value", "chunk", "bytes", "data"],
      text: ["text", "answer", "buffer", "output", "received"],
    },
    code: [
      `
      const ‹decoder› = new TextDecoder();
      let ‹text› = "";
      for await (const ‹value› of response.body) {
        size += ‹value›.length;
        ‹text› += ‹decoder›.decode(‹value›⟦→, { stream: true }⟧);
        «onText(‹text›);|render(‹text›);»
      }
      `,
      `
      ƒ async read(reader: ReadableStreamDefaultReader<Uint8Array>, onText: (text: string) => void) {
        const ‹decoder› = new TextDecoder();
        while (true) {
          const { done, value } = await reader.read();
          if (done) break;
          onText(‹decoder›.decode(value⟦→, { stream: true }⟧));
        }
      ƒ}
      `,
      `
      class LineReader {
        private ‹decoder› = new TextDecoder("utf-8");
        private ‹text› = "";

        push(‹value›: Uint8Array) {
          this.‹text› += this.‹decoder›.decode(‹value›⟦→, { stream: true }⟧);
          this.flush();
        }
      }
      `,
    ],
  }),
  sketched("llm-half-a-line", {
    seen: [
      "=JSON.parse fails [now and then|sometimes], the line is [cut|incomplete]",
      "=half a line [ends up in|gets into] {parse}",
      "=the last line may be [incomplete|cut off][, the rest comes with the next chunk|]",
      "keep the [last|unfinished] line in {buffer}[ for the next chunk|]",
      "=lines split over two chunks are [lost|broken]",
      "=sometimes Unexpected end of JSON input[ in the stream|]",
      "put the rest back into {buffer}",
      "={buffer} should keep what comes after the last newline",
      "=a chunk need not end with a newline",
    ],
    unseen: [
      "=network cuts where it likes, we act as if lines were whole",
      "carry the tail over in {buffer}",
    ],
    vars: {
      buffer: ["buffer", "rest", "pending", "tail", "partial"],
      lines: ["lines", "rows", "parts", "records"],
      parse: ["handle", "onLine", "parseLine", "emitLine", "consume"],
    },
    code: [
      `
      let ‹buffer› = "";

      ƒ feed(chunk: string) {
        ‹buffer› += chunk;
        const ‹lines› = ‹buffer›.split("\\n");
        ‹buffer› = ⟦""→‹lines›.pop() ?? ""⟧;
        for (const line of ‹lines›) ‹parse›(line);
      ƒ}
      `,
      `
      class Lines {
        private ‹buffer› = "";

        write(chunk: string) {
          const ‹lines› = (this.‹buffer› + chunk).split("\\n");
          this.‹buffer› = ⟦""→‹lines›.pop() ?? ""⟧;
          ‹lines›.«filter((line) => line !== "").|»forEach((line) => this.‹parse›(line));
        }
      }
      `,
      `
      socket.on("data", (data) => {
        ‹buffer› += data.toString();
        const ‹lines› = ‹buffer›.split("\\n");
        ‹buffer› = ⟦""→‹lines›.pop() ?? ""⟧;
        received += ‹lines›.length;
        ‹lines›.map((line) => JSON.parse(line)).forEach(‹parse›);
      });
      `,
    ],
  }),
  sketched("llm-knows-what-was-said", {
    seen: [
      "=the [bot|model|assistant] [forgets|doesn't remember] what [i|we] said [before|a minute ago]",
      "=every [question|message] starts [from scratch|a new conversation]",
      "=it has no memory",
      "=[follow-up|follow up] questions don't work",
      "[send|pass] {history} along[ too|]",
      "put {history} before the new message",
      "include {history} in the messages",
      "=we only send the last message[, not {history}|]",
      "={history} is never sent to the model",
    ],
    unseen: ["=my name is bob. what is my name? no idea", "prepend {history} to what we send"],
    vars: {
      history: ["history", "conversation", "previous", "thread", "turns", "transcript"],
      question: ["question", "prompt", "input", "text", "message"],
      model: ["MODEL", '"gpt-4o"', "config.model", "model"],
    },
    code: [
      `
      ƒ async ask(‹question›: string, ‹history›: Message[]) {
        const reply = await client.chat.completions.create({
          model: ‹model›,
          messages: [⟦→...‹history›, ⟧{ role: "user", content: ‹question› }],
        });
        ‹history›.push({ role: "user", content: ‹question› });
        return reply.choices[0].message;
      ƒ}
      `,
      `
      class Chat {
        private ‹history›: Message[] = [];

        async send(‹question›: string) {
          const added = { role: "user" as const, content: ‹question› };
          const reply = await this.client.complete({ messages: [⟦→...this.‹history›, ⟧added]«, temperature: 0|» });
          this.‹history›.push(added, reply);
          return reply.content;
        }
      }
      `,
      `
      const onSend = async (‹question›: string) => {
        const next = { role: "user", content: ‹question› };
        set‹History›([...‹history›, next]);
        const response = await fetch("/api/«chat|ask»", {
          method: "POST",
          body: JSON.stringify({ messages: [⟦→...‹history›, ⟧next] }),
        });
        «await read(response)|handle(await response.json())»;
      };
      `,
    ],
  }),
  sketched("llm-done-is-no-json", {
    seen: [
      "=JSON.parse fails at the end of the stream",
      "=[crashes|throws] on the last event, it's DONE in brackets",
      "=the end [marker|sign] of the stream isn't json",
      "[stop|return] at the end marker {end}",
      "[check|look] for {end} [first|before parsing]",
      "=Unexpected token D [when the answer is over|]",
      "=parsing {end} fails",
      "=[the stream|it] is over when {end} [comes|arrives]",
      "=when the answer is complete we [get|see] a syntax error",
    ],
    unseen: [
      "=all is well until the very last line, which is no json",
      "finish on {end} instead of parsing it",
    ],
    vars: {
      end: ["DONE", "END", "END_MARKER", "SENTINEL", "LAST"],
      data: ["data", "payload", "line", "raw", "json"],
      on: ["onDelta", "emit", "push", "onToken"],
    },
    code: [
      `
      const ‹end› = "[DONE]";

      ƒ handle(‹data›: string) {
        «received++;|lastAt = Date.now();|»
        ⟦→if (‹data› === ‹end›) return;⟧
        const event = JSON.parse(‹data›);
        ‹on›(event.choices[0].delta);
      ƒ}
      `,
      `
      const ‹end› = "[DONE]";

      source.onmessage = ({ data: ‹data›Text }) => {
        clearTimeout(timer);
        ⟦→if (‹data›Text === ‹end›) return;⟧
        const { text } = JSON.parse(‹data›Text);
        ‹on›(text);
      };
      `,
    ],
  }),
  sketched("llm-stops-when-asked", {
    seen: [
      "=the stop button does [nothing|not stop it]",
      "=it [goes on|keeps writing] after i [hit|press] stop",
      "=can't [stop|cancel] a long answer",
      "[pass|hand] {signal} [on|to the request]",
      "=the request ignores {signal}",
      "=[abort|stop] doesn't reach the request",
      "[wire|hook] up {signal}",
      "=tokens are still [burnt|paid for] after stopping",
      "=why is {signal} not [used|handed to the client]?",
    ],
    unseen: ["=told it to shut up, it won't", "make the call abortable by {signal}"],
    vars: {
      signal: ["abortSignal", "stopSignal", "cancelSignal", "abort", "stop"],
      prompt: ["prompt", "question", "input", "text", "messages", "query"],
      url: ["/api/generate", "/api/chat", "/v1/complete", "/api/ask", "/stream"],
    },
    code: [
      `
      ƒ async generate(‹prompt›: string, ‹signal›: AbortSignal) {
        «const started = Date.now();|await warmUp();|»
        const response = await fetch("‹url›", {
          method: "POST",
          body: JSON.stringify({ ‹prompt› }),
          ⟦→signal: ‹signal›,⟧
        });
        return response.body;
      ƒ}
      `,
      `
      class Assistant {
        async run(‹prompt›: string, ‹signal›: AbortSignal) {
          const response = await fetch(this.base + "‹url›", {
            method: "POST",
            headers: this.headers,
            body: JSON.stringify({ ‹prompt›, model: this.model }),
            ⟦→signal: ‹signal›,⟧
          });
          await this.show(response);
        }
      }
      `,
    ],
  }),
];
