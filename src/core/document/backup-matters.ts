import type { Matter } from './stands.js';

const en = '(?:back-?ups?|snapshots?)';
const zh = '(?:备份|快照)';
const about = new RegExp(`\\b(?:${en}|backed[ -]up)\\b|${zh}|副本`, 'i');
/** Exercises, and what is to come. */
const exercise =
  /\b(?:tests?|tested|trials?|rehears\w*|drills?|exercises?|practi[cs]e\w*|will|shall|can be|plan\w*)\b|演练|测试|演习|将|会|计划|可以/i;

/** What is said about backups in words, without a figure. */
export const backupMatters: readonly Matter[] = [
  {
    // "We had to fall back on a backup" beside "we did not need them".
    id: 'backup-used',
    about,
    no: new RegExp(
      [
        `\\b(?:not|never|n't|without|no)\\b[^.;,]{0,24}\\b(?:need\\w*|use|used|using|touch\\w*|fall|falling|resort\\w*|turn\\w*|reach\\w*|draw\\w*|call\\w*|require\\w*|recourse|restor\\w+)\\b`,
        `\\b(?:stayed|remained|were left|was left|lay) (?:untouched|unused|unopened|where)\\b`,
        '(?:没有?|未|不|无|并未|从未)(?:曾|有|能)?(?:需要?|必|须|用)?(?:要|到|着|得着|能)?(?:去)?(?:动用|启用|用到|用上|使用|动到|动过|调用|取用|用着|用过)',
        '(?:用不着|用不上|没用上|没动过|派不上用场)',
      ].join('|'),
      'i',
    ),
    yes: new RegExp(
      [
        `\\b(?:restor|recover|rebuil|reload|reconstruct|retriev|re-?creat|re-?import|load)\\w*\\b[^.;]{0,70}\\b(?:from|with|using|out of|by means of|thanks to)\\b[^.;]{0,40}\\b${en}\\b`,
        `\\b(?:f[ae]ll|fallen|falling) back (?:up)?on\\b[^.;]{0,40}\\b${en}\\b`,
        `\\b(?:had to|we|was to|were to) (?:use|used|resort to|resorted to|draw on|drew on|turn to|turned to|fetch|fetched|load|loaded|import|imported|play|played)\\b[^.;,]{0,40}\\b${en}\\b`,
        `\\b${en}\\b[^.;,]{0,50}\\b(?:was|were|is what we|are what we|had to be|is what|came|saved) (?:then )?(?:used|loaded|restored|played|needed|brought|imported|to the rescue|us)\\b`,
        `\\bfrom (?:a|the|our|one of our|last night's|that night's|an earlier|the latest) (?:[\\w'-]+ ){0,3}${en}\\b[^.;]{0,40}\\b(?:restor|recover|rebuil|brought back|got back|came back|put back)`,
        `(?:用|靠|从|拿|以|凭|借助|通过|取回|调出|取出|动用|启用|导入|利用)[^。；;]{0,24}(?:备份|快照)[^。；;]{0,30}(?:恢复|还原|复原|找回|重建|补回|救回|回来|取回)`,
        `(?:多亏|幸好|幸亏|好在)[^。；;]{0,10}(?:备份|快照)[^。；;]{0,24}(?:恢复|还原|找回|补回)`,
        `(?:备份|快照)[^。；;，,]{0,8}(?:派上了?用场|起了作用|救了)|(?:动用|启用|用上|用到)了?[^，。；;]{0,14}(?:备份|快照)|(?:恢复|还原|复原)(?:了|自|到)[^，。；;]{0,16}(?:备份|快照)`,
      ].join('|'),
      'i',
    ),
    unless: exercise,
    // One backup of several.
    unlessNo:
      /\b(?:of|from|at) \d|\b(?:another|other|older|newer|latest|(?:second|third) (?!site|data|location))\b|另(?!外)|一份(?!实时)|这份|那份|\d[:：]\d/i,
    unlessYes: /\b(?:not|never|n't|without|instead of)\b|没有?|未|不|无/i,
  },
  {
    // "In another town" beside "no backup outside this building".
    id: 'backup-place',
    about,
    no: /\b(?:no|not|never|n't|none|without)\b[^.;]{0,60}\b(?:off-?site|(?:second|other|another|separate|remote|different) (?:site|location|data cent(?:re|er)|building|region|town|city|place)|elsewhere|outside (?:this|that|our|the) (?:building|site|data cent(?:re|er)))\b|\b(?:same|one|single) (?:site|location|data cent(?:re|er)|building|machine|server|disk|rack|room) as\b|\bin the same (?:site|location|data cent(?:re|er)|building|machine|server|disk|rack|room)\b|(?:异地|外地|第二机房|另一机房|别处|其他机房|机房外)[^。；;]{0,8}(?:没有|并无|未|无|不)|(?:没有|并无|未|无|不)[^，。；;]{0,10}(?:异地|外地|第二机房|别处|另一机房)|(?:同一|同个|同一个|同一处|本地)(?:台|间|个|座)?(?:机房|地点|服务器|机器|硬盘|磁盘|机柜)/i,
    yes: /\b(?:off-?site|(?:second|other|another|separate|remote|different) (?:site|location|data cent(?:re|er)|building|region|town|city))\b|异地|外地|第二机房|另一机房|另一座城市/i,
    unless: exercise,
    unlessYes: /\b(?:not|no|never|n't)\b|没有|未|不|无/i,
  },
  {
    // "There was no backup of the keys" beside "the keys are backed up every day".
    id: 'backup-made',
    about,
    no: new RegExp(
      [
        `\\b(?:no|not any|never any|without(?: a| any)?|lacked (?:a|any)) (?:\\w+ ){0,2}${en}\\b(?: (?:of|for) (?<of>[^.,;]{3,50}))?`,
        `\\b(?<left>(?:[\\w'-]+ ){1,3})(?:was|were|is|are|had|has|have) (?:not|never)(?: yet| ever)? (?:been )?(?:backed up|part of|covered by|included in|in)\\b`,
        `\\b(?<left2>(?:[\\w'-]+ ){1,4})(?:wasn't|weren't|isn't|aren't) (?:yet )?(?:backed up|part of|covered by|included in)\\b`,
        `(?<zhLeft>[^，。；;]{0,20}?)(?:从来|一直|至今|压根|根本)?(?:没有|并无|没|未|从未|不曾)(?:做过|做|有|留|留过|留下|建立|进行|进行过|保留)?(?:任何|可用的?|一份)?(?:的)?备份`,
        `(?<zhLeft2>[^，。；;]{0,20}?)(?:不在|没有?纳入|未纳入|没有?包括在|没有?包含在|不属于)[^，。；;]{0,8}备份`,
      ].join('|'),
      'i',
    ),
    yes: new RegExp(
      [
        `\\b(?:backed up|${en})\\b[^.;]{0,60}\\b(?:every|daily|hourly|nightly|weekly|monthly|once|twice|kept|hold|held|stored|intact|covered|each)\\b`,
        `\\b(?:every|daily|hourly|nightly|weekly|monthly|hold|kept?|covered by|part of|used)\\b[^.;]{0,60}\\b${en}\\b`,
        `(?:每|保存|保留|留存|纳入|存放|完好)[^。；;]{0,24}备份|备份[^。；;]{0,24}(?:每|一次|保存|保留|留存|覆盖|存放|完好|恢复|找回)`,
      ].join('|'),
      'i',
    ),
    unlessYes:
      /\b(?:not|never|no|n't|without|will|shall|from now on|since|everything else|all (?:the )?(?:other|rest)|the rest)\b|没有|未|不|无|将|今后|起[,，]|其[余他]/i,
    // Of a part alone, and of another kind of backup.
    unlessNo:
      /\d\s?(?:张|条|笔|份|个|位|家|%)|\b(?:some|in part|\d+ of|\d+ (?:[a-z]+ ){0,3}(?:was|were|is|are) (?:not|never)|other|need\w*|\d+ (?:of )?\w+ had no|longer)\b|(?:部分|个别|有的|余下|其余|剩下|最近|最后|当时最新)|\b(?:off-?site|second site|latest|last|final|usable|newer|recent)\b|异地|动用/i,
    shares: 'named',
  },
  {
    // "We have never rehearsed a restore" beside "the last trial restore was in February".
    id: 'restore-rehearsed',
    about: /\b(?:restor\w+|recover\w*|back-?ups?)\b|还原|恢复|备份/i,
    no: /\b(?:never|not once|not yet|n't ever|nobody (?:has|had))\b[^.;]{0,50}\b(?:rehears\w+|tested|tried|practi[sc]ed|drill\w*|exercis\w+)\b|\bno (?:restore|recovery) (?:test|drill|rehearsal|exercise)s?\b|\buntested\b|(?:演练|演习|测试|试验)[^。；;]{0,10}(?:从来没|从未|没有?做过|没做过|一次也没|一次都没|尚未做|还没做)|(?:从来没有?|从未|没有?|一次也没)(?:做过|进行过|搞过|安排过)?[^，。；;]{0,10}(?:演练|演习)/i,
    yes: /\b(?:last|latest|most recent|every|each|regular\w*|quarterly|monthly|twice a year|once a (?:year|quarter|month)) (?:\w+ ){0,3}(?:test|trial|drill|rehears\w+|exercise|restore)\b|\b(?:restor\w+|recover\w*|back-?ups?)\b[^.;]{0,40}\b(?:is|are|was|were) (?:\w+ )?(?:tested|rehearsed|tried|exercised|drilled)\b|(?:最近|上)一?次[^，。；;]{0,12}(?:演练|演习)|每(?:季度?|月|年|半年)[^，。；;]{0,10}(?:演练|演习)|(?:演练|演习)[^。；;]{0,16}(?:通过|正常|成功|顺利)/i,
    isConditional: true,
    unless:
      /\b(?:will|shall|plan\w*|first time|by \d|until|before this|feature|failover|deploy\w*|release\w*)\b|将|计划|首次|第一次|之?前,|备用机|切换|应急/i,
  },
];
