import type { Usage } from "@flint/protocol";
import type { Logger } from "pino";
import { clearDrafts } from "../leftovers.ts";
import { Ledger, type LedgerLimits, type ResponseUsage } from "./ledger.ts";
import { costOf, type Prices } from "./prices.ts";
import { type Reader, reportOf, type UsageReport } from "./report.ts";
import { prepareUsage, readUsage, writeUsage } from "./usage-file.ts";

export interface UsageBookOptions {
  readonly prices: Prices;
  /** The usage file; null to keep usage in memory only. */
  readonly file: string | null;
  readonly limits: LedgerLimits & { readonly usageWrite: number };
  readonly logger: Logger;
}

/** Records usage and its cost, in a file if one is set. */
export class UsageBook {
  prices: Prices;
  readonly #options: UsageBookOptions;
  readonly #ledger: Ledger;
  #timer: NodeJS.Timeout | null = null;
  #isWritten = true;
  #writing: Promise<void> = Promise.resolve();

  /** Creates a book without the saved usage. */
  constructor(options: UsageBookOptions) {
    this.#options = options;
    this.prices = options.prices;
    this.#ledger = new Ledger(options.limits);
  }

  /** Opens a book with the saved usage. Rejects with `ServerError` `usage_unreadable` or `usage_unwritable`. */
  static async open(options: UsageBookOptions): Promise<UsageBook> {
    const book = new UsageBook(options);
    const { file } = options;
    if (file === null) return book;
    await clearDrafts(file);
    const kept = await readUsage(file);
    if (kept === null) await prepareUsage(file);
    else book.#ledger.restore(kept);
    return book;
  }

  /** Returns the cost in USD; null if the model has no price. */
  costOf(model: string, usage: Usage | null): number | null {
    return costOf(this.prices, model, usage);
  }

  add(used: ResponseUsage): void {
    this.#ledger.add(used);
    this.#isWritten = false;
    if (this.#options.file === null || this.#timer !== null) return;
    this.#timer = setTimeout(() => this.#write(), this.#options.limits.usageWrite);
    this.#timer.unref();
  }

  report(reader: Reader, query: URLSearchParams): UsageReport {
    return reportOf(this.#ledger.content, reader, query);
  }

  /** Writes pending usage. */
  async close(): Promise<void> {
    await this.#writing;
    if (!this.#isWritten) this.#write();
    await this.#writing;
  }

  #write(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const { file, logger } = this.#options;
    if (file === null) return;
    this.#writing = this.#writing
      .then(() => {
        this.#isWritten = true;
        return writeUsage(file, this.#ledger.content);
      })
      .catch((cause) => {
        this.#isWritten = false;
        logger.error({ err: cause }, "the usage could not be written");
      });
  }
}
