import { rememberByText } from '../remember.js';

/** What is done in an incident, in the words of a timeline and of a letter: two that share a deed may tell of the same. */
const deeds: Readonly<Record<string, RegExp>> = {
  on: /\b(?:add(?:ed|s|ing)?|install(?:ed|s)?|switch(?:ed|es)? (?:\w+ ){0,3}?on|turn(?:ed|s)? (?:\w+ ){0,3}?on|enabl\w+|activat\w+|came (?:up|online|on|into)|comes? online|brought (?:\w+ ){0,4}?(?:in|up|online|into)|went live|goes live|go live|start(?:ed|s)?|launch\w*|put (?:\w+ ){0,4}?(?:alongside|into service|up|in)|join(?:ed|s)?|up and running|fitted|fits?|deploy\w*|roll(?:ed|s)? out|set up|replac\w+|swapp?\w*|chang(?:ed|es)|was running|in operation|took up)\b|增加|新增|添加|加了|加上|增至|增到|上线|启用|启动|开启|打开|投入|装上|安装|更换|换上|换了|换机|替换|部署|接入|发布/i,
  off: /\b(?:stop(?:ped|s)?|halt\w*|paus\w+|fr[eo]ez\w*|froze|switch(?:ed|es)? (?:\w+ ){0,3}?off|turn(?:ed|s)? (?:\w+ ){0,3}?off|shut\w* (?:\w+ ){0,3}?(?:down|off)|disabl\w+|block(?:ed|s)?|kill(?:ed|s)?|cancel\w*|remov\w+|withdr[ae]w\w*|took (?:\w+ ){0,4}?(?:out|down|off)|taken (?:out|down|off)|terminat\w+|cut off|disconnect\w+|isolat\w+|clos(?:ed|es))\b|停止|停下|停用|停掉|停了|冻结|关闭|关掉|关停|暂停|叫停|下线|撤下|移除|摘除|隔离|断开|终止|取消|封禁|掐断/i,
  back: /\b(?:restor\w+|back|revert\w*|roll(?:ed|s|ing)?[ -]back|rollback|return(?:ed|s)?|reinstat\w+|undo|undid|undone|previous version|old(?:er)? version|earlier version)\b|回滚|回退|退回|切回|换回|改回|还原|撤回|旧版|恢复|复原|找了?回|回到/i,
  again:
    /\b(?:re-?start\w*|re-?boot\w*|re-?load\w*|re-?open\w*|re-?launch\w*|resum\w+|re-?connect\w*)\b|重启|重新启动|重载|重新载入|重新开放|重连|重开|恢复/i,
  found:
    /\b(?:found|find|finds|identif\w+|trac(?:ed|es)|discover\w*|locat(?:ed|es)|came (?:across|upon)|come across|pin(?:ned|points?|pointed)(?: down)?|track(?:ed|s)? down|understood|understand|knew|recogni[sz]\w+|spott?\w*|unearth\w*|uncover\w*|diagnos\w+|establish\w*|determin\w+|confirm\w*|turned up|clear (?:what|that|why)|isolat\w+|worked out|realis\w+|realiz\w+|narrow\w*)\b|发现|找到|找出|查明|查出|查到|定位|确认|确定|弄清|弄明白|搞清|锁定|判断|判明|识别|断定|明白/i,
  decided:
    /\b(?:decid\w+|decision|chose|opt(?:ed|s) (?:for|to)|made up (?:our|their) minds?|resolved to|agreed to|settled on)\b|决定|拍板|敲定|决策|定下|商定|选择/i,
  moved:
    /\b(?:mov(?:e|ed|es|ing)|shift\w*|divert\w*|rout(?:e|ed|ing)|re-?rout\w*|redirect\w*|fail(?:ed|s)? over|fail-?over|switch(?:ed|es)? (?:\w+ ){0,4}?(?:over|to)|migrat\w+|transferr?\w*)\b|切换|切到|切至|切往|改走|引流|迁移|迁到|转移|转到|倒换|改由|接管/i,
  built:
    /\b(?:re-?buil[dt]\w*|re-?index\w*|re-?creat\w*|built|re-?generat\w*|re-?comput\w*|warm(?:ed|s|ing)? up|re-?fill\w*)\b|重建|重做|重新生成|重算|预热|重构/i,
  grew: /\b(?:scal(?:e|ed|es|ing)|doubl\w+|enlarg\w+|expand\w*|rais(?:ed|es)|increas\w+|more (?:servers|capacity|memory|machines))\b|扩容|扩充|增至|增到|加到|加大|提高|增大|调高|翻倍/i,
  emptied:
    /\b(?:empt(?:y|ied)|drain\w*|clear(?:ed|s)?|work(?:ed|s)? (?:off|through)|caught up|catch up|gone|processed|flush\w*|deliver\w*|delete[ds]?|tidied|purg\w+)\b|清空|清完|清理|处理完|补完|追上|赶上|跟上|清除|删除|消化|排空/i,
  failed:
    /\b(?:fail(?:ed|s|ure)?|crash\w*|broke|break(?:s|down)?|collaps\w+|ran out|went down|lost|los(?:es|ing)|expir\w+|overload\w*|overflow\w*|tripped|hung|stuck|refus\w+|reject\w*)\b|失败|崩溃|宕机|出错|过期|到期|耗尽|用尽|过载|跳闸|断电|卡死|挂了|损坏/i,
  tested:
    /\b(?:test(?:ed|s|ing)?|tri(?:al|ed)|check(?:ed|s|ing)?|verif\w+|examin\w+|inspect\w*|compar(?:ed|es|ing)|rehears\w+|try|tries|review\w*)\b|测试|试用|试运行|检查|核对|验证|核验|比对|试了|尝试|复核|巡检/i,
  told: /\b(?:told|tells?|inform\w*|notif\w+|wrote|written|writ(?:e|es|ing)|e-?mail\w*|messag\w*|text(?:ed|s)|notices?|announc\w*|banner|post(?:ed|s)?|sent|sends?|publish\w*)\b|通知|公告|通报|告知|告诉|短信|简讯|邮件|推送|发出|发布/i,
  called:
    /\b(?:call(?:ed|s)?|phon(?:ed|es?)|telephon\w*|rang|report(?:ed|s)?|complain\w*)\b|致电|来电|电话|报告|反馈|投诉|报障/i,
  finished:
    /\b(?:finish\w*|complet\w+|done|ended?|over|wrapp?\w*(?: up)?|conclud\w+|closed|through)\b|完成|结束|收尾|完毕|告终|做完|完工|了结/i,
  fixed:
    /\b(?:fix(?:ed|es)?|repair\w*|mend\w*|patch\w*|correct(?:ed|s)?|solv\w+|resolv\w+|hotfix)\b|修好|修复|修正|补丁|解决|改好|抢修/i,
};

/** Synonyms of what is named: "second" and "additional" replica, "earlier" and "previous" key. */
const names: Readonly<Record<string, RegExp>> = {
  more: /\b(?:second|additional|extra|further|another|spare|other)\b|第二|另一|备用|额外|多一/i,
  alarm: /\b(?:alarms?|alerts?|alerted|paged|pager|monitoring|probes?)\b|告警|报警|警报|监控|探测/i,
  old: /\b(?:old|older|previous|prior|earlier|former)\b|旧|原来|之前的|先前|上一/i,
};

/** The deeds in words, and what is named in more than one way: "@on", "@more". Takes folded text. */
export const deedsIn = rememberByText(
  (text: string): { readonly done: readonly string[]; readonly named: readonly string[] } => ({
    done: Object.keys(deeds).filter((each) => deeds[each]?.test(text)),
    named: Object.keys(names).filter((each) => names[each]?.test(text)),
  }),
);
