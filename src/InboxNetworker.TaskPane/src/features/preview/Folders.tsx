import type { PreviewFolder } from '../../api/client';
import { useFormat } from '../../ui/context';
import { Icon, type IconName } from '../../ui/Icon';
import { strings } from '../../ui/strings';
import { folders, type MailboxStore } from './mailboxStore';

const icons: Record<PreviewFolder, IconName> = { inbox: 'inbox', sentitems: 'sent', drafts: 'drafts' };

export function Folders({ mailbox }: { readonly mailbox: MailboxStore }) {
  const format = useFormat();
  const drafts = mailbox.drafts.value ?? 0;
  return (
    <nav class="folders" aria-label={strings.preview.folders}>
      <ul>
        {folders.map((folder) => (
          <li key={folder}>
            <button
              type="button"
              class="folder"
              aria-current={mailbox.folder.value === folder ? 'true' : undefined}
              data-testid={`folder-${folder}`}
              onClick={() => void mailbox.openFolder(folder)}
            >
              <Icon name={icons[folder]} />
              <span class="folder-name">{strings.preview.folder[folder]}</span>
              {folder === 'drafts' && drafts > 0 && <span class="folder-count">{format.number(drafts)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
