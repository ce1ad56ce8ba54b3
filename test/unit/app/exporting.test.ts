import { expect, it, vi } from 'vitest';
import { createExporting } from '../../../main/app/exporting.ts';

it('asks with the system’s dialog, and takes a closed one for a change of mind', async () => {
  const showSaveDialog = vi.fn(() => Promise.resolve({ canceled: false, filePath: '/elsewhere/mine.csv' }));
  const { askWhere } = createExporting({ showSaveDialog, folder: () => '/home/someone/Documents' });
  expect(await askWhere('list.csv', 'csv')).toBe('/elsewhere/mine.csv');
  expect(showSaveDialog).toHaveBeenCalledWith(
    expect.objectContaining({ filters: [{ name: 'CSV', extensions: ['csv'] }] }),
  );
  showSaveDialog.mockResolvedValue({ canceled: true, filePath: '' });
  expect(await askWhere('list.csv', 'csv')).toBeNull();
});

it('refuses with what the disk said', async () => {
  const { write } = createExporting({ showSaveDialog: vi.fn(), folder: () => '/' });
  await expect(write('/no/such/folder/list.csv', 'x')).rejects.toMatchObject({
    error: { code: 'file-not-written', fault: 'folder-gone' },
  });
});
