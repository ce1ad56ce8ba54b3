export type CappedBody = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' };

/**
 * Reads a body as UTF-8 and stops at the limit (bytes), so that an endless response cannot fill the memory; whoever asked then ends
 * the request, or the rest of it would still come. Rejects if the connection breaks or the request is aborted.
 */
export async function readCapped(response: Response, limit: number): Promise<CappedBody> {
  if (response.body === null) return { kind: 'text', text: '' };
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { kind: 'text', text: text + decoder.decode() };
    bytes += value.byteLength;
    if (bytes > limit) return { kind: 'too-large' };
    text += decoder.decode(value, { stream: true });
  }
}
