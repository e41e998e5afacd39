import { type Choices, capitalized } from "../../choices/index.ts";
import { plural } from "../made-up.ts";

/** Values of one kind that code distinguishes, and how users name them. */
export interface Kind {
  /** What the value is, such as "status". */
  readonly what: string;
  /** Expressions with the value, and a parameter that has it. */
  readonly subjects: readonly string[];
  /** [value, wording]. */
  readonly values: readonly (readonly [string | number, string])[];
  /**
   * What is done for such values: a phrase with "it" and a call. `@order` is the object with the value, or an order by
   * default.
   */
  readonly does: readonly (readonly [string, string])[];
  readonly lists: readonly string[];
  readonly asks: readonly string[];
}

const same = (words: string) => words.split(" ").map((one) => [one, one.replace(/[-_]/g, " ")] as const);

const KINDS: readonly Kind[] = [
  {
    what: "key",
    subjects: ["e.key", "event.key", "key"],
    values: [
      ["Escape", "escape"],
      ["Enter", "enter"],
      ["Tab", "tab"],
      [" ", "space"],
      ["ArrowDown", "arrow down"],
      ["ArrowUp", "arrow up"],
      ["Backspace", "backspace"],
      ["Delete", "delete"],
      ["q", "q"],
      ["x", "x"],
      ["Home", "home"],
      ["End", "end"],
      ["PageDown", "page down"],
    ],
    does: [
      ["close it", "close()"],
      ["close the dialog", "closeDialog()"],
      ["submit", "submit()"],
      ["move on", "next()"],
      ["stop it", "stop()"],
      ["open the menu", "openMenu()"],
      ["pause the game", "pause()"],
    ],
    lists: ["KEYS", "SHORTCUTS", "CLOSE_KEYS", "closingKeys"],
    asks: ["isShortcut", "closes", "isClosingKey"],
  },
  {
    what: "file type",
    subjects: ["file.type", "type", "mimeType", "upload.mimetype"],
    values: [
      ["image/png", "png"],
      ["image/jpeg", "jpeg"],
      ["image/webp", "webp"],
      ["image/gif", "gif"],
      ["image/avif", "avif"],
      ["image/svg+xml", "svg"],
      ["application/pdf", "pdf"],
      ["video/mp4", "mp4"],
      ["text/csv", "csv"],
      ["application/json", "json"],
    ],
    does: [
      ["be uploaded", "upload(@file)"],
      ["get a preview", "preview(@file)"],
    ],
    lists: ["ALLOWED_TYPES", "acceptedTypes", "MIME_TYPES", "IMAGE_TYPES"],
    asks: ["isAllowedType", "isAccepted", "canPreview"],
  },
  {
    what: "extension",
    subjects: ["ext", "extname(file)", "extension", "path.extname(name)"],
    values: same(".js .ts .tsx .jsx .mjs .cjs .json .md .css .html .yml .vue .svg .txt").map(
      ([a]) => [a, a.slice(1)] as const,
    ),
    does: [
      ["be compiled", "compile(file)"],
      ["be watched", "watch(file)"],
      ["be linted", "lint(file)"],
      ["be bundled", "bundle(file)"],
    ],
    lists: ["EXTENSIONS", "extensions", "SOURCE_EXTENSIONS", "watched"],
    asks: ["isSource", "isWatched", "shouldCompile"],
  },
  {
    what: "status",
    subjects: ["order.status", "status", "job.status", "payment.status", "invoice.status"],
    values: same(
      "pending paid shipped cancelled refunded failed open closed draft archived queued running done expired delivered returned blocked on_hold",
    ),
    does: [
      ["send a mail", "sendMail(@order)"],
      ["notify the customer", "notify(customer)"],
      ["be shown", "show(@order)"],
      ["be skipped", "skip()"],
      ["get a refund", "refund(@order)"],
    ],
    lists: ["STATUSES", "FINAL_STATUSES", "OPEN_STATES", "activeStatuses", "statuses"],
    asks: ["isFinal", "isOpen", "isDone", "isActive"],
  },
  {
    what: "role",
    subjects: ["user.role", "role", "req.user.role", "member.role"],
    values: same(
      "admin owner editor moderator manager support viewer guest author billing developer auditor",
    ),
    does: [
      ["delete posts", "deletePost(post)"],
      ["see the reports", "showReports()"],
      ["edit it", "openEditor()"],
      ["invite people", "invite(person)"],
    ],
    lists: ["ALLOWED_ROLES", "ROLES", "staffRoles", "EDITORS"],
    asks: ["canEdit", "canDelete", "isStaff", "mayInvite"],
  },
  {
    what: "method",
    subjects: ["req.method", "method", "request.method"],
    values: same("GET POST PUT PATCH DELETE HEAD OPTIONS"),
    does: [
      ["skip the check", "next()"],
      ["be logged", "logRequest(@req)"],
      ["be cached", "cache(@req)"],
    ],
    lists: ["SAFE_METHODS", "ALLOWED_METHODS", "methods"],
    asks: ["isSafe", "isAllowed", "needsBody"],
  },
  {
    what: "day",
    subjects: ["day", "date.getDay()", "now.getDay()"],
    values: [
      [0, "sundays"],
      [1, "mondays"],
      [2, "tuesdays"],
      [3, "wednesdays"],
      [4, "thursdays"],
      [5, "fridays"],
      [6, "saturdays"],
    ],
    does: [
      ["run", "run()"],
      ["be closed", "close()"],
      ["show the banner", "showBanner()"],
      ["send the report", "sendReport()"],
    ],
    lists: ["DAYS", "WORKDAYS", "OPEN_DAYS", "deliveryDays"],
    asks: ["isOpen", "isWorkday", "isDeliveryDay"],
  },
  {
    what: "status code",
    subjects: ["res.status", "err.status", "response.status", "code", "error.statusCode"],
    values: [
      [408, "408"],
      [429, "429"],
      [500, "500"],
      [502, "502"],
      [503, "503"],
      [504, "504"],
      [401, "401"],
      [403, "403"],
      [404, "404"],
    ],
    does: [
      ["be retried", "retry()"],
      ["log the user out", "logout()"],
      ["be reported", "report(@err)"],
    ],
    lists: ["RETRYABLE", "RETRY_CODES", "retryStatuses"],
    asks: ["isRetryable", "shouldRetry", "isTemporary"],
  },
  {
    what: "language",
    subjects: ["lang", "locale", "user.language", "settings.lang"],
    values: [
      ["en", "english"],
      ["de", "german"],
      ["fr", "french"],
      ["es", "spanish"],
      ["it", "italian"],
      ["nl", "dutch"],
      ["pl", "polish"],
      ["ja", "japanese"],
      ["pt", "portuguese"],
      ["ar", "arabic"],
      ["he", "hebrew"],
    ],
    does: [
      ["load the translations", "loadTranslations()"],
      ["be offered", "offer(lang)"],
    ],
    lists: ["LANGUAGES", "SUPPORTED_LOCALES", "locales"],
    asks: ["isSupported", "isTranslated"],
  },
  {
    what: "currency",
    subjects: ["currency", "price.currency", "account.currency"],
    values: [
      ["EUR", "euro"],
      ["USD", "dollar"],
      ["GBP", "pounds"],
      ["CHF", "swiss francs"],
      ["JPY", "yen"],
      ["SEK", "swedish crowns"],
      ["PLN", "zloty"],
      ["CAD", "canadian dollars"],
    ],
    does: [
      ["be charged", "charge(@price)"],
      ["be converted", "convert(@price)"],
    ],
    lists: ["CURRENCIES", "ACCEPTED_CURRENCIES", "currencies"],
    asks: ["isAccepted", "isSupported"],
  },
  {
    what: "country",
    subjects: ["country", "address.country", "customer.country"],
    values: [
      ["DE", "germany"],
      ["AT", "austria"],
      ["CH", "switzerland"],
      ["FR", "france"],
      ["IT", "italy"],
      ["NL", "the netherlands"],
      ["BE", "belgium"],
      ["ES", "spain"],
      ["US", "the us"],
      ["CA", "canada"],
      ["NO", "norway"],
    ],
    does: [
      ["get free shipping", "shipForFree()"],
      ["pay taxes", "addTax()"],
      ["be delivered to", "deliver()"],
    ],
    lists: ["COUNTRIES", "SHIPPING_COUNTRIES", "euCountries"],
    asks: ["canShipTo", "isDomestic", "isInEurope"],
  },
  {
    what: "plan",
    subjects: ["plan", "user.plan", "team.plan", "account.plan"],
    values: same("free basic starter pro premium team business enterprise trial student"),
    does: [
      ["get support", "openSupport()"],
      ["see ads", "showAds()"],
      ["have exports", "showExport()"],
    ],
    lists: ["PLANS", "PAID_PLANS", "plansWithSupport"],
    asks: ["isPaid", "hasSupport", "canExport"],
  },
  {
    what: "level",
    subjects: ["level", "entry.level", "alert.severity"],
    values: same("debug info warn error fatal trace critical notice high medium low"),
    does: [
      ["page somebody", "page(onCall)"],
      ["go to stderr", "writeError(@entry)"],
      ["be stored", "store(@entry)"],
    ],
    lists: ["LEVELS", "SEVERITIES", "loudLevels"],
    asks: ["isLoud", "isSerious"],
  },
  {
    what: "payment method",
    subjects: ["payment.method", "method", "checkout.paymentMethod"],
    values: same("card paypal invoice cash klarna sepa voucher transfer"),
    does: [
      ["be confirmed at once", "confirm(@order)"],
      ["cost a fee", "addFee(@order)"],
    ],
    lists: ["PAYMENT_METHODS", "instantMethods", "methods"],
    asks: ["isInstant", "hasFee"],
  },
  {
    what: "environment",
    subjects: ["env", "process.env.NODE_ENV", "config.env", "stage"],
    values: same("production staging test development preview ci local"),
    does: [
      ["send errors to sentry", "initSentry()"],
      ["seed the database", "seed()"],
      ["show the debug panel", "showPanel()"],
    ],
    lists: ["ENVIRONMENTS", "deployedEnvs", "STAGES"],
    asks: ["isDeployed", "isProductionLike"],
  },
  {
    what: "colour",
    subjects: ["color", "shirt.color", "theme.color"],
    values: same("red green blue yellow black white orange purple pink teal grey"),
    does: [
      ["be highlighted", "highlight(item)"],
      ["get white text", "useWhiteText()"],
    ],
    lists: ["COLORS", "PALETTE", "darkColors"],
    asks: ["isDark", "isAvailable"],
  },
  {
    what: "event type",
    subjects: ["event.type", "type", "action.type", "message.kind"],
    values: same(
      "created updated deleted opened closed renamed moved added removed login logout signup click scroll submit reset",
    ),
    does: [
      ["be tracked", "track(@event)"],
      ["refresh the list", "refresh()"],
      ["clear the cache", "clearCache()"],
    ],
    lists: ["EVENTS", "TRACKED_EVENTS", "eventTypes"],
    asks: ["isTracked", "needsRefresh"],
  },
  {
    what: "shape",
    subjects: ["shape.kind", "shape.type", "kind"],
    values: same("circle square rectangle triangle line polygon ellipse star"),
    does: [
      ["be drawn", "draw(@shape)"],
      ["be filled", "fill(@shape)"],
    ],
    lists: ["SHAPES", "closedShapes"],
    asks: ["isClosed", "canFill"],
  },
  {
    what: "node type",
    subjects: ["node.type", "el.tagName", "node.nodeName"],
    values: same("BUTTON INPUT SELECT TEXTAREA A LABEL VIDEO IMG").map(
      ([a]) => [a, a.toLowerCase()] as const,
    ),
    does: [
      ["be ignored", "ignore(@node)"],
      ["get the focus", "focus(@node)"],
    ],
    lists: ["INTERACTIVE", "FOCUSABLE_TAGS"],
    asks: ["isInteractive", "isFocusable"],
  },
];

/** Words of one domain, for code whose values are specific to it. */
const SORTS = `text image video audio link table quote code heading
house flat garage office shop cabin studio loft
dog cat horse rabbit bird fish turtle
bug feature chore story epic spike question
breakfast lunch dinner snack brunch dessert
bus train tram ferry plane bike taxi metro
cotton wool silk linen leather denim
rock jazz pop blues folk techno soul classical
contract letter report form memo offer reminder
email sms push phone post fax chat
north south east west center
gold silver bronze platinum copper
draft review live paused ended scheduled
csv xml pdf xlsx parquet yaml json html
web mobile desktop tablet kiosk watch
cardio strength yoga cycling rowing swimming
kitchen bathroom bedroom hall cellar attic
spring summer autumn winter
novel comic poem essay biography thriller
sword shield potion scroll armor helmet
solar wind hydro gas coal nuclear
visa mastercard amex maestro discover
single double suite dorm family deluxe
lead customer partner supplier competitor`
  .split("\n")
  .map((line) => line.split(" "));

/** Returns values of no particular kind. */
function anyKind(choose: Choices): Kind {
  const what = choose.pick(["type", "kind", "mode", "category", "format", "source", "channel", "group"]);
  const owner = choose.pick(["item", "entry", "task", "request", "node", "options"]);
  const act = choose.pick(["update", "save", "render", "handle", "reload"]);
  const Many = plural(what);
  return {
    what,
    subjects: [what, `${owner}.${what}`],
    values: choose.pick(SORTS).map((one) => [one, one] as const),
    does: [
      [`${act} it`, `${act}(${owner})`],
      ["be handled", `handle(${owner})`],
      ["be skipped", "skip()"],
    ],
    lists: [Many.toUpperCase(), Many, `KNOWN_${Many.toUpperCase()}`],
    asks: [`is${capitalized(what)}Known`, "isSupported", "isRelevant"],
  };
}

export function kind(choose: Choices): Kind {
  return choose.chance(0.75) ? choose.pick(KINDS) : anyKind(choose);
}
