const shapes = {
  findings: 'M2.5 3.5h11M2.5 6.5h11M2.5 9.5h5M2 13l1.5-1.5L5 13l1.5-1.5L8 13l1.5-1.5L11 13',
  page: 'M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 7.5h5M5.5 9.5h5M5.5 11.5h3',
  copy: 'M5.5 4.5v-3h8v9h-3M2.5 4.5h8v10h-8zM4.5 7.5h4M4.5 9.5h4M4.5 11.5h2',
  export: 'M8 10V1.5M5 4.5l3-3 3 3M2.5 8.5v5h11v-5',
  ready: 'M2.5 8.5l3.5 3.5 7.5-8',
  attention: 'M8 4.5v4M8 10.5v1M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  error: 'M5.5 5.5l5 5M10.5 5.5l-5 5M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  warning: 'M8 2l6.5 11.5h-13zM8 6.5v3M8 11.2v.6',
  info: 'M8 7v4.5M8 4.5v.6M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  refused: 'M5.5 5.5l5 5M10.5 5.5l-5 5M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z',
  none: 'M4.5 8h7',
  more: 'M4 6l4 4 4-4',
} as const;

export type IconName = keyof typeof shapes;

/** A line drawing of 16 by 16 in the colour of the text around it; hidden from screen readers. */
export function icon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const picture = document.createElementNS(space, 'svg');
  const attributes = { viewBox: '0 0 16 16', width: '16', height: '16', 'aria-hidden': 'true', class: 'icon' };
  for (const [key, value] of Object.entries(attributes)) picture.setAttribute(key, value);
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', shapes[name]);
  picture.append(line);
  return picture;
}
