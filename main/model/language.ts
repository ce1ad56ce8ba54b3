/** Every language that the app speaks. The compiler names the catalogues and the names of the languages for a new one. */
export const languages = ['en', 'ko', 'ja'] as const;
export type Language = (typeof languages)[number];
