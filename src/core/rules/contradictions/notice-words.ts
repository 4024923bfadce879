import { fold } from '../../language/fold.js';

/** The words in which a text says that customers were first told. */
const firstNotice =
  /\b(?:first|initial) (?:public |customer |status )?(?:notice|message|announcement|update|report|notification|post|bulletin|word|warning|e-?mail|text|sms|letter)\b|\b(?:put|posted|published|sent|placed|showed) (?:\w+ ){0,3}?(?:a|the|our) (?:public |first )?(?:notice|announcement|message|banner)\b|\bput up (?:a )?notices?\b|\b(?:first (?:informed|told|notified|wrote to|alerted)|(?:informed|told|notified) (?:you|our customers|customers|everyone))\b|\b(?:notice|message|announcement|post|e-?mail|text|update|word) (?:to you |from us )?(?:went out|reached you|came|arrived|appeared|followed|was (?:sent|posted|published))\b|\b(?:e-?mailed|texted|messaged|phoned|called|told|wrote to|informed|notified) (?:you|everyone|everybody|all|every|each|the first (?:of (?:you|them|our \w+)|customers|members|users|clients))\b|\b(?:notice|message|announcement|e-?mail|text|banner|bulletin|letter) (?:\w+ )?(?:sent|posted|published|out|issued|put up)(?: (?:to|on|for|in)\b|$)|\btells? (?:you|customers|users|everyone)\b|\b(?:wrote|spoke) to (?:you|everyone|everybody|(?:all|each|every)(?: of (?:you|our|the))?(?: \w+){0,2})\b|\b(?:first|initial) (?:[a-z]+ )?(?:text message|push|banner|tweet|bulletin|posting|(?:call|alert|sign|note|line|news)(?= (?:to (?:you|our|all|customers|users|everyone|the public|affected|readers|members)|from us|on (?:our|the) (?:status|web|home|front|start)|in (?:our|the) app|appeared|went (?:out|up))))\b|\byou (?:first )?(?:heard|learned|had word) (?:of it |about it )?from us\b|\bto (?:tell|inform|notify) (?:you|customers|anyone)\b|(?:首[条次个则份]|第一[条次则个份封])(?:对外|客户|用户)?[^，。；下]{0,6}(?:通知|公告|通报|消息|通告|说明|短信|邮件|推送|微博|帖子?|弹窗|广播|信)|(?:发出|发布|发了|挂出|贴出|挂了|登出)[^，。；下]{0,6}(?:通知|公告|通报|通告|短信通知|首[条封次])|(?:通知|公告|通报|消息|说明)[^，。；]{0,10}才(?:发出|发布|挂出|送到|到)|(?:才|我们)(?:告诉|告知|通知)(?:了)?(?:您|大家|各位|你们)|(?:通过|以|用)[^，。；]{1,20}(?:告知|通知|告诉)(?:了)?(?:所有|全部|全体|受影响|您|大家|各位|用户|客户)|(?:公告|告知客户|通知了?(?:客户|用户|大家|您|各位|商户))[^，。；]{0,4}[。；]?$/i;

export const notFirst =
  /\b(?:second|further|another|next|again|update[sd]?|every)\b|再次|再发|第二|后续|(?:再|持续|继续)更新|更正|(?:公告|通报|通知|消息|短信)[里中上]?(?:所?[写称说]|的)|(?:said|wrote|stated|gave|named|put) (?:that )?(?:it|the (?:time|start|beginning))|更新(?:通报|公告|进展|状态|说明|了?一?[次条])|(?:通报|公告|进展|状态|通知)[^，。；]{0,3}更新|下一?次|下一?条|将|会在/i;

/** "First call from a customer": what came from customers is no notice to them. */
const fromCustomers =
  /\b(?:call|calls|complaints?|reports?|message|messages|e-?mails?|word|letters?|tickets?|news|posts?|texts?) (?:\w+ )?(?:from|by) (?:an? |our |the |several |some |two |three |many |affected |another )*(?:customers?|users?|clients?|readers?|passengers?|patients?|members?|subscribers?|shops?|merchants?|tenants?|depots?|stores?|schools?|guests?|drivers?|residents?|players?|you|somebody|someone)\b|(?:接到|收到|来自)[^，。；]{0,8}(?:客户|用户|商户|读者|乘客|会员|家长|居民|玩家|患者|投诉|反映|反馈|来电)/i;

/** Whether words say that customers were told for the first time. */
export const tellsFirst = (words: string): boolean => firstNotice.test(words) && !fromCustomers.test(words);

/** Whether a row of a timeline says that customers were told for the first time. */
export const saysFirstNotice = (row: string): boolean => tellsFirst(fold(row)) && !notFirst.test(fold(row));
