/**
 * The text that a snippet leaves before anything is filled in: tab stops as their words, choices as their first option.
 * @param body In the editor's snippet syntax.
 * @param variables What stands for the editor's variables; one that is not named keeps its name.
 */
export function snippetText(body: string, variables: Readonly<Record<string, string>> = {}): string {
  const stops = new Map<string, string>();
  return body
    .replace(/\$\{TM_SELECTED_TEXT:([^}]*)\}/g, '$1')
    .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => variables[name] ?? name)
    .replace(/\$\{(\d+)\|((?:\\.|[^|\\])*)\|\}/g, (_, stop: string, options: string) => {
      const first = (options.split(/(?<!\\),/)[0] ?? '').replace(/\\(.)/g, '$1');
      stops.set(stop, first);
      return first;
    })
    .replace(/\$\{(\d+):((?:\\.|[^}\\])*)\}/g, (_, stop: string, words: string) => {
      stops.set(stop, words);
      return words;
    })
    .replace(/(?<!\\)\$\{?(\d+)\}?/g, (_, stop: string) => stops.get(stop) ?? '')
    .replace(/\\([\\$}])/g, '$1');
}
