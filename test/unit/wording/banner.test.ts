import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goneStatus } from '../../../main/model/import-status.ts';
import { bannerOf } from '../../../main/wording/banner.ts';
import type { Language } from '../../../main/contract.ts';
import { words } from '../../../words/words.ts';

interface Sample {
  readonly status: string;
  readonly name?: string | null;
  readonly text?: string | null;
  readonly assetId?: number;
}

function noticeOf({ status, name = 'lecture-01.mp4', text = null, assetId = 5678 }: Sample) {
  return {
    about: 'import' as const,
    watch: `a1:my-workspace/${assetId}`,
    name,
    text,
    status,
    reference: { workspace: 'my-workspace', projectId: 1234, assetId },
    metaData:
      status === 'COMPLETED'
        ? { resolution: '1920x1080', durationMs: 253_702, size: 120_333_399, format: 'mp4' }
        : null,
  };
}

function tell(samples: readonly Sample[], language: Language = 'en', digest = false) {
  return bannerOf(samples.map(noticeOf), { words: words[language], language, digest });
}

describe('an import that takes longer than usual', () => {
  const late = { ...noticeOf({ status: 'IN_PROGRESS' }), about: 'late' as const, usual: null };
  const usual = { fromMs: 720_000, toMs: 1_080_000 };
  const wording = (language: Language) => ({ words: words[language], language, digest: false });

  test('is named with what is usual and what to do if it stays so, and is nothing urgent', () => {
    expect(bannerOf([{ ...late, usual }], wording('en'))).toEqual({
      title: 'Taking longer than usual: lecture-01.mp4',
      body: [
        'Usually 12 to 18 min',
        'It is still in progress. If it doesn’t finish, check the asset in the workspace.',
        'my-workspace / 1234 / 5678',
      ].join('\n'),
      urgent: false,
    });
    expect(bannerOf([late], wording('ko')).body).toBe(
      '아직 등록 중입니다. 계속 끝나지 않으면 워크스페이스에서 에셋을 확인해 주세요.\nmy-workspace / 1234 / 5678',
    );
    expect(bannerOf([{ ...late, usual }], wording('ja')).body).toContain(
      '通常 12～18 分\nまだ登録中です。終わらない場合は、ワークスペースでアセットを確認してください。',
    );
  });

  test('is not counted as finished', () => {
    expect(bannerOf([late, late], wording('en')).title).toBe('2 imports are taking longer than usual');
    expect(bannerOf([late, noticeOf({ status: 'COMPLETED' })], wording('en')).title).toBe(
      '1 import completed, 1 slower than usual',
    );
  });
});

describe('one ended import', () => {
  test('completed, in three languages', () => {
    expect(tell([{ status: 'COMPLETED' }])).toEqual({
      title: 'Completed: lecture-01.mp4',
      body: '1920x1080 · 4:14 · 120 MB · mp4\nmy-workspace / 1234 / 5678',
      urgent: false,
    });
    expect(tell([{ status: 'COMPLETED' }], 'ko').title).toBe('등록 완료: lecture-01.mp4');
    expect(tell([{ status: 'COMPLETED' }], 'ja').title).toBe('登録完了: lecture-01.mp4');
  });

  test('failed says what happened, the service’s own words and the next step', () => {
    expect(tell([{ status: 'FAILED', text: 'Upload failed' }])).toEqual({
      title: 'Failed: lecture-01.mp4',
      body: [
        'Media Intelligence couldn’t import the file. Message from the service: Upload failed',
        'Import the file again. It becomes a new asset with a new ID.',
        'my-workspace / 1234 / 5678',
      ].join('\n'),
      urgent: true,
    });
    expect(tell([{ status: 'FAILED' }], 'ko').body).toContain('파일을 다시 등록해 주세요.');
    expect(tell([{ status: 'FAILED' }], 'ja').body).toContain('ファイルを登録し直してください。');
  });

  test.each([
    ['ko', 'FAILED', 'Media Intelligence에서 파일을 등록하지 못했습니다. 서비스 메시지: Upload failed'],
    [
      'ja',
      'FAILED',
      'Media Intelligence でファイルを登録できませんでした。サービスからのメッセージ: Upload failed',
    ],
    ['ko', 'HALTED', '이 버전에서 지원하는 상태 값을 받지 못했습니다. 서비스 메시지: Upload failed'],
    ['ja', 'INVALID_METADATA', '対応していないファイルです: Upload failed'],
    ['ko', 'INVALID_METADATA', '지원하지 않는 파일입니다: Upload failed'],
    ['en', 'INVALID_METADATA', 'Upload failed'],
  ] as const)('the service’s own words are led in by ours, in %s of %s', (language, status, line) => {
    expect(tell([{ status, text: 'Upload failed' }], language).body.split('\n')[0]).toBe(line);
  });

  test.each([
    ['en', 'The asset was deleted or moved to another project.'],
    ['ko', '에셋이 삭제되었거나 다른 프로젝트로 이동되었습니다.'],
    ['ja', 'アセットが削除されたか、別のプロジェクトに移動されました。'],
  ] as const)('an asset that was there before is said in %s to be deleted or moved', (language, line) => {
    expect(tell([{ status: goneStatus }], language).body.split('\n')[0]).toBe(line);
  });

  test('a file that was not there points to the object key', () => {
    expect(tell([{ status: 'FILE_NOT_EXIST', text: 'No file' }]).body).toMatch(
      /^The file wasn’t found in Object Storage\.\nCheck the bucket and the file name \(object key\)/,
    );
    expect(tell([{ status: 'FILE_NOT_EXIST' }], 'ko').body).toContain('오브젝트 키');
    expect(tell([{ status: 'FILE_NOT_EXIST' }], 'ja').body).toContain('オブジェクトキー');
  });

  test.each(['en', 'ko', 'ja'] as const)(
    'an invalid file has the service’s text as reason and the three limits (%s)',
    (language) => {
      const { body, urgent } = tell(
        [{ status: 'INVALID_METADATA', text: '지원되지 않는 해상도입니다.' }],
        language,
      );
      expect(body.split('\n')[0]).toBe(
        words[language].advice['not-valid'].saidInstead('지원되지 않는 해상도입니다.'),
      );
      for (const limit of ['360p', '1080p', '6', 'mp4', 'mkv', 'mov', 'webm', 'png', 'jpg', 'heic'])
        expect(body).toContain(limit);
      expect(urgent).toBe(true);
    },
  );

  test('without a name the asset id stands for it', () => {
    expect(tell([{ status: 'COMPLETED', name: null }]).title).toBe('Completed: Asset 5678');
    expect(tell([{ status: 'COMPLETED', name: ' \n ' }], 'ko').title).toBe('등록 완료: 에셋 5678');
  });

  test('a digest of one says so and keeps the reason', () => {
    const banner = tell([{ status: 'FAILED' }], 'en', true);
    expect(banner.title).toBe('While you were away: 1 import failed');
    expect(banner.body).toMatch(/^Failed: lecture-01\.mp4\nMedia Intelligence couldn’t import the file\./);
  });
});

describe('several ended imports', () => {
  const five: readonly Sample[] = [
    { status: 'COMPLETED', name: 'a.mp4' },
    { status: 'COMPLETED', name: 'b.mp4' },
    { status: 'FAILED', name: 'c.mp4' },
    { status: 'COMPLETED', name: 'd.mp4' },
    { status: 'COMPLETED', name: null, assetId: 99 },
  ];

  test('are one banner with failures first', () => {
    expect(tell(five)).toEqual({
      title: '1 of 5 imports failed',
      body: 'Failed: c.mp4\nCompleted: a.mp4, b.mp4, d.mp4, Asset 99',
      urgent: true,
    });
    expect(tell(five, 'ko')).toEqual({
      title: '등록 5건 중 1건 실패',
      body: '등록 실패: c.mp4\n등록 완료: a.mp4, b.mp4, d.mp4, 에셋 99',
      urgent: true,
    });
    expect(tell(five, 'ja')).toEqual({
      title: '登録 5 件中 1 件失敗',
      body: '登録失敗: c.mp4\n登録完了: a.mp4、b.mp4、d.mp4、アセット 99',
      urgent: true,
    });
  });

  test('all completed, all failed', () => {
    expect(tell([{ status: 'COMPLETED' }, { status: 'COMPLETED' }])).toMatchObject({
      title: '2 imports completed',
      urgent: false,
    });
    expect(tell([{ status: 'FAILED' }, { status: 'INVALID_METADATA' }])).toMatchObject({
      title: '2 imports failed',
      urgent: true,
    });
  });

  test.each([
    ['en', '12,345 imports completed', '1,234 of 12,345 imports failed', '12,345 imports no longer found'],
    ['ko', '등록 12,345건 완료', '등록 12,345건 중 1,234건 실패', '에셋 12,345개를 찾을 수 없음'],
    ['ja', '登録 12,345 件完了', '登録 12,345 件中 1,234 件失敗', 'アセット 12,345 件が見つかりません'],
  ] as const)('thousands are grouped in %s', (language, completed, failed, gone) => {
    const of = (status: string, count: number) => Array.from({ length: count }, () => ({ status }));
    expect(tell(of('COMPLETED', 12_345), language).title).toBe(completed);
    expect(tell([...of('FAILED', 1_234), ...of('COMPLETED', 11_111)], language).title).toBe(failed);
    expect(tell(of(goneStatus, 12_345), language).title).toBe(gone);
    expect(tell(of('COMPLETED', 12_345), language).body).toMatch(/12,3\d\d/);
  });

  test('a digest says that it was while the person was away', () => {
    expect(tell(five, 'en', true).title).toBe('While you were away: 1 of 5 imports failed');
    expect(tell(five, 'ko', true).title).toBe('자리를 비우신 동안: 등록 5건 중 1건 실패');
    expect(tell(five, 'ja', true).title).toBe('不在中のお知らせ: 登録 5 件中 1 件失敗');
  });

  test('more names than fit are counted, and none is lost from the count', () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      status: 'COMPLETED',
      name: `video-${index}.mp4`,
    }));
    const { body } = tell(many);
    const named = body.match(/video-\d+\.mp4/g)?.length ?? 0;
    expect(named).toBeGreaterThan(5);
    expect(body).toMatch(new RegExp(` and ${200 - named} more$`));
  });
});

test('a banner is short and whole, whatever the names and texts are', () => {
  const sample = fc.record({
    status: fc.constantFrom('COMPLETED', 'FAILED', 'FILE_NOT_EXIST', 'INVALID_METADATA'),
    name: fc.option(fc.string({ unit: 'binary', maxLength: 500 })),
    text: fc.option(fc.string({ unit: 'binary', maxLength: 2000 })),
    assetId: fc.integer({ min: 1 }),
  });
  fc.assert(
    fc.property(
      fc.array(sample, { minLength: 1, maxLength: 40 }),
      fc.constantFrom<Language>('en', 'ko', 'ja'),
      fc.boolean(),
      (samples, language, digest) => {
        const { body, title, urgent } = tell(samples, language, digest);
        expect(title.length).toBeLessThanOrEqual(64);
        expect(body.length).toBeLessThanOrEqual(samples.length > 1 ? 280 : 400);
        expect(title.isWellFormed() && body.isWellFormed()).toBe(true);
        expect(title).not.toContain('\n');
        expect(urgent).toBe(samples.some(({ status }) => status !== 'COMPLETED'));
      },
    ),
  );
}, 60_000);
