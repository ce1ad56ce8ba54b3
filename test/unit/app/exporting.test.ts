import { expect, it, vi } from 'vitest';
import { createExporting } from '../../../main/app/exporting.ts';

it('asks with the system’s dialog, and takes a closed one for a change of mind', async () => {
  const showSaveDialog = vi.fn(() => Promise.resolve({ canceled: false, filePath: '/elsewhere/mine.csv' }));
  const { askWhere } = createExporting({
    showSaveDialog,
    folder: () => '/home/someone/Documents',
    language: () => 'ko',
  });
  expect(await askWhere('list.csv', { list: 'history', format: 'csv' })).toBe('/elsewhere/mine.csv');
  expect(showSaveDialog).toHaveBeenCalledWith(
    expect.objectContaining({ title: '알림함 내보내기', filters: [{ name: 'CSV', extensions: ['csv'] }] }),
  );
  showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
  expect(await askWhere('list.csv', { list: 'history', format: 'csv' })).toBeNull();
});

it('refuses with what the disk said', async () => {
  const { write } = createExporting({ showSaveDialog: vi.fn(), folder: () => '/', language: () => 'en' });
  await expect(write('/no/such/folder/list.csv', 'x')).rejects.toMatchObject({
    error: { code: 'file-not-written', fault: 'folder-gone' },
  });
});
