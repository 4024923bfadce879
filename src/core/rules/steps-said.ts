import type { PlacedBlock } from '../document/postmortem.js';
import { readSteps, type StepPart, type StepState, type StepText } from '../document/steps.js';
import type { Span } from '../finding.js';
import type { BlockText, DocumentContext } from './rule.js';

/** What a block for customers says about measures, with what the heading or lead-in above it says of them. */
export interface PlacedSteps {
  readonly block: PlacedBlock;
  readonly text: string;
  readonly state: StepState | undefined;
  /** Whether the lead-in above names a time for the whole list. */
  readonly isDated: boolean;
  readonly steps: StepText;
}

/** What a block says of measures, with its words; the same for all that say nothing of them, whatever their words. */
interface Said {
  readonly text: string;
  readonly steps: StepText;
}

const nothing: Said = {
  text: '',
  steps: { leads: undefined, own: undefined, trails: undefined, isOpen: false, parts: [] },
};

function saidIn({ audience, block, text }: BlockText): Said | undefined {
  const steps = audience === 'customer' ? readSteps(text) : undefined;
  if (!steps) return undefined;
  // An item may be a measure by what stands above the list.
  const tells =
    block.listed ||
    (steps.leads ?? steps.own ?? steps.trails) !== undefined ||
    steps.isOpen ||
    steps.parts.some(({ state, isTimed, isPromise }) => state !== undefined || isTimed || isPromise);
  return tells ? { text, steps } : nothing;
}

/** The measures of a document in their order: a lead-in holds for the list below it. */
export function stepsOf(context: DocumentContext): readonly PlacedSteps[] {
  return context.once('steps', () => {
    const found: PlacedSteps[] = [];
    let state: StepState | undefined;
    let isDated = false;
    for (const { block, value } of context.facts('steps', saidIn)) {
      const { text, steps } = value;
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
        found.push({ block, text, state: steps.own ?? state, isDated: isItem && isDated, steps });
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
  { own, parts }: StepText,
): Generator<{ readonly block: PlacedBlock; readonly at: Span; readonly text: string }> {
  const { text } = block.block.prose;
  const undated = ({ start, end }: Span) => ({
    block,
    at: trimmed(text, start, end),
    text: text.slice(start, end).trim(),
  });
  const isTold = ({ start, end }: Span): boolean => words(text.slice(start, end)) > 2;
  if (block.block.kind === 'cell' || isDated) return;
  let isLead = own === 'planned';
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    if (before && before.state !== part.state) isLead = part.state === 'planned';
    if (part.state === 'planned') {
      // "Still to do: a by 4 May; b; c": the row is what stands before the first full stop.
      const row = isLead ? rowFrom(parts, index, text) : [];
      isLead = false;
      if (row.length > 1) for (const each of row) if (!each.isTimed && isTold(each)) yield undated(each);
      if (row.length === 1 && !parts.slice(index).some(({ isTimed }) => isTimed) && isTold(part)) yield undated(part);
      continue;
    }
    if (part.state === 'done' || state === 'done') continue;
    const isDatedItem = block.block.listed && parts.some(({ isTimed }) => isTimed);
    if (state === 'planned' && block.block.listed) {
      if (index === 0 && !isDatedItem && words(text) > 2) yield undated(part);
      continue;
    }
    const isNear = [before, part, parts[index + 1]].some((each) => each?.isTimed);
    if (part.isPromise && !(block.block.listed ? isDatedItem : isNear)) yield undated(part);
  }
}

/** The parts from one on that semicolons join. */
function rowFrom(parts: readonly StepPart[], from: number, text: string): readonly StepPart[] {
  const last = parts.findIndex((part, index) => index >= from && !/^\s*[;；]/.test(text.slice(part.end)));
  return parts.slice(from, last < 0 ? undefined : last + 1);
}

function trimmed(text: string, start: number, end: number): Span {
  const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + lead, end: start + text.slice(start, end).trimEnd().length };
}
