import { join } from 'node:path';
import type { SaveDialogOptions, SaveDialogReturnValue } from 'electron';
import { writeWholeFile } from '../adapters/exports/write-file.ts';
import { cannotSave } from '../adapters/stores/cannot-save.ts';
import type { Language } from '../contract.ts';
import { Refusal } from '../desk/refusal.ts';
import type { ExportPorts } from '../export/export-list.ts';
import { sharedWords } from '../../words/shared-words.ts';

export interface ExportingPorts {
  readonly showSaveDialog: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
  /** The folder in which the dialog opens; absolute. */
  readonly folder: () => string;
  readonly language: () => Language;
}

/** Asks for a file with the system's dialog and writes it; a failed write becomes a refusal with the reason. */
export function createExporting(ports: ExportingPorts): Pick<ExportPorts, 'askWhere' | 'write'> {
  return {
    async askWhere(fileName, { list, format }) {
      const { canceled, filePath } = await ports.showSaveDialog({
        title: sharedWords[ports.language()].exporting.chooseTitle[list],
        defaultPath: join(ports.folder(), fileName),
        filters: [{ name: format.toUpperCase(), extensions: [format] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    async write(path, text) {
      try {
        await writeWholeFile(path, text);
      } catch (error) {
        throw new Refusal({ code: 'file-not-written', fault: cannotSave(error).fault });
      }
    },
  };
}
