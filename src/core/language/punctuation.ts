/** A sign of ASCII between Chinese words, and not one inside a figure or a time: "，" typed as ",". */
const typed =
  /(?<=[\u3400-\u9fff”’」』》）)\]\d%％])[,;:!?](?=[\u3400-\u9fff“‘「『《（(])|(?<=[\u3400-\u9fff”’」』》）)\]])[,;:!?](?=[\d\s]|[A-Za-z]|$)/g;
const proper: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' };

/**
 * Gives signs that were typed as ASCII in Chinese their Chinese form, unit by unit, so that offsets stay: many keyboards
 * and many authors write them so, and clauses end there all the same.
 */
export const withChineseSigns = (text: string): string =>
  text.search(typed) < 0 ? text : text.replace(typed, (sign) => proper[sign] ?? sign);
