import type { PlacedBlock } from '../document/postmortem.js';
import { readSteps, type StepPart, type StepState, type StepText } from '../document/steps.js';
import type { Span } from '../finding.js';
import type { DocumentContext } from './rule.js';

/** What a block for customers says about measures, with what the heading or lead-in above it says of them. */
export interface PlacedSteps {
  readonly block: PlacedBlock;
  readonly text: string;
  readonly state: StepState | undefined;
  /** Whether the lead-in above names a time for the whole list. */
  readonly isDated: boolean;
  readonly steps: StepText;
}

/** The measures of a document in their order: a lead-in holds for the list below it. */
export function stepsOf(context: DocumentContext): readonly PlacedSteps[] {
  return context.once('steps', () => {
    const found: PlacedSteps[] = [];
    let state: StepState | undefined;
    let isDated = false;
    const read = context.facts('steps', ({ audience, text }) => {
      const steps = audience === 'customer' ? readSteps(text) : undefined;
      return steps && { text, steps };
    });
    for (const { block, value } of read) {
      const { text, steps } = value;
      const isItem = block.block.listed || block.block.kind === 'cell';
      if (block.block.kind === 'heading' || (steps.leads && !isItem)) {
        state = steps.leads;
        isDated = steps.parts.some(({ isTimed }) => isTimed) && steps.leads === 'planned';
      } else {
        if (!isItem) {
          // "By 4 May we will do three things:" dates the list below it.
          isDated = steps.isOpen && steps.parts.some((part) => part.isTimed && part.isAhead);
          state = isDated ? 'planned' : undefined;
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
  { own, isRow, parts }: StepText,
): Generator<{ readonly block: PlacedBlock; readonly at: Span; readonly text: string }> {
  const { text } = block.block.prose;
  const undated = ({ start, end }: Span) => ({
    block,
    at: trimmed(text, start, end),
    text: text.slice(start, end).trim(),
  });
  const isTimed = parts.some((part) => part.isTimed);
  if (block.block.kind === 'cell' || state === 'done' || isDated) return;
  if (state === 'planned' && isRow && own) {
    // "Still to do: a by 4 May; b; c": the row is what stands before the first full stop.
    for (const part of rowOf(parts, text))
      if (!part.isTimed && words(text.slice(part.start, part.end)) > 2) yield undated(part);
    return;
  }
  if (state === 'planned' && (block.block.listed || own)) {
    const [first] = parts;
    if (!isTimed && first && words(text) > 2) yield undated(first);
    return;
  }
  for (const [index, part] of parts.entries()) {
    const isNear = [parts[index - 1], part, parts[index + 1]].some((each) => each?.isTimed);
    if (part.isPromise && !(block.block.listed ? isTimed : isNear)) yield undated(part);
  }
}

function* rowOf(parts: readonly StepPart[], text: string): Generator<StepPart> {
  for (const part of parts) {
    yield part;
    if (!/^\s*[;；]/.test(text.slice(part.end))) return;
  }
}

function trimmed(text: string, start: number, end: number): Span {
  const lead = /^\s*/.exec(text.slice(start, end))?.[0].length ?? 0;
  return { start: start + lead, end: start + text.slice(start, end).trimEnd().length };
}
