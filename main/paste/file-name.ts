const extensions = new Set(['mp4', 'm4v', 'mkv', 'mov', 'webm', 'png', 'jpg', 'jpeg', 'heic']);

/** The formats of the import-status page, and the extensions that people give them. */
export function isMediaFileName(text: string): boolean {
  if (text.length <= 4) return false;
  const extension = text.lastIndexOf('.') + 1;
  return extension > 0 && text.length - extension <= 4 && extensions.has(text.slice(extension).toLowerCase());
}
