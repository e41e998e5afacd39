/** Of the language itself, including its words that can stand in place of a name. */
const LANGUAGE =
  "undefined NaN Infinity globalThis Object Array String Number Boolean Symbol BigInt Math JSON Date " +
  "RegExp Map Set WeakMap WeakSet WeakRef FinalizationRegistry Promise Proxy Reflect Atomics Intl " +
  "Function Generator GeneratorFunction AsyncFunction AsyncGenerator AsyncGeneratorFunction Iterator " +
  "AsyncIterator ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array " +
  "Uint16Array Int32Array Uint32Array BigInt64Array BigUint64Array Float16Array Float32Array Float64Array " +
  "Error AggregateError EvalError RangeError ReferenceError SuppressedError SyntaxError TypeError " +
  "URIError DisposableStack AsyncDisposableStack Temporal parseInt parseFloat isNaN isFinite " +
  "encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape eval arguments async of get " +
  "set static as satisfies";

/** Of TypeScript's library. */
const TYPES =
  "unknown any never asserts Record Partial Readonly Required Pick Omit Exclude Extract NonNullable " +
  "Parameters ConstructorParameters ReturnType InstanceType ThisParameterType OmitThisParameter ThisType " +
  "NoInfer Awaited Uppercase Lowercase Capitalize Uncapitalize PropertyKey PropertyDescriptor " +
  "PropertyDescriptorMap TypedPropertyDescriptor ReadonlyArray ReadonlyMap ReadonlySet ArrayLike " +
  "PromiseLike ArrayBufferLike ArrayBufferView Iterable IterableIterator IteratorResult IteratorObject " +
  "ArrayIterator MapIterator SetIterator AsyncIterable AsyncIterableIterator AsyncIteratorObject " +
  "PromiseSettledResult PromiseFulfilledResult PromiseRejectedResult PromiseWithResolvers " +
  "TemplateStringsArray RegExpExecArray RegExpMatchArray IArguments ImportMeta ImportAttributes " +
  "ErrorOptions ProxyHandler Disposable AsyncDisposable WeakKey CallableFunction NewableFunction " +
  "ConcatArray FlatArray ArrayConstructor BooleanConstructor DateConstructor ErrorConstructor " +
  "FunctionConstructor NumberConstructor ObjectConstructor PromiseConstructor RegExpConstructor " +
  "StringConstructor NodeJS BufferEncoding JSX React";

/** Of Node and other hosts. */
const HOSTS =
  "console process global require module exports __dirname __filename Buffer Bun Deno setTimeout " +
  "clearTimeout setInterval clearInterval setImmediate clearImmediate queueMicrotask structuredClone " +
  "fetch performance crypto atob btoa reportError URL URLSearchParams URLPattern TextEncoder TextDecoder " +
  "TextEncoderStream TextDecoderStream AbortController AbortSignal EventTarget Headers Request Response " +
  "RequestInit RequestInfo ResponseInit HeadersInit BodyInit FormData Blob File WebSocket EventSource " +
  "BroadcastChannel MessageChannel MessagePort Worker SharedWorker ReadableStream WritableStream " +
  "TransformStream CompressionStream DecompressionStream ByteLengthQueuingStrategy CountQueuingStrategy " +
  "ReadableStreamDefaultReader ReadableStreamDefaultController ReadableStreamBYOBReader " +
  "WritableStreamDefaultWriter TransformStreamDefaultController Crypto CryptoKey SubtleCrypto Performance " +
  "PerformanceEntry PerformanceObserver WebAssembly DOMException";

/** Of browsers. */
const BROWSER =
  "window document self parent top opener frames navigator location history screen localStorage " +
  "sessionStorage indexedDB caches customElements visualViewport speechSynthesis cookieStore " +
  "devicePixelRatio innerWidth innerHeight outerWidth outerHeight scrollX scrollY pageXOffset pageYOffset " +
  "origin isSecureContext crossOriginIsolated alert confirm prompt print postMessage getComputedStyle " +
  "getSelection matchMedia scrollTo scrollBy open close addEventListener removeEventListener " +
  "dispatchEvent requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback " +
  "createImageBitmap importScripts Window Document DocumentFragment ShadowRoot Node NodeList NodeListOf " +
  "NodeFilter NodeIterator TreeWalker Element Attr NamedNodeMap CharacterData Comment ChildNode " +
  "ParentNode HTMLCollection HTMLCollectionOf HTMLFormControlsCollection HTMLOptionsCollection DOMParser " +
  "DOMImplementation DOMTokenList DOMStringMap DOMRect DOMRectReadOnly DOMRectList DOMPoint DOMMatrix " +
  "XMLSerializer XMLHttpRequest XMLDocument XPathResult Range StaticRange Selection Storage History " +
  "Location Navigator Screen CSS CSSStyleDeclaration CSSStyleSheet CSSRule CSSStyleRule StyleSheet " +
  "StyleSheetList MediaQueryList MutationObserver MutationRecord IntersectionObserver " +
  "IntersectionObserverEntry ResizeObserver ResizeObserverEntry ResizeObserverSize ReportingObserver " +
  "CustomElementRegistry ElementInternals ValidityState FileList FileReader FileSystemHandle " +
  "FileSystemFileHandle FileSystemDirectoryHandle DataTransfer DataTransferItem DataTransferItemList " +
  "Clipboard ClipboardItem Notification ServiceWorker ServiceWorkerContainer ServiceWorkerRegistration " +
  "PushManager PushSubscription Cache CacheStorage Permissions PermissionStatus Geolocation " +
  "GeolocationPosition GeolocationCoordinates GeolocationPositionError Image ImageData ImageBitmap " +
  "OffscreenCanvas CanvasRenderingContext2D CanvasGradient CanvasPattern Path2D TextMetrics FontFace " +
  "WebGLRenderingContext WebGL2RenderingContext AudioContext OfflineAudioContext AudioNode AudioBuffer " +
  "AudioParam AudioWorkletNode GainNode OscillatorNode AnalyserNode Audio Option MediaStream " +
  "MediaStreamTrack MediaRecorder MediaSource SourceBuffer MediaDevices MediaDeviceInfo RTCPeerConnection " +
  "RTCSessionDescription RTCIceCandidate RTCDataChannel SpeechSynthesisUtterance Animation KeyframeEffect " +
  "Touch TouchList Gamepad IdleDeadline VisualViewport ViewTransition WakeLock WakeLockSentinel " +
  "IDBDatabase IDBFactory IDBObjectStore IDBRequest IDBOpenDBRequest IDBTransaction IDBIndex IDBCursor " +
  "IDBKeyRange EventListener EventListenerObject EventListenerOrEventListenerObject " +
  "AddEventListenerOptions EventInit CustomEventInit MessageEventInit FrameRequestCallback TimerHandler " +
  "HTMLElementTagNameMap HTMLElementEventMap WindowEventMap DocumentEventMap ScrollBehavior " +
  "ScrollToOptions BlobPart";

/** Of test runners. */
const TESTS =
  "describe it test suite expect expectTypeOf assert vi jest before after beforeEach afterEach beforeAll " +
  "afterAll onTestFinished onTestFailed xit xtest xdescribe fit fdescribe cy Cypress chai sinon jasmine " +
  "spyOn fail";

/** Names with the suffix `Event`, such as `MouseEvent`. */
const EVENTS =
  "Animation AnimationPlayback BeforeUnload Blob Clipboard Close Composition Custom DeviceMotion " +
  "DeviceOrientation Drag Error Focus FormData Gamepad HashChange IDBVersionChange Input Keyboard " +
  "MediaQueryList MediaStreamTrack Message Mouse PageTransition PictureInPicture Pointer PopState " +
  "Progress PromiseRejection RTCDataChannel RTCPeerConnectionIce RTCTrack SecurityPolicyViolation " +
  "SpeechSynthesis SpeechSynthesisError Storage Submit Toggle Touch Track Transition UI WebGLContext " +
  "Wheel Fetch Push Extendable";

/** Names of HTML elements, such as `HTMLInputElement`. */
const HTML =
  "Anchor Area Audio BR Base Body Button Canvas DList Data DataList Details Dialog Div Embed FieldSet " +
  "Form HR Head Heading Html IFrame Image Input LI Label Legend Link Map Media Menu Meta Meter Mod OList " +
  "Object OptGroup Option Output Paragraph Picture Pre Progress Quote Script Select Slot Source Span " +
  "Style TableCaption TableCell TableCol Table TableRow TableSection Template TextArea Time Title Track " +
  "UList Unknown Video";

/** Names of SVG elements, such as `SVGPathElement`. */
const SVG =
  "A Animate AnimateMotion AnimateTransform Animation Circle ClipPath Defs Desc Ellipse Filter " +
  "ForeignObject G Geometry Gradient Graphics Image Line LinearGradient MPath Marker Mask Metadata Path " +
  "Pattern Polygon Polyline RadialGradient Rect SVG Script Set Stop Style Switch Symbol TSpan Text " +
  "TextContent TextPath Title Use View";

/** Names that code may use without declaring them: globals of the language and of its hosts. */
export const GLOBALS: ReadonlySet<string> = new Set([
  ...[LANGUAGE, TYPES, HOSTS, BROWSER, TESTS].flatMap((names) => names.split(" ")),
  ...["", ...EVENTS.split(" ")].map((name) => `${name}Event`),
  ...["", ...HTML.split(" ")].map((name) => `HTML${name}Element`),
  ...["", ...SVG.split(" ")].map((name) => `SVG${name}Element`),
]);
