/** `label`: what people call it; `file`: the name of the service. */
export type Column = 'asset' | 'project' | 'workspace' | 'label' | 'file' | 'other';

/** Names of columns and fields as the console, the API and people write them; compared without case, blanks and signs. */
const names: Readonly<Record<Column, readonly string[]>> = {
  asset: [
    'assetid',
    'asset',
    'id',
    'videoid',
    '에셋id',
    '미디어에셋id',
    '에셋아이디',
    'アセットid',
    'メディアアセットid',
  ],
  project: [
    'projectid',
    'project',
    'newprojectid',
    '프로젝트id',
    '프로젝트',
    'プロジェクトid',
    'プロジェクト',
  ],
  workspace: [
    'workspace',
    'workspacename',
    '워크스페이스',
    '워크스페이스이름',
    '워크스페이스명',
    'ワークスペース',
    'ワークスペース名',
  ],
  label: ['label', 'name', 'assetname', 'videoname', '이름', '에셋명', '에셋이름', '名前', 'アセット名'],
  file: ['filename', 'file', '파일명', '파일이름', 'ファイル名'],
  other: [
    'code',
    'durationms',
    'size',
    'resolution',
    'format',
    'pageno',
    'pagenum',
    'pagesize',
    'totalcount',
    'totalpage',
    'message',
    'timestamp',
  ],
};

const columns = new Map<string, Column>(
  Object.entries(names).flatMap(([column, words]) =>
    words.map((word): [string, Column] => [word, column as Column]),
  ),
);

/** Longer words are no column's name, and need not be compared. */
const longestName = 40;

/** What a name is compared without. */
const ignored = /[\s_\-"'`*#.]/g;
const needsPlaining = /[A-Z\s_\-"'`*#.]/;

/** What a column or field of this name holds, or null where the name says nothing. */
export function columnOf(name: string): Column | null {
  if (name.length > longestName) return null;
  return columns.get(needsPlaining.test(name) ? name.toLowerCase().replace(ignored, '') : name) ?? null;
}
