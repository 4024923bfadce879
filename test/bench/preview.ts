import { createLinter, Lines } from '../../src/core/index.js';
import { diffBlocks } from '../../src/extension/preview/block-diff.js';
import { Reader } from '../../src/extension/preview/reader.js';
import type { Block } from '../../src/protocol/preview.js';

/**
 * The host's work for the preview from a changed text to the message about it: what was found, what the customer
 * reads, where the findings stand in it, and what of it is new.
 * @returns What takes one changed text after another, and gives the size of the message in characters.
 */
export function previewWork(text: string): (changed: string) => number {
  const linter = createLinter();
  const reader = new Reader();
  let before: readonly Block[] = [];
  const take = (changed: string): number => {
    const analysis = linter.analyze(changed);
    const lines = new Lines(changed);
    const content = reader.read(
      analysis,
      (offset) => lines.position(offset).line - 1,
      ({ en }) => en,
    );
    const size = JSON.stringify([diffBlocks(before, content.blocks), content.marks, content.open]).length;
    before = content.blocks;
    return size;
  };
  take(text);
  return take;
}
