/** The formats of the import-status page, and the extensions that people give them. */
export function isMediaFileName(text: string): boolean {
  return text.length > 4 && /\.(?:mp4|m4v|mkv|mov|webm|png|jpe?g|heic)$/i.test(text);
}
