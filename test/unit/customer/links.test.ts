import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeLink } from '../../../src/core/customer/links.js';

const verdict = (url: string): string => judgeLink(url, 'there').kind;

test('tools under a domain of our own are refused, also with a port or in capitals', () => {
  for (const url of [
    'https://grafana.tidewater.example/d/abc',
    'https://WIKI.tidewater.example/runbook',
    'https://jira.tidewater.example:8443/browse/INC-1',
    'https://gitlab.eng.tidewater.example/infra',
    'https://wiki.eng.tidewater.org/runbook',
    'https://tidewater.slack.com/archives/C01',
    'https://tidewater.atlassian.net/wiki/spaces/OPS',
  ])
    assert.equal(verdict(url), 'refused', url);
});

test('the makers’ own sites, and wikis and trackers of open projects, are anybody’s', () => {
  for (const url of [
    'https://wiki.postgresql.org/wiki/TOAST',
    'https://wiki.archlinux.org',
    'https://gitlab.com/tidewater/sdk',
    'https://gitlab.freedesktop.org/mesa/mesa',
    'https://grafana.com/docs',
    'https://sentry.io/welcome',
    'https://status.tidewater.example/incidents/2291',
  ])
    assert.equal(verdict(url), 'open', url);
});
