// The approvals page in a real browser: by hand, by keyboard, by ear, in the dark, on a telephone.
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type PageServer, servePage } from '../../src/web/serve.ts';
import { chromiumPath } from './chromium.ts';
import { alice, approval, deployment, fakeDesk, NOW, proposed, vote } from './desk.ts';
import { openLink } from './visitor.ts';

const low = approval('aaaa-aa');
const high = approval('bbbb-bb', {
  terms: { ...low.terms, risk: 'high', quorum: 2 },
  votes: [vote()],
  why: `A long reason ${'without-any-place-to-break-'.repeat(6)}`,
  requests: [
    proposed({
      changes: [`spec.template.spec.containers[*].image: ${'a/'.repeat(80)}web:1 → ${'b/'.repeat(80)}web:2`],
      after: deployment(3, 'registry.example.com/web:1.5.0', `    # ${'x'.repeat(400)}\n`),
    }),
    proposed({
      verb: 'delete',
      kind: 'Job',
      resource: 'jobs',
      group: 'batch',
      name: 'old',
      after: '',
      dryRun: 'refused',
    }),
  ],
});
const expired = approval('cccc-cc', { expiresAt: NOW - 60 });

describe.skipIf(chromiumPath === undefined)('in Chromium', () => {
  let browser: Browser;
  let server: PageServer | undefined;
  const noise: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(() => browser.close());
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await server?.close();
    expect(noise.splice(0)).toEqual([]);
  });

  /** A person who came in by a link. Whatever the browser complains of fails the test. */
  async function visit(id = '', options: BrowserContextOptions = {}, fake = fakeDesk(low, high, expired)) {
    server = await servePage(fake.desk, { host: '127.0.0.1', port: 0, onError: (error) => noise.push(String(error)) });
    const context = await browser.newContext({ viewport: { width: 1180, height: 800 }, ...options });
    const page = await context.newPage();
    page.on('console', (said) => noise.push(`${said.type()}: ${said.text()}`));
    page.on('pageerror', (error) => noise.push(String(error)));
    await page.goto(openLink(server.origin, fake.token(), id));
    const origin = server.origin;
    return { ...fake, page, context, origin };
  }
  const live = (page: Page) => page.getByRole('status').getByText('Live', { exact: true }).waitFor();

  test('a click approves, and the page says so', async () => {
    const { page, cast } = await visit(low.id);
    await page.getByLabel('Note').fill('Fine.');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('You said yes.').waitFor();
    expect(cast).toEqual([{ id: low.id, verdict: 'approve', ...alice, note: 'Fine.' }]);
    expect(await page.getByRole('button').count()).toBe(0);
    await page.reload();
    expect(cast).toHaveLength(1);
  });

  test('a click refuses, with a note', async () => {
    const { page, cast } = await visit(high.id);
    await page.getByLabel('Note').fill('Not during the sale.');
    await page.getByRole('button', { name: 'Refuse' }).click();
    await page.getByText('You said no.').waitFor();
    expect(cast).toEqual([{ id: high.id, verdict: 'refuse', ...alice, note: 'Not during the sale.' }]);
  });

  test('the keyboard alone approves, from the list to the end, in the order of the page', async () => {
    const { page, cast } = await visit('', {}, fakeDesk(high));
    const stops: string[] = [];
    const tab = async (): Promise<string> => {
      await page.keyboard.press('Tab');
      const at = await page.evaluate('document.activeElement.id || document.activeElement.textContent.trim()');
      stops.push(String(at));
      return String(at);
    };
    expect(await tab()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    expect(await tab()).toBe(`open-${high.id}`);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Your decision' }).waitFor();
    stops.length = 0;
    while ((await tab()) !== 'note') expect(stops.length).toBeLessThan(20);
    await page.keyboard.type('By keyboard.');
    expect([await tab(), await tab(), await tab()]).toEqual(['confirm', 'approve', 'refuse']);
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(cast).toEqual([]);
    await page.locator('#confirm:focus').waitFor();
    await page.keyboard.press('Enter');
    expect(cast).toEqual([]);
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('You said yes.').waitFor();
    expect(cast).toEqual([{ id: high.id, verdict: 'approve', ...alice, note: 'By keyboard.' }]);
  });

  test('what has the focus can be seen to have it', async () => {
    const { page } = await visit(high.id);
    await live(page);
    const seen = new Set<string>();
    for (;;) {
      await page.keyboard.press('Tab');
      const [name, outline] = String(await page.evaluate(FOCUS)).split('|');
      if (name === 'BODY' || seen.has(name ?? '')) break;
      seen.add(name ?? '');
      expect([name, outline]).toEqual([name, 'solid']);
    }
    expect([...seen].slice(-3)).toEqual(['confirm', 'approve', 'refuse']);
  });

  test('without JavaScript it works too', async () => {
    const { page, cast } = await visit(high.id, { javaScriptEnabled: false });
    await page.getByText('Reload to see what is new.').waitFor();
    await page.getByLabel('I have read what would change').check();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('You said yes.').waitFor();
    expect(cast).toHaveLength(1);
  });

  test('a second approval arrives by itself and is said aloud', async () => {
    const { page, put } = await visit('', {}, fakeDesk(low));
    await live(page);
    expect(await page.title()).toBe('(1) Approvals · Portcullis');
    put(approval('dddd-dd', { requests: [proposed({ name: 'worker' })] }));
    await page.getByRole('link', { name: 'Change Deployment worker' }).waitFor();
    await page.getByRole('status').getByText('2 requests wait for a person.').waitFor();
    expect(await page.title()).toBe('(2) Approvals · Portcullis');
  });

  test('a vote of somebody else arrives while one writes, and disturbs neither note nor focus', async () => {
    const three = approval('eeee-ee', { terms: { ...high.terms, quorum: 3 } });
    const { page, put, cast } = await visit(three.id, {}, fakeDesk(three));
    await live(page);
    await page.getByText('6 unchanged lines').click();
    await page.getByLabel('I have read').check();
    await page.getByLabel('Note').pressSequentially('half a no');
    put({ ...three, votes: [vote()], agreed: 1 });
    await page.locator('.bound').getByText('bob@example.com').waitFor();
    await page.getByText('1 of 3 agreed').first().waitFor();
    await page.keyboard.type('te');
    expect(await page.getByLabel('Note').inputValue()).toBe('half a note');
    expect(await page.getByLabel('I have read').isChecked()).toBe(true);
    expect(await page.locator('details').first().getAttribute('open')).toBe('');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('You said yes.').waitFor();
    expect(cast[0]?.note).toBe('half a note');
  });

  test('what was decided elsewhere takes the buttons away', async () => {
    const { page, put } = await visit(low.id);
    await live(page);
    await page.getByLabel('Note').focus();
    put({ ...low, state: 'refused', votes: [vote({ verdict: 'refuse', note: 'No.' })] });
    await page.getByText('Refused. Nothing was changed.').first().waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('decide');
  });

  test('what became something else is not changed under the hand', async () => {
    const { page, put, cast } = await visit(low.id);
    await live(page);
    put({ ...low, digest: high.digest, cluster: 'other-cluster' });
    await page.getByText('This changed meanwhile.').waitFor();
    expect(await page.getByText('other-cluster').count()).toBe(0);
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('alert').filter({ hasText: 'It changed meanwhile' }).waitFor();
    await page.getByText('other-cluster').first().waitFor();
    await live(page);
    expect(await page.getByRole('alert').isVisible()).toBe(true);
    expect(await page.evaluate('document.activeElement.className')).toBe('problem');
    expect(cast).toEqual([]);
    expect(noise.splice(0)).toEqual([expect.stringContaining('409')]);
  });

  test('a page whose time runs out looks again by itself', async () => {
    const short = approval('ffff-ff', { expiresAt: NOW + 2 });
    const { page, later } = await visit(short.id, {}, fakeDesk(short));
    await live(page);
    later(2);
    await page.getByText('The time for this is over.').first().waitFor();
    expect(await page.getByRole('button').count()).toBe(0);
  });

  test('the session is out of reach of scripts and of other sites', async () => {
    const { page, context, origin } = await visit();
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/approvals' });
    expect(await page.evaluate('document.cookie')).toBe('');
    expect(page.url()).toBe(`${origin}/approvals`);
  });

  test('a page on another port of this machine can neither read, embed nor decide', async () => {
    const { page, context, origin, cast } = await visit(low.id);
    const fields = await page.evaluate(`[...new FormData(document.querySelector('form'))]`);
    const other = await servePage(fakeDesk().desk, { host: '127.0.0.1', port: 0 });
    const evil = await context.newPage();
    await evil.route(`${other.origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: '<p>evil</p>' }));
    await evil.goto(other.origin);
    const tried = await evil.evaluate(`(async () => {
      const url = '${origin}/approvals/${low.id}';
      const body = new URLSearchParams([...${JSON.stringify(fields)}, ['verdict', 'approve']]);
      const read = await fetch(url, { credentials: 'include' }).then(() => 'read', () => 'refused');
      await fetch(url + '/vote', { method: 'POST', mode: 'no-cors', credentials: 'include', body }).catch(() => {});
      const frame = document.createElement('iframe');
      frame.src = url;
      document.body.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      let seen = 'nothing';
      try { seen = frame.contentDocument ? frame.contentDocument.body.textContent : 'nothing'; } catch {}
      const form = document.createElement('form');
      form.method = 'post';
      form.action = url + '/vote';
      for (const [name, value] of body) { const input = document.createElement('input'); input.name = name; input.value = value; form.append(input); }
      document.body.append(form);
      form.submit();
      return [read, seen];
    })()`);
    expect(tried).toEqual(['refused', 'nothing']);
    await evil.getByText('Not from elsewhere').waitFor();
    expect(cast).toEqual([]);
    await other.close();
  });

  test.for(['light', 'dark'] as const)('every text can be read in the %s', async (colorScheme) => {
    const { page, origin } = await visit('', { colorScheme });
    for (const path of ['', `/${low.id}`, `/${high.id}`, `/${expired.id}`]) {
      await page.goto(`${origin}/approvals${path}`);
      await live(page);
      expect(await page.evaluate(CONTRAST)).toEqual([]);
    }
    const [red = 0] =
      String(await page.evaluate('getComputedStyle(document.body).backgroundColor')).match(/\d+/g) ?? [];
    expect(Number(red) > 128).toBe(colorScheme === 'light');
  });

  test.for([320, 390, 768, 1180])('at %i pixels nothing is wider than the window', async (width) => {
    const { page, origin } = await visit('', { viewport: { width, height: 800 } });
    for (const path of ['', `/${low.id}`, `/${high.id}`, `/${expired.id}`]) {
      await page.goto(`${origin}/approvals${path}`);
      await live(page);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    }
  });

  test('everything has its name and its place for who cannot see', async () => {
    const { page, origin } = await visit(high.id);
    await live(page);
    const tree = await page.locator('body').ariaSnapshot();
    for (const place of [
      '- link "Skip to the content"',
      '- banner:',
      '- status: Live',
      '- main:',
      '- heading "Make 2 changes" [level=1]',
      '- complementary "Who asks, why, and what a yes is bound to"',
      '- navigation "Objects"',
      '- article "patch Deployment web"',
      '- region "Your decision"',
      '- textbox "Note (optional, at most 200 characters; the agent is told it when you refuse)"',
      '- checkbox "I have read what would change, and I want to make 2 changes in namespace shop on cluster prod-eu."',
      '- button "Approve"',
      '- button "Refuse"',
      '- contentinfo:',
    ])
      expect(tree).toContain(place);
    for (const path of ['', `/${low.id}`, `/${high.id}`, `/${expired.id}`]) {
      await page.goto(`${origin}/approvals${path}`);
      expect(await page.evaluate(ORDER)).toEqual([]);
    }
  });

  test('who wants no motion sees none', async () => {
    const { page } = await visit('', { reducedMotion: 'reduce' });
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.card')).transitionDuration`)).toBe('0s');
  });
});

/** What has the focus, and how its outline is drawn. */
const FOCUS = `(() => {
  const e = document.activeElement;
  return (e === document.body ? 'BODY' : e.id || e.getAttribute('href') || 'fold ' + [...document.querySelectorAll('summary')].indexOf(e)) + '|' + getComputedStyle(e).outlineStyle;
})()`;

/** Texts whose contrast with what lies behind them is under WCAG's AA. */
const CONTRAST = `(() => {
  const parse = (text) => { const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number); return [r, g, b, a]; };
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const behind = (e) => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; } return [255, 255, 255]; };
  const bad = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || !e.getClientRects().length) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) bad.push(e.outerHTML.slice(0, 120));
  }
  return bad;
})()`;

/** What a screen reader would stumble over: no language, not one h1, skipped levels, no label, an id twice. */
const ORDER = `(() => {
  const all = (what) => [...document.querySelectorAll(what)];
  const bad = [];
  if (document.documentElement.lang !== 'en') bad.push('no language');
  for (const one of ['h1', 'main', 'header.top', 'title']) if (all(one).length !== 1) bad.push('not one ' + one);
  let level = 0;
  for (const h of all('h1, h2, h3, h4')) { const next = Number(h.tagName[1]); if (next > level + 1) bad.push('skips to ' + h.outerHTML); level = next; }
  for (const f of all('textarea, input:not([type=hidden])')) if (!f.labels.length) bad.push('no label ' + f.outerHTML);
  for (const a of all('a, button:not([hidden]), summary')) if (!a.textContent.trim()) bad.push('no name ' + a.outerHTML);
  for (const e of all('[aria-labelledby]')) if (!document.getElementById(e.getAttribute('aria-labelledby'))) bad.push('no such label ' + e.id);
  const ids = all('[id]').map((e) => e.id);
  if (new Set(ids).size !== ids.length) bad.push('an id twice');
  return bad;
})()`;
