import { parseXml, XmlElement } from '@rgrove/parse-xml';

/** What is in an element: its text, or the elements in it by their names. */
export type XmlContent = string | { readonly [name: string]: readonly XmlContent[] };

export interface XmlRoot {
  readonly name: string;
  readonly content: XmlContent;
}

/** Reads XML; null where it is none. Entities that a document makes up are not expanded, and no other document is read. */
export function readXml(text: string): XmlRoot | null {
  try {
    // Its own way to do this copies the whole text for each line end, and would stand still for hours.
    const { root } = parseXml(text.replace(/\r\n?/g, '\n'));
    return root === null ? null : { name: root.name, content: contentOf(root) };
  } catch {
    // Not well-formed, or nested more deeply than the stack is.
    return null;
  }
}

function contentOf(element: XmlElement): XmlContent {
  const inside = element.children.filter((child) => child instanceof XmlElement);
  if (inside.length === 0) return element.text;
  const byName = Map.groupBy(inside, ({ name }) => name);
  return Object.fromEntries([...byName].map(([name, all]) => [name, all.map(contentOf)]));
}
