// The numbers for Prometheus: their names, and that no caller can make them many.
import { expect, test } from 'vitest';
import { openMetrics } from '../../src/log/metrics.ts';

test('what happened is told under stable names', async () => {
  const metrics = await openMetrics(() => new Date('2026-03-01T10:00:00Z'));
  metrics.decided('allow');
  metrics.decided('deny');
  metrics.called('deny');
  metrics.policyLoaded('r1');
  metrics.policyLoaded('r2');
  metrics.policyFailed();
  metrics.logHealth(false);
  metrics.requested('get', 'ok', 0.02);
  metrics.redacted(3);
  const text = await metrics.text();
  expect(text).toContain('portcullis_decisions_total{effect="allow"} 1');
  expect(text).toContain('portcullis_calls_total{outcome="deny"} 1');
  expect(text).toContain('portcullis_policy_info{revision="r2"} 1');
  expect(text).not.toContain('revision="r1"');
  expect(text).toContain('portcullis_policy_last_success_timestamp_seconds 1772359200');
  expect(text).toContain('portcullis_policy_load_failures_total 1');
  expect(text).toContain('portcullis_policy_ok 0');
  expect(text).toContain('portcullis_log_ok 0');
  expect(text).toContain('portcullis_cluster_request_duration_seconds_count{verb="get",outcome="ok"} 1');
  expect(text).toContain('portcullis_redactions_total 3');
  expect(metrics.contentType).toContain('text/plain');
});

test('before anything happened there is no policy, and the log is fine', async () => {
  const text = await (await openMetrics()).text();
  expect(text).toContain('portcullis_policy_ok 0');
  expect(text).toContain('portcullis_log_ok 1');
});

test('values without end become one value', async () => {
  const metrics = await openMetrics();
  for (let n = 0; n < 1000; n += 1) metrics.called(`outcome-${n}`);
  const series = (await metrics.text()).split('\n').filter((line) => line.startsWith('portcullis_calls_total{'));
  expect(series.length).toBeLessThanOrEqual(25);
  expect(series.at(-1)).toContain('outcome="other"');
});

test('two registries do not meet', async () => {
  const [one, other] = await Promise.all([openMetrics(), openMetrics()]);
  one.decided('allow');
  expect(await other.text()).not.toContain('effect="allow"');
});
