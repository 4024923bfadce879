import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contradicting } from './contradicting.js';

const head =
  '---\ntype: postmortem\naudience: customer\nbegan: 2026-03-03 14:05 +00:00\nnotified: 2026-03-03 14:31 +00:00\nresolved: 2026-03-03 19:15 +00:00\n---\n\n# Late parcels\n\n';

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
  'a table whose rows do not make the total': [
    [
      '1,340 vans could not leave.\n\n| Depot | Vans |\n|---|---|\n| North | 610 |\n| East | 480 |\n| West | 270 |',
      '1,340',
    ],
    ['| Depot | Vans |\n|---|---|\n| North | 610 |\n| East | 480 |\n| Total | 1,190 |', '1,190'],
    [
      '共有 45,000 件受影响。\n\n| 仓库 | 件数 |\n|---|---|\n| 东 | 21,000 |\n| 西 | 14,500 |\n| 北 | 12,500 |',
      '45,000',
    ],
    ['1,360 vans could not leave.\n\n| Depot | Vans |\n|---|---|\n| North | 610 |\n| East | 480 |\n| West | 270 |'],
    ['The largest depots, of 1,400 vans:\n\n| Depot | Vans |\n|---|---|\n| North | 610 |\n| East | 480 |'],
    ['| Depot | Vans |\n|---|---|\n| North | 610 |\n| East | 480 |\n| Total | 1,090 |'],
  ],
  'a row of counts that does not make what there is in all': [
    [
      'In all, 6,480 parcels were not delivered as agreed.\n\nWe counted 4,120 late parcels, 1,530 cancelled ones and 620 mixed up.',
      '6,480',
    ],
    ['一共有6,480件没有按约定送到。\n\n每件只归一类：迟到4,120件、取消1,530件、错发620件。', '6,480'],
    [
      'In all, 6,480 parcels were not delivered as agreed.\n\nWe counted 4,120 late parcels, 1,530 cancelled ones and 830 mixed up.',
    ],
    ['In all, 6,480 parcels were late.\n\nAmong them were 4,120 letters, about 1,530 boxes and 620 tubes.'],
    ['一共有6,480件没有送到。\n\n其中书4,120件、衣服1,530件、药620件。'],
    ['一共有6,480件没有送到。\n\n三家店：4,120位、1,530位、620位客户来过电话。'],
  ],
  'a table and what there is in all, whatever it counts': [
    [
      'In all, 2,450 of you waited.\n\n| Depot | Shown a wrong time |\n|---|---|\n| North | 1,040 |\n| East | 965 |\n| West | 295 |',
      '2,450',
    ],
    [
      'In all, 2,300 of you waited.\n\n| Depot | Shown a wrong time |\n|---|---|\n| North | 1,040 |\n| East | 965 |\n| West | 295 |',
    ],
  ],
  'a weekday that points back': [
    [
      'On 3 March parcels were held back.\n\nWe could not send the last vans of that Wednesday night.',
      'that Wednesday',
    ],
    ['3月3日包裹停发。\n\n当天是周末，柜台只有三个人。', '当天是周末'],
    ['On 3 March parcels were held back.\n\nWe could not send the last vans of that Tuesday night.'],
    ['Vans leave again on Wednesday.\n\nOn that Wednesday all counters open early.'],
    ['3月3日包裹停发。\n\n当天是工作日，柜台只有三个人。'],
    ['3月3日包裹停发。\n\n2月28日也有过一次，当天是周末。'],
  ],
  'a number that was corrected': [
    ['2,000 parcels were affected.\n\n3,460 parcels were affected, in the north and the south.', '3,460'],
    ['On Monday we told the press that 2,000 parcels were affected. That was too low.\n\n3,460 parcels were affected.'],
    [
      '2,000 parcels were affected. We corrected the route at noon.\n\n3,460 parcels were affected, in the north and the south.',
      '3,460',
    ],
  ],
  'the first stretch, and not the hours of an office': [
    ['From 14:05 to 18:15 UTC on 3 March, parcels were held back and you could not call us.', '18:15'],
    ['Our desk answers from Tuesday to Sunday, 14:05 to 17:00.'],
    ['3月3日14:05至18:15（UTC），客服电话也打不通。', '18:15'],
    ['From 14:05 to 16:30 UTC on 3 March, vans stood still; all was as before at 19:15.'],
  ],
  'how many places': [
    ['四个仓库共 1,090 件停发。\n\n| 仓库 | 件数 |\n|---|---|\n| 东 | 610 |\n| 西 | 480 |', '四个仓库'],
    [
      'Power was lost in three regions and vans could not leave.\n\nIn the four regions vans could not leave: power was lost for a while.',
      'four regions',
    ],
    ['We have eight depots; three depots were shut.\n\nAt all three depots vans could not leave.'],
    ['三个仓库共 1,090 件停发。\n\n| 仓库 | 件数 |\n|---|---|\n| 东 | 400 |\n| 西 | 480 |\n| 北 | 210 |'],
  ],
  'which version they went back to': [
    ['We rolled the gateway back to version 7.13.\n\nAt 12:10 we had gone back to 7.12 everywhere.', '7.12'],
    ['我们已退回第 117 版。\n\n换回第 116 版后分拣恢复。', '116'],
    [
      'We rolled the gateway back to version 7.13.\n\nAll tills were back on version 7.13, and the driver went back to 2.4.1.',
    ],
    ['We rolled back to 7.13.\n\nNext week we will go back to 7.12 in a test.'],
  ],
  'until when something can be claimed': [
    [
      'Send us your receipts by 31 May 2026 to claim refunds for meals.\n\n**Until when can I claim meals?** Send receipts for meals until 30 June 2026.',
      '30 June 2026',
    ],
    [
      '请在5月31日前领取运费券和三天会员。\n\n**怎么领？** 运费券和三天会员在首页领取，5月20日之后不再补发。',
      '5月20日',
    ],
    [
      'Send us your receipts by 31 May 2026 to claim refunds for meals.\n\nChargebacks can be filed until 30 June 2026.',
    ],
    [
      'Send us your receipts by 31 May 2026 to claim refunds for meals.\n\n**Until when can I claim meals?** Until 31 May 2026.',
    ],
  ],
  'a gift in two amounts': [
    ['Everyone gets a voucher worth £15.\n\n**What do I get?** A £12 voucher for everyone concerned.', '£12'],
    ['每位顾客发一张 20 元代金券。\n\n**怎么补？** 一张 30 元的代金券。', '30 元'],
    ['Everyone gets a voucher worth £15.\n\n**And if it took days?** A £30 voucher if you waited longer than a day.'],
    ['Everyone gets a voucher worth £15. The supplier asked a price of £35.'],
  ],
  'how old a backup was that another place dates': [
    ['The backup was made at 13:00 UTC.\n\nOur backup was 3 hours old when it happened.', '3 hours'],
    ['The backup was made at 13:00 UTC.\n\nOur backup was 65 minutes old when it happened.'],
    [
      'The backup was made at 13:00 UTC, that of photos: a snapshot taken at 11:00 UTC.\n\nOur backup was 3 hours old when it happened.',
    ],
  ],
  'all of it, with a clause behind the noun': [
    [
      'No parcel you gave us was lost.\n\n17 parcels were never scanned and cannot be found.',
      'No parcel you gave us was lost',
    ],
    ['我们没有丢失任何一件包裹。\n\n有 9 件包裹找不回来。', '没有丢失任何一件包裹'],
    ['这 320 条记录经过核对，现已全部恢复。\n\n还有 14 条记录没有找回。', '现已全部恢复'],
    ['No parcel you had paid was lost.\n\n17 unpaid parcels cannot be found.'],
    ['已保存的地址没有丢失。\n\n正在填写的 14 个地址没能找回。'],
    ['轨迹查询一度中断，现已全部恢复。\n\n有 14 条轨迹没能找回。'],
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
  'clauses that end with a comma of ASCII': [
    ['- 14:08监控告警,14:31在状态页发布第一条公告;\n- 19:15恢复。'],
    ['- 14:08监控告警,15:02在状态页发布第一条公告;\n- 19:15恢复。', '15:02'],
    ['客户共1,240位,其中300位在14:05,系统中断时正在寄件。'],
  ],
  'parts after a half-width comma': [
    ['5,640 个包裹里,4,980 个当天送到,430 个改到第二天,200 个退回。', '5,640'],
    ['5,640 个包裹里,4,980 个当天送到,430 个改到第二天,230 个退回。'],
  ],
  'nothing lost, and then a loss': [
    [
      'Everything our customers had stored with us was recovered, without exception.\n\n17 parcels are gone.',
      'Everything our customers had stored with us was recovered',
    ],
    ['没有让任何一件包裹消失。\n\n有 9 件包裹无从找回。', '没有让任何一件包裹消失'],
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
    [
      'We moved all files without losing a single file.\n\nThree files could not be rebuilt.',
      'without losing a single file',
    ],
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
  'how long customers waited for the first notice': [
    ['Our first notice reached you 12 minutes after the start.', '12 minutes'],
    ['You heard from us only 50 minutes later.', '50 minutes'],
    ['It took us 45 minutes to tell you.', '45 minutes'],
    ['Our message came 40 minutes after the belts stopped.', '40 minutes'],
    ['故障发生15分钟后，我们发出了首条公告。', '15分钟'],
    ['第一条通知晚了45分钟。', '45分钟'],
    ['过了40分钟，我们才通知大家。', '40分钟'],
    ['Our first notice reached you 26 minutes after the start.'],
    ['You first heard from us half an hour after we had stopped the belts for cleaning.'],
    ['From now on, we tell you within 15 minutes.'],
    ['首次公告在故障开始26分钟后才发布。'],
    ['关闭分拣线15分钟后，我们发出首条公告。'],
  ],
  'the age of a backup': [
    ['We used the backup of 12:00 UTC, 65 minutes older than the failure.', '65 minutes'],
    ['The list is saved daily at 02:00 UTC; that copy was 9 hours and 5 minutes old.', '9 hours and 5 minutes'],
    ['The snapshot of 13:50 UTC was made half an hour before the outage.', 'half an hour'],
    ['我们用10:00（UTC）的快照恢复，快照比故障早2小时5分钟。', '2小时5分钟'],
    ['每天2:00（UTC）备份，事发时已有10小时。', '10小时'],
    ['We used the backup of 12:00 UTC, 125 minutes older than the failure.'],
    ['We used the backup of 12:00 UTC, about two hours older than the failure.'],
    ['The list is saved daily at 02:00 UTC; that copy was 12 hours and 5 minutes old.'],
    ['A copy is made every 30 minutes; the one of 14:00 UTC was five minutes old.'],
    ['每天2:00（UTC）备份，事发时已有12小时。'],
    ['我们用13:35（UTC）的快照恢复，比故障早半小时。'],
  ],
  'a day beside a known minute': [
    ['On 2 March 2026 at 14:05 UTC the belts began to slow down.', '2 March 2026'],
    ['2026年3月4日14:05（UTC），分拣线停了下来。', '2026年3月4日'],
    ['The belts ran again at 19:15 UTC on 5 March.', '5 March'],
    ['On 3 March 2026 at 14:05 UTC the belts began to slow down.'],
    ['A change made on 2 March at 09:10 UTC came into force that afternoon.'],
    ['The last backup was made on 2 March at 14:05 UTC.'],
    ['We write again on 6 March at 14:05 UTC.'],
  ],
  'a weekday that was another': [
    ['We write again on Friday, 12 March 2026.', '12 March 2026'],
    ['我们于2026年3月12日（星期五）再次写信。', '2026年3月12日'],
    ['On Monday 3 March the belts stopped.', '3 March'],
    ['We write again on Thursday, 12 March 2026.'],
    ['我们于3月12日（周四）再次写信。'],
    ['On Tuesday, 3 March 2026, the belts stopped.'],
  ],
  'a share that its numbers do not make': [
    ['1,204 of 4,816 parcels were late.\n\nA third of the parcels were late.', 'A third of'],
    ['共有24,000个包裹，其中6,000个晚到。\n\n三分之一的包裹晚到。', '三分之一'],
    ['Half of our vans, 120 of 180, stood still.', 'Half of'],
    ['有7,200个包裹，其中1,800个（占40%）晚到。', '40%'],
    ['1,204 of 4,816 parcels were late.\n\nA quarter of the parcels were late.'],
    ['Two thirds of our vans, 120 of 180, stood still.'],
    ['共有24,000个包裹，其中6,000个晚到。\n\n四分之一的包裹晚到。'],
    ['1,204 of 4,816 parcels were late.\n\nYou get half of the fee back.'],
    ['1,204 of 4,816 parcels were late.\n\nThe belts ran at a third of their usual load.'],
  ],
  'an amount for each that does not make the total': [
    ['Each of the 1,860 senders gets €20: €39,200 in all.', '€39,200'],
    ['We credited 212 accounts with £9.00 each, £1,980.00 in total.', '£1,980.00'],
    ['每个包裹补偿20元，1,860个合计39,200元。', '39,200元'],
    ['NOK 60 per parcel for 1,500 parcels makes NOK 80,000.', 'NOK 80,000'],
    ['Each of the 1,860 senders gets €20: €37,200 in all.'],
    ['Each of the 1,860 senders gets up to €20: €31,450 in all.'],
    ['每个包裹补偿20元，1,860个合计37,200元。'],
    ['1,860 senders got an average of €20 each, €39,200 in all.'],
    ['Of the 1,930 parcels, 1,412 went out on Monday, 381 on Tuesday and 47 came back.', '1,930'],
    ['Of the 1,930 parcels, 1,412 went out on Monday and 381 on Tuesday.'],
    ['Of the 1,840 parcels, 1,412 went out on Monday, 381 on Tuesday and 47 came back.'],
    ['We paid €1,200 for fares and €300 for meals, €1,600 in total.', '€1,600'],
    ['We paid €1,200 for fares and €300 for meals, €1,500 in total.'],
  ],
  'what is given for each, and when the next message comes': [
    ['Every parcel is credited with €8.\n\nYou get €9 for every parcel.', '€9'],
    ['每单退8元。\n\n每单补偿9元，自动到账。', '9元'],
    ['每人最高300元。\n\n我们出，每人最高400元。', '400元'],
    ['Our next message comes on 6 March 2026.\n\nMore in our next message on 9 March.', '9 March'],
    ['Every parcel is credited with €8.\n\nYou get €80 for every pallet, up to €500 per sender.'],
    ['Late parcels: €8 each. Lost ones: €20 each.\n\nYou get €8 for every parcel.'],
    ['晚到的每单退8元，没送到的每单退20元。\n\n每单退8元。'],
    ['Our next message comes on 6 March 2026.\n\nThe full report follows on 30 April.'],
  ],
  'a step with two sizes': [
    [
      '## What we will do\n\n- By 20 March 2026: an alarm on stalled belts within 2 minutes.\n\n## Questions\n\nFrom 20 March, the alarm on stalled belts comes within 5 minutes.',
      '5 minutes',
    ],
    [
      '## What we will do\n\n- By 20 March 2026: an alarm on stalled belts within 2 minutes.\n\n## Questions\n\nFrom 20 March, the alarm on stalled belts comes within two minutes.',
    ],
    [
      '## What we will do\n\n- By 20 March 2026: an alarm on stalled belts within 2 minutes.\n- By 20 March 2026: spare belts within 5 hours.\n\n## Questions\n\nFrom 20 March, the alarm on stalled belts comes within two minutes.',
    ],
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
        cases.map(([body]) => [body, ...contradicting(head + body)]),
        cases,
      );
    });
});
