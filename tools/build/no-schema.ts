/**
 * Stands for Ajv in the bundles. conf, on which electron-store is built, imports it for its `schema` option, which nothing here
 * gives: what a store holds is checked with valibot. With it the app would load 270 kB at each start for nothing.
 */
export function Ajv2020(): never {
  throw new Error(
    'A store was given a schema for Ajv, which is not in the bundle: check its content with valibot.',
  );
}

export default Ajv2020;
