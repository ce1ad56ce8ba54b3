/**
 * What a column or field holds. `id` is an id of which only the rest of a table can tell that it is an asset's; `label` is what people call an
 * asset, `file` its name in the service.
 */
export type Column = 'asset' | 'id' | 'project' | 'project-name' | 'workspace' | 'label' | 'file' | 'other';
export interface ColumnName {
  readonly column: Column;
  /** The lower, the more the name says: `projectId` is an id where `project` may be a name. */
  readonly rank: number;
}

/** Names as the service, the console, this app and people write them in English, Korean and Japanese, those that say most first. */
const names: readonly (readonly [Column, RegExp])[] = [
  ['asset', /^(?:media)?assetids?$|^(?:미디어)?에셋(?:id|아이디|번호)$|^(?:メディア)?アセット(?:id|番号)$/],
  ['asset', /^videoids?$|^(?:동?영상|비디오)id$|^(?:動画|ビデオ)id$/],
  ['asset', /^(?:media)?asset$|^(?:미디어)?에셋$|^(?:メディア)?アセット$/],
  ['id', /^id$|^아이디$/],
  ['project', /^(?:new)?projectid$|^프로젝트(?:id|아이디|번호)$|^プロジェクト(?:id|番号)$/],
  ['project', /^project$|^프로젝트$|^プロジェクト$/],
  ['project-name', /^project(?:name|title)$|^프로젝트(?:명|이름)$|^プロジェクト名$/],
  ['workspace', /^workspacename$|^워크스페이스(?:이름|명)$|^ワークスペース名$/],
  ['workspace', /^workspace$|^워크스페이스$|^ワークスペース$/],
  ['label', /^label$|^라벨$|^ラベル$|^(?:asset|video)name$|^에셋(?:명|이름)$|^アセット名$/],
  ['label', /^name$|^title$|^이름$|^제목$|^名[前称]$|^タイトル$/],
  ['file', /^file(?:name)?$|^파일(?:명|이름)?$|^ファイル名?$/],
  [
    'other',
    /^(?:code|durations?(?:ms)?|runtimes?|sizes?|resolutions?|format|page(?:s|no|num|size)?|counts?|views?|total(?:count|page)?|message|timestamp|date|time|at)$/,
  ],
  [
    'other',
    /^(?:status|upload(?:status|result)|크기|용량|길이|(?:재생)?시간|개수|수량|건수|조회수|날짜|상태|해상도)$|^(?:サイズ|容量|長さ|(?:再生)?時間|件数|数量|再生回数|日付|ステータス|状態|解像度)$/,
  ],
];

/** What a column or field of this name holds, compared without case, blanks and signs; null where the name says nothing. */
export function columnOf(name: string): ColumnName | null {
  if (name.length > 40 || !/\p{L}/u.test(name)) return null;
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-"'`*#.:\p{Cf}]/gu, '');
  const rank = names.findIndex(([, expression]) => expression.test(plain));
  if (rank >= 0) return { column: names[rank]![0], rank };
  // `Size (MB)` is no id for sure; of `Asset ID (old)` nobody knows.
  const bare = name.replace(/\s*[([].*$/, '');
  const other = bare === name ? null : columnOf(bare);
  return other?.column === 'other' ? other : null;
}

/** True of a name that says of itself that an asset's id stands behind it: `asset: 3 files` and `id: 7` say too little. */
export const saysAssetId = (name: ColumnName | null): boolean => name?.column === 'asset' && name.rank < 2;

/** True of a name behind which the id of a project stands, where `project` may be followed by its name. */
export const saysProjectId = (name: ColumnName | null): boolean =>
  name?.column === 'project' && name.rank === names.findIndex(([column]) => column === 'project');
