import { render, screen, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { bucketPolicy, type BucketObject, type PickPage, type RequestOf } from '../../../../main/contract.ts';
import BucketPicker from '../../../../renderer/views/registering/BucketPicker.svelte';
import { countOf } from '../../../../words/format.ts';
import { words } from '../../../../words/words.ts';
import { aProblem } from '../../../support/samples/problems.ts';
import { noon } from '../../../support/samples/moments.ts';
import { accepted, createFakeBridge, refused, type Answers } from '../../support/fake-bridge.ts';

const said = words.en.bucketPicker;

function anObject(key: string, more: Partial<BucketObject> = {}): BucketObject {
  return {
    key,
    name: key.slice(key.lastIndexOf('/') + 1),
    size: 2_000,
    changedAt: noon,
    unfit: null,
    ...more,
  };
}

function page(objects: readonly BucketObject[], more: Partial<PickPage> = {}): PickPage {
  return { folders: [], objects, skipped: 0, next: null, ...more };
}

const pages: Readonly<Record<string, PickPage>> = {
  '': page([anObject('trailer.mp4'), anObject('script.pdf', { unfit: 'extension' })], {
    folders: [{ prefix: 'autumn/', name: 'autumn/' }],
  }),
  'autumn/': page([anObject('autumn/ep01.mov'), anObject('autumn/ep02.mov')], {
    next: { by: 'token', value: 'more' },
  }),
  'autumn/more': page([anObject('autumn/ep02.mov'), anObject('autumn/ep03.mov')]),
  'autumn/ep03': page([anObject('autumn/ep03.mov')]),
};

function show(
  list: Answers['listBucket'] = ({ prefix, after }) =>
    accepted({ kind: 'answer', value: pages[`${prefix}${after?.value ?? ''}`] ?? page([]) }),
) {
  const fake = createFakeBridge({ listBucket: list });
  const onpick = vi.fn();
  const onclose = vi.fn();
  render(BucketPicker, {
    ...{ bridge: fake.bridge, account: 'a1', bucket: 'w-media', language: 'en', now: noon, onpick, onclose },
  });
  return { ...fake, onpick, onclose, user: userEvent.setup() };
}

const box = (name: RegExp) => screen.findByRole<HTMLInputElement>('checkbox', { name });
const button = (name: string) => screen.findByRole<HTMLButtonElement>('button', { name });

describe('picking from a bucket', () => {
  it('walks into folders and back, and hands on the keys of all of them', async () => {
    const { user, asked, onpick } = show();
    await user.click(await box(/trailer\.mp4/));
    await user.click(await button('autumn/'));
    await user.click(await box(/ep01\.mov/));
    await user.click(await button('w-media'));
    expect((await box(/trailer\.mp4/)).checked).toBe(true);
    await user.click(await button(said.use(countOf(2, 'en'))));
    expect(onpick).toHaveBeenCalledWith(['trailer.mp4', 'autumn/ep01.mov']);
    expect(asked('listBucket').map(({ prefix }: RequestOf<'listBucket'>) => prefix)).toEqual([
      '',
      'autumn/',
      '',
    ]);
  });

  it('loads more, and shows what comes twice once', async () => {
    const { user } = show();
    await user.click(await button('autumn/'));
    await user.click(await button(said.loadMore));
    expect(await box(/ep03\.mov/)).toBeTruthy();
    expect(screen.getAllByRole('checkbox', { name: /ep02\.mov/ })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: said.loadMore })).toBeNull();
  });

  it('says why an object cannot be picked, and does not let it be', async () => {
    const { user, onpick } = show();
    const script = await box(/script\.pdf/);
    expect(script.disabled).toBe(true);
    expect(screen.getByText(said.unfit.extension)).toBeTruthy();
    await user.click(await box(new RegExp(said.selectShown)));
    await user.click(await button(said.use(countOf(1, 'en'))));
    expect(onpick).toHaveBeenCalledWith(['trailer.mp4']);
  });

  it('filters what is loaded, and selects of it what is shown', async () => {
    const { user, onpick, asked } = show();
    await user.click(await button('autumn/'));
    await box(/ep01\.mov/);
    await user.type(screen.getByLabelText(said.find), 'P02');
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: /ep01\.mov/ })).toBeNull());
    await user.click(await box(new RegExp(said.selectShown)));
    await user.click(await button(said.use(countOf(1, 'en'))));
    expect(onpick).toHaveBeenCalledWith(['autumn/ep02.mov']);
    expect(asked('listBucket')).toHaveLength(2);
  });

  it('searches the folder that is open by how names begin, and sends no form around it', async () => {
    const { user, asked } = show();
    await user.click(await button('autumn/'));
    await box(/ep01\.mov/);
    await user.type(screen.getByLabelText(said.find), 'ep03{Enter}');
    expect(await box(/ep03\.mov/)).toBeTruthy();
    expect(screen.getByText(said.beginning('ep03'))).toBeTruthy();
    expect(asked('listBucket').at(-1)).toMatchObject({ prefix: 'autumn/ep03', after: null });
  });

  const inParts = (text: string) => text.normalize('NFD');

  it('filters names that macOS wrote in parts, and those in full-width letters', async () => {
    const objects = [inParts('가을 1화.mp4'), 'Ｅｐ０２.mp4', '겨울.mp4'].map((key) => anObject(key));
    const folders = [{ prefix: inParts('가을/'), name: inParts('가을/') }];
    const { user } = show(() => accepted({ kind: 'answer', value: page(objects, { folders }) }));
    await box(/겨울/);
    await user.type(screen.getByLabelText(said.find), '가을');
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: /겨울/ })).toBeNull());
    expect(screen.getByRole('checkbox', { name: new RegExp(inParts('가을 1화')) })).toBeTruthy();
    expect(screen.getByRole('button', { name: inParts('가을/') })).toBeTruthy();
    await user.clear(screen.getByLabelText(said.find));
    await user.type(screen.getByLabelText(said.find), 'ep02');
    expect(await box(/Ｅｐ０２/)).toBeTruthy();
    expect(screen.queryByRole('checkbox', { name: new RegExp(inParts('가을')) })).toBeNull();
  });

  it.each(['가을', inParts('가을')])('searches for %s in either spelling, page by page', async (typed) => {
    const next = { by: 'token', value: 'more' } as const;
    const found: typeof pages = {
      '': page([anObject('trailer.mp4')]),
      가을: page([anObject('가을 1화.mp4')], { skipped: 1 }),
      [inParts('가을')]: page([anObject(inParts('가을 2화.mp4'))], { skipped: 2, next }),
      [inParts('가을') + 'more']: page(
        [inParts('가을 2화.mp4'), inParts('가을 3화.mp4')].map((key) => anObject(key)),
      ),
    };
    const { user, asked, onpick } = show(({ prefix, after }) =>
      accepted({ kind: 'answer', value: found[`${prefix}${after?.value ?? ''}`] ?? page([]) }),
    );
    await box(/trailer/);
    await user.type(screen.getByLabelText(said.find), `${typed}{Enter}`);
    await box(/1화/);
    expect(screen.getByText(said.beginning(typed))).toBeTruthy();
    expect(screen.getByText(words.en.add.skipped(countOf(3, 'en')))).toBeTruthy();
    await user.click(await button(said.loadMore));
    await box(new RegExp(inParts('3화')));
    expect(asked('listBucket')).toHaveLength(4);
    expect(screen.queryByRole('button', { name: said.loadMore })).toBeNull();
    await user.click(await box(new RegExp(said.selectShown)));
    await user.click(await button(said.use(countOf(3, 'en'))));
    const keys: readonly string[] = onpick.mock.calls[0]?.[0];
    expect(new Set(keys)).toEqual(
      new Set(['가을 1화.mp4', inParts('가을 2화.mp4'), inParts('가을 3화.mp4')]),
    );
  });

  it('says what stood in the way of one of two spellings, and asks for both again', async () => {
    let isMended = false;
    const { user } = show(({ prefix }) => {
      const objects = prefix === inParts('가을') ? [anObject(inParts('가을.mp4'))] : [];
      const isRefused = objects.length > 0 && !isMended;
      return accepted(
        isRefused
          ? { kind: 'problem', problem: aProblem('service') }
          : { kind: 'answer', value: page(objects) },
      );
    });
    await screen.findByText(said.nothing);
    await user.type(screen.getByLabelText(said.find), '가을{Enter}');
    expect(await screen.findByText(said.problems.service.title)).toBeTruthy();
    isMended = true;
    await user.click(await button(words.en.add.tryAgain));
    expect(await box(new RegExp(inParts('가을')))).toBeTruthy();
  });

  it('shows what belongs to the folder that was opened last, whatever comes when', async () => {
    const waiting: (() => void)[] = [];
    const { user } = show(async ({ prefix }) => {
      if (prefix === 'autumn/') await new Promise<void>((resolve) => waiting.push(resolve));
      return accepted({ kind: 'answer', value: pages[prefix] ?? page([]) });
    });
    await user.click(await button('autumn/'));
    await user.click(await button('w-media'));
    expect(await box(/trailer\.mp4/)).toBeTruthy();
    for (const resolve of waiting) resolve();
    await waitFor(() => expect(screen.queryByRole('checkbox', { name: /ep01\.mov/ })).toBeNull());
    expect(screen.getByRole('checkbox', { name: /trailer\.mp4/ })).toBeTruthy();
  });

  it.each(['not-found', 'credentials', 'service'] as const)(
    'says what to do about %s, and tries again',
    async (kind) => {
      let isMended = false;
      const { user } = show(() =>
        accepted(
          isMended
            ? { kind: 'answer', value: page([anObject('a.mp4')]) }
            : { kind: 'problem', problem: aProblem(kind) },
        ),
      );
      expect(await screen.findByText(said.problems[kind].title)).toBeTruthy();
      expect(screen.getByText(said.problems[kind].advice)).toBeTruthy();
      isMended = true;
      await user.click(await button(words.en.add.tryAgain));
      expect(await box(/a\.mp4/)).toBeTruthy();
    },
  );

  it('says which policy a key needs that may not look into the bucket, and that keys can be typed', async () => {
    show(() => accepted({ kind: 'problem', problem: aProblem('permission') }));
    expect(await screen.findByText(said.problems.permission.advice(bucketPolicy))).toBeTruthy();
  });

  it('says where a firewall may be in the way, and where no bucket can be listed', async () => {
    show(() => accepted({ kind: 'problem', problem: aProblem('offline') }));
    expect(await screen.findByText(/kr\.object\.ncloudstorage\.com/)).toBeTruthy();
    show(() => refused({ code: 'no-object-storage' }));
    expect(await screen.findByText(words.en.refusals.codes['no-object-storage'])).toBeTruthy();
  });

  it('says that nothing is there', async () => {
    show(() => accepted({ kind: 'answer', value: page([]) }));
    expect(await screen.findByText(said.nothing)).toBeTruthy();
  });
});
