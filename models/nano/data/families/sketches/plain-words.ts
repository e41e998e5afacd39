import type { Row } from "./sketch.ts";

/** Records with the field that names them, two more of text and a date. */
export const RECORDS: readonly Row[] = [
  { rec: "member", recs: "members", head: "name", one: "email", two: "phone", day: "joinedAt" },
  { rec: "order", recs: "orders", head: "number", one: "customer", two: "status", day: "orderedAt" },
  { rec: "book", recs: "books", head: "title", one: "author", two: "publisher", day: "publishedAt" },
  { rec: "recipe", recs: "recipes", head: "title", one: "summary", two: "cuisine", day: "createdAt" },
  { rec: "event", recs: "events", head: "name", one: "location", two: "organizer", day: "startsAt" },
  { rec: "ticket", recs: "tickets", head: "subject", one: "reporter", two: "priority", day: "openedAt" },
  { rec: "company", recs: "companies", head: "name", one: "industry", two: "city", day: "foundedAt" },
  { rec: "course", recs: "courses", head: "title", one: "teacher", two: "level", day: "startDate" },
  { rec: "post", recs: "posts", head: "title", one: "author", two: "category", day: "postedAt" },
  { rec: "product", recs: "products", head: "label", one: "brand", two: "sku", day: "addedAt" },
  { rec: "player", recs: "players", head: "nickname", one: "team", two: "position", day: "signedAt" },
  { rec: "invoice", recs: "invoices", head: "number", one: "recipient", two: "reference", day: "dueDate" },
  { rec: "room", recs: "rooms", head: "name", one: "floor", two: "building", day: "bookedAt" },
  { rec: "file", recs: "files", head: "name", one: "owner", two: "folder", day: "uploadedAt" },
  { rec: "track", recs: "tracks", head: "title", one: "artist", two: "album", day: "releasedAt" },
  { rec: "device", recs: "devices", head: "label", one: "vendor", two: "model", day: "lastSeen" },
];

/** Things people do with a button: the handler, what it says, and its icon. */
export const ACTIONS: readonly Row[] = [
  { act: "edit", say: "Edit", icon: "PencilIcon" },
  { act: "delete", say: "Delete", icon: "TrashIcon" },
  { act: "share", say: "Share", icon: "ShareIcon" },
  { act: "archive", say: "Archive", icon: "ArchiveIcon" },
  { act: "copy", say: "Copy link", icon: "CopyIcon" },
  { act: "print", say: "Print", icon: "PrinterIcon" },
  { act: "export", say: "Export", icon: "DownloadIcon" },
  { act: "refresh", say: "Refresh", icon: "ReloadIcon" },
  { act: "invite", say: "Invite", icon: "UserPlusIcon" },
  { act: "publish", say: "Publish", icon: "RocketIcon" },
];
