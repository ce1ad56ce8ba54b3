/**
 * What a page holds that decides how long it is kept once it is hidden: a draft is nowhere else; a secret stays in the page's memory until
 * the page goes, whatever the page does to its fields.
 */
export const holdings = ['nothing', 'draft', 'secret'] as const;
export type Holding = (typeof holdings)[number];

export interface HoldingRequests {
  /** At first a page holds nothing. */
  holds: { request: { holding: Holding }; response: null };
}
