/** Messages between the extension host and the preview page; filled in with the preview. */
export type PreviewMessage = never;
