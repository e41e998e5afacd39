import { type Choices, capitalized, inWords } from "../../choices/index.ts";
import { distinctNames, plural } from "../made-up.ts";

/** The elements of a list, with their fields. */
export interface Things {
  readonly one: string;
  readonly many: string;
  /** The name of an element in callbacks. */
  readonly item: string;
  readonly date: string;
  readonly number: string;
  readonly text: string;
  readonly flag: string;
  readonly status: string;
}

const USUAL = `
order orders placedAt total customer cancelled | refunded draft cancelled pending shipped
user users lastLogin age name suspended | invited blocked deleted guest
project projects updatedAt budget title archived | archived closed paused
comment comments createdAt likes author deleted | spam hidden flagged
invoice invoices dueDate amount client paid | void paid overdue draft
task tasks deadline priority title done | done blocked cancelled
ticket tickets openedAt votes subject resolved | closed duplicate resolved
product products releasedAt price name discontinued | hidden soldout draft
message messages sentAt length sender read | sent failed deleted
post posts publishedAt views title hidden | draft private scheduled
player players joinedAt score nickname banned | retired injured banned
event events startsAt attendees title cancelled | cancelled past private
file files modifiedAt size name hidden | deleted locked broken
review reviews writtenAt rating author flagged | rejected pending hidden
employee employees hiredAt salary lastName retired | onleave fired retired
car cars soldAt mileage model sold | sold reserved broken
song songs addedAt duration title skipped | skipped deleted
booking bookings bookedAt guests room cancelled | cancelled noshow open
photo photos takenAt width caption blurry | private deleted
member members joinedAt points email inactive | expired pending blocked
payment payments paidAt amount payer refunded | failed refunded pending
job jobs finishedAt attempts queue failed | failed running skipped
movie movies watchedAt rating title adult | unreleased seen
student students enrolledAt grade surname expelled | graduated absent
issue issues reportedAt severity title closed | closed wontfix duplicate
book books publishedAt pages author lent | lost lent
article articles publishedAt reads slug unpublished | draft retracted
team teams foundedAt points name disbanded | disbanded inactive
recipe recipes addedAt calories title vegan | draft private
city cities foundedAt population name abandoned | ghost unknown
flight flights departsAt price airline delayed | cancelled delayed landed
notification notifications createdAt weight title dismissed | read muted
lead leads contactedAt value company lost | lost won cold
release releases releasedAt downloads version yanked | beta yanked
coupon coupons expiresAt discount code expired | expired used
session sessions startedAt duration ip closed | expired revoked
`
  .trim()
  .split("\n")
  .map((line) => {
    const [known = "", states = ""] = line.split(" | ");
    return { known: known.split(" "), states: states.split(" ") };
  });

const DATES =
  "createdAt updatedAt date timestamp addedAt modifiedAt lastSeen created_at publishedAt time".split(" ");
const NUMBERS = "count size score price weight rank total points amount level height quantity distance".split(
  " ",
);
const TEXTS = "name title label email code slug city category".split(" ");
const FLAGS =
  "archived deleted hidden disabled inactive expired isArchived isDeleted isHidden private locked".split(" ");
const STATES = "archived deleted closed expired failed draft pending cancelled rejected".split(" ");

export function things(choose: Choices): Things {
  const { known, states } = choose.pick(USUAL);
  const isUsual = choose.chance(0.65);
  const [noun = ""] = distinctNames(choose, 1);
  const isRegular = /[^sxyhf]$/.test(noun);
  const made = isUsual || !isRegular ? known.slice(0, 2) : [noun, plural(noun)];
  const [one = "", many = ""] = made;
  const own = (at: number, others: readonly string[]) =>
    (isUsual && choose.chance(0.75) && known[at]) || choose.pick(others);
  return {
    one,
    many,
    item: choose.pick([one, one.charAt(0).toLowerCase(), one.charAt(0).toLowerCase(), "item", "x", "entry"]),
    date: own(2, DATES),
    number: own(3, NUMBERS),
    text: own(4, TEXTS),
    flag: own(5, FLAGS),
    status: isUsual && choose.chance(0.75) ? choose.pick(states) : choose.pick(STATES),
  };
}

/** Returns the names of one and of several in a sentence. */
export function callingsOf({ one, many }: Things): { wordsOne: string; wordsMany: string } {
  return { wordsOne: inWords(one), wordsMany: inWords(many) };
}

export function typeOf({ one }: Things): string {
  return capitalized(one);
}
