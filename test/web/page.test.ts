// The approvals page over plain HTTP: who comes in, what is shown, and every way to decide that must not work.
import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Approval, ApprovalState } from '../../src/gate/ports.ts';
import { serveHttp } from '../../src/mcp/http.ts';
import { type PageLimits, pages } from '../../src/web/pages.ts';
import { servePage } from '../../src/web/serve.ts';
import { fakeGate, serving } from '../mcp/gate.ts';
import { alice, approval, bob, fakeDesk, NOW, proposed, vote } from './desk.ts';
import { ask, cookieOf, encode, enter, formHeaders, hiddenFields, openLink } from './visitor.ts';

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

const low = approval('aaaa-aa');
const high = approval('bbbb-bb', { terms: { ...low.terms, risk: 'high' } });

async function serve(fake = fakeDesk(low, high), limits: Partial<PageLimits> = {}) {
  const errors: unknown[] = [];
  const server = await servePage(fake.desk, { host: '127.0.0.1', port: 0, limits, onError: (e) => errors.push(e) });
  open.push(server);
  return { ...fake, origin: server.origin, errors };
}

/** A person who came in and has the form of one approval open. */
async function reader(id = low.id, fake = fakeDesk(low, high)) {
  const world = await serve(fake);
  const { origin, token } = world;
  const cookie = await enter(origin, token());
  const page = await ask(origin, { path: `/approvals/${id}`, headers: { cookie } });
  const fields: Record<string, string> = { ...hiddenFields(page.body), verdict: 'approve', note: '' };
  const send = (over: Record<string, string> = {}, headers: Record<string, string> = {}, at = id) =>
    ask(origin, {
      method: 'POST',
      path: `/approvals/${at}/vote`,
      headers: { ...formHeaders(origin, cookie), ...headers },
      body: encode({ ...fields, ...over }),
    });
  return { ...world, cookie, page, fields, send };
}

describe('coming in', () => {
  const inside = ['/approvals', `/approvals/${low.id}`, '/approvals/events', '/approvals/nothing'];

  test.for(inside)('%s without a session says how to get a link, and nothing of what waits', async (path) => {
    const { origin } = await serve();
    const reply = await ask(origin, { path });
    expect(reply.status).toBe(401);
    expect(reply.headers['www-authenticate']).toBe('Link');
    expect(reply.body).toContain('portcullis approvals open');
    expect(reply.body).not.toMatch(/web|shop|prod-eu|carol|aaaa/);
  });

  test('what exists and what does not answer alike without a session', async () => {
    const { origin } = await serve();
    const [one, other] = await Promise.all(
      [`/approvals/${low.id}`, '/approvals/zzzz-zz'].map((path) => ask(origin, { path })),
    );
    expect([one?.status, one?.body]).toEqual([other?.status, other?.body]);
  });

  test('a link opens the page once', async () => {
    const { origin, token } = await serve();
    const link = openLink(origin, token());
    const path = link.slice(origin.length);
    const first = await ask(origin, { path });
    expect(first.status).toBe(303);
    expect(first.headers.location).toBe('/approvals');
    expect(first.headers['referrer-policy']).toBe('no-referrer');
    expect(first.headers['set-cookie']?.[0]).toMatch(
      /^portcullis-[0-9a-f]{8}=[A-Za-z0-9_-]{43}; Path=\/approvals; Max-Age=28800; HttpOnly; SameSite=Strict$/,
    );
    const second = await ask(origin, { path });
    expect(second.status).toBe(401);
    expect(second.headers['set-cookie']).toBeUndefined();
    expect(second.body).toContain('no longer opens');
    expect((await ask(origin, { headers: { cookie: cookieOf(first) } })).status).toBe(200);
  });

  test('two who open one link at the same moment: one comes in', async () => {
    const { origin, token } = await serve();
    const path = `/approvals/open?token=${token()}`;
    const replies = await Promise.all(Array.from({ length: 8 }, () => ask(origin, { path })));
    expect(replies.filter((reply) => reply.status === 303)).toHaveLength(1);
  });

  test('a link may lead to one approval, and to nothing else', async () => {
    const { origin, token } = await serve();
    const to = async (id: string) =>
      (await ask(origin, { path: openLink(origin, token(), id).slice(origin.length) })).headers.location;
    expect(await to(low.id)).toBe(`/approvals/${low.id}`);
    for (const id of ['//evil.example', '../x', 'a/../../b', 'https://evil.example', '%0d%0aX: y'])
      expect(await to(id)).toBe('/approvals');
  });

  test.for(['', '?token=', '?token=wrong-token-but-long-enough', '?token=%00', `?token=${'x'.repeat(2000)}`])(
    'a forged link %s opens nothing',
    async (query) => {
      const { origin } = await serve();
      const reply = await ask(origin, { path: `/approvals/open${query}` });
      expect([reply.status, reply.headers['set-cookie']]).toEqual([401, undefined]);
    },
  );

  test('a link used again by who came in by it shows the page again', async () => {
    const { origin, token } = await serve();
    const secret = token();
    const cookie = await enter(origin, secret);
    const reply = await ask(origin, { path: `/approvals/open?token=${secret}`, headers: { cookie } });
    expect([reply.status, reply.headers.location]).toEqual([303, '/approvals']);
  });

  test.for<Record<string, string>>([
    { 'sec-purpose': 'prefetch;prerender' },
    { purpose: 'prefetch' },
    { 'sec-fetch-dest': 'image', 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
  ])('a browser that looks ahead or embeds does not use the link up: %o', async (headers) => {
    const { origin, token } = await serve();
    const path = `/approvals/open?token=${token()}`;
    expect((await ask(origin, { path, headers })).headers['set-cookie']).toBeUndefined();
    expect((await ask(origin, { path })).status).toBe(303);
  });

  test.for(['HEAD', 'POST', 'PUT', 'OPTIONS'])('%s does not use the link up', async (method) => {
    const { origin, token } = await serve();
    const path = `/approvals/open?token=${token()}`;
    expect((await ask(origin, { method, path })).status).toBe(405);
    expect((await ask(origin, { path })).status).toBe(303);
  });

  test.for(['portcullis', 'x', 'a'.repeat(43)])('a guessed cookie %s is no session', async (value) => {
    const { origin, token } = await serve();
    const [name] = (await enter(origin, token())).split('=');
    expect((await ask(origin, { headers: { cookie: `${name}=${value}` } })).status).toBe(401);
  });

  test('a cookie set beside ours by another server of this machine ends in no session, not in a wrong one', async () => {
    const { origin, token } = await serve();
    const [mine, other] = [await enter(origin, token()), await enter(origin, token(bob))];
    expect((await ask(origin, { headers: { cookie: `${mine}; ${other}` } })).status).toBe(401);
  });

  test('a session ends after its time', async () => {
    const { origin, token, later } = await serve(fakeDesk(low), { seconds: 60 });
    const cookie = await enter(origin, token());
    later(59);
    expect((await ask(origin, { headers: { cookie } })).status).toBe(200);
    later(1);
    expect((await ask(origin, { headers: { cookie } })).status).toBe(401);
  });

  test('there are only so many sessions: the oldest ends', async () => {
    const { origin, token } = await serve(fakeDesk(low), { sessions: 2 });
    const cookies = [await enter(origin, token()), await enter(origin, token()), await enter(origin, token())];
    const replies = await Promise.all(cookies.map((cookie) => ask(origin, { headers: { cookie } })));
    expect(replies.map((reply) => reply.status)).toEqual([401, 200, 200]);
  });
});

describe('who may ask', () => {
  test.for<Record<string, string>>([
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: 'http://localhost:1' },
    { origin: 'file://' },
    { host: 'evil.example' },
    { host: 'localhost@evil.example' },
    { host: 'localhost.evil.example' },
    { host: '127.0.0.1:99999999' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
  ])('%o is refused', async (headers) => {
    const { origin, token } = await serve();
    const cookie = await enter(origin, token());
    const reply = await ask(origin, { headers: { cookie, ...headers } });
    expect(reply.status).toBe(403);
    expect(reply.body).not.toContain('carol');
  });

  test.for<Record<string, string>>([
    {},
    { host: 'localhost:9000' },
    { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' },
    { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
  ])('%o is answered', async (headers) => {
    const { origin, token } = await serve();
    const cookie = await enter(origin, token());
    expect((await ask(origin, { headers: { cookie, ...headers } })).status).toBe(200);
  });

  test.for(['0.0.0.0', '::', '', '10.0.0.5', 'example.com'])('it never listens on %s', async (host) => {
    await expect(servePage(fakeDesk().desk, { host, port: 0 })).rejects.toThrow('only this machine');
  });

  test('a taken port is an error that says so', async () => {
    const { origin } = await serve();
    const port = Number(new URL(origin).port);
    await expect(servePage(fakeDesk().desk, { host: '127.0.0.1', port })).rejects.toThrow('another program');
  });

  test.for(['::1', '[::1]', 'localhost'])('it listens on %s', async (host) => {
    const fake = fakeDesk(low);
    const server = await servePage(fake.desk, { host, port: 0 });
    open.push(server);
    const cookie = await enter(server.origin, fake.token());
    expect((await ask(server.origin, { headers: { cookie } })).status).toBe(200);
  });
});

describe('paths and methods', () => {
  test.for([
    '/approvals/',
    '/approvals//aaaa-aa',
    '/approvals/aaaa-aa/',
    '/approvals/aaaa-aa/votes',
    '/approvals/aaaa-aa/../bbbb-bb',
    '/approvals/%61aaa-aa',
    '/approvals/..%2f..%2fetc%2fpasswd',
    '/approvals/../../etc/passwd',
    '/approvals/page.css/../events',
    '/approvals/assets/page.css',
    '/approvals/constructor',
    '/approvals/__proto__',
    '/approvals/toString',
    '/approvals/aaaa-aa%00',
    `/approvals/${'a'.repeat(65)}`,
  ])('%s is nothing', async (path) => {
    const { origin, cookie, errors } = await reader();
    expect((await ask(origin, { path, headers: { cookie } })).status).toBe(404);
    expect(errors).toEqual([]);
  });

  test.for(['/', '/approvalsx', '/mcp', '/etc/passwd', '/x/../approvals', '*', 'http://evil.example/approvals'])(
    '%s is not served at all',
    async (path) => {
      const { origin, cookie } = await reader();
      expect((await ask(origin, { path, headers: { cookie } })).status).toBe(404);
    },
  );

  test.for(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s on a page is refused', async (method) => {
    const { origin, cookie } = await reader();
    for (const path of ['/approvals', `/approvals/${low.id}`, '/approvals/events', '/approvals/page.js']) {
      const reply = await ask(origin, { method, path, headers: { cookie } });
      expect([reply.status, reply.headers.allow]).toEqual([405, 'GET, HEAD']);
    }
  });

  test.for(['GET', 'HEAD', 'PUT', 'OPTIONS'])('%s decides nothing', async (method) => {
    const { origin, cookie, fields, cast } = await reader();
    const path = `/approvals/${low.id}/vote?${encode(fields)}`;
    const reply = await ask(origin, { method, path, headers: formHeaders(origin, cookie), body: '' });
    expect([reply.status, reply.headers.allow]).toEqual([405, 'POST']);
    expect(cast).toEqual([]);
  });

  test('HEAD says what GET says, without saying it', async () => {
    const { origin, cookie, page } = await reader();
    const reply = await ask(origin, { method: 'HEAD', path: `/approvals/${low.id}`, headers: { cookie } });
    expect([reply.status, reply.body]).toEqual([200, '']);
    expect(reply.headers['content-length']).toBe(page.headers['content-length']);
  });
});

describe('headers', () => {
  const wanted = {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'permissions-policy': expect.stringContaining('camera=()'),
    'referrer-policy': expect.stringMatching(/^(?:same-origin|no-referrer)$/),
  };

  test('protect every response, whatever it says', async () => {
    const { origin, cookie, send, token, errors, desk } = await reader();
    const replies = await Promise.all([
      ask(origin, {}),
      ask(origin, { path: '/' }),
      ask(origin, { headers: { host: 'evil.example' } }),
      ask(origin, { headers: { origin: 'http://evil.example' } }),
      ask(origin, { method: 'PUT' }),
      ask(origin, { headers: { cookie } }),
      ask(origin, { headers: { cookie }, path: '/approvals/no' }),
      ask(origin, { path: '/approvals/page.css' }),
      ask(origin, { path: '/approvals/page.js' }),
      ask(origin, { path: '/approvals/icon.svg' }),
      ask(origin, { path: `/approvals/open?token=${token()}` }),
      ask(origin, { path: '/approvals/open' }),
      send({ seal: '' }),
      send({ digest: 'x' }),
      send({}, { 'content-type': 'text/plain' }),
    ]);
    desk.vote = () => Promise.reject(new TypeError('at secret/place.ts:1 token=hunter2'));
    const broken = await send();
    expect(broken.status).toBe(500);
    expect(broken.body).not.toMatch(/hunter2|secret|TypeError/);
    expect(errors).toHaveLength(1);
    expect(
      (await ask(origin, { method: 'HEAD', path: '/approvals/events', headers: { cookie } })).headers,
    ).toMatchObject(wanted);
    for (const reply of [...replies, broken]) expect(reply.headers).toMatchObject(wanted);
    const codes = replies.map((reply) => reply.status);
    expect(codes).toEqual([401, 404, 403, 403, 405, 200, 404, 200, 200, 200, 303, 401, 403, 403, 415]);
  });

  test('no page holds script or style of its own, or anything from elsewhere', async () => {
    const { origin, cookie, page } = await reader();
    const list = await ask(origin, { headers: { cookie } });
    for (const { body } of [page, list, await ask(origin, {})]) {
      expect(body).not.toMatch(
        /\son[a-z]+=|<style|\sstyle=|javascript:|<script(?! src="\/approvals\/page\.js" defer>)/,
      );
      for (const [, url] of body.matchAll(/(?:href|src|action)="([^"]*)"/g)) expect(url).toMatch(/^(?:\/approvals|#)/);
    }
  });

  test('the style and the script ask for nothing from elsewhere', async () => {
    const { origin } = await serve();
    for (const path of ['/approvals/page.css', '/approvals/page.js'])
      expect((await ask(origin, { path })).body).not.toMatch(
        /https?:|@import|url\(|\beval\b|innerHTML|document\.write/,
      );
  });
});

describe('what is shown', () => {
  test('the list says what waits and what was decided', async () => {
    const { origin, token } = await serve(
      fakeDesk(
        low,
        approval('cccc-cc', { state: 'refused', votes: [vote({ verdict: 'refuse' })] }),
        approval('dddd-dd', { expiresAt: NOW - 1 }),
      ),
    );
    const { body } = await ask(origin, { headers: { cookie: await enter(origin, token()) } });
    expect(body).toContain('<title>(1) Approvals · Portcullis</title>');
    expect(body).toContain('1 request waits for a person.');
    expect(body).toMatch(/Refused<\/span>\s*<span class="grow"><a href="\/approvals\/cccc-cc"/);
    expect(body).toMatch(/Expired<\/span>\s*<span class="grow"><a href="\/approvals\/dddd-dd"/);
    expect(body).toContain('You decide as <b>alice@example.com</b>, of sre.');
  });

  test('an empty desk says so', async () => {
    const { origin, token } = await serve(fakeDesk());
    const { body } = await ask(origin, { headers: { cookie: await enter(origin, token()) } });
    expect(body).toContain('Nothing waits for you.');
    expect(body).toContain('<title>Approvals · Portcullis</title>');
  });

  test('one approval says what, who, why, what changes and what a yes is bound to', async () => {
    const { page } = await reader();
    for (const words of [
      '<h1>Change Deployment web</h1>',
      '<b>carol@example.com</b> wants to change Deployment web in namespace <b>shop</b> on cluster <b>prod-eu</b>.',
      'Low risk',
      'an agent that calls itself</span> <span class="untrusted">claude-code 2.1</span> <span class="quiet">(not verified)',
      'In the caller’s words, which nobody has checked:',
      'The queue of orders grows since nine',
      '<code class="code">approval_needed</code>',
      'This changes the cluster and needs a person&#39;s approval.',
      '<code class="path">spec.replicas</code> <code class="from">3</code> <span class="arrow">→</span> <code class="to">5</code>',
      'The API server tried it as a dry run and accepted it.',
      low.digest,
      low.parts.revision,
      '2026-09-21 11:12 UTC',
      'Once, within 15 minutes after the yes',
      '0 of 1 agreed',
      'group:sre',
    ])
      expect(page.body).toContain(words);
  });

  test('the diff has signs, line numbers, the part that differs, and folds what is unchanged', async () => {
    const { page } = await reader();
    const rows = [...page.body.matchAll(/<tr class="(removed|added)">(.*?)<\/tr>/g)].map(([, , row]) =>
      row?.replace(/<[^b/][^>]*>|<\/(?!b)[^>]*>/g, '|').replace(/\|+/g, '|'),
    );
    expect(rows).toEqual(['|10|-|removed: |  replicas: <b>3</b>|', '|10|+|added: |  replicas: <b>5</b>|']);
    expect(page.body).toContain('<summary>6 unchanged lines</summary>');
    expect(page.body).toContain('<summary>20 unchanged lines</summary>');
  });

  const hostile = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202egnp.exe\u200b\u0007&amp;';

  test('whatever a cluster, a caller or a person wrote is text', async () => {
    const one = proposed({
      kind: hostile,
      name: hostile,
      namespace: hostile,
      resource: hostile,
      group: hostile,
      version: hostile,
      subresource: hostile,
      verb: hostile,
      changes: [hostile, `${hostile}: ${hostile} → ${hostile}`],
      before: `a: ${hostile}\n`,
      after: `b: ${hostile}\n`,
      dryRun: hostile,
    });
    const bad = approval('eeee-ee', {
      digest: hostile,
      cluster: hostile,
      tool: hostile,
      why: hostile,
      requester: { id: hostile, groups: [hostile], agent: hostile },
      requests: [one, one],
      reasons: [{ code: hostile, message: hostile, remedy: hostile, subject: hostile }],
      terms: { ...high.terms, approvers: [hostile], methods: ['page', hostile], quorum: 2 },
      parts: { request: hostile, live: hostile, revision: hostile },
      votes: [vote({ approver: hostile, groups: [hostile], note: hostile, method: hostile })],
    });
    const used = { ...bad, id: 'ffff-ff', state: 'used', outcome: hostile, usedBy: hostile } as const;
    const fake = fakeDesk(bad, used);
    const { origin, page, token } = await reader(bad.id, fake);
    const cookie = await enter(origin, token({ approver: hostile, groups: [hostile] }));
    const see = (path: string) => ask(origin, { path, headers: { cookie } });
    const seen = [page, await see('/approvals'), await see(`/approvals/${bad.id}`), await see(`/approvals/${used.id}`)];
    for (const { status, body } of seen) {
      expect(status).toBe(200);
      expect(body).not.toMatch(/<script>|<img|onerror=alert\(1\)>/);
      expect(body).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
      expect(body).toContain('<span class="unseen">\\u202e</span>');
      expect(body).toContain('&amp;amp;');
    }
    expect(hiddenFields(page.body).digest).toContain('&quot;&gt;&lt;script&gt;');
  });

  test('a note cannot leave its field', async () => {
    const { send } = await reader(high.id);
    const reply = await send({ note: '</textarea><script>alert(1)</script>\u202e' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;\\u202e</textarea>');
  });

  test.for([
    ['refused', { votes: [vote({ verdict: 'refuse', note: 'Not during the sale.' })] }, 'Not during the sale.'],
    ['expired', {}, 'The time for this is over.'],
    ['used', { outcome: 'executed' }, 'Approved and used by one call: executed.'],
    ['superseded', {}, 'Something newer has taken its place'],
    ['requested', { expiresAt: NOW }, 'The time for this is over.'],
    ['approved', { expiresAt: NOW }, 'The time for this is over.'],
    ['requested', { terms: { ...low.terms, methods: ['cli'] } }, 'It takes one by cli.'],
    ['requested', { terms: { ...low.terms, quorum: 2 }, votes: [vote(alice)] }, '1 of 2 agreed; 1 more is needed.'],
  ] as const satisfies readonly [ApprovalState, Partial<Approval>, string][])(
    '%s %o offers no button and says: %s',
    async ([state, over, words]) => {
      const { page } = await reader('gggg-gg', fakeDesk(approval('gggg-gg', { state, ...over })));
      expect(page.status).toBe(200);
      expect(page.body).toContain(words);
      expect(page.body).not.toContain('<form');
    },
  );

  test('who asked and may not decide alone is told before', async () => {
    const mine = approval('hhhh-hh', {
      terms: { ...low.terms, notRequester: true },
      requester: { id: alice.approver, groups: [], agent: '' },
    });
    expect((await reader(mine.id, fakeDesk(mine))).page.body).toContain('your own yes does not count');
  });

  test.for([
    ['~ spec.replicas: 3 → 5', 'changed: |spec.replicas| |3| |→| |5'],
    ['spec.replicas: 3 → 5', 'spec.replicas| |3| |→| |5'],
    ['+ metadata.annotations["a.b/c"]: x', 'added: |metadata.annotations[&quot;a.b/c&quot;]| |x'],
    ['- spec.paused: true', 'removed: |spec.paused| |true'],
    ['- the object is deleted', 'removed: |the object is deleted'],
    ['~ a: b → c → d', 'changed: |a: b → c → d'],
    ['something else', 'something else'],
  ] as const)('the change %s is shown as it is', async ([change, words]) => {
    const one = approval('mmmm-mm', { requests: [proposed({ changes: [change] })] });
    const { page } = await reader(one.id, fakeDesk(one));
    const [, item = ''] = /<ul class="changes">\s*<li>(.*?)<\/li>/s.exec(page.body) ?? [];
    expect(
      item
        .replace(/<span class="sign"[^>]*>.<\/span>|<[^>]*>/g, '|')
        .replace(/\|+/g, '|')
        .replace(/^\||\|$/g, '')
        .replace(/ \|(?=[^ ])/g, ' |'),
    ).toBe(words);
  });

  test('who cannot see the whole object is told', async () => {
    const one = approval('nnnn-nn', { requests: [proposed({ after: 'a: b\n… (cut)\n' })] });
    expect((await reader(one.id, fakeDesk(one))).page.body).toContain('too long to be shown whole');
    expect((await reader()).page.body).not.toContain('too long to be shown whole');
  });

  test('a diff of twenty thousand lines is shown whole', async () => {
    const after = Array.from({ length: 20_000 }, (_, at) => `line ${at}`).join('\n');
    const fake = fakeDesk(approval('iiii-ii', { requests: [proposed({ before: '', after })] }));
    const lines = after.split('\n').map((text) => ({ sign: '+' as const, text }));
    const { get } = fake.desk;
    fake.desk.get = async (id) => ({
      approval: fake.all.get(id) ?? low,
      diffs: (await get('none')) === undefined ? [[{ oldStart: 1, newStart: 1, lines }]] : [],
    });
    const { page } = await reader('iiii-ii', fake);
    expect(page.body.match(/<tr class="added">/g)).toHaveLength(20_000);
  });
});

describe('deciding', () => {
  test('a yes reaches the desk with who said it, and is said on the page', async () => {
    const { send, cast, origin, cookie } = await reader();
    const reply = await send({ note: '  Fine.\r\nGo on.  ' });
    expect([reply.status, reply.headers.location]).toEqual([303, `/approvals/${low.id}#decide`]);
    expect(cast).toEqual([{ id: low.id, verdict: 'approve', ...alice, note: 'Fine.\nGo on.' }]);
    const { body } = await ask(origin, { path: `/approvals/${low.id}`, headers: { cookie } });
    expect(body).toContain('You said yes.');
    expect(body).toContain('1 of 1 agreed. The agent may now do exactly this, once');
    expect(body).not.toContain('<form');
  });

  test('while an approval is not used, one more word counts: the policy may want another person, or somebody stops it', async () => {
    const two = approval('kkkk-kk', { state: 'approved', votes: [vote()] });
    const { page, send, cast, origin, cookie } = await reader(two.id, fakeDesk(two));
    expect(page.body).toContain('Enough have agreed, and the agent has not used it yet.');
    expect((await send({ verdict: 'refuse', note: 'Wait.' })).status).toBe(303);
    expect(cast).toHaveLength(1);
    const { body } = await ask(origin, { path: `/approvals/${two.id}`, headers: { cookie } });
    expect(body).toContain('Refused. Nothing was changed.');
  });

  test('a no needs no mark, even at high risk', async () => {
    const { send, cast } = await reader(high.id);
    expect((await send({ verdict: 'refuse', note: 'Not now.' })).status).toBe(303);
    expect(cast).toEqual([{ id: high.id, verdict: 'refuse', ...alice, note: 'Not now.' }]);
  });

  test('a yes at high risk needs the mark, and keeps the note until it is there', async () => {
    const { send, cast, page } = await reader(high.id);
    expect(page.body).toMatch(/<input type="checkbox" id="confirm" name="confirm" value="yes" required>/);
    const reply = await send({ note: 'Looked twice.' });
    expect(reply.status).toBe(422);
    expect(reply.body).toContain('mark that you have read');
    expect(reply.body).toContain('>Looked twice.</textarea>');
    expect((await send({ confirm: 'no' })).status).toBe(422);
    expect(cast).toEqual([]);
    expect((await send({ confirm: 'yes' })).status).toBe(303);
    expect(cast).toHaveLength(1);
  });

  test('the second of two must agree as another person', async () => {
    const two = approval('jjjj-jj', { terms: { ...low.terms, quorum: 2 } });
    const fake = fakeDesk(two);
    const { send, cast, origin, token } = await reader(two.id, fake);
    expect((await send()).status).toBe(303);
    const again = await send();
    expect(again.status).toBe(409);
    expect(again.body).toContain('You have decided already');
    const cookie = await enter(origin, token(bob));
    const page = await ask(origin, { path: `/approvals/${two.id}`, headers: { cookie } });
    expect(page.body).toContain('1 of 2 agreed');
    const body = encode({ ...hiddenFields(page.body), verdict: 'approve' });
    const path = `/approvals/${two.id}/vote`;
    expect((await ask(origin, { method: 'POST', path, headers: formHeaders(origin, cookie), body })).status).toBe(303);
    expect(cast.map((one) => one.approver)).toEqual([alice.approver, bob.approver]);
  });
});

describe('what decides nothing', () => {
  type Reader = Awaited<ReturnType<typeof reader>>;
  const attacks: readonly [string, number, (the: Reader) => Promise<{ status: number }>][] = [
    ['no cookie', 401, ({ send }) => send({}, { cookie: '' })],
    ['a forged cookie', 401, ({ send, cookie }) => send({}, { cookie: `${cookie.split('=')[0]}=${'A'.repeat(43)}` })],
    ['a foreign Origin', 403, ({ send }) => send({}, { origin: 'http://evil.example' })],
    ['an Origin of null', 403, ({ send }) => send({}, { origin: 'null' })],
    ['an Origin of another port', 403, ({ send }) => send({}, { origin: 'http://127.0.0.1:1' })],
    ['an Origin that only starts like ours', 403, ({ send, origin }) => send({}, { origin: `${origin}.evil.example` })],
    [
      'an Origin by another name of this machine',
      403,
      ({ send, origin }) => send({}, { origin: origin.replace('127.0.0.1', 'localhost') }),
    ],
    ['https where there is http', 403, ({ send, origin }) => send({}, { origin: origin.replace('http', 'https') })],
    ['a fetch from another site', 403, ({ send }) => send({}, { 'sec-fetch-site': 'cross-site' })],
    ['a fetch from another port', 403, ({ send }) => send({}, { 'sec-fetch-site': 'same-site' })],
    ['a foreign Host', 403, ({ send }) => send({}, { host: 'evil.example' })],
    ['no seal', 403, ({ send }) => send({ seal: '' })],
    ['a guessed seal', 403, ({ send }) => send({ seal: 'A'.repeat(43) })],
    [
      'the seal of another approval',
      403,
      async ({ send, origin, cookie }) =>
        send({ seal: sealOf(await ask(origin, { path: `/approvals/${high.id}`, headers: { cookie } })) }),
    ],
    ['the whole form of another approval', 403, ({ send }) => send({}, {}, high.id)],
    [
      'the seal of another session',
      403,
      async ({ send, origin, token }) => {
        const cookie = await enter(origin, token(bob));
        return send({ seal: sealOf(await ask(origin, { path: `/approvals/${low.id}`, headers: { cookie } })) });
      },
    ],
    [
      'the form of another session',
      403,
      async ({ send, origin, token }) => send({}, { cookie: await enter(origin, token(bob)) }),
    ],
    ['a swapped digest', 403, ({ send }) => send({ digest: high.digest })],
    ['no digest', 403, ({ send }) => send({ digest: '' })],
    ['a verdict of its own', 400, ({ send }) => send({ verdict: 'approve!' })],
    ['no verdict', 400, ({ send }) => send({ verdict: '' })],
    ['text', 415, ({ send }) => send({}, { 'content-type': 'text/plain' })],
    ['JSON', 415, ({ send }) => send({}, { 'content-type': 'application/json' })],
    ['a multipart form', 415, ({ send }) => send({}, { 'content-type': 'multipart/form-data; boundary=x' })],
    [
      'another charset',
      415,
      ({ send }) => send({}, { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' }),
    ],
    ['a body over 16 KiB', 413, ({ send }) => send({ note: 'x'.repeat(17_000) })],
    [
      'a body over 16 KiB without its length',
      413,
      ({ send }) => send({ note: 'x'.repeat(17_000) }, { 'transfer-encoding': 'chunked' }),
    ],
    ['a note over 200 characters', 422, ({ send }) => send({ note: 'x'.repeat(201) })],
    ['the path of none', 403, ({ send }) => send({}, {}, 'zzzz-zz')],
    ['a path that goes up', 405, ({ send }) => send({}, {}, `x/../${low.id}`)],
  ];

  test.for(attacks)('%s', async ([, status, attack]) => {
    const the = await reader();
    expect((await attack(the)).status).toBe(status);
    expect(the.cast).toEqual([]);
    expect(the.errors).toEqual([]);
    expect((await the.send()).status).toBe(303);
  });

  test('a request without any Origin', async () => {
    const { origin, cookie, fields, cast } = await reader();
    const { origin: _, ...headers } = formHeaders(origin, cookie);
    const path = `/approvals/${low.id}/vote`;
    expect((await ask(origin, { method: 'POST', path, headers, body: encode(fields) })).status).toBe(403);
    expect(cast).toEqual([]);
  });

  test('a field given twice', async () => {
    const { origin, cookie, fields, cast } = await reader();
    const ask2 = { method: 'POST', path: `/approvals/${low.id}/vote`, headers: formHeaders(origin, cookie) };
    expect((await ask(origin, { ...ask2, body: `${encode(fields)}&verdict=refuse` })).status).toBe(400);
    expect(cast).toEqual([]);
  });

  test('the same form twice: the first counts', async () => {
    const { send, cast } = await reader();
    const replies = await Promise.all([send(), send(), send({ verdict: 'refuse' })]);
    expect(replies.map((reply) => reply.status).sort()).toEqual([303, 409, 409]);
    expect(cast).toHaveLength(1);
  });

  test('a form that is older than its approval', async () => {
    const { send, cast, later } = await reader();
    later(3480);
    const reply = await send();
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('It is no longer open.');
    expect(cast).toEqual([]);
  });

  test('a form whose approval changed meanwhile', async () => {
    const { send, cast, put } = await reader();
    put({ ...low, digest: high.digest, why: 'Something else.' });
    const reply = await send({ note: 'My note.' });
    expect(reply.status).toBe(409);
    expect(reply.body).toContain('It changed meanwhile');
    expect(reply.body).toContain('Something else.');
    expect(reply.body).toContain('>My note.</textarea>');
    expect(cast).toEqual([]);
  });

  test('a form whose approval is gone', async () => {
    const { send, all } = await reader();
    all.delete(low.id);
    expect((await send()).status).toBe(404);
  });

  test('a form for which the policy stopped taking the page', async () => {
    const { send, cast, put } = await reader();
    put({ ...low, terms: { ...low.terms, methods: ['cli'] } });
    expect((await send()).status).toBe(403);
    expect(cast).toEqual([]);
  });

  test('a form of a session that is over', async () => {
    const { send, cast, later } = await reader();
    later(8 * 3600);
    expect((await send()).status).toBe(401);
    expect(cast).toEqual([]);
  });

  test('a vote that comes to the desk a moment too late says so', async () => {
    const { send, desk, put, cast } = await reader();
    const { get } = desk;
    desk.get = async (id) => {
      const found = await get(id);
      put({ ...low, state: 'superseded' });
      return found;
    };
    const reply = await send();
    expect(reply.status).toBe(409);
    expect(cast).toEqual([]);
  });

  const sealOf = (page: { body: string }): string => hiddenFields(page.body).seal ?? '';
});

describe('the stream', () => {
  /** What a stream says until a text is in it; then it hangs up. */
  const listen = (origin: string, cookie: string, until: string, then: () => void = () => {}): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(Number(new URL(origin).port), '127.0.0.1');
      let text = '';
      socket.on('data', (part) => {
        text += String(part);
        if (text.includes('retry: 2000') && !text.includes('data:')) then();
        if (text.includes(until)) socket.destroy();
      });
      socket.on('close', () => resolve(text));
      socket.write(
        `GET /approvals/events HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
      );
    });

  test('says that something changed, and not what', async () => {
    const { origin, cookie, put } = await reader();
    const said = await listen(origin, cookie, 'data: ', () => put(approval('kkkk-kk')));
    expect(said).toContain('Content-Type: text/event-stream');
    expect(said).toContain('data: changed');
    expect(said).not.toContain('kkkk');
  });

  test('lets go of the desk when its reader has gone', async () => {
    const { origin, cookie, listeners } = await reader();
    await listen(origin, cookie, 'retry: 2000');
    await expect.poll(() => listeners.size).toBe(0);
  });

  test('ends with its session', async () => {
    const { origin, cookie, put, later } = await reader();
    const said = await listen(origin, cookie, 'never', () => {
      later(8 * 3600);
      put(approval('kkkk-kk'));
    });
    expect(said).not.toContain('data:');
  });

  test('is for so many readers and no more', async () => {
    const fake = fakeDesk(low);
    const { origin, token } = await serve(fake, { streams: 1 });
    const cookie = await enter(origin, token());
    const first = listen(origin, cookie, 'data: ');
    await expect.poll(() => fake.listeners.size).toBe(1);
    expect((await ask(origin, { path: '/approvals/events', headers: { cookie } })).status).toBe(503);
    fake.put(low);
    await first;
  });
});

describe('beside MCP', () => {
  async function beside() {
    const fake = fakeDesk(low);
    const gate = fakeGate();
    const routes = pages(fake.desk);
    const server = await serveHttp({ ...serving, ...gate, host: '127.0.0.1', port: 0, routes });
    open.push(server);
    return { ...fake, ...gate, origin: new URL(server.url).origin };
  }
  const call = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'echo', arguments: {} } });
  const json = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };

  test('one server serves both, and a person decides on it', async () => {
    const { origin, token, cast, calls } = await beside();
    const cookie = await enter(origin, token());
    const page = await ask(origin, { path: `/approvals/${low.id}`, headers: { cookie } });
    const body = encode({ ...hiddenFields(page.body), verdict: 'approve' });
    const path = `/approvals/${low.id}/vote`;
    expect((await ask(origin, { method: 'POST', path, headers: formHeaders(origin, cookie), body })).status).toBe(303);
    expect(cast).toHaveLength(1);
    expect((await ask(origin, { method: 'POST', path: '/mcp', headers: json, body: call })).status).toBe(200);
    expect(calls).toHaveLength(1);
  });

  test('Host and Origin are checked before the page', async () => {
    const { origin } = await beside();
    for (const headers of [{ host: 'evil.example' }, { origin: 'http://evil.example' }, { origin: 'null' }])
      expect((await ask(origin, { path: '/approvals/page.css', headers })).status).toBe(403);
  });

  test('nothing that an agent sends to /mcp reaches the page', async () => {
    const { origin, token, cast, calls } = await beside();
    const cookie = await enter(origin, token());
    const vote = `/approvals/${low.id}/vote`;
    for (const path of [`/mcp/..${vote}`, `/mcp${vote}`, `/mcp?x=${vote}`, `//x${vote}`]) {
      const reply = await ask(origin, { method: 'POST', path, headers: { ...json, cookie }, body: call });
      expect([200, 404]).toContain(reply.status);
    }
    const message = await ask(origin, { method: 'POST', path: vote, headers: json, body: call });
    expect(message.status).toBe(401);
    expect(cast).toEqual([]);
    expect(calls).toHaveLength(1);
  });

  test('a path that only begins like a route is not one', async () => {
    const { origin } = await beside();
    for (const path of ['/approvalsx', '/approval', '/Approvals', '/%61pprovals', '/./approvals'])
      expect((await ask(origin, { path })).body).toContain('MCP is served at /mcp');
  });

  test('it closes although a page is open', async () => {
    const fake = fakeDesk(low);
    const server = await serveHttp({ ...serving, ...fakeGate(), host: '127.0.0.1', port: 0, routes: pages(fake.desk) });
    const origin = new URL(server.url).origin;
    const cookie = await enter(origin, fake.token());
    const gone = ask(origin, { path: '/approvals/events', headers: { cookie } }).catch(() => 'gone');
    await expect.poll(() => fake.listeners.size).toBe(1);
    await server.close();
    expect(await gone).toBe('gone');
    await expect.poll(() => fake.listeners.size).toBe(0);
  });
});
