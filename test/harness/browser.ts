import { type Browser, chromium, type Page } from "playwright-core";
import { parts } from "./required-part.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Flags that keep Chromium from looking for anything on a network. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A page in headless Chromium, and what went wrong in it. */
export interface BrowserPage extends AsyncDisposable {
  readonly page: Page;
  /** Uncaught errors and messages of the console's error level. */
  readonly errors: readonly string[];
}

/** Opens an address in a fresh browser. */
export async function openPage(url: string): Promise<BrowserPage> {
  const folder = temporaryFolder();
  const browser: Browser = await chromium.launch({
    executablePath: `/usr/bin/${parts.chromium.program}`,
    args: flags,
    env: { ...process.env, HOME: folder.path },
  });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(url);
  return {
    page,
    errors,
    [Symbol.asyncDispose]: async () => {
      await browser.close();
      folder[Symbol.dispose]();
    },
  };
}
