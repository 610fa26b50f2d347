// A Chromium of this machine for tests, when it has one: CHROMIUM names it, or it is where systems put it.
import { existsSync } from 'node:fs';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const named = process.env.CHROMIUM;

/** Its path; undefined where there is none, or CHROMIUM is `off`. A name that leads nowhere is an error. */
export const chromiumPath: string | undefined =
  named === undefined || named === '' ? usual.find((path) => existsSync(path)) : named === 'off' ? undefined : named;

if (chromiumPath !== undefined && !existsSync(chromiumPath)) throw new Error('CHROMIUM names no file.');
if (chromiumPath === undefined)
  process.stderr.write('NO CHROMIUM: the tests of the approvals page in a browser are skipped. Set CHROMIUM=PATH.\n');
