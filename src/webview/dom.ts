type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Makes an element.
 * @param attributes `true` gives an empty attribute; `false` and `undefined` give none.
 */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  setAttributes(made, attributes);
  made.append(...children);
  return made;
}

/** Sets attributes as {@link element} does, and takes away those that are `false` or `undefined`. */
export function setAttributes(target: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) target.removeAttribute(name);
    else if (value === true) target.setAttribute(name, '');
    else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
  }
}

/** Sets the text of an element where it differs, so that what is selected or announced stays. */
export function setText(target: Element, text: string): void {
  if (target.textContent !== text) target.textContent = text;
}

/** Puts values into a text of the host: `{0}`, `{1}`. */
export const filled = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
