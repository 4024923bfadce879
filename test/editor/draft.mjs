/**
 * The whole path of somebody who has to explain an incident: from an empty folder to an exported message. Used by the
 * scenarios in both languages; each step says how long the automation needed and how many keys and clicks it took.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './host/places.mjs';
import { wordsOf } from './words.mjs';

const DAY_MS = 86_400_000;
const read = async (file) => JSON.parse(await readFile(path.join(root, file), 'utf8'));

/** What differs between the languages. `doubt` is written on purpose into a blank, and mended later by a quick fix. */
const TONGUES = {
  en: {
    zone: 'UTC',
    locale: undefined,
    blank: /\[([^[\]\n]+)\]/g,
    open: '[',
    day: (date) => `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`,
    dated: /(\d{1,2}) (March|April) 2026/g,
    title: 'Invoices could not be opened',
    language: 'English',
    section: { cause: 'Why it happened', followUp: 'How we stay in touch' },
    plainText: 'Plain text',
    doubt: {
      blank: 'what followed',
      text: 'all customers utilized old invoices after the failover',
      jargon: 'failover',
    },
    aside: ' The alarm went to a list without members.',
    kept: 'We are sorry. You rely on us',
  },
  zh: {
    zone: 'Asia/Shanghai',
    locale: 'zh-cn',
    blank: /【([^【】\n]+)】/g,
    open: '【',
    day: (date) => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`,
    dated: /2026年([34])月(\d{1,2})日/g,
    title: '发票无法打开',
    language: '中文',
    section: { cause: '为什么会发生', followUp: '后续沟通与联系方式' },
    plainText: '纯文本',
    doubt: { blank: '随后发生了什么', text: '故障转移之后，发票无法打开', jargon: '故障转移' },
    aside: '警报发到了一个没有成员的名单。',
    kept: '我们向您道歉。您依靠我们',
  },
};
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** The examples of `placeholders.json`, with the days of their story, 3 March 2026 and later, as days from yesterday on. */
async function examples(language, tongue) {
  const first = Date.UTC(2026, 2, 3);
  const yesterday = Math.floor(Date.now() / DAY_MS) * DAY_MS - DAY_MS;
  const moved = (day) => tongue.day(new Date(yesterday + day - first));
  const text = (example) =>
    example.replace(tongue.dated, (_, one, two) =>
      language === 'zh'
        ? moved(Date.UTC(2026, Number(one) - 1, Number(two)))
        : moved(Date.UTC(2026, two === 'March' ? 2 : 3, Number(one))),
    );
  const list = (await read('src/data/placeholders.json'))[language];
  const began = new Date(yesterday).toISOString().slice(0, 10);
  return { words: new Map(list.map(({ text: blank, example }) => [blank.toLowerCase(), text(example)])), began };
}

/**
 * @param {(options: object) => Promise<import('./workbench.mjs').Workbench>} open
 * @param {'en' | 'zh'} language of the message and the interface
 */
export async function draft(open, language) {
  const tongue = TONGUES[language];
  const { titles, say } = await wordsOf(tongue.locale);
  const { words, began } = await examples(language, tongue);
  const editor = await open({
    theme: 'Light Modern',
    empty: true,
    locale: tongue.locale,
    zone: tongue.zone,
    settings: { 'editor.minimap.enabled': false, 'editor.wordWrap': 'on' },
  });
  const { page } = editor;
  const journal = journalOf(editor, language);
  const press = async (key) => {
    journal.count(1);
    await page.keyboard.press(key);
  };
  const write = async (text) => {
    journal.count(text.length);
    await page.keyboard.insertText(text);
  };
  const status = (text) => page.locator('.statusbar-item').filter({ hasText: text });
  const command = async (key) => {
    journal.count(8);
    await editor.command(`Candor: ${titles[key]}`);
  };

  await command('command.newPostmortem');
  const answer = async (heading, text) => {
    await page.locator('.quick-input-widget', { hasText: heading }).waitFor();
    if (text) await write(text);
    await press('Enter');
  };
  const template = (await read('src/data/templates.json')).templates.find(({ name }) => name === 'customer-message');
  await answer(say('New postmortem: which template?'), template.title[language]);
  await answer(say('New postmortem: what is it called?'), tongue.title);
  await answer(say('New postmortem: when did it begin?'), `${began} 14:05`);
  await answer(say('New postmortem: in which language?'), tongue.language);
  await status(say('Open: {0}').trim()).waitFor();
  await journal.step('a new postmortem, from four answers');

  const text = await readFile(path.join(root, `src/data/templates/customer-message.${language}.md`), 'utf8');
  const names = [...new Set([...text.matchAll(tongue.blank)].map((match) => match[1]))];
  for (const name of names) {
    const example = words.get(name.toLowerCase());
    if (await chooses(page, name, language)) {
      await press('ArrowDown');
      // A choice that is made leads on by itself.
      await press('Enter');
      continue;
    }
    await write(name === tongue.doubt.blank ? tongue.doubt.text : example);
    await press('Tab');
  }
  await editor
    .waitFor(async () => {
      const said = await status(/\d/).allInnerTexts();
      return said.some((each) => /: ?[1-3]$|：[1-3]$/.test(each.trim())) ? true : undefined;
    }, 'all blanks to be filled in')
    .catch(async (error) => {
      throw new Error(`${error.message} ${(await editor.problems()).join('\n')}`);
    });
  await journal.step(`${names.length} blanks, from one to the next by Tab`);

  const stillOpen = status(say('Open: {0}').trim());
  await stillOpen.click();
  const rows = page.locator('.pane-body .monaco-list-row');
  const cause = rows.filter({ hasText: tongue.section.cause }).first();
  await cause.waitFor();
  await cause.locator('.monaco-tl-twistie').click();
  await rows.filter({ hasText: tongue.doubt.jargon }).first().click();
  journal.count(3);
  await journal.step('what is still open, by section, down to the words');

  const fixes = await editor.quickFixes();
  journal.count(1);
  const replace = say('Replace with “{0}”', '…').split('…')[0];
  assert.ok(fixes[0]?.startsWith(replace), fixes.join('\n'));
  assert.equal(new Set(fixes).size, fixes.length, 'a quick fix is offered twice');
  await journal.step('what can be done about it');
  await page.keyboard.press('Escape');
  await editor.quickFixes();
  await press('Enter');
  await status(say('Ready')).waitFor();
  await journal.step('ready');

  // More about the impact, from a snippet that the list at the caret offers.
  const lines = (await editor.text()).split('\n');
  const before = lines.indexOf(`## ${tongue.section.followUp}`);
  await editor.goTo(before, 1);
  journal.count(6);
  await write('\n');
  await press('ArrowUp');
  await page.keyboard.type('pm-impact-f', { delay: 20 });
  journal.count(11);
  await page.locator('.suggest-widget.visible').filter({ hasText: 'pm-impact-figures' }).waitFor();
  // The text beside the list is the user's to open, once.
  const shownText = page.locator('.suggest-details-container');
  if (!(await shownText.isVisible())) await press('Control+Space');
  await shownText.waitFor();
  await journal.step('a snippet where it fits, with its text');
  await press('Enter');
  const { body } = Object.values(await read(`snippets/candor.${language}.json`)).find(
    ({ prefix }) => prefix === 'pm-impact-figures',
  );
  const blanks = [...new Set([...body.join('\n').matchAll(tongue.blank)].map((match) => match[1]))];
  for (const name of blanks) {
    await write(words.get(name.toLowerCase()));
    await press('Tab');
  }
  await status(say('Ready')).waitFor();
  await journal.step(`${blanks.length} blanks of the snippet`);

  // A sentence for colleagues only.
  const there = (await editor.text()).split('\n').findIndex((line) => line.includes(tongue.kept));
  await editor.goTo(there + 1, 1);
  await press('End');
  await press('End');
  await write(tongue.aside);
  for (let at = 0; at < tongue.aside.trimStart().length; at++) await page.keyboard.press('Shift+ArrowLeft');
  journal.count(2);
  await command('command.markInternal');
  await journal.step('a sentence marked as internal');

  await press('Control+K');
  await press('Control+V');
  const preview = await editor.webview({ text: tongue.kept });
  assert.ok(
    !(await preview.locator('body').innerText()).includes(tongue.aside.trim()),
    'the preview shows what is internal',
  );
  await journal.step('what customers will read, beside it');

  await page
    .locator('.tab')
    .filter({ hasText: `${began}-` })
    .first()
    .click();
  await press('Control+S');
  const name = await editor.waitFor(
    async () => (await readdir(editor.workspace)).find((each) => each.endsWith('.md')),
    'the postmortem to be saved',
  );
  const saved = rows.filter({ hasText: tongue.title });
  await saved.first().waitFor();
  await journal.step(`saved as ${name}, and in the list of postmortems`);

  await command('command.export');
  await page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: tongue.plainText }).first().click();
  const input = page.locator('.quick-input-widget input').first();
  await editor.waitFor(
    async () => ((await input.isVisible()) && /\.txt$/.test(await input.inputValue()) ? true : undefined),
    'the question for a name',
  );
  await press('Enter');
  journal.count(1);
  const exported = await editor.waitFor(
    async () => (await readdir(editor.workspace)).find((each) => each.endsWith('.txt')),
    'the export to be written',
  );
  const message = await editor.readFile(exported);
  assert.ok(message.includes(tongue.kept), message);
  assert.ok(!message.includes(tongue.aside.trim()) && !message.includes(tongue.open), message);
  await journal.step(`exported as ${exported}`);
}

/** Whether the editor offers ready texts for the blank that is chosen. */
async function chooses(page, name, language) {
  const known = {
    en: ['kind of cause', 'choose a sentence about lost data', 'yes, or no and what cannot'],
    zh: ['原因类别', '选一句关于数据丢失的话', '能，或不能以及哪些不能'],
  };
  if (!known[language].includes(name)) return false;
  await page.locator('.suggest-widget.visible .monaco-list-row').nth(1).waitFor();
  return true;
}

function journalOf(editor, language) {
  let began = Date.now();
  let keys = 0;
  let number = 0;
  return {
    count: (more) => {
      keys += more;
    },
    async step(what) {
      const took = Date.now() - began;
      number++;
      await editor.screenshot(`draft-${language}-${number}`);
      console.log(`    ${number}. ${what}: ${(took / 1000).toFixed(1)} s, ${keys} keys`);
      began = Date.now();
      keys = 0;
    },
  };
}
