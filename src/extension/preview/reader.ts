import { type Analysis, BlockWriter, customerView, type Localized, ReadingMeter } from '../../core/index.js';
import { type Content, contentOf, MarkCounter } from './content.js';

/** Reads one document again and again: what did not change since the last time is not made anew. */
export class Reader {
  readonly #meter = new ReadingMeter();
  readonly #writer = new BlockWriter();
  readonly #counter = new MarkCounter();

  /**
   * @param lineAt Gives the line (from 0) of an offset of the source.
   * @param say Chooses the language of messages.
   */
  read(analysis: Analysis, lineAt: (offset: number) => number, say: (text: Localized) => string): Content {
    const view = customerView(analysis.postmortem);
    const customer = {
      blocks: this.#writer.write(view),
      refusals: view.refusals
        .filter(({ kind }) => kind !== 'empty')
        .map((refusal) => ({ message: say(refusal.say), start: refusal.at.start })),
      hidden: view.hidden,
    };
    const figures = this.#meter.measure(analysis.postmortem.blocks.filter(({ audience }) => audience === 'customer'));
    return contentOf(analysis, customer, lineAt, figures, this.#counter);
  }
}
