import type { Language } from '../finding.js';

const fonts: Readonly<Record<Language, string>> = {
  en: '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif',
  zh: '-apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Segoe UI", sans-serif',
};

/** The style of the page: light and dark by the reader's choice, narrow screens, and paper. */
export const pageStyle = (language: Language): string => `
:root { color-scheme: light dark; --text: #1f2328; --soft: #59636e; --line: #d1d9e0; --page: #ffffff; --tint: #f6f8fa; --accent: #0a58a6; --good: #1a7f37; --bad: #bc4c00; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ed; --soft: #9aa4af; --line: #3b434c; --page: #15191e; --tint: #1e242b; --accent: #79b8ff; --good: #4cc38a; --bad: #f0883e; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); font: 1.0625rem/${language === 'zh' ? '1.8' : '1.6'} ${fonts[language]}; overflow-wrap: break-word; }
main { max-width: 44rem; margin: 0 auto; padding: 3rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.3; font-weight: 650; margin: 2em 0 .5em; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0 0 1rem; letter-spacing: ${language === 'zh' ? '0' : '-.01em'}; }
h2 { font-size: 1.3rem; } h3 { font-size: 1.1rem; } h4, h5, h6 { font-size: 1rem; }
p, ul, ol, table, blockquote, pre, figure { margin: 0 0 1rem; }
ul, ol { padding-left: 1.5rem; } li { margin: .25rem 0; } li > p { margin: 0 0 .5rem; } li > ul, li > ol { margin-bottom: 0; }
.task { list-style: none; margin-left: -1.5rem; padding-left: 1.5em; text-indent: -1.5em; } .task > ul, .task > ol, .task > pre, .task > div { text-indent: 0; }
${language === 'zh' ? 'em { font-style: normal; text-emphasis: dot; text-emphasis-position: under right; }\n' : ''}a { color: var(--accent); text-underline-offset: .15em; }
blockquote { margin-left: 0; padding: .3rem 1rem; border-left: .25rem solid var(--line); color: var(--soft); }
blockquote > :last-child { margin-bottom: 0; }
code { font: .9em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace; background: var(--tint); padding: .1em .3em; border-radius: .25rem; }
pre { background: var(--tint); padding: .8rem 1rem; border-radius: .4rem; overflow-x: auto; } pre code { padding: 0; background: none; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: 0; font-size: .95em; }
th, td { text-align: left; vertical-align: top; min-width: 5em; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child { padding-left: 0; } .kept, .kept-words { white-space: nowrap; } th { border-bottom: 2px solid var(--line); font-weight: 650; }
[align=right] { text-align: right; } [align=center] { text-align: center; }
hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
img { max-width: 100%; height: auto; border-radius: .25rem; }
.explanation { color: var(--soft); font-size: .93em; font-style: normal; font-weight: normal; }
sup { line-height: 0; } [data-footnotes] { margin-top: 2.5rem; padding-top: .5rem; border-top: 1px solid var(--line); font-size: .93em; } [data-footnotes] > h2 { margin-top: 1rem; }
.times { margin: 1.5rem 0 2rem; padding: 1rem 1.25rem 1.1rem; background: var(--tint); border-radius: .5rem; }
.times figcaption { font-size: .85rem; color: var(--soft); margin: 0 0 .75rem; }
.times svg { display: block; max-width: 100%; height: auto; overflow: visible; font-family: inherit; }
.times .line { stroke: var(--line); stroke-width: 2; } .times .lasting { stroke: var(--bad); stroke-width: 4; } .times .easing { stroke: var(--good); stroke-width: 4; }
.times circle { fill: var(--page); stroke: var(--soft); stroke-width: 2; } .times .bad { stroke: var(--bad); } .times .good { stroke: var(--good); }
.times text { fill: var(--text); } .times .when { fill: var(--soft); }
@media (max-width: 30rem) { main { padding: 1.75rem 1rem 3rem; } h1 { font-size: 1.5rem; } th, td { padding-inline: .5rem; } .kept-words { white-space: normal; word-break: keep-all; }
  /* Each time below its label, in place of a picture too small to read. */
  .times { padding: .75rem .75rem 1.25rem; overflow-x: clip; } .times svg { max-width: none; } .times text { font-size: 14px; } .times .when { font-size: 12px; transform: translate(-160px, 14px); }
}
@media print {
  @page { size: A4; margin: 20mm 18mm; }
  :root { --text: #000; --soft: #444; --line: #bbb; --page: #fff; --tint: #f4f4f4; --accent: #000; --good: #1a7f37; --bad: #bc4c00; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; } h1 { font-size: 18pt; } h2 { font-size: 13pt; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; } tr, img, figure, pre, blockquote { break-inside: avoid; } p, li { orphans: 3; widows: 3; } thead { display: table-header-group; }
  [data-footnote-backref] { display: none; }
  .scroll { overflow: visible; } pre { white-space: pre-wrap; }
}
`;
