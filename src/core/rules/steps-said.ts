import type { PlacedBlock } from '../document/postmortem.js';
import { readSteps, type StepPart, type StepState, type StepText } from '../document/steps.js';
import type { Span } from '../finding.js';
import { fold } from '../language/fold.js';
import { ahead } from './part-words.js';
import type { BlockText, DocumentContext } from './rule.js';

/** A sentence, or a part of one, with its words. */
export interface SaidPart extends StepPart {
  /** Empty where it says nothing of measures, so that it is the same whatever its words. */
  readonly words: string;
  /** Whether a semicolon joins the next one. */
  readonly isJoined: boolean;
}

type Said = Omit<StepText, 'parts'> & { readonly parts: readonly SaidPart[] };

/** What a block for customers says about measures, with what the heading or lead-in above it says of them. */
export interface PlacedSteps {
  readonly block: PlacedBlock;
  readonly state: StepState | undefined;
  /** Whether the lead-in above names a time for the whole list. */
  readonly isDated: boolean;
  readonly steps: Said;
}

const nothing: Said = { leads: undefined, own: undefined, trails: undefined, isOpen: false, parts: [] };

/** What is said of a measure that is done, and of little else. */
export const live =
  /\b(?:(?:is|are|went|has gone|have gone|has been|have been) (?:now )?(?:live|in place|in force|in use|rolled out|running|available|active|installed|switched on))\b|已[^，。；]{0,10}(?:上线|完成|启用|生效|落实|投入使用|部署)/i;

/** Whether the words of a sentence may say something of measures, in prose that is no item of a list. */
const mayTell = (part: StepPart, words: string): boolean =>
  part.day !== undefined || part.state !== undefined || part.isPromise || ahead().test(words) || live.test(words);

function saidIn({ audience, block, text }: BlockText): Said | undefined {
  const steps = audience === 'customer' ? readSteps(text) : undefined;
  if (!steps) return undefined;
  // An item may be a measure by what stands above the list.
  const tells =
    block.listed ||
    (steps.leads ?? steps.own ?? steps.trails) !== undefined ||
    steps.isOpen ||
    steps.parts.some(({ state, isTimed, isPromise }) => state !== undefined || isTimed || isPromise);
  if (!tells) return nothing;
  const parts = steps.parts.map((part, index): SaidPart => {
    const words = text.slice(part.start, part.end);
    const next = steps.parts[index + 1];
    // "… with the last one. Ready on 12 June.": a measure may stand in the sentence before its day.
    const counts = block.listed || block.kind === 'cell' || next?.day !== undefined || mayTell(part, fold(words));
    return { ...part, words: counts ? words : '', isJoined: /^\s*[;；]/.test(text.slice(part.end)) };
  });
  return { ...steps, parts };
}

/** The measures of a document in their order: a lead-in holds for the list below it. */
export function stepsOf(context: DocumentContext): readonly PlacedSteps[] {
  return context.once('steps', () => {
    const found: PlacedSteps[] = [];
    let state: StepState | undefined;
    let isDated = false;
    for (const { block, value: steps } of context.facts('steps', saidIn, 'without places')) {
      const isItem = block.block.listed || block.block.kind === 'cell';
      if (block.block.kind === 'heading' || (steps.leads && !isItem)) {
        state = steps.leads;
        isDated = steps.parts.some(({ isTimed }) => isTimed) && steps.leads === 'planned';
      } else {
        if (!isItem) {
          // "By 4 May we will do three things:" dates the list below it.
          isDated = steps.isOpen && steps.parts.some((part) => part.isTimed && part.isAhead);
          state = isDated ? 'planned' : steps.trails;
        }
        found.push({ block, state: steps.own ?? state, isDated: isItem && isDated, steps });
      }
    }
    return found;
  });
}

const words = (text: string): number => text.match(/[\p{Script=Han}]|[\p{L}\p{N}]+/gu)?.length ?? 0;

/** The measures of a block that are to come and have neither a day nor another time. */
export function* undatedIn(
  block: PlacedBlock,
  state: StepState | undefined,
  isDated: boolean,
  { own, parts }: Said,
): Generator<{ readonly block: PlacedBlock; readonly at: Span; readonly text: string }> {
  const undated = ({ start, words: said }: SaidPart) => {
    const from = start + (said.length - said.trimStart().length);
    return { block, at: { start: from, end: start + said.trimEnd().length }, text: said.trim() };
  };
  const isTold = ({ words: said }: SaidPart): boolean => words(said) > 2;
  if (block.block.kind === 'cell' || isDated) return;
  let isLead = own === 'planned';
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (before && before.state !== part.state) isLead = part.state === 'planned';
    if (part.state === 'planned') {
      // "Still to do: a by 4 May; b; c": the row is what stands before the first full stop.
      const row = isLead ? rowFrom(parts, index) : [];
      isLead = false;
      if (row.length > 1) for (const each of row) if (!each.isTimed && isTold(each)) yield undated(each);
      if (row.length === 1 && !parts.slice(index).some(({ isTimed }) => isTimed) && isTold(part)) yield undated(part);
      continue;
    }
    if (part.state === 'done' || state === 'done') continue;
    const isDatedItem = block.block.listed && parts.some(({ isTimed }) => isTimed);
    if (state === 'planned' && block.block.listed) {
      if (index === 0 && !isDatedItem && words(parts.map((each) => each.words).join(' ')) > 2) yield undated(part);
      continue;
    }
    const isNear = [before, part, parts[index + 1]].some((each) => each?.isTimed);
    if (part.isPromise && !(block.block.listed ? isDatedItem : isNear)) yield undated(part);
  }
}

/** The parts from one on that semicolons join. */
function rowFrom(parts: readonly SaidPart[], from: number): readonly SaidPart[] {
  const last = parts.findIndex(({ isJoined }, index) => index >= from && !isJoined);
  return parts.slice(from, last < 0 ? undefined : last + 1);
}
