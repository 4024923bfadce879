import { l10n } from 'vscode';
import type { Finding, Localized, ReadingFigures } from '../../core/index.js';
import type { About, Head, Notice, Place, Strings } from '../../protocol/preview.js';
import { said } from '../settings.js';
import type { Content } from './content.js';

/** What the pane says about a document, in the language of the editor. */
export function aboutOf(content: Content, language: string): About {
  return { language, head: headOf(content), notice: noticeOf(content), marks: content.marks };
}

/** What the pane says when there is no document to speak of. */
export function aboutNothing(kind: 'not-a-postmortem' | 'closed'): About {
  const notice: Notice =
    kind === 'closed'
      ? {
          kind,
          title: l10n.t('This file is no longer there'),
          text: l10n.t('It was closed without being saved, moved, or deleted. Open a postmortem to preview it here.'),
          items: [],
          action: null,
        }
      : {
          kind,
          title: l10n.t('This file is not a postmortem'),
          text: l10n.t(
            'Candor previews Markdown files whose front matter says “type: postmortem”, and those that a .candor.yml names.',
          ),
          items: [],
          action: null,
        };
  return {
    language: 'en',
    head: { state: 'none', label: l10n.t('Nothing to preview'), reasons: [], figures: [] },
    notice,
    marks: [],
  };
}

function noticeOf(content: Content): Notice | null {
  switch (content.state) {
    case 'shown':
      return null;
    case 'refused':
      return {
        kind: 'refused',
        title: l10n.t('Nothing is shown until this is put right'),
        text: l10n.t(
          'Customers might read what is not meant for them. Until then, Candor shows and exports nothing of this document.',
        ),
        items: content.refusals.map(({ message, line }) => ({ text: message, line, severity: 'error' as const })),
        action: null,
      };
    case 'empty':
      return {
        kind: 'empty',
        title: l10n.t('This postmortem is still empty'),
        text: l10n.t(
          'What customers will read appears here as you write it, below a heading such as “Customer explanation”.',
        ),
        items: [],
        action: l10n.t('Add a customer part'),
      };
    case 'no-customer-part':
      return {
        kind: 'no-customer-part',
        title: l10n.t('Customers would read nothing yet'),
        text: l10n.t(
          'Everything in this postmortem is internal. What stands below a heading such as “Customer explanation” is for customers, and only that.',
        ),
        items: [],
        action: l10n.t('Add a customer part'),
      };
  }
}

function headOf(content: Content): Head {
  const { open, missing, refusals } = content;
  const blanks = open.filter(({ rule }) => rule === 'placeholder-left').length;
  const others = open.filter(({ rule }) => rule !== 'placeholder-left');
  const errors = others.filter(({ severity }) => severity === 'error').length;
  const warnings = others.length - errors;
  if (content.state === 'refused') {
    const reasons = refusals.map(({ message, line }): Place => ({ text: message, line, severity: 'error' }));
    return { state: 'refused', label: l10n.t('Cannot be sent yet'), reasons, figures: [] };
  }
  if (content.state !== 'shown')
    return { state: 'none', label: l10n.t('Nothing for customers yet'), reasons: [], figures: [] };
  const counts = [
    blanks > 0 ? (blanks === 1 ? l10n.t('1 blank to fill') : l10n.t('{0} blanks to fill', blanks)) : '',
    errors > 0 ? (errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors)) : '',
    warnings > 0 ? (warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings)) : '',
    missing.length > 0
      ? missing.length === 1
        ? l10n.t('1 part missing')
        : l10n.t('{0} parts missing', missing.length)
      : '',
  ].filter(Boolean);
  const isReady = counts.length === 0;
  const list = counts.join(l10n.t({ message: ', ', comment: ['Between the counts: 2 errors, 5 warnings'] }));
  return {
    state: isReady ? 'ready' : 'attention',
    label: isReady ? l10n.t('Ready to send') : l10n.t('Not ready: {0}', list),
    reasons: [...missing.map((title) => missingPart(title, content.customerLine)), ...open.map(reasonOf)].slice(0, 500),
    figures: figuresOf(content.figures),
  };
}

function missingPart(title: Localized, line: number | null): Place {
  return { text: l10n.t('The section “{0}” is missing.', said(title)), line, severity: 'warning' };
}

function reasonOf(finding: Finding): Place {
  return {
    text: finding.message.slice(0, 4000),
    line: finding.start.line - 1,
    severity: finding.severity === 'hint' ? 'info' : finding.severity,
  };
}

function figuresOf({ words, minutes, ease }: ReadingFigures): Head['figures'] {
  const isChinese = ease?.kind === 'sentence';
  const figures = [
    {
      text: isChinese
        ? l10n.t('{0} characters', words.toLocaleString())
        : words === 1
          ? l10n.t('1 word')
          : l10n.t('{0} words', words.toLocaleString()),
      explanation: '',
    },
    {
      text: l10n.t('{0} min', minutes),
      explanation: l10n.t('Time to read it silently, at 238 English words or 390 Chinese characters a minute'),
    },
  ];
  if (ease?.kind === 'flesch')
    figures.push({
      text: l10n.t('ease {0}', ease.value),
      explanation: l10n.t('Flesch reading ease: 60 and more is plain English, below 30 is hard to read'),
    });
  if (ease?.kind === 'sentence')
    figures.push({
      text: l10n.t('{0} characters a sentence', ease.value),
      explanation: l10n.t('The average length of a sentence; 25 characters or fewer read easily'),
    });
  return figures;
}

/** Everything that the page says in words of its own. */
export function pageStrings(): Strings {
  return {
    page: l10n.t('Page'),
    pageHint: l10n.t("Show a white page, as customers see it, in place of the editor's colours"),
    findings: l10n.t('Findings'),
    findingsHint: l10n.t('Show findings in the text'),
    copy: l10n.t('Copy for e-mail'),
    copyHint: l10n.t('Copy the customer version with its formatting, to paste it into a message'),
    copied: l10n.t('Copied'),
    copyFailed: l10n.t('The clipboard cannot be used here. Export the customer version as e-mail instead.'),
    export: l10n.t('Export'),
    exportHint: l10n.t('Export the customer version'),
    tools: l10n.t('Preview tools'),
    reasons: l10n.t('What to look at'),
    goToLine: l10n.t('Line {0}'),
    document: l10n.t('What customers will read'),
    keys: l10n.t('Alt with the up and down arrows goes from block to block, Enter goes to the source.'),
    hiddenLine: l10n.t('Hidden here: line {0} is internal'),
    hiddenLines: l10n.t('Hidden here: lines {0} to {1} are internal'),
    hiddenWords: l10n.t('Hidden here: words in line {0} are internal'),
    error: l10n.t('Error'),
    warning: l10n.t('Warning'),
    info: l10n.t('Hint'),
    imageMissing: l10n.t('Image left out: {0}'),
  };
}
