import type { Matter } from './stands.js';

const gift =
  /\b(?:compensat\w*|credit(?:ed|s)?|refund\w*|vouchers?|goodwill|discounts?|reimburs\w*|rebates?|waiv\w+|free (?:delivery|month|of charge)|money back|fees?)\b|补偿|赔偿|赔付|减免|减收|免收|免除|退款|退还|退费|[\u3400-\u9fff]券|返还|折扣|豁免/i;
/** Kinds of redress: who asks for a voucher says nothing about the refund. */
const kinds: readonly RegExp[] = [
  /\bvouchers?\b|\bcoupons?\b|\bfree delivery\b|\bgift\b|券/i,
  /\brefund|\bmoney back\b|\bcharged twice\b|退款|退还|退费|退回/i,
  /\bcredit|\bdiscount|\brebate|\bfees?\b|\bwaiv|减免|减收|免收|免除|手续费|服务费|豁免/i,
];
/** Other claims than the one that all have: for further losses, in other cases. */
const further =
  /\b(?:further|additional|other|losses|loss|expenses|damages?|beyond|more than|extra|more than|cost you|already used|moved|cancel\w*|closed account|instead)\b|其他损失|其它损失|额外|另行|超出|超过|高于|实际损失|已注销|已解约/i;

/** What customers are given for it, and what they must do to get it. */
export const redressMatters: readonly Matter[] = [
  {
    // "We cannot offer any compensation" beside "each of you gets a voucher".
    id: 'redress-given',
    about: gift,
    no: /\b(?:no|cannot|can't|not|n't|without|unable to)\b[^.;,]{0,24}\b(?:offer|give|pay|grant|provide|receive|get|make|be|entitled to|eligible for|due)?\b[^.;,]{0,12}\b(?:any |a )?(?:compensation|refunds?|reimbursement|vouchers?|goodwill (?:credit|payment)|rebates?)\b(?! (?:is|are|was|were) needed)|\bcompensation (?:is|will be|can be) (?:not|neither|ruled out)\b|(?:没有|不|无|未|暂无|无法|不能|不予)(?:会|能|再|打算|准备)?(?:提供|给予|安排|作出?|做|支付|发放)?(?:任何|什么)?(?:经济|现金|金钱)?(?:补偿|赔偿|赔付|减免|豁免|退费|退款)/i,
    yes: /\b(?:each|every|all|everyone|everybody|you)\b[^.;]{0,60}\b(?:gets?|receives?|is given|are given|was given|were given|has|have been|is|are) (?:\w+ ){0,3}?(?:an? |free |£|€|\$|credited|compensated|refunded|reimbursed|\d)|\bwe (?:have |had |are |will )?(?:credit(?:ed|ing)?|refund(?:ed|ing)?|compensat(?:e|ed|ing)|waiv(?:e|ed|ing)|reimburs(?:e|ed|ing)|pay(?:ing)? back|grant(?:ed)?)\b|\b(?:voucher|credit|refund|compensation)\b[^.;]{0,30}\b(?:is|are|was|has been|have been|will be) (?:already |now )?(?:in|on|credited|paid|added|applied|sent)\b|(?:自动|一律|全部|全数|全额|均|都|统一|每[户位人家])[^，。；;]{0,10}(?:补偿|赔偿|赔付|减免|减收|免收|免除|退还|返还|豁免)|(?:计入|纳入)赔付|(?:补偿|减免|退还|返还|免收|减收)[^，。；;]{0,10}\d/i,
    unless: further,
    unlessYes: /\b(?:not|no|n't|never|unless|only if)\b|没有|不会|未|无法/i,
    unlessNo:
      /\b(?:need\w*|proof|form|apply|application|necessary|because|who (?:did|were|had))\b|\b(?:by|until|before) \d|无需|申请|(?:七|八|九|十|[1-9])月份/i,
    kinds,
  },
  {
    // "The voucher is already in your account" beside "please write to us and ask for it".
    id: 'redress-unasked',
    about: gift,
    no: /\b(?:please|must|need to|needs to|have to|has to|required to|only if you|only when you|only to those who|only for those who|unless you)\b(?! not\b)[^.;]{0,40}\b(?:appl(?:y|ies)|write|ask|request|claim|fill|submit|contact|call|ring|register|send|complete|e-?mail)\b|\bonly (?:on|upon) (?:[a-z]+ )?(?:request|application|demand)\b|\b(?:on|upon) (?:request|application) only\b|\bnot (?:issued|paid|credited|granted|given|applied|sent|made) (?:automatically|otherwise|unless)\b|\bwithout (?:a|an) (?:application|request|claim)[^.;]{0,20}\b(?:no|nothing|not)\b|(?:需要?|须|必须|要|得|请|应)(?:由)?[^，。；;]{0,12}?(?:自己|自行|主动|亲自|书面|先|逐一|另行|向我们)[^，。；;]{0,10}?(?:申请|提出|登记|填表|填写|申领|联系|领取|来信|致电|报备)|(?:没|未|不)(?:有)?(?:提出|主动)?(?:申请|登记|申领)的?[^。；;]{0,14}(?:仍|照|不予|不会|不能|没有|恕不|视为|拿不到|得不到|领不到|无法)|(?:凭|经|须|需)(?:书面|本人|您)?申请(?:后|方|才)|不会自动|并非自动/i,
    yes: /\bautomatic(?:ally)?\b|\balready (?:in|on) your (?:account|bill|card|wallet)\b|\bwithout (?:you|your|anyone|being asked|any (?:action|application|claim|form))\b|\b(?:no need|need not|don't need|do not need|don't have|do not have|nothing)\b[^.;]{0,24}\b(?:to )?(?:apply|ask|do|claim|request|fill|form)\b|自动|(?:一律|统一|全部都?|全都)[^，。；;]{0,4}(?:减收|减免|免收|免除|退还|补偿|赔付)|(?:无需|不必|不用|无须|不需要?|毋须)(?:您|您自己|企业|商户)?[^，。；;]{0,8}(?:申请|填表|操作|提出|登记|申领|联系|办理)|什么都不用做|系统(?:会)?(?:统一|自动)|由系统/i,
    unless: further,
    unlessYes: /\bnot automatic|不会自动|并非自动/i,
    kinds,
  },
  {
    // "Only those who wrote to us" beside "each household gets".
    id: 'redress-for-all',
    about: gift,
    no: /\b(?:only|solely|exclusively|nobody but|no one but) (?:for |to |those |the )*(?:\w+ )?(?:who|whose|with|that|in|customers|tenants|clients|users|business)\b|\bonly (?:some|a few|part|half) of\b|(?:仅限|只限|只有|仅有|仅对|只对|只给|仅向|只向|只面向|仅面向)[^。；;]{0,30}(?:才|可|能|享|获|得|减|补|退|发|券)|[只仅](?:发|补|赔|退|送)[给予]?|[只仅](?:给|面向)/i,
    yes: /\b(?:each|every|everyone|everybody|all)\b[^.;]{0,60}\b(?:gets?|receives?|given|credited|compensated|refunded|reimbursed|entitled|waived|credit|voucher|free)\b|\b(?:waived|credited|refunded|granted|applied|paid)\b[^.;]{0,20}\b(?:for|to) (?:everyone|everybody|all|each|every)\b|(?:一律|全部|所有|均|每[户位人家间]|统一|人人|不论)[^。；;]{0,24}(?:补偿|赔付|减免|减收|免收|免除|退还|返还|豁免|获|得|券)/i,
    unless: further,
    unlessYes: /\b(?:not|no|n't|only|unless)\b|没有|只|仅/i,
    // A way to get it, or a part that gets more.
    unlessNo: /\b(?:only if|only when|once|charged twice|more|double|twice as)\b|更多|加倍|双倍/i,
    kinds,
  },
  {
    // "No proof is needed" beside "please enclose a screenshot".
    id: 'proof',
    about:
      /\b(?:proof|evidence|screenshots?|receipts?|enclos\w+|attach\w*|certificates?|document(?:s|ation)|invoices?)\b|凭证|证明|截图|截屏|票据|单据|发票|佐证|材料/i,
    no: /\b(?:no|not need|n't need|need no|needs no|not ask for|n't ask for)\b[^.;,]{0,24}\b(?:proof|evidence|screenshots?|receipts?|certificates?|documents?|documentation|invoices?)\b|\b(?:proof|evidence|screenshots?|receipts?|certificates?|documents?|invoices?) (?:is|are) (?:not|un)\s?(?:needed|required|necessary)|(?:无需|不必|不用|无须|不需要?|毋须|不要求|免)(?:您|您的)?(?:再|另行)?(?:提供|提交|出示|附上|上传|寄)?(?:任何)?[^，。；;]{0,6}(?:凭证|证明|截图|截屏|票据|单据|发票|佐证|材料)/i,
    yes: /\b(?:please|must|need to|needs to|have to|has to|required to|require|only (?:with|against|if))\b[^.;]{0,50}\b(?:proof|evidence|screenshots?|receipts?|certificates?|documentation|invoices?)\b|\b(?:proof|evidence|a screenshot|a receipt|receipts?|certificates?) (?:is|are|will be) (?:needed|required|necessary|mandatory)\b|(?:需要?|须|必须|请|要|得|凭|应)(?:您|先|同时|一并)?[^，。；;]{0,8}(?:提供|提交|出示|附上|上传|寄来|附)?[^，。；;]{0,10}(?:凭证|证明|截图|截屏|票据|单据|佐证)/i,
    unless:
      /\b(?:further|additional|other losses|losses beyond|more than|beyond|cost you|tax|data protection|vat)\b|开好|开具|出具|核对|实际损失|其他损失|超过|超出|高于|纠纷/i,
    unlessYes: /\b(?:no|not|n't|without)\b|无需|不必|不用|无须|不需|毋须|免/i,
    shares: 'words',
    isConditional: true,
  },
  {
    // "At our expense" beside "for which we charge".
    id: 'who-pays',
    about:
      /\b(?:free of charge|at no cost|no charge|costs?|charged?|fee|bear|expense|pays?|paid by)\b|费用|收费|免费|自付|负担|承担|支付/i,
    no: /\b(?:free of charge|at no (?:extra )?cost|no charge|without charge|at our (?:own )?(?:expense|cost)|we (?:bear|cover|pay|meet) (?:the|all|any|its|their|these) (?:costs?|fees?|expenses?)|costs? you nothing)\b|不收[^，。；;]{0,4}费|免费|费用[^，。；;]{0,6}(?:由|归)?我(?:们|方|司)[^，。；;]{0,4}(?:负担|承担|支付|出)|不(?:用|必|需)[^，。；;]{0,6}(?:花|付|出)[^，。；;]{0,4}钱/i,
    yes: /\b(?:we charge|is charged|are charged|costs? (?:£|€|\$|\d)|for a fee|fee of|at your (?:own )?(?:expense|cost)|you (?:bear|pay|cover) the (?:costs?|fees?)|(?:is|are) (?:billed|invoiced) (?:to|at))|(?:收费|收取[^，。；;]{0,6}费|计费)[^，。；;]{0,6}\d|费用[^，。；;]{0,8}由(?:您|客户|诊所|商户|企业|用户|卖家|贵|对方)[^，。；;]{0,4}(?:负担|承担|支付|自付|出)|由(?:您|客户|诊所|商户|企业|用户|卖家|学校|家长)(?:自行)?(?:负担|承担|支付|自付)/i,
    unlessYes: /\b(?:not|no|n't|never|twice|double)\b|没有|不会|未|无|重复/i,
    shares: 'words',
    isConditional: true,
  },
];
