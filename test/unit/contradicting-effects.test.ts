import { type Case, testCases } from './contradicting.js';

const front =
  '---\ntype: postmortem\nstarted: 2026-03-03 14:05 +00:00\nresolved: 2026-03-03 16:40 +00:00\ntimezone: Etc/UTC\n---\n\n';
const rows: Readonly<Record<string, readonly Case[]>> = {
  'what worked and what did not': [
    [
      'en',
      'Nobody could print a label.',
      'At no point was printing impossible.',
      'At no point was printing impossible',
    ],
    [
      'en',
      'Labels could not be printed.',
      'Labels were printed all day, only more slowly.',
      'Labels were printed all day',
    ],
    ['en', 'The scanners in Lyon broke down.', 'The scanners worked throughout.'],
    ['en', 'Nobody could order a pick-up.', 'Ordering by phone worked throughout.'],
    ['en', 'Pick-ups could not be booked.', 'Pick-ups ran as planned.'],
    ['en', 'The depot was down until 15:00.', 'From 15:00 on the depot worked normally again.'],
    [
      'en',
      'The lockers use a system of their own and ran normally.',
      'The lockers broke down as well.',
      'The lockers broke down as well',
    ],
    [
      'en',
      'Lorries left on time.',
      'Some of the lorries left two hours late.',
      'Some of the lorries left two hours late',
    ],
    ['en', 'Lorries left on time.', 'No lorry was late.'],
    ['en', 'Customers could sign in at any time.', 'Sign-in was impossible.', 'Sign-in was impossible'],
    ['en', 'Printing was completely down.', 'No customer noticed anything.', 'No customer noticed anything'],
    ['en', 'Nobody could print a label.', 'Would the lockers have worked throughout?'],
    ['zh', '面单打印完全中断。', '面单打印全程可用，只是慢一点。', '面单打印全程可用'],
    ['zh', '面单打印完全中断。', '面单打印恢复之后一直正常。'],
    ['zh', '面单打印完全中断。', '电话下单照常。'],
    ['zh', '到货短信很慢。', '到货短信自始至终都很及时。', '到货短信自始至终都很及时'],
    ['zh', '寄件柜当天照常运行。', '寄件柜也跟着停摆。', '寄件柜也跟着停摆'],
    ['hant', '民眾無法寄件。', '寄件始終能用，只是慢了些。', '寄件始終能用'],
    ['zh', '受影响的卖家：华东 480 家，华南 310 家。', '华南那边一切照旧。', '华南那边一切照旧'],
    ['zh', '受影响的卖家：华东 480 家，华南 310 家。', '华南仓的出库一切照旧。'],
  ],
  'causes told in two ways': [
    [
      'en',
      'All certificates were valid that day.',
      'It was a certificate that we had let expire.',
      'It was a certificate that we had let expire',
    ],
    [
      'en',
      'It was no attack.',
      'A flood of requests from an unknown attacker brought us down.',
      'A flood of requests from an unknown attacker brought us down',
    ],
    ['en', 'It was no attack.', 'We first suspected an attack.'],
    ['en', 'The cause was a faulty release.', 'Behind it all was a power cut.', 'Behind it all was a power cut'],
    ['en', 'The cause was a power cut. The UPS had failed.', 'Behind it all was a power cut.'],
    ['en', 'The cause was a power cut.', 'The electricity failed because an excavator had hit the mains.'],
    ['en', 'The cause was a faulty release.', 'Nobody attacked our systems.'],
    ['en', 'The cause was a faulty release.', 'In July 2025 a power cut closed two sites; that had a different cause.'],
    ['en', 'The cause was a faulty release.', 'One reader asked whether hackers were behind it; they were not.'],
    ['zh', '原因是配置写错了一行。', '没有人攻击我们的系统。2025年6月，一根光缆被挖断。'],
    ['zh', '当天机房供电一切正常。', '机房的市电中断，服务器断了电。', '机房的市电中断'],
    ['zh', '原因是配置写错了一行。', '罪魁祸首是一条被挖断的光缆。', '罪魁祸首是一条被挖断的光缆'],
    ['zh', '原因是机房停电。', '这次与网络攻击无关，是停电造成的。'],
    ['hant', '這張憑證在當晚到期。', '事件與憑證無關。', '與憑證無關'],
  ],
};

testCases(front, rows);
