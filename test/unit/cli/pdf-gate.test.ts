import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AFRelationship, PDFDocument, PDFHexString, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { createLinter, findLeaks } from '../../../src/core/index.js';
import { findBrowser } from '../../../src/desktop/browsers.js';
import { readPdf, withNeutralMetadata } from '../../../src/desktop/pdf-content.js';
import { printPdf } from '../../../src/desktop/print-pdf.js';

const secret = 'pay-gw-02.prod.corp';
const words = 'Halden Bikes dropped every second request that came from the north.';
const han = '备库的复制线程从上周开始就一直落后于主库';
const source = `---
type: postmortem
title: Checkout unavailable
---

# Team

The host ${secret} of ${words} ${han}。

## For customers

On 14 October, you could not pay. 您当时无法付款。
`;
const { postmortem } = createLinter().analyze(source);
const leaksOf = async (bytes: Uint8Array): Promise<string[]> =>
  findLeaks(postmortem, { text: await readPdf(bytes), raw: '' }).map(({ at }) => source.slice(at.start, at.end));

/** A PDF that holds what customers may read, not made by a browser: fonts without a map of their own. */
async function honest(): Promise<PDFDocument> {
  const document = await PDFDocument.create();
  document.setTitle('Checkout unavailable');
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([600, 800]).drawText('On 14 October, you could not pay.', { x: 50, y: 700, size: 12, font });
  return document;
}

/** Ways in which something internal could be in a PDF. */
const sabotage: Readonly<Record<string, (document: PDFDocument) => Promise<void> | void>> = {
  'words on the page': async (document) => {
    const font = await document.embedFont(StandardFonts.Helvetica);
    document.getPage(0).drawText(words, { x: 50, y: 600, size: 10, font });
  },
  'a name on the page, too small to see': async (document) => {
    const font = await document.embedFont(StandardFonts.TimesRoman);
    document.getPage(0).drawText(secret, { x: 50, y: 500, size: 0.1, font });
  },
  'a page of its own': async (document) => {
    const font = await document.embedFont(StandardFonts.Courier);
    document.addPage([10, 10]).drawText(secret, { x: 1, y: 1, size: 1, font });
  },
  'the title': (document) => document.setTitle(`Trouble with ${secret}`),
  'the subject': (document) => document.setSubject(words),
  keywords: (document) => document.setKeywords(['incident', secret]),
  'a key of nobody': (document) => {
    const info = document.context.lookup(document.context.trailerInfo.Info);
    assert.ok(info && 'set' in info);
    (info as { set(key: PDFName, value: PDFHexString): void }).set(PDFName.of('Note'), PDFHexString.fromText(han));
  },
  'metadata in XML': (document) => {
    const xml = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:title>${secret}</dc:title></x:xmpmeta>`;
    const stream = document.context.stream(xml, { Type: 'Metadata', Subtype: 'XML' });
    document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
  },
  'packed metadata': (document) => {
    const stream = document.context.flateStream(new TextEncoder().encode(`<x>${han}</x>`), {
      Type: 'Metadata',
      Subtype: 'XML',
    });
    document.catalog.set(PDFName.of('Metadata'), document.context.register(stream));
  },
  'an attachment': (document) =>
    document.attach(new TextEncoder().encode(source), 'notes.md', { afRelationship: AFRelationship.Source }),
  "an attachment's name": (document) => document.attach(new Uint8Array([1, 2, 3]), `${secret}.bin`, {}),
  'a link': (document) => {
    const { context } = document;
    const action = { Type: 'Action', S: 'URI', URI: PDFString.of(`https://${secret}/x`) };
    const link = context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 10, 10], A: action });
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(link)]));
  },
  'a note': (document) => {
    const { context } = document;
    const note = { Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 10, 10], Contents: PDFHexString.fromText(words) };
    document.getPage(0).node.set(PDFName.of('Annots'), context.obj([context.register(context.obj(note))]));
  },
  'a bookmark': (document) => {
    const { context } = document;
    const item = context.register(context.obj({ Title: PDFHexString.fromText(`Why ${secret} failed`) }));
    document.catalog.set(PDFName.of('Outlines'), context.register(context.obj({ First: item, Last: item, Count: 1 })));
  },
  'the text for an image': (document) => {
    const { context } = document;
    const figure = context.register(context.obj({ Type: 'StructElem', S: 'Figure', Alt: PDFHexString.fromText(han) }));
    document.catalog.set(PDFName.of('StructTreeRoot'), context.register(context.obj({ K: [figure] })));
  },
  'a drawing that pages share': (document) => {
    const { context } = document;
    const font = context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' });
    const stream = context.flateStream(`BT /F 9 Tf (${secret}) Tj ET`, {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, 10, 10],
      Resources: { Font: { F: font } },
    });
    context.register(stream);
  },
};

test('the gate lets an honest PDF pass', async () => {
  assert.deepEqual(await leaksOf(await (await honest()).save()), []);
  assert.match(await readPdf(await (await honest()).save()), /On 14 October, you could not pay\./);
});

for (const [where, spoil] of Object.entries(sabotage))
  for (const useObjectStreams of [true, false])
    test(`the gate sees what is internal in a PDF: ${where}${useObjectStreams ? ', packed' : ''}`, async () => {
      const document = await honest();
      await spoil(document);
      assert.ok((await leaksOf(await document.save({ useObjectStreams }))).length > 0);
    });

const browser = await findBrowser(undefined, process.env).catch(() => undefined);

test('the gate reads what a browser prints, and sees each spoilt page', {
  skip: browser ? false : 'no browser here',
}, async () => {
  const page = (more: string, title = 'Checkout unavailable'): string =>
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>Checkout</h1><p>On 14 October, you could not pay. 您当时无法付款。</p>${more}</body></html>`;
  const found = async (html: string): Promise<string[]> => {
    const { content, text } = await printPdf(html, { now: 0, browser });
    const again = await leaksOf(content);
    assert.deepEqual(
      findLeaks(postmortem, { text, raw: '' }).map(({ at }) => source.slice(at.start, at.end)),
      again,
    );
    return again;
  };
  assert.deepEqual(await found(page('')), []);
  assert.equal((await found(page(`<h2>Why</h2><p>${words} <b>${han}</b></p>`))).length, 2);
  assert.equal((await found(page(`<img alt="${secret}" src="data:,">`, `About ${secret}`))).length, 1);
  // What is attached and what stands in metadata outlives the rewriting of metadata only where the gate sees it.
  const { content } = await printPdf(page(''), { now: 0, browser });
  const document = await PDFDocument.load(content);
  await document.attach(new TextEncoder().encode(words), 'a.txt', {});
  const spoilt = await withNeutralMetadata(await document.save(), 0);
  assert.equal((await leaksOf(spoilt)).length, 1);
});
