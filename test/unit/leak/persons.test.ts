import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findPersons } from '../../../src/core/leak/persons.js';

const named = [
  'Our engineer [[Maria Lopez]] restarted it.',
  'The on-call engineer, [[Tomasz Wójcik]], noticed it.',
  'Two engineers, [[Ana]], were at work.',
  '[[Okwudili Bright]], our head of payments, has been on the phone with the bank.',
  'Our director of security, [[Ondine Marchetti]], has traced the calls.',
  '[[Zbyszek Orlik]], our mechanic, has found the crack.',
  'We asked the administrator [[Jan de Vries]] to check.',
  '[[Tom]] from the database team noticed it.',
  '[[Chen Wei]] on our network team saw it.',
  '[[Maria Lopez]], our lead database engineer, restarted it.',
  '[[Karim Haddad]] (site reliability engineer) restarted it.'.replace('Karim Haddad', 'Omar Haddad'),
  'At 14:05 [[Priya]] rolled back the change.',
  'Then [[Mark Jensen]] accidentally deleted the table.',
  'The change was reviewed by [[Sergei Ivanov]].',
  'Owner: [[Priya Raman]]',
  'On call: [[Daniel]]',
  '值班工程师[[张伟]]误删了数据。',
  '我们的工程师[[王建国]]在14:05重启了服务。',
  '數據庫管理員[[陳志明]]執行了腳本。',
  '负责人：[[李娜]]',
  '网络组的[[刘洋]]发现了问题。',
  '[[赵敏]]（值班）处理了告警。',
  '故障由[[王建国]]负责处理。',
  '由[[李工]]处理。',
  '当晚[[王工]]重启了服务。',
  '请联系[[老王]]。',
];

const unnamed = [
  'An engineer restarted it.',
  'The engineers Monday night saw it.',
  'Our developer Portal was slow.',
  'The Developer Console was slow.',
  'The network operator Vodafone repaired it.',
  'The contractor Siemens repaired it.',
  'The Password Manager was slow.',
  'Ask your account manager Jan Smit.',
  'We thank our colleague Maria Lopez.',
  'Maria Lopez, CEO',
  'Maria Lopez, our CTO, apologised.',
  'Maria Lopez, head of the engineering team',
  'Victoria Station reopened.',
  'The Elizabeth Line reopened.',
  'Storm Emma hit the city.',
  'Slack from the support team arrived late.',
  'Emails from our support team were delayed.',
  'Google Cloud restarted its routers.',
  'Customers in the Berlin office noticed it.',
  'May was quiet; Will was not.',
  'Mark the date.',
  'The engineer API was slow.',
  'Travis failed; Jenkins restarted the job.',
  'Julia ran slowly.',
  'It was fixed by Monday.',
  'It was approved by Parliament.',
  'The Kubernetes administrator restarted it.',
  'An SRE Handbook says so.',
  'Our team lead Kubernetes upgrades.',
  'Ondine Marchetti, our head of customer care, will answer your letters.',
  'Ondine Marchetti, our head of school, apologises to every family.',
  'Northern Lines, our operator, was late.',
  'Old Mill, our main driver of growth, was shut.',
  '值班工程师在14:05重启了服务。',
  '工程师于凌晨处理完毕。',
  '工程师马上重启了服务。',
  '工程师高度重视。',
  '开发周期较长。',
  '员工张贴了通知。',
  '管理员权限被收回。',
  '经理陈述了原因。',
  '施工导致停电。',
  '员工和客户都受影响。',
  '加工厂停工。',
  '运维人员何时恢复了服务？',
  '小时内恢复。',
  '测试人员方案。',
  '由于网络故障处理延迟。',
  '由第三方负责处理。',
  '同学许多课程受影响。',
  '由张家口机房处理。',
  '人工处理。',
  '工程师连夜修复。',
  '管理员曾多次重启。',
  '请联系您的客户经理王建国。',
  '全体员工向您致歉。',
  '数据中心的高峰时段。',
  '值班工程师和客服都在处理。',
];

test('names of persons are found beside a role, a team or what they did', () => {
  const wrong: string[] = [];
  for (const example of named) {
    const text = example.replace(/\[\[|\]\]/g, '');
    const found = findPersons(text).map(({ start, end }) => text.slice(start, end));
    const wanted = [...example.matchAll(/\[\[(.*?)\]\]/g)].map((match) => match[1]);
    if (found.join('|') !== wanted.join('|')) wrong.push(`${example}: found “${found.join('”, “')}”`);
  }
  assert.deepEqual(wrong, []);
});

test('companies, places, days and whom readers are to turn to are no leak', () => {
  const wrong = unnamed.flatMap((text) =>
    findPersons(text).map(({ start, end }) => `${text}: found “${text.slice(start, end)}”`),
  );
  assert.deepEqual(wrong, []);
});

test('finding persons costs time in proportion to the length of the text', () => {
  const wrong: string[] = [];
  const cost = (text: string): number => {
    // The processor's time, the least of three: the machine may be busy with something else.
    const times = [1, 2, 3].map(() => {
      const began = process.cpuUsage();
      findPersons(text);
      return process.cpuUsage(began).user / 1000;
    });
    return Math.min(...times);
  };
  for (const unit of [
    'A',
    'Aa ',
    'Maria ',
    'Maria de ',
    'engineer ',
    'engineer, Aa ',
    "O'",
    'our ',
    'Maria from the ',
    'Maria, our a-',
    'run by ',
    '张',
    '张伟',
    '工程师',
    '由张',
    '的张伟',
    '张伟（',
    '老',
    '李工',
    ' a',
  ]) {
    const long = cost(unit.repeat(100_000 / unit.length));
    if (long > 300 && long > 10 * cost(unit.repeat(25_000 / unit.length))) wrong.push(`${unit}: ${long.toFixed(0)} ms`);
    if (long > 3000) wrong.push(`${unit}: ${long.toFixed(0)} ms for 100 kB`);
  }
  assert.deepEqual(wrong, []);
});
