import type { Language } from '../finding.js';

/**
 * The language of a stretch of prose by its script: Chinese when it has more Han characters than Latin words.
 * "北京 and 上海 regions were down" is English; "AWS 的 RDS 服务中断" is Chinese.
 */
export function languageOf(text: string): Language {
  let han = 0;
  let latin = 0;
  let inWord = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const letter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f);
    if (letter && !inWord) latin++;
    inWord = letter;
    if (code >= 0x4e00 && code <= 0x9fff) han++;
  }
  return han > latin ? 'zh' : 'en';
}
