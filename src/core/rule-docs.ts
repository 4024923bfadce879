import type { Language } from './finding.js';
import type { Rule } from './rules/rule.js';

const words = {
  en: {
    reads: { all: 'the whole postmortem', customer: 'the customer part' },
    facts: (c: string, s: string, r: string) => `Category: ${c} · Severity: ${s} · Reads ${r}`,
    bad: 'Marked',
    good: 'Left alone',
    off: 'To switch it off or change its severity, in `.candor.yml`:',
    here: 'For one place, a comment before it:',
    reason: 'why this is right here',
  },
  zh: {
    reads: { all: '整篇复盘', customer: '客户部分' },
    facts: (c: string, s: string, r: string) => `类别：${c} · 级别：${s} · 检查范围：${r}`,
    bad: '会标出',
    good: '不会标出',
    off: '在 `.candor.yml` 中关闭或调整级别：',
    here: '只在一处忽略，在前面加注释：',
    reason: '此处为何恰当',
  },
} as const;

/** An example as Markdown: the marked part in bold. */
function shown(example: string): string {
  const text = example.replace(/</g, '\\<').replace(/\[\[([\s\S]*?)\]\](?!\])/g, '**$1**');
  return text.includes('\n') ? `\`\`\`markdown\n${example.replace(/\[\[|\]\]/g, '')}\n\`\`\`` : `- ${text}`;
}

/** The page of a rule, as Markdown: what, why, examples, and how to switch it off. Derived, never written by hand. */
export function ruleDoc(rule: Rule, language: Language, level = 1): string {
  const say = words[language];
  const head = '#'.repeat(level);
  const list = (examples: readonly string[]): string => examples.map(shown).join('\n');
  return [
    `${head} ${rule.id}`,
    `**${rule.title[language]}.** ${rule.why[language]}`,
    say.facts(rule.category, rule.severity, say.reads[rule.reads]),
    `${head}# ${say.bad}`,
    list(rule.examples.bad),
    `${head}# ${say.good}`,
    list(rule.examples.good),
    ...(level === 1
      ? [
          say.off,
          `\`\`\`yaml\nrules:\n  ${rule.id}: off\n\`\`\``,
          say.here,
          `\`\`\`markdown\n<!-- candor-ignore ${rule.id}: ${say.reason} -->\n\`\`\``,
        ]
      : []),
  ].join('\n\n');
}
