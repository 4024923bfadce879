import type { GuardPlace } from './guard-place.js';

const owningVerb =
  /^(?:chose|choos|decid|depend|rel(?:y|ied)|own(?:ed)?$|trusted|answer$|responsible|accountable|lacked|put$|built|failed|missed|forgot|neglected|overlooked|underestimated)/;
const owningNoun =
  /^(?:responsib|accountab|choice|choos|decision|dependen|relian|mistake|fault|error|oversight|failing|failure|job|duty|design|task)/;
/** What follows "but we": "did not test it", "should have asked". */
const neglect =
  /^(?:(?:did|had|have) (?:not|never) (?!cause|expect|know|control|want|choose|make|learn|hear)|(?:should|could) have )/;
/** Answering for whom we took on: “since we hired that courier”, “the broken pianos are ours to pay for”. */
const owningPhrase =
  /\b(?:(?:since|because|as|and) we (?:ourselves )?(?:hired|picked|appointed|engaged|took on)|we are the ones who (?:must|have|owe|apologise|apologize|answer|pay|failed)|(?:was|is) (?:a|our) choice (?:that )?(?:we|of ours)|ours to (?:pay|answer|mend|repair|replace|put|make|bear|carry|explain)|(?<!longer )(?:work|works) for us)\b/;
const disowning = /^(?:not|no|none|never|beyond|outside|out|without)$/;

/**
 * We own up nearby, in this sentence or one beside it: "… and having no second one was our choice". What is owned
 * stands with us in it: "our decision", "we relied on"; "our provider is responsible" owns nothing.
 */
export function ownsUp(place: GuardPlace): boolean {
  const from = place.sentence.from > 0 ? Math.max(0, place.sentence.from - 40) : 0;
  const to = Math.min(place.tokens.length, place.sentence.to + 40);
  const around = place.tokens.slice(from, to).map((token) => token.key);
  if (owningPhrase.test(around.join(' '))) return true;
  return around.some((key, at) => {
    // "You did nothing wrong", "it was not your mistake", "the missing spare was ours".
    if (key === 'you' && /^(?:did|made|have|had)$/.test(around[at + 1] ?? ''))
      return /^(?:(?:done )?nothing wrong|(?:made )?no mistake)/.test(around.slice(at + 2, at + 5).join(' '));
    if (key !== 'we' && key !== 'our' && key !== 'ours' && key !== 'us') return false;
    if (key === 'ours' && /^(?:was|were|is|are)$/.test(around[at - 1] ?? '')) return true;
    if (
      key === 'we' &&
      /^(?:but|yet)$/.test(around[at - 1] ?? '') &&
      neglect.test(around.slice(at + 1, at + 4).join(' '))
    )
      return true;
    if (around.slice(Math.max(0, at - 3), at).some((earlier) => disowning.test(earlier))) return false;
    const after = around.slice(at + 1, at + (key === 'our' ? 3 : 6));
    if (key === 'we' && after[0] === 'had' && after[1] === 'no') return true;
    if (after.some((word) => disowning.test(word))) return false;
    // “Our own” owns nothing: “we became victims of our own success”.
    if (key === 'we')
      return after.some(
        (word, at) =>
          owningVerb.test(word) && !/^(?:our|its|their)$/.test(after[at - 1] ?? '') && after[at + 1] !== 'by',
      );
    if (key === 'our') return after.some((word) => owningNoun.test(word));
    return around.slice(Math.max(0, at - 4), at).some((word) => owningNoun.test(word));
  });
}
