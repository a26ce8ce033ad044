const key = 'inboxnetworker';
/** A resource of the manifest. */
const icon = 'icon16';
const longest = 150;

/**
 * The bar over the open item (requirement set 1.3, and only while it is read):
 * https://learn.microsoft.com/javascript/api/outlook/office.notificationmessages
 */
export function createInfoBar() {
  let shown: string | null = null;

  const bar = () => (Office.context.mailbox.item as Partial<Office.MessageRead> | null | undefined)?.notificationMessages;

  return {
    tell(text: string | null): void {
      if (text === shown) return;
      shown = text;
      if (text === null) {
        bar()?.removeAsync(key);
        return;
      }
      bar()?.replaceAsync(key, {
        type: Office.MailboxEnums.ItemNotificationMessageType.InformationalMessage,
        message: text.length <= longest ? text : `${text.slice(0, longest - 1)}…`,
        icon,
        persistent: false,
      });
    },
    /** Another item is open; what was said over the one before goes with it. */
    leave(): void {
      shown = null;
    },
  };
}
