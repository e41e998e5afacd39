import { sketched } from "./sketch.ts";

/** Requests that come too late, too often, or for the wrong thing: aborts, races, debounce, cached queries. */
export const CLIENT_RACES = [
  sketched("signal-reaches-fetch", {
    seen: [
      "=aborting [does nothing|has no effect]",
      "=the request [isn't|is never] [aborted|cancelled], the signal isn't passed[ on|]",
      "pass the signal[ to fetch|]",
      "=the [abort signal|signal] never reaches fetch",
      "=cancel doesn't [stop|cancel] the request",
      "give the signal to the request",
      "=we have [an abort controller|{ctl}] but [fetch doesn't know it|its signal isn't used]",
      "=why is the request still running after the abort?",
      "hand {signal} to fetch",
      "=network tab shows the {wordsThings} request going on after it was cancelled",
      "make the {wordsThings} request [abortable|cancellable], {ctl} is there already",
      "=can the {wordsThings} request be stopped by {ctl}?",
      "=fetch should [use|get] {signal}",
      "={ctl}.abort() [does nothing|has no effect|changes nothing]",
      "=the fetch [ignores|doesn't listen to|isn't tied to] {ctl}",
      "=signal is [missing|not passed] in the fetch[ options|]",
    ],
    unseen: ["=pressing stop should really break off the download", "wire {ctl} up with the request"],
    rows: [
      [
        { ctl: "controller", signal: "controller.signal", init: "signal: controller.signal", make: "" },
        { ctl: "controller", signal: "signal", init: "signal", make: "const { signal } = controller;" },
        { ctl: "abort", signal: "abort.signal", init: "signal: abort.signal", make: "" },
        { ctl: "aborter", signal: "aborter.signal", init: "signal: aborter.signal", make: "" },
        { ctl: "aborter", signal: "signal", init: "signal", make: "const { signal } = aborter;" },
        { ctl: "ac", signal: "ac.signal", init: "signal: ac.signal", make: "" },
        {
          ctl: "abortController",
          signal: "signal",
          init: "signal",
          make: "const { signal } = abortController;",
        },
        { ctl: "canceller", signal: "canceller.signal", init: "signal: canceller.signal", make: "" },
      ],
    ],
    code: [
      `
      useEffect(() => {
        const ‹ctl› = new AbortController();
        ‹make›
        fetch(´/api/‹things:kebab›/€{id}´⟦→, { ‹init› }⟧)
          .then((res) => res.json())
          .then(set‹Thing›)
          .catch(ignoreAbort);
        return () => ‹ctl›.abort();
      }, [id]);
      `,
      `
      ƒ start‹Things›Request(query: string) {
        const ‹ctl› = new AbortController();
        ‹make›
        ‹fill›
        const done = fetch("/api/‹things:kebab›/search", {
          method: "POST",
          body: JSON.stringify({ query }),
          ⟦→‹init›,⟧
        });
        return { done, cancel: () => ‹ctl›.abort() };
      ƒ}
      `,
      `
      async function export‹Things›(stopButton: HTMLButtonElement) {
        const ‹ctl› = new AbortController();
        ‹make›
        stopButton.onclick = () => ‹ctl›.abort();
        const config = await fetch("/config.json");
        const response = await fetch("/‹things:kebab›/export", { cache: "no-store"⟦→, ‹init›⟧ });
        save(await config.json(), await response.blob());
      }
      `,
      `
      let ‹ctl› = new AbortController();

      const search‹Things› = async (term: string) => {
        ‹ctl›.abort();
        ‹ctl› = new AbortController();
        ‹make›
        const res = await fetch(´/‹things:kebab›?term=€{encodeURIComponent(term)}´⟦→, { ‹init› }⟧);
        render(await res.json());
      };
      `,
    ],
  }),
  sketched("abort-when-left", {
    seen: [
      "=the request [goes on|keeps running] after [i leave the page|leaving|unmounting]",
      "abort [the request|it|the fetch] on unmount",
      "cancel the [old|running|previous] request when {id} changes",
      "=the old request [isn't|is not] cancelled when {id} changes",
      "=no cleanup, {ctl} is never aborted",
      "=needs a cleanup that aborts",
      "=switching the {wordsThing} quickly leaves [a lot of|dozens of] requests running",
      "clean up[ the request|] when the component goes away",
      "=should abort [when it unmounts|on cleanup]",
      "=who calls abort? nobody",
      "=why do i see [pending|open] requests for {wordsThings} i've already left?",
      "=can the effect abort its request when it's done?",
      "return a cleanup from the effect that aborts {ctl}",
      "={ctl} is [created|there] but abort is never [called|used]",
      "=[leaving|unmounting] should [abort|cancel|stop] the request",
      "abort in the cleanup",
      "=[old|outdated] requests [keep running|pile up|are never cancelled]",
    ],
    unseen: [
      "=closing the dialog should put an end to what it was downloading",
      "tidy up behind the effect by aborting",
    ],
    vars: {
      ctl: ["controller", "abortController", "aborter", "ac", "abort", "canceller"],
      id: ["id", "query", "filter", "page", "‹thing›Id", "slug", "userId", "term"],
    },
    code: [
      `
      useEffect(() => {
        const ‹ctl› = new AbortController();
        fetch‹Thing›(‹id›, ‹ctl›.signal)
          .then(set‹Thing›)
          .catch(handleError);
        ⟦→return () => ‹ctl›.abort();⟧
      }, [‹id›]);
      `,
      `
      export function use‹Things›(‹id›: string) {
        const [‹things›, set‹Things›] = useState<‹Thing›[]>([]);

        useEffect(() => {
          document.title = "‹things:Words›";
        }, []);

        useEffect(() => {
          const ‹ctl› = new AbortController();
          const load = async () => {
            const res = await fetch(´/api/‹things:kebab›/€{‹id›}´, { signal: ‹ctl›.signal });
            set‹Things›(await res.json());
          };
          load().catch(ignoreAbort);
          ⟦→return () => ‹ctl›.abort();⟧
        }, [‹id›]);

        return ‹things›;
      }
      `,
      `
      useEffect(() => {
        if (!‹id›) return;
        const ‹ctl› = new AbortController();
        setLoading(true);
        api
          .get(´/‹things:kebab›/€{‹id›}´, { signal: ‹ctl›.signal })
          .then(({ data }) => set‹Thing›(data))
          .finally(() => setLoading(false));
        ⟦→return () => ‹ctl›.abort();⟧
      }, [‹id›]);
      `,
    ],
  }),
  sketched("aborts-are-no-errors", {
    seen: [
      "=[an error flashes|the error shows up|i see an error] when [navigating away|i type on|leaving]",
      "ignore AbortErrors",
      "=AbortError isn't [an error|a failure][ for us|]",
      "=aborted requests [are shown as|count as] errors",
      "return early [when|if] {err}.name is AbortError",
      "=an abort shouldn't [be reported|be shown|show an error]",
      "=cancelling [shows|pops up] an error",
      "don't show [the error|anything] for an AbortError",
      "=AbortError gets [shown|through], [skip|ignore] it",
      "=when the request is aborted [just return|nothing should happen]",
      "=why does it say 'The user aborted a request'?",
      "=can we leave aborts out? (name AbortError)",
      "=sentry is full of AbortErrors from here",
    ],
    unseen: [
      "=breaking a request off on purpose must not alarm anybody",
      "treat AbortError as business as usual: do nothing",
    ],
    vars: { err: ["error", "err", "e", "reason", "cause"] },
    code: [
      `
      useEffect(() => {
        const controller = new AbortController();
        get‹Things›(query, controller.signal)
          .then(set‹Things›)
          .catch((‹err›) => {
            ⟦→if (‹err›.name === "AbortError") return;⟧
            «setError(‹err›.message);|toast.error(‹err›.message);|report(‹err›);»
          });
        return () => controller.abort();
      }, [query]);
      `,
      `
      const «search|load|refresh» = async (signal: AbortSignal) => {
        try {
          set‹Things›(await api.‹things›({ signal }));
        } catch (‹err›: any) {
          ⟦→if (‹err›.name === "AbortError") return;⟧
          «logger.error(‹err›);|captureException(‹err›);|console.error(‹err›);»
          setFailed(true);
        }
      };
      `,
      `
      ƒ on‹Thing›Failure(‹err›: Error, dispatch: Dispatch) {
        ⟦→if (‹err›.name === "AbortError") return;⟧
        ‹fill›
        dispatch({ type: "‹thing›/failed", message: ‹err›.message });
      ƒ}
      `,
    ],
  }),
  sketched("late-answers-are-dropped", {
    seen: [
      "=the [wrong|old|previous] {wordsThing} shows up when [i switch|switching] [quickly|fast]",
      "=[a slow|an old] answer overwrites the [new|newer] one",
      "=race: the last answer wins, not the last request. {flag} isn't checked",
      "check {flag} before setting [the state|anything]",
      "=state is set after unmount, {flag} is never [read|looked at|checked]",
      "={flag} is set but [nobody checks it|never used]",
      "do nothing with the answer [if|when] {wordsSaying}",
      "=answers that come too late should be [ignored|dropped]",
      "return [early|right away] in the callback when {wordsSaying}",
      "ignore the answer when {wordsSaying}",
      "=sometimes i get the {wordsThing} of the one i clicked before",
      "=why does {flag} have no effect?",
      "=flipping through {wordsThings} fast ends on the wrong one",
    ],
    unseen: [
      "=two requests overtake each other and the loser is displayed",
      "=make use of {flag}, responses to questions of the past don't matter",
    ],
    rows: [
      [
        { flag: "cancelled", start: "false", end: "true", test: "cancelled", saying: "it's cancelled" },
        { flag: "ignore", start: "false", end: "true", test: "ignore", saying: "ignore is true" },
        { flag: "active", start: "true", end: "false", test: "!active", saying: "it's no longer active" },
        {
          flag: "isMounted",
          start: "true",
          end: "false",
          test: "!isMounted",
          saying: "it isn't mounted any more",
        },
        { flag: "stale", start: "false", end: "true", test: "stale", saying: "it's stale" },
        {
          flag: "isCurrent",
          start: "true",
          end: "false",
          test: "!isCurrent",
          saying: "it isn't current any more",
        },
        { flag: "didCancel", start: "false", end: "true", test: "didCancel", saying: "it was cancelled" },
        { flag: "alive", start: "true", end: "false", test: "!alive", saying: "it isn't alive any more" },
      ],
    ],
    vars: { id: ["id", "query", "filter", "‹thing›Id", "slug", "userId", "tab"] },
    code: [
      `
      useEffect(() => {
        let ‹flag› = ‹start›;
        «setLoading(true);|set‹Thing›(null);»
        get‹Thing›(‹id›).then((result) => {
          ⟦→if (‹test›) return;⟧
          set‹Thing›(result);
          setLoading(false);
        });
        return () => {
          ‹flag› = ‹end›;
        };
      }, [‹id›]);
      `,
      `
      useEffect(() => {
        let ‹flag› = ‹start›;

        async function load() {
          const response = await fetch(´/api/‹things:kebab›/€{‹id›}´);
          const body = await response.json();
          ⟦→if (‹test›) return;⟧
          set‹Thing›(body);
          «setUpdatedAt(Date.now());|setError(null);|onLoad(body);»
        }

        load();
        return () => {
          ‹flag› = ‹end›;
        };
      }, [‹id›]);
      `,
      `
      ƒ watch‹Thing›(‹id›: string, show: (‹thing›: ‹Thing›) => void) {
        let ‹flag› = ‹start›;
        client.get‹Thing›(‹id›).then((‹thing›) => {
          ⟦→if (‹test›) return;⟧
          «log(‹thing›.id);|cache.set(‹id›, ‹thing›);»
          show(‹thing›);
        });
        return () => {
          ‹flag› = ‹end›;
        };
      ƒ}
      `,
    ],
  }),
  sketched("query-key-has-it-all", {
    seen: [
      "=changing the {wordsParam} [doesn't load anything new|still shows the old {wordsThings}]",
      "=[same|the same] {wordsThings} for every {wordsParam}",
      "={param} is missing in the query key",
      "add {param} to the [query key|key]",
      "=doesn't refetch when {param} changes",
      "refetch when {param} changes",
      "=the cache doesn't know about {param}",
      "=[key|query key] should contain {param}",
      "=cached {wordsThings} of another {wordsParam} are shown",
      "=why do i always get the first {wordsParam}'s {wordsThings}?",
      "={param} belongs into the [queryKey|key][ as well|]",
      "=the {wordsParam} select has no effect [until i reload|unless i reload the page]",
      "=can it [load|fetch] again [for|on] another {wordsParam}?",
      "=[expected|i expect] other {wordsThings} for another {wordsParam}, [got|i get] the cached ones",
      "=[cache|the cache] is shared between [all values of {param}|different values of {param}]",
      "=query key without {param}[, so it never refetches|, that's the bug]",
      "put {param} into the [key|query key]",
    ],
    unseen: [
      "=picking another {wordsParam} leaves the table as it was, as the entry in the cache is shared",
      "let the cache tell apart by {param}",
    ],
    vars: {
      param: [
        "status",
        "page",
        "filter",
        "userId",
        "search",
        "teamId",
        "sort",
        "locale",
        "year",
        "category",
        "range",
      ],
    },
    code: [
      `
      export function use‹Things›(‹param›: string) {
        return useQuery({
          queryKey: ["‹things›"⟦→, ‹param›⟧],
          queryFn: () => api.list‹Things›({ ‹param› }),
          «staleTime: 60_000,|placeholderData: keepPreviousData,|»
        });
      }

      export const use‹Other› = (id: string) =>
        useQuery({ queryKey: ["‹other›", id], queryFn: () => api.get‹Other›(id) });
      `,
      `
      const [‹param›, set‹Param›] = useState("");
      const { data: ‹others› } = useQuery({ queryKey: ["‹others›"], queryFn: load‹Others› });
      const { data: ‹things›, isLoading } = useQuery({
        queryKey: ["‹things›"⟦→, ‹param›⟧],
        queryFn: () => fetch‹Things›(‹param›),
      });
      `,
      `
      const ‹things›Query = (orgId: string, ‹param›: string) =>
        queryOptions({
          queryKey: ["org", orgId, "‹things›"⟦→, ‹param›⟧],
          queryFn: async () => {
            const response = await fetch(´/api/orgs/€{orgId}/‹things:kebab›?‹param›=€{‹param›}´);
            return (await response.json()) as ‹Thing›[];
          },
        });
      `,
      `
      const { data, error } = useSWR(⟦"/‹things:kebab›"→["/‹things:kebab›", ‹param›]⟧, () => get‹Things›(‹param›));
      const { data: me } = useSWR("/me", fetcher);
      «if (error) return <Failed />;|»
      return <‹Thing›Table rows={data} user={me} />;
      `,
    ],
  }),
  sketched("query-waits-for-id", {
    seen: [
      "=[requests|fetches|asks for] /undefined [at first|on the first render]",
      "=[runs|the query runs] with {id} undefined",
      "=it shouldn't run [without|before we have] {id}",
      "=should wait until {id} is [known|there|set]",
      "only run [the query|it] when {id} is set",
      "enable [it|the query] only if {id} is [there|defined]",
      "=404 for /undefined in the network tab",
      "skip the query while {id} is undefined",
      "=the first request has no {id}",
      "=needs enabled: {id} isn't there at first",
      "hold the {wordsThing} query back until {id} is known",
      "=why does it load a {wordsThing} called undefined?",
      "=can the query wait for {id}?",
      "=[fires|it fires|loads] too early, {id} is [undefined|not there yet]",
      "=[no {id}|{id} missing], no request[ please|]",
      "disable [it|the query] [while|as long as] there's no {id}",
      "=GET .../undefined [in the logs|on every page load|all the time]",
    ],
    unseen: [
      "=premature request: {id} arrives one render later",
      "=nothing to ask for as long as {id} is missing, so be quiet",
    ],
    vars: { id: ["id", "‹thing›Id", "userId", "teamId", "slug", "selectedId", "token", "orgId"] },
    code: [
      `
      const { ‹id› } = «useParams()|useSelection()|useSession()»;
      const ‹thing› = useQuery({
        queryKey: ["‹thing›", ‹id›],
        queryFn: () => get‹Thing›(‹id›!),
        ⟦→enabled: !!‹id›,⟧
      });
      const ‹others› = useQuery({ queryKey: ["‹others›"], queryFn: list‹Others› });
      `,
      `
      export function use‹Thing›(‹id›: string | undefined) {
        return useQuery({
          queryKey: ["‹things›", ‹id›],
          queryFn: () => client.get(´/‹things:kebab›/€{‹id›}´),
          «staleTime: 30_000,|retry: false,|»
          ⟦→enabled: !!‹id›,⟧
        });
      }
      `,
      `
      const ‹thing›Options = (‹id›?: string) =>
        queryOptions({
          queryKey: ["‹thing›", ‹id›],
          queryFn: async () => {
            const res = await fetch(´/api/‹things:kebab›/€{‹id›}´);
            return res.json();
          },
          ⟦→enabled: !!‹id›,⟧
        });
      `,
    ],
  }),
  sketched("list-reloads-after-change", {
    seen: [
      "=the list [still shows|keeps showing] the old {wordsThings} [after that|afterwards]",
      "=[i have to reload the page|only a reload helps] to see the [change|new {wordsThing}]",
      "invalidate the {wordsThings} query [afterwards|on success|when it's done]",
      "=the {wordsThings} aren't [refetched|reloaded] [afterwards|after that]",
      "reload the {wordsThings} [on success|after that|when that worked]",
      "=stale {wordsThings} after the mutation",
      "=should refetch the {wordsThings} [when done|on success]",
      "invalidate {things} on success",
      "=the {wordsThing} list doesn't update [after saving|until i press f5]",
      "=why is the {wordsThings} list outdated after the mutation?",
      "=can the {wordsThings} be fetched again after success?",
      "=needs invalidateQueries for {things}",
      "=[expected|should see] the [change|new state] in the {wordsThings} list, [nothing happens|still the old data]",
      "={wordsThings} cache is [stale|outdated|not invalidated] [afterwards|then]",
      "[refresh|refetch] the {wordsThings} [then|when it worked|afterwards]",
      "=[only|just] after f5 the {wordsThings} are [right|up to date]",
    ],
    unseen: [
      "=what i just did isn't seen in the overview of {wordsThings}",
      "freshen up the cached {wordsThings} once it has worked",
    ],
    vars: { verb: ["create", "delete", "update", "archive", "rename", "approve", "duplicate"] },
    code: [
      `
      const queryClient = useQueryClient();
      const ‹things› = useQuery({ queryKey: ["‹things›"], queryFn: list‹Things› });
      const ‹others› = useQuery({ queryKey: ["‹others›"], queryFn: list‹Others› });

      const ‹verb›‹Thing› = useMutation({
        mutationFn: «api.‹verb›‹Thing›|(‹thing›: ‹Thing›) => api.‹verb›(‹thing›)»,
        onSuccess: () => {
          «toast.success("Done");|close();|navigate(-1);»
          ⟦→queryClient.invalidateQueries({ queryKey: ["‹things›"] });⟧
        },
      });
      `,
      `
      export const use‹Things› = () => useQuery({ queryKey: ["‹things›"], queryFn: client.list‹Things› });

      export function use‹Verb›‹Thing›() {
        const queryClient = useQueryClient();
        return useMutation({
          mutationFn: (id: string) => client.‹verb›‹Thing›(id),
          onError: «showError|(error) => toast.error(error.message)»,
          ⟦→onSuccess: () => queryClient.invalidateQueries({ queryKey: ["‹things›"] }),⟧
        });
      }
      `,
      `
      const { data = [] } = useQuery({ queryKey: ["‹things›"], queryFn: list‹Things› });

      const handle‹Verb› = async (‹thing›: ‹Thing›) => {
        «setBusy(true);|»
        await ‹verb›‹Thing›(‹thing›.id);
        ⟦→await queryClient.invalidateQueries({ queryKey: ["‹things›"] });⟧
        «setBusy(false);|closeMenu();|setSelected(null);»
      };
      `,
    ],
  }),
  sketched("handler-waits-for-pause", {
    seen: [
      "=[fires|sends a request] on every [keystroke|key press], wait {ms} ms",
      "debounce [it|this|the calls] by {ms} ms",
      "debounce {fn}[, {ms} ms| with {ms} ms]",
      "=[too many requests|it reacts too often] while typing, debounce {ms}",
      "=should only run {ms} ms after the last [keystroke|change]",
      "=[the {wordsFn} call|{fn}] [needs|should have] a debounce of {ms} ms",
      "=every letter triggers {fn}. {ms} ms pause first",
      "wait until nothing has been typed for {ms} ms[ before calling {fn}|]",
      "=can {fn} be debounced? {ms} ms would do",
      "=typing hammers the server, {ms} ms debounce[ pls| would help|]",
      "=the api is hit once per character, hold it back for {ms} ms",
      "wrap {fn} in a debounce of {ms} ms",
      "={fn} runs [on every letter|for each key|far too often], [debounce|wait] {ms} ms",
      "=[no debounce|debounce missing] on {fn}, {ms} ms[ please|]",
      "[delay|hold] {fn} until typing has paused for {ms} ms",
    ],
    unseen: [
      "=typing a word costs seven requests; let {ms} ms of silence go by first",
      "calm {fn} down, once per {ms} ms of quiet",
    ],
    vars: {
      ms: ["300", "250", "500", "200", "400", "150", "1000"],
      fn: [
        "search",
        "search‹Things›",
        "runSearch",
        "fetchSuggestions",
        "saveDraft",
        "updateResults",
        "filter‹Things›",
      ],
    },
    code: [
      `
      import { debounce } from "lodash-es";

      ƒ watch‹Thing›Form(form: HTMLFormElement) {
        const onChange = ⟦() => ‹fn›(new FormData(form))→debounce(() => ‹fn›(new FormData(form)), ‹ms›)⟧;
        form.addEventListener("input", onChange);
        form.addEventListener("submit", (event) => event.preventDefault());
        return () => form.removeEventListener("input", onChange);
      ƒ}
      `,
      `
      import { debounce } from "«lodash-es|lodash|./timing|es-toolkit»";

      const input = document.querySelector<HTMLInputElement>("#‹things:kebab›-search")!;
      input.addEventListener("focus", () => input.select());
      input.addEventListener("input", ⟦() => ‹fn›(input.value)→debounce(() => ‹fn›(input.value), ‹ms›)⟧);
      `,
      `
      import debounce from "lodash/debounce";

      export class ‹Thing›Box {
        private readonly onInput = ⟦(text: string) => this.‹fn›(text)→debounce((text: string) => this.‹fn›(text), ‹ms›)⟧;
        private readonly onClear = () => this.show([]);

        private ‹fn›(text: string): void {
          this.api.find‹Things›(text).then((‹things›) => this.show(‹things›));
        }
      }
      `,
      `
      const on‹Thing›Change = useMemo(
        () => ⟦(text: string) => ‹fn›(text)→debounce((text: string) => ‹fn›(text), ‹ms›)⟧,
        [‹fn›],
      );

      return <SearchField label="‹things:Words›" onChange={on‹Thing›Change} onClear={clear} />;
      `,
    ],
  }),
];
