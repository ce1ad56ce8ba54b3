import * as v from 'valibot';
import { expect, test } from 'vitest';
import { assetsAnswer, listedAnswer } from '../../../main/mi/answers/assets.ts';

const page = {
  code: '0',
  result: {
    content: [{ assetId: 1, fileName: 'line\nbreak\u202e <b>.mp4', projectId: 2, metaData: null }],
    totalCount: 1,
    totalPage: 1,
    pageNo: 1,
  },
};

test.each([
  ['the list that is shown', assetsAnswer],
  ['the list that is followed', listedAnswer],
])('a file name is one line, without signs that turn what stands around it: %s', (_what, schema) => {
  expect(JSON.stringify(v.parse(schema, page))).toContain('"fileName":"line break <b>.mp4"');
});
