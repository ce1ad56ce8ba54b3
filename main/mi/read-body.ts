export type Body = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'too-large' };

/** Reads the body up to `limit` bytes and gives up beyond: a broken or hostile answer must not fill the memory. */
export async function readBody(response: Response, limit: number): Promise<Body> {
  if (response.body === null) return { kind: 'text', text: '' };
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.byteLength;
    // Leaving the loop cancels the stream, and with it the transfer.
    if (length > limit) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  return { kind: 'text', text: new TextDecoder().decode(Buffer.concat(chunks)) };
}
