import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createLinter } from '../../src/core/index.js';

const head =
  '---\ntype: postmortem\naudience: customer\nbegan: 2026-03-03 14:05 +00:00\nnotified: 2026-03-03 14:31 +00:00\nresolved: 2026-03-03 19:15 +00:00\n---\n\n# Late parcels\n\n';
const marked = (body: string): string[] =>
  createLinter()
    .check(head + body)
    .filter(({ rule }) => rule === 'contradicting-facts')
    .map(({ text }) => text);

/** Each with the words that must be marked; none where all agrees. */
const rows: Readonly<Record<string, readonly (readonly [string, ...string[]])[]>> = {
  'numbers with two digits exchanged': [
    ['1,340 parcels were held back.\n\nAll 1,430 parcels went out on Friday.', '1,430'],
    ['共有2,680个包裹被扣留。\n\n涉及的2,860个包裹已于周五发出。', '2,860'],
    ['其中320位寄件人改为退款。\n\n230位退款的寄件人都收到了款项。', '230'],
    ['1,340 parcels were held back.\n\nAll 1,340 parcels went out on Friday.'],
    ['The van drove 120 km.\n\nWe paid 210 euros to 31 shops and 13 % more to couriers.'],
    ['有320位寄件人改期，另有230箱货物晚到。'],
  ],
  'parts that do not make the whole': [
    ['Of the 1,340 parcels, 1,200 arrived on Friday. The remaining 104 are late.', '104'],
    ['1,340个包裹中，1,200个周五送到，其余104个晚到。', '104'],
    ['Of the 1,340 parcels, 1,200 arrived on Friday. The remaining 140 are late.'],
    ['Of the 1,340 parcels, 900 went by road and 300 by rail. The remaining 140 are late.'],
    ['1,340个包裹中，1,200个周五送到，其余140个晚到。'],
  ],
  'a word for minutes beside hours': [
    ['From 14:05 to 19:15 UTC, there was a brief slowdown at the counters.', 'brief slowdown'],
    ['14:05至19:15（UTC），柜台出现短暂中断。', '短暂中断'],
    ['From 14:05 to 19:15 UTC, counters were closed. There was a brief interruption while we restarted them.'],
    ['14:05至19:15（UTC），柜台停用，期间有过短暂恢复。'],
  ],
  'a length that points back': [
    ['From 14:05 to 19:15 UTC, parcels were held. In those 210 minutes no van left.', '210 minutes'],
    ['From 14:05 to 19:15 UTC, parcels were held. In those five hours no van left.'],
  ],
  'parts after a half-width comma': [
    ['5,640 个包裹里,4,980 个当天送到,430 个改到第二天,200 个退回。', '5,640'],
    ['5,640 个包裹里,4,980 个当天送到,430 个改到第二天,230 个退回。'],
  ],
  'nothing lost, and then a loss': [
    [
      'All parcels have been fully restored.\n\nThe 12 parcels of that morning are still missing; we search until Friday.',
      'All parcels have been fully restored',
    ],
    [
      'No package was lost.\n\nWe held 300 packages. Of these, 12 fell into the river and we cannot bring them back.',
      'No package was lost',
    ],
    ['轨迹已经全部补传完毕。\n\n还有12辆车的轨迹没有补传上来。', '轨迹已经全部补传'],
    ['No data was lost.\n\nThe addresses of 12 parcels could not be recovered.', 'No data was lost'],
    ['Every parcel was recovered.\n\nThree parcels are gone.', 'Every parcel was recovered'],
    ['本次没有造成任何数据丢失。\n\n有12个包裹的地址找不回来。', '没有造成任何数据丢失'],
    ['所有包裹均已找回。\n\n3个包裹已经无法找回。', '所有包裹均已找回'],
    ['No parcel was lost. What is gone is 12 addresses.'],
    ['No data was lost.\n\nThe lost hours cannot be brought back, and no address could not be recovered.'],
    ['No other data was lost.\n\nThe addresses of 12 parcels could not be recovered.'],
    ['地址数据没有丢失。\n\n有12个包裹无法找回。'],
    ['数据没有丢失。\n\n如果包裹无法找回，请告诉我们。'],
    ['No guest lost a booking.\n\nForty bookings of that evening can never be recovered.', 'No guest lost a booking'],
    ['Nobody lost any photos.\n\n1,270 photos did not survive.', 'Nobody lost any photos'],
    ['Nothing is missing.\n\nThe entries of 12 patients are irrecoverable.', 'Nothing is missing'],
    ['We moved all files without losing a single file.\n\nThree files could not be rebuilt.', 'without losing a single file'],
    ['All 1,930 orders have been restored.\n\nWe could not restore 12 orders.', 'All 1,930 orders have been restored'],
    ['这次没有任何玩家丢失装备。\n\n460个角色的部分装备永久丢失。', '没有任何玩家丢失装备'],
    ['无人丢失积分。\n\n有12位会员的积分恢复不了。', '无人丢失积分'],
    ['订单一笔不少。\n\n有37笔订单读不出来。', '订单一笔不少'],
    ['Of the 960 servers, 938 were fully restored; the other 22 could not be recovered.'],
    ['938 servers were fully restored.\n\n22 servers could not be recovered.'],
    ['960台中，938台由副本完整重建，没有丢数据；另外22台写入的内容找不回来。\n\n938台已完整找回。'],
    ['没有任何玩家丢失装备。\n\n460个角色的部分称号永久丢失。'],
    ['No guest lost a booking.\n\nForty messages can never be recovered.'],
  ],
  'the first notice': [
    ['- At 14:51 UTC we put the first notice on our page.', '14:51'],
    ['- 14:51（UTC），在首页发出通知。', '14:51'],
    ['- At 14:31 UTC we put the first notice on our page.\n- At 15:31 UTC we posted a second notice.'],
    ['- 14:31（UTC），在首页发出通知。'],
    ['- At 14:51 UTC we called the supplier.'],
  ],
  'digits of one zone, name of another': [
    ['The failure began at 14:05 local time in Oslo (UTC+1).', '14:05'],
    ['故障从北京时间14:05开始。', '14:05'],
    ['The failure began at 15:05 local time in Oslo (UTC+1).'],
    ['故障从北京时间22:05开始。'],
  ],
  'a length after which it worked again': [
    ['At 19:15 UTC, after three hours and forty minutes, the belts ran again.', 'three hours and forty minutes'],
    ['At 19:15 UTC, after five hours and ten minutes, the belts ran again.'],
    ['At 19:15 UTC, after a test of twenty minutes, the belts ran again.'],
    ['整个过程持续了两个半小时。', '两个半小时'],
    ['整个过程持续了5小时10分钟。'],
  ],
};

describe('contradictions', () => {
  for (const [family, cases] of Object.entries(rows))
    it(family, () => {
      assert.deepEqual(
        cases.map(([body]) => [body, ...marked(body)]),
        cases,
      );
    });
});
