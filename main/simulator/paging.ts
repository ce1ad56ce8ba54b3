import { serviceError, success, type SimulatedAnswer } from './answer.ts';

/** One page of a list, as `pageNum` and `pageSize` ask for it. Only what stands on it is described: a project may hold 100,000 assets. */
export function paged<Item>(
  items: readonly Item[],
  query: URLSearchParams,
  describe: (item: Item) => unknown,
): SimulatedAnswer {
  const pageNo = wholeNumber(query.get('pageNum'), null, Infinity);
  const pageSize = wholeNumber(query.get('pageSize'), 1_000, 1_000);
  if (pageNo === null || pageSize === null) return serviceError('invalid-request');
  const content = items.slice((pageNo - 1) * pageSize, pageNo * pageSize).map(describe);
  const totalPage = Math.ceil(items.length / pageSize);
  return success({ content, totalCount: items.length, totalPage, pageNo, pageSize });
}

function wholeNumber(text: string | null, missing: number | null, most: number): number | null {
  if (text === null) return missing;
  const number = /^\d+$/.test(text) ? Number(text) : 0;
  return number >= 1 && number <= most ? number : null;
}
