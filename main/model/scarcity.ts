/** What the computer has little of, so that less is asked: its battery is low, or its line is paid by the byte. */
export const scarcities = ['battery', 'line'] as const;
export type Scarcity = (typeof scarcities)[number];
